"""PDF file -> SourceDocument: lines in reading order with indent, size and gaps, without page furniture."""

from __future__ import annotations

import hashlib
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
    spacing = _typical([leading(page) for page in pages if len(page) > 3])
    margin_left, margin_right = _margins(pages)
    blocks: list[SourceBlock] = []
    for number, page in enumerate(pages, start=1):
        previous: Line | None = None
        for line in page:
            distance = line.bottom - previous.bottom if previous else spacing
            # A column that starts again at the top is no gap.
            gap = max(0.0, distance / spacing - 1.0) if distance > 0 else 0.0
            blocks.append(
                SourceBlock(
                    text=Text(line.text),
                    alignment=_alignment(line, margin_left, margin_right, widths[number - 1]),
                    indent=round(max(0.0, line.left - margin_left), 1),
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


def _typical(values: list[float]) -> float:
    """The most common value, to the nearest point; 14 where there are none."""
    counts = Counter(round(value) for value in values)
    return float(counts.most_common(1)[0][0]) if counts else 14.0


def _margins(pages: list[list[Line]]) -> tuple[float, float]:
    """Where most lines begin and end."""
    lefts = Counter(round(line.left) for page in pages for line in page)
    rights = sorted(line.right for page in pages for line in page)
    left = min((x for x, count in lefts.most_common(3) if count * 4 >= lefts.most_common(1)[0][1]), default=0)
    return float(left), rights[int(len(rights) * 0.9)] if rights else 0.0


def _alignment(line: Line, left: float, right: float, width: float) -> Alignment | None:
    """Centred between the margins or on the sheet, or set at the right margin; None for the usual line."""
    right = max(right, width - left) if right < width * 0.75 else right  # a page of short lines
    before, after = line.left - left, right - line.right
    if min(before, after) > 2 * _CENTRE_TOLERANCE:
        on_sheet = abs((line.left + line.right) - width)
        if min(abs(before - after), on_sheet) < 2 * _CENTRE_TOLERANCE:
            return Alignment.CENTRE
    if before > 0.4 * (right - left) and abs(after) < _CENTRE_TOLERANCE:
        return Alignment.RIGHT
    return None
