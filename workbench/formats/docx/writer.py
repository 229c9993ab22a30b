"""Agreement -> Word, ready to be signed: the clean text in our style, no remark, no trace of the desk."""

from __future__ import annotations

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement
from workbench.formats.docx.layout import Block, Grid, Para, lay_out
from workbench.formats.docx.markup import Bit, Body, State
from workbench.formats.docx.packaging import About, packed
from workbench.formats.docx.references import bookmarks

SEPARATED = ("Section heading",)
"""Styles whose number stands before the words as if it were one of them; elsewhere a tab follows it."""


def to_bytes(agreement: Agreement) -> bytes:
    """The .docx of an agreement. The same agreement gives the same bytes."""
    laid = lay_out(agreement)
    body = Body(bookmarks=bookmarks(agreement, laid))
    for block in laid.blocks():
        _write(body, block)
    end(body)
    return packed(body, about(agreement))


def about(agreement: Agreement, *, tracking: bool = False) -> About:
    """What the package of this agreement says of itself."""
    return About(agreement.language, agreement.title_text, agreement.marking, tracking)


def number_text(para: Para) -> Text:
    """The number that is printed as text before the words of a paragraph, with what stands between."""
    if not para.number or para.role == "number":
        return Text(para.number)
    if not para.text:
        return Text(para.number)
    return Text(para.number + (" " if para.style in SEPARATED else "\t"))


def after_table(grid: Grid) -> Para:
    """The empty paragraph behind every table: two tables that touch would be one to Word."""
    return Para(grid.unit, "after", "End", Text())


def end(body: Body) -> None:
    """The last paragraph, whose mark no revision can touch."""
    body.paragraph(Para(None, "end", "End", Text()), ())


def _write(body: Body, block: Block) -> None:
    if isinstance(block, Grid):
        body.table(block, [(State.KEPT, [[Bit(cell)] for cell in row]) for row in block.rows])
        body.paragraph(after_table(block), ())
    else:
        body.paragraph(block, (Bit(number_text(block)), Bit(block.text)))
