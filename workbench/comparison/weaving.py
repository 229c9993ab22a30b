"""Weaving two aligned trees into one: rows in document order and nodes that hold both texts.

Three things are told apart. What stays in the *flow* keeps its order in both texts (the heaviest such
chain). What is *kept* hangs under the same unit as before. A unit out of the flow was moved; one in the
flow that hangs elsewhere only changed its level, and its words are not marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.tree import Kind
from workbench.comparison.divisions import Divisions, divisions
from workbench.comparison.flow import Element, Flow, above, elements
from workbench.comparison.pairs import Pairs

UNMOVABLE = (Kind.TABLE, Kind.ROW, Kind.CELL, Kind.SIGNATURE_BLOCK)
"""Units that Word cannot mark as moved: they are deleted and inserted."""


@dataclass(frozen=True, slots=True)
class Weave:
    """The alignment with what follows from it. `flow` and `kept` hold indices of old units."""

    pairs: Pairs
    divided: Divisions
    flow: frozenset[int]
    kept: frozenset[int]
    anchors: tuple[tuple[Element, Element], ...]
    old_elements: tuple[Element, ...]
    new_elements: tuple[Element, ...]

    def above_old(self, index: int) -> int:
        """The old unit above, -1 at the top."""
        return above(self.pairs.old, index, self.divided.first_old)

    def above_new(self, index: int) -> int:
        """The new unit above; the children of a divided unit belong to its first part."""
        return above(self.pairs.new, index, self.divided.first_new)


def weave(pairs: Pairs) -> Weave:
    """Tell apart what stayed, moved and changed level; pairs that cannot be told are given up."""
    divided = divisions(pairs)
    while True:
        woven = _classified(pairs, divided)
        given_up = _unmovable(woven) or _circular(woven)
        for index in given_up:
            divided.drop(index, pairs.to_new[index])
            pairs.part(index)
        moved_parts = [
            index
            for index in (*divided.split, *(parts[0] for parts in divided.merged.values()))
            if index not in woven.flow or index not in woven.kept
        ]
        for index in moved_parts:
            divided.drop(index, pairs.to_new[index])
        if not given_up and not moved_parts:
            return woven


def _classified(pairs: Pairs, divided: Divisions) -> Weave:
    old_elements, new_elements = elements(pairs.old), elements(pairs.new)
    flow = Flow(pairs, divided, old_elements, new_elements)
    anchors = flow.anchors()
    standing = frozenset(one.unit for one, _ in anchors if not one.wrap_up)
    return Weave(pairs, divided, standing, flow.kept(standing), anchors, old_elements, new_elements)


def _unmovable(woven: Weave) -> list[int]:
    pairs = woven.pairs
    return [
        unit.index
        for unit in pairs.old
        if pairs.to_new[unit.index] >= 0
        and (unit.kind in UNMOVABLE or unit.in_table)
        and (unit.index not in woven.flow or unit.index not in woven.kept)
    ]


def _circular(woven: Weave) -> list[int]:
    """The first moved unit that some choice of revisions could put inside itself.

    A goes under B while B goes under A: accepting one move and not the other would leave neither in the
    text.
    """
    pairs = woven.pairs
    moved = [u.index for u in pairs.old if pairs.to_new[u.index] >= 0 and u.index not in woven.kept]
    settled: set[int] = set(range(len(pairs.old))) - set(moved)
    for index in moved:
        settled.add(index)
        if _reaches(woven, settled, index):
            return [index]
    return []


def _reaches(woven: Weave, settled: set[int], start: int) -> bool:
    """Whether going up from a unit, by old and new places alike, leads back to it."""
    pairs = woven.pairs
    waiting: list[tuple[str, int]] = [("old", start)]
    seen: set[tuple[str, int]] = set()
    while waiting:
        side, index = waiting.pop()
        ups: list[tuple[str, int]] = []
        partner = pairs.to_new[index] if side == "old" else -1
        if side == "new":
            over = woven.above_new(index)
            ups = [("new", over)]
        else:
            ups = [("old", woven.above_old(index))]
            if partner >= 0 and index in settled:
                ups.append(("new", woven.above_new(partner)))
        for up_side, over in ups:
            if over < 0:
                continue
            twin = pairs.to_old[over] if up_side == "new" else over
            place = ("old", twin) if twin >= 0 else ("new", over)
            if place == ("old", start):
                return True
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    return False
