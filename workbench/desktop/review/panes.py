"""The two panes of the import review: the source as printed, and what was recognised in it.

They hold the widgets and say what is asked; the page decides. Where a file has nothing to show (it could not
be read, it is kept already) the source gives way to a sentence that says so and what can be done.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.desktop.kit import (
    Button,
    EmptyState,
    Frame,
    Icon,
    Label,
    Legend,
    Segmented,
    ToolButton,
    clear,
    column,
    holder,
    row,
    rule,
)
from workbench.desktop.language_names import language_name
from workbench.desktop.review.doubt_list import DoubtList
from workbench.desktop.review.source_view import SourceView
from workbench.desktop.review.tree_view import RecognisedView
from workbench.desktop.theme import Theme

_HEAD = 45


class SourcePane(QWidget):
    """The source with its place, and the buttons that walk the doubtful places; `step` is 1 or -1."""

    step = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.view = SourceView(theme)
        self._place = Label(theme, "", 13, tone="ink3", elide=True)
        self._up = ToolButton(theme, "caret-up", self.tr("Previous doubtful place"), shortcut="P")
        self._up.clicked.connect(lambda: self.step.emit(-1))
        self._down = ToolButton(theme, "caret-down", self.tr("Next doubtful place"), shortcut="N")
        self._down.clicked.connect(lambda: self.step.emit(1))
        head = Frame(
            "bar",
            row(
                Icon(theme, "file-text", "ink2", 18),
                Label(theme, self.tr("Source"), 14, 600),
                (self._place, 1),
                self._up,
                self._down,
                gap=6,
                margins=(16, 0, 8, 0),
            ),
            height=_HEAD,
        )
        self._instead = QVBoxLayout()
        self._instead.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(holder(self._instead))
        self.setMinimumWidth(270)
        self.setLayout(column(head, (self._stack, 1), gap=0))

    def show_place(self, words: str) -> None:
        """Say which page is in sight."""
        self._place.set(words)

    def show_view(self) -> None:
        """Show the source."""
        self._stack.setCurrentIndex(0)

    def show_instead(self, state: EmptyState) -> None:
        """Show why there is no source."""
        clear(self._instead)
        self._instead.addWidget(state)
        self._stack.setCurrentIndex(1)
        self.show_place("")

    def set_walkable(self, walkable: bool) -> None:
        """Whether there are doubtful places to walk."""
        self._up.setEnabled(walkable)
        self._down.setEnabled(walkable)


class RecognisedPane(Frame):
    """Doubtful places above the tree, what is known of the unit looked at, and the decision on the file."""

    about_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self.doubts = DoubtList(theme)
        self.tree = RecognisedView(theme)
        self.arrangement = Segmented(
            theme, [self.tr("Doubtful first"), self.tr("Whole text")], self.tr("What to show")
        )
        self._what = Label(theme, "", 13, tone="ink3", elide=True)
        about = ToolButton(theme, "pencil-simple", self.tr("Language and parties"), shortcut="A", size=16)
        about.clicked.connect(self.about_asked)
        self.languages = Segmented(theme, [], self.tr("Language version"))
        self._versions = Frame("bar", row(self.languages, None, margins=(16, 0, 16, 0)), height=_HEAD)
        self._versions.hide()
        head = Frame(
            "bar",
            row(
                Icon(theme, "tree-structure", "ink2", 18),
                Label(theme, self.tr("Recognised"), 14, 600),
                (self._what, 1),
                about,
                self.arrangement,
                gap=6,
                margins=(16, 0, 16, 0),
            ),
            height=_HEAD,
        )
        self._reason = Label(theme, "", 13, tone="ink2", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._about = holder(column(rule(), row((self._reason, 1), margins=(16, 6, 16, 6)), gap=0))
        self._about.hide()
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.setHandleWidth(1)
        lists.setChildrenCollapsible(False)
        lists.addWidget(self.doubts)
        lists.addWidget(holder(column(rule(), 6, (self.tree, 1), self._about, gap=0)))
        lists.setSizes([300, 400])
        lists.splitterMoved.connect(self._moved)
        self._lists, self._by_hand = lists, False
        self.skip = Button(theme, self.tr("Skip"))
        self.keep = Button(theme, self.tr("Keep"), "primary", icon="check")
        legend = Legend(
            theme,
            (
                ("K", self.tr("kind")),
                ("← →", self.tr("level")),
                ("M", self.tr("merge")),
                ("S", self.tr("split")),
                ("T", self.tr("type")),
                ("E", self.tr("words")),
            ),
        )
        foot = Frame("foot", row((legend, 1), self.skip, self.keep, gap=6, margins=(16, 0, 16, 0)), height=57)
        self.setLayout(column(head, self._versions, (lists, 1), foot, gap=0))
        self.setMinimumWidth(400)

    def show_what(self, words: str) -> None:
        """Say in a few words what was recognised."""
        self._what.set(words)

    def show_languages(self, codes: Sequence[str], now: int) -> None:
        """Offer the languages that the file prints side by side, where there are several."""
        self._versions.setVisible(len(codes) > 1)
        self.languages.offer([language_name(code) for code in codes])
        self.languages.choose(now)

    def fit_doubts(self) -> None:
        """Give the doubtful places the room they need and no more, unless somebody has divided it by hand."""
        above, below = self._lists.sizes()
        whole = above + below
        if not self._by_hand and whole:
            wanted = min(self.doubts.height_wanted(), whole * 3 // 7)
            self._lists.setSizes([wanted, whole - wanted])

    def _moved(self, _place: int, _index: int) -> None:
        self._by_hand = True

    def show_reason(self, words: str) -> None:
        """Say why the unit looked at has its clause types; "" for nothing to say."""
        self._reason.set(words)
        self._about.setVisible(bool(words))
