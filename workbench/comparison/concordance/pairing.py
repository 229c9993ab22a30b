"""Which passage of one language answers which of the other: the cheapest path through both rows.

Dynamic programming over two rows in document order (Gale and Church's idea for sentences, widened by what
agreements have: numbers, kinds, clause types, figures, names). Steps take one from either row, two from one
of them, or one from a single row; nothing depends on time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import inf, log
from typing import TypeVar

from workbench.agreement.tree import BASIC, GROUPING, Kind
from workbench.comparison.concordance.items import WHOLE, Item, Passage

T = TypeVar("T")
Group = tuple[list[int], list[int]]

SKIP = 1.6
"""What it costs to leave an article without a partner; two that agree in nothing but order cost more."""
SKIP_PASSAGE = 1.3
JOIN = 0.5
"""What it costs to let one passage answer another one more."""
MOST = 12
"""Most passages that one can answer: languages differ in where they begin a new line."""
FEW = 3
"""The same where the rows are long, which only annexes are."""
LONG = 40_000
ELSEWHERE = 0.9
"""How far apart two articles may be to count as one that stands elsewhere."""
BAND = 40
"""How far from the straight way through both rows a partner is looked for."""
TOO_FAR = 0.9
"""How far the length of several passages may be from that of the one that answers them."""


def pair_items(first: Sequence[Item], second: Sequence[Item]) -> list[Group]:
    """Articles against articles, one by one."""
    ratio = _ratio([i.size for i in first], [i.size for i in second])
    mine = [(item, item.figures, item.stems, item.size) for item in first]
    yours = [(item, item.figures, item.stems, item.size) for item in second]

    def cost(i: int, j: int) -> float:
        one, figures, stems, size = mine[i]
        other, other_figures, other_stems, other_size = yours[j]
        if one.zone is other.zone and one.zone in WHOLE:
            return -1.0
        total = _length(size, other_size, ratio) + _kinds(one.kind, other.kind)
        if one.zone is not other.zone:
            total += 0.8
        if one.number is not None and other.number is not None and one.kind is other.kind:
            total += -0.3 if one.number == other.number else 0.2
        if one.types and other.types:
            total += 0.8 - 1.8 * _overlap(one.types, other.types)
        return total + _content(figures, other_figures, stems, other_stems)

    return _path(len(first), len(second), cost, SKIP)


def pair_passages(first: Sequence[Passage], second: Sequence[Passage], ratio: float) -> list[Group]:
    """The passages of one article against those of another; one may answer two."""

    def cost(i: int, j: int) -> float:
        one, other = first[i], second[j]
        total = _length(one.size, other.size, ratio) + _kinds(one.kind, other.kind) / 2
        if one.number is not None and other.number is not None and one.kind is other.kind:
            total += -0.3 if one.number.casefold() == other.number.casefold() else 0.3
        return total + _content(one.figures, other.figures, one.stems, other.stems)

    lengths = _running([p.size for p in first]), _running([p.size for p in second])

    def joined(i: int, j: int, rows: int, columns: int) -> float:
        mine = lengths[0][i + rows] - lengths[0][i]
        yours = lengths[1][j + columns] - lengths[1][j]
        apart = _length(mine, yours, ratio)
        return inf if apart > TOO_FAR else 0.4 + JOIN * (rows + columns - 2) + 1.5 * apart

    return _path(len(first), len(second), cost, SKIP_PASSAGE, joined)


def apart(one: Item, other: Item, ratio: float) -> float:
    """How little two articles that stand in different places have in common, whatever their numbers."""
    if one.kind is not other.kind or len(one.passages) != len(other.passages) or not one.passages:
        return inf
    total = _length(one.size, other.size, ratio)
    total += sum(
        _length(a.size, b.size, ratio) for a, b in zip(one.passages, other.passages, strict=True)
    ) / len(one.passages)
    if one.types or other.types:
        total += 0.4 - 0.8 * _overlap(one.types, other.types)
    return total + _content(one.figures, other.figures, one.stems, other.stems)


def length_ratio(first: Sequence[Item], second: Sequence[Item]) -> float:
    """How much longer the second language is than the first."""
    return _ratio([i.size for i in first], [i.size for i in second])


def _path(
    rows: int,
    columns: int,
    cost: Callable[[int, int], float],
    skip: float,
    joined: Callable[[int, int, int, int], float] | None = None,
) -> list[Group]:
    """The cheapest path; `joined` gives the cost of letting one answer several."""
    most = MOST if rows * columns <= LONG else FEW
    band = max(BAND, abs(rows - columns) + BAND // 2)
    best = [[inf] * (columns + 1) for _ in range(rows + 1)]
    step = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0.0
    for i in range(rows + 1):
        middle = i * columns // rows if rows else 0
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            if i == j == 0:
                continue
            options: list[tuple[float, tuple[int, int]]] = []
            if i and j:
                options.append((best[i - 1][j - 1] + cost(i - 1, j - 1), (1, 1)))
            if i:
                options.append((best[i - 1][j] + skip, (1, 0)))
            if j:
                options.append((best[i][j - 1] + skip, (0, 1)))
            if joined is not None and i and j:
                for several in range(2, most + 1):
                    for a, b in ((several, 1), (1, several)):
                        if a <= i and b <= j:
                            options.append((best[i - a][j - b] + joined(i - a, j - b, a, b), (a, b)))
            best[i][j], step[i][j] = min(options, key=lambda option: option[0])
    groups: list[Group] = []
    i, j = rows, columns
    while i or j:
        a, b = step[i][j]
        groups.append((list(range(i - a, i)), list(range(j - b, j))))
        i, j = i - a, j - b
    return groups[::-1]


def _length(one: int, other: int, ratio: float) -> float:
    """0 for lengths that answer each other, about 1 for one that is twice the other."""
    if not one or not other:
        return 0.5 if one != other else 0.0
    difference = abs(log((other + 8) / (one * ratio + 8)))
    return min(2.5, max(0.0, 1.4 * (difference - 0.12)))


def _kinds(one: Kind, other: Kind) -> float:
    if one is other:
        return 0.0
    for family in (BASIC, GROUPING):
        if (one in family) != (other in family):
            return 1.0
    return 0.3


def _content(
    figures: frozenset[str], other_figures: frozenset[str], stems: frozenset[str], other_stems: frozenset[str]
) -> float:
    total = 0.0
    if figures or other_figures:
        total += 0.4 - 1.2 * _overlap(figures, other_figures)
    if stems and other_stems:
        total -= min(0.8, 2.5 * _overlap(stems, other_stems))
    return total


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _running(sizes: list[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _ratio(first: list[int], second: list[int]) -> float:
    one, other = sum(first), sum(second)
    return other / one if one and other else 1.0
