"""Defined terms at the desk, by key: renamed with a redline, known as they are typed, followed and found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from workbench.actions.drafting import new_draft
from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.text import DefinedTerm
from workbench.agreement.tree import Provision
from workbench.desktop.commands import Command
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.term_dialog import TermDialog
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button
from workbench.desktop.theme import Theme

NAMES = {
    "en": (["Latvia", "Ukraine"], "Classified Information", "Protected Information"),
    "lv": (["Latvija", "Ukraina"], "Klasificētā informācija", "Aizsargājamā informācija"),
    "uk": (["Латвія", "Україна"], "Секретна інформація", "Інформація з обмеженим доступом"),
}
LEFT = Qt.MouseButton.LeftButton
WITHOUT_DEFINITION = "checks.term-without-definition"


@pytest.fixture
def opened(theme: Theme, jobs: Jobs, qtbot: QtBot) -> Iterator[Callable[[str], DraftPage]]:
    """Opens a draft on the protection of classified information in a language."""
    pages: list[DraftPage] = []

    def make(language: str) -> DraftPage:
        draft = new_draft("classified-information", parties=NAMES[language][0], language=language)
        page = DraftPage(theme, jobs, draft)
        pages.append(page)
        page.resize(1350, 820)
        page.show()
        page.face.page.setFocus()
        page.face.page.terms.prepare_now()
        return page

    yield make
    for page in pages:
        if page.face.terms.dialog is not None:
            page.face.terms.dialog.close()
        page.close_draft()
        page.close()
        page.deleteLater()


def words(page: DraftPage) -> str:
    return "\n".join(f"{unit.heading.plain}\n{unit.text.plain}" for unit in page.session.agreement.walk())


def places(page: DraftPage, term: str, *, defines: bool) -> list[tuple[Provision, int, int]]:
    return [
        (unit, start, end)
        for unit in page.session.agreement.walk()
        for start, end, mark in unit.text.of(DefinedTerm)
        if mark.term == term and mark.defines is defines
    ]


def put_caret(page: DraftPage, place: tuple[Provision, int, int], *, select: bool = False) -> None:
    unit, start, end = place
    offset = start if select else start + 2
    page.face.page.go(Place(unit.id, Part.TEXT, offset), select=end - start if select else 0)


def command(page: DraftPage, name: str) -> Command:
    return next(one for one in page.commands() if one.id == name)


def dialog_of(page: DraftPage) -> TermDialog:
    dialog = page.face.terms.dialog
    assert dialog is not None
    return dialog


def write_name(qtbot: QtBot, dialog: TermDialog, name: str) -> None:
    """Write a new name and wait for its redline."""
    dialog.field.field.setText(name)  # type: ignore[attr-defined]  # the field of a name is a line
    qtbot.waitUntil(lambda: dialog.renaming is not None and dialog.renaming.new == name, timeout=20_000)


@pytest.mark.parametrize("language", sorted(NAMES))
def test_a_term_is_renamed_from_a_use_and_undone_as_one(
    opened: Callable[[str], DraftPage], qtbot: QtBot, language: str
) -> None:
    page = opened(language)
    _, old, new = NAMES[language]
    before = page.session.draft
    put_caret(page, places(page, old, defines=False)[1])
    command(page, "term.rename").run()
    dialog = dialog_of(page)
    write_name(qtbot, dialog, new)
    assert page.session.draft is before, "nothing is written before it is asked for"
    assert len(dialog.list.places.rows()) == len(dialog.list.chosen) == 20
    QTest.keyClick(dialog.field.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert not places(page, old, defines=False)
    assert len(places(page, new, defines=False)) == 18
    assert [page.session.undo_stack.count(), page.session.undo_stack.undoText()] == [1, f"Rename “{old}”"]
    page.session.undo_stack.undo()
    assert page.session.draft is before


def test_a_place_is_left_out_by_key_and_another_kept_open(
    opened: Callable[[str], DraftPage], qtbot: QtBot
) -> None:
    page = opened("en")
    put_caret(page, places(page, "Classified Information", defines=True)[0])
    command(page, "term.rename").run()
    dialog = dialog_of(page)
    write_name(qtbot, dialog, "Protected Information")
    dialog.list.setCurrentIndex(dialog.list.places.index(1, 0))
    left = dialog.list.places.rows()[1]
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert left not in dialog.list.chosen
    write_name(qtbot, dialog, "Guarded Information")
    assert left.start not in {
        place.start for place in dialog.list.chosen if place.provision == left.provision
    }, "a place that was left stays left while the name is written"
    QTest.keyClick(dialog.field.field, Qt.Key.Key_Return)
    assert words(page).count("Classified Information") == 1
    assert "Guarded Information" in words(page)


def test_rewriting_the_definition_offers_to_let_the_uses_follow(
    opened: Callable[[str], DraftPage], qtbot: QtBot
) -> None:
    page = opened("en")
    put_caret(page, places(page, "Classified Information", defines=True)[0], select=True)
    QTest.keyClicks(page.face.page, "Secret Data")
    assert places(page, "Secret Data", defines=True)
    offer = page.face.page.offer
    assert offer.isVisible()
    assert offer.accessibleName() == "Let 18 uses of “Classified Information” follow"
    QTest.keyClick(page.face.page, Qt.Key.Key_Tab)
    dialog = dialog_of(page)
    qtbot.waitUntil(lambda: dialog.renaming is not None, timeout=20_000)
    QTest.keyClick(dialog.field.field, Qt.Key.Key_Return)
    assert len(places(page, "Secret Data", defines=False)) == 18
    assert not places(page, "Classified Information", defines=False)
    page.face.page.go(Place(places(page, "Secret Data", defines=True)[0][0].id, Part.TEXT, 60))
    QTest.keyClicks(page.face.page, "x")
    assert not offer.isVisible(), "there is nothing left to follow"


def test_the_old_name_written_back_offers_nothing(opened: Callable[[str], DraftPage]) -> None:
    page = opened("en")
    unit, start, end = places(page, "Classified Information", defines=True)[0]
    put_caret(page, (unit, start, end), select=True)
    QTest.keyClicks(page.face.page, "Classified Informatio")
    assert page.face.page.offer.isVisible()
    QTest.keyClick(page.face.page, Qt.Key.Key_Escape)
    assert not page.face.page.offer.isVisible()
    QTest.keyClicks(page.face.page, "n")
    assert not page.face.page.offer.isVisible()
    assert places(page, "Classified Information", defines=True)


def test_definitions_and_uses_are_known_as_they_are_typed(opened: Callable[[str], DraftPage]) -> None:
    page = opened("en")
    unit = places(page, "Recipient", defines=True)[0][0]
    page.face.page.go(Place(unit.id, Part.TEXT, len(unit.text)))
    QTest.keyClick(page.face.page, Qt.Key.Key_Return)
    QTest.keyClicks(page.face.page, '"Carrier" means whatever holds Classified Information.')
    assert places(page, "Carrier", defines=True)
    born = places(page, "Carrier", defines=True)[0][0]
    assert [mark.term for _, _, mark in born.text.of(DefinedTerm)] == ["Carrier", "Classified Information"]
    QTest.keyClicks(page.face.page, " All Carriers are numbered.")
    assert len(places(page, "Carrier", defines=False)) == 1
    for _ in range(len(" All Carriers are numbered.")):
        QTest.keyClick(page.face.page, Qt.Key.Key_Backspace)
    assert not places(page, "Carrier", defines=False)


def test_a_definition_taken_out_is_missed_at_every_use(
    opened: Callable[[str], DraftPage], qtbot: QtBot
) -> None:
    page = opened("en")
    unit = places(page, "Originator", defines=True)[0][0]
    page.face.page.go(Place(unit.id, Part.TEXT, 0), select=len(unit.text))
    QTest.keyClick(page.face.page, Qt.Key.Key_Delete)
    wanted = {unit.id for unit, _, _ in places(page, "Originator", defines=False)}
    assert wanted

    def missed() -> set[object]:
        return {one.provision for one in page.findings.shown if one.code == WITHOUT_DEFINITION}

    qtbot.waitUntil(lambda: missed() == wanted, timeout=30_000)


def test_go_to_the_definition_and_list_the_uses(opened: Callable[[str], DraftPage], qtbot: QtBot) -> None:
    page = opened("uk")
    term = "Контрагент"
    put_caret(page, places(page, term, defines=False)[0])
    command(page, "term.definition").run()
    assert page.face.page.textCursor().selectedText() == term
    command(page, "term.uses").run()
    dialog = dialog_of(page)
    qtbot.waitUntil(lambda: len(dialog.list.places.rows()) == 4, timeout=20_000)
    dialog.list.setCurrentIndex(dialog.list.places.index(3, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert page.face.page.textCursor().selectedText() == dialog.list.places.rows()[3].old


def test_the_menu_on_a_term_and_beside_one(opened: Callable[[str], DraftPage]) -> None:
    page = opened("en")
    put_caret(page, places(page, "Recipient", defines=False)[0])
    menu = QMenu()
    page.face.page.menu_actions(menu)
    assert "Rename “Recipient”…" in [action.text() for action in menu.actions()]
    title = page.session.agreement.title[0]
    page.face.page.go(Place(title.id, Part.TEXT, 0))
    other = QMenu()
    page.face.page.menu_actions(other)
    assert not [action for action in other.actions() if action.text().startswith("Rename")]


def test_a_name_that_is_taken_is_refused_in_words(opened: Callable[[str], DraftPage], qtbot: QtBot) -> None:
    page = opened("en")
    put_caret(page, places(page, "Recipient", defines=False)[0])
    command(page, "term.rename").run()
    dialog = dialog_of(page)
    dialog.field.field.setText("Originator")  # type: ignore[attr-defined]  # the field of a name is a line
    qtbot.waitUntil(lambda: "already defined" in dialog.field.error, timeout=20_000)
    before = page.session.draft
    QTest.keyClick(dialog.field.field, Qt.Key.Key_Return)
    assert page.session.draft is before


def test_a_form_is_written_by_hand(opened: Callable[[str], DraftPage], qtbot: QtBot) -> None:
    page = opened("lv")
    old = "Klasificētā informācija"
    put_caret(page, places(page, old, defines=False)[1])
    command(page, "term.rename").run()
    dialog = dialog_of(page)
    write_name(qtbot, dialog, "Aizsargājamā informācija")
    assert not dialog.forms.isVisible()
    QTest.mouseClick(next(b for b in dialog.findChildren(Button) if b.text().startswith("Correct")), LEFT)
    assert dialog.forms.isVisible()
    genitive = dialog.forms.fields[Case.GEN, GrammaticalNumber.SINGULAR]
    assert genitive.text() == "Aizsargājamās informācijas"
    genitive.setFocus()
    genitive.selectAll()
    QTest.keyClicks(genitive, "Slepenas informacijas")
    qtbot.waitUntil(
        lambda: any(place.new == "Slepenas informacijas" for place in dialog.list.chosen), timeout=20_000
    )
    dialog.apply()
    assert "Slepenas informacijas" in words(page)
    assert "Aizsargājamās informācijas" not in words(page)


def test_english_has_one_form_of_each_number(opened: Callable[[str], DraftPage], qtbot: QtBot) -> None:
    page = opened("en")
    put_caret(page, places(page, "Classified Information", defines=False)[1])
    command(page, "term.rename").run()
    dialog = dialog_of(page)
    write_name(qtbot, dialog, "Protected Material")
    assert len(dialog.forms.fields) == 2
    write_name(qtbot, dialog, "Classified Information")
    assert not dialog.forms.isVisible()
