"""The list of clauses found: one card each, painted, so that a thousand of them scroll like ten.

The selected card carries the small redline of what adaptation would change, before anything is inserted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import (
    VALUE,
    Index,
    RowPainter,
    Rows,
    RowView,
    Wording,
    elided,
    paint_tag,
    tag_size,
)
from workbench.desktop.library.clauses import CLAUSE_MIME, ClauseCard, Preview
from workbench.desktop.theme import SANS, Theme

_GAP, _EDGE = 8, 16
_LINES = 3


class ClauseList(RowView):
    """Clauses as cards. Enter asks for the adapted clause, Ctrl+Enter for the unchanged one."""

    insert_requested = Signal(str, bool)
    current_changed = Signal(str)

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__(theme, alike=False)
        self._cards = _Cards(self)
        self._delegate = _CardPainter(theme, self)
        self.setModel(self._cards)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setDragEnabled(True)
        self.verticalScrollBar().setSingleStep(24)
        self.setViewportMargins(0, 14, 0, 0)
        self.doubleClicked.connect(lambda index: self._insert(index, adapted=True))
        theme.changed.connect(self._redo)

    def show_cards(self, cards: Sequence[ClauseCard]) -> None:
        """Replace the list and select the first card."""
        self._delegate.forget()
        self._cards.replace(cards)
        self.scrollToTop()
        if cards:
            self.setCurrentIndex(self._cards.index(0, 0))
        else:
            self.current_changed.emit("")

    def card(self) -> ClauseCard | None:
        """The selected card."""
        card = self.value()
        return card if isinstance(card, ClauseCard) else None

    def count(self) -> int:
        """How many cards there are."""
        return self._cards.rowCount()

    def move_by(self, steps: int) -> None:
        """Select a card further down or up."""
        target = max(0, min(self._cards.rowCount() - 1, self.currentIndex().row() + steps))
        if self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(target, 0))

    def set_preview(self, clause: str, preview: Preview | None) -> None:
        """Show what adaptation would change in the selected card."""
        card = self.card()
        if card is not None and card.id == clause:
            self._delegate.preview = preview
            self._redo()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The card that was selected shrinks, the new one asks for its preview."""
        super().currentChanged(current, previous)
        self._delegate.preview = None
        self._redo()
        card = current.data(VALUE) if current.isValid() else None
        self.current_changed.emit(card.id if isinstance(card, ClauseCard) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            unchanged = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._insert(self.currentIndex(), adapted=not unchanged)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out for the new width."""
        super().resizeEvent(event)
        self._delegate.forget()

    def _insert(self, index: Index, *, adapted: bool) -> None:
        card = index.data(VALUE) if index.isValid() else None
        if isinstance(card, ClauseCard):
            self.insert_requested.emit(card.id, adapted)

    def _redo(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)


class _Cards(Rows[ClauseCard]):
    def spoken(self, value: ClauseCard) -> Iterable[str]:
        return value.title, value.text, value.source, value.year

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [CLAUSE_MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        card = self._rows[indexes[0].row()]
        data = QMimeData()
        data.setData(CLAUSE_MIME, QByteArray(card.id.encode()))
        data.setText(card.text)
        return data


class _CardPainter(RowPainter):
    def __init__(self, theme: Theme, view: ClauseList) -> None:
        super().__init__(theme, view, 0)
        self._view = view
        self._wordings: dict[tuple[str, str], Wording] = {}
        self.preview: Preview | None = None

    def forget(self) -> None:
        """Lay everything out again."""
        self._wordings.clear()

    def sizeHint(self, option: Option, index: Index) -> QSize:
        card: ClauseCard = index.data(VALUE)
        height = 12 + 24 + 4 + self._text(card).height + 6 + 20 + 12 + _GAP
        if self._is_current(index) and self.preview is not None:
            height += 12 + self._preview_height(card, self.preview)
        return QSize(self._width, round(height))

    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        card: ClauseCard = index.data(VALUE)
        theme, on = self.theme, self._is_current(index)
        box = QRectF(12, where.top(), self._width - 20, where.height() - _GAP)
        over = state & QStyle.StateFlag.State_MouseOver
        pen = QPen(theme.colour("accent" if on else "line2" if over else "line"), 2 if on else 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("raised"))
        inset = 1 if on else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8, 8)
        inner = box.adjusted(_EDGE, 12, -_EDGE, -12)
        self._head(painter, inner, card)
        text = self._text(card)
        text.paint(painter, inner.left(), inner.top() + 28)
        below = inner.top() + 28 + text.height + 6
        self._meta(painter, QRectF(inner.left(), below, inner.width(), 20), card)
        if on and self.preview is not None:
            top = below + 32
            self._draw_preview(
                painter, QRectF(inner.left(), top, inner.width(), inner.bottom() - top), card, self.preview
            )

    @property
    def _width(self) -> int:
        # Without a scroll bar the cards keep to where they would end beside one.
        bar = self._view.verticalScrollBar()
        return self._view.viewport().width() - (
            0 if bar.maximum() > bar.minimum() else bar.sizeHint().width()
        )

    def _is_current(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()

    def _text(self, card: ClauseCard) -> Wording:
        made = self._wordings.get((card.id, "text"))
        if made is None:
            made = Wording(self.theme, card.text, card.spans, width=self._width - 20 - 2 * _EDGE, most=_LINES)
            self._wordings[card.id, "text"] = made
        return made

    def _preview_text(self, card: ClauseCard, preview: Preview) -> Wording:
        made = self._wordings.get((card.id, "preview"))
        if made is None:
            width = self._width - 20 - 2 * _EDGE - 24
            made = Wording(self.theme, preview.text, preview.spans, width=width)
            self._wordings[card.id, "preview"] = made
        return made

    def _preview_height(self, card: ClauseCard, preview: Preview) -> float:
        warnings = sum(wording.height + 4 for wording in self._warnings(card, preview))
        return 36 + self._preview_text(card, preview).height + 12 + warnings

    def _head(self, painter: QPainter, inner: QRectF, card: ClauseCard) -> None:
        theme, right = self.theme, inner.right()
        tag = card.curation or ((card.types[0], "plain", "") if card.types else None)
        if tag is not None:
            words, tone, icon = tag
            metrics = QFontMetricsF(theme.font(12, 600))
            words = elided(metrics, words, inner.width() * 0.45)
            size = tag_size(theme, words, icon=bool(icon))
            right -= size.width()
            where = QRectF(right, inner.top() + 2, size.width(), size.height())
            paint_tag(painter, theme, where, words, tone=tone, icon=icon)
            right -= 8
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.colour("ink"))
        room = right - inner.left()
        title = elided(QFontMetricsF(painter.font()), card.title, room)
        line = QRectF(inner.left(), inner.top(), room, 24)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)

    def _meta(self, painter: QPainter, where: QRectF, card: ClauseCard) -> None:
        theme, right = self.theme, where.right()
        painter.setFont(theme.font(13))
        metrics = QFontMetricsF(painter.font())
        same = (
            self.tr("same in %n agreement(s)", None, card.same_in)
            if card.same_in > 1
            else self.tr("only here")
        )
        wide = metrics.horizontalAdvance(same)
        painter.setPen(theme.colour("ink2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - wide, where.top(), wide + 1, where.height()), middle, same)
        painter.drawPixmap(QPointF(right - wide - 20, where.top() + 3), theme.pixmap("copy", "ink3", 14))
        right -= wide + 32
        rest = "  ·  ".join(part for part in (card.year, card.language.upper()) if part)
        rest_wide = metrics.horizontalAdvance(f"  ·  {rest}") if rest else 0.0
        source = elided(metrics, card.source, right - where.left() - rest_wide)
        whole = f"{source}  ·  {rest}" if rest and source else source or rest
        painter.drawText(
            QRectF(where.left(), where.top(), right - where.left(), where.height()), middle, whole
        )

    def _draw_preview(self, painter: QPainter, box: QRectF, card: ClauseCard, preview: Preview) -> None:
        theme = self.theme
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = Qt.AlignmentFlag.AlignVCenter
        head = QRectF(box.left() + 12, box.top() + 8, box.width() - 24, 20)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(preview.summary)
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, preview.summary)
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour("ink2"))
        words = self.tr("What adaptation changes") if preview.spans else self.tr("Adaptation changes nothing")
        title = elided(QFontMetricsF(painter.font()), words, head.width() - wide - 8)
        painter.drawText(head, middle, title)
        wording = self._preview_text(card, preview)
        wording.paint(painter, box.left() + 12, box.top() + 32)
        top = box.top() + 32 + wording.height + 4
        for warning in self._warnings(card, preview):
            icon = theme.pixmap("warning", "brass_line", 14, "fill")
            painter.drawPixmap(QPointF(box.left() + 12, top + 2), icon)
            warning.paint(painter, box.left() + 32, top)
            top += warning.height + 4

    def _warnings(self, card: ClauseCard, preview: Preview) -> list[Wording]:
        """What stays as printed or is doubtful, each in full as far as three lines go."""
        width = self._width - 20 - 2 * _EDGE - 44
        made = []
        for index, warning in enumerate(preview.warnings):
            key = (card.id, f"warning {index}")
            if key not in self._wordings:
                self._wordings[key] = Wording(
                    self.theme, warning, width=width, px=13, line=18, most=3, family=SANS, tone="ink2"
                )
            made.append(self._wordings[key])
        return made
