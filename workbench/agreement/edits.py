"""Edits: functions from one agreement to the next that share every untouched subtree.

Each edit names its place by `ProvisionId` and raises `NoSuchProvisionError` when the id is not there, or
`EditError` when the tree would not be an agreement any more. Undo is keeping the old root.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Text, as_text
from workbench.agreement.tree import (
    BASIC,
    Agreement,
    Kind,
    Provision,
    ProvisionId,
    Zone,
    new_id,
)


class EditError(WorkbenchError):
    """An edit that would leave something that is no agreement."""

    code = "edit.refused"
    message = "this cannot be done here: {reason}"


class NoSuchProvisionError(EditError):
    """An edit named a provision the tree does not hold."""

    code = "edit.no-such-provision"
    message = "the provision {provision} is not in this agreement"


def update(
    agreement: Agreement, provision: ProvisionId, change: Callable[[Provision], tuple[Provision, ...]]
) -> Agreement:
    """Put the result of `change` in the place of one provision; every other edit is made of this one."""
    for zone in Zone:
        units = agreement.zone(zone)
        changed = _update(units, provision, change)
        if changed is not None:
            return replace(agreement, **{zone.value: changed})
    raise NoSuchProvisionError(provision=provision)


def set_text(agreement: Agreement, provision: ProvisionId, text: Text | str) -> Agreement:
    """Give a provision new wording."""
    return update(agreement, provision, lambda unit: (replace(unit, text=as_text(text)),))


def set_heading(agreement: Agreement, provision: ProvisionId, heading: Text | str) -> Agreement:
    """Give a provision a new heading."""
    return update(agreement, provision, lambda unit: (replace(unit, heading=as_text(heading)),))


def set_kind(agreement: Agreement, provision: ProvisionId, kind: Kind) -> Agreement:
    """Make a provision something else, keeping its wording, place and identity.

    A unit that carries a heading of its own (article, section) keeps its words as heading; others as text.
    """

    def change(unit: Provision) -> tuple[Provision, ...]:
        if kind in BASIC and not unit.heading and not unit.children:
            return (replace(unit, kind=kind, heading=unit.text, text=Text()),)
        if kind not in BASIC and unit.heading and not unit.text:
            return (replace(unit, kind=kind, heading=Text(), text=unit.heading),)
        return (replace(unit, kind=kind),)

    return update(agreement, provision, change)


def insert_after(agreement: Agreement, provision: ProvisionId, *new: Provision) -> Agreement:
    """Insert provisions as the next siblings of one."""
    return update(agreement, provision, lambda unit: (unit, *new))


def insert_before(agreement: Agreement, provision: ProvisionId, *new: Provision) -> Agreement:
    """Insert provisions as the siblings just before one."""
    return update(agreement, provision, lambda unit: (*new, unit))


def insert_child(agreement: Agreement, parent: ProvisionId, index: int, *new: Provision) -> Agreement:
    """Insert provisions among the children of `parent`, before the child at `index`."""

    def change(unit: Provision) -> tuple[Provision, ...]:
        return (replace(unit, children=(*unit.children[:index], *new, *unit.children[index:])),)

    return update(agreement, parent, change)


def append_to_zone(agreement: Agreement, zone: Zone, *new: Provision) -> Agreement:
    """Add top-level units at the end of a zone."""
    return replace(agreement, **{zone.value: (*agreement.zone(zone), *new)})


def delete(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Take a provision out, with everything below it."""
    return update(agreement, provision, lambda _: ())


def split(agreement: Agreement, provision: ProvisionId, offset: int) -> tuple[Agreement, ProvisionId]:
    """Divide a provision's wording at `offset`; the second half is new, and takes the children along."""
    born = new_id()

    def change(unit: Provision) -> tuple[Provision, ...]:
        head = replace(unit, text=unit.text.slice(0, offset).stripped(), children=(), wrap_up=Text())
        tail = replace(
            unit,
            id=born,
            text=unit.text.slice(offset, len(unit.text)).stripped(),
            heading=Text(),
            printed=None,
            types=(),
        )
        return head, tail

    return update(agreement, provision, change), born


