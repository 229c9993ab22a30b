"""The conductor: makes the rooms, brings what they ask to the library and the actions, and the answers back.

Rooms know their widgets and nothing of each other; whatever leads from one to another is here. Only the
start page is made at once. Everything else, and what it needs to import, waits until it is gone to, so that
the window is there quickly.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QScrollArea

from workbench.agreement.errors import WorkbenchError
from workbench.desktop import heavy
from workbench.desktop.beginning.amending import AmendingRoom
from workbench.desktop.beginning.room import NEW, TEMPLATES, BeginningRoom
from workbench.desktop.commands import Commands
from workbench.desktop.desk_commands import desk_commands
from workbench.desktop.drafts_on_desk import DraftsOnDesk
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, Banners
from workbench.desktop.library.clauses import ClauseQuery
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.preferences_room import SettingsRoom
from workbench.desktop.start.beginning import StartRoom
from workbench.desktop.start.page import StartPage
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import Theme
from workbench.desktop.translations import own_name
from workbench.desktop.undoing import Undoing
from workbench.desktop.window import Room, Window

if TYPE_CHECKING:
    from workbench.actions.workbench import Workbench
    from workbench.agreement.findings import Finding
    from workbench.agreement.tree import Draft, Provenance
    from workbench.desktop.editor.draft_page import DraftPage
    from workbench.desktop.library.drawer import ClauseDrawer
    from workbench.desktop.library.page import LibraryPage
    from workbench.desktop.library.room import LibraryRoom
    from workbench.desktop.palette import Palette
    from workbench.desktop.review.page import ReviewPage
    from workbench.desktop.review.queue import ImportQueue

DRAFTS, LIBRARY, SETTINGS, REVIEW = "drafts", "library", "settings", "review"


class Desk(QObject):
    """Everything of one window. `open_files` is where files from outside come in."""

    def __init__(self, workbench: Workbench, theme: Theme, *, state: Path | None = None) -> None:
        super().__init__()
        self.workbench, self.theme = workbench, theme
        self.jobs = Jobs(self)
        self.commands = Commands(theme, self)
        self.undoing = Undoing(self.commands, self._undo_stack, self)
        self.keeper = Keeper(workbench, self.jobs, self)
        self._files_at_start: tuple[Path, ...] = ()
        self.menus = {
            "draft": self.tr("Draft"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "provision": self.tr("Provision"),
            "library": self.tr("Library"),
            "help": self.tr("Help"),
        }
        menus = list(self.menus.values())
        self.window = Window(theme, self.jobs, self.commands, menus=menus, state=state)
        self.window.setWindowTitle(self.tr("Treaty Workbench"))
        self.start_page = StartPage(theme)
        self.drafts = DraftsOnDesk(
            self.window,
            theme,
            self.jobs,
            self.keeper,
            self.commands,
            decisions=state.with_name("decisions") if state is not None else None,
        )
        self.start_room = StartRoom(self.start_page, self.keeper, self.drafts)
        language = workbench.settings.interface
        self.beginning = BeginningRoom(self.window, theme, self.jobs, language=language)
        self.amending = AmendingRoom(self.window, theme, self.jobs, lambda: self.drafts.page)
        self.preferences = SettingsRoom(self.window, theme, workbench, self.keeper)
        self._add_rooms()
        self._connect()
        self.commands.add(desk_commands(self))
        self.window.go(DRAFTS)

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library and then the files named at the start; called after the first paint."""
        self._files_at_start = tuple(files)
        self.keeper.open()

    def warm_up(self) -> None:
        """Make ready what will be wanted: the process that reads and recognises, the other rooms' code."""
        # To wrap its first viewport, Qt for Python makes a type of every widget: 10 ms now, not with a room.
        QScrollArea().viewport()
        loading = self.jobs.run(self.tr("Getting ready"), lambda _progress: _load_rooms(), shown=False)
        loading.succeeded.connect(self._make_review)
        self.jobs.run_heavy(self.tr("Getting ready"), heavy.warm_up, shown=False)

    def open_files(self, paths: Sequence[Path]) -> None:
        """A single draft is opened; everything else goes to the import review."""
        if len(paths) == 1 and paths[0].suffix.casefold() == ".xml":
            self.open_draft(paths[0])
        elif paths:
            self.import_files(paths)

    def open_draft(self, path: Path) -> None:
        """Read a draft and put it on the desk."""
        if self.drafts.show(path):
            return
        title = self.tr("Opening {file}").format(file=path.name)
        job = self.jobs.run_heavy(title, heavy.open_draft, path=path)
        job.succeeded.connect(lambda draft: self.drafts.put(draft, path))
        job.failed.connect(lambda error: self.tell(error, self.start_page.banners, room=DRAFTS))

    def import_files(self, paths: Sequence[Path]) -> None:
        """Put files in the import queue and show it."""
        self.window.go(REVIEW)
        self.queue.add(paths)

    def ask_files(self) -> None:
        """Ask which files to import."""
        from workbench.desktop.file_dialogs import agreements_to_import

        chosen = agreements_to_import(self.window)
        if chosen:
            self.import_files(chosen)

    def ask_draft(self) -> None:
        """Ask which draft to open."""
        from workbench.desktop.file_dialogs import draft_to_open

        chosen = draft_to_open(self.window)
        if chosen is not None:
            self.open_draft(chosen)

    def search_clauses(self, clause_type: str = "") -> None:
        """The clause search: on the library page its own field, anywhere else the drawer.

        With a clause type it opens on the clauses of that type in the draft's language.
        """
        if self.window.room == LIBRARY:
            self.library.browser.field.setFocus()
            self.library.browser.field.selectAll()
        else:
            self.drawer.open_search(self._query_for(clause_type) if clause_type else None)

    def offer_clause(self, clause: str) -> None:
        """Show a clause of the library beside the draft, with what adaptation would change in it."""
        if self.drafts.show():
            self.drawer.open_search(ClauseQuery(only=clause))

    def open_palette(self) -> None:
        """Every action, draft and clause in one list."""
        self.palette.open()

    def show_shortcuts(self) -> None:
        """The list of keys."""
        from workbench.desktop.shortcuts import ShortcutList

        dialog = ShortcutList(self.theme, self.commands, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell(self, error: object, banners: Banners, *, room: str = "") -> None:
        """Say in a banner what went wrong."""
        name = f"{error.file}: " if isinstance(error, WorkbenchError) and error.file else ""
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        sentence = f"{name}{words[:1].upper()}{words[1:]}"
        banner = Banner(self.theme, sentence, severity="error", close_name=self.tr("Close"))
        banners.clear()
        banners.show_banner(banner)
        if room:
            self.window.go(room)

    def close(self) -> None:
        """End all work and close the library."""
        self.commands.remove([command.id for command in self.commands.all()])
        self.drafts.end()
        self.jobs.close()
        self.workbench.close()

    # -- the rooms, each made when it is first gone to ------------------------------------------------------

    @property
    def library(self) -> LibraryPage:
        """The library page."""
        return self.library_room.page

    @cached_property
    def palette(self) -> Palette:
        """The command palette."""
        from workbench.desktop.palette_room import PaletteRoom

        drafts = self.start_page.recents.drafts
        room = PaletteRoom(self.theme, self.commands, drafts, self.keeper, self.window.whole)
        room.draft_chosen.connect(self._draft_chosen)
        room.clause_chosen.connect(self._read_clause)
        return room.palette

    @cached_property
    def library_room(self) -> LibraryRoom:
        """The library page and what answers it."""
        from workbench.desktop.library.page import LibraryPage
        from workbench.desktop.library.room import LibraryRoom

        page = LibraryPage(self.theme)
        page.import_asked.connect(self.ask_files)
        page.review_asked.connect(lambda: self.window.go(REVIEW))
        page.starter_asked.connect(self.keeper.install_starter)
        page.browser.insert_requested.connect(lambda clause, _adapted: self.offer_clause(clause))
        page.reader.insert_asked.connect(self.offer_clause)
        page.reader.set_can_insert(self.drafts.page is not None)
        self.drafts.came.connect(lambda draft: page.reader.set_can_insert(draft is not None))
        self.undoing.watch(page.undo_stack)
        room = LibraryRoom(page, self.keeper)
        room.refresh()
        return room

    @cached_property
    def queue(self) -> ImportQueue:
        """The files on their way into the library."""
        from workbench.desktop.review.queue import ImportQueue

        keeper = self.keeper
        queue = ImportQueue(self.jobs, keeper.keep, keeper.known, keeper.take_back, self)
        queue.changed.connect(lambda _file: self._count_waiting())
        queue.added.connect(self._count_waiting)
        queue.moved.connect(lambda _file: self.keeper.changed.emit())
        self.undoing.watch(queue.undo_stack)
        return queue

    @cached_property
    def review(self) -> ReviewPage:
        """The import review."""
        from workbench.desktop.clause_type_names import clause_type_names
        from workbench.desktop.review.page import ReviewPage

        page = ReviewPage(self.theme, self.queue, clause_type_names())
        page.import_asked.connect(self.ask_files)
        page.library_asked.connect(lambda: self.window.go(LIBRARY))
        page.files.current_changed.connect(lambda _file: self.commands.refresh())
        return page

    @cached_property
    def drawer(self) -> ClauseDrawer:
        """The clause search over any page."""
        from workbench.desktop.library.drawer import ClauseDrawer

        drawer = ClauseDrawer(self.theme, self.window.area)
        self.window.set_drawer(drawer)
        self.drafts.set_drawer(drawer)
        drawer.opened.connect(lambda _width: self.commands.refresh())
        drawer.shut.connect(self.commands.refresh)
        self.library_room.serve(drawer.browser)
        return drawer

    def _make_review(self, _loaded: object) -> None:
        """Make the import review before it is gone to: to make it and to show it in one go takes too long."""
        self.review.ensurePolished()

    def _add_rooms(self) -> None:
        window = self.window
        window.add_room(DRAFTS, lambda: self.start_page, icon="files", words=self.tr("Drafts"))
        window.add_room(LIBRARY, lambda: self.library, icon="books", words=self.tr("Library"))
        window.add_room(
            TEMPLATES, lambda: self.beginning.templates, icon="layout", words=self.tr("Templates")
        )
        window.add_room(
            SETTINGS, lambda: self.preferences.page, icon="gear-six", words=self.tr("Settings"), below=True
        )
        window.add_room(NEW, lambda: self.beginning.form, under=DRAFTS)
        window.add_room(REVIEW, lambda: self.review, under=LIBRARY)

    def _connect(self) -> None:
        window, start = self.window, self.start_page
        window.files_dropped.connect(self.open_files)
        window.search_asked.connect(self.open_palette)
        window.room_changed.connect(self._room_changed)
        window.may_close = self.drafts.may_leave
        start.new_asked.connect(self.beginning.begin)
        start.import_asked.connect(self.ask_files)
        start.open_asked.connect(self.ask_draft)
        start.draft_chosen.connect(self._draft_chosen)
        start.library_asked.connect(lambda: window.go(LIBRARY))
        start.review_asked.connect(lambda: window.go(REVIEW))
        start.starter_asked.connect(self.keeper.install_starter)
        self.beginning.made.connect(self._draft_made)
        self.amending.made.connect(self._amended)
        self.drafts.template_kept.connect(self.beginning.reload)
        self.keeper.opened.connect(self._library_open)
        self.keeper.failed.connect(self._library_failed)
        self.drafts.author = lambda: self.workbench.settings.delegation
        self.drafts.came.connect(self._watch_draft)
        self.drafts.source_asked.connect(self._show_source)
        self.drafts.search_asked.connect(self.search_clauses)

    # -- answers -------------------------------------------------------------------------------------------

    def drawer_open(self) -> bool:
        """Whether the clause search lies over the page and takes the keys."""
        return "drawer" in self.__dict__ and self.drawer.isVisible()

    def _query_for(self, clause_type: str) -> ClauseQuery:
        page = self.drafts.page
        query = ClauseQuery().with_value("type", clause_type)
        return query.with_value("language", page.session.agreement.language) if page is not None else query

    def _watch_draft(self, page: DraftPage) -> None:
        self.undoing.watch(page.session.undo_stack)
        self.undoing.watch(page.compare.decisions.stack)

    def _undo_stack(self) -> QUndoStack | None:
        if self.window.room == REVIEW:
            return self.review.undo_stack
        if self.window.room == LIBRARY:
            return self.library.undo_stack
        page = self.drafts.page
        return page.undo_stack if page is not None and self.drafts.in_front() else None

    def _room_changed(self, room: str) -> None:
        if room in (NEW, REVIEW, SETTINGS, TEMPLATES, LIBRARY) and self.drawer_open():
            self.drawer.shut_drawer()
        page = self.window.page(room)
        if isinstance(page, Room) and room not in (REVIEW, "draft"):
            page.set_status(self._status())

    def _draft_chosen(self, key: str) -> None:
        if not key:
            self.drafts.show()
        elif not self.drafts.show(Path(key)):
            self.open_draft(Path(key))

    def _draft_made(self, draft: Draft) -> None:
        if self.drafts.put(draft):
            self.beginning.finish()

    def _amended(self, draft: Draft, findings: tuple[Finding, ...]) -> None:
        if self.drafts.put(draft) and findings and self.drafts.page is not None:
            self.drafts.page.news.look_at(findings)

    def _library_open(self) -> None:
        self._room_changed(self.window.room)
        if self._files_at_start:
            files, self._files_at_start = self._files_at_start, ()
            self.open_files(files)

    def _library_failed(self, error: object) -> None:
        page = self.window.page(self.window.room)
        banners = getattr(page, "banners", None)
        self.tell(error, banners if isinstance(banners, Banners) else self.start_page.banners)

    def _count_waiting(self) -> None:
        waiting = self.queue.waiting()
        words = self.tr("%n file(s) to review", None, waiting)
        self.window.rail.set_waiting(LIBRARY, waiting, words)
        self.start_room.show_waiting(waiting)

    def _show_source(self, provenance: Provenance) -> None:
        self._read_clause(str(provenance.provision))

    def _status(self) -> Status:
        name = own_name(self.workbench.settings.interface)
        place = self.workbench.location
        shown = Path(place).name if "://" not in place else place
        language = self.tr("Interface: {language}").format(language=name)
        return Status((language, self.tr("Library: {place}").format(place=shown)))

    def _read_clause(self, clause: str) -> None:
        self.window.go(LIBRARY)
        self.library.show_clauses()
        self.library_room.read(clause)


def _load_rooms() -> None:
    """Import what the rooms are made of, in a thread: gone to for the first time, they open at once."""
    for module in ("editor.draft_page", "review.page", "library.drawer", "library.page"):
        importlib.import_module(f"workbench.desktop.{module}")
