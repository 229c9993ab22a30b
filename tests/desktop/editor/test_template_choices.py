"""Optional provisions and alternatives of a template, decided in the window; what rests on another is put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from workbench.actions.drafting import new_draft
from workbench.agreement.tree import Provision
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button
from workbench.desktop.theme import Theme

LONG = 30_000


@pytest.fixture
def desk(theme: Theme, jobs: Jobs, qtbot: QtBot) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, new_draft("defence-cooperation", parties=("Latvia", "Estonia")))
    made.resize(1350, 820)
    made.show()
    yield made
    made.close_draft()
    made.close()
    qtbot.waitUntil(lambda: not jobs.running(), timeout=LONG)
    made.deleteLater()


def shown(desk: DraftPage, unit: Provision) -> None:
    desk.show_provision(unit.id)
    desk.face.inspector.refresh()


def press(desk: DraftPage, qtbot: QtBot, name: str) -> None:
    (button,) = [b for b in desk.face.inspector.findChildren(Button) if b.accessibleName() == name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_optional_provision_is_left_out_and_comes_back(desk: DraftPage, qtbot: QtBot) -> None:
    unit = next(unit for unit in desk.session.agreement.body if unit.optional)
    shown(desk, unit)
    press(desk, qtbot, "Leave it out")
    assert desk.session.agreement.find(unit.id) is None
    desk.undo_stack.undo()
    shown(desk, unit)
    press(desk, qtbot, "Keep it")
    kept = desk.session.agreement.find(unit.id)
    assert kept is not None
    assert not kept.optional


def test_another_alternative_is_picked(desk: DraftPage, qtbot: QtBot) -> None:
    unit = next(unit for unit in desk.session.agreement.walk() if unit.choice)
    shown(desk, unit)
    press(desk, qtbot, "Choose another…")
    qtbot.waitUntil(lambda: bool(desk.face.inspector.findChildren(QMenu)), timeout=LONG)
    menu = desk.face.inspector.findChildren(QMenu)[-1]
    wordings = menu.actions()
    assert [action.isChecked() for action in wordings] == [True, False]
    wordings[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: desk.undo_stack.count() == 1, timeout=LONG)
    now = next(one for one in desk.session.agreement.walk() if one.choice == unit.choice)
    assert now.words != unit.words
    desk.undo_stack.undo()
    assert desk.session.agreement.find(unit.id) == unit


def test_what_a_provision_rests_on_is_put_back(desk: DraftPage, qtbot: QtBot) -> None:
    gone = next(unit for unit in desk.session.agreement.body if "intellectual_property" in unit.types)
    desk.choosing.decide(gone.id, False)
    qtbot.waitUntil(
        lambda: any(found.code == "template.needs-another" for found in desk.findings.shown), timeout=LONG
    )
    finding = next(found for found in desk.findings.shown if found.code == "template.needs-another")
    assert finding.provision is not None
    unit = desk.session.agreement.find(finding.provision)
    assert unit is not None
    shown(desk, unit)
    press(desk, qtbot, "Put it back")
    qtbot.waitUntil(lambda: desk.session.agreement.find(gone.id) is not None, timeout=LONG)
