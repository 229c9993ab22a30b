"""The flow of two aligned trees: what stayed in its order, and so what moved.

As few provisions as possible are called moved, whatever their length: a long article put into the annex
moved, not the six short ones it was taken past. Of two that changed places the one moved that hangs elsewhere
than before, else the shorter one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from workbench.agreement.tree import Zone
from workbench.comparison.blocks import increasing
from workbench.comparison.divisions import Divisions
from workbench.comparison.pairs import Pairs
from workbench.comparison.units import Unit

ONE = 10**9
"""What a provision weighs beside its words in a chain that is to hold many: no text has so many words."""
ELSEWHERE = ONE - 10**6
"""What it weighs when it hangs elsewhere than before."""


class Element(NamedTuple):
    """A unit as it opens, or its wrap-up behind its children."""

    unit: int
    wrap_up: bool = False


Anchors = tuple[tuple[Element, Element], ...]


class Flow:
    """Finds what stayed in the flow of both texts."""

    def __init__(
        self, pairs: Pairs, divided: Divisions, old: tuple[Element, ...], new: tuple[Element, ...]
    ) -> None:
        self.pairs = pairs
        self.place = {element: position for position, element in enumerate(new)}
        self.candidates = [
            (element, other)
            for element in old
            if (other := Element(pairs.to_new[element.unit], element.wrap_up)) in self.place
        ]
        self.homes = _homes(pairs, divided)
        self.in_step = _in_step(pairs, self.homes)
        self.elsewhere = {one.unit for one, _ in self.candidates if one.unit not in self.homes}

    def anchors(self) -> Anchors:
        """What stayed, in order: first what moved within its home is taken out, then what moved elsewhere."""
        moved = {index for index in self.homes if index not in self.in_step}
        if self.elsewhere:
            # What goes with a unit wherever it goes must not outweigh what the unit was taken past.
            light = self._with_contents(self.elsewhere) - self.elsewhere
            chain = self._chain(without=self._with_contents(moved), light=light)
            moved |= self.elsewhere.difference(one.unit for one, _ in chain if not one.wrap_up)
        return self._chain(without=self._with_contents(moved), light=set())

    def kept(self, standing: frozenset[int]) -> frozenset[int]:
        """Old units that hang under the same unit as before, in an order both texts share."""
        return frozenset(
            index
            for index in self.in_step
            if index in standing or (self.homes[index] >= 0 and self.homes[index] not in standing)
        )

    def _with_contents(self, roots: set[int]) -> set[int]:
        """These units and what goes with them."""
        found = set(roots)
        for unit in self.pairs.old:
            if unit.parent in found and unit.index in self.in_step:
                found.add(unit.index)
        return found

    def _chain(self, *, without: set[int], light: set[int]) -> Anchors:
        """The longest row of elements in an order both share; `light` ones count by their words alone."""
        row = [pair for pair in self.candidates if pair[0].unit not in without]
        weights = []
        for one, _ in row:
            weight = 1 + self.pairs.old[one.unit].size
            if not one.wrap_up and one.unit not in light:
                weight += ELSEWHERE if one.unit in self.elsewhere else ONE
            weights.append(weight)
        return tuple(row[i] for i in increasing([self.place[other] for _, other in row], weights))


def above(units: list[Unit], index: int, first: dict[int, int]) -> int:
    """The unit above; a part of a divided unit counts as its first part."""
    parent = units[index].parent
    return first.get(parent, parent)


def elements(units: list[Unit]) -> tuple[Element, ...]:
    """Units and wrap-ups in document order."""
    result: list[Element] = []
    open_units: list[Unit] = []
    for unit in units:
        while open_units and open_units[-1].index != unit.parent:
            _close(open_units.pop(), result)
        result.append(Element(unit.index))
        open_units.append(unit)
    while open_units:
        _close(open_units.pop(), result)
    return tuple(result)


def _close(unit: Unit, result: list[Element]) -> None:
    wrap_up = unit.provision.wrap_up
    if wrap_up.plain or wrap_up.marks:
        result.append(Element(unit.index, wrap_up=True))


def _homes(pairs: Pairs, divided: Divisions) -> dict[int, int]:
    """The old unit above each one that hangs under the same unit as before; -1 at the top of its zone."""
    homes: dict[int, int] = {}
    for unit in pairs.old:
        partner = pairs.to_new[unit.index]
        if partner < 0:
            continue
        over = above(pairs.old, unit.index, divided.first_old)
        other_over = above(pairs.new, partner, divided.first_new)
        if over < 0 or other_over < 0:
            same = over == other_over and unit.zone is pairs.new[partner].zone
        else:
            same = pairs.to_new[over] == other_over
        if same:
            homes[unit.index] = over
    return homes


def _in_step(pairs: Pairs, homes: dict[int, int]) -> frozenset[int]:
    """Those of the same home that stand there in an order both texts share: as many as can be."""
    rows: dict[tuple[int, Zone], list[int]] = {}
    for index, over in homes.items():
        rows.setdefault((over, pairs.old[index].zone), []).append(index)
    lengths: list[int] = []
    found: set[int] = set()
    for row in rows.values():
        partners = [pairs.to_new[index] for index in row]
        if all(before < after for before, after in pairwise(partners)):
            found.update(row)
            continue
        lengths = lengths or _lengths(pairs.old)
        found.update(row[i] for i in increasing(partners, [ONE + lengths[index] for index in row]))
    return frozenset(found)


def _lengths(units: list[Unit]) -> list[int]:
    """How many words each unit has with all below it."""
    lengths = [unit.size for unit in units]
    for unit in reversed(units):
        if unit.parent >= 0:
            lengths[unit.parent] += lengths[unit.index]
    return lengths
