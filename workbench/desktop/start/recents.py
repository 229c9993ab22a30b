"""The list of recent drafts: title, parties and round, open brackets, state, and when it was last touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import focus_ring, paint_bar, paint_tag, tag_size
from workbench.desktop.theme import SERIF, Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = 68
_DRAFT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RecentDraft:
    """One line of the list; `key` is the file. `state` is a word, its tone and its icon ("" for none)."""

    key: str
    title: str
    parties: str = ""
    stage: str = ""
    brackets: str = ""
    settled: float | None = None
    state: tuple[str, str, str] | None = None
    when: str = ""
    missing: bool = False


class RecentDrafts(QListView):
    """The list. `chosen` carries the key of the draft to open, `forgotten` of one to take off the list."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = _Recents(self)
        self.setModel(self._model)
        self.setItemDelegate(_RecentDelegate(theme, self))
        self.setAccessibleName(self.tr("Recent drafts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """Replace the list, and take the height it needs."""
        self._model.replace(drafts)
        self.setFixedHeight(_ROW * len(drafts) + 2)

    def drafts(self) -> tuple[RecentDraft, ...]:
        """What is listed."""
        return self._model.rows()

    def _choose(self, index: QModelIndex) -> None:
        draft = index.data(_DRAFT)
        if isinstance(draft, RecentDraft):
            self.chosen.emit(draft.key)


class _Recents(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[RecentDraft, ...] = ()

    def rows(self) -> tuple[RecentDraft, ...]:
        return self._rows

    def replace(self, drafts: Sequence[RecentDraft]) -> None:
        self.beginResetModel()
        self._rows = tuple(drafts)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        draft = self._rows[index.row()]
        if role == _DRAFT:
            return draft
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = draft.state[0] if draft.state else ""
            said = (draft.title, draft.parties, draft.stage, draft.brackets, state, draft.when)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return draft.key
        return None


class _RecentDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(400, _ROW)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        draft: RecentDraft = index.data(_DRAFT)
        theme = self._theme
        where = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = index.row() == index.model().rowCount() - 1
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(_plate(where, index.row() == 0, last), theme.colour("sunken"))
        if not last:
            painter.setPen(QPen(theme.colour("line"), 1))
            bottom = where.bottom() - 0.5
            painter.drawLine(QPointF(where.left() + 20, bottom), QPointF(where.right() - 20, bottom))
        icon = theme.pixmap("file-text", "inkoff" if draft.missing else "ink2", 22)
        painter.drawPixmap(QPointF(where.left() + 21, where.center().y() - 11), icon)
        right = self._right_side(painter, where, draft)
        self._words(painter, where, draft, right)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, where.adjusted(2, 2, -2, -2), 6)
        painter.restore()

    def _right_side(self, painter: QPainter, where: QRectF, draft: RecentDraft) -> float:
        theme, wide = self._theme, where.width() > 720
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        when = QRectF(where.right() - 20 - 110, where.top(), 110, where.height())
        painter.drawText(when, middle | Qt.AlignmentFlag.AlignRight, draft.when)
        left = where.right() - 20 - QFontMetricsF(painter.font()).horizontalAdvance(draft.when) - 12
        if draft.state is not None:
            text, tone, icon = draft.state
            size = tag_size(theme, text, icon=bool(icon), height=22, px=13)
            start = where.right() - 20 - 226 if wide else left - size.width()
            paint_tag(
                painter,
                theme,
                QRectF(start, where.center().y() - 11, size.width(), 22),
                text,
                tone=tone,
                icon=icon,
                px=13,
            )
            left = min(left, start) - 12
        if wide and draft.brackets:
            start = where.right() - 20 - 382
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(start, where.top() + 13, 140, 20), middle, draft.brackets)
            if draft.settled is not None:
                trough = QRectF(start, where.top() + 41, 128, 6)
                paint_bar(painter, theme, trough, draft.settled, tone="green")
            left = start - 16
        return left

    def _words(self, painter: QPainter, where: QRectF, draft: RecentDraft, right: float) -> None:
        theme = self._theme
        left = where.left() + 61
        room = right - left
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(16, 600, SERIF))
        painter.setPen(theme.colour("inkoff" if draft.missing else "ink"))
        title = QFontMetricsF(painter.font()).elidedText(draft.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, where.top() + 11, room, 26), middle, title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink2"))
        under = "  ·  ".join(part for part in (draft.parties, draft.stage) if part)
        shown = QFontMetricsF(painter.font()).elidedText(under, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, where.top() + 37, room, 20), middle, shown)


def _plate(where: QRectF, first: bool, last: bool) -> QPainterPath:
    """The row's area with the card's corners at the first and the last row."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(where, 7, 7)
    if not first:
        path.addRect(QRectF(where.left(), where.top(), where.width(), 8))
    if not last:
        path.addRect(QRectF(where.left(), where.bottom() - 8, where.width(), 8))
    return path
