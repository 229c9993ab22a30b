"""Marks that follow the wording: a definition typed, a use typed, and neither where it is not meant."""

from __future__ import annotations

import pytest

from tests.drafting.defined_terms.agreements import agreement
from workbench.agreement.text import DefinedTerm, Text
from workbench.agreement.tree import Agreement, Provision
from workbench.drafting.defined_terms.living import Glossary, followed, with_uses


def marks(unit: Provision) -> list[tuple[str, str, bool]]:
    """The words under each mark of a term, the term, and whether it is defined there."""
    return [(unit.text.plain[a:b], mark.term, mark.defines) for a, b, mark in unit.text.of(DefinedTerm)]


def typed(language: str, words: str, *terms: str) -> list[tuple[str, str, bool]]:
    made = agreement(language, words)
    return marks(followed(made.body[0].children[0], made, Glossary(terms, language)))


def test_a_definition_is_known_by_its_clause() -> None:
    assert typed("en", "“Rescue Team” means a group.") == [("Rescue Team", "Rescue Team", True)]
    assert typed("lv", "“Glābšanas vienība” – grupa;") == [("Glābšanas vienība", "Glābšanas vienība", True)]
    assert typed("uk", "«Рятувальна група» означає групу.") == [
        ("Рятувальна група", "Рятувальна група", True)
    ]
    assert typed("en", "They spoke of a “rescue”.") == []


@pytest.mark.parametrize(
    ("language", "words", "term", "found"),
    [
        ("en", "All Rescue Teams are paid.", "Rescue Team", "Rescue Teams"),
        ("en", "RESCUE TEAMS", "Rescue Team", "RESCUE TEAMS"),
        ("lv", "Puses maksā Glābšanas vienībai.", "Glābšanas vienība", "Glābšanas vienībai"),
        ("uk", "Сторони платять Рятувальній групі.", "Рятувальна група", "Рятувальній групі"),
        ("uk", "стороні-одержувачу", "сторона-одержувач", "стороні-одержувачу"),
        ("lv", "Klasificētā informācija ir slepena.", "klasificētā informācija", "Klasificētā informācija"),
    ],
)
def test_a_use_is_known_in_every_form(language: str, words: str, term: str, found: str) -> None:
    assert typed(language, words, term) == [(found, term, False)]


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Any rescue team is paid.", ["Rescue Team"]),
        ("The Rescue-Team is paid.", ["Rescue Team"]),
        ("A non-Party is told.", ["Party"]),
        ("The Partyka family is told.", ["Party"]),
    ],
)
def test_what_is_not_meant_is_not_marked(words: str, terms: list[str]) -> None:
    assert typed("en", words, *terms) == []


def test_the_longer_term_and_the_right_number() -> None:
    found = typed("en", "A Third Party tells the Parties and a Party.", "Party", "Parties", "Third Party")
    assert [(words, term) for words, term, _ in found] == [
        ("Third Party", "Third Party"),
        ("Parties", "Parties"),
        ("Party", "Party"),
    ]


def test_a_definition_goes_by_the_words_that_stand_there() -> None:
    text = Text("“Rescue Unit” means a group.").marked(1, 12, DefinedTerm("Rescue Team", defines=True))
    made = agreement("en", text)
    unit = followed(made.body[0].children[0], made, Glossary(["Rescue Team"], "en"))
    assert marks(unit) == [("Rescue Unit", "Rescue Unit", True)]


def test_a_use_that_is_one_no_more_loses_its_mark() -> None:
    text = Text("The Rescue Dog is paid.").marked(4, 14, DefinedTerm("Rescue Team"))
    made = agreement("en", text)
    assert marks(followed(made.body[0].children[0], made, Glossary(["Rescue Team"], "en"))) == []


def test_all_uses_of_a_draft_are_marked() -> None:
    defined = Text("“Depot” means a store.").marked(1, 6, DefinedTerm("Depot", defines=True))
    made: Agreement = with_uses(agreement("en", defined, "The Depot opens.", "No depot."))
    assert [marks(unit) for unit in made.body[0].children] == [
        [("Depot", "Depot", True)],
        [("Depot", "Depot", False)],
        [],
    ]
    again = with_uses(made)
    assert again == made


def test_an_apostrophe_ends_no_term() -> None:
    assert typed("uk", "«Офіцер зв’язку» означає особу.") == [("Офіцер зв’язку", "Офіцер зв’язку", True)]
    assert typed("uk", "Сторони чують Офіцера зв'язку.", "Офіцер зв’язку") == [
        ("Офіцера зв'язку", "Офіцер зв’язку", False)
    ]
