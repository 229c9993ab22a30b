"""Keeps the findings of a draft up to date while it is written."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.agreement.patches import difference
from workbench.agreement.progress import Progress
from workbench.agreement.severity import Severity
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.checking import Answer, Wanted, recheck
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.workers import Worker

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding

_QUIET = 200  # milliseconds without a key before the checks run: a pause between words is enough
_AT_FIRST = 900  # milliseconds before the first check: opening a draft has other work


class LiveFindings(QObject):
    """`changed` when there are new findings.

    `all` are the findings of `checked`, which may lag behind the draft by a moment; what they say of a
    provision that has changed since is corrected with the next answer.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.all: tuple[Finding, ...] = ()
        self.checked: Agreement | None = None
        self._worker = Worker(patience=0)  # nobody who closes a draft waits for its checks
        self._job: Job | None = None
        self._asked: Draft | None = None
        self._known: tuple[int, Agreement] | None = None
        self._turn = 0
        self._closed = threading.Event()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._run)
        session.changed.connect(self._changed)
        self._later.start(_AT_FIRST)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """Those nobody has set aside."""
        dismissed = self._session.draft.dismissed
        return tuple(f for f in self.all if dismissal_key(f) not in dismissed)

    @property
    def set_aside(self) -> tuple[tuple[Finding, str], ...]:
        """Those set aside, each with the reason given."""
        dismissed = self._session.draft.dismissed
        keyed = ((finding, dismissal_key(finding)) for finding in self.all)
        return tuple((finding, dismissed[key]) for finding, key in keyed if key in dismissed)

    def counts(self) -> dict[Severity, int]:
        """How many of each severity are shown."""
        shown = self.shown
        return {severity: sum(f.severity is severity for f in shown) for severity in Severity}

    def stop(self) -> None:
        """No more checks; the draft is being closed."""
        self._later.stop()
        self._closed.set()
        if self._job is None:
            self._worker.end()
        else:
            self._job.cancel()  # whoever works for it ends the process behind it
            self._job = None

    def _changed(self, old: object, new: object) -> None:
        assert isinstance(old, Draft)
        assert isinstance(new, Draft)
        if old.dismissed != new.dismissed:
            self.changed.emit()  # by undo too: what was set aside is asked again
        if _question(old) != _question(new):
            self._later.start(_QUIET)

    def _run(self) -> None:
        draft = self._session.draft
        if self._asked is not None and _question(self._asked) == _question(draft):
            return
        if self._job is not None:
            self._later.start(_QUIET)  # one at a time; the next begins when this one is done
            return
        self._asked = draft
        self._turn += 1
        turn, known, worker = self._turn, self._known, self._worker
        agreement, profile, unasked = draft.agreement, draft.profile, draft.unasked

        closed = self._closed

        def work(progress: Progress) -> object:
            try:
                return answer(progress)
            finally:
                if closed.is_set():
                    worker.end()

        def answer(progress: Progress) -> object:
            if known is not None:
                base, before = known
                patch = difference(before, agreement)
                found = worker.call(
                    recheck, {"wanted": Wanted(turn, base, patch, profile, unasked)}, progress
                )
                if found is not Answer.WHOLE:
                    return found
            whole = Wanted(turn, 0, agreement, profile, unasked)
            return worker.call(recheck, {"wanted": whole}, progress)

        job = self._jobs.run(self.tr("Checking the draft"), work, shown=False)
        self._job = job
        job.succeeded.connect(self._found)
        job.failed.connect(self._failed)
        job.finished.connect(self._over)

    def _found(self, found: object) -> None:
        if self._asked is None:
            return
        self.checked = self._asked.agreement  # one job at a time: this is what it was asked about
        self._known = (self._turn, self.checked)
        if isinstance(found, tuple):
            self.all = found
            self.changed.emit()

    def _failed(self, error: object) -> None:
        self._known = None
        self.failed.emit(error)

    def _over(self) -> None:
        self._job = None


def dismissal_key(finding: Finding) -> str:
    """What a finding set aside is remembered by: its rule, its place and the words it is about.

    The words count, so that it is asked again when they change.
    """
    return f"{finding.code}|{finding.provision or finding.locator}|{finding.quote}"


def _question(draft: Draft) -> tuple[int, object, tuple[str, ...]]:
    return id(draft.agreement), draft.profile, draft.unasked
