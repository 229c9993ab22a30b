"""What comes of the changes that were found: accepted or rejected, taken into the draft, written to files.

Decisions can be undone one by one; "Take into draft" makes of them one step on the draft's own undo stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.actions.answers import Answered
from workbench.actions.comparing import RedlineForm
from workbench.agreement.tree import Agreement
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.saying import counted
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.comparison import Comparison
from workbench.desktop.redline.decisions import Decisions
from workbench.desktop.redline.taking import taken


class Deciding(QObject):
    """The decisions on one comparison. `author` signs what is written."""

    def __init__(self, comparison: Comparison, author: str) -> None:
        super().__init__(comparison)
        self._comparison, self._author = comparison, author
        self.found: Answered | None = None
        self.live = (False, True)
        """Which of the two texts is the draft on the desk."""
        self.decisions: Decisions[Decision] = Decisions(self)

    @property
    def decided(self) -> dict[int, Decision]:
        """What was decided, by the number of the change."""
        return self.decisions.made

    @property
    def total(self) -> int:
        """How many changes can be decided on."""
        revisions = self.found.redline.revisions if self.found is not None else ()
        return sum(revision.kind is not RevisionKind.RENUMBERED for revision in revisions)

    def begin(self, found: Answered, live: tuple[bool, bool]) -> None:
        """Another comparison: nothing is decided on it."""
        self.end()
        self.found, self.live = found, live

    def end(self) -> None:
        """What was found holds no more."""
        self.found = None
        self.decisions.forget()

    def can_decide(self, number: int) -> bool:
        """Whether a change can be accepted or rejected: a new number only follows from others."""
        found = self.found
        return found is not None and found.redline.revision(number).kind is not RevisionKind.RENUMBERED

    def decide(self, number: int, decision: Decision) -> None:
        """Accept or reject a change."""
        accepted = decision is Decision.ACCEPTED
        label = self.tr("Accept a change") if accepted else self.tr("Reject a change")
        self.decisions.decide(number, decision, label)

    def decide_all(self, numbers: Sequence[int], decision: Decision) -> None:
        """Accept or reject many changes, in one step."""
        listed = [number for number in numbers if self.can_decide(number)]
        if not listed:
            return
        count = len(listed)
        words = self.tr("Accept %n change(s)", "", count)
        if decision is Decision.REJECTED:
            words = self.tr("Reject %n change(s)", "", count)
        self.decisions.decide_all(listed, decision, counted(words, count))

    def taken(self) -> tuple[Agreement, str] | None:
        """The draft after the decisions and what that step is called; None where there is nothing to take."""
        if self.found is None or not self.decided or not any(self.live):
            return None
        agreement = taken(self.found.redline, self.decided, draft_is_old=self.live[0])
        count = len(self.decided)
        return agreement, counted(self.tr("Take %n change(s) into the draft", "", count), count)

    def export_to(self, path: Path, form: RedlineForm = RedlineForm.REVISIONS, summary: bool = False) -> None:
        """Write the redline, with the author's name and the present time on every change."""
        if self.found is not None:
            redline = self.found.redline
            self._comparison.write(redline, path, self._author, form=form, summary=summary)

    def export_answer_to(self, answer: Path, path: Path) -> None:
        """Write the file that came back, with its tracked changes accepted and rejected as decided here."""
        if self.found is None:
            return
        accepted, rejected = (
            [
                change
                for number, made in self.decided.items()
                if made is decision
                for change in self.found.tracked.get(number, ())
            ]
            for decision in (Decision.ACCEPTED, Decision.REJECTED)
        )
        self._comparison.write_answer(answer, path, accepted=accepted, rejected=rejected)
