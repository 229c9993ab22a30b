"""Printed numbers after a merge: where both sides put an article in, both printed the same number.

A source that was read keeps the labels it was printed with. Where those of the base counted on from one unit
to the next, those of the merged text do too; labels that did not (*bis*, gaps) stay as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.languages import language
from workbench.agreement.numbering import lettered, roman
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone

Style = tuple[re.Pattern[str], Callable[[int], str]]

_RUNNING = (Kind.ARTICLE, Kind.SECTION)
"""These count on through chapters; all else starts anew below each provision."""


def counted_on(merged: Agreement, base: Agreement) -> Agreement:
    """The merged text with printed numbers that count on, wherever those of the base did."""
    if not merged.numbering.as_printed:
        return merged
    styles = {kind: _style(rows, base) for kind, rows in _rows(base).items()}
    new: dict[ProvisionId, str] = {}
    for kind, rows in _rows(merged).items():
        style = styles.get(kind)
        if style is not None:
            for row in rows:
                new.update(_counted(row, style))
    return map_provisions(
        merged, lambda unit: replace(unit, printed=new[unit.id]) if unit.id in new else unit
    )


def _rows(agreement: Agreement) -> dict[Kind, list[list[Provision]]]:
    """For each kind the rows of units that count together."""
    rows: dict[tuple[Kind, ProvisionId | None], list[Provision]] = {}

    def visit(units: Iterable[Provision], above: ProvisionId | None) -> None:
        for unit in units:
            if unit.printed:
                rows.setdefault((unit.kind, None if unit.kind in _RUNNING else above), []).append(unit)
            visit(unit.children, unit.id)

    for zone in (Zone.PREAMBLE, Zone.BODY):
        visit(agreement.zone(zone), None)
    found: dict[Kind, list[list[Provision]]] = {}
    for (kind, _), row in rows.items():
        found.setdefault(kind, []).append(row)
    return found


def _style(rows: list[list[Provision]], base: Agreement) -> Style | None:
    """The way in which all these rows count from one, or None when they do not."""
    letters = language(base.language).letters
    styles: tuple[Style, ...] = (
        (re.compile(r"\d+(?!\S*\d)"), str),
        (re.compile(r"\b[IVXLC]+\b"), roman),
        (re.compile(r"\b[ivxlc]+\b"), lambda n: roman(n).lower()),
        (re.compile(r"\b[^\W\d_]{1,2}\b"), lambda n: lettered(n, letters)),
    )
    for style in styles:
        if all(_counted(row, style) == {unit.id: unit.printed for unit in row} for row in rows):
            return style
    return None


def _counted(row: list[Provision], style: Style) -> dict[ProvisionId, str]:
    """The labels of a row as they count from one; alternatives of one choice share a number."""
    pattern, number = style
    labels: dict[ProvisionId, str] = {}
    ordinal, chosen = 0, set[str]()
    for unit in row:
        if not (unit.choice and unit.choice in chosen):
            ordinal += 1
        chosen.add(unit.choice)
        printed = unit.printed or ""
        place = pattern.search(printed)
        if place is None:
            return {}
        labels[unit.id] = printed[: place.start()] + number(ordinal) + printed[place.end() :]
    return labels
