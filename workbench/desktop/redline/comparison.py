"""Two texts chosen, loaded and compared beside the window; the redline, or their file as decided, written.

Fetching waits for the library and runs in a thread, reading files and comparing computes and runs in a
process. Only the answer to the last question counts: a job that was cancelled never succeeds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.actions import answers
from workbench.actions.comparing import RedlineForm, write_redline
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Agreement
from workbench.comparison.redline import Redline
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.redline.sources import Source


class Comparison(QObject):
    """Compares for one face."""

    compared = Signal(object, object)
    """(what was found: `answers.Answered`, which of the two texts is the draft on the desk)."""
    written = Signal(object)
    """The path of a redline that was exported."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._live = (False, False)

    def run(self, old: Source, new: Source) -> None:
        """Load both texts and compare them; a comparison under way is given up."""
        self.stop()

        def load(_progress: Progress) -> tuple[Agreement | Path, Agreement | Path]:
            return old.load(), new.load()

        self._live = old.live, new.live
        self._job = self._jobs.run(self.tr("Fetching the two texts"), load)
        self._job.succeeded.connect(self._loaded)  # a method: Qt forgets it when this object goes
        self._job.failed.connect(self.failed)

    def stop(self) -> None:
        """The draft is closed: a comparison under way is given up."""
        if self._job is not None and not self._job.over:
            self._job.cancel()
        self._job = None

    def write(
        self,
        redline: Redline,
        path: Path,
        author: str,
        *,
        form: RedlineForm = RedlineForm.REVISIONS,
        summary: bool = False,
    ) -> None:
        """Write a redline with the author's name and the present time on every change."""
        date = datetime.now(UTC).replace(microsecond=0).isoformat()

        def work(_progress: Progress) -> Path:
            name = author or self.tr("Workbench")
            write_redline(redline, path, author=name, date=date, form=form, summary=summary)
            return path

        self._write(work)

    def write_answer(
        self, answer: Path, path: Path, *, accepted: Collection[int], rejected: Collection[int]
    ) -> None:
        """Write a returned Word file with some of its tracked changes decided, by their numbers."""

        def work(_progress: Progress) -> Path:
            answers.decide_answer(answer, path, accepted=accepted, rejected=rejected)
            return path

        self._write(work)

    def _write(self, work: Callable[[Progress], Path]) -> None:
        job = self._jobs.run(self.tr("Writing the file"), work)
        job.succeeded.connect(self.written)
        job.failed.connect(self.failed)

    def _loaded(self, pair: tuple[Agreement | Path, Agreement | Path]) -> None:
        self._job = self._jobs.run_heavy(
            self.tr("Comparing"), answers.compare_texts, old=pair[0], new=pair[1]
        )
        self._job.succeeded.connect(self._compared)
        self._job.failed.connect(self.failed)

    def _compared(self, found: answers.Answered) -> None:
        self.compared.emit(found, self._live)
