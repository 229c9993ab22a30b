"""Old files through LibreOffice: with a real one where it is installed, and with programs that hang or fail."""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench import formats
from workbench.agreement.errors import Cancelled
from workbench.agreement.source import SourceDocument
from workbench.formats import office
from workbench.formats.errors import DamagedFileError, FormatError

RTF = rb"{\rtf1\ansi\ansicpg1257 Article 1\par The Parties agree.\par}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(
    os.name != "posix", reason="the stand-in for a hanging program is a shell script"
)


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the name of LibreOffice that does what the script says."""
    path = folder / "bin" / "soffice"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")


@needs_shell
def test_a_program_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    program(tmp_path, f"sleep 300 & echo $! > {pid}; wait", monkeypatch)
    since = time.monotonic()
    with pytest.raises(FormatError, match=r"^old\.rtf: .* after 1 seconds"):
        office.from_bytes(RTF, name="old.rtf", seconds=1)
    assert time.monotonic() - since < 60  # the program would take 300
    until = time.monotonic() + 5
    while _lives(int(pid.read_text())) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(int(pid.read_text()))


def _lives(pid: int) -> bool:
    """Whether a process works still; one that has ended may stay in the list until it is fetched."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


@needs_shell
def test_a_program_that_makes_nothing_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(DamagedFileError, match=r"^old\.doc: .*LibreOffice could not open it"):
        office.from_bytes(OLE, name="old.doc")


class Impatient:
    """A user who stops after a moment."""

    def __init__(self) -> None:
        self.asked = 0

    def advance(self, done: int, total: int, what: str = "") -> None:
        assert 0 <= done <= total

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > 3


@needs_shell
def test_the_user_can_stop_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "sleep 300", monkeypatch)
    since = time.monotonic()
    with pytest.raises(Cancelled):
        office.from_bytes(RTF, name="old.rtf", progress=Impatient())
    assert time.monotonic() - since < 60  # the program would take 300


def test_without_libreoffice_the_error_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(office.NoLibreOfficeError, match=r"^old\.doc: .*save it as \.docx"):
        office.from_bytes(OLE, name="old.doc")


@needs_libreoffice
def test_odd_names_and_several_at_once_are_no_trouble(tmp_path: Path) -> None:
    names = ("-o līgums & угода.rtf", "second 'quoted'.rtf")
    read: dict[str, SourceDocument] = {}

    def reading(name: str) -> None:
        (tmp_path / name).write_bytes(RTF)
        source = formats.read(tmp_path / name)
        assert isinstance(source, SourceDocument)
        read[name] = source

    threads = [threading.Thread(target=reading, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in names:
        assert [block.text.plain for block in read[name].blocks] == ["Article 1", "The Parties agree."]
        assert (read[name].format, read[name].name) == ("rtf", name)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("word.doc", word_file(paragraph("Article 1")), "docx"),
        ("word.txt", word_file(paragraph("Article 1")), "docx"),
        ("macro.docm", word_file(paragraph("Article 1")), "docx"),
        ("template.dotx", word_file(paragraph("Article 1")), "docx"),
        ("page.doc", b"<html><body><p>Article 1</p></body></html>", "html"),
        (
            "page.xml",
            b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>Article 1</p></body></html>',
            "html",
        ),
        ("page.txt", b"<!DOCTYPE html><html><body><p>Article 1</p></body></html>", "html"),
        ("words.txt", b"Article 1", "txt"),
    ],
)
def test_what_a_file_holds_goes_before_its_name(tmp_path: Path, name: str, data: bytes, format_: str) -> None:
    (tmp_path / name).write_bytes(data)
    source = formats.read(tmp_path / name)
    assert isinstance(source, SourceDocument)
    assert (source.format, source.plain) == (format_, "Article 1")


@needs_libreoffice
def test_rich_text_under_a_word_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "was.docx").write_bytes(RTF)
    source = formats.read(tmp_path / "was.docx")
    assert isinstance(source, SourceDocument)
    assert (source.format, source.blocks[0].text.plain) == ("rtf", "Article 1")
