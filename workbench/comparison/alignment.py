"""Which provision of the old text became which of the new one.

By identity first, then by equal wording (whole subtrees, then single units, then neighbours of what is
already paired), then by likeness. Units that only group others follow what they hold. Everything is
decided by counting and by order, never by time, so that the same two texts always align alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from workbench.agreement.tree import CLOSING_KINDS, PREAMBLE_KINDS, Kind, Zone
from workbench.comparison.blocks import ALIKE, blocks_between
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
_ALONE = (*PREAMBLE_KINDS[:1], Kind.AGREEING_FORMULA, *CLOSING_KINDS[:3])
_FIXED = (Kind.TABLE, Kind.ROW, Kind.CELL, Kind.SIGNATURE_BLOCK, Kind.ANNEX)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The alignment: the index of the partner for each index, or -1."""

    old: list[Unit]
    new: list[Unit]
    to_new: list[int]
    to_old: list[int]

    def join(self, old: int, new: int) -> None:
        """Make two units partners."""
        self.to_new[old] = new
        self.to_old[new] = old

    def part(self, old: int) -> None:
        """Make two partners single again."""
        self.to_old[self.to_new[old]] = -1
        self.to_new[old] = -1

    def free(self, old: int, new: int) -> bool:
        """Whether neither has a partner and the two could be one unit."""
        return self.to_new[old] < 0 and self.to_old[new] < 0 and compatible(self.old[old], self.new[new])

    def same_parents(self, old: int, new: int) -> bool:
        """Whether the units above are partners, or both are at the top of the same zone."""
        above, over = self.old[old].parent, self.new[new].parent
        if above < 0 or over < 0:
            return above == over and self.old[old].zone is self.new[new].zone
        return self.to_new[above] == over


def align(old: list[Unit], new: list[Unit]) -> Pairs:
    """Pair the units of two trees."""
    pairs = Pairs(old, new, [-1] * len(old), [-1] * len(new))
    _by_identity(pairs)
    _by_key(pairs, lambda unit: unit.shape, whole=True)
    _by_key(pairs, lambda unit: unit.own, whole=False)
    _by_order(pairs)
    _by_neighbours(pairs)
    _by_contents(pairs)
    _between_neighbours(pairs)
    _by_likeness(pairs)
    _by_contents(pairs)
    _by_order(pairs)
    _by_place(pairs)
    _inside_tables(pairs)
    return pairs


def compatible(old: Unit, new: Unit) -> bool:
    """Whether a unit could have become the other: tables, signature blocks and annexes stay what they are."""
    if old.in_table or new.in_table:
        return False
    return old.kind is new.kind or (old.kind not in _FIXED and new.kind not in _FIXED)


def _by_identity(pairs: Pairs) -> None:
    places = {unit.provision.id: unit.index for unit in pairs.new}
    for unit in pairs.old:
        index = places.get(unit.provision.id)
        if index is not None and pairs.free(unit.index, index):
            pairs.join(unit.index, index)


def _by_key(pairs: Pairs, key: Callable[[Unit], int], *, whole: bool) -> None:
    """Pair units whose key occurs once among the single units of either side."""
    mine = _single(pairs.old, pairs.to_new, key)
    yours = _single(pairs.new, pairs.to_old, key)
    for value, index in mine.items():
        other = yours.get(value, -1)
        if index < 0 or other < 0 or not pairs.free(index, other):
            continue
        if whole:
            _join_subtrees(pairs, index, other)
        else:
            pairs.join(index, other)


def _single(units: list[Unit], partner: list[int], key: Callable[[Unit], int]) -> dict[int, int]:
    places: dict[int, int] = {}
    for unit in units:
        if partner[unit.index] < 0 and not unit.in_table and (unit.size or unit.children):
            value = key(unit)
            places[value] = -1 if value in places else unit.index
    return places


def _join_subtrees(pairs: Pairs, old: int, new: int) -> None:
    if pairs.free(old, new):
        pairs.join(old, new)
    for child, other in zip(pairs.old[old].children, pairs.new[new].children, strict=True):
        _join_subtrees(pairs, child, other)


def _by_order(pairs: Pairs) -> None:
    """Pair equal subtrees that stand in the same order below the same unit, as often as they occur."""
    for row, other_row in _tops(pairs):
        _in_step(pairs, row, other_row)
    for unit in pairs.old:
        other = pairs.to_new[unit.index]
        if other >= 0 and unit.children and not unit.in_table and unit.kind is not Kind.TABLE:
            _in_step(pairs, unit.children, pairs.new[other].children)


def _in_step(pairs: Pairs, row: list[int], other_row: list[int]) -> None:
    if all(pairs.to_new[index] >= 0 for index in row) or all(pairs.to_old[j] >= 0 for j in other_row):
        return
    mine = [_step_key(pairs.to_new[i], pairs.old[i]) for i in row]
    yours = [_step_key(j if pairs.to_old[j] >= 0 else -1, pairs.new[j]) for j in other_row]
    for block in blocks_between(mine, yours, tidy=False):
        if block.equal:
            for i, j in zip(row[block.a : block.b], other_row[block.c : block.d], strict=True):
                if pairs.free(i, j):
                    _join_subtrees(pairs, i, j)


def _step_key(new: int, unit: Unit) -> str:
    return f"pair {new}" if new >= 0 else f"shape {unit.shape}"


