"""Finding the names of States in a text: one index of all forms, one pass over the words.

The index holds every form of every name by its first word, so that a text costs one look-up a word. A
match is the longest name that begins at a word; words of a name may be parted by white space, hyphens or
apostrophes of any kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from workbench.agreement.declension import Case, Forms, Gender, GrammaticalNumber, unchanging

INSTITUTIONS = ("parliament", "government", "defence")
"""The institutions of a State whose names are known; `defence` is its ministry of defence."""


class FormKind(StrEnum):
    """Which of a State's names is meant."""

    FORMAL = "formal"
    SHORT = "short"
    INSTITUTION = "institution"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"


class Names(msgspec.Struct, frozen=True):
    """The names of one State in one language.

    English forms stand without their article; `short_article` and `formal_article` tell whether *the* goes
    before. `adjective` holds gender (*m, f, n*, or *pl*; "" in English) -> forms; Latvian uses the
    genitive of the name or the people, and has one under "" only where that is another word (*vācu*).
    `people` is the plural of the demonym, `person` its singular in English.
    `gender` is that of the formal name. `institutions` holds key (`INSTITUTIONS`) -> name in full.
    `also` are further short names in use (*Great Britain*), `also_formal` further formal ones,
    `also_institutions` other names of institutions, `also_adjective` the adjective of its language
    (*латиський*): found but never written. `language` is the word for its official language as it stands
    before *language* or *valoda* (*vācu*), in Ukrainian a masculine adjective; empty where there are several.
    """

    short: Forms
    formal: Forms
    capital: Forms
    short_article: bool = False
    formal_article: bool = False
    gender: tuple[Gender, GrammaticalNumber] = (Gender.FEMININE, GrammaticalNumber.SINGULAR)
    adjective: dict[str, Forms] = {}
    people: Forms | None = None
    person: str = ""
    institutions: dict[str, Forms] = {}
    own_institutions: tuple[str, ...] = ()
    also: tuple[Forms, ...] = ()
    also_formal: tuple[Forms, ...] = ()
    also_institutions: dict[str, Forms] = {}
    also_capital: Forms | None = None
    also_adjective: dict[str, Forms] = {}
    language: str = ""

    @property
    def short_with_article(self) -> str:
        """The short name as an English sentence has it (*the Netherlands*, *Latvia*)."""
        return f"the {self.short.nom}" if self.short_article else self.short.nom

    def is_acronym(self, words: str) -> bool:
        """Whether words in capitals are an abbreviation of the name (*UK*, *ASV*), not the name itself."""
        return any(form.nom.isupper() and form.nom.rstrip(".") == words.rstrip(".") for form in self.also)


COMPOUND = "compound"
"""The key of an adjective that is the first part of a compound (*українсько-латвійський*)."""


class Reading(msgspec.Struct, frozen=True):
    """One way to read a form: its case, number and, for an adjective, gender (None in the plural)."""

    case: Case
    number: GrammaticalNumber = GrammaticalNumber.SINGULAR
    gender: Gender | None = None


