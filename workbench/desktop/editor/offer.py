"""A quiet offer below the words just typed: what would be done with them, and the key that does it.

Nothing is ever done unasked: the offer stands until it is taken, left or typed past.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.desktop.kit import Frame, Key, Label, row
from workbench.desktop.theme import Theme


class Offer(Frame):
    """One offer at a time, over the page."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__("card", parent=over)
        self._words = Label(theme, "", 13, tone="ink2")
        keys = (Key(theme, self.tr("Tab")), Key(theme, self.tr("Esc")))
        leave = Label(theme, self.tr("leave"), 13, tone="ink3")
        self.setLayout(row(self._words, keys[0], keys[1], leave, gap=6, margins=(10, 5, 10, 5)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._take: Callable[[], None] | None = None
        self.hide()

    def show_at(self, words: str, take: Callable[[], None], caret: QRect) -> None:
        """Offer something below the caret, or above it at the foot of the view."""
        said = self.isVisible() and self.accessibleName() == words
        self._take = take
        self._words.set(words)
        self.setAccessibleName(words)
        self.adjustSize()
        over = self.parentWidget()
        left, top = caret.left(), caret.bottom() + 8
        if over is not None:
            left = min(left, over.width() - self.width() - 8)
            if top + self.height() > over.height():
                top = caret.top() - self.height() - 8
        self.move(max(8, left), top)
        self.show()
        self.raise_()
        if not said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def leave(self) -> None:
        """Offer nothing."""
        self._take = None
        self.hide()

    def take(self) -> None:
        """Do what is offered."""
        take = self._take
        self.leave()
        if take is not None:
            take()

    def key(self, event: QKeyEvent) -> bool:
        """While something is offered, Tab and Ctrl+Enter take it and Escape leaves it."""
        if self._take is None:
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Tab or (enter and control):
            self.take()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False
