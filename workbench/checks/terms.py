"""Defined terms and abbreviations: introduced once, and then used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import DefinedTerm
from workbench.checks.matter import Matter, Passage, around

UNUSED = FindingKind(
    "checks.term-not-used", Severity.WARNING, "“{term}” is defined here and used nowhere else"
)
TWICE = FindingKind("checks.term-defined-twice", Severity.WARNING, "“{term}” is defined here and in {other}")
ABBREVIATION_UNUSED = FindingKind(
    "checks.abbreviation-not-used",
    Severity.INFO,
    "the abbreviation ({term}) is introduced here and used nowhere else",
)
_ABBREVIATION = re.compile(r"(?<=\w\s)\((?P<term>[A-ZĀ-ŽА-ЯІЇЄҐ][A-ZĀ-ŽА-ЯІЇЄҐ0-9&-]{1,7})\)")
_JOINTS = re.compile(r"[&-]")
_TOKEN = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")


def terms(matter: Matter) -> Iterator[Finding]:
    """Terms defined and not used, or defined twice."""
    defined: dict[str, Passage] = {}
    used: set[str] = set()
    for passage in matter.passages:
        for _, _, term in passage.text.of(DefinedTerm):
            if not term.defines:
                used.add(term.term.casefold())
            elif term.term.casefold() in defined:
                other = matter.places.label(defined[term.term.casefold()].unit.id)
                yield matter.at(TWICE, passage.unit, quote=term.term, term=term.term, other=other)
            else:
                defined[term.term.casefold()] = passage
    waiting = {key: passage for key, passage in defined.items() if key not in used}
    if not waiting:
        return
    appearances = _appearances(set(waiting), matter)
    for key, passage in waiting.items():
        if appearances[key] < 2:
            named = next(t.term for _, _, t in passage.text.of(DefinedTerm) if t.term.casefold() == key)
            yield matter.at(UNUSED, passage.unit, quote=named, term=named)


def abbreviations(matter: Matter) -> Iterator[Finding]:
    """Abbreviations introduced in brackets and not used."""
    introduced = [
        (passage, found) for passage in matter.passages for found in _ABBREVIATION.finditer(passage.plain)
    ]
    wanted = {found["term"] for _, found in introduced}
    counts = Counter(
        word
        for passage in matter.passages
        for token in _TOKEN.findall(passage.plain)
        for word in {token, *_JOINTS.split(token)}
        if word in wanted
    )
    for passage, found in introduced:
        if counts[found["term"]] < 2:
            quote = around(passage.plain, *found.span(), margin=40)
            yield matter.at(ABBREVIATION_UNUSED, passage.unit, quote=quote, term=found["term"])


def _appearances(wanted: set[str], matter: Matter) -> Counter[str]:
    """How often each term stands in the text, in any form."""
    stemmer = matter.stemmer
    stems = {term: tuple(stemmer.stems(term)) for term in wanted}
    counts: Counter[str] = Counter()
    for passage in matter.passages:
        words = tuple(stemmer.stems(passage.plain))
        for term, parts in stems.items():
            size = len(parts)
            counts[term] += sum(words[at : at + size] == parts for at in range(len(words) - size + 1))
    return counts
