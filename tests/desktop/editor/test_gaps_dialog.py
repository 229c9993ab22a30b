"""The gaps of a draft, beside it: found against what is chosen, closed on the spot, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.actions.reading import read_file
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.gaps_dialog import GapsDialog
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button
from workbench.desktop.theme import Theme
from workbench.library import Library, SourceFile

LONG = 30_000


@pytest.fixture
def library(fixtures: Path, tmp_path: Path) -> Iterator[Library]:
    read = read_file(fixtures / "flood_warning_lt_lv.txt")
    with Library.open(tmp_path / "l.sqlite") as made:
        file = SourceFile("flood_warning_lt_lv.txt", "0" * 64, "text", "txt")
        made.add(read.agreement, file=file, is_agreement=True, findings=())
        yield made


@pytest.fixture
def draft(agreement: Agreement) -> Draft:
    return Draft(agreement)


@pytest.fixture
def gaps(
    theme: Theme, jobs: Jobs, draft: Draft, library: Library, qtbot: QtBot
) -> Iterator[tuple[DraftPage, GapsDialog]]:
    page = DraftPage(theme, jobs, draft, library=library)
    page.resize(1350, 820)
    page.show()
    page.show_gaps()
    dialog = page.findChild(GapsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.analysis is not None and dialog.against.count() > 3, timeout=LONG)
    yield page, dialog
    dialog.close()
    page.close_draft()
    page.close()
    qtbot.waitUntil(lambda: not jobs.running(), timeout=LONG)
    page.deleteLater()


def held_against(dialog: GapsDialog, words: str, qtbot: QtBot) -> None:
    names = [dialog.against.itemText(index) for index in range(dialog.against.count())]
    before = dialog.analysis
    dialog.against.setCurrentIndex(
        next(i for i, name in enumerate(names) if words.casefold() in name.casefold())
    )
    dialog.against.activated.emit(dialog.against.currentIndex())
    qtbot.waitUntil(lambda: dialog.analysis is not before, timeout=LONG)


def test_a_missing_clause_is_inserted_on_the_spot(gaps: tuple[DraftPage, GapsDialog], qtbot: QtBot) -> None:
    page, dialog = gaps
    held_against(dialog, "flood", qtbot)
    assert dialog.analysis is not None
    missing = dialog.analysis.missing
    assert missing
    assert dialog.views._group.button(0).text() == f"Missing {len(missing)}"
    button = next(b for b in dialog.findChildren(Button) if b.accessibleName().startswith("Insert "))
    before = page.session.draft
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.draft is not before, timeout=LONG)
    born = [unit for unit in page.session.agreement.walk() if unit.provenance is not None]
    assert born[0].provenance is not None
    assert born[0].provenance.file == "flood_warning_lt_lv.txt"
    assert "Lithuania" not in " ".join(unit.words for unit in born)

    def closed() -> bool:
        found = dialog.analysis
        return found is not None and missing[0].type not in {gap.type for gap in found.missing}

    qtbot.waitUntil(closed, timeout=LONG)
    page.undo_stack.undo()
    assert page.session.draft is before


def test_what_is_extra_is_gone_to(gaps: tuple[DraftPage, GapsDialog], qtbot: QtBot) -> None:
    page, dialog = gaps
    held_against(dialog, "flood", qtbot)
    dialog.views._group.button(1).click()
    assert dialog.analysis is not None
    assert [key for key, _ in dialog.analysis.extra] == ["definitions"]
    show = next(b for b in dialog.findChildren(Button) if b.accessibleName() == "Show Definitions")
    show.click()
    place = page.face.page.place_of_caret
    assert place is not None
    assert place.provision == dialog.analysis.extra[0][1].id


def test_a_gap_leads_to_the_clauses_of_its_type(gaps: tuple[DraftPage, GapsDialog], qtbot: QtBot) -> None:
    page, dialog = gaps
    asked: list[str] = []
    page.clause_search_asked.connect(asked.append)
    held_against(dialog, "cooperation in the field of defence", qtbot)
    assert dialog.analysis is not None
    look = next(b for b in dialog.findChildren(Button) if b.accessibleName() == "Look for another")
    look.click()
    assert asked == [dialog.analysis.missing[0].type]
