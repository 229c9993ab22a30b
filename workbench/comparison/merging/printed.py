"""Printed numbers after a merge: where both sides put an article in, both printed the same number.

A source that was read keeps the labels it was printed with. Where those of all three texts counted on from
one unit to the next, those of the merged text do too. Where they did not (*bis*, the gap that a delegation
left where it struck a paragraph out), they stay as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.languages import language
from workbench.agreement.numbering import lettered, roman
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone

Style = tuple[re.Pattern[str], Callable[[int], str]]
Same = Mapping[ProvisionId, tuple[ProvisionId | None, ...]]

_RUNNING = (Kind.ARTICLE, Kind.SECTION)
"""These count on through chapters; all else starts anew below each provision."""


def counted_on(
    merged: Agreement, base: Agreement, sides: tuple[Agreement, Agreement], same: Same
) -> Agreement:
    """The merged text with printed numbers that count on, wherever those of base and sides did.

    `same` gives, for a provision of the merged text, what it is in base, ours and theirs.
    """
    if not merged.numbering.as_printed:
        return merged
    printed = [_rows(text) for text in (base, *sides)]
    styles = {
        kind: _style([row for (its, _), row in printed[0].items() if its is kind], base)
        for kind in {kind for kind, _ in printed[0]}
    }
    new: dict[ProvisionId, str] = {}
    for (kind, above), row in _rows(merged).items():
        style = styles.get(kind)
        there = (None, None, None) if above is None else same.get(above)
        if style is None or there is None:
            continue
        rows = [rows.get((kind, its), []) for rows, its in zip(printed, there, strict=True)]
        if all(_counts_on(one, style) for one in rows):
            new.update(_counted(row, style))
    return map_provisions(
        merged, lambda unit: replace(unit, printed=new[unit.id]) if unit.id in new else unit
    )


def _rows(agreement: Agreement) -> dict[tuple[Kind, ProvisionId | None], list[Provision]]:
    """The rows of units that count together, by kind and by what they stand under."""
    rows: dict[tuple[Kind, ProvisionId | None], list[Provision]] = {}

    def visit(units: Iterable[Provision], above: ProvisionId | None) -> None:
        for unit in units:
            if unit.printed:
                rows.setdefault((unit.kind, None if unit.kind in _RUNNING else above), []).append(unit)
            visit(unit.children, unit.id)

    for zone in (Zone.PREAMBLE, Zone.BODY):
        visit(agreement.zone(zone), None)
    return rows


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
        if all(_counts_on(row, style) for row in rows):
            return style
    return None


def _counts_on(row: list[Provision], style: Style) -> bool:
    return _counted(row, style) == {unit.id: unit.printed for unit in row}


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
