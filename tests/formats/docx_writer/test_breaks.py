"""Paragraphs that come and go in front of a table, with which none can be put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.docx_writer.test_word_redline import BASE, document, lines, unit
from tests.formats.docx_writer.word_judge import decided
from tests.formats.office import read_by_office
from workbench.agreement import edits
from workbench.comparison import compare
from workbench.formats.docx import redline, writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WITHOUT = edits.delete(BASE, unit(31))  # what stood between the testimonium and the signatures


@pytest.mark.parametrize("goes", [True, False])
def test_the_break_before_is_marked_and_not_the_one_in_front_of_the_table(goes: bool, tmp_path: Path) -> None:
    old, new = (BASE, WITHOUT) if goes else (WITHOUT, BASE)
    data = redline.to_bytes(compare(old, new), author="A", date="2026-11-21")
    for table in document(data).iter(f"{W}tbl"):
        before = table.getprevious()
        assert before is None or before.find(f"{W}pPr/{W}rPr") is None
    assert lines(decided(data, "accept")) == lines(writer.to_bytes(new))
    assert lines(decided(data, "reject")) == lines(writer.to_bytes(old))
    files = {
        "new": ("plain", writer.to_bytes(new)),
        "accepted": ("accept", data),
        "old": ("plain", writer.to_bytes(old)),
        "rejected": ("reject", data),
    }
    text = read_by_office(files, tmp_path, empty=True)
    assert (text["accepted"], text["rejected"]) == (text["new"], text["old"])
