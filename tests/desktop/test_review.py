"""The import review: nothing is kept until it is kept, every correction has a way back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.agreements import NEWS, WATER, written
from workbench.actions.acquaintance import Acquaintance, Known, acquaintance
from workbench.actions.importing import ImportedFile, Outcome, import_file
from workbench.actions.reading import ReadFile, read_file
from workbench.agreement import edits
from workbench.agreement.edits import EditError
from workbench.agreement.severity import Severity
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.desktop.desk import Desk
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, EmptyState
from workbench.desktop.review.about import AboutDialog
from workbench.desktop.review.bands import Bands
from workbench.desktop.review.correction import Correction, State
from workbench.desktop.review.doubt_list import DoubtList
from workbench.desktop.review.doubts import Doubt, doubtful, doubts
from workbench.desktop.review.page import ReviewPage
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.desktop.review.record import packed, unpacked
from workbench.desktop.review.tree_view import verb_of
from workbench.desktop.review.words import WordsDialog
from workbench.desktop.theme import Theme
from workbench.library import Library


@pytest.fixture
def correction(tmp_path: Path) -> Correction:
    read = read_file(written(tmp_path, "water.txt", WATER))
    return Correction(unpacked(packed(read, {}).record))


class Shelf:
    """A library that only counts, and knows what it is told to know."""

    def __init__(self) -> None:
        self.kept: list[ReadFile] = []
        self.versions: list[str] = []
        self.known = Acquaintance()

    def ask(self, read: ReadFile) -> Acquaintance:
        return self.known

    def keep(self, read: ReadFile, version_of: str) -> ImportedFile:
        self.kept.append(read)
        self.versions.append(version_of)
        return ImportedFile(read.name, Outcome.KEPT, True, "1", ("a", "b"))

    def take_back(self, imported: ImportedFile) -> None:
        self.kept = [read for read in self.kept if read.name != imported.file]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, jobs: Jobs, shelf: Shelf) -> Iterator[ReviewPage]:
    queue = ImportQueue(jobs, shelf.keep, shelf.ask, shelf.take_back)
    made = ReviewPage(theme, queue, {"purpose": "Purpose", "termination": "Termination"})
    made.resize(1300, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def reviewed(qtbot: QtBot, page: ReviewPage, path: Path) -> QueuedFile:
    queue = page._queue
    queue.add([path])
    file = queue.files[-1]
    qtbot.waitUntil(lambda: file.stage in (Stage.REVIEW, Stage.FAILED), timeout=20_000)
    look_at(qtbot, page, file)
    return file


def look_at(qtbot: QtBot, page: ReviewPage, file: QueuedFile) -> None:
    """Go to a file and wait until it is there to be corrected, or says why it is not."""
    page.files.look_at(file)
    qtbot.waitUntil(lambda: file.stage is not Stage.REVIEW or file.correction is not None, timeout=20_000)
    qtbot.wait(20)


def test_every_line_of_the_source_has_a_band_or_is_blank(correction: Correction) -> None:
    source = correction.read.source
    assert source is not None
    made = Bands(source, correction.agreement, correction.state.origins, correction.numbers)
    assert len(made) == len(source.blocks)
    for band, block in zip(made, source.blocks, strict=True):
        assert bool(band.token or band.words) or not block.text.plain.strip()
    words = [band.words for band in made]
    assert "Article 1" in words
    assert "Point a" in words


def test_every_correction_can_be_undone(correction: Correction) -> None:
    first = correction.state
    paragraph = next(p for p in correction.agreement.walk() if p.kind is Kind.PARAGRAPH)
    article = correction.agreement.of_kind(Kind.ARTICLE)[0]
    second = article.children[1]
    correction.set_kind("kind", paragraph.id, Kind.CROSSHEADING)
    correction.set_kind("kind", paragraph.id, Kind.PARAGRAPH)
    correction.demote("level", second.id)
    correction.promote("level", second.id)
    correction.split("split", paragraph.id, len("The Parties shall"))
    correction.set_types("type", article.id, ("termination",))
    correction.leave_out("out", second.id)
    correction.settle("seen", "x")
    while correction.undo_stack.canUndo():
        correction.undo_stack.undo()
    assert correction.state == first
    while correction.undo_stack.canRedo():
        correction.undo_stack.redo()
    assert correction.agreement.find(second.id) is None


def test_what_is_split_and_merged_keeps_its_place_in_the_source(correction: Correction) -> None:
    paragraph = next(p for p in correction.agreement.walk() if p.kind is Kind.PARAGRAPH)
    before = correction.state.origins[paragraph.id]
    words = paragraph.text.plain
    born = correction.split("split", paragraph.id, words.index("cooperate"))
    assert correction.state.origins[born][1] == before[1]
    back = correction.merge("merge", born)
    assert back == paragraph.id
    joined = correction.agreement.find(paragraph.id)
    assert joined is not None
    assert joined.text.plain == words
    assert correction.state.origins[paragraph.id] == before


def test_what_cannot_be_done_leaves_no_step(correction: Correction) -> None:
    first = correction.agreement.of_kind(Kind.ARTICLE)[0]
    with pytest.raises(EditError):
        correction.merge("merge", correction.agreement.title[0].id)
    with pytest.raises(EditError):
        correction.promote("level", first.id)
    assert not correction.undo_stack.canUndo()


def test_settling_a_doubt_takes_it_off_the_list(correction: Correction) -> None:
    unit = next(p for p in correction.agreement.walk() if p.kind is Kind.PARAGRAPH)
    correction.show(
        type(correction.state)(
            agreement=_doubtful(correction, unit.id), origins=correction.state.origins, settled=frozenset()
        )
    )
    found = [doubt for doubt in doubts(correction) if doubt.provision == unit.id]
    assert len(found) == 1
    assert len(found[0].answers) >= 2
    found[0].answers[0].give()
    assert not [doubt for doubt in doubts(correction) if doubt.provision == unit.id]
    correction.undo_stack.undo()
    assert [doubt for doubt in doubts(correction) if doubt.provision == unit.id]


def test_nothing_is_kept_until_it_is_kept(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    assert file.stage is Stage.REVIEW
    assert shelf.kept == []
    page.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT)
    assert [read.name for read in shelf.kept] == ["water.txt"]
    assert file.clauses == 2


def test_a_correction_by_key_is_what_is_kept(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    assert file.correction is not None
    article = file.correction.agreement.of_kind(Kind.ARTICLE)[0]
    page.tree.look_at(article.children[1].id)
    qtbot.keyClick(page.tree, Qt.Key.Key_M)
    assert len(file.correction.agreement.of_kind(Kind.ARTICLE)[0].children) == 1
    assert page.undo_stack is not None
    page.undo_stack.undo()
    assert len(file.correction.agreement.of_kind(Kind.ARTICLE)[0].children) == 2
    page.undo_stack.redo()
    page.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT)
    assert len(shelf.kept[0].agreement.of_kind(Kind.ARTICLE)[0].children) == 1


def test_the_kind_is_chosen_from_a_menu(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    assert file.correction is not None
    unit = file.correction.agreement.preamble[-1]
    page.tree.look_at(unit.id)
    qtbot.keyClick(page.tree, Qt.Key.Key_K)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    choice = next(action for action in menu.actions() if action.text() == "Recital")
    choice.trigger()
    menu.close()
    changed = file.correction.agreement.find(unit.id)
    assert changed is not None
    assert changed.kind is Kind.RECITAL


def test_the_file_looked_at_is_the_one_that_wears_the_tint(
    qtbot: QtBot, page: ReviewPage, fixtures: Path
) -> None:
    page.files.setFocus()
    reviewed(qtbot, page, fixtures / "flood_warning_lt_lv.txt")
    assert page.files.selectedIndexes() == [page.files.currentIndex()]


def test_a_bad_file_is_named_and_the_others_go_on(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    good = written(tmp_path, "water.txt", WATER)
    page._queue.add([tmp_path / "missing.pdf", written(tmp_path, "empty.txt", ""), good])
    missing, empty, water = page._queue.files
    qtbot.waitUntil(lambda: water.stage is Stage.REVIEW and missing.stage is Stage.FAILED, timeout=20_000)
    qtbot.waitUntil(lambda: empty.stage is Stage.FAILED, timeout=20_000)
    assert missing.note
    assert empty.note
    page.keep_all()
    assert all(file.stage is Stage.FAILED for file in (missing, empty))


def test_a_folder_gives_its_readable_files(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    inner = tmp_path / "old"
    inner.mkdir()
    written(inner, "water.txt", WATER)
    written(inner, "picture.png", "x")
    written(inner, ".hidden.txt", WATER)
    assert page._queue.add([inner]) == 1
    assert page._queue.add([inner]) == 0
    qtbot.waitUntil(lambda: page._queue.waiting() == 1, timeout=20_000)


def test_what_is_no_agreement_says_so(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "news.txt", NEWS))
    assert file.correction is not None
    assert not file.correction.read.recognised.is_agreement
    assert page.banners.count() == 1


def test_skipping_leaves_a_file_out_and_lets_it_be_read_again(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    page.skip()
    assert file.stage is Stage.SKIPPED
    assert shelf.kept == []
    page.files.look_at(file)
    page.skip()
    qtbot.waitUntil(lambda: file.stage is Stage.REVIEW, timeout=20_000)


BROKEN = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "no-zip.docx": b"these words are no Word file",
    "odd.xyz": b"some words",
    "no-text.pdf": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
        b"trailer<</Size 4/Root 1 0 R>>\n%%EOF\n"
    ),
}


def test_every_bad_file_says_its_remedy_and_stops_nobody(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    for name, content in BROKEN.items():
        (tmp_path / name).write_bytes(content)
    page._queue.add([*(tmp_path / name for name in BROKEN), written(tmp_path, "water.txt", WATER)])
    *bad, water = page._queue.files
    qtbot.waitUntil(lambda: water.stage is Stage.REVIEW, timeout=30_000)
    qtbot.waitUntil(lambda: all(file.stage is Stage.FAILED for file in bad), timeout=30_000)
    for file in bad:
        page.files.look_at(file)
        qtbot.wait(20)
        shown = [state for state in page.findChildren(EmptyState) if state.isVisible()]
        assert len(shown) == 1
        said = shown[0].accessibleName()
        assert file.path.name in said
        assert file.note[1:] in said
        assert ";" in file.note, "what is wrong; what to do"
        assert page.recognised.isHidden()
    look_at(qtbot, page, water)
    assert page.recognised.isVisible()
    assert shelf.kept == []


def test_reading_can_be_stopped(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    page._queue.add([written(tmp_path, f"{number}.txt", WATER * 40) for number in range(4)])
    first, *_, last = page._queue.files
    page.files.look_at(first)
    page.skip()
    assert first.stage is Stage.SKIPPED
    qtbot.waitUntil(lambda: last.stage is Stage.REVIEW, timeout=30_000)
    assert first.stage is Stage.SKIPPED
    assert first.correction is None


def test_a_reader_that_is_killed_is_an_error_of_its_file_only(
    qtbot: QtBot, page: ReviewPage, jobs: Jobs, tmp_path: Path
) -> None:
    long = [written(tmp_path, f"long-{number}.txt", WATER * 150) for number in range(2)]
    page._queue.add([*long, written(tmp_path, "water.txt", WATER)])
    *killed, water = page._queue.files
    qtbot.waitUntil(lambda: all(file.progress[1] for file in killed), timeout=30_000)
    for worker in jobs._workers:
        assert worker.process is not None
        os.kill(worker.process, signal.SIGKILL)
    qtbot.waitUntil(lambda: water.stage is Stage.REVIEW, timeout=30_000)
    for file in killed:
        assert file.stage is Stage.FAILED
        assert "its process was ended; try again" in file.note
    page.files.look_at(killed[0])
    page.skip()
    qtbot.waitUntil(lambda: killed[0].stage is Stage.REVIEW, timeout=60_000)


def test_a_file_looked_at_and_left_as_it_was_gives_back_its_memory(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    first, second, third = (
        reviewed(qtbot, page, written(tmp_path, f"{number}.txt", WATER)) for number in range(3)
    )
    look_at(qtbot, page, first)
    assert first.correction is not None
    first.correction.leave_out("out", first.correction.agreement.title[0].id)
    look_at(qtbot, page, second)
    look_at(qtbot, page, third)
    assert first.correction is not None, "what was corrected stays"
    assert second.correction is None
    look_at(qtbot, page, second)
    assert second.correction is not None


def test_the_doubts_counted_by_the_reader_are_those_shown(fixtures: Path) -> None:
    files = [p for p in sorted(fixtures.glob("recognition/*")) if p.suffix == ".txt"]
    for path in [*files, fixtures / "flood_warning_lt_lv.txt"]:
        travelled = packed(read_file(path), {})
        correction = Correction(unpacked(travelled.record))
        assert travelled.asking == doubtful(doubts(correction)), path.name


def test_what_is_over_lets_go_of_its_text(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    page._queue.add([written(tmp_path, f"{number}.txt", WATER) for number in range(6)])
    files = page._queue.files
    qtbot.waitUntil(lambda: page._queue.waiting() == 6, timeout=30_000)
    for file in files:
        look_at(qtbot, page, file)
        page.keep()
    qtbot.waitUntil(lambda: all(file.stage is Stage.KEPT for file in files), timeout=20_000)
    assert all(file.correction is None and not file.record for file in files)
    assert len(shelf.kept) == 6


def test_another_file_begins_at_its_beginning(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    first = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    assert first.correction is not None
    page.tree.look_at(first.correction.agreement.closing[-1].id)
    second = reviewed(qtbot, page, written(tmp_path, "other.txt", WATER.replace("LAKES", "RIVERS")))
    assert second.correction is not None
    assert page.tree.current() == second.correction.agreement.title[0].id


def test_the_words_that_spoke_for_a_clause_type_are_shown(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    assert file.correction is not None
    clause = file.correction.agreement.of_kind(Kind.ARTICLE)[2].children[1]
    assert "termination" in clause.types
    page.tree.look_at(clause.id)
    said = page.recognised._reason.whole
    assert "Termination (“" in said
    cue = dict(file.correction.cues[clause.id])["termination"]
    assert cue.casefold() in clause.text.plain.casefold()
    assert cue in said


def test_a_unit_is_split_where_the_cursor_stands_in_the_source(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    correction = file.correction
    assert correction is not None
    source = correction.read.source
    assert source is not None
    unit = correction.agreement.of_kind(Kind.ARTICLE)[2].children[1]
    page.tree.look_at(unit.id)
    cursor = page.source.document().find("by giving")
    cursor.setPosition(cursor.selectionStart())
    page.source.setTextCursor(cursor)
    page.source.setFocus()
    qtbot.keyClick(page.source, Qt.Key.Key_S)
    menu = next(menu for menu in page.window().findChildren(QMenu) if menu.isVisible())
    offered = menu.activeAction()
    assert offered is not None
    assert "by giving" in offered.text().partition("|")[2]
    offered.trigger()
    menu.close()
    after = correction.agreement.of_kind(Kind.ARTICLE)[2].children
    assert after[1].text.plain == "Either Party may terminate this Agreement"
    assert after[2].text.plain.startswith("by giving")


def test_a_place_outside_the_wording_divides_nothing(correction: Correction) -> None:
    unit = correction.agreement.of_kind(Kind.ARTICLE)[0].children[0]
    first, _ = correction.state.origins[unit.id]
    assert correction.place_of(unit.id, first, 0) is None, "nothing stands before the first word"
    assert correction.place_of(unit.id, 0, 0) is None, "the title is not in the paragraph"


def test_a_known_file_says_so_and_is_not_kept_unseen(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.known = Acquaintance(Known.SAME_FILE, "1", "Agreement", "old.txt")
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    qtbot.waitUntil(lambda: page.banners.count() == 1)
    assert "old.txt" in page.banners.findChildren(Banner)[0].accessibleName()
    page.keep_all()
    assert file.stage is Stage.REVIEW


def test_a_new_version_of_a_known_agreement_takes_its_place(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    library = desk.keeper.library
    assert library is not None
    import_file(library, written(tmp_path, "water.txt", WATER))
    before = library.agreements()[0].id
    newer = WATER.replace("six months", "twelve months")
    desk.import_files([written(tmp_path, "water-2.txt", newer)])
    qtbot.waitUntil(lambda: desk.queue.waiting() == 1, timeout=30_000)
    file = desk.queue.files[0]
    qtbot.waitUntil(lambda: file.known.known is Known.OTHER_TEXT, timeout=20_000)
    qtbot.waitUntil(lambda: desk.review.banners.count() == 1, timeout=20_000)
    banner = desk.review.banners.findChildren(Banner)[-1]
    answer = next(b for b in banner.findChildren(QAbstractButton) if b.accessibleName() == "New version")
    answer.click()
    assert file.version_of == before
    qtbot.waitUntil(desk.review.can_edit, timeout=20_000)
    desk.review.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    held = library.agreements()
    assert [(line.id, line.file) for line in held] == [(before, "water-2.txt")]


def test_agreements_of_others_are_strangers(tmp_path: Path, empty_library: Path) -> None:
    shutil.copy(empty_library, tmp_path / "library.sqlite")
    with Library.open(tmp_path / "library.sqlite") as library:
        import_file(library, written(tmp_path, "water.txt", WATER))
        held = library.agreements()
    same = read_file(tmp_path / "water.txt")
    assert acquaintance(same, held).known is Known.SAME_FILE
    other = read_file(
        written(tmp_path, "iceland.txt", WATER.replace("Moldova", "Iceland").replace("MOLDOVA", "ICELAND"))
    )
    assert acquaintance(other, held).known is Known.NEW
    forests = WATER.replace("CLEANING OF LAKES", "PROTECTION OF OLD FORESTS AGAINST FIRE")
    assert acquaintance(read_file(written(tmp_path, "f.txt", forests)), held).known is Known.NEW
    assert acquaintance(read_file(written(tmp_path, "news.txt", NEWS)), held).known is Known.NEW


def _doubtful(correction: Correction, unit: ProvisionId) -> Agreement:
    return edits.update(
        correction.agreement, unit, lambda found: (msgspec.structs.replace(found, confidence=0.5),)
    )


def _two_columns(folder: Path) -> Path:
    """A Word file that prints an agreement in English and Latvian side by side."""
    import docx

    left = [line for line in WATER.splitlines() if line.strip()][:-1]
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for english, latvian in zip(left, _LATVIAN, strict=False):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = english, latvian
    document.save(str(folder / "two.docx"))
    return folder / "two.docx"


_LATVIAN = (
    "LĪGUMS",
    "STARP",
    "LATVIJAS REPUBLIKU UN MOLDOVAS REPUBLIKU",
    "PAR EZERU TĪRĪŠANU",
    "Latvijas Republika un Moldovas Republika, turpmāk – “Puses”,",
    "ATZĪSTOT, ka tīri ezeri kalpo to tautu veselībai;",
    "PĀRLIECĪBĀ, ka pieredzes apmaiņa noder abām;",
    "ir vienojušās par turpmāko:",
    "1. pants",
    "Mērķis",
    "1. Puses sadarbojas ezeru tīrīšanā.",
    "2. Šis Līgums neietekmē citas Pušu saistības.",
    "2. pants",
    "Informācijas apmaiņa",
    "1. Puses informē viena otru par:",
    "(a) savu ezeru stāvokli;",
    "(b) jaunām tīrīšanas metodēm.",
    "2. Informāciju sūta angļu valodā.",
    "3. pants",
    "Stāšanās spēkā un izbeigšana",
    "1. Šis Līgums stājas spēkā pēdējā paziņojuma dienā.",
    "2. Katra Puse var izbeigt šo Līgumu, sešus mēnešus iepriekš par to rakstveidā paziņojot otrai Pusei.",
    "Noslēgts Rīgā 2021. gada 4. maijā divos eksemplāros, katrs angļu valodā.",
)


def test_both_languages_of_a_file_are_reviewed_and_kept(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, _two_columns(tmp_path))
    assert set(file.languages) == {"en", "lv"}
    correction = file.correction
    assert correction is not None
    assert page.recognised.languages.isVisibleTo(page)
    other = next(b for b in page.recognised.languages.findChildren(QAbstractButton) if not b.isChecked())
    other.click()
    assert correction.face == 1
    shown = correction.agreement
    assert {band.words for band in page.source._bands} & {"English", "Latvian"} == {
        "English" if shown.language == "lv" else "Latvian"
    }
    article = shown.of_kind(Kind.ARTICLE)[0]
    band = next(band for band in page.source._bands if band.provision == article.id)
    assert band.words == "Article 1"
    page.tree.look_at(article.children[1].id)
    qtbot.keyClick(page.tree, Qt.Key.Key_M)
    correction.look_at(0)
    assert len(correction.agreement.of_kind(Kind.ARTICLE)[0].children) == 2, "the other language stays"
    correction.undo_stack.undo()
    assert correction.face == 1, "undo shows what it undoes"
    correction.undo_stack.redo()
    page.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT)
    kept = shelf.kept[0].recognised
    assert len(kept.agreement.of_kind(Kind.ARTICLE)[0].children) == 2
    assert len(kept.versions[0].of_kind(Kind.ARTICLE)[0].children) == 1


def test_language_parties_and_nature_are_corrected_as_one_step(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "news.txt", NEWS))
    correction = file.correction
    assert correction is not None
    qtbot.keyClick(page.tree, Qt.Key.Key_A)
    dialog = page.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    dialog.is_agreement.click()
    dialog._fields[0].setText("Republic of Latvia")
    dialog._fields[1].setText("Moldova")
    dialog.language.setCurrentIndex(dialog.language.findData("lv"))
    dialog.go.click()
    qtbot.waitUntil(lambda: correction.state.is_agreement, timeout=20_000)
    assert [party.state for party in correction.agreement.parties] == ["LV", "MD"]
    assert correction.agreement.language == "lv"
    assert correction.undo_stack.count() == 1
    correction.undo_stack.undo()
    assert not correction.state.is_agreement
    assert not correction.agreement.parties
    assert correction.agreement.language == "en"
    correction.undo_stack.redo()
    page.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT)
    assert shelf.kept[0].recognised.is_agreement


def test_words_that_were_read_wrongly_are_put_right(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(
        qtbot, page, written(tmp_path, "water.txt", WATER.replace("cleaning of lakes.", "c1eaning."))
    )
    correction = file.correction
    assert correction is not None
    unit = correction.agreement.of_kind(Kind.ARTICLE)[0].children[0]
    page.tree.look_at(unit.id)
    qtbot.keyClick(page.tree, Qt.Key.Key_E)
    dialog = page.findChild(WordsDialog)
    assert isinstance(dialog, WordsDialog)
    dialog.text.setPlainText(unit.text.plain.replace("c1eaning", "cleaning"))
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    changed = correction.agreement.find(unit.id)
    assert changed is not None
    assert changed.text.plain.endswith("in the cleaning.")
    assert changed.confidence == 1.0
    correction.undo_stack.undo()
    assert correction.agreement.find(unit.id) == unit


def test_an_answer_leads_to_the_next_doubtful_place(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    correction = file.correction
    assert correction is not None
    units = [unit for unit in correction.agreement.walk() if unit.kind is Kind.PARAGRAPH][:3]
    tree = correction.agreement
    for unit in units:
        tree = edits.update(tree, unit.id, lambda found: (msgspec.structs.replace(found, confidence=0.5),))
    correction.show(State(tree, correction.state.origins))
    page.doubt_list.look_at(1)
    qtbot.keyClick(page.tree, Qt.Key.Key_1)
    assert page.tree.current() == units[2].id
    qtbot.keyClick(page.tree, Qt.Key.Key_1)
    assert page.tree.current() == units[0].id
    page.tree.look_at(units[1].id)
    page.do("leave-out")
    assert page.doubt_list.current() is not None, "what is done elsewhere leads nowhere"


@pytest.mark.parametrize(
    ("printed", "verb"), [("к", None), ("Л", "kind"), ("ь", "merge"), ("і", "split"), ("е", "type")]
)
def test_keys_correct_whatever_the_keyboard_is_set_to(printed: str, verb: str | None) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0x41B, Qt.KeyboardModifier.NoModifier, printed)
    assert verb_of(event) == verb


def test_many_threads_may_unpack_first_at_once(tmp_path: Path) -> None:
    record = tmp_path / "record"
    record.write_bytes(packed(read_file(written(tmp_path, "water.txt", WATER)), {}).record)
    program = f"""
