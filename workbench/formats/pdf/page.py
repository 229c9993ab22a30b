"""One PDF page as lines: characters put into order by where they stand, not by when they were drawn."""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

# PDFium marks the hyphen of a word broken over two lines; as a soft hyphen, joining lines undoes it.
_BROKEN_WORD = ("\x02", "\ufffe")
SOFT_HYPHEN = "\u00ad"
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_WEIGHT = 600
_ENDS_OF_LINES = re.compile(r"[\r\n]+|(?<=[\x02\ufffe])(?=[^\r\n])|$")
_WIDE_GAP = 2.5  # of the font size; justified lines stretch their spaces to about one


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Coordinates in points from the top left corner of the page.

    `base` is where its letters stand, which hanging letters do not move; `column` 1 or 2 where the page is
    set in two columns.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    base: float = 0.0
    column: int = 0

    @property
    def foot(self) -> float:
        """Where its letters stand, or end where that is not known."""
        return self.base or self.bottom

    @property
    def height(self) -> float:
        """From the top of its letters to their foot."""
        return self.bottom - self.top


def lines_of(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page in reading order; columns one after the other."""
    height = page.get_height()
    textpage = page.get_textpage()
    try:
        pieces = _pieces(textpage, height)
    finally:
        textpage.close()
    gutter = _gutter(pieces, page.get_width())
    if gutter is None:
        return _rows(pieces)
    return _by_columns(pieces, gutter)


def _pieces(textpage: pdfium.PdfTextPage, height: float) -> list[Line]:
    """The runs of text as PDFium groups them into lines, each with its box and font."""
    count = textpage.count_chars()
    if count <= 0:
        return []
    text = "".join(chr(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))
    pieces: list[Line] = []
    start = 0
    for match in _ENDS_OF_LINES.finditer(text):
        piece = _piece(textpage, text, start, match.start(), height)
        if piece is not None:
            pieces.append(piece)
        start = match.end()
    return pieces


def _piece(textpage: pdfium.PdfTextPage, text: str, start: int, end: int, height: float) -> Line | None:
    words = text[start:end]
    if not words.strip():
        return None
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip()) - 1
    left, _, bottom, top = _box(textpage, first)
    _, right, other_bottom, other_top = _box(textpage, last)
    # Spaces may be PDFium's own invention and have no font; a letter near the middle speaks for the line.
    middle = next(index for index in range((first + last) // 2, last + 1) if not text[index].isspace())
    _, _, middle_bottom, middle_top = _box(textpage, middle)
    name, weight = _font(textpage, middle)
    size = _size(textpage, middle)
    shown = _with_tabs(textpage, text, first, last, size)
    for sign in _BROKEN_WORD:
        shown = shown[:-1] + SOFT_HYPHEN if shown.endswith(sign) else shown.replace(sign, "-")
    return Line(
        text=shown.replace("\x00", "").replace("\ufb01", "fi").replace("\ufb02", "fl"),
        left=left,
        right=max(right, left),
        top=height - max(top, other_top, middle_top),
        bottom=height - min(bottom, other_bottom, middle_bottom),
        size=size,
        bold=weight >= _BOLD_WEIGHT or bool(_BOLD_NAME.search(name)),
        italic=bool(_ITALIC_NAME.search(name)),
        base=height - _base(textpage, middle),
    )


def _with_tabs(textpage: pdfium.PdfTextPage, text: str, first: int, last: int, size: float) -> str:
    """The words of a piece; where a space bridges a wide gap (columns, signatures) it is a tab."""
    signs = list(text[first : last + 1])
    for match in re.finditer(r"(?<=\S) +(?=\S)", text[first : last + 1]):
        _, before, _, _ = _box(textpage, first + match.start() - 1)
        after, _, _, _ = _box(textpage, first + match.end())
        if after - before > _WIDE_GAP * max(size, 1.0):
            signs[match.start()] = "\t"
            signs[match.start() + 1 : match.end()] = [""] * (match.end() - match.start() - 1)
    return "".join(signs)


def _box(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of one character in PDF coordinates."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _base(textpage: pdfium.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return y.value


def _size(textpage: pdfium.PdfTextPage, index: int) -> float:
    """The size as printed: the font's nominal size times the scale of the text matrix."""
    matrix = raw.FS_MATRIX()
    nominal: float = raw.FPDFText_GetFontSize(textpage, index)
    if not raw.FPDFText_GetMatrix(textpage, index, matrix):
        return nominal
    return nominal * (math.hypot(matrix.c, matrix.d) or 1.0)


def _font(textpage: pdfium.PdfTextPage, index: int) -> tuple[str, int]:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace"), raw.FPDFText_GetFontWeight(textpage, index)


def _gutter(pieces: list[Line], width: float) -> float | None:
    """Where the page divides into two columns, or None.

    Two columns are a gap near the middle that hardly any line crosses, with at least five lines on each
    side that stand beside each other. A signature block stands beside itself too, but is shorter.
    """
    if len(pieces) < 12:
        return None
    candidates = [width * share / 100 for share in range(40, 61, 2)]
    best = min(candidates, key=lambda x: sum(p.left < x < p.right for p in pieces))
    left = [p for p in pieces if p.right <= best]
    right = [p for p in pieces if p.left >= best]
    crossing = len(pieces) - len(left) - len(right)
    if min(len(left), len(right)) < 5 or crossing > 0.2 * len(pieces):
        return None
    # Short fragments right of a gap are page numbers or the ends of contents lines, not a column.
    wide = [p for p in right if p.right - p.left > width * 0.2]
    beside = sum(any(abs(p.top - q.top) < p.height for q in left) for p in wide)
    return best if len(wide) >= 5 and beside >= 0.5 * len(wide) else None


def _by_columns(pieces: list[Line], gutter: float) -> list[Line]:
    """Full-width lines divide the page into bands; within a band the left column is read first."""
    bands: list[tuple[list[Line], list[Line], list[Line]]] = [([], [], [])]
    for piece in sorted(pieces, key=lambda p: p.top):
        if piece.right <= gutter:
            bands[-1][1].append(piece)
        elif piece.left >= gutter:
            bands[-1][2].append(piece)
        else:
            if bands[-1][1] or bands[-1][2]:
                bands.append(([], [], []))
            bands[-1][0].append(piece)
    return [
        replace(line, column=column)
        for band in bands
        for column, part in enumerate(band)
        for line in _rows(part)
    ]


def _rows(pieces: list[Line]) -> list[Line]:
    """Pieces on one base line become one line, from left to right; a wide gap between them is a tab."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (p.bottom, p.left)):
        row = next((r for r in reversed(rows[-3:]) if _same_line(r[0], piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    lines = [_joined(sorted(row, key=lambda p: p.left)) for row in rows]
    return sorted(lines, key=lambda p: p.top)


def _same_line(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    beside = other.left >= one.right - 1 or other.right <= one.left + 1
    return beside and overlap > 0.5 * min(one.height, other.height)


def _joined(row: list[Line]) -> Line:
    line = row[0]
    for piece in row[1:]:
        gap = piece.left - line.right
        size = max(line.size, piece.size, 1.0)
        separator = "\t" if gap > _WIDE_GAP * size else " " if gap > 0.1 * size else ""
        main = line if len(line.text) >= len(piece.text) else piece
        line = replace(
            main,
            text=line.text + separator + piece.text,
            left=line.left,
            right=max(line.right, piece.right),
            top=min(line.top, piece.top),
            bottom=max(line.bottom, piece.bottom),
        )
    return line


def leading(pages: list[list[Line]]) -> float:
    """The distance from line to line inside paragraphs, in points; 14 where there are too few lines to tell.

    It is the smallest distance that comes often: in a text of short paragraphs the space between them comes
    more often still.
    """
    steps = Counter(
        round(2 * (below.foot - above.foot)) / 2
        for page in pages
        for above, below in itertools.pairwise(page)
        if abs(above.size - below.size) < 0.6 and 0.9 * below.size < below.foot - above.foot < 60
    )
    often = max(3.0, 0.12 * steps.total())
    return min((step for step, count in steps.items() if count >= often), default=14.0)
