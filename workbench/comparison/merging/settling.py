"""Settling what two delegations dispute: one wording, the other, both, or another one.

A conflict is known by the group of its alternatives. Where they are words, the words chosen take the place of
both brackets; where they are whole provisions, those not chosen go and the others lose their brackets. What
is left unsettled stays in brackets, as the delegations have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from workbench.agreement.text import Alternative, Mark, Text
from workbench.agreement.tree import Agreement, Provision, Zone
from workbench.comparison.merging.merge import Delegations
from workbench.comparison.merging.strands import FIELDS


class Choice(StrEnum):
    """How a conflict can be settled."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    OTHER = "other"


class Settlement(Struct, frozen=True):
    """What was settled: whose wording stands, or (OTHER) which `words` stand instead."""

    choice: Choice
    words: str = ""

    def keeps(self, delegation: str, delegations: Delegations) -> bool:
        """Whether the wording of a delegation stands."""
        if self.choice in (Choice.OURS, Choice.THEIRS):
            return delegation == (delegations.ours if self.choice is Choice.OURS else delegations.theirs)
        return self.choice is Choice.BOTH


def settled(
    agreement: Agreement, delegations: Delegations, settlements: Mapping[str, Settlement]
) -> Agreement:
    """The merged text with these groups of alternatives settled."""
    if not settlements:
        return agreement
    settler = _Settler(delegations, settlements)
    return replace(agreement, **{zone.value: settler.row(agreement.zone(zone)) for zone in Zone})


def whole_alternative(unit: Provision) -> Alternative | None:
    """The alternative a provision is as a whole, None where at most words of it are in dispute."""
    own = [getattr(unit, name) for name in FIELDS if getattr(unit, name).plain.strip()]
    if not own:
        inner = (whole_alternative(child) for child in unit.children)
        return next((found for found in inner if found and found.group == unit.choice), None)
    found = [_around(text) for text in own]
    return found[0] if all(one is not None for one in found) else None


def settled_words(text: Text, group: str, settlement: Settlement, delegations: Delegations) -> Text:
    """A text with one group of alternatives settled."""
    marks = [mark for mark in text.marks if _of_group(mark, group)]
    if not marks:
        return text
    bare = text.map_marks(lambda mark: None if _of_group(mark, group) else mark)
    chosen = Text(settlement.words if settlement.choice is Choice.OTHER else "")
    for mark in marks:
        assert isinstance(mark.value, Alternative)  # as the group says
        words = bare.slice(mark.start + 1, mark.end - 1)
        if settlement.keeps(mark.value.delegation, delegations) and words:
            chosen = chosen + _gap(chosen, words) + words if chosen else words
    return _tidy(bare, marks[0].start, marks[-1].end, chosen)


def _of_group(mark: Mark, group: str) -> bool:
    return isinstance(mark.value, Alternative) and mark.value.group == group


def _around(text: Text) -> Alternative | None:
    """The alternative that the whole of a text is."""
    for mark in text.marks:
        if mark.start == 0 and mark.end == len(text) and isinstance(mark.value, Alternative):
            return mark.value
    return None


def _gap(one: Text, other: Text) -> str:
    return "" if one.plain[-1:].isspace() or other.plain[:1].isspace() else " "


def _tidy(text: Text, start: int, end: int, chosen: Text) -> Text:
    """Words put in the place of the alternatives; for no words at all, one space less stands there."""
    before, after = text.plain[start - 1 : start], text.plain[end : end + 1]
    if not chosen and before == " " and (not after or after in " .,;:)"):
        start -= 1
    elif not chosen and not before and after == " ":
        end += 1
    return text.replace(start, end, chosen)


class _Settler:
    """Walks the tree once, whatever the number of conflicts."""

    def __init__(self, delegations: Delegations, settlements: Mapping[str, Settlement]) -> None:
        self.delegations, self.settlements = delegations, settlements
        self.reworded: set[str] = set()

    def row(self, units: tuple[Provision, ...], *, dropped: bool = False) -> tuple[Provision, ...]:
        return tuple(made for unit in units for made in self.unit(unit, dropped=dropped))

    def unit(self, unit: Provision, *, dropped: bool) -> tuple[Provision, ...]:
        whole = whole_alternative(unit)
        settlement = self.settlements.get(whole.group) if whole is not None else None
        if whole is None or settlement is None:
            children = self.row(unit.children, dropped=dropped)
            if dropped and unit.children and not children and not any(getattr(unit, f) for f in FIELDS):
                return ()  # a row of a table that went
            return (self.words(replace(unit, children=children)),)
        rewords = settlement.choice is Choice.OTHER and whole.group not in self.reworded
        if not rewords and not settlement.keeps(whole.delegation, self.delegations):
            return self.row(unit.children, dropped=True)
        self.reworded.add(whole.group)
        if rewords:
            unit = replace(unit, text=Text(settlement.words), heading=Text(), wrap_up=Text())
        else:
            bare = {name: _without_brackets(getattr(unit, name), whole.group) for name in FIELDS}
            unit = replace(unit, **bare)
        choice = "" if unit.choice == whole.group else unit.choice
        return (self.words(replace(unit, choice=choice, children=self.row(unit.children))),)

    def words(self, unit: Provision) -> Provision:
        changed: dict[str, Text] = {}
        for name in FIELDS:
            text: Text = getattr(unit, name)
            for _, _, value in text.of(Alternative):
                settlement = self.settlements.get(value.group)
                if settlement is not None and _around(text) != value:
                    text = settled_words(text, value.group, settlement, self.delegations)
            changed[name] = text
        return replace(unit, **changed)


def _without_brackets(text: Text, group: str) -> Text:
    if not text.plain.strip():
        return text
    bare = text.map_marks(lambda mark: None if _of_group(mark, group) else mark)
    return bare.slice(1, len(bare) - 1)
