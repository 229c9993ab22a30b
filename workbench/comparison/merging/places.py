"""Where everything goes: what is left out, under which provision each node stands, and in which order.

What nobody moved keeps the order of the base and is the frame; what a side inserted or moved comes behind
what it stands behind in that side's text, ours before theirs where both put something in one place.
"""

from __future__ import annotations

from collections import Counter

from workbench.agreement.tree import Kind, Zone
from workbench.comparison.merging.sides import Entry, Node, Side, Who
from workbench.comparison.options import FOLDED
from workbench.comparison.units import Unit, alike, words_of

RIVALS = 0.6
"""Likeness from which what both inserted in one place are two wordings of one provision."""

UNITED = 0.75
"""Likeness, with all below, from which they are one provision with some words in dispute."""

Parent = tuple[Node | None, Zone]


class Places:
    """Puts the nodes of a merge in their places. `roots` are the rows of the zones afterwards."""

    def __init__(self, base: list[Unit], sides: tuple[Side, Side], nodes: list[Node]) -> None:
        self.base = base
        self.sides = sides
        self.nodes = nodes
        self.of_base = {index: node for node in nodes for index in node.base}
        self.roots: dict[Zone, list[Entry]] = {zone: [] for zone in Zone}

    def settle(self) -> list[Node]:
        """Find every node's place; returns the nodes that both sides moved, each elsewhere."""
        for who in Who:
            self._deletions(who)
        self._same_insertions()
        self._like_insertions()
        torn: list[Node] = []
        for node in self.nodes:
            if not node.gone:
                self._choose_parent(node, torn)
        self._break_circles(torn)
        self._order()
        return torn

    # What is left out -----------------------------------------------------------------------------------

    def _deletions(self, who: Who) -> None:
        """What one side took out: gone, unless the other side did something to it."""
        other = who.other
        doomed: dict[int, list[Node]] = {}
        root: dict[int, int] = {}
        saved: dict[int, int] = {}
        for unit in self.base:
            node = self.of_base[unit.index]
            if not node.sides[who]:
                root[unit.index] = root.get(unit.parent, unit.index)
                doomed.setdefault(root[unit.index], []).append(node)
            elif unit.parent in root:
                saved[root[unit.parent]] = saved.get(root[unit.parent], 0) + 1
        touched = self._touched(other, who)
        for first, members in doomed.items():
            # A chapter whose articles live on was dissolved; an article that lost one paragraph was not.
            dissolved = saved.get(first, 0) >= len(members)
            fought_for = any(id(node) in touched for node in members)
            for node in members:
                stays = self._edited(node, other) if dissolved else fought_for
                if stays and node.sides[other]:
                    node.contested_by = who
                else:
                    node.gone = True

    def _touched(self, other: Who, who: Who) -> set[int]:
        """Nodes that `who` took out and the other side edited, moved, or put something into."""
        side = self.sides[other]
        touched = {
            id(node)
            for node in self.of_base.values()
            if node.sides[other] and not node.sides[who] and self._edited(node, other)
        }
        for unit in side.units:
            node: Node | None = side.place[unit.index]
            above = side.place[unit.parent] if unit.parent >= 0 else None
            if node is not None and above is not None and (not node.base or node.moved[other]):
                touched.add(id(above))
        return touched

    def _edited(self, node: Node, who: Who) -> bool:
        if len(node.base) != 1 or len(node.sides[who]) != 1 or node.moved[who]:
            return True
        # Whoever only changed quotation marks, dashes or spaces did not fight for the provision.
        before, after = self.base[node.base[0]], self.sides[who].units[node.sides[who][0]]
        return FOLDED.folded(before.key) != FOLDED.folded(after.key)

    def _same_insertions(self) -> None:
        """What both inserted word for word under one provision is one."""
        ours, theirs = self.sides
        waiting: dict[tuple[int, int, Zone], list[int]] = {}
        for unit in ours.units:
            node = ours.place[unit.index]
            if node is not None and not node.base:
                waiting.setdefault(self._where(ours, unit), []).append(unit.index)
        for unit in theirs.units:
            node = theirs.place[unit.index]
            if node is None or node.base:
                continue
            twins = waiting.get(self._where(theirs, unit))
            if not twins:
                continue
            self._unite(twins.pop(0), unit.index)

    def _like_insertions(self) -> None:
        """What both inserted in one place in much the same words is one, with those words in dispute."""
        ours, theirs = self.sides
        waiting: dict[tuple[int, int, Zone, Kind], list[int]] = {}
        for side, who in ((ours, Who.OURS), (theirs, Who.THEIRS)):
            for unit in side.units:
                node = side.place[unit.index]
                if node is None or node.base or node.sides[who.other] or node.gone:
                    continue
                _, above, zone = self._where(side, unit)
                before = self._before(node, who)
                place = (above, id(before) if before is not None else 0, zone, unit.kind)
                if who is Who.OURS:
                    waiting.setdefault(place, []).append(unit.index)
                    continue
                row = waiting.get(place, [])
                twin = next((i for i in row if self._much_alike(ours.units[i], unit)), None)
                if twin is not None:
                    row.remove(twin)
                    self._unite(twin, unit.index)

    def _unite(self, mine: int, yours: int) -> None:
        ours, theirs = self.sides
        twin, node = ours.place[mine], theirs.place[yours]
        assert twin is not None  # every unit has a node
        assert node is not None
        twin.sides[Who.THEIRS].append(yours)
        theirs.place[yours] = twin
        node.gone = True

    def _much_alike(self, one: Unit, other: Unit) -> bool:
        mine, yours = (Counter(words_of(unit.provision.words)) for unit in (one, other))
        total = mine.total() + yours.total()
        return bool(total) and 2 * (mine & yours).total() / total >= UNITED

    def _where(self, side: Side, unit: Unit) -> tuple[int, int, Zone]:
        above = side.place[unit.parent] if unit.parent >= 0 else None
        return unit.shape, id(above) if above is not None else 0, unit.zone

    # Under which provision -----------------------------------------------------------------------------

    def _choose_parent(self, node: Node, torn: list[Node]) -> None:
        if node.moved[0] and node.moved[1] and node.contested_by is None:
            mine, yours = self._parent(node, Who.OURS), self._parent(node, Who.THEIRS)
            node.above, node.zone = mine
            if mine != yours or self._before(node, Who.OURS) is not self._before(node, Who.THEIRS):
                node.elsewhere = yours
                torn.append(node)
            return
        driver = node.driver
        if driver is not None:
            node.above, node.zone = self._parent(node, driver)
            return
        unit = self.base[node.base[0]]
        above = self.of_base[unit.parent] if unit.parent >= 0 else None
        node.above, node.zone = self._standing(above), unit.zone

    def _parent(self, node: Node, who: Who) -> Parent:
        side = self.sides[who]
        unit = side.units[node.sides[who][0]]
        above = side.place[unit.parent] if unit.parent >= 0 else None
        return self._standing(above), unit.zone

    def _standing(self, node: Node | None) -> Node | None:
        """A provision that is there: where one was dissolved, the one above it."""
        while node is not None and node.gone:
            if not node.base:
                return None
            parent = self.base[node.base[0]].parent
            node = self.of_base[parent] if parent >= 0 else None
        return node

    def _before(self, node: Node, who: Who) -> Node | None:
        """The nearest sibling before a node that neither side moved or inserted."""
        side = self.sides[who]
        row = side.row(node.sides[who][0])
        for index in reversed(row[: row.index(node.sides[who][0])]):
            found = side.place[index]
            if found is not None and found.base and not any(found.moved) and not found.gone:
                return found
        return None

    def _break_circles(self, torn: list[Node]) -> None:
        """One side put A into B, the other B into A: both go where our text has them."""
        for wanted in (Who.OURS, None):
            for node in self.nodes:
                if node.gone or not self._circular(node):
                    continue
                if wanted is not None and node.sides[wanted]:
                    if node.elsewhere is None and node.base:
                        node.elsewhere = (node.above, node.zone)
                        torn.append(node)
                    node.moved = (True, node.moved[1])
                    node.above, node.zone = self._parent(node, wanted)
                elif wanted is None:
                    node.above = None

    def _circular(self, node: Node) -> bool:
        above, seen = node.above, {id(node)}
        while above is not None:
            if above is node:
                return True
            if id(above) in seen:
                return False
            seen.add(id(above))
            above = above.above
        return False

    # In which order ------------------------------------------------------------------------------------

    def _order(self) -> None:
        standing = [node for node in self.nodes if not node.gone]
        for node in standing:
            if node.driver is None:
                self._row(node).append(Entry(node))
        for who in Who:
            side = self.sides[who]
            for unit in side.units:
                placed = side.place[unit.index]
                if placed is None:
                    continue
                node = placed
                if node.gone or node.sides[who][0] != unit.index:
                    continue
                if node.driver is who:
                    self._put(node, who, self._row(node), copied=False)
                elif who is Who.THEIRS and node.elsewhere is not None:
                    above, zone = node.elsewhere
                    if above is None or not self._inside(above, node):
                        row = above.children if above is not None else self.roots[zone]
                        self._put(node, who, row, copied=True)
        for row in (*self.roots.values(), *(node.children for node in standing)):
            self._rivals(row)

    def _row(self, node: Node) -> list[Entry]:
        return node.above.children if node.above is not None else self.roots[node.zone]

    def _inside(self, above: Node | None, node: Node) -> bool:
        while above is not None and above is not node:
            above = above.above
        return above is node

    def _put(self, node: Node, who: Who, row: list[Entry], *, copied: bool) -> None:
        """Behind what it stands behind in its side's text, and behind what ours put there."""
        place = self._after(node, who, row)
        while who is Who.THEIRS and place < len(row) and not row[place].node.sides[who]:
            place += 1
        row.insert(place, Entry(node, copied))

    def _after(self, node: Node, who: Who, row: list[Entry]) -> int:
        side = self.sides[who]
        known = {id(entry.node): place for place, entry in enumerate(row) if not entry.copied}
        index = node.sides[who][0]
        while index >= 0:
            siblings = side.row(index)
            for earlier in reversed(siblings[: siblings.index(index)]):
                found = side.place[earlier]
                if found is not None and found is not node and id(found) in known:
                    return known[id(found)] + 1
            index = side.units[index].parent
            above = side.place[index] if index >= 0 else None
            if above is not None and above.children is row:
                break
        return 0

    def _rivals(self, row: list[Entry]) -> None:
        """Two wordings of one provision, inserted by either side in one place, side by side."""
        for place, entry in enumerate(row):
            ours = entry.node
            if ours.base or not ours.sides[0] or ours.sides[1] or ours.rival is not None:
                continue
            for later in range(place + 1, len(row)):
                theirs = row[later].node
                if theirs.base or theirs.driver is None:
                    break
                if theirs.sides[1] and not theirs.sides[0] and self._alike(ours, theirs):
                    ours.rival, theirs.rival = theirs, ours
                    row.insert(place + 1, row.pop(later))
                    break

    def _alike(self, ours: Node, theirs: Node) -> bool:
        one = self.sides[0].units[ours.sides[0][0]]
        other = self.sides[1].units[theirs.sides[1][0]]
        if one.kind is not other.kind:
            return False
        heading = one.provision.heading.plain.strip().casefold()
        if heading:
            return heading == other.provision.heading.plain.strip().casefold()
        return alike(one, other) >= RIVALS
