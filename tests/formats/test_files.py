"""Writing a file: wholly or not at all."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from workbench.formats.files import NotWrittenError, write_atomically


def test_the_new_bytes_replace_the_old_and_nothing_is_left_beside(tmp_path: Path) -> None:
    target = tmp_path / "līgums.xml"
    target.write_bytes(b"old")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["līgums.xml"]


def test_a_folder_that_is_not_there_is_one_line_with_the_file_in_front(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "draft.xml"
    with pytest.raises(NotWrittenError) as caught:
        write_atomically(path, b"x")
    assert str(caught.value).startswith(f"{path}: cannot be written")
    assert "\n" not in str(caught.value)


def test_a_target_that_is_a_folder_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "draft.xml").mkdir()
    with pytest.raises(NotWrittenError):
        write_atomically(tmp_path / "draft.xml", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.xml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_permissions_of_the_old_file_stay_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    kept = tmp_path / "kept.xml"
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    write_atomically(kept, b"new")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    fresh, usual = tmp_path / "fresh.xml", tmp_path / "usual.xml"
    write_atomically(fresh, b"new")
    usual.write_bytes(b"")
    assert stat.S_IMODE(fresh.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.xml", tmp_path / "link.xml"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
