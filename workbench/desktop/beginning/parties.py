"""Naming the parties: a field for each, with the names of all States offered while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView, QVBoxLayout, QWidget

from workbench.desktop.kit import Field, LineEdit
from workbench.desktop.theme import Theme


class PartyFields(QWidget):
    """Two or more parties. What is typed need not be a State: any name is taken as it is."""

    changed = Signal()

    def __init__(self, theme: Theme, count: int = 2) -> None:
        super().__init__()
        self._theme = theme
        self._names = QStringListModel(self)
        self._fields: list[Field] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Ask for so many parties; what was typed stays."""
        while len(self._fields) > count:
            field = self._fields.pop()
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        while len(self._fields) < count:
            self._add()

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names while typing."""
        self._names.setStringList(list(names))

    def names(self) -> tuple[str, ...]:
        """What is named, empty fields included."""
        return tuple(field.text for field in self._fields)

    def set_names(self, names: Sequence[str]) -> None:
        """Fill the fields."""
        for field, name in zip(self._fields, names, strict=False):
            line = field.field
            assert isinstance(line, LineEdit)
            line.setText(name)

    def check(self) -> bool:
        """Whether every party is named and no two are the same; says so at the fields."""
        names = [name.casefold() for name in self.names()]
        good = True
        for index, field in enumerate(self._fields):
            fault = ""
            if not names[index]:
                fault = self.tr("Name this party.")
            elif names[index] in names[:index]:
                fault = self.tr("This party is named already.")
            field.set_error(fault)
            good = good and not fault
        return good

    def focus_first(self) -> None:
        """Put the cursor in the first empty field."""
        for field in self._fields:
            if not field.text:
                field.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self) -> None:
        number = len(self._fields) + 1
        labels = {1: self.tr("Our side"), 2: self.tr("The other side")}
        label = labels.get(number, self.tr("Party {number}").format(number=number))
        line = LineEdit(self._theme, self.tr("State, ministry or organisation"), name=label)
        completer = QCompleter(self._names, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        offered.setProperty("kind", "popup")
        offered.setFont(self._theme.font(14))
        completer.setPopup(offered)
        line.setCompleter(completer)
        field = Field(self._theme, label, line)
        field.changed.connect(self.changed)
        self._fields.append(field)
        self._column.addWidget(field)
