"""Settling findings: put right as a fix says, set aside for a reason, taken back; and which checks are asked.

Everything is a step that can be undone, and everything is kept in the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import Draft, Register
from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.draft_paper import DraftPaper
from workbench.desktop.editor.live_findings import dismissal_key
from workbench.desktop.editor.session import Session

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.agreement.fixes import Fix


_MISSING = ("checks.clause-missing", "checks.usual-clause-missing", "template.needs-another")
"""Findings that a clause of the library would settle."""


def lacks_clause(finding: Finding) -> bool:
    """Whether a finding asks for a clause the draft does not have."""
    return finding.code in _MISSING


def lacking(finding: Finding) -> str:
    """The clause type a finding asks for."""
    return str(finding.values.get("type", ""))


class Settling(QObject):
    """What can be done about a finding."""

    refused = Signal(str)
    clause_wanted = Signal(str)
    """A clause of this type is missing and is to be looked for in the library."""

    def __init__(self, session: Session, page: DraftPaper, question: Question) -> None:
        super().__init__(page)
        self._session, self._page, self._question = session, page, question

    def put_right(self, fix: Fix) -> None:
        """Apply a fix, as one step."""
        from workbench.agreement.fixes import apply

        try:
            changed = apply(self._session.agreement, fix)
        except WorkbenchError as error:
            self.refused.emit(error.sentence)
            return
        place = self._page.place_of_caret
        self._session.apply(self.tr("Put right"), changed, before=place, after=place)

    def ask_reason(self, finding: Finding) -> None:
        """Ask why a finding is no issue; with the answer it is set aside."""
        self._question.ask(
            self.tr("Why is this not an issue?"),
            self.tr("The reason is kept in the draft and never leaves it"),
            lambda reason: self.set_aside(finding, reason),
            verb=self.tr("Set aside"),
        )

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Ask no more, for this reason, as long as the words stay the same."""
        dismissed = {**self._session.draft.dismissed, dismissal_key(finding): reason}
        self._settle(self.tr("Set a finding aside"), dismissed=dismissed)

    def take_back(self, finding: Finding) -> None:
        """Ask again."""
        dismissed = dict(self._session.draft.dismissed)
        dismissed.pop(dismissal_key(finding), None)
        self._settle(self.tr("Take a finding back"), dismissed=dismissed)

    def choose_profile(self, profile: Register | None) -> None:
        """Hold the text against a register; None takes it as it presents itself."""
        if profile is not self._session.draft.profile:
            self._settle(self.tr("Choose the profile"), profile=profile)

    def switch(self, rule: str, on: bool) -> None:
        """Ask a rule of this draft, or do without it."""
        others = tuple(name for name in self._session.draft.unasked if name != rule)
        self._settle(self.tr("Switch a check"), unasked=others if on else (*others, rule))

    def _settle(self, label: str, **changed: object) -> None:
        draft: Draft = replace(self._session.draft, **changed)
        place = self._page.place_of_caret
        self._session.apply_draft(label, draft, before=place, after=place)
