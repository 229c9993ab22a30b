"""The menu on a change, in the list and in the text: what can be done with it, each with its letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


class Deed(NamedTuple):
    """An entry; `key` is what does the same without the menu."""

    words: str
    run: Callable[[], object]
    key: str = ""
    enabled: bool = True


def show_change_menu(over: QWidget, at: QPoint, *groups: Sequence[Deed]) -> None:
    """Show these at a point of the screen, with a line between the groups."""
    menu = QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for deed in group:
            action = menu.addAction(f"{deed.words}\t{deed.key}" if deed.key else deed.words)
            action.setEnabled(deed.enabled)
            action.triggered.connect(lambda _checked=False, run=deed.run: run())
    menu.popup(at)
