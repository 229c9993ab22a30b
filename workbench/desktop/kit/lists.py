"""Lists of values with painted rows: the model, the view and the delegate that every list of a room is.

A room says what a value reads out loud and paints one row of it; selection, hover, the focus ring and the
manners of scrolling are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QStringListModel,
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


class Rows(QStringListModel, Generic[Value]):
    """A list of values. `spoken` is overridden; `tip` where a row says more than it has room for.

    Underneath is a list of empty strings, because a view asks for the number of rows once for every row:
    asked in Python, each time may have to wait until a thread that computes hands over.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Value] = []
        # Connected before any view is: what is gone is gone before a view looks again.
        self.rowsRemoved.connect(self._cut)

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
        self._rows = list(values)
        self.setStringList([""] * len(self._rows))

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
            self.removeRows(first + both, gone - both)
        elif come > both:
            self._rows[first + both : first + both] = new[first + both : first + come]
            self.insertRows(first + both, come - both)

    def extend(self, values: Sequence[Value]) -> None:
        """Add values at the end."""
        if values:
            first = len(self._rows)
            self._rows.extend(values)
            self.insertRows(first, len(values))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at and chosen; nothing is typed into a row."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _cut(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._rows[first : last + 1]

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
