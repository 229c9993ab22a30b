"""Columns of a table that came or went, so that their cells are marked and not every row replaced.

Only plain tables are looked at: each row with as many cells as the next, none of them spanning, wrapped or
marked before. What is in no such order (merged cells, say) has no columns that could be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from workbench.formats.docx.comparing.blocks import Block
from workbench.formats.docx.comparing.pairing import Pair, alike_pairs, equal_pairs
from workbench.formats.docx.package import W

_NOT_PLAIN = tuple(f"{W}{name}" for name in ("gridSpan", "hMerge", "cellIns", "cellDel", "cellMerge"))
_BESIDE = (f"{W}gridBefore", f"{W}gridAfter")
Held = tuple[etree._Element, list[Block]]
"""A cell and what it holds."""


@dataclass(frozen=True)
class Columns:
    """Which columns of two tables are the same ones; the rest came or went."""

    pairs: list[Pair]
    old: int
    new: int

    def row(self, row: Block, side: int) -> Block:
        """A row as its lasting cells alone read; 0 for one of the old table, 1 for one of the new."""
        return _row_of(row, [pair[side] for pair in self.pairs])

    def cells(self, old: Block, new: Block) -> list[tuple[Held | None, Held | None]]:
        """The cells of two rows side by side, in order; None where the other table has no such column."""
        found: list[tuple[Held | None, Held | None]] = []
        i = j = 0
        for a, c in [*self.pairs, (self.old, self.new)]:
            found.extend((held, None) for held in old.cells[i:a])
            found.extend((None, held) for held in new.cells[j:c])
            if a < self.old:
                found.append((old.cells[a], new.cells[c]))
            i, j = a + 1, c + 1
        return found

    def gone(self) -> list[int]:
        """The old columns that the new table does not have."""
        return sorted(set(range(self.old)) - {i for i, _ in self.pairs})

    def come(self) -> list[int]:
        """The new columns that the old table did not have."""
        return sorted(set(range(self.new)) - {j for _, j in self.pairs})


def columns(old: Block, new: Block) -> Columns | None:
    """The columns of two tables, or None where none came or went or not enough of them lasted."""
    mine, yours = _width(old), _width(new)
    if not mine or not yours or mine == yours:
        return None
    before = [_column(old, index) for index in range(mine)]
    after = [_column(new, index) for index in range(yours)]
    pairs, gaps = equal_pairs(before, after)
    for left, right in gaps:
        pairs.extend(alike_pairs(before, after, left, right))
    if len(pairs) < min(mine, yours):
        return None
    return Columns(sorted(pairs), mine, yours)


def said_in(table: Block, index: int) -> str:
    """The words of a column, a line a cell."""
    return _column(table, index).words


def fit_grid(old: etree._Element, new: etree._Element, found: Columns, change: etree._Element) -> None:
    """Give the grid of the new table the columns that went too, and remember the old one in `change`."""
    before, after = old.find(f"{W}tblGrid"), new.find(f"{W}tblGrid")
    if before is None or after is None:
        return
    mine, yours = list(before.iterchildren(f"{W}gridCol")), list(after.iterchildren(f"{W}gridCol"))
    if (len(mine), len(yours)) != (found.old, found.new) or after.find(f"{W}tblGridChange") is not None:
        return
    memory = etree.SubElement(change, f"{W}tblGrid")
    memory.extend(_width_of(column) for column in mine)
    lasting = dict(found.pairs)
    at = 0
    for i in range(found.old):
        if i in lasting:
            at = after.index(yours[lasting[i]]) + 1
        else:
            after.insert(at, _width_of(mine[i]))
            at += 1
    after.append(change)


def remember_grid(old: etree._Element, new: etree._Element, change: etree._Element) -> None:
    """Remember the grid of the old table in `change` where the new one has another number of columns."""
    before, after = old.find(f"{W}tblGrid"), new.find(f"{W}tblGrid")
    if before is None or after is None or after.find(f"{W}tblGridChange") is not None:
        return
    mine, yours = list(before.iterchildren(f"{W}gridCol")), list(after.iterchildren(f"{W}gridCol"))
    if len(mine) != len(yours):
        memory = etree.SubElement(change, f"{W}tblGrid")
        memory.extend(_width_of(column) for column in mine)
        after.append(change)


def _width_of(column: etree._Element) -> etree._Element:
    made = etree.Element(column.tag)
    width = column.get(f"{W}w")
    if width is not None:
        made.set(f"{W}w", width)
    return made


def _width(table: Block) -> int:
    """How many columns a plain table has; 0 for any other."""
    counts = {len(row.cells) for row in table.rows}
    if len(counts) != 1 or any(
        row.element.find(f"{W}trPr/{tag}") is not None for row in table.rows for tag in _BESIDE
    ):
        return 0
    for row in table.rows:
        for cell, _ in row.cells:
            properties = cell.find(f"{W}tcPr")
            if cell.getparent() is not row.element or (
                properties is not None and any(child.tag in _NOT_PLAIN for child in properties)
            ):
                return 0
    return counts.pop()


def _column(table: Block, index: int) -> Block:
    held = [row.cells[index] for row in table.rows]
    words = "\n".join(block.words for _, inside in held for block in inside)
    key = "\x1f".join("\x1e".join(block.key for block in inside) for _, inside in held)
    return Block([cell for cell, _ in held], key, words, None, "col")


def _row_of(row: Block, indices: list[int]) -> Block:
    held = [row.cells[index] for index in indices]
    key = "\x1f".join("\x1e".join(block.key for block in inside) for _, inside in held)
    words = "\n".join(block.words for _, inside in held for block in inside)
    return Block(row.elements, key, words, None, row.shape[:2], cells=row.cells)
