"""Rows, columns and frames: how widgets are put beside and under each other on the 4 px scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for a stretch. A (part, stretch) pair grows."""

Margins = tuple[int, int, int, int]
_NO_MARGINS: Margins = (0, 0, 0, 0)


def row(*parts: Part | tuple[QWidget, int], gap: int = 8, margins: Margins = _NO_MARGINS) -> QHBoxLayout:
    """Parts from left to right."""
    made = QHBoxLayout()
    _fill(made, parts, gap, margins)
    return made


def column(*parts: Part | tuple[QWidget, int], gap: int = 8, margins: Margins = _NO_MARGINS) -> QVBoxLayout:
    """Parts from top to bottom."""
    made = QVBoxLayout()
    _fill(made, parts, gap, margins)
    return made


class Frame(QFrame):
    """A box of the style sheet: "bar", "header", "foot", "pane-left", "pane-right", "card", "well", …"""

    def __init__(
        self,
        kind: str,
        layout: QLayout | None = None,
        *,
        width: int = 0,
        height: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        if layout is not None:
            self.setLayout(layout)
        if width:
            self.setFixedWidth(width)
        if height:
            self.setFixedHeight(height)


def rule() -> Frame:
    """A horizontal hairline."""
    return Frame("rule")


def upright(height: int = 20) -> Frame:
    """A vertical hairline between tools."""
    return Frame("vrule", height=height)


def holder(layout: QLayout, kind: str = "") -> QWidget:
    """A plain widget around a layout."""
    made = QWidget()
    if kind:
        made.setProperty("kind", kind)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and let the style look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def _fill(
    layout: QBoxLayout, parts: tuple[Part | tuple[QWidget, int], ...], gap: int, margins: Margins
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, tuple):
            layout.addWidget(part[0], part[1])
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
