"""The left pane of the compare face: how many changes there are, which are listed, and the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from workbench.actions.answers import Answered
from workbench.comparison.revision import RevisionKind
from workbench.desktop.kit import Frame, Label, ToolButton, row
from workbench.desktop.redline.changes import ChangesModel, ChangesView
from workbench.desktop.redline.filter import Filter, FilterMenu, authors_of
from workbench.desktop.theme import Theme


class ChangesPane(Frame):
    """Lists the changes of one comparison as the filter says."""

    filtered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane-left", width=290)
        self.model = ChangesModel()
        self.list = ChangesView(theme, self.model)
        self.filter = Filter()
        self._found: Answered | None = None
        self._count = Label(theme, "", 13, tone="ink3", elide=True)
        self._funnel = ToolButton(
            theme, "funnel-simple", self.tr("Filter the changes"), checkable=True, run=self._open_filter
        )
        head = row(
            Label(theme, self.tr("Changes"), 14, 600),
            (self._count, 1),
            self._funnel,
            gap=6,
            margins=(16, 0, 8, 0),
        )
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 1, 0)
        inner.setSpacing(0)
        inner.addWidget(Frame("bar", head, height=45))
        inner.addWidget(self.list, 1)

    def show_found(self, found: Answered) -> None:
        """List the changes of another comparison."""
        self._found = found
        self.use(self.filter.for_another())

    def use(self, chosen: Filter) -> None:
        """List what another filter lets through."""
        self.filter = chosen
        self._funnel.setChecked(chosen != Filter())
        found = self._found
        self.model.show(found.redline if found else None, chosen, found.unmarked if found else frozenset())
        self.filtered.emit()

    def show_count(self, total: int, decided: int) -> None:
        """Say how many changes there are and how many of them are decided."""
        words = self.tr("%1, of which %2 decided").replace("%1", str(total))
        self._count.set(words.replace("%2", str(decided)))

    def _open_filter(self) -> None:
        self._funnel.setChecked(self.filter != Filter())
        found = self._found
        menu = FilterMenu(
            self,
            self.filter,
            [(kind, self.model.name_of(kind)) for kind in RevisionKind],
            authors_of(found.redline) if found else (),
            self.use,
            unmarked=len(found.unmarked) if found else 0,
        )
        menu.popup(self._funnel.mapToGlobal(self._funnel.rect().bottomLeft()))
