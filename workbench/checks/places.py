"""Where a provision stands: its chain of units from the article down, each with its present number."""

from __future__ import annotations

from collections.abc import Collection

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId

_CITED = (*BASIC, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT, Kind.ANNEX)


class Places:
    """The numbers and ancestors of every provision of one agreement, computed once.

    With `of` only these provisions and what is above them are numbered.
    """

    def __init__(self, agreement: Agreement, of: Collection[ProvisionId] | None = None) -> None:
        self._above: dict[ProvisionId, Provision] = {}
        self._units: dict[ProvisionId, Provision] = {}
        for unit in agreement.walk():
            self._units[unit.id] = unit
            for child in unit.children:
                self._above[child.id] = unit
        within = None if of is None else self.with_all_above(of)
        self.numbers: dict[ProvisionId, Number] = numbers(agreement, within=within)

    def with_all_above(self, provisions: Collection[ProvisionId]) -> set[ProvisionId]:
        """These provisions, as far as they stand here, and every unit they stand in."""
        found: set[ProvisionId] = set()
        for provision in provisions:
            unit = self._units.get(provision)
            while unit is not None and unit.id not in found:
                found.add(unit.id)
                unit = self._above.get(unit.id)
        return found

    def __contains__(self, provision: object) -> bool:
        return provision in self._units

    def label(self, provision: ProvisionId) -> str:
        """How the text cites the provision."""
        return self.numbers[provision].label

    def unit(self, provision: ProvisionId) -> Provision:
        """The provision itself."""
        return self._units[provision]

    def chain(self, provision: ProvisionId) -> tuple[Provision, ...]:
        """The provision and the units above it that a text would cite, from the article down."""
        found: list[Provision] = []
        unit: Provision | None = self._units[provision]
        while unit is not None:
            if unit.kind in _CITED:
                found.append(unit)
            if unit.kind in BASIC:
                break
            unit = self._above.get(unit.id)
        return tuple(reversed(found))

    def basic(self, provision: ProvisionId) -> Provision | None:
        """The article or section the provision is or stands in, or None outside the body."""
        unit: Provision | None = self._units[provision]
        while unit is not None and unit.kind not in BASIC:
            unit = self._above.get(unit.id)
        return unit

    def path(self, provision: ProvisionId) -> tuple[tuple[Kind, str], ...]:
        """Kind and number of every unit of the chain; an unnumbered one counts by its ordinal."""
        return tuple(
            (unit.kind, self.numbers[unit.id].number or str(self._ordinal(unit)))
            for unit in self.chain(provision)
        )

    def _ordinal(self, unit: Provision) -> int:
        """Which of its kind a unit is among its siblings; the first where it stands in no other."""
        above = self._above.get(unit.id)
        same = [other.id for other in above.children if other.kind is unit.kind] if above else [unit.id]
        return same.index(unit.id) + 1
