"""The file as printed, with a band beside every line that says what became of it.

The lines of a hard-wrapped file stand in paragraphs (`hard_wrapped`), so that a text block may hold several
blocks of the source; `_places` says where each begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from workbench.agreement.source import Alignment, SourceBlock, SourceDocument
from workbench.desktop.review.bands import Band
from workbench.desktop.theme import SERIF, Theme

_MARGIN, _SIDE, _PX, _LINE = 120, 16, 15, 23
_LEVELS = {1: 18, 2: 16}  # the headings of a file by their level
_SLIM = 36  # the margin where there is no room for words beside the bands
_ROOMY = 460
_BESIDE = "\u2002│\u2002"  # between the cells of a row
_BLANKS = re.compile(r" {7,}")
_AT_ONCE = 100  # blocks written or laid out in one go, some 10 ms


class SourceView(QTextEdit):
    """The source, to be read and selected. `chosen` carries the provision of the line clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._margin = _MARGIN
        self._bands: Sequence[Band] = ()
        self._marked: tuple[int, int] | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Source, as printed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setUseDesignMetrics(True)
        self.viewport().setAutoFillBackground(False)
        self.setTabChangesFocus(True)
        self._source: SourceDocument | None = None
        self._joined: frozenset[int] = frozenset()
        self._places: list[tuple[int, int]] = []
        self._written, self._laid = 0, 0
        self._seeking = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)
        theme.changed.connect(self._recolour)

    def show_source(self, source: SourceDocument | None, joined: frozenset[int] = frozenset()) -> None:
        """Show a file's blocks; those `joined` go on in the paragraph before. None shows an empty page."""
        self._later.stop()
        self._joined, self._places = joined, []
        self._source, self._bands, self._marked = source, (), None
        self._written, self._laid, self._seeking = 0, 0, False
        self.document().clear()
        self._set_margins()
        self._write_some()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._later.start()
        # Filling a document scrolls it, and the layout goes on after this call.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def show_bands(self, bands: Sequence[Band]) -> None:
        """Show what became of each block."""
        self._bands = bands
        self.viewport().update()

    def mark(self, blocks: tuple[int, int] | None) -> None:
        """Tint the blocks of the unit looked at, and bring them into sight."""
        self._marked = blocks
        self._seek()
        self.viewport().update()

    def _seek(self) -> None:
        """Bring the marked blocks into sight, as soon as the text is there and laid out as far as that."""
        self._seeking = self._marked is not None
        self._later.start()

    def _bring_into_sight(self) -> None:
        """Scroll to the marked blocks unless they are in sight."""
        self._seeking = False
        if self._marked is None or not 0 <= self._marked[0] < len(self._places):
            return
        number, start = self._places[self._marked[0]]
        block = self.document().findBlockByNumber(number)
        top = self.document().documentLayout().blockBoundingRect(block).top() + _line_at(block, start) * _LINE
        bar = self.verticalScrollBar()
        if not bar.value() + 40 <= top <= bar.value() + self.viewport().height() - 80:
            bar.setValue(round(top - self.viewport().height() / 3))

    def place_in(self, blocks: tuple[int, int]) -> tuple[int, int] | None:
        """Where the text cursor stands within these blocks, as (block, character); None elsewhere."""
        cursor = self.textCursor()
        number = self._source_block(cursor)
        if self._source is None or number is None or not blocks[0] <= number <= blocks[1]:
            return None
        block, start = self._source.blocks[number], self._places[number][1]
        shown = cursor.block().text()[start : cursor.positionInBlock()]
        # Counted in signs: blanks are not always shown as they stand in the file.
        before = _signs(shown) - _signs(block.number or "")
        at = 0
        while at < len(block.text.plain) and before > 0:
            before -= not block.text.plain[at].isspace()
            at += 1
        return number, at

    def page_at_top(self) -> int:
        """The page of the source that is in sight."""
        if self._source is None or not self._source.blocks:
            return 1
        number = self._source_block(self.cursorForPosition(self.viewport().rect().topLeft()))
        return self._source.blocks[number or 0].page

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked."""
        super().mouseReleaseEvent(event)
        number = self._source_block(self.cursorForPosition(event.position().toPoint()))
        if not self.textCursor().hasSelection() and number is not None and number < len(self._bands):
            self.chosen.emit(self._bands[number].provision)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place looked at in sight: at another width it stands elsewhere."""
        super().resizeEvent(event)
        margin = _MARGIN if self.viewport().width() >= _ROOMY else _SLIM
        if margin != self._margin:
            self._margin = margin
            self._set_margins()
        if event.size().width() != event.oldSize().width():
            self._laid = 0
        self._seek()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw desk and paper, the text, then the bands of the lines in sight."""
        theme = self._theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.colour("desk"))
        shift = self.verticalScrollBar().value()
        height = max(self.document().size().height(), self.viewport().height() + 40.0)
        page = QRectF(_SIDE, 32 - shift, self.viewport().width() - 2 * _SIDE, height)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(page.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        self._paint_marked(painter, page, shift)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter, shift)
        painter.end()

    def _go_on(self) -> None:
        """Write the next blocks, or lay the next ones out, until nothing is left that somebody waits for."""
        source = self._source
        if source is None:
            return
        if self._seeking and self._marked is not None:
            wanted = min(self._marked[0], len(source.blocks) - 1)
            if self._written > wanted:
                last = self._places[wanted][0]
                if self._laid >= last:
                    self._bring_into_sight()
                else:
                    self._laid = min(last, self._laid + 3 * _AT_ONCE)
                    block = self.document().findBlockByNumber(self._laid)
                    self.document().documentLayout().blockBoundingRect(block)
                    self._later.start()
                    return
        if self._written < len(source.blocks):
            self._write_some()
            self._later.start()

    def _write_some(self) -> None:
        """Write the next blocks: a long file is not written all at once."""
        source = self._source
        if source is None:
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        until = min(len(source.blocks), self._written + _AT_ONCE)
        for index in range(self._written, until):
            block = source.blocks[index]
            shape, look = self._looks(block, first=index == 0)
            words = _BLANKS.sub(" " * 6, block.text.plain.replace("\n", "\u2028"))
            if index in self._joined:
                before = source.blocks[index - 1].text.plain.rstrip()
                words = words.lstrip()
                divided = before[-1:] in "-\u00ad" and words[:1].islower()
                beside = block.cell is not None
                cursor.insertText(_BESIDE if beside else "" if divided else " ", look)
            elif index:
                cursor.insertBlock(shape, look)
            else:
                cursor.setBlockFormat(shape)
            self._places.append((cursor.blockNumber(), cursor.positionInBlock()))
            number = f"{block.number} " if block.number else ""
            cursor.insertText(number + words.rstrip(), look)
        cursor.endEditBlock()
        self._written = until

    def _looks(self, block: SourceBlock, *, first: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        shape, look = QTextBlockFormat(), QTextCharFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if block.alignment is Alignment.CENTRE:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif block.alignment is Alignment.RIGHT:
            shape.setAlignment(Qt.AlignmentFlag.AlignRight)
        shape.setTopMargin(0 if first else min(24.0, block.gap * 12))
        weight = 600 if block.bold or block.outline is not None else 400
        px = _LEVELS.get(block.outline or 0, _PX)
        look.setFont(self._theme.font(px, weight, SERIF, block.italic))
        look.setForeground(self._theme.colour("ink"))
        return shape, look

    def _recolour(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        ink = QTextCharFormat()
        ink.setForeground(self._theme.colour("ink"))
        cursor.mergeCharFormat(ink)

    def _set_margins(self) -> None:
        shape = self.document().rootFrame().frameFormat()
        shape.setLeftMargin(_SIDE + self._margin)
        shape.setRightMargin(_SIDE + 24)
        shape.setTopMargin(64)
        shape.setBottomMargin(80)
        self.document().rootFrame().setFrameFormat(shape)

    def _first_visible(self) -> QTextBlock:
        return self.cursorForPosition(self.viewport().rect().topLeft()).block()

    def _visible(self, shift: int) -> list[tuple[QTextBlock, QRectF]]:
        found = []
        block = self._first_visible()
        layout = self.document().documentLayout()
        while block.isValid():
            where = layout.blockBoundingRect(block).translated(0, -shift)
            if where.top() > self.viewport().height():
                break
            following = block.next()
            if following.isValid():
                # Under a fixed line height the rectangle is too low: this one ends where the next begins.
                margin = following.blockFormat().topMargin()
                end = layout.blockBoundingRect(following).top() - shift - margin
                where.setBottom(max(where.top(), end))
            found.append((block, where))
            block = following
        return found

    def _source_block(self, cursor: QTextCursor) -> int | None:
        """The block of the source in which a cursor stands."""
        found = bisect_right(self._places, (cursor.blockNumber(), cursor.positionInBlock())) - 1
        return found if found >= 0 else None

    def _pieces(self, shift: int) -> Iterator[tuple[int, QRectF]]:
        """The blocks of the source in sight, each with where it stands."""
        for block, where in self._visible(shift):
            first = bisect_right(self._places, (block.blockNumber(), -1))
            end = bisect_right(self._places, (block.blockNumber() + 1, -1))
            lines = [_line_at(block, self._places[index][1]) for index in range(first, end)]
            for index, line, following in zip(range(first, end), lines, [*lines[1:], None], strict=True):
                bottom = where.top() + following * _LINE if following is not None else where.bottom()
                piece = QRectF(where)
                piece.setTop(where.top() + line * _LINE)
                piece.setBottom(max(piece.top(), bottom))
                yield index, piece

    def _paint_marked(self, painter: QPainter, page: QRectF, shift: int) -> None:
        if self._marked is None:
            return
        first, last = self._marked
        band = self._bands[first] if first < len(self._bands) else Band("", "")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("brass_tint" if band.doubtful else "accent_tint", 170))
        for index, where in self._pieces(shift):
            if first <= index <= last:
                height = max(where.height(), _LINE)  # a cell shares its line with the next one
                tint = QRectF(
                    _SIDE + self._margin - 8, where.top(), page.right() - _SIDE - self._margin, height
                )
                painter.drawRect(tint)

    def _paint_bands(self, painter: QPainter, shift: int) -> None:
        theme, x = self._theme, float(_SIDE + self._margin - 20)
        run: tuple[Band, QRectF] | None = None
        for number, where in self._pieces(shift):
            if number >= len(self._bands):
                break
            if where.height() <= 0:
                continue  # a cell that shares its line with the next one
            band = self._bands[number]
            stripe = QRectF(x, where.top() + 1, 6, max(4.0, where.height() - 2))
            if run is not None and band == _same(run[0]):
                run[1].setBottom(stripe.bottom())  # one unit, one stripe, however many lines it has
            else:
                self._paint_stripe(painter, run)
                run = (band, stripe)
            if band.words and self._margin == _MARGIN:
                painter.setFont(theme.font(12, 600 if band.doubtful else 400))
                tone = "brass" if band.doubtful else "ink2" if band.token else "ink3"
                painter.setPen(theme.colour(tone))
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                words = QFontMetricsF(painter.font()).elidedText(
                    band.words, Qt.TextElideMode.ElideRight, x - _SIDE - 12
                )
                painter.drawText(QRectF(_SIDE, where.top(), x - _SIDE - 8, _LINE), right, words)
        self._paint_stripe(painter, run)

    def _paint_stripe(self, painter: QPainter, run: tuple[Band, QRectF] | None) -> None:
        if run is not None and run[0].token:
            _stripe(painter, self._theme, run[1], run[0])


def _line_at(block: QTextBlock, position: int) -> int:
    """Which line of a text block, from 0, holds a position; 0 before it is laid out."""
    return max(0, block.layout().lineForTextPosition(position).lineNumber()) if position else 0


def _signs(words: str) -> int:
    return sum(not char.isspace() for char in words)


def _same(band: Band) -> Band:
    """The band of a further line of the same unit; nothing where there is no unit."""
    if band.provision is None:
        return Band("-", "")
    return Band(band.token, "", band.doubtful, band.provision)


def _stripe(painter: QPainter, theme: Theme, where: QRectF, band: Band) -> None:
    """A solid stripe, or a hatched one where recognition was in doubt."""
    if not band.doubtful:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(band.token))
        painter.drawRoundedRect(where, 2, 2)
        return
    painter.setPen(QPen(theme.colour("brass_line"), 1))
    painter.setBrush(theme.colour("brass_tint"))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setBrush(QBrush(theme.colour("brass_line"), Qt.BrushStyle.BDiagPattern))
    painter.setBrushOrigin(QPointF(where.left(), 0))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
