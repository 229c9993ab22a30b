"""The window as a whole: rooms, the start page, new agreements, settings, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.agreements import WATER, written
from workbench.actions import drafting
from workbench.actions.workbench import Workbench
from workbench.agreement.tree import Draft
from workbench.desktop.beginning.new_agreement import NewAgreementPage
from workbench.desktop.desk import Desk
from workbench.desktop.kit import Banner, Button, EmptyState
from workbench.desktop.review.queued_file import Stage
from workbench.desktop.start.pieces import Beginning, LibraryNumbers, thousands
from workbench.desktop.start.recents import RecentDraft
from workbench.desktop.theme import Mode, Theme
from workbench.settings import SettingsFile

ROOMS = ("drafts", "library", "templates", "settings", "new", "review")


def dropped(desk: Desk, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, buttons, keys)
    desk.window.dragEnterEvent(enter)
    if enter.isAccepted():
        desk.window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, buttons, keys))
    return enter.isAccepted()


@pytest.mark.parametrize("mode", list(Mode))
def test_every_room_opens_in_every_look(qtbot: QtBot, desk: Desk, theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    for room in ROOMS:
        desk.window.go(room)
        qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
        assert not desk.window.grab().isNull()


@pytest.mark.parametrize("room", ROOMS)
def test_a_screen_has_at_most_one_filled_button(qtbot: QtBot, desk: Desk, tmp_path: Path, room: str) -> None:
    desk.import_files([written(tmp_path, "water.txt", WATER)])
    qtbot.waitUntil(lambda: desk.queue.waiting() == 1, timeout=20_000)
    desk.window.go(room)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    buttons = desk.window.page(room).findChildren(Button)
    filled = [b.accessibleName() for b in buttons if b.isVisible() and b.property("kind") == "primary"]
    large = [
        b.accessibleName() for b in desk.start_page.findChildren(Beginning) if b._primary and b.isVisible()
    ]
    assert len(filled + large) <= 1, filled + large


def test_what_can_be_reached_has_a_name_for_the_ear(qtbot: QtBot, desk: Desk) -> None:
    nameless = []
    for room in ROOMS:
        page: QWidget = desk.window.page(room)
        reachable: list[QWidget] = [
            *page.findChildren(QAbstractButton),
            *page.findChildren(QLineEdit),
            *page.findChildren(QAbstractItemView),
        ]
        for widget in reachable:
            owner = widget.parent()
            of_qt = widget.objectName().startswith("qt_") or (
                owner is not None and owner.inherits("QComboBox")
            )
            if widget.window() is page.window() and not of_qt and not widget.accessibleName():
                nameless.append((room, type(widget).__name__))
    assert not nameless


def test_an_empty_library_says_what_to_do_and_offers_the_starter(qtbot: QtBot, desk: Desk) -> None:
    desk.window.go("library")
    state = next(s for s in desk.library.findChildren(EmptyState) if s.isVisible())
    words = [button.accessibleName() for button in state.findChildren(QAbstractButton)]
    assert words == ["Import agreements", "Open the starter library"]
    with qtbot.waitSignal(desk.keeper.changed, timeout=60_000):
        desk.library.starter_asked.emit()
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=60_000)
    assert desk.keeper.library is not None
    assert desk.keeper.library.info().agreements > 0


def test_files_dropped_anywhere_come_into_the_review(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    assert dropped(desk, written(tmp_path, "water.txt", WATER))
    assert desk.window.room == "review"
    qtbot.waitUntil(lambda: desk.queue.waiting() == 1, timeout=20_000)
    assert desk.start_page.card is not None


def test_a_dropped_draft_is_opened(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(drafting.new_draft("defence-cooperation", parties=["Latvia", "Estonia"]), path)
    dropped(desk, path)
    qtbot.waitUntil(lambda: desk.drafts.page is not None, timeout=30_000)
    assert desk.window.room == "draft"
    desk.window.go("drafts")
    qtbot.waitUntil(lambda: len(desk.start_page.recents.drafts()) == 1)
    line = desk.start_page.recents.drafts()[0]
    assert line.key == str(path)
    assert line.parties == "Latvia – Estonia"
    desk.start_page.draft_chosen.emit(line.key)
    assert desk.window.room == "draft"


def test_a_file_that_is_no_draft_is_refused_with_a_banner(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.open_draft(written(tmp_path, "bad.xml", "<notes/>"))
    qtbot.waitUntil(lambda: desk.start_page.banners.count() == 1, timeout=20_000)
    banner = desk.start_page.banners.findChildren(Banner)[0]
    assert "bad.xml" in banner.accessibleName()


def test_a_new_agreement_needs_two_different_parties(desk: Desk, form: NewAgreementPage) -> None:
    form.parties.set_names(["Latvia", ""])
    form.wish()
    assert [field.error for field in form.parties._fields] == ["", "Name this party."]
    form.parties.set_names(["Latvia", "latvia"])
    form.wish()
    assert form.parties._fields[1].error
    assert desk.drafts.page is None


def test_the_form_knows_the_templates_that_were_looked_through(qtbot: QtBot, desk: Desk) -> None:
    desk.window.go("templates")
    qtbot.waitUntil(lambda: desk.beginning.templates.list.current() is not None, timeout=20_000)
    desk.beginning.templates.begin_asked.emit("long-term-support")
    qtbot.waitUntil(lambda: desk.beginning.form.templates.current() is not None)
    chosen = desk.beginning.form.templates.current()
    assert chosen is not None
    assert chosen.slug == "long-term-support"


def test_parties_are_offered_while_typing(qtbot: QtBot, form: NewAgreementPage) -> None:
    line = form.parties._fields[0].field
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Latv")
    completer = line.completer()
    assert "Republic of Latvia" in [
        completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())
    ]
    popup = completer.popup()
    assert popup is not None
    popup.hide()


def test_the_names_offered_follow_the_language(desk: Desk) -> None:
    assert "Latvijas Republika" in desk.beginning.party_names("lv")
    assert "Латвійська Республіка" in desk.beginning.party_names("uk")


def test_a_wrong_value_is_said_at_its_field(form: NewAgreementPage) -> None:
    from workbench.drafting.placeholders import PlaceholderValueError

    info = form.templates.current()
    assert info is not None
    key = info.placeholders[0].key
    form.refuse(PlaceholderValueError(key=key, value="x", remedy="give a day"))
    assert form.blanks._fields[key].error
    form.refuse(PlaceholderValueError(key="none", value="x", remedy="give a day"))
    assert form.banners.count() == 1


def test_settings_hold_at_once_and_are_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.window.go("settings")
    desk.preferences.page.look.chosen.emit(2)
    assert desk.theme.dark
    desk.preferences.page.initials.setText("lv")
    desk.preferences.page.initials.editingFinished.emit()
    kept = SettingsFile(tmp_path / "settings.json").load()
    assert (kept.theme, kept.initials) == ("dark", "LV")


def test_the_window_remembers_how_it_stood(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    state = tmp_path / "window.ini"
    sizes = []
    for resize in (True, False):
        workbench = Workbench(str(tmp_path / "l.sqlite"), file=SettingsFile(tmp_path / "s.json"))
        desk = Desk(workbench, theme, state=state)
        if resize:
            desk.window.resize(960, 640)  # what fits the offscreen screen
        desk.window.show()
        sizes.append(desk.window.size())
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
    assert sizes[0] == sizes[1] == QSize(960, 640)


def test_an_unsaved_draft_keeps_the_window_open(qtbot: QtBot, desk: Desk) -> None:
    asked: list[bool] = []

    def refuse() -> bool:
        asked.append(True)
        return False

    desk.window.may_close = refuse
    desk.window.close()
    assert asked
    assert desk.window.isVisible()


def test_a_long_name_gives_way_in_a_narrow_window(qtbot: QtBot, desk: Desk) -> None:
    title = "Latvijas Republikas valdības un Igaunijas Republikas valdības vienošanās " * 3
    desk.window.resize(960, 600)
    desk.window.go("drafts")
    desk.start_page.show_drafts([RecentDraft("x", title, "Latvija – Igaunija", when="vakar")])
    desk.start_page.show_library(LibraryNumbers(3, 4000, 9, (("Lietuviešu valoda, ļoti garš", 3),)))
    qtbot.wait(20)
    content = desk.start_page._content
    assert content.minimumSizeHint().width() <= desk.window.width() - 89


def test_numbers_are_grouped() -> None:
    assert thousands(3480) == "3\u202f480"


def test_an_autosave_is_offered_and_can_be_restored(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    library = desk.keeper.library
    assert library is not None
    draft: Draft = drafting.new_draft("defence-cooperation", parties=["Latvia", "Estonia"])
    library.drafts.autosave("draft-1", draft)
    desk.keeper.changed.emit()
    qtbot.waitUntil(lambda: desk.start_page.banners.count() == 1)
    banner = desk.start_page.banners.findChildren(Banner)[0]
    restore = next(b for b in banner.findChildren(QAbstractButton) if b.accessibleName() == "Restore")
    restore.click()
    qtbot.waitUntil(lambda: desk.drafts.page is not None)
    assert desk.drafts.page is not None
    assert desk.drafts.page.session.agreement == draft.agreement
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)


def test_keys_undo_and_redo_in_the_review(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.import_files([written(tmp_path, "water.txt", WATER)])
    qtbot.waitUntil(lambda: desk.queue.waiting() == 1, timeout=30_000)
    qtbot.waitUntil(desk.review.can_edit, timeout=20_000)
    correction = desk.queue.files[0].correction
    assert correction is not None
    second = correction.agreement.body[0].children[1]

    def paragraphs() -> int:
        return len(correction.agreement.body[0].children) if correction is not None else 0

    desk.review.tree.look_at(second.id)
    desk.review.tree.setFocus()
    qtbot.keyClick(desk.review.tree, Qt.Key.Key_M)
    assert paragraphs() == 1
    QApplication.processEvents()
    qtbot.keyClick(desk.review.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert paragraphs() == 2
    QApplication.processEvents()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.review.tree, Qt.Key.Key_Z, both)
    assert paragraphs() == 1
    qtbot.keyClick(desk.review.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    library = desk.keeper.library
    assert library is not None
    qtbot.waitUntil(lambda: len(library.agreements()) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    assert library.agreements()[0].clauses


def test_the_review_is_done_without_the_mouse(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.import_files([written(tmp_path, "water.txt", WATER)])
    qtbot.waitUntil(lambda: desk.queue.waiting() == 1, timeout=30_000)
    tree = desk.review.tree
    qtbot.waitUntil(tree.hasFocus)
    qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.queue.files[0].stage is Stage.KEPT, timeout=20_000)
    qtbot.waitUntil(desk.review.files.hasFocus)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
