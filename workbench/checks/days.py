"""Days: one that no calendar has, and an instrument that would be younger than the text citing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.quoting import in_short
from workbench.agreement.text import CitedInstrument, Date
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Passage, Setting, passages

NO_SUCH_DAY = FindingKind(
    "checks.no-such-day", Severity.ERROR, "“{quote}” is in no calendar; correct the day or the month"
)
YOUNGER = FindingKind(
    "checks.younger-than-the-text",
    Severity.WARNING,
    "“{quote}”: the preamble or a citation has the day {day}, but this text is done on {done}; one is wrong",
)


def _impossible(unit: Provision, _setting: Setting) -> Iterator[Finding]:
    # Here, because recognition takes a while to load and the window lists the rules without reading anything.
    from workbench.recognition.dates import impossible

    for passage in passages(unit):
        for start, end in impossible(passage.plain):
            yield passage.finding(NO_SUCH_DAY, start, end)


_PAIR = 2

DAYS = OfProvision(_impossible)
"""Days such as 31 June."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """The day of a cited instrument."""

    passage: Passage
    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class _Done:
    """The day on which the text itself is done."""

    day: date


def _note(unit: Provision, _setting: Setting) -> Iterator[_Cited | _Done]:
    if unit.kind is Kind.DONE_AT:
        yield from (_Done(date_.day) for _, _, date_ in unit.text.of(Date)[:1])
        return
    for passage in passages(unit):
        if unit.kind in (Kind.RECITAL, Kind.CITATION):  # what a preamble recalls has been
            for start, end, named in passage.text.of(Date):
                yield _Cited(passage, start, end, named.day)
            continue
        for start, end, cited in passage.text.of(CitedInstrument):
            if cited.day is not None:
                yield _Cited(passage, start, end, cited.day)


def _judge(notes: Sequence[_Cited | _Done], matter: Matter) -> Iterator[Finding]:
    done = next((note.day for note in notes if isinstance(note, _Done)), None)
    if done is None or len(matter.setting.parties) != _PAIR:
        return  # a treaty of many is printed as amended, years after it was done
    for note in notes:
        if isinstance(note, _Cited) and note.day > done:
            quote = in_short(note.passage.plain[note.start : note.end], 100)
            yield note.passage.finding(
                YOUNGER, note.start, note.end, quote=quote, day=note.day.isoformat(), done=done.isoformat()
            )


YOUNGER_INSTRUMENTS = OfAgreement(_note, _judge)
"""Cited instruments dated after the day on which the text is done."""
