"""What is still open in a draft: placeholders, choices, optional provisions, disputed wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Alternative, Bracket, Placeholder
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Setting, at, passages

UNFILLED = FindingKind("checks.placeholder-unfilled", Severity.WARNING, "“{label}” is still to be filled in")
UNDECIDED = FindingKind(
    "checks.choice-open", Severity.WARNING, "alternatives for “{choice}” stand side by side; keep one"
)
OPTIONAL = FindingKind(
    "checks.optional-undecided", Severity.INFO, "this provision is optional: decide whether it stays"
)
BRACKETS = FindingKind("checks.brackets-open", Severity.WARNING, "“{quote}” is not agreed yet{more}")
EMPTY = FindingKind("checks.empty-provision", Severity.WARNING, "{locator} has no wording")


def _unfilled(unit: Provision, _setting: Setting) -> Iterator[tuple[str, Finding]]:
    for passage in passages(unit):
        for start, end, place in passage.text.of(Placeholder):
            if not place.filled:
                said = passage.finding(UNFILLED, start, end, quote=place.label, label=place.label)
                yield place.key, said


def _once_each(notes: Sequence[tuple[str, Finding]], _matter: Matter) -> Iterator[Finding]:
    told: set[str] = set()
    for key, finding in notes:
        if key not in told:
            told.add(key)
            yield finding


PLACEHOLDERS = OfAgreement(_unfilled, _once_each)
"""Open placeholders, each key once at its first place."""


def _chosen(unit: Provision, _setting: Setting) -> Iterator[Provision]:
    if unit.choice:
        yield unit


def _undecided(notes: Sequence[Provision], _matter: Matter) -> Iterator[Finding]:
    standing: dict[str, list[Provision]] = {}
    for unit in notes:
        standing.setdefault(unit.choice, []).append(unit)
    for choice, units in standing.items():
        if len(units) > 1:
            yield at(UNDECIDED, units[0], choice=choice)


CHOICES = OfAgreement(_chosen, _undecided)
"""Choices of a template nobody has made."""


def _optional(unit: Provision, _setting: Setting) -> Iterator[Finding]:
    if unit.optional:
        yield at(OPTIONAL, unit, quote=(unit.heading or unit.text).plain[:80])


OPTIONS = OfProvision(_optional)
"""Optional provisions of a template nobody has decided on."""


def _brackets(unit: Provision, _setting: Setting) -> Iterator[Finding]:
    disputed = [
        (passage, start, end)
        for passage in passages(unit)
        for start, end, _ in (*passage.text.of(Bracket), *passage.text.of(Alternative))
        if any(map(str.isalnum, passage.plain[start:end]))  # else the sign of a note: [*]
    ]
    if disputed:
        passage, start, end = disputed[0]
        rest = len(disputed) - 1
        more = f", nor are {rest} more places here" if rest > 1 else ", nor is one more place here"
        quote = on_one_line(passage.plain[start:end])[:100]
        yield passage.finding(BRACKETS, start, end, quote=quote, more=more if rest else "")


DISPUTED = OfProvision(_brackets)
"""Wording in brackets of disagreement and alternatives on the table, once for each provision."""


def _empty(unit: Provision, setting: Setting) -> Iterator[Finding]:
    only_named = unit.kind is Kind.ANNEX and setting.imported  # the sheet before the annexes
    if not (unit.text or unit.heading or unit.children or unit.wrap_up or only_named):
        yield at(EMPTY, unit)


WITHOUT_WORDING = OfProvision(_empty)
"""Provisions with neither wording nor anything below."""
