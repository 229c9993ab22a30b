"""Cited instruments: each under one title, with one date, and in a list by the order of their dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.quoting import in_short, on_one_line
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at, passages
from workbench.checks.wording import likeness

CITED_DIFFERENTLY = FindingKind(
    "checks.instrument-cited-differently",
    Severity.WARNING,
    "the instrument of {day} is cited here as “{quote}”, but in {other} as “{otherwise}”",
)
TWO_DAYS = FindingKind(
    "checks.instrument-of-two-days",
    Severity.WARNING,
    "“{quote}” has the date {day} here and {otherwise} in {other}",
)
MIXED_AT_IN = FindingKind(
    "checks.done-at-and-in",
    Severity.INFO,
    "“{quote}” here, “{otherwise}” with other instruments: keep to one",
)
DONE_AT_IN = FindingKind(
    "checks.done-at-or-in",
    Severity.INFO,
    "“{quote}” here, “{otherwise}” in {other}: keep to one",
)
OTHER_ORDER = FindingKind(
    "checks.instrument-in-other-order",
    Severity.WARNING,
    "“{quote}” names its parties in another order than in {other}: “{otherwise}”",
)
ORDER_OF_TITLE = FindingKind(
    "checks.cited-party-order",
    Severity.INFO,
    "the title cited as “{quote}” names {cited} first, this text {own}; one original keeps to one order",
)
NOT_BY_DATE = FindingKind(
    "checks.instruments-not-by-date",
    Severity.INFO,
    "the instrument of {earlier} stands after that of {later}; a list of instruments usually goes by date",
)
_PLACE_WORDS = re.compile(
    r"\b(?P<verb>done|signed|concluded|adopted)\s+(?P<how>at|in)\s+"
    r"(?P<place>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+)*)"
)
_DONE = re.compile(r"\s*(?P<verb>[Dd]one|DONE)\s+(?P<how>at|in)\s+(?P<place>[A-Z][\w’-]+)(?!\s+witness)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = 80
_TWO = 2
_ALIKE = 0.6
_ONE_TITLE = 0.85
"""Where a title without a day ends is not always sure, so that not all of its words need be the same."""
_LONG_TITLE = 6
"""Word families from which a title names one instrument; shorter ones are shared by many."""
_ONE_OF_A_ROW = re.compile(
    r"\bamend|\bprotocol|\bsupplement|\bannual|\bgrozī|\bprotokol|\bзмін|\bпротокол", re.IGNORECASE
)
"""Instruments that come one after another under the same title."""


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


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where the text itself is done."""

    passage: Passage
    done: re.Match[str]

    @property
    def place(self) -> str:
        """The words "done at Riga"."""
        return f"done {self.done['how']} {self.done['place']}"


@dataclass(frozen=True, slots=True)
class _Titled:
    """A cited instrument of two States, in the order in which its title names them."""

    passage: Passage
    start: int
    end: int
    title: str
    day: date | None
    parties: tuple[str, ...]


def _cited(unit: Provision, setting: Setting) -> Iterator[_Citation | _Clause | _Titled]:
    for passage in passages(unit):
        own = _DONE.match(passage.plain) if unit.kind is Kind.DONE_AT else None
        if own is not None:
            yield _Clause(passage, own)
        for start, end, cited in passage.text.of(CitedInstrument):
            title = on_one_line(cited.title)
            if len(cited.parties) == _TWO:
                yield _Titled(passage, start, end, title, cited.day, cited.parties)
            if cited.day is None:
                continue
            # Alike for one title in different cases, and with or without its article.
            bare = re.sub(r"^the\s+", "", title, flags=re.IGNORECASE)
            families = tuple(setting.stemmer.stems(bare))
            done = _PLACE_WORDS.search(passage.plain, start, end + _BEHIND)
            yield _Citation(passage, start, end, cited.day, title, families, done)


def _compare(notes: Sequence[_Citation | _Clause | _Titled], matter: Matter) -> Iterator[Finding]:
    first: dict[date, _Citation] = {}
    cited = [note for note in notes if isinstance(note, _Citation)]
    yield from _of_two_days(cited, matter)
    if not (yield from _of_one_day(cited, first, matter)):
        yield from _at_or_in([note for note in notes if not isinstance(note, _Titled)])
    yield from _in_other_order([note for note in notes if isinstance(note, _Titled)], matter)


def _of_two_days(notes: Sequence[_Citation], matter: Matter) -> Iterator[Finding]:
    """One title with two dates."""
    titles: dict[tuple[str, ...], _Citation] = {}
    for own in notes:
        if len(own.families) < _LONG_TITLE or _ONE_OF_A_ROW.search(own.title):
            continue
        known = titles.setdefault(tuple(sorted(own.families)), own)
        if known.day != own.day:
            yield own.passage.finding(
                TWO_DAYS,
                own.start,
                own.end,
                quote=own.title,
                day=own.day.isoformat(),
                other=matter.label(known.passage.unit.id),
                otherwise=known.day.isoformat(),
            )


