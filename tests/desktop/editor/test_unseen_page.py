"""A page that nobody sees, while decisions are taken into its draft: set anew in spare time, and exactly."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import from_scratch
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, ProvisionId
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.theme import Theme

ARTICLES = 300


def identity(number: int) -> ProvisionId:
    return ProvisionId(UUID(int=number))


@pytest.fixture
def session(qapp: QApplication) -> Session:
    def article(number: int) -> Provision:
        words = Text(f"Ferry {number} sails on day {number} from either shore.")
        return Provision(
            identity(2 * number + 1),
            Kind.ARTICLE,
            children=(Provision(identity(2 * number + 2), Kind.PARAGRAPH, words),),
        )

    body = tuple(article(number) for number in range(ARTICLES))
    return Session(Draft(Agreement(AgreementId(UUID(int=9)), "en", body=body)))


def reworded(agreement: Agreement, step: int) -> Agreement:
    for number in range(0, ARTICLES, step):
        agreement = edits.set_text(agreement, identity(2 * number + 2), f"Ferry {number} rests.")
    return agreement


@pytest.mark.parametrize("reshaped", [False, True])
def test_a_large_change_is_set_in_portions_and_the_caret_finds_its_place(
    theme: Theme, session: Session, qtbot: QtBot, reshaped: bool
) -> None:
    page = Page(theme, session)
    page.resize(760, 700)
    page.show()
    qtbot.waitUntil(lambda: page.draft_sheet.complete)
    place = Place(identity(2 * 250 + 2), Part.TEXT, 3)
    page.go(place)
    page.hide()
    changed = reworded(session.agreement, 3)
    if reshaped:
        changed = edits.delete(changed, identity(2 * 7 + 1))
    session.apply("take", changed, before=place, after=place)
    assert not page.draft_sheet.complete, "the window is not held up for what nobody sees"
    qtbot.waitUntil(lambda: page.draft_sheet.complete)
    assert page.draft_sheet.entries == from_scratch(session, theme)
    qtbot.waitUntil(lambda: page.place_of_caret == place)
    session.undo_stack.undo()
    session.undo_stack.redo()
    qtbot.waitUntil(lambda: page.draft_sheet.complete)
    assert page.draft_sheet.entries == from_scratch(session, theme)
    page.close()


def test_going_to_a_provision_sets_everything_before_it(theme: Theme, session: Session, qtbot: QtBot) -> None:
    page = Page(theme, session)
    session.apply("take", reworded(session.agreement, 2))
    page.show()
    page.show_provision(identity(2 * 200 + 1))
    assert len(page.draft_sheet.entries) > 200
    qtbot.waitUntil(lambda: page.draft_sheet.complete)
    assert page.draft_sheet.entries == from_scratch(session, theme)
    page.close()
