"""Pairs of provisions: which one of the old text became which of the new one, as `align` finds them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.tree import Kind
from workbench.comparison.units import Unit

_FIXED = (Kind.TABLE, Kind.ROW, Kind.CELL, Kind.SIGNATURE_BLOCK, Kind.ANNEX)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The alignment: the index of the partner for each index, or -1."""

    old: list[Unit]
    new: list[Unit]
    to_new: list[int]
    to_old: list[int]

    def join(self, old: int, new: int) -> None:
        """Make two units partners."""
        self.to_new[old] = new
        self.to_old[new] = old

    def part(self, old: int) -> None:
        """Make two partners single again."""
        self.to_old[self.to_new[old]] = -1
        self.to_new[old] = -1

    def free(self, old: int, new: int) -> bool:
        """Whether neither has a partner and the two could be one unit."""
        return self.to_new[old] < 0 and self.to_old[new] < 0 and compatible(self.old[old], self.new[new])

    def same_parents(self, old: int, new: int) -> bool:
        """Whether the units above are partners, or both are at the top of the same zone."""
        above, over = self.old[old].parent, self.new[new].parent
        if above < 0 or over < 0:
            return above == over and self.old[old].zone is self.new[new].zone
        return self.to_new[above] == over


def compatible(old: Unit, new: Unit) -> bool:
    """Whether a unit could have become the other: tables, signature blocks and annexes stay what they are."""
    if old.in_table or new.in_table:
        return False
    return old.kind is new.kind or (old.kind not in _FIXED and new.kind not in _FIXED)
