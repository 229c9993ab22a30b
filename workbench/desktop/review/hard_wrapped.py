"""Which lines of a hard-wrapped file go on in the next one: on a narrow page they are shown as paragraphs.

A text file or a PDF gives lines as wide as a sheet. Shown with their own breaks beside a tree they would wrap
a second time. A line goes on where both are of the same unit, the first is about as long as lines of this
file are, and neither is set apart: centred, numbered, indented by blanks in its middle.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.tree import ProvisionId

_FULL = 0.6
"""A line shorter than this share of the usual length ends on purpose."""
_WIDE = re.compile(r"\S {3,}\S|\t")
_LABEL = re.compile(r"\s*\S{1,6}\s+")
_APART = (Alignment.CENTRE, Alignment.RIGHT)


def joined(source: SourceDocument, origins: Mapping[ProvisionId, tuple[int, int]]) -> frozenset[int]:
    """The blocks that go on in the paragraph of the block before them; none where blocks are paragraphs."""
    blocks = source.blocks
    lengths = sorted(len(block.text.plain) for block in blocks if block.text.plain.strip())
    if source.layout is Layout.PARAGRAPHS or not lengths:
        return frozenset()
    full = _FULL * lengths[int(0.9 * (len(lengths) - 1))]
    owners: list[ProvisionId | None] = [None] * len(blocks)
    for unit, (first, last) in sorted(origins.items(), key=lambda item: item[1][0] - item[1][1]):
        begin, end = max(0, first), min(last + 1, len(blocks))
        owners[begin:end] = [unit] * max(0, end - begin)  # the innermost is written last
    return frozenset(
        index
        for index in range(1, len(blocks))
        if owners[index] is not None
        and owners[index] == owners[index - 1]
        and len(blocks[index - 1].text.plain) >= full
        and _follows(blocks[index - 1], blocks[index])
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
