"""What the template of a draft leaves open: optional provisions, alternatives, what a provision rests on.

Alternatives and what was taken out are read from the template, beside the window; each decision is one step.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from workbench.agreement.progress import Progress
from workbench.agreement.quoting import in_short, on_one_line
from workbench.agreement.tree import Draft, Provision, ProvisionId
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs

_WORDS = 90


class TemplateChoices(QObject):
    """Decides for one session."""

    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, caret: Callable[[], Place | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._caret, self._over = session, jobs, caret, parent

    def decide(self, provision: ProvisionId, keep: bool) -> None:
        """An optional provision stays for good, or goes."""
        from workbench.drafting.assembly import decide

        place = self._caret()
        label = self.tr("Keep an optional provision") if keep else self.tr("Leave out an optional provision")
        decided = decide(self._session.draft, provision, keep=keep)
        self._session.apply_draft(label, decided, before=place, after=place if keep else None)

    def ask_alternative(self, key: str) -> None:
        """Offer the wordings the template has for one place."""
        draft = self._session.draft

        def work(_progress: Progress) -> tuple[str, tuple[Provision, ...], int]:
            from workbench.drafting.assembly import choices

            found = next((choice for choice in choices(draft) if choice.key == key), None)
            return (key, found.alternatives, found.chosen) if found is not None else (key, (), 0)

        job = self._jobs.run(self.tr("Reading the template"), work, shown=False)
        job.succeeded.connect(self._offer)
        job.failed.connect(self.failed)

    def choose(self, key: str, number: int) -> None:
        """Put another alternative (counted from 1) in the place of the one that stands."""
        draft = self._session.draft

        def work(_progress: Progress) -> tuple[Draft, Draft, str]:
            from workbench.drafting.assembly import choose

            return draft, choose(draft, key, number), self.tr("Choose an alternative")

        self._carry_out(work)

    def put_back(self, clause_type: str) -> None:
        """The clause that another one rests on, as the template has it."""
        draft = self._session.draft

        def work(_progress: Progress) -> tuple[Draft, Draft, str]:
            from workbench.drafting.template_rules import put_back

            return draft, put_back(draft, clause_type), self.tr("Put a clause back")

        self._carry_out(work)

    def _carry_out(self, work: Callable[[Progress], tuple[Draft, Draft, str]]) -> None:
        job = self._jobs.run(self.tr("Reading the template"), work)
        job.succeeded.connect(self._made)
        job.failed.connect(self.failed)

    def _made(self, result: tuple[Draft, Draft, str]) -> None:
        before, after, label = result
        if self._session.draft is before:  # else somebody typed on, and decides again
            place = self._caret()
            self._session.apply_draft(label, after, before=place, after=None)

    def _offer(self, found: tuple[str, tuple[Provision, ...], int]) -> None:
        key, alternatives, chosen = found
        menu = QMenu(self._over)
        for number, unit in enumerate(alternatives, start=1):
            action = menu.addAction(in_short(unit.words, _WORDS).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number == chosen)
            action.setToolTip(on_one_line(unit.words))
            action.triggered.connect(lambda _on, which=number: self.choose(key, which))
        if not alternatives:
            menu.addAction(self.tr("The template has no other wording.")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos() + QPoint(0, 8))
