"""The ledger of a comparison: every revision numbered as it is met, and to which unit it belongs.

`rows` asks for the revision of what it shows and `comparing` for that of what is decided; whoever asks first
gives the number.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.numbering import Number
from workbench.agreement.text import Text
from workbench.agreement.tree import Provision, ProvisionId
from workbench.comparison.options import Options
from workbench.comparison.revision import Fate, Op, Piece, Pieces, Revision, RevisionKind
from workbench.comparison.units import Unit
from workbench.comparison.weaving import Weave
from workbench.comparison.words import compare_parts, compare_words

Numbers = dict[ProvisionId, Number]


@dataclass(slots=True)
class Wording:
    """The pieces of a pair, with revision numbers, once they have been given."""

    heading: Pieces = ()
    text: Pieces = ()
    wrap_up: Pieces = ()
    whole: int | None = None


class Ledger:
    """Revisions as they are numbered, by the unit they concern (old index, or new index for insertions)."""

    def __init__(self, woven: Weave, options: Options, old_numbers: Numbers, new_numbers: Numbers) -> None:
        self.woven = woven
        self.pairs = woven.pairs
        self.options = options
        self.old_numbers = old_numbers
        self.new_numbers = new_numbers
        self.old_number = [old_numbers[unit.provision.id] for unit in self.pairs.old]
        self.new_number = [new_numbers[unit.provision.id] for unit in self.pairs.new]
        self.revisions: list[Revision] = []
        self.inserted: dict[int, int] = {}
        self.deleted: dict[int, int] = {}
        self.moved: dict[int, int] = {}
        self.divided: dict[int, int] = {}
        self.wordings: dict[int, Wording] = {}
        self.parts: dict[int, list[Pieces]] = {}

    def insertion(self, index: int) -> int:
        """The revision that inserts a new unit: that of the highest inserted unit above it."""
        over = self.woven.above_new(index)
        if over >= 0 and self.pairs.to_old[over] < 0:
            return self.insertion(over)
        if index not in self.inserted:
            unit = self.pairs.new[index].provision
            self.inserted[index] = self.revision(RevisionKind.INSERTED, None, unit.words, None, unit)
        return self.inserted[index]

    def deletion(self, index: int) -> int:
        """The revision that deletes an old unit."""
        over = self.woven.above_old(index)
        if over >= 0 and self.pairs.to_new[over] < 0:
            return self.deletion(over)
        if index not in self.deleted:
            unit = self.pairs.old[index].provision
            self.deleted[index] = self.revision(RevisionKind.DELETED, unit.words, None, unit, None)
        return self.deleted[index]

    def move(self, index: int) -> int:
        """The revision that puts an old unit in its new place.

        What was kept under a moved unit moves with it. A unit that only changed its level because the
        unit above came or went belongs to that insertion or deletion.
        """
        if index in self.moved:
            return self.moved[index]
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
            number = self.revision(RevisionKind.MOVED, unit.words, other.words, unit, other)
        self.moved[index] = number
        return number

    def division(self, unit: Unit, other: Unit, fate: Fate) -> tuple[int, list[Pieces]]:
        """The revision that divides or joins a unit, and the pieces of each part."""
        if fate is Fate.SPLIT:
            parts = self.woven.divided.split[unit.index]
            key, olds, news = unit.index, [unit], [self.pairs.new[i] for i in parts]
        else:
            parts = self.woven.divided.merged[other.index]
            key, olds, news = parts[0], [self.pairs.old[i] for i in parts], [other]
        if key not in self.divided:
            before, after = [u.provision.text for u in olds], [u.provision.text for u in news]
            number = self.revision(
                RevisionKind.SPLIT if fate is Fate.SPLIT else RevisionKind.MERGED,
                "\n".join(text.plain for text in before),
                "\n".join(text.plain for text in after),
                olds[0].provision,
                news[0].provision,
            )
            self.divided[key] = number
            self.parts[key] = [
                _numbered(pieces, number) for pieces in compare_parts(before, after, self.options)
            ]
        return self.divided[key], self.parts[key]

    def wording(self, unit: Unit, other: Unit) -> Wording:
        """The pieces of a pair; a unit that became another kind in its place is one revision as a whole."""
        known = self.wordings.get(unit.index)
        if known is not None:
            return known
        old, new = unit.provision, other.provision
        wording = Wording()
        self.wordings[unit.index] = wording
        if unit.kind is not other.kind and unit.index in self.woven.kept:
            wording.whole = self.words_revision(unit, other, _own(old), _own(new))
        wording.heading = self._pieces(unit, other, old.heading, new.heading, wording.whole)
        wording.text = self._pieces(unit, other, old.text, new.text, wording.whole)
        wording.wrap_up = self._pieces(unit, other, old.wrap_up, new.wrap_up, wording.whole)
        return wording

    def _pieces(self, unit: Unit, other: Unit, before: Text, after: Text, whole: int | None) -> Pieces:
        if before == after:
            return (Piece(Op.EQUAL, after),) if after.plain or after.marks else ()
        return self._given_numbers(unit, other, compare_words(before, after, self.options), whole)

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
                    number = self.words_revision(
                        unit,
                        other,
                        piece.text.plain if piece.op is Op.DELETE else None,
                        added.text.plain if added is not None and added.op is Op.INSERT else None,
                    )
            result.append(
                piece if piece.op is Op.EQUAL else Piece(piece.op, piece.text, number, piece.before)
            )
        return tuple(result)

    def words_revision(self, unit: Unit, other: Unit, old: str | None, new: str | None) -> int:
        """A new revision of words inside a pair; returns its number."""
        return self.revision(RevisionKind.REPLACED, old, new, unit.provision, other.provision)

    def revision(
        self,
        kind: RevisionKind,
        old: str | None,
        new: str | None,
        old_unit: Provision | None,
        new_unit: Provision | None,
    ) -> int:
        """A new revision; returns its number."""
        number = len(self.revisions) + 1
        old_label = self.old_numbers[old_unit.id].label if old_unit else ""
        new_label = self.new_numbers[new_unit.id].label if new_unit else ""
        self.revisions.append(
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


def _numbered(pieces: Pieces, number: int) -> Pieces:
    return tuple(p if p.op is Op.EQUAL else Piece(p.op, p.text, number, p.before) for p in pieces)
