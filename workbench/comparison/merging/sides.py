"""The base laid beside either side's text, and the nodes in which the three texts meet.

A `Node` is one provision of the merged text: the units of base, ours and theirs it was made of. Most hold one
of each; a paragraph that a side divided or joined holds several, and what only one side has holds nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from workbench.agreement.tree import Agreement, Zone
from workbench.comparison.alignment import align
from workbench.comparison.options import PLAIN
from workbench.comparison.units import Shapes, Unit, laid_out
from workbench.comparison.weaving import weave


class Who(IntEnum):
    """One of the two delegations."""

    OURS = 0
    THEIRS = 1

    @property
    def other(self) -> Who:
        """The other delegation."""
        return Who(1 - self)


@dataclass(eq=False, slots=True)
class Node:
    """One provision of the merged text. `base` and `sides` hold indices of units, mostly one or none each.

    `gone`: it is left out. `contested_by`: this side took it out, the other edited it. `rival`: the other
    side's provision of the same sense in the same place. `parents` are what it stands under, as ours and as
    theirs have it: the same, unless it is `torn`, put to two places by the two sides. `tear` is then a number
    that all share which can only be settled together. `parents` and `children` are set once it is known
    where it goes.
    """

    base: list[int]
    sides: tuple[list[int], list[int]]
    gone: bool = False
    contested_by: Who | None = None
    moved: tuple[bool, bool] = (False, False)
    rival: Node | None = None
    parents: list[Parent] = field(default_factory=list)
    torn: bool = False
    tear: int = -1
    children: list[Entry] = field(default_factory=list)

    @property
    def driver(self) -> Who | None:
        """Whose place it takes; None where both left it where it was."""
        if self.contested_by is not None:
            return self.contested_by.other
        if not self.base:
            return Who.OURS if self.sides[0] else Who.THEIRS
        if self.moved[0]:
            return Who.OURS
        return Who.THEIRS if self.moved[1] else None

    @property
    def above(self) -> Node | None:
        """What it stands under, for whatever stands in one place."""
        return self.parents[0].node if self.parents else None


class Parent(NamedTuple):
    """What a provision stands under: another one, or a zone."""

    node: Node | None
    zone: Zone


@dataclass(frozen=True, slots=True)
class Entry:
    """A node in its row of siblings; one that is torn stands there as one side has it."""

    node: Node
    whose: Who | None = None


class Side:
    """One side's text, aligned with the base."""

    def __init__(self, base: list[Unit], agreement: Agreement, shapes: Shapes) -> None:
        self.units = laid_out(agreement, PLAIN, shapes)
        self.woven = weave(align(base, self.units))
        self.place: list[Node | None] = [None] * len(self.units)
        self.rows: dict[tuple[int, Zone | None], list[int]] = {}
        for unit in self.units:
            key = (unit.parent, unit.zone if unit.parent < 0 else None)
            self.rows.setdefault(key, []).append(unit.index)

    def parts(self, base: int) -> list[int]:
        """The units of this side that one unit of the base became."""
        divided = self.woven.divided
        if base in divided.split:
            return divided.split[base]
        first = divided.first_old.get(base, base)
        partner = self.woven.pairs.to_new[first]
        return [partner] if partner >= 0 else []

    def kept(self, base: int) -> bool:
        """Whether a unit of the base hangs where it hung, in the order in which it stood."""
        return self.woven.divided.first_old.get(base, base) in self.woven.kept

    def moved(self, group: list[int]) -> bool:
        """Whether units of the base that belong together hang elsewhere in this text, or in another order."""
        here = next((index for index in group if self.parts(index)), None)
        return here is not None and not self.kept(here)

    def row(self, index: int) -> list[int]:
        """The siblings of a unit, itself among them."""
        unit = self.units[index]
        return self.rows[unit.parent, unit.zone if unit.parent < 0 else None]


