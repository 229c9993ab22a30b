"""The draft on paper: it shows the session's tree, follows every change of it, and knows where the caret is.

What is written on it is `writing.WritingPaper`; keys, mouse and clipboard are `page.Page`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.agreement.tree import ProvisionId
from workbench.desktop.editor.document import DraftSheet
from workbench.desktop.editor.keystrokes import Span, replace_offset
from workbench.desktop.editor.lines import Line, Place
from workbench.desktop.editor.paper import Paper
from workbench.desktop.editor.queries import Queries
from workbench.desktop.editor.runs import Deco, Shape
from workbench.desktop.editor.saying import explained
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.sheet import Entry
from workbench.desktop.theme import Theme


class DraftPaper(Paper):
    """A paper that shows one session's draft."""

    place_changed = Signal(object)
    """The `Place` of the caret, whenever it has moved or its provision has changed."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        self.draft_sheet = DraftSheet(theme)
        super().__init__(theme, self.draft_sheet, parent)
        self.session = session
        self.found: dict[int, tuple[tuple[int, int], ...]] = {}
        self.queries = Queries()
        self.setAccessibleName(self.tr("Text of the agreement"))
        self._wanted: Place | None = None
        self._setting = QTimer(self)
        self._setting.setInterval(0)
        self._setting.timeout.connect(self._set_more)
        self.draft_sheet.load(session.agreement, session.numbers)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # filling has taken it to the end
        self._setting.start()
        session.changed.connect(self._session_changed)
        session.caret_wanted.connect(self.go)
        self.cursorPositionChanged.connect(self._moved)

    @property
    def place_of_caret(self) -> Place | None:
        """Where the caret stands."""
        return self.draft_sheet.place_at(self.textCursor().position())

    @property
    def line(self) -> Line | None:
        """The line the caret stands in."""
        index = self.textCursor().block().blockNumber()
        return self.draft_sheet.lines[index] if index < len(self.draft_sheet.lines) else None

    def span(self) -> Span:
        """The selection in lines and offsets; an empty one at the caret."""
        cursor = self.textCursor()
        first, start = self.draft_sheet.line_at(cursor.selectionStart())
        last, end = self.draft_sheet.line_at(cursor.selectionEnd())
        return Span(first, start, last, end)

    def go(self, place: Place, *, select: int = 0) -> None:
        """Put the caret somewhere and bring it into view; `select` characters after it are selected."""
        if self._waits():
            self._wanted = place
            return
        position = self.draft_sheet.position_of(place)
        if position is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(position)
        if select:
            end = self.draft_sheet.position_of(replace_offset(place, place.offset + select))
            if end is not None:
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_provision(self, provision: ProvisionId) -> None:
        """Put the caret at the start of a provision and bring its beginning into view."""
        self._wanted = None
        index = self.draft_sheet.index_of(provision)
        if index is None:
            return
        block = self.document().findBlockByNumber(index)
        cursor = self.textCursor()
        cursor.setPosition(block.position())
        scroll = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)
        self.scroll_to(block)

    def shapes_of(self, block: QTextBlock, entry: Entry) -> tuple[Shape, ...]:
        """What was found stands out, and what the checks query is underlined."""
        number = block.blockNumber()
        found = [(a, b, Deco.FOUND, "") for a, b in self.found.get(number, ())]
        if number < len(self.draft_sheet.lines):
            queries = self.queries.of(self.draft_sheet.lines[number])
            found += [(query.start, query.end, Deco.QUERY, query.finding.severity.value) for query in queries]
        if not found:
            return entry.rendered.shapes
        to = entry.rendered.to_document
        marked = tuple(Shape(to(start), to(end), deco, slot) for start, end, deco, slot in found)
        return (*marked, *entry.rendered.shapes)

    def viewportEvent(self, event: QEvent) -> bool:
        """Resting on underlined words tells what is queried."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, offset = self.draft_sheet.line_at(self.cursorForPosition(event.pos()).position())
            lines = self.draft_sheet.lines
            queries = self.queries.at(lines[index], offset) if index < len(lines) else ()
            QToolTip.showText(event.globalPos(), explained(query.finding for query in queries), self)
            return True
        return super().viewportEvent(event)

    def _waits(self) -> bool:
        """Whether the paper is still being set and nobody sees it: the caret finds its place later."""
        return not self.isVisible() and not self.draft_sheet.complete

    def before_change(self) -> None:
        """The session has another tree, which the sheet does not show yet."""

    def set_everything(self) -> None:
        """Have the whole draft on the paper now, as selecting all of it or going to its end needs."""
        self.draft_sheet.reach(len(self.draft_sheet.lines))

    def _set_more(self) -> None:
        # A caret at the end of what is set would go along with what is set behind it.
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self.blockSignals(True)
        left = not self.draft_sheet.complete and self.draft_sheet.more()
        if self.textCursor().position() != position:
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.blockSignals(False)
        if not left:
            self._setting.stop()
            if self._wanted is not None:
                place, self._wanted = self._wanted, None
                self.go(place)

    def _session_changed(self, _old: object, _new: object) -> None:
        scroll = self.verticalScrollBar().value()
        place = self.place_of_caret
        self.before_change()
        self.blockSignals(True)
        self.found = {}
        self.draft_sheet.update(self.session.agreement, self.session.numbers, unseen=not self.isVisible())
        if not self.draft_sheet.complete:
            self._setting.start()
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scroll)
        if self._waits():
            self._wanted = self._wanted or place
        elif place is not None:
            position = self.draft_sheet.position_of(place)
            if position is not None and not self.textCursor().hasSelection():
                cursor = self.textCursor()
                cursor.setPosition(min(position, self.document().characterCount() - 1))
                self.setTextCursor(cursor)
        self._moved()
        self.viewport().update()

    def _moved(self) -> None:
        index = self.textCursor().block().blockNumber()
        if index != self.highlighted:
            self.highlighted = index
            self.viewport().update()
        self.place_changed.emit(self.place_of_caret)
