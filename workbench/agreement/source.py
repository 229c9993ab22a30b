"""What a reader hands over: paragraphs or lines as they stand in a file, before anyone asks what they mean.

A reader knows its file format and nothing of treaties. `SourceDocument.layout` says whether `blocks` are
whole paragraphs (Word, HTML) or physical lines that recognition must join (text, PDF).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from workbench.agreement.findings import Finding
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, ProvisionId


class Layout(StrEnum):
    """What one block of a source is."""

    PARAGRAPHS = "paragraphs"
    LINES = "lines"


class Alignment(StrEnum):
    """How a block is set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


class SourceBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One paragraph or line with the typography the file gives it.

    `text` holds soft line breaks as "\\n" and tabs as "\\t"; its marks are emphasis, footnotes and comments
    only. `number` is an automatic number as displayed ("3.", "(a)"), never part of `text`; `list_level` its
    level from 0. `outline` is the heading level from 1 that the style declares. `indent` and `size` are in
    points, None where the format does not say. `page` and `line` count from 1. `gap` is the number of blank
    lines (text) or extra line heights (PDF) before the block. `room` is how many more signs would have gone
    on the line, None where the format does not say. `cell` is (table, row, column) from 0; such a block is a
    paragraph of a cell, whatever the layout. `column` is (page, band, column) from 0 where a printed page is
    set in columns.
    """

    text: Text
    style: str = ""
    outline: int | None = None
    number: str | None = None
    list_level: int | None = None
    alignment: Alignment | None = None
    indent: float | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    page: int = 1
    line: int = 1
    gap: float = 0.0
    room: float | None = None
    cell: tuple[int, int, int] | None = None
    column: tuple[int, int, int] | None = None


class SourceDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file as read. `format` is "txt", "docx", "pdf", …; `name` the file name without folder."""

    name: str
    sha256: str
    format: str
    layout: Layout
    blocks: tuple[SourceBlock, ...]
    reader: str
    title: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def plain(self) -> str:
        """All text, one block a line."""
        return "\n".join(block.text.plain for block in self.blocks)


class Recognised(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What recognition made of a source.

    `is_agreement` is False for a background document. `origins` tells for each
    provision the blocks of the source it was made from, as indices (first, last). `versions` are the other
    language versions that a source printed beside `agreement`; provisions that correspond share their ids.
    """

    agreement: Agreement
    is_agreement: bool
    confidence: float
    findings: tuple[Finding, ...] = ()
    origins: dict[ProvisionId, tuple[int, int]] = {}
    versions: tuple[Agreement, ...] = ()
