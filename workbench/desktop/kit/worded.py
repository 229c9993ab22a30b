"""Wording on a page of widgets: a text with insertions and deletions set off, as high as its width asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.desktop.kit.wording import Span, Wording
from workbench.desktop.theme import Theme


class Worded(QWidget):
    """At most `most` lines of a text (0: all of them)."""

    def __init__(
        self, theme: Theme, text: str, spans: Sequence[Span] = (), *, most: int = 0, px: int = 14
    ) -> None:
        super().__init__()
        self.text, self.spans = text, tuple(spans)
        self._theme, self._px, self._most = theme, px, most
        self._laid_out: Wording | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self._anew)

    def show_all(self) -> None:
        """Show every line."""
        self._most = 0
        self._anew()

    def sizeHint(self) -> QSize:
        """As high as the lines at this width."""
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        """Any width; never fewer lines than are to be shown."""
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        if self._laid_out is None:
            self._laid_out = self._wording(self._most)
        self._laid_out.paint(painter, 0, 0)
        painter.end()

    def _anew(self) -> None:
        self._laid_out = None
        self.setFixedHeight(self._height())
        self.updateGeometry()
        self.update()

    def _height(self) -> int:
        return round(self._wording(self._most).height) if self.width() > 1 else 22

    def _wording(self, most: int) -> Wording:
        width = float(max(80, self.width()))
        return Wording(self._theme, self.text, self.spans, width=width, px=self._px, line=21, most=most)
