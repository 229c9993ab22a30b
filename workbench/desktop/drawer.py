"""What slides over the right side of a page: the clause search. The page's left stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.desktop.kit import Frame
from workbench.desktop.theme import Theme


class Drawer(Frame):
    """Something that slides over the right side and leaves the page's left visible."""

    opened = Signal(int)
    shut = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, width: int = 700, top: int = 57) -> None:
        super().__init__("pane-right", parent=parent)
        self._wide, self._top, self._over = width, top, parent
        self._edge = _EdgeShadow(theme, parent)
        self._edge.hide()
        self.hide()

    def open_drawer(self) -> None:
        """Show it; `opened` tells how many pixels of the page it covers."""
        self.place(self._over.size())
        self._edge.show()
        self._edge.raise_()
        self.show()
        self.raise_()
        self.opened.emit(self.width())

    def shut_drawer(self) -> None:
        """Hide it."""
        if self.isVisible():
            self.hide()
            self._edge.hide()
            self.shut.emit()

    def place(self, size: QSize) -> None:
        """Stand at the right edge of an area of this size."""
        width = min(self._wide, max(520, size.width() - 560))
        self.setGeometry(size.width() - width, self._top, width, size.height() - self._top)
        self._edge.setGeometry(size.width() - width - 20, self._top, 20, size.height() - self._top)


class _EdgeShadow(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        fade = QLinearGradient(0, 0, self.width(), 0)
        fade.setColorAt(0, self._theme.colour("shadow", 0))
        fade.setColorAt(1, self._theme.colour("shadow", 150 if self._theme.dark else 36))
        painter = QPainter(self)
        painter.fillRect(self.rect(), fade)
        painter.end()
