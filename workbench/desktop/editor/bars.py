"""The bars above the page: the tools, a question with one line for an answer, find and replace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from workbench.agreement.tree import Kind
from workbench.desktop.editor.keystrokes import kinds_for
from workbench.desktop.editor.lines import Line
from workbench.desktop.kit import (
    Button,
    ComboBox,
    Frame,
    Key,
    Label,
    LineEdit,
    ToolButton,
    shown_shortcut,
    upright,
)
from workbench.desktop.theme import Theme


class Toolbar(Frame):
    """What can be done with the provision at the caret. It only says what was asked."""

    kind_chosen = Signal(object)
    asked = Signal(str)
    """The verb: out, in, up, down, bracket, alternative, placeholder, reference, comment, clause."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar", height=45)
        self._names = {
            Kind.TITLE_LINE: self.tr("Title line"),
            Kind.PARTIES_CLAUSE: self.tr("Parties clause"),
            Kind.RECITAL: self.tr("Recital"),
            Kind.CITATION: self.tr("Instrument cited"),
            Kind.AGREEING_FORMULA: self.tr("Agreeing formula"),
            Kind.PART: self.tr("Part"),
            Kind.TITLE: self.tr("Title of a part"),
            Kind.CHAPTER: self.tr("Chapter"),
            Kind.SECTION: self.tr("Section"),
            Kind.ARTICLE: self.tr("Article"),
            Kind.PARAGRAPH: self.tr("Numbered paragraph"),
            Kind.SUBPARAGRAPH: self.tr("Subparagraph"),
            Kind.POINT: self.tr("Point"),
            Kind.CROSSHEADING: self.tr("Subheading"),
            Kind.TABLE: self.tr("Table"),
            Kind.TESTIMONIUM: self.tr("Testimonium"),
            Kind.DONE_AT: self.tr("Done-at clause"),
            Kind.SIGNATURE_BLOCK: self.tr("Signatures"),
            Kind.SIGNATORY: self.tr("Signatory"),
            Kind.ANNEX: self.tr("Annex"),
        }
        self.kinds = ComboBox(theme, name=self.tr("Kind of provision"))
        self.kinds.setFixedWidth(176)
        self.kinds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.kinds.activated.connect(self._chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(2)
        layout.addWidget(self.kinds)
        layout.addSpacing(6)
        tools = (
            ("text-outdent", "out", self.tr("Level up"), "Shift+Tab"),
            ("text-indent", "in", self.tr("Level down"), "Tab"),
            ("arrow-up", "up", self.tr("Move up"), "Ctrl+Shift+Up"),
            ("arrow-down", "down", self.tr("Move down"), "Ctrl+Shift+Down"),
            ("", "", "", ""),
            ("brackets-square", "bracket", self.tr("Bracket: not agreed"), "Ctrl+B"),
            ("git-branch", "alternative", self.tr("Alternatives of both delegations"), "Ctrl+Shift+A"),
            ("textbox", "placeholder", self.tr("Placeholder"), "Ctrl+Shift+P"),
            ("link-simple", "reference", self.tr("Cross-reference"), "Ctrl+Shift+R"),
            ("chat-text", "comment", self.tr("Internal comment"), "Ctrl+Shift+M"),
        )
        for icon, verb, name, shortcut in tools:
            if not icon:
                layout.addSpacing(4)
                layout.addWidget(upright())
                layout.addSpacing(4)
                continue
            layout.addWidget(
                ToolButton(theme, icon, name, shortcut=shortcut, run=partial(self.asked.emit, verb))
            )
        layout.addStretch(1)
        self._tools_width = layout.sizeHint().width() + 2
        self._insert = Button(
            theme,
            self.tr("Insert clause"),
            "ghost",
            icon="bookmark-simple",
            tip=self.tr("Search the library for a clause and put it in here"),
            run=lambda: self.asked.emit("clause"),
        )
        layout.addWidget(self._insert)
        self._insert_short = ToolButton(
            theme,
            "bookmark-simple",
            self.tr("Insert clause"),
            shortcut="Ctrl+L",
            run=partial(self.asked.emit, "clause"),
        )
        self._insert_short.hide()
        layout.addWidget(self._insert_short)
        self._key = Key(theme, shown_shortcut("Ctrl+L"))
        layout.addWidget(self._key)

    def resizeEvent(self, event: object) -> None:
        """In a narrow window the words give way, not the tools."""
        room = self.width() - self._tools_width
        words = self._insert.sizeHint().width()
        self._key.setVisible(room > words + self._key.width() + 2)
        self._insert.setVisible(room > words)
        self._insert_short.setVisible(room <= words)

    def show_line(self, line: Line | None) -> None:
        """Show what the provision at the caret is and may become."""
        if line is None:
            self.kinds.clear()
            return
        choices = kinds_for(line)
        present = line.provision.kind
        wanted = list(choices) if present in choices else [present, *choices]
        if [self.kinds.itemData(i) for i in range(self.kinds.count())] != [k.value for k in wanted]:
            self.kinds.clear()
            for kind in wanted:
                self.kinds.addItem(self._names.get(kind, kind.value), kind.value)
        self.kinds.setCurrentIndex(wanted.index(present))

    def name_of(self, kind: Kind) -> str:
        """What a kind is called."""
        return self._names.get(kind, kind.value)

    def _chosen(self, index: int) -> None:
        self.kind_chosen.emit(Kind(str(self.kinds.itemData(index))))


class Question(Frame):
    """One question above the page, answered with Enter and left with Escape."""

    left = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar", height=45)
        self._theme = theme
        self._label = Label(theme, "", 14, 600)
        self.field = LineEdit(theme)
        self.field.returnPressed.connect(self._answer)
        self._done = Button(theme, self.tr("Insert"), "secondary", small=True, run=self._answer)
        leave = ToolButton(theme, "x", self.tr("Close"), shortcut="Esc", size=16, run=self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(10)
        for part in (self._label, self.field, self._done, leave):
            layout.addWidget(part)
        layout.setStretch(1, 1)
        self._then: Callable[[str], None] = lambda _: None
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self.field)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(12)
        popup = self._completer.popup()
        if popup is not None:
            popup.setProperty("kind", "popup")
        self.field.setCompleter(self._completer)
        self.hide()

    def ask(
        self,
        question: str,
        hint: str,
        then: Callable[[str], None],
        *,
        offers: Sequence[str] = (),
        verb: str = "",
        words: str = "",
    ) -> None:
        """Ask; `offers` are completed while typing; `words` are written already."""
        self._label.set(question)
        self._done.set_text(verb or self.tr("Insert"))
        self.field.setText(words)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(question)
        self._offers.setStringList(list(offers))
        self._then = then
        self.show()
        self.opened.emit()
        self.field.setFocus()
        if offers:
            self._completer.complete()

    def leave(self) -> None:
        """Close without an answer."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _answer(self) -> None:
        words = self.field.text().strip()
        if words:
            self.hide()
            self.left.emit()
            self._then(words)


class FindBar(QWidget):
    """Find and replace in the wording."""

    searched = Signal(str)
    step_asked = Signal(int)
    replace_asked = Signal(str)
    replace_all_asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = LineEdit(theme, self.tr("Find"))
        self.replacement = LineEdit(theme, self.tr("Replace with"))
        self._count = Label(theme, "", 13, tone="ink2")
        self._count.setMinimumWidth(72)
        bar = Frame("bar", height=45)
        inner = QHBoxLayout(bar)
        inner.setContentsMargins(16, 0, 8, 0)
        inner.setSpacing(6)
        parts: tuple[QWidget, ...] = (
            self.words,
            self._count,
            ToolButton(
                theme, "caret-up", self.tr("Previous"), shortcut="Shift+F3", run=lambda: self._step(-1)
            ),
            ToolButton(theme, "caret-down", self.tr("Next"), shortcut="F3", run=lambda: self._step(1)),
            self.replacement,
            Button(theme, self.tr("Replace"), small=True, run=self._replace),
            Button(theme, self.tr("Replace all"), small=True, run=self._replace_all),
            ToolButton(theme, "x", self.tr("Close"), shortcut="Esc", size=16, run=self.leave),
        )
        for part in parts:
            inner.addWidget(part)
        inner.setStretch(0, 1)
        inner.setStretch(4, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(bar)
        self.words.textChanged.connect(self.searched)
        self.words.returnPressed.connect(lambda: self._step(1))
        self.replacement.returnPressed.connect(self._replace)
        self.hide()

    def begin(self, words: str = "") -> None:
        """Open, with words to look for if there are any."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus()
        self.searched.emit(self.words.text())

    def tell(self, present: int, total: int) -> None:
        """Show how many there are and which one is selected (from 1; 0 for none)."""
        if not self.words.text():
            self._count.set("")
        elif not total:
            self._count.set(self.tr("Not found"))
        elif present:
            self._count.set(self.tr("%1 of %2").replace("%1", str(present)).replace("%2", str(total)))
        else:
            self._count.set(self.tr("%n found", "", total))

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, F3 goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.step_asked.emit(by)

    def _replace(self) -> None:
        self.replace_asked.emit(self.replacement.text())

    def _replace_all(self) -> None:
        self.replace_all_asked.emit(self.replacement.text())
