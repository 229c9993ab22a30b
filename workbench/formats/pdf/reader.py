"""PDF file -> SourceDocument: lines in reading order with indent, size and gaps, without page furniture."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from pathlib import Path
from statistics import mean

import pypdfium2 as pdfium
from pypdfium2 import raw

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.formats.errors import DamagedFileError, EncryptedFileError, NoTextError
from workbench.formats.files import read_bytes
from workbench.formats.pdf.furniture import without_furniture
from workbench.formats.pdf.ocr import Tesseract
from workbench.formats.pdf.page import Line, leading, lines_of

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
EMPTY_PAGES = FindingKind(
    "pdf.pages-without-text",
    Severity.WARNING,
    "{count} of {total} pages hold no text (pictures of pages?): {pages}.",
)
_ENOUGH_LINES = 40
_MANY_ENDS = 4
_CENTRE_TOLERANCE = 6.0  # points by which a centred line may miss the middle


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read a PDF. Raises a `FormatError` that names the file when it cannot be read or holds no text."""
    return from_bytes(read_bytes(path), name=path.name, progress=progress)


def from_bytes(data: bytes, *, name: str, progress: Progress = SILENT) -> SourceDocument:
    """Read a PDF from memory."""
    pages: list[list[Line]] = []
    widths: list[float] = []
    findings: list[Finding] = []
    try:
        document = pdfium.PdfDocument(data)
        try:
            total = len(document)
            for index in range(total):
                step(progress, index, total, name)
                page = document[index]
                pages.append(lines_of(page))
                widths.append(page.get_width())
                page.close()
            findings += _scans(document, pages, name, progress)
        finally:
            document.close()
    except pdfium.PdfiumError as damage:
        if "password" in str(damage).casefold():
            raise EncryptedFileError(file=name) from damage
        raise DamagedFileError(file=name, reason="it is not a PDF, or it was cut off") from damage
    if not any(pages):
        raise NoTextError(file=name)
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    kept, dropped = without_furniture(pages)
    if dropped:
        findings.append(FURNITURE.at(name, quote=dropped[0], count=len(dropped)))
    if empty:
        listed = ", ".join(map(str, empty[:12])) + ("…" if len(empty) > 12 else "")
        findings.append(EMPTY_PAGES.at(name, count=len(empty), total=len(pages), pages=listed))
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
        scanned = tesseract.read(document[index])
        pages[index] = scanned.lines
        if scanned.lines:
            sure.append(scanned.confidence)
    if not sure:
        return []
    return [SCANNED.at(name, count=len(sure), total=len(pages), confidence=round(mean(sure)))]


def _is_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _blocks(pages: list[list[Line]], widths: list[float]) -> list[SourceBlock]:
    spacing = leading(pages)
    margins = _Margins(pages)
    blocks: list[SourceBlock] = []
    for number, page in enumerate(pages, start=1):
        previous: Line | None = None
        for turn, line in enumerate(page):
            distance = line.foot - previous.foot if previous else spacing
            # A column that starts again at the top is no gap.
            gap = max(0.0, distance / spacing - 1.0) if distance > 0 else 0.0
            left, right = margins.of(line, number)
            beside = [*page[max(0, turn - 1) : turn], *page[turn + 1 : turn + 2]]
            alignment = None
            if not margins.begins_lines(line) and not any(_in_one_block(line, other) for other in beside):
                alignment = _alignment(line, left, right, widths[number - 1] if not line.column else None)
            blocks.append(
                SourceBlock(
                    text=Text(line.text),
                    alignment=alignment,
                    indent=round(max(0.0, line.left - left), 1),
                    room=_room(line, left, right, alignment),
                    size=round(line.size, 1) or None,
                    bold=line.bold,
                    italic=line.italic,
                    page=number,
                    line=len(blocks) + 1,
                    gap=round(gap, 2) if gap > 0.25 else 0.0,
                )
            )
            previous = line
    return blocks


class _Margins:
    """Where most lines begin and end: of each column, and of left and right pages where they differ."""

    def __init__(self, pages: list[list[Line]]) -> None:
        self._known: dict[tuple[int, int], tuple[float, float]] = {}
        self._ends: dict[tuple[int, int], set[int]] = {}
        whole = [line for page in pages for line in page]
        for line in whole:
            self._ends.setdefault((line.column, round(line.left)), set()).add(round(line.right / 9))
        for column in {line.column for line in whole}:
            inside = [line for line in whole if line.column == column]
            every = _margins(inside)
            for side in (0, 1):
                there = [line for page in pages[side::2] for line in page if line.column == column]
                self._known[column, side] = _margins(there) if len(there) > _ENOUGH_LINES else every

    def of(self, line: Line, page: int) -> tuple[float, float]:
        """The left and right margin for a line on a page (from 1)."""
        return self._known[line.column, (page - 1) % 2]

    def begins_lines(self, line: Line) -> bool:
        """Whether lines of many lengths begin where this one does: an indent, then, and not the centre."""
        near = (self._ends.get((line.column, round(line.left) + step), set()) for step in (-1, 0, 1))
        return len(set().union(*near)) > _MANY_ENDS


def _margins(lines: list[Line]) -> tuple[float, float]:
    lefts = Counter(round(line.left) for line in lines)
    rights = sorted(line.right for line in lines)
    common = lefts.most_common(3)
    left = min((x for x, count in common if count * 4 >= common[0][1]), default=0)
    return float(left), rights[int(len(rights) * 0.9)] if rights else 0.0


def _in_one_block(line: Line, other: Line) -> bool:
    """Whether two lines begin at the same place and end at different ones, as lines of a paragraph do."""
    level = line.column == other.column and abs(line.left - other.left) < 1.5
    return level and abs(line.right - other.right) > 9


def _room(line: Line, left: float, right: float, alignment: Alignment | None) -> float:
    """How many more signs would have gone on the line."""
    free = right - line.right
    if alignment is Alignment.CENTRE:
        free += line.left - left
    breadth = (line.right - line.left) / max(1, len(line.text.strip()))
    return round(free / breadth, 1) if breadth > 0.5 else 0.0


def _alignment(line: Line, left: float, right: float, width: float | None) -> Alignment | None:
    """Centred between the margins or on the sheet, or set at the right margin; None for the usual line."""
    if width is not None and right < width * 0.75:
        right = max(right, width - left)  # a page of short lines
    before, after = line.left - left, right - line.right
    if min(before, after) > 2 * _CENTRE_TOLERANCE:
        on_sheet = abs((line.left + line.right) - width) if width is not None else math.inf
        if min(abs(before - after), on_sheet) < 2 * _CENTRE_TOLERANCE:
            return Alignment.CENTRE
    if before > 0.4 * (right - left) and abs(after) < _CENTRE_TOLERANCE:
        return Alignment.RIGHT
    return None
