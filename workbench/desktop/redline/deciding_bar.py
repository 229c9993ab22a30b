"""The bar above the text: which change is the present one, the way to the next, what is decided on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workbench.desktop.editor.saying import counted
from workbench.desktop.kit import Button, Frame, Label, ToolButton, with_shortcut
from workbench.desktop.theme import Theme


class WalkingBar(Frame):
    """Previous and next, name and place of the change, undo, and the decisions a face puts behind them."""

    stepped = Signal(int)
    undo_asked = Signal()

    def __init__(self, theme: Theme, *, previous: str, following: str) -> None:
        super().__init__("bar", height=45)
        self._listed = 0
        self._what = Label(theme, "", 14, 600)
        self._where = Label(theme, "", 13, tone="ink2", elide=True)
        before = ToolButton(
            theme, "caret-up", previous, shortcut="Shift+F7", run=lambda: self.stepped.emit(-1)
        )
        after = ToolButton(theme, "caret-down", following, shortcut="F7", run=lambda: self.stepped.emit(1))
        self.undo = ToolButton(
            theme,
            "arrow-counter-clockwise",
            self.tr("Undo the last decision"),
            shortcut="Ctrl+Z",
            run=self.undo_asked.emit,
        )
        self.undo.setEnabled(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.setSpacing(6)
        for tool in (before, after, self._what):
            self._row.addWidget(tool)
        self._row.addWidget(self._where, 1)
        self._row.addWidget(self.undo)

    def put(self, *decisions: QWidget) -> None:
        """Put decisions at the end."""
        for decision in decisions:
            self._row.addWidget(decision)

    def tell(self, what: str, where: str) -> None:
        """Say which change is the present one."""
        self._what.set(what)
        self._where.set(where)


class DecidingBar(WalkingBar):
    """Reject, accept, and deciding on many changes at once."""

    accept_asked = Signal()
    reject_asked = Signal()
    accept_listed_asked = Signal()
    reject_listed_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, previous=self.tr("Previous change"), following=self.tr("Next change"))
        self.many = ToolButton(
            theme, "list-checks", self.tr("Decide on all changes listed"), run=self._ask_many
        )
        self.reject = Button(
            theme,
            self.tr("Reject"),
            icon="x",
            small=True,
            tip=with_shortcut(self.tr("Reject this change"), "R"),
            run=self.reject_asked.emit,
        )
        self.accept = Button(
            theme,
            self.tr("Accept"),
            icon="check",
            small=True,
            tip=with_shortcut(self.tr("Accept this change"), "A"),
            run=self.accept_asked.emit,
        )
        self.put(self.many, self.reject, self.accept)

    def show_change(self, what: str, where: str, *, one: bool, listed: int) -> None:
        """Say which change is the present one; `one` if it can be decided on, `listed` how many there are."""
        self._listed = listed
        self.tell(what, where)
        self.accept.setEnabled(one)
        self.reject.setEnabled(one)
        self.many.setEnabled(listed > 0)

    def _ask_many(self) -> None:
        count = self._listed
        accept = counted(self.tr("Accept the %n change(s) listed", "", count), count)
        reject = counted(self.tr("Reject the %n change(s) listed", "", count), count)
        ask_below(
            self.many,
            [(accept, self.accept_listed_asked.emit), (reject, self.reject_listed_asked.emit)],
        )


def ask_below(button: QWidget, deeds: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """A menu below a button: what can be done, and how."""
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, run in deeds:
        menu.addAction(words).triggered.connect(lambda _checked=False, run=run: run())
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