def merge_with_previous(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Join a provision's wording to that of the sibling before it, which keeps its identity."""
    siblings, index = siblings_of(agreement, provision)
    if index == 0:
        raise EditError(reason="nothing stands before it to be joined with")
    before, unit = siblings[index - 1], siblings[index]
    if before.children and unit.text:
        raise EditError(reason="the provision before it ends in a list")
    gap = " " if before.text and unit.text else ""
    joined = replace(before, text=before.text + gap + unit.text, children=(*before.children, *unit.children))
    return update(delete(agreement, provision), before.id, lambda _: (joined,))


def move(agreement: Agreement, provision: ProvisionId, *, after: ProvisionId) -> Agreement:
    """Take a provision from its place and put it behind another, as its sibling."""
    unit = agreement.find(provision)
    if unit is None:
        raise NoSuchProvisionError(provision=provision)
    if any(inner.id == after for inner in unit.walk()):
        raise EditError(reason="a provision cannot be moved into itself")
    return insert_after(delete(agreement, provision), after, unit)


def move_by(agreement: Agreement, provision: ProvisionId, steps: int) -> Agreement:
    """Move a provision up (negative) or down among its siblings, as far as there are any."""
    siblings, index = siblings_of(agreement, provision)
    target = max(0, min(len(siblings) - 1, index + steps))
    if target == index:
        return agreement
    unit = siblings[index]
    anchor = siblings[target].id
    without = delete(agreement, provision)
    return insert_after(without, anchor, unit) if target > index else insert_before(without, anchor, unit)


def demote(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Make a paragraph a point of the paragraph before it (one level down)."""
    siblings, index = siblings_of(agreement, provision)
    if index == 0:
        raise EditError(reason="nothing stands before it to belong to")
    unit, before = siblings[index], siblings[index - 1]
    below = before.children[0].kind if before.children else _lower(unit.kind)
    if unit.kind not in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT):
        raise EditError(reason="only paragraphs and points change level")
    if before.kind is not unit.kind:
        raise EditError(reason="what stands before it is of another kind")
    lowered = replace(unit, kind=below)
    return update(
        delete(agreement, provision), before.id, lambda b: (replace(b, children=(*b.children, lowered)),)
    )


def promote(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Make a point a paragraph after the one it belongs to (one level up); later points follow it."""
    parent = parent_of(agreement, provision)
    if parent is None or parent.kind not in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT):
        raise EditError(reason="it already stands at the highest level")
    index = next(i for i, child in enumerate(parent.children) if child.id == provision)
    unit = parent.children[index]
    followers = parent.children[index + 1 :]
    raised = replace(unit, kind=parent.kind, children=(*unit.children, *followers))
    kept = replace(parent, children=parent.children[:index])
    return update(agreement, parent.id, lambda _: (kept, raised))


def parent_of(agreement: Agreement, provision: ProvisionId) -> Provision | None:
    """The provision directly above, or None for a top-level unit."""
    for unit in agreement.walk():
        if any(child.id == provision for child in unit.children):
            return unit
    return None


def siblings_of(agreement: Agreement, provision: ProvisionId) -> tuple[tuple[Provision, ...], int]:
    """The row a provision stands in, and its index there."""
    for zone in Zone:
        found = _row(agreement.zone(zone), provision)
        if found is not None:
            return found
    raise NoSuchProvisionError(provision=provision)


def with_new_ids(unit: Provision) -> Provision:
    """A copy with fresh identities throughout, for wording that enters another agreement."""
    return replace(unit, id=new_id(), children=tuple(with_new_ids(child) for child in unit.children))


def map_provisions(
    agreement: Agreement,
    change: Callable[[Provision], Provision],
    *,
    within: Collection[ProvisionId] | None = None,
) -> Agreement:
    """Apply `change` to every provision, children first; untouched subtrees stay shared.

    With `within` only to these provisions, which name everything above what is to change.
    """
    zones = {
        zone.value: tuple(_mapped(unit, change, within) for unit in agreement.zone(zone)) for zone in Zone
    }
    return replace(agreement, **zones)


def _mapped(
    unit: Provision, change: Callable[[Provision], Provision], within: Collection[ProvisionId] | None
) -> Provision:
    if within is not None and unit.id not in within:
        return unit
    children = tuple(_mapped(child, change, within) for child in unit.children)
    if any(new is not old for new, old in zip(children, unit.children, strict=True)):
        unit = replace(unit, children=children)
    return change(unit)


def _lower(kind: Kind) -> Kind:
    return Kind.POINT if kind is not Kind.SECTION else Kind.PARAGRAPH


def _row(units: tuple[Provision, ...], provision: ProvisionId) -> tuple[tuple[Provision, ...], int] | None:
    for index, unit in enumerate(units):
        if unit.id == provision:
            return units, index
        found = _row(unit.children, provision)
        if found is not None:
            return found
    return None


def _update(
    units: tuple[Provision, ...],
    provision: ProvisionId,
    change: Callable[[Provision], tuple[Provision, ...]],
) -> tuple[Provision, ...] | None:
    for index, unit in enumerate(units):
        if unit.id == provision:
            return (*units[:index], *change(unit), *units[index + 1 :])
        below = _update(unit.children, provision, change)
        if below is not None:
            return (*units[:index], replace(unit, children=below), *units[index + 1 :])
    return None