class Three:
    """The three texts beside one another. `nodes`: those of the base in its order, then what was added."""

    def __init__(self, base: list[Unit], sides: tuple[Side, Side]) -> None:
        self.base = base
        self.sides = sides
        self.nodes = _nodes(base, sides)
        self.of_base = {index: node for node in self.nodes for index in node.base}
        self.of_id = {base[index].provision.id: node for index, node in self.of_base.items()}

    def unit(self, node: Node, who: Who) -> Unit:
        """The first unit that a side has of a node."""
        return self.sides[who].units[node.sides[who][0]]

    def above(self, unit: Unit, who: Who) -> Node | None:
        """What a unit of a side hangs under in that side's text."""
        return self.sides[who].place[unit.parent] if unit.parent >= 0 else None

    def before(self, node: Node, who: Who) -> Node | None:
        """The nearest sibling before a node, in one side's text, that neither side moved or inserted."""
        side = self.sides[who]
        row = side.row(node.sides[who][0])
        for index in reversed(row[: row.index(node.sides[who][0])]):
            found = side.place[index]
            if found is not None and found.base and not any(found.moved) and not found.gone:
                return found
        return None


def _nodes(base: list[Unit], sides: tuple[Side, Side]) -> list[Node]:
    while (groups := _groups(base, sides)) is None:
        pass
    found: list[Node] = []
    for group in groups:
        node = Node(group, ([], []))
        for side, members in zip(sides, node.sides, strict=True):
            for index in group:
                members.extend(part for part in side.parts(index) if part not in members)
            for member in members:
                side.place[member] = node
        ours, theirs = (side.moved(group) for side in sides)
        node.moved = (ours, theirs)
        found.append(node)
    for who, side in zip(Who, sides, strict=True):
        for unit in side.units:
            if side.place[unit.index] is None:
                alone = Node([], ([unit.index], []) if who is Who.OURS else ([], [unit.index]))
                side.place[unit.index] = alone
                found.append(alone)
    return found


def _groups(base: list[Unit], sides: tuple[Side, Side]) -> list[list[int]] | None:
    """The units of the base in rows that belong together; None when a division had to be forgotten.

    Paragraphs that one side joined must stand beside one another in the other side's text too, those that
    are left there: otherwise the joined text would have to be in two places.
    """
    leader = list(range(len(base)))
    for side in sides:
        for later, first in side.woven.divided.first_old.items():
            low, high = sorted((_first(leader, later), _first(leader, first)))
            leader[high] = low
    groups: dict[int, list[int]] = {}
    for index in range(len(base)):
        groups.setdefault(_first(leader, index), []).append(index)
    for group in groups.values():
        divided = len(group) > 1 or any(i in side.woven.divided.split for side in sides for i in group)
        if divided and not all(_together(base, side, group) for side in sides):
            for side in sides:
                _forget(side, group)
            return None
    return list(groups.values())


def _first(leader: list[int], index: int) -> int:
    while leader[index] != index:
        index = leader[index]
    return index


def _together(base: list[Unit], side: Side, group: list[int]) -> bool:
    parts: list[int] = []
    for index in group:
        own = side.parts(index)
        if own and len(group) > 1 and not side.kept(index):
            return False
        parts.extend(part for part in own if part not in parts)
    if not parts:
        return True
    if not _in_a_row(side.row(parts[0]), parts):
        return False
    units = [*(base[i] for i in group), *(side.units[i] for i in parts)]
    if any(unit.kind is not base[group[0]].kind for unit in units):
        return False
    carriers = (group[-1], parts[-1])
    headed = any(unit.provision.heading or unit.provision.wrap_up for unit in units)
    early = any(base[i].children for i in group if i != carriers[0])
    return not (headed or early or any(side.units[i].children for i in parts if i != carriers[1]))


def _in_a_row(row: list[int], parts: list[int]) -> bool:
    if any(part not in row for part in parts):
        return False
    start = row.index(parts[0])
    return row[start : start + len(parts)] == parts


def _forget(side: Side, group: list[int]) -> None:
    """Take the parts of a group for paragraphs of their own."""
    divided, pairs = side.woven.divided, side.woven.pairs
    for index in group:
        partner = pairs.to_new[divided.first_old.get(index, index)]
        if partner >= 0:
            divided.drop(divided.first_old.get(index, index), partner)
