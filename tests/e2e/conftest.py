"""The real window on a library of its own; every click and key goes through Qt's event loop."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.hands import PATIENCE, Hands
from workbench.actions.workbench import Workbench
from workbench.desktop.desk import Desk
from workbench.desktop.theme import Mode, Theme
from workbench.settings import SettingsFile

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the program on the library of this test, once or again."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    desks: list[Desk] = []

    def begin() -> Desk:
        settings = SettingsFile(tmp_path / "settings.json")
        workbench = Workbench(str(tmp_path / "library.sqlite"), file=settings)
        theme = Theme(Mode.LIGHT)
        theme.apply(qapp)
        made = Desk(workbench, theme, state=tmp_path / "window.ini")
        desks.append(made)
        made.window.resize(1440, 900)
        made.window.show()
        with qtbot.waitActive(made.window, timeout=PATIENCE):
            made.window.activateWindow()
        made.start()
        qtbot.waitUntil(lambda: made.keeper.library is not None, timeout=PATIENCE)
        return made

    yield begin
    for made in desks:
        page = made.drafts.page
        if page is not None:
            page.session.undo_stack.setClean()
        made.close()
        made.window.close()
    qapp.processEvents()


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    """The program, opened."""
    return open_desk()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """The mouse and the keyboard of somebody at the window."""
    made = Hands(qtbot)
    yield made
    made.let_go()
