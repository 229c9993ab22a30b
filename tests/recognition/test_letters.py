"""Letters exchanged between Governments: an agreement only where they say that they make one."""

from __future__ import annotations

from tests.recognition.conftest import Recogniser
from workbench.agreement.tree import Kind

_LETTER = """EXCHANGE OF NOTES BETWEEN THE GOVERNMENT OF ICELAND AND THE GOVERNMENT OF MALTA ON FERRIES

I

Reykjavik, 4 June 1992

Excellency,

I have the honour to propose the following terms:

1. Ferries of either country may call at the ports of the other.

2. They shall pay the dues of the port.

If your Government agrees, {conclusion}

Accept, Excellency, the assurances of my highest consideration.

J. Jonsson
"""


def test_letters_that_constitute_an_agreement_are_one(text: Recogniser) -> None:
    found = text(_LETTER.format(conclusion="this note and your reply shall constitute an agreement."))
    assert found.is_agreement
    assert [party.state for party in found.agreement.parties] == ["IS", "MT"]
    paragraphs = [unit for top in found.agreement.body for unit in top.walk() if unit.kind is Kind.PARAGRAPH]
    assert [unit.printed for unit in paragraphs[:2]] == ["1.", "2."]
    assert [unit.kind for unit in found.agreement.closing] == [Kind.TESTIMONIUM, Kind.SIGNATURE_BLOCK]


def test_the_title_ends_above_number_place_and_day(text: Recogniser) -> None:
    found = text(_LETTER.format(conclusion="this note and your reply shall constitute an agreement."))
    assert [unit.text.plain for unit in found.agreement.title] == [_LETTER.splitlines()[0]]


def test_a_letter_that_concludes_nothing_is_no_agreement(text: Recogniser) -> None:
    assert not text(_LETTER.format(conclusion="our experts might meet in autumn.")).is_agreement
