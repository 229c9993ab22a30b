"""Three texts chosen, loaded and merged beside the window; what came of it kept or written to a file.

As for a comparison: fetching runs in a thread, reading and merging in a process, and only the answer to the
last question counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.actions import merging
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Agreement, Draft
from workbench.comparison.merging import Delegations, Settlement
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.redline.settlements import Settlements

Text = Callable[[], Draft | Agreement | Path]
"""Fetches a text: a draft, an agreement of the library, or the file to be read."""


class Merging(QObject):
    """Merges for one face."""

    merged = Signal(object)
    """What was found: `merging.MergeShown`."""
    settled = Signal(object)
    """The merged draft, with its conflicts as they were settled."""
    written = Signal(object)
    """The path of a draft that was saved."""
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._delegations = Delegations()

    @property
    def running(self) -> bool:
        """Whether a merge is under way."""
        return self._job is not None and not self._job.over

    def run(self, texts: Sequence[Text], delegations: Delegations) -> None:
        """Load base, ours and theirs and merge them; a merge under way is given up."""
        self.stop()
        self._delegations = delegations

        def load(_progress: Progress) -> list[Draft | Path]:
            loaded = [text() for text in texts]
            return [Draft(text) if isinstance(text, Agreement) else text for text in loaded]

        self._follow(self._jobs.run(self.tr("Fetching the three texts"), load))
        assert self._job is not None  # it has just begun
        self._job.succeeded.connect(self._loaded)  # a method: Qt forgets it when this object goes

    def stop(self) -> None:
        """Give up a merge under way; nothing is said of it."""
        if self._job is not None and not self._job.over:
            self._job.cancelled.disconnect(self.cancelled)
            self._job.cancel()
        self._job = None

    def cancel(self) -> None:
        """The user does not want to wait."""
        if self._job is not None:
            self._job.cancel()

    def settle(self, found: Settlements, settled: Mapping[int, Settlement]) -> None:
        """Make the merged draft of what was settled."""
        job = self._jobs.run(
            self.tr("Settling the conflicts"), lambda _progress: found.draft(settled), shown=False
        )
        job.succeeded.connect(self.settled)
        job.failed.connect(self.failed)

    def write(self, draft: Draft, path: Path) -> None:
        """Write what came of it to a draft file."""
        from workbench.actions.drafting import save_draft

        def work(_progress: Progress) -> Path:
            save_draft(draft, path)
            return path

        job = self._jobs.run(self.tr("Writing the file"), work)
        job.succeeded.connect(self.written)
        job.failed.connect(self.failed)

    def _loaded(self, texts: list[Draft | Path]) -> None:
        base, ours, theirs = texts
        self._follow(
            self._jobs.run_heavy(
                self.tr("Merging"),
                merging.merge_and_show,
                base=base,
                ours=ours,
                theirs=theirs,
                delegations=self._delegations,
            )
        )
        assert self._job is not None  # it has just begun
        self._job.succeeded.connect(self.merged)

    def _follow(self, job: Job) -> None:
        self._job = job
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
