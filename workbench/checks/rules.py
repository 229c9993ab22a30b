"""The list of rules, and running them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import ModuleType

from workbench.agreement.findings import Finding, FindingKind
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Register
from workbench.checks import (
    absent_units,
    anatomy,
    blanks,
    bystanders,
    clause_gaps,
    closing,
    concepts,
    days,
    duplicates,
    headings,
    instruments,
    lists,
    named_instruments,
    names,
    namings,
    numbers,
    parties,
    party_names,
    recitals,
    references,
    register,
    residue,
    sequence,
    slips,
    spelling,
    stray_wording,
    term_forms,
    terms,
    typography,
    undefined,
    written_references,
)
from workbench.checks.checker import Checker
from workbench.checks.matter import Rule

RULES: Mapping[str, Rule] = {
    "anatomy": anatomy.ANATOMY,
    "party-order": parties.PARTY_ORDER,
    "party-names": party_names.PARTY_NAMES,
    "state-or-government": namings.SUBJECTS,
    "signatures": parties.SIGNATURES,
    "place-of-signature": parties.PLACE,
    "references": references.REFERENCES,
    "written-references": written_references.WRITTEN_REFERENCES,
    "units": absent_units.UNITS,
    "sequence": sequence.SEQUENCE,
    "numbers": numbers.NUMBERS,
    "days": days.DAYS,
    "citations": instruments.CITATIONS,
    "order-of-instruments": instruments.ORDER,
    "younger-instruments": days.YOUNGER_INSTRUMENTS,
    "named-instruments": named_instruments.NAMED_INSTRUMENTS,
    "recital-punctuation": recitals.RECITALS,
    "lists": lists.LISTS,
    "own-name": names.OWN_NAME,
    "collective-name": names.COLLECTIVE_NAME,
    "other-collective-name": names.OTHER_COLLECTIVE_NAME,
    "terms": terms.TERMS,
    "undefined-terms": undefined.UNDEFINED_TERMS,
    "one-term": concepts.CONCEPTS,
    "abbreviations": terms.ABBREVIATIONS,
    "unexplained-abbreviations": term_forms.UNEXPLAINED_LETTERS,
    "terms-small": term_forms.SMALL_TERMS,
    "register": register.REGISTER,
    "stray-wording": stray_wording.STRAY_WORDING,
    "profile": register.PROFILE,
    "closing": closing.CLOSING,
    "precedent": clause_gaps.AGAINST_PRECEDENT,
    "usual-clauses": clause_gaps.USUAL_CLAUSES,
    "headings": headings.HEADINGS,
    "duplicates": duplicates.DUPLICATES,
    "placeholders": blanks.PLACEHOLDERS,
    "residue": residue.RESIDUE,
    "bystanders": bystanders.BYSTANDERS,
    "decisions": blanks.CHOICES,
    "options": blanks.OPTIONS,
    "brackets": blanks.DISPUTED,
    "empty": blanks.WITHOUT_WORDING,
    "slips": slips.SLIPS,
    "spaces": typography.SPACES,
    "dashes": typography.DASHES,
    "hyphens": typography.HYPHENS,
    "pairs": typography.PAIRS,
    "quotation": typography.QUOTATION,
    "spelling": spelling.SPELLING,
    "british-american": spelling.BRITISH_AND_AMERICAN,
}
"""Every rule by the name under which it can be switched off, in the order of its findings."""

_MODULES: tuple[ModuleType, ...] = (
    anatomy,
    parties, party_names, namings, references, written_references, absent_units, sequence, numbers, days,
    instruments, named_instruments, recitals, lists, names, terms, term_forms, undefined, concepts, register,
    stray_wording, closing, clause_gaps, headings, residue, bystanders, duplicates, blanks, slips,
    typography, spelling,
)  # fmt: skip


def checker(states: States | None = None) -> Checker:
    """A checker with every rule, for an agreement that is checked again and again."""
    return Checker(RULES, states or _table())


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
    asked = {name: rule for name, rule in RULES.items() if name not in without}
    once = Checker(asked, states or _table())
    found = once.check(agreement, profile=profile, against=against, progress=progress)
    set_aside = dismissed or {}
    return tuple(finding for finding in found if fingerprint(finding) not in set_aside)


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
