"""What taking changes into the draft makes of it.

The draft is one of the two texts. Where it is the old one, only what was accepted comes in; where it is the
new one, only what was rejected goes out. Either way what nobody decided stays as the draft has it, to the
last placeholder that the other text prints as words in brackets; and so do identities, provenance and notes.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.comparison.redline import Redline, Side
from workbench.desktop.redline.changes import Decision


def taken(redline: Redline, decided: Mapping[int, Decision], *, draft_is_old: bool) -> Agreement:
    """The draft after the decisions."""
    accepted = {number for number, decision in decided.items() if decision is Decision.ACCEPTED}
    if not draft_is_old:
        rejected = {number for number, decision in decided.items() if decision is Decision.REJECTED}
        return redline.decide({r.number for r in redline.revisions} - rejected)
    return _as_of_draft(redline.decide(accepted, Side.OLD), redline)


def _as_of_draft(agreement: Agreement, redline: Redline) -> Agreement:
    """Let what came in stand for what the draft had, and refer to what it has."""
    twins = {
        row.new.id: row.old
        for row in redline.rows
        if row.old is not None and row.new is not None and row.old.id != row.new.id and not row.joined
    }
    present = {unit.id for unit in agreement.walk()}
    heirs = {new: old for new, old in twins.items() if new in present and old.id not in present}
    targets = {new: old.id for new, old in twins.items() if new in heirs or new not in present}

    def change(unit: Provision) -> Provision:
        if any(part.of(CrossReference) for part in (unit.text, unit.heading, unit.wrap_up)):
            unit = replace(
                unit,
                text=_retargeted(unit.text, targets),
                heading=_retargeted(unit.heading, targets),
                wrap_up=_retargeted(unit.wrap_up, targets),
            )
        old = heirs.get(unit.id)
        if old is None:
            return unit
        return replace(
            unit,
            id=old.id,
            types=unit.types or old.types,
            provenance=old.provenance,
            note=old.note,
            optional=old.optional,
            choice=old.choice,
            needs=old.needs,
            printed=old.printed,
            confidence=old.confidence,
        )

    return map_provisions(agreement, change)


def _retargeted(text: Text, targets: Mapping[ProvisionId, ProvisionId]) -> Text:
    def change(mark: Mark) -> Mark:
        value = mark.value
        if isinstance(value, CrossReference) and value.target is not None:
            target = targets.get(ProvisionId(value.target))
            if target is not None:
                return Mark(mark.start, mark.end, replace(value, target=target))
        return mark

    return text.map_marks(change)
