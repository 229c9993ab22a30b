"""Searching clauses: type-ahead, facets, and what goes into the draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.actions.test_importing import bilingual
from tests.desktop.agreements import WATER, written
from workbench.actions.importing import import_file
from workbench.desktop.beginning.new_agreement import NewAgreementPage
from workbench.desktop.desk import Desk
from workbench.desktop.drawer import Drawer
from workbench.desktop.kit import Button, Chip, Wording
from workbench.desktop.library.browser import ClauseBrowser
from workbench.desktop.library.clauses import CLAUSE_MIME, ClauseCard, ClauseQuery, Found, Preview, joined
from workbench.desktop.library.drawer import ClauseDrawer
from workbench.desktop.theme import Theme
from workbench.library import Query

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Desk:
    """A window whose library holds one agreement."""
    assert desk.keeper.library is not None
    named = WATER.replace("The Parties shall cooperate", "The Republic of Moldova shall cooperate")
    import_file(desk.keeper.library, written(tmp_path, "water.txt", named))
    desk.keeper.changed.emit()
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    return desk


def searched(qtbot: QtBot, desk: Desk, browser: ClauseBrowser, words: str) -> None:
    browser.field.clear()
    qtbot.keyClicks(browser.field, words)
    qtbot.waitUntil(lambda: browser.query.text == words and browser._found.total >= 0)
    qtbot.wait(200)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)


def test_typing_searches_and_marks_the_words(qtbot: QtBot, filled: Desk) -> None:
    filled.window.go("library")
    browser = filled.library.browser
    searched(qtbot, filled, browser, "terminate")
    card = browser.list.card()
    assert card is not None
    assert card.spans
    start, end, look = card.spans[0]
    assert look == "hit"
    assert card.text[start:end].casefold().startswith("terminat")
    assert "Latvia" in card.source


def test_a_facet_narrows_and_its_pill_widens_again(qtbot: QtBot, filled: Desk) -> None:
    filled.window.go("library")
    qtbot.waitUntil(lambda: not filled.jobs.running())
    browser = filled.library.browser
    searched(qtbot, filled, browser, "")
    everything = browser._found.total
    value = browser._found.facets["type"][0]
    browser.facets.toggled.emit("type", value.value)
    qtbot.waitUntil(lambda: browser._found.total == value.count)
    assert 0 < value.count < everything
    browser.facets.toggled.emit("type", None)
    qtbot.waitUntil(lambda: browser._found.total == everything)


def test_an_older_answer_never_replaces_a_newer_one(qtbot: QtBot, theme: Theme) -> None:
    browser = ClauseBrowser(theme)
    qtbot.addWidget(browser)
    browser.ask(ClauseQuery("new"))
    browser.show_found(ClauseQuery("old"), Found(9))
    assert browser._found.total == 0
    browser.show_found(ClauseQuery("new"), Found(3))
    assert browser._found.total == 3


def test_a_clause_goes_into_the_draft_with_enter(qtbot: QtBot, filled: Desk, form: NewAgreementPage) -> None:
    form.parties.set_names(["Latvia", "Estonia"])
    form.wish()
    qtbot.waitUntil(lambda: filled.drafts.page is not None, timeout=30_000)
    page = filled.drafts.page
    assert page is not None
    article = page.session.agreement.body[0]
    page.show_provision(article.id)
    before = len(list(page.session.agreement.walk()))
    filled.search_clauses()
    assert filled.drawer.isVisible()
    searched(qtbot, filled, filled.drawer.browser, "lakes")
    qtbot.keyClick(filled.drawer.browser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(list(page.session.agreement.walk())) > before, timeout=20_000)
    assert "Moldova" not in "\n".join(unit.words for unit in page.session.agreement.body)
    page.session.undo_stack.undo()
    assert len(list(page.session.agreement.walk())) == before
    filled.drawer.close_it()
    page.session.undo_stack.clear()
    page.saving.give_up()


def test_without_a_draft_the_drawer_only_reads(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtWidgets import QWidget

    area = QWidget()
    qtbot.addWidget(area)
    area.resize(1200, 700)
    area.show()
    drawer = ClauseDrawer(theme, area)
    asked: list[str] = []
    drawer.insert_requested.connect(lambda clause, _choices: asked.append(clause))
    drawer.open_search()
    drawer.browser.show_found(ClauseQuery(), Found(1, (ClauseCard("1", "One", "Wording"),)))
    drawer._press(adapted=True)
    assert asked == []
    drawer.set_previewer(lambda _clause, _choices: Preview("Wording"))
    drawer._press(adapted=False)
    assert asked == ["1"]
    drawer.close_it()


def test_a_dragged_card_carries_its_clause(qtbot: QtBot, theme: Theme) -> None:
    browser = ClauseBrowser(theme)
    qtbot.addWidget(browser)
    browser.list.show_cards([ClauseCard("7", "One", "Wording")])
    data = browser.list.model().mimeData([browser.list.model().index(0, 0)])
    assert bytes(data.data(CLAUSE_MIME).data()) == b"7"
    assert data.text() == "Wording"


def test_pieces_become_text_and_spans() -> None:
    text, spans = joined([("equal", "a "), ("deletion", "b "), ("insertion", "c")])
    assert text == "a b c"
    assert [text[start:end] for start, end, _ in spans] == ["b ", "c"]


def test_wording_keeps_to_its_lines(qtbot: QtBot, theme: Theme) -> None:
    long = "Latvijas Republikas valdība un Moldovas Republikas valdība " * 8
    short = Wording(theme, long, [(0, 8, "hit")], width=240, most=3)
    whole = Wording(theme, long, width=240)
    assert short.height == 3 * 22
    assert whole.height > short.height


def test_the_library_page_undoes_what_it_changed(qtbot: QtBot, filled: Desk) -> None:
    filled.window.go("library")
    library = filled.keeper.library
    assert library is not None
    agreement = library.agreements()[0].id
    filled.library.remove_asked.emit(agreement)
    qtbot.waitUntil(lambda: not library.agreements())
    qtbot.waitUntil(lambda: not filled.jobs.running())
    filled.undoing.undo()
    qtbot.waitUntil(lambda: len(library.agreements()) == 1)
    qtbot.waitUntil(lambda: not filled.jobs.running())


def test_a_drawer_leaves_the_page_in_sight(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtWidgets import QWidget

    area = QWidget()
    qtbot.addWidget(area)
    for width in (1191, 1351, 2400):
        area.resize(width, 800)
        drawer = Drawer(theme, area)
        drawer.place(area.size())
        assert drawer.geometry().right() == width - 1
        assert drawer.width() <= 700
        assert drawer.geometry().left() >= 540


def test_a_clause_leads_to_the_one_in_the_other_language(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    library = desk.keeper.library
    assert library is not None
    import_file(library, bilingual(tmp_path / "bākas.docx"))
    desk.keeper.changed.emit()
    desk.window.go("library")
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    english = next(h for h in library.search(Query("lamps", language="en")).hits if h.unit == "paragraph")
    reader = desk.library.reader
    desk.library_room.read(english.id)
    qtbot.waitUntil(lambda: reader._now is not None and reader._now.id == english.id, timeout=10_000)
    (button,) = [b for b in reader.findChildren(Button) if b.accessibleName() == "In Latvian"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reader._now is not None and reader._now.id != english.id, timeout=10_000)
    assert reader._now is not None
    assert any("lampu" in words for _, words, _ in reader._now.lines)


@pytest.fixture
def searching(qtbot: QtBot, filled: Desk, form: NewAgreementPage) -> Desk:
    """The clause search open over a draft, with a clause that names the other parties."""
    form.parties.set_names(["Latvia", "Estonia"])
    form.wish()
    qtbot.waitUntil(lambda: filled.drafts.page is not None, timeout=30_000)
    page = filled.drafts.page
    assert page is not None
    page.show_provision(page.session.agreement.body[0].id)
    filled.search_clauses()
    searched(qtbot, filled, filled.drawer.browser, "lakes")
    qtbot.waitUntil(lambda: bool(filled.drawer.adapting._chips), timeout=20_000)
    return filled


def put_away(desk: Desk) -> None:
    page = desk.drafts.page
    assert page is not None
    desk.drawer.close_it()
    page.session.undo_stack.clear()
    page.saving.give_up()


def chip(desk: Desk, key: str) -> Chip:
    return dict(desk.drawer.adapting._chips)[key]


def test_each_reason_of_change_is_a_switch_that_the_redline_follows(qtbot: QtBot, searching: Desk) -> None:
    cards, page = searching.drawer.browser.list, searching.drafts.page
    assert page is not None
    names = chip(searching, "party")
    assert names.isChecked()
    assert "Party names" in names.accessibleName()
    before = cards._delegate.preview
    assert before is not None
    assert "Estonia" in before.text
    qtbot.mouseClick(names, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cards._delegate.preview not in (None, before), timeout=20_000)
    assert cards._delegate.preview is not None
    assert "Estonia" not in cards._delegate.preview.text
    assert dict(searching.drawer.adapting._preview.reasons)["party"], "still offered, to be switched on again"
    qtbot.keyClick(searching.drawer.browser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.undo_stack.count() == 1, timeout=20_000)
    born = next(unit for unit in page.session.agreement.walk() if unit.provenance is not None)
    assert "Moldova" in born.words
    assert born.provenance is not None
    assert all(change.reason != "party" for change in born.provenance.changes)
    put_away(searching)


def test_a_key_switches_and_another_inserts_as_final_provisions(qtbot: QtBot, searching: Desk) -> None:
    page = searching.drafts.page
    assert page is not None
    field = searching.drawer.browser.field
    qtbot.keyClick(field, Qt.Key.Key_1, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert field.text() == "lakes"
    assert not searching.drawer.adapting._chips[0][1].isChecked()
    last = page.session.agreement.body[-1].id
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.session.undo_stack.count() == 1, timeout=20_000)
    assert page.session.agreement.find(last) is None, "the final provisions of the draft gave way"
    assert page.session.agreement.body[-1].provenance is not None
    page.session.undo_stack.undo()
    assert page.session.agreement.body[-1].id == last
    put_away(searching)


def test_who_becomes_whom_can_be_turned_round(qtbot: QtBot, searching: Desk) -> None:
    cards, ways = searching.drawer.browser.list, searching.drawer.adapting.ways
    before = cards._delegate.preview
    assert ways.isVisible()
    assert ways.count() == 2
    assert ways.currentText() == "Latvia → Latvia, Moldova → Estonia"
    ways.setFocus()
    qtbot.keyClick(ways, Qt.Key.Key_Down)
    ways.activated.emit(1)
    qtbot.waitUntil(lambda: cards._delegate.preview not in (None, before), timeout=20_000)
    assert ways.currentIndex() == 1
    put_away(searching)


def test_the_library_offers_a_clause_beside_the_draft(qtbot: QtBot, searching: Desk) -> None:
    card = searching.drawer.browser.list.card()
    assert card is not None
    put_away(searching)
    searching.window.go("library")
    searching.library.reader.insert_asked.emit(card.id)
    browser = searching.drawer.browser
    qtbot.waitUntil(lambda: browser.query.only == card.id and browser.list.count() == 1, timeout=20_000)
    assert searching.drawer.isVisible()
    assert searching.drafts.in_front()
    put_away(searching)


def test_the_search_opens_on_the_clauses_of_a_type_that_is_missing(qtbot: QtBot, searching: Desk) -> None:
    page = searching.drafts.page
    assert page is not None
    searching.drawer.close_it()
    page.face.inspector.clause_asked.emit("termination")
    browser = searching.drawer.browser
    assert searching.drawer.isVisible()
    assert browser.query.value("type") == "termination"
    assert browser.query.value("language") == "en"
    qtbot.waitUntil(lambda: "terminate" in str(browser.list.card()), timeout=20_000)
    put_away(searching)
