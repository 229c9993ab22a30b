"""The bar above the text: which change is the present one, the way to the next, and what is decided on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu

from workbench.desktop.editor.saying import counted
from workbench.desktop.kit import Button, Frame, Label, ToolButton
from workbench.desktop.theme import Theme


class DecidingBar(Frame):
    """Previous and next, name and place of the change, undo, reject, accept, and deciding on many at once."""

    stepped = Signal(int)
    accept_asked = Signal()
    reject_asked = Signal()
    undo_asked = Signal()
    accept_listed_asked = Signal()
    reject_listed_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar", height=45)
        self._listed = 0
        self._what = Label(theme, "", 14, 600)
        self._where = Label(theme, "", 13, tone="ink2", elide=True)
        before = ToolButton(
            theme,
            "caret-up",
            self.tr("Previous change"),
            shortcut="Shift+F7",
            run=lambda: self.stepped.emit(-1),
        )
        after = ToolButton(
            theme, "caret-down", self.tr("Next change"), shortcut="F7", run=lambda: self.stepped.emit(1)
        )
        self.undo = ToolButton(
            theme, "arrow-counter-clockwise", self.tr("Undo the last decision"), run=self.undo_asked.emit
        )
        self.many = ToolButton(
            theme, "list-checks", self.tr("Decide on all changes listed"), run=self._ask_many
        )
        self.reject = Button(
            theme, self.tr("Reject"), icon="x", small=True, tip="R", run=self.reject_asked.emit
        )
        self.accept = Button(
            theme, self.tr("Accept"), icon="check", small=True, tip="A", run=self.accept_asked.emit
        )
        self.undo.setEnabled(False)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(12, 0, 16, 0)
        inner.setSpacing(6)
        for tool in (before, after, self._what):
            inner.addWidget(tool)
        inner.addWidget(self._where, 1)
        for decision in (self.undo, self.many, self.reject, self.accept):
            inner.addWidget(decision)

    def show_change(self, what: str, where: str, *, one: bool, listed: int) -> None:
        """Say which change is the present one; `one` if it can be decided on, `listed` how many there are."""
        self._listed = listed
        self._what.set(what)
        self._where.set(where)
        self.accept.setEnabled(one)
        self.reject.setEnabled(one)
        self.many.setEnabled(listed > 0)

    def _ask_many(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = self._listed
        accept = menu.addAction(counted(self.tr("Accept the %n change(s) listed", "", count), count))
        accept.triggered.connect(lambda _checked=False: self.accept_listed_asked.emit())
        reject = menu.addAction(counted(self.tr("Reject the %n change(s) listed", "", count), count))
        reject.triggered.connect(lambda _checked=False: self.reject_listed_asked.emit())
        menu.popup(self.many.mapToGlobal(self.many.rect().bottomLeft()))
