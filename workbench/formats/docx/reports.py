"""What the tables we lay beside texts are made of: a heading, words in bold, rows under a head.

The comparison table, the page of changes and the concordance are such reports; none of them is a treaty text.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.text import Emphasis, Style, Text
from workbench.formats.docx.layout import Grid, Para
from workbench.formats.docx.markup import Bit, Body, State


def heading(body: Body, words: str) -> None:
    """What stands above a table."""
    body.paragraph(Para(None, "text", "Table title", Text()), [Bit(Text(words))])


def line(body: Body, words: str) -> None:
    """A paragraph of its own."""
    body.paragraph(Para(None, "text", "Paragraph", Text()), [Bit(Text(words))])


def bold(words: str) -> Text:
    """Words in bold."""
    return Text(words).marked(0, len(words), Emphasis(Style.BOLD))


def table(
    body: Body, rows: Sequence[Sequence[Sequence[Bit]]], widths: Sequence[int], *, counts: bool = False
) -> None:
    """A table whose first row is its head; `counts` tells that all columns but the first hold numbers."""
    grid = Grid(None, "counts" if counts else "grid", ())
    body.table(grid, [(State.KEPT, cells) for cells in rows], widths, headed=True)
