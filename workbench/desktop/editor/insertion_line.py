"""The insertion line: where a clause of the library would go, drawn in a gap opened for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from workbench.agreement.tree import ProvisionId
from workbench.desktop.editor.draft_paper import DraftPaper

_GAP = 36.0
"""Room for the line, in pixels at 100 %."""


class InsertionLine:
    """The line on one page. `after` tells behind which provision a clause would go (None: at the caret)."""

    def __init__(self, page: DraftPaper) -> None:
        self._page = page
        self.words = ""
        """What the clause would become; "" while the line is hidden."""
        self._at = -1
        self.after: Callable[[], ProvisionId | None] = lambda: None

    def show(self, words: str) -> None:
        """Show where a clause would go, and as what ("New paragraph 2"); "" hides the line."""
        self.close()
        self.words = words
        if words:
            self._at = self._block().blockNumber()
            self._space(_GAP)
        self._page.viewport().update()

    def reveal(self) -> None:
        """Bring it to the lower middle of the view, with what it follows above it."""
        block = self._page.document().findBlockByNumber(self._at)
        if self.words and block.isValid():
            _, bottom = self._page.extent(block)
            bar = self._page.verticalScrollBar()
            bar.setValue(round(bar.value() + bottom - self._page.viewport().height() * 0.6))

    def close(self) -> None:
        """Close the gap, before the text changes under it."""
        if self._at >= 0:
            self._space(0)
        self._at = -1

    def paint(self, painter: QPainter) -> None:
        """Draw it under the provision it follows."""
        page = self._page
        block = page.document().findBlockByNumber(self._at)
        if not self.words or not block.isValid():
            return
        _, bottom = page.extent(block)
        x = page.column_left()
        page.ornaments.insertion_line(painter, x - 12, x + page.column_width(), bottom + 8, self.words)

    def _block(self) -> QTextBlock:
        """The last block of the provision behind which a clause would go."""
        after = self.after()
        unit = self._page.session.agreement.find(after) if after is not None else None
        inner = {part.id for part in unit.walk()} if unit is not None else set()
        lines = self._page.draft_sheet.lines
        last = max((i for i, line in enumerate(lines) if line.provision.id in inner), default=-1)
        self._page.draft_sheet.reach(last)
        found = self._page.document().findBlockByNumber(last)
        return found if found.isValid() else self._page.textCursor().block()

    def _space(self, more: float) -> None:
        """Open (or close) the paper below the block, so that the line covers no words."""
        page = self._page
        block = page.document().findBlockByNumber(self._at)
        if not block.isValid() or self._at >= len(page.sheet.entries):
            return
        made = block.blockFormat()
        made.setBottomMargin((page.sheet.entries[self._at].style.bottom + more) * page.zoom)
        QTextCursor(block).setBlockFormat(made)
