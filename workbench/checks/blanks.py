"""What is still open in a draft: placeholders, choices, optional provisions, disputed wording."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import Alternative, Bracket, Placeholder
from workbench.agreement.tree import Provision
from workbench.checks.matter import Matter, around

UNFILLED = FindingKind("checks.placeholder-unfilled", Severity.WARNING, "“{label}” is still to be filled in")
UNDECIDED = FindingKind(
    "checks.choice-open", Severity.WARNING, "alternatives for “{choice}” stand side by side; keep one"
)
OPTIONAL = FindingKind(
    "checks.optional-undecided", Severity.INFO, "this provision is optional: decide whether it stays"
)
BRACKETS = FindingKind("checks.brackets-open", Severity.WARNING, "“{quote}” is not agreed yet")
EMPTY = FindingKind("checks.empty-provision", Severity.WARNING, "{locator} has no wording")


def blanks(matter: Matter) -> Iterator[Finding]:
    """Open placeholders, each key once at its first place."""
    told: set[str] = set()
    for passage in matter.passages:
        for _, _, place in passage.text.of(Placeholder):
            if not place.filled and place.key not in told:
                told.add(place.key)
                yield matter.at(UNFILLED, passage.unit, quote=place.label, label=place.label)


def decisions(matter: Matter) -> Iterator[Finding]:
    """Choices and optional provisions of a template nobody has decided on."""
    standing: dict[str, Provision] = {}
    told: set[str] = set()
    for unit in matter.agreement.walk():
        if unit.choice:
            if unit.choice in standing and unit.choice not in told:
                told.add(unit.choice)
                yield matter.at(UNDECIDED, standing[unit.choice], choice=unit.choice)
            standing.setdefault(unit.choice, unit)
        if unit.optional:
            yield matter.at(OPTIONAL, unit, quote=(unit.heading or unit.text).plain[:80])


def brackets(matter: Matter) -> Iterator[Finding]:
    """Wording in brackets of disagreement and alternatives on the table."""
    for passage in matter.passages:
        for start, end, _ in (*passage.text.of(Bracket), *passage.text.of(Alternative)):
            yield matter.at(BRACKETS, passage.unit, quote=around(passage.plain, start, end, margin=0)[:100])


def empty(matter: Matter) -> Iterator[Finding]:
    """Provisions with neither wording nor anything below."""
    for unit in matter.agreement.walk():
        if not unit.text and not unit.heading and not unit.children and not unit.wrap_up:
            yield matter.at(EMPTY, unit)
