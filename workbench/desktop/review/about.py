"""What a file is, put right by hand: its language, its parties, and whether it is an agreement at all.

Recognition says when it could not make these out. The names typed become parties in a thread, because the
names of all States have to be loaded for it, and a text that was taken for background is recognised once
more in a process; the dialog closes when both are there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from workbench.agreement.languages import LANGUAGES
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Party
from workbench.desktop.jobs import Job
from workbench.desktop.kit import (
    Banner,
    Button,
    CheckBox,
    ComboBox,
    Field,
    Frame,
    Label,
    LineEdit,
    clear,
    column,
    row,
)
from workbench.desktop.language_names import language_name
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.record import Unpacked
from workbench.desktop.theme import SERIF, Theme

Namer = Callable[[tuple[str | Party, ...], str], Job]
"""Makes parties of names, in a language; the job's result is a tuple of `Party`."""
Recogniser = Callable[[], Job]
"""Recognises the file once more, as an agreement; the job's result is an `Unpacked`."""
_LEAST = 2


class AboutDialog(QDialog):
    """The form. It corrects as one step when it is accepted."""

    def __init__(
        self, theme: Theme, correction: Correction, namer: Namer, recogniser: Recogniser, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._correction, self._namer = theme, correction, namer
        self._recogniser = recogniser
        self._named: tuple[Party, ...] = ()
        self._known = correction.agreement.parties
        self._fields: list[LineEdit] = []
        self.setWindowTitle(self.tr("About this agreement"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self.is_agreement = CheckBox(theme, self.tr("This is an agreement, with clauses to be found"))
        self.is_agreement.setChecked(correction.state.is_agreement)
        self.language = ComboBox(theme, name=self.tr("Language"))
        for code in sorted(LANGUAGES, key=language_name):
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(self.language.findData(correction.agreement.language))
        self._parties = QVBoxLayout()
        self._parties.setSpacing(8)
        for party in self._known:
            self._add(party.name)
        while len(self._fields) < _LEAST:
            self._add("")
        more = Button(theme, self.tr("Add a party"), "link", run=lambda: self._add("").setFocus())
        self.go = Button(theme, self.tr("Correct"), "primary", icon="check", run=self._correct)
        self.go.setDefault(True)
        self._notices = QVBoxLayout()
        under = self.tr("Library and search find it by these. Clear a name to take the party out.")
        body = column(
            Label(theme, self.tr("About this agreement"), 20, 600, family=SERIF),
            Label(theme, under, 13, tone="ink2", wrap=True),
            self.is_agreement,
            Field(theme, self.tr("Language"), self.language),
            self._parties,
            row(more, None),
            self._notices,
            gap=14,
            margins=(24, 20, 24, 20),
        )
        cancel = Button(theme, self.tr("Cancel"), run=self.reject)
        foot = Frame("foot", row(None, cancel, self.go, gap=8, margins=(16, 0, 24, 0)), height=57)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def names(self) -> tuple[str, ...]:
        """The parties named, in order."""
        return tuple(name for field in self._fields if (name := on_one_line(field.text())))

    def _add(self, name: str) -> LineEdit:
        number = len(self._fields) + 1
        label = self.tr("Party {number}").format(number=number)
        line = LineEdit(self._theme, self.tr("State, ministry or organisation"), name=label)
        line.setText(name)
        self._fields.append(line)
        self._parties.addWidget(Field(self._theme, label, line))
        return line

    def _correct(self) -> None:
        code = self.language.currentData()
        as_known = {party.name: party for party in self._known} if code == self._language else {}
        self.go.setEnabled(False)
        job = self._namer(tuple(as_known.get(name, name) for name in self.names()), code)
        job.succeeded.connect(self._go_on)
        job.failed.connect(self._refused)

    @property
    def _language(self) -> str:
        return self._correction.agreement.language

    def _go_on(self, parties: object) -> None:
        assert isinstance(parties, tuple)
        self._named = parties
        if not self.is_agreement.isChecked() or self._correction.read.recognised.is_agreement:
            self._take_over(None)
            return
        job = self._recogniser()
        job.succeeded.connect(self._take_over)
        job.failed.connect(self._refused)
        job.cancelled.connect(lambda: self.go.setEnabled(True))

    def _take_over(self, anew: object) -> None:
        assert anew is None or isinstance(anew, Unpacked)
        self._correction.set_about(
            self.tr("Correct what it is"),
            language=self.language.currentData(),
            parties=self._named,
            is_agreement=self.is_agreement.isChecked(),
            anew=anew,
        )
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.go.setEnabled(True)
        sentence = getattr(error, "sentence", str(error))
        clear(self._notices)
        self._notices.addWidget(
            Banner(self._theme, f"{sentence[:1].upper()}{sentence[1:]}", severity="error")
        )
