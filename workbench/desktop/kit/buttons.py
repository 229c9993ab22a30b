"""Buttons: one filled primary button per screen, secondary ones bordered, ghosts in toolbars, links in cards.

A button is reached with Tab but does not take the focus on a click, so that a click in a toolbar leaves the
cursor in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.desktop.theme import Theme

_ICON_TONES = {"primary": "onaccent", "link": "accent"}


class Button(QPushButton):
    """A button with words. `kind` is "primary", "secondary", "ghost" or "link"."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        small: bool = False,
        tip: str = "",
        run: Callable[[], object] | None = None,
    ) -> None:
        # Qt sets no space between icon and word, and the style sheet cannot: a thin space is written.
        super().__init__(f"\u2009{text}" if icon else text)
        self._theme, self._icon, self._kind = theme, icon, kind
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setFont(theme.font(13 if small or kind == "link" else 14, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.setAutoDefault(False)
        if icon:
            self.setIconSize(QSize(16, 16))
            self._draw_icon()
            theme.changed.connect(self._draw_icon)
        if run is not None:
            self.clicked.connect(lambda _checked: run())

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(f"\u2009{text}" if self._icon else text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _draw_icon(self) -> None:
        self.setIcon(self._theme.icon(self._icon, _ICON_TONES.get(self._kind, "ink2"), 16))


class ToolButton(QToolButton):
    """An icon in a toolbar; `name` is its tooltip and what a screen reader says."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        checkable: bool = False,
        words: bool = False,
        size: int = 18,
        run: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._size = theme, icon, size
        self.setIconSize(QSize(size, size))
        self.setFont(theme.font(14, 600))
        self.setFixedHeight(32)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(with_shortcut(name, shortcut))
        if words:
            self.setText(name)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.setProperty("words", True)
        else:
            self.setFixedWidth(32)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)
        self.toggled.connect(self._draw_icon)
        if run is not None:
            self.clicked.connect(lambda _checked: run())

    def _draw_icon(self) -> None:
        tone = "accent" if self.isChecked() else "ink2"
        self.setIcon(self._theme.icon(self._icon, tone, self._size))


class Segmented(QWidget):
    """A choice of two or three that exclude each other; the arrow keys move it."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, items: list[str], name: str, *, current: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(0)
        self.offer(items)
        if items:
            self.choose(current)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self.update)

    @property
    def current(self) -> int:
        """The index of the present choice."""
        return self._group.checkedId()

    def offer(self, items: list[str]) -> None:
        """Offer these; nothing changes where they are offered already."""
        old = self._group.buttons()
        if [button.text() for button in old] == items:
            return
        for button in old:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for index, item in enumerate(items):
            made = _Segment(self._theme, item)
            self._group.addButton(made, index)
            self._layout.addWidget(made)

    def choose(self, index: int) -> None:
        """Change the choice without saying `chosen`."""
        self._group.button(index).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line2"), 1))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFont(theme.font(14, 600))
        self.setFixedSize(self.fontMetrics().horizontalAdvance(text) + 24, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if on:
            painter.setPen(QPen(theme.colour("accent_line"), 1))
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(inner, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(theme.font(14, 600 if on else 400))
        painter.setPen(theme.colour("accent" if on else "ink2"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def shown_shortcut(shortcut: str) -> str:
    """A shortcut as people read it: "Ctrl+Shift+K" becomes "Ctrl Shift K" (signs on macOS)."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


def with_shortcut(name: str, shortcut: str) -> str:
    """A tooltip: the name, and the shortcut behind it."""
    return f"{name}  ({shown_shortcut(shortcut)})" if shortcut else name
