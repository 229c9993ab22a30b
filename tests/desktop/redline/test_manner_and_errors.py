"""How texts are compared, and what is said where they cannot be, or where nothing differs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.redline.conftest import compared
from tests.formats.word_files import paragraph, word_file
from workbench.actions.comparing import Ignored
from workbench.actions.reading import read_file
from workbench.agreement.tree import Draft
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, EmptyState
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.redline.empty_states import NotCompared, SameTexts
from workbench.desktop.redline.manner import Manner
from workbench.desktop.redline.sources import of_file
from workbench.desktop.theme import Theme
from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import tracked_changes

LONG = 30_000


def ferry(second: str, *, title: str = "AGREEMENT BETWEEN RURITANIA AND SYLDAVIA ON FERRIES") -> bytes:
    return word_file(
        paragraph(title)
        + paragraph("Ruritania and Syldavia (the “Parties”),")
        + paragraph("Have agreed as follows:")
        + paragraph("Article 1")
        + paragraph("1. The ferry sails daily from either shore.")
        + paragraph(second)
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "sent.docx", tmp_path / "a very long name of a file that came back.docx"
    old.write_bytes(ferry("2. The “fares” of each Party are published in spring."))
    new.write_bytes(ferry('2. The "Fares" of each Party are published in spring.'))
    return old, new


@pytest.fixture
def face(theme: Theme, jobs: Jobs, files: tuple[Path, Path], qtbot: QtBot) -> Iterator[CompareFace]:
    made = CompareFace(
        theme, jobs, Session(Draft(read_file(files[0]).agreement)), library=None, author="A. Ozola"
    )
    made.old.show_source(of_file(files[0], "File"))
    made.new.show_source(of_file(files[1], "File"))
    yield from compared(made, qtbot, made.run)


def told(face: CompareFace) -> str:
    return " ".join(
        label.text() for b in face.banners.findChildren(Banner) for label in b.findChildren(QLabel)
    )


def in_sight(face: CompareFace, kind: type[EmptyState]) -> bool:
    found = face.findChild(kind)
    return isinstance(found, EmptyState) and found.isVisible()


def test_quotes_and_capitals_can_be_taken_for_no_difference(face: CompareFace, qtbot: QtBot) -> None:
    assert len(face.model.revisions()) == 1
    face.manner.click()
    menu = next(menu for menu in face.manner.findChildren(QMenu) if menu.isVisible())
    ticks = [action for action in menu.actions() if action.isCheckable()]
    assert len(ticks) == len(Ignored) + 1
    with qtbot.waitSignal(face.compared, timeout=LONG):
        ticks[2].trigger()
    assert face.manner.isChecked()
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.manner.use(face.manner.manner.ignoring(Ignored.CASE, True))
    menu.close()
    assert face.model.revisions() == []
    assert in_sight(face, SameTexts)
    assert not face.bar.isVisible(), "there is nothing to decide on"
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.manner.use(Manner())
    assert len(face.model.revisions()) == 1
    assert face.bar.isVisible()


def test_characters_can_be_marked_one_by_one(face: CompareFace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.manner.use(Manner(ignored=frozenset({Ignored.SIGNS}), by_character=True))
    assert face.redline is not None
    assert [(r.old, r.new) for r in face.redline.revisions] == [("f", "F")]


def test_of_two_word_files_the_new_one_is_written_as_it_is_with_the_changes_tracked(
    face: CompareFace, files: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    face.summary.export.click()
    menu = next(menu for menu in face.findChildren(QMenu) if menu.isVisible())
    assert files[1].name in menu.actions()[0].text()
    menu.close()
    target = tmp_path / "tracked.docx"
    with qtbot.waitSignal(face.comparison.written, timeout=LONG):
        face.writing.whole_file(target)
    package = Package(target.read_bytes(), name=target.name)
    assert {change.author for change in tracked_changes(package)} == {"A. Ozola"}
    parts = [
        set(zipfile.ZipFile(BytesIO(data)).namelist())
        for data in (files[1].read_bytes(), target.read_bytes())
    ]
    assert parts[0] <= parts[1], "the file as it came, not one made anew"


def test_a_file_that_cannot_be_read_leaves_nothing_to_decide_on(
    face: CompareFace, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = tmp_path / "locked.docx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    face.new.show_source(of_file(locked, "File"))
    with qtbot.waitSignal(face.comparison.failed, timeout=LONG):
        face.run()
    assert face.redline is None
    assert in_sight(face, NotCompared)
    assert not face.bar.isVisible()
    assert not face.summary.isVisible()
    assert "locked.docx" in told(face)


def test_another_language_is_refused_with_a_pointer(face: CompareFace, tmp_path: Path, qtbot: QtBot) -> None:
    latvian = tmp_path / "latvian.txt"
    latvian.write_text(
        "LATVIJAS REPUBLIKAS UN IGAUNIJAS REPUBLIKAS LĪGUMS PAR PRĀMJIEM\n\nLatvijas Republika un Igaunijas "
        "Republika, turpmāk “Puses”,\n\nir vienojušās par turpmāko.\n\n1. pants\n\nPrāmis kursē katru dienu no abiem "
        "krastiem.\n\n2. pants\n\nŠis līgums stājas spēkā parakstīšanas dienā.\n",
        encoding="utf-8",
    )
    face.new.show_source(of_file(latvian, "File"))
    with qtbot.waitSignal(face.comparison.failed, timeout=LONG):
        face.run()
    assert "concordance" in told(face)


def test_a_comparison_that_is_stopped_can_be_made_again(face: CompareFace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(face.comparison.cancelled, timeout=LONG):
        face.run()
        face.comparison.cancel()
    assert in_sight(face, NotCompared)
    assert "stopped" in told(face)
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.run()
    assert face.banners.count() == 0
    assert len(face.model.revisions()) == 1


def test_a_new_text_is_compared_with_the_draft_unless_an_old_one_was_chosen(
    face: CompareFace, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    face.old.show_source(face.texts.offers()[1])  # as last saved: what the face begins with
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.new._pick(of_file(files[1], "File"))
    assert face.old.source is not None
    assert face.old.source.live, "so that decisions can be taken into the draft"
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.old._pick(of_file(files[1], "File"))
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.new._pick(of_file(files[0], "File"))
    assert face.old.source.path == files[1]


def test_what_was_decided_on_cannot_be_taken_where_the_draft_is_neither_text(face: CompareFace) -> None:
    number = face.model.revisions()[0]
    face.show_change(number)
    face.bar.accept.click()
    assert face.decided
    assert not face.summary.take.isEnabled()
    assert face.summary.take.toolTip()
