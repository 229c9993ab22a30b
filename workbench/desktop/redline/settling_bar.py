"""The bar above a merge: which conflict is the present one, and whose wording is to stand there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from workbench.comparison.merging import Choice, Delegations
from workbench.desktop.kit import Button, ToolButton, with_shortcut
from workbench.desktop.redline.deciding_bar import WalkingBar, ask_below
from workbench.desktop.theme import Theme

LETTERS = {"O": Choice.OURS, "T": Choice.THEIRS, "B": Choice.BOTH, "E": Choice.OTHER}


class SettlingBar(WalkingBar):
    """Ours, theirs, both, other words; or one side's wording in all conflicts that are open."""

    chosen = Signal(object)
    """The `Choice` for the present conflict; OTHER asks for the words first."""
    all_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, previous=self.tr("Previous conflict"), following=self.tr("Next conflict"))
        self._names = Delegations()
        self.many = ToolButton(theme, "list-checks", self.tr("Settle all open conflicts"), run=self._ask_many)
        self._letters = {choice: letter for letter, choice in LETTERS.items()}
        self.ours = self._button(theme, Choice.OURS, "")
        self.theirs = self._button(theme, Choice.THEIRS, "")
        self.both = self._button(theme, Choice.BOTH, self.tr("Both"), self.tr("Take both wordings"))
        self.other = self._button(theme, Choice.OTHER, self.tr("Edit…"), self.tr("Write other words instead"))
        self.put(self.many, self.ours, self.theirs, self.both, self.other)

    def name(self, delegations: Delegations) -> None:
        """Call the two sides by their names."""
        self._names = delegations
        sides = ((self.ours, Choice.OURS, delegations.ours), (self.theirs, Choice.THEIRS, delegations.theirs))
        for button, choice, name in sides:
            button.set_text(self.tr("Take %1").replace("%1", name))
            whole = self.tr("Take the wording of %1").replace("%1", name)
            button.setAccessibleName(whole)
            button.setToolTip(with_shortcut(whole, self._letters[choice]))

    def show_conflict(self, what: str, where: str, *, one: bool, other: bool, still_open: int) -> None:
        """Say which conflict is the present one; `other` if other words can take its place."""
        self.tell(what, where)
        for button in (self.ours, self.theirs, self.both):
            button.setEnabled(one)
        self.other.setEnabled(one and other)
        self.many.setEnabled(still_open > 0)

    def _button(self, theme: Theme, choice: Choice, words: str, said: str = "") -> Button:
        tip = with_shortcut(said, self._letters[choice])
        return Button(theme, words, small=True, tip=tip, run=lambda: self.chosen.emit(choice))

    def _ask_many(self) -> None:
        words = self.tr("Take the wording of %1 in all open conflicts")
        ask_below(
            self.many,
            [
                (words.replace("%1", self._names.ours), lambda: self.all_chosen.emit(Choice.OURS)),
                (words.replace("%1", self._names.theirs), lambda: self.all_chosen.emit(Choice.THEIRS)),
            ],
        )
