"""The straight lines printed on a page: what frames tables. Where they meet they make a grid.

A rule may be drawn as a line, as a thin filled bar, or as one side of a box; programs differ. Coordinates are
points from the top left corner, as for letters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 2.6  # points; a filled bar no thicker is a rule
_SHORTEST = 6.0
_ONE_PLACE = 3.0  # points by which rules that meet may miss each other
_MOST_DRAWN = 20_000  # parts of drawings on one page; a map has more, and no table
_MOST = 2_000  # rules on one page, put together
Place = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright: `at` what height (or how far right), from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Rules that hang together: where its upright ones stand, where its level ones, and they themselves."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    rules: tuple[Rule, ...]

    def parts(self, *, level: bool, at: float, middle: float) -> bool:
        """Whether a rule parts two squares of the grid: at a place, over the middle of their side."""
        return any(
            rule.level is level and abs(rule.at - at) <= _ONE_PLACE and rule.start < middle < rule.end
            for rule in self.rules
        )


def rules_of(page: pdfium.PdfPage, placed: Place) -> list[Rule]:
    """The rules of a page; `placed` turns a place on the sheet into one on the page as it is read."""
    found: list[Rule] = []
    parts = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        parts += 1 + max(0, raw.FPDFPath_CountSegments(drawn))
        if parts > _MOST_DRAWN:
            return []
        found += _drawn(drawn, placed)
    rules = _whole(found)
    return rules if len(rules) <= _MOST else []


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The grids that the rules of a page make: at least two columns and two rows, or three columns."""
    groups: list[list[Rule]] = []
    for rule in rules:
        meeting = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if group not in meeting]
        groups.append([rule, *(other for group in meeting for other in group)])
    return [grid for group in groups if (grid := _grid(group)) is not None]


def banded(rules: Collection[Rule]) -> list[tuple[float, float]]:
    """From where to where on a page at least three level rules, equally long, stand one below the other.

    Those that meet an upright rule belong to a frame, which tells its columns itself.
    """
    upright = [rule for rule in rules if not rule.level]
    level: dict[tuple[int, int], list[float]] = {}
    for rule in rules:
        if rule.level and not any(_meet(rule, other) for other in upright):
            ends = round(rule.start / _ONE_PLACE), round(rule.end / _ONE_PLACE)
            level.setdefault(ends, []).append(rule.at)
    return [(min(places), max(places)) for places in level.values() if len(places) >= 3]


def _drawn(drawn: pdfium.PdfObject, placed: Place) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    matrix = drawn.get_matrix()
    points: list[tuple[float, float]] = []
    sides: list[tuple[tuple[float, float], tuple[float, float]]] = []
    start = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = placed(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO and points:
            sides.append((points[-1], here))
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 2 and not stroke.value:
                yield from _bar(points)
                points = []
            start = here
        points.append(here)
        if raw.FPDFPathSegment_GetClose(segment):
            sides.append((here, start))
    if stroke.value:
        for one, other in sides:
            yield from _side(one, other)
    elif points:
        yield from _bar(points)


def _side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if high < 1 and wide >= _SHORTEST:
        yield Rule(True, (one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0]))
    elif wide < 1 and high >= _SHORTEST:
        yield Rule(False, (one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1]))


def _bar(points: list[tuple[float, float]]) -> Iterator[Rule]:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if bottom - top <= _THIN and right - left >= _SHORTEST:
        yield Rule(True, (top + bottom) / 2, left, right)
    elif right - left <= _THIN and bottom - top >= _SHORTEST:
        yield Rule(False, (left + right) / 2, top, bottom)


def _whole(rules: list[Rule]) -> list[Rule]:
    """Rules drawn cell by cell put together."""
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.level, round(rule.at), rule.start)):
        last = made[-1] if made else None
        if (
            last is not None
            and last.level is rule.level
            and abs(last.at - rule.at) <= 1.5
            and rule.start <= last.end + _ONE_PLACE
        ):
            made[-1] = Rule(rule.level, last.at, last.start, max(last.end, rule.end))
        else:
            made.append(rule)
    return made


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.level is not other.level
        and one.start - _ONE_PLACE <= other.at <= one.end + _ONE_PLACE
        and other.start - _ONE_PLACE <= one.at <= other.end + _ONE_PLACE
    )


def _grid(group: list[Rule]) -> Grid | None:
    level = [rule for rule in group if rule.level]
    upright = [rule for rule in group if not rule.level]
    if len(level) < 2 or not upright:
        return None
    # A table may be open at its sides: then the level rules tell how wide it is.
    across = _places([*(rule.at for rule in upright), *(end for r in level for end in (r.start, r.end))])
    down = _places([*(rule.at for rule in level), *(end for r in upright for end in (r.start, r.end))])
    columns, rows = len(across) - 1, len(down) - 1
    return Grid(across, down, tuple(group)) if min(columns, rows) >= 2 or columns >= 3 <= 3 * rows else None


def _places(values: list[float]) -> tuple[float, ...]:
    values = sorted(values)
    kept = values[:1]
    for _, value in pairwise(values):
        if value - kept[-1] > _ONE_PLACE + 1:
            kept.append(value)
    return tuple(kept)
