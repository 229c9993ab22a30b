"""Two columns on a page: where they part, and the order in which their lines are read."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import median

from workbench.formats.pdf.page import Line, Sheet, rows

_FEWEST_LINES = 12
_FEWEST_BESIDE = 5
_FEWEST_BEGUN = 3
_LEVEL = 3.0  # points by which a column may begin elsewhere on another page
_NEAR = 0.06  # of the width; by how much the middle may wander from page to page


def in_order(sheets: list[Sheet]) -> list[list[Line]]:
    """The lines of every page in reading order; columns one after the other.

    A page that is too empty to tell by itself parts where the others do.
    """
    gutters = [_gutter(sheet) for sheet in sheets]
    known = [gutter for gutter in gutters if gutter is not None]
    if known:
        usual = median(known)
        mostly = 2 * len(known) >= len(sheets)
        begins = [
            _second_column(sheet, gutter)
            for sheet, gutter in zip(sheets, gutters, strict=True)
            if gutter is not None
        ]
        gutters = [
            usual
            if gutter is None
            and _parts_at(sheet, usual)
            and (mostly or abs(_second_column(sheet, usual) - median(begins)) < _LEVEL)
            else gutter
            for sheet, gutter in zip(sheets, gutters, strict=True)
        ]
    return [
        rows(sheet.pieces) if gutter is None else _by_columns(sheet.pieces, gutter)
        for sheet, gutter in zip(sheets, gutters, strict=True)
    ]


def _gutter(sheet: Sheet) -> float | None:
    """Where a page divides into two columns, or None.

    Two columns are a gap near the middle that hardly any line crosses, with at least five lines on each
    side that stand beside each other. A signature block stands beside itself too, but is shorter. Lines
    across the whole page (a title above, notes below) may stand before and behind the columns.
    """
    if len(sheet.pieces) < _FEWEST_LINES:
        return None
    candidates = [sheet.width * share / 100 for share in range(40, 61)]
    crossings = [sum(p.left < x < p.right for p in sheet.pieces) for x in candidates]
    fewest = min(crossings)
    clear = [x for x, count in zip(candidates, crossings, strict=True) if count == fewest]
    best = clear[len(clear) // 2]
    return next((best for band in _bands(sheet.pieces, best) if _is_columned(band, best, sheet.width)), None)


def _is_columned(band: list[Line], gutter: float, width: float) -> bool:
    left = [p for p in band if p.right <= gutter]
    right = [p for p in band if p.left >= gutter]
    if min(len(left), len(right)) < _FEWEST_BEGUN:
        return False
    # Short fragments right of a gap are page numbers or the ends of contents lines, not a column.
    wide = [p for p in right if p.right - p.left > width * 0.2]
    broad = [p for p in left if p.right - p.left > width * 0.2]
    beside = sum(any(abs(p.top - q.top) < p.height for q in left) for p in wide)
    # Beside a long column the next one may just have begun.
    fewest = _FEWEST_BEGUN if max(len(wide), len(broad)) >= _FEWEST_LINES else _FEWEST_BESIDE
    return min(len(wide), len(broad)) >= fewest and beside >= 0.4 * len(wide)


def _bands(pieces: list[Line], gutter: float) -> list[list[Line]]:
    """The stretches of a page between its lines of full width."""
    bands: list[list[Line]] = [[]]
    for piece in sorted(pieces, key=lambda p: p.top):
        if piece.left < gutter < piece.right:
            bands.append([])
        else:
            bands[-1].append(piece)
    return bands


def _second_column(sheet: Sheet, gutter: float) -> float:
    """Where the lines right of the gap begin; no place where there are none."""
    return min((piece.left for piece in sheet.pieces if piece.left > gutter), default=math.inf)


def _parts_at(sheet: Sheet, gutter: float) -> bool:
    """Whether a page has lines on both sides of a gap, or left of it only, and hardly one across it."""
    reach = _NEAR * sheet.width
    across = sum(p.left < gutter - reach / 3 and p.right > gutter + reach / 3 for p in sheet.pieces)
    sides = {p.left > gutter for p in sheet.pieces if len(p.text) > 8}
    return bool(sides) and sides != {True} and across <= 0.2 * len(sheet.pieces)


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
        replace(line, column=column, band=number)
        for number, band in enumerate(bands)
        for column, part in enumerate(band)
        for line in rows(part)
    ]
