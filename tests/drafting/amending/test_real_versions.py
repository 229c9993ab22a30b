"""Real treaties before and after an amendment: the protocol brings the new wording, or says where it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.actions.reading import read_file
from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement
from workbench.drafting.amending import amend, consolidate, same_text


def wording(agreement: Agreement) -> list[str]:
    """All words and numbers in order, without regard to how the lines are divided."""
    known = numbers(agreement)
    parts = []
    for unit in agreement.walk():
        parts += [known[unit.id].printed, unit.heading.plain, unit.text.plain]
    return re.findall(r"\w+", " ".join(parts))


@pytest.mark.parametrize("name", ["short_convention", "pollution_protocol", "long_convention"])
def test_the_new_wording_comes_out(corpus: Path, name: str) -> None:
    old, new = (
        read_file(corpus / "versions" / f"{name}.{version}.txt").agreement for version in ("old", "new")
    )
    amended = amend(old, new)
    made = consolidate(old, amended.draft.agreement)
    assert made.applied == len(amended.instructions)
    assert wording(made.agreement) == wording(new)
    told = {finding.code for finding in amended.findings}
    assert same_text(made.agreement, new) or "amending.not-exact" in told