def _at_or_in(notes: Sequence[_Citation | _Clause]) -> Iterator[Finding]:
    """The rarer of *done at* and *done in*, told once; where both are as frequent, *in*."""
    done = [
        (note, note.done)
        for note in notes
        if note.done is not None and note.done["verb"].casefold() == "done"
    ]
    ways = Counter(found["how"] for _, found in done)
    if len(ways) < 2:
        return
    rarer = "in" if ways["in"] <= ways["at"] else "at"
    note, found = next((note, found) for note, found in done if found["how"] == rarer)
    other = "at" if rarer == "in" else "in"
    rewordings = tuple(n.passage.rewording(*f.span("how"), other) for n, f in done if f["how"] == rarer)
    fix = Fix(
        "write “done {how}” throughout ({count})", {"how": other, "count": str(len(rewordings))}, rewordings
    )
    yield note.passage.finding(
        MIXED_AT_IN, *found.span(), quote=note.place, fixes=(fix,), otherwise=f"done {other}"
    )


def _in_other_order(notes: Sequence[_Titled], matter: Matter) -> Iterator[Finding]:
    """One title with its parties in two orders; else one with the parties of this text the other way."""
    seen: list[tuple[frozenset[str], _Titled]] = []
    told = False
    for own in notes:
        families = frozenset(matter.setting.stemmer.stems(own.title)) - {"the"}
        known = next((other for stems, other in seen if likeness(families, stems) >= _ONE_TITLE), None)
        seen.append((families, own))
        if known is None or known.parties == own.parties or (known.day and known.day == own.day):
            continue  # one order, or told of the day they share
        told = True
        yield own.passage.finding(
            OTHER_ORDER,
            own.start,
            own.end,
            quote=own.title,
            other=matter.label(known.passage.unit.id),
            otherwise=known.title,
        )
    states = tuple(party.state for party in matter.setting.parties)
    turned = next((one for one in notes if one.parties == states[::-1]), None)
    if told or turned is None or len(states) != _TWO:
        return
    names = {party.state: party.name for party in matter.setting.parties}
    yield turned.passage.finding(
        ORDER_OF_TITLE,
        turned.start,
        turned.end,
        quote=turned.title,
        cited=names[turned.parties[0]],
        own=names[states[0]],
    )


def _of_one_day(
    notes: Sequence[_Citation], first: dict[date, _Citation], matter: Matter
) -> Generator[Finding, None, bool]:
    """One day with two titles, or with *at* and *in*; whether the latter was told."""
    told = False
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
            told = True
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
    return told


CITATIONS = OfAgreement(_cited, _compare)
"""One instrument cited twice in different words."""


@dataclass(frozen=True, slots=True)
class _Recital:
    """A recital: how it begins, and the day of the one instrument it cites."""

    unit: Provision
    opening: str
    day: date | None


def _dated(unit: Provision, setting: Setting) -> Iterator[_Recital | Finding]:
    if unit.kind is not Kind.RECITAL:
        return
    if unit.children:
        yield from _by_date(unit)
    cited = [one for _, _, one in unit.text.of(CitedInstrument)]
    word = _FIRST_WORD.match(unit.text.plain)
    opening = setting.stemmer.stem(word.group()) if word else ""
    yield _Recital(unit, opening, cited[0].day if len(cited) == 1 else None)


def _by_date(recital: Provision) -> Iterator[Finding]:
    """The instruments listed in one recital."""
    latest: date | None = None
    for citation in recital.children:
        day = _day(citation)
        if day is None:
            continue
        if latest is not None and day < latest:
            quote = citation.text.plain[:120]
            yield at(NOT_BY_DATE, citation, quote=quote, earlier=day.isoformat(), later=latest.isoformat())
        latest = max(day, latest or day)


def _judge_order(notes: Sequence[_Recital | Finding], _matter: Matter) -> Iterator[Finding]:
    before: _Recital | None = None
    for note in notes:
        if isinstance(note, Finding):
            yield note
            continue
        alike = before is not None and note.opening == before.opening
        if alike and before is not None and note.day and before.day and note.day < before.day:
            earlier, later = note.day.isoformat(), before.day.isoformat()
            quote = in_short(note.unit.text.plain, 120)
            yield at(NOT_BY_DATE, note.unit, quote=quote, earlier=earlier, later=later)
        before = note


ORDER = OfAgreement(_dated, _judge_order)
"""Instruments that do not stand in the order of their dates: in the list of one recital, or recital by
recital where several that begin alike (*Recalling …*) cite one instrument each."""


def _day(citation: Provision) -> date | None:
    if citation.kind is not Kind.CITATION:
        return None
    return next((cited.day for _, _, cited in citation.text.of(CitedInstrument) if cited.day), None)
