"""Texts without articles: a memorandum with legal numbers, an arrangement with sections, a joint declaration."""

from __future__ import annotations

from tests.recognition.conftest import Recogniser
from workbench.agreement.tree import Kind, PartyKind, Register

MEMORANDUM = """MEMORANDUM OF UNDERSTANDING
BETWEEN
THE MINISTRY OF DEFENCE OF THE REPUBLIC OF ESTONIA
AND
THE MINISTRY OF DEFENCE OF FINLAND
CONCERNING SKIS

The Ministry of Defence of the Republic of Estonia and the Ministry of Defence of Finland, hereinafter the "Participants",

RECOGNISING the value of skis,

HAVE REACHED THE FOLLOWING UNDERSTANDING:

1. PURPOSE
1.1. The purpose of this Memorandum is to set out how skis will be shared.
1.2. This Memorandum does not create obligations under international law.

2. SCOPE
2.1 The Participants will cooperate in the following areas:
a) making skis;
b) waxing skis.
2.2 Other areas may be added.

3. FINAL PROVISIONS
3.1. This Memorandum will come into effect on the date of the last signature.
3.2. Either Participant may terminate it by giving six months' notice.

Signed in two copies at Tartu on 3 May 2024 in the English language.

For the Ministry of Defence of          For the Ministry of Defence of
the Republic of Estonia                 Finland
"""


def test_a_memorandum_has_sections_and_legal_numbers(text: Recogniser) -> None:
    agreement = text(MEMORANDUM).agreement
    assert [(unit.kind, unit.printed, unit.heading.plain) for unit in agreement.body] == [
        (Kind.SECTION, "1.", "PURPOSE"),
        (Kind.SECTION, "2.", "SCOPE"),
        (Kind.SECTION, "3.", "FINAL PROVISIONS"),
    ]
    assert [child.printed for child in agreement.body[0].children] == ["1.1.", "1.2."]
    assert [child.printed for child in agreement.body[1].children[0].children] == ["a)", "b)"]


def test_a_memorandum_is_one_and_its_participants_are_ministries(text: Recogniser) -> None:
    agreement = text(MEMORANDUM).agreement
    assert agreement.register is Register.MOU
    assert agreement.own_name == "Memorandum of Understanding"
    assert agreement.collective_name == "Participants"
    assert [(party.key, party.kind) for party in agreement.parties] == [
        ("EE", PartyKind.MINISTRY),
        ("FI", PartyKind.MINISTRY),
    ]


def test_signatures_side_by_side_are_read_column_by_column(text: Recogniser) -> None:
    signed = text(MEMORANDUM).agreement.of_kind(Kind.SIGNATORY)
    assert [unit.text.plain for unit in signed] == [
        "For the Ministry of Defence of\nthe Republic of Estonia",
        "For the Ministry of Defence of\nFinland",
    ]


def test_sections_with_a_word_and_roman_headings_with_running_numbers(text: Recogniser) -> None:
    words = (
        "JOINT DECLARATION ON TRADE\n\nLatvia and Norway (hereinafter “the Participants”),\n\nrecalling their "
        "friendship,\n\nhave decided as follows:\n\nI. Trade\n\n1. The Participants welcome trade.\n\n2. More of it "
        "will come.\n\nII. Tourism\n\n3. Tourists will be fed.\n\n4. They will be shown the bridge.\n"
    )
    body = text(words).agreement.body
    assert [(unit.printed, unit.heading.plain) for unit in body] == [("I.", "Trade"), ("II.", "Tourism")]
    assert [[child.printed for child in unit.children] for unit in body] == [["1.", "2."], ["3.", "4."]]
