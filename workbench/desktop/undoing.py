"""Undo and redo: whatever room is in front, its last deed is taken back.

Each room has a stack of its own; the conductor says which one is in front. The commands are refreshed as soon
as there is something to take back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QUndoStack

from workbench.desktop.commands import Commands


class Undoing(QObject):
    """The stack of the room in front; `in_front` gives it, or None where nothing can be taken back."""

    def __init__(
        self, commands: Commands, in_front: Callable[[], QUndoStack | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._commands, self._in_front = commands, in_front

    def undo(self) -> None:
        """Take back what was done last in the room in front."""
        stack = self._in_front()
        if stack is not None:
            stack.undo()

    def redo(self) -> None:
        """Do it again."""
        stack = self._in_front()
        if stack is not None:
            stack.redo()

    def can_undo(self) -> bool:
        """Whether there is something to take back in the room in front."""
        stack = self._in_front()
        return stack is not None and stack.canUndo()

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        stack = self._in_front()
        return stack is not None and stack.canRedo()

    def watch(self, stack: QUndoStack) -> None:
        """Undo and redo are there as soon as this stack has something to take back."""
        # Queued: a stack says a last word while it is being destroyed, and must not be asked then.
        later = Qt.ConnectionType.QueuedConnection
        stack.canUndoChanged.connect(self._commands.refresh, later)
        stack.canRedoChanged.connect(self._commands.refresh, later)
        self._commands.refresh()
