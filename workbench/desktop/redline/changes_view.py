"""The list of changes at the left, painted: icon, name and place of a change, its words, what was decided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.agreement.quoting import on_one_line
from workbench.desktop.editor.runs import Deco
from workbench.desktop.kit import focus_ring
from workbench.desktop.redline.changes import ITEM, Change, ChangesModel, Decision, Group, Index, look_of
from workbench.desktop.theme import SERIF, Theme

_GROUP, _CHANGE = 36, 56


class ChangesDelegate(QStyledItemDelegate):
    """Draws a group head or a change."""

    def __init__(self, theme: Theme, view: QListView, model: ChangesModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are 36 high, changes 56."""
        return QSize(160, _GROUP if isinstance(index.data(ITEM), Group) else _CHANGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        item = index.data(ITEM)
        where = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Group):
            self._group(painter, item, where)
        elif isinstance(item, Change):
            self._change(painter, item, where, state)
        painter.restore()

    def _group(self, painter: QPainter, item: Group, where: QRectF) -> None:
        theme = self._theme
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour("ink2"))
        inner = where.adjusted(16, 4, -16, 0)
        painter.drawText(inner, vertical | Qt.AlignmentFlag.AlignLeft, item.title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(inner, vertical | Qt.AlignmentFlag.AlignRight, item.count)

    def _change(self, painter: QPainter, item: Change, where: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        on = bool(state & QStyle.StateFlag.State_Selected)
        box = where.adjusted(8, 1, -8, -1)
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if on else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if on and self._view.hasFocus():
            focus_ring(painter, theme, box)
        icon, tone = ("swap", "brass") if item.disputed else look_of(item.revision)
        x, y = box.left() + 10, box.top()
        painter.drawPixmap(QPointF(x, y + 8), theme.pixmap(icon, tone, 12, "bold"))
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour(tone))
        vertical = Qt.AlignmentFlag.AlignVCenter
        line = QRectF(x + 20, y + 4, box.width() - 42, 20)
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignLeft, item.name)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        named = QFontMetricsF(theme.font(13, 600)).horizontalAdvance(item.name) + 12
        place = painter.fontMetrics().elidedText(
            item.place, Qt.TextElideMode.ElideMiddle, round(max(20.0, line.width() - named))
        )
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignRight, place)
        decided = self._model.decision(item.revision.number)
        signed = decided is not None or item.set_apart
        room = box.right() - 10 - (x + 20) - (22 if signed else 0)
        self._pieces(painter, item, QPointF(x + 20, y + 43), room)
        if decided is not None:
            sign = ("x-circle", "ink2") if decided is Decision.REJECTED else ("check-circle", "green")
            painter.drawPixmap(QPointF(box.right() - 26, y + 30), theme.pixmap(*sign, 16, "fill"))
        elif item.set_apart:
            warning = theme.pixmap("warning", "brass_line", 16, "fill")
            painter.drawPixmap(QPointF(box.right() - 26, y + 30), warning)

    def _pieces(self, painter: QPainter, item: Change, at: QPointF, room: float) -> None:
        theme = self._theme
        font = theme.font(15, 400, SERIF)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x = at.x()
        count = len(item.pieces)
        for index, (wording, deco, slot) in enumerate(item.pieces):
            words = on_one_line(wording)
            left = at.x() + room - x
            limit = (
                left * 0.5
                if index == 0 and count > 1 and metrics.horizontalAdvance(words) > left * 0.5
                else left
            )
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, limit)
            if not shown:
                continue
            wide = metrics.horizontalAdvance(shown)
            tone = {Deco.INSERTION: "insertion", Deco.DELETION: "deletion"}.get(deco, "move")
            tone = f"delegation_{slot}" if slot else tone
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{tone}_tint"))
            painter.drawRoundedRect(QRectF(x - 1, at.y() - 14, wide + 2, 19), 2, 2)
            painter.setPen(theme.colour(tone))
            painter.drawText(QPointF(x, at.y()), shown)
            pen = QPen(theme.colour(tone), 1.2)
            if slot == "b":
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            offsets = {Deco.INSERTION: (2.8,), Deco.DELETION: (-4.2,)}.get(deco, (2.2, 4.4))
            for offset in offsets:
                painter.drawLine(QPointF(x, at.y() + offset), QPointF(x + wide, at.y() + offset))
            x += wide + 5


class ChangesView(QListView):
    """The list; moving in it moves the text along."""

    chosen = Signal(int)
    menu_asked = Signal(QPoint)
    """A menu is asked for at this point of the screen, on the present change."""

    def __init__(self, theme: Theme, model: ChangesModel) -> None:
        super().__init__()
        self.setModel(model)
        self._changes = model
        self.setAccessibleName(self.tr("Changes"))
        self.setItemDelegate(ChangesDelegate(theme, self, model))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current)
        self._silent = False
        theme.changed.connect(self.viewport().update)

    def show_revision(self, number: int) -> None:
        """Make a change the current one without saying `chosen`."""
        row = self._changes.row_of(number)
        if row is None:
            return
        self._silent = True
        self.setCurrentIndex(self._changes.index(row))
        self.scrollTo(self._changes.index(row))
        self._silent = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click has chosen the change; a key asks beside the present one."""
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Change) and not self._silent:
            self.chosen.emit(item.revision.number)
