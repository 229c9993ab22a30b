"""The library: clauses to search and read, agreements to look after. Every change can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget

from workbench.desktop.kit import (
    Banners,
    Button,
    EmptyState,
    Frame,
    Label,
    LineEdit,
    Segmented,
    column,
    holder,
    row,
)
from workbench.desktop.library.agreements import AgreementList
from workbench.desktop.library.browser import ClauseBrowser
from workbench.desktop.library.reader import ClauseReader
from workbench.desktop.library.reading import AgreementLine, Reading
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room


class LibraryPage(Room):
    """The page asks; the conductor answers with `show_…`."""

    import_asked = Signal()
    review_asked = Signal()
    starter_asked = Signal()
    agreement_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.undo_stack = QUndoStack(self)
        self.banners = Banners(theme)
        self.browser = ClauseBrowser(theme)
        self.reader = ClauseReader(theme)
        self.agreements = AgreementList(theme)
        self.agreements.chosen.connect(self.agreement_asked)
        self.agreements.remove_asked.connect(self.remove_asked)
        self._build()
        self.show_counts(0, 0, 0)

    def show_counts(self, agreements: int, clauses: int, background: int) -> None:
        """Say how much there is; an empty library says what to do first."""
        parts = [self.tr("%n agreement(s)", None, agreements), self.tr("%n clause(s)", None, clauses)]
        if background:
            parts.append(self.tr("%n background document(s)", None, background))
        self._counts.set(", ".join(parts))
        filled = bool(agreements or background)
        self._whole.setCurrentIndex(1 if filled else 0)
        self._faces.setVisible(filled)

    def show_agreements(self, lines: Sequence[AgreementLine]) -> None:
        """Fill the list of agreements."""
        self.agreements.show_lines(lines)

    def show_clauses(self) -> None:
        """Show the face with the clauses."""
        self._faces.choose(0)
        self._inside.setCurrentIndex(0)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a clause whole."""
        self.reader.show_reading(reading)

    def entered(self) -> None:
        """The cursor goes to the search field."""
        self.browser.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.browser.ask(self.browser.query)

    def _build(self) -> None:
        theme = self._theme
        self._counts = Label(theme, "", 13, tone="ink2")
        words = column(
            None, Label(theme, self.tr("Library"), 16, 600, family=SERIF), self._counts, None, gap=0
        )
        self._faces = Segmented(theme, [self.tr("Clauses"), self.tr("Agreements")], self.tr("What to show"))
        bring = Button(theme, self.tr("Import agreements"), "primary", icon="file-arrow-down")
        bring.clicked.connect(self.import_asked)
        review = Button(theme, self.tr("Import review"), icon="list-checks", run=self.review_asked.emit)
        header = Frame(
            "header",
            row(words, 24, self._faces, None, review, bring, margins=(20, 0, 16, 0)),
            height=57,
        )
        clauses = QSplitter(Qt.Orientation.Horizontal)
        clauses.setHandleWidth(1)
        clauses.setChildrenCollapsible(False)
        self.browser.setMinimumWidth(560)
        self.reader.setMinimumWidth(320)
        clauses.addWidget(self.browser)
        clauses.addWidget(self.reader)
        clauses.setStretchFactor(0, 5)
        clauses.setStretchFactor(1, 3)
        clauses.setSizes([840, 500])
        find = LineEdit(theme, self.tr("Find an agreement"))
        find.setMaximumWidth(420)
        find.textChanged.connect(self.agreements.filter_by)
        remove = Button(theme, self.tr("Take out of the library"), icon="trash", run=self._ask_remove)
        tools = Frame("bar", row((find, 1), None, remove, margins=(20, 0, 16, 0)), height=57)
        agreements = holder(column(tools, 8, (self.agreements, 1), gap=0), "surface")
        self._inside = QStackedWidget()
        self._faces.chosen.connect(self._inside.setCurrentIndex)
        self._inside.addWidget(clauses)
        self._inside.addWidget(agreements)
        none = EmptyState(
            theme,
            "books",
            self.tr("Your library is empty"),
            self.tr("Drop old agreements here, or begin with the starter library."),
            [
                (self.tr("Import agreements"), self.import_asked.emit),
                (self.tr("Open the starter library"), self.starter_asked.emit),
            ],
            primary=False,
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(none)
        self._whole.addWidget(holder(column((self._inside, 1), gap=0), "surface"))
        above = holder(column(self.banners, margins=(20, 0, 16, 0)))
        self.setLayout(column(header, above, (self._whole, 1), gap=0))

    def _ask_remove(self) -> None:
        line = self.agreements.current()
        if line is not None:
            self.remove_asked.emit(line.id)
