"""Checking: what a careful reader would query in a draft or in any file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.actions.gaps import precedent_named
from workbench.actions.reading import ReadFile, read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, Severity
from workbench.agreement.tree import Draft, Register

if TYPE_CHECKING:
    from workbench.library import Library

_MOST = 12
"""Remarks on one imported file; nobody reads more."""
_OF_DRAFTS = ("usual-clauses", "placeholders", "decisions", "options", "brackets", "residue")
"""Rules that ask what only a draft can answer."""
_NO_AGREEMENT, _NO_ANATOMY = "recognition.no-agreement", "checks.not-an-agreement"
"""What recognition and the checks say of a text that is no agreement."""
_TOLD = "checks.dangling-reference"
"""Recognition says the same of every reference it cannot follow."""


class NoSuchRuleError(WorkbenchError):
    """A rule was to be switched off that does not exist."""

    code = "checks.no-such-rule"
    message = "no check is called “{rule}”; the checks are {rules}"


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings on a file, and those that were set aside, each with the reason given."""

    findings: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, str], ...] = ()


def check_file(
    path: Path,
    *,
    profile: str | None = None,
    against: str = "",
    library: Callable[[], Library] | None = None,
    without: Collection[str] = (),
) -> Checked:
    """The findings on one file, by the rules of its register or `profile`, against a precedent if named.

    `against` is a file, the slug of a template or the id of an agreement of `library`.

    A draft keeps a profile, the rules it does without and what was set aside; they hold where nothing else
    is asked for. Raises `NoSuchRuleError` for a name in `without` that is no rule.
    """
    from workbench.checks import RULES, check
    from workbench.drafting.template_rules import broken_rules

    for rule in without:
        if rule not in RULES:
            raise NoSuchRuleError(rule=rule, rules=", ".join(RULES))
    read = read_file(path)
    draft = read.draft or Draft(read.agreement)
    precedent = precedent_named(against, read.agreement, library=library).agreement if against else None
    found = check(
        read.agreement,
        profile=Register(profile) if profile else draft.profile,
        against=precedent,
        without={*without, *draft.unasked},
    )
    of_template = broken_rules(read.agreement) if read.draft is not None else ()
    return sorted_out((*_as_it_stood(found, read), *of_template), draft.dismissed)


def _as_it_stood(found: Collection[Finding], read: ReadFile) -> Iterator[Finding]:
    """What a text lacks that is no agreement is told as it was read, before its parts were let go."""
    seen = next((one.values for one in read.findings if one.code == _NO_AGREEMENT), None)
    for one in found:
        yield replace(one, values=seen) if one.code == _NO_ANATOMY and seen is not None else one


def noticed(read: ReadFile) -> ReadFile:
    """A file that is being imported, with what the checks remark on in it beside what recognition says.

    A precedent is signed and done: nothing in it asks for a decision, so each kind of finding is told once,
    at its first place and as information. A draft is checked where it is written; other documents never.
    """
    if read.draft is not None or not read.recognised.is_agreement:
        return read
    from workbench.checks import check

    first: dict[str, Finding] = {}
    for finding in check(read.agreement, without=_OF_DRAFTS):
        if finding.code != _TOLD:
            first.setdefault(finding.code, finding)
    told = tuple(replace(finding, severity=Severity.INFO, fixes=()) for finding in first.values())
    return replace(read, noticed=told[:_MOST])


def sorted_out(found: Collection[Finding], dismissed: Mapping[str, str]) -> Checked:
    """Findings parted from those set aside, which are remembered by `checks.fingerprint`."""
    from workbench.checks import fingerprint

    kept, aside = [], []
    for finding in found:
        reason = dismissed.get(fingerprint(finding))
        if reason is None:
            kept.append(finding)
        else:
            aside.append((finding, reason))
    return Checked(tuple(kept), tuple(aside))
