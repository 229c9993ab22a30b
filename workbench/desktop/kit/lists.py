"""Lists of values with painted rows: the model, the view and the delegate that every list of a room is.

A room says what a value reads out loud and paints one row of it; selection, hover, the focus ring and the
manners of scrolling are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit.tags import focus_ring
from workbench.desktop.kit.wording import elided
from workbench.desktop.theme import SANS, SERIF, Theme

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")
VALUE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its value."""


class Rows(QAbstractListModel, Generic[Value]):
    """A list of values. `spoken` is overridden; `tip` where a row says more than it has room for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Value] = []

    def spoken(self, value: Value) -> Iterable[str]:
        """What a row says to a screen reader, in parts; empty ones are left out."""
        raise TypeError(f"{type(self).__name__} does not say its rows")

    def tip(self, value: Value) -> str | None:
        """What the row shows when the pointer rests on it."""
        return None

    def rows(self) -> Sequence[Value]:
        """The values."""
        return self._rows

    def replace(self, values: Iterable[Value]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._rows = list(values)
        self.endResetModel()

    def change(self, values: Sequence[Value]) -> None:
        """Show other values of which most are the same ones: what is equal at both ends stays as it is."""
        old, new = self._rows, list(values)
        shorter = min(len(old), len(new))
        first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
        tail = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
        gone, come = len(old) - tail - first, len(new) - tail - first
        if not first and not tail:
            self.replace(new)
            return
        both = min(gone, come)
        self._rows[first : first + both] = new[first : first + both]
        if both:
            self.dataChanged.emit(self.index(first, 0), self.index(first + both - 1, 0))
        if gone > both:
            self.beginRemoveRows(QModelIndex(), first + both, first + gone - 1)
            del self._rows[first + both : first + gone]
            self.endRemoveRows()
        elif come > both:
            self.beginInsertRows(QModelIndex(), first + both, first + come - 1)
            self._rows[first + both : first + both] = new[first + both : first + come]
            self.endInsertRows()

    def extend(self, values: Sequence[Value]) -> None:
        """Add values at the end."""
        if values:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(values) - 1)
            self._rows.extend(values)
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value, its words for the ear, its tip."""
        value = self._rows[index.row()]
        if role == VALUE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in self.spoken(value) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(value)
        return None


class RowView(QListView):
    """The view: one column without a frame, scrolled smoothly, with its rows painted by a `RowPainter`.

    `alike` False where rows differ in height.
    """

    def __init__(self, theme: Theme, *, alike: bool = True) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(alike)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Not `self.viewport().update`: to wrap its first viewport, Qt for Python makes a type of every widget
        # there is, 10 ms that nobody should wait for before the first paint.
        theme.changed.connect(self._draw_again)

    def _draw_again(self) -> None:
        self.viewport().update()

    def value(self) -> object:
        """The value looked at, or None."""
        return self.currentIndex().data(VALUE) if self.currentIndex().isValid() else None


class RowPainter(QStyledItemDelegate):
    """Paints rows of one height. `draw` is overridden; painter state is kept around it."""

    def __init__(self, theme: Theme, view: QListView, height: int) -> None:
        super().__init__(view)
        self.theme, self._height = theme, height

    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        """Paint one row."""
        raise TypeError(f"{type(self).__name__} does not paint its rows")

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """As wide as there is room, as high as every row."""
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Paint one row and leave the painter as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(option.rect), index, option.state)
        painter.restore()

    def plate(self, painter: QPainter, where: QRectF, state: QStyle.StateFlag) -> None:
        """The ground of a row that is selected or under the pointer."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent_tint" if selected else "sunken"))
            painter.drawRoundedRect(where, 6, 6)

    def ring(self, painter: QPainter, where: QRectF, state: QStyle.StateFlag, radius: int = 6) -> None:
        """The ring around the row that has the keyboard."""
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self.theme, where, radius)

    def words(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        *,
        px: int = 13,
        weight: int = 400,
        tone: str = "ink2",
        serif: bool = False,
        right: bool = False,
    ) -> float:
        """One line, shortened to its room and centred in its height; says how wide it is."""
        painter.setFont(self.theme.font(px, weight, SERIF if serif else SANS))
        painter.setPen(self.theme.colour(tone))
        metrics = QFontMetricsF(painter.font())
        shown = elided(metrics, text, where.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
