"""Marks that follow what is written: a definition typed is one, a use typed is one, both go with their words.

`Glossary` holds the terms of a draft. `followed` looks at one wording after it has changed: where it defines
a term (*“Rescue Team” means…*), the definition is marked, under the name that stands there now; where a term
of the draft stands in one of its forms, and written as it is defined, the use is marked. Nothing but marks
changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions, parent_of
from workbench.agreement.fixes import Wording
from workbench.agreement.text import CitedInstrument, CrossReference, DefinedTerm, Mark, Placeholder, Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.drafting.defined_terms.glossary import Finder, Found, marked_terms
from workbench.drafting.defined_terms.manner import Manner, manner_of
from workbench.drafting.defined_terms.phrases import phrase_of
from workbench.recognition.terms import definitions, lists_terms

_UNTOUCHED = (Placeholder, CrossReference, CitedInstrument)
_BARE = (Kind.TITLE_LINE, Kind.SIGNATORY)
"""Where names stand, not terms."""


class Glossary:
    """The terms of one draft, ready to be found."""

    def __init__(self, terms: Iterable[str], language: str) -> None:
        self.terms = frozenset(terms)
        self.language = language
        self._finder = Finder(self.terms, language)
        self._forms = {term: phrase_of(term, language).forms().values() for term in self.terms}

    @classmethod
    def of(cls, agreement: Agreement) -> Glossary:
        """The terms that an agreement defines by a mark, and those that marks of uses name."""
        return cls(marked_terms(agreement), agreement.language)

    def uses(self, text: Text) -> tuple[Mark, ...]:
        """The uses in a wording, each with its mark."""
        plain = text.plain
        taken = [(m.start, m.end) for m in text.marks if isinstance(m.value, _UNTOUCHED)]
        return tuple(
            Mark(found.start, found.end, DefinedTerm(found.term))
            for found in self._finder.find(plain)
            if self._is_meant(found, plain) and not any(a < found.end and found.start < b for a, b in taken)
        )

    def is_form(self, term: str, words: str) -> bool:
        """Whether words are still a form of a term."""
        return term.casefold() == words.casefold() or self._finder.read(term, words) is not None

    def _is_meant(self, found: Found, plain: str) -> bool:
        """Whether words are written as their term is, so that it and no general notion is meant."""
        words = plain[found.start : found.end]
        if found.joined:
            return False
        manners = {manner_of(words, form) for form in self._forms[found.term]}
        opens = plain[: found.start].rstrip()[-1:] in ("", ".", ";", ":", "–", "—")
        return bool(manners & {Manner.AS_DEFINED, Manner.CAPITALS}) or (Manner.RAISED in manners and opens)


def followed(unit: Provision, agreement: Agreement, glossary: Glossary) -> Provision:
    """A provision of the agreement with the marks of its terms as its wording has them now."""
    if unit.kind in _BARE:
        return unit
    listed = bool(unit.text.plain) and _among_definitions(unit, agreement)
    parts = {
        part.value: new
        for part in Wording
        if (new := _followed(part.of(unit), glossary, defines=part is Wording.TEXT, listed=listed))
        is not part.of(unit)
    }
    return replace(unit, **parts) if parts else unit


def with_uses(agreement: Agreement, provisions: Iterable[ProvisionId] | None = None) -> Agreement:
    """The agreement with every use marked that nobody has marked yet; in these provisions, or in all."""
    glossary = Glossary.of(agreement)
    if not glossary.terms:
        return agreement
    tops = [agreement.find(provision) for provision in provisions] if provisions is not None else None
    only = {unit.id for top in tops if top for unit in top.walk()} if tops is not None else None

    def change(unit: Provision) -> Provision:
        if unit.kind in _BARE or (only is not None and unit.id not in only):
            return unit
        parts = {
            part.value: new
            for part in Wording
            if (new := _with_uses(part.of(unit), glossary)) is not part.of(unit)
        }
        return replace(unit, **parts) if parts else unit

    return map_provisions(agreement, change)


def _followed(text: Text, glossary: Glossary, *, defines: bool, listed: bool) -> Text:
    if not text.plain:
        return text
    found = definitions(text.plain, listed=listed) if defines else []
    kept: list[Mark] = []
    for mark in text.marks:
        if not isinstance(mark.value, DefinedTerm):
            kept.append(mark)
            continue
        words = text.plain[mark.start : mark.end]
        if mark.value.defines:
            if not any(start < mark.end and mark.start < end for start, end, _ in found):
                kept.append(Mark(mark.start, mark.end, DefinedTerm(words.strip(), defines=True)))
        elif glossary.is_form(mark.value.term, words):
            kept.append(mark)
    kept.extend(Mark(start, end, DefinedTerm(term, defines=True)) for start, end, term in found)
    renewed = _with_uses(_ordered(text, kept), glossary)
    return text if renewed.marks == text.marks else renewed


def _with_uses(text: Text, glossary: Glossary) -> Text:
    if not text.plain:
        return text
    taken = [(start, end) for start, end, _ in text.of(DefinedTerm)]
    new = [mark for mark in glossary.uses(text) if not any(a < mark.end and mark.start < b for a, b in taken)]
    return _ordered(text, [*text.marks, *new]) if new else text


def _ordered(text: Text, marks: list[Mark]) -> Text:
    return Text(text.plain, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _among_definitions(unit: Provision, agreement: Agreement) -> bool:
    """Whether a provision stands in an article of definitions, where terms need no quotation marks."""
    holder: Provision | None = unit
    while holder is not None and not holder.heading:
        holder = parent_of(agreement, holder.id)
    return holder is not None and lists_terms(holder.heading.plain)
