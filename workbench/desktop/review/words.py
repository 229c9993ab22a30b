"""The wording of one unit, put right where the file was read wrongly: a scan, a damaged line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.agreement.tree import BASIC, GROUPING, Provision
from workbench.desktop.kit import Button, Field, Frame, Key, Label, LineEdit, column, row
from workbench.desktop.review.bands import kind_name
from workbench.desktop.review.correction import Correction
from workbench.desktop.theme import SERIF, Theme


class WordsDialog(QDialog):
    """Heading and text of a unit. Ctrl+Enter takes them over as one step, Escape leaves all as it was."""

    def __init__(self, theme: Theme, correction: Correction, unit: Provision, parent: QWidget) -> None:
        super().__init__(parent)
        self._correction, self._unit = correction, unit
        self.setWindowTitle(self.tr("Correct the words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.heading = LineEdit(theme, name=self.tr("Heading"))
        self.heading.setText(unit.heading.plain)
        self.text = QPlainTextEdit()
        self.text.setProperty("kind", "field")
        self.text.setFont(theme.font(16, 400, SERIF))
        self.text.setPlainText(unit.text.plain)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Words"))
        headed = bool(unit.heading) or unit.kind in (*BASIC, *GROUPING)
        fields = [Field(theme, self.tr("Heading"), self.heading)] if headed else []
        if unit.text or not headed:
            fields.append(Field(theme, self.tr("Words"), self.text))
        title = self.tr("Words of this {kind}").format(kind=kind_name(unit.kind).lower())
        self.go = Button(theme, self.tr("Correct"), "primary", icon="check", run=self.take_over)
        cancel = Button(theme, self.tr("Cancel"), run=self.reject)
        body = column(Label(theme, title, 20, 600, family=SERIF), *fields, gap=14, margins=(24, 20, 24, 20))
        hint = Key(theme, "Ctrl+Enter")
        foot = Frame("foot", row(None, hint, cancel, self.go, gap=8, margins=(16, 0, 24, 0)), height=57)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)
        (self.heading if headed else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self) -> None:
        """Correct the unit, unless nothing was changed."""
        heading, words = self.heading.text(), self.text.toPlainText()
        if (heading, words) != (self._unit.heading.plain, self._unit.text.plain):
            self._correction.set_words(self.tr("Correct the words"), self._unit.id, heading, words)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes over; Enter in the heading does too."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or self.heading.hasFocus()):
            self.take_over()
            return
        super().keyPressEvent(event)
