"""Two texts chosen, loaded and compared beside the window; and the redline written to a file.

Loading waits for files and the library and runs in a thread, comparing computes and runs in a process. Only
the answer to the last question counts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.actions import comparing
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Agreement
from workbench.comparison import compare
from workbench.comparison.redline import Redline
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.redline.sources import Source


class Comparison(QObject):
    """Compares for one face."""

    compared = Signal(object, object)
    """(the `Redline`, which of the two texts is the draft on the desk)."""
    written = Signal(object)
    """The path of a redline that was exported."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    def run(self, old: Source, new: Source) -> None:
        """Load both texts and compare them; a comparison under way is given up."""
        if self._job is not None and not self._job.over:
            self._job.cancel()

        def load(progress: Progress) -> tuple[Agreement, Agreement]:
            return old.load(progress), new.load(progress)

        job = self._jobs.run(self.tr("Reading the two texts"), load)
        self._job = job
        job.succeeded.connect(lambda pair: self._loaded(job, pair, (old.live, new.live)))
        job.failed.connect(self.failed)

    def write(self, redline: Redline, path: Path, author: str) -> None:
        """Write a redline with the author's name and the present time on every change."""
        date = datetime.now(UTC).replace(microsecond=0).isoformat()

        def work(_progress: Progress) -> Path:
            comparing.write_redline(redline, path, author=author or self.tr("Workbench"), date=date)
            return path

        job = self._jobs.run(self.tr("Writing the redline"), work)
        job.succeeded.connect(self.written)
        job.failed.connect(self.failed)

    def _loaded(self, job: Job, pair: tuple[Agreement, Agreement], live: tuple[bool, bool]) -> None:
        if job is not self._job:
            return
        running = self._jobs.run_heavy(self.tr("Comparing"), compare, old=pair[0], new=pair[1])
        self._job = running
        running.succeeded.connect(lambda redline: self._compared(running, redline, live))
        running.failed.connect(self.failed)

    def _compared(self, job: Job, redline: Redline, live: tuple[bool, bool]) -> None:
        if job is self._job:
            self.compared.emit(redline, live)
