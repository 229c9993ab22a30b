"""The paragraphs, tables and rows of a story as they are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from workbench.comparison.options import PLAIN, Options
from workbench.formats.docx.comparing.lines import Line, read_line
from workbench.formats.docx.comparing.structure import AROUND, CELL, TABLE, P, blocks, cells, rows
from workbench.formats.docx.comparing.things import Digest
from workbench.formats.docx.comparing.views import EVERYTHING, View
from workbench.formats.docx.revisions.following import is_tracked

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(eq=False)
class Move:
    """Paragraphs that stand together elsewhere now; `written` is what was marked of either side."""

    away: list[Block] = field(default_factory=list)
    here: list[Block] = field(default_factory=list)
    pairs: list[tuple[Block, Block]] = field(default_factory=list)
    written_away: list[etree._Element] = field(default_factory=list)
    written_here: list[etree._Element] = field(default_factory=list)


@dataclass(eq=False)
class Block:
    """A paragraph (with its line), a table (with its rows) or a row (with what its cells hold)."""

    elements: list[etree._Element]
    key: str
    words: str
    line: Line | None = None
    shape: str = "p"
    rows: list[Block] = field(default_factory=list)
    cells: list[tuple[etree._Element, list[Block]]] = field(default_factory=list)
    tail: tuple[int, int] | None = None
    """Of an old paragraph that shares its break with all that follows on either side: up to which blocks."""
    move: Move | None = None
    fence: etree._Element | None = None
    """A table right after a paragraph that is passed over: the words in front of it run on over none."""
    kept: list[tuple[int, int]] = field(default_factory=list)
    """Of a moved paragraph the characters that moved; what is not in them was deleted or inserted."""

    @property
    def element(self) -> etree._Element:
        """The table or row, or the paragraph that ends the block."""
        return self.elements[-1]

    @property
    def end(self) -> etree._Element:
        """After what the next block stands."""
        return self.element if self.fence is None else self.fence

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words, each as often as it occurs."""
        return Counter(_WORD.findall(self.words.casefold()))

    @cached_property
    def size(self) -> int:
        """How many words."""
        return sum(self.bag.values())


@dataclass(frozen=True)
class Reading:
    """How the blocks of one file are read."""

    digest: Digest
    view: View = EVERYTHING
    options: Options = PLAIN

    def story(self, story: etree._Element) -> list[Block]:
        """The blocks of a body, a cell, a note or a header; those are left out that the view passes over."""
        found: list[Block] = []
        waiting: list[etree._Element] = []
        for element in blocks(story, self.view):
            if element.tag != P:
                table = self.table(element)
                if table is not None:
                    found.append(table)
                elif found and found[-1].shape == "p":
                    found[-1].fence = element
                continue
            waiting.append(element)
            if self.view.runs_on(element) is not None:
                continue
            block = self.paragraph(waiting)
            waiting = []
            # A paragraph without words or break that runs on into nothing goes with its break.
            if block.line is not None and (block.line.leaves or self.view.ends(element) or _closes(element)):
                found.append(block)
        return found

    def paragraph(self, elements: list[etree._Element]) -> Block:
        """A paragraph, or several that read as one."""
        line = read_line(elements, self.digest, self.view, self.options)
        return Block(elements, line.key, line.words, line)

    def table(self, table: etree._Element) -> Block | None:
        """A table, or None where all its rows are passed over."""
        found = [self.row(row) for row in rows(table) if self.view.has_row(row)]
        if not found:
            return None
        key = "".join(f"\x1d{row.key}" for row in found)
        return Block([table], key, "\n".join(row.words for row in found), None, "tbl", rows=found)

    def row(self, row: etree._Element) -> Block:
        """A row."""
        held = [(cell, self.story(cell)) for cell in cells(row) if self.view.has_cell(cell)]
        shape = f"tr{len(held)}"
        key = shape + "".join("\x1f" + "\x1e".join(block.key for block in inside) for _, inside in held)
        words = "\n".join(block.words for _, inside in held for block in inside)
        return Block([row], key, words, None, shape, cells=held)


def _closes(paragraph: etree._Element) -> bool:
    """Whether its break stays, whatever is marked on it: at the end of a cell, or alone in its story."""
    parent = paragraph.getparent()
    assert parent is not None  # a paragraph stands in a story
    if next(paragraph.itersiblings(P, TABLE, *AROUND), None) is not None:
        return False
    if next(paragraph.itersiblings(P, TABLE, *AROUND, preceding=True), None) is not None:
        return parent.tag == CELL
    return not is_tracked(parent.getparent())


def lines_of(block: Block) -> Iterator[Line]:
    """All lines in a block, those in its cells included."""
    if block.line is not None:
        yield block.line
    for row in block.rows or ([block] if block.cells else []):
        for _, inside in row.cells:
            for held in inside:
                yield from lines_of(held)
