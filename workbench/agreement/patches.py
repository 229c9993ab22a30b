"""The difference of two roots, small enough to be sent after every key press.

A process beside the window holds a tree of its own. What it gets of the next one is a `Patch`: the units that
are new, and which of its own it keeps. Both trees share untouched subtrees, so that the difference is found
by identity and costs as much as was changed, not as much as there is.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from workbench.agreement.tree import Agreement, Provision, Zone


class Row(msgspec.Struct, frozen=True, tag="row"):
    """A row of provisions: the first `head` and the last `tail` are those of the old row, `middle` is new."""

    head: int
    tail: int
    middle: tuple[Provision | Changed, ...]


class Changed(msgspec.Struct, frozen=True, tag="changed"):
    """A provision of the old row at `index` with other fields, and its children by their own difference."""

    index: int
    bare: Provision
    children: Row


class Patch(msgspec.Struct, frozen=True):
    """From one agreement to the next: the agreement without its zones, and each zone's difference."""

    bare: Agreement
    zones: dict[Zone, Row]


def difference(old: Agreement, new: Agreement) -> Patch:
    """What to send so that `patched(old, …)` gives `new`."""
    zones = {zone: _row(old.zone(zone), new.zone(zone)) for zone in Zone}
    return Patch(replace(new, **{zone.value: () for zone in Zone}), zones)


def patched(old: Agreement, patch: Patch) -> Agreement:
    """The next agreement; it shares with `old` all that the patch does not hold."""
    return replace(
        patch.bare, **{zone.value: _renewed(old.zone(zone), row) for zone, row in patch.zones.items()}
    )


def _row(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Row:
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] is new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] is new[-1 - tail]:
        tail += 1
    places = {unit.id: index for index, unit in enumerate(old[head : len(old) - tail], start=head)}
    return Row(
        head, tail, tuple(_unit(unit, old, places.get(unit.id)) for unit in new[head : len(new) - tail])
    )


def _unit(unit: Provision, old: tuple[Provision, ...], index: int | None) -> Provision | Changed:
    if index is None or not unit.children or not old[index].children:
        return unit
    return Changed(index, replace(unit, children=()), _row(old[index].children, unit.children))


def _renewed(old: tuple[Provision, ...], row: Row) -> tuple[Provision, ...]:
    middle = (
        replace(one.bare, children=_renewed(old[one.index].children, one.children))
        if isinstance(one, Changed)
        else one
        for one in row.middle
    )
    return (*old[: row.head], *middle, *old[len(old) - row.tail :])
