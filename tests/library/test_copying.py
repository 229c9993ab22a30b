"""Backup, restore and copy: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import english, keep, latvian
from workbench.agreement.tree import Draft
from workbench.library import Library, Query
from workbench.library.errors import BackupError, NotEmptyError


def everything(library: Library) -> tuple[object, ...]:
    found = library.search(Query(limit=1000))
    return found, [library.agreement(hit) for hit in found.facets.agreements], library.drafts.recent()


def test_a_backup_restores_what_was(filled: Library, tmp_path: Path) -> None:
    clause = filled.search("guards").hits[0].id
    filled.set_types(clause, ["duration"])
    filled.drafts.opened("/drafts/one.xml", title="One", parties=["Latvia"])
    filled.drafts.keep_version("/drafts/one.xml", Draft(english()), label="first round")
    before = everything(filled)
    backup = tmp_path / "backups" / "one.sqlite"
    filled.backup(backup)
    filled.remove(str(english().id))
    filled.drafts.forget("/drafts/one.xml")
    kept = filled.restore(backup)
    assert everything(filled) == before
    assert filled.drafts.version("/drafts/one.xml", 1).content == Draft(english())
    assert filled.verify().sound
    keep(filled, english(), name="another.docx")  # keys go on where they were
    if kept is not None:
        with Library.open(kept) as former:
            assert former.info().agreements == 2


def test_a_backup_is_one_file_that_opens_by_itself(filled: Library, tmp_path: Path) -> None:
    backup = tmp_path / "backups" / "one.sqlite"
    filled.backup(backup)
    assert [path.name for path in backup.parent.iterdir()] == ["one.sqlite"]
    with Library.open(backup) as copy:
        assert everything(copy) == everything(filled)


def test_what_cannot_be_a_backup_changes_nothing(filled: Library, tmp_path: Path) -> None:
    before = everything(filled)
    with pytest.raises(BackupError, match="no such file"):
        filled.restore(tmp_path / "nothing.sqlite")
    for content in (b"", b"not a backup at all" * 99):
        wrong = tmp_path / "wrong.sqlite"
        wrong.write_bytes(content)
        with pytest.raises(BackupError):
            filled.restore(wrong)
        assert wrong.read_bytes() == content
    with pytest.raises(BackupError):
        filled.backup(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(BackupError):
        filled.backup(tmp_path / "file" / "backup.sqlite")
    assert everything(filled) == before


def test_a_library_is_not_backed_up_over_itself(place: Path) -> None:
    with Library.open(place) as library, pytest.raises(BackupError, match="the library itself"):
        library.backup(place)


def test_a_copy_is_the_same_library(filled: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    assert filled.copy(target).agreements == 3
    with Library.open(target) as copy:
        assert everything(copy) == everything(filled)
        assert copy.verify().sound
        keep(copy, english(), name="another.docx")
    with pytest.raises(NotEmptyError):
        filled.copy(target)


def test_a_library_moves_to_a_server_and_back(place: Path, tmp_path: Path, database: str) -> None:
    with Library.open(place) as library:
        keep(library, english())
        keep(library, latvian())
        library.copy(database)
        with Library.open(database) as shared:
            assert [hit.id for hit in shared.search("termination").hits] == [
                hit.id for hit in library.search("termination").hits
            ]
            keep(shared, english(), name="another.docx")
            shared.remove(str(latvian().id))
            shared.copy(tmp_path / "back.sqlite")
    with Library.open(tmp_path / "back.sqlite") as back:
        assert back.info().agreements == 1
        assert back.verify().sound
