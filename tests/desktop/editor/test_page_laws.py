"""Laws of the page, under any sequence of keys: the sheet is a function of the tree, and undo gives it back."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.desktop.editor.conftest import civil_protection, from_scratch
from workbench.agreement import record
from workbench.agreement.tree import Draft, Kind
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.sheet import PART, PROVISION_ID
from workbench.desktop.theme import Theme

KEYS = {
    "enter": Qt.Key.Key_Return,
    "back": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "tab": Qt.Key.Key_Tab,
    "out": Qt.Key.Key_Backtab,
}
PLACES = st.integers(min_value=0, max_value=2000)
STEPS = st.one_of(
    st.tuples(st.just("go"), PLACES),
    st.tuples(st.just("select"), st.tuples(PLACES, PLACES)),
    st.tuples(st.just("type"), st.sampled_from(["a", "word ", "š ", "𝔸", "two words"])),
    st.tuples(st.just("key"), st.sampled_from(sorted(KEYS))),
    st.tuples(st.just("move"), st.sampled_from([-1, 1])),
    st.tuples(
        st.just("kind"), st.sampled_from([Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT, Kind.CROSSHEADING])
    ),
    st.tuples(st.just("paste"), st.sampled_from(["one", "first\nsecond", "a\n\nb\nc"])),
    st.tuples(st.just("undo"), st.just(0)),
    st.tuples(st.just("redo"), st.just(0)),
)


def carry_out(page: Page, verb: str, what: object) -> None:
    cursor = page.textCursor()
    length = page.document().characterCount()
    match verb, what:
        case "go", int(place):
            cursor.setPosition(place % length)
            page.setTextCursor(cursor)
        case "select", (int(start), int(end)):
            cursor.setPosition(start % length)
            cursor.setPosition(end % length, QTextCursor.MoveMode.KeepAnchor)
            page.setTextCursor(cursor)
        case "type", str(words):
            page.type_text(words)
        case "key", str(name):
            QTest.keyClick(page, KEYS[name])
        case "move", int(steps):
            page.move_provision(steps)
        case "kind", Kind() as kind:
            page.set_kind(kind)
        case "paste", str(words):
            from PySide6.QtCore import QMimeData

            mime = QMimeData()
            mime.setText(words)
            page.insertFromMimeData(mime)
        case "undo", _:
            page.session.undo_stack.undo()
        case "redo", _:
            page.session.undo_stack.redo()


def assert_shows_the_tree(page: Page) -> None:
    """The sheet, kept up to date step by step, is what one filled from scratch would be."""
    sheet, session = page.draft_sheet, page.session
    wanted = from_scratch(session, page.theme)
    block = page.document().begin()
    for index, entry in enumerate(wanted):
        shown = sheet.entries[index]
        assert (shown.rendered, shown.style, shown.number) == (entry.rendered, entry.style, entry.number)
        words = "\ufffc" if entry.grid is not None else entry.rendered.text
        assert block.text() == words
        assert block.blockFormat().property(PROVISION_ID) == entry.provision
        assert block.blockFormat().property(PART) == entry.part
        assert block.blockFormat().topMargin() == pytest.approx(entry.style.top)
        block = block.next()
    assert not block.isValid()
    assert len(sheet.lines) == len(sheet.entries) == len(wanted)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=14))
def test_any_sequence_shows_the_tree_and_can_be_undone(theme: Theme, steps: list[tuple[str, object]]) -> None:
    first = Draft(civil_protection())
    session = Session(first)
    page = Page(theme, session)
    for verb, what in steps:
        carry_out(page, verb, what)
        assert_shows_the_tree(page)
    identities = [unit.id for unit in session.agreement.walk()]
    assert len(identities) == len(set(identities))
    assert record.decode_draft(record.encode_draft(session.draft)) == session.draft
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.draft is first
    assert_shows_the_tree(page)
    page.deleteLater()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=PLACES, end=PLACES)
def test_deleting_a_stretch_loses_no_other_word(theme: Theme, start: int, end: int) -> None:
    session = Session(Draft(civil_protection()))
    page = Page(theme, session)
    length = page.document().characterCount() - 1
    low, high = sorted((start % length, end % length))
    if low == high:
        return
    before = page.toPlainText()
    carry_out(page, "select", (low, high))
    page.erase(back=True)
    if session.undo_stack.count():
        after = page.toPlainText()
        kept = _words(before[:low]) | _words(before[high:])
        assert set(_WORD.findall(after)) >= kept
    page.deleteLater()


_WORD = re.compile(r"[^\W\d]+")  # numbers of references follow a move


def _words(text: str) -> set[str]:
    """The words of a stretch but for those at its edges, which a deletion may have cut."""
    return set(_WORD.findall(text)[1:-1])
