"""The page under real keys."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import from_scratch, identity
from workbench.agreement.text import Emphasis, Footnote, Style, Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, new_id
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.library.clauses import CLAUSE_MIME
from workbench.desktop.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(page: Page, number: int) -> str:
    found = page.session.agreement.find(identity(number))
    assert found is not None
    return found.text.plain


def test_typing_goes_into_the_tree_and_words_are_undone_one_by_one(page: Page) -> None:
    page.go(Place(identity(33), Part.TEXT, 0))
    QTest.keyClicks(page, "Two more words ")
    assert words(page, 33).startswith("Two more words Information")
    assert page.session.undo_stack.count() == 3
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert words(page, 33).startswith("Two more Information")
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert words(page, 33).startswith("Information")
    QTest.keyClick(page, Qt.Key.Key_Y, CONTROL)
    assert words(page, 33).startswith("Two Information")


def test_undo_puts_the_caret_back_and_keeps_the_scroll(page: Page) -> None:
    place = Place(identity(45), Part.TEXT, 4)
    page.go(place)
    scroll = page.verticalScrollBar().value()
    QTest.keyClicks(page, "whole ")
    page.session.undo_stack.undo()
    assert page.place_of_caret == place
    assert page.verticalScrollBar().value() == scroll
    assert page.hasFocus() or not page.isActiveWindow()


def test_tab_changes_the_level_and_a_refusal_is_told(page: Page, qtbot: QtBot) -> None:
    page.go(Place(identity(33), Part.TEXT, 0))
    QTest.keyClick(page, Qt.Key.Key_Tab)
    point = page.session.agreement.find(identity(33))
    assert point is not None
    assert point.kind is Kind.POINT
    QTest.keyClick(page, Qt.Key.Key_Backtab)
    raised = page.session.agreement.find(identity(33))
    assert raised is not None
    assert raised.kind is Kind.PARAGRAPH
    page.go(Place(identity(10), Part.HEADING, 0))
    with qtbot.waitSignal(page.refused) as told:
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert told.args[0]


def test_moving_renumbers_and_references_follow(page: Page) -> None:
    page.go(Place(identity(29), Part.HEADING, 0))
    QTest.keyClick(page, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert page.session.numbers[identity(29)].label == "Article 2"
    assert "follows Article 2 in" in words(page, 22)
    page.session.undo_stack.undo()
    assert "follows Article 3 in" in words(page, 22)


def test_numbers_are_not_text(page: Page) -> None:
    assert "Article 1" not in page.toPlainText()
    assert page.sheet.entries[page.draft_sheet.index_of(identity(10)) or 0].number == "Article 1"


def test_copying_gives_numbers_to_other_programs_and_pasting_makes_paragraphs(page: Page) -> None:
    start = page.draft_sheet.position_of(Place(identity(21), Part.TEXT, 0))
    end = page.draft_sheet.position_of(Place(identity(22), Part.TEXT, 4))
    assert start is not None
    assert end is not None
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    QTest.keyClick(page, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("1.\tEach Party")
    assert copied.text().endswith("\n2.\tThis")
    assert "<p" in copied.html()
    mime = QMimeData()
    mime.setHtml("<p>First <i>offer</i></p><p>Second</p>")
    mime.setText("First offer\nSecond")
    page.go(Place(identity(45), Part.TEXT, 0))
    page.insertFromMimeData(mime)
    children = page.session.agreement.body[3].children
    assert [c.text.plain for c in children[1:]] == [
        "First offer",
        "SecondThe table is part of this Agreement.",
    ]
    assert children[1].text.of(Emphasis) == ((6, 11, Emphasis(Style.ITALIC)),)


def test_cut_takes_out_what_is_selected(page: Page) -> None:
    page.go(Place(identity(33), Part.TEXT, 0), select=len("Information "))
    QTest.keyClick(page, Qt.Key.Key_X, CONTROL)
    assert words(page, 33).startswith("is passed on")
    QTest.keyClick(page, Qt.Key.Key_V, CONTROL)
    assert words(page, 33).startswith("Information is passed on")


def test_a_composed_character_is_typed(page: Page) -> None:
    page.go(Place(identity(33), Part.TEXT, 0))
    event = QInputMethodEvent()
    event.setCommitString("š")
    QApplication.sendEvent(page, event)
    assert words(page, 33).startswith("šInformation")


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Backspace, CONTROL), (Qt.Key.Key_Delete, CONTROL)])
def test_a_word_is_erased_but_never_beyond_its_paragraph(
    page: Page, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    offset = 0 if key == Qt.Key.Key_Delete else len("Information ")
    page.go(Place(identity(33), Part.TEXT, offset))
    QTest.keyClick(page, key, held)
    assert words(page, 33).startswith("is passed on")


def test_a_dropped_clause_is_asked_for(page: Page, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData(CLAUSE_MIME, b"some-clause")
    with qtbot.waitSignal(page.clause_dropped) as told:
        page.insertFromMimeData(mime)
    assert told.args == ["some-clause"]


def test_zoom_keeps_the_text_and_the_caret(page: Page) -> None:
    page.go(Place(identity(33), Part.TEXT, 3))
    before = page.toPlainText()
    page.set_zoom(1.5)
    assert page.toPlainText() == before
    assert page.place_of_caret == Place(identity(33), Part.TEXT, 3)
    page.zoom_by(-10)
    assert page.zoom == pytest.approx(0.6)


def test_the_insertion_line_opens_a_gap_and_closes_it_again(page: Page) -> None:
    page.go(Place(identity(21), Part.TEXT, 0))
    page.insertion.after = lambda: identity(21)
    block = page.textCursor().block()
    plain = block.blockFormat().bottomMargin()
    page.insertion.show("New paragraph 2")
    assert page.textCursor().block().blockFormat().bottomMargin() > plain
    page.insertion.show("")
    assert page.textCursor().block().blockFormat().bottomMargin() == plain


def test_a_long_draft_is_set_in_portions_and_reached_at_once(theme: Theme, qtbot: QtBot) -> None:
    body = tuple(
        Provision(
            new_id(),
            Kind.ARTICLE,
            heading=Text(f"No {n}"),
            children=(
                Provision(
                    new_id(), Kind.PARAGRAPH, Text("The Parties meet.").marked(4, 11, Footnote("Both."))
                ),
            ),
        )
        for n in range(400)
    )
    session = Session(Draft(Agreement(id=AgreementId(UUID(int=1)), language="en", body=body)))
    page = Page(theme, session)
    page.resize(760, 700)
    page.show()
    sheet = page.draft_sheet
    assert len(sheet.entries) < len(sheet.lines) == 800
    page.show_provision(body[200].id)
    assert page.place_of_caret is not None
    assert page.place_of_caret.provision == body[200].id
    qtbot.waitUntil(lambda: sheet.complete, timeout=10_000)
    assert sheet.entries == from_scratch(session, theme)
    assert page.document().blockCount() == 800
    assert page.place_of_caret.provision == body[200].id
    page.close()
    page.deleteLater()


def test_an_edit_and_selecting_all_have_everything_set(theme: Theme) -> None:
    body = tuple(Provision(new_id(), Kind.ARTICLE, heading=Text(f"No {n}")) for n in range(400))
    session = Session(Draft(Agreement(id=AgreementId(UUID(int=1)), language="en", body=body)))
    page = Page(theme, session)
    QTest.keyClick(page, Qt.Key.Key_A, CONTROL)
    assert page.textCursor().selectedText().count("\u2029") == 399
    again = Page(theme, session)
    QTest.keyClicks(again, "x")
    assert again.draft_sheet.entries == from_scratch(session, theme)
    for made in (page, again):
        made.deleteLater()
