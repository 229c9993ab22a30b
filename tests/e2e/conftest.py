"""The real window on a library of its own; every click and key goes through Qt's event loop."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.actions.workbench import Workbench
from workbench.desktop.desk import Desk
from workbench.desktop.theme import Mode, Theme
from workbench.settings import SettingsFile

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 30_000  # milliseconds; a cold process has to load everything first


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
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
def press(qtbot: QtBot) -> Callable[[QWidget, str], None]:
    """Press the button with these words inside a widget, as a user would: it is seen and enabled."""

    def find(inside: QWidget, words: str) -> QPushButton | None:
        for button in inside.findChildren(QPushButton):
            named = button.text().strip("\u2009 ") == words or button.accessibleName() == words
            if named and button.isVisible() and button.isEnabled():
                return button
        return None

    def go(inside: QWidget, words: str) -> None:
        from PySide6.QtCore import Qt

        qtbot.waitUntil(lambda: find(inside, words) is not None, timeout=PATIENCE)
        button = find(inside, words)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return go
