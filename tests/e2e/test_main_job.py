"""The main job in the real window: import, review, keep, draft, search, insert, edit, compare, export."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import PATIENCE
from workbench.actions.drafting import open_draft
from workbench.agreement.tree import Kind
from workbench.desktop.desk import Desk

Press = Callable[[QWidget, str], None]


def drop(window: QWidget, path: Path) -> None:
    """Let a file go over the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle = QPointF(window.rect().center())
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(middle.toPoint(), *held))
    QApplication.sendEvent(window, QDropEvent(middle, *held))


def import_flood_warning(desk: Desk, qtbot: QtBot, press: Press, fixtures: Path) -> None:
    drop(desk.window, fixtures / "flood_warning_lt_lv.txt")
    qtbot.waitUntil(desk.review.can_edit, timeout=PATIENCE)
    press(desk.review, "Keep")
    library = desk.keeper.library
    assert library is not None
    qtbot.waitUntil(lambda: library.info().agreements == 1, timeout=PATIENCE)


def begin_draft(desk: Desk, qtbot: QtBot, press: Press) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.window.room == "new", timeout=PATIENCE)
    page = desk.beginning.form
    qtbot.waitUntil(lambda: page.templates.current() is not None, timeout=PATIENCE)
    fields = [f for f in page.parties.findChildren(QLineEdit) if f.isVisible()]
    for field, name in zip(fields, ("Republic of Latvia", "Republic of Estonia"), strict=True):
        field.setFocus()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    press(page, "Create draft")
    qtbot.waitUntil(lambda: desk.drafts.page is not None and desk.drafts.in_front(), timeout=PATIENCE)


def test_the_main_job(desk: Desk, qtbot: QtBot, press: Press, fixtures: Path, tmp_path: Path) -> None:
    import_flood_warning(desk, qtbot, press, fixtures)
    begin_draft(desk, qtbot, press)
    draft = desk.drafts.page
    assert draft is not None
    page, session = draft.face.page, draft.session
    first = session.draft
    assert "Ukrain" not in page.toPlainText()

    # Save the draft, so that there is something to compare with.
    file = tmp_path / "draft.xml"
    draft.save_to(file)
    qtbot.waitUntil(lambda: not draft.unsaved and file.exists(), timeout=PATIENCE)
    assert open_draft(file).agreement == first.agreement

    # Put the caret in the first paragraph of an article and insert a clause found in the library.
    article = next(u for u in session.agreement.body if u.kind is Kind.ARTICLE and u.children)
    page.show_provision(article.children[0].id)
    page.setFocus()
    desk.drawer.open_search()
    qtbot.waitUntil(desk.drawer.isVisible, timeout=PATIENCE)
    assert not draft.face.outline.isVisible()
    search = next(f for f in desk.drawer.findChildren(QLineEdit) if f.isVisible())
    qtbot.keyClicks(search, "flood")
    cards = desk.drawer.browser.list
    qtbot.waitUntil(lambda: cards.count() > 0 and cards.card() is not None, timeout=PATIENCE)
    before = session.undo_stack.count()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.undo_stack.count() == before + 1, timeout=PATIENCE)
    desk.drawer.close_it()
    inserted = [u for u in session.agreement.walk() if u.provenance is not None]
    assert inserted
    assert inserted[0].provenance is not None
    assert inserted[0].provenance.file == "flood_warning_lt_lv.txt"
    assert "Lithuania" not in " ".join(u.words for u in inserted)

    # Type a sentence, begin a new paragraph, take it all back, and do it again.
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    with_clause = session.draft
    qtbot.keyClicks(page, " Every siren is tested in spring.")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "Each Party bears its own costs.")
    edited = session.draft
    assert "siren is tested in spring." in page.toPlainText()
    assert "Each Party bears its own costs." in page.toPlainText()
    while session.draft is not with_clause:
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "siren is tested in spring." not in page.toPlainText()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    while session.undo_stack.canRedo():
        qtbot.keyClick(page, Qt.Key.Key_Z, held)
    assert session.draft == edited

    # Compare with what was saved: the inserted clause and the typed words are there.
    qtbot.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: draft.compare.redline is not None, timeout=PATIENCE)
    redline = draft.compare.redline
    assert redline is not None
    assert redline.accept_all() == session.agreement
    assert redline.reject_all() == first.agreement
    assert "Each Party bears its own costs." in draft.compare.views.inline.toPlainText()
    word = tmp_path / "redline.docx"
    draft.compare.export_to(word)
    qtbot.waitUntil(word.exists, timeout=PATIENCE)
    with zipfile.ZipFile(word) as package:
        document = package.read("word/document.xml").decode()
    assert "<w:ins " in document

    # Reject one change and take that into the draft; undo brings it back.
    changes = draft.compare.model.revisions()
    draft.compare.list.setFocus()
    press(draft.compare, "Reject")
    assert len(draft.compare.decided) == 1
    press(draft.compare, "Take into draft")
    assert session.draft != edited
    session.undo_stack.undo()
    assert session.draft == edited
    assert changes

    # Export the clean text.
    qtbot.keyClick(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    dialog = draft.export_dialog()
    dialog.show()
    dialog.path.setText(str(tmp_path / "agreement.docx"))
    press(dialog, "Export")
    qtbot.waitUntil((tmp_path / "agreement.docx").exists, timeout=PATIENCE)
    dialog.choose(".xml")
    press(dialog, "Export")
    qtbot.waitUntil((tmp_path / "agreement.xml").exists, timeout=PATIENCE)
    dialog.close()

    # And save the result.
    with qtbot.waitActive(desk.window, timeout=PATIENCE):
        desk.window.activateWindow()
    qtbot.keyClick(desk.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not draft.unsaved, timeout=PATIENCE)
    assert open_draft(file).agreement == session.agreement
