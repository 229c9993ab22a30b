"""Where a provision stands: its chain of units from the article down, each with its present number."""

from __future__ import annotations

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId

_CITED = (*BASIC, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT, Kind.ANNEX)


class Places:
    """The numbers and ancestors of every provision of one agreement, computed once."""

    def __init__(self, agreement: Agreement) -> None:
        self.numbers: dict[ProvisionId, Number] = numbers(agreement)
        self._above: dict[ProvisionId, Provision] = {}
        self._units: dict[ProvisionId, Provision] = {}
        self._ordinals: dict[ProvisionId, int] = {}
        for unit in agreement.walk():
            self._units[unit.id] = unit
            self._count(unit.children)
            for child in unit.children:
                self._above[child.id] = unit

    def _count(self, row: tuple[Provision, ...]) -> None:
        counts: dict[Kind, int] = {}
        for unit in row:
            counts[unit.kind] = counts.get(unit.kind, 0) + 1
            self._ordinals[unit.id] = counts[unit.kind]

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
            (unit.kind, self.numbers[unit.id].number or str(self._ordinals.get(unit.id, 1)))
            for unit in self.chain(provision)
        )
