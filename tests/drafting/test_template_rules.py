"""Rules of templates: what rests on another provision, what excludes it, and how both are mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from workbench.agreement.edits import delete, insert_after, with_new_ids
from workbench.agreement.tree import Draft, Provision
from workbench.drafting.assembly import choose, decide, new_draft
from workbench.drafting.template_rules import NothingToPutBackError, broken_rules, leave, put_back
from workbench.drafting.templates import available, load, save
from workbench.formats import akn
from workbench.formats.errors import FormatError
from workbench.settings import data

SHIPPED = [(info.slug, language) for info in available([data("templates")]) for language in info.languages]


def draft(slug: str, language: str = "en") -> Draft:
    return new_draft(slug, parties=["LV", "EE"], language=language)


def of_type(made: Draft, clause_type: str) -> Provision:
    return next(unit for unit in made.agreement.walk() if clause_type in unit.types)


@pytest.mark.parametrize(("slug", "language"), SHIPPED)
def test_a_new_draft_breaks_no_rule(slug: str, language: str) -> None:
    assert broken_rules(draft(slug, language).agreement) == ()


@pytest.mark.parametrize("slug", ["defence-cooperation", "long-term-support", "defence-industry"])
def test_the_same_rules_stand_in_every_language(slug: str) -> None:
    rules = {
        language: [(unit.id, unit.needs) for unit in load(slug, language).agreement.walk() if unit.needs]
        for language in ("en", "lv", "uk")
    }
    assert rules["en"]
    assert rules["en"] == rules["lv"] == rules["uk"]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_what_rests_on_a_clause_left_out_is_told_and_mended(language: str) -> None:
    whole = draft("defence-cooperation", language)
    without = decide(whole, of_type(whole, "intellectual_property").id, keep=False)
    (finding,) = broken_rules(without.agreement)
    assert finding.code == "template.needs-another"
    assert finding.provision == of_type(without, "defence_industry").id
    mended = put_back(without, finding.values["type"])
    assert broken_rules(mended.agreement) == ()
    headings = [unit.heading.plain for unit in mended.agreement.body]
    assert headings == [unit.heading.plain for unit in whole.agreement.body]
    assert "Pirm" not in of_type(mended, "intellectual_property").words


def test_an_alternative_may_need_what_the_first_does_not() -> None:
    fund = choose(draft("defence-industry"), "funding", 2)
    assert broken_rules(fund.agreement) == ()
    board = of_type(fund, "joint_body")
    without = replace(fund, agreement=delete(fund.agreement, board.id))
    assert "joint_body" in {finding.values["type"] for finding in broken_rules(without.agreement)}


def test_two_alternatives_together_are_told_and_one_left_out() -> None:
    made = draft("defence-cooperation")
    first = next(unit for unit in made.agreement.walk() if unit.choice == "secrecy")
    twice = replace(made, agreement=insert_after(made.agreement, first.id, with_new_ids(first)))
    (finding,) = broken_rules(twice.agreement)
    assert finding.code == "template.alternatives-together"
    assert finding.provision is not None
    assert broken_rules(leave(twice, finding.provision).agreement) == ()


def test_a_clause_the_template_lacks_cannot_be_put_back() -> None:
    with pytest.raises(NothingToPutBackError, match="depositary"):
        put_back(draft("defence-cooperation"), "depositary")


def test_rules_survive_the_file(tmp_path: Path) -> None:
    made = draft("defence-industry")
    path = tmp_path / "draft.xml"
    path.write_bytes(akn.to_bytes(made))
    again = akn.from_bytes(path.read_bytes(), name=path.name).draft
    assert [unit.needs for unit in again.agreement.walk()] == [unit.needs for unit in made.agreement.walk()]


def test_a_broken_template_is_named_with_its_place_and_hides_no_other(tmp_path: Path) -> None:
    path = save(draft("memorandum"), "broken", into=tmp_path)
    save(draft("memorandum"), "sound", into=tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[29] = "<unclosed>"
    path.write_text("\n".join(lines), encoding="utf-8")
    infos = {info.slug: info for info in available([tmp_path])}
    assert infos["sound"].title
    assert str(path) in infos["broken"].problem
    assert "line" in infos["broken"].problem
    with pytest.raises(FormatError) as refusal:
        load("broken", "en", [tmp_path])
    assert refusal.value.file == str(path)
