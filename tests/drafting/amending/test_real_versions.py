"""Real versions and edits of the usual kinds: the protocol, saved and read again, brings the new text exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.amended_versions import edited
from tests.benchmarks.amending import laid_out
from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement
from workbench.drafting.amending import amend, consolidate
from workbench.drafting.assembly import new_draft
from workbench.formats import akn

STATES = States.load()


def by_file(old: Agreement, new: Agreement) -> Agreement:
    """What carrying out the protocol between two versions brings, the protocol having been a file."""
    draft = amend(old, new, states=STATES).draft
    protocol = akn.from_bytes(akn.to_bytes(draft), name="protocol.xml").draft.agreement
    made = consolidate(old, protocol)
    assert [finding for finding in made.findings if finding.severity == "error"] == []
    return made.agreement


@pytest.mark.parametrize("name", ["short_convention", "pollution_protocol", "long_convention"])
def test_a_treaty_as_it_was_amended(corpus: Path, name: str) -> None:
    old, new = (
        read_file(corpus / "versions" / f"{name}.{version}.txt").agreement for version in ("old", "new")
    )
    assert laid_out(by_file(old, new)) == laid_out(new)


@pytest.mark.nightly
def test_three_hundred_pages_as_they_were_amended(corpus: Path) -> None:
    old, new = (
        read_file(corpus / "versions" / f"very_long_rules.{version}.txt").agreement
        for version in ("old", "new")
    )
    assert laid_out(by_file(old, new)) == laid_out(new)


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_every_kind_of_edit_on_a_draft(language: str) -> None:
    old = new_draft("defence-cooperation", parties=["LV", "EE"], language=language, states=STATES).agreement
    edits = dict(edited(old))
    assert len(edits) >= 12
    wrong = [name for name, new in edits.items() if laid_out(by_file(old, new)) != laid_out(new)]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_every_kind_of_edit_on_a_text_that_prints_its_numbers(language: str, tmp_path: Path) -> None:
    draft = new_draft("long-term-support", parties=["LV", "EE"], language=language, states=STATES).agreement
    export(draft, tmp_path / "agreement.txt")
    old = read_file(tmp_path / "agreement.txt").agreement
    edits = dict(edited(old))
    assert "article inserted as bis" in edits
    wrong = [name for name, new in edits.items() if laid_out(by_file(old, new)) != laid_out(new)]
    assert wrong == []


def test_a_moved_article_is_told_as_moved() -> None:
    old = new_draft("defence-cooperation", parties=["LV", "EE"], language="en", states=STATES).agreement
    said = [one.said for one in amend(old, dict(edited(old))["article moved"], states=STATES).instructions]
    assert any("shall be moved to stand after Article 1" in words for words in said)
    assert any("shall be renumbered as" in words for words in said)
    assert not any("“" in words for words in said)
