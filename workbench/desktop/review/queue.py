"""The import queue: which files wait, which are being read, which were kept, and which could not be read.

Reading runs in a process beside the window, at most two files at once; keeping runs in a thread, one file
after the other, so that a hundred files kept at once hold up no other work. A file
that cannot be read is named with its remedy, and the others go on. What is over lets go of its text: a
queue of a hundred files holds only those still to be looked at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.actions.acquaintance import Acquaintance, Known
from workbench.agreement.errors import WorkbenchError
from workbench.desktop import heavy
from workbench.desktop.jobs import Job, Jobs

if TYPE_CHECKING:
    from workbench.actions.importing import ImportedFile
    from workbench.actions.reading import ReadFile
    from workbench.agreement.progress import Progress
    from workbench.agreement.tree import Party
    from workbench.desktop.review.correction import Correction
    from workbench.desktop.review.record import Reviewed, Unpacked

_AT_ONCE = 2

Keeper = Callable[["ReadFile", str], "ImportedFile"]
"""Keeps a file; the second is the id of the agreement it is a new version of, "" for none."""
Asker = Callable[["ReadFile"], Acquaintance]
"""Says what the library knows of a file."""


class Stage(Enum):
    """Where a file is on its way."""

    WAITING = "waiting"
    READING = "reading"
    REVIEW = "review"
    KEEPING = "keeping"
    KEPT = "kept"
    KNOWN = "known"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    FAILED = "failed"


OVER = (Stage.KEPT, Stage.KNOWN, Stage.SKIPPED, Stage.STOPPED, Stage.FAILED)
UNREAD = (Stage.WAITING, Stage.READING)
AGAIN = (Stage.SKIPPED, Stage.STOPPED, Stage.FAILED)
"""Where a file can be read once more."""


@dataclass(eq=False)
class QueuedFile:
    """One file. `note` is the sentence shown under its name where the stage alone does not say enough.

    `version_of` is the id of the agreement in the library that it is kept as a new version of. `agreement`
    says whether it is one (else a background document). `record` is the file as it was read; its `correction`
    is made when somebody looks at it. Both have gone once the file is over.
    """

    path: Path
    stage: Stage = Stage.WAITING
    note: str = ""
    progress: tuple[int, int] = (0, 0)
    record: bytes = b""
    correction: Correction | None = None
    job: Job | None = None
    clauses: int = 0
    doubt_count: int = 0
    known: Acquaintance = field(default_factory=Acquaintance)
    version_of: str = ""
    is_agreement: bool = True
    languages: tuple[str, ...] = ()


class ImportQueue(QObject):
    """Reads files and keeps them. `changed` says that a file's line is to be drawn again."""

    changed = Signal(object)
    added = Signal()
    ready = Signal(object)
    opened = Signal(object)
    corrected = Signal(object)
    kept = Signal(object)

    def __init__(self, jobs: Jobs, keeper: Keeper, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._keeper, self._asker = jobs, keeper, asker
        self._opening: set[QueuedFile] = set()
        self._to_keep: deque[QueuedFile] = deque()
        self._keeping = False
        self.files: list[QueuedFile] = []

    def add(self, paths: Iterable[Path]) -> int:
        """Queue files and the readable files of folders; says how many are new."""
        known = {file.path for file in self.files if file.stage not in OVER}
        new = [path for path in _expanded(paths) if path not in known]
        self.files.extend(QueuedFile(path) for path in new)
        if new:
            self.added.emit()
            self._go_on()
        return len(new)

    def waiting(self) -> int:
        """How many files a person has still to look at."""
        return sum(file.stage is Stage.REVIEW for file in self.files)

    def without_doubts(self) -> list[QueuedFile]:
        """The files that can be kept without looking: nothing is doubtful, and the library has no like."""
        return [
            file
            for file in self.files
            if file.stage is Stage.REVIEW and not file.doubt_count and file.known.known is Known.NEW
        ]

    def keep(self, file: QueuedFile) -> None:
        """Keep a reviewed file in the library."""
        if file.stage is Stage.REVIEW:
            self._set(file, Stage.KEEPING)
            self._to_keep.append(file)
            self._keep_next()

    def _keep_next(self) -> None:
        """Keep the next file: the library has one writer, and other work needs the threads."""
        if self._keeping or not self._to_keep:
            return
        file = self._to_keep.popleft()
        corrected = file.correction.result() if file.correction is not None else None
        record, version_of = file.record, file.version_of

        def work(_progress: Progress) -> ImportedFile:
            from workbench.desktop.review.record import file_of

            return self._keeper(corrected or file_of(record), version_of)

        self._keeping = True
        title = self.tr("Keeping {file}").format(file=file.path.name)
        job = self._jobs.run(title, work)
        job.succeeded.connect(lambda imported: self._was_kept(file, imported))
        job.failed.connect(lambda error: self._was_not_kept(file, error))
        job.cancelled.connect(lambda: self._not_to_keep(file))
        job.finished.connect(self._kept_one)

    def open(self, file: QueuedFile) -> None:
        """Make a file ready to be looked at; `opened` follows at once or soon.

        Those looked at before and left as they were give back their memory.
        """
        if file.correction is not None or file in self._opening or not file.record:
            return
        record = file.record

        def work(_progress: Progress) -> Unpacked:
            from workbench.desktop.review.record import unpacked

            return unpacked(record)

        self._opening.add(file)
        job = self._jobs.run(self.tr("Opening {file}").format(file=file.path.name), work, shown=False)
        job.succeeded.connect(lambda unpacked: self._was_opened(file, unpacked))
        job.finished.connect(lambda: self._opening.discard(file))

    def as_agreement(self, file: QueuedFile) -> Job:
        """Recognise a background file once more, as an agreement; the job's result is an `Unpacked`."""
        from workbench.desktop.review.record import unpacked

        title = self.tr("Recognising {file}").format(file=file.path.name)
        return self._jobs.run_heavy(title, heavy.as_agreement, then=unpacked, record=file.record)

    def name_parties(self, names: Sequence[str | Party], language: str) -> Job:
        """Make parties of names; the job's result is a tuple of `Party`."""

        def work(_progress: Progress) -> tuple[Party, ...]:
            from workbench.agreement.states import States
            from workbench.drafting.party_names import parties_named

            return parties_named(names, language, States.load())

        return self._jobs.run(self.tr("Naming the parties"), work, shown=False)

    def skip(self, file: QueuedFile) -> None:
        """Leave a file out; a file being read is stopped."""
        self._stop_reading(file)
        self._let_go(file)
        self._set(file, Stage.SKIPPED)
        self._go_on()

    def keep_as_version(self, file: QueuedFile, agreement: str) -> None:
        """Say that a file is a new version of an agreement in the library, or, with "", that it is not."""
        file.version_of = agreement
        self.changed.emit(file)

    def again(self, file: QueuedFile) -> None:
        """Read a skipped, stopped or failed file once more."""
        file.note, file.version_of, file.known = "", "", Acquaintance()
        self._set(file, Stage.WAITING)
        self._go_on()

    def unread(self) -> int:
        """How many files are still to be read."""
        return sum(file.stage in UNREAD for file in self.files)

    def stopped(self) -> int:
        """How many files were stopped before they were read."""
        return sum(file.stage is Stage.STOPPED for file in self.files)

    def stop(self) -> None:
        """Read no more files; those that are read stay."""
        for file in self.files:
            if file.stage in UNREAD:
                self._stop_reading(file)
                self._set(file, Stage.STOPPED)

    def resume(self) -> None:
        """Read the files that were stopped."""
        for file in [file for file in self.files if file.stage is Stage.STOPPED]:
            self._set(file, Stage.WAITING)
        self._go_on()

    def _go_on(self) -> None:
        reading = sum(file.stage is Stage.READING for file in self.files)
        for file in self.files:
            if reading >= _AT_ONCE:
                return
            if file.stage is Stage.WAITING:
                reading += 1
                self._read(file)

    def _read(self, file: QueuedFile) -> None:
        title = self.tr("Reading {file}").format(file=file.path.name)
        job = file.job = self._jobs.run_heavy(title, heavy.read_for_review, path=file.path)
        file.progress = (0, 0)
        self._set(file, Stage.READING)
        job.progressed.connect(lambda done, total, _what: self._progressed(file, done, total))
        job.succeeded.connect(lambda read: self._was_read(file, read))
        job.failed.connect(lambda error: self._failed(file, error, job))
        job.cancelled.connect(lambda: self._stopped(file, job))

    def _progressed(self, file: QueuedFile, done: int, total: int) -> None:
        file.progress = (done, total)
        self.changed.emit(file)

    def _was_read(self, file: QueuedFile, reviewed: Reviewed) -> None:
        file.job = None
        if file.stage is not Stage.READING:
            return
        record = reviewed.record

        def ask(_progress: Progress) -> Acquaintance:
            from workbench.desktop.review.record import file_of

            return self._asker(file_of(record))

        asking = self._jobs.run(self.tr("Asking the library"), ask, shown=False)
        asking.succeeded.connect(lambda known: self._was_asked(file, known))
        file.record = record
        file.is_agreement, file.languages = reviewed.is_agreement, reviewed.languages
        file.doubt_count = reviewed.asking
        self._set(file, Stage.REVIEW)
        self.ready.emit(file)
        self._go_on()

    def _was_opened(self, file: QueuedFile, unpacked: Unpacked) -> None:
        if file.stage is not Stage.REVIEW:
            return
        from workbench.desktop.review.correction import Correction

        file.correction = Correction(unpacked, self)
        file.correction.changed.connect(lambda: self._recount(file))
        self.opened.emit(file)
        for other in self.files:
            idle = other is not file and other.stage is Stage.REVIEW
            if idle and other.correction is not None and not other.correction.undo_stack.count():
                other.correction.deleteLater()
                other.correction = None

    def _was_asked(self, file: QueuedFile, known: Acquaintance) -> None:
        if file.stage is Stage.REVIEW:
            file.known = known
            self.changed.emit(file)

    def _recount(self, file: QueuedFile) -> None:
        if file.correction is not None:
            file.doubt_count = _doubtful(file.correction)
            file.is_agreement = file.correction.state.is_agreement
            self.corrected.emit(file)
            self.changed.emit(file)

    def _failed(self, file: QueuedFile, error: WorkbenchError, job: Job) -> None:
        if file.job is not job:
            self._go_on()
            return
        file.job = None
        file.note = error.sentence
        self._set(file, Stage.FAILED)
        self._go_on()

    def _stopped(self, file: QueuedFile, job: Job) -> None:
        if file.job is job:  # cancelled at the foot of the window; by then it may be read once more
            file.job = None
            self._set(file, Stage.SKIPPED)
        self._go_on()

    def _was_kept(self, file: QueuedFile, imported: ImportedFile) -> None:
        file.clauses = len(imported.clause_ids)
        self._let_go(file)
        self._set(file, Stage.KEPT if imported.outcome.value == "kept" else Stage.KNOWN)
        self.kept.emit(file)

    def _was_not_kept(self, file: QueuedFile, error: WorkbenchError) -> None:
        file.note = error.sentence
        self._set(file, Stage.REVIEW)

    def _not_to_keep(self, file: QueuedFile) -> None:
        """Somebody has cancelled: this file and those behind it are under review again."""
        for one in (file, *self._to_keep):
            self._set(one, Stage.REVIEW)
        self._to_keep.clear()

    def _kept_one(self) -> None:
        self._keeping = False
        self._keep_next()

    def _stop_reading(self, file: QueuedFile) -> None:
        if file.job is not None:
            file.job.cancel()
            file.job = None

    def _let_go(self, file: QueuedFile) -> None:
        """Give back the memory of a file that is over."""
        file.record = b""
        if file.correction is not None:
            file.correction.deleteLater()
            file.correction = None

    def _set(self, file: QueuedFile, stage: Stage) -> None:
        file.stage = stage
        self.changed.emit(file)


def _expanded(paths: Iterable[Path]) -> list[Path]:
    from workbench.formats import SUFFIXES

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            found.extend(p for p in inside if p.suffix.casefold() in SUFFIXES and p.name[0] not in ".~")
        else:
            found.append(path)
    return found


def _doubtful(correction: Correction) -> int:
    from workbench.desktop.review.doubts import asking

    return asking(correction)
