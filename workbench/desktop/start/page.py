"""The start screen: what was worked on last, the two ways to begin, and how the library stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.desktop.kit import Banners, Button, EmptyState, Frame, Label, column, holder, row
from workbench.desktop.start.pieces import Beginning, DropZone, LibraryCard, LibraryNumbers
from workbench.desktop.start.recents import RecentDraft, RecentDrafts
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room

_SIDE = 344


class StartPage(Room):
    """Drafts. It asks for nothing itself; the conductor fills it and hears its signals."""

    new_asked = Signal()
    import_asked = Signal()
    open_asked = Signal()
    draft_chosen = Signal(str)
    library_asked = Signal()
    review_asked = Signal()
    starter_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = self._theme = theme
        self.banners = Banners(theme)
        self.recents = RecentDrafts(theme)
        self.recents.chosen.connect(self.draft_chosen)
        self.card = LibraryCard(theme)
        self.card.open_asked.connect(self.library_asked)
        self.card.review_asked.connect(self.review_asked)
        self.card.starter_asked.connect(self.starter_asked)
        self._list = Frame("card", column(self.recents, gap=0, margins=(1, 1, 1, 1)))
        self._none = Frame("card", column(self._nothing_yet()))
        self._content = self._build()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        # Nothing is said of drafts and library until the library has answered.
        self._list.hide()
        self._none.hide()
        self.card.hide()

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """Show the recent drafts, or that there are none."""
        self.recents.show_drafts(drafts)
        self._list.setVisible(bool(drafts))
        self._none.setVisible(not drafts)

    def show_library(self, numbers: LibraryNumbers) -> None:
        """Show how the library stands."""
        self.card.show_numbers(numbers)
        self.card.show()

    def entered(self) -> None:
        """The keyboard goes to the recent drafts, or to where one begins."""
        first = self.recents if self.recents.drafts() else self._new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room at the edges of a small window."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_SIDE if self.width() > 1000 else 280)
        side = 40 if self.width() > 1240 else 24
        self._grid.setContentsMargins(side, 28, side, 32)
        self._grid.setHorizontalSpacing(32 if self.width() > 1240 else 20)

    def _build(self) -> QWidget:
        theme = self._theme
        title = Label(theme, self.tr("Drafts"), 28, 600, family=SERIF)
        under = self.tr("Everything is stored on this computer and works without a network.")
        new = Beginning(
            theme,
            "file-plus",
            self.tr("New agreement"),
            self.tr("From a template"),
            primary=True,
        )
        new.clicked.connect(self.new_asked)
        self._new = new
        bring = Beginning(
            theme,
            "file-arrow-down",
            self.tr("Import agreements"),
            self.tr("Make clauses of what you already have"),
        )
        bring.clicked.connect(self.import_asked)
        drop = DropZone(
            theme,
            self.tr("Drop old agreements here"),
            self.tr(
                "Word, PDF, text or Akoma Ntoso, one file or a whole folder. Files stay on this computer."
            ),
        )
        drop.clicked.connect(self.import_asked)
        opening = Button(theme, self.tr("Open a file"), "link", icon="folder-open", run=self.open_asked.emit)
        main = column(
            column(title, Label(theme, under, 14, tone="ink2"), gap=0),
            10,
            self.banners,
            4,
            row((new, 1), (bring, 1), gap=16),
            12,
            row(Label(theme, self.tr("Recent"), 16, 600), None, opening),
            self._list,
            self._none,
            None,
            gap=6,
        )
        side = holder(column(drop, self.card, None, gap=16))
        side.setFixedWidth(_SIDE)
        self._side = side
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.addLayout(main, 0, 0)
        self._grid.addWidget(side, 0, 1)
        self._grid.setColumnStretch(0, 1)
        return content

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            self._theme,
            "note-pencil",
            self.tr("No drafts yet"),
            self.tr("Begin a new agreement from a template, or import agreements to have clauses at hand."),
        )
