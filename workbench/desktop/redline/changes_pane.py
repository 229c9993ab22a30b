"""The left pane of the compare face: how many changes there are, which are listed, and the list."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from workbench.comparison.redline import Redline
from workbench.comparison.revision import RevisionKind
from workbench.desktop.kit import Frame, Label, ToolButton, row
from workbench.desktop.redline.changes import ChangesModel
from workbench.desktop.redline.changes_view import ChangesView
from workbench.desktop.redline.filter import Filter, FilterMenu, authors_of
from workbench.desktop.redline.voices import ONE_VOICE, Voices
from workbench.desktop.theme import Theme


class ChangesPane(Frame):
    """Lists the changes of one comparison as the filter says."""

    filtered = Signal()

    def __init__(self, theme: Theme, set_apart: Callable[[int], str]) -> None:
        """`set_apart` names that many changes set apart, for the filter."""
        super().__init__("pane-left", width=290)
        self.model = ChangesModel()
        self.list = ChangesView(theme, self.model)
        self.filter = Filter()
        self._redline: Redline | None = None
        self._set_apart: Collection[int] = frozenset()
        self._voices = ONE_VOICE
        self._name_set_apart = set_apart
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

    def show_redline(
        self,
        redline: Redline,
        set_apart: Collection[int],
        *,
        voices: Voices = ONE_VOICE,
        only_set_apart: bool = False,
    ) -> None:
        """List the changes of another redline, to begin with perhaps only those set apart."""
        self._redline, self._set_apart, self._voices = redline, set_apart, voices
        self.use(replace(self.filter.for_another(), set_apart_only=only_set_apart))

    def use(self, chosen: Filter) -> None:
        """List what another filter lets through."""
        self.filter = chosen
        self._funnel.setChecked(chosen != Filter())
        self.model.show(self._redline, chosen, self._set_apart, self._voices)
        self.filtered.emit()

    def show_count(self, words: str) -> None:
        """Say how many changes there are and how many of them are decided."""
        self._count.set(words)

    def _open_filter(self) -> None:
        self._funnel.setChecked(self.filter != Filter())
        count = len(self._set_apart)
        menu = FilterMenu(
            self,
            self.filter,
            [(kind, self.model.name_of(kind)) for kind in RevisionKind],
            authors_of(self._redline) if self._redline is not None else (),
            self.use,
            set_apart=self._name_set_apart(count) if count else "",
        )
        menu.popup(self._funnel.mapToGlobal(self._funnel.rect().bottomLeft()))
