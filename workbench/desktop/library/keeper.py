"""The library behind the screens: every question and every change goes through here, off the window's thread.

A change that can be undone stands on the library page's undo stack as the deed and its opposite; both are
carried out by the same serial queue, so that they cannot overtake each other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.progress import Progress
from workbench.agreement.tree import AgreementId, Provision, ProvisionId
from workbench.desktop.clause_type_names import named
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.language_names import language_name
from workbench.desktop.library.clauses import ClauseQuery
from workbench.desktop.library.lookup import find
from workbench.desktop.library.reading import AgreementLine, Reading
from workbench.desktop.review.acquaintance import Acquaintance, acquaintance
from workbench.desktop.start.pieces import LibraryNumbers

if TYPE_CHECKING:
    from workbench.actions.importing import ImportedFile
    from workbench.actions.reading import ReadFile
    from workbench.actions.workbench import Workbench
    from workbench.agreement.states import States
    from workbench.library import Library, Recovery
    from workbench.library.answers import RecentDraft


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
        return self._ask(lambda library: find(library, query, language_name, self._state_name))

    def reading(self, clause: str) -> Job | None:
        """Read one clause whole; the job's result is a `Reading`."""
        return self._ask(lambda library: _reading(library, clause))

    def first_clause(self, agreement: str) -> Job | None:
        """The first clause of an agreement; the job's result is its id, "" when it has none."""
        return self._ask(lambda library: _first_clause(library, agreement))

    def numbers(self) -> Job | None:
        """The library at a glance; the job's result is `LibraryNumbers`."""
        return self._ask(_numbers)

    def agreements(self) -> Job | None:
        """The list of agreements; the job's result is a tuple of `AgreementLine`."""
        return self._ask(_agreements)

    def recent(self) -> Job | None:
        """The drafts and recoveries of this library: (recent drafts, recoveries)."""
        return self._ask(_recent)

    def keep(self, read: ReadFile, version_of: str = "") -> ImportedFile:
        """Keep a reviewed file; called from a thread by the import queue.

        With the id of an agreement in the library it becomes the present text of that agreement.
        """
        from workbench.actions.importing import keep

        return keep(self._workbench.library, _as_version(read, version_of) if version_of else read)

    def known(self, read: ReadFile) -> Acquaintance:
        """What the library knows of a file; called from a thread by the import queue."""
        return acquaintance(read, self._workbench.library.agreements())

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
            lambda library, former: library.set_types(clause, former),  # type: ignore[arg-type]
        )

    def remove(self, stack: QUndoStack, words: str, agreement: str) -> None:
        """Take an agreement out; undo puts it back."""
        self._change(
            stack,
            words,
            lambda library: library.remove(agreement),
            lambda library, removed: library.put_back(removed),  # type: ignore[arg-type]
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
        back: Callable[[Library, object], object],
    ) -> None:
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


def _as_version(read: ReadFile, agreement: str) -> ReadFile:
    from workbench.actions.reading import as_precedent

    precedent = as_precedent(read)
    tree = msgspec.structs.replace(precedent.agreement, id=AgreementId(UUID(agreement)))
    recognised = msgspec.structs.replace(precedent.recognised, agreement=tree)
    # Without its draft: identities are settled, and keeping must not derive them from the file again.
    return msgspec.structs.replace(precedent, recognised=recognised, draft=None)


def _numbers(library: Library) -> LibraryNumbers:
    from workbench.library import Query

    info = library.info()
    types = library.search(Query(limit=1)).facets.types if info.clauses else {}
    languages = tuple(
        (language_name(code), count)
        for code, count in sorted(info.languages.items(), key=lambda item: -item[1])
    )
    return LibraryNumbers(
        info.agreements, info.clauses, len(types), languages[:5], background=info.background
    )


def _agreements(library: Library) -> tuple[AgreementLine, ...]:
    return tuple(
        AgreementLine(
            info.id,
            info.title or info.file,
            " – ".join(info.parties),
            str(info.year or ""),
            language_name(info.language),
            _clauses(info.clauses),
            info.file,
            info.kind == "background",
        )
        for info in library.agreements()
    )


def _clauses(count: int) -> str:
    if not count:
        return QCoreApplication.translate("Library", "background")
    return QCoreApplication.translate("Library", "%n clause(s)", None, count)


def _recent(library: Library) -> tuple[tuple[RecentDraft, ...], tuple[Recovery, ...]]:
    return library.drafts.recent(), library.drafts.recoveries()


def _first_clause(library: Library, agreement: str) -> str:
    from workbench.library import Query

    hits = library.search(Query(agreement_id=agreement, limit=1, facets=False)).hits
    return hits[0].id if hits else ""


def _reading(library: Library, clause: str) -> Reading:
    found = library.clause(clause)
    hit = found.hit
    title = hit.heading or hit.label or hit.agreement
    if found.provision is None:
        lines: tuple[tuple[str, str, int], ...] = (("", hit.text, 0),)
    else:
        known = numbers(library.agreement(hit.agreement_id, language=hit.language))
        lines = tuple(_lines(found.provision, known, 0))
    return Reading(
        hit.id,
        title,
        lines,
        hit.agreement,
        hit.agreement_id,
        hit.provenance.locator or hit.label,
        hit.provenance.file,
        hit.provenance.sha256,
        tuple(named(key) for key in hit.types),
        hit.curation,
        hit.same_in,
    )


def _lines(unit: Provision, known: dict[ProvisionId, Number], depth: int) -> list[tuple[str, str, int]]:
    number = known.get(unit.id)
    printed = number.printed if number is not None and number.number else ""
    made: list[tuple[str, str, int]] = []
    words = unit.text.plain
    if words or (printed and not depth):
        made.append((printed, words, max(0, depth - 1)))
    for child in unit.children:
        made.extend(_lines(child, known, depth + 1))
    if unit.wrap_up:
        made.append(("", unit.wrap_up.plain, depth))
    return made
