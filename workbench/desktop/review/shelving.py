"""Files into the library and out again: one after the other, each deed with its opposite on the undo stack.

The library has one writer, and other work needs the threads; so what is to be kept or taken back waits in one
row, and a way back can never overtake the way there. What a person corrected stays with the deed: taken back,
a file is under review exactly as it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.agreement.errors import WorkbenchError
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.review.queued_file import QueuedFile, Stage

if TYPE_CHECKING:
    from workbench.actions.importing import ImportedFile
    from workbench.actions.reading import ReadFile
    from workbench.agreement.progress import Progress
    from workbench.desktop.review.correction import Correction

Keeper = Callable[["ReadFile", str], "ImportedFile"]
"""Keeps a file; the second is the id of the agreement it is a new version of, "" for none."""
Returner = Callable[["ImportedFile"], None]
"""Takes a file that was kept out of the library again."""


class _Way(Enum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class _Aside:
    """What a file that is over needs to be under review again."""

    record: bytes
    correction: Correction | None


@dataclass(eq=False, slots=True)
class _Shelved:
    """A file kept: `imported` is what became of it while it is in the library, `came_to` where it then is.

    `called_off` says that it could not be kept, or that somebody has cancelled.
    """

    file: QueuedFile
    imported: ImportedFile | None = None
    aside: _Aside | None = None
    came_to: Stage = Stage.KEPT
    called_off: bool = False


class Shelving(QObject):
    """The row of files to keep or take back. `moved` says that a file has come in or out."""

    changed = Signal(object)
    moved = Signal(object)
    returned = Signal(object)

    def __init__(
        self, jobs: Jobs, keeper: Keeper, returner: Returner, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._keeper, self._returner, self._stack = jobs, keeper, returner, stack
        self._row: deque[tuple[_Way, _Shelved]] = deque()
        self._busy = False
        self._in_library: dict[QueuedFile, _Shelved] = {}

    def keep(self, files: Sequence[QueuedFile]) -> None:
        """Keep files under review, as one step."""
        if not files:
            return
        if len(files) > 1:
            self._stack.beginMacro(self.tr("Keep all without doubtful places"))
        for file in files:
            words = self.tr("Keep {file}").format(file=file.path.name)
            self._stack.push(_Keeping(self, _Shelved(file), words))
        if len(files) > 1:
            self._stack.endMacro()

    def take_back(self, file: QueuedFile) -> None:
        """Take a kept file out of the library again."""
        deed = self._in_library.get(file)
        if deed is not None:
            self._stack.push(_TakenBack(self, deed, self.tr("Put {file} back").format(file=file.path.name)))

    def skip(self, file: QueuedFile) -> None:
        """Leave a file under review out."""
        self._stack.push(_Skipped(self, file, self.tr("Skip {file}").format(file=file.path.name)))

    def bring_in(self, deed: _Shelved) -> None:
        """Keep the file of a deed as soon as it is its turn; only the deed calls it."""
        if self._withdrawn(_Way.OUT, deed):
            self._set(deed.file, deed.came_to)
            return
        if deed.file.stage is Stage.REVIEW:
            self._set(deed.file, Stage.KEEPING)
        self._row.append((_Way.IN, deed))
        self._next()

    def bring_back(self, deed: _Shelved) -> None:
        """Put the file of a deed under review again; only the deed calls it."""
        if self._withdrawn(_Way.IN, deed):
            self._set(deed.file, Stage.REVIEW)
            return
        self._row.append((_Way.OUT, deed))
        self._next()

    def set_aside(self, file: QueuedFile) -> _Aside:
        """Take from a file what its review needs; an untouched correction is made anew when it is wanted."""
        correction = file.correction
        aside = _Aside(file.record, correction if correction is not None and correction.touched else None)
        if aside.correction is not None:
            file.correction = None  # its steps stand on the stack, below this deed
        file.let_go()
        return aside

    def put_back(self, file: QueuedFile, aside: _Aside) -> None:
        """Put a file under review again as it was."""
        file.record, file.correction = aside.record, aside.correction
        self._set(file, Stage.REVIEW)
        self.returned.emit(file)

    def over(self, file: QueuedFile, stage: Stage) -> None:
        """Say where a file has come to."""
        self._set(file, stage)

    def _withdrawn(self, way: _Way, deed: _Shelved) -> bool:
        """Whether a deed was still waiting in the row, and waits no longer."""
        if (way, deed) not in self._row:
            return False
        self._row.remove((way, deed))
        return True

    def _next(self) -> None:
        if self._busy or not self._row:
            return
        way, deed = self._row.popleft()
        job = self._in(deed) if way is _Way.IN else self._out(deed)
        if job is None:
            self._next()
            return
        self._busy = True
        job.finished.connect(self._done)

    def _done(self) -> None:
        self._busy = False
        self._next()

    def _in(self, deed: _Shelved) -> Job | None:
        file = deed.file
        if file.stage not in (Stage.REVIEW, Stage.KEEPING):
            return None
        corrected = file.correction.result() if file.correction is not None else None
        record, version_of = file.record, file.version_of

        def work(_progress: Progress) -> ImportedFile:
            from workbench.desktop.review.record import file_of

            return self._keeper(corrected or file_of(record), version_of)

        self._set(file, Stage.KEEPING)
        job = self._jobs.run(self.tr("Keeping {file}").format(file=file.path.name), work)
        job.succeeded.connect(lambda imported: self._came_in(deed, imported))
        job.failed.connect(lambda error: self._stays(deed, error))
        job.cancelled.connect(lambda: self._called_off(deed))
        return job

    def _out(self, deed: _Shelved) -> Job | None:
        imported = deed.imported
        if imported is None:
            return None
        was = deed.file.stage
        self._set(deed.file, Stage.RETURNING)
        title = self.tr("Taking {file} back").format(file=deed.file.path.name)
        job = self._jobs.run(title, lambda _progress: self._returner(imported))
        job.succeeded.connect(lambda _nothing: self._came_out(deed))
        job.failed.connect(lambda error: self._remains(deed, was, error))
        job.cancelled.connect(lambda: self._set(deed.file, was))
        return job

    def _came_in(self, deed: _Shelved, imported: ImportedFile) -> None:
        file = deed.file
        deed.imported = imported
        deed.aside = self.set_aside(file)
        deed.came_to = Stage.KEPT if imported.outcome.value == "kept" else Stage.KNOWN
        file.clauses, file.note = len(imported.clause_ids), ""
        self._in_library[file] = deed
        self._set(file, deed.came_to)
        self.moved.emit(file)

    def _came_out(self, deed: _Shelved) -> None:
        deed.imported = None
        self._in_library.pop(deed.file, None)
        if deed.aside is not None:
            self.put_back(deed.file, deed.aside)
        self.moved.emit(deed.file)

    def _stays(self, deed: _Shelved, error: WorkbenchError) -> None:
        deed.file.note = error.sentence
        deed.called_off = True
        self._set(deed.file, Stage.REVIEW)

    def _remains(self, deed: _Shelved, was: Stage, error: WorkbenchError) -> None:
        deed.file.note = error.sentence
        self._set(deed.file, was)

    def _called_off(self, deed: _Shelved) -> None:
        """Somebody has cancelled: this file and those behind it are under review again."""
        for one in (deed, *(waiting for way, waiting in self._row if way is _Way.IN)):
            one.called_off = True
            self._set(one.file, Stage.REVIEW)
        self._row = deque((way, waiting) for way, waiting in self._row if way is _Way.OUT)

    def _set(self, file: QueuedFile, stage: Stage) -> None:
        file.stage = stage
        self.changed.emit(file)


class _Keeping(QUndoCommand):
    """A file kept, and taken back."""

    def __init__(self, shelving: Shelving, deed: _Shelved, words: str) -> None:
        super().__init__(words)
        self._shelving, self._deed = shelving, deed

    def redo(self) -> None:
        self._deed.called_off = False
        self._shelving.bring_in(self._deed)

    def undo(self) -> None:
        if self._deed.called_off:  # it never came in
            self.setObsolete(True)
        else:
            self._shelving.bring_back(self._deed)


class _TakenBack(QUndoCommand):
    """A kept file put back under review where that was not the last deed, and kept once more."""

    def __init__(self, shelving: Shelving, deed: _Shelved, words: str) -> None:
        super().__init__(words)
        self._shelving, self._deed = shelving, deed

    def redo(self) -> None:
        self._shelving.bring_back(self._deed)

    def undo(self) -> None:
        self._shelving.bring_in(self._deed)


class _Skipped(QUndoCommand):
    """A file left out, and looked at again."""

    def __init__(self, shelving: Shelving, file: QueuedFile, words: str) -> None:
        super().__init__(words)
        self._shelving, self._file = shelving, file
        self._aside: _Aside | None = None

    def redo(self) -> None:
        self._aside = self._shelving.set_aside(self._file)
        self._shelving.over(self._file, Stage.SKIPPED)

    def undo(self) -> None:
        if self._file.stage is Stage.SKIPPED and self._aside is not None:  # else it was read once more
            self._shelving.put_back(self._file, self._aside)
