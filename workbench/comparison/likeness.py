"""Pairing by likeness: provisions whose wording changed, where they stood or elsewhere.

Candidates are those between the same neighbours and those that share rare words; the most alike are paired
first. How many are looked at is bounded, so that two unrelated texts cost little more than two versions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from workbench.comparison.blocks import ALIKE
from workbench.comparison.pairs import Pairs, compatible
from workbench.comparison.units import Unit, alike, in_order, words_of

ALIKE_HERE = 0.38
"""Likeness from which two units in the same place are one unit changed (Dice, on words)."""
ALIKE_IN_STEP = 0.7
"""Likeness from which two units alone between the same neighbours are one, whatever stands elsewhere."""
ALIKE_ELSEWHERE = 0.6
"""Likeness from which a unit found elsewhere is the same one, moved."""
WORDS_TO_MOVE = 5
"""Units of fewer words are too common to be called moved unless their wording is equal."""
COMMON = 24
"""A word in more units than this says nothing about which unit it is."""
CANDIDATES = 6


def between_neighbours(pairs: Pairs) -> None:
    """Pair two units that are alone between the same paired ones and much alike: an edit of a few words.

    That is most of what happens to a text, and costs no search through the rest of it.
    """
    for unit in pairs.old:
        before = unit.index - 1
        other = pairs.to_new[before] + 1 if before >= 0 else 0
        if not unit.size or other >= len(pairs.new) or (before >= 0 and not other):
            continue
        if not pairs.free(unit.index, other) or unit.kind is not pairs.new[other].kind:
            continue
        last, other_last = unit.index + 1 == len(pairs.old), other + 1 == len(pairs.new)
        if last or other_last or pairs.to_new[unit.index + 1] != other + 1:
            continue
        if alike(unit, pairs.new[other]) >= ALIKE_IN_STEP:
            pairs.join(unit.index, other)


def by_likeness(pairs: Pairs) -> None:
    """Pair the most alike first; being in the same place counts, and being of the same kind."""
    singles = [u for u in pairs.new if pairs.to_old[u.index] < 0 and u.size and not u.in_table]
    if not singles:
        return
    finder = _Finder(singles)
    gap_old, ordinal = _gaps(pairs.old, pairs.to_new, lambda index: index)
    gap_new, _ = _gaps(pairs.new, pairs.to_old, lambda index: pairs.to_old[index])
    local: dict[int, list[Unit]] = defaultdict(list)
    for unit in singles:
        local[gap_new[unit.index]].append(unit)
    found: list[tuple[float, int, int]] = []
    for unit in pairs.old:
        if pairs.to_new[unit.index] >= 0 or not unit.size or unit.in_table:
            continue
        neighbours = local.get(gap_old[unit.index], [])
        first = max(0, min(ordinal[unit.index], len(neighbours)) - CANDIDATES)
        near = neighbours[first : first + 2 * CANDIDATES]
        for other in {u.index: u for u in (*near, *finder.candidates(unit))}.values():
            if not compatible(unit, other):
                continue
            likeness = alike(unit, other)
            here = gap_old[unit.index] == gap_new[other.index]
            if not _enough(likeness, unit, other, here):
                continue
            score = likeness + 0.15 * here + 0.1 * (unit.kind is other.kind)
            score += 0.1 * pairs.same_parents(unit.index, other.index)
            found.append((-score, unit.index, other.index))
    for _, index, partner in sorted(found):
        if pairs.free(index, partner) and _in_order(pairs.old[index], pairs.new[partner]):
            pairs.join(index, partner)


def _in_order(unit: Unit, other: Unit) -> bool:
    """Whether the common words stand in the same order: legal prose repeats its words everywhere."""
    return unit.key == other.key or in_order(words_of(unit.key), words_of(other.key)) >= ALIKE


def _enough(likeness: float, unit: Unit, other: Unit, here: bool) -> bool:
    if here and unit.kind is other.kind:
        return likeness >= ALIKE_HERE
    if likeness == 1.0 and unit.kind is other.kind:
        return True
    return likeness >= ALIKE_ELSEWHERE and min(unit.size, other.size) >= WORDS_TO_MOVE


def _gaps(units: list[Unit], partner: list[int], name: Callable[[int], int]) -> tuple[list[int], list[int]]:
    """For every unit the gap it stands in, named by the old unit before it, and its ordinal there."""
    gaps, ordinals = [], []
    last, start = -1, 0
    for unit in units:
        if partner[unit.index] >= 0:
            last, start = name(unit.index), unit.index
        gaps.append(last)
        ordinals.append(unit.index - start)
    return gaps, ordinals


class _Finder:
    """Finds, for a unit, those that share its rare words."""

    def __init__(self, units: list[Unit]) -> None:
        self._units = {unit.index: unit for unit in units}
        self._where: dict[str, list[int]] = defaultdict(list)
        for unit in units:
            for word in unit.words:
                self._where[word].append(unit.index)

    def candidates(self, unit: Unit) -> list[Unit]:
        shared: Counter[int] = Counter()
        for word in unit.words:
            places = self._where.get(word, ())
            if len(places) <= COMMON:
                for place in places:
                    shared[place] += 1
        best = sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - unit.index), item[0]))
        return [self._units[index] for index, _ in best[:CANDIDATES]]
