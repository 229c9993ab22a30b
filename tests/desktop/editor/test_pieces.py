"""Footnotes, tables, annexes and subheadings: put in by keys and clicks, undone, saved and read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from workbench.actions.drafting import open_draft, save_draft
from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.text import CrossReference, Footnote, Text
from workbench.agreement.tree import Agreement, Draft, Kind, Provision
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.table_dialog import TableDialog, reworded
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button
from workbench.desktop.theme import Theme


@pytest.fixture
def desk(theme: Theme, jobs: Jobs, agreement: Agreement) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, Draft(agreement))
    made.resize(1350, 820)
    made.show()
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


def run(page: DraftPage, command: str) -> None:
    next(one for one in page.commands() if one.id == command).run()


def notes(page: DraftPage) -> list[str]:
    unit = page.session.agreement.find(identity(33))
    assert unit is not None
    return [note.text for _, _, note in unit.text.of(Footnote)]


def opened(page: DraftPage) -> TableDialog:
    run(page, "provision.table")
    return page.findChildren(TableDialog)[-1]


def press(qtbot: QtBot, dialog: TableDialog, name: str) -> None:
    button = next(one for one in dialog.findChildren(Button) if one.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_footnote_is_written_changed_and_taken_away(desk: DraftPage) -> None:
    paper, question = desk.face.page, desk.face.question
    paper.go(Place(identity(33), Part.TEXT, 11))
    run(desk, "provision.footnote")
    QTest.keyClicks(question.field, "Of any kind.")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert notes(desk) == ["Of any kind."]
    paper.go(Place(identity(33), Part.TEXT, 11))
    run(desk, "provision.footnote")
    assert question.field.text() == "Of any kind."
    question.field.setText("Of every kind.")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert notes(desk) == ["Of every kind."]
    desk.face.inspector.refresh()
    remove = [b for b in desk.face.inspector.findChildren(Button) if b.accessibleName() == "Remove"]
    remove[-1].click()
    assert notes(desk) == []
    for _ in range(3):
        desk.undo_stack.undo()
    assert desk.undo_stack.index() == 0


def test_a_table_is_written_and_lives_through_saving(desk: DraftPage, qtbot: QtBot, tmp_path: Path) -> None:
    desk.face.page.go(Place(identity(33), Part.TEXT, 4))
    dialog = opened(desk)
    assert (dialog.grid.rowCount(), dialog.grid.columnCount()) == (3, 2)
    for y, words in enumerate(("State", "Latvia", "Estonia")):
        for x in (0, 1):
            dialog.grid.setItem(y, x, QTableWidgetItem(f"{words} {x}"))
    press(qtbot, dialog, "Add column")
    press(qtbot, dialog, "Remove column")
    press(qtbot, dialog, "Add column")
    dialog.grid.setCurrentCell(2, 0)
    press(qtbot, dialog, "Remove row")
    press(qtbot, dialog, "Insert")
    host = desk.session.agreement.find(identity(29))
    assert host is not None
    table = host.children[-1]
    assert table.kind is Kind.TABLE
    assert [len(line.children) for line in table.children] == [3, 3]
    assert table.children[1].children[0].words == "Latvia 0"
    save_draft(desk.session.draft, tmp_path / "d.xml")
    again = open_draft(tmp_path / "d.xml").agreement.find(table.id)
    assert again is not None
    assert again.words == table.words
    export(desk.session.agreement, tmp_path / "d.docx")
    printed = read_file(tmp_path / "d.docx").agreement
    assert any("Latvia" in unit.words for unit in printed.walk() if unit.kind is Kind.TABLE)
    desk.undo_stack.undo()
    assert desk.session.agreement.find(table.id) is None


def test_a_cell_is_changed_where_it_stands(desk: DraftPage, qtbot: QtBot) -> None:
    desk.face.page.go(Place(identity(41), Part.TABLE, 0))
    dialog = opened(desk)
    item = dialog.grid.item(0, 1)
    assert item is not None
    assert item.text() == "Office"
    item.setText("Agency")
    press(qtbot, dialog, "Change")
    cell = desk.session.agreement.find(identity(44))
    assert cell is not None
    assert cell.words == "Agency"
    desk.undo_stack.undo()
    assert desk.session.agreement.find(identity(44)) == Provision(identity(44), Kind.CELL, Text("Office"))


def test_marks_outside_what_changed_in_a_cell_stay() -> None:
    text = Text("see Article 3 and more").marked(4, 13, CrossReference(identity(29)))
    new = reworded(text, "see Article 3 and less")
    assert new.plain == "see Article 3 and less"
    assert new.of(CrossReference) == text.of(CrossReference)


def test_a_subheading_and_an_annex_are_put_in(desk: DraftPage) -> None:
    desk.face.page.go(Place(identity(22), Part.TEXT, 3))
    run(desk, "provision.subheading")
    QTest.keyClicks(desk.face.page, "Good faith")
    article = desk.session.agreement.find(identity(20))
    assert article is not None
    assert [unit.kind for unit in article.children] == [Kind.PARAGRAPH, Kind.CROSSHEADING, Kind.PARAGRAPH]
    assert article.children[1].words == "Good faith"
    run(desk, "provision.annex")
    QTest.keyClicks(desk.face.page, "Forms")
    assert [annex.heading.plain for annex in desk.session.agreement.annexes] == ["Equipment", "Forms"]
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert len(desk.session.agreement.annexes) == 1


def test_nothing_is_put_where_it_cannot_stand(desk: DraftPage) -> None:
    said: list[str] = []
    desk.face.refused.connect(said.append)
    desk.face.page.go(Place(identity(4), Part.TEXT, 3))
    run(desk, "provision.subheading")
    run(desk, "provision.table")
    assert len(said) == 2
    assert desk.undo_stack.count() == 0
    assert not desk.findChildren(TableDialog)


def test_f6_walks_what_is_to_be_filled_in(desk: DraftPage) -> None:
    paper = desk.face.page
    paper.go(Place(identity(11), Part.TEXT, 0))
    places = []
    for command in ("provision.next-blank", "provision.next-blank", "provision.previous-blank"):
        run(desk, command)
        places.append(paper.place_of_caret)
        assert paper.textCursor().selectedText()
    assert places[0] is not None
    assert places[0].provision == identity(21)
