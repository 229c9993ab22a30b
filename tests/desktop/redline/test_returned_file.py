"""A Word file that came back, on the compare face: authors, silent changes, deciding one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.redline.conftest import compared
from tests.desktop.redline.counter_draft import RETURNED, SENT
from workbench.actions.reading import read_file
from workbench.agreement.tree import Draft
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.redline.filter import Filter, FilterMenu
from workbench.desktop.redline.sources import of_file
from workbench.desktop.theme import Theme
from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import tracked_changes


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = tmp_path / "counter-draft.docx"
    path.write_bytes(RETURNED)
    return path


@pytest.fixture
def face(theme: Theme, jobs: Jobs, tmp_path: Path, returned: Path, qtbot: QtBot) -> Iterator[CompareFace]:
    """What was sent is the draft on the desk; what came back is compared with it."""
    sent = tmp_path / "sent.docx"
    sent.write_bytes(SENT)
    made = CompareFace(
        theme, jobs, Session(Draft(read_file(sent).agreement)), library=None, author="A. Ozola"
    )
    yield from compared(made, qtbot, lambda: made.compare_with(returned))


def test_authors_are_named_and_silent_changes_warned_of(face: CompareFace) -> None:
    assert face.deciding.found is not None
    assert face.redline is not None
    assert [r.author for r in face.redline.revisions] == ["Kadri", "Jānis", ""]
    assert face.deciding.found.unmarked == {3}
    assert face.banners.count() == 1


def test_only_the_silent_ones_are_listed_when_asked_for_and_all_again(face: CompareFace) -> None:
    face._show_unmarked()
    assert face.model.revisions() == [3]
    assert face.walk.present == 3
    face._show_unmarked()
    assert face.model.revisions() == [1, 2, 3]


def test_an_author_can_be_left_out_by_a_tick(face: CompareFace) -> None:
    face.changes._funnel.click()
    menu = face.findChild(FilterMenu)
    assert menu is not None
    tick = next(action for action in menu.actions() if action.text() == "Kadri")
    tick.trigger()
    assert face.model.revisions() == [2, 3]
    assert face.changes.filter == Filter().with_author("Kadri", False)
    menu.close()


def test_all_that_is_listed_is_decided_in_one_step(face: CompareFace) -> None:
    face.changes.use(Filter().with_author("Jānis", False))
    face.bar.many.click()
    menu = next(menu for menu in face.bar.findChildren(QMenu))
    menu.actions()[0].trigger()
    menu.close()
    assert face.decided == {1: Decision.ACCEPTED, 3: Decision.ACCEPTED}
    face.decisions.stack.undo()
    assert face.decided == {}


def test_their_file_is_written_with_the_decisions_and_the_rest_still_tracked(
    face: CompareFace, returned: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    face.show_change(1)
    QTest.keyClick(face, Qt.Key.Key_R)
    target = tmp_path / "decided.docx"
    with qtbot.waitSignal(face.comparison.written, timeout=30_000):
        face.writing.answer(target)
    left = tracked_changes(Package(target.read_bytes(), name=target.name))
    assert [(c.author, c.text) for c in left] == [("Jānis", "spring"), ("Jānis", "autumn")]
    assert "sails daily" in " ".join(u.text.plain for u in read_file(target).agreement.walk())
    assert returned.read_bytes() == RETURNED


def test_a_file_beside_itself_shows_its_own_tracked_changes(
    face: CompareFace, returned: Path, qtbot: QtBot
) -> None:
    for picker in (face.old, face.new):
        picker.show_source(of_file(returned, "File"))
    with qtbot.waitSignal(face.compared, timeout=30_000):
        face.run()
    assert face.redline is not None
    assert [(r.old, r.new) for r in face.redline.revisions] == [("daily", "weekly"), ("spring", "autumn")]
    assert face.banners.count() == 0


def test_the_redline_is_exported_in_every_form_offered(
    face: CompareFace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    face.summary.export.click()
    menu = next(menu for menu in face.findChildren(QMenu) if menu.isVisible())
    offered = [action for action in menu.actions() if "…" in action.text() and action.isEnabled()]
    assert len(offered) == 6
    menu.close()
    for index, suffix in enumerate((".docx", ".docx", ".docx", ".pdf", ".html", ".xml")):
        target = tmp_path / f"redline-{index}{suffix}"
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, t=target: (str(t.with_suffix("")), "")
        )
        face.summary.export.click()
        menu = next(menu for menu in face.findChildren(QMenu) if menu.isVisible())
        action = [action for action in menu.actions() if "…" in action.text()][index]
        with qtbot.waitSignal(face.comparison.written, timeout=60_000):
            action.trigger()
            menu.close()
        qtbot.wait(10)
        assert target.stat().st_size > 1000
