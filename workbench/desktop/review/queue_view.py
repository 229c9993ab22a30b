"""The list of files in the import queue, each with what has become of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle

from workbench.actions.acquaintance import Known
from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView, paint_bar
from workbench.desktop.language_names import language_name
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.desktop.theme import Theme

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


class QueueView(RowView):
    """The queue. `current_changed` carries the file looked at."""

    current_changed = Signal(object)

    def __init__(self, theme: Theme, queue: ImportQueue) -> None:
        super().__init__(theme)
        self._files = _Files(queue, self)
        self.setModel(self._files)
        self.setItemDelegate(_FilePainter(theme, self, _ROW))
        self.setAccessibleName(self.tr("Import queue"))

    def current(self) -> QueuedFile | None:
        """The file looked at."""
        file = self.value()
        return file if isinstance(file, QueuedFile) else None

    def look_at(self, file: QueuedFile) -> None:
        """Go to a file."""
        row = self._files.row_of(file)
        if row >= 0:
            self.setCurrentIndex(self._files.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits belong to the page, which corrects the file looked at; the others move."""
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is looked at; it wears the tint also where only the keyboard came to it."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.current_changed.emit(self.current())


class _Files(Rows[QueuedFile]):
    def __init__(self, queue: ImportQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self.replace(queue.files)
        queue.added.connect(self._grow)
        queue.changed.connect(self._redraw)

    def spoken(self, value: QueuedFile) -> Iterable[str]:
        return f"{value.path.name}: {stage_words(value)}", ""

    def tip(self, value: QueuedFile) -> str:
        return f"{value.path}\n{stage_words(value)}"

    def row_of(self, file: QueuedFile) -> int:
        return self._rows.index(file) if file in self._rows else -1

    def _grow(self) -> None:
        self.extend(self._queue.files[len(self._rows) :])

    def _redraw(self, file: QueuedFile) -> None:
        row = self.row_of(file)
        if row >= 0:
            where = self.index(row, 0)
            self.dataChanged.emit(where, where)


class _FilePainter(RowPainter):
    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        file: QueuedFile = index.data(VALUE)
        theme, plate = self.theme, where.adjusted(8, 2, -8, -2)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self.plate(painter, plate, state)
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
        room, weight = right - left, 600 if selected else 400
        metrics = QFontMetricsF(theme.font(14, weight))
        # The end of a name tells files apart as often as its beginning.
        name = metrics.elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, room - 1)
        line = QRectF(left, plate.top() + 7, room, 20)
        self.words(painter, line, name, px=14, weight=weight, tone="ink")
        under = "red" if file.stage is Stage.FAILED else "ink2"
        self.words(painter, line.translated(0, 20), stage_words(file), tone=under)
        if file.stage is Stage.READING and file.progress[1]:
            bar = QRectF(left, plate.bottom() - 7, room, 3)
            paint_bar(painter, theme, bar, file.progress[0] / file.progress[1])
        self.ring(painter, plate, state)


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
        case Stage.RETURNING:
            return translate("Queue", "Being taken back")
        case Stage.KEPT:
            if not file.is_agreement:
                return translate("Queue", "Kept as background")
            return translate("Queue", "Kept, %n clause(s)", None, clauses)
        case Stage.KNOWN:
            return translate("Queue", "Already in the library")
        case Stage.STOPPED:
            return translate("Queue", "Stopped before it was read")
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
            doubts = translate("Queue", "Nothing doubtful")
            if count:
                doubts = translate("Queue", "%n doubtful place(s)", None, count)
            if len(file.languages) > 1:
                return f"{' · '.join(map(language_name, file.languages))}, {doubts[:1].lower()}{doubts[1:]}"
            return doubts


def sentence(words: str) -> str:
    """With a capital: what goes wrong is said in sentences that may follow a file's name."""
    return words[:1].upper() + words[1:]
