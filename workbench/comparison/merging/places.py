"""Where everything goes: under which provision each node stands, and in which order.

What nobody moved keeps the order of the base and is the frame; what a side inserted or moved comes behind
what it stands behind in that side's text, ours before theirs where both put something in one place. What both
moved, each elsewhere, is torn: it stands at both places, at each as that side has it.
"""

from __future__ import annotations

from workbench.agreement.tree import Zone
from workbench.comparison.merging.sides import Entry, Node, Parent, Three, Who


class Places:
    """Puts the nodes of a merge in their places.

    `roots` are the rows of the zones afterwards. `tears` tells of each tear what stands at two places, as
    ours and as theirs have it: the outermost of what is torn.
    """

    def __init__(self, three: Three) -> None:
        self.three = three
        self.standing = [node for node in three.nodes if not node.gone]
        self.roots: dict[Zone, list[Entry]] = {zone: [] for zone in Zone}
        self.tears: dict[int, tuple[list[Node], list[Node]]] = {}
        for node in self.standing:
            self._choose_parent(node)
        self._tear_circles()
        self._gather_tears()
        self._order()

    # Under which provision -----------------------------------------------------------------------------

    def _choose_parent(self, node: Node) -> None:
        if all(node.moved) and node.contested_by is None:
            node.parents = [self._parent(node, who) for who in Who]
            before = [self.three.before(node, who) for who in Who]
            node.torn = node.parents[0] != node.parents[1] or before[0] is not before[1]
            return
        if node.driver is not None:
            parent = self._parent(node, node.driver)
        else:
            unit = self.three.base[node.base[0]]
            above = self.three.of_base[unit.parent] if unit.parent >= 0 else None
            parent = Parent(self._standing(above), unit.zone)
        node.parents = [parent, parent]

    def _parent(self, node: Node, who: Who) -> Parent:
        unit = self.three.unit(node, who)
        return Parent(self._standing(self.three.above(unit, who)), unit.zone)

    def _standing(self, node: Node | None) -> Node | None:
        """A provision that is there: where one was dissolved, the one above it."""
        while node is not None and node.gone:
            if not node.base:
                return None
            parent = self.three.base[node.base[0]].parent
            node = self.three.of_base[parent] if parent >= 0 else None
        return node

    def _tear_circles(self) -> None:
        """One side put A into B, the other B into A: each stands as either side has it."""
        while circling := self._circling():
            moved = [node for node in circling if all(node.sides) and any(node.moved) and not node.torn]
            assert moved  # neither side's text alone hangs in a circle
            for node in moved:
                node.torn = True
                node.parents = [self._parent(node, who) for who in Who]

    def _circling(self) -> list[Node]:
        """Nodes that stand under one another, as ours or as theirs have it."""
        found: list[Node] = []
        for who in Who:
            clear: set[int] = set()
            for first in self.standing:
                path: dict[int, Node] = {}
                node: Node | None = first
                while node is not None and id(node) not in clear and id(node) not in path:
                    path[id(node)] = node
                    node = node.parents[who].node
                if node is not None and id(node) in path:
                    row = list(path.values())
                    found += row[row.index(node) :]
                clear.update(path)
        return found

    def _gather_tears(self) -> None:
        """What is torn within something torn is settled together with it."""
        torn = [node for node in self.standing if node.torn]
        leader = {id(node): node for node in torn}

        def first(node: Node) -> Node:
            while leader[id(node)] is not node:
                node = leader[id(node)]
            return node

        outermost: list[tuple[Node, Who]] = []
        for node in torn:
            for who in Who:
                above = node.parents[who].node
                while above is not None and not above.torn:
                    above = above.parents[who].node
                if above is None:
                    outermost.append((node, who))
                else:
                    one, other = sorted((first(node), first(above)), key=lambda found: found.base[0])
                    leader[id(other)] = one
        for node in torn:
            node.tear = first(node).base[0]
        for node, who in outermost:
            self.tears.setdefault(node.tear, ([], []))[who].append(node)

    # In which order ------------------------------------------------------------------------------------

    def _order(self) -> None:
        for node in self.standing:
            if node.driver is None:
                self._row(node.parents[0]).append(Entry(node))
        for who in Who:
            side = self.three.sides[who]
            for unit in side.units:
                placed = side.place[unit.index]
                if placed is None or placed.gone or placed.sides[who][0] != unit.index:
                    continue
                if placed.torn:
                    self._put(Entry(placed, who), who)
                elif placed.driver is who:
                    self._put(Entry(placed), who)
        for row in (*self.roots.values(), *(node.children for node in self.standing)):
            _beside_one_another(row)

    def _row(self, parent: Parent) -> list[Entry]:
        return parent.node.children if parent.node is not None else self.roots[parent.zone]

    def _put(self, entry: Entry, who: Who) -> None:
        """Behind what it stands behind in its side's text, and behind what ours put there."""
        row = self._row(entry.node.parents[who])
        place = self._after(entry.node, who, row)
        while who is Who.THEIRS and place < len(row) and not row[place].node.sides[who]:
            place += 1
        row.insert(place, entry)

    def _after(self, node: Node, who: Who, row: list[Entry]) -> int:
        side = self.three.sides[who]
        known = {id(entry.node): place for place, entry in enumerate(row) if entry.whose in (None, who)}
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


def _beside_one_another(row: list[Entry]) -> None:
    """Put two wordings of one provision side by side, ours first."""
    for rival in [entry for entry in row if entry.node.rival is not None and entry.node.sides[1]]:
        row.remove(rival)
        place = next(i for i, entry in enumerate(row) if entry.node is rival.node.rival)
        row.insert(place + 1, rival)
