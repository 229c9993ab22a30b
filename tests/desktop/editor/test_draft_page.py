"""The draft page as a whole: outline, inspector, tools, file, export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from workbench.actions.drafting import open_draft, save_draft
from workbench.agreement.findings import Finding, Severity
from workbench.agreement.text import Alternative, Bracket, Comment, CrossReference, Placeholder, Text
from workbench.agreement.tree import Agreement, Draft, Kind, Provision
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.outline_model import ITEM
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Theme
from workbench.drafting.placeholders import placeholder

LONG = 30_000


@pytest.fixture
def desk_page(theme: Theme, jobs: Jobs, agreement: Agreement) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, Draft(agreement), author="A. Ozola")
    made.resize(1350, 820)
    made.show()
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


def text_of(page: DraftPage, number: int) -> str:
    found = page.session.agreement.find(identity(number))
    assert found is not None
    return found.text.plain


def outline_rows(page: DraftPage) -> list[tuple[str, str, int]]:
    model = page.face.outline.model
    found = []
    for row in range(model.rowCount()):
        item = model.index(row, 0).data(ITEM)
        found.append((item.number, item.name, item.brackets))
    return found


def test_the_outline_shows_numbers_names_and_brackets(desk_page: DraftPage) -> None:
    assert outline_rows(desk_page) == [
        ("", "Title and parties", 0),
        ("", "Preamble", 0),
        ("1", "Definitions", 0),
        ("2", "Authorities", 1),
        ("3", "Information", 1),
        ("4", "Points of contact", 0),
        ("", "Testimonium and signatures", 0),
        ("", "Annex: Equipment", 0),
    ]


def test_the_outline_follows_the_caret_and_leads_to_the_text(desk_page: DraftPage) -> None:
    face = desk_page.face
    face.page.go(Place(identity(31), Part.TEXT, 0))
    item = face.outline.view.currentIndex().data(ITEM)
    assert item.provision == identity(30)
    face.outline.chosen.emit(identity(45))
    place = face.page.place_of_caret
    assert place is not None
    assert place.provision == identity(45)


def test_dragging_in_the_outline_moves_and_renumbers(desk_page: DraftPage, qtbot: QtBot) -> None:
    model = desk_page.face.outline.model
    source, target = model.index_of(identity(29)), model.index_of(identity(10))
    model.dropMimeData(model.mimeData([source]), Qt.DropAction.MoveAction, target.row(), 0, target.parent())
    assert [u.id for u in desk_page.session.agreement.body] == [identity(n) for n in (29, 10, 20, 40)]
    assert "follows Article 1 in" in text_of(desk_page, 22)
    qtbot.waitUntil(lambda: outline_rows(desk_page)[2] == ("1", "Information", 1), timeout=2000)
    desk_page.session.undo_stack.undo()
    assert [u.id for u in desk_page.session.agreement.body] == [identity(n) for n in (10, 20, 29, 40)]


def test_the_filter_leaves_what_was_asked_for(desk_page: DraftPage) -> None:
    outline = desk_page.face.outline
    outline.filter.setText("inform")
    shown = outline.view.model()
    names = [shown.index(row, 0).data(ITEM).name for row in range(shown.rowCount())]
    assert names == ["Information"]


def test_one_value_fills_every_place(desk_page: DraftPage) -> None:
    face = desk_page.face
    face.page.go(Place(identity(21), Part.TEXT, 0))
    face.inspector.refresh()
    field = face.inspector.fill_in._fields["days"].field
    field.setFocus()
    QTest.keyClicks(field, "ten")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "within ten days" in text_of(desk_page, 21)
    assert desk_page.session.draft.values == {"days": "ten"}
    desk_page.session.undo_stack.undo()
    assert "within [number] days" in text_of(desk_page, 21)
    assert desk_page.session.draft.values == {}


def test_the_tools_put_marks_on_the_selected_words(desk_page: DraftPage) -> None:
    page = desk_page.face.page
    start = text_of(desk_page, 33).index("passed on")
    page.go(Place(identity(33), Part.TEXT, start), select=len("passed on"))
    desk_page.face.tool("bracket")
    unit = desk_page.session.agreement.find(identity(33))
    assert unit is not None
    assert "is [passed on] within" in unit.text.plain
    assert unit.text.of(Bracket) == ((start, start + len("[passed on]"), Bracket("LV")),)
    desk_page.session.undo_stack.undo()
    page.go(Place(identity(33), Part.TEXT, start), select=len("passed on"))
    desk_page.face.tool("alternative")
    unit = desk_page.session.agreement.find(identity(33))
    assert unit is not None
    assert [v.delegation for _, _, v in unit.text.of(Alternative)] == ["LV", "EE"]
    QTest.keyClicks(page, "sent")
    assert "[passed on][sent]" in text_of(desk_page, 33)


def test_a_question_is_answered_with_enter(desk_page: DraftPage) -> None:
    face = desk_page.face
    face.page.go(Place(identity(45), Part.TEXT, 0))
    for verb, answer, kind in (
        ("reference", "Article 2", CrossReference),
        ("placeholder", "name of the office", Placeholder),
    ):
        face.tool(verb)
        assert face.question.isVisible()
        QTest.keyClicks(face.question.field, answer)
        QTest.keyClick(face.question.field, Qt.Key.Key_Return)
        unit = desk_page.session.agreement.find(identity(45))
        assert unit is not None
        assert len(unit.text.of(kind)) == 1
    assert text_of(desk_page, 45).startswith("Article 2[name of the office]The table")
    face.page.go(Place(identity(11), Part.TEXT, 0))
    face.tool("comment")
    QTest.keyClicks(face.question.field, "check with the ministry")
    QTest.keyClick(face.question.field, Qt.Key.Key_Return)
    commented = desk_page.session.agreement.find(identity(11))
    assert commented is not None
    assert commented.text.of(Comment)[0][2].text == "check with the ministry"


def test_find_and_replace_keep_marks(desk_page: DraftPage) -> None:
    face = desk_page.face
    face.open_find()
    QTest.keyClicks(face.find_bar.words, "party")
    assert len(face.search.matches) == 1
    face.find_bar.words.setText("article 3")
    assert len(face.search.matches) == 1
    face.find_bar.words.setText("good faith")
    face.find_bar.replacement.setText("good will")
    face.find_bar.replace_all_asked.emit("good will")
    assert text_of(desk_page, 22).endswith("in good will.")
    desk_page.session.undo_stack.undo()
    assert text_of(desk_page, 22).endswith("in good faith.")
    face.find_bar.leave()
    assert not face.page.found


def test_a_new_article_stands_behind_the_present_one(desk_page: DraftPage) -> None:
    page = desk_page.face.page
    page.go(Place(identity(11), Part.TEXT, 0))
    desk_page.face.shaping.add_article()
    QTest.keyClicks(page, "Scope")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "This Agreement applies everywhere.")
    article = desk_page.session.agreement.body[1]
    assert article.heading.plain == "Scope"
    assert [c.kind for c in article.children] == [Kind.PARAGRAPH]
    assert article.children[0].text.plain == "This Agreement applies everywhere."


def test_saving_writes_the_whole_draft(desk_page: DraftPage, qtbot: QtBot, tmp_path: Path) -> None:
    desk_page.face.page.go(Place(identity(45), Part.TEXT, 0))
    QTest.keyClicks(desk_page.face.page, "Truly ")
    assert desk_page.unsaved
    path = tmp_path / "draft.xml"
    desk_page.saving.save(path)
    qtbot.waitUntil(lambda: not desk_page.unsaved, timeout=LONG)
    assert open_draft(path).agreement == desk_page.session.agreement
    assert desk_page.status().saved.startswith("Saved")


def test_a_change_on_disk_is_told_and_not_overwritten(
    desk_page: DraftPage, qtbot: QtBot, tmp_path: Path, agreement: Agreement
) -> None:
    path = tmp_path / "draft.xml"
    desk_page.saving.save(path)
    qtbot.waitUntil(lambda: desk_page.path == path and not desk_page.unsaved, timeout=LONG)
    import msgspec

    other = Draft(msgspec.structs.replace(agreement, marking="RESTRICTED"))
    save_draft(other, path)
    qtbot.waitUntil(lambda: desk_page.face.banners.count() == 1, timeout=LONG)
    desk_page.save()
    assert open_draft(path).agreement.marking == "RESTRICTED"
    (theirs,) = (
        b for b in desk_page.face.banners.findChildren(QPushButton) if b.accessibleName() == "Take theirs"
    )
    QTest.mouseClick(theirs, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk_page.session.agreement.marking == "RESTRICTED", timeout=LONG)
    assert desk_page.face.banners.count() == 0


def test_findings_are_shown_walked_and_dismissed(desk_page: DraftPage) -> None:
    found = Finding("test.rule", Severity.ERROR, "something is wrong", provision=identity(33))
    desk_page.findings.stop()
    desk_page.findings.all = (found,)
    desk_page.findings.changed.emit()
    assert desk_page.status().findings == {Severity.ERROR: 1, Severity.WARNING: 0, Severity.INFO: 0}
    desk_page.walk_findings(Severity.ERROR)
    place = desk_page.face.page.place_of_caret
    assert place is not None
    assert place.provision == identity(33)
    desk_page.face.settling.set_aside(found, "agreed so")
    assert desk_page.findings.counts()[Severity.ERROR] == 0
    desk_page.session.undo_stack.undo()
    assert desk_page.findings.counts()[Severity.ERROR] == 1


def test_export_writes_what_was_chosen_and_tells_what_blocks(
    desk_page: DraftPage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = desk_page.beside.export_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.path.setText(str(tmp_path / "nowhere" / "a.docx"))
    dialog.export()
    assert dialog.field.error
    dialog.path.setText(str(tmp_path / "clean.txt"))
    dialog.choose(".txt")
    with qtbot.waitSignal(dialog.exported, timeout=LONG):
        dialog.export()
    words = (tmp_path / "clean.txt").read_text("utf-8")
    assert "Competent" not in words
    assert "Article 2" in words
    assert "is this so?" not in words
    dialog.reject()


def test_every_command_has_words_and_its_own_key(desk_page: DraftPage) -> None:
    commands = desk_page.commands()
    assert all(command.title for command in commands)
    keys = [command.shortcut for command in commands if command.shortcut]
    assert len(keys) == len(set(keys))


def test_a_narrow_window_folds_the_inspector_and_one_click_brings_it_back(desk_page: DraftPage) -> None:
    desk_page.resize(1000, 700)
    assert not desk_page.face.inspector.isVisible()
    desk_page.face.toggle_inspector()
    assert desk_page.face.inspector.isVisible()


def test_the_drawer_folds_the_outline_and_says_where_a_clause_would_go(desk_page: DraftPage) -> None:
    desk_page.face.page.go(Place(identity(21), Part.TEXT, 0))
    desk_page.drawer_opened(600)
    assert not desk_page.face.outline.isVisible()
    assert desk_page.face.page.insertion.words == "New paragraph 2"
    desk_page.drawer_shut()
    assert desk_page.face.outline.isVisible()
    assert desk_page.face.page.insertion.words == ""


def test_words_typed_over_a_placeholder_fill_it_everywhere(desk_page: DraftPage) -> None:
    page, question = desk_page.face.page, desk_page.face.question
    start = text_of(desk_page, 21).index("[number]")
    page.go(Place(identity(21), Part.TEXT, start), select=len("[number]"))
    before = desk_page.session.draft
    QTest.keyClicks(page, "t")
    assert question.isVisible()
    assert desk_page.session.draft is before
    QTest.keyClicks(question.field, "en")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert text_of(desk_page, 21).endswith("within ten days.")
    assert desk_page.session.draft.values == {"days": "ten"}
    QTest.keyClicks(page, "!")
    assert text_of(desk_page, 21).endswith("within ten! days.")
    desk_page.session.undo_stack.undo()
    desk_page.session.undo_stack.undo()
    assert desk_page.session.draft is before


def test_escape_leaves_a_placeholder_as_it_was(desk_page: DraftPage) -> None:
    page, question = desk_page.face.page, desk_page.face.question
    start = text_of(desk_page, 21).index("[number]")
    page.go(Place(identity(21), Part.TEXT, start + 3))
    before = desk_page.session.draft
    QTest.keyClicks(page, "x")
    QTest.keyClick(question.field, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert desk_page.session.draft is before
    assert page.hasFocus()


def test_a_clause_type_is_changed_in_the_inspector_and_taken_back(desk_page: DraftPage) -> None:
    face = desk_page.face
    face.page.go(Place(identity(33), Part.TEXT, 0))
    face.inspector.refresh()
    (change,) = (b for b in face.inspector.findChildren(QPushButton) if b.accessibleName() == "Choose")
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    assert face.question.isVisible()
    face.question.field.setText("definitions")
    QTest.keyClick(face.question.field, Qt.Key.Key_Return)
    unit = desk_page.session.agreement.find(identity(33))
    assert unit is not None
    assert unit.types == ("definitions",)
    face.inspector.refresh()
    assert any(b.accessibleName() == "Change" for b in face.inspector.findChildren(QPushButton))
    desk_page.session.undo_stack.undo()
    unit = desk_page.session.agreement.find(identity(33))
    assert unit is not None
    assert unit.types == ()


def test_the_inspector_never_grows_wider_than_its_pane(
    theme: Theme, jobs: Jobs, agreement: Agreement
) -> None:
    label = (
        "competent authority of the Republic of Latvia for the purposes of Wissenschaftszusammenarbeit" * 3
    )
    paragraph = Provision(identity(98), Kind.PARAGRAPH, placeholder("who", label, help=label, default=label))
    article = Provision(identity(97), Kind.ARTICLE, heading=Text("Authorities"), children=(paragraph,))
    made = DraftPage(theme, jobs, Draft(replace(agreement, body=(article,))), author="")
    made.resize(1280, 760)
    made.show()
    made.face.page.go(Place(identity(98), Part.TEXT, 0))
    made.face.inspector.refresh()
    QTest.qWait(10)
    inspector = made.face.inspector
    assert inspector.geometry().right() < made.width()
    right = inspector.mapTo(made, inspector.rect().topRight()).x()
    for field in inspector.findChildren(QLineEdit):
        assert field.mapTo(made, field.rect().topRight()).x() <= right
    made.close_draft()
    made.close()
    made.deleteLater()


def test_undo_takes_back_decisions_while_changes_are_decided_on(desk_page: DraftPage, qtbot: QtBot) -> None:
    desk_page.face.page.go(Place(identity(45), Part.TEXT, 0))
    QTest.keyClicks(desk_page.face.page, "Truly ")
    edited = desk_page.session.draft
    desk_page.show_face(1)
    qtbot.waitUntil(lambda: desk_page.compare.walk.present > 0, timeout=LONG)
    assert desk_page.undo_stack is desk_page.session.undo_stack
    QTest.keyClick(desk_page.compare, Qt.Key.Key_R)
    assert len(desk_page.compare.decided) == 1
    QTest.mouseClick(desk_page.header.undo, Qt.MouseButton.LeftButton)
    assert not desk_page.compare.decided
    assert desk_page.session.draft is edited
    QTest.mouseClick(desk_page.header.redo, Qt.MouseButton.LeftButton)
    assert len(desk_page.compare.decided) == 1
    desk_page.show_face(0)
    assert desk_page.undo_stack is desk_page.session.undo_stack
