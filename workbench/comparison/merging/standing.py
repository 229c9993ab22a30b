"""What stands in the merged text: what is left out, and what both put in, once or in two wordings.

What one side took out is gone, unless the other did something to it; then it stands in dispute. What both put
in at one place is one provision where they say much the same, and two wordings of one where they mean the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.agreement.tree import Kind, Zone
from workbench.comparison.merging.sides import Node, Three, Who
from workbench.comparison.options import FOLDED
from workbench.comparison.units import Unit, alike, words_of

RIVALS = 0.6
"""Likeness from which what both inserted in one place are two wordings of one provision."""

UNITED = 0.75
"""Likeness of words in their order from which they are one provision with some words in dispute."""


@dataclass(eq=False)
class Inserted:
    """A provision that one side put in. Its words are counted once, whatever it is held against."""

    unit: Unit
    node: Node
    place: tuple[int, int, Zone]
    """What it stands under and behind, and its zone: the same for what both put in one place."""
    all_new: bool
    """Whether only this side has it and all below it: nothing was moved into it."""

    @cached_property
    def words(self) -> Counter[str]:
        """The words of it and all below it."""
        return Counter(words_of(self.unit.provision.words))


def settle_standing(three: Three) -> None:
    """Decide of every node whether it stands, and whether it is in dispute as a whole."""
    for who in Who:
        _take_out(three, who)
    _unite_same(three)
    ours, theirs = (_inserted(three, who) for who in Who)
    united = list(_pairs(ours, theirs, _much_alike))
    for mine, yours in united:
        _unite(three, mine.node, yours.node)
    done = {id(one.node) for pair in united for one in pair}
    ours, theirs = ([one for one in row if id(one.node) not in done] for row in (ours, theirs))
    for mine, yours in _pairs(ours, theirs, _rivals):
        mine.node.rival, yours.node.rival = yours.node, mine.node


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
    waiting: dict[tuple[int, int, Zone], list[Node]] = {}
    for who in Who:
        for unit in three.sides[who].units:
            node = three.sides[who].place[unit.index]
            if node is None or node.base:
                continue
            twins = waiting.setdefault((unit.shape, id(three.above(unit, who)), unit.zone), [])
            if who is Who.OURS:
                twins.append(node)
            elif twins:
                _unite(three, twins.pop(0), node)


def _unite(three: Three, ours: Node, theirs: Node) -> None:
    ours.sides[Who.THEIRS].extend(theirs.sides[Who.THEIRS])
    for index in theirs.sides[Who.THEIRS]:
        three.sides[Who.THEIRS].place[index] = ours
    theirs.gone = True


def _inserted(three: Three, who: Who) -> list[Inserted]:
    """What only this side has, in the order of its text."""
    side = three.sides[who]
    found: dict[int, Inserted] = {}
    for unit in reversed(side.units):  # what stands below comes before what it stands under
        node = side.place[unit.index]
        if node is not None and not node.base and not node.sides[who.other]:
            place = id(three.above(unit, who)), id(three.before(node, who)), unit.zone
            all_new = all(child in found and found[child].all_new for child in unit.children)
            found[unit.index] = Inserted(unit, node, place, all_new)
    return list(reversed(found.values()))


def _pairs(
    ours: list[Inserted], theirs: list[Inserted], fits: Callable[[Inserted, Inserted], bool]
) -> Iterator[tuple[Inserted, Inserted]]:
    """Insertions of both sides in one place that fit one another; each with the first that is free."""
    waiting: dict[tuple[tuple[int, int, Zone], Kind], list[Inserted]] = {}
    for one in ours:
        waiting.setdefault((one.place, one.unit.kind), []).append(one)
    for other in theirs:
        row = waiting.get((other.place, other.unit.kind), [])
        twin = next((one for one in row if fits(one, other)), None)
        if twin is not None:
            row.remove(twin)
            yield twin, other


def _much_alike(ours: Inserted, theirs: Inserted) -> bool:
    return _share(ours, theirs, UNITED)


def _share(ours: Inserted, theirs: Inserted, least: float) -> bool:
    """Whether this share of the words of both, with all below, is common to them."""
    one, other = ours.words, theirs.words
    if len(one) > len(other):
        one, other = other, one
    total = one.total() + other.total()
    most = min(one.total(), other.total())
    if not total or 2 * most / total < least:
        return False
    return 2 * sum(min(count, other[word]) for word, count in one.items() if word in other) / total >= least


def _rivals(ours: Inserted, theirs: Inserted) -> bool:
    """Whether two wholly new provisions mean the same: they bear one heading, or say it alike."""
    if not (ours.all_new and theirs.all_new):
        return False
    mine, yours = (one.unit.provision.heading.plain.strip().casefold() for one in (ours, theirs))
    if mine or yours:
        return mine == yours
    if not (ours.unit.key or theirs.unit.key):  # a row of a table says nothing but in its cells
        return _share(ours, theirs, RIVALS)
    return alike(ours.unit, theirs.unit) >= RIVALS
