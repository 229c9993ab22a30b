"""The import queue: which files wait, which are being read, which were kept, and which could not be read.

Reading runs in a process beside the window, at most two files at once; keeping is `Shelving`'s. A file that
cannot be read is named with its remedy, and the others go on. Everything a person does to the queue, and each
correction in one of its files, stands on one undo stack in the order it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from workbench.actions.acquaintance import Acquaintance, Known
from workbench.agreement.errors import WorkbenchError
from workbench.desktop import heavy
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.review.queued_file import OVER, UNREAD, QueuedFile, Stage
from workbench.desktop.review.shelving import Keeper, Returner, Shelving

if TYPE_CHECKING:
    from workbench.actions.reading import ReadFile
    from workbench.agreement.progress import Progress
    from workbench.agreement.tree import Party
    from workbench.desktop.review.correction import Correction
    from workbench.desktop.review.record import Reviewed, Unpacked

_AT_ONCE = 2

Asker = Callable[["ReadFile"], Acquaintance]
"""Says what the library knows of a file."""


class ImportQueue(QObject):
    """Reads files and hands them on. `changed` says that a file's line is to be drawn again.

    `ready` follows when a file was read, `opened` when it can be corrected, `corrected` after every
    correction; `revisited` when undo or redo has touched a file, which may not be the one looked at;
    `moved` when the library holds more or less than before.
    """

    changed = Signal(object)
    added = Signal()
    ready = Signal(object)
    opened = Signal(object)
    corrected = Signal(object)
    revisited = Signal(object)
    moved = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        keeper: Keeper,
        asker: Asker,
        returner: Returner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._asker = jobs, asker
        self._opening: set[QueuedFile] = set()
        self.files: list[QueuedFile] = []
        self.undo_stack = QUndoStack(self)
        self._shelving = Shelving(jobs, keeper, returner, self.undo_stack, self)
        self._shelving.changed.connect(self.changed)
        self._shelving.moved.connect(self.moved)
        self._shelving.returned.connect(self._was_returned)

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

    def keep(self, *files: QueuedFile) -> None:
        """Keep reviewed files in the library, as one step."""
        self._shelving.keep([file for file in files if file.stage is Stage.REVIEW])

    def take_back(self, file: QueuedFile) -> None:
        """Take a kept file out of the library again, as a step of its own."""
        self._shelving.take_back(file)

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
        if file.stage is Stage.REVIEW:
            self._shelving.skip(file)
            return
        self._stop_reading(file)
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
        file.record = reviewed.record
        self._ask(file)
        file.is_agreement, file.languages = reviewed.is_agreement, reviewed.languages
        file.doubt_count = reviewed.asking
        self._set(file, Stage.REVIEW)
        self.ready.emit(file)
        self._go_on()

    def _ask(self, file: QueuedFile) -> None:
        """Ask the library what it knows of a file that was read."""
        record = file.record

        def ask(_progress: Progress) -> Acquaintance:
            from workbench.desktop.review.record import file_of

            return self._asker(file_of(record))

        asking = self._jobs.run(self.tr("Asking the library"), ask, shown=False)
        asking.succeeded.connect(lambda known: self._was_asked(file, known))

    def _was_returned(self, file: QueuedFile) -> None:
        self._ask(file)
        self.revisited.emit(file)

    def _was_opened(self, file: QueuedFile, unpacked: Unpacked) -> None:
        if file.stage is not Stage.REVIEW:
            return
        from workbench.desktop.review.correction import Correction

        file.correction = Correction(unpacked, self, stack=self.undo_stack)
        file.correction.changed.connect(lambda: self._recount(file))
        file.correction.revisited.connect(lambda: self.revisited.emit(file))
        self.opened.emit(file)
        for other in self.files:
            idle = other is not file and other.stage is Stage.REVIEW
            if idle and other.correction is not None and not other.correction.touched:
                other.correction.end()
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

    def _stop_reading(self, file: QueuedFile) -> None:
        if file.job is not None:
            file.job.cancel()
            file.job = None

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
