"""The rail at the left: the rooms of the window, each an icon with its word, and a count where work waits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from workbench.desktop.kit import Frame, focus_ring
from workbench.desktop.theme import SERIF, Theme

_WIDTH = 88


class Rail(Frame):
    """The rooms. `chosen` names the room the user went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("rail", width=_WIDTH + 1)
        self._theme = theme
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(_Emblem(theme))
        layout.addSpacing(12)
        layout.addLayout(self._upper)
        layout.addStretch(1)
        layout.addLayout(self._lower)
        for part in (self._upper, self._lower):
            part.setSpacing(4)

    def add(self, room: str, icon: str, words: str, *, below: bool = False) -> None:
        """Add a room; `below` puts it at the foot."""
        button = _RailButton(self._theme, icon, words)
        button.clicked.connect(lambda _checked: self.chosen.emit(room))
        self._buttons[room] = button
        self._group.addButton(button)
        (self._lower if below else self._upper).addWidget(button)

    def show_room(self, room: str) -> None:
        """Mark the room the window is in."""
        self._buttons[room].setChecked(True)

    def set_waiting(self, room: str, count: int, words: str) -> None:
        """Show that `count` things wait in a room; `words` say so to the ear."""
        self._buttons[room].set_waiting(count, words)


class _Emblem(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(_WIDTH, 52)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(28, 12, 32, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(where, 8, 8)
        painter.setFont(self._theme.font(21, 600, SERIF))
        painter.setPen(self._theme.colour("onaccent"))
        painter.drawText(where.adjusted(0, -1, 0, 0), Qt.AlignmentFlag.AlignCenter, "§")
        painter.end()


class _RailButton(QAbstractButton):
    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self._theme, self._icon, self._waiting = theme, icon, 0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFixedSize(_WIDTH, 60)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_waiting(self, count: int, words: str) -> None:
        self._waiting = count
        self.setAccessibleDescription(words if count else "")
        self.setToolTip(words if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on, middle = self._theme, self.isChecked(), self.width() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(middle - 26, 4, 52, 30)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if on else "sunken"))
            painter.drawRoundedRect(plate, 8, 8)
        tone = "accent" if on else "ink2"
        picture = theme.pixmap(self._icon, tone, 22, "fill" if on else "regular")
        painter.drawPixmap(QPointF(middle - 11, 8), picture)
        painter.setFont(theme.font(12, 600 if on else 500))
        painter.setPen(theme.colour(tone))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 6)
        painter.drawText(QRectF(0, 36, self.width(), 18), Qt.AlignmentFlag.AlignCenter, shown)
        if self._waiting:
            disc = QRectF(middle + 6, 2, 18, 18)
            painter.setPen(QPen(theme.colour("frame"), 2))
            painter.setBrush(theme.colour("brass"))
            painter.drawEllipse(disc)
            painter.setFont(theme.font(11, 700))
            painter.setPen(theme.colour("surface"))
            count = str(self._waiting) if self._waiting < 100 else "99"
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, count)
        if self.hasFocus():
            focus_ring(painter, theme, plate.adjusted(-2, -2, 2, 2), 8)
        painter.end()
