"""The list of files in the import queue, each with what has become of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import elided, focus_ring, paint_bar
from workbench.desktop.review.acquaintance import Known
from workbench.desktop.review.queue import ImportQueue, QueuedFile, Stage
from workbench.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_FILE = Qt.ItemDataRole.UserRole
_ROW = 60
_ICONS = {
    ".pdf": "file-pdf",
    ".docx": "file-doc",
    ".doc": "file-doc",
    ".txt": "file-txt",
    ".xml": "file-code",
}
_SIGNS = {
    Stage.KEPT: ("check-circle", "green"),
    Stage.KNOWN: ("check-circle", "ink3"),
    Stage.FAILED: ("x-circle", "red"),
}


class QueueView(QListView):
    """The queue. `current_changed` carries the file looked at."""

    current_changed = Signal(object)

    def __init__(self, theme: Theme, queue: ImportQueue) -> None:
        super().__init__()
        self._files = _Files(queue, self)
        self.setModel(self._files)
        self.setItemDelegate(_FileDelegate(theme, self))
        self.setAccessibleName(self.tr("Import queue"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.viewport().update)

    def current(self) -> QueuedFile | None:
        """The file looked at."""
        file = self.currentIndex().data(_FILE) if self.currentIndex().isValid() else None
        return file if isinstance(file, QueuedFile) else None

    def look_at(self, file: QueuedFile) -> None:
        """Go to a file."""
        row = self._files.row_of(file)
        if row >= 0:
            self.setCurrentIndex(self._files.index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is looked at."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())


class _Files(QAbstractListModel):
    def __init__(self, queue: ImportQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._rows: list[QueuedFile] = list(queue.files)
        queue.added.connect(self._reload)
        queue.changed.connect(self._redraw)

    def row_of(self, file: QueuedFile) -> int:
        return self._rows.index(file) if file in self._rows else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self._rows[index.row()]
        if role == _FILE:
            return file
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{file.path.name}: {stage_words(file)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.path}\n{stage_words(file)}"
        return None

    def _reload(self) -> None:
        kept = [file for file in self._rows if file in self._queue.files]
        if kept != self._rows:
            self.beginResetModel()
            self._rows = list(self._queue.files)
            self.endResetModel()
            return
        new = self._queue.files[len(self._rows) :]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()

    def _redraw(self, file: QueuedFile) -> None:
        row = self.row_of(file)
        if row >= 0:
            where = self.index(row, 0)
            self.dataChanged.emit(where, where)


class _FileDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        file: QueuedFile = index.data(_FILE)
        theme = self._theme
        state = option.state
        where = QRectF(option.rect)
        plate = where.adjusted(8, 2, -8, -2)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if selected else "sunken"))
            painter.drawRoundedRect(plate, 6, 6)
        icon = _ICONS.get(file.path.suffix.casefold(), "file")
        tone = "accent" if selected else "ink2"
        painter.drawPixmap(QPointF(plate.left() + 12, plate.top() + 17), theme.pixmap(icon, tone, 20))
        right = plate.right() - 12
        sign = _SIGNS.get(file.stage)
        if sign is not None:
            right -= 18
            painter.drawPixmap(QPointF(right, plate.center().y() - 8), theme.pixmap(*sign, 16, "fill"))
            right -= 8
        left = plate.left() + 42
        room = right - left
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(14, 600 if selected else 400))
        painter.setPen(theme.colour("ink"))
        name = QFontMetricsF(painter.font()).elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(left, plate.top() + 7, room, 20), middle, name)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("red" if file.stage is Stage.FAILED else "ink2"))
        words = elided(QFontMetricsF(painter.font()), stage_words(file), room)
        painter.drawText(QRectF(left, plate.top() + 27, room, 20), middle, words)
        if file.stage is Stage.READING and file.progress[1]:
            bar = QRectF(left, plate.bottom() - 7, room, 3)
            paint_bar(painter, theme, bar, file.progress[0] / file.progress[1])
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, plate, 6)
        painter.restore()


def stage_words(file: QueuedFile) -> str:
    """What has become of a file, in words."""
    translate, count = QCoreApplication.translate, file.doubt_count
    clauses = file.clauses
    match file.stage:
        case Stage.WAITING:
            return translate("Queue", "Waiting")
        case Stage.READING:
            return translate("Queue", "Reading")
        case Stage.KEEPING:
            return translate("Queue", "Being kept")
        case Stage.KEPT:
            if not file.is_agreement:
                return translate("Queue", "Kept as background")
            return translate("Queue", "Kept, %n clause(s)", None, clauses)
        case Stage.KNOWN:
            return translate("Queue", "Already in the library")
        case Stage.SKIPPED:
            return translate("Queue", "Skipped")
        case Stage.FAILED:
            return sentence(file.note)
        case _:
            if file.note:
                return sentence(file.note)
            if file.known.known is Known.SAME_FILE:
                return translate("Queue", "Already in the library")
            if file.known.known is Known.OTHER_TEXT:
                return translate("Queue", "Another version is known")
            if file.doubt_count:
                return translate("Queue", "%n doubtful place(s)", None, count)
            return translate("Queue", "Nothing doubtful")


def sentence(words: str) -> str:
    """With a capital: what goes wrong is said in sentences that may follow a file's name."""
    return words[:1].upper() + words[1:]
