"""What was decided stays: when the draft is edited on, when decisions are taken, when the window is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from tests.desktop.redline.conftest import compared
from tests.desktop.redline.counter_draft import RETURNED, SENT
from workbench.actions.reading import read_file
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Draft
from workbench.comparison import compare
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.carrying import carried, remembered
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.redline.memory import Memory
from workbench.desktop.theme import Theme

LONG = 30_000
Open = Callable[[], CompareFace]


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = tmp_path / "counter-draft.docx"
    path.write_bytes(RETURNED)
    return path


@pytest.fixture
def sent(tmp_path: Path) -> Session:
    path = tmp_path / "sent.docx"
    path.write_bytes(SENT)
    return Session(Draft(read_file(path).agreement))


@pytest.fixture
def open_face(theme: Theme, jobs: Jobs, sent: Session, tmp_path: Path) -> Iterator[Open]:
    """A face on the draft that was sent, with a memory in a folder; opened again as on another day."""
    made: list[CompareFace] = []

    def begin() -> CompareFace:
        memory = Memory(tmp_path / "decisions", lambda: "the draft", jobs, sent)
        face = CompareFace(theme, jobs, sent, library=None, author="A. Ozola", memory=memory)
        face.taken.connect(lambda agreement, label: sent.apply(label, agreement))
        made.append(face)
        return face

    yield begin
    for face in made:
        face.close()


def shown(face: CompareFace, qtbot: QtBot, begin: Callable[[], object]) -> CompareFace:
    return next(compared(face, qtbot, begin))


def test_decisions_outlive_the_window(open_face: Open, returned: Path, qtbot: QtBot) -> None:
    face = open_face()
    shown(face, qtbot, lambda: face.compare_with(returned))
    face.show_change(2)
    face.decide(Decision.REJECTED)
    face.decide(Decision.ACCEPTED)
    before = dict(face.decided)
    assert len(before) == 2
    face.texts._memory.finish()
    face.close()
    again = open_face()
    assert [source.path for source in again.texts.offers() if source.path] == [returned]
    shown(again, qtbot, lambda: again.compare_with(returned))
    assert again.decided == before
    assert not again.decisions.stack.canUndo()


def test_what_is_rejected_stays_rejected_when_the_rest_is_taken_and_comes_back_on_undo(
    open_face: Open, sent: Session, returned: Path, qtbot: QtBot
) -> None:
    face = open_face()
    shown(face, qtbot, lambda: face.compare_with(returned))
    face.deciding.decide(1, Decision.ACCEPTED)
    face.deciding.decide(2, Decision.REJECTED)
    assert face.deciding.pending == 1
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.take()
    assert face.redline is not None
    decided = {face.redline.revision(n).old: d for n, d in face.decided.items()}
    assert decided == {"spring": Decision.REJECTED}
    assert face.deciding.pending == 0, "taking once more would change nothing"
    with qtbot.waitSignal(face.compared, timeout=LONG):
        sent.undo_stack.undo()
    assert {face.redline.revision(n).old: d for n, d in face.decided.items()} == {
        "daily": Decision.ACCEPTED,
        "spring": Decision.REJECTED,
    }


def test_editing_the_draft_on_keeps_what_is_decided(
    open_face: Open, sent: Session, returned: Path, qtbot: QtBot
) -> None:
    face = open_face()
    shown(face, qtbot, lambda: face.compare_with(returned))
    face.deciding.decide(3, Decision.ACCEPTED)
    first = next(unit for unit in sent.agreement.walk() if unit.text.plain.startswith("The ferry"))
    with qtbot.waitSignal(face.compared, timeout=LONG):
        sent.apply(
            "edit", edits.set_text(sent.agreement, first.id, "The ferry sails daily from both shores.")
        )
    assert face.redline is not None
    assert [face.redline.revision(n).new for n in face.decided] == ["sending"]


def test_another_pair_of_texts_has_decisions_of_its_own(
    open_face: Open, returned: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    face = open_face()
    shown(face, qtbot, lambda: face.compare_with(returned))
    face.deciding.decide(1, Decision.ACCEPTED)
    other = tmp_path / "another.docx"
    other.write_bytes(RETURNED)
    with qtbot.waitSignal(face.compared, timeout=LONG):
        face.compare_with(other)
    assert face.decided == {}


def test_a_damaged_memory_is_an_empty_one(
    theme: Theme, jobs: Jobs, sent: Session, tmp_path: Path, agreement: Agreement
) -> None:
    memory = Memory(tmp_path, lambda: "the draft", jobs, sent)
    memory.note_file(tmp_path / "counter-draft.docx")
    memory.finish()
    kept = next(tmp_path.glob("*.json"))
    kept.write_bytes(b'{"decided": 4')
    assert Memory(tmp_path, lambda: "the draft", jobs, sent).files() == []


def test_changes_that_are_alike_keep_their_own_decisions(agreement: Agreement) -> None:
    unit = agreement.find(identity(33))
    assert unit is not None
    old = edits.set_text(agreement, unit.id, "One shall write and the other shall read.")
    new = edits.set_text(agreement, unit.id, "One will write and the other will read.")
    revisions = compare(old, new).revisions
    assert [(r.old, r.new) for r in revisions] == [("shall", "will")] * 2
    for decided in ({1: Decision.ACCEPTED}, {2: Decision.REJECTED}):
        assert carried(remembered(decided, revisions), revisions) == decided


def test_provisions_read_anew_keep_decisions_where_the_words_leave_no_doubt(agreement: Agreement) -> None:
    def other_ids(text: Agreement) -> Agreement:
        return edits.map_provisions(text, lambda unit: replace(unit, id=edits.with_new_ids(unit).id))

    unit = agreement.find(identity(33))
    assert unit is not None
    new = edits.map_provisions(
        agreement,
        lambda u: (
            replace(u, text=Text(u.text.plain.replace("Information", "All news"))) if u.id == unit.id else u
        ),
    )
    kept = remembered({1: Decision.REJECTED}, compare(agreement, new).revisions)
    anew = compare(agreement, other_ids(new)).revisions
    assert list(carried(kept, anew).values()) == [Decision.REJECTED]
