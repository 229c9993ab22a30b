"""What comes of the changes that were found: accepted or rejected, and taken into the draft.

Decisions can be undone one by one and are kept until the same two texts are compared again; "Take into draft"
makes of them one step on the draft's own undo stack.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from workbench.actions.answers import Answered
from workbench.agreement.tree import Agreement
from workbench.comparison.redline import Redline
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.saying import counted
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.decisions import Decisions
from workbench.desktop.redline.memory import Memory
from workbench.desktop.redline.sources import Pair
from workbench.desktop.redline.taking import taken


class Deciding(QObject):
    """The decisions on one comparison."""

    def __init__(self, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self.found: Answered | None = None
        self._texts: Pair | None = None
        self.decisions: Decisions[Decision] = Decisions(self)
        self.decisions.changed.connect(self._keep)

    @property
    def redline(self) -> Redline | None:
        """What is decided on."""
        return self.found.redline if self.found is not None else None

    @property
    def decided(self) -> dict[int, Decision]:
        """What was decided, by the number of the change."""
        return self.decisions.made

    @property
    def total(self) -> int:
        """How many changes can be decided on."""
        revisions = self.found.redline.revisions if self.found is not None else ()
        return sum(revision.kind is not RevisionKind.RENUMBERED for revision in revisions)

    @property
    def pending(self) -> int:
        """How many decisions would change the draft: what it would take in, or lose again."""
        if self._texts is None or not any(self._texts.live):
            return 0
        counts = Decision.ACCEPTED if self._texts.live[0] else Decision.REJECTED
        return sum(decision is counts for decision in self.decided.values())

    def begin(self, found: Answered, texts: Pair) -> None:
        """Another comparison, with what was decided when these texts were compared before."""
        self.found, self._texts = found, texts
        self.decisions.begin(self._memory.of(texts.identity, found.redline.revisions))

    def end(self) -> None:
        """What was found holds no more."""
        self.found = self._texts = None
        self.decisions.forget()

    def can_decide(self, number: int) -> bool:
        """Whether a change can be accepted or rejected: a new number only follows from others."""
        redline = self.redline
        return redline is not None and redline.revision(number).kind is not RevisionKind.RENUMBERED

    def decide(self, number: int, decision: Decision | None) -> None:
        """Accept or reject a change, or leave it open again."""
        labels = {
            Decision.ACCEPTED: self.tr("Accept a change"),
            Decision.REJECTED: self.tr("Reject a change"),
            None: self.tr("Leave a change open"),
        }
        self.decisions.decide(number, decision, labels[decision])

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
        if self.found is None or self._texts is None or not self.pending:
            return None
        agreement = taken(self.found.redline, self.decided, draft_is_old=self._texts.live[0])
        count = self.pending
        return agreement, counted(self.tr("Take %n change(s) into the draft", "", count), count)

    def _keep(self) -> None:
        if self.found is not None and self._texts is not None:
            self._memory.keep(self._texts.identity, self.decided, self.found.redline.revisions)
