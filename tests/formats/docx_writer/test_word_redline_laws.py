"""Accepting every revision of a Word redline gives the file of the new text, rejecting them that of the old."""

from __future__ import annotations

from msgspec.structs import replace

from tests.formats.docx_writer.word_judge import decided
from tests.formats.redline_laws import for_many_pairs, for_some_pairs
from workbench.agreement.source import SourceBlock
from workbench.agreement.text import Emphasis, Text
from workbench.agreement.tree import Agreement
from workbench.comparison import compare
from workbench.formats.docx import redline, writer
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package
from workbench.formats.errors import NoTextError


def accepting_gives_the_new_and_rejecting_the_old_file(pair: tuple[Agreement, Agreement]) -> None:
    old, new = pair
    marked = redline.to_bytes(compare(old, new), author="LV", date="2026-11-21")
    assert read(decided(marked, "accept")) == read(writer.to_bytes(new))
    assert read(decided(marked, "reject")) == read(writer.to_bytes(old))


test_accepting_and_rejecting = for_some_pairs(accepting_gives_the_new_and_rejecting_the_old_file)
test_the_same_for_many = for_many_pairs(accepting_gives_the_new_and_rejecting_the_old_file)


def read(data: bytes) -> list[tuple[SourceBlock, set[tuple[int, str]]]]:
    """The blocks of a file, and the look of each character that can be seen: no one sees a bold space."""
    try:
        blocks = read_package(Package(data, name="redline.docx")).blocks
    except NoTextError:
        return []
    return [
        (replace(b, text=b.text.unmarked(Emphasis), bold=False, italic=False), looks(b.text)) for b in blocks
    ]


def looks(text: Text) -> set[tuple[int, str]]:
    return {
        (at, mark.value.style.value)
        for mark in text.marks
        if isinstance(mark.value, Emphasis)
        for at in range(mark.start, mark.end)
        if not text.plain[at].isspace()
    }
