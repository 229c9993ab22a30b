"""Inserting clauses of a real library: previews and insertions are made beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from workbench.actions.reading import read_file
from workbench.agreement.edits import parent_of
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.jobs import Jobs
from workbench.desktop.library.clauses import Choices
from workbench.desktop.theme import Theme
from workbench.library import Library, Query, SourceFile

LONG = 30_000


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, fixtures: Path) -> Iterator[Library]:
    read = read_file(fixtures / "flood_warning_lt_lv.txt")
    with Library.open(tmp_path_factory.mktemp("library") / "l.sqlite") as made:
        file = SourceFile("flood_warning_lt_lv.txt", "0" * 64, "text", "txt")
        made.add(read.agreement, file=file, is_agreement=True, findings=())
        yield made


@pytest.fixture
def clause(library: Library) -> str:
    return library.search(Query("flood")).hits[0].id


@pytest.fixture
def draft_page(theme: Theme, jobs: Jobs, agreement: Agreement, library: Library) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, Draft(agreement), library=library)
    made.resize(1350, 820)
    made.show()
    made.face.page.go(Place(identity(11), Part.TEXT, 3))
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


def test_a_preview_comes_later_and_is_then_at_hand(draft_page: DraftPage, clause: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft_page.clauses.inserting.previewed, timeout=LONG) as told:
        assert draft_page.clauses.preview(clause, Choices()) is None
    assert told.args is not None
    assert told.args[0] == clause
    assert told.args[1].text
    assert draft_page.clauses.preview(clause, Choices()) is told.args[1]
    QTest.keyClicks(draft_page.face.page, "x")
    assert draft_page.clauses.preview(clause, Choices()) is None, "another text, another preview"


def test_a_clause_goes_behind_the_paragraph_of_the_caret_in_one_step(
    draft_page: DraftPage, clause: str, qtbot: QtBot
) -> None:
    before = draft_page.session.draft
    with qtbot.waitSignal(draft_page.clauses.inserting.inserted, timeout=LONG) as told:
        assert draft_page.clauses.insert(clause)
    assert told.args is not None
    born = told.args[0].provisions[0]
    unit = draft_page.session.agreement.find(born)
    assert unit is not None
    assert unit.provenance is not None
    assert "Lithuania" not in " ".join(inner.words for inner in unit.walk())
    draft_page.undo_stack.undo()
    assert draft_page.session.draft is before


def test_what_is_typed_while_a_clause_is_adapted_stays(
    draft_page: DraftPage, clause: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(draft_page.clauses.inserting.inserted, timeout=LONG) as told:
        draft_page.clauses.insert(clause)
        QTest.keyClicks(draft_page.face.page, "y")
    assert told.args is not None
    agreement = draft_page.session.agreement
    edited = agreement.find(identity(11))
    assert edited is not None
    assert "y" in edited.text.plain[:5]
    assert agreement.find(told.args[0].provisions[0]) is not None
    host = parent_of(agreement, identity(11))
    assert host is not None
    assert draft_page.undo_stack.count() == 2


def test_without_a_library_nothing_is_inserted(theme: Theme, jobs: Jobs, agreement: Agreement) -> None:
    made = DraftPage(theme, jobs, Draft(agreement))
    assert not made.clauses.insert("any")
    assert made.clauses.preview("any", Choices()) is None
    made.close_draft()
    made.deleteLater()


def test_a_draft_closed_while_a_clause_is_adapted_hears_no_more_of_it(
    draft_page: DraftPage, jobs: Jobs, clause: str, qtbot: QtBot
) -> None:
    before, heard = draft_page.session.draft, []
    draft_page.clauses.inserting.previewed.connect(lambda *told: heard.append(told))
    assert draft_page.clauses.preview(clause, Choices()) is None
    assert draft_page.clauses.insert(clause)
    draft_page.close_draft()
    qtbot.waitUntil(lambda: not jobs.running(), timeout=LONG)
    assert draft_page.session.draft is before
    assert heard == []
