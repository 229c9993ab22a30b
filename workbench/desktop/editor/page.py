"""The page one writes on: keys and clicks become edits of the tree; Qt never changes the text by itself.

Every editing key is taken here, turned into a stroke (`keystrokes`) and applied through the session; the
sheet then shows the new root, and the caret is put where the stroke says.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import CrossReference, Placeholder, Text
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.desktop.editor import clipboard, keystrokes
from workbench.desktop.editor.document import DraftSheet
from workbench.desktop.editor.keys import is_command, moves, redo_too
from workbench.desktop.editor.keystrokes import Span, Stroke
from workbench.desktop.editor.lines import Line, Part, Place
from workbench.desktop.editor.paper import Paper
from workbench.desktop.editor.runs import Deco, Shape
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.sheet import Entry
from workbench.desktop.library.clauses import CLAUSE_MIME
from workbench.desktop.theme import Theme

_GAP = 36.0
"""Room for the insertion line, in pixels at 100 %."""


class Page(Paper):
    """The draft face's page."""

    place_changed = Signal(object)
    """The `Place` of the caret, whenever it has moved or its provision has changed."""
    refused = Signal(str)
    """Why a key press could not be done, as a sentence."""
    clause_dropped = Signal(str)
    placeholder_clicked = Signal(str)
    placeholder_written = Signal(str, str)
    """(key, words): somebody writes over a placeholder, which wants its value everywhere."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        self.draft_sheet = DraftSheet(theme)
        super().__init__(theme, self.draft_sheet, parent)
        self.session = session
        self.found: dict[int, tuple[tuple[int, int], ...]] = {}
        self.menu_actions: Callable[[QMenu], None] = lambda _menu: None
        self._insertion = ""
        self._gap_at = -1
        self.insertion_after: Callable[[], ProvisionId | None] = lambda: None
        self._goal: Place | None = None
        self._typed = ""
        self._run = 0
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Text of the agreement"))
        self.draft_sheet.load(session.agreement, session.numbers)
        session.changed.connect(self._session_changed)
        session.caret_wanted.connect(self.go)
        self.cursorPositionChanged.connect(self._moved)

    # -- where the caret is ------------------------------------------------------------------------------

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
        position = self.draft_sheet.position_of(place)
        if position is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(position)
        if select:
            end = self.draft_sheet.position_of(keystrokes.replace_offset(place, place.offset + select))
            if end is not None:
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_provision(self, provision: ProvisionId) -> None:
        """Put the caret at the start of a provision and bring its beginning into view."""
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

    # -- keys --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take editing keys; leave moving about to Qt."""
        if not self._edit_key(event):
            if event.text() and event.text().isprintable() and not is_command(event):
                self.type_text(event.text())
            elif event.matches(QKeySequence.StandardKey.Undo):
                self.session.undo_stack.undo()
            elif event.matches(QKeySequence.StandardKey.Redo) or redo_too(event):
                self.session.undo_stack.redo()
            elif moves(event):
                super().keyPressEvent(event)
            else:
                event.ignore()
                return
        event.accept()

    def _edit_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps: Callable[[], None]
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                steps = self.press_enter
            case Qt.Key.Key_Backspace:
                steps = lambda: self.erase(back=True, word=bool(control))  # noqa: E731
            case Qt.Key.Key_Delete if not shift:
                steps = lambda: self.erase(back=False, word=bool(control))  # noqa: E731
            case Qt.Key.Key_Tab if not control:
                steps = self.level_down
            case Qt.Key.Key_Backtab:
                steps = self.level_up
            case Qt.Key.Key_Up if control and shift:
                steps = lambda: self.move_provision(-1)  # noqa: E731
            case Qt.Key.Key_Down if control and shift:
                steps = lambda: self.move_provision(1)  # noqa: E731
            case _ if event.matches(QKeySequence.StandardKey.Cut):
                steps = self.cut
            case _ if event.matches(QKeySequence.StandardKey.Paste):
                steps = self.paste
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                steps = self.copy
            case _:
                return False
        steps()
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A composed character (dead keys, input methods) is typed like any other."""
        committed = event.commitString()
        if committed or event.replacementLength():
            if event.replacementLength():
                cursor = self.textCursor()
                start = cursor.position() + event.replacementStart()
                cursor.setPosition(start)
                cursor.setPosition(start + event.replacementLength(), QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
            super().inputMethodEvent(QInputMethodEvent("", []))
            if committed:
                self.type_text(committed)
            event.accept()
            return
        super().inputMethodEvent(event)

    # -- what keys and tools do --------------------------------------------------------------------------

    def type_text(self, words: str) -> None:
        """Write words at the caret, in the place of what is selected; a placeholder asks for its value."""
        blank = self._blank_written_over()
        if blank is not None:
            self.placeholder_written.emit(blank.key, words)
            return
        place = self.place_of_caret
        continued = place is not None and place == self._goal and not self.textCursor().hasSelection()
        starts_word = not words[:1].isspace() and self._typed[-1:].isspace()
        if not continued or starts_word:
            self._run += 1
        self._typed = words if not continued else self._typed + words
        self._stroke(
            self.tr("Typing"), lambda a, ls: keystrokes.overwrite(a, ls, self.span(), words), gather=True
        )
        self._goal = self.place_of_caret

    def press_enter(self) -> None:
        """Begin a new provision."""

        def stroke(agreement: Agreement, lines: list[Line]) -> Stroke:
            span = self.span()
            if self.textCursor().hasSelection():
                cleared = keystrokes.overwrite(agreement, lines, span)
                return keystrokes.enter(cleared.agreement, cleared.caret)
            line = lines[span.first]
            return keystrokes.enter(agreement, Place(line.provision.id, line.part, span.start))

        self._stroke(self.tr("New provision"), stroke)

    def erase(self, *, back: bool, word: bool = False) -> None:
        """Backspace or Delete: the selection, else a character or a word, else the border of a provision."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            at_edge = cursor.atBlockStart() if back else cursor.atBlockEnd()
            if at_edge:
                self._join(cursor.block().blockNumber() + (0 if back else 1))
                return
            operation = QTextCursor.MoveOperation
            step = (
                (operation.PreviousWord if back else operation.NextWord)
                if word
                else (operation.PreviousCharacter if back else operation.NextCharacter)
            )
            block = cursor.block()
            cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
            if cursor.block() != block:
                edge = block.position() if back else block.position() + block.length() - 1
                cursor.setPosition(edge, QTextCursor.MoveMode.KeepAnchor)
        first, start = self.draft_sheet.line_at(cursor.selectionStart())
        last, end = self.draft_sheet.line_at(cursor.selectionEnd())
        if (first, start) == (last, end):
            # Nothing of the wording lies between: step over what is only shown (the number of a note).
            cursor.setPosition(cursor.selectionStart() if back else cursor.selectionEnd())
            self.setTextCursor(cursor)
            return
        span = Span(first, start, last, end)
        self._stroke(self.tr("Deleting"), lambda a, ls: keystrokes.overwrite(a, ls, span))

    def level_down(self) -> None:
        """One level down."""
        self._reshape(self.tr("Level down"), keystrokes.deepen)

    def level_up(self) -> None:
        """One level up."""
        self._reshape(self.tr("Level up"), keystrokes.raise_level)

    def move_provision(self, steps: int) -> None:
        """Up (negative) or down."""
        self._reshape(self.tr("Moving a provision"), lambda a, p: keystrokes.shift(a, p, steps))

    def set_kind(self, kind: Kind) -> None:
        """Make the provision at the caret something else."""
        place = self.place_of_caret
        if place is None:
            return
        self._reshape(self.tr("Changing the kind"), lambda a, p: keystrokes.become(a, p, kind))

    def put_text(self, label: str, span: Span, text: Text, *, select: tuple[int, int] | None = None) -> None:
        """Replace a span by a marked text; `select` (from, length) says what of it is selected then."""
        lines = self.draft_sheet.lines
        start = Place(lines[span.first].provision.id, lines[span.first].part, span.start)
        self._stroke(label, lambda a, ls: keystrokes.overwrite(a, ls, span, text))
        if select is not None:
            self.go(keystrokes.replace_offset(start, start.offset + select[0]), select=select[1])

    def copy(self) -> None:
        """Copy what is selected, plain and dressed."""
        if self.textCursor().hasSelection():
            clipboard.put(self.createMimeDataFromSelection())

    def cut(self) -> None:
        """Copy, then take it out."""
        if self.textCursor().hasSelection():
            self.copy()
            self.erase(back=True)

    def paste(self) -> None:
        """Paste: paragraphs become provisions."""
        self.insertFromMimeData(clipboard.content())

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text and as HTML that Word understands."""
        return clipboard.dressed(self.draft_sheet.lines, self.span())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Clauses and text."""
        return source.hasFormat(CLAUSE_MIME) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Clauses are asked for, text becomes paragraphs."""
        if source.hasFormat(CLAUSE_MIME):
            self.clause_dropped.emit(bytes(source.data(CLAUSE_MIME).data()).decode())
            return
        paragraphs = clipboard.paragraphs(source)
        blank = self._blank_written_over()
        if blank is not None and len(paragraphs) == 1:
            self.placeholder_written.emit(blank.key, paragraphs[0].plain)
        elif paragraphs:
            span = self.span()
            self._stroke(self.tr("Pasting"), lambda a, ls: keystrokes.paste(a, ls, span, paragraphs))

    # -- the insertion line ------------------------------------------------------------------------------

    def show_insertion(self, words: str) -> None:
        """Show where a clause would go, and as what ("New paragraph 2"); "" hides the line."""
        self._close_gap()
        self._insertion = words
        if words:
            self._gap_at = self._insertion_block().blockNumber()
            self._space_below(self._gap_at, _GAP)
        self.viewport().update()

    def reveal_insertion(self) -> None:
        """Bring the insertion line to the lower middle of the view, with what it follows above it."""
        block = self.document().findBlockByNumber(self._gap_at)
        if self._insertion and block.isValid():
            _, bottom = self.extent(block)
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + bottom - self.viewport().height() * 0.6))

    # -- Qt events ---------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing goes on as a new step."""
        self._goal = None
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into a placeholder selects it whole; Ctrl and a click follow a reference."""
        super().mouseReleaseEvent(event)
        place = self.place_of_caret
        if (
            self.textCursor().hasSelection()
            or place is None
            or event.button() is not Qt.MouseButton.LeftButton
        ):
            return
        line = self.line
        if line is None:
            return
        for mark in line.text.marks:
            if not mark.start <= place.offset < mark.end:
                continue
            if isinstance(mark.value, Placeholder) and not mark.value.filled:
                self.go(keystrokes.replace_offset(place, mark.start), select=mark.end - mark.start)
                self.placeholder_clicked.emit(mark.value.key)
                return
            if isinstance(mark.value, CrossReference) and mark.value.target is not None:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.show_provision(ProvisionId(mark.value.target))
                return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste and what the draft face adds."""
        menu = QMenu(self)
        selected = self.textCursor().hasSelection()
        for name, run, possible in (
            (self.tr("Cut"), self.cut, selected),
            (self.tr("Copy"), self.copy, selected),
            (self.tr("Paste"), self.paste, True),
        ):
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False, run=run: run())
            action.setEnabled(possible)
        menu.addSeparator()
        self.menu_actions(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take clauses and text, leave files to the window."""
        if event.mimeData().hasFormat(CLAUSE_MIME):
            event.acceptProposedAction()
        elif event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The caret follows a dragged clause."""
        if event.mimeData().hasFormat(CLAUSE_MIME):
            self._caret_at(event.position().toPoint())
            event.acceptProposedAction()
        elif event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Insert a clause where it is dropped; move dragged words as one step."""
        mime = event.mimeData()
        if mime.hasFormat(CLAUSE_MIME):
            self._caret_at(event.position().toPoint())
            self.insertFromMimeData(mime)
            event.acceptProposedAction()
            return
        if mime.hasUrls() and not mime.hasText():
            event.ignore()
            return
        # Words dragged from here are copied: taking them out as well would be two edits in one gesture.
        self._caret_at(event.position().toPoint())
        self.insertFromMimeData(mime)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def shapes_of(self, block: QTextBlock, entry: Entry) -> tuple[Shape, ...]:
        """What was found stands out."""
        found = self.found.get(block.blockNumber())
        if not found:
            return entry.rendered.shapes
        marked = tuple(
            Shape(entry.rendered.to_document(a), entry.rendered.to_document(b), Deco.FOUND) for a, b in found
        )
        return (*marked, *entry.rendered.shapes)

    def paint_last(self, painter: QPainter) -> None:
        """The insertion line under the provision of the caret."""
        if not self._insertion:
            return
        block = self.document().findBlockByNumber(self._gap_at)
        if not block.isValid():
            return
        _, bottom = self.extent(block)
        x = self.column_left()
        self.ornaments.insertion_line(painter, x - 12, x + self.column_width(), bottom + 8, self._insertion)

    def _insertion_block(self) -> QTextBlock:
        """The last block of the provision behind which a clause would go."""
        after = self.insertion_after()
        if after is None:
            return self.textCursor().block()
        found = self._last_block_of(after)
        return found if found.isValid() else self.textCursor().block()

    def _close_gap(self) -> None:
        if self._gap_at >= 0:
            self._space_below(self._gap_at, 0)
        self._gap_at = -1

    def _space_below(self, index: int, more: float) -> None:
        """Open (or close) the paper below a block, so that the insertion line covers no words."""
        block = self.document().findBlockByNumber(index)
        if not block.isValid() or index >= len(self.sheet.entries):
            return
        made = block.blockFormat()
        made.setBottomMargin((self.sheet.entries[index].style.bottom + more) * self.zoom)
        QTextCursor(block).setBlockFormat(made)

    def _last_block_of(self, provision: ProvisionId) -> QTextBlock:
        unit = self.session.agreement.find(provision)
        inner = {part.id for part in unit.walk()} if unit is not None else set()
        indices = [i for i, line in enumerate(self.draft_sheet.lines) if line.provision.id in inner]
        return self.document().findBlockByNumber(max(indices, default=-1))

    def _caret_at(self, point: QPoint) -> None:
        self.setTextCursor(self.cursorForPosition(point))

    def _blank_written_over(self) -> Placeholder | None:
        """The placeholder that is selected whole, or the open one the caret or the selection is inside."""
        line, span = self.line, self.span()
        if line is None or span.first != span.last:
            return None
        for start, end, place in line.text.of(Placeholder):
            within = start < span.start and span.end < end
            if (start, end) == (span.start, span.end) or (within and not place.filled):
                return place
        return None

    # -- edits -------------------------------------------------------------------------------------------

    def _stroke(
        self, label: str, stroke: Callable[[Agreement, list[Line]], Stroke], *, gather: bool = False
    ) -> None:
        before = self.place_of_caret
        try:
            made = stroke(self.session.agreement, self.draft_sheet.lines)
            self.session.apply(
                label,
                made.agreement,
                before=before,
                after=made.caret,
                gather=f"typing-{id(self)}-{self._run}" if gather else "",
            )
        except WorkbenchError as error:
            self.refused.emit(error.sentence)

    def _reshape(self, label: str, change: Callable[[Agreement, ProvisionId], Agreement]) -> None:
        place = self.place_of_caret
        if place is None:
            return

        def stroke(agreement: Agreement, _lines: list[Line]) -> Stroke:
            changed = change(agreement, place.provision)
            unit = changed.find(place.provision)
            part = place.part
            if unit is not None and part is Part.TEXT and not unit.text and unit.heading:
                part = Part.HEADING
            elif unit is not None and part is Part.HEADING and not unit.heading and unit.text:
                part = Part.TEXT
            return Stroke(changed, Place(place.provision, part, place.offset))

        self._stroke(label, stroke)

    def _join(self, index: int) -> None:
        if not 0 <= index < len(self.draft_sheet.lines):
            return
        self._stroke(self.tr("Joining provisions"), lambda a, ls: keystrokes.join_back(a, ls, index))

    def _session_changed(self, _old: object, _new: object) -> None:
        scroll = self.verticalScrollBar().value()
        place = self.place_of_caret
        self._close_gap()
        self.blockSignals(True)
        self.found = {}
        self.draft_sheet.update(self.session.agreement, self.session.numbers)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scroll)
        if place is not None:
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
