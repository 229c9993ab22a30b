"""What the right panes of the faces of a redline share: the frame, counts beside bars, folding away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.desktop.editor.runs import Deco
from workbench.desktop.kit import Frame, Label, ToolButton, paint_bar, row
from workbench.desktop.theme import Theme

NARROW = 1080
"""Below this width of a face its right pane gives way."""


class Share(QWidget):
    """One kind of change: name marked as in the text, a bar, the count."""

    def __init__(self, theme: Theme, name: str, tone: str, deco: Deco | None) -> None:
        super().__init__()
        self._theme, self._name, self._tone, self._deco = theme, name, tone, deco
        self._count, self._most = 0, 1
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def name(self, name: str) -> None:
        """Call it something else."""
        self._name = name

    def set(self, count: int, most: int) -> None:
        """Show a count beside the largest one."""
        self._count, self._most = count, max(1, most)
        self.setAccessibleName(f"{self._name}: {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and count."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(14)
        font.setUnderline(self._deco is Deco.INSERTION)
        font.setStrikeOut(self._deco is Deco.DELETION)
        painter.setFont(font)
        painter.setPen(theme.colour(self._tone))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, 96)
        wide = painter.fontMetrics().horizontalAdvance(name)
        painter.drawText(QRectF(0, 0, 100, 30), Qt.AlignmentFlag.AlignVCenter, name)
        if self._deco is Deco.MOVED_HERE:
            for y in (23.0, 25.5):
                painter.drawLine(0, round(y), wide, round(y))
        where = QRectF(104, 12, max(20, self.width() - 104 - 40), 8)
        paint_bar(painter, theme, where, self._count / self._most, tone=self._tone, trough="sunken")
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.colour("ink"))
        right = QRectF(self.width() - 36, 0, 36, 30)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))
        painter.end()


def pane(title: Label, sections: Sequence[QWidget], foot: tuple[QWidget, QWidget]) -> QVBoxLayout:
    """The layout of a pane at the right: a head, sections that scroll, two buttons in the foot."""
    content = QWidget()
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    for section in sections:
        inner.addWidget(section)
    inner.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    quiet, primary = foot
    layout = QVBoxLayout()
    layout.setContentsMargins(1, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Frame("bar", row((title, 1), margins=(16, 0, 16, 0)), height=45))
    layout.addWidget(scroll, 1)
    layout.addWidget(Frame("foot", row(quiet, None, primary, margins=(16, 0, 16, 0)), height=57))
    return layout


class Fold(ToolButton):
    """Brings the right pane back where the window is too narrow for it; then the list gives way."""

    def __init__(self, theme: Theme, name: str, left: QWidget, right: QWidget) -> None:
        super().__init__(theme, "sidebar-simple", name, checkable=True)
        self._left, self._right = left, right
        self._width, self._anything = 0, True
        self.toggled.connect(self._arrange)

    def arrange(self, width: int, *, anything: bool = True) -> None:
        """Show what there is room for; `anything` is False while there is nothing to tell."""
        self._width, self._anything = width, anything
        self._arrange()

    def _arrange(self, _checked: bool = False) -> None:
        narrow = self._width < NARROW
        asked = narrow and self.isChecked()
        self._right.setVisible(self._anything and (not narrow or asked))
        self._left.setVisible(self._anything and not asked)
        self.setVisible(self._anything and narrow)
