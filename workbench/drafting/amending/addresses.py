"""Places of an agreement: cited for the unit that stands there, and found again from the citation."""

from __future__ import annotations

import re

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone
from workbench.drafting.amending.instruction import Address, Step

_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_LINES = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
_CITED = (*BASIC, *GROUPING, *INNER, Kind.RECITAL, Kind.ANNEX)


class Addresses:
    """The places of one agreement, with every unit's parent, computed once."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.numbers: dict[ProvisionId, Number] = numbers(agreement)
        self.above: dict[ProvisionId, Provision] = {}
        self.zones: dict[ProvisionId, Zone] = {}
        for zone in Zone:
            for top in agreement.zone(zone):
                for unit in top.walk():
                    self.zones[unit.id] = zone
                    for child in unit.children:
                        self.above[child.id] = unit

    def of(self, unit: Provision) -> Address | None:
        """How an instruction cites a unit; None where no citation would find it again."""
        if unit.kind not in _CITED:
            return None
        steps = [self._step(unit)]
        above = self.above.get(unit.id)
        while above is not None:
            if steps[0].kind not in BASIC or above.kind in (*BASIC, Kind.ANNEX):
                if above.kind not in _CITED:
                    return None
                if steps[0].kind not in GROUPING or above.kind is Kind.ANNEX:
                    steps.insert(0, self._step(above))
            above = self.above.get(above.id)
        address = Address(tuple(steps))
        found = self.find(address)
        return address if found is not None and found.id == unit.id else None

    def find(self, address: Address) -> Provision | None:
        """The unit an address names, or None."""
        if not address.steps:
            return None
        first, *inner = address.steps
        unit = self._outermost(first)
        for step in inner:
            if unit is None:
                return None
            unit = self._below(unit, step)
        return unit

    def siblings(self, unit: Provision) -> tuple[Provision, ...]:
        """The row a unit stands in."""
        above = self.above.get(unit.id)
        return above.children if above is not None else self.agreement.zone(self.zones[unit.id])

    def row(self, unit: Provision, last: str) -> tuple[Provision, ...]:
        """The units of one kind from `unit` to the one with the number `last`, in the order of the text."""
        if not last:
            return (unit,)
        zone = self.zones[unit.id]
        if unit.kind in BASIC and zone is Zone.BODY:
            # Articles run on through chapters; a section inside a section is of its own row.
            pool = [u for top in self.agreement.body for u in _outer(top) if u.kind is unit.kind]
        else:
            pool = []
        if not any(other.id == unit.id for other in pool):
            pool = [u for u in self.siblings(unit) if u.kind is unit.kind]
        start = next(index for index, other in enumerate(pool) if other.id == unit.id)
        for index in range(start, len(pool)):
            if _same(self._number(pool[index]), last):
                return tuple(pool[start : index + 1])
        return ()

    def _number(self, unit: Provision) -> str:
        return self.numbers[unit.id].number or ""

    def _step(self, unit: Provision) -> Step:
        number = self._number(unit)
        if number or unit.kind is Kind.ANNEX:
            return Step(unit.kind, number)
        above = self.above.get(unit.id)
        row = [other for other in self.siblings(unit) if other.kind is unit.kind]
        if above is not None and above.kind in INNER and unit.kind in _LINES:
            row = _lines(above) if unit.text else row
        ordinal = next(index for index, other in enumerate(row, start=1) if other.id == unit.id)
        return Step(unit.kind, str(ordinal), ordinal=True)

    def _outermost(self, step: Step) -> Provision | None:
        agreement = self.agreement
        match step.kind:
            case Kind.RECITAL:
                return _nth([u for u in agreement.preamble if u.kind is Kind.RECITAL], step.number)
            case Kind.ANNEX:
                if not step.number:
                    return agreement.annexes[0] if len(agreement.annexes) == 1 else None
                named = [u for u in agreement.annexes if _same(self._number(u), step.number)]
                return named[0] if named else _nth(list(agreement.annexes), step.number)
            case _:
                pool = [u for top in agreement.body for u in _outer(top)]
                return self._numbered(pool, step)

    def _below(self, unit: Provision, step: Step) -> Provision | None:
        if step.ordinal and step.kind in _LINES and unit.kind in INNER:
            return _nth(_lines(unit), step.number)
        pool = [u for child in unit.children for u in _outer(child)]
        found = self._numbered(pool, step)
        if found is None and len(unit.children) == 1:  # a point of the only, unnumbered paragraph
            return self._below(unit.children[0], step)
        return found

    def _numbered(self, pool: list[Provision], step: Step) -> Provision | None:
        kinds = BASIC if step.kind in BASIC else INNER if step.kind in INNER else (step.kind,)
        exact = [u for u in pool if u.kind is step.kind]
        if step.ordinal:
            return _nth(exact or [u for u in pool if u.kind in kinds], step.number)
        for row in (exact, [u for u in pool if u.kind in kinds]):
            named = [u for u in row if _same(self._number(u), step.number)]
            if named:
                return named[0]
        bare = [u for u in exact if not self._number(u)]
        return _nth(exact, step.number) if bare and len(bare) == len(exact) else None


def _lines(unit: Provision) -> list[Provision]:
    """What *the second subparagraph*, *абзац другий* counts inside a paragraph: its own words first."""
    return [inner for inner in unit.walk() if inner.text]


def _outer(unit: Provision) -> list[Provision]:
    """A unit, with what a chapter or part holds: articles are cited without it."""
    if unit.kind in GROUPING:
        return [unit, *(inner for child in unit.children for inner in _outer(child))]
    return [unit]


def _same(one: str, other: str) -> bool:
    return bool(one) and _plain(one) == _plain(other)


def _plain(number: str) -> str:
    """A number without spaces, *5¹*, *5-1* and *5.1* being one."""
    figures = re.sub(r"(?<=\d)[.-](?=\d)|(?<=\d)(?=[¹²³⁴⁵⁶⁷⁸⁹⁰])", "^", "".join(number.casefold().split()))
    return figures.translate(_RAISED).strip(".()")


def _nth(row: list[Provision], number: str) -> Provision | None:
    if not number.isdecimal() or not 1 <= int(number) <= len(row):
        return None
    return row[int(number) - 1]
