"""One registry feeds menus, palette and keys."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from workbench.actions.drafting import new_draft
from workbench.desktop.commands import Command, Commands
from workbench.desktop.desk import Desk
from workbench.desktop.theme import Theme


def test_a_command_runs_only_when_it_can(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    allowed = [False]
    commands = Commands(theme)
    commands.add([Command("a.b", "Do & say", lambda: done.append("b"), enabled=lambda: allowed[0])])
    assert not commands.run("a.b")
    assert not commands.action("a.b").isEnabled()
    allowed[0] = True
    commands.refresh()
    assert commands.action("a.b").isEnabled()
    commands.action("a.b").trigger()
    assert done == ["b"]
    assert commands.action("a.b").text() == "Do && say"


def test_a_known_id_is_replaced_not_doubled(qtbot: QtBot, theme: Theme) -> None:
    done: list[int] = []
    commands = Commands(theme)
    commands.add([Command("x", "X", lambda: done.append(1))])
    commands.add([Command("x", "X", lambda: done.append(2))])
    commands.run("x")
    assert done == [2]
    assert len(commands.all()) == len(commands.actions()) == 1


def test_no_two_commands_share_a_key(desk: Desk) -> None:
    assert desk.drafts.put(new_draft("memorandum", parties=("Latvia", "Estonia")))
    keys: dict[str, str] = {}
    for command in desk.commands.all():
        if command.shortcut:
            key = QKeySequence(command.shortcut).toString()
            assert key, command.id
            assert key not in keys, (command.id, keys.get(key))
            keys[key] = command.id


def test_no_command_has_a_key_that_types_a_letter(desk: Desk) -> None:
    """AltGr is Ctrl and Alt on Windows: with them a Latvian keyboard types ā, č, ē, ģ, š, ž."""
    assert desk.drafts.put(new_draft("memorandum", parties=("Latvia", "Estonia")))
    assert [c.shortcut for c in desk.commands.all() if re.fullmatch(r"Ctrl\+Alt\+\D", c.shortcut)] == []


def test_every_command_of_a_menu_stands_in_the_menus(desk: Desk) -> None:
    bar = desk.window.findChild(QMenuBar)
    assert bar is not None
    menus = [action.menu() for action in bar.actions()]
    shown = {action.objectName() for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert {command.id for command in desk.commands.all() if command.menu} <= shown


def test_the_palette_finds_and_runs(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.palette.isVisible()
    field = desk.palette._field
    qtbot.keyClicks(field, "settings")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not desk.palette.isVisible()
    assert desk.window.room == "settings"


def test_escape_gives_the_focus_back(qtbot: QtBot, desk: Desk) -> None:
    desk.window.go("library")
    qtbot.waitUntil(lambda: not desk.jobs.running())
    desk.window.go("settings")
    desk.window.activateWindow()
    desk.preferences.page.delegation.setFocus()
    before = desk.window.focusWidget()
    desk.palette.open()
    qtbot.keyClick(desk.palette._field, Qt.Key.Key_Escape)
    assert desk.window.focusWidget() is before
