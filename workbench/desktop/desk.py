"""The conductor: makes the rooms, brings what they ask to the library and the actions, and the answers back.

Rooms know their widgets and nothing of each other; whatever leads from one to another is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QUndoStack
from PySide6.QtWidgets import QFileDialog

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.states import States
from workbench.agreement.tree import Draft, Provenance
from workbench.desktop import heavy
from workbench.desktop.beginning.new_agreement import NewAgreementPage, Wish
from workbench.desktop.beginning.templates_page import TemplatesPage
from workbench.desktop.clause_type_names import clause_type_names
from workbench.desktop.commands import Commands
from workbench.desktop.desk_commands import desk_commands
from workbench.desktop.drafts_on_desk import DraftsOnDesk
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, Banners
from workbench.desktop.library.clauses import ClauseQuery, Found
from workbench.desktop.library.drawer import ClauseDrawer
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.library.page import LibraryPage
from workbench.desktop.library.room import LibraryRoom
from workbench.desktop.palette import Entry, Palette
from workbench.desktop.preferences import SettingsPage
from workbench.desktop.review.page import ReviewPage
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.shortcuts import ShortcutList
from workbench.desktop.start.beginning import StartRoom
from workbench.desktop.start.page import StartPage
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import Mode, Theme
from workbench.desktop.translations import interfaces
from workbench.desktop.window import Window
from workbench.settings import Settings, user_data

if TYPE_CHECKING:
    from workbench.actions.workbench import Workbench
    from workbench.drafting.templates import TemplateInfo

DRAFTS, LIBRARY, TEMPLATES, SETTINGS, NEW, REVIEW = (
    "drafts",
    "library",
    "templates",
    "settings",
    "new",
    "review",
)
_CLAUSES_IN_PALETTE = 6


class Desk(QObject):
    """Everything of one window. `open_files` is where files from outside come in."""

    def __init__(self, workbench: Workbench, theme: Theme, *, state: Path | None = None) -> None:
        super().__init__()
        self.workbench, self.theme = workbench, theme
        self.jobs = Jobs(self)
        self.commands = Commands(theme, self)
        self.keeper = Keeper(workbench, self.jobs, self)
        self.queue = ImportQueue(self.jobs, self.keeper.keep, self)
        self._files_at_start: tuple[Path, ...] = ()
        self.menus = {
            "draft": self.tr("Draft"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "provision": self.tr("Provision"),
            "library": self.tr("Library"),
            "help": self.tr("Help"),
        }
        self.window = Window(theme, self.jobs, self.commands, menus=list(self.menus.values()), state=state)
        self.window.setWindowTitle(self.tr("Treaty Workbench"))
        self._make_rooms()
        self.drafts = DraftsOnDesk(self.window, theme, self.jobs, self.keeper, self.commands)
        self.library_room = LibraryRoom(self.library, self.keeper)
        self.start_room = StartRoom(self.start_page, self.keeper, self.drafts)
        self.drawer = ClauseDrawer(theme, self.window.area)
        self.window.set_drawer(self.drawer)
        self.drafts.set_drawer(self.drawer)
        self.library_room.serve(self.drawer.browser)
        sources = (self._commands_for, self._drafts_for)
        self.palette = Palette(theme, sources, self.window.whole)
        self._connect()
        self.commands.add(desk_commands(self))
        self._say_status()
        self.window.go(DRAFTS)

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library and then the files named at the start; called after the first paint."""
        self._files_at_start = tuple(files)
        self.keeper.open()
        job = self.jobs.run(self.tr("Reading the templates"), lambda _progress: _templates(), shown=False)
        job.succeeded.connect(self._show_templates)
        job.failed.connect(lambda error: self.tell(error, self.new_agreement.banners))

    def warm_up(self) -> None:
        """Start the process that reads and recognises, so that the first file does not wait for it."""
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
        kinds = self.tr("Agreements (*.docx *.pdf *.txt *.html *.htm *.odt *.xml *.doc *.rtf)")
        chosen, _ = QFileDialog.getOpenFileNames(
            self.window, self.tr("Import agreements"), "", f"{kinds};;{self.tr('All files (*)')}"
        )
        if chosen:
            self.import_files([Path(path) for path in chosen])

    def ask_draft(self) -> None:
        """Ask which draft to open."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Open a draft"), "", self.tr("Drafts (*.xml)")
        )
        if chosen:
            self.open_draft(Path(chosen))

    def begin(self, slug: str = "") -> None:
        """Show the form for a new agreement, perhaps with a template chosen."""
        if slug:
            self.new_agreement.choose(slug)
        self.window.go(NEW)

    def search_clauses(self) -> None:
        """The clause search: on the library page its own field, anywhere else the drawer."""
        if self.window.room == LIBRARY:
            self.library.browser.field.setFocus()
            self.library.browser.field.selectAll()
        else:
            self.drawer.open_search()

    def undo(self) -> None:
        """Take back what was done last in the room in front."""
        stack = self._undo_stack()
        if stack is not None:
            stack.undo()

    def redo(self) -> None:
        """Do it again."""
        stack = self._undo_stack()
        if stack is not None:
            stack.redo()

    def can_undo(self) -> bool:
        """Whether there is something to take back in the room in front."""
        stack = self._undo_stack()
        return stack is not None and stack.canUndo()

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        stack = self._undo_stack()
        return stack is not None and stack.canRedo()

    def show_shortcuts(self) -> None:
        """The list of keys."""
        dialog = ShortcutList(self.theme, self.commands, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell(self, error: object, banners: Banners, *, room: str = "") -> None:
        """Say in a banner what went wrong."""
        name = f"{error.file}: " if isinstance(error, WorkbenchError) and error.file else ""
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        sentence = f"{name}{words}"
        banner = Banner(
            self.theme,
            sentence[:1].upper() + sentence[1:],
            severity="error",
            close_name=self.tr("Close"),
        )
        banners.clear()
        banners.show_banner(banner)
        if room:
            self.window.go(room)

    def close(self) -> None:
        """End all work and close the library."""
        self.drafts.end()
        self.jobs.close()
        self.workbench.close()

    def _undo_stack(self) -> QUndoStack | None:
        if self.window.room == REVIEW:
            return self.review.undo_stack
        if self.window.room == LIBRARY:
            return self.library.undo_stack
        page = self.drafts.page
        return page.session.undo_stack if page is not None and self.drafts.in_front() else None

    # -- making --------------------------------------------------------------------------------------------

    def _make_rooms(self) -> None:
        theme, window = self.theme, self.window
        self.start_page = StartPage(theme)
        self.library = LibraryPage(theme)
        self.templates = TemplatesPage(theme)
        self.settings = SettingsPage(theme, self.workbench.settings, interfaces())
        self.new_agreement = NewAgreementPage(theme, self._party_names)
        self.review = ReviewPage(theme, self.queue, clause_type_names())
        window.add_room(DRAFTS, self.start_page, icon="files", words=self.tr("Drafts"))
        window.add_room(LIBRARY, self.library, icon="books", words=self.tr("Library"))
        window.add_room(TEMPLATES, self.templates, icon="layout", words=self.tr("Templates"))
        window.add_room(SETTINGS, self.settings, icon="gear-six", words=self.tr("Settings"), below=True)
        window.add_room(NEW, self.new_agreement, under=DRAFTS)
        window.add_room(REVIEW, self.review, under=LIBRARY)
        self.settings.show_library(self.workbench.location)

    def _connect(self) -> None:
        window, start, library = self.window, self.start_page, self.library
        window.files_dropped.connect(self.open_files)
        window.search_asked.connect(self.palette.open)
        window.room_changed.connect(self._room_changed)
        window.may_close = self.drafts.may_leave
        start.new_asked.connect(self.begin)
        start.import_asked.connect(self.ask_files)
        start.open_asked.connect(self.ask_draft)
        start.draft_chosen.connect(self._draft_chosen)
        start.library_asked.connect(lambda: window.go(LIBRARY))
        start.review_asked.connect(lambda: window.go(REVIEW))
        start.starter_asked.connect(self.keeper.install_starter)
        library.import_asked.connect(self.ask_files)
        library.review_asked.connect(lambda: window.go(REVIEW))
        library.starter_asked.connect(self.keeper.install_starter)
        library.browser.insert_requested.connect(self.drafts.insert)
        library.reader.insert_asked.connect(self.drafts.insert)
        self.library_room.counted.connect(self.start_room.show_numbers)
        self.review.import_asked.connect(self.ask_files)
        self.queue.changed.connect(lambda _file: self._count_waiting())
        self.queue.added.connect(self._count_waiting)
        self.queue.kept.connect(lambda _file: self.keeper.changed.emit())
        self.new_agreement.wished.connect(self._make_draft)
        self.new_agreement.left.connect(lambda: window.go(DRAFTS))
        self.templates.begin_asked.connect(self.begin)
        self.templates.outline_asked.connect(self._outline_template)
        self.templates.folder_asked.connect(self._open_templates_folder)
        self.settings.chosen.connect(self._choose)
        self.settings.library_asked.connect(self._ask_library)
        self.settings.backup_asked.connect(self._ask_backup)
        self.settings.verify_asked.connect(self._verify)
        self.keeper.opened.connect(self._library_open)
        self.keeper.failed.connect(self._library_failed)
        self.drafts.author = lambda: self.workbench.settings.delegation
        self.drafts.came.connect(lambda page: library.reader.set_can_insert(page is not None))
        self.drafts.source_asked.connect(self._show_source)
        self.palette.asked.connect(self._clauses_for)
        library.reader.set_can_insert(False)

    # -- answers -------------------------------------------------------------------------------------------

    @cached_property
    def _states(self) -> States:
        return States.load()

    def _party_names(self, language: str) -> Sequence[str]:
        return _state_names(self._states, language)

    def _room_changed(self, room: str) -> None:
        if room in (NEW, REVIEW, SETTINGS, TEMPLATES, LIBRARY):
            self.drawer.shut_drawer()

    def _draft_chosen(self, key: str) -> None:
        if not key or not self.drafts.show(Path(key)):
            if key:
                self.open_draft(Path(key))
            else:
                self.drafts.show()

    def _make_draft(self, wish: Wish) -> None:
        job = self.jobs.run_heavy(
            self.tr("Making the draft"),
            heavy.new_draft,
            template=wish.template,
            parties=wish.parties,
            language=wish.language,
            values=wish.values,
        )
        job.succeeded.connect(self._draft_made)
        job.failed.connect(self.new_agreement.refuse)

    def _draft_made(self, draft: Draft) -> None:
        if self.drafts.put(draft):
            self.new_agreement.finish()

    def _show_templates(self, templates: tuple[TemplateInfo, ...]) -> None:
        self.templates.show_templates(templates)
        self.new_agreement.show_templates(templates, language=self.workbench.settings.interface)

    def _outline_template(self, info: TemplateInfo) -> None:
        job = self.jobs.run(self.tr("Reading the template"), lambda _p: _load_template(info), shown=False)
        job.succeeded.connect(lambda draft: self.templates.show_outline(info.slug, draft.agreement))
        job.failed.connect(lambda error: self.tell(error, self.new_agreement.banners))

    def _open_templates_folder(self) -> None:
        folder = user_data() / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _choose(self, settings: Settings) -> None:
        self.workbench.choose(settings)
        self.theme.set_mode(Mode(settings.theme))

    def _ask_library(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Open or make a library"),
            self.workbench.location,
            self.tr("Libraries (*.sqlite)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.keeper.use(chosen)

    def _ask_backup(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Back up the library"),
            "library-backup.sqlite",
            self.tr("Libraries (*.sqlite)"),
        )
        job = self.keeper.backup(Path(chosen)) if chosen else None
        if job is not None:
            job.succeeded.connect(lambda _r: self._well(self.tr("The library is backed up."), str(chosen)))

    def _verify(self) -> None:
        job = self.keeper.verify()
        if job is not None:
            job.succeeded.connect(self._verified)

    def _verified(self, verified: object) -> None:
        problems = getattr(verified, "problems", ())
        if problems:
            banner = Banner(
                self.theme,
                self.tr("The library has %n problem(s).", None, len(problems)),
                "\n".join(problems[:5]),
                severity="error",
                close_name=self.tr("Close"),
            )
            self.settings.banners.clear()
            self.settings.banners.show_banner(banner)
        else:
            self._well(self.tr("The library is sound."), "")

    def _well(self, fact: str, rest: str) -> None:
        banner = Banner(self.theme, fact, rest, severity="success", close_name=self.tr("Close"))
        self.settings.banners.clear()
        self.settings.banners.show_banner(banner)

    def _library_open(self) -> None:
        self.settings.show_library(self.workbench.location)
        self._say_status()
        if self._files_at_start:
            files, self._files_at_start = self._files_at_start, ()
            self.open_files(files)

    def _library_failed(self, error: object) -> None:
        room = self.window.room
        shown = {LIBRARY: self.library.banners, SETTINGS: self.settings.banners}
        self.tell(error, shown.get(room, self.start_page.banners))

    def _count_waiting(self) -> None:
        waiting = self.queue.waiting()
        words = self.tr("%n file(s) wait for review", None, waiting)
        self.window.rail.set_waiting(LIBRARY, waiting, words)
        self.start_room.show_waiting(waiting)

    def _show_source(self, provenance: Provenance) -> None:
        self.window.go(LIBRARY)
        self.library.show_clauses()
        self.library_room.read(str(provenance.provision))

    def _say_status(self) -> None:
        name = dict(interfaces()).get(self.workbench.settings.interface, "English")
        place = self.workbench.location
        words = (
            self.tr("Interface: {language}").format(language=name),
            self.tr("Library: {place}").format(place=Path(place).name if "://" not in place else place),
        )
        for room in (self.start_page, self.library, self.templates, self.settings, self.new_agreement):
            room.set_status(Status(words))

    # -- the palette ---------------------------------------------------------------------------------------

    def _commands_for(self, words: str) -> Sequence[Entry]:
        wanted = words.casefold().split()
        found = []
        for command in self.commands.all():
            title = command.title.casefold()
            if command.listed and all(word in title for word in wanted):
                entry = Entry(
                    command.title,
                    command.menu,
                    command.icon or "caret-right",
                    partial(self.commands.run, command.id),
                    command.shortcut,
                    command.enabled(),
                )
                found.append(entry)
        return sorted(found, key=lambda entry: not entry.enabled)

    def _drafts_for(self, words: str) -> Sequence[Entry]:
        wanted = words.casefold()
        return [
            Entry(draft.title, self.tr("draft"), "file-text", partial(self._draft_chosen, draft.key))
            for draft in self.start_page.recents.drafts()
            if wanted in draft.title.casefold()
        ]

    def _clauses_for(self, words: str) -> None:
        job = self.keeper.search(ClauseQuery(words))
        if job is not None:
            job.succeeded.connect(lambda found: self._offer_clauses(words, found))

    def _offer_clauses(self, words: str, found: Found) -> None:
        entries = [
            Entry(card.title, card.source, "bookmark-simple", partial(self._read_clause, card.id))
            for card in found.cards[:_CLAUSES_IN_PALETTE]
        ]
        self.palette.offer(words, entries)

    def _read_clause(self, clause: str) -> None:
        self.window.go(LIBRARY)
        self.library.show_clauses()
        self.library_room.read(clause)


def _templates() -> tuple[TemplateInfo, ...]:
    from workbench.drafting import templates

    return templates.available()


def _load_template(info: TemplateInfo) -> Draft:
    from workbench.drafting import templates

    return templates.load(info.slug, info.languages[0])


def _state_names(states: States, language: str) -> list[str]:
    """The formal names of all States in a language, in alphabetical order."""
    return sorted(states.forms(code, language).formal.nom for code in states.codes)
