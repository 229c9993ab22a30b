"""Words printed across the text of a page (DRAFT, COPY): a stamp or watermark, no part of the text.

What runs aslant is left out when the page is read; here is found what runs level, in letters so large that a
line of them lies over several lines of the text. A large initial or a title has its place to itself.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from workbench.formats.pdf.page import Line, Sheet

_LARGER = 2.0  # times the usual letter
_FEWEST_UNDER = 2


def without_stamps(sheets: list[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without what is stamped over their lines, and the words of the stamps."""
    known = {_look(stamp) for sheet in sheets for stamp in _over(sheet.pieces)}
    if not known:
        return sheets, []
    clean = [
        replace(sheet, pieces=[piece for piece in sheet.pieces if _look(piece) not in known])
        for sheet in sheets
    ]
    return clean, [piece.text for sheet in sheets for piece in sheet.pieces if _look(piece) in known]


def _look(piece: Line) -> tuple[str, int]:
    """Words and size: where a page is nearly empty, its stamp lies over nothing."""
    return piece.text, round(piece.size)


def _over(pieces: list[Line]) -> list[Line]:
    usual = median(piece.size for piece in pieces) if pieces else 0.0
    return [p for p in pieces if p.size > _LARGER * usual and _lies_over(p, pieces, usual)]


def _lies_over(stamp: Line, pieces: list[Line], usual: float) -> bool:
    under = [
        p
        for p in pieces
        if p.size <= _LARGER * usual
        and p.left < stamp.right
        and p.right > stamp.left
        and stamp.top < (p.top + p.bottom) / 2 < stamp.bottom
    ]
    return len(under) >= _FEWEST_UNDER
