"""The new wording of one place: in the case, number and capitals of the old one, or a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.findings import FindingKind
from workbench.drafting.adaptation.cases import case_in
from workbench.drafting.adaptation.terms import determiners
from workbench.drafting.adaptation.wording import Edit
from workbench.drafting.defined_terms.fitting import TERM, Spot, fit
from workbench.drafting.defined_terms.manner import Manner, manner_of, written
from workbench.drafting.defined_terms.phrases import CASES, Phrase, Slot
from workbench.drafting.defined_terms.places import (
    CASE_UNSURE,
    COUNTING,
    FORM_UNKNOWN,
    GENERIC,
    Place,
    Sort,
)
from workbench.drafting.defined_terms.standing import Standing

_POSSESSIVE = re.compile(r"[’'](?:s\b)?(?!\w)")
_LAST_WORD = re.compile(r"([\w’'ʼ-]+)[\s\u00a0]+$")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What would stand at a place, with all changes around it; "" where no form is known."""

    new: str
    edits: tuple[Edit, ...]
    doubt: FindingKind | None = None


class Naming:
    """One term and the one that takes its place.

    `small` says that the definition's capital is only that of its sentence.
    """

    def __init__(self, old: Phrase, new: Phrase, small: bool) -> None:
        self.old, self.new, self._small = old, new, small

    def place(self, one: Standing, label: str, key: str | None) -> Place:
        """What becomes of one place; `key` is what its mark will name."""
        sort = Sort.DEFINITION if one.defines else Sort.USE
        made = self._named(one) if one.defines and self._is_name(one) else self._wording(one)
        doubt = one.doubt or made.doubt
        at = (one.provision, label, one.part, one.note, one.start, one.end)
        return Place(*at, one.words, made.new, one.plain, sort, made.edits, key, doubt)

    def _is_name(self, one: Standing) -> bool:
        return one.words.casefold() == self.old.words.casefold()

    def _named(self, one: Standing) -> _Wording:
        """The definition takes the new name as it was given."""
        new = written(self.new.words, manner_of(one.words, self.old.words))
        slot = (Case.NOM, self.old.number)
        return _Wording(new, self._around(one, slot, self.new.number, new)[0])

    def _wording(self, one: Standing) -> _Wording:
        """The one wording that every reading of the place asks for, else that of the likeliest."""
        slots, unknown = self._readings(one)
        if not slots:
            return _Wording("", (), FORM_UNKNOWN)
        by_wording: dict[_Wording, list[Slot]] = {}
        for slot in slots:
            by_wording.setdefault(self._in_slot(slot, one), []).append(slot)
        if len(by_wording) == 1:
            made, certain = next(iter(by_wording)), True
        else:
            slot, certain = self._likeliest(slots, by_wording, one)
            made = next(wording for wording, own in by_wording.items() if slot in own)
        return replace(made, doubt=made.doubt or unknown or (None if certain else CASE_UNSURE))

    def _in_slot(self, slot: Slot, one: Standing) -> _Wording:
        """The wording where the place stands in a slot."""
        becomes = self._becomes(slot[1])
        form = self._form(slot, becomes, one)
        if form is None:
            return _Wording("", (), FORM_UNKNOWN)
        manner, generic = self._manner(one, slot)
        new = written(form, manner)
        if one.opens and one.words[:1].isupper():
            new = new[:1].upper() + new[1:]
        edits, doubt = self._around(one, slot, becomes, new)
        if generic or manner is Manner.OTHER:
            doubt = GENERIC
        return _Wording(new, edits, doubt)

    def _readings(self, one: Standing) -> tuple[tuple[Slot, ...], FindingKind | None]:
        """The slots in which a place may stand, and whether its form is known."""
        found = one.found
        if found is None:
            return (), FORM_UNKNOWN
        if found.known:
            return self.old.readings(found.words), None
        return self._partly(found.words), None if self._copied(found.words) else FORM_UNKNOWN

    def _likeliest(
        self, slots: tuple[Slot, ...], by_wording: dict[_Wording, list[Slot]], one: Standing
    ) -> tuple[Slot, bool]:
        """The slot that the words around ask for, and whether they leave no doubt."""
        left, start = self._determined(slots, one)
        cases = tuple(dict.fromkeys(case for case, _ in left))
        case, certain = case_in(cases, one.plain, (start, one.end), self.old.language)
        fitting = [slot for slot in left if slot[0] is case]
        wordings = {wording for wording, own in by_wording.items() if any(slot in own for slot in fitting)}
        if len(wordings) > 1 or _misleading(one, start, fitting[0], cases, self.old.language):
            certain = False
        if all(part.fixed for part in self.old.parts):
            return fitting[0], False  # an abbreviation shows no case, and order alone does not tell one
        remaining = {wording for wording, own in by_wording.items() if any(slot in own for slot in left)}
        return fitting[0], certain or len(remaining) == 1

    def _determined(self, slots: tuple[Slot, ...], one: Standing) -> tuple[tuple[Slot, ...], int]:
        """The slots in which a determiner before the term can stand too, and where it begins."""
        last = _LAST_WORD.search(one.plain[: one.start])
        word = last.group(1).casefold() if last else ""
        agreeing = {
            (case, number)
            for forms in determiners(self.old.language)
            for (gender, number), own in forms.items()
            if gender is self.old.gender
            for case in own.cases_of(word)
        }
        if (Case.NOM, GrammaticalNumber.SINGULAR) in agreeing and self.old.language == "uk":
            agreeing.add((Case.ACC, GrammaticalNumber.SINGULAR))  # of things that are no persons
        left = tuple(slot for slot in slots if slot in agreeing)
        return (left, last.start(1)) if left and last is not None else (slots, one.start)

    def _partly(self, words: tuple[str, ...]) -> tuple[Slot, ...]:
        """The slots of those words that are forms of their parts."""
        left: tuple[Slot, ...] = tuple((case, number) for number in GrammaticalNumber for case in CASES)
        told = False
        for part, word in zip(self.old.parts, words, strict=True):
            own = part.slots(word)
            if own:
                left, told = tuple(slot for slot in left if slot in own), True
        return left if told else ()

    def _copied(self, words: tuple[str, ...]) -> bool:
        """Whether every word that is no known form is the same word in both terms, so it can stay."""
        if len(self.old.parts) != len(self.new.parts):
            return False
        return all(
            part.slots(word) or (part.fixed and part.word.casefold() == word.casefold())
            or part.word.casefold() == new.word.casefold()
            for part, new, word in zip(self.old.parts, self.new.parts, words, strict=True)
        )  # fmt: skip

    def _becomes(self, number: GrammaticalNumber) -> GrammaticalNumber:
        """The number in which the new term stands where the old one stood in `number`."""
        if self.old.number is not self.new.number:
            return self.new.number
        has = any(self.new.form((case, number)) is not None for case in CASES)
        return number if has else self.new.number

    def _form(self, slot: Slot, number: GrammaticalNumber, one: Standing) -> str | None:
        """The new term in a slot; a word that both terms share is taken as it stands where need be."""
        wanted = (slot[0], number)
        form = self.new.form(wanted)
        alike = len(self.old.parts) == len(self.new.parts) and number is slot[1]
        if form is not None or one.found is None or not alike:
            return form
        words: list[str] = []
        for old, new, stands in zip(self.old.parts, self.new.parts, one.found.words, strict=True):
            own = new.word if new.fixed else new.forms.get(wanted)
            if own is None and old.word.casefold() == new.word.casefold():
                own = new.word[:1] + stands[1:]
            if own is None:
                return None
            words.append(own)
        return self.new.spelled(words)

    def _manner(self, one: Standing, slot: Slot | None) -> tuple[Manner, bool]:
        """The capitals of a place, and whether they make it doubtful that the term is meant."""
        form = self._form_before(one, slot)
        manner = manner_of(one.words, form)
        if one.defines or one.key is not None or manner in (Manner.AS_DEFINED, Manner.CAPITALS):
            return manner, False
        if manner is Manner.RAISED:
            return manner, not one.opens
        small = manner is Manner.LOWERED and self._small
        return manner, not small and manner is not Manner.TITLE

    def _form_before(self, one: Standing, slot: Slot | None) -> str:
        """The words of a place with the capitals that the definition gives them."""
        known = self.old.form(slot) if slot is not None else None
        if known is not None and known.casefold() == one.words.casefold():
            return known
        if one.found is None:
            return self.old.words
        words = [
            part.word[:1] + word[1:] if part.word[:1].casefold() == word[:1].casefold() else word
            for part, word in zip(self.old.parts, one.found.words, strict=True)
        ]
        return self.old.spelled(words)

    def _around(
        self, one: Standing, slot: Slot, becomes: GrammaticalNumber, new: str
    ) -> tuple[tuple[Edit, ...], FindingKind | None]:
        """All changes of a place, those of the words around it included."""
        around = fit(Spot(one.plain, one.start, one.end, slot, becomes), self.old, self.new, new)
        own = [Edit(one.start, one.end, new, TERM), *around.edits]
        doubt = around.doubt
        if self.old.language == "en" and becomes is not slot[1] and self.old.number is self.new.number:
            doubt = COUNTING
        ending = _POSSESSIVE.match(one.plain, one.end) if self.old.language == "en" else None
        if ending is not None and not one.defines:
            if ending.group()[1:] != _possessive(one.words):
                doubt = doubt or FORM_UNKNOWN
            elif ending.group()[1:] != _possessive(new):
                own.append(Edit(*ending.span(), ending.group()[0] + _possessive(new), TERM))
        return tuple(own), doubt


