"""What was decided on each change, and the way back: every decision is a step that can be undone."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.desktop.redline.changes import Decision


class Decisions(QObject):
    """The decisions on one redline."""

    changed = Signal()
    went_back = Signal(int)
    """The number of a change whose decision was taken back."""
    begun = Signal()
    """There are decisions to take back, or there are none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.made: dict[int, Decision] = {}
        self.stack = QUndoStack(self)

    def decide(self, number: int, decision: Decision) -> None:
        """Accept or reject a change."""
        self.stack.push(_Decide(self, number, decision))
        self.begun.emit()

    def decide_all(self, numbers: Collection[int], decision: Decision) -> None:
        """Accept or reject many changes in one step."""
        accepted = decision is Decision.ACCEPTED
        words = self.tr("Accept %n change(s)", "", len(numbers))
        if not accepted:
            words = self.tr("Reject %n change(s)", "", len(numbers))
        self.stack.beginMacro(words)
        for number in numbers:
            self.stack.push(_Decide(self, number, decision))
        self.stack.endMacro()
        self.begun.emit()

    def put(self, number: int, decision: Decision | None) -> None:
        """Put down a decision, or take it back; only the steps of the stack call it."""
        if decision is None:
            self.made.pop(number, None)
        else:
            self.made[number] = decision
        self.changed.emit()

    def forget(self) -> None:
        """Another redline: nothing is decided on it."""
        self.made = {}
        self.stack.clear()
        self.begun.emit()


class _Decide(QUndoCommand):
    def __init__(self, decisions: Decisions, number: int, decision: Decision) -> None:
        accepted = decision is Decision.ACCEPTED
        super().__init__(decisions.tr("Accept a change") if accepted else decisions.tr("Reject a change"))
        self._decisions, self._number = decisions, number
        self._decision, self._before = decision, decisions.made.get(number)

    def redo(self) -> None:
        self._decisions.put(self._number, self._decision)

    def undo(self) -> None:
        self._decisions.put(self._number, self._before)
        self._decisions.went_back.emit(self._number)
