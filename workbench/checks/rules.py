"""The list of rules, and running them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import ModuleType

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Register
from workbench.checks import (
    blanks,
    clause_gaps,
    closing,
    duplicates,
    instruments,
    names,
    numbers,
    parties,
    recitals,
    references,
    register,
    residue,
    terms,
    typography,
)
from workbench.checks.matter import Matter, Rule

RULES: Mapping[str, Rule] = {
    "party-order": parties.order,
    "signatures": parties.signatures,
    "place-of-signature": parties.place,
    "references": references.references,
    "numbers": numbers.numbers,
    "citations": instruments.citations,
    "order-of-instruments": instruments.order,
    "recital-punctuation": recitals.punctuation,
    "own-name": names.own_name,
    "collective-name": names.collective_name,
    "other-collective-name": names.other_collective_name,
    "terms": terms.terms,
    "abbreviations": terms.abbreviations,
    "register": register.register,
    "closing": closing.closing,
    "precedent": clause_gaps.against_precedent,
    "usual-clauses": clause_gaps.usual_set,
    "duplicates": duplicates.duplicates,
    "placeholders": blanks.blanks,
    "residue": residue.leftovers,
    "decisions": blanks.decisions,
    "brackets": blanks.brackets,
    "empty": blanks.empty,
    "spaces": typography.spaces,
    "dashes": typography.dashes,
    "hyphens": typography.hyphens,
    "pairs": typography.pairs,
    "quotation": typography.quotation,
    "spelling": typography.spelling,
}
"""Every rule by the name under which it can be switched off, in the order of its findings."""

_MODULES: tuple[ModuleType, ...] = (
    parties, references, numbers, instruments, recitals, names, terms, register, closing, clause_gaps,
    residue, duplicates, blanks, typography,
)  # fmt: skip
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(
    agreement: Agreement,
    *,
    profile: Register | None = None,
    against: Agreement | None = None,
    without: Collection[str] = (),
    dismissed: Mapping[str, str] | None = None,
    states: States | None = None,
    progress: Progress = SILENT,
) -> tuple[Finding, ...]:
    """What a careful reader would query, gravest first and in document order within one gravity.

    `profile` asks for a register, `against` names a precedent, `without` switches rules off by name,
    `dismissed` holds the `fingerprint` of findings set aside (fingerprint -> reason), as `Draft.dismissed`.
    """
    matter = Matter(agreement, states=states or _table(), profile=profile, against=against)
    findings: list[Finding] = []
    for index, (name, rule) in enumerate(RULES.items()):
        step(progress, index, len(RULES), name)
        if name not in without:
            findings.extend(rule(matter))
    set_aside = dismissed or {}
    position = {unit.id: index for index, unit in enumerate(agreement.walk())}
    kept = [finding for finding in findings if fingerprint(finding) not in set_aside]
    return tuple(
        sorted(
            kept,
            key=lambda f: (_GRAVITY[f.severity], position.get(f.provision, -1) if f.provision else -1),
        )
    )


def fingerprint(finding: Finding) -> str:
    """What makes a finding the same after the next check: its rule, its provision and the words it quotes."""
    return f"{finding.code}|{finding.provision or finding.locator}|{finding.quote}"


def kinds() -> tuple[FindingKind, ...]:
    """Every kind of finding the rules declare, for lists and translations."""
    found = [
        value for module in _MODULES for value in vars(module).values() if isinstance(value, FindingKind)
    ]
    return tuple(dict.fromkeys(found))


@cache
def _table() -> States:
    """The table of States, read once: it never changes while the program runs."""
    return States.load()
