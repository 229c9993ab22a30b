"""Writing on the draft: every edit is a stroke on the tree, applied through the session as a step to undo.

Qt never changes the text by itself: a stroke (`keystrokes`) makes the next root, the sheet shows it, and the
caret is put where the stroke says.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Placeholder, Text
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.desktop.editor import keystrokes
from workbench.desktop.editor.draft_paper import DraftPaper
from workbench.desktop.editor.keystrokes import Span, Stroke
from workbench.desktop.editor.lines import Line, Part, Place
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.term_marks import TermMarks
from workbench.desktop.theme import Theme


class WritingPaper(DraftPaper):
    """What keys and tools do to the draft at the caret."""

    refused = Signal(str)
    """Why something could not be done, as a sentence."""
    placeholder_written = Signal(str, str)
    """(key, words): somebody writes over a placeholder, which wants its value everywhere."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, session, parent)
        self.terms = TermMarks(session)
        self._goal: Place | None = None
        self._typed = ""
        self._run = 0

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

    def put_paragraphs(self, paragraphs: list[Text]) -> None:
        """Put paragraphs in the place of what is selected: several become provisions."""
        blank = self._blank_written_over()
        if blank is not None and len(paragraphs) == 1:
            self.placeholder_written.emit(blank.key, paragraphs[0].plain)
        elif paragraphs:
            span = self.span()
            self._stroke(self.tr("Pasting"), lambda a, ls: keystrokes.paste(a, ls, span, paragraphs))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing goes on as a new step."""
        self._goal = None
        super().focusInEvent(event)

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

    def _stroke(
        self, label: str, stroke: Callable[[Agreement, list[Line]], Stroke], *, gather: bool = False
    ) -> None:
        before = self.place_of_caret
        try:
            made = stroke(self.session.agreement, self.draft_sheet.lines)
            self.session.apply(
                label,
                self.terms.followed(made.agreement),
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