_PLURAL_VERB = re.compile(r"\s+(?:не\s+)?\w+(?:ють|уть|ать|ять|яться|ються|уться|аться|ли|лися)\b")
_SINGULAR_VERB = re.compile(r"\s+(?:не\s+)?\w+(?:є|ить|еть|ється|иться|ла|ло|лася|лося|в|вся)\b")
_VERB_BEFORE = re.compile(r"\w(?:ти|тися|ться|ють|уть|ать|ять|ить|є|ла|ли|ло|но)[\s\u00a0]+$")


def _misleading(one: Standing, start: int, slot: Slot, cases: tuple[Case, ...], language: str) -> bool:
    """Whether a Ukrainian sentence speaks against the slot that its order of words suggests.

    A verb in the other number has another subject, and behind a verb a dative looks like a genitive.
    """
    if language != "uk":
        return False
    case, number = slot
    if case is Case.NOM and Case.ACC in cases:
        verb = _PLURAL_VERB if number is GrammaticalNumber.SINGULAR else _SINGULAR_VERB
        return verb.match(one.plain, one.end) is not None
    return case is Case.GEN and Case.DAT in cases and _VERB_BEFORE.search(one.plain[:start]) is not None


def _possessive(word: str) -> str:
    """What follows the apostrophe."""
    return "" if word.endswith(("s", "S")) else "s"
