"""What the command palette offers: the window's actions, the recent drafts, the clauses of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.desktop.commands import Commands
from workbench.desktop.library.clauses import ClauseQuery, Found
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.palette import Entry, Palette
from workbench.desktop.start.recents import RecentDraft
from workbench.desktop.theme import Theme

_CLAUSES = 6


class PaletteRoom(QObject):
    """The palette and its answers. What is chosen is told, not done here."""

    draft_chosen = Signal(str)
    clause_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        commands: Commands,
        drafts: Callable[[], Sequence[RecentDraft]],
        keeper: Keeper,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._commands, self._recent, self._keeper = commands, drafts, keeper
        self.palette = Palette(theme, (self._actions, self._drafts), over)
        self.palette.asked.connect(self._clauses)

    def _actions(self, words: str) -> Sequence[Entry]:
        wanted = words.casefold().split()
        found = []
        for command in self._commands.all():
            title = command.title.casefold()
            if command.listed and all(word in title for word in wanted):
                icon = command.icon or "caret-right"
                run = partial(self._commands.run, command.id)
                entry = Entry(command.title, command.menu, icon, run, command.shortcut, command.enabled())
                found.append(entry)
        return sorted(found, key=lambda entry: not entry.enabled)

    def _drafts(self, words: str) -> Sequence[Entry]:
        wanted = words.casefold()
        return [
            Entry(draft.title, self.tr("draft"), "file-text", partial(self.draft_chosen.emit, draft.key))
            for draft in self._recent()
            if wanted in draft.title.casefold()
        ]

    def _clauses(self, words: str) -> None:
        job = self._keeper.search(ClauseQuery(words))
        if job is not None:
            job.succeeded.connect(lambda found: self._offer(words, found))

    def _offer(self, words: str, found: Found) -> None:
        entries = [
            Entry(card.title, card.source, "bookmark-simple", partial(self.clause_chosen.emit, card.id))
            for card in found.cards[:_CLAUSES]
        ]
        self.palette.offer(words, entries)
