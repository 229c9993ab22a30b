"""Gap analysis: which clauses a text lacks, measured by a precedent or by what such texts usually hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Agreement, Kind, Provision, Register
from workbench.checks.closing import says_which_texts_are_authentic
from workbench.checks.matter import Matter

MISSING = FindingKind(
    "checks.clause-missing",
    Severity.WARNING,
    "no clause on {subject}; the precedent has one in {where}: “{quote}”",
)
USUAL_MISSING = FindingKind(
    "checks.usual-clause-missing",
    Severity.INFO,
    "no clause on {subject}, which a text of this kind usually has",
)

FINAL_TYPES = frozenset(
    "relation_to_other_agreements entry_into_force provisional_application duration tacit_renewal "
    "termination suspension survival amendment review_event dispute_settlement reservations depositary "
    "registration non_binding_status annex_status territorial_application accession_new_parties "
    "notices_language authentic_texts".split()
)
"""The clause types of the final provisions."""

_STRUCTURE = frozenset(
    "title parties recital recital_citation enacting_formula testimonium done_at signature_block".split()
)
# Any one of a group will do: an agreement of indefinite duration has no term, a protocol none of its own.
USUAL: dict[Register, tuple[tuple[str, ...], ...]] = {
    Register.TREATY: (
        ("entry_into_force",),
        ("duration", "termination"),
        ("termination",),
        ("amendment",),
        ("dispute_settlement",),
    ),
    Register.MOU: (
        ("entry_into_force",),
        ("duration", "termination"),
        ("amendment",),
        ("dispute_settlement",),
        ("non_binding_status", "registration"),
    ),
    Register.POLITICAL: (("duration", "termination"), ("amendment",)),
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """Two texts by their clause types.

    `missing` are types only the precedent has, with the provision that has them, in its order; `extra` types
    only the text has; `shared` types both have, with the provision of each.
    """

    missing: tuple[tuple[str, Provision], ...]
    extra: tuple[tuple[str, Provision], ...]
    shared: tuple[tuple[str, Provision, Provision], ...]


def gaps(agreement: Agreement, precedent: Agreement) -> Gaps:
    """Compare a text with a precedent, clause type by clause type."""
    own, theirs = clause_types(agreement), clause_types(precedent)
    return Gaps(
        missing=tuple((key, unit) for key, unit in theirs.items() if key not in own),
        extra=tuple((key, unit) for key, unit in own.items() if key not in theirs),
        shared=tuple((key, unit, theirs[key]) for key, unit in own.items() if key in theirs),
    )


def clause_types(agreement: Agreement) -> dict[str, Provision]:
    """Every clause type of a text with the first provision that has it, the narrowest before the wider."""
    typed = agreement if _is_typed(agreement) else _classified(agreement)
    found: dict[str, Provision] = {}
    units = [unit for unit in typed.walk() if unit.types]
    for unit in (*(u for u in units if not u.children), *(u for u in units if u.children)):
        for key in unit.types:
            if key not in _STRUCTURE:
                found.setdefault(key, unit)
    for unit in typed.of_kind(Kind.DONE_AT):
        if says_which_texts_are_authentic(unit.text.plain):
            found.setdefault("authentic_texts", unit)
    return found


def against_precedent(matter: Matter) -> Iterator[Finding]:
    """Clauses the precedent has and this text has not; final provisions weigh more than subjects."""
    if matter.against is None:
        return
    anchor = _anchor(matter)
    if anchor is None:
        return
    from_precedent = Matter(matter.against, states=matter.states)
    for key, unit in gaps(matter.agreement, matter.against).missing:
        yield MISSING.at(
            matter.places.label(anchor.id),
            provision=anchor.id,
            quote=(unit.text or unit.heading).plain[:100],
            severity=None if key in FINAL_TYPES else Severity.INFO,
            subject=_subject(key),
            where=from_precedent.places.label(unit.id),
            type=key,
        )


def usual_set(matter: Matter) -> Iterator[Finding]:
    """Final provisions usual in this register; silent where a precedent sets the measure."""
    if matter.against is not None:
        return
    anchor = _anchor(matter)
    if anchor is None:
        return
    own = clause_types(matter.agreement)
    for group in USUAL[matter.profile or matter.agreement.register]:
        if not any(key in own for key in group):
            yield matter.at(USUAL_MISSING, anchor, subject=" or ".join(map(_subject, group)), type=group[0])


def _classified(agreement: Agreement) -> Agreement:
    # Recognition takes a while to load, and a draft made from a template never needs it here.
    from workbench.recognition.clause_types import classify

    return classify(agreement)


def _anchor(matter: Matter) -> Provision | None:
    """Where a missing final provision would stand: at the last article."""
    basic = matter.of_kind(Kind.ARTICLE, Kind.SECTION)
    return basic[-1] if basic else None


def _is_typed(agreement: Agreement) -> bool:
    return any(unit.types and not _STRUCTURE.issuperset(unit.types) for unit in agreement.walk())


def _subject(key: str) -> str:
    return key.replace("_", " ")
