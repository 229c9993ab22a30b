"""The menus of the import review: what a unit is, where to divide it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.agreement.tree import Kind, ProvisionId
from workbench.desktop.review.bands import CHANGEABLE, kind_name
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.tree_view import RecognisedView

_SENTENCE_END = re.compile(r"[.;:!?]\s+(?=\S)")
_PLACES = 14

Try = Callable[[Callable[[], object]], None]
"""Carries a correction out and says so where it cannot be made."""


class Choices(QWidget):
    """Asks at the unit looked at in the tree. It is a widget only to own the menus."""

    def __init__(self, tree: RecognisedView, attempt: Try) -> None:
        super().__init__(tree)
        self.hide()
        self._tree, self._try = tree, attempt

    def kind(self, correction: Correction, unit: ProvisionId) -> None:
        """Ask what a unit is."""
        now = correction.agreement.find(unit)
        menu = self._new_menu()

        def choose(kind: Kind) -> None:
            self._try(lambda: correction.set_kind(kind_name(kind), unit, kind))

        for kind in CHANGEABLE:
            action = self._choice(menu, kind_name(kind), partial(choose, kind))
            action.setCheckable(True)
            action.setChecked(now is not None and now.kind is kind)
        self._pop_up(menu)

    def place(self, correction: Correction, unit: ProvisionId, at: int | None) -> None:
        """Ask where to divide a unit; `at` is the character at the cursor in the source, offered first."""
        found = correction.agreement.find(unit)
        if found is None:
            return
        plain = found.text.plain
        ends = {match.end() for match in _SENTENCE_END.finditer(plain)}
        ends |= {index + 1 for index, char in enumerate(plain) if char == "\n"}
        menu = self._new_menu()
        if at is not None:
            here = self.tr("At the cursor:  {place}").format(place=_around(plain, at))
            menu.setActiveAction(self._choice(menu, here, self._splitter(correction, unit, at)))
            menu.addSeparator()
        for place in sorted(ends - {at})[:_PLACES]:
            self._choice(menu, _around(plain, place), self._splitter(correction, unit, place))
        if not ends and at is None:
            menu.addAction(self.tr("One sentence: click in the source where to split")).setEnabled(False)
        self._pop_up(menu)

    def verbs(self, do: Callable[[str], object], where: QPoint, *, editable: bool) -> None:
        """The menu of the right button."""
        menu = self._new_menu()
        for verb, words, key in (
            ("kind", self.tr("Change kind…"), "K"),
            ("promote", self.tr("Raise one level"), "Left"),
            ("demote", self.tr("Lower one level"), "Right"),
            ("merge", self.tr("Merge with the one before"), "M"),
            ("split", self.tr("Split…"), "S"),
            ("type", self.tr("Change clause type…"), "T"),
            ("words", self.tr("Correct the words…"), "E"),
            ("leave-out", self.tr("Leave out"), "Del"),
            ("about", self.tr("Language and parties…"), "A"),
        ):
            action = self._choice(menu, words, partial(do, verb))
            action.setShortcut(key)
            action.setEnabled(editable)
        menu.popup(where)

    def _splitter(self, correction: Correction, unit: ProvisionId, place: int) -> Callable[[], None]:
        words = self.tr("Split")
        return lambda: self._try(lambda: correction.split(words, unit, place))

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._tree.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _choice(self, menu: QMenu, words: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked: run())
        return action

    def _pop_up(self, menu: QMenu) -> None:
        where = self._tree.visualRect(self._tree.currentIndex()).bottomLeft()
        menu.popup(self._tree.viewport().mapToGlobal(where + QPoint(48, 0)))


def _around(plain: str, place: int) -> str:
    """The words on both sides of a place."""
    before, after = plain[max(0, place - 24) : place].strip(), plain[place : place + 32].strip()
    return f"{'…' if place > 24 else ''}{before}  |  {after}{'…' if place + 32 < len(plain) else ''}"
