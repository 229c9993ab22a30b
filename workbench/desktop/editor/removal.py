"""Deleting across provisions: what is left of a unit whose beginning went belongs to the unit before it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, Zone, new_id
from workbench.desktop.editor.lines import HEADED, Line, Part

RANK = {
    Kind.PART: 0, Kind.TITLE: 1, Kind.CHAPTER: 2, Kind.ANNEX: 2, Kind.ARTICLE: 3, Kind.SECTION: 3,
    Kind.CROSSHEADING: 4, Kind.PARAGRAPH: 4, Kind.SUBPARAGRAPH: 5, Kind.POINT: 6,
}  # fmt: skip


class Remover:
    """Takes out the lines after `first` up to and with `last`; what they leave behind finds a home."""

    def __init__(self, lines: list[Line], first: int, last: int) -> None:
        doomed = lines[first + 1 : last + 1]
        opened = {line.provision.id for line in lines[: first + 1]}
        self.removed = {line.provision.id for line in doomed} - opened
        self.cleared = {(line.provision.id, line.part) for line in doomed}
        self.kept_lines = {line.provision.id for line in [*lines[: first + 1], *lines[last + 1 :]]}

    def remove_from(self, agreement: Agreement) -> Agreement:
        """The agreement without those lines."""
        zones = {zone.value: self._row(agreement.zone(zone)) for zone in Zone}
        return replace(agreement, **zones)

    def _row(self, units: tuple[Provision, ...]) -> tuple[Provision, ...]:
        kept: list[Provision] = []
        for unit in units:
            if unit.id not in self.removed:
                after = self._pruned(unit)
                if after.children or not unit.children or unit.id in self.kept_lines:
                    kept.append(after)
                continue
            orphans = self._orphans(unit)
            if not orphans:
                continue
            if kept and kept[-1].kind is unit.kind:
                kept[-1] = _adopt_all(kept[-1], orphans)
            elif unit.kind in HEADED:
                kept.append(replace(self._pruned(unit), children=orphans))
            else:
                kept.extend(replace(orphan, kind=unit.kind) for orphan in orphans)
        return tuple(kept)

    def _pruned(self, unit: Provision) -> Provision:
        children = self._row(unit.children)
        changes: dict[str, object] = {
            part.value: Text()
            for part in (Part.HEADING, Part.TEXT, Part.WRAP_UP)
            if (unit.id, part) in self.cleared
        }
        if len(children) != len(unit.children) or any(
            a is not b for a, b in zip(children, unit.children, strict=True)
        ):
            changes["children"] = children
        return replace(unit, **changes) if changes else unit

    def _orphans(self, unit: Provision) -> tuple[Provision, ...]:
        """What survives below a removed unit."""
        left: list[Provision] = []
        for child in unit.children:
            if child.id in self.removed:
                left.extend(self._orphans(child))
            else:
                left.append(self._pruned(child))
        if unit.wrap_up and (unit.id, Part.WRAP_UP) not in self.cleared:
            left.append(Provision(new_id(), Kind.PARAGRAPH, unit.wrap_up))
        return tuple(left)


def _adopt_all(host: Provision, orphans: Iterable[Provision]) -> Provision:
    for orphan in orphans:
        host = _adopt(host, orphan)
    return host


def _adopt(host: Provision, orphan: Provision) -> Provision:
    last = host.children[-1] if host.children else None
    if (
        last is not None
        and last.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
        and RANK.get(orphan.kind, 0) > RANK.get(last.kind, 9)
    ):
        return replace(host, children=(*host.children[:-1], _adopt(last, orphan)))
    return replace(host, children=(*host.children, orphan))
