"""How a face of a redline is laid out: a bar over three columns, of which the middle one takes the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.desktop.kit import Frame


def laid_out(
    top: Sequence[QWidget | None], left: QWidget, middle: Sequence[QWidget], right: QWidget
) -> QVBoxLayout:
    """The parts of a face; None is a stretch, and the last widget of the middle takes the room."""
    bar = Frame("bar", height=61)
    bar_row = QHBoxLayout(bar)
    bar_row.setContentsMargins(16, 8, 16, 8)
    bar_row.setSpacing(8)
    for part in top:
        if part is None:
            bar_row.addStretch(1)
        else:
            bar_row.addWidget(part)
    centre = QVBoxLayout()
    centre.setSpacing(0)
    for widget in middle:
        centre.addWidget(widget, 1 if widget is middle[-1] else 0)
    below = QHBoxLayout()
    below.setSpacing(0)
    below.addWidget(left)
    below.addLayout(centre, 1)
    below.addWidget(right)
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(bar)
    layout.addLayout(below, 1)
    return layout
