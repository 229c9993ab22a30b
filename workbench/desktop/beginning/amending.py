"""Amending from the window: the protocol between two versions, and the text a protocol leads to.

One dialog asks for two files; the draft on the desk can stand for one of them. Both are read and worked out
in the process beside the window, and what comes of it is put on the desk as a new draft.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.desktop import heavy
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button, CheckBox, Field, Frame, Label, LineEdit, column, row
from workbench.desktop.theme import SERIF, Theme

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.agreement.tree import Agreement, Draft
    from workbench.desktop.editor.draft_page import DraftPage


class AmendingRoom(QObject):
    """`made` carries the new draft and what could not be said or carried out to the letter."""

    made = Signal(object, object)

    def __init__(
        self, over: QWidget, theme: Theme, jobs: Jobs, draft: Callable[[], DraftPage | None]
    ) -> None:
        super().__init__(over)
        self._over, self._theme, self._jobs, self._draft = over, theme, jobs, draft

    def ask_amend(self) -> None:
        """Ask for two versions; the draft on the desk is offered as the new one, its file as the old."""
        dialog = VersionsDialog(
            self._theme,
            self._over,
            title=self.tr("Amending protocol from two versions"),
            labels=(self.tr("Text in force"), self.tr("Text as it is to be")),
            verb=self.tr("Write the protocol"),
            own=1 if self._draft() is not None else None,
        )
        page = self._draft()
        if page is not None and page.path is not None:
            dialog.first.field.setText(str(page.path))  # type: ignore[attr-defined]  # it is a line
        self._open(dialog, amend=True)

    def ask_consolidate(self) -> None:
        """Ask for an agreement and a protocol; the draft on the desk is offered as the agreement."""
        dialog = VersionsDialog(
            self._theme,
            self._over,
            title=self.tr("Consolidate an agreement"),
            labels=(self.tr("Agreement"), self.tr("Amending protocol")),
            verb=self.tr("Carry out the protocol"),
            own=0 if self._draft() is not None else None,
        )
        self._open(dialog, amend=False)

    def _open(self, dialog: VersionsDialog, *, amend: bool) -> None:
        dialog.answered.connect(lambda one, other: self._work(dialog, one, other, amend=amend))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _work(self, dialog: VersionsDialog, one: Path | None, other: Path | None, *, amend: bool) -> None:
        page = self._draft()
        present: Agreement | None = page.session.agreement if page is not None else None
        job = self._jobs.run_heavy(
            self.tr("Writing the protocol") if amend else self.tr("Carrying out the protocol"),
            heavy.amended if amend else heavy.consolidated,
            old=one or present,
            new=other or present,
        )
        job.succeeded.connect(dialog.accept)
        job.succeeded.connect(self._done)
        job.failed.connect(dialog.refuse)

    def _done(self, result: tuple[Draft, tuple[Finding, ...]]) -> None:
        self.made.emit(*result)


class VersionsDialog(QDialog):
    """`answered` carries two paths; None stands for the draft on the desk."""

    answered = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        labels: tuple[str, str],
        verb: str,
        own: int | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self._own = own
        self.first, self.second = (Field(theme, label, LineEdit(theme, name=label)) for label in labels)
        self._fields = (self.first, self.second)
        rows = []
        for field in self._fields:
            choose = Button(theme, self.tr("Choose…"), run=partial(self._browse, field))
            choose.setAccessibleName(
                self.tr("Choose a file: {what}").format(what=field.field.accessibleName())
            )
            line = row((field, 1), gap=8)
            line.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
            rows.append(line)
        self.draft = CheckBox(theme, self.tr("Take the draft on the desk for it"))
        self.draft.toggled.connect(lambda _on: self._arrange())
        self._error = Label(theme, "", 13, tone="red", wrap=True)
        self.go = Button(theme, verb, "primary", run=self._answer)
        parts: list[object] = [Label(theme, title, 20, 600, family=SERIF)]
        for index, line in enumerate(rows):
            parts.append(line)
            if index == own:
                parts.append(self.draft)
        body = column(*parts, self._error, gap=12, margins=(24, 20, 24, 20))  # type: ignore[arg-type]  # widgets and layouts
        foot = Frame(
            "foot",
            row(
                None,
                Button(theme, self.tr("Cancel"), run=self.reject),
                self.go,
                gap=8,
                margins=(16, 0, 24, 0),
            ),
            height=57,
        )
        self.setLayout(column(body, foot, gap=0))
        self.draft.setChecked(own is not None)
        self._arrange()

    def refuse(self, error: object) -> None:
        """Say why it could not be done; the dialog stays to be put right."""
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        name = f"{Path(error.file).name}: " if isinstance(error, WorkbenchError) and error.file else ""
        self._error.set(name + words[:1].upper() + words[1:])
        self.go.setEnabled(True)

    def _answer(self) -> None:
        paths: list[Path | None] = []
        for index, field in enumerate(self._fields):
            own = index == self._own and self.draft.isChecked()
            path = Path(field.text)
            if not own and not path.is_file():
                field.set_error(self.tr("There is no such file."))
                return
            paths.append(None if own else path)
        self._error.set("")
        self.go.setEnabled(False)
        self.answered.emit(*paths)

    def _arrange(self) -> None:
        for index, field in enumerate(self._fields):
            field.field.setEnabled(not (index == self._own and self.draft.isChecked()))

    def _browse(self, field: Field) -> None:
        from workbench.formats import SUFFIXES

        kinds = f"{self.tr('Agreements')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
        chosen, _ = QFileDialog.getOpenFileName(self, field.field.accessibleName(), "", kinds)
        if chosen and isinstance(field.field, LineEdit):
            if self._own is not None and field is self._fields[self._own]:
                self.draft.setChecked(False)
            field.field.setText(chosen)
