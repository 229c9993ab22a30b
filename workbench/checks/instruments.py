"""Cited instruments: each under one title, with one date, and in a list by the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Passage, Setting, at, passages
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


@dataclass(frozen=True, slots=True)
class _Citation:
    """A cited instrument with its day, where it stands, its title by word families, and where it was done."""

    passage: Passage
    start: int
    end: int
    day: date
    title: str
    families: tuple[str, ...]
    done: re.Match[str] | None

    @property
    def place(self) -> str:
        """The words "done at Brussels" that belong to the citation."""
        return f"done {self.done['how']} {self.done['place']}" if self.done else ""


def _cited(unit: Provision, setting: Setting) -> Iterator[_Citation]:
    for passage in passages(unit):
        for start, end, cited in passage.text.of(CitedInstrument):
            if cited.day is None:
                continue
            title = on_one_line(cited.title)
            # Alike for one title in different cases, and with or without its article.
            bare = re.sub(r"^the\s+", "", title, flags=re.IGNORECASE)
            families = tuple(setting.stemmer.stems(bare))
            done = _PLACE_WORDS.search(passage.plain, start, end + _BEHIND)
            yield _Citation(passage, start, end, cited.day, title, families, done)


def _compare(notes: Sequence[_Citation], matter: Matter) -> Iterator[Finding]:
    first: dict[date, _Citation] = {}
    for own in notes:
        known = first.setdefault(own.day, own)
        mine, theirs = frozenset(own.families), frozenset(known.families)
        if known is own or likeness(mine, theirs) < _ALIKE or mine < theirs or theirs < mine:
            continue  # the first one, another instrument of that day, or the same by a shorter name
        other = known.passage.unit.id
        if own.families != known.families:
            yield own.passage.finding(
                CITED_DIFFERENTLY,
                own.start,
                own.end,
                quote=own.title,
                day=own.day.isoformat(),
                other=matter.label(other),
                otherwise=known.title,
            )
        elif own.done and known.done and own.place != known.place:
            fixes: tuple[Fix, ...] = ()
            if own.done["place"] == known.done["place"]:
                fixes = (own.passage.write(*own.done.span("how"), known.done["how"]),)
            yield own.passage.finding(
                DONE_AT_IN,
                *own.done.span(),
                quote=own.place,
                fixes=fixes,
                other=matter.label(other),
                otherwise=known.place,
            )


CITATIONS = OfAgreement(_cited, _compare)
"""One instrument cited twice in different words."""


def _by_date(recital: Provision, _setting: Setting) -> Iterator[Finding]:
    if recital.kind is not Kind.RECITAL:
        return
    latest: date | None = None
    for citation in recital.children:
        day = _day(citation)
        if day is None:
            continue
        if latest is not None and day < latest:
            quote = citation.text.plain[:120]
            yield at(NOT_BY_DATE, citation, quote=quote, earlier=day.isoformat(), later=latest.isoformat())
        latest = max(day, latest or day)


ORDER = OfProvision(_by_date)
"""Instruments of one recital that do not stand in the order of their dates."""


def _day(citation: Provision) -> date | None:
    if citation.kind is not Kind.CITATION:
        return None
    return next((cited.day for _, _, cited in citation.text.of(CitedInstrument) if cited.day), None)
