"""What has become of something asked for, told in a banner above the text of a draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Severity
from workbench.desktop.editor.saying import counted, said_finding
from workbench.desktop.kit import Banner

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.desktop.editor.draft_file import DraftFile
    from workbench.desktop.kit import Banners
    from workbench.desktop.theme import Theme
    from workbench.library.answers import VersionInfo


class DraftNews(QObject):
    """One banner at a time: the newest takes the place of what stood there, the file's question included."""

    def __init__(self, theme: Theme, banners: Banners, file: DraftFile, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._banners, self._file = theme, banners, file

    def look_at(self, found: tuple[Finding, ...]) -> None:
        """Say what is to be looked at."""
        worst = next((s for s in Severity if any(f.severity is s for f in found)), Severity.INFO)
        severity = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}[worst]
        self._tell(
            counted(self.tr("Look at %n place(s) of the inserted clause.", "", len(found)), len(found)),
            " ".join(said_finding(f) for f in found[:2]),
            severity,
        )

    def template_kept(self, path: Path) -> None:
        """The draft is a template of the user's own now."""
        said = self.tr("It is kept as “{name}”, with its placeholders open again.")
        self._tell(self.tr("Saved as a template."), said.format(name=path.parent.name), "info")

    def version_kept(self, version: VersionInfo) -> None:
        """The draft as it stands has a label to find it by."""
        said = self.tr("“{label}” can be compared with from now on.")
        self._tell(self.tr("Version kept."), said.format(label=version.label), "info")

    def merged(self, left: int) -> None:
        """Two texts have become the draft; `left` brackets are still open in it."""
        open_brackets = counted(self.tr("%n bracket(s) open.", "", left), left)
        self._tell(self.tr("The merged text is the draft now."), open_brackets, "success")

    def refused(self, sentence: str) -> None:
        """What was asked for cannot be done here."""
        self._tell(self.tr("Not done."), _sentence(sentence), "info")

    def failed(self, error: object) -> None:
        """Something went wrong."""
        said = error.sentence if isinstance(error, WorkbenchError) else str(error)
        self._tell(self.tr("That did not work."), _sentence(said), "error")

    def _tell(self, fact: str, rest: str, severity: str) -> None:
        self._banners.clear()
        self._file.forget_banner()
        self._banners.show_banner(
            Banner(self._theme, fact, rest, severity=severity, close_name=self.tr("Close"))
        )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
