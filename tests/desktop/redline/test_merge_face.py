"""The merge face: three texts in, conflicts settled by key, undone, kept as the draft or saved as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from workbench.actions.drafting import open_draft, save_draft
from workbench.agreement import edits
from workbench.agreement.text import Alternative
from workbench.agreement.tree import Agreement, Draft
from workbench.comparison.merging import Choice, Origin
from workbench.desktop.editor.draft_commands import COMPARE, DRAFT, MERGE
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner
from workbench.desktop.redline.merge_face import MergeFace
from workbench.desktop.redline.sources import of_file
from workbench.desktop.theme import Theme

LONG = 30_000


def reworded(agreement: Agreement, number: int, old: str, new: str) -> Agreement:
    unit = agreement.find(identity(number))
    assert unit is not None
    assert old in unit.text.plain
    return edits.set_text(agreement, unit.id, unit.text.plain.replace(old, new, 1))


def ours(agreement: Agreement) -> Agreement:
    """One edit of our own, one in dispute."""
    agreement = reworded(agreement, 22, "good faith", "a friendly spirit")
    return reworded(agreement, 33, "Information", "All information")


def theirs(agreement: Agreement) -> Agreement:
    agreement = reworded(agreement, 33, "Information", "Any information")
    return edits.delete(agreement, identity(45))


@pytest.fixture
def returned(tmp_path: Path, agreement: Agreement) -> Path:
    """The file that came back."""
    path = tmp_path / "returned.xml"
    save_draft(Draft(theirs(agreement)), path)
    return path


@pytest.fixture
def face(theme: Theme, jobs: Jobs, session: Session, returned: Path, qtbot: QtBot) -> Iterator[MergeFace]:
    """The saved draft as sent, the draft now as ours, a file as theirs."""
    session.apply("change", ours(session.agreement))
    made = MergeFace(theme, jobs, session, library=None)
    made.resize(1300, 800)
    made.show()
    with qtbot.waitSignal(made.merged, timeout=LONG):
        made.merge_with(returned)
    yield made
    made.close()


def paper(face: MergeFace) -> str:
    return face.views.inline.toPlainText()


def told(face: MergeFace) -> str:
    return " ".join(
        label.text() for b in face.banners.findChildren(Banner) for label in b.findChildren(QLabel)
    )


def test_both_wordings_of_a_conflict_stand_in_the_text(face: MergeFace) -> None:
    assert face.settlements is not None
    assert len(face.settlements.conflicts) == 1
    assert "[All]" in paper(face).replace("\u2009", "")
    assert "[Any]" in paper(face)
    assert "Conflict 1 of 1" in face.bar._what.text()
    shapes = {
        (shape.deco, shape.slot) for made in face.views.inline.shown for shape in made.entry.rendered.shapes
    }
    assert {(Deco.BRACKET, "a"), (Deco.BRACKET, "b"), (Deco.INSERTION, "a"), (Deco.DELETION, "b")} <= shapes
    assert {deco for _, _, deco, _ in face.views.map._marks} >= {Deco.BRACKET, Deco.DELETION}


@pytest.mark.parametrize(
    ("key", "stands", "gone"),
    [(Qt.Key.Key_O, "All information", "Any"), (Qt.Key.Key_T, "Any information", "All"),
     (Qt.Key.Key_B, "All Any information", "[All")],
)  # fmt: skip
def test_a_conflict_is_settled_by_key_undone_and_done_again(
    face: MergeFace, key: Qt.Key, stands: str, gone: str
) -> None:
    before = paper(face)
    QTest.keyClick(face, key)
    assert len(face.settled) == 1
    assert stands in paper(face)
    assert gone not in paper(face).replace(stands, "")
    draft = face.draft()
    assert draft is not None
    assert stands in " ".join(unit.text.plain for unit in draft.agreement.walk())
    QTest.keyClick(face, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not face.settled
    assert paper(face) == before
    QTest.keyClick(
        face, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert stands in paper(face)


def test_other_words_can_take_the_place_of_both(face: MergeFace) -> None:
    QTest.keyClick(face, Qt.Key.Key_E)
    assert face.question.isVisible()
    assert face.question.field.text() == "All"
    face.question.field.setText("Relevant")
    QTest.keyClick(face.question.field, Qt.Key.Key_Return)
    assert "Relevant information" in paper(face)
    draft = face.draft()
    assert draft is not None
    unit = draft.agreement.find(identity(33))
    assert unit is not None
    assert unit.text.plain.startswith("Relevant information")
    assert not unit.text.of(Alternative)


def test_what_is_open_stays_in_the_draft_in_both_wordings(face: MergeFace) -> None:
    draft = face.draft()
    assert draft is not None
    unit = draft.agreement.find(identity(33))
    assert unit is not None
    assert [value.delegation for _, _, value in unit.text.of(Alternative)] == ["LV", "EE"]
    assert draft.agreement.find(identity(45)) is None, "what only they took out is gone"


def test_all_changes_can_be_listed_each_signed_by_its_side(face: MergeFace) -> None:
    assert face.settlements is not None
    assert len(face.model.revisions()) == 1
    face.listed.choose(1)
    face._list()
    redline = face.settlements.redline
    assert [redline.revision(n).author for n in face.model.revisions()] == ["LV", "", "LV, EE", "EE"]
    counts = {origin: share._count for origin, share in face.pane._shares.items()}
    assert counts == {Origin.OURS: 1, Origin.THEIRS: 1, Origin.BOTH: 1, Origin.DISPUTED: 1}


def test_the_result_is_saved_as_a_file(face: MergeFace, tmp_path: Path, qtbot: QtBot) -> None:
    face.choose(Choice.THEIRS)
    with qtbot.waitSignal(face.merging.written, timeout=LONG):
        face.save_to(tmp_path / "merged.xml")
    unit = open_draft(tmp_path / "merged.xml").agreement.find(identity(33))
    assert unit is not None
    assert unit.text.plain.startswith("Any information")


def test_one_text_three_times_is_no_merge(face: MergeFace, returned: Path) -> None:
    for picker in face.texts.pickers:
        picker.show_source(of_file(returned, "File"))
    face.run()
    assert not face.merging.running
    assert "three times" in told(face)


def test_a_file_that_cannot_be_read_is_named(face: MergeFace, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    with qtbot.waitSignal(face.merging.failed, timeout=LONG):
        face.merge_with(broken)
    assert "broken.docx" in told(face)
    assert face.draft() is None


def test_another_language_is_refused_in_a_sentence(
    face: MergeFace, tmp_path: Path, agreement: Agreement, qtbot: QtBot
) -> None:
    other = tmp_path / "latvian.xml"
    save_draft(Draft(replace(agreement, language="lv")), other)
    with qtbot.waitSignal(face.merging.failed, timeout=LONG):
        face.merge_with(other)
    assert "latvian.xml" in told(face)
    assert "languages" in told(face)


def test_a_merge_can_be_stopped(face: MergeFace, returned: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(face.merging.cancelled, timeout=LONG):
        face.merge_with(returned)
        face.merging.cancel()
    assert "stopped" in told(face)
    assert face.draft() is None


def test_where_neither_side_changed_anything_there_is_nothing_to_merge(
    face: MergeFace, tmp_path: Path, agreement: Agreement, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"same{n}.xml" for n in range(3)]
    for path, picker in zip(paths, face.texts.pickers, strict=True):
        save_draft(Draft(agreement), path)
        picker.show_source(of_file(path, "File"))
    with qtbot.waitSignal(face.merged, timeout=LONG):
        face.run()
    assert face.views._stack.currentIndex() == 2
    assert face.draft() is not None


def test_what_was_edited_since_is_not_lost_by_keeping_an_older_merge(
    face: MergeFace, session: Session, qtbot: QtBot
) -> None:
    kept: list[Draft] = []
    face.kept.connect(lambda draft, _label: kept.append(draft))
    session.apply("edit", reworded(session.agreement, 22, "friendly", "warm"))
    face.keep()
    assert not kept
    assert "has changed" in told(face)
    with qtbot.waitSignal(face.merged, timeout=LONG):
        face.run()
    with qtbot.waitSignal(face.kept, timeout=LONG):
        face.keep()
    (draft,) = kept
    unit = draft.agreement.find(identity(22))
    assert unit is not None
    assert "a warm spirit" in unit.text.plain


def test_the_draft_page_leads_there_and_takes_the_result_as_one_step(
    theme: Theme, jobs: Jobs, agreement: Agreement, returned: Path, qtbot: QtBot
) -> None:
    page = DraftPage(theme, jobs, Draft(agreement))
    page.resize(1300, 800)
    page.show()
    page.session.apply("change", ours(agreement))
    before = page.session.draft
    page.show_face(COMPARE)
    qtbot.waitUntil(lambda: page.compare.redline is not None, timeout=LONG)
    page.compare.new.show_source(of_file(returned, "File"))
    with qtbot.waitSignal(page.merge.merged, timeout=LONG):
        QTest.mouseClick(page.compare.merge, Qt.MouseButton.LeftButton)
    assert page.faces.currentWidget() is page.merge
    page.merge.choose(Choice.OURS)
    assert page.undo_stack is page.merge.decisions.stack
    with qtbot.waitSignal(page.merge.kept, timeout=LONG):
        page.merge.keep()
    assert page.faces.currentIndex() == DRAFT
    unit = page.session.agreement.find(identity(33))
    assert unit is not None
    assert unit.text.plain.startswith("All information")
    assert page.session.agreement.find(identity(45)) is None
    page.session.undo_stack.undo()
    assert page.session.draft is before
    page.show_face(MERGE)
    assert page.merge.settled, "what was settled is still there"
    page.close_draft()
    page.close()
    page.deleteLater()
