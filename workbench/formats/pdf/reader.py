"""PDF file -> SourceDocument: lines in reading order with indent, size and gaps, without page furniture."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pypdfium2 as pdfium
from pypdfium2 import raw

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Footnote, Mark, Text
from workbench.formats.errors import DamagedFileError, EncryptedFileError, NoTextError, TooLargeFileError
from workbench.formats.files import read_bytes
from workbench.formats.pdf.columns import in_order
from workbench.formats.pdf.footnotes import with_footnotes
from workbench.formats.pdf.furniture import without_changing_headers, without_furniture
from workbench.formats.pdf.letters import MOST_LETTERS, CrowdedPageError
from workbench.formats.pdf.line_numbers import without_line_numbers
from workbench.formats.pdf.margins import Margins, alignment, in_one_block, room
from workbench.formats.pdf.ocr import Tesseract
from workbench.formats.pdf.page import Line, Sheet, Table, leading, sheet_of
from workbench.formats.pdf.stamps import without_stamps
from workbench.formats.pdf.tables import with_aligned_tables, with_ruled_tables

READER = "pdf/1"
FURNITURE = FindingKind(
    "pdf.page-furniture",
    Severity.INFO,
    "{count} headers, footers and page numbers were left out, the first of them “{quote}”.",
)
SCANNED = FindingKind(
    "pdf.scanned",
    Severity.WARNING,
    "{count} of {total} pages are scans and were read by character recognition, sure to {confidence} %.",
)
LANGUAGES_MISSING = FindingKind(
    "pdf.scan-languages",
    Severity.WARNING,
    "character recognition knows nothing of {languages} here; a scan in such a language comes out wrong "
    "until these data files of tesseract are installed.",
)
EMPTY_PAGES = FindingKind(
    "pdf.pages-without-text",
    Severity.WARNING,
    "{count} of {total} pages hold no text (pictures of pages?): {pages}.",
)
_HANGING = 2.0  # points by which lines that hang may differ
_BARE_NUMBER = re.compile(r"(?<=^\d) (?=\S)|(?<=^\d\d) (?=\S)")


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read a PDF. Raises a `FormatError` that names the file when it cannot be read or holds no text."""
    return from_bytes(read_bytes(path), name=path.name, progress=progress)


def from_bytes(data: bytes, *, name: str, progress: Progress = SILENT) -> SourceDocument:
    """Read a PDF from memory."""
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    try:
        document = pdfium.PdfDocument(data)
        try:
            total = len(document)
            for index in range(total):
                step(progress, index, total, name)
                page = document[index]
                sheets.append(sheet_of(page))
                page.close()
            sheets, stamps = without_stamps(sheets)
            sheets = without_line_numbers(with_ruled_tables(sheets))
            pages = in_order(with_aligned_tables(sheets))
            findings += _scans(document, pages, name, progress)
        finally:
            document.close()
    except CrowdedPageError as crowded:
        raise TooLargeFileError(file=name, size=f"{MOST_LETTERS} letters on one page") from crowded
    except pdfium.PdfiumError as damage:
        if "password" in str(damage).casefold():
            raise EncryptedFileError(file=name) from damage
        raise DamagedFileError(file=name, reason="it is not a PDF, or it was cut off") from damage
    if not any(pages):
        raise NoTextError(file=name)
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    kept, dropped = without_furniture(pages)
    kept, changing = without_changing_headers(with_footnotes(kept))
    dropped = [*stamps, *dropped, *changing]
    if dropped:
        findings.append(FURNITURE.at(name, quote=dropped[0], count=len(dropped)))
    if empty:
        listed = ", ".join(map(str, empty[:12])) + ("…" if len(empty) > 12 else "")
        findings.append(EMPTY_PAGES.at(name, count=len(empty), total=len(pages), pages=listed))
    widths = [sheet.width for sheet in sheets]
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        layout=Layout.LINES,
        blocks=tuple(_blocks(kept, widths)),
        reader=READER,
        findings=tuple(findings),
    )


