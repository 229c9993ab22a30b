"""The list of recent drafts: title, parties and round, open brackets, state, and when it was last touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView, paint_bar, paint_tag, tag_size
from workbench.desktop.theme import Theme

_ROW = 68


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


class RecentDrafts(RowView):
    """The list. `chosen` carries the key of the draft to open."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._model = _Recents(self)
        self.setModel(self._model)
        self.setItemDelegate(_RecentPainter(theme, self, _ROW))
        self.setAccessibleName(self.tr("Recent drafts"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """Replace the list, and take the height it needs."""
        self._model.replace(drafts)
        self.setFixedHeight(_ROW * len(drafts) + 2)

    def drafts(self) -> tuple[RecentDraft, ...]:
        """What is listed."""
        return tuple(self._model.rows())

    def _choose(self, index: QModelIndex) -> None:
        draft = index.data(VALUE)
        if isinstance(draft, RecentDraft):
            self.chosen.emit(draft.key)


class _Recents(Rows[RecentDraft]):
    def spoken(self, value: RecentDraft) -> Iterable[str]:
        state = value.state[0] if value.state else ""
        return value.title, value.parties, value.stage, value.brackets, state, value.when

    def tip(self, value: RecentDraft) -> str:
        return value.key


class _RecentPainter(RowPainter):
    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        draft: RecentDraft = index.data(VALUE)
        theme = self.theme
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
        left = where.left() + 61
        title = QRectF(left, where.top() + 11, right - left, 26)
        tone = "inkoff" if draft.missing else "ink"
        self.words(painter, title, draft.title, px=16, weight=600, tone=tone, serif=True)
        under = "  ·  ".join(part for part in (draft.parties, draft.stage) if part)
        self.words(painter, QRectF(left, where.top() + 37, right - left, 20), under)
        self.ring(painter, where.adjusted(2, 2, -2, -2), state)

    def _right_side(self, painter: QPainter, where: QRectF, draft: RecentDraft) -> float:
        theme, wide = self.theme, where.width() > 720
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
