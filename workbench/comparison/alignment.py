"""Which provision of the old text became which of the new one.

By identity first, then by equal wording (whole subtrees, then single units, then neighbours of what is
already paired), then by `likeness`. Units that only group others follow what they hold, and `tables` are
compared row by row. Everything is decided by counting and by order, never by time, so that the same two texts
always align alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.agreement.tree import CLOSING_KINDS, PREAMBLE_KINDS, Kind, Zone
from workbench.comparison.blocks import blocks_between
from workbench.comparison.likeness import between_neighbours, by_likeness
from workbench.comparison.pairs import Pairs
from workbench.comparison.tables import inside_tables
from workbench.comparison.units import Unit

_ALONE = (*PREAMBLE_KINDS[:1], Kind.AGREEING_FORMULA, *CLOSING_KINDS[:3])


def align(old: list[Unit], new: list[Unit]) -> Pairs:
    """Pair the units of two trees."""
    pairs = Pairs(old, new, [-1] * len(old), [-1] * len(new))
    _by_identity(pairs)
    _by_key(pairs, lambda unit: unit.shape, whole=True)
    _by_key(pairs, lambda unit: unit.own, whole=False)
    _by_order(pairs)
    _by_neighbours(pairs)
    _by_contents(pairs)
    between_neighbours(pairs)
    by_likeness(pairs)
    _by_contents(pairs)
    _by_order(pairs)
    _by_place(pairs)
    inside_tables(pairs)
    return pairs


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


def _in_step(pairs: Pairs, row: Sequence[int], other_row: Sequence[int]) -> None:
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


def _fill_gaps(pairs: Pairs, row: Sequence[int], other_row: Sequence[int]) -> None:
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