class NameOccurrence(msgspec.Struct, frozen=True):
    """A name of a State found at [start, end) of a text, without its article.

    `readings` holds every case the form may stand for; `key` says which institution; `others` are codes of
    further States with the same name (*Sejm*, *Сейм*).
    """

    start: int
    end: int
    code: str
    form: FormKind
    readings: tuple[Reading, ...]
    key: str = ""
    others: tuple[str, ...] = ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases the form may stand for, without repetition."""
        return tuple(dict.fromkeys(reading.case for reading in self.readings))

    @property
    def number(self) -> GrammaticalNumber:
        """The number of the first reading."""
        return self.readings[0].number


class _Entry(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    code: str
    form: FormKind
    readings: tuple[Reading, ...]
    key: str
    capital: bool
    acronym: bool = False
    others: tuple[str, ...] = ()


_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s\u00ad\u2010\u2011–-]{1,3}|[’'ʼ`‘]")
_DOLLARS = re.compile(r"\s+dol[lā]", re.IGNORECASE), re.compile(r"(?i:долар)\w*\s+$")
_RANK = {form: rank for rank, form in enumerate(FormKind)}
# Words of the language that look like a name when a sentence begins with them.
_HOMOGRAPHS = {"uk": {"того", "малі", "мали"}, "lv": {"gana"}}
_SENTENCE_START = re.compile(r"(^|[.!?:;•–]\s*|\n\s*|\)\s+|[«“„\"(]\s*)$")


class NameIndex:
    """Every form of every name in one language."""

    def __init__(self, language: str, names: Iterable[tuple[str, Names]]) -> None:
        self._homographs = _HOMOGRAPHS.get(language, set())
        merged: dict[tuple[str, ...], _Entry] = {}
        for code, own in names:
            for form, key, text, readings in _forms(own, language):
                words = tuple(_WORD.findall(text.casefold()))
                if words:
                    entry = _Entry(words, code, form, readings, key, text[0].isupper(), text.isupper())
                    _merge(merged, entry)
        self._entries: dict[str, list[_Entry]] = {}
        for entry in merged.values():
            self._entries.setdefault(entry.words[0], []).append(entry)
        for row in self._entries.values():
            row.sort(key=lambda entry: -len(entry.words))

    def find(self, text: str, *, anywhere: bool = False) -> tuple[NameOccurrence, ...]:
        """The names in a text. A name is written with a capital, unless `anywhere` takes it as it is."""
        words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        lower = [text[start:end].casefold() for start, end in words]
        found: list[NameOccurrence] = []
        at = 0
        while at < len(words):
            entry = self._longest(text, words, lower, at, anywhere=anywhere)
            if entry is None:
                at += 1
                continue
            last = at + len(entry.words) - 1
            span = words[at][0], _end(text, words[last][1], entry)
            found.append(
                NameOccurrence(*span, entry.code, entry.form, entry.readings, entry.key, entry.others)
            )
            at = last + 1
        return tuple(found)

    def _longest(
        self, text: str, words: list[tuple[int, int]], lower: list[str], at: int, *, anywhere: bool
    ) -> _Entry | None:
        for entry in self._entries.get(lower[at], ()):
            end = at + len(entry.words)
            if tuple(lower[at:end]) != entry.words:
                continue
            gaps = [(words[i][1], words[i + 1][0]) for i in range(at, end - 1)]
            if not all(
                _GAP.fullmatch(text, *gap) or (entry.acronym and text[slice(*gap)] == ".") for gap in gaps
            ):
                continue
            start = words[at][0]
            if anywhere:
                return entry
            if entry.capital and not text[start].isupper():
                continue
            if entry.acronym and not text[start : words[end - 1][1]].isupper():
                continue
            if entry.acronym and _of_dollars(text, start, words[end - 1][1]):
                continue
            if (
                len(entry.words) == 1
                and lower[at] in self._homographs
                and _SENTENCE_START.search(text, 0, start)
            ):
                continue
            return entry
        return None


def _end(text: str, end: int, entry: _Entry) -> int:
    """Where a name ends: the last point of *U.S.* belongs to it, unless a sentence ends there."""
    dotted = entry.acronym and len(entry.words) > 1 and text[end : end + 1] == "."
    return end + 1 if dotted and re.match(r"\s+[^\W\d_]", text[end + 1 :]) else end


def _of_dollars(text: str, start: int, end: int) -> bool:
    """*US dollars* and *долари США* are a currency, used by many, and name no State."""
    behind, before = _DOLLARS
    return bool(behind.match(text, end) or before.search(text[max(0, start - 20) : start]))


def _merge(merged: dict[tuple[str, ...], _Entry], entry: _Entry) -> None:
    """Add a form; the same words of the same State gain readings, those of another one are noted."""
    known = merged.get(entry.words)
    if known is None:
        merged[entry.words] = entry
    elif known.code != entry.code:
        first, second = (known, entry) if _RANK[known.form] <= _RANK[entry.form] else (entry, known)
        others = tuple(dict.fromkeys((*first.others, second.code, *second.others)))
        merged[entry.words] = msgspec.structs.replace(first, others=others)
    elif known.form is entry.form and known.key == entry.key:
        readings = tuple(dict.fromkeys((*known.readings, *entry.readings)))
        merged[entry.words] = msgspec.structs.replace(known, readings=readings)
    elif _RANK[entry.form] < _RANK[known.form]:
        merged[entry.words] = entry


def _forms(names: Names, language: str) -> Iterator[tuple[FormKind, str, str, tuple[Reading, ...]]]:
    """Every form of a State's names as (kind, institution, words, readings)."""
    number = names.gender[1]
    for form, forms in ((FormKind.FORMAL, names.formal), (FormKind.SHORT, names.short)):
        yield from _cases(form, "", forms, number)
    for forms in names.also_formal:
        yield from _cases(FormKind.FORMAL, "", forms, number)
    for forms in names.also:
        yield from _cases(FormKind.SHORT, "", forms, GrammaticalNumber.SINGULAR)
    for gender, forms in (*names.adjective.items(), *names.also_adjective.items()):
        plural = GrammaticalNumber.PLURAL if gender == "pl" else GrammaticalNumber.SINGULAR
        yield from _cases(
            FormKind.ADJECTIVE, "", forms, plural, Gender(gender) if gender in ("m", "f", "n") else None
        )
    if language == "uk" and "m" in names.adjective:  # українсько-латвійський
        first = f"{names.adjective['m'].nom[:-2]}о"
        yield FormKind.ADJECTIVE, COMPOUND, first, (Reading(Case.NOM, gender=Gender.MASCULINE),)
    if names.people:
        yield from _cases(FormKind.DEMONYM, "", names.people, GrammaticalNumber.PLURAL)
    if names.person:
        yield from _cases(FormKind.DEMONYM, "", unchanging(names.person), GrammaticalNumber.SINGULAR)
    for key, forms in (*names.institutions.items(), *names.also_institutions.items()):
        yield from _cases(FormKind.INSTITUTION, key, forms, GrammaticalNumber.SINGULAR)
    yield from _cases(FormKind.CAPITAL, "", names.capital, GrammaticalNumber.SINGULAR)
    if names.also_capital:
        yield from _cases(FormKind.CAPITAL, "", names.also_capital, GrammaticalNumber.SINGULAR)


def _cases(
    form: FormKind, key: str, forms: Forms, number: GrammaticalNumber, gender: Gender | None = None
) -> Iterator[tuple[FormKind, str, str, tuple[Reading, ...]]]:
    by_words: dict[str, list[Reading]] = {}
    for case, words in forms.items():
        by_words.setdefault(words, []).append(Reading(case, number, gender))
    for words, readings in by_words.items():
        yield form, key, words, tuple(readings)