import sys, threading
sys.setswitchinterval(1e-6)
found = []
def work():
    from workbench.desktop.review.record import file_of
    found.append(file_of(open({str(record)!r}, "rb").read()).name)
threads = [threading.Thread(target=work) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found))
"""
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert (told.returncode, told.stdout.strip()) == (0, "8"), told.stderr


MINUTES = """Minutes on lakes

The delegations looked at the lakes on the border and agreed on what is to be done in the spring.

1. Purpose

Each side cleans the lakes on its own side of the border in April.

2. Costs

Each side bears its own costs.
"""


def test_what_was_taken_for_background_is_recognised_again_when_told(
    qtbot: QtBot, page: ReviewPage, shelf: Shelf, tmp_path: Path
) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "minutes.txt", MINUTES))
    correction = file.correction
    assert correction is not None
    assert not correction.state.is_agreement
    flat = correction.agreement
    assert not [unit for unit in flat.walk() if unit.heading]
    banner = page.banners.findChildren(Banner)[-1]
    next(
        b for b in banner.findChildren(QAbstractButton) if b.accessibleName() == "It is an agreement"
    ).click()
    qtbot.waitUntil(lambda: correction.state.is_agreement, timeout=30_000)
    made = correction.agreement
    headings = [unit.heading.plain for unit in made.walk() if unit.heading]
    assert headings == ["Purpose", "Costs"]
    assert any(unit.types for unit in made.walk()), "clause types are looked for too"
    assert set(correction.state.origins) >= {unit.id for unit in made.body}
    assert page.banners.count() == 0
    correction.undo_stack.undo()
    assert correction.agreement == flat
    assert not file.is_agreement
    assert page.banners.count() == 1
    correction.undo_stack.redo()
    assert correction.agreement == made
    page.keep()
    qtbot.waitUntil(lambda: file.stage is Stage.KEPT, timeout=20_000)
    kept = shelf.kept[0].recognised
    assert kept.is_agreement
    assert kept.agreement == made


def test_a_long_queue_is_stopped_and_gone_on_with(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    page._queue.add([written(tmp_path, f"{number}.txt", WATER) for number in range(12)])
    files = page._queue.files
    qtbot.waitUntil(lambda: page._queue.waiting() >= 1, timeout=30_000)
    qtbot.mouseClick(page._left.stop, Qt.MouseButton.LeftButton)
    read = [file for file in files if file.stage is Stage.REVIEW]
    stopped = [file for file in files if file.stage is Stage.STOPPED]
    assert read
    assert stopped
    assert len(read) + len(stopped) == 12
    assert (page._left.stop.isVisible(), page._left.resume.isVisible()) == (False, True)
    qtbot.wait(300)
    assert [file for file in files if file.stage is Stage.REVIEW] == read, "nothing goes on by itself"
    qtbot.mouseClick(page._left.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._queue.waiting() == 12, timeout=60_000)
    assert not page._left.resume.isVisible()


def test_many_files_are_kept_one_after_the_other(
    qtbot: QtBot, theme: Theme, jobs: Jobs, shelf: Shelf, tmp_path: Path
) -> None:
    gate, inside, most = threading.Event(), [0], [0]

    def slow(read: ReadFile, version_of: str) -> ImportedFile:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        assert gate.wait(20)
        inside[0] -= 1
        return shelf.keep(read, version_of)

    queue = ImportQueue(jobs, slow, shelf.ask, shelf.take_back)
    queue.add([written(tmp_path, f"{number}.txt", WATER) for number in range(10)])
    qtbot.waitUntil(lambda: queue.waiting() == 10, timeout=30_000)
    for file in queue.files:
        queue.keep(file)
    assert all(file.stage is Stage.KEEPING for file in queue.files)
    with qtbot.waitSignal(jobs.run("Saving", lambda _progress: "saved").succeeded, timeout=10_000):
        pass  # other work does not wait for the ten
    gate.set()
    qtbot.waitUntil(lambda: len(shelf.kept) == 10, timeout=20_000)
    qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
    assert most[0] == 1
    assert [read.name for read in shelf.kept] == [f"{number}.txt" for number in range(10)]


def test_the_clause_type_is_found_by_typing(qtbot: QtBot, page: ReviewPage, tmp_path: Path) -> None:
    file = reviewed(qtbot, page, written(tmp_path, "water.txt", WATER))
    correction = file.correction
    assert correction is not None
    unit = correction.agreement.of_kind(Kind.ARTICLE)[2].children[1]
    chooser = page.verbs.types
    field = chooser.findChild(QLineEdit)
    assert field is not None

    def offered() -> list[str]:
        return [entry.title for entry in chooser._model.rows()]

    page.tree.look_at(unit.id)
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_T)
    assert chooser.isVisible()
    assert offered() == ["Termination", "Purpose"], "what the clause is taken for stands first"
    cue = dict(correction.cues[unit.id])["termination"]
    assert chooser._model.rows()[0].detail == f"“{cue}”"
    qtbot.keyClicks(field, "purp")
    assert offered() == ["Purpose"]
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not chooser.isVisible()
    changed = correction.agreement.find(unit.id)
    assert changed is not None
    assert changed.types == (*unit.types, "purpose"), "added to the others"

    page.do("type")
    field.setText("mērķ")
    assert offered() == ["Purpose"], "a heading finds it in any language"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    changed = correction.agreement.find(unit.id)
    assert changed is not None
    assert changed.types == ("purpose",)
    page.tree.look_at(correction.agreement.of_kind(Kind.ARTICLE)[0].children[1].id)
    page.do("type")
    assert next(e.detail for e in chooser._model.rows() if e.title == "Purpose") == "chosen lately"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    correction.undo_stack.undo()
    correction.undo_stack.undo()
    assert correction.agreement.find(unit.id) == unit


def test_lines_of_a_hard_wrapped_file_stand_in_paragraphs(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    wrapped = WATER.replace(
        "1. The Parties shall cooperate",
        "1. The Parties, each of them as far as its own means and its own laws allow and in the spirit of\n"
        "this Agreement, with all those who live at the water and with all those who fish in it, shall\n"
        "cooperate",
    )
    assert wrapped != WATER
    file = reviewed(qtbot, page, written(tmp_path, "wrapped.txt", wrapped))
    correction = file.correction
    assert correction is not None
    source = correction.read.source
    assert source is not None
    unit = correction.agreement.of_kind(Kind.ARTICLE)[0].children[0]
    first, last = correction.state.origins[unit.id]
    assert last == first + 2
    shown = page.source.document().toPlainText().splitlines()
    assert any(
        "in the spirit of this Agreement" in line and "fish in it, shall cooperate" in line for line in shown
    )
    assert "AGREEMENT" in shown, "short lines keep their breaks"
    # Every block of the source is found again in the page, and leads to the unit made of it.
    page.tree.look_at(correction.agreement.title[0].id)
    for index, block in enumerate(source.blocks):
        number, start = page.source._places[index]
        words = page.source.document().findBlockByNumber(number).text()[start:]
        assert words.replace(" ", "").startswith(block.text.plain.replace(" ", ""))
    cursor = page.source.document().find("who fish in it")
    cursor.setPosition(cursor.selectionStart())
    page.source.setTextCursor(cursor)
    place = page.source.place_in((first, last))
    assert place is not None
    at = correction.place_of(unit.id, *place)
    assert at is not None
    assert unit.text.plain[at:].startswith("who fish in it")
    born = correction.split("split", unit.id, at)
    pieces = dict(page.source._pieces(page.source.verticalScrollBar().value()))
    begun = correction.state.origins[born][0]
    assert page.source._bands[begun].provision == born
    if begun in pieces and first in pieces:
        assert pieces[begun].top() > pieces[first].top(), "a band begins where its words do"


def test_an_empty_queue_has_the_keyboard_at_its_button(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.window.go("review")
    focused = desk.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName() == "Import agreements"
    desk.queue.add([written(tmp_path, "water.txt", WATER)])
    qtbot.waitUntil(desk.review.can_edit, timeout=30_000)
    qtbot.waitUntil(desk.review.tree.hasFocus, timeout=20_000)


def test_a_card_shows_all_it_says_and_a_long_one_is_cut(qtbot: QtBot, theme: Theme) -> None:
    cards = DoubtList(theme)
    qtbot.addWidget(cards)
    cards.resize(420, 600)
    cards.show()
    for words in ("It stands alone. " * 12, "It stands alone. " * 60):
        cards.show_doubts([Doubt("1", Severity.INFO, "Title", words, "page 1", None, ())], 0)
        qtbot.wait(30)
        body = cards._cards[0]._body
        assert body.height() >= body.heightForWidth(body.width())
        assert len(body.text()) <= 400
    assert cards._cards[0].toolTip() == words


def test_the_row_of_a_table_is_one_line_of_source_and_tree(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    document = docx.Document()
    for line in WATER.splitlines():
        document.add_paragraph(line)
        if line.startswith("2. "):
            table = document.add_table(rows=0, cols=2)
            for year, cost in (("Year", "Cost"), ("2024", "400"), ("2025", "450")):
                for cell, words in zip(table.add_row().cells, (year, cost), strict=True):
                    cell.text = words
            break
    document.save(str(tmp_path / "table.docx"))
    file = reviewed(qtbot, page, tmp_path / "table.docx")
    correction = file.correction
    assert correction is not None
    shown = page.source.document().toPlainText().splitlines()
    assert "2024\u2002│\u2002400" in shown
    rows = correction.agreement.of_kind(Kind.ROW)
    lines = [unit.words for unit in page.tree._units.rows() if unit.kind is Kind.ROW]
    assert lines == ["Year │ Cost", "2024 │ 400", "2025 │ 450"]
    page.tree.look_at(rows[1].children[1].id)
    assert page.tree.current() == rows[1].id, "a click on a cell leads to its row"
