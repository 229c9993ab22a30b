"""One clause to be read whole: its wording, where it stands, what it is about, how far it is curated."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from workbench.desktop.kit import (
    Button,
    EmptyState,
    Frame,
    Label,
    Segmented,
    clear,
    column,
    holder,
    row,
    rule,
    section_head,
)
from workbench.desktop.kit.tags import Tag
from workbench.desktop.library.lookup import curation_name
from workbench.desktop.library.reading import Reading
from workbench.desktop.theme import SERIF, Theme

STATES = ("as_imported", "reviewed", "approved")


class ClauseReader(Frame):
    """The pane right of the results."""

    curation_chosen = Signal(str, str)
    types_asked = Signal(str)
    insert_asked = Signal(str)
    clause_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self._theme = theme
        self._now: Reading | None = None
        self._title = Label(theme, "", 20, 600, family=SERIF, wrap=True)
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Wording of the clause"))
        self._text.document().setDocumentMargin(0)
        self._types = row(gap=6)
        self._versions = row(gap=6)
        self._source = Label(theme, "", 14, 600, family=SERIF, wrap=True)
        self._place = Label(theme, "", 13, tone="ink2", wrap=True)
        self._file = Label(theme, "", 13, tone="ink3", elide=True)
        self._curation = Segmented(
            theme, [curation_name(state) for state in STATES], self.tr("Curation of this clause")
        )
        self._curation.chosen.connect(self._curated)
        change = Button(theme, self.tr("Change"), "link", run=self._ask_types)
        self._insert = Button(
            theme, self.tr("Insert into the draft"), "primary", icon="arrow-bend-down-right"
        )
        self._insert.clicked.connect(self._ask_insert)
        types = column(section_head(theme, self.tr("Clause type"), change), self._types, gap=6)
        source = column(
            section_head(theme, self.tr("Source")),
            self._source,
            self._place,
            self._file,
            self._versions,
            gap=4,
        )
        curation = column(section_head(theme, self.tr("Curation")), row(self._curation, None), gap=6)
        self._body = holder(
            column(
                self._title,
                4,
                (self._text, 1),
                rule(),
                types,
                rule(),
                source,
                rule(),
                curation,
                8,
                row(None, self._insert),
                gap=10,
                margins=(20, 16, 20, 16),
            )
        )
        self._none = EmptyState(
            theme, "books", self.tr("No clause chosen"), self.tr("Choose one to read it.")
        )
        self.setLayout(column((self._body, 1), (self._none, 1), gap=0))
        theme.changed.connect(self._write)
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a clause."""
        self._now = reading
        self._body.setVisible(reading is not None)
        self._none.setVisible(reading is None)
        if reading is None:
            return
        self._title.set(reading.title)
        clear(self._types)
        for words in reading.types[:3]:
            self._types.addWidget(Tag(self._theme, words, "accent", icon="tree-structure", height=24, px=13))
        self._types.addStretch(1)
        self._source.set(reading.agreement)
        same = self.tr("the same wording in %n agreement(s)", None, reading.same_in)
        self._place.set(f"{reading.locator}  ·  {same}" if reading.same_in > 1 else reading.locator)
        self._file.set(f"{reading.file}  ·  SHA-256 {reading.sha256[:12]}…")
        self._show_versions(reading)
        self._curation.choose(STATES.index(reading.curation) if reading.curation in STATES else 0)
        self._write()

    def set_can_insert(self, can: bool) -> None:
        """Whether a draft is open that could take the clause."""
        self._insert.setVisible(can)

    def _show_versions(self, reading: Reading) -> None:
        """The same clause in the other languages of its file, to be gone to."""
        clear(self._versions)
        for language, clause in reading.versions:
            words = self.tr("In {language}").format(language=language)
            tip = self.tr("Show the clause that says the same in this language")
            button = Button(self._theme, words, "link", tip=tip)
            button.clicked.connect(lambda _checked, clause=clause: self.clause_asked.emit(clause))
            self._versions.addWidget(button)
        self._versions.addStretch(1)

    def _write(self) -> None:
        if self._now is None:
            return
        document = self._text.document()
        document.clear()
        cursor = QTextCursor(document)
        ink, soft = QTextCharFormat(), QTextCharFormat()
        ink.setFont(self._theme.font(16, 400, SERIF))
        ink.setForeground(self._theme.colour("ink"))
        soft.setFont(self._theme.font(16, 400, SERIF))
        soft.setForeground(self._theme.colour("ink2"))
        for index, (number, words, depth) in enumerate(self._now.lines):
            shape = QTextBlockFormat()
            shape.setLineHeight(25, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            shape.setLeftMargin(depth * 28)
            shape.setTopMargin(8 if index else 0)
            if index:
                cursor.insertBlock(shape)
            else:
                cursor.setBlockFormat(shape)
            if number:
                cursor.insertText(f"{number}\u2002", soft)
            cursor.insertText(words.replace("\n", "\u2028"), ink)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _curated(self, index: int) -> None:
        if self._now is not None:
            self.curation_chosen.emit(self._now.id, STATES[index])

    def _ask_types(self) -> None:
        if self._now is not None:
            self.types_asked.emit(self._now.id)

    def _ask_insert(self) -> None:
        if self._now is not None:
            self.insert_asked.emit(self._now.id)
