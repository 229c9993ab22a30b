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
from workbench.actions.comparing import RedlineForm, compare_word_files, write_redline
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Agreement
from workbench.comparison.redline import Redline
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.redline.manner import Manner
from workbench.desktop.redline.sources import Pair


class Comparison(QObject):
    """Compares for one face."""

    compared = Signal(object, object)
    """(what was found: `answers.Answered`, the `Pair` of texts it was found in)."""
    cancelled = Signal()
    written = Signal(object)
    """The path of a redline that was exported."""
    failed = Signal(object)
    """The texts could not be compared, and why."""
    write_failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._pair: Pair | None = None
        self._manner = Manner()
        self.compared_pair: Pair | None = None
        """The two texts that were compared last."""

    @property
    def running(self) -> bool:
        """Whether a comparison is under way."""
        return self._job is not None and not self._job.over

    def run(self, pair: Pair, manner: Manner) -> None:
        """Load both texts and compare them; a comparison under way is given up."""
        self.stop()
        self._pair, self._manner = pair, manner
        old, new = pair.old, pair.new

        def load(_progress: Progress) -> tuple[Agreement | Path, Agreement | Path]:
            return old.load(), new.load()

        self._follow(self._jobs.run(self.tr("Fetching the two texts"), load)).succeeded.connect(
            self._loaded  # a method: Qt forgets it when this object goes
        )

    def stop(self) -> None:
        """Another question, or the draft is closed: a comparison under way is given up, and nothing said."""
        if self._job is not None and not self._job.over:
            self._job.cancelled.disconnect(self.cancelled)
            self._job.cancel()
        self._job = None

    def cancel(self) -> None:
        """The user does not want to wait."""
        if self._job is not None:
            self._job.cancel()

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
        date = _now()

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

    def write_whole_file(self, path: Path, author: str) -> None:
        """Of two Word files compared, write the new one with what differs as tracked changes."""
        pair = self.compared_pair
        if pair is None or pair.old.path is None or pair.new.path is None:
            return
        job = self._jobs.run_heavy(
            self.tr("Writing the file"),
            compare_word_files,
            then=lambda _found: path,
            old=pair.old.path,
            new=pair.new.path,
            target=path,
            author=author or self.tr("Workbench"),
            date=_now(),
            ignored=self._manner.ignored,
            by_character=self._manner.by_character,
        )
        job.succeeded.connect(self.written)
        job.failed.connect(self.write_failed)

    def _write(self, work: Callable[[Progress], Path]) -> None:
        job = self._jobs.run(self.tr("Writing the file"), work)
        job.succeeded.connect(self.written)
        job.failed.connect(self.write_failed)

    def _loaded(self, texts: tuple[Agreement | Path, Agreement | Path]) -> None:
        manner = self._manner
        job = self._jobs.run_heavy(
            self.tr("Comparing"),
            answers.compare_texts,
            old=texts[0],
            new=texts[1],
            ignored=manner.ignored,
            by_character=manner.by_character,
        )
        self._follow(job).succeeded.connect(self._compared)

    def _follow(self, job: Job) -> Job:
        self._job = job
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        return job

    def _compared(self, found: answers.Answered) -> None:
        self.compared_pair = self._pair
        self.compared.emit(found, self._pair)


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()
