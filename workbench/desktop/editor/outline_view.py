"""How the outline is drawn and steered: rows with caret, number, name, brackets and one sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from workbench.agreement.findings import Severity
from workbench.desktop.editor.outline_items import Item
from workbench.desktop.editor.outline_model import ITEM, Index
from workbench.desktop.kit import focus_ring
from workbench.desktop.theme import Theme

_ROW = 28


class OutlineDelegate(QStyledItemDelegate):
    """Draws a row: caret, number, name, brackets, one sign."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are 28 high."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        item = index.data(ITEM)
        if not isinstance(item, Item):
            return
        theme = self._theme
        where = QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        opened = bool(state & QStyle.StateFlag.State_Open)
        level = 0
        above = item.parent
        while above is not None:
            level, above = level + 1, above.parent
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(8, where.top(), self._view.viewport().width() - 16, where.height())
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if on else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if on and self._view.hasFocus():
            focus_ring(painter, theme, box)
        x, y = 14.0 + level * 16, where.top()
        if index.model().hasChildren(index):
            caret = theme.pixmap("caret-down" if opened else "caret-right", "ink3", 12, "bold")
            painter.drawPixmap(QPointF(x, y + 8), caret)
        x += 18
        vertical = Qt.AlignmentFlag.AlignVCenter
        if item.number:
            painter.setFont(theme.font(14, 600))
            painter.setPen(theme.colour("accent" if on else "ink3"))
            wide = max(
                24.0 if level == 0 else 22.0, painter.fontMetrics().horizontalAdvance(item.number) + 8.0
            )
            painter.drawText(QRectF(x, y - 0.5, wide, _ROW), vertical, item.number)
            x += wide
        right = self._signs(painter, item, box.right() - 8, y)
        strong = on or (opened and level == 0 and bool(item.number))
        font = theme.font(14, 600 if strong else 400)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if item.number or on else "ink2"))
        name = QFontMetricsF(font).elidedText(item.name, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QRectF(x, y - 0.5, right - x, _ROW), vertical, name)
        painter.restore()

    def _signs(self, painter: QPainter, item: Item, right: float, y: float) -> float:
        theme = self._theme
        sign = None
        if item.severity is Severity.ERROR:
            sign = theme.pixmap("x-circle", "red", 16, "fill")
        elif item.severity is Severity.WARNING:
            sign = theme.pixmap("warning", "brass_line", 16, "fill")
        elif item.comments:
            sign = theme.pixmap("chat-text", "accent", 16)
        if sign is not None:
            right -= 16
            painter.drawPixmap(QPointF(right, y + 6), sign)
            right -= 6
        if item.brackets:
            words = f"[{item.brackets}]"
            painter.setFont(theme.font(13, 600))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            right -= wide
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(right, y - 0.5, wide + 2, _ROW), Qt.AlignmentFlag.AlignVCenter, words)
            right -= 6
        return right


class OutlineView(QTreeView):
    """The tree; Enter goes into the text, Ctrl+Shift and the arrows move the provision."""

    entered_text = Signal()
    shift_asked = Signal(object, int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        theme.changed.connect(self.viewport().update)

    def mousePressEvent(self, event: Any) -> None:
        """A click on the caret opens or closes the row."""
        index = self.indexAt(event.position().toPoint())
        item = index.data(ITEM)
        if isinstance(item, Item) and self.model().hasChildren(index):
            level = 0
            above = item.parent
            while above is not None:
                level, above = level + 1, above.parent
            if event.position().x() < 32 + level * 16:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the text, the arrows with Ctrl and Shift move."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        item = self.currentIndex().data(ITEM)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_text.emit()
            return
        moving = event.modifiers() & held == held and isinstance(item, Item) and item.moves
        if moving and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_asked.emit(item.provision, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: Any, index: Index) -> None:
        """Carets are drawn by the delegate."""
