"""Checking: what a careful reader would query in a draft or in any file."""

from __future__ import annotations

from pathlib import Path

from workbench.actions.reading import read_file
from workbench.agreement.findings import Finding
from workbench.agreement.tree import Register


def check_file(path: Path, *, profile: str | None = None, against: Path | None = None) -> tuple[Finding, ...]:
    """The findings on one file, by the rules of its register or `profile`, against a precedent if named."""
    from workbench.checks import check

    agreement = read_file(path).agreement
    precedent = read_file(against).agreement if against else None
    return check(agreement, profile=Register(profile) if profile else None, against=precedent)
