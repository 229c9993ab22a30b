"""Deciding by key and by menu, wherever the keyboard is: in the list, in the text, on a button."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.redline.conftest import compared
from tests.desktop.redline.test_redline_rows import changed
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.changes import ITEM, Change, Decision, Group
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.theme import Theme

Part = Callable[[CompareFace], QWidget]


@pytest.fixture
def face(theme: Theme, jobs: Jobs, session: Session, qtbot: QtBot) -> Iterator[CompareFace]:
    session.apply("change", changed(session.agreement))
    made = CompareFace(theme, jobs, session, library=None, author="A. Ozola")
    yield from compared(made, qtbot, lambda: made.entered(None))


def choose(asked: Callable[[], object], words: str) -> list[str]:
    """Click an entry of the menu that comes; the words of those that cannot be chosen."""
    asked()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().split("\t")[0] == words)
    barred = [action.text().split("\t")[0] for action in menu.actions() if not action.isEnabled()]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    return barred


@pytest.mark.parametrize(
    "part",
    [lambda f: f.list, lambda f: f.views.inline, lambda f: f.bar.accept, lambda f: f.summary.take],
    ids=["list", "text", "button", "pane"],
)
def test_letters_decide_from_every_part_of_the_face(face: CompareFace, part: Part, qtbot: QtBot) -> None:
    face.activateWindow()
    qtbot.waitUntil(face.isActiveWindow)
    first, second, _third = face.model.revisions()
    face.show_change(first)
    part(face).setFocus()
    QTest.keyClick(part(face), Qt.Key.Key_A)
    QTest.keyClick(part(face), Qt.Key.Key_R)
    assert face.decided == {first: Decision.ACCEPTED, second: Decision.REJECTED}
    face.show_change(first)
    QTest.keyClick(part(face), Qt.Key.Key_U)
    assert face.decided == {second: Decision.REJECTED}
    face.decisions.stack.undo()
    assert face.decided[first] is Decision.ACCEPTED


def test_letters_look_for_no_row_of_the_list(face: CompareFace, qtbot: QtBot) -> None:
    face.activateWindow()
    qtbot.waitUntil(face.isActiveWindow)
    face.list.setFocus()
    for _ in face.model.revisions():
        QTest.keyClick(face.list, Qt.Key.Key_A)
    assert isinstance(face.list.currentIndex().data(ITEM), Change)
    assert len(face.decided) == 3


def test_a_right_click_in_the_list_offers_what_can_be_done(face: CompareFace) -> None:
    number = face.model.revisions()[1]
    row = face.model.row_of(number)
    assert row is not None
    where = face.list.visualRect(face.model.index(row)).center()
    QTest.mouseClick(face.list.viewport(), Qt.MouseButton.RightButton, pos=where)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, face.list.viewport().mapToGlobal(where))
    barred = choose(lambda: QApplication.sendEvent(face.list.viewport(), event), "Reject")
    assert "Leave open" in barred, "nothing was decided on it"
    assert face.decided == {number: Decision.REJECTED}


def test_a_right_click_in_the_text_makes_that_change_the_present_one(face: CompareFace) -> None:
    last = face.model.revisions()[-1]
    face.show_change(last)
    paper = face.views.inline
    index = next(i for i, made in enumerate(paper.shown) if any(n == last for n, _, _ in made.spans))
    block = paper.document().findBlockByNumber(index)
    start = next(a for n, a, _ in paper.shown[index].spans if n == last)
    stretch = next(paper.stretches(block, start, start + 4))
    where = QPoint(round(stretch.left) + 6, round(stretch.baseline) - 4)
    face.walk.present = face.model.revisions()[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, paper.viewport().mapToGlobal(where))
    choose(lambda: QApplication.sendEvent(paper.viewport(), event), "Accept")
    assert face.decided == {last: Decision.ACCEPTED}


def test_the_menu_key_leads_to_the_other_place_of_moved_text(face: CompareFace) -> None:
    assert face.redline is not None
    moved = next(r.number for r in face.redline.revisions if r.kind is RevisionKind.MOVED)
    face.show_change(moved)
    here = face.views.inline.highlighted
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    choose(lambda: QApplication.sendEvent(face.list.viewport(), event), "To the other place of moved text")
    assert face.views.inline.highlighted != here
    assert face.walk.present == moved


def test_the_list_follows_the_text(face: CompareFace) -> None:
    """Articles come in the order in which the reader meets them, each once."""
    items = [face.model.index(row).data(ITEM) for row in range(face.model.rowCount())]
    heads = [item.title for item in items if isinstance(item, Group)]
    assert len(heads) == len(set(heads))
    numbers = [item.revision.number for item in items if isinstance(item, Change)]
    assert numbers == sorted(numbers)


def test_the_layout_is_turned_by_one_key_and_back(face: CompareFace) -> None:
    face.turn_layout()
    assert face.views.left.isVisible()
    assert not face.views.inline.isVisible()
    face.turn_layout()
    assert face.views.inline.isVisible()


def test_both_layouts_have_one_zoom(face: CompareFace) -> None:
    face.views.zoom_by(2)
    assert {paper.zoom for paper in face.views.papers} == {1.25}
    face.turn_layout()
    face.views.right.zoom_by(-1)
    assert {paper.zoom for paper in face.views.papers} == {1.1}
