"""Rules of templates: a provision that cannot stand without another, and two that exclude each other.

A template says `needs` of a provision (clause types) and `choice` of alternatives. A draft breaks a rule when
a decision, an insertion or an edit has taken away what a provision rests on, or has left two alternatives
standing. Each broken rule is a finding; `put_back` and `leave` mend it, never unasked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from workbench.agreement.edits import delete, insert_after, insert_child, parent_of
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import numbers
from workbench.agreement.quoting import in_short
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Draft, Provision, ProvisionId, Zone
from workbench.drafting import templates
from workbench.drafting.assembly import with_identity
from workbench.drafting.party_names import with_parties
from workbench.drafting.references import refresh

NEEDS = FindingKind(
    "template.needs-another",
    Severity.WARNING,
    "{label} rests on a clause on {subject}, which the draft does not have: put that back or reword {label}",
)
BOTH = FindingKind(
    "template.alternatives-together",
    Severity.WARNING,
    "{label} and {other} are alternatives of which one may stand: leave one out",
)


class NothingToPutBackError(WorkbenchError):
    """The template has no provision of the kind that is missing."""

    code = "drafting.nothing-to-put-back"
    message = "the template “{slug}” has no clause on {subject} to put back; write one or insert a precedent"


def broken_rules(agreement: Agreement) -> tuple[Finding, ...]:
    """A finding for each rule of its template that an agreement breaks; `values["type"]` is what it lacks."""
    labels = numbers(agreement)
    present = {key for unit in agreement.walk() for key in unit.types}
    found = [
        NEEDS.at(
            labels[unit.id].label,
            quote=_first_words(unit),
            provision=unit.id,
            label=labels[unit.id].label,
            subject=key.replace("_", " "),
            type=key,
        )
        for unit in agreement.walk()
        for key in unit.needs
        if key not in present
    ]
    standing: dict[str, Provision] = {}
    for unit in agreement.walk():
        if unit.choice and unit.choice in standing and standing[unit.choice].kind is unit.kind:
            other = standing[unit.choice]
            found.append(
                BOTH.at(
                    labels[unit.id].label,
                    quote=_first_words(unit),
                    provision=unit.id,
                    label=f"“{_first_words(other)}”",
                    other=f"“{_first_words(unit)}”",
                )
            )
        elif unit.choice:
            standing[unit.choice] = unit
    return tuple(found)


def put_back(
    draft: Draft, clause_type: str, *, states: States | None = None, where: Sequence[Path] | None = None
) -> Draft:
    """The draft with the template's clause of a type in its place again, in the names of the parties.

    Raises `NothingToPutBackError` and the errors of `templates.load`.
    """
    slug = draft.agreement.template
    template = templates.load(slug, draft.agreement.language, where).agreement
    parties = dict(zip((p.key for p in template.parties), draft.agreement.parties, strict=False))
    named = with_parties(template, parties, states or States.load())
    copy = with_identity(named, draft.agreement.id)
    for zone in Zone:
        for row, parent in _rows(copy.zone(zone), None):
            for index, unit in enumerate(row):
                if clause_type in unit.types:
                    settled = replace(unit, optional=False)
                    agreement = _placed(draft.agreement, settled, row[:index], parent, zone)
                    return replace(draft, agreement=refresh(agreement))
    raise NothingToPutBackError(slug=slug or "–", subject=clause_type.replace("_", " "))


def leave(draft: Draft, provision: ProvisionId) -> Draft:
    """The draft without one of two alternatives."""
    return replace(draft, agreement=refresh(delete(draft.agreement, provision)))


def _rows(
    units: tuple[Provision, ...], parent: Provision | None
) -> Iterator[tuple[tuple[Provision, ...], Provision | None]]:
    """Every row of siblings with the unit above, outer rows first."""
    yield units, parent
    for unit in units:
        yield from _rows(unit.children, unit)


def _placed(
    agreement: Agreement,
    unit: Provision,
    before: tuple[Provision, ...],
    parent: Provision | None,
    zone: Zone,
) -> Agreement:
    """Behind the nearest of its neighbours that the draft still has, else first in its row."""
    for neighbour in reversed(before):
        if agreement.find(neighbour.id) is not None:
            return insert_after(agreement, neighbour.id, unit)
    if parent is not None and agreement.find(parent.id) is not None:
        return insert_child(agreement, parent.id, 0, unit)
    if parent is not None and parent_of(agreement, parent.id) is None:
        unit = replace(parent, children=(unit,), optional=False)
    return replace(agreement, **{zone.value: (unit, *agreement.zone(zone))})


def _first_words(unit: Provision) -> str:
    return in_short(unit.words, 60)