def _tops(pairs: Pairs) -> list[tuple[list[int], list[int]]]:
    """The rows of either side that stand at the top, zone by zone."""
    rows: dict[Zone, tuple[list[int], list[int]]] = {zone: ([], []) for zone in Zone}
    for side, units in enumerate((pairs.old, pairs.new)):
        for unit in units:
            if unit.parent < 0:
                rows[unit.zone][side].append(unit.index)
    return list(rows.values())


def _by_neighbours(pairs: Pairs) -> None:
    """Pair equal units that stand next to paired ones, however often their wording occurs elsewhere."""
    for step in (1, -1):
        ordered = range(len(pairs.old)) if step > 0 else range(len(pairs.old) - 1, -1, -1)
        for index in ordered:
            other = pairs.to_new[index]
            if other < 0:
                continue
            i, j = index + step, other + step
            while 0 <= i < len(pairs.old) and 0 <= j < len(pairs.new):
                if pairs.old[i].own != pairs.new[j].own or not pairs.free(i, j):
                    break
                pairs.join(i, j)
                i, j = i + step, j + step


def _by_contents(pairs: Pairs) -> None:
    """Pair units of one kind that hold the same things, the innermost first."""
    deepest = max((unit.depth for unit in pairs.old), default=0)
    for depth in range(deepest, -1, -1):
        votes: Counter[tuple[int, int]] = Counter()
        for unit in pairs.old:
            other = pairs.to_new[unit.index]
            if other < 0 or unit.parent < 0 or pairs.old[unit.parent].depth != depth:
                continue
            over = pairs.new[other].parent
            if over >= 0 and pairs.free(unit.parent, over) and _kind(pairs, unit.parent, over):
                votes[unit.parent, over] += unit.size + 1
        for (above, over), weight in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
            if pairs.free(above, over) and 3 * weight >= min(
                _contents(pairs.old, above), _contents(pairs.new, over)
            ):
                pairs.join(above, over)


def _kind(pairs: Pairs, old: int, new: int) -> bool:
    return pairs.old[old].kind is pairs.new[new].kind


def _contents(units: list[Unit], index: int) -> int:
    return sum(units[child].size + 1 for child in units[index].children)


def _between_neighbours(pairs: Pairs) -> None:
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


def _by_likeness(pairs: Pairs) -> None:
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


def _by_place(pairs: Pairs) -> None:
    """Pair what an agreement has only one of, and bare containers that stand in the same place."""
    for kind in _ALONE:
        mine = [u for u in pairs.old if u.kind is kind]
        yours = [u for u in pairs.new if u.kind is kind]
        if len(mine) == len(yours) == 1 and pairs.free(mine[0].index, yours[0].index):
            pairs.join(mine[0].index, yours[0].index)
    for row, other_row in _tops(pairs):
        _fill_gaps(pairs, row, other_row)
    for unit in pairs.old:
        other = pairs.to_new[unit.index]
        if other >= 0:
            _fill_gaps(pairs, unit.children, pairs.new[other].children)


def _fill_gaps(pairs: Pairs, row: list[int], other_row: list[int]) -> None:
    """Between partners in two rows of siblings, pair a single bare unit with a single bare unit."""
    place = {index: position for position, index in enumerate(other_row)}
    for position, index in enumerate(row):
        if pairs.to_new[index] >= 0:
            continue
        start, end = 0, len(other_row)
        if position:
            start = place.get(pairs.to_new[row[position - 1]], -2) + 1
        if position + 1 < len(row):
            end = place.get(pairs.to_new[row[position + 1]], -2)
        if start < 0 or end - start != 1:
            continue
        unit, other = pairs.old[index], pairs.new[other_row[start]]
        if pairs.free(index, other.index) and unit.kind is other.kind and not (unit.size or other.size):
            pairs.join(index, other.index)


def _inside_tables(pairs: Pairs) -> None:
    """Pair rows of paired tables in order, and cells of paired rows one by one."""
    for unit in pairs.old:
        other = pairs.to_new[unit.index]
        if unit.kind is Kind.TABLE and other >= 0:
            _rows(pairs, unit, pairs.new[other])


def _rows(pairs: Pairs, table: Unit, other: Unit) -> None:
    mine = [_row_key(pairs.old, row) for row in table.children]
    yours = [_row_key(pairs.new, row) for row in other.children]
    for block in blocks_between(mine, yours, tidy=False):
        first, second = table.children[block.a : block.b], other.children[block.c : block.d]
        if block.equal:
            for row, partner in zip(first, second, strict=True):
                _join_row(pairs, row, partner)
            continue
        start = 0
        for row in first:
            for position in range(start, len(second)):
                if _rows_alike(pairs, row, second[position], len(first) == len(second) == 1):
                    _join_row(pairs, row, second[position])
                    start = position + 1
                    break


def _row_key(units: list[Unit], row: int) -> str:
    return f"{len(units[row].children)}\x1f{units[row].provision.words}"


def _rows_alike(pairs: Pairs, old: int, new: int, alone: bool) -> bool:
    mine, yours = pairs.old[old].children, pairs.new[new].children
    if len(mine) != len(yours):
        return False
    equal = sum(pairs.old[a].shape == pairs.new[b].shape for a, b in zip(mine, yours, strict=True))
    return alone or 2 * equal >= len(mine)


def _join_row(pairs: Pairs, old: int, new: int) -> None:
    """Join two units of tables and, where they are built alike, all below them."""
    pairs.join(old, new)
    mine, yours = pairs.old[old].children, pairs.new[new].children
    if [pairs.old[a].kind for a in mine] == [pairs.new[b].kind for b in yours]:
        for a, b in zip(mine, yours, strict=True):
            _join_row(pairs, a, b)
