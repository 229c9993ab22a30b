"""The forms of a new term, to be corrected by hand: every case in both numbers, as far as a rule is sure of
it.

A field that no rule fills is empty; what is written there makes certain the places that stand in that form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.quoting import on_one_line
from workbench.desktop.kit import Label, LineEdit
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.drafting.defined_terms.phrases import Slot

_DECLINED = ("lv", "uk")
_CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
_NUMBERS = (GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL)


class TermForms(QWidget):
    """A table of fields, one for each form; English has but two."""

    changed = Signal()
    """A form was written by hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name, self._language = "", ""
        self._known: Mapping[Slot, str] = {}
        self.fields: dict[Slot, LineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def show_forms(self, name: str, language: str) -> None:
        """The forms of another name; what was written for the one before is gone with it."""
        from workbench.actions.drafting import term_forms

        if language != self._language:
            self._build(language)
        if name == self._name:
            return
        self._name, self._known = name, term_forms(name, language)
        for slot, field in self.fields.items():
            field.setText(self._known.get(slot, ""))
            field.setCursorPosition(0)

    def corrections(self) -> Mapping[Slot, str]:
        """The forms that differ from those shown at first; an emptied field corrects nothing."""
        written = {slot: on_one_line(field.text()) for slot, field in self.fields.items()}
        return {slot: form for slot, form in written.items() if form and form != self._known.get(slot)}

    def _build(self, language: str) -> None:
        self._language, self._name = language, ""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.fields = {}
        declined = language in _DECLINED
        names = {
            Case.NOM: self.tr("Nominative"),
            Case.GEN: self.tr("Genitive"),
            Case.DAT: self.tr("Dative"),
            Case.ACC: self.tr("Accusative"),
            Case.INS: self.tr("Instrumental"),
            Case.LOC: self.tr("Locative"),
        }
        heads = (self.tr("Singular"), self.tr("Plural"))
        for column, head in enumerate(heads, start=1):
            self._grid.addWidget(Label(self._theme, head, 13, 600, "ink2"), 0, column)
        for row, case in enumerate(_CASES if declined else (Case.NOM,), start=1):
            label = names[case] if declined else self.tr("Form")
            self._grid.addWidget(Label(self._theme, label, 13, tone="ink2"), row, 0)
            for column, number in enumerate(_NUMBERS, start=1):
                field = LineEdit(self._theme, self.tr("not certain"), name=f"{label}, {heads[column - 1]}")
                field.textEdited.connect(self._edited)
                self._grid.addWidget(field, row, column)
                self.fields[case, number] = field

    def _edited(self, _words: str) -> None:
        self.changed.emit()
