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
        self.counts: dict[tuple[str, str], int] = {}

    def name(self, agreement: Agreement) -> dict[ProvisionId, str]:
        for unit in agreement.title:
            if unit.kind is Kind.TITLE_LINE and is_leaf(unit):
                self._take(unit, "longTitle", "p")
            else:
                self._block(unit, "preface")
        for unit in agreement.preamble:
            self._preamble(unit)
        for unit in agreement.body:
            self._hierarchy(unit, "", "", top=True)
        for unit in agreement.closing:
            self._block(unit, "conclusions")
        for unit in agreement.annexes:
            prefix = self._take(unit, "", "attachment")
            for child in unit.children:
                self._hierarchy(child, prefix, prefix, top=True)
        return self.names

    def _preamble(self, unit: Provision) -> None:
        if unit.kind not in (Kind.RECITAL, Kind.CITATION):
            self._block(unit, "preamble")
            return
        name = self._take(unit, "", "recital" if unit.kind is Kind.RECITAL else "citation")
        for child in unit.children:
            if is_citing(unit):
                self._take(child, f"{name}__list_1", "item")
            else:
                self._block(child, name)

    def _block(self, unit: Provision, prefix: str) -> None:
        if is_regular_table(unit) and not unit.heading:
            element = "table"
        elif prefix in ("preamble", "conclusions") and unit.kind in FORMULAS:
            element = "formula"
        else:
            element = "p" if is_leaf(unit) and unit.kind is not Kind.SIGNATURE_BLOCK else "blockContainer"
        name = self._take(unit, prefix, element)
        if is_regular_table(unit):
            self._table(unit, name if element == "table" else f"{name}__table_1")
            return
        for child in unit.children:
            self._block(child, name)

    def _hierarchy(self, unit: Provision, prefix: str, root: str, *, top: bool = False) -> None:
        if unit.kind is Kind.CROSSHEADING and is_leaf(unit) and not top:
            element = "crossHeading"
        else:
            element = HIERARCHY.get(unit.kind, "hcontainer")
        number = self.counted[unit.id].number if unit.kind in HIERARCHY else None
        name = self._take(unit, root if unit.kind is Kind.ARTICLE else prefix, element, number)
        if is_regular_table(unit):
            self._table(unit, f"{name}__table_1")
            return
        lists_before = 0
        for is_list, run in lists(unit):
            lists_before += is_list
            for child in run:
                self._hierarchy(child, f"{name}__list_{lists_before}" if is_list else name, root)

    def _table(self, unit: Provision, name: str) -> None:
        for row in unit.children:
            row_name = self._take(row, name, "tr")
            for cell in row.children:
                self._take(cell, row_name, "td")

    def _take(self, unit: Provision, prefix: str, element: str, number: str | None = None) -> str:
        """The eId of a unit: by its number, otherwise by its ordinal among its siblings.

        Where that is taken, the next free one: alternatives share a number, a source may repeat one.
        """
        short = ABBREVIATIONS.get(element, element)
        ordinal = self.counts[prefix, short] = self.counts.get((prefix, short), 0) + 1
        wanted = "__".join(part for part in (prefix, f"{short}_{number_part(number) or ordinal}") if part)
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
