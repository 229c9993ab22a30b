"""The agreements of the library as a list: title, between whom, when, in which language, how many clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle

from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView, paint_tag, tag_size
from workbench.desktop.library.reading import AgreementLine
from workbench.desktop.theme import Theme

_ROW = 60


class AgreementList(RowView):
    """`chosen` asks to see an agreement's clauses, `remove_asked` to take it out."""

    chosen = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lines = _Lines(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._lines)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._filter)
        self.setItemDelegate(_LinePainter(theme, self, _ROW))
        self.setAccessibleName(self.tr("Agreements in the library"))
        self.activated.connect(self._choose)

    def show_lines(self, lines: Sequence[AgreementLine]) -> None:
        """Show these."""
        self._lines.replace(lines)

    def filter_by(self, words: str) -> None:
        """Show only those that hold these words."""
        self._filter.setFilterFixedString(words)

    def current(self) -> AgreementLine | None:
        """The agreement looked at."""
        line = self.value()
        return line if isinstance(line, AgreementLine) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to take an agreement out."""
        line = self.current()
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.remove_asked.emit(line.id)
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        line = index.data(VALUE)
        if isinstance(line, AgreementLine):
            self.chosen.emit(line.id)


class _Lines(Rows[AgreementLine]):
    def spoken(self, value: AgreementLine) -> Iterable[str]:
        return value.title, value.parties, value.year, value.language, value.clauses

    def tip(self, value: AgreementLine) -> str:
        return f"{value.title}\n{value.file}"


class _LinePainter(RowPainter):
    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        line: AgreementLine = index.data(VALUE)
        theme, plate = self.theme, where.adjusted(12, 1, -12, -1)
        self.plate(painter, plate, state)
        painter.setPen(QPen(theme.colour("line"), 1))
        bottom = where.bottom() - 0.5
        painter.drawLine(QPointF(where.left() + 20, bottom), QPointF(where.right() - 20, bottom))
        picture = theme.pixmap("note" if line.background else "file-text", "ink2", 20)
        painter.drawPixmap(QPointF(plate.left() + 10, plate.center().y() - 10), picture)
        size = tag_size(theme, line.clauses)
        tag = QRectF(plate.right() - 10 - size.width(), plate.center().y() - 10, size.width(), 20)
        paint_tag(painter, theme, tag, line.clauses, tone="outline" if line.background else "plain")
        left = plate.left() + 44
        room = tag.left() - 12 - left
        title = QRectF(left, plate.top() + 7, room, 22)
        self.words(painter, title, line.title, px=15, weight=600, tone="ink", serif=True)
        under = "  ·  ".join(part for part in (line.parties, line.year, line.language) if part)
        self.words(painter, QRectF(left, plate.top() + 30, room, 20), under)
        self.ring(painter, plate, state)
