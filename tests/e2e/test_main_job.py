"""The main job in the real window: import, review, keep, draft, search, insert, edit, compare, export."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.e2e.hands import CONTROL, SHIFT, Hands
from workbench.actions.drafting import open_draft
from workbench.agreement.tree import Kind, Provision
from workbench.desktop.desk import Desk
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.export_dialog import ExportDialog
from workbench.formats import akn


def import_and_keep(desk: Desk, hands: Hands, file: Path) -> None:
    """Library > Import agreements…, the file dialog, the review, Keep."""
    hands.will_answer(file)
    hands.menu(desk.window, "Library", "Import agreements…")
    hands.wait(desk.review.can_edit)
    hands.press(desk.review, "Keep")
    library = desk.keeper.library
    assert library is not None
    hands.wait(lambda: library.info().agreements == 1)


def begin_draft(desk: Desk, hands: Hands) -> DraftPage:
    """Ctrl+N, the names of two parties, Create draft."""
    hands.key(desk.window, Qt.Key.Key_N, CONTROL)
    hands.wait(lambda: desk.window.room == "new")
    form = desk.beginning.form
    hands.wait(lambda: form.templates.current() is not None)
    fields = [f for f in form.parties.findChildren(QLineEdit) if f.isVisible()]
    for field, name in zip(fields, ("Republic of Latvia", "Republic of Estonia"), strict=True):
        hands.fill(field, name)
        hands.key(field, Qt.Key.Key_Escape)
    hands.press(form, "Create draft")
    hands.wait(lambda: desk.drafts.page is not None and desk.drafts.in_front())
    assert desk.drafts.page is not None
    return desk.drafts.page


def save(desk: Desk, draft: DraftPage, hands: Hands, file: Path | None = None) -> None:
    """Ctrl+S, and the file dialog the first time."""
    if file is not None:
        hands.will_answer(file)
    hands.key(desk.window, Qt.Key.Key_S, CONTROL)
    hands.wait(lambda: not draft.unsaved and not draft.saving.writing)


def taken_from_library(draft: DraftPage) -> list[Provision]:
    """The provisions that say where they come from."""
    return [unit for unit in draft.session.agreement.walk() if unit.provenance is not None]


def search(desk: Desk, hands: Hands, words: str) -> QLineEdit:
    """Ctrl+L and words in the clause search; returns its field when there are cards."""
    hands.key(desk.window, Qt.Key.Key_L, CONTROL)
    hands.wait(desk.drawer.isVisible)
    field = next(f for f in desk.drawer.findChildren(QLineEdit) if f.isVisible())
    hands.fill(field, words)
    cards = desk.drawer.browser.list
    hands.wait(lambda: cards.model().rowCount() > 0 and cards.card() is not None)
    return field


def export(draft: DraftPage, desk: Desk, hands: Hands, folder: Path) -> None:
    """Ctrl+E, then every format with its file."""
    hands.key(desk.window, Qt.Key.Key_E, CONTROL)
    hands.wait(lambda: draft.findChild(ExportDialog) is not None)
    dialog = draft.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    for words, suffix in (
        ("Word document", ".docx"),
        ("PDF", ".pdf"),
        ("Akoma Ntoso", ".xml"),
        ("Web page", ".html"),
        ("Plain text", ".txt"),
    ):
        file = folder / f"agreement{suffix}"
        hands.press(dialog, words)
        hands.fill(dialog.path, str(file))
        hands.press(dialog, "Export")
        hands.wait(file.exists)
        hands.wait(dialog.go.isEnabled)
    hands.press(dialog, "Cancel")


def test_the_main_job(desk: Desk, qtbot: QtBot, hands: Hands, fixtures: Path, tmp_path: Path) -> None:
    import_and_keep(desk, hands, fixtures / "flood_warning_lt_lv.txt")
    draft = begin_draft(desk, hands)
    page, session = draft.face.page, draft.session
    first = session.draft
    assert page.verticalScrollBar().value() == 0, "a draft opens at its beginning"

    # Save the draft, so that there is something to compare with.
    file = tmp_path / "draft.xml"
    save(desk, draft, hands, file)
    assert open_draft(file).agreement == first.agreement

    # The outline leads to a paragraph of the first article; a clause from the library goes behind it.
    article = next(u for u in session.agreement.body if u.kind is Kind.ARTICLE and u.children)
    model = draft.face.outline.model
    sifted = draft.face.outline.view.model()
    assert isinstance(sifted, QSortFilterProxyModel)
    row = sifted.mapFromSource(model.index_of(article.id))
    view = draft.face.outline.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())
    place = page.place_of_caret
    assert place is not None
    assert place.provision == article.id
    page.setFocus()
    hands.key(page, Qt.Key.Key_Down)
    field = search(desk, hands, "flood")
    assert not draft.face.outline.isVisible()
    assert not draft.header.export.isVisible(), "the drawer has the filled button"
    steps = session.undo_stack.count()
    hands.key(field, Qt.Key.Key_Return)
    hands.wait(lambda: session.undo_stack.count() == steps + 1)
    inserted = taken_from_library(draft)
    assert inserted
    assert inserted[0].provenance is not None
    assert inserted[0].provenance.file == "flood_warning_lt_lv.txt"
    assert "Lithuania" not in " ".join(u.words for u in inserted)

    # A second one is dragged from the drawer onto the page; undo takes it out again.
    cards = desk.drawer.browser.list
    mime = cards.model().mimeData([cards.currentIndex()])
    hands.drop(page.viewport(), mime, page.cursorRect().center())
    hands.wait(lambda: session.undo_stack.count() == steps + 2)
    assert len(taken_from_library(draft)) > len(inserted)
    hands.key(field, Qt.Key.Key_Escape)
    hands.wait(lambda: not desk.drawer.isVisible())
    hands.menu(desk.window, "Edit", "Undo")
    assert taken_from_library(draft) == inserted

    # Type a sentence, begin a new paragraph, take it all back, and do it again.
    page.setFocus()
    hands.key(page, Qt.Key.Key_End)
    with_clause = session.draft
    hands.keys(page, " Every siren is tested in spring.")
    hands.key(page, Qt.Key.Key_Return)
    hands.keys(page, "Each Party bears its own costs.")
    edited = session.draft
    assert "siren is tested in spring." in page.toPlainText()
    assert "Each Party bears its own costs." in page.toPlainText()
    while session.draft is not with_clause:
        hands.key(page, Qt.Key.Key_Z, CONTROL)
    assert "siren is tested in spring." not in page.toPlainText()
    while session.undo_stack.canRedo():
        hands.key(page, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert session.draft == edited

    # Compare with what was saved: the inserted clause and the typed words are there.
    hands.menu(desk.window, "View", "Compare face")
    hands.wait(lambda: draft.compare.redline is not None)
    redline = draft.compare.redline
    assert redline is not None
    assert redline.accept_all() == session.agreement
    assert redline.reject_all() == first.agreement
    assert "Each Party bears its own costs." in draft.compare.views.inline.toPlainText()
    word = tmp_path / "redline.docx"
    hands.will_answer(word)
    hands.press(draft.compare, "Export redline")
    hands.choose("Word, tracked changes")
    hands.wait(word.exists)
    with zipfile.ZipFile(word) as package:
        document = package.read("word/document.xml").decode()
    assert "<w:ins " in document

    # Reject a change, think better of it and again, and take that into the draft; undo brings it back.
    hands.press(draft.compare, "Reject")
    assert len(draft.compare.decided) == 1
    hands.key(draft.compare.list, Qt.Key.Key_Z, CONTROL)
    assert not draft.compare.decided
    hands.press(draft.compare, "Reject")
    hands.press(draft.compare, "Take into draft")
    assert session.draft != edited
    hands.key(desk.window, Qt.Key.Key_1, CONTROL)
    hands.wait(lambda: draft.writing)
    hands.key(page, Qt.Key.Key_Z, CONTROL)
    assert session.draft == edited

    # Export the clean text in every format, and save the result.
    export(draft, desk, hands, tmp_path)
    read = akn.from_bytes((tmp_path / "agreement.xml").read_bytes(), name="agreement.xml")
    assert [u.words for u in read.draft.agreement.body] == [u.words for u in session.agreement.body]
    save(desk, draft, hands)
    assert open_draft(file).agreement == session.agreement
