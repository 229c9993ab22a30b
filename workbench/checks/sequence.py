"""Numbers as they are printed: each once and none left out.

In a draft numbers are computed, so only a source can go wrong. Articles run through the chapters; a chapter
may begin at one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import BASIC, Kind, Provision, ProvisionId
from workbench.checks.matter import Matter, OfAgreement, Setting, at

TWICE = FindingKind("checks.number-twice", Severity.WARNING, "the number “{quote}” stands twice in one row")
LEFT_OUT = FindingKind(
    "checks.number-left-out",
    Severity.WARNING,
    "“{quote}” follows “{before}”: a number is left out between them",
)
_ROWS = (*BASIC, Kind.CROSSHEADING, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_MOST = 1
"""Numbers left out at once; where more are, the source itself is an extract or was read badly."""
_TWO = 2
_FEWEST = 3
_LOOSE = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
_FIRST = frozenset("(0123456789abcdefghабвгдеєж")
_LABEL = 12
"""Signs of a text in which its number stands."""
_ADDED = re.compile(r"\d\s?(?:bis|ter|quater|quinquies)\b|\d[A-Za-z]\b|[¹²³⁴-⁹]", re.IGNORECASE)
_REPEALED = re.compile(r"\b(?:repealed|deleted|reserved|svītrots|izslēgts|виключен\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A unit with the number printed at it, and the shape of such numbers."""

    unit: Provision
    value: int
    style: str


def _note(unit: Provision, setting: Setting) -> Iterator[_Printed]:
    if not setting.imported or unit.kind not in _ROWS or _ADDED.search(unit.printed or ""):
        return
    # Here, because recognition takes a while to load and the window lists the rules without reading anything.
    from workbench.recognition import labels

    if unit.kind is Kind.CROSSHEADING:
        heading = labels.read_word(unit.text.plain)
        if heading is not None and heading.kind in BASIC and heading.end == len(unit.text.plain):
            yield _Printed(unit, heading.value, heading.style)
        return
    # A number that fits no row is left in the text of a unit without one: that is where a row is broken.
    opening = f"{unit.printed} " if unit.printed else unit.text.plain[:_LABEL]
    if not unit.printed and not (unit.kind in _LOOSE and opening[:1] in _FIRST):
        return
    label = labels.read(opening)
    if label is not None and label.value and not label.suffix:
        yield _Printed(unit, label.value, label.style)


def _judge(notes: Sequence[_Printed], matter: Matter) -> Iterator[Finding]:
    if not notes or any(_REPEALED.search(unit.words) for kind in BASIC for unit in matter.of_kind(kind)):
        return
    printed = {note.unit.id: note for note in notes}
    basic = [unit for unit in matter.units if unit.kind in BASIC]
    annexed = {unit.id for top in matter.agreement.annexes for unit in top.walk()}
    rows = [[unit for unit in basic if unit.id not in annexed]]
    rows.extend(
        [row for row in unit.children if row.kind is kind]
        for unit in matter.units
        if unit.id not in annexed
        for kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
    )
    for row in rows:
        yield from _in_row([printed.get(unit.id) for unit in row if unit.printed])
    values = {printed[unit.id].value for unit in basic if unit.id in printed and unit.id not in annexed}
    for unit in matter.of_kind(Kind.CROSSHEADING):
        if unit.id in printed and unit.id not in annexed and printed[unit.id].value in values:
            yield at(TWICE, unit, quote=unit.text.plain)
    for unit in matter.units:
        if unit.id not in annexed:
            yield from _broken(unit.children, printed)


SEQUENCE = OfAgreement(_note, _judge)
"""A number printed twice, and one left out, in a row of articles, paragraphs or points."""


def _in_row(row: Sequence[_Printed | None]) -> Iterator[Finding]:
    """What is wrong in one row; nothing is said of a row that is wrong throughout: it was read badly."""
    if len(row) < _FEWEST or any(one is None for one in row):
        return
    known = [one for one in row if one is not None]
    if known[0].value != 1 or len({one.style for one in known}) > 1:
        return
    faults = [
        (before, after)
        for before, after in pairwise(known)
        if after.value != before.value + 1 and after.value != 1
    ]
    if len(faults) == _TWO and faults[0][1] is faults[1][0] and faults[0][0].value == faults[0][1].value:
        faults = faults[:1]  # (b) (b) (d): one slip
    if len(faults) > 1:
        return
    for before, after in faults:
        if after.value == before.value:
            yield at(TWICE, after.unit, quote=after.unit.printed or "")
        elif 0 < after.value - before.value - 1 <= _MOST:
            yield at(LEFT_OUT, after.unit, quote=after.unit.printed or "", before=before.unit.printed or "")


def _broken(children: Sequence[Provision], printed: Mapping[ProvisionId, _Printed]) -> Iterator[Finding]:
    """A unit without a number of its own whose text begins with the next number but one of its row."""
    last: dict[str, _Printed] = {}
    rows = (row for child in children for row in (child, *(one for one in child.children if not one.printed)))
    for child in rows:
        note = printed.get(child.id)
        if note is None:
            continue
        before = last.get(note.style)
        if not child.printed and before is not None and note.value - before.value == _MOST + 1:
            quote = child.text.plain.split()[0]
            yield at(LEFT_OUT, child, quote=quote, before=before.unit.printed or "")
        last[note.style] = note
