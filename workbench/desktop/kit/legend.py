"""A legend of keys at the foot of a page: as many as there is room for, the most used first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.desktop.kit.layout import holder, row
from workbench.desktop.kit.tags import Key
from workbench.desktop.kit.text import Label
from workbench.desktop.theme import Theme

_GAP = 10


class Legend(QWidget):
    """Pairs of (key, what it does). Pairs that do not fit are left out, so that no button is squeezed."""

    def __init__(self, theme: Theme, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = [
            holder(row(Key(theme, key), Label(theme, words, 13, tone="ink3"), gap=6)) for key, words in pairs
        ]
        for pair in self._pairs:
            pair.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(0)

    def sizeHint(self) -> QSize:
        """Room for all pairs."""
        sizes = [pair.sizeHint() for pair in self._pairs]
        wide = sum(size.width() + _GAP for size in sizes)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        left = 0
        for pair in self._pairs:
            size = pair.sizeHint()
            fits = left + size.width() <= self.width()
            pair.setVisible(fits)
            pair.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
            left += size.width() + _GAP if fits else self.width()
