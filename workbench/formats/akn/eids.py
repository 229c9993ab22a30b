"""eIds: each unit named by its place, after the Naming Convention (`art_6__para_2__list_1__point_a`).

Articles run on through chapters and annexes are documents of their own, so an article's eId starts anew at
its component; everything below is prefixed by what it stands in. The number is the computed one, so eIds
change on renumbering; what never changes is the GUID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.formats.akn.vocabulary import ABBREVIATIONS, FORMULAS, HIERARCHY


def eids(agreement: Agreement) -> dict[ProvisionId, str]:
    """The eId of every provision of the agreement, as its file will have it."""
    return _Namer(numbers(agreement)).name(agreement)


def is_leaf(unit: Provision) -> bool:
    """Whether a unit is nothing but its wording."""
    return not (unit.heading or unit.children or unit.wrap_up)


def is_regular_table(unit: Provision) -> bool:
    """Whether a table has nothing but rows of plain cells, as AKN's `table` wants it."""
    return (
        unit.kind is Kind.TABLE
        and bool(unit.children)
        and not unit.wrap_up
        and all(
            row.kind is Kind.ROW
            and bool(row.children)
            and not (row.text or row.heading or row.wrap_up)
            and all(cell.kind is Kind.CELL and is_leaf(cell) for cell in row.children)
            for row in unit.children
        )
    )


def is_one_list(unit: Provision) -> bool:
    """Whether a unit introduces a list and holds nothing else, so that its words belong to the list."""
    return bool(unit.children) and all(child.kind is Kind.POINT for child in unit.children)


def lists(unit: Provision) -> Iterator[tuple[bool, tuple[Provision, ...]]]:
    """The children in runs: (whether they are points of one list, the children)."""
    for is_list, run in groupby(unit.children, key=lambda child: child.kind is Kind.POINT):
        yield is_list, tuple(run)


def is_citing(unit: Provision) -> bool:
    """Whether a recital ends in a plain list of instruments."""
    return bool(unit.children) and all(c.kind is Kind.CITATION and is_leaf(c) for c in unit.children)


class _Namer:
    def __init__(self, counted: dict[ProvisionId, Number]) -> None:
        self.counted = counted
        self.names: dict[ProvisionId, str] = {}
        self.used: set[str] = set()
        self.chosen: dict[tuple[str, str], int] = {}

    def name(self, agreement: Agreement) -> dict[ProvisionId, str]:
        self._title(agreement.title)
        self._preamble(agreement.preamble)
        for ordinal, unit in self._ordinals(agreement.body):
            self._hierarchy(unit, "", "", ordinal, top=True)
        for ordinal, unit in self._ordinals(agreement.closing):
            self._block(unit, "conclusions", ordinal)
        for ordinal, unit in enumerate(agreement.annexes, start=1):
            prefix = self._take(unit, f"att_{ordinal}")
            for index, child in self._ordinals(unit.children):
                self._hierarchy(child, prefix, prefix, index, top=True)
        return self.names

    def _title(self, units: tuple[Provision, ...]) -> None:
        lines = 0
        for ordinal, unit in self._ordinals(units):
            if unit.kind is Kind.TITLE_LINE and is_leaf(unit):
                lines += 1
                self._take(unit, f"longTitle__p_{lines}")
            else:
                self._block(unit, "preface", ordinal)

    def _preamble(self, units: tuple[Provision, ...]) -> None:
        for ordinal, unit in self._ordinals(units):
            if unit.kind in (Kind.RECITAL, Kind.CITATION):
                name = self._take(unit, f"{'rec' if unit.kind is Kind.RECITAL else 'cit'}_{ordinal}")
                inner = f"{name}__list_1" if is_citing(unit) else name
                for index, child in self._ordinals(unit.children):
                    if is_citing(unit):
                        self._take(child, f"{inner}__item_{index}")
                    else:
                        self._block(child, inner, index)
            else:
                self._block(unit, "preamble", ordinal)

    def _block(self, unit: Provision, prefix: str, ordinal: int) -> None:
        if is_regular_table(unit) and not unit.heading:
            element = "table"
        elif prefix in ("preamble", "conclusions") and unit.kind in FORMULAS:
            element = "formula"
        else:
            element = "p" if is_leaf(unit) and unit.kind is not Kind.SIGNATURE_BLOCK else "blockContainer"
        name = self._take(unit, f"{prefix}__{element}_{ordinal}")
        if is_regular_table(unit):
            self._table(unit, name if element == "table" else f"{name}__table_1")
            return
        for index, child in self._ordinals(unit.children):
            self._block(child, name, index)

    def _hierarchy(self, unit: Provision, prefix: str, root: str, ordinal: int, *, top: bool = False) -> None:
        if unit.kind is Kind.CROSSHEADING and is_leaf(unit) and not top:
            element = "crossHeading"
        else:
            element = HIERARCHY.get(unit.kind, "hcontainer")
        number = self.counted[unit.id].number if unit.kind in HIERARCHY else None
        above = root if unit.kind is Kind.ARTICLE else prefix
        short = ABBREVIATIONS.get(element, element)
        name = self._take(
            unit, "__".join(part for part in (above, f"{short}_{number_part(number) or ordinal}") if part)
        )
        if is_regular_table(unit):
            self._table(unit, f"{name}__table_1")
            return
        run_number = 0
        ordinals = {child.id: index for index, child in self._ordinals(unit.children)}
        for is_list, run in lists(unit):
            run_number += is_list
            inner = f"{name}__list_{run_number}" if is_list else name
            for child in run:
                self._hierarchy(child, inner, root, ordinals[child.id])

    def _table(self, unit: Provision, name: str) -> None:
        for row_number, row in enumerate(unit.children, start=1):
            row_name = self._take(row, f"{name}__tr_{row_number}")
            for cell_number, cell in enumerate(row.children, start=1):
                self._take(cell, f"{row_name}__td_{cell_number}")

    def _ordinals(self, units: tuple[Provision, ...]) -> Iterator[tuple[int, Provision]]:
        """Each unit with its ordinal among its siblings of the same kind."""
        counts: dict[str, int] = {}
        for unit in units:
            group = unit.kind if unit.kind in HIERARCHY or unit.kind in (Kind.RECITAL, Kind.CITATION) else ""
            counts[group] = counts.get(group, 0) + 1
            yield counts[group], unit

    def _take(self, unit: Provision, wanted: str) -> str:
        """The wanted name, or the next free one: alternatives share a number, a source may repeat one."""
        name = wanted
        extra = 1
        while name in self.used:
            name = f"{wanted}-alt-{extra}" if unit.choice else f"{wanted}-{extra + 1}"
            extra += 1
        self.used.add(name)
        self.names.setdefault(unit.id, name)
        return name


def number_part(number: str | None) -> str:
    """A bare number as an eId writes it: "1.1" -> "1-1", "5 bis" -> "5bis"; letters of any script stay."""
    if not number:
        return ""
    joined = re.sub(r"(?<=\w)[^\w\s]+(?=\w)", "-", number)
    return re.sub(r"[^\w-]|_", "", joined).strip("-")
