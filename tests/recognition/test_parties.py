"""Who concludes the agreement: States, Governments, ministries, organisations, and names no table holds."""

from __future__ import annotations

import pytest

from tests.recognition.conftest import Recogniser
from workbench.agreement.tree import PartyKind

BODY = (
    "have agreed as follows:\n\nArticle 1\n\nThe Parties shall build a bridge together.\n\nArticle 2\n\n"
    "This Agreement shall enter into force on the day of its signature.\n"
)


@pytest.mark.parametrize(
    ("clause", "parties"),
    [
        ("Ukraine and the Republic of Latvia (hereinafter “the Parties”),", [("UA", PartyKind.STATE), ("LV", PartyKind.STATE)]),
        (
            "The Cabinet of Ministers of Ukraine and the Government of the Republic of Latvia, hereinafter the Parties,",
            [("UA", PartyKind.GOVERNMENT), ("LV", PartyKind.GOVERNMENT)],
        ),
        (
            "The Ministry of Defence of the Republic of Lithuania and the Ministry of Defence of the Kingdom of "
            "Norway, hereinafter referred to as the “Parties”,",
            [("LT", PartyKind.MINISTRY), ("NO", PartyKind.MINISTRY)],
        ),
        (
            "The European Union, of the one part, and Ukraine, of the other part, hereinafter “the Parties”,",
            [("EU", PartyKind.ORGANISATION), ("UA", PartyKind.STATE)],
        ),
    ],
)  # fmt: skip
def test_parties_of_the_clause(text: Recogniser, clause: str, parties: list[tuple[str, PartyKind]]) -> None:
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [(party.key, party.kind) for party in agreement.parties] == parties


def test_a_treaty_of_whoever_joins_has_no_parties_and_no_complaint(text: Recogniser) -> None:
    found = text(f"CONVENTION ON BRIDGES\n\nThe States Parties to this Convention,\n\n{BODY}")
    assert found.agreement.parties == ()
    assert "recognition.parties-unclear" not in [finding.code for finding in found.findings]


def test_parties_no_table_holds_have_a_key_of_their_own(text: Recogniser) -> None:
    clause = (
        "The Northern Bridge Company and The Southern Ferry Trust, hereinafter referred to as the “Parties”,"
    )
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [party.key for party in agreement.parties] == ["northern-bridge-company", "southern-ferry-trust"]
    assert {party.kind for party in agreement.parties} == {PartyKind.OTHER}


def test_the_title_names_them_where_the_clause_does_not(text: Recogniser) -> None:
    title = "AGREEMENT BETWEEN THE REPUBLIC OF ESTONIA AND THE REPUBLIC OF FINLAND ON A BRIDGE"
    agreement = text(f"{title}\n\nThe Parties,\n\nwishing to meet more often,\n\n{BODY}").agreement
    assert [party.key for party in agreement.parties] == ["EE", "FI"]
