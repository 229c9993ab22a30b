"""Which lines of a file are shown on one line: those of a hard-wrapped paragraph, the cells of a table's row.

A text file or a PDF gives lines as wide as a sheet. Shown with their own breaks beside a tree they would wrap
a second time. A line goes on where both are of the same unit, the first is about as long as lines of this
file are, and neither is set apart: centred, numbered, indented by blanks in its middle. The cells of a table
are blocks of their own; where a row is short they stand side by side, as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.tree import ProvisionId

_FULL = 0.6
"""A line shorter than this share of the usual length ends on purpose."""
_ROW = 90
"""Signs of the longest row of a table that is shown on one line."""
_WIDE = re.compile(r"\S {3,}\S|\t")
_LABEL = re.compile(r"\s*\S{1,6}\s+")
_APART = (Alignment.CENTRE, Alignment.RIGHT)


def joined(source: SourceDocument, origins: Mapping[ProvisionId, tuple[int, int]]) -> frozenset[int]:
    """The blocks that are shown in the paragraph of the block before them."""
    blocks = source.blocks
    rows = _rows(blocks)
    lengths = sorted(len(block.text.plain) for block in blocks if block.text.plain.strip())
    if source.layout is Layout.PARAGRAPHS or not lengths:
        return rows
    full = _FULL * lengths[int(0.9 * (len(lengths) - 1))]
    owners: list[ProvisionId | None] = [None] * len(blocks)
    for unit, (first, last) in sorted(origins.items(), key=lambda item: item[1][0] - item[1][1]):
        begin, end = max(0, first), min(last + 1, len(blocks))
        owners[begin:end] = [unit] * max(0, end - begin)  # the innermost is written last
    return rows | frozenset(
        index
        for index in range(1, len(blocks))
        if owners[index] is not None
        and owners[index] == owners[index - 1]
        and len(blocks[index - 1].text.plain) >= full
        and _follows(blocks[index - 1], blocks[index])
    )


def _rows(blocks: Sequence[SourceBlock]) -> frozenset[int]:
    """The cells that stand beside the one before them, in rows that fit on one line."""
    rows: dict[tuple[int, int], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.cell is not None:
            rows.setdefault(block.cell[:2], []).append(index)
    return frozenset(
        index
        for places in rows.values()
        if sum(len(blocks[place].text.plain) + 3 for place in places) <= _ROW
        and len({blocks[place].cell for place in places}) == len(places)
        for index in places[1:]
        if index - 1 in places
    )


def _follows(before: SourceBlock, block: SourceBlock) -> bool:
    """Whether nothing in how the two lines are set parts them."""
    return (
        not block.gap
        and not block.number
        and block.cell is None
        and before.cell is None
        and block.column == before.column
        and block.alignment not in _APART
        and before.alignment not in _APART
        and block.bold == before.bold
        and bool(block.text.plain.strip())
        and not _in_columns(before)
        and not _in_columns(block)
    )


def _in_columns(block: SourceBlock) -> bool:
    """Whether words are set apart in the middle of a line; behind its number they stand apart anyway."""
    label = _LABEL.match(block.text.plain)
    return bool(_WIDE.search(block.text.plain, label.end() - 1 if label else 0))
