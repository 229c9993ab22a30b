"""How two texts are compared: what is taken for no difference, and whether words or characters are marked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from workbench.actions.comparing import Ignored
from workbench.desktop.kit import ToolButton
from workbench.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Manner:
    """One way to compare."""

    ignored: frozenset[Ignored] = frozenset()
    by_character: bool = False

    def ignoring(self, what: Ignored, on: bool) -> Manner:
        """Take something for no difference, or for one."""
        return replace(self, ignored=self.ignored | {what} if on else self.ignored - {what})


class MannerButton(ToolButton):
    """Asks how to compare; it stands out where that is not the usual way."""

    chosen = Signal()
    """`manner` is another one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "gear-six", self.tr("How to compare"), checkable=True, run=self._ask)
        self.manner = Manner()

    def use(self, manner: Manner) -> None:
        """Compare in this way."""
        if manner != self.manner:
            self.manner = manner
            self._show()
            self.chosen.emit()

    def _show(self) -> None:
        self.setChecked(self.manner != Manner())

    def _ask(self) -> None:
        self._show()  # the click has turned it
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Take for no difference"))
        for what, words in (
            (Ignored.FORMATTING, self.tr("Italics, bold and other formatting")),
            (Ignored.CASE, self.tr("Capital and small letters")),
            (Ignored.SIGNS, self.tr("Kinds of quotation marks, dashes and spaces")),
            (Ignored.SPACES, self.tr("How many spaces stand between words")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(what in self.manner.ignored)
            action.toggled.connect(lambda on, what=what: self.use(self.manner.ignoring(what, on)))
        menu.addSeparator()
        by_character = menu.addAction(self.tr("Mark single characters, not whole words"))
        by_character.setCheckable(True)
        by_character.setChecked(self.manner.by_character)
        by_character.toggled.connect(lambda on: self.use(replace(self.manner, by_character=on)))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
