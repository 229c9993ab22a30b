"""What stands beside a draft in a window of its own: export, gaps, the names of the parties, the checks.

Each is loaded when it is first asked for, and says where in the draft it leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from workbench.desktop.editor.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.desktop.editor.checks_dialog import ChecksDialog
    from workbench.desktop.editor.draft_face import DraftFace
    from workbench.desktop.editor.draft_file import DraftFile
    from workbench.desktop.editor.gaps_dialog import GapsDialog
    from workbench.desktop.editor.inserting import Inserting
    from workbench.desktop.editor.live_findings import LiveFindings
    from workbench.desktop.editor.session import Session
    from workbench.desktop.jobs import Jobs
    from workbench.desktop.theme import Theme
    from workbench.library import Library


class OnDesk(Protocol):
    """What of an open draft the windows beside it work with."""

    theme: Theme
    jobs: Jobs
    session: Session
    findings: LiveFindings
    face: DraftFace
    file: DraftFile


class DraftWindows(QObject):
    """Opens the windows of one draft over the widget it is shown in."""

    provision_chosen = Signal(object)
    """The `ProvisionId` that a window leads to."""
    finding_chosen = Signal(object)
    search_asked = Signal(str)
    """Clauses of a type are to be looked for in the library."""
    failed = Signal(object)

    def __init__(
        self,
        draft: OnDesk,
        over: QWidget,
        *,
        inserting: Inserting,
        library: Library | None,
        type_name: Callable[[str], str],
    ) -> None:
        super().__init__(over)
        self._draft, self._over = draft, over
        self._inserting, self._library, self._type_name = inserting, library, type_name
        self._checks: ChecksDialog | None = None
        self._gaps: GapsDialog | None = None

    def export(self) -> None:
        """Open the export."""
        self.export_dialog().open()

    def export_dialog(self) -> ExportDialog:
        """The export of this draft, ready to be opened."""
        draft = self._draft
        dialog = ExportDialog(
            draft.theme,
            draft.jobs,
            draft.session,
            draft.findings.shown,
            name=draft.file.name,
            parent=self._over,
        )
        dialog.finding_chosen.connect(self.provision_chosen)
        return dialog

    def show_gaps(self) -> None:
        """What the draft lacks against a precedent, a template or the usual set."""
        from workbench.desktop.editor.gaps_dialog import GapsDialog

        if self._gaps is None:
            draft = self._draft
            self._gaps = GapsDialog(
                draft.theme,
                draft.jobs,
                draft.session,
                self._inserting,
                library=self._library,
                type_name=self._type_name,
                caret=lambda: draft.face.page.place_of_caret,
                parent=self._over,
            )
            self._gaps.place_chosen.connect(self.provision_chosen)
            self._gaps.search_asked.connect(self.search_asked)
            self._gaps.failed.connect(self.failed)
        _bring(self._gaps)

    def show_checks(self) -> None:
        """All findings, those set aside, and which checks are asked."""
        from workbench.desktop.editor.checks_dialog import ChecksDialog

        if self._checks is None:
            draft = self._draft
            self._checks = ChecksDialog(
                draft.theme, draft.session, draft.findings, draft.face.settling, self._over
            )
            self._checks.finding_chosen.connect(self.finding_chosen)
        _bring(self._checks)

    def ask_parties(self) -> None:
        """The parties' names in every case, to be corrected; one step that can be undone."""
        from workbench.desktop.editor.parties_dialog import PartiesDialog

        dialog = PartiesDialog(self._draft.theme, self._draft.session.agreement, self._over)
        dialog.corrected.connect(self._parties_corrected)
        dialog.open()

    def _parties_corrected(self, corrections: Mapping[str, Mapping[str, str]]) -> None:
        from workbench.actions.drafting import correct_party

        session = self._draft.session
        draft = session.draft
        for key, forms in corrections.items():
            draft = correct_party(draft, key, forms)
        caret = self._draft.face.page.place_of_caret
        session.apply_draft(self.tr("Correct the parties' names"), draft, before=caret, after=caret)


def _bring(window: QDialog) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
