"""Versions of a draft kept for good under a label (*as sent*, *second round*), to be compared with later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal

from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.saving import Saving
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.sources import Source

if TYPE_CHECKING:
    from workbench.agreement.tree import Agreement
    from workbench.library import Library


class KeptVersions(QObject):
    """The versions of one draft. They stand in the library and follow the draft to a new file."""

    kept = Signal(object)
    """The `VersionInfo` of the version just kept."""
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, library: Library | None, saving: Saving, question: Question
    ) -> None:
        super().__init__(session)
        self._session, self._jobs, self._library = session, jobs, library
        self._saving, self._question = saving, question

    @property
    def possible(self) -> bool:
        """Whether there is a library to keep versions in."""
        return self._library is not None

    def ask(self) -> None:
        """Ask what this version is called, and keep it."""
        self._question.ask(
            self.tr("Keep this version"),
            self.tr("What it is: as sent, second round…"),
            self._keep,
            verb=self.tr("Keep"),
        )

    def sources(self) -> list[Source]:
        """The versions kept so far as texts to compare with, the last one first."""
        library, key = self._library, self._saving.key
        if library is None:
            return []
        found = []
        for version in library.drafts.versions(key):
            kept = QDateTime.fromString(version.kept_at, Qt.DateFormat.ISODate).toLocalTime()
            day = QLocale().toString(kept, QLocale.FormatType.ShortFormat)

            def load(number: int = version.number) -> Agreement:
                return library.drafts.version(key, number).content.agreement

            found.append(Source(version.label, self.tr("Version, {day}").format(day=day), load))
        return found

    def _keep(self, label: str) -> None:
        library, draft, key = self._library, self._session.draft, self._saving.key
        if library is None or not label.strip():
            return
        job = self._jobs.run(
            self.tr("Keeping a version"),
            lambda _progress: library.drafts.keep_version(key, draft, label=label.strip()),
            shown=False,
        )
        job.succeeded.connect(self.kept)
        job.failed.connect(self.failed)
