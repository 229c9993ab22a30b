"""The amending protocol: its words in three languages, its frame, and the way through Word and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.edits import delete, insert_after, set_heading, set_text
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Draft, Kind, Provision, new_id
from workbench.comparison import LanguagesDifferError
from workbench.drafting.amending import (
    AmendingLanguageError,
    NothingToAmendError,
    amend,
    consolidate,
    same_text,
)
from workbench.drafting.assembly import new_draft
from workbench.drafting.placeholders import placeholders

WORDS = {
    "en": ("Transport", "Each Party pays for its own transport.", "The other Party helps."),
    "lv": ("Pārvadājumi", "Katra Puse sedz savu pārvadājumu izmaksas.", "Otra Puse palīdz."),
    "uk": ("Перевезення", "Кожна Сторона оплачує свої перевезення.", "Інша Сторона допомагає."),
}
NEW_WORD = {"en": "swiftly", "lv": "nekavējoties", "uk": "невідкладно"}
EXPECTED = {
    "en": (
        "In Article 1, paragraph 2, of the Agreement, after the word",
        "The heading of Article 2 of the Agreement shall be replaced by the following: “Terms”.",
        "Article 4 of the Agreement shall be amended as follows:",
        "The following Article 7 shall be inserted after Article 6 of the Agreement:",
        "Articles 7 and 8 of the Agreement shall be renumbered as Articles 8 and 9.",
        "Article 9 of the Agreement shall be deleted.",
    ),
    "lv": (
        "Pamatlīguma 1. panta 2. punktā aiz vārd",
        "Pamatlīguma 2. panta virsrakstu izteikt šādā redakcijā: “Terms”.",
        "Izdarīt Pamatlīguma 4. pantā šādus grozījumus:",
        "Papildināt Pamatlīgumu aiz 6. panta ar 7. pantu šādā redakcijā:",
        "Līdzšinējo Pamatlīguma 7. un 8. pantu uzskatīt attiecīgi par 8. un 9. pantu.",
        "Svītrot Pamatlīguma 9. pantu.",
    ),
    "uk": (
        "У пункті 2 статті 1 Основної угоди після сл",
        "Назву статті 2 Основної угоди викласти в такій редакції: «Terms».",
        "Внести до статті 4 Основної угоди такі зміни:",
        "Доповнити Основну угоду після статті 6 статтею 7 такого змісту:",
        "Статті 7 і 8 Основної угоди вважати відповідно статтями 8 і 9.",
        "Статтю 9 Основної угоди виключити.",
    ),
}
LANGUAGES = ("en", "lv", "uk")


def versions(language: str) -> tuple[Agreement, Agreement]:
    """A defence agreement, and a version with the usual kinds of changes in it."""
    old = new_draft("defence-cooperation", parties=["LV", "EE"], language=language).agreement
    heading, *sentences = WORDS[language]
    article = Provision(
        id=new_id(),
        kind=Kind.ARTICLE,
        heading=Text(heading),
        children=tuple(Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(words)) for words in sentences),
    )
    body = old.body
    second = body[0].children[1]
    words = second.text.plain.split(" ")
    new = set_text(old, second.id, " ".join([*words[:3], NEW_WORD[language], *words[3:]]))
    new = set_heading(new, body[1].id, "Terms")
    new = set_text(new, body[3].children[0].id, sentences[0])
    new = insert_after(new, body[3].children[1].id, replace(article.children[1], id=new_id()))
    new = insert_after(new, body[5].id, article)
    return old, delete(new, body[8].id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_instructions_as_a_treaty_office_words_them(language: str) -> None:
    old, new = versions(language)
    amended = amend(old, new)
    article = amended.draft.agreement.body[0]
    said = [unit.text.plain.split("\n")[0] for unit in article.children]
    first, *others = EXPECTED[language]
    assert said[0].startswith(first)
    assert NEW_WORD[language] in said[0]
    assert [line for line in said if line in others] == [line for line in said[1:] if line]
    assert set(others) <= set(said)
    assert amended.findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_is_complete(language: str) -> None:
    old, new = versions(language)
    draft = amend(old, new, values={"place": "Valga"}).draft
    agreement = draft.agreement
    assert [party.key for party in agreement.parties] == ["LV", "EE"]
    types = {key for unit in agreement.walk() for key in unit.types}
    assert {"entry_into_force", "duration", "relation_to_other_agreements", "dispute_settlement"} <= types
    assert draft.values["place"] == "Valga"
    assert "agreement" in draft.values
    assert not any(blank.key in ("replaced-article", "deleted-provision") for blank in placeholders(draft))
    title = agreement.title_text
    assert title.isupper()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", ["docx", "txt", "xml"])
def test_carried_out_from_a_file(language: str, suffix: str, tmp_path: Path) -> None:
    old, new = versions(language)
    path = tmp_path / f"protocol.{suffix}"
    export(amend(old, new).draft.agreement, path)
    made = consolidate(old, read_file(path).agreement)
    assert made.findings == ()
    assert same_text(made.agreement, new)
    assert not made.agreement.numbering.as_printed


def test_what_cannot_be_amended_is_said() -> None:
    old, new = versions("en")
    with pytest.raises(NothingToAmendError):
        amend(old, old)
    with pytest.raises(LanguagesDifferError):
        consolidate(old, amend(*versions("lv")).draft.agreement)
    with pytest.raises(AmendingLanguageError, match="“et”"):
        amend(replace(old, language="et"), replace(new, language="et"))


def test_an_instruction_without_its_place_is_a_finding() -> None:
    old, new = versions("en")
    protocol = amend(old, new).draft.agreement
    shorter = replace(old, body=old.body[:5])
    made = consolidate(shorter, protocol)
    lost = [finding for finding in made.findings if finding.severity == "error"]
    assert {finding.code for finding in lost} == {"amending.no-such-place"}
    assert all(finding.quote for finding in lost)


def test_several_or_no_parties_leave_the_model_parties_and_say_so() -> None:
    old, new = versions("en")
    amended = amend(replace(old, parties=()), replace(new, parties=()))
    assert "amending.parties-open" in {finding.code for finding in amended.findings}
    assert same_text(consolidate(old, amended.draft.agreement).agreement, new)


def test_the_draft_survives_the_file(tmp_path: Path) -> None:
    from workbench.formats import akn

    old, new = versions("uk")
    draft = amend(old, new).draft
    path = tmp_path / "protocol.xml"
    akn.write(draft, path)
    again: Draft = akn.from_bytes(path.read_bytes(), name=path.name).draft
    assert same_text(consolidate(old, again.agreement).agreement, new)
