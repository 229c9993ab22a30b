"""What taking changes into the draft makes of it.

The draft is one of the two texts. Where it is the old one, only what was accepted comes in; where it is the
new one, only what was rejected goes out. Either way what nobody decided stays as the draft has it, and so
do identities, provenance and notes of what it already held.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.comparison.redline import Redline
from workbench.desktop.redline.changes import Decision


def taken(redline: Redline, decided: Mapping[int, Decision], *, draft_is_old: bool) -> Agreement:
    """The draft after the decisions."""
    accepted = {number for number, decision in decided.items() if decision is Decision.ACCEPTED}
    if not draft_is_old:
        rejected = {number for number, decision in decided.items() if decision is Decision.REJECTED}
        return redline.decide({r.number for r in redline.revisions} - rejected)
    return _as_of_draft(redline.decide(accepted), redline)


def _as_of_draft(agreement: Agreement, redline: Redline) -> Agreement:
    """Give provisions that the draft already had their identity back."""
    known = {
        row.new.id: row.old
        for row in redline.rows
        if row.old is not None and row.new is not None and row.old.id != row.new.id and not row.joined
    }
    claimed = {old.id for old in known.values()}
    present = {unit.id for unit in agreement.walk()}
    known = {new: old for new, old in known.items() if not (old.id in present and old.id in claimed)}

    def change(unit: Provision) -> Provision:
        if any(part.of(CrossReference) for part in (unit.text, unit.heading, unit.wrap_up)):
            unit = replace(
                unit,
                text=_retargeted(unit.text, known),
                heading=_retargeted(unit.heading, known),
                wrap_up=_retargeted(unit.wrap_up, known),
            )
        old = known.get(unit.id)
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

    draft = redline.old
    return replace(
        map_provisions(agreement, change),
        id=draft.id,
        parties=draft.parties,
        register=draft.register,
        numbering=draft.numbering,
        authenticity=draft.authenticity,
        collective_name=draft.collective_name,
        own_name=draft.own_name,
        template=draft.template,
        marking=draft.marking,
    )


def _retargeted(text: Text, known: Mapping[ProvisionId, Provision]) -> Text:
    def change(mark: Mark) -> Mark:
        if isinstance(mark.value, CrossReference) and mark.value.target is not None:
            old = known.get(ProvisionId(mark.value.target))
            if old is not None:
                return Mark(mark.start, mark.end, CrossReference(old.id))
        return mark

    return text.map_marks(change)
