"""One registry of what can be done: it feeds menus, toolbars, the command palette and the shortcut list.

A `Command` is declared once, with its words, its key and the question whether it can be done now. Whoever
shows it takes its QAction, so that a menu entry and a tool are enabled together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence

from workbench.desktop.kit import with_shortcut
from workbench.desktop.theme import Theme

_BEFORE_A_MENU_OPENS = 80  # milliseconds


def always() -> bool:
    """A command that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `id` is "menu.verb" and never shown; `title` is translated; `menu` names the menu it stands in ("" for
    none) and `group` keeps neighbours together between separators. `shortcut` is portable text ("Ctrl+L").
    `checked` makes it a switch. `listed` False keeps it out of the palette.
    """

    id: str
    title: str
    run: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    enabled: Callable[[], bool] = always
    menu: str = ""
    group: str = ""
    checked: Callable[[], bool] | None = None
    listed: bool = True


class Commands(QObject):
    """All commands of one window, in the order they were declared."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_BEFORE_A_MENU_OPENS)
        self._later.timeout.connect(self._draw)
        theme.changed.connect(self._redraw)

    def add(self, commands: Iterable[Command]) -> None:
        """Declare commands; one with a known id replaces it."""
        for command in commands:
            known = self._actions.pop(command.id, None)
            if known is not None:
                known.deleteLater()
            self._commands[command.id] = command
            self._actions[command.id] = self._action_for(command)
        self._later.start()
        self.refresh()
        self.changed.emit()

    def remove(self, identifiers: Iterable[str]) -> None:
        """Take commands back."""
        for identifier in list(identifiers):
            if self._commands.pop(identifier, None) is not None:
                self._actions.pop(identifier).deleteLater()
        self.changed.emit()

    def all(self) -> tuple[Command, ...]:
        """Every command."""
        return tuple(self._commands.values())

    def get(self, identifier: str) -> Command:
        """The command with this id; KeyError when there is none."""
        return self._commands[identifier]

    def action(self, identifier: str) -> QAction:
        """The one QAction of a command; KeyError when there is none."""
        return self._actions[identifier]

    def actions(self) -> tuple[QAction, ...]:
        """The actions of all commands."""
        return tuple(self._actions.values())

    def run(self, identifier: str) -> bool:
        """Do a command if it can be done now; says whether it was done."""
        command = self._commands[identifier]
        if not command.enabled():
            return False
        command.run()
        self.refresh()
        return True

    @Slot()
    def refresh(self) -> None:
        """Ask every command again whether it can be done now."""
        for identifier, command in self._commands.items():
            action = self._actions[identifier]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def _action_for(self, command: Command) -> QAction:
        # "&" would underline a letter: titles are plain words.
        action = QAction(command.title.replace("&", "&&"), self)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(with_shortcut(command.title, command.shortcut))
        action.triggered.connect(lambda: self.run(command.id))
        return action

    def _draw(self) -> None:
        """Draw the icons that are not drawn yet; the window is there before them."""
        for identifier, command in self._commands.items():
            action = self._actions[identifier]
            if command.icon and action.icon().isNull():
                action.setIcon(self._theme.icon(command.icon, "ink2", 16))

    def _redraw(self) -> None:
        for action in self._actions.values():
            action.setIcon(QIcon())
        self._draw()
