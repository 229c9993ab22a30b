"""Strategies: an agreement and what became of it after a few edits, as a negotiator or a sloppy tool makes them."""

from __future__ import annotations

from uuid import uuid5

from hypothesis import strategies as st
from msgspec.structs import replace

from tests.agreement.strategies import agreements, ids, texts, words
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone

EDITS = 6


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Agreement, Agreement]:
    """Two versions of one agreement; often the second has lost the identities of the first."""
    old = draw(agreements())
    new = old
    for _ in range(draw(st.integers(0, EDITS))):
        new = draw(edited(new))
    if draw(st.booleans()):
        new = forgotten(new, draw(st.integers(0, 2**64)))
    return old, new


@st.composite
def strangers(draw: st.DrawFn) -> tuple[Agreement, Agreement]:
    """Two agreements that have nothing to do with each other, in one language."""
    old, new = draw(agreements()), draw(agreements())
    return old, forgotten(replace(new, language=old.language), draw(st.integers(0, 2**64)))


@st.composite
def edited(draw: st.DrawFn, agreement: Agreement) -> Agreement:
    """One edit somewhere; the same agreement where the edit cannot be made there."""
    units = list(agreement.walk())
    if not units:
        return agreement
    unit = draw(st.sampled_from(units))
    try:
        match draw(st.sampled_from(("word", "text", "heading", "delete", "insert", "copy", "move", "split",
                                    "merge", "demote", "promote", "kind", "wrap", "hang", "wrap-up"))):  # fmt: skip
            case "word":
                at = draw(st.integers(0, len(unit.text)))
                end = draw(st.integers(at, min(at + 12, len(unit.text))))
                return edits.set_text(agreement, unit.id, unit.text.replace(at, end, draw(words)))
            case "text":
                return edits.set_text(agreement, unit.id, draw(texts()))
            case "heading":
                return edits.set_heading(agreement, unit.id, draw(texts()))
            case "wrap-up":
                changed = replace(unit, wrap_up=draw(st.just(Text()) | texts()))
                return edits.update(agreement, unit.id, lambda _: (changed,))
            case "delete":
                return edits.delete(agreement, unit.id)
            case "insert":
                born = Provision(ProvisionId(draw(ids)), unit.kind, text=draw(texts()))
                return edits.insert_after(agreement, unit.id, born)
            case "copy":
                return edits.insert_after(agreement, unit.id, edits.with_new_ids(unit))
            case "move":
                return edits.move(agreement, unit.id, after=draw(st.sampled_from(units)).id)
            case "split":
                return edits.split(agreement, unit.id, draw(st.integers(0, len(unit.text))))[0]
            case "merge":
                return edits.merge_with_previous(agreement, unit.id)
            case "demote":
                return edits.demote(agreement, unit.id)
            case "promote":
                return edits.promote(agreement, unit.id)
            case "kind":
                return edits.set_kind(agreement, unit.id, draw(st.sampled_from(Kind)))
            case "wrap":
                around = Provision(
                    ProvisionId(draw(ids)), Kind.CHAPTER, heading=draw(texts()), children=(unit,)
                )
                return edits.update(agreement, unit.id, lambda _: (around,))
            case _:
                return hung(agreement, unit, draw(st.sampled_from(units)).id)
    except edits.EditError:
        return agreement


def hung(agreement: Agreement, unit: Provision, parent: ProvisionId) -> Agreement:
    """A unit put below another, wherever that is."""
    if any(inner.id == parent for inner in unit.walk()):
        return agreement
    return edits.insert_child(edits.delete(agreement, unit.id), parent, 0, unit)


def forgotten(agreement: Agreement, salt: int) -> Agreement:
    """The same wording with other identities, as if read from a file; references keep their targets."""

    def renamed(unit: Provision) -> Provision:
        mine = ProvisionId(uuid5(unit.id, str(salt)))
        return replace(unit, id=mine, children=tuple(renamed(child) for child in unit.children))

    zones = {zone.value: tuple(renamed(unit) for unit in agreement.zone(zone)) for zone in Zone}
    return replace(agreement, **zones)
