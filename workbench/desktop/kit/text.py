"""Words on the interface: labels that know their ink, icons that follow the theme, section heads."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.desktop.kit.layout import holder, row
from workbench.desktop.theme import SANS, Theme


class Label(QLabel):
    """One text in a font of the scale and an ink of the theme.

    With `elide` it gives way when the room is narrow and shows the whole text as its tooltip. Text is
    always plain: a title with "<" in it is shown as it is.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        px: int = 14,
        weight: int = 400,
        tone: str = "ink",
        *,
        family: str = SANS,
        italic: bool = False,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._whole = ""
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(px, weight, family, italic))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.setMinimumWidth(24)
        self.set(text)

    def set(self, text: str) -> None:
        """Change the text."""
        self._whole = text
        self.setAccessibleName(text)
        if self._elide:
            self._shorten()
        else:
            self.setText(text)
        self.updateGeometry()

    @property
    def whole(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten again."""
        super().resizeEvent(event)
        if self._elide:
            self._shorten()

    def sizeHint(self) -> QSize:
        """What the whole text would take."""
        if not self._elide:
            return super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, self.fontMetrics().height())

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Icon(QWidget):
    """An icon that tells something; `name` for the ear is given where it says more than its neighbour."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tone: str = "ink2",
        size: int = 16,
        weight: str = "regular",
        *,
        name: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._what = (icon, tone, size, weight)
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def set(self, icon: str, tone: str, weight: str = "regular") -> None:
        """Show something else."""
        self._what = (icon, tone, self._what[2], weight)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._theme.pixmap(*self._what))
        painter.end()


def section_head(theme: Theme, title: str, *right: QWidget, count: str = "") -> QWidget:
    """The head of a section in a pane: title, count in lighter ink, and what stands at the right."""
    counted = [Label(theme, count, 13, tone="ink3")] if count else []
    return holder(row(Label(theme, title, 13, 600, "ink2"), *counted, None, *right, gap=6))
