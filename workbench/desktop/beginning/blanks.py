"""The placeholders of a template as a form: each a field with its help; all may be left for later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.agreement.text import PlaceholderType
from workbench.desktop.kit import Field, Label, LineEdit, clear
from workbench.desktop.theme import Theme
from workbench.drafting.placeholders import Blank


class BlankFields(QWidget):
    """One field per placeholder. `values` holds what was filled in."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._hints = {
            PlaceholderType.DATE: self.tr("a day, such as 15 January 2027"),
            PlaceholderType.NUMBER: self.tr("a number"),
            PlaceholderType.MONEY: self.tr("an amount with its currency"),
            PlaceholderType.PLACE: self.tr("a place"),
            PlaceholderType.PERSON: self.tr("a person"),
        }

    def show_blanks(self, blanks: Sequence[Blank]) -> None:
        """Ask for these; values typed for the same keys stay."""
        typed = self.values()
        clear(self._column)
        self._fields = {}
        for blank in blanks:
            words = blank.label.strip("[]") or blank.key
            label = words[:1].upper() + words[1:]
            line = LineEdit(self._theme, blank.default or self._hints.get(blank.type, ""), name=label)
            line.setText(typed.get(blank.key, ""))
            field = Field(self._theme, label, line, help_text=blank.help)
            field.changed.connect(self.changed)
            self._fields[blank.key] = field
            self._column.addWidget(field)
        if not blanks:
            self._column.addWidget(
                Label(self._theme, self.tr("This template has no placeholders."), 14, tone="ink3")
            )

    def values(self) -> dict[str, str]:
        """Key -> what was filled in; what was left empty is not there."""
        return {key: field.text for key, field in self._fields.items() if field.text}

    def set_error(self, key: str, sentence: str) -> bool:
        """Say what is wrong with one value; says whether there is such a field."""
        field = self._fields.get(key)
        if field is None:
            return False
        field.set_error(sentence)
        field.field.setFocus()
        return True
