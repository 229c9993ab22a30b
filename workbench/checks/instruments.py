"""Cited instruments: each under one title, with one date, and in a list by the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, Passage
from workbench.checks.wording import likeness

CITED_DIFFERENTLY = FindingKind(
    "checks.instrument-cited-differently",
    Severity.WARNING,
    "the instrument of {day} is cited here as “{quote}”, but in {other} as “{otherwise}”",
)
DONE_AT_IN = FindingKind(
    "checks.done-at-or-in",
    Severity.INFO,
    "“{quote}” here, “{otherwise}” in {other}: keep to one",
)
NOT_BY_DATE = FindingKind(
    "checks.instruments-not-by-date",
    Severity.INFO,
    "the instrument of {earlier} stands after that of {later}; a list of instruments usually goes by date",
)
_PLACE_WORDS = re.compile(
    r"\b(?:done|signed|concluded|adopted)\s+(?P<how>at|in)\s+(?P<place>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+)*)"
)
_BEHIND = 80
_ALIKE = 0.6


def citations(matter: Matter) -> Iterator[Finding]:
    """One instrument cited twice in different words."""
    first: dict[date, tuple[Passage, str, str]] = {}
    for passage in matter.passages:
        for start, end, cited in passage.text.of(CitedInstrument):
            if cited.day is None:
                continue
            title = " ".join(cited.title.split())
            place = _place_words(passage.plain, start, end)
            known = first.get(cited.day)
            if known is None:
                first[cited.day] = (passage, title, place)
                continue
            other, otherwise, other_place = known
            own, theirs = _families(title, matter), _families(otherwise, matter)
            if likeness(frozenset(own), frozenset(theirs)) < _ALIKE or _short_for(own, theirs):
                continue  # another instrument of that day, or the same by a shorter name
            if own != theirs:
                yield matter.at(
                    CITED_DIFFERENTLY,
                    passage.unit,
                    quote=title,
                    day=cited.day.isoformat(),
                    other=matter.places.label(other.unit.id),
                    otherwise=otherwise,
                )
            elif place and other_place and place != other_place:
                yield matter.at(
                    DONE_AT_IN,
                    passage.unit,
                    quote=place,
                    other=matter.places.label(other.unit.id),
                    otherwise=other_place,
                )


def order(matter: Matter) -> Iterator[Finding]:
    """Instruments of one recital that do not stand in the order of their dates."""
    for recital in matter.of_kind(Kind.RECITAL):
        latest: date | None = None
        for citation in recital.children:
            day = _day(citation)
            if day is None:
                continue
            if latest is not None and day < latest:
                quote = citation.text.plain[:120]
                yield matter.at(
                    NOT_BY_DATE, citation, quote=quote, earlier=day.isoformat(), later=latest.isoformat()
                )
            latest = max(day, latest or day)


def _day(citation: Provision) -> date | None:
    if citation.kind is not Kind.CITATION:
        return None
    return next((cited.day for _, _, cited in citation.text.of(CitedInstrument) if cited.day), None)


def _place_words(plain: str, start: int, end: int) -> str:
    """The words "done at Brussels" that belong to a citation."""
    found = _PLACE_WORDS.search(plain, start, end + _BEHIND)
    return f"done {found['how']} {found['place']}" if found else ""


def _families(title: str, matter: Matter) -> tuple[str, ...]:
    """The word families of a title in their order: alike for one title in different cases."""
    return tuple(matter.stemmer.stems(re.sub(r"^the\s+", "", title, flags=re.IGNORECASE)))


def _short_for(own: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    first, second = frozenset(own), frozenset(theirs)
    return first < second or second < first
