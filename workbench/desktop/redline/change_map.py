"""The strip along the scroll bar that shows where the changes are: solid, hollow or striped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.desktop.editor.runs import Deco
from workbench.desktop.theme import Theme

Mark = tuple[float, float, Deco, str]
"""(top and height as shares of the document, what happened there, in a merge the slot of whose it is)."""

_EDGE = 8
"""Pixels above and below the map."""
_TONES = {
    Deco.INSERTION: "insertion",
    Deco.DELETION: "deletion",
    Deco.MOVED_HERE: "move",
    Deco.MOVED_AWAY: "move",
}


class ChangeMap(QWidget):
    """A click goes to that place."""

    asked = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._marks_drawn: QPixmap | None = None
        self._view: tuple[float, float] | None = None
        self.setFixedWidth(28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of the changes"))
        theme.changed.connect(self._redress)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these."""
        if self._marks != tuple(marks):
            self._marks, self._marks_drawn = tuple(marks), None
            self.update()

    def show_nothing(self) -> None:
        """There is no text to show a map of."""
        self._view = None
        self.show_marks(())
        self.update()

    def show_view(self, top: float, bottom: float) -> None:
        """Show which part of the document is in sight."""
        self._view = (top, bottom)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag through the text."""
        self._ask(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip: the part in sight under the marks, which are drawn once for all scrolling."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        if self._view is not None:
            top, bottom = self._view
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(theme.colour("sunken"))
            room = self._room()
            view = QRectF(4.5, _EDGE + top * room, 19, max(16.0, (bottom - top) * room))
            painter.drawRoundedRect(view, 4, 4)
        if self._marks:
            painter.drawPixmap(0, 0, self._drawn())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks have other places."""
        self._marks_drawn = None
        super().resizeEvent(event)

    def _redress(self) -> None:
        self._marks_drawn = None
        self.update()

    def _room(self) -> int:
        return max(1, self.height() - 2 * _EDGE)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._marks_drawn is None or self._marks_drawn.devicePixelRatioF() != ratio:
            made = QPixmap(self.size() * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_marks(painter)
            painter.end()
            self._marks_drawn = made
        return self._marks_drawn

    def _draw_marks(self, painter: QPainter) -> None:
        room = self._room()
        kinds: dict[float, set[Deco]] = {}
        for start, _height, deco, _slot in self._marks:
            kinds.setdefault(start, set()).add(deco)
        drawn: set[tuple[int, int, Deco, str]] = set()
        for start, height, deco, slot in self._marks:
            spot = (round(start * room), round(height * room), deco, slot)
            if spot in drawn:
                continue
            drawn.add(spot)
            where = QRectF(8, _EDGE + start * room, 12, max(4.0, height * room))
            if {Deco.INSERTION, Deco.DELETION} <= kinds[start]:  # each has its half of the strip
                left = deco is Deco.DELETION
                where.setLeft(8 if left else 14.5)
                where.setRight(13.5 if left else 20)
            tone = f"delegation_{slot}" if slot and deco in _TONES else _TONES.get(deco, "brass")
            self._draw_mark(painter, where, deco, self._theme.colour(tone))

    def _draw_mark(self, painter: QPainter, where: QRectF, deco: Deco, colour: QColor) -> None:
        if deco is Deco.BRACKET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(where.adjusted(-2, 0, 2, 0), 2, 2)
        elif deco is Deco.INSERTION:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(where, 1, 1)
        elif deco is Deco.DELETION:
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRoundedRect(where.adjusted(0.6, 0.6, -0.6, -0.6), 1.5, 1.5)
        else:
            painter.setPen(QPen(colour, 1.4))
            for y in (where.top() + 0.7, where.top() + 3.7):
                painter.drawLine(QPointF(where.left(), y), QPointF(where.right(), y))

    def _ask(self, event: QMouseEvent) -> None:
        self.asked.emit(min(1.0, max(0.0, (event.position().y() - _EDGE) / self._room())))
