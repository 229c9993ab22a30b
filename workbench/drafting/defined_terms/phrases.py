"""A defined term as a phrase: which of its words decline together, and every form of which we are sure.

A form that no rule settles is not in the table at all. Whoever asks for it gets None and keeps the wording
as it is, which is the whole point: better a place left to the drafter than one that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from workbench.agreement.declension import Case, Forms, Gender, GrammaticalNumber

Slot = tuple[Case, GrammaticalNumber]
SG, PL = GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL
CASES = tuple(case for case in Case if case is not Case.VOC)
"""Nobody calls upon a term."""


class Part(msgspec.Struct, frozen=True):
    """One word of a term: the form in which it was given, and its forms; none at all for a fixed word."""

    word: str
    forms: Mapping[Slot, str] = {}

    @property
    def fixed(self) -> bool:
        """Whether the word stays as it is in every form of the term."""
        return not self.forms

    def slots(self, word: str) -> tuple[Slot, ...]:
        """The slots a form may stand for, capitals or not."""
        wanted = word.casefold()
        return tuple(slot for slot, form in self.forms.items() if form.casefold() == wanted)


class Phrase(msgspec.Struct, frozen=True):
    """A term of one language. `gaps` stand between its parts, one fewer than there are parts.

    `head` is the index of the noun that the others agree with. `corrected` are forms of the whole that
    somebody wrote by hand; they hold before any rule.
    """

    language: str
    parts: tuple[Part, ...]
    gaps: tuple[str, ...]
    gender: Gender
    number: GrammaticalNumber
    head: int
    corrected: Mapping[Slot, str] = {}

    @property
    def words(self) -> str:
        """The term as it was given."""
        return self.spelled([part.word for part in self.parts])

    def spelled(self, words: Sequence[str]) -> str:
        """Forms of the parts put together."""
        made = words[0] if words else ""
        for gap, word in zip(self.gaps, words[1:], strict=True):
            made += gap + word
        return made

    def form(self, slot: Slot) -> str | None:
        """One form; None where a part has no such form or none that is certain."""
        if slot in self.corrected:
            return self.corrected[slot]
        found = [part.word if part.fixed else part.forms.get(slot) for part in self.parts]
        known = [form for form in found if form is not None]
        return self.spelled(known) if len(known) == len(found) else None

    def forms(self) -> dict[Slot, str]:
        """Every form that is certain."""
        slots = [(case, number) for number in (SG, PL) for case in CASES]
        return {slot: form for slot in slots if (form := self.form(slot)) is not None}

    def readings(self, words: Sequence[str]) -> tuple[Slot, ...]:
        """The slots in which these words, one for each part, may stand together."""
        declined = [(p, word) for p, word in zip(self.parts, words, strict=True) if not p.fixed]
        if any(p.fixed and p.word.casefold() != w.casefold() for p, w in zip(self.parts, words, strict=True)):
            return ()
        if not declined:
            return tuple((case, self.number) for case in CASES)
        known = [part.slots(word) for part, word in declined]
        strict = tuple(slot for slot in known[0] if all(slot in other for other in known[1:]))
        if strict:
            return strict
        # A slot in which a word's form is not known may be the one, if another word stands in it for certain.
        return tuple(
            slot
            for slot in dict.fromkeys(slot for slots in known for slot in slots)
            if all(
                slot in slots or slot not in part.forms
                for slots, (part, _) in zip(known, declined, strict=True)
            )
        )


def phrase_of(words: str, language: str) -> Phrase:
    """A term, given in the nominative, taken apart; of a language without a grammar nothing ever changes."""
    from workbench.drafting.defined_terms import english, latvian, ukrainian

    words = " ".join(words.split())
    grammars = {"en": english.phrase, "lv": latvian.phrase, "uk": ukrainian.phrase}
    if language in grammars:
        return grammars[language](words)
    parts = tuple(Part(word) for word in words.split(" "))
    gaps = (" ",) * (len(parts) - 1)
    return Phrase(language, parts, gaps, Gender.MASCULINE, SG, len(parts) - 1)


def table(singular: Forms | None, plural: Forms | None, without: Sequence[Slot] = ()) -> dict[Slot, str]:
    """The forms of a word by slot; `without` are those that are not certain."""
    made: dict[Slot, str] = {}
    for number, forms in ((SG, singular), (PL, plural)):
        for case in CASES if forms is not None else ():
            if (case, number) not in without:
                made[case, number] = forms[case]  # type: ignore[index]  # not None: the row is empty then
    return made


def acronym(word: str) -> bool:
    """Whether a word is written in capitals throughout, as abbreviations are."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and all(sign.isupper() for sign in letters)
