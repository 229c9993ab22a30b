"""The export: which format, which file, and what stands in the way of signing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.actions import exporting
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, Severity
from workbench.agreement.progress import Progress
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, Button, Field, Frame, Icon, Label, LineEdit, column, holder, row
from workbench.desktop.theme import SERIF, Theme

_MOST = 5


class ExportDialog(QDialog):
    """Writes the clean text of a draft; what is internal stays here."""

    finding_chosen = Signal(object)
    exported = Signal(object)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        session: Session,
        findings: Sequence[Finding],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._jobs, self._session = theme, jobs, session
        self.setWindowTitle(self.tr("Export the draft"))
        self.setMinimumWidth(560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        formats = (
            (".docx", self.tr("Word document"), self.tr("for signing, in the treaty style")),
            (".pdf", self.tr("PDF"), self.tr("for reading and printing")),
            (".xml", self.tr("Akoma Ntoso"), self.tr("for registers and other programs")),
            (".html", self.tr("Web page"), self.tr("for reading on screen")),
            (".txt", self.tr("Plain text"), self.tr("words and numbers only")),
        )
        self.formats = QButtonGroup(self)
        choices = []
        for index, (suffix, words, use) in enumerate(formats):
            button = QRadioButton(words)
            button.setFont(theme.font(14, 600))
            button.setProperty("suffix", suffix)
            button.setChecked(index == 0)
            self.formats.addButton(button, index)
            line = row(button, Label(theme, use, 13, tone="ink2"), None, gap=8)
            choices.append(holder(line))
        self.formats.idClicked.connect(self._suffix_changed)
        folder = session.path.parent if session.path else _documents()
        self.path = LineEdit(theme, name=self.tr("File"))
        self.path.setText(str(folder / f"{name}.docx"))
        self.field = Field(theme, self.tr("File"), self.path)
        browse = Button(theme, self.tr("Choose…"), run=self._browse)
        path_row = QHBoxLayout()
        path_row.setSpacing(8)
        path_row.addWidget(self.field, 1)
        path_row.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        self.go = Button(theme, self.tr("Export"), "primary", icon="export", run=self.export)
        self.go.setDefault(True)
        cancel = Button(theme, self.tr("Cancel"), run=self.reject)
        self._notices = QVBoxLayout()
        body = column(
            Label(theme, self.tr("Export the draft"), 20, 600, family=SERIF),
            Label(
                theme,
                self.tr("Comments, notes and provenance are left out, whatever the format."),
                13,
                tone="ink2",
                wrap=True,
            ),
            Frame("well", column(*choices, gap=2, margins=(14, 10, 14, 10))),
            path_row,
            self._problems(findings),
            self._notices,
            gap=14,
            margins=(24, 20, 24, 20),
        )
        foot = Frame("foot", row(None, cancel, self.go, gap=8, margins=(16, 0, 24, 0)), height=57)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)

    @property
    def suffix(self) -> str:
        """The ending of the format chosen."""
        chosen = self.formats.checkedButton()
        return str(chosen.property("suffix")) if chosen is not None else ".docx"

    def choose(self, suffix: str) -> None:
        """Choose a format by its ending."""
        for button in self.formats.buttons():
            if button.property("suffix") == suffix:
                button.setChecked(True)
                self._suffix_changed()

    def export(self) -> None:
        """Write the file in a job; the dialog stays until it is there."""
        path = Path(self.path.text().strip()).expanduser()
        if not path.name:
            self.field.set_error(self.tr("Name a file."))
            return
        if not path.parent.is_dir():
            self.field.set_error(self.tr("There is no folder %1.").replace("%1", str(path.parent)))
            return
        agreement = self._session.agreement
        self.go.setEnabled(False)

        def work(_progress: Progress) -> Path:
            exporting.export(agreement, path)
            return path

        job = self._jobs.run(self.tr("Exporting"), work)
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        job.cancelled.connect(lambda: self.go.setEnabled(True))

    def _done(self, path: object) -> None:
        self.go.setEnabled(True)
        if not isinstance(path, Path):
            return
        self._clear()
        self._notices.addWidget(
            Banner(
                self._theme,
                self.tr("Written: %1").replace("%1", path.name),
                severity="success",
                actions=(
                    (self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
                    (self.tr("Close"), self.accept),
                ),
            )
        )
        self.exported.emit(path)

    def _failed(self, error: object) -> None:
        self.go.setEnabled(True)
        said = error.sentence if isinstance(error, WorkbenchError) else str(error)
        self._clear()
        self._notices.addWidget(
            Banner(self._theme, self.tr("The file was not written."), said, severity="error")
        )

    def _clear(self) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _problems(self, findings: Sequence[Finding]) -> QWidget:
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if not errors:
            return holder(
                row(
                    Icon(self._theme, "check-circle", "green", 16, "fill"),
                    Label(self._theme, self.tr("Nothing stands in the way of signing."), 13, tone="ink2"),
                    None,
                )
            )
        parts: list[QWidget] = [
            Label(
                self._theme,
                counted(self.tr("%n finding(s) to settle before signing", "", len(errors)), len(errors)),
                14,
                600,
            )
        ]
        for finding in errors[:_MOST]:
            go = Button(
                self._theme, finding.locator or self.tr("Show"), "link", run=partial(self._to, finding)
            )
            line = row(
                Icon(self._theme, "x-circle", "red", 16, "fill"),
                (Label(self._theme, finding.message, 13, tone="ink2", wrap=True), 1),
                go,
            )
            parts.append(holder(line))
        return holder(column(*parts, gap=6))

    def _to(self, finding: Finding) -> None:
        self.reject()
        if finding.provision is not None:
            self.finding_chosen.emit(finding.provision)

    def _suffix_changed(self, _index: int = 0) -> None:
        path = Path(self.path.text().strip() or "draft")
        known = {str(button.property("suffix")) for button in self.formats.buttons()}
        base = path.with_suffix("") if path.suffix in known else path
        self.path.setText(f"{base}{self.suffix}")

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the draft"), self.path.text(), f"*{self.suffix}"
        )
        if chosen:
            self.path.setText(chosen if Path(chosen).suffix else chosen + self.suffix)


def _documents() -> Path:
    known = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(known) if known else Path.home()
