"""The letters of one PDF page as PDFium gives them, turned upright: where each stands, how big, in what font.

PDFium hands over the letters in the order they were drawn and breaks them into runs. Coordinates here are
points from the top left corner of the page as it is read, also where the page was drawn sideways.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_SAMPLE = 80  # letters that tell which way a page is read
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
MOST_LETTERS = 200_000  # the densest newspaper page has a quarter of it
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it$", re.IGNORECASE)
BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6  # of a font descriptor (ISO 32000, table 121)


class CrowdedPageError(Exception):
    """A page holds more letters than any page that is printed."""


class Box(NamedTuple):
    """Where one letter stands."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Face:
    """How a letter is set: the size as printed, and its weight and slope."""

    size: float
    bold: bool
    italic: bool


class Letters:
    """The letters of an open page; `turn` counts the quarter turns by which its lines run off the level."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        self._page = textpage.raw  # the bare handle: it is passed once for every letter
        count = max(0, textpage.count_chars())
        if count > MOST_LETTERS:
            raise CrowdedPageError
        sign_at, handle = raw.FPDFText_GetUnicode, self._page
        signs = "".join([chr(sign_at(handle, index)) for index in range(count)])
        # Damaged tables of signs name halves of pairs, which no text may hold.
        self.text = signs.translate(_HALVES) if not signs.isascii() else signs
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._left, self._low, self._right, self._high = page.get_cropbox()
        inked = [index for index, sign in enumerate(self.text) if sign.isalnum()]
        sample = inked[:: max(1, len(inked) // _SAMPLE)]
        turns = Counter(self.turn_of(index) for index in sample)
        self.turn = next((turn for turn, _ in turns.most_common() if turn is not None), 0)
        upright = self.turn % 2 == 0
        self.width = self._right - self._left if upright else self._high - self._low

    def turn_of(self, index: int) -> int | None:
        """The quarter turns counter-clockwise of the line a letter stands on; None where it runs aslant."""
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self._page, index, matrix):
            return 0
        across, up = matrix.a, matrix.b
        if abs(up) < 0.1 * abs(across):
            return 0 if across > 0 else 2
        if abs(across) < 0.1 * abs(up):
            return 1 if up > 0 else 3
        return None

    def box(self, index: int) -> Box:
        """The ink of a letter."""
        left, right, low, high = self._edges
        raw.FPDFText_GetCharBox(self._page, index, left, right, low, high)
        if self.turn == 0:
            top, bottom = self._high - high.value, self._high - low.value
            return Box(left.value - self._left, right.value - self._left, top, bottom)
        one, other = self.placed(left.value, low.value), self.placed(right.value, high.value)
        return Box(min(one[0], other[0]), max(one[0], other[0]), min(one[1], other[1]), max(one[1], other[1]))

    def base(self, index: int) -> float:
        """The line a letter stands on, as distance from the top."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._page, index, x, y)
        return self.placed(x.value, y.value)[1]

    def size(self, index: int) -> float:
        """The size as printed: the font's nominal size times the scale of the text matrix."""
        nominal: float = raw.FPDFText_GetFontSize(self._page, index)
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self._page, index, matrix):
            return nominal
        return nominal * (math.hypot(matrix.c, matrix.d) or 1.0)

    def face(self, index: int) -> Face:
        """How a letter is set."""
        name, flags = self._font_info(index)
        weight: int = raw.FPDFText_GetFontWeight(self._page, index)
        bold = weight >= BOLD_WEIGHT or bool(BOLD_NAME.search(name))
        italic = bool(flags & _ITALIC_FLAG) or bool(ITALIC_NAME.search(name))
        return Face(self.size(index), bold, italic)

    def font(self, index: int) -> str:
        """The name of the font a letter is set in."""
        return self._font_info(index)[0]

    def _font_info(self, index: int) -> tuple[str, int]:
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._page, index, buffer, 128, flags)
        return buffer.value.decode("utf-8", "replace"), flags.value

    def placed(self, x: float, y: float) -> tuple[float, float]:
        """A place on the sheet as distance from the left and the top of the page as it is read."""
        if self.turn == 0:
            return x - self._left, self._high - y
        if self.turn == 1:
            return y - self._low, x - self._left
        if self.turn == 2:
            return self._right - x, y - self._low
        return self._high - y, self._right - x
