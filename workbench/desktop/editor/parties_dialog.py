"""The names of the parties in every case: taken from the table of States or derived by rule, and correctable.

A correction holds for the whole draft: wherever the party is named, the corrected form is written, also in
clauses that are inserted later.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from workbench.actions.drafting import party_forms
from workbench.agreement.declension import Case
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Agreement, Party
from workbench.desktop.kit import Button, Field, Frame, Label, LineEdit, Segmented, column, holder, row
from workbench.desktop.theme import SERIF, Theme

_DECLINED = ("lv", "uk")
_SHOWN = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
"""The cases a party's name stands in; nobody calls upon it."""


class PartiesDialog(QDialog):
    """`corrected` carries, by the key of each party that was corrected, the new forms (case -> form)."""

    corrected = Signal(object)

    def __init__(self, theme: Theme, agreement: Agreement, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of the parties"))
        self.resize(520, 620)
        self.fields: dict[str, dict[str, LineEdit]] = {}
        self._forms = {party.key: party_forms(party, agreement.language) for party in agreement.parties}
        declined = agreement.language in _DECLINED
        self._pages = QStackedWidget()
        for party in agreement.parties:
            self._pages.addWidget(self._page(theme, party, declined))
        names = [party.short or party.name for party in agreement.parties]
        self.which = Segmented(theme, names, self.tr("Party"))
        self.which.chosen.connect(self._pages.setCurrentIndex)
        said = self.tr("Where a form is wrong, write the right one; it is used wherever the party is named.")
        change = Button(theme, self.tr("Change"), "primary", run=self._done)
        foot = Frame(
            "foot",
            row(
                None,
                Button(theme, self.tr("Cancel"), run=self.reject),
                change,
                gap=8,
                margins=(24, 0, 24, 0),
            ),
            height=57,
        )
        head = column(
            Label(theme, self.windowTitle(), 20, 600, family=SERIF),
            Label(theme, said, 13, tone="ink2", wrap=True),
            row(self.which, None),
            (self._pages, 1),
            gap=12,
            margins=(24, 20, 24, 16),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(holder(head), 1)
        layout.addWidget(foot)

    def corrections(self) -> Mapping[str, Mapping[str, str]]:
        """By party the forms that differ from those shown at first; an emptied field corrects nothing."""
        found: dict[str, dict[str, str]] = {}
        for key, fields in self.fields.items():
            written = {case: on_one_line(field.text()) for case, field in fields.items()}
            new = {case: form for case, form in written.items() if form and form != self._forms[key][case]}
            if new:
                found[key] = new
        return found

    def _page(self, theme: Theme, party: Party, declined: bool) -> QWidget:
        names = {
            Case.NOM: self.tr("Nominative"),
            Case.GEN: self.tr("Genitive"),
            Case.DAT: self.tr("Dative"),
            Case.ACC: self.tr("Accusative"),
            Case.INS: self.tr("Instrumental"),
            Case.LOC: self.tr("Locative"),
        }
        shown: list[QWidget] = []
        self.fields[party.key] = {}
        for case in _SHOWN if declined else (Case.NOM,):
            label = names[case] if declined else self.tr("Name")
            line = LineEdit(theme, name=f"{party.short or party.name}, {label}")
            line.setText(self._forms[party.key][case.value])
            line.setCursorPosition(0)
            line.returnPressed.connect(self._done)
            self.fields[party.key][case.value] = line
            shown.append(Field(theme, label, line))
        return holder(column(*shown, None, gap=10))

    def _done(self) -> None:
        corrections = self.corrections()
        self.accept()
        if corrections:
            self.corrected.emit(corrections)
