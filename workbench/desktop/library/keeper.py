"""The library behind the screens: every question and every change goes through here, off the window's thread.

A change that can be undone stands on the library page's undo stack as the deed and its opposite; both are
carried out by the same serial queue, so that they cannot overtake each other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.agreement.progress import Progress
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.language_names import language_name

if TYPE_CHECKING:
    from workbench.actions.acquaintance import Acquaintance
    from workbench.actions.importing import ImportedFile
    from workbench.actions.reading import ReadFile
    from workbench.actions.workbench import Workbench
    from workbench.agreement.states import States
    from workbench.desktop.library.clauses import ClauseQuery
    from workbench.library import Library


class Keeper(QObject):
    """One open library. `changed` says that what it holds is different now."""

    opened = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self.library: Library | None = None
        self._states: States | None = None

    def open(self) -> None:
        """Open the workbench's library in a thread; `opened` or `failed` follows."""
        self._opening(lambda: self._workbench.library)

    def use(self, location: str) -> None:
        """Open another library in place of this one."""
        self._opening(lambda: self._workbench.use_library(location))

    def search(self, query: ClauseQuery) -> Job | None:
        """Search; the job's result is a `Found`."""
        from workbench.desktop.library.lookup import find

        return self._ask(lambda library: find(library, query, language_name, self._state_name))

    def reading(self, clause: str) -> Job | None:
        """Read one clause whole; the job's result is a `Reading`."""
        from workbench.desktop.library import questions

        return self._ask(lambda library: questions.reading(library, clause))

    def first_clause(self, agreement: str) -> Job | None:
        """The first clause of an agreement; the job's result is its id, "" when it has none."""
        from workbench.desktop.library import questions

        return self._ask(lambda library: questions.first_clause(library, agreement))

    def numbers(self) -> Job | None:
        """The library at a glance; the job's result is `LibraryNumbers`."""
        from workbench.desktop.library import questions

        return self._ask(questions.numbers)

    def agreements(self) -> Job | None:
        """The list of agreements; the job's result is a tuple of `AgreementLine`."""
        from workbench.desktop.library import questions

        return self._ask(questions.agreements)

    def recent(self) -> Job | None:
        """The drafts and recoveries of this library: (recent drafts, recoveries)."""
        from workbench.desktop.library import questions

        return self._ask(questions.recent)

    def keep(self, read: ReadFile, version_of: str = "") -> ImportedFile:
        """Keep a reviewed file; called from a thread by the import queue.

        With the id of an agreement in the library it becomes the present text of that agreement.
        """
        from workbench.actions.importing import keep
        from workbench.desktop.library.questions import as_version

        return keep(self._workbench.library, as_version(read, version_of) if version_of else read)

    def take_back(self, imported: ImportedFile) -> None:
        """Take a file that was kept out again; called from a thread by the import queue."""
        from workbench.actions.importing import take_back

        take_back(self._workbench.library, imported)

    def known(self, read: ReadFile) -> Acquaintance:
        """What the library knows of a file; called from a thread by the import queue."""
        from workbench.actions.acquaintance import ask

        return ask(read, self._workbench.library)

    def install_starter(self) -> Job | None:
        """Fill the library with the starter agreements."""
        from workbench.actions.importing import import_file
        from workbench.library.starter import install

        def work(library: Library, progress: Progress) -> object:
            return install(library, import_file, progress)

        library = self.library
        if library is None:
            return None
        job = self._jobs.run(self.tr("Filling the library"), lambda progress: work(library, progress))
        job.succeeded.connect(lambda _kept: self.changed.emit())
        job.failed.connect(self.failed)
        return job

    def backup(self, path: Path) -> Job | None:
        """Write a backup."""
        return self._ask(lambda library: library.backup(path), self.tr("Backing up the library"))

    def verify(self) -> Job | None:
        """Check the whole library; the job's result is a `Verified`."""
        library = self.library
        if library is None:
            return None
        job = self._jobs.run(self.tr("Checking the library"), library.verify)
        job.failed.connect(self.failed)
        return job

    def remember(self, path: Path, title: str, parties: tuple[str, ...]) -> Job | None:
        """Put a draft first on the list of recent ones."""
        return self._ask(lambda library: library.drafts.opened(str(path), title=title, parties=parties))

    def forget_recovery(self, draft: str) -> Job | None:
        """Give an autosaved state up."""
        return self._ask(lambda library: library.drafts.saved(draft))

    def recover(self, draft: str) -> Job | None:
        """The autosaved state of a draft."""
        return self._ask(lambda library: library.drafts.recover(draft))

    def set_curation(self, stack: QUndoStack, words: str, clause: str, state: str) -> None:
        """Say how far a clause is curated."""
        self._change(
            stack,
            words,
            lambda library: library.set_curation(clause, state),
            lambda library, former: library.set_curation(clause, str(former)),
        )

    def set_types(self, stack: QUndoStack, words: str, clause: str, types: tuple[str, ...]) -> None:
        """Say what a clause is about."""
        self._change(
            stack,
            words,
            lambda library: library.set_types(clause, types),
            lambda library, former: library.set_types(clause, former),
        )

    def remove(self, stack: QUndoStack, words: str, agreement: str) -> None:
        """Take an agreement out; undo puts it back."""
        self._change(
            stack,
            words,
            lambda library: library.remove(agreement),
            lambda library, removed: library.put_back(removed),
        )

    def _state_name(self, code: str) -> str:
        """The short name of a State in the language of the interface; called from threads."""
        if self._states is None:
            from workbench.agreement.states import States

            self._states = States.load()
        language = QLocale().name().partition("_")[0]
        known = self._states.by_code(code)
        return self._states.forms(code, language).short.nom if known is not None else code

    def _opening(self, way: Callable[[], Library]) -> None:
        job = self._jobs.run(self.tr("Opening the library"), lambda _progress: way())
        job.succeeded.connect(self._is_open)
        job.failed.connect(self.failed)

    def _is_open(self, library: Library) -> None:
        self.library = library
        self.opened.emit()
        self.changed.emit()

    def _ask(self, question: Callable[[Library], object], title: str = "") -> Job | None:
        library = self.library
        if library is None:
            return None
        words = title or self.tr("Asking the library")
        job = self._jobs.run(words, lambda _progress: question(library), shown=bool(title))
        job.failed.connect(self.failed)
        return job

    def _change(
        self,
        stack: QUndoStack,
        words: str,
        deed: Callable[[Library], object],
        back: Callable[[Library, Any], object],
    ) -> None:
        """`back` is given what `deed` came to."""
        if self.library is not None:
            stack.push(_Change(self, words, deed, back))

    def carry_out(self, deed: Callable[[Library], object], then: Callable[[object], None]) -> None:
        """Do something to the library and tell everybody; for the steps of the undo stack."""
        job = self._ask(deed)
        if job is not None:
            job.succeeded.connect(then)
            job.succeeded.connect(lambda _result: self.changed.emit())


class _Change(QUndoCommand):
    """A deed on the library and its opposite, which wants what the deed returned."""

    def __init__(
        self,
        keeper: Keeper,
        words: str,
        deed: Callable[[Library], object],
        back: Callable[[Library, object], object],
    ) -> None:
        super().__init__(words)
        self._keeper, self._deed, self._back = keeper, deed, back
        self._former: object = None

    def redo(self) -> None:
        self._keeper.carry_out(self._deed, self._remember)

    def undo(self) -> None:
        self._keeper.carry_out(lambda library: self._back(library, self._former), lambda _result: None)

    def _remember(self, former: object) -> None:
        self._former = former
