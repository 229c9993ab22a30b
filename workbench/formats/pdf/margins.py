"""Where the text of a page begins and ends: what its lines owe to margins, columns and the centre."""

from __future__ import annotations

import math
from collections import Counter

from workbench.agreement.source import Alignment
from workbench.formats.pdf.page import Line

_ENOUGH_LINES = 40
_MANY_ENDS = 4
_CENTRE_TOLERANCE = 6.0  # points by which a centred line may miss the middle


class Margins:
    """Where most lines begin and end: of each column, and of left and right pages where they differ."""

    def __init__(self, pages: list[list[Line]]) -> None:
        self._known: dict[tuple[int, int], tuple[float, float]] = {}
        self._ends: dict[tuple[int, int], set[int]] = {}
        pages = [[line for line in page if line.table is None] for page in pages]
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
        return self._known.get((line.column, (page - 1) % 2), (line.left, line.right))

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


def in_one_block(line: Line, other: Line) -> bool:
    """Whether two lines begin at the same place and end at different ones, as lines of a paragraph do."""
    level = line.column == other.column and abs(line.left - other.left) < 1.5
    return level and abs(line.right - other.right) > 9


def room(line: Line, left: float, right: float, alignment: Alignment | None) -> float:
    """How many more signs would have gone on the line."""
    free = right - line.right
    if alignment is Alignment.CENTRE:
        free += line.left - left
    breadth = (line.right - line.left) / max(1, len(line.text.strip()))
    return round(free / breadth, 1) if breadth > 0.5 else 0.0


def alignment(line: Line, left: float, right: float, width: float | None) -> Alignment | None:
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
