"""What is remembered of drafts: recently open, unsaved, kept versions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.library.conftest import english
from workbench.agreement.edits import set_text
from workbench.agreement.tree import Draft
from workbench.library import Library
from workbench.library.errors import NoSuchVersionError

FIRST = Draft(english(), values={"place": "Tartu"})
SECOND = replace(FIRST, agreement=set_text(english(), english().body[0].children[0].id, "Other words."))


def test_recent_drafts_come_the_last_first(library: Library) -> None:
    for name in ("one", "two", "one"):
        library.drafts.opened(
            f"/{name}.xml", title=name.title(), parties=["Latvia", "Estonia"], state="round 2"
        )
    assert [draft.path for draft in library.drafts.recent()] == ["/one.xml", "/two.xml"]
    assert library.drafts.recent(1)[0].parties == ("Latvia", "Estonia")
    library.drafts.forget("/one.xml")
    assert [draft.title for draft in library.drafts.recent()] == ["Two"]


def test_the_unsaved_state_replaces_the_one_before(library: Library) -> None:
    library.drafts.autosave("unsaved-1", FIRST)
    library.drafts.autosave("unsaved-1", SECOND)
    (recovery,) = library.drafts.recoveries()
    assert recovery.title == "Agreement on Joint Border Training"
    assert library.drafts.recover("unsaved-1") == SECOND
    library.drafts.saved("unsaved-1")
    assert library.drafts.recoveries() == ()
    assert library.drafts.recover("unsaved-1") is None


def test_a_recovery_is_offered_only_when_newer_than_the_file(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    path.write_text("<akomaNtoso/>")
    library.drafts.autosave(str(path), FIRST, path=str(path))
    os.utime(path, (1, 1))
    assert [recovery.path for recovery in library.drafts.recoveries()] == [str(path)]
    os.utime(path, (4_000_000_000, 4_000_000_000))
    assert library.drafts.recoveries() == ()
    path.unlink()
    assert len(library.drafts.recoveries()) == 1


def test_versions_are_numbered_and_never_change(library: Library) -> None:
    library.drafts.keep_version("/a.xml", FIRST, label="sent to Tallinn")
    library.drafts.keep_version("/a.xml", SECOND, label="second round")
    library.drafts.keep_version("/b.xml", SECOND, label="other")
    assert [(v.number, v.label) for v in library.drafts.versions("/a.xml")] == [
        (2, "second round"),
        (1, "sent to Tallinn"),
    ]
    assert library.drafts.version("/a.xml", 1).content == FIRST
    assert library.drafts.version("/a.xml", 2).content == SECOND
    with pytest.raises(NoSuchVersionError):
        library.drafts.version("/a.xml", 3)


def test_a_draft_takes_its_versions_along_to_its_new_name(library: Library) -> None:
    library.drafts.keep_version("unsaved-1", FIRST, label="first")
    library.drafts.autosave("unsaved-1", SECOND)
    library.drafts.keep_version("/a.xml", FIRST, label="older file of that name")
    library.drafts.rename("unsaved-1", "/a.xml")
    library.drafts.rename("/a.xml", "/a.xml")
    assert [version.label for version in library.drafts.versions("/a.xml")] == [
        "first",
        "older file of that name",
    ]
    assert library.drafts.recover("/a.xml") == SECOND
    assert library.drafts.recover("unsaved-1") is None
