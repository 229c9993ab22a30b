"""Carrying out: instructions on an agreement, each where it says, by the numbers before the amendment.

What cannot be carried out is a finding, never passed over. Every number is held as the instructions leave
it; where the agreement counts for itself and comes to the same numbers, it goes on counting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.agreement.edits import (
    append_to_zone,
    insert_after,
    insert_before,
    insert_child,
    map_provisions,
    update,
)
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.lemmas import Stemmer
from workbench.agreement.numbering import bare, numbers
from workbench.agreement.quoting import in_short
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone
from workbench.drafting.amending.addresses import INNER, Addresses
from workbench.drafting.amending.annexed import called
from workbench.drafting.amending.blocks import marked_units
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.manner import Reading, shape
from workbench.drafting.amending.renumbering import Renumbering
from workbench.drafting.amending.rewording import meant, other_forms, reworded, spots, with_sentences
from workbench.drafting.amending.sentences import sentences
from workbench.drafting.amending.zones import zone_of

NO_PLACE = FindingKind(
    "amending.no-such-place",
    Severity.ERROR,
    "{label}: not carried out, because the agreement has no such provision: “{quote}”",
)
NO_WORDS = FindingKind(
    "amending.words-not-found",
    Severity.ERROR,
    "{label}: not carried out, because the words do not stand there: “{quote}”",
)
SEVERAL = FindingKind(
    "amending.words-stand-more-than-once",
    Severity.ERROR,
    "{label}: not carried out, because the words stand there {count} times: “{quote}”",
)
OTHER_FORMS = FindingKind(
    "amending.other-forms",
    Severity.ERROR,
    "{label}: carried out where the words stand as quoted; change {forms} by hand, in their case: “{quote}”",
)
NO_SENTENCE = FindingKind(
    "amending.no-such-sentence",
    Severity.ERROR,
    "{label}: not carried out, because the provision has {count} sentences: “{quote}”",
)
NO_UNITS = FindingKind(
    "amending.no-wording",
    Severity.ERROR,
    "{label}: not carried out, because no new wording follows: “{quote}”",
)
NO_ROW = FindingKind(
    "amending.numbers-do-not-match",
    Severity.ERROR,
    "{label}: not carried out, because the new numbers do not match the {count} provisions named: “{quote}”",
)
FIXED_NUMBERS = FindingKind(
    "amending.numbers-as-printed",
    Severity.INFO,
    "the numbers are kept as the amendment leaves them; they do not follow from the order of the text",
)
_DECLINED = ("lv", "uk")
_BARE_NUMBER = re.compile(r"(?<![\w.-])\d+\.?(?=\s+[^\W\d]{4,}\W*$|\W*$)")


class Applier:
    """One agreement on its way to the consolidated text."""

    def __init__(self, agreement: Agreement) -> None:
        self.original = agreement
        self.places = Addresses(agreement)
        self.reading = Reading(agreement)
        self.labels = {key: number.printed for key, number in self.places.numbers.items()}
        self.text = map_provisions(agreement, self._pinned)
        self.behind: dict[tuple[ProvisionId, Relation], ProvisionId] = {}
        self.renumbering = Renumbering(agreement.language)
        self.findings: list[Finding] = []

    def apply(self, instruction: Instruction) -> bool:
        """Carry out one instruction; False, with a finding, where that is not possible."""
        failed = self._applied(instruction)
        if failed is not None:
            self.findings.append(failed)
        return failed is None

    def result(self) -> Agreement:
        """The consolidated agreement."""
        numbered = self.renumbering.carried_out(self.text)
        scheme = self.original.numbering
        printed = replace(numbered, numbering=replace(scheme, as_printed=True))
        if scheme.as_printed:
            return printed
        counting = map_provisions(numbered, lambda unit: replace(unit, printed=None))
        counting = replace(counting, numbering=scheme)
        computed = numbers(counting)
        if all(
            _bare(computed[unit.id].printed) in ("", _bare(unit.printed or "")) for unit in printed.walk()
        ):
            return counting
        self.findings.append(FIXED_NUMBERS.at())
        return printed

    def _pinned(self, unit: Provision) -> Provision:
        return replace(unit, printed=self.labels[unit.id])

    def _applied(self, instruction: Instruction) -> Finding | None:
        if instruction.place.sentences != (0, 0):
            return self._change_words(instruction)
        match instruction.deed:
            case Deed.REPLACE_WORDS | Deed.INSERT_WORDS | Deed.DELETE_WORDS:
                return self._change_words(instruction)
            case Deed.REPLACE:
                return self._replace(instruction)
            case Deed.INSERT:
                return self._insert(instruction)
            case Deed.DELETE:
                return self._delete(instruction)
            case Deed.RENUMBER:
                return self._renumber(instruction)
            case Deed.MOVE:
                return self._move(instruction)

    def _fail(self, kind: FindingKind, instruction: Instruction, count: int = 0) -> Finding:
        return kind.at(
            instruction.label,
            quote=in_short(instruction.said, 200),
            label=instruction.label or "–",
            count=count,
        )

    def _change_words(self, instruction: Instruction) -> Finding | None:
        units = [now for unit in self._scope(instruction.place) if (now := self.text.find(unit.id))]
        if not units:
            return self._fail(NO_PLACE, instruction)
        if not instruction.old:
            return self._change_sentences(units[0], instruction)
        where = spots(units, instruction)
        if not where:
            return self._fail(NO_WORDS, instruction)
        if len(where) > 1 and not instruction.everywhere:
            return self._fail(SEVERAL, instruction, count=len(where))
        self.text = reworded(self.text, where, instruction)
        if instruction.everywhere and self.original.language in _DECLINED:
            self._tell_other_forms(units, instruction)
        return None

    def _tell_other_forms(self, units: Sequence[Provision], instruction: Instruction) -> None:
        """A new name has to be put into the case of the old one by hand: a word is more than its letters."""
        now = [unit for old in units if (unit := self.text.find(old.id))]
        forms = other_forms(now, instruction.old.plain, Stemmer(self.original.language))
        if forms:
            self.findings.append(
                OTHER_FORMS.at(
                    instruction.label,
                    quote=in_short(instruction.said, 200),
                    label=instruction.label or "–",
                    forms=", ".join(f"“{form}”" for form in forms),
                )
            )

    def _change_sentences(self, unit: Provision, instruction: Instruction) -> Finding | None:
        which = instruction.place.sentences
        if which == (0, 0):
            which = (1, 1) if instruction.relation is Relation.BEFORE else (-1, -1)
        row = meant(unit, which)
        if not row:
            return self._fail(NO_SENTENCE, instruction, count=len(sentences(unit)))
        if instruction.deed is not Deed.DELETE and not instruction.new:
            return self._fail(NO_UNITS, instruction)
        self.text = with_sentences(self.text, unit, row, instruction)
        return None

    def _scope(self, place: Address) -> tuple[Provision, ...]:
        if place.zone is not None:
            return self.original.zone(place.zone)
        if not place.steps:
            return self.original.units()
        unit = self.places.find(place)
        return (unit,) if unit is not None else ()

    def _replace(self, instruction: Instruction) -> Finding | None:
        place = instruction.place
        if place.zone is not None:
            units = zone_of(place.zone, instruction.content, self.original, self.reading)
            if not units:
                return self._fail(NO_UNITS, instruction)
            self.text = replace(self.text, **{place.zone.value: units})
            return None
        old = self.places.find(place)
        if old is None or self.text.find(old.id) is None:
            return self._fail(NO_PLACE, instruction)
        if place.heading:
            heading = instruction.new.stripped()
            self.text = update(self.text, old.id, lambda unit: (replace(unit, heading=heading),))
            return None
        like = replace(old, printed=self.labels[old.id])
        new = self._annexed(instruction, like.printed) or self.reading.units(
            instruction.content, instruction.added or place.steps[-1:], like
        )
        if not new:
            return self._fail(NO_UNITS, instruction)
        row = self.places.row(old, instruction.last)
        if not row:
            return self._fail(NO_PLACE, instruction)
        first = replace(new[0], id=old.id)
        self.text = update(self.text, old.id, lambda _: (first, *new[1:]))
        for gone in row[1:]:
            self.text = update(self.text, gone.id, lambda _: ())
        if len(new) > 1:
            self.behind[old.id, Relation.AFTER] = new[-1].id
        return None

    def _insert(self, instruction: Instruction) -> Finding | None:
        place = instruction.place
        units = self._annexed(instruction) or self.reading.units(instruction.content, instruction.added)
        if not units:
            return self._fail(NO_UNITS, instruction)
        if instruction.added and instruction.added[0].kind is Kind.RECITAL:
            units = tuple(replace(unit, kind=Kind.RECITAL) for unit in units)
        anchor = self.places.find(place)
        if anchor is not None:
            within = instruction.relation is Relation.WITHIN
            row = anchor.children if within else self.places.siblings(anchor)
            units = self._like_those_beside(units, instruction, row)
        if anchor is None and not place.steps:
            return self._at_the_end(units, instruction)
        if anchor is None or self.text.find(anchor.id) is None:
            return self._fail(NO_PLACE, instruction)
        if instruction.relation is Relation.WITHIN:
            now = self.text.find(anchor.id)
            assert now is not None  # looked up above
            self.text = insert_child(self.text, anchor.id, len(now.children), *units)
            return None
        self._put_beside(anchor, instruction.relation, units)
        return None

    def _annexed(self, instruction: Instruction, printed: str | None = None) -> tuple[Provision, ...]:
        """New units that the protocol annexes: under the old number, or the one that is announced."""
        if not instruction.units or printed:
            return tuple(replace(unit, printed=printed) for unit in instruction.units)
        number = instruction.added[0].number if instruction.added else ""
        beside = [self.labels[annex.id] for annex in self.original.annexes]
        language = self.original.language
        return tuple(
            replace(unit, printed=called(unit, number, beside, language) or None)
            for unit in instruction.units
        )

    def _like_those_beside(
        self, units: tuple[Provision, ...], instruction: Instruction, row: Sequence[Provision]
    ) -> tuple[Provision, ...]:
        """New units of the kind of those they come to stand among, where their numbers are alike."""
        if marked_units(instruction.content):
            return units
        kinds = {shape(self.labels[unit.id]): unit.kind for unit in row if unit.kind in INNER}
        kinds_of_new = (kinds.get(shape(unit.printed or ""), unit.kind) for unit in units)
        return tuple(
            replace(unit, kind=kind) if unit.kind in INNER else unit
            for unit, kind in zip(units, kinds_of_new, strict=True)
        )

    def _put_beside(self, anchor: Provision, relation: Relation, units: tuple[Provision, ...]) -> None:
        """Units next to another; behind those that came to stand there before them."""
        key = (anchor.id, relation)
        if relation is Relation.BEFORE:
            self.text = insert_before(self.text, anchor.id, *units)
        else:
            self.text = insert_after(self.text, self.behind.get(key, anchor.id), *units)
            self.behind[key] = units[-1].id

    def _move(self, instruction: Instruction) -> Finding | None:
        old, anchor = self.places.find(instruction.place), self.places.find(instruction.beside)
        now = self.text.find(old.id) if old is not None else None
        if old is None or now is None or anchor is None or self.text.find(anchor.id) is None:
            return self._fail(NO_PLACE, instruction)
        if any(inner.id == anchor.id for inner in now.walk()):
            return self._fail(NO_PLACE, instruction)
        self.text = update(self.text, old.id, lambda _: ())
        self._put_beside(anchor, instruction.relation, (now,))
        return None

    def _at_the_end(self, units: tuple[Provision, ...], instruction: Instruction) -> Finding | None:
        """New units with no place named: annexes last, an article behind the one its number follows."""
        if units[0].kind is Kind.ANNEX:
            self.text = append_to_zone(self.text, Zone.ANNEXES, *units)
            return None
        if units[0].kind is Kind.RECITAL:
            last = [unit for unit in self.text.preamble if unit.kind is Kind.RECITAL]
            if not last:
                return self._fail(NO_PLACE, instruction)
            self.text = insert_after(self.text, last[-1].id, *units)
            return None
        row = [unit for top in self.text.body for unit in top.walk() if unit.kind is units[0].kind]
        if units[0].kind in INNER:
            return self._fail(NO_PLACE, instruction)
        number = _value(units[0].printed or "")
        between = not _BARE_NUMBER.search(units[0].printed or "")  # 3 bis, 3.1, 3-1 stand behind 3
        before = [unit for unit in row if number and _value(unit.printed or "") < number + between]
        behind = before[-1] if before else row[-1] if row else None
        if behind is None:
            self.text = append_to_zone(self.text, Zone.BODY, *units)
        else:
            self.text = insert_after(self.text, behind.id, *units)
        return None

    def _delete(self, instruction: Instruction) -> Finding | None:
        place = instruction.place
        if place.zone is not None:
            self.text = replace(self.text, **{place.zone.value: ()})
            return None
        old = self.places.find(place)
        if old is None or self.text.find(old.id) is None:
            return self._fail(NO_PLACE, instruction)
        if place.heading:
            self.text = update(self.text, old.id, lambda unit: (replace(unit, heading=Text()),))
            return None
        row = self.places.row(old, instruction.last)
        if not row:
            return self._fail(NO_PLACE, instruction)
        for unit in row:
            if self.text.find(unit.id) is not None:
                self.text = update(self.text, unit.id, lambda _: ())
        return None

    def _row(self, instruction: Instruction) -> tuple[Provision, ...]:
        """The units to be renumbered; where no number is named, all of their kind in the place."""
        *outer, step = instruction.place.steps or (Step(Kind.ARTICLE),)
        if step.number:
            old = self.places.find(instruction.place)
            return self.places.row(old, instruction.last) if old is not None else ()
        above = self.places.find(Address(tuple(outer))) if outer else None
        units = above.children if above is not None else self.original.body
        return tuple(unit for top in units for unit in top.walk() if unit.kind is step.kind)

    def _renumber(self, instruction: Instruction) -> Finding | None:
        row = self._row(instruction)
        if not row:
            return self._fail(NO_PLACE, instruction)
        if not self.renumbering.give(row, *instruction.numbers):
            return self._fail(NO_ROW, instruction, count=len(row))
        return None


def consolidated(
    agreement: Agreement, instructions: Sequence[Instruction]
) -> tuple[Agreement, tuple[Finding, ...], int]:
    """The agreement with all instructions carried out, what could not be, and how many were.

    Deletions come last, so that what is to stand behind a deleted unit still finds its place.
    """
    applier = Applier(agreement)
    order = sorted(instructions, key=lambda instruction: instruction.deed is Deed.DELETE)
    done = sum(applier.apply(instruction) for instruction in order)
    result = applier.result()
    return replace(result, id=agreement.id), tuple(applier.findings), done


def _bare(label: str) -> str:
    return (bare(label) or "").casefold()


def _value(label: str) -> int:
    number = re.match(r"\d+", _bare(label))
    return int(number[0]) if number else 0
