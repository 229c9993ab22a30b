"""A term under another name: in every form, with what agrees, as one value; what is doubtful stays and says so."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.drafting.defined_terms.agreements import agreement, words
from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.text import Comment, DefinedTerm, Emphasis, Footnote, Style, Text
from workbench.drafting.defined_terms.places import CASE_UNSURE, FORM_UNKNOWN, MARKED, Sort
from workbench.drafting.defined_terms.renaming import (
    NoNameError,
    TermTakenError,
    UnknownTermError,
    rename,
)

TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
CASES = [(language, case) for language, cases in TABLE.items() for case in cases]


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=[f"{language} {case['old']} - {case['new']}" for language, case in CASES]
)
def test_the_table_of_sentences(language: str, case: dict[str, Any]) -> None:
    sentences = case["sentences"]
    renaming = rename(agreement(language, *(row[0] for row in sentences)), case["old"], case["new"])
    wanted = [row[0] if row[1] == "=" else row[1] for row in sentences]
    assert words(renaming.applied()) == wanted
    kept = {place.plain: place.doubt.code.removeprefix("terms.") for place in renaming.places if place.doubt}
    assert kept == {row[0]: row[2] for row in sentences if row[1] == "="}


def test_forms_written_by_hand_hold_before_any_rule() -> None:
    made = agreement("lv", "“Noliktava” ir vieta.", "Sargs stāv pie Noliktavas.", "Sargs iet uz Noliktavu.")
    genitive, accusative = (Case.GEN, GrammaticalNumber.SINGULAR), (Case.ACC, GrammaticalNumber.SINGULAR)
    forms = {genitive: "Depo ēkas", accusative: "Depo ēku"}
    renaming = rename(made, "Noliktava", "Depo", forms)
    told = words(renaming.applied())
    assert told == ["“Depo” ir vieta.", "Sargs stāv pie Depo ēkas.", "Sargs iet uz Depo ēku."]


def test_an_object_named_first_is_no_genitive_for_certain() -> None:
    made = agreement("lv", "“Trešā persona” ir ikviens.", "Trešo personu tiek uzklausīts.")
    renaming = rename(made, "Trešā persona", "Cita puse")
    [place] = [place for place in renaming.places if place.plain.startswith("Trešo")]
    assert (place.new, place.doubt) == ("Citu pusi", CASE_UNSURE)


def test_places_are_chosen_one_by_one() -> None:
    made = agreement("en", "“Depot” means a store.", "The Depot opens. The Depot closes.")
    renaming = rename(made, "Depot", "Warehouse")
    assert [place.sort for place in renaming.places] == [Sort.DEFINITION, Sort.USE, Sort.USE]
    chosen = [place for place in renaming.usual if place.start != 4]
    assert words(renaming.applied(chosen)) == [
        "“Warehouse” means a store.",
        "The Depot opens. The Warehouse closes.",
    ]
    assert renaming.applied([]) is made


def test_what_is_doubtful_changes_only_when_it_is_chosen() -> None:
    made = agreement("en", "“Depot Manager” means a person.", "Every depot manager reports.")
    renaming = rename(made, "Depot Manager", "Keeper")
    assert words(renaming.applied())[1] == "Every depot manager reports."
    assert words(renaming.applied(renaming.places))[1] == "Every keeper reports."


def test_marks_follow_the_term() -> None:
    text = Text("The Depot opens.").marked(4, 9, DefinedTerm("Depot"))
    text = text.marked(4, 9, Emphasis(Style.ITALIC)).marked(4, 9, Comment("A", "why?"))
    defined = Text("“Depot” means a store.").marked(1, 6, DefinedTerm("Depot", defines=True))
    made = rename(agreement("en", defined, text), "Depot", "Central Warehouse").applied()
    first, second = (unit.text for unit in made.walk() if unit.text)
    assert first.of(DefinedTerm) == ((1, 18, DefinedTerm("Central Warehouse", defines=True)),)
    assert second.of(DefinedTerm) == ((4, 21, DefinedTerm("Central Warehouse")),)
    assert [mark[:2] for mark in second.of(Emphasis)] == [(4, 21)]
    assert [mark[:2] for mark in second.of(Comment)] == [(4, 21)]


def test_a_mark_that_would_be_lost_keeps_the_place() -> None:
    text = Text("The Joint Board opens.").marked(4, 9, Emphasis(Style.ITALIC))
    renaming = rename(agreement("en", "“Joint Board” means a body.", text), "Joint Board", "Council")
    assert [place.doubt for place in renaming.places] == [None, MARKED]


def test_singular_and_plural_defined_apart_go_together() -> None:
    clause = "Lakonia and Arkania, hereinafter each a “Side” and together the “Sides”, agree."
    made = agreement("en", clause, "Each Side tells the other Sides.")
    made = replace(made, collective_name="Sides")
    changed = rename(made, "Side", "Partner").applied()
    assert words(changed) == [
        "Lakonia and Arkania, hereinafter each a “Partner” and together the “Partners”, agree.",
        "Each Partner tells the other Partners.",
    ]
    assert changed.collective_name == "Partners"


def test_a_longer_term_is_another_term() -> None:
    made = agreement("en", "“Party” means a State.", "“Third Party” means no Party.", "A Third Party stays.")
    renaming = rename(made, "Party", "Partner")
    assert words(renaming.applied()) == [
        "“Partner” means a State.",
        "“Third Party” means no Partner.",
        "A Third Party stays.",
    ]


def test_footnotes_are_wording_too() -> None:
    text = Text("It opens.").marked(2, 2, Footnote("As the Depot does."))
    made = rename(agreement("en", "“Depot” means a store.", text), "Depot", "Warehouse").applied()
    notes = [note.text for unit in made.walk() for _, _, note in unit.text.of(Footnote)]
    assert notes == ["As the Warehouse does."]


def test_small_uses_of_a_definition_that_begins_its_entry() -> None:
    made = agreement(
        "lv", "Klasificētā informācija – informācija ar pakāpi.", "Puses glabā klasificēto informāciju."
    )
    marked = Text("Klasificētā informācija – informācija ar pakāpi.").marked(
        0, 23, DefinedTerm("Klasificētā informācija", defines=True)
    )
    article = made.body[0]
    units = (replace(article.children[0], text=marked), article.children[1])
    made = replace(made, body=(replace(article, children=units),))
    changed = rename(made, "Klasificētā informācija", "Aizsargājamā informācija").applied()
    assert words(changed)[1] == "Puses glabā aizsargājamo informāciju."


def test_a_word_no_rule_declines_is_taken_as_it_stands() -> None:
    """The noun is the same in both terms, so its form is there to be read."""
    made = agreement("uk", "«Секретний шлях» – шлях;", "Ознаки Секретного шляху відомі.")
    changed = rename(made, "Секретний шлях", "Захищений шлях").applied()
    assert words(changed)[1] == "Ознаки Захищеного шляху відомі."


def test_a_form_nobody_knows_keeps_the_place() -> None:
    made = agreement("uk", "«Секретний контракт» – контракт;", "умови Секретного контракту")
    renaming = rename(made, "Секретний контракт", "Секретний клопт")
    assert [place.doubt for place in renaming.places] == [None, FORM_UNKNOWN]
    assert not renaming.places[1].possible
    assert words(renaming.applied(renaming.places))[1] == "умови Секретного контракту"


def test_what_cannot_be_done_is_said() -> None:
    made = agreement("en", "“Depot” means a store.", "“Post” means a place.", "The Depot opens.")
    with pytest.raises(UnknownTermError):
        rename(made, "Harbour", "Port")
    with pytest.raises(NoNameError):
        rename(made, "Depot", "  “” ")
    with pytest.raises(TermTakenError) as refused:
        rename(made, "Depot", "Post")
    assert refused.value.values["place"] == "Article 1(2)"


def test_uses_follow_a_definition_that_was_rewritten_by_hand() -> None:
    used = Text("The Depot opens.").marked(4, 9, DefinedTerm("Depot"))
    made = agreement("en", "“Warehouse” means a store.", used)
    changed = rename(made, "Depot", "Warehouse").applied()
    assert words(changed) == ["“Warehouse” means a store.", "The Warehouse opens."]


def test_uses_are_listed_in_the_order_of_the_text() -> None:
    made = agreement("en", "“Depot” means a store.", "A Depot and Depots.", "No depot.")
    places = rename(made, "Depot", "Depot").places
    assert [(place.label, place.old) for place in places] == [
        ("Article 1(1)", "Depot"),
        ("Article 1(2)", "Depot"),
        ("Article 1(2)", "Depots"),
        ("Article 1(3)", "depot"),
    ]
