"""What stands in the merged text: what is left out, and what both put in, once or in two wordings.

What one side took out is gone, unless the other did something to it; then it stands in dispute. What both put
in at one place is one provision where they say much the same, and two wordings of one where they mean the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from workbench.agreement.tree import Kind, Zone
from workbench.comparison.merging.sides import Node, Three, Who
from workbench.comparison.options import FOLDED
from workbench.comparison.units import Unit, alike, words_of

RIVALS = 0.6
"""Likeness from which what both inserted in one place are two wordings of one provision."""

UNITED = 0.75
"""Likeness of words in their order from which they are one provision with some words in dispute."""


def settle_standing(three: Three) -> None:
    """Decide of every node whether it stands, and whether it is in dispute as a whole."""
    for who in Who:
        _take_out(three, who)
    _unite_same(three)
    for ours, theirs in _pairs(three, _much_alike):
        _unite(three, ours, theirs)
    for ours, theirs in _pairs(three, _rivals):
        mine, yours = three.sides[0].place[ours.index], three.sides[1].place[theirs.index]
        assert mine is not None  # every unit has a node
        assert yours is not None
        mine.rival, yours.rival = yours, mine


# What is left out -------------------------------------------------------------------------------------


def _take_out(three: Three, who: Who) -> None:
    """What one side took out: gone, unless the other side did something to it."""
    other = who.other
    doomed: dict[int, list[Node]] = {}
    root: dict[int, int] = {}
    saved: dict[int, int] = {}
    for unit in three.base:
        node = three.of_base[unit.index]
        if not node.sides[who]:
            root[unit.index] = root.get(unit.parent, unit.index)
            doomed.setdefault(root[unit.index], []).append(node)
        elif unit.parent in root:
            saved[root[unit.parent]] = saved.get(root[unit.parent], 0) + 1
    touched = _touched(three, other)
    for first, members in doomed.items():
        # A chapter whose articles live on was dissolved; an article that lost one paragraph was not.
        dissolved = saved.get(first, 0) >= len(members)
        fought_for = any(id(node) in touched for node in members)
        for node in members:
            stays = _edited(three, node, other) if dissolved else fought_for
            if stays and node.sides[other]:
                node.contested_by = who
            else:
                node.gone = True


def _touched(three: Three, other: Who) -> set[int]:
    """Nodes that one side took out and the other side edited, moved, or put something into."""
    side = three.sides[other]
    touched = {
        id(node)
        for node in three.of_base.values()
        if node.sides[other] and not node.sides[other.other] and _edited(three, node, other)
    }
    for unit in side.units:
        node, above = side.place[unit.index], three.above(unit, other)
        if node is not None and above is not None and (not node.base or node.moved[other]):
            touched.add(id(above))
    return touched


def _edited(three: Three, node: Node, who: Who) -> bool:
    if len(node.base) != 1 or len(node.sides[who]) != 1 or node.moved[who]:
        return True
    # Whoever only changed quotation marks, dashes or spaces did not fight for the provision.
    before, after = three.base[node.base[0]], three.unit(node, who)
    return FOLDED.folded(before.key) != FOLDED.folded(after.key)


# What both put in -------------------------------------------------------------------------------------


def _unite_same(three: Three) -> None:
    """What both inserted word for word under one provision is one."""
    waiting: dict[tuple[int, int, Zone], list[Unit]] = {}
    for unit, _ in _inserted(three, Who.OURS):
        waiting.setdefault(_under(three, unit, Who.OURS), []).append(unit)
    for unit, _ in _inserted(three, Who.THEIRS):
        twins = waiting.get(_under(three, unit, Who.THEIRS))
        if twins:
            _unite(three, twins.pop(0), unit)


def _under(three: Three, unit: Unit, who: Who) -> tuple[int, int, Zone]:
    return unit.shape, id(three.above(unit, who)), unit.zone


def _inserted(three: Three, who: Who) -> Iterator[tuple[Unit, Node]]:
    """What only this side has, in the order of its text."""
    side = three.sides[who]
    for unit in side.units:
        node = side.place[unit.index]
        if node is not None and not node.base and not node.sides[who.other] and node.rival is None:
            yield unit, node


def _pairs(three: Three, fits: Callable[[Three, Unit, Unit], bool]) -> Iterator[tuple[Unit, Unit]]:
    """Insertions of both sides in one place that fit one another; each with the first that is free."""
    waiting: dict[tuple[int, int, Zone, Kind], list[Unit]] = {}
    for unit, node in _inserted(three, Who.OURS):
        waiting.setdefault(_at(three, unit, node, Who.OURS), []).append(unit)
    for unit, node in _inserted(three, Who.THEIRS):
        row = waiting.get(_at(three, unit, node, Who.THEIRS), [])
        twin = next((one for one in row if fits(three, one, unit)), None)
        if twin is not None:
            row.remove(twin)
            yield twin, unit


def _at(three: Three, unit: Unit, node: Node, who: Who) -> tuple[int, int, Zone, Kind]:
    return id(three.above(unit, who)), id(three.before(node, who)), unit.zone, unit.kind


def _unite(three: Three, ours: Unit, theirs: Unit) -> None:
    mine, yours = three.sides[0].place[ours.index], three.sides[1].place[theirs.index]
    assert mine is not None  # every unit has a node
    assert yours is not None
    mine.sides[Who.THEIRS].append(theirs.index)
    three.sides[1].place[theirs.index] = mine
    yours.gone = True


def _much_alike(three: Three, ours: Unit, theirs: Unit) -> bool:
    mine, yours = (Counter(words_of(unit.provision.words)) for unit in (ours, theirs))
    total = mine.total() + yours.total()
    return bool(total) and 2 * (mine & yours).total() / total >= UNITED


def _rivals(three: Three, ours: Unit, theirs: Unit) -> bool:
    """Whether two wholly new provisions mean the same: they bear one heading, or say it alike."""
    if not (_all_new(three, ours, Who.OURS) and _all_new(three, theirs, Who.THEIRS)):
        return False
    heading = ours.provision.heading.plain.strip().casefold()
    if heading:
        return heading == theirs.provision.heading.plain.strip().casefold()
    return alike(ours, theirs) >= RIVALS


def _all_new(three: Three, unit: Unit, who: Who) -> bool:
    """Whether only this side has a provision and all below it: nothing was moved into it."""
    side = three.sides[who]
    node = side.place[unit.index]
    if node is None or node.base or node.sides[who.other]:
        return False
    return all(_all_new(three, side.units[child], who) for child in unit.children)
