"""The base laid beside one side's text, and the nodes in which the three texts meet.

A `Node` is one provision of the merged text: the units of base, ours and theirs it was made of. Most hold one
of each; a paragraph that a side divided or joined holds several, and what only one side has holds nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

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

    `gone`: it is left out. `contested_by`: this side took it out, the other edited it. `places`: the two
    parents, where both sides moved it, each elsewhere. `rival`: the other side's provision of the same
    sense in the same place. `above` and `children` are set once it is known where it goes.
    """

    base: list[int]
    sides: tuple[list[int], list[int]]
    gone: bool = False
    contested_by: Who | None = None
    moved: tuple[bool, bool] = (False, False)
    above: Node | None = None
    zone: Zone = Zone.BODY
    elsewhere: tuple[Node | None, Zone] | None = None
    rival: Node | None = None
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


@dataclass(eq=False, slots=True)
class Entry:
    """A node in its row of siblings; `copied` where it stands a second time, at the other side's place."""

    node: Node
    copied: bool = False


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

    def row(self, index: int) -> list[int]:
        """The siblings of a unit, itself among them."""
        unit = self.units[index]
        return self.rows[unit.parent, unit.zone if unit.parent < 0 else None]


def nodes_of(base: list[Unit], sides: tuple[Side, Side]) -> list[Node]:
    """The nodes of three texts, in the order of the base, then of what ours and theirs added."""
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
        node.moved = tuple(  # type: ignore[assignment]  # a tuple of two, as there are two sides
            bool(members) and not side.kept(group[0]) for side, members in zip(sides, node.sides, strict=True)
        )
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

    A paragraph that one side joined with the next must stand beside it in the other side's text too:
    otherwise the joined text would have to be in two places.
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
        if not own or not side.kept(index):
            return False
        parts.extend(part for part in own if part not in parts)
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
