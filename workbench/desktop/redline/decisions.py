"""What was decided on each change, and the way back: every decision is a step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

D = TypeVar("D")
"""What can be decided on a change: to accept or reject it, or how a conflict is settled."""


class Decisions(QObject, Generic[D]):
    """The decisions on one redline."""

    changed = Signal()
    went_back = Signal(int)
    """The number of a change whose decision was taken back."""
    begun = Signal()
    """There are decisions to take back, or there are none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.made: dict[int, D] = {}
        self.stack = QUndoStack(self)

    def begin(self, made: Mapping[int, D]) -> None:
        """Another redline, with what was decided on it before."""
        self.made = dict(made)
        self.stack.clear()
        self.begun.emit()

    def decide(self, number: int, decision: D | None, label: str) -> None:
        """Decide on a change, or leave it open (None); `label` is what undo calls it."""
        if self.made.get(number) != decision:
            self.stack.push(_Decide(self, number, decision, label))
            self.begun.emit()

    def decide_all(self, numbers: Collection[int], decision: D, label: str) -> None:
        """Decide on many changes in one step."""
        self.stack.push(_DecideAll(self, numbers, decision, label))
        self.begun.emit()

    def put(self, decided: dict[int, D | None]) -> None:
        """Put decisions down, or take them back (None); only the steps of the stack call it."""
        for number, decision in decided.items():
            if decision is None:
                self.made.pop(number, None)
            else:
                self.made[number] = decision
        self.changed.emit()

    def forget(self) -> None:
        """Another redline: nothing is decided on it."""
        self.begin({})


class _DecideAll(QUndoCommand, Generic[D]):
    def __init__(
        self, decisions: Decisions[D], numbers: Collection[int], decision: D | None, label: str
    ) -> None:
        super().__init__(label)
        self._decisions = decisions
        self._after: dict[int, D | None] = dict.fromkeys(numbers, decision)
        self._before: dict[int, D | None] = {number: decisions.made.get(number) for number in numbers}

    def redo(self) -> None:
        self._decisions.put(self._after)

    def undo(self) -> None:
        self._decisions.put(self._before)


class _Decide(_DecideAll[D]):
    """On one change: undoing goes back to it."""

    def __init__(self, decisions: Decisions[D], number: int, decision: D | None, label: str) -> None:
        super().__init__(decisions, [number], decision, label)
        self._number = number

    def undo(self) -> None:
        super().undo()
        self._decisions.went_back.emit(self._number)
