"""What nobody decided stays as the draft has it, though the other text was read from a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.actions.answers import compare_texts
from workbench.actions.drafting import new_draft
from workbench.actions.exporting import export
from workbench.agreement import edits
from workbench.agreement.text import CrossReference, Placeholder
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.comparison.redline import Redline
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.taking import taken

PARTIES = ("Republic of Latvia", "Republic of Estonia")


@pytest.fixture(params=["en", "lv", "uk"])
def draft(request: pytest.FixtureRequest) -> Agreement:
    return new_draft("defence-cooperation", parties=PARTIES, language=request.param).agreement


@pytest.fixture
def redline(draft: Agreement, tmp_path: Path) -> Redline:
    """The draft against a Word file of it in which the second word of some paragraphs is another one."""
    answer = draft
    paragraphs = [u for u in draft.walk() if u.kind is Kind.PARAGRAPH and len(u.text.plain.split()) > 8]
    for unit in paragraphs[:12:3]:
        first, _, rest = unit.text.plain.split(" ", 2)
        answer = edits.set_text(answer, unit.id, f"{first} amended {rest}")
    path = tmp_path / "answer.docx"
    export(answer, path)
    return compare_texts(draft, path).redline


def placeholders(agreement: Agreement) -> list[str]:
    return [
        value.key
        for unit in agreement.walk()
        for text in (unit.heading, unit.text, unit.wrap_up)
        for _, _, value in text.of(Placeholder)
    ]


def test_placeholders_and_references_survive_what_is_taken(draft: Agreement, redline: Redline) -> None:
    first, *others = [r.number for r in redline.revisions]
    assert len(placeholders(draft)) > 5
    made = taken(
        redline,
        {first: Decision.ACCEPTED, **dict.fromkeys(others, Decision.REJECTED)},
        draft_is_old=True,
    )
    touched = redline.revision(first).old_id
    assert touched is not None
    assert [u for u in made.walk() if not u.children and u.id != touched] == [
        u for u in draft.walk() if not u.children and u.id != touched
    ]
    unit = made.find(touched)
    assert unit is not None
    assert "amended" in unit.text.plain
    assert made.id == draft.id


def test_rejecting_everything_leaves_the_draft_alone(draft: Agreement, redline: Redline) -> None:
    everything = {r.number: Decision.REJECTED for r in redline.revisions}
    assert taken(redline, everything, draft_is_old=True) == draft


def test_accepting_everything_refers_to_nothing_that_is_not_there(draft: Agreement, redline: Redline) -> None:
    made = taken(redline, {r.number: Decision.ACCEPTED for r in redline.revisions}, draft_is_old=True)
    present = {unit.id for unit in made.walk()}
    targets = {
        ProvisionId(value.target)
        for unit in made.walk()
        for _, _, value in unit.text.of(CrossReference)
        if value.target is not None
    }
    assert targets <= present
    assert placeholders(made) == placeholders(draft)
