"""The compare face: walking, deciding, taking into the draft, both layouts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from tests.desktop.redline.conftest import compared
from tests.desktop.redline.test_redline_rows import changed
from workbench.agreement.tree import Draft
from workbench.comparison import compare
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.redline.taking import taken
from workbench.desktop.theme import Theme


@pytest.fixture
def face(theme: Theme, jobs: Jobs, session: Session, qtbot: QtBot) -> Iterator[CompareFace]:
    """Saved draft against the draft now, compared in the process of the jobs."""
    session.apply("change", changed(session.agreement))
    made = CompareFace(theme, jobs, session, library=None, author="A. Ozola")
    made.taken.connect(lambda agreement, label: session.apply(label, agreement))
    yield from compared(made, qtbot, lambda: made.entered(None))


def test_next_goes_round_and_the_list_follows(face: CompareFace) -> None:
    numbers = face.model.revisions()
    assert len(numbers) == 3
    walked = []
    for _ in range(4):
        walked.append(face.walk.present)
        QTest.keyClick(face, Qt.Key.Key_F7)
    assert walked == [*numbers, numbers[0]]
    QTest.keyClick(face, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert face.walk.present == numbers[0]
    assert face.list.currentIndex().row() == face.model.row_of(numbers[0])


def test_rejecting_all_gives_the_saved_draft_back_and_undo_the_present_one(
    face: CompareFace, session: Session, qtbot: QtBot
) -> None:
    now = session.draft
    for number in face.model.revisions():
        face.show_change(number)
        face.decide(Decision.REJECTED)
    assert len(face.decided) == 3
    with qtbot.waitSignal(face.compared, timeout=30_000):
        face.take()
    assert session.agreement == session.saved_draft.agreement
    session.undo_stack.undo()
    assert session.draft is now


def test_decisions_are_undone_one_by_one(face: CompareFace) -> None:
    first = face.model.revisions()[0]
    face.show_change(first)
    QTest.keyClick(face, Qt.Key.Key_A)
    assert face.decided == {first: Decision.ACCEPTED}
    face.decisions.stack.undo()
    assert face.decided == {}
    assert face.walk.present == first


def test_kinds_can_be_left_out(face: CompareFace) -> None:
    face.changes.use(face.changes.filter.with_kind(RevisionKind.MOVED, False))
    assert all(
        face.redline is not None and face.redline.revision(n).kind is not RevisionKind.MOVED
        for n in face.model.revisions()
    )
    face.changes.use(face.changes.filter.with_kind(RevisionKind.MOVED, True))
    assert len(face.model.revisions()) == 3


def test_side_by_side_rows_stand_level(face: CompareFace, qtbot: QtBot) -> None:
    face.layouts.choose(1)
    face._show_layout()
    qtbot.wait(50)
    face.views.align()
    layouts = [paper.document().documentLayout() for paper in (face.views.left, face.views.right)]
    left, right = face.views.left.document().begin(), face.views.right.document().begin()
    while left.isValid():
        assert layouts[0].blockBoundingRect(left).top() == pytest.approx(
            layouts[1].blockBoundingRect(right).top(), abs=1.5
        )
        left, right = left.next(), right.next()
    assert not right.isValid()


def test_moved_text_leads_to_its_other_place(face: CompareFace) -> None:
    flagged = [i for i, made in enumerate(face.views.inline.shown) if made.entry.flags]
    assert len(flagged) == 2
    face.views.inline.moved_clicked.emit(flagged[0])
    assert face.views.inline.highlighted == flagged[1]
    face.views.inline.moved_clicked.emit(flagged[1])
    assert face.views.inline.highlighted == flagged[0]


def test_what_is_taken_from_a_foreign_text_keeps_the_drafts_identities(session: Session) -> None:
    draft = session.agreement
    from workbench.agreement.edits import map_provisions, with_new_ids

    foreign = changed(draft)
    fresh = {unit.id: with_new_ids(unit).id for unit in foreign.walk()}
    import msgspec

    foreign = map_provisions(foreign, lambda unit: msgspec.structs.replace(unit, id=fresh[unit.id]))
    redline = compare(draft, foreign)
    replaced = next(r for r in redline.revisions if r.kind is RevisionKind.REPLACED)
    made = taken(redline, {replaced.number: Decision.ACCEPTED}, draft_is_old=True)
    unit = made.find(identity(33))
    assert unit is not None
    assert unit.text.plain.startswith("Every piece of information")
    assert {u.id for u in made.walk()} == {u.id for u in draft.walk()}
    assert made.id == draft.id
    assert taken(redline, {}, draft_is_old=True) == draft


def test_the_map_shows_every_kind(face: CompareFace) -> None:
    assert {deco.value for _, _, deco, _ in face.views.map._marks} >= {
        "insertion",
        "deletion",
        "moved-here",
        "moved-away",
    }


def test_the_draft_stays_as_it_is_while_nothing_is_decided(face: CompareFace, session: Session) -> None:
    before: Draft = session.draft
    face.take()
    assert session.draft is before
