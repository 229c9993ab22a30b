"""`rename`: a defined term under another name, in every place and in the form it has there.

Nothing is changed yet: a `Renaming` lists the places, each with what would stand there and, where that is not
certain, the reason why it stays as it is. `applied` makes the changes that are chosen, in one step. The names
of the marks follow, so that the term stays defined and its uses stay its uses; a place that is kept keeps the
old name, and the checks speak of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from workbench.agreement.declension import GrammaticalNumber
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.fixes import Wording
from workbench.agreement.numbering import numbers
from workbench.agreement.text import DefinedTerm, Footnote, Mark, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.drafting.adaptation.wording import made
from workbench.drafting.defined_terms.glossary import Finder, definitions, marked_terms
from workbench.drafting.defined_terms.phrases import PL, SG, Phrase, Slot, phrase_of
from workbench.drafting.defined_terms.places import Place
from workbench.drafting.defined_terms.short_forms import ShortForm, short_form
from workbench.drafting.defined_terms.standing import Standing, Survey
from workbench.drafting.defined_terms.wordings import Naming


class TermError(WorkbenchError):
    """A term that cannot be renamed so."""

    code = "terms.refused"
    message = "the term cannot be renamed: {reason}"


class UnknownTermError(TermError):
    """Nothing in the draft defines or uses the term."""

    code = "terms.unknown"
    message = "this text neither defines nor uses “{term}”; name one of its defined terms"


class TermTakenError(TermError):
    """The new name is that of another term."""

    code = "terms.taken"
    message = (
        "“{term}” is already defined in {place}; two terms of one name would be confused, choose another"
    )


class NoNameError(TermError):
    """No name was given."""

    code = "terms.no-name"
    message = "write what “{term}” is to be called"


@dataclass(frozen=True, slots=True)
class Renaming:
    """Every place of a term, in document order, and the term's old and new name."""

    agreement: Agreement
    old: str
    new: str
    places: tuple[Place, ...]
    name: Phrase

    @property
    def usual(self) -> tuple[Place, ...]:
        """The places that change unless somebody says otherwise: those of which nothing is doubtful."""
        return tuple(place for place in self.places if place.possible and place.doubt is None)

    def applied(self, chosen: Collection[Place] | None = None) -> Agreement:
        """The agreement with the chosen places renamed (the usual ones when none are named)."""
        wanted = self.usual if chosen is None else [place for place in chosen if place.possible]
        by_unit: dict[ProvisionId, list[Place]] = {}
        for place in wanted:
            by_unit.setdefault(place.provision, []).append(place)
        changed = _changed(self.agreement, by_unit) if by_unit else self.agreement
        collective = self._collective
        return msgspec.structs.replace(changed, collective_name=collective) if collective else changed

    @property
    def _collective(self) -> str:
        """What the parties are called together from now on, where that was the term."""
        own = self.agreement.collective_name
        found = Finder([self.old], self.agreement.language).read(self.old, own) if own else None
        if found is None:
            return ""
        slots = phrase_of(self.old, self.agreement.language).readings(found.words)
        return next((form for slot in slots if (form := self.name.form(slot)) is not None), "")


def rename(agreement: Agreement, old: str, new: str, forms: Mapping[Slot, str] | None = None) -> Renaming:
    """The places in which `old` would become `new`, both given in the nominative; the same twice lists them.

    `forms` are forms of the new name as a person corrected or added them.

    Raises `UnknownTermError`, `NoNameError`, and `TermTakenError` where another definition has that name.
    """
    new = " ".join(new.split()).strip('“”„"«»')
    if not new:
        raise NoNameError(term=old)
    return _Renamer(agreement, " ".join(old.split()), new, forms or {}).renaming()


