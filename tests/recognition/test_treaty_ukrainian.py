"""A Ukrainian treaty: small letters in the title, lettered points, references in the genitive."""

from __future__ import annotations

from tests.recognition.conftest import Recogniser
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import Kind, PartyKind


def test_the_anatomy(fixture: Recogniser) -> None:
    agreement = fixture("treaty_uk.txt").agreement
    assert agreement.language == "uk"
    assert len(agreement.title) == 3
    assert [unit.kind for unit in agreement.preamble] == [
        Kind.PARTIES_CLAUSE,
        Kind.RECITAL,
        Kind.RECITAL,
        Kind.AGREEING_FORMULA,
    ]
    assert [unit.printed for unit in agreement.body] == ["Стаття 1", "Стаття 2", "Стаття 3"]
    assert [child.printed for child in agreement.body[1].children[1].children] == ["а)", "б)", "в)"]


def test_parties_and_closing(fixture: Recogniser) -> None:
    agreement = fixture("treaty_uk.txt").agreement
    assert [(party.key, party.kind) for party in agreement.parties] == [
        ("EE", PartyKind.GOVERNMENT),
        ("MD", PartyKind.GOVERNMENT),
    ]
    assert agreement.collective_name == "Сторони"
    assert agreement.own_name == "Угода"
    assert (agreement.authenticity.place, agreement.authenticity.day) == ("Тарту", "2021-06-09")
    assert len(agreement.closing[-1].children) == 2


def test_references_are_followed(fixture: Recogniser) -> None:
    agreement = fixture("treaty_uk.txt").agreement
    marks = agreement.body[0].children[0].text.of(CrossReference)
    assert [mark[2].target for mark in marks] == [agreement.body[1].children[0].id]


def test_final_clauses_have_their_types(fixture: Recogniser) -> None:
    final = fixture("treaty_uk.txt").agreement.body[2]
    assert [child.types[0] for child in final.children] == ["entry_into_force", "duration"]
