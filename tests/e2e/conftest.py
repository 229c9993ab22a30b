"""The real window on a library of its own; every click and key goes through Qt's event loop."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    workbench = Workbench(str(tmp_path / "library.sqlite"), file=SettingsFile(tmp_path / "settings.json"))
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    made = Desk(workbench, theme, state=tmp_path / "window.ini")
    made.window.resize(1440, 900)
    made.window.show()
    with qtbot.waitActive(made.window, timeout=PATIENCE):
        made.window.activateWindow()
    made.start()
    qtbot.waitUntil(lambda: made.keeper.library is not None, timeout=PATIENCE)
    yield made
    page = made.drafts.page
    if page is not None:
        page.session.undo_stack.setClean()
    made.close()
    made.window.close()
    qapp.processEvents()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """The mouse and the keyboard of somebody at the window."""
    made = Hands(qtbot)
    yield made
    made.let_go()
