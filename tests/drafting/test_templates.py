"""Every template is complete: valid, labelled, in each language the same tree, ready for any two parties."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.agreement.text import CrossReference, Placeholder
from workbench.agreement.tree import Agreement, Kind, PartyKind
from workbench.checks import check
from workbench.drafting import templates
from workbench.drafting.assembly import new_draft
from workbench.drafting.templates import (
    NoSuchTemplateError,
    TemplateLanguageError,
    TemplateNameError,
    available,
    load,
    save,
    title_of,
)
from workbench.formats import akn
from workbench.settings import data

SHIPPED = [(path.parent.name, path.stem, path) for path in sorted(data("templates").glob("*/*.xml"))]
IDS = [f"{slug}-{language}" for slug, language, _ in SHIPPED]
EVERY = pytest.mark.parametrize(("slug", "language", "path"), SHIPPED, ids=IDS)
AGREEMENTS = ("defence-cooperation", "long-term-support", "defence-industry", "classified-information")


def test_the_first_templates_are_there_in_both_first_languages() -> None:
    shipped = {(slug, language) for slug, language, _ in SHIPPED}
    assert {(s, lang) for s in AGREEMENTS[:2] for lang in ("en", "lv")} <= shipped


@EVERY
def test_valid_and_byte_stable(slug: str, language: str, path: Path) -> None:
    read = akn.from_bytes(path.read_bytes(), name=path.name)
    assert not read.findings
    assert not akn.validate(path.read_bytes())
    again = akn.from_bytes(akn.to_bytes(read.draft), name=path.name)
    assert again.draft == read.draft


@EVERY
def test_between_two_model_parties_in_its_language(slug: str, language: str, path: Path) -> None:
    agreement = load(slug, language).agreement
    assert agreement.language == language
    assert agreement.template == slug
    assert [party.key for party in agreement.parties] == ["party-a", "party-b"]
    assert all(party.state is None and party.kind is PartyKind.STATE for party in agreement.parties)


@EVERY
def test_every_placeholder_is_labelled_and_explained(slug: str, language: str, path: Path) -> None:
    labels: dict[str, set[str]] = {}
    for unit in load(slug, language).agreement.walk():
        for text in (unit.heading, unit.text, unit.wrap_up):
            for start, end, place in text.of(Placeholder):
                assert place.label
                assert place.help
                assert not place.filled
                assert text.plain[start:end] == f"[{place.default or place.label}]"
                labels.setdefault(place.key, set()).add(place.label)
    assert all(len(found) == 1 for found in labels.values()), "one label for one key"


@EVERY
def test_no_reference_dangles_and_no_sum_contradicts_itself(slug: str, language: str, path: Path) -> None:
    agreement = load(slug, language).agreement
    assert not [f for f in check(agreement) if f.severity == "error"]
    ids = {unit.id for unit in agreement.walk()}
    for unit in agreement.walk():
        for _, _, reference in unit.text.of(CrossReference):
            assert reference.target in ids


@EVERY
def test_nothing_for_a_careful_reader_but_what_is_open(slug: str, language: str, path: Path) -> None:
    open_in_any_template = {
        "checks.placeholder-unfilled",
        "checks.optional-undecided",
        "checks.choice-open",
    }
    told = [f for f in check(load(slug, language).agreement) if f.code not in open_in_any_template]
    assert not [f.message for f in told]


@EVERY
def test_whole_from_title_to_signatures(slug: str, language: str, path: Path) -> None:
    agreement = load(slug, language).agreement
    present = {unit.kind for unit in agreement.walk()}
    assert {Kind.TITLE_LINE, Kind.DONE_AT, Kind.SIGNATURE_BLOCK} <= present
    assert len(agreement.of_kind(Kind.SIGNATORY)) in (1, 2)  # a note is signed by one side


@pytest.mark.parametrize("slug", sorted({slug for slug, _, _ in SHIPPED}))
def test_language_versions_are_one_tree(slug: str) -> None:
    versions = [load(slug, language).agreement for name, language, _ in SHIPPED if name == slug]
    shapes = [_shape(version) for version in versions]
    assert all(shape == shapes[0] for shape in shapes)


@pytest.mark.parametrize("slug", sorted({slug for slug, _, _ in SHIPPED}))
def test_same_choices_and_options_in_each_language(slug: str) -> None:
    versions = [load(slug, language).agreement for name, language, _ in SHIPPED if name == slug]
    decisions = [[(u.id, u.choice, u.optional) for u in version.walk()] for version in versions]
    assert all(sorted(own, key=str) == sorted(decisions[0], key=str) for own in decisions)


def test_list_in_the_usual_order() -> None:
    listed = available([data("templates")])
    assert [info.slug for info in listed][:2] == ["defence-cooperation", "long-term-support"]
    first = listed[0]
    assert first.title == "Agreement on cooperation in the field of defence"
    assert first.languages[:2] == ("en", "lv")
    assert {"place", "day", "originals", "languages"} <= {blank.key for blank in first.placeholders}


def test_unknown_template_and_language_say_what_there_is() -> None:
    with pytest.raises(NoSuchTemplateError, match="defence-cooperation"):
        load("free-trade", "en")
    with pytest.raises(TemplateLanguageError, match="en, lv"):
        load("defence-cooperation", "fr")


def test_a_draft_becomes_a_template_of_ones_own(tmp_path: Path) -> None:
    draft = new_draft(
        "defence-cooperation",
        parties=["LV", "EE"],
        language="lv",
        values={"place": "Rīgā", "day": "2027-03-15"},
    )
    path = save(draft, "our-usual", into=tmp_path)
    assert path == tmp_path / "our-usual" / "lv.xml"
    assert "[parakstīšanas vieta]" in load("our-usual", "lv", [tmp_path]).agreement.closing[1].text.plain
    new = new_draft("our-usual", parties=["Ukraina", "Lietuva"], language="lv", where=[tmp_path])
    words = "\n".join(unit.words for unit in new.agreement.units())
    assert not re.search(r"(?i)latvij|igaunij", words)
    assert "UKRAINAS UN LIETUVAS REPUBLIKAS" in words
    assert new.agreement.closing[2].children[1].text.plain.startswith("Lietuvas Republikas vārdā")


def test_own_template_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    save(new_draft("defence-cooperation", parties=["LV", "EE"]), "defence-cooperation", into=tmp_path)
    where = [tmp_path, data("templates")]
    assert load("defence-cooperation", "en", where).agreement.parties[0].key == "LV"
    assert next(info for info in available(where) if info.slug == "defence-cooperation").own


def test_a_template_needs_a_plain_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateNameError):
        save(new_draft("defence-cooperation", parties=["LV", "EE"]), "../escape", into=tmp_path)


def test_title_without_parties() -> None:
    agreement = load("defence-cooperation", "lv").agreement
    assert title_of(agreement) == "Līgums par sadarbību aizsardzības jomā"


def test_title_without_what_is_still_open() -> None:
    titles = {info.slug: info.title for info in available([data("templates")])}
    assert titles["memorandum"] == "Memorandum of understanding on cooperation"
    assert titles["implementing-arrangement"] == "Implementing arrangement"
    assert titles["amending-protocol"] == "Protocol of amendment"
    assert titles["termination-note"] == "Note verbale"
    assert title_of(load("amending-protocol", "uk").agreement) == "Протокол про внесення змін"


def test_folders_put_the_users_own_first() -> None:
    own, shipped = templates.folders()
    assert shipped == data("templates")
    assert own != shipped


def _shape(agreement: Agreement) -> set[object]:
    """Titles may run in another order of lines; all below has one order."""
    ordered = [
        (unit.id, unit.kind, unit.types) for unit in agreement.walk() if unit.kind is not Kind.TITLE_LINE
    ]
    return {tuple(ordered), frozenset(line.id for line in agreement.title)}
