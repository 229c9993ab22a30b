"""Chips: small switches in a row, each with a count. On and off differ by their sign, not colour alone."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.desktop.kit.tags import focus_ring
from workbench.desktop.theme import Theme

_HEIGHT = 28


class Chip(QAbstractButton):
    """A switch with words and a count; `name` is what a screen reader says of it."""

    def __init__(
        self, theme: Theme, text: str, *, count: str = "", name: str = "", tip: str = "", on: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._count = theme, count
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name or text)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the tick, the words and the count; the same on and off."""
        words = QFontMetricsF(self._theme.font(13, 600)).horizontalAdvance(self.text())
        count = QFontMetricsF(self._theme.font(13)).horizontalAdvance(self._count)
        return QSize(ceil(words + count) + (40 if self._count else 34), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, and the ring when it has the focus."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        border = "accent_line" if on else "edge" if self.underMouse() else "line2"
        painter.setPen(QPen(theme.colour(border), 1))
        painter.setBrush(theme.colour("accent_tint" if on else "raised"))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        icon, tone = ("check", "accent") if on else ("x", "ink3")
        painter.drawPixmap(QPointF(10, (_HEIGHT - 12) / 2), theme.pixmap(icon, tone, 12, "bold"))
        left = 26.0
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour("accent" if on else "ink2"))
        words = QRectF(left, -0.5, where.width() - left, _HEIGHT)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(theme.font(13))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, -0.5, where.width() - 10, _HEIGHT), right, self._count)
        if self.hasFocus():
            focus_ring(painter, theme, where, 14)
        painter.end()
