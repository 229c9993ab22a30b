"""Deriving: from the comparison of two versions to the instructions that lead from one to the other.

Words are exchanged where a few do, a paragraph or article is given anew where they do not, units that came
or went are inserted or deleted, and numbers that moved are renumbered. What cannot be said of a small unit
(a subheading, a row of a table) is said of the one around it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from msgspec.structs import replace

from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, GROUPING, Kind, Provision, ProvisionId, Zone
from workbench.comparison import Fate, Redline
from workbench.comparison.revision import Node
from workbench.drafting.amending.addresses import INNER, Addresses
from workbench.drafting.amending.annexed import by_itself
from workbench.drafting.amending.blocks import blocks
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.rows import ZONES_OF_UNITS, follows, in_rows, renumbered
from workbench.drafting.amending.words import between, occurrences
from workbench.drafting.amending.zones import quoted

MOST_INSTRUCTIONS = 8
"""An article with more changes than these is easier to read anew."""


class Deriver:
    """Two versions and their comparison; `coarse` are old units to be given anew as a whole."""

    def __init__(self, redline: Redline, coarse: Collection[ProvisionId], zones: Collection[Zone]) -> None:
        self.redline = redline
        self.old, self.new = Addresses(redline.old), Addresses(redline.new)
        self.coarse = coarse
        self.coarse_zones = zones

    def instructions(self) -> tuple[Instruction, ...]:
        """The instructions in the order of the text, renumbering last."""
        found: list[Instruction] = []
        for zone in Zone:
            found.extend(self._zone(zone))
        anew = {one.place.zone for one in found if one.deed is Deed.REPLACE and not one.place.steps}
        found.extend(renumbered(self.redline, self.old, self.new, anew))
        return tuple(found)

    def _zone(self, zone: Zone) -> list[Instruction]:
        nodes = self.redline.nodes.get(zone, ())
        if zone not in self.coarse_zones:
            row = self._row(nodes, None)
            if row is not None:
                return row
        if zone is Zone.ANNEXES:
            return self._annexes_anew()
        if zone is not Zone.BODY and self.redline.old.zone(zone) == self.redline.new.zone(zone):
            return []
        content = quoted(zone, self.redline.new)
        if not content:
            return [Instruction(Deed.DELETE, Address(zone=zone))]
        return [Instruction(Deed.REPLACE, Address(zone=zone), content=content)]

    def _annexes_anew(self) -> list[Instruction]:
        gone = [self._deletion(unit) for unit in self.redline.old.annexes]
        come = [
            self._annexed(
                Instruction(Deed.INSERT, content=blocks(unit, self.new.numbers), added=(self._step(unit),)),
                (unit,),
            )
            for unit in self.redline.new.annexes
        ]
        return [*(one for one in gone if one is not None), *come]

    def _row(self, nodes: Sequence[Node], parent: Provision | None) -> list[Instruction] | None:
        """The instructions on one row of siblings; None where they can only be said of their parent."""
        found: list[Instruction] = []
        anchor: Provision | None = None
        index = 0
        moved = self._moved_here(nodes)
        while index < len(nodes):
            node = nodes[index]
            told: list[Instruction] | None
            match node.fate:
                case Fate.KEPT:
                    told = self._kept(node)
                    anchor = node.olds[0]
                case Fate.MOVED_AWAY if node.move in moved:
                    told = []
                case Fate.MOVED_HERE if node.move in moved:
                    told = self._moved(node, anchor, nodes[index:])
                case Fate.DELETED | Fate.MOVED_AWAY | Fate.INSERTED | Fate.MOVED_HERE:
                    gone, come, index = self._gap(nodes, index, moved)
                    told = self._exchanged(gone, come, anchor, nodes[index:], parent)
                    found.extend(told or ())
                    if told is None:
                        return None
                    continue
                case _:
                    told = self._divided(node)
                    anchor = node.olds[-1]
            if told is None:
                return None
            found.extend(told)
            index += 1
        return found

    def _moved_here(self, nodes: Sequence[Node]) -> set[int | None]:
        """The moves within one row that can be told as such."""
        away = {node.move for node in nodes if node.fate is Fate.MOVED_AWAY}
        stays = any(node.fate is Fate.KEPT for node in nodes)
        return {
            node.move
            for node in nodes
            if node.fate is Fate.MOVED_HERE
            and node.move in away
            and stays
            and node.olds[0].kind is node.news[0].kind
            and node.olds[0].id not in self.coarse
            and self.old.zones[node.olds[0].id] in ZONES_OF_UNITS
            and self.old.of(node.olds[0]) is not None
        }

    def _moved(self, node: Node, anchor: Provision | None, rest: Sequence[Node]) -> list[Instruction] | None:
        """A unit that stands elsewhere in its row, and what has changed in it."""
        place, relation = self._where(anchor, rest, None)
        own, old = self._kept(node), self.old.of(node.olds[0])
        if place is None or own is None or old is None:
            return None
        return [Instruction(Deed.MOVE, old, relation=relation, beside=place), *own]

    @staticmethod
    def _gap(
        nodes: Sequence[Node], index: int, moved: Collection[int | None]
    ) -> tuple[list[Provision], list[Provision], int]:
        """The units that go and come between two that stay, and the position behind them."""
        gone, come = [], []
        while index < len(nodes) and nodes[index].fate not in (Fate.KEPT, Fate.SPLIT, Fate.MERGED):
            if nodes[index].move in moved:
                if nodes[index].fate is Fate.MOVED_HERE:
                    break
            elif nodes[index].fate in (Fate.DELETED, Fate.MOVED_AWAY):
                gone.append(nodes[index].olds[0])
            else:
                come.append(nodes[index].news[0])
            index += 1
        return gone, come, index

    def _exchanged(
        self,
        gone: list[Provision],
        come: list[Provision],
        anchor: Provision | None,
        rest: Sequence[Node],
        parent: Provision | None,
    ) -> list[Instruction] | None:
        """Units that go and others that come in the same place: under the same number they are replaced."""
        found: list[Instruction] = []
        ahead: dict[str, Provision] = {
            self._printed_new(unit): unit for unit in come if self._printed_new(unit)
        }
        deleted: list[Provision] = []
        for unit in gone:
            heir = ahead.get(self._printed_old(unit))
            if heir is not None and heir.kind is unit.kind and come[:1] == [heir]:
                told = self._anew(unit, heir)
                if told is None:
                    return None
                found.append(told)
                come, anchor = come[1:], unit
                continue
            deleted.append(unit)
        removal = self._deletions(deleted)
        if removal is None:
            return None
        found.extend(removal)
        if come:
            added = self._insertions(come, anchor, rest, parent)
            if added is None:
                return None
            found.extend(added)
        return found

    def _kept(self, node: Node) -> list[Instruction] | None:
        old, new = node.olds[0], node.news[0]
        if old.id in self.coarse or old.kind is not new.kind:
            told = self._anew(old, new)
            return None if told is None else [told]
        if bool(self._printed_old(old)) != bool(self._printed_new(new)):
            return None
        place = self.old.of(old)
        own: list[Instruction] | None = []
        if _differ(old, new):
            own = self._worded(node, place)
        below = self._row(node.children, old)
        holds = old.kind is Kind.ANNEX or old.kind in GROUPING
        if own is not None and below is not None and (len(own) + len(below) <= MOST_INSTRUCTIONS or holds):
            return [*own, *below]
        told = self._anew(old, new)
        return None if told is None else [told]

    def _worded(self, node: Node, place: Address | None) -> list[Instruction] | None:
        """The changes of a unit's own words."""
        old, new = node.olds[0], node.news[0]
        zone = self.old.zones[old.id]
        if place is None and zone not in ZONES_OF_UNITS:
            place = Address(zone=zone)
        if place is None:
            return None
        found: list[Instruction] = []
        if old.heading.plain != new.heading.plain:
            told = self._heading(node, place)
            if told is None:
                return None
            found.extend(told)
        for part, pieces in (("text", node.text), ("wrap_up", node.wrap_up)):
            if getattr(old, part).plain == getattr(new, part).plain:
                continue
            said = between(pieces, Instruction(Deed.REPLACE_WORDS, place))
            if said is None or not all(self._found_once(one, old) for one in said):
                return None
            found.extend(said)
        return found

    def _heading(self, node: Node, place: Address) -> list[Instruction] | None:
        old, new = node.olds[0], node.news[0]
        if not place.steps or not old.heading or not new.heading or old.kind in INNER:
            return None
        return [Instruction(Deed.REPLACE, replace(place, heading=True), new=Text(new.heading.plain))]

    def _found_once(self, told: Instruction, unit: Provision) -> bool:
        """Whether the words stand once where the instruction will look for them."""
        scope: Sequence[Provision] = (unit,)
        if told.place.zone is not None:
            scope = self.redline.old.zone(told.place.zone)
        own = sum(len(occurrences(getattr(unit, name).plain, told.old.plain)) for name in ("text", "wrap_up"))
        if told.place.zone is None:
            return own == 1
        count = sum(
            len(occurrences(text.plain, told.old.plain))
            for top in scope
            for inner in top.walk()
            for text in (inner.text, inner.wrap_up, inner.heading)
        )
        return count == 1

    def _divided(self, node: Node) -> list[Instruction] | None:
        """A unit that became several, or several that became one."""
        place = self.old.of(node.olds[0])
        if place is None:
            return None
        content = tuple(block for unit in node.news for block in blocks(unit, self.new.numbers))
        last = self.old.numbers[node.olds[-1].id].number or "" if len(node.olds) > 1 else ""
        if len(node.olds) > 1 and not last:
            return None
        added = tuple(self._step(unit) for unit in node.news)
        return [Instruction(Deed.REPLACE, place, content=content, added=added, last=last)]

    def _anew(self, old: Provision, new: Provision) -> Instruction | None:
        place = self.old.of(old)
        if place is None:
            return None
        content = blocks(new, self.new.numbers)
        if not content:
            return None
        return Instruction(Deed.REPLACE, place, content=content, added=(self._step(new),))

    def _deletions(self, units: list[Provision]) -> list[Instruction] | None:
        """Deletions, those of a row of numbers in one."""
        found: list[Instruction] = []
        for unit in units:
            one = self._deletion(unit)
            if one is None:
                return None
            before = found[-1] if found else None
            if before is not None and follows(before, one, self.redline.old.language):
                found[-1] = replace(before, last=one.place.steps[-1].number)
            else:
                found.append(one)
        return found

    def _deletion(self, unit: Provision) -> Instruction | None:
        place = self.old.of(unit)
        return None if place is None else Instruction(Deed.DELETE, place)

    def _insertions(
        self,
        units: list[Provision],
        anchor: Provision | None,
        rest: Sequence[Node],
        parent: Provision | None,
    ) -> list[Instruction] | None:
        place, relation = self._where(anchor, rest, parent)
        if place is None and not all(unit.kind is Kind.ANNEX for unit in units):
            return None
        found: list[Instruction] = []
        for kind, same in groupby(units, key=lambda unit: unit.kind):
            row = list(same)
            steps = tuple(self._step(unit) for unit in row)
            if kind in (Kind.CROSSHEADING, Kind.TABLE, Kind.ROW, Kind.CELL, Kind.CITATION):
                return None
            if kind not in (*BASIC, *GROUPING, *INNER, Kind.RECITAL, Kind.ANNEX):
                return None
            for chunk in in_rows(row, steps):
                content = tuple(block for unit, _ in chunk for block in blocks(unit, self.new.numbers))
                if not content:
                    return None
                added = tuple(step for _, step in chunk)
                told = Instruction(
                    Deed.INSERT, place or Address(), relation=relation, content=content, added=added
                )
                last = kind is Kind.ANNEX and not any(node.olds for node in rest)
                found.append(self._annexed(told, [unit for unit, _ in chunk]) if last else told)
        return found

    def _annexed(self, told: Instruction, annexes: Sequence[Provision]) -> Instruction:
        """An annex that comes last may be annexed to the protocol, which reads better than a quotation."""
        if len(annexes) > 1:
            return told
        units = (by_itself(annexes[0], self._printed_new),)
        return replace(told, place=Address(), relation=Relation.WITHIN, units=units)

    def _where(
        self, anchor: Provision | None, rest: Sequence[Node], parent: Provision | None
    ) -> tuple[Address | None, Relation]:
        if anchor is not None:
            place = self.old.of(anchor)
            if place is not None:
                return place, Relation.AFTER
            return None, Relation.AFTER
        behind = next((node.olds[0] for node in rest if node.fate is Fate.KEPT), None)
        if behind is not None:
            return self.old.of(behind), Relation.BEFORE
        if parent is not None:
            return self.old.of(parent), Relation.WITHIN
        return None, Relation.WITHIN

    def _step(self, unit: Provision) -> Step:
        return Step(unit.kind, self.new.numbers[unit.id].number or "")

    def _printed_old(self, unit: Provision) -> str:
        return self.old.numbers[unit.id].printed

    def _printed_new(self, unit: Provision) -> str:
        return self.new.numbers[unit.id].printed


def derive(
    redline: Redline, coarse: Collection[ProvisionId] = (), zones: Collection[Zone] = ()
) -> tuple[Instruction, ...]:
    """The instructions that lead from the old text of a comparison to the new."""
    return Deriver(redline, coarse, zones).instructions()


def _differ(old: Provision, new: Provision) -> bool:
    return any(
        getattr(old, part).plain != getattr(new, part).plain for part in ("heading", "text", "wrap_up")
    )
