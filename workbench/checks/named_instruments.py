"""Instruments named in short, *the 2009 Agreement*, *the former Memorandum*: something must cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CitedInstrument, Date, DefinedTerm
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

OF_NO_YEAR = FindingKind(
    "checks.instrument-not-cited",
    Severity.WARNING,
    "“{quote}” is named, but nothing in this text cites an instrument of {year}",
)
OF_NO_FORM = FindingKind(
    "checks.former-instrument",
    Severity.WARNING,
    "“{quote}”: nothing before it cites an instrument that this could mean",
)
_YEAR = {
    "en": re.compile(
        r"\b[Tt]he (?P<year>(?:19|20)\d\d) "
        r"(?P<what>Agreement|Treaty|Memorandum|Arrangement|Protocol|Convention|Declaration|MoU|Accord)\b"
    ),
    "lv": re.compile(
        r"(?P<year>(?:19|20)\d\d)\. gada "
        r"(?P<what>Vienošan|Līgum|Nolīgum|Memorand|Protokol|Konvencij|Deklarācij)\w*"
    ),
    "uk": re.compile(
        r"(?P<what>Угод|Догов|Меморандум|Протокол|Конвенці|Деклараці)\w* "
        r"(?:від )?(?P<year>(?:19|20)\d\d) року"
    ),
}
_FORMER = {
    "en": re.compile(
        r"\b[Tt]he (?:former|previous|earlier|above-?mentioned|aforementioned|aforesaid) "
        r"(?P<what>Agreement|Treaty|Memorandum|Arrangement|Protocol|Convention|Declaration)\b"
    ),
    "lv": re.compile(
        r"\b(?:[Ii]epriekšēj|[Ii]epriekš minēt|[Aa]grāk)\w+ "
        r"(?P<what>Vienošan|Līgum|Nolīgum|Memorand|Protokol|Konvencij|Deklarācij)\w*"
    ),
    "uk": re.compile(
        r"\b(?:[Пп]опередн|[Кк]олишн|[Вв]ищезазначен|[Вв]ищезгадан)\w+ "
        r"(?P<what>Угод|Догов|Меморандум|Протокол|Конвенці|Деклараці)\w*"
    ),
}
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WRITTEN = re.compile(r"\s+(?:[a-z]{3,}ing|on|of|between|among|concerning|par|starp|про|між)\s+[\w“„«\"]")
"""Behind these the instrument is named in full, by its year: *the 1982 Convention on the Law of the Sea*."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An instrument named in short, by its year or as the one before."""

    passage: Passage
    start: int
    end: int
    what: str
    year: str


@dataclass(frozen=True, slots=True)
class _Introduced:
    """Years and names of instruments that the text cites or gives a short name."""

    words: str


def _note(unit: Provision, setting: Setting) -> Iterator[_Named | _Introduced]:
    if setting.language not in _YEAR:
        return
    for passage in passages(unit):
        plain = passage.plain
        spans: list[tuple[int, int]] = []
        if unit.kind in (Kind.CITATION, Kind.TITLE_LINE):
            yield _Introduced(plain)
            continue
        if unit.kind is Kind.RECITAL:
            yield _Introduced(_YEAR[setting.language].sub("", _FORMER[setting.language].sub("", plain)))
        for _, _, named in passage.text.of(Date):
            yield _Introduced(str(named.day.year))
        for start, end, _ in passage.text.of(CitedInstrument):
            spans.append((start, end))
            yield _Introduced(plain[start : end + 40])
        for start, end, term in passage.text.of(DefinedTerm):
            if term.defines:
                spans.append((start, end))
                yield _Introduced(plain[start:end])
        for pattern in (_YEAR[setting.language], _FORMER[setting.language]):
            for found in pattern.finditer(plain):
                inside = any(s < found.end() and found.start() < e for s, e in spans)
                if inside or _WRITTEN.match(plain, found.end()):
                    yield _Introduced(found.group())
                    continue
                year = found.groupdict().get("year") or ""
                yield _Named(passage, *found.span(), found["what"], year)


def _judge(notes: Sequence[_Named | _Introduced], _matter: Matter) -> Iterator[Finding]:
    said = " | ".join(note.words for note in notes if isinstance(note, _Introduced))
    years = set(_ANY_YEAR.findall(said))
    low = said.casefold()
    for note in notes:
        if isinstance(note, _Introduced):
            continue
        if note.year and note.year not in years:
            yield note.passage.finding(OF_NO_YEAR, note.start, note.end, year=note.year)
        elif not note.year and note.what.casefold()[:6] not in low:
            yield note.passage.finding(OF_NO_FORM, note.start, note.end)


NAMED_INSTRUMENTS = OfAgreement(_note, _judge)
"""Short names of instruments that nothing introduces."""
