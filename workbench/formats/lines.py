"""An agreement as it stands on the page: a flat row of lines, with numbers computed and depth known.

The writers of text, HTML and PDF all print these lines, so that they cannot differ in what they print.
Nothing internal is among them: comments, notes, provenance are not part of any line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import (
    Alternative,
    AnyValue,
    Bracket,
    Comment,
    CrossReference,
    Emphasis,
    Footnote,
    Placeholder,
    Style,
    Text,
)
from workbench.agreement.tree import BASIC, EMPTY, GROUPING, Agreement, Kind, Provision, ProvisionId


class Role(StrEnum):
    """What a line is on the page."""

    TITLE = "title"
    MARKING = "marking"
    GROUP = "group"
    ARTICLE = "article"
    SECTION = "section"
    ANNEX = "annex"
    CROSSHEADING = "crossheading"
    CLAUSE = "clause"
    CLOSING = "closing"
    TABLE = "table"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `number` is printed at its head, `heading` beside or below it; `depth` counts indents from 0.

    A TABLE has `rows` of cells; SIGNATURES have the signatories in `cells`, to stand side by side.
    """

    role: Role
    text: Text = EMPTY
    number: str = ""
    heading: Text = EMPTY
    depth: int = 0
    unit: ProvisionId | None = None
    rows: tuple[tuple[Text, ...], ...] = ()
    cells: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; `note` is a footnote that stands here, `target` the provision they refer to."""

    words: str
    styles: tuple[Style, ...] = ()
    note: str | None = None
    target: ProvisionId | None = None
    names: tuple[str, ...] = field(default=())


def lines(agreement: Agreement) -> Iterator[Line]:
    """The lines of an agreement from top to bottom."""
    printer = _Printer(numbers(agreement))
    for unit in agreement.title:
        yield from printer.title(unit)
    if agreement.marking:
        yield Line(Role.MARKING, Text(agreement.marking))
    for zone in (agreement.preamble, agreement.body, agreement.closing, agreement.annexes):
        for unit in zone:
            yield from printer.unit(unit, 0)


def runs(text: Text) -> Iterator[Run]:
    """A text cut where its look changes. Comments are left out."""
    marked = [mark for mark in text.marks if not isinstance(mark.value, Comment)]
    places = sorted({0, len(text), *(m.start for m in marked), *(m.end for m in marked)})
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        for mark in marked:
            if isinstance(mark.value, Footnote) and mark.end == start:
                yield Run("", note=mark.value.text)
        if start == end:
            continue
        values = [mark.value for mark in marked if mark.start <= start and mark.end >= end]
        styles = dict.fromkeys(value.style for value in values if isinstance(value, Emphasis))
        yield Run(
            text.plain[start:end],
            tuple(styles),
            target=next(
                (ProvisionId(v.target) for v in values if isinstance(v, CrossReference) and v.target), None
            ),
            names=tuple(name for value in values if (name := _name(value))),
        )


def _name(value: AnyValue) -> str:
    """What a reader of the page may want to see marked."""
    match value:
        case Placeholder(filled=False):
            return "placeholder"
        case Bracket():
            return "bracket"
        case Alternative():
            return "alternative"
        case _:
            return ""


class _Printer:
    def __init__(self, counted: dict[ProvisionId, Number]) -> None:
        self.counted = counted

    def title(self, unit: Provision) -> Iterator[Line]:
        if unit.kind is not Kind.TITLE_LINE:
            yield from self.unit(unit, 0)
            return
        for text in (unit.heading, unit.text):
            if text:
                yield Line(Role.TITLE, text, unit=unit.id)
        for child in unit.children:
            yield from self.title(child)
        if unit.wrap_up:
            yield Line(Role.TITLE, unit.wrap_up)

    def unit(self, unit: Provision, depth: int) -> Iterator[Line]:
        number = self.counted[unit.id].printed
        match unit.kind:
            case Kind.SIGNATURE_BLOCK:
                yield from self._signatures(unit)
            case Kind.TABLE if all(row.kind is Kind.ROW for row in unit.children):
                yield from self._table(unit, depth)
            case Kind.CROSSHEADING | Kind.TITLE_LINE:
                yield Line(Role.CROSSHEADING, unit.text, number, unit.heading, unit=unit.id)
                yield from self._below(unit, depth)
            case kind if kind in GROUPING or kind in BASIC or kind is Kind.ANNEX:
                yield Line(_HEADED.get(kind, Role.GROUP), EMPTY, number, unit.heading, unit=unit.id)
                if unit.text:
                    yield Line(Role.CLAUSE, unit.text)
                yield from self._below(unit, 0)
            case kind:
                inner = max(depth, 1) if kind is Kind.POINT else depth
                role = (
                    Role.CLOSING if kind in (Kind.TESTIMONIUM, Kind.DONE_AT, Kind.SIGNATORY) else Role.CLAUSE
                )
                yield Line(role, unit.text, number, unit.heading, inner, unit.id)
                yield from self._below(unit, inner + 1, inner)

    def _below(self, unit: Provision, depth: int, own: int = 0) -> Iterator[Line]:
        for child in unit.children:
            yield from self.unit(child, depth)
        if unit.wrap_up:
            yield Line(Role.CLAUSE, unit.wrap_up, depth=own)

    def _table(self, unit: Provision, depth: int) -> Iterator[Line]:
        if unit.heading or unit.text:
            yield Line(Role.CROSSHEADING, unit.text, heading=unit.heading)
        rows = tuple(tuple(_whole(cell) for cell in row.children) or (_whole(row),) for row in unit.children)
        yield Line(Role.TABLE, depth=depth, unit=unit.id, rows=rows)
        if unit.wrap_up:
            yield Line(Role.CLAUSE, unit.wrap_up, depth=depth)

    def _signatures(self, unit: Provision) -> Iterator[Line]:
        if unit.heading or unit.text:
            yield Line(Role.CLOSING, unit.text, heading=unit.heading)
        yield Line(Role.SIGNATURES, unit=unit.id, cells=tuple(_whole(child) for child in unit.children))
        if unit.wrap_up:
            yield Line(Role.CLOSING, unit.wrap_up)


_HEADED = {Kind.ARTICLE: Role.ARTICLE, Kind.SECTION: Role.SECTION, Kind.ANNEX: Role.ANNEX}


def _whole(unit: Provision) -> Text:
    """All wording of a small unit, line under line."""
    parts = [unit.heading, unit.text, *(_whole(child) for child in unit.children), unit.wrap_up]
    whole = EMPTY
    for part in parts:
        if part:
            whole = whole + "\n" + part if whole else part
    return whole