def _scans(
    document: pdfium.PdfDocument, pages: list[list[Line]], name: str, progress: Progress
) -> list[Finding]:
    """Read the pages that are pictures by character recognition, where it is installed."""
    pictures = [index for index, page in enumerate(pages) if not page and _is_picture(document[index])]
    tesseract = Tesseract.find() if pictures else None
    if tesseract is None:
        return []
    sure: list[float] = []
    for done, index in enumerate(pictures):
        step(progress, done, len(pictures), name)
        scanned = tesseract.read(document[index], progress)
        pages[index] = scanned.lines
        if scanned.lines:
            sure.append(scanned.confidence)
    if not sure:
        return []
    found = [SCANNED.at(name, count=len(sure), total=len(pages), confidence=round(mean(sure)))]
    if tesseract.missing:
        found.append(LANGUAGES_MISSING.at(name, languages=", ".join(tesseract.missing)))
    return found


def _is_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _blocks(pages: list[list[Line]], widths: list[float]) -> list[SourceBlock]:
    spacing = leading(pages)
    margins = Margins(pages)
    blocks: list[SourceBlock] = []
    tables = _Tables()
    for number, page in enumerate(pages, start=1):
        previous: Line | None = None
        for turn, line in enumerate(page):
            if line.table is not None:
                for cell in tables.numbered(line.table, goes_on=turn == 0):
                    blocks.append(_of_cell(cell, line, number, len(blocks) + 1))
                previous = line
                continue
            tables.end()
            distance = line.foot - previous.foot if previous else spacing
            # A column that starts again at the top is no gap.
            gap = max(0.0, distance / spacing - 1.0) if distance > 0 else 0.0
            left, right = margins.of(line, number)
            beside = [*page[max(0, turn - 1) : turn], *page[turn + 1 : turn + 2]]
            placed = None
            if not margins.begins_lines(line) and not any(in_one_block(line, other) for other in beside):
                placed = alignment(line, left, right, widths[number - 1] if not line.column else None)
            blocks.append(
                SourceBlock(
                    text=Text(
                        _counted(line, page[turn + 1 : turn + 2]),
                        tuple(Mark(at, at, Footnote(words)) for at, words in line.notes),
                    ),
                    alignment=placed,
                    indent=round(max(0.0, line.left - left), 1),
                    room=room(line, left, right, placed),
                    size=round(line.size, 1) or None,
                    bold=line.bold,
                    italic=line.italic,
                    page=number,
                    line=len(blocks) + 1,
                    gap=round(gap, 2) if gap > 0.25 else 0.0,
                    column=(number - 1, line.band, line.column - 1) if line.column else None,
                )
            )
            previous = line
    return blocks


class _Tables:
    """Counts the tables of a text; one that fills the foot of a page goes on at the head of the next."""

    def __init__(self) -> None:
        self._number, self._rows = -1, 0
        self._open: Table | None = None

    def end(self) -> None:
        """Words stand behind the table."""
        self._open = None

    def numbered(self, table: Table, *, goes_on: bool) -> Iterator[tuple[tuple[int, int, int], str]]:
        """The cells with (table, row, column); `goes_on` where nothing stands above the table on its page."""
        before = self._open
        cells = table.cells
        if goes_on and before is not None and _same_columns(before, table):
            head = _row(before, 0)
            if _row(table, cells[0].row) == head:  # printed again on every page
                cells = tuple(cell for cell in cells if cell.row != cells[0].row)
        else:
            self._number, self._rows = self._number + 1, 0
            before = table
        first = cells[0].row if cells else 0
        for cell in cells:
            yield (self._number, self._rows + cell.row - first, cell.column), cell.text
        self._rows += cells[-1].row - first + 1 if cells else 0
        self._open = before


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.across) == len(other.across) and all(
        abs(a - b) < _HANGING for a, b in zip(one.across, other.across, strict=True)
    )


def _row(table: Table, number: int) -> list[str]:
    return [cell.text for cell in table.cells if cell.row == number]


def _of_cell(cell: tuple[tuple[int, int, int], str], table: Line, page: int, line: int) -> SourceBlock:
    place, words = cell
    return SourceBlock(text=Text(words), size=round(table.size, 1) or None, page=page, line=line, cell=place)


def _counted(line: Line, below: list[Line]) -> str:
    """The words of a line; a bare number whose paragraph hangs behind it is set off by a tab."""
    hangs = bool(below) and abs(below[0].left - line.words) < _HANGING and line.words - line.left > 6
    return _BARE_NUMBER.sub("\t", line.text, count=1) if line.words and hangs else line.text
