"""What was done to the import queue is undone in the order it was done: kept, skipped and corrected files."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.agreements import WATER, written
from workbench.actions.importing import ImportedFile, import_file
from workbench.actions.reading import ReadFile
from workbench.agreement.tree import Kind
from workbench.desktop.desk import Desk
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.library import Library

SECONDS = 60_000


@pytest.fixture
def library(desk: Desk) -> Iterator[Library]:
    held = desk.keeper.library
    assert held is not None
    yield held
    assert held.verify().sound


def put(qtbot: QtBot, desk: Desk, *paths: Path) -> list[QueuedFile]:
    desk.import_files(paths)
    files = desk.queue.files[-len(paths) :]
    qtbot.waitUntil(lambda: all(file.stage is Stage.REVIEW for file in files), timeout=SECONDS)
    return files


def look_at(qtbot: QtBot, desk: Desk, file: QueuedFile) -> None:
    desk.review.files.look_at(file)
    qtbot.waitUntil(desk.review.can_edit, timeout=SECONDS)


def came_to(qtbot: QtBot, file: QueuedFile, *stages: Stage) -> None:
    qtbot.waitUntil(lambda: file.stage in stages, timeout=SECONDS)


def press_undo(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.review.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def first_article(file: QueuedFile) -> int:
    assert file.correction is not None
    return len(file.correction.agreement.of_kind(Kind.ARTICLE)[0].children)


def test_a_kept_file_is_under_review_again_with_all_its_corrections(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    (file,) = put(qtbot, desk, written(tmp_path, "water.txt", WATER))
    look_at(qtbot, desk, file)
    assert file.correction is not None
    desk.review.tree.look_at(file.correction.agreement.of_kind(Kind.ARTICLE)[0].children[1].id)
    desk.review.do("merge")
    assert first_article(file) == 1
    desk.review.keep()
    came_to(qtbot, file, Stage.KEPT)
    assert library.info().agreements == 1
    press_undo(qtbot, desk)
    came_to(qtbot, file, Stage.REVIEW)
    assert library.info().agreements == 0
    assert first_article(file) == 1, "what was corrected stays corrected"
    press_undo(qtbot, desk)
    assert first_article(file) == 2, "and has its own way back"
    desk.undoing.redo()
    desk.undoing.redo()
    came_to(qtbot, file, Stage.KEPT)
    assert library.info().agreements == 1


def test_what_a_new_version_replaced_is_the_present_text_again(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    kept = import_file(library, written(tmp_path, "first.txt", WATER))
    before = library.agreement(str(kept.agreement_id))
    (file,) = put(qtbot, desk, written(tmp_path, "second.txt", WATER.replace("cleaning", "guarding")))
    qtbot.waitUntil(lambda: bool(file.known.agreement), timeout=SECONDS)
    desk.queue.keep_as_version(file, file.known.agreement)
    look_at(qtbot, desk, file)
    desk.review.keep()
    came_to(qtbot, file, Stage.KEPT)
    assert library.search("guarding").total > 0
    desk.undoing.undo()
    came_to(qtbot, file, Stage.REVIEW)
    assert library.agreement(str(kept.agreement_id)) == before
    assert library.info().agreements == 1
    assert file.version_of == str(kept.agreement_id), "the queue is as it was"
    qtbot.waitUntil(lambda: bool(file.known.agreement), timeout=SECONDS)


def test_a_known_file_kept_again_takes_nothing_out_when_undone(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, "water.txt", WATER)
    import_file(library, path)
    (file,) = put(qtbot, desk, path)
    look_at(qtbot, desk, file)
    desk.review.keep()
    came_to(qtbot, file, Stage.KNOWN)
    desk.undoing.undo()
    came_to(qtbot, file, Stage.REVIEW)
    assert library.info().agreements == 1


def test_all_kept_in_one_go_come_back_in_one(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    subjects = ("LAKES", "RIVERS", "WELLS")
    texts = [WATER.replace("LAKES", subject).replace("lakes", subject.lower()) for subject in subjects]
    files = put(qtbot, desk, *(written(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)))
    for file in files:
        file.doubt_count = 0
    desk.queue.keep(*files)
    qtbot.waitUntil(lambda: library.info().agreements == 3, timeout=SECONDS)
    desk.undoing.undo()
    qtbot.waitUntil(lambda: all(file.stage is Stage.REVIEW for file in files), timeout=SECONDS)
    assert library.info().agreements == 0
    desk.undoing.redo()
    qtbot.waitUntil(lambda: library.info().agreements == 3, timeout=SECONDS)
    qtbot.waitUntil(lambda: all(file.stage is Stage.KEPT for file in files), timeout=SECONDS)


def test_undo_goes_back_through_the_files_in_the_order_of_what_was_done(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    one, other = put(
        qtbot, desk, written(tmp_path, "a.txt", WATER), written(tmp_path, "b.txt", WATER.replace("L", "B"))
    )
    look_at(qtbot, desk, other)
    assert other.correction is not None
    desk.review.tree.look_at(other.correction.agreement.of_kind(Kind.ARTICLE)[0].children[1].id)
    desk.review.do("merge")
    look_at(qtbot, desk, one)
    desk.review.skip()
    came_to(qtbot, one, Stage.SKIPPED)
    desk.undoing.undo()
    came_to(qtbot, one, Stage.REVIEW)
    qtbot.waitUntil(lambda: desk.review.files.current() is one, timeout=SECONDS)
    desk.undoing.undo()
    assert first_article(other) == 2
    assert desk.review.files.current() is other, "what is undone is shown"


def test_a_file_that_is_not_the_last_is_put_back_from_where_it_stands(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    one, other = put(
        qtbot, desk, written(tmp_path, "a.txt", WATER), written(tmp_path, "b.txt", WATER.replace("L", "B"))
    )
    for file in (one, other):
        look_at(qtbot, desk, file)
        desk.review.keep()
        came_to(qtbot, file, Stage.KEPT)
    desk.review.files.look_at(one)
    desk.review.take_back()
    came_to(qtbot, one, Stage.REVIEW)
    assert other.stage is Stage.KEPT
    assert library.info().agreements == 1
    desk.undoing.undo()
    came_to(qtbot, one, Stage.KEPT)
    assert library.info().agreements == 2


def test_undo_before_its_turn_to_be_kept_leaves_the_library_alone(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    gate, kept = threading.Event(), []

    def slow(read: ReadFile, version_of: str) -> ImportedFile:
        assert gate.wait(30)
        kept.append(read.name)
        return desk.keeper.keep(read, version_of)

    queue = ImportQueue(desk.jobs, slow, desk.keeper.known, desk.keeper.take_back)
    queue.add([written(tmp_path, "a.txt", WATER), written(tmp_path, "b.txt", WATER.replace("L", "B"))])
    qtbot.waitUntil(lambda: queue.waiting() == 2, timeout=SECONDS)
    one, other = queue.files
    queue.keep(one)
    queue.keep(other)
    queue.undo_stack.undo()
    assert other.stage is Stage.REVIEW
    gate.set()
    came_to(qtbot, one, Stage.KEPT)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=SECONDS)
    assert kept == ["a.txt"]
    queue.undo_stack.undo()
    came_to(qtbot, one, Stage.REVIEW)
