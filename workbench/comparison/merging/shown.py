"""A merge as a redline against the base: every change signed by the side it comes from, conflicts in place.

The window shows it with the means of the compare face. A conflict is a revision like any other; what stands
in dispute is one inserted piece that holds both alternatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import Alternative, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId, Zone
from workbench.comparison.merging.merge import Delegations, Merged
from workbench.comparison.merging.settling import Settlement, settled_words, whole_alternative
from workbench.comparison.merging.strands import FIELDS, Origin, Strand
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Piece, Pieces, Revision, RevisionKind, Row, Summary


class Shown(Struct, frozen=True):
    """`origins` tells whose each revision is, `disputed` which revision shows which conflict (from 0)."""

    redline: Redline
    origins: dict[int, Origin] = {}
    disputed: dict[int, int] = {}


def shown(base: Agreement, merged: Merged, delegations: Delegations) -> Shown:
    """The merge as a redline. Its `nodes` are empty: conflicts are settled, not accepted or rejected."""
    return _Showing(base, merged, delegations).make()


def as_settled(row: Row, number: int, group: str, settlement: Settlement, delegations: Delegations) -> Row:
    """A row with one conflict settled: the words chosen stand in place of the alternatives."""

    def change(pieces: Pieces, unit: Provision | None) -> Pieces:
        made: list[Piece] = []
        whole = whole_alternative(unit) if unit is not None else None
        for piece in pieces:
            if piece.revision != number or piece.op is not Op.INSERT:
                made.append(piece)
                continue
            words = settled_words(piece.text, group, settlement, delegations)
            gone = whole is not None and whole.group == group and not words
            made.append(replace(piece, op=Op.DELETE) if gone else replace(piece, text=words))
        return tuple(made)

    return replace(
        row,
        heading_pieces=change(row.heading_pieces, row.new),
        text_pieces=change(row.text_pieces, row.new),
    )


class _Showing:
    def __init__(self, base: Agreement, merged: Merged, delegations: Delegations) -> None:
        self.base, self.merged, self.hands = base, merged, merged.hands
        self.names = {
            Origin.OURS: delegations.ours,
            Origin.THEIRS: delegations.theirs,
            Origin.BOTH: f"{delegations.ours}, {delegations.theirs}",
        }
        self.old_numbers, self.new_numbers = numbers(base), numbers(merged.agreement)
        self.before = {unit.id: unit for unit in base.walk()}
        self.conflicts = {conflict.group: index for index, conflict in enumerate(merged.conflicts)}
        self.of_group: dict[str, int] = {}
        self.rows: list[Row] = []
        self.revisions: list[Revision] = []
        self.origins: dict[int, Origin] = {}
        self.disputed: dict[int, int] = {}

    def make(self) -> Shown:
        left_out = self._left_out()
        for row in left_out.pop(None, ()):
            self._gone(*row)
        for zone, unit, depth, above in _laid_out(self.merged.agreement):
            self._unit(zone, unit, depth, above)
            for row in left_out.get(self.hands.bases.get(unit.id), ()):
                self._gone(*row)
        unchanged = sum(not row.revisions and row.new is not None for row in self.rows)
        summary = self._summary(unchanged)
        revisions, rows = tuple(self.revisions), tuple(self.rows)
        redline = Redline(self.base, self.merged.agreement, revisions, rows, {}, summary)
        return Shown(redline, self.origins, self.disputed)

    def _summary(self, unchanged: int) -> Summary:
        counts = dict.fromkeys((RevisionKind.INSERTED, RevisionKind.DELETED, RevisionKind.MOVED), 0)
        places = set()
        for revision in self.revisions:
            if revision.kind in counts:
                counts[revision.kind] += 1
            else:
                places.add(revision.new_id)
        return Summary(
            **{kind.value: count for kind, count in counts.items()}, replaced=len(places), unchanged=unchanged
        )

    def _left_out(self) -> dict[ProvisionId | None, list[tuple[Zone, Provision, int, Provision | None]]]:
        """What the base had and the merged text has not, behind the provision it stood behind."""
        held = set(self.hands.bases.values())
        anchor: ProvisionId | None = None
        found: dict[ProvisionId | None, list[tuple[Zone, Provision, int, Provision | None]]] = {}
        for zone, unit, depth, above in _laid_out(self.base):
            if unit.id in self.hands.gone:
                found.setdefault(anchor, []).append((zone, unit, depth, above))
            elif unit.id in held:
                anchor = unit.id
        return found

    def _unit(self, zone: Zone, unit: Provision, depth: int, above: Provision | None) -> None:
        old = self.before.get(self.hands.bases.get(unit.id, unit.id))
        whole = whole_alternative(unit)
        revision: int | None = None
        fate = Fate.KEPT
        born, moved = self.hands.born.get(unit.id), self.hands.moved.get(unit.id)
        if whole is not None and whole.group in self.conflicts:
            revision = self._conflict(whole.group, unit.id, old)
        elif born is not None:
            fate = Fate.INSERTED
            revision = self._continued(above, born) or self._revision(
                RevisionKind.INSERTED, born, new=unit.words, new_id=unit.id
            )
        elif moved is not None and old is not None:
            fate = Fate.MOVED_HERE
            revision = self._revision(
                RevisionKind.MOVED, moved, old=old.words, new=unit.words, old_id=old.id, new_id=unit.id
            )
        pieces = {
            name: self._pieces(unit, name, revision if whole is not None else None, old) for name in FIELDS
        }
        held = [piece.revision for row in pieces.values() for piece in row if piece.revision is not None]
        own = tuple(dict.fromkeys(held if revision is None else [revision, *held]))
        made = Row(
            unit.kind,
            zone,
            fate,
            old if fate is not Fate.INSERTED else None,
            unit,
            self.old_numbers.get(old.id) if old is not None else None,
            self.new_numbers.get(unit.id),
            pieces["heading"],
            pieces["text"],
            depth=depth,
            revisions=own,
            moved_from=_label(self.old_numbers, old.id) if fate is Fate.MOVED_HERE and old else "",
        )
        self.rows.append(made)
        if pieces["wrap_up"]:
            self.rows.append(replace(made, heading_pieces=(), text_pieces=pieces["wrap_up"], wrap_up=True))

    def _pieces(self, unit: Provision, name: str, conflict: int | None, old: Provision | None) -> Pieces:
        text: Text = getattr(unit, name)
        if conflict is not None:
            return (Piece(Op.INSERT, text, conflict),) if text else ()
        strands = self.hands.words.get(unit.id, {}).get(name)
        if strands is None:
            return (Piece(Op.EQUAL, text),) if text else ()
        return tuple(self._strands(strands, unit, old))

    def _strands(self, strands: Iterable[Strand], unit: Provision, old: Provision | None) -> Iterator[Piece]:
        born = self.hands.born.get(unit.id)
        for strand in strands:
            alone = not strand.before and strand.text.plain.isspace()  # space between two disputes
            agreed = born is not None or alone
            if strand.origin is Origin.KEPT or (agreed and strand.origin is not Origin.DISPUTED):
                yield Piece(Op.EQUAL, strand.text)
                continue
            if strand.origin is Origin.DISPUTED:
                given = (value.group for _, _, value in strand.text.of(Alternative))
                group = next(one for one in given if one in self.conflicts)
                number = self._conflict(group, unit.id, old)
            else:
                number = self._revision(
                    RevisionKind.REPLACED,
                    strand.origin,
                    old=strand.before.plain or None,
                    new=strand.text.plain or None,
                    old_id=old.id if old is not None else None,
                    new_id=unit.id,
                )
            if strand.before:
                yield Piece(Op.DELETE, strand.before, number)
            if strand.text:
                yield Piece(Op.INSERT, strand.text, number)

    def _gone(self, zone: Zone, unit: Provision, depth: int, above: Provision | None) -> None:
        origin = self.hands.gone[unit.id]
        known = self.rows[-1] if self.rows else None
        inside = above is not None and above.id in self.hands.gone and known is not None
        if inside and known is not None and known.fate is Fate.DELETED:
            number = known.revisions[0]
        else:
            number = self._revision(RevisionKind.DELETED, origin, old=unit.words, old_id=unit.id)
        own = self.old_numbers.get(unit.id)
        for wrap_up, heading, text in ((False, unit.heading, unit.text), (True, Text(), unit.wrap_up)):
            if wrap_up and not text:
                continue
            self.rows.append(
                Row(
                    unit.kind,
                    zone,
                    Fate.DELETED,
                    unit,
                    None,
                    own,
                    None,
                    (Piece(Op.EQUAL, heading),) if heading else (),
                    (Piece(Op.EQUAL, text),) if text else (),
                    wrap_up=wrap_up,
                    depth=depth,
                    revisions=(number,),
                )
            )

    def _continued(self, above: Provision | None, origin: Origin) -> int | None:
        """The revision that put in the provision above: what it holds came with it."""
        if above is None or self.hands.born.get(above.id) is not origin:
            return None
        return next(
            (row.revisions[0] for row in reversed(self.rows) if row.new is above and row.revisions), None
        )

    def _conflict(self, group: str, unit: ProvisionId, old: Provision | None) -> int:
        if group not in self.of_group:
            index = self.conflicts[group]
            conflict = self.merged.conflicts[index]
            self.of_group[group] = self._revision(
                RevisionKind.REPLACED,
                Origin.DISPUTED,
                old=conflict.ours or None,
                new=conflict.theirs or None,
                old_id=old.id if old is not None else None,
                new_id=unit,
            )
            self.disputed[self.of_group[group]] = index
        return self.of_group[group]

    def _revision(
        self,
        kind: RevisionKind,
        origin: Origin,
        *,
        old: str | None = None,
        new: str | None = None,
        old_id: ProvisionId | None = None,
        new_id: ProvisionId | None = None,
    ) -> int:
        number = len(self.revisions) + 1
        before, after = _label(self.old_numbers, old_id), _label(self.new_numbers, new_id)
        self.origins[number] = origin
        by = self.names.get(origin, "")
        label = after or before
        made = Revision(number, kind, label, old, new, old_id, new_id, before, after, by)
        self.revisions.append(made)
        return number


def _label(known: Mapping[ProvisionId, Number], unit: ProvisionId | None) -> str:
    return known[unit].label if unit is not None and unit in known else ""


def _laid_out(agreement: Agreement) -> Iterator[tuple[Zone, Provision, int, Provision | None]]:
    """Every provision in document order with its zone, its depth and the one above it."""

    def below(
        zone: Zone, units: tuple[Provision, ...], depth: int, above: Provision | None
    ) -> Iterator[tuple[Zone, Provision, int, Provision | None]]:
        for unit in units:
            yield zone, unit, depth, above
            yield from below(zone, unit.children, depth + 1, unit)

    for zone in Zone:
        yield from below(zone, agreement.zone(zone), 0, None)
