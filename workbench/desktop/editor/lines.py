"""An agreement as lines: one for every heading, wording and wrap-up, in document order.

A line is what the page shows as one block. Lines are compared to find what an edit changed, so two
lines are equal when they show the same provision object at the same depth under the same number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone

HEADED = frozenset((*BASIC, *GROUPING, Kind.ANNEX))
"""Units that show a line for their heading even while it is empty."""

INDENTED = frozenset((Kind.SUBPARAGRAPH, Kind.POINT, Kind.CITATION))
"""Units that stand one step further in than what they belong to."""


class Part(StrEnum):
    """Which wording of a provision a line shows. A table is shown whole, as one line."""

    HEADING = "heading"
    TEXT = "text"
    WRAP_UP = "wrap_up"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the wording: `offset` counts characters of the `Text` of that part."""

    provision: ProvisionId
    part: Part
    offset: int = 0


@dataclass(slots=True, eq=False)
class Line:
    """One line of the page. `number` is printed at its head; `depth` counts steps of indentation.

    Never changed once made; it is not frozen because thousands are made with every change of shape.
    """

    provision: Provision
    part: Part
    zone: Zone
    depth: int = 0
    number: str = ""
    label: str = ""

    @property
    def text(self) -> Text:
        """The wording this line shows; empty for a table."""
        return wording(self.provision, self.part)

    def same(self, other: Line) -> bool:
        """Whether both lines look the same on the page, numbers apart: those are painted, not written."""
        mine, theirs = self.provision, other.provision
        if self.part is not other.part or self.depth != other.depth:
            return False
        if mine is theirs:
            return True
        if mine.id != theirs.id or mine.kind is not theirs.kind:
            return False
        if self.part is Part.TABLE:
            return mine == theirs
        return self.text == other.text


def wording(provision: Provision, part: Part) -> Text:
    """The wording of one part of a provision."""
    match part:
        case Part.HEADING:
            return provision.heading
        case Part.TEXT:
            return provision.text
        case Part.WRAP_UP:
            return provision.wrap_up
        case Part.TABLE:
            return Text()


def lines(agreement: Agreement, numbered: Mapping[ProvisionId, Number] | None = None) -> list[Line]:
    """Every line of an agreement in document order."""
    known = numbers(agreement) if numbered is None else numbered
    made: list[Line] = []
    for zone in Zone:
        for unit in agreement.zone(zone):
            _add_lines(made, unit, zone, 0, known)
    return made


def _add_lines(
    made: list[Line], unit: Provision, zone: Zone, depth: int, known: Mapping[ProvisionId, Number]
) -> None:
    number = known[unit.id]
    kind = unit.kind
    if kind in INDENTED:
        depth += 1
    if kind is Kind.TABLE:
        made.append(Line(unit, Part.TABLE, zone, depth, number.printed, number.label))
        return
    headed = kind in HEADED or bool(unit.heading)
    printed = number.printed
    if headed:
        made.append(Line(unit, Part.HEADING, zone, depth, printed, number.label))
        printed = ""
    if unit.text or not (headed or (kind is Kind.SIGNATURE_BLOCK and unit.children)):
        made.append(Line(unit, Part.TEXT, zone, depth, printed, number.label))
    for child in unit.children:
        _add_lines(made, child, zone, depth, known)
    if unit.wrap_up:
        made.append(Line(unit, Part.WRAP_UP, zone, depth, "", number.label))


def first_difference(old: list[Line], new: list[Line]) -> tuple[int, int, int]:
    """What an edit changed, as (start, end in old, end in new): everything outside looks the same."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start].same(new[start]):
        start += 1
    back = 0
    while back < shorter - start and old[-1 - back].same(new[-1 - back]):
        back += 1
    return start, len(old) - back, len(new) - back


def retouched(old: Agreement, new: Agreement) -> tuple[Provision, ...] | None:
    """The provisions whose own wording an edit changed, or None when it changed the shape of the tree.

    Only subtrees that are not shared between the two roots are looked at, so this costs next to nothing.
    """
    if old.language != new.language or old.numbering != new.numbering or old.parties != new.parties:
        return None
    found: list[Provision] = []
    for zone in Zone:
        if not _retouched(old.zone(zone), new.zone(zone), found):
            return None
    return tuple(found)


def _retouched(old: tuple[Provision, ...], new: tuple[Provision, ...], found: list[Provision]) -> bool:
    if old is new:
        return True
    if len(old) != len(new):
        return False
    for before, after in zip(old, new, strict=True):
        if before is after:
            continue
        if (before.id, before.kind, before.printed, before.choice) != (
            after.id, after.kind, after.printed, after.choice
        ):  # fmt: skip
            return False
        if (
            bool(before.heading) != bool(after.heading)
            or bool(before.text) != bool(after.text)
            or bool(before.wrap_up) != bool(after.wrap_up)
        ):
            return False  # a line may have come or gone
        if before.heading != after.heading or before.text != after.text or before.wrap_up != after.wrap_up:
            found.append(after)
        if not _retouched(before.children, after.children, found):
            return False
    return True
