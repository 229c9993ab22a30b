"""Plain letters that decide on a change, wherever in a face the keyboard is: A accepts, O takes our wording.

A list would look for a row that begins with the letter, and on a Ukrainian keyboard the key of A writes
another one. A shortcut of the face comes before the list and is known by its place on any keyboard; a field
that is written in keeps its letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_letters(face: QWidget, deeds: Mapping[str, Callable[[], object]]) -> None:
    """Do these on their letters. A key held down decides once: what follows is looked at first."""
    for letter, deed in deeds.items():
        made = QShortcut(QKeySequence(letter), face)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setAutoRepeat(False)
        made.activated.connect(deed)
