"""The page one writes on: keys, mouse and clipboard become edits of the tree.

Every editing key is taken here and handed to the strokes of `writing`; Qt never changes the text by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from workbench.agreement.text import CrossReference, Placeholder
from workbench.agreement.tree import ProvisionId
from workbench.desktop.editor import clipboard, keystrokes
from workbench.desktop.editor.insertion_line import InsertionLine
from workbench.desktop.editor.keys import is_command, moves, redo_too
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.offer import Offer
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.typed_reference import TypedReference, typed
from workbench.desktop.editor.writing import WritingPaper
from workbench.desktop.library.clauses import CLAUSE_MIME
from workbench.desktop.theme import Theme


class Page(WritingPaper):
    """The draft face's page."""

    clause_dropped = Signal(str)
    placeholder_clicked = Signal(str)
    rename_asked = Signal(str, str)
    """The old and the new name of a term whose definition was rewritten."""
    table_opened = Signal()
    """A table was double-clicked and is to be edited."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, session, parent)
        self.insertion = InsertionLine(self)
        self.offer = Offer(theme, self.viewport())
        self._offered_at: Place | None = None
        self.place_changed.connect(self._past_offer)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.offer.leave())
        self.menu_actions: Callable[[QMenu], None] = lambda _menu: None
        self.setAcceptDrops(True)

    # -- keys --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take editing keys; leave moving about to Qt."""
        standard = QKeySequence.StandardKey
        if any(event.matches(key) for key in (standard.SelectAll, standard.MoveToEndOfDocument)):
            self.set_everything()
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

    def type_text(self, words: str) -> None:
        """Write words; what they complete may be offered."""
        super().type_text(words)
        self._offer()

    def erase(self, *, back: bool, word: bool = False) -> None:
        """Take out words; a definition may come out under another name."""
        super().erase(back=back, word=word)
        self._offer()

    def take_offer(self) -> None:
        """Do what is offered below the caret."""
        self.offer.take()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """An offer belongs to the one who types."""
        self.offer.leave()
        super().focusOutEvent(event)

    def _offer(self) -> None:
        """A live reference for one that was typed, or the uses of a term whose definition was rewritten."""
        self.offer.leave()
        line, place = self.line, self.place_of_caret
        if line is None or place is None or line.part is Part.TABLE:
            return
        session = self.session
        renamed = self.terms.renamed(place.provision)
        if renamed is not None:
            said = counted(self.tr("Let %n use(s) of “{term}” follow", "", renamed.uses), renamed.uses)
            follow = partial(self.rename_asked.emit, renamed.old, renamed.new)
            self._offer_at(place, said.format(term=renamed.old), follow)
            return
        if line.part is Part.HEADING:
            return
        found = typed(line.text, place.offset, place.provision, session.agreement, session.numbers)
        if found is not None:
            said = self.tr("Make it a live reference to {label}").format(label=found.label)
            self._offer_at(place, said, partial(self._make_live, found))

    def _offer_at(self, place: Place, words: str, take: Callable[[], None]) -> None:
        self._offered_at = place
        self.offer.show_at(words, take, self.cursorRect())

    def _make_live(self, found: TypedReference) -> None:
        line, place = self.line, self.place_of_caret
        if line is not None:
            text = line.text.marked(found.start, found.end, CrossReference(found.target))
            changed = keystrokes.put(self.session.agreement, line.provision.id, line.part, text)
            self.session.apply(self.tr("Make a reference live"), changed, before=place, after=place)

    def _past_offer(self, place: Place | None) -> None:
        if place != self._offered_at:
            self.offer.leave()

    def _edit_key(self, event: QKeyEvent) -> bool:
        if self.offer.key(event):
            return True
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps: Callable[[], None]
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                steps = self.press_enter
            case Qt.Key.Key_Backspace:
                steps = partial(self.erase, back=True, word=bool(control))
            case Qt.Key.Key_Delete if not shift:
                steps = partial(self.erase, back=False, word=bool(control))
            case Qt.Key.Key_Tab if not control:
                steps = self.level_down
            case Qt.Key.Key_Backtab:
                steps = self.level_up
            case Qt.Key.Key_Up if control and shift:
                steps = partial(self.move_provision, -1)
            case Qt.Key.Key_Down if control and shift:
                steps = partial(self.move_provision, 1)
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

    # -- clipboard ---------------------------------------------------------------------------------------

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
        self.put_paragraphs(clipboard.paragraphs(source))

    # -- mouse -------------------------------------------------------------------------------------------

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A table is opened; anywhere else a word is selected."""
        self._caret_at(event.position().toPoint())
        if self.line is not None and self.line.part is Part.TABLE:
            self.table_opened.emit()
            return
        super().mouseDoubleClickEvent(event)

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

    # -- what is drawn besides the draft -----------------------------------------------------------------

    def before_change(self) -> None:
        """The gap of the insertion line belongs to the text that was."""
        self.insertion.close()

    def paint_last(self, painter: QPainter) -> None:
        """The insertion line under the provision of the caret."""
        self.insertion.paint(painter)

    def _caret_at(self, point: QPoint) -> None:
        self.setTextCursor(self.cursorForPosition(point))
