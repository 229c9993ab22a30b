"""Renumbering: the new numbers an amendment gives, kept until the text is as it is to be.

Numbers are given by name (*Articles 5 to 7 shall be renumbered as Articles 6 to 8*) or left to follow
(*the subsequent paragraphs shall be renumbered accordingly*).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.numbering import bare
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.drafting.amending.addresses import INNER
from workbench.drafting.amending.counting import counted, counted_from, following


class Renumbering:
    """The numbers given so far in one agreement."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._given: dict[ProvisionId, str] = {}
        self._accordingly: set[ProvisionId] = set()

    def give(self, row: Sequence[Provision], first: str, last: str) -> bool:
        """Give a row the numbers from the first to the last, or those that follow where none is named.

        False where there are more or fewer numbers than units.
        """
        if not first:
            self._accordingly.update(unit.id for unit in row)
            return True
        numbered = counted(first, len(row), self.language, last)
        if len(numbered) < len(row) or (last and numbered[-1] != last):
            return False
        self._given.update((unit.id, number) for unit, number in zip(row, numbered, strict=True))
        return True

    def carried_out(self, agreement: Agreement) -> Agreement:
        """The agreement with the new numbers in its printed labels."""
        if self._accordingly:
            for unit in agreement.walk():
                self._count_on([child for child in unit.children if child.kind in INNER])
            self._count_on([unit for top in agreement.body for unit in top.walk() if unit.kind in BASIC])
        return map_provisions(agreement, self._relabelled)

    def _count_on(self, row: Sequence[Provision]) -> None:
        before = ""
        for unit in row:
            number = self._given.get(unit.id) or bare(unit.printed or "") or ""
            if unit.id in self._accordingly and number:
                more = following(before, self.language)
                number = (more[-1] if more else "") if before else counted_from(number)
                self._given[unit.id] = number
            before = number or before

    def _relabelled(self, unit: Provision) -> Provision:
        number = self._given.get(unit.id)
        if number is None:
            return unit
        label = unit.printed or ""
        old = bare(label)
        if not label and unit.kind is Kind.PARAGRAPH:
            return replace(unit, printed=f"{number}.")
        return replace(unit, printed=label.replace(old, number, 1) if old else number)
