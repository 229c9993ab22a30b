"""What a text calls itself and its parties, in every case form."""

from __future__ import annotations

import pytest

from tests.checks.texts import Words, agreement, article, found
from workbench.agreement.fixes import apply


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "during the term of this agreement the Parties", 1),
        Words("en", "this Agreement and any other agreement", 0),
        Words("lv", "šī vienošanās stājas spēkā", 1),
        Words("lv", "šī Vienošanās stājas spēkā; līgums par robežu", 0),
    ],
    ids=lambda case: case.text,
)
def test_own_name_written_small(case: Words) -> None:
    name = "Agreement" if case.language == "en" else "Vienošanās"
    where = agreement(article(case.text), language=case.language, own_name=name)
    assert len(found(where, "own-name-small")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "This Memorandum shall enter into force", 1),
        Words("en", "The Memorandum of 1999 shall remain in force", 0),
        Words("lv", "Līguma darbības izbeigšana neietekmē projektus.", 1),
        Words("lv", "Ziemeļatlantijas līguma darbības joma", 0),
        Words("uk", "Цей Протокол набирає чинності", 1),
    ],
    ids=lambda case: case.text,
)
def test_another_name_for_itself(case: Words) -> None:
    name = {"en": "Agreement", "lv": "Vienošanās", "uk": "Угода"}[case.language]
    where = agreement(article(case.text), language=case.language, own_name=name)
    assert len(found(where, "other-own-name")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("lv", "ja vien dalībnieki nenolemj citādi", 1),
        Words("lv", "sadarbību starp dalībnieku iestādēm", 1),
        Words("lv", "valstu un nevalstisko dalībnieku draudi", 0),
        Words("lv", "Dalībnieki vienojas", 0),
        Words("en", "both participants decide", 1),
        Words("en", "with interested participants of the exercise", 0),
        Words("uk", "якщо учасники не домовляться", 1),
        Words("uk", "інших учасників навчань", 0),
        Words("uk", "іншим учасникам навчань", 0),
    ],
    ids=lambda case: case.text,
)
def test_collective_name_written_small(case: Words) -> None:
    name = {"en": "Participants", "lv": "Dalībnieki", "uk": "Учасники"}[case.language]
    where = agreement(article(case.text), language=case.language, collective_name=name)
    assert len(found(where, "collective-name-small")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "with the consent of the Participants concerned", 1),
        Words("en", "with the consent of either Party", 0),
        Words("en", "agreed by the Participants in the conference", 0),
        Words("lv", "ar abu Dalībnieku piekrišanu", 1),
        Words("lv", "ar abu Pušu piekrišanu", 0),
        Words("uk", "за згодою Учасників", 1),
    ],
    ids=lambda case: case.text,
)
def test_another_collective_name(case: Words) -> None:
    name = {"en": "Parties", "lv": "Puses", "uk": "Сторони"}[case.language]
    where = agreement(article(case.text), language=case.language, collective_name=name)
    assert len(found(where, "other-collective-name")) == case.times


def test_the_side_of_a_party_is_no_party() -> None:
    words = "no Norvēģijas valdības puses – ministrija; Latvijas puse sedz izmaksas"
    where = agreement(article(words), language="lv", collective_name="Puses")
    assert not found(where, "collective-name-small")


@pytest.mark.parametrize(
    ("language", "own", "before", "after"),
    [
        (
            "en",
            "Agreement",
            "during this agreement, agreements lapse",
            "during this Agreement, agreements lapse",
        ),
        ("lv", "Vienošanās", "šīs vienošanās darbība", "šīs Vienošanās darbība"),
        ("uk", "Угода", "дія цієї угоди", "дія цієї Угоди"),
    ],
)
def test_own_name_gets_its_capital(language: str, own: str, before: str, after: str) -> None:
    where = agreement(article(before), language=language, own_name=own)
    [finding] = found(where, "own-name-small")
    assert apply(where, finding.fixes[0]).body[0].children[0].text.plain == after


def test_collective_names_are_put_right() -> None:
    where = agreement(article("if both parties and either Participant agree"), collective_name="Parties")
    small, other = found(where, "collective-name-small"), found(where, "other-collective-name")
    mended = apply(apply(where, other[0].fixes[0]), small[0].fixes[0])
    assert mended.body[0].children[0].text.plain == "if both Parties and either Party agree"
