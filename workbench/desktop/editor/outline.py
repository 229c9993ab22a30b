"""The outline pane: the tree of the agreement beside the page, in step with the caret.

Rows are dragged to move provisions; everything after a move is numbered anew. The model is rebuilt from
each new root, keeping what is open and what is current by the identity of provisions.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from workbench.agreement.tree import Agreement, ProvisionId
from workbench.desktop.editor.outline_items import Item, Severities, Words, article_count, open_brackets
from workbench.desktop.editor.outline_model import ITEM, OutlineModel
from workbench.desktop.editor.outline_view import OutlineView
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Numbers
from workbench.desktop.kit import Frame, Icon, Label, LineEdit, ToolButton, row
from workbench.desktop.theme import Theme


class OutlinePane(Frame):
    """Head with count and filter, the tree, and at the foot the brackets."""

    chosen = Signal(object)
    entered_text = Signal()
    move_asked = Signal(object, object, bool)
    shift_asked = Signal(object, int)
    add_asked = Signal()
    bracket_asked = Signal()
    gaps_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane-left", width=273)
        words = Words(
            self.tr("Title and parties"), self.tr("Preamble"), self.tr("Testimonium and signatures")
        )
        self.model = OutlineModel(words)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setRecursiveFilteringEnabled(True)
        self._filtered.setAutoAcceptChildRows(True)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filtered.setSourceModel(self.model)
        self.view = OutlineView(theme, self.tr("Outline of the agreement"))
        self.view.setModel(self._filtered)
        self._count = Label(theme, "", 13, tone="ink3")
        self._brackets = Label(theme, "", 13, tone="ink2")
        self.filter = LineEdit(theme, self.tr("Find in the outline"))
        self.filter.hide()
        self.filter.textChanged.connect(self._filter)
        self._funnel = ToolButton(theme, "funnel-simple", self.tr("Filter the outline"), checkable=True)
        self._funnel.toggled.connect(self._toggle_filter)
        add = ToolButton(theme, "plus", self.tr("Add an article"), run=self.add_asked.emit)
        gaps = ToolButton(
            theme,
            "list-checks",
            self.tr("Gaps of this draft"),
            shortcut="Ctrl+Shift+G",
            run=self.gaps_asked.emit,
        )
        head = Frame(
            "bar",
            row(
                Label(theme, self.tr("Outline"), 14, 600),
                self._count,
                None,
                self._funnel,
                gaps,
                add,
                gap=6,
                margins=(16, 0, 8, 0),
            ),
            height=45,
        )
        self._next_bracket = ToolButton(theme, "caret-right", self.tr("Next open bracket"), size=14)
        self._next_bracket.clicked.connect(self.bracket_asked)
        foot = Frame("foot", height=41)
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(16, 0, 8, 0)
        foot_row.addWidget(Icon(theme, "brackets-square", "ink2", 18))
        foot_row.addWidget(self._brackets)
        foot_row.addStretch(1)
        foot_row.addWidget(self._next_bracket)
        self._filter_holder = QWidget()
        holder = QVBoxLayout(self._filter_holder)
        holder.setContentsMargins(12, 8, 12, 0)
        holder.addWidget(self.filter)
        self._filter_holder.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._filter_holder)
        layout.addSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(foot)
        self._state: tuple[Agreement, Numbers, Severities] | None = None
        self._current: ProvisionId | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self.model.move_asked.connect(self.move_asked)
        self.view.shift_asked.connect(self.shift_asked)
        self.view.entered_text.connect(self.entered_text)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._following = False
        self._opened: list[QPersistentModelIndex] = []

    def open_brackets(self, agreement: Agreement) -> int:
        """How many brackets are open in an agreement."""
        return open_brackets(self.model.tallies.together(agreement.units()))

    def show_agreement(
        self, agreement: Agreement, numbered: Numbers, severities: Severities, *, delay: int = 0
    ) -> None:
        """Show another root, now or after so many milliseconds; of several only the last is shown."""
        self._state = (agreement, numbered, severities)
        if delay:
            self._later.start(delay)
        else:
            self._later.stop()
            self._show()

    def follow(self, provision: ProvisionId | None) -> None:
        """Make the row of a provision the current one, without opening what the user has closed."""
        self._current = provision
        if provision is None:
            return
        index = self._filtered.mapFromSource(self.model.index_of(provision))
        if not index.isValid():
            return
        shown = index
        above = index.parent()
        while above.isValid():
            if not self.view.isExpanded(above):
                shown = above
            above = above.parent()
        top = index
        while top.parent().isValid():
            top = top.parent()
        if top != index and not self.view.isExpanded(top):
            self._fold_others(top)
            self.view.expand(top)
            shown = index
        if self.view.currentIndex() == shown:
            return
        self._following = True
        self.view.setCurrentIndex(shown)
        self.view.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)
        self._following = False

    def _fold_others(self, kept: QModelIndex) -> None:
        """Of the articles opened by following the caret only the present one stays open."""
        for index in [i for i in self._opened if i.isValid() and i != kept]:
            self.view.collapse(index)
        self._opened = [QPersistentModelIndex(kept)]

    def _show(self) -> None:
        if self._state is None:
            return
        agreement, numbered, severities = self._state
        opened = self._open_rows()
        scroll = self.view.verticalScrollBar().value()
        self._following = True
        self.model.show(agreement, numbered, severities)
        for provision in opened:
            self.view.expand(self._filtered.mapFromSource(self.model.index_of(provision)))
        self._following = False
        self.view.verticalScrollBar().setValue(scroll)
        self._opened = []
        articles, brackets = article_count(agreement), self.open_brackets(agreement)
        self._count.set(counted(self.tr("%n article(s)", "", articles), articles))
        self._brackets.set(
            counted(self.tr("%n bracket(s) open", "", brackets), brackets)
            if brackets
            else self.tr("No open brackets")
        )
        self._next_bracket.setEnabled(brackets > 0)
        self.follow(self._current)

    def _open_rows(self) -> list[ProvisionId]:
        found = []
        for position in range(self._filtered.rowCount()):
            index = self._filtered.index(position, 0)
            found.extend(self._open_below(index))
        return found

    def _open_below(self, index: QModelIndex) -> list[ProvisionId]:
        if not self.view.isExpanded(index):
            return []
        item = index.data(ITEM)
        own = [item.provision] if isinstance(item, Item) and item.provision is not None else []
        for position in range(self._filtered.rowCount(index)):
            own.extend(self._open_below(self._filtered.index(position, 0, index)))
        return own

    def _clicked(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Item) and item.provision is not None:
            self.chosen.emit(item.provision)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._following and self.view.hasFocus():
            self._clicked(index)

    def _toggle_filter(self, on: bool) -> None:
        self._filter_holder.setVisible(on)
        self.filter.setVisible(on)
        if on:
            self.filter.setFocus()
        else:
            self.filter.clear()

    def _filter(self, words: str) -> None:
        self._filtered.setFilterFixedString(words)
        if words:
            self.view.expandAll()
