"""The agreements of the library as a list: title, between whom, when, in which language, how many clauses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import elided, focus_ring, paint_tag, tag_size
from workbench.desktop.library.reading import AgreementLine
from workbench.desktop.theme import SERIF, Theme

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_ROW = 60


class AgreementList(QListView):
    """`chosen` asks to see an agreement's clauses, `remove_asked` to take it out."""

    chosen = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines = _Lines(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._lines)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._filter)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(self.tr("Agreements in the library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[AgreementLine]) -> None:
        """Show these."""
        self._lines.replace(lines)

    def filter_by(self, words: str) -> None:
        """Show only those that hold these words."""
        self._filter.setFilterFixedString(words)

    def current(self) -> AgreementLine | None:
        """The agreement looked at."""
        line = self.currentIndex().data(_LINE) if self.currentIndex().isValid() else None
        return line if isinstance(line, AgreementLine) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to take an agreement out."""
        line = self.current()
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.remove_asked.emit(line.id)
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        line = index.data(_LINE)
        if isinstance(line, AgreementLine):
            self.chosen.emit(line.id)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[AgreementLine, ...] = ()

    def replace(self, lines: Sequence[AgreementLine]) -> None:
        self.beginResetModel()
        self._rows = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._rows[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (line.title, line.parties, line.year, line.language, line.clauses)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.title}\n{line.file}"
        return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(300, _ROW)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: AgreementLine = index.data(_LINE)
        theme, state = self._theme, option.state
        where = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        plate = where.adjusted(12, 1, -12, -1)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if selected else "sunken"))
            painter.drawRoundedRect(plate, 6, 6)
        painter.setPen(QPen(theme.colour("line"), 1))
        bottom = where.bottom() - 0.5
        painter.drawLine(QPointF(where.left() + 20, bottom), QPointF(where.right() - 20, bottom))
        icon = "file-text" if not line.background else "note"
        painter.drawPixmap(
            QPointF(plate.left() + 10, plate.center().y() - 10), theme.pixmap(icon, "ink2", 20)
        )
        right = self._side(painter, plate, line)
        left = plate.left() + 44
        room = right - left
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(15, 600, SERIF))
        painter.setPen(theme.colour("ink"))
        title = elided(QFontMetricsF(painter.font()), line.title, room)
        painter.drawText(QRectF(left, plate.top() + 7, room, 22), middle, title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink2"))
        parts = "  ·  ".join(part for part in (line.parties, line.year, line.language) if part)
        under = elided(QFontMetricsF(painter.font()), parts, room)
        painter.drawText(QRectF(left, plate.top() + 30, room, 20), middle, under)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, plate, 6)
        painter.restore()

    def _side(self, painter: QPainter, plate: QRectF, line: AgreementLine) -> float:
        theme = self._theme
        size = tag_size(theme, line.clauses)
        box = QRectF(plate.right() - 10 - size.width(), plate.center().y() - 10, size.width(), 20)
        paint_tag(painter, theme, box, line.clauses, tone="outline" if line.background else "plain")
        return box.left() - 12
