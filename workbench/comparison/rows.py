"""From the weave to rows and revisions, in the order in which the eye meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.agreement.numbering import Number
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision, ProvisionId
from workbench.comparison.options import Options
from workbench.comparison.revision import (
    Fate,
    Op,
    Piece,
    Pieces,
    Revision,
    RevisionKind,
    Row,
    Summary,
)
from workbench.comparison.units import Unit
from workbench.comparison.weaving import Element, Weave
from workbench.comparison.words import compare_parts, compare_words

Numbers = dict[ProvisionId, Number]


@dataclass(slots=True)
class Wording:
    """The pieces of a pair, with revision numbers, once they have been given."""

    heading: Pieces = ()
    text: Pieces = ()
    wrap_up: Pieces = ()
    whole: int | None = None


@dataclass(slots=True)
class Ledger:
    """Revisions as they are numbered, by the unit they concern (old index, or new index for insertions)."""

    revisions: list[Revision] = field(default_factory=list)
    inserted: dict[int, int] = field(default_factory=dict)
    deleted: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    divided: dict[int, int] = field(default_factory=dict)
    wordings: dict[int, Wording] = field(default_factory=dict)
    parts: dict[int, list[Pieces]] = field(default_factory=dict)


class Rows:
    """Makes the rows of a weave, numbering revisions on the way."""

    def __init__(self, woven: Weave, options: Options, old_numbers: Numbers, new_numbers: Numbers) -> None:
        self.woven = woven
        self.pairs = woven.pairs
        self.options = options
        self.old_numbers = old_numbers
        self.new_numbers = new_numbers
        self.ledger = Ledger()
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
            move = self.ledger.revisions[self.move(unit.index) - 1]
            if move.old_id == unit.provision.id and move.kind is RevisionKind.MOVED:
                revisions.append(move.number)
        self._renumbered(unit, other, revisions)
        wording = self.wording(unit, other)
        revisions.extend([wording.whole] if wording.whole else [])
        revisions.extend(_numbers_in(wording.heading, wording.text))
        self._row(unit, other, Fate.KEPT, wording.heading, wording.text, revisions=revisions)

    def _renumbered(self, unit: Unit, other: Unit, revisions: list[int]) -> None:
        before = self.old_numbers[unit.provision.id]
        after = self.new_numbers[other.provision.id]
        if before.number and after.number and before.number != after.number:
            number = self._revision(
                RevisionKind.RENUMBERED, before.label, after.label, unit.provision, other.provision
            )
            revisions.append(number)

    def _wrap_up_row(self, unit: Unit, other: Unit, fate: Fate) -> None:
        pieces = self.wording(unit, other).wrap_up
        self._row(unit, other, fate, (), pieces, wrap_up=True, revisions=_numbers_in(pieces))

    def _part_row(self, unit: Unit, other: Unit, part: int, fate: Fate) -> None:
        """One row of a divided or joined unit; its edits belong to the one revision."""
        if fate is Fate.SPLIT:
            whole, parts = unit.index, self.woven.divided.split[unit.index]
            key, olds, news = whole, [unit], [self.pairs.new[i] for i in parts]
        else:
            parts = self.woven.divided.merged[other.index]
            key, olds, news = parts[0], [self.pairs.old[i] for i in parts], [other]
        if key not in self.ledger.divided:
            rows = compare_parts(
                [u.provision.text for u in olds], [u.provision.text for u in news], self.options
            )
            kind = RevisionKind.SPLIT if fate is Fate.SPLIT else RevisionKind.MERGED
            number = self._revision(
                kind,
                "\n".join(u.provision.text.plain for u in olds),
                "\n".join(u.provision.text.plain for u in news),
                olds[0].provision,
                news[0].provision,
            )
            self.ledger.divided[key] = number
            self.ledger.parts[key] = [_numbered(pieces, number) for pieces in rows]
        number = self.ledger.divided[key]
        shown_old = unit if fate is Fate.MERGED or part == 0 else None
        shown_new = other if fate is Fate.SPLIT or part == 0 else None
        pieces = self.ledger.parts[key][part]
        self._row(shown_old, shown_new, fate, (), pieces, joined=part > 0, revisions=[number])

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
        number = self.deletion(unit.index)
        provision = unit.provision
        if element.wrap_up:
            pieces = _piece(Op.DELETE, provision.wrap_up, number)
            self._row(unit, None, Fate.DELETED, (), pieces, wrap_up=True, revisions=[number])
            return
        heading, text = (
            _piece(Op.DELETE, provision.heading, number),
            _piece(Op.DELETE, provision.text, number),
        )
        self._row(unit, None, Fate.DELETED, heading, text, revisions=[number])

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
        number = self.insertion(unit.index)
        provision = unit.provision
        if element.wrap_up:
            pieces = _piece(Op.INSERT, provision.wrap_up, number)
            self._row(None, unit, Fate.INSERTED, (), pieces, wrap_up=True, revisions=[number])
            return
        heading, text = (
            _piece(Op.INSERT, provision.heading, number),
            _piece(Op.INSERT, provision.text, number),
        )
        self._row(None, unit, Fate.INSERTED, heading, text, revisions=[number])

    def _one_sided_wrap_up(self, unit: Unit, other: Unit, *, old_side: bool) -> None:
        """A wrap-up of a kept unit that only one text has, or that stands elsewhere among its children."""
        side = Op.DELETE if old_side else Op.INSERT
        wording = self.wording(unit, other)
        if unit.provision.wrap_up and other.provision.wrap_up and wording.whole is None:
            number = next(iter(_numbers_in(wording.wrap_up)), None)
            if number is None or len(wording.wrap_up) != 2 or wording.wrap_up[0].op is Op.EQUAL:
                number = number or self._words_revision(
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
        number = self.move(unit.index)
        wording = self.wording(unit, other)
        heading, text = ((), wording.wrap_up) if wrap_up else (wording.heading, wording.text)
        self._row(
            unit,
            other,
            fate,
            heading,
            text,
            wrap_up=wrap_up,
            revisions=[number, *_numbers_in(heading, text)],
            moved_from=self.old_numbers[unit.provision.id].label if fate is Fate.MOVED_HERE else "",
            moved_to=self.new_numbers[other.provision.id].label if fate is Fate.MOVED_AWAY else "",
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
                old_number=self.old_numbers[old.provision.id] if old else None,
                new_number=self.new_numbers[new.provision.id] if new else None,
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

    # Revisions ---------------------------------------------------------------------------------------

    def insertion(self, index: int) -> int:
        """The revision that inserts a new unit: that of the highest inserted unit above it."""
        over = self.woven.above_new(index)
        if over >= 0 and self.pairs.to_old[over] < 0:
            return self.insertion(over)
        if index not in self.ledger.inserted:
            unit = self.pairs.new[index].provision
            self.ledger.inserted[index] = self._revision(RevisionKind.INSERTED, None, unit.words, None, unit)
        return self.ledger.inserted[index]

    def deletion(self, index: int) -> int:
        """The revision that deletes an old unit."""
        over = self.woven.above_old(index)
        if over >= 0 and self.pairs.to_new[over] < 0:
            return self.deletion(over)
        if index not in self.ledger.deleted:
            unit = self.pairs.old[index].provision
            self.ledger.deleted[index] = self._revision(RevisionKind.DELETED, unit.words, None, unit, None)
        return self.ledger.deleted[index]

    def move(self, index: int) -> int:
        """The revision that puts an old unit in its new place.

        What was kept under a moved unit moves with it. A unit that only changed its level because the
        unit above came or went belongs to that insertion or deletion.
        """
        if index in self.ledger.moved:
            return self.ledger.moved[index]
        over = self.woven.above_old(index)
        partner = self.pairs.to_new[index]
        other_over = self.woven.above_new(partner)
        if index in self.woven.kept:
            number = self.move(over)
        elif index in self.woven.flow and other_over >= 0 and self.pairs.to_old[other_over] < 0:
            number = self.insertion(other_over)
        elif index in self.woven.flow and over >= 0 and self.pairs.to_new[over] < 0:
            number = self.deletion(over)
        else:
            unit, other = self.pairs.old[index].provision, self.pairs.new[partner].provision
            number = self._revision(RevisionKind.MOVED, unit.words, other.words, unit, other)
        self.ledger.moved[index] = number
        return number

    def wording(self, unit: Unit, other: Unit) -> Wording:
        """The pieces of a pair; a unit that became another kind in its place is one revision as a whole."""
        known = self.ledger.wordings.get(unit.index)
        if known is not None:
            return known
        old, new = unit.provision, other.provision
        wording = Wording()
        self.ledger.wordings[unit.index] = wording
        if unit.kind is not other.kind and unit.index in self.woven.kept:
            wording.whole = self._words_revision(unit, other, _own(old), _own(new))
        fields = (("heading", old.heading, new.heading), ("text", old.text, new.text),
                  ("wrap_up", old.wrap_up, new.wrap_up))  # fmt: skip
        for name, before, after in fields:
            pieces = compare_words(before, after, self.options)
            setattr(wording, name, self._given_numbers(unit, other, pieces, wording.whole))
        return wording

    def _given_numbers(self, unit: Unit, other: Unit, pieces: Pieces, whole: int | None) -> Pieces:
        if all(piece.op is Op.EQUAL for piece in pieces):
            return pieces
        result: list[Piece] = []
        for position, piece in enumerate(pieces):
            number = whole
            if piece.op is not Op.EQUAL and number is None:
                before = result[-1] if result else None
                after = pieces[position + 1] if position + 1 < len(pieces) else None
                if piece.op is Op.INSERT and before is not None and before.op is Op.DELETE:
                    number = before.revision
                else:
                    added = piece if piece.op is Op.INSERT else after
                    number = self._words_revision(
                        unit,
                        other,
                        piece.text.plain if piece.op is Op.DELETE else None,
                        added.text.plain if added is not None and added.op is Op.INSERT else None,
                    )
            result.append(
                piece if piece.op is Op.EQUAL else Piece(piece.op, piece.text, number, piece.before)
            )
        return tuple(result)

    def _words_revision(self, unit: Unit, other: Unit, old: str | None, new: str | None) -> int:
        return self._revision(RevisionKind.REPLACED, old, new, unit.provision, other.provision)

    def _revision(
        self,
        kind: RevisionKind,
        old: str | None,
        new: str | None,
        old_unit: Provision | None,
        new_unit: Provision | None,
    ) -> int:
        number = len(self.ledger.revisions) + 1
        old_label = self.old_numbers[old_unit.id].label if old_unit else ""
        new_label = self.new_numbers[new_unit.id].label if new_unit else ""
        self.ledger.revisions.append(
            Revision(
                number=number,
                kind=kind,
                label=new_label or old_label,
                old=old,
                new=new,
                old_id=old_unit.id if old_unit else None,
                new_id=new_unit.id if new_unit else None,
                old_label=old_label,
                new_label=new_label,
            )
        )
        return number


def _own(provision: Provision) -> str:
    return " ".join(t.plain for t in (provision.heading, provision.text, provision.wrap_up) if t.plain)


def _speaks(provision: Provision) -> bool:
    return bool(provision.text or provision.heading or provision.wrap_up)


def _within(units: list[Unit], index: int, table: int) -> bool:
    while index >= 0 and index != table:
        index = units[index].parent
    return index >= 0


def _piece(op: Op, text: Text, number: int) -> Pieces:
    return (Piece(op, text, number),) if text else ()


def _numbered(pieces: Pieces, number: int) -> Pieces:
    return tuple(p if p.op is Op.EQUAL else Piece(p.op, p.text, number, p.before) for p in pieces)


def _numbers_in(*rows: Pieces) -> list[int]:
    return [piece.revision for pieces in rows for piece in pieces if piece.revision is not None]
