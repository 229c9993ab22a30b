"""Pairs of Word files, each with one trap for a comparison in it; own words about Ruritania and Syldavia.

The kinds are those that test suites of comparing programs hold, and those that agreements are full of.
"""

from __future__ import annotations

from tests.formats.docx_compare.traps.making import Made
from tests.formats.docx_compare.traps.notes import noted, sections
from tests.formats.docx_compare.traps.paragraphs import paragraphs
from tests.formats.docx_compare.traps.tables import tables
from tests.formats.docx_compare.traps.things import things


def pairs() -> dict[str, tuple[bytes, bytes]]:
    """Old and new file, by the name of the trap."""
    found = {**paragraphs(), **tables(), **noted(), **things(), **sections()}
    return {name: (_file(old), _file(new)) for name, (old, new) in found.items()}


def _file(side: str | Made) -> bytes:
    return (Made(side) if isinstance(side, str) else side).data()
