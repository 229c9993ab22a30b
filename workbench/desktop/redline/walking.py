"""Walking through the changes of a redline: the present one, the next, the list and the text in step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack

from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.desktop.editor.keys import redo_too
from workbench.desktop.redline.changes import ChangesModel
from workbench.desktop.redline.changes_view import ChangesView
from workbench.desktop.redline.redline_views import RedlineViews


class Walk(QObject):
    """Goes round and round through the changes that are listed. `present` is 0 where no change is chosen."""

    moved = Signal()
    """Another change is the present one."""

    def __init__(self, model: ChangesModel, view: ChangesView, views: RedlineViews) -> None:
        super().__init__(views)
        self.present = 0
        self._model, self._view, self._views = model, view, views
        view.chosen.connect(self.go)
        views.revision_clicked.connect(self.go)
        views.moved_shown.connect(self._shown)

    @property
    def numbers(self) -> list[int]:
        """The changes listed, in order."""
        return self._model.revisions()

    def begin(self) -> None:
        """Another redline: nothing is chosen yet."""
        self.present = 0

    def step(self, by: int) -> None:
        """The next (or previous) change."""
        numbers = self.numbers
        if not numbers:
            return
        if self.present in numbers:
            self.go(numbers[(numbers.index(self.present) + by) % len(numbers)])
        else:
            self.go(numbers[0 if by > 0 else -1])

    def go(self, number: int) -> None:
        """Make a change the present one, in the list and in the text."""
        self._views.show_change(number)
        self._shown(number)

    def go_on(self, wanted: Callable[[int], bool]) -> None:
        """The next change that is wanted, if there is one."""
        numbers = self.numbers
        here = numbers.index(self.present) if self.present in numbers else -1
        following = next((n for n in [*numbers[here + 1 :], *numbers[: here + 1]] if wanted(n)), None)
        if following is not None:
            self.go(following)

    def go_to_place(self, provision: ProvisionId, redline: Redline) -> bool:
        """The first change listed in or after a provision."""
        numbers = set(self.numbers)
        passed = False
        for line in redline.rows:
            here = provision in (line.old.id if line.old else None, line.new.id if line.new else None)
            passed = passed or here
            if passed:
                found = next((n for n in line.revisions if n in numbers), None)
                if found is not None:
                    self.go(found)
                    return True
        return False

    def take_key(self, event: QKeyEvent, stack: QUndoStack) -> bool:
        """F7 walks, Ctrl+Z takes back and does again what was decided; whether the key was one of these."""
        if event.matches(QKeySequence.StandardKey.Undo):
            stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or redo_too(event):
            stack.redo()
        elif event.key() == Qt.Key.Key_F7:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True

    def position(self) -> tuple[int, int]:
        """Which of the changes listed is the present one (from 1; 0: none), and how many there are."""
        numbers = self.numbers
        return (numbers.index(self.present) + 1 if self.present in numbers else 0), len(numbers)

    def relist(self) -> None:
        """The list has been made anew: the present change stays chosen in it."""
        if self.present:
            self._view.show_revision(self.present)

    def _shown(self, number: int) -> None:
        self.present = number
        self._view.show_revision(number)
        self.moved.emit()
