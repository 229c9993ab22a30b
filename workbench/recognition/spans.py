"""Ranges of one text that do not overlap: what is taken already, asked quickly however many there are.

Every recogniser of marks asks whether a place is free; a text of one line with a hundred thousand dates in
it must not make that question slow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """Half-open ranges [start, end) of a text, none of which overlaps another."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        rows = sorted(ranges)
        self._starts = [start for start, _ in rows]
        self._ends = [end for _, end in rows]

    def overlap(self, start: int, end: int) -> bool:
        """Whether any of the ranges shares a character with [start, end)."""
        turn = bisect_right(self._ends, start)
        return turn < len(self._starts) and self._starts[turn] < end

    def cover(self, start: int, end: int) -> bool:
        """Whether one of the ranges holds all of [start, end)."""
        turn = bisect_right(self._starts, start) - 1
        return turn >= 0 and end <= self._ends[turn]

    def add(self, start: int, end: int) -> bool:
        """Take a range; False, and nothing taken, where it overlaps another."""
        if self.overlap(start, end):
            return False
        turn = bisect_left(self._starts, start)
        self._starts.insert(turn, start)
        self._ends.insert(turn, end)
        return True
