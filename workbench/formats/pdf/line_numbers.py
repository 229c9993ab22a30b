"""Numbers printed beside the lines of a draft, so that negotiators can point at a line: no part of the text.

They stand outside the text, at one edge, and rise by one step from line to line down the page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from workbench.formats.pdf.page import Line, Sheet

_NUMBER = re.compile(r"\d{1,4}$")
_LED = re.compile(r"(\d{1,4})\s+(?=\S)")
_FEWEST = 5
_STEPS = (1, 2, 5, 10)
_BESIDE = 12.0  # points in which the numbers of a page may be ranged


def without_line_numbers(sheets: list[Sheet]) -> list[Sheet]:
    """The pages without the numbers of their lines, where most pages have them."""
    found = [_column(sheet) for sheet in sheets]
    numbered = sum(bool(column) for column in found)
    if not numbered or 2 * numbered < len(sheets) - 1:
        return sheets
    margin = _margin(sheets, found)
    found = [column or _few(sheet, margin) for sheet, column in zip(sheets, found, strict=True)]
    return [
        replace(sheet, pieces=_bare(sheet.pieces, column)) if column else sheet
        for sheet, column in zip(sheets, found, strict=True)
    ]


def _column(sheet: Sheet) -> set[int]:
    """The pieces of a page that are, or begin with, the numbers of its lines."""
    alone = {i: p for i, p in enumerate(sheet.pieces) if _NUMBER.match(p.text)}
    led = {i: p for i, p in enumerate(sheet.pieces) if p.words and _LED.match(p.text)}
    for candidates, at_left in ((alone, True), (alone, False), (alone | led, True)):
        taken = _at_one_edge(candidates, at_left=at_left)
        rest = [p for i, p in enumerate(sheet.pieces) if i not in taken and len(p.text) > 4]
        if _rises([sheet.pieces[i] for i in taken]) and _outside(
            [sheet.pieces[i] for i in taken], rest, at_left=at_left
        ):
            return taken
    return set()


def _margin(sheets: list[Sheet], found: list[set[int]]) -> tuple[float, float]:
    """Between what places the numbers of all pages stand."""
    numbers = [sheet.pieces[i] for sheet, column in zip(sheets, found, strict=True) for i in column]
    widths = [p.size * 0.6 * len(p.text.split()[0]) for p in numbers]  # of those that begin a line, too
    lefts = [p.left for p in numbers]
    return min(lefts) - _BESIDE / 2, max(left + width for left, width in zip(lefts, widths, strict=True))


def _few(sheet: Sheet, margin: tuple[float, float]) -> set[int]:
    """The numbers of a page that holds too few lines to tell by itself: they stand where the others do."""
    return {
        i
        for i, p in enumerate(sheet.pieces)
        if _NUMBER.match(p.text) and margin[0] <= p.left and p.right <= margin[1]
    }


def _at_one_edge(candidates: dict[int, Line], *, at_left: bool) -> set[int]:
    if len(candidates) < _FEWEST:
        return set()
    edges = {i: p.left if at_left else p.right for i, p in candidates.items()}
    near = Counter(round(edge / _BESIDE) for edge in edges.values()).most_common(1)[0][0] * _BESIDE
    return {i for i, edge in edges.items() if abs(edge - near) <= _BESIDE}


def _rises(pieces: list[Line]) -> bool:
    """Whether the numbers go up by one step from the top of the page to its foot."""
    values = [int(p.text.split()[0]) for p in sorted(pieces, key=lambda p: p.foot)]
    if len(values) < _FEWEST:
        return False
    steps = Counter(after - before for before, after in pairwise(values))
    step, count = steps.most_common(1)[0]
    return step in _STEPS and count >= 0.8 * (len(values) - 1)


def _outside(numbers: list[Line], rest: list[Line], *, at_left: bool) -> bool:
    """Whether the text keeps clear of the numbers."""
    texts = [p.words for p in numbers if _LED.match(p.text)]
    if at_left:
        edge = max(p.left for p in numbers)
        starts = [p.left for p in rest] + texts
        return bool(starts) and sum(start > edge + 3 for start in starts) > 0.9 * len(starts)
    edge = min(p.left for p in numbers)
    return bool(rest) and sum(p.right < edge for p in rest) > 0.9 * len(rest)


def _bare(pieces: list[Line], column: set[int]) -> list[Line]:
    """The pieces without the numbers: those that are nothing else go, the others begin behind theirs."""
    kept: list[Line] = []
    for turn, piece in enumerate(pieces):
        led = _LED.match(piece.text) if turn in column else None
        if turn not in column:
            kept.append(piece)
        elif led is not None:
            cut = led.end()
            raised = tuple((start - cut, end - cut) for start, end in piece.raised if start >= cut)
            kept.append(replace(piece, text=piece.text[cut:], left=piece.words, words=0.0, raised=raised))
    return kept