class _Renamer:
    """Goes through one agreement for one term."""

    def __init__(self, agreement: Agreement, old: str, new: str, forms: Mapping[Slot, str]) -> None:
        self.agreement = agreement
        language = agreement.language
        self.old = phrase_of(old, language)
        self.new = msgspec.structs.replace(phrase_of(new, language), corrected=forms)
        self.finder = Finder([old], language, loose=True)
        self.defined = definitions(agreement)
        names = marked_terms(agreement) | {mention.term for mention in self.defined}
        self.family = {name.casefold() for name in names if self._akin(name)} | {old.casefold()}
        self.others = Finder([name for name in names if name.casefold() not in self.family], language)
        if old.casefold() != new.casefold():
            self._refuse_taken(new)

    @cached_property
    def labels(self) -> dict[ProvisionId, str]:
        return {key: number.label for key, number in numbers(self.agreement).items()}

    @cached_property
    def short(self) -> ShortForm | None:
        """The abbreviation that the definition or a use introduces, and what becomes of it."""
        return short_form(self.agreement, self._standings, self.new)

    def renaming(self) -> Renaming:
        """All places in the order of the text."""
        naming = Naming(self.old, self.new, self._small_is_meant)
        places = [naming.place(one, self.labels[one.provision], self._key(one)) for one in self._standings]
        if self.short is not None:
            places.extend(self.short.places(self.agreement, self.labels))
        if not places:
            raise UnknownTermError(term=self.old.words)
        order = {unit.id: turn for turn, unit in enumerate(self.agreement.walk())}
        parts = list(Wording)
        places.sort(key=lambda p: (order[p.provision], parts.index(p.part), p.start, p.note is not None))
        return Renaming(self.agreement, self.old.words, self.new.words, tuple(places), self.new)

    @cached_property
    def _standings(self) -> tuple[Standing, ...]:
        survey = Survey(self.old.words, self.finder, self.others, self.family)
        return tuple(one for unit in self.agreement.walk() for one in survey.of(unit))

    @cached_property
    def _small_is_meant(self) -> bool:
        """Whether the capital of the definition is only that of its sentence, so that uses are written small.

        So it is where the definition begins a provision, only its first letter is large, and no use inside a
        sentence has a capital.
        """
        words = self.old.words
        defined = [one for one in self._standings if one.defines]
        inside = [one for one in self._standings if not one.defines and not one.opens]
        return (
            words[1:] == words[1:].lower()
            and bool(defined)
            and all(one.opens for one in defined)
            and len(words.split()) > 1
            and not any(one.words[:1].isupper() for one in inside)
        )

    def _akin(self, name: str) -> bool:
        return self.finder.read(self.old.words, name) is not None and bool(
            self.old.readings(self._parts(name))
        )

    def _parts(self, name: str) -> tuple[str, ...]:
        found = self.finder.read(self.old.words, name)
        return found.words if found is not None and found.known else ("",) * len(self.old.parts)

    def _key(self, one: Standing) -> str | None:
        """The name that the mark of a place will have: the term in the number in which the mark names it."""
        if one.key is None:
            return None
        if one.key.casefold() == self.old.words.casefold():
            return self.new.words
        slots = self.old.readings(self._parts(one.key))
        number = self.old.number if any(slot[1] is self.old.number for slot in slots) else _other(self.old)
        wanted = number if self.old.number is self.new.number else self.new.number
        slot = next((slot for slot in slots if slot[1] is number), None)
        form = self.new.form((slot[0], wanted)) if slot is not None else None
        return form if form is not None else self.new.words

    def _refuse_taken(self, new: str) -> None:
        if not any(mention.term.casefold() in self.family for mention in self.defined):
            return  # its definition has been renamed already: the uses follow it
        for mention in self.defined:
            if mention.term.casefold() == new.casefold() and mention.term.casefold() not in self.family:
                raise TermTakenError(term=mention.term, place=self.labels[mention.passage.unit.id])


def _other(phrase: Phrase) -> GrammaticalNumber:
    return SG if phrase.number is PL else PL


def _changed(agreement: Agreement, by_unit: dict[ProvisionId, list[Place]]) -> Agreement:
    from workbench.agreement.edits import map_provisions

    def change(unit: Provision) -> Provision:
        chosen = by_unit.get(unit.id)
        if not chosen:
            return unit
        parts = {}
        for part in Wording:
            own = [place for place in chosen if place.part is part]
            if own:
                parts[part.value] = _reworded(part.of(unit), own)
        return msgspec.structs.replace(unit, **parts)

    return map_provisions(agreement, change)


def _reworded(text: Text, places: list[Place]) -> Text:
    """A wording with places renamed; footnotes first, because they stand at offsets of the old wording."""
    for note in {place.note for place in places if place.note is not None}:
        own = [place for place in places if place.note == note]
        text = text.map_marks(lambda mark, n=note, o=own: _noted(mark, n, o))  # type: ignore[misc]  # bound at once
    own = [place for place in places if place.note is None]
    rekeyed = {(place.start, place.end): place.key for place in own if place.key is not None}

    def rekey(mark: Mark) -> Mark:
        key = rekeyed.get((mark.start, mark.end))
        if key is None or not isinstance(mark.value, DefinedTerm):
            return mark
        return Mark(mark.start, mark.end, DefinedTerm(key, mark.value.defines))

    return made(text.map_marks(rekey), [edit for place in own for edit in place.edits])[0]


def _noted(mark: Mark, note: int, places: list[Place]) -> Mark:
    if mark.start != note or not isinstance(mark.value, Footnote):
        return mark
    edits = [edit for place in places for edit in place.edits]
    return Mark(mark.start, mark.end, Footnote(made(Text(mark.value.text), edits)[0].plain))
