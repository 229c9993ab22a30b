"""The paper: a text view that draws the desk, the page and everything that stands beside or behind words.

Numbers, frames, underlines, initials and signs in the margin are painted from the sheet's entries; only the
blocks in sight are looked at. What is written with is `page.Page`, what is compared on is the redline.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.desktop.editor.ornaments import Ornaments, Stretch
from workbench.desktop.editor.runs import Shape
from workbench.desktop.editor.sheet import Entry, Sheet
from workbench.desktop.editor.styles import COLUMN, LEFT_MARGIN, RIGHT_MARGIN, SIZE, STEP, NumberAt
from workbench.desktop.theme import SERIF, Theme

_TOP = 72
_GAP = 24
ZOOMS = (0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Paper(QTextEdit):
    """Shows a sheet as paper on a desk."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.sheet = sheet
        self.ornaments = Ornaments(theme)
        self.highlighted = -1
        self._left = 0.0
        self.setDocument(sheet.document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        theme.changed.connect(self._redress)
        self._ink_caret()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep the frame and lose margin."""
        return QSize(360, 200)

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self.sheet.zoom

    def set_zoom(self, zoom: float) -> None:
        """Set everything larger or smaller, keeping what is at the top of the view."""
        if zoom == self.sheet.zoom:
            return
        top = self._first_visible().blockNumber()
        self.sheet.zoom = zoom
        self._refill()
        block = self.document().findBlockByNumber(top)
        self.verticalScrollBar().setValue(round(self._top_of(block)) - 8)
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """The next larger or smaller zoom."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self.place()
        super().resizeEvent(event)

    def place(self) -> None:
        """Give the column its measure and its margins, narrower where the window is."""
        z = self.sheet.zoom
        room = self.viewport().width()
        left, column, right = self.measures()
        wanted = (left + column + right) * z
        self._left = max(0.0, (room - wanted) / 2)
        frame = self.document().rootFrame().frameFormat()
        width = min(column * z, room - (left + right) * z)
        margin = self._left + left * z
        values = (margin, max(0.0, room - margin - width), _TOP * z, 96 * z)
        now = (frame.leftMargin(), frame.rightMargin(), frame.topMargin(), frame.bottomMargin())
        if values != now:
            for put, value in zip(
                (frame.setLeftMargin, frame.setRightMargin, frame.setTopMargin, frame.setBottomMargin),
                values,
                strict=True,
            ):
                put(value)
            scroll = self.verticalScrollBar().value()
            self.document().rootFrame().setFrameFormat(frame)
            self.verticalScrollBar().setValue(scroll)

    def measures(self) -> tuple[float, float, float]:
        """Left margin, column and right margin at 100 %."""
        room = self.viewport().width() / self.sheet.zoom
        if room >= LEFT_MARGIN + COLUMN + RIGHT_MARGIN + 16:
            return LEFT_MARGIN, COLUMN, RIGHT_MARGIN
        left, right = 72, 44
        return left, max(240.0, min(COLUMN, room - left - right - 8)), right

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk and paper, what is behind words, the words, what is over and beside them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        visible = list(self.visible_blocks())
        for block, entry in visible:
            self.paint_behind(painter, block, entry)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, entry in visible:
            self.paint_over(painter, block, entry)
        self.paint_last(painter)
        painter.end()

    def paint_last(self, painter: QPainter) -> None:
        """Whatever a page draws on top of everything."""

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, Entry]]:
        """The blocks in sight with their entries."""
        block = self._first_visible()
        bottom = self.verticalScrollBar().value() + self.viewport().height() + 80
        while block.isValid() and block.blockNumber() < len(self.sheet.entries):
            if self._top_of(block) > bottom:
                return
            yield block, self.sheet.entries[block.blockNumber()]
            block = block.next()

    def stretches(self, block: QTextBlock, start: int, end: int) -> Iterator[Stretch]:
        """The rectangles that [start, end) of a block covers, one a line, in viewport coordinates."""
        layout = block.layout()
        origin = layout.position()
        scroll = self.verticalScrollBar().value()
        text = block.text()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if end <= first or start >= last:
                continue
            a, b = max(start, first), min(end, last)
            while b > a and end > last and text[b - 1 : b].isspace():
                b -= 1  # a stroke stops before the gap at the end of a line
            left, right = _x(line.cursorToX(a)), _x(line.cursorToX(b))
            baseline = origin.y() + line.y() + line.ascent() - scroll
            yield Stretch(origin.x() + left, origin.x() + right, baseline, a == start, b == end)

    def column_left(self) -> float:
        """Where the column begins, in viewport coordinates."""
        return self._left + self.measures()[0] * self.sheet.zoom

    def column_width(self) -> float:
        """How wide it is in pixels."""
        left, column, right = self.measures()
        return min(column * self.zoom, self.viewport().width() - (left + right) * self.zoom)

    def extent(self, block: QTextBlock) -> tuple[float, float]:
        """Top and bottom of the words of a block, in viewport coordinates."""
        layout = block.layout()
        scroll = self.verticalScrollBar().value()
        if not layout.lineCount():
            return 0.0, 0.0
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        y = layout.position().y() - scroll
        size = self.sheet.entries[block.blockNumber()].style.size * self.zoom
        return y + first.y() + first.ascent() - size * 1.25, y + last.y() + last.ascent() + size * 0.72

    def scroll_to(self, block: QTextBlock, *, share: float = 0.25) -> None:
        """Bring a block to a share of the view's height from the top, unless it is in sight."""
        top, bottom = self.extent(block)
        height = self.viewport().height()
        if top < 24 or bottom > height - 24:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + top - height * share))

    def paint_behind(self, painter: QPainter, block: QTextBlock, entry: Entry) -> None:
        """The tint of the highlighted provision and the shapes behind words."""
        if block.blockNumber() == self.highlighted:
            top, bottom = self.extent(block)
            top -= 30 * self.zoom if entry.number and entry.style.number is NumberAt.ABOVE else 0
            x, width = self.column_left(), self.column_width()
            self.ornaments.highlight(
                painter, QRectF(x - 48 * self.zoom, top, width + 64 * self.zoom, bottom - top)
            )
        for shape in self.shapes_of(block, entry):
            for stretch in self.stretches(block, shape.start, shape.end):
                self.ornaments.behind(painter, shape, stretch, entry.style.size * self.zoom)

    def paint_over(self, painter: QPainter, block: QTextBlock, entry: Entry) -> None:
        """Initials, strokes, the number and the signs in the margin."""
        size = entry.style.size * self.zoom
        position = 0
        for run in entry.rendered.runs:
            if run.look.chip:
                for stretch in self.stretches(block, position, position + 1):
                    self.ornaments.chip(painter, run.look.chip, run.look.slot, stretch, self.zoom)
            position += len(run.text)
        for shape in self.shapes_of(block, entry):
            for stretch in self.stretches(block, shape.start, shape.end):
                self.ornaments.over(painter, shape, stretch, size)
        layout = block.layout()
        if not layout.lineCount():
            return
        line = layout.lineAt(0)
        baseline = layout.position().y() - self.verticalScrollBar().value() + line.y() + line.ascent()
        self._paint_number(painter, block, entry, baseline)
        if not entry.rendered.text and entry.hint and entry.grid is None:
            painter.setFont(self.theme.font(size, 400, SERIF, italic=True))
            painter.setPen(self.theme.colour("ink3"))
            where = QRectF(self.column_left(), baseline - size * 1.2, self.column_width(), size * 1.7)
            side = Qt.AlignmentFlag.AlignHCenter if entry.style.centred else Qt.AlignmentFlag.AlignLeft
            painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, entry.hint)
        x = self.column_left() + self.column_width() + 16 * self.zoom
        for flag in entry.flags:
            x += self.ornaments.flag(painter, flag, x, baseline, self.zoom)

    def shapes_of(self, block: QTextBlock, entry: Entry) -> tuple[Shape, ...]:
        """The shapes of a block; a page adds what it has found or marked."""
        return entry.rendered.shapes

    def _paint_number(self, painter: QPainter, block: QTextBlock, entry: Entry, baseline: float) -> None:
        style, theme, z = entry.style, self.theme, self.zoom
        x, width = self.column_left(), self.column_width()
        active = block.blockNumber() == self.highlighted
        if style.signed:
            painter.setPen(QPen(theme.colour("edge"), 1))
            y = baseline - 30 * z
            painter.drawLine(QPointF(x, y), QPointF(x + 240 * z, y))
        if not entry.number:
            return
        font = theme.font(
            SIZE * z, 600 if active or (style.bold and style.number is NumberAt.MARGIN) else 400, SERIF
        )
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if active else "ink2"))
        metrics = QFontMetricsF(font)
        advance = metrics.horizontalAdvance(entry.number)
        match style.number:
            case NumberAt.NOWHERE:
                return
            case NumberAt.ABOVE:
                line = block.layout().lineAt(0)
                above = baseline - line.ascent() - 30 * z
                where = QRectF(x, above, width, 26 * z)
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, entry.number)
            case NumberAt.MARGIN:
                painter.drawText(QPointF(x + style.left * z - 16 * z - advance, baseline), entry.number)
            case NumberAt.INDENT:
                start = x + (style.left - STEP + 4) * z
                room = (STEP - 8) * z
                painter.drawText(QPointF(min(start, start + room - advance), baseline), entry.number)

    def _paint_paper(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), self.theme.colour("desk"))
        z = self.zoom
        left, _, right = self.measures()
        scroll = self.verticalScrollBar().value()
        height = self.document().documentLayout().documentSize().height()
        bottom = max(height - 24 * z, float(self.viewport().height() + scroll - 24))
        width = left * z + self.column_width() + right * z
        where = QRectF(self._left, _GAP - scroll, width, bottom - _GAP)
        # Qt is slow with rectangles of many thousand pixels: what is out of sight is cut off.
        view = QRectF(self.viewport().rect()).adjusted(0, -60, 0, 60)
        where = QRectF(where.left(), max(where.top(), view.top()), where.width(), 0)
        where.setBottom(min(bottom - scroll, view.bottom()))
        self.ornaments.paper(painter, where)

    def _first_visible(self) -> QTextBlock:
        # The top of the view may lie in the margin above a heading: one block early is enough.
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        before = block.previous()
        return before if before.isValid() else block

    def _top_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _refill(self) -> None:
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        scroll = self.verticalScrollBar().value()
        self.sheet.fill(self.sheet.entries)
        self.place()
        end = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def _redress(self) -> None:
        self._refill()
        self._ink_caret()
        self.viewport().update()

    def _ink_caret(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour("ink"))
        self.setPalette(palette)


def _x(answer: object) -> float:
    """PySide returns (x, cursor) where C++ has an out-parameter; its stubs say otherwise."""
    value: Any = answer[0] if isinstance(answer, tuple) else answer
    return float(value)
