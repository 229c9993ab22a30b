"""The parties: order, names, signatures, place."""

from __future__ import annotations

import pytest

from tests.checks.texts import LATVIA, NORWAY, agreement, found, unit
from workbench.agreement.fixes import apply
from workbench.agreement.text import Mark, PartyName, Text
from workbench.agreement.tree import Kind, Party


def test_party_order_title_against_clause() -> None:
    title = (unit(Kind.TITLE_LINE, "AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND THE KINGDOM OF NORWAY"),)
    turned = (unit(Kind.PARTIES_CLAUSE, "The Kingdom of Norway and the Republic of Latvia,"),)
    straight = (unit(Kind.PARTIES_CLAUSE, "The Republic of Latvia and the Kingdom of Norway,"),)
    both = (LATVIA, NORWAY)
    [finding] = found(agreement(title=title, preamble=turned, parties=both), "party-order")
    assert finding.values["title"] == "Republic of Latvia"
    assert not found(agreement(title=title, preamble=straight, parties=both), "party-order")


def test_party_order_of_other_parties_by_their_marks() -> None:
    azuria, borealia = Party("azuria", "Azuria"), Party("borealia", "Borealia")
    clause = Text(
        "Borealia and Azuria,", (Mark(0, 8, PartyName("borealia")), Mark(13, 19, PartyName("azuria")))
    )
    where = agreement(
        title=(unit(Kind.TITLE_LINE, "Agreement between Azuria and Borealia"),),
        preamble=(unit(Kind.PARTIES_CLAUSE, clause),),
        parties=(azuria, borealia),
    )
    assert found(where, "party-order")


def test_a_party_without_signature() -> None:
    ours, whose = unit(Kind.SIGNATORY, "For the Republic of Latvia"), unit(Kind.SIGNATORY, "For Sweden")
    where = agreement(parties=(LATVIA, NORWAY), closing=(unit(Kind.SIGNATURE_BLOCK, "", ours, whose),))
    note = agreement(parties=(LATVIA, NORWAY), closing=(unit(Kind.SIGNATURE_BLOCK, "", ours),))
    assert not found(note, "party-without-signature")
    assert [f.values["party"] for f in found(where, "party-without-signature")] == ["Kingdom of Norway"]


@pytest.mark.parametrize(("place", "times"), [("Riga", 0), ("Oslo", 0), ("Madrid", 1), ("Tartu", 0)])
def test_place_of_signature_in_a_third_state(place: str, times: int) -> None:
    done = unit(Kind.DONE_AT, f"Done at {place} on 5 May 2031 in two originals.")
    assert len(found(agreement(parties=(LATVIA, NORWAY), closing=(done,)), "place-in-third-state")) == times


BETWEEN = {
    "en": (
        "Agreement between the {0} and the {1}",
        "The {0} and the {1}",
        "Republic of Latvia",
        "Kingdom of Norway",
    ),
    "lv": ("{0} un {1} vienošanās", "{0} un {1}", "Latvijas Republikas", "Norvēģijas Karalistes"),
    "uk": ("Угода між {0} та {1}", "{0} та {1}", "Латвійською Республікою", "Королівством Норвегія"),
}


@pytest.mark.parametrize("language", BETWEEN)
def test_party_order_is_put_right_in_the_same_case(language: str) -> None:
    title, clause, ours, theirs = BETWEEN[language]
    where = agreement(
        title=(unit(Kind.TITLE_LINE, title.format(ours, theirs)),),
        preamble=(unit(Kind.PARTIES_CLAUSE, clause.format(theirs, ours) + ","),),
        parties=(LATVIA, NORWAY),
        language=language,
    )
    [finding] = found(where, "party-order")
    mended = apply(where, finding.fixes[0])
    assert mended.preamble[0].text.plain == clause.format(ours, theirs) + ","
    assert not found(mended, "party-order")


def test_a_clause_with_more_than_and_between_the_parties_is_left_to_the_lawyer() -> None:
    where = agreement(
        title=(unit(Kind.TITLE_LINE, "Agreement between the Republic of Latvia and the Kingdom of Norway"),),
        preamble=(
            unit(
                Kind.PARTIES_CLAUSE, "The Kingdom of Norway (“Norway”) and the Republic of Latvia (“Latvia”),"
            ),
        ),
        parties=(LATVIA, NORWAY),
    )
    [finding] = found(where, "party-order")
    assert not finding.fixes


@pytest.mark.parametrize(
    ("language", "title", "clause", "times"),
    [
        (
            "en",
            "Agreement between the Government of the Republic of Latvia and …",
            "The Republic of Latvia and",
            1,
        ),
        ("en", "Agreement between the Republic of Latvia and …", "The Republic of Latvia and", 0),
        (
            "en",
            "Agreement between the Republic of Latvia and …",
            "The Government of the Republic of Latvia,",
            1,
        ),
        ("lv", "Latvijas Republikas valdības un … vienošanās", "Latvijas Republika un", 1),
        ("lv", "Latvijas Republikas valdības un … vienošanās", "Latvijas Republikas valdība un", 0),
        ("uk", "Угода між Урядом Латвійської Республіки та …", "Латвійська Республіка та", 1),
        ("uk", "Угода між Урядом Латвійської Республіки та …", "Уряд Латвійської Республіки та", 0),
    ],
)
def test_a_state_in_one_place_and_its_government_in_another(
    language: str, title: str, clause: str, times: int
) -> None:
    where = agreement(
        title=(unit(Kind.TITLE_LINE, title),),
        preamble=(unit(Kind.PARTIES_CLAUSE, clause),),
        parties=(LATVIA, NORWAY),
        language=language,
    )
    assert len(found(where, "state-or-government")) == times
