"""A draft kept as a template of one's own: a name is asked for, its placeholders are open again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.marking import key_of
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.drafting.templates import title_of


class OwnTemplate(QObject):
    """Keeps one draft as a template."""

    kept = Signal(object)
    """The file of the new template."""
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, question: Question) -> None:
        super().__init__(session)
        self._session, self._jobs, self._question = session, jobs, question

    def ask(self) -> None:
        """Ask for a name and keep the draft under it."""
        title = key_of(title_of(self._session.agreement))
        self._question.ask(
            self.tr("Save as template"),
            self.tr("A name in small letters, figures and hyphens"),
            self._keep,
            verb=self.tr("Save"),
            words=title if title.isascii() else "",
        )

    def _keep(self, name: str) -> None:
        from workbench.actions.drafting import save_template

        draft = self._session.draft
        job = self._jobs.run(self.tr("Saving a template"), lambda _progress: save_template(draft, name))
        job.succeeded.connect(self.kept)
        job.failed.connect(self.failed)
