"""Long work beside the window: nothing over 50 ms runs where the window is drawn.

`Jobs.run` takes work that waits (files, the database) to a thread, `Jobs.run_heavy` takes work that
computes to a process. Either way a `Job` tells how far it is and ends with exactly one of `succeeded`,
`failed` and `cancelled`, all in the window's thread. Work gets a plain `Progress` and knows no widgets.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from workbench.agreement.errors import Cancelled, WorkbenchError
from workbench.agreement.progress import Progress
from workbench.desktop.workers import UnexpectedError, Worker

_PROCESSES = 2
_THREADS = 6


class Job(QObject):
    """One piece of long work. `title` is what the status bar shows while nothing better is known."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _told = Signal(str, object)

    def __init__(self, title: str, *, shown: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.shown = shown
        self.over = False
        self._stop = threading.Event()
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def cancelling(self) -> bool:
        """Whether somebody has asked to stop."""
        return self._stop.is_set()

    def perform(self, work: Callable[[Progress], object]) -> None:
        """Do the work here and now, in whatever thread this is, and report to the window's thread."""
        try:
            result = work(_JobProgress(self))
        except Cancelled:
            self._told.emit("cancelled", None)
        except WorkbenchError as error:
            self._told.emit("failed", error)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            self._told.emit("failed", UnexpectedError(reason=reason, details=traceback.format_exc()))
        else:
            self._told.emit("succeeded", result)

    def tell(self, done: int, total: int, what: str) -> None:
        """Pass a report on, from any thread."""
        self._told.emit("progressed", (done, total, what))

    @Slot(str, object)
    def _hear(self, kind: str, content: object) -> None:
        if kind == "progressed":
            assert isinstance(content, tuple)
            self.progressed.emit(*content)
            return
        self.over = True
        if kind == "succeeded" and not self.cancelling:
            self.succeeded.emit(content)
        elif kind == "failed":
            self.failed.emit(content)
        else:
            self.cancelled.emit()
        self.finished.emit()


class _JobProgress:
    def __init__(self, job: Job) -> None:
        self._job = job

    def advance(self, done: int, total: int, what: str = "") -> None:
        self._job.tell(done, total, what)

    def cancelled(self) -> bool:
        return self._job.cancelling


class Jobs(QObject):
    """Starts jobs and knows which are running. One per window; `close` ends them all."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._running: list[Job] = []
        self._workers = [Worker() for _ in range(_PROCESSES)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)

    def run(self, title: str, work: Callable[[Progress], object], *, shown: bool = True) -> Job:
        """Do work that waits, in a thread. Connect to the job before returning to the event loop."""
        job = self._begin(title, shown)
        self._pool.start(lambda: job.perform(work))
        return job

    def run_heavy(
        self,
        title: str,
        function: Callable[..., object],
        *,
        shown: bool = True,
        then: Callable[[Any], object] | None = None,
        **arguments: object,
    ) -> Job:
        """Do work that computes, in a process: `function(**arguments, progress=...)`.

        The function stands at the top of a module, arguments and result can be pickled. To unpickle holds up
        the window however it is done, so a large result comes as bytes; `then` makes of it, in the thread,
        what the job answers.
        """

        def work(progress: Progress) -> object:
            worker = self._free.get()
            try:
                found = worker.call(function, arguments, progress)
            finally:
                self._free.put(worker)
            return found if then is None else then(found)

        return self.run(title, work, shown=shown)

    def running(self) -> tuple[Job, ...]:
        """The jobs that are not over."""
        return tuple(self._running)

    def close(self) -> None:
        """Cancel everything, wait for the threads and end the processes."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone(10_000)
        for worker in self._workers:
            worker.end()

    def _begin(self, title: str, shown: bool) -> Job:
        job = Job(title, shown=shown, parent=self)
        self._running.append(job)
        job.finished.connect(self._end)
        self.started.emit(job)
        return job

    @Slot()
    def _end(self) -> None:
        for job in [job for job in self._running if job.over]:
            self._running.remove(job)
            self.ended.emit(job)
            job.deleteLater()
