"""The gaps of a draft, beside it: found against what is chosen, closed on the spot, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.gaps_dialog import GapsDialog
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button, Worded
from workbench.desktop.theme import Theme
from workbench.drafting.assembly import new_draft
from workbench.library import Library, SourceFile

LONG = 30_000
PRECEDENT = """AGREEMENT BETWEEN THE REPUBLIC OF ICELAND AND THE REPUBLIC OF MALTA ON WEIGHTS

The Republic of Iceland and the Republic of Malta, hereinafter referred to as the “Parties”,

Have agreed as follows:

Article 1
Classified information

The Republic of Iceland and the Republic of Malta shall protect classified information exchanged under this Agreement.

Article 2
Registration

The Republic of Iceland shall register this Agreement with the Secretariat of the United Nations.

Done at Valletta on 4 May 2021 in two originals in the English language.
"""
LATVIAN = """LĪGUMS PAR PRĀMJIEM

Latvijas Republikas valdība un Igaunijas Republikas valdība

ir vienojušās par turpmāko.

1. pants

Puses sadarbojas prāmju satiksmē.

2. pants

Šis Līgums stājas spēkā parakstīšanas dienā.

Parakstīts Rīgā 2020. gada 5. maijā divos eksemplāros latviešu valodā.
"""


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
    page.beside.show_gaps()
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
    extra = dict(dialog.analysis.extra)
    assert "definitions" in extra
    show = next(b for b in dialog.findChildren(Button) if b.accessibleName() == "Show Definitions")
    show.click()
    place = page.face.page.place_of_caret
    assert place is not None
    assert place.provision == extra["definitions"].id


def test_a_gap_leads_to_the_clauses_of_its_type(gaps: tuple[DraftPage, GapsDialog], qtbot: QtBot) -> None:
    page, dialog = gaps
    asked: list[str] = []
    page.clause_search_asked.connect(asked.append)
    held_against(dialog, "cooperation in the field of defence", qtbot)
    assert dialog.analysis is not None
    look = next(b for b in dialog.findChildren(Button) if b.accessibleName() == "Look for another")
    look.click()
    assert asked == [dialog.analysis.missing[0].type]


def test_a_file_of_any_format_is_a_precedent(
    gaps: tuple[DraftPage, GapsDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    page, dialog = gaps
    path = tmp_path / "classified.docx"
    language = page.session.agreement.language
    export(new_draft("classified-information", parties=["LT", "LV"], language=language).agreement, path)
    offered = dialog.against.count()
    dialog.hold_against(path)
    assert "classified.docx" in dialog.note.text()
    assert dialog.stop.isVisible()
    qtbot.waitUntil(lambda: dialog.measure.precedent is not None, timeout=LONG)
    assert dialog.against.currentText() == "classified.docx"
    assert dialog.against.count() == offered + 1
    assert not dialog.note.isVisible()
    found = dialog.analysis
    qtbot.waitUntil(lambda: dialog.analysis is not found, timeout=LONG)
    assert dialog.analysis is not None
    assert "classified_information" in {
        key for gap in dialog.analysis.missing for unit in gap.clause.walk() for key in unit.types
    }
    before = page.session.draft
    dialog.insert(dialog.analysis.missing[0])
    qtbot.waitUntil(lambda: page.session.draft is not before, timeout=LONG)
    born = next(unit for unit in page.session.agreement.walk() if unit.provenance is not None)
    assert born.provenance is not None
    assert born.provenance.file == "classified.docx"
    assert len(born.provenance.sha256) == 64
    assert dialog.back.isVisible()
    dialog.back.click()
    assert page.session.draft is before


def test_a_missing_clause_is_shown_as_it_would_read(
    gaps: tuple[DraftPage, GapsDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    page, dialog = gaps
    path = tmp_path / "weights.txt"
    path.write_text(PRECEDENT, encoding="utf-8")
    dialog.hold_against(path)
    qtbot.waitUntil(lambda: dialog.measure.precedent is not None, timeout=LONG)

    def shown() -> list[Worded]:
        everything = dialog.findChildren(Worded)
        return [one for one in everything if any(look == "insertion" for *_, look in one.spans)]

    qtbot.waitUntil(lambda: bool(shown()), timeout=LONG)
    words = shown()[0]
    gone, come = (
        " ".join(words.text[start:end] for start, end, look in words.spans if look == wanted)
        for wanted in ("deletion", "insertion")
    )
    assert "Iceland" in gone
    assert "Malta" in gone
    assert any(part in party.name for party in page.session.agreement.parties for part in come.split())


@pytest.mark.parametrize(
    "case",
    [
        ("līgums.txt", LATVIAN, "in Latvian and the draft in English"),
        ("empty.docx", "", "empty.docx"),
        ("news.txt", "Ferries were late again on Tuesday.", "no agreement was found"),
    ],
)
def test_a_file_that_cannot_be_held_against_is_named(
    gaps: tuple[DraftPage, GapsDialog], tmp_path: Path, qtbot: QtBot, case: tuple[str, str, str]
) -> None:
    page, dialog = gaps
    name, content, said = case
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    measure = dialog.measure
    dialog.hold_against(path)
    qtbot.waitUntil(dialog.error.isVisible, timeout=LONG)
    assert dialog.error.text().startswith(name[:1].upper() + name[1:])
    assert said.casefold() in dialog.error.text().casefold()
    assert dialog.measure is measure
    assert page.session.draft.agreement.language == "en"
