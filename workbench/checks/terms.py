"""Defined terms and abbreviations: introduced once, and then used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix, Rewording
from workbench.agreement.text import DefinedTerm
from workbench.agreement.tree import Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

UNUSED = FindingKind(
    "checks.term-not-used", Severity.WARNING, "“{term}” is defined here and used nowhere else"
)
TWICE = FindingKind("checks.term-defined-twice", Severity.WARNING, "“{term}” is defined here and in {other}")
UNDEFINED_USE = FindingKind(
    "checks.term-without-definition",
    Severity.WARNING,
    "“{term}” is used here as a defined term, but no provision defines it any more",
)
ABBREVIATION_UNUSED = FindingKind(
    "checks.abbreviation-not-used",
    Severity.INFO,
    "the abbreviation ({term}) is introduced here and used nowhere else",
)
ABBREVIATIONS_UNUSED = FindingKind(
    "checks.abbreviations-not-used",
    Severity.INFO,
    "{count} abbreviations are introduced and used nowhere else, the first of them here: {term}",
)
_TWO = 2
_EACH = 3
"""Unused abbreviations that are told one by one; a text with more has them for the reader to look up."""
_ABBREVIATION = re.compile(r"(?<=\w\s)\((?P<term>[A-ZĀ-ŽА-ЯІЇЄҐ][A-ZĀ-ŽА-ЯІЇЄҐ0-9&-]{1,7})\)")
_JOINTS = re.compile(r"[&-]")
_CAPITALS = re.compile(r"(?<![^\W_])[A-ZĀ-ŽА-ЯІЇЄҐ][A-ZĀ-ŽА-ЯІЇЄҐ0-9]+(?:[&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A term marked in a text, at the place that defines it or at a use of it."""

    passage: Passage
    start: int
    end: int
    term: str
    defines: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The word families of one provision, for terms whose uses nobody marked."""

    stems: tuple[str, ...]
    families: frozenset[str]


def mentions(unit: Provision) -> Iterator[Mention]:
    """The terms marked in a provision, and those that wording typed by hand defines without a mark."""
    for passage in passages(unit):
        marks = passage.text.of(DefinedTerm)
        for start, end, term in marks:
            yield Mention(passage, start, end, term.term, term.defines)
        if not any(term.defines for _, _, term in marks):
            for start, end, words in _definitions(passage.plain):
                yield Mention(passage, start, end, words, True)


@lru_cache(maxsize=8)  # several rules ask of one provision in turn
def _definitions(plain: str) -> tuple[tuple[int, int, str], ...]:
    # Here, because recognition takes a while to load and the window lists the rules without reading anything.
    from workbench.recognition.terms import definitions

    return tuple(definitions(plain))


def _note(unit: Provision, setting: Setting) -> Iterator[Mention | _Words]:
    yield from mentions(unit)
    stems = tuple(stem for passage in passages(unit) for stem in setting.stemmer.stems(passage.plain))
    if stems:
        yield _Words(stems, frozenset(stems))


def _judge(notes: Sequence[Mention | _Words], matter: Matter) -> Iterator[Finding]:
    defined: dict[str, Mention] = {}
    used: set[str] = set()
    for note in notes:
        if not isinstance(note, Mention):
            continue
        key = note.term.casefold()
        if not note.defines:
            used.add(key)
        elif key in defined:
            other = matter.label(defined[key].passage.unit.id)
            yield note.passage.finding(
                TWICE, note.start, note.end, quote=note.term, term=note.term, other=other
            )
        else:
            defined[key] = note
    named = {name.casefold() for name in (matter.setting.collective_name, matter.setting.own_name) if name}
    for note in notes:
        if isinstance(note, Mention) and not note.defines and note.term.casefold() not in {*defined, *named}:
            yield note.passage.finding(UNDEFINED_USE, note.start, note.end, term=note.term)
    words = [note for note in notes if isinstance(note, _Words)]
    for key, note in defined.items():
        if key not in used and _appearances(note.term, words, matter) < 2:
            yield note.passage.finding(UNUSED, note.start, note.end, quote=note.term, term=note.term)


TERMS = OfAgreement(_note, _judge)
"""Terms defined and not used, defined twice, or used although their definition is gone."""


@dataclass(frozen=True, slots=True)
class _Capitals:
    """Words of capital letters in one provision, and those that are introduced as abbreviations there."""

    words: tuple[str, ...]
    introduced: tuple[tuple[Passage, int, int, str], ...]


def _abbreviated(unit: Provision, _setting: Setting) -> Iterator[_Capitals]:
    words: list[str] = []
    introduced: list[tuple[Passage, int, int, str]] = []
    for passage in passages(unit):
        for found in _CAPITALS.finditer(passage.plain):
            words.extend({found.group(), *_JOINTS.split(found.group())})
        introduced.extend(
            (passage, *found.span(), found["term"]) for found in _ABBREVIATION.finditer(passage.plain)
        )
    if words:
        yield _Capitals(tuple(words), tuple(introduced))


def _judge_abbreviations(notes: Sequence[_Capitals], _matter: Matter) -> Iterator[Finding]:
    wanted = {term for note in notes for _, _, _, term in note.introduced}
    counts = Counter(word for note in notes for word in note.words if word in wanted)
    unused = [one for note in notes for one in note.introduced if counts[one[3]] < _TWO]
    if len(unused) <= _EACH:
        for one in unused:
            passage, start, end, term = one
            fix = Fix("take out “({term})”", {"term": term}, (_without(one),))
            yield passage.finding(ABBREVIATION_UNUSED, start, end, margin=40, fixes=(fix,), term=term)
        return
    passage, start, end, _ = unused[0]
    terms = ", ".join(term for _, _, _, term in unused)
    fix = Fix(
        "take them out ({count})",
        {"count": str(len(unused))},
        tuple(_without(one) for one in unused),
    )
    yield passage.finding(ABBREVIATIONS_UNUSED, start, end, fixes=(fix,), count=len(unused), term=terms)


def _without(introduced: tuple[Passage, int, int, str]) -> Rewording:
    """The abbreviation taken out, with its brackets and the space before them."""
    passage, start, end, _ = introduced
    return passage.rewording(len(passage.plain[:start].rstrip()), end, "")


ABBREVIATIONS = OfAgreement(_abbreviated, _judge_abbreviations)
"""Abbreviations introduced in brackets and not used."""


def _appearances(term: str, words: Sequence[_Words], matter: Matter) -> int:
    """How often a term stands in the text, in any form; nobody needs to count beyond two."""
    parts = tuple(matter.setting.stemmer.stems(term))
    if not parts:
        return 0
    size, count = len(parts), 0
    for own in words:
        if parts[0] in own.families:
            stems = own.stems
            count += sum(stems[at : at + size] == parts for at in range(len(stems) - size + 1))
            if count > 1:
                break
    return count
