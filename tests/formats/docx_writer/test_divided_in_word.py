"""A provision that is divided or put together in Word, with others that come and go between its parts."""

from __future__ import annotations

import pytest

from tests.formats.docx_writer.test_word_redline import BASE, LONG, lines, unit
from tests.formats.docx_writer.test_word_writer import born
from tests.formats.docx_writer.word_judge import decided
from workbench.agreement import edits
from workbench.agreement.tree import Kind
from workbench.comparison import compare
from workbench.formats.docx import redline, writer

MINE = edits.insert_after(
    BASE,
    unit(12),
    born(15, Kind.PARAGRAPH, LONG),
    born(16, Kind.PARAGRAPH, "Visits are free of charge throughout the year."),
    born(17, Kind.PARAGRAPH, "Visitors are insured by those who send them."),
)


@pytest.mark.parametrize("lost", [True, False])
def test_what_went_after_a_divided_paragraph_comes_back_behind_it(lost: bool) -> None:
    parts, _ = edits.split(MINE, unit(15), LONG.index("The dates"))
    if lost:
        parts = edits.delete(parts, unit(16))
    for old, new in ((MINE, parts), (parts, MINE)):
        data = redline.to_bytes(compare(old, new), author="A", date="2026-11-21")
        assert lines(decided(data, "accept")) == lines(writer.to_bytes(new))
        assert lines(decided(data, "reject")) == lines(writer.to_bytes(old))
