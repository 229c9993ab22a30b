"""From the weave to rows and revisions, in the order in which the eye meets them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision, ProvisionId
from workbench.comparison.flow import Element
from workbench.comparison.ledger import Ledger
from workbench.comparison.revision import (
    Fate,
    Op,
    Piece,
    Pieces,
    RevisionKind,
    Row,
    Summary,
)
from workbench.comparison.units import Unit


class Rows:
    """Makes the rows of a weave, numbering revisions on the way."""

    def __init__(self, ledger: Ledger) -> None:
        self.woven = ledger.woven
        self.pairs = ledger.pairs
        self.ledger = ledger
        self.rows: list[Row] = []

    def make(self) -> tuple[Row, ...]:
        """All rows. Afterwards `ledger` holds the revisions."""
        for old, new in self._gaps_and_anchors():
            if old is not None and new is not None:
                self._anchor(old, new)
            elif old is not None:
                self._old_only(old)
            elif new is not None:
                self._new_only(new)
        return tuple(self.rows)

    def summary(self) -> Summary:
        """The counts."""
        counts = dict.fromkeys(RevisionKind, 0)
        changed: set[ProvisionId | None] = set()
        for revision in self.ledger.revisions:
            if revision.kind is RevisionKind.REPLACED:
                changed.add(revision.new_id)
            else:
                counts[revision.kind] += 1
        counts[RevisionKind.REPLACED] = len(changed)
        unchanged = sum(
            row.fate is Fate.KEPT
            and not row.revisions
            and not row.wrap_up
            and bool(row.new and _speaks(row.new))
            for row in self.rows
        )
        return Summary(**{kind.value: count for kind, count in counts.items()}, unchanged=unchanged)

    def _gaps_and_anchors(self) -> Iterator[tuple[Element | None, Element | None]]:
        """Old and new elements in one order: what was there before what came, between what stayed."""
        old, new = self.woven.old_elements, self.woven.new_elements
        old_place = {element: i for i, element in enumerate(old)}
        new_place = {element: i for i, element in enumerate(new)}
        i = j = 0
        ends = [(old_place[a], new_place[b]) for a, b in self.woven.anchors]
        table = -1
        for stop, other_stop in [*ends, (len(old), len(new))]:
            yield from self._gap(list(old[i:stop]), list(new[j:other_stop]), table)
            if stop < len(old):
                yield old[stop], new[other_stop]
                table = self._table(old[stop].unit)
            i, j = stop + 1, other_stop + 1

    def _gap(
        self, old: list[Element], new: list[Element], table: int
    ) -> Iterator[tuple[Element | None, Element | None]]:
        """What is left of an open table comes first, so that its rows stay together."""
        mine, yours = 0, 0
        if table >= 0:
            partner = self.pairs.to_new[table]
            while mine < len(old) and _within(self.pairs.old, old[mine].unit, table):
                mine += 1
            while yours < len(new) and _within(self.pairs.new, new[yours].unit, partner):
                yours += 1
        for element in old[:mine]:
            yield element, None
        for element in new[:yours]:
            yield None, element
        for element in old[mine:]:
            yield element, None
        for element in new[yours:]:
            yield None, element

    def _table(self, index: int) -> int:
        while index >= 0 and self.pairs.old[index].kind is not Kind.TABLE:
            index = self.pairs.old[index].parent
        return index

    # What stayed in its place ------------------------------------------------------------------------

    def _anchor(self, old: Element, new: Element) -> None:
        unit, other = self.pairs.old[old.unit], self.pairs.new[new.unit]
        if old.wrap_up:
            self._wrap_up_row(unit, other, Fate.KEPT)
            return
        if unit.index in self.woven.divided.split:
            self._part_row(unit, other, 0, Fate.SPLIT)
            return
        if other.index in self.woven.divided.merged:
            self._part_row(unit, other, 0, Fate.MERGED)
            return
        revisions: list[int] = []
        if unit.index not in self.woven.kept:
            move = self.ledger.revisions[self.ledger.move(unit.index) - 1]
            if move.old_id == unit.provision.id and move.kind is RevisionKind.MOVED:
                revisions.append(move.number)
        self._renumbered(unit, other, revisions)
        wording = self.ledger.wording(unit, other)
        revisions.extend([wording.whole] if wording.whole else [])
        revisions.extend(_numbers_in(wording.heading, wording.text))
        self._row(unit, other, Fate.KEPT, wording.heading, wording.text, revisions=revisions)

    def _renumbered(self, unit: Unit, other: Unit, revisions: list[int]) -> None:
        before = self.ledger.old_number[unit.index]
        after = self.ledger.new_number[other.index]
        if before.number and after.number and before.number != after.number:
            number = self.ledger.revision(
                RevisionKind.RENUMBERED, before.label, after.label, unit.provision, other.provision
            )
            revisions.append(number)

    def _wrap_up_row(self, unit: Unit, other: Unit, fate: Fate) -> None:
        pieces = self.ledger.wording(unit, other).wrap_up
        self._row(unit, other, fate, (), pieces, wrap_up=True, revisions=_numbers_in(pieces))

    def _part_row(self, unit: Unit, other: Unit, part: int, fate: Fate) -> None:
        """One row of a divided or joined unit; its edits belong to the one revision."""
        number, parts = self.ledger.division(unit, other, fate)
        shown_old = unit if fate is Fate.MERGED or part == 0 else None
        shown_new = other if fate is Fate.SPLIT or part == 0 else None
        self._row(shown_old, shown_new, fate, (), parts[part], joined=part > 0, revisions=[number])

    # What is in one text only, or elsewhere in the other -----------------------------------------------

    def _old_only(self, element: Element) -> None:
        unit = self.pairs.old[element.unit]
        first = self.woven.divided.first_old.get(unit.index)
        if first is not None:
            other = self.pairs.new[self.pairs.to_new[first]]
            part = self.woven.divided.merged[other.index].index(unit.index)
            self._part_row(unit, other, part, Fate.MERGED)
            return
        partner = self.pairs.to_new[unit.index]
        if partner >= 0:
            other = self.pairs.new[partner]
            if unit.index in self.woven.flow:  # only the wrap-up left the flow, or the new text has none
                self._one_sided_wrap_up(unit, other, old_side=True)
                return
            self._moved_row(unit, other, element.wrap_up, Fate.MOVED_AWAY)
            return
        self._row_of_one(element, unit, None, Fate.DELETED, self.ledger.deletion(unit.index))

    def _new_only(self, element: Element) -> None:
        unit = self.pairs.new[element.unit]
        first = self.woven.divided.first_new.get(unit.index)
        if first is not None:
            whole = self.pairs.old[self.pairs.to_old[first]]
            part = self.woven.divided.split[whole.index].index(unit.index)
            self._part_row(whole, unit, part, Fate.SPLIT)
            return
        partner = self.pairs.to_old[unit.index]
        if partner >= 0:
            other = self.pairs.old[partner]
            if partner in self.woven.flow:
                self._one_sided_wrap_up(other, unit, old_side=False)
                return
            self._moved_row(other, unit, element.wrap_up, Fate.MOVED_HERE)
            return
        self._row_of_one(element, None, unit, Fate.INSERTED, self.ledger.insertion(unit.index))

    def _row_of_one(
        self, element: Element, old: Unit | None, new: Unit | None, fate: Fate, number: int
    ) -> None:
        """What only one text has, inserted or deleted by one revision."""
        shown = new or old
        assert shown is not None
        op, provision = Op.INSERT if new else Op.DELETE, shown.provision
        heading = () if element.wrap_up else _piece(op, provision.heading, number)
        text = _piece(op, provision.wrap_up if element.wrap_up else provision.text, number)
        self._row(old, new, fate, heading, text, wrap_up=element.wrap_up, revisions=[number])

    def _one_sided_wrap_up(self, unit: Unit, other: Unit, *, old_side: bool) -> None:
        """A wrap-up of a kept unit that only one text has, or that stands elsewhere among its children."""
        side = Op.DELETE if old_side else Op.INSERT
        wording = self.ledger.wording(unit, other)
        if unit.provision.wrap_up and other.provision.wrap_up and wording.whole is None:
            number = next(iter(_numbers_in(wording.wrap_up)), None)
            if number is None or len(wording.wrap_up) != 2 or wording.wrap_up[0].op is Op.EQUAL:
                number = number or self.ledger.words_revision(
                    unit, other, unit.provision.wrap_up.plain, other.provision.wrap_up.plain
                )
                wording.wrap_up = (
                    *_piece(Op.DELETE, unit.provision.wrap_up, number),
                    *_piece(Op.INSERT, other.provision.wrap_up, number),
                )
        pieces = tuple(piece for piece in wording.wrap_up if piece.op is side)
        shown_old, shown_new = (unit, None) if old_side else (None, other)
        self._row(shown_old, shown_new, Fate.KEPT, (), pieces, wrap_up=True, revisions=_numbers_in(pieces))

    def _moved_row(self, unit: Unit, other: Unit, wrap_up: bool, fate: Fate) -> None:
        number = self.ledger.move(unit.index)
        wording = self.ledger.wording(unit, other)
        heading, text = ((), wording.wrap_up) if wrap_up else (wording.heading, wording.text)
        self._row(
            unit,
            other,
            fate,
            heading,
            text,
            wrap_up=wrap_up,
            revisions=[number, *_numbers_in(heading, text)],
            moved_from=self.ledger.old_number[unit.index].label if fate is Fate.MOVED_HERE else "",
            moved_to=self.ledger.new_number[other.index].label if fate is Fate.MOVED_AWAY else "",
        )

    def _row(
        self,
        old: Unit | None,
        new: Unit | None,
        fate: Fate,
        heading: Pieces,
        text: Pieces,
        *,
        wrap_up: bool = False,
        joined: bool = False,
        moved_from: str = "",
        moved_to: str = "",
        revisions: list[int],
    ) -> None:
        shown = new if new is not None and fate is not Fate.MOVED_AWAY else old
        if shown is None:
            return
        self.rows.append(
            Row(
                kind=shown.kind,
                zone=shown.zone,
                fate=fate,
                old=old.provision if old else None,
                new=new.provision if new else None,
                old_number=self.ledger.old_number[old.index] if old else None,
                new_number=self.ledger.new_number[new.index] if new else None,
                heading_pieces=heading,
                text_pieces=text,
                wrap_up=wrap_up,
                joined=joined,
                moved_from=moved_from,
                moved_to=moved_to,
                depth=shown.depth,
                revisions=tuple(dict.fromkeys(revisions)),
            )
        )


def _speaks(provision: Provision) -> bool:
    return bool(provision.text or provision.heading or provision.wrap_up)


def _within(units: list[Unit], index: int, table: int) -> bool:
    while index >= 0 and index != table:
        index = units[index].parent
    return index >= 0


def _piece(op: Op, text: Text, number: int) -> Pieces:
    return (Piece(op, text, number),) if text else ()


def _numbers_in(*rows: Pieces) -> list[int]:
    return [piece.revision for pieces in rows for piece in pieces if piece.revision is not None]
