"""What somebody at the window does: clicks buttons and menus, presses keys, answers file dialogs, drags.

Nothing here calls the program. Every deed waits until what it acts on is to be seen and can be used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

PATIENCE = 30_000
"""Milliseconds; a cold process has to load everything first."""
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Mouse and keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._answering = QTimer()
        self._answering.setInterval(100)
        self._answering.timeout.connect(self._answer_now)
        self._answer: Path | None = None

    def wait(self, until: Callable[[], bool]) -> None:
        """Go on when it is so."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)

    def press(self, inside: QWidget, words: str) -> None:
        """Click the button with these words inside a widget."""

        def found() -> QAbstractButton | None:
            for button in inside.findChildren(QAbstractButton):
                named = button.text().strip("\u2009 ") == words or button.accessibleName() == words
                if named and button.isVisible() and button.isEnabled():
                    return button
            return None

        self.wait(lambda: found() is not None)
        button = found()
        assert button is not None
        self._qtbot.mouseClick(button, _LEFT)

    def menu(self, window: QWidget, title: str, words: str) -> None:
        """Click a menu of the window open and an entry in it."""
        bar = window.findChild(QMenuBar)
        assert isinstance(bar, QMenuBar)

        def menu_of() -> QMenu | None:
            for action in bar.actions():
                if action.text() == title:
                    shown = action.menu()
                    assert isinstance(shown, QMenu)
                    return shown
            return None

        self.wait(lambda: menu_of() is not None)
        menu = menu_of()
        assert menu is not None
        self._qtbot.mouseClick(bar, _LEFT, pos=bar.actionGeometry(menu.menuAction()).center())
        self.wait(menu.isVisible)
        entry = next(action for action in menu.actions() if action.text() == words)
        assert entry.isEnabled(), words
        self._qtbot.mouseClick(menu, _LEFT, pos=menu.actionGeometry(entry).center())

    def choose(self, words: str) -> None:
        """Click an entry of the menu that is open; the words may go on."""

        def entry() -> tuple[QMenu, QAction] | None:
            menu = QApplication.activePopupWidget()
            for action in menu.actions() if isinstance(menu, QMenu) else ():
                if action.text().startswith(words) and action.isEnabled():
                    assert isinstance(menu, QMenu)
                    return menu, action
            return None

        self.wait(lambda: entry() is not None)
        found = entry()
        assert found is not None
        menu, action = found
        self._qtbot.mouseClick(menu, _LEFT, pos=menu.actionGeometry(action).center())

    def keys(self, where: QWidget, words: str) -> None:
        """Type words."""
        self._qtbot.keyClicks(where, words)

    def key(
        self,
        where: QWidget,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key; pressed in a window, it is a shortcut of that window."""
        if where.isWindow() and not where.isActiveWindow():
            where.activateWindow()  # a window manager does this when a dialog closes; a bare screen has none
            self.wait(where.isActiveWindow)
        self._qtbot.keyClick(where, key, held)

    def fill(self, field: QLineEdit, words: str) -> None:
        """Write over what stands in a field."""
        field.setFocus()
        self.key(field, Qt.Key.Key_A, CONTROL)
        self.keys(field, words)

    def will_answer(self, path: Path) -> None:
        """The next file dialog is answered with this path, typed into its field and confirmed with Enter."""
        self._answer = path
        self._answering.start()

    def let_go(self) -> None:
        """Answer nothing any more."""
        self._answering.stop()

    def drop_file(self, window: QWidget, path: Path) -> None:
        """Drag a file from outside over the window and let it go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        self.drop(window, mime, window.rect().center())

    def drop(self, where: QWidget, mime: QMimeData, point: QPoint) -> None:
        """Drag something to a point of a widget and let it go."""
        held = (Qt.DropAction.CopyAction, mime, _LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(where, QDragEnterEvent(point, *held))
        QApplication.sendEvent(where, QDragMoveEvent(point, *held))
        QApplication.sendEvent(where, QDropEvent(QPointF(point), *held))

    def _answer_now(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible() or self._answer is None:
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        if not dialog.isActiveWindow():
            dialog.activateWindow()  # words typed before it has the keyboard, the dialog does not complete
        elif not field.hasFocus():
            field.setFocus()
        elif field.text() != str(self._answer):
            self.fill(field, str(self._answer))
            # Enter at the next look: the dialog completes what is typed when it has read the folder.
        else:
            # Enter may only have chosen among the completions; it is pressed until the dialog takes it.
            dialog.accepted.connect(self._answered)
            self.key(field, Qt.Key.Key_Return)

    def _answered(self) -> None:
        self._answer = None
        self._answering.stop()
