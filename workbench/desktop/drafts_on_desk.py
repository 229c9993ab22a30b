"""The draft on the desk: opening, leaving and coming back to it, and what the window shows of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.desktop.clause_type_names import named
from workbench.desktop.commands import Commands
from workbench.desktop.jobs import Jobs
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.theme import Theme
from workbench.desktop.window import Window

if TYPE_CHECKING:
    from workbench.agreement.severity import Severity
    from workbench.agreement.tree import Draft
    from workbench.desktop.editor.draft_page import DraftPage
    from workbench.desktop.library.clauses import Choices, Preview
    from workbench.desktop.library.drawer import ClauseDrawer

ROOM = "draft"
_SHARED = ("edit.undo", "edit.redo")  # the window has them for every room


class DraftsOnDesk(QObject):
    """Holds the open draft. `came` says that another draft lies on the desk, or none."""

    came = Signal(object)
    source_asked = Signal(object)
    search_asked = Signal(str)
    """The clause search, for clauses of a type ("": of any)."""
    template_kept = Signal()
    saved = Signal()
    """The list of recent drafts has the draft on the desk first."""

    def __init__(
        self,
        window: Window,
        theme: Theme,
        jobs: Jobs,
        keeper: Keeper,
        commands: Commands,
        *,
        decisions: Path | None = None,
    ) -> None:
        """`decisions` is the folder where decisions on changes are kept, None to keep none."""
        super().__init__(window)
        self._decisions = decisions
        self._window, self._theme, self._jobs = window, theme, jobs
        self._keeper, self._commands = keeper, commands
        self._drawer: ClauseDrawer | None = None
        self.author: Callable[[], str] = lambda: ""
        self.page: DraftPage | None = None
        window.status_bar.walk.connect(self._walk)

    def set_drawer(self, drawer: ClauseDrawer) -> None:
        """The clause search that inserts into the draft."""
        self._drawer = drawer
        drawer.insert_requested.connect(self.insert)
        drawer.opened.connect(self._drawer_opened)
        drawer.shut.connect(self._drawer_shut)
        drawer.choices_changed.connect(self._choices_changed)
        if self.page is not None:
            drawer.set_previewer(self.page.clauses.preview)

    def in_front(self) -> bool:
        """Whether the draft is what the window shows."""
        return self.page is not None and self._window.room == ROOM

    def show(self, path: Path | None = None) -> bool:
        """Come back to the open draft, if it is this one; says whether it was."""
        if self.page is None or (path is not None and self.page.path != path):
            return False
        self._window.go(ROOM)
        return True

    def put(self, draft: Draft, path: Path | None = None, *, recovered: Draft | None = None) -> bool:
        """Put a draft on the desk in place of the one there; False when the user wants to stay with that."""
        from workbench.desktop.editor.draft_page import DraftPage

        if not self.may_leave():
            return False
        self._clear()
        page = DraftPage(
            self._theme,
            self._jobs,
            draft,
            path=path,
            library=self._keeper.library,
            author=self.author(),
            decisions=self._decisions,
            type_name=named,
        )
        page.clause_search_asked.connect(self.search_asked)
        page.source_asked.connect(self.source_asked)
        page.saved.connect(self._was_saved)
        page.template_kept.connect(self.template_kept)
        page.clauses.inserting.previewed.connect(self._previewed)
        self.page = page
        self._window.add_room(ROOM, lambda: page, under="drafts")
        self._commands.add(c for c in page.commands() if c.id not in _SHARED)
        if recovered is not None:
            page.session.apply_draft(self.tr("Recover the autosave"), recovered)
        if self._drawer is not None:
            self._drawer.set_previewer(page.clauses.preview)
        if path is not None:
            self._remember()
        self.came.emit(page)
        self._window.go(ROOM)
        first = next(iter(draft.agreement.units()), None)
        if first is not None:
            page.show_provision(first.id)
        return True

    def insert(self, clause: str, choices: Choices) -> None:
        """Put a clause into the draft as it was chosen."""
        if self.page is not None:
            self._window.go(ROOM)
            self.page.clauses.insert(clause, choices)

    def may_leave(self) -> bool:
        """Whether the draft may be put away; asks when something is not saved."""
        return self.page is None or self.page.may_leave()

    def end(self) -> None:
        """Stop everything that runs for the draft."""
        if self.page is not None:
            self.page.close_draft()

    def _clear(self) -> None:
        if self.page is None:
            return
        self._commands.remove(c.id for c in self.page.commands() if c.id not in _SHARED)
        if self._drawer is not None:
            self._drawer.set_previewer(None)
        self.page.close_draft()
        self._window.remove_room(ROOM)
        self.page = None

    def _remember(self) -> None:
        page = self.page
        if page is not None and page.path is not None:
            parties = tuple(party.short or party.name for party in page.session.agreement.parties)
            from workbench.drafting.templates import title_of

            title = title_of(page.session.agreement) or page.title
            job = self._keeper.remember(page.path, title, parties)
            if job is not None:
                job.succeeded.connect(lambda _result: self.saved.emit())

    def _was_saved(self, _path: object) -> None:
        self._remember()

    def _walk(self, severity: Severity) -> None:
        if self.page is not None and self.in_front():
            self.page.walk_findings(severity)

    def _previewed(self, clause: str, preview: Preview) -> None:
        if self._drawer is not None:
            self._drawer.show_preview(clause, preview)

    def _choices_changed(self, choices: Choices) -> None:
        if self.page is not None:
            self.page.clauses.choose(choices)

    def _drawer_opened(self, width: int) -> None:
        if self.page is not None and self.in_front() and self._drawer is not None:
            self.page.clauses.choose(self._drawer.choices)
            self.page.drawer_opened(width)

    def _drawer_shut(self) -> None:
        if self.page is not None and self.in_front():
            self.page.drawer_shut()
