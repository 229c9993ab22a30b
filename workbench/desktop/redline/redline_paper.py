"""The paper a redline is shown on: read-only, every change in its place, the present one highlighted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from workbench.desktop.editor.paper import Paper
from workbench.desktop.editor.sheet import Entry, Sheet
from workbench.desktop.editor.styles import COLUMN
from workbench.desktop.redline.rows import RedlineEntry
from workbench.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Place:
    """What is in sight: the first entry, how far above the view it begins, the change that is framed."""

    entry: int
    above: float
    """In pixels at 100 %."""
    revision: int
    highlighted: int


class RedlinePaper(Paper):
    """Shows the entries of a redline; side by side it is `narrow`."""

    outdated = Signal()
    """A long text would have to be laid out anew: it is to be set again, portion by portion."""

    revision_clicked = Signal(int)
    moved_clicked = Signal(int)
    """The entry whose margin arrow was clicked."""
    menu_asked = Signal(QPoint)
    """A menu is asked for at this point of the screen; a change there is the present one already."""
    resized = Signal()

    def __init__(self, theme: Theme, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        self.narrow = narrow
        self.is_long: Callable[[], bool] = bool
        self._held: QPixmap | None = None
        self.shown: list[RedlineEntry] = []
        self._present = 0
        super().__init__(theme, Sheet(theme), parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_entries(self, shown: Sequence[RedlineEntry]) -> None:
        """Show these entries, at the top."""
        self.shown = list(shown)
        self._present = 0
        self.highlighted = -1
        self.sheet.fill([made.entry for made in shown])
        self.place()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Set everything larger or smaller, keeping what is in sight."""
        if not self.is_long():
            super().set_zoom(zoom)
        elif zoom != self.zoom:
            self.sheet.zoom = zoom
            self.outdated.emit()
            self.zoomed.emit(zoom)

    def extend_entries(self, shown: Sequence[RedlineEntry]) -> None:
        """Show these below what is shown already; caret and view stay where they are."""
        if not shown:
            return
        first = not self.shown
        self.shown.extend(shown)
        # A caret at the end of what is set would go along with what is set behind it.
        cursor = self.textCursor()
        position = cursor.position()
        scroll = self.verticalScrollBar().value()
        self.sheet.extend([made.entry for made in shown])
        if first:
            self.place()
        cursor.setPosition(0 if first else position)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def replace_rows(self, rows: Mapping[int, Sequence[RedlineEntry]]) -> None:
        """Show something else where the entries of rows of the redline stand; the text is laid out once."""
        scroll = self.verticalScrollBar().value()
        together = QTextCursor(self.document())
        together.beginEditBlock()
        for row, shown in rows.items():
            start = bisect_left(self.shown, row, key=_row_of)
            end = bisect_right(self.shown, row, key=_row_of)
            self.sheet.replace(start, end, [made.entry for made in shown])
            self.shown[start:end] = shown
        together.endEditBlock()
        self.verticalScrollBar().setValue(scroll)
        self.viewport().update()

    def show_revision(self, number: int, index: int) -> None:
        """Highlight a revision and bring it into view."""
        self._present = number
        self.highlighted = index
        block = self.document().findBlockByNumber(index)
        span = next(((a, b) for n, a, b in self.shown[index].spans if n == number), None)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + (span[0] if span else 0))
        scroll = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)
        self.scroll_to(block, share=0.3)
        self.viewport().update()

    def row_in_view(self) -> int:
        """The row of the redline that the view begins with."""
        number = self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()
        return self.shown[number].row if number < len(self.shown) else 0

    def place_in_view(self) -> Place:
        """What is in sight, to come back to."""
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        above = (self.verticalScrollBar().value() - self._top_of(block)) / self.zoom
        return Place(block.blockNumber(), above, self._present, self.highlighted)

    def return_to(self, place: Place) -> None:
        """Show that again; the text before it is set."""
        self._present, self.highlighted = place.revision, place.highlighted
        top = self._top_of(self.document().findBlockByNumber(place.entry))
        self.verticalScrollBar().setValue(round(top + place.above * self.zoom))

    def hold(self) -> None:
        """Go on showing what is in sight, whatever becomes of the text."""
        self._held = self.viewport().grab()

    def let_go(self) -> None:
        """Show the text again."""
        if self._held is not None:
            self._held = None
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """While the text is set anew, what was in sight."""
        held = self._held
        if held is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.theme.colour("desk"))
        aside = (self.viewport().width() - held.deviceIndependentSize().width()) / 2
        painter.drawPixmap(QPointF(aside, 0), held)
        painter.end()

    def measures(self) -> tuple[float, float, float]:
        """Side by side the margins are small; the right one always has room for "6(3)" behind an arrow."""
        room = self.viewport().width() / self.sheet.zoom
        left, column, right = super().measures()
        if not self.narrow and room >= left + column + max(right, 64.0):
            return left, column, max(right, 64.0)
        left, right = (52.0, 52.0) if self.narrow else (64.0, 64.0)
        return left, max(200.0, min(COLUMN, room - left - right - 16)), right

    def heights(self, start: int, end: int) -> list[float]:
        """How high blocks are without their margins, in pixels; only tables have no fixed line height."""
        found = []
        block = self.document().findBlockByNumber(start)
        layout = self.document().documentLayout()
        layout.blockBoundingRect(self.document().findBlockByNumber(end - 1))  # has it laid out so far
        for entry in self.sheet.entries[start:end]:
            own = block.layout()
            lines = own.lineCount() * entry.style.height * self.zoom
            found.append(own.boundingRect().height() if entry.grid is not None else lines)
            block = block.next()
        return found

    def pad(self, start: int, wanted: Sequence[float], own: Sequence[float]) -> None:
        """Give blocks, from one on, the height wanted by a larger space below them."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().findBlockByNumber(start)
        entries = self.sheet.entries
        for index in range(start, start + len(wanted)):
            bottom = entries[index].style.bottom * self.zoom
            lacking = wanted[index - start] - own[index - start]
            if lacking > 0:
                # Qt lets the space below one block and above the next fall together: the larger one counts.
                following = entries[index + 1].style.top if index + 1 < len(entries) else 0.0
                bottom = max(bottom, following * self.zoom) + lacking
            made = block.blockFormat()
            if abs(made.bottomMargin() - bottom) > 0.5:
                made.setBottomMargin(bottom)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(made)
            block = block.next()
        cursor.endEditBlock()

    def marks(self) -> list[tuple[float, float, RedlineEntry]]:
        """Of every entry with a change, where it begins and how high it is, as shares of what is set."""
        layout = self.document().documentLayout()
        total = max(1.0, layout.documentSize().height())
        found = []
        for index, made in enumerate(self.shown):
            if made.marks:
                where = layout.blockBoundingRect(self.document().findBlockByNumber(index))
                found.append((where.top() / total, where.height() / total, made))
        return found

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a change makes it the present one; one on a margin arrow goes to the other place."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        index = self.cursorForPosition(event.position().toPoint()).blockNumber()
        beside = event.position().x() > self.column_left() + self.column_width()
        if beside and index < len(self.shown) and self.shown[index].entry.flags:
            self.moved_clicked.emit(index)
        else:
            self._click(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the change under the mouse, or with the present one where a key asks."""
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self._click(event.pos())
        self.menu_asked.emit(event.globalPos())

    def _click(self, point: QPoint) -> None:
        cursor = self.cursorForPosition(point)
        index = cursor.blockNumber()
        if index < len(self.shown):
            inside = cursor.positionInBlock()
            number = next((n for n, a, b in self.shown[index].spans if a <= inside <= b), None)
            if number is not None:
                self.revision_clicked.emit(number)

    def paint_over(self, painter: QPainter, block: QTextBlock, entry: Entry) -> None:
        """The present change wears a frame."""
        super().paint_over(painter, block, entry)
        if block.blockNumber() >= len(self.shown):
            return
        size = entry.style.size * self.zoom
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("focus"), 1.5))
        if block.blockNumber() != self.highlighted:
            return
        for start, end in self._present_spans(block.blockNumber()):
            if start > 0 or end < block.length() - 1:  # what is new as a whole needs no frame
                for at in self.stretches(block, start, end):
                    box = QRectF(at.left - 2, at.baseline - size, at.right - at.left + 4, size * 1.38)
                    painter.drawRoundedRect(box, 3, 3)

    def _present_spans(self, index: int) -> list[tuple[int, int]]:
        """Where the present change stands in an entry; what was there and what is there now are one."""
        found: list[tuple[int, int]] = []
        for number, start, end in self.shown[index].spans:
            if number == self._present:
                joined = found.pop()[0] if found and found[-1][1] == start else start
                found.append((joined, end))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays everything out anew; then whoever aligns the two sides is told."""
        if event.size().width() != event.oldSize().width() and self.is_long():
            self.outdated.emit()  # before Qt lays out what is there
        super().resizeEvent(event)
        self.resized.emit()

    def _refill(self) -> None:
        if self.is_long():
            self.outdated.emit()
        else:
            super()._refill()


def _row_of(made: RedlineEntry) -> int:
    return made.row
