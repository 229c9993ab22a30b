"""Keeps the findings of a draft up to date while it is written."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.agreement.findings import Finding, Severity
from workbench.agreement.tree import Agreement
from workbench.desktop.editor.checking import find
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Job, Jobs

_QUIET = 900  # milliseconds without a change before the checks run


class LiveFindings(QObject):
    """`changed` when there are new findings. Results for a root that is no longer current are dropped."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.all: tuple[Finding, ...] = ()
        self._job: Job | None = None
        self._checked: Agreement | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET)
        self._later.timeout.connect(self._run)
        session.changed.connect(lambda _old, _new: self._later.start())
        self._later.start()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """Those nobody has dismissed."""
        dismissed = self._session.draft.dismissed
        return tuple(f for f in self.all if dismissal_key(f) not in dismissed)

    def counts(self) -> dict[Severity, int]:
        """How many of each severity are shown."""
        shown = self.shown
        return {severity: sum(f.severity is severity for f in shown) for severity in Severity}

    def stop(self) -> None:
        """No more checks; the draft is being closed."""
        self._later.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _run(self) -> None:
        agreement = self._session.agreement
        if agreement is self._checked:
            return
        if self._job is not None:
            self._later.start()  # one at a time; the next begins when this one is done
            return
        self._checked = agreement
        job = self._jobs.run_heavy(self.tr("Checking the draft"), find, shown=False, agreement=agreement)
        self._job = job
        job.succeeded.connect(self._found)
        job.failed.connect(self.failed)
        job.finished.connect(self._over)

    def _found(self, found: object) -> None:
        if isinstance(found, tuple):
            self.all = found
            self.changed.emit()

    def _over(self) -> None:
        self._job = None


def dismissal_key(finding: Finding) -> str:
    """What a dismissed finding is remembered by: its rule, its place and the words it is about."""
    return f"{finding.code}|{finding.provision or finding.locator}|{finding.quote}"
