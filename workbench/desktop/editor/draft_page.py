"""A draft on the desk: its head, its faces, its file. What the window calls a room.

The page holds the faces together and speaks for them to the window. It asks the outside for what is not its
own: the clause search, opening another file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from workbench.agreement.findings import Severity
from workbench.agreement.languages import language
from workbench.agreement.tree import Agreement, Draft, ProvisionId, Register
from workbench.desktop.commands import Command
from workbench.desktop.editor.draft_commands import COMPARE, DRAFT, MERGE, draft_commands
from workbench.desktop.editor.draft_face import DraftFace
from workbench.desktop.editor.draft_file import DraftFile
from workbench.desktop.editor.draft_news import DraftNews
from workbench.desktop.editor.draft_windows import DraftWindows
from workbench.desktop.editor.header import DraftHeader
from workbench.desktop.editor.kept_versions import KeptVersions
from workbench.desktop.editor.live_findings import LiveFindings
from workbench.desktop.editor.own_template import OwnTemplate
from workbench.desktop.editor.saving import Saving
from workbench.desktop.editor.saying import said_title
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.taking_clauses import TakingClauses
from workbench.desktop.editor.template_choices import TemplateChoices
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.compare_face import CompareFace
from workbench.desktop.redline.memory import Memory
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import Theme
from workbench.desktop.window import Room

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.desktop.redline.merge_face import MergeFace
    from workbench.drafting.insertion import Inserted
    from workbench.library import Library


_HEAD = 150  # milliseconds


class DraftPage(Room):
    """One open draft."""

    clause_search_asked = Signal(str)
    source_asked = Signal(object)
    """The `Provenance` of a provision whose source is to be shown."""
    saved = Signal(object)
    template_kept = Signal()
    titled = Signal(str)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        draft: Draft,
        *,
        path: Path | None = None,
        library: Library | None = None,
        author: str = "",
        decisions: Path | None = None,
        type_name: Callable[[str], str] = lambda key: key.replace("_", " ").capitalize(),
    ) -> None:
        """`decisions` is the folder where decisions on changes are kept, None to keep none."""
        super().__init__()
        self.theme, self.jobs = theme, jobs
        self.session = Session(draft, path, self)
        self.findings = LiveFindings(self.session, jobs, self)
        self.saving = Saving(self.session, jobs, library, self)
        self._undo = QUndoGroup(self)
        self._undo.addStack(self.session.undo_stack)
        self._undo.setActiveStack(self.session.undo_stack)
        self.header = DraftHeader(theme, self._undo)
        self.face = DraftFace(theme, self.session, self.findings, author=author, type_name=type_name)
        self.face.terms.prepare(jobs)
        self.file = DraftFile(
            theme,
            jobs,
            self.session,
            saving=self.saving,
            banners=self.face.banners,
            over=self,
            title=lambda: self.title,
        )
        self.news = DraftNews(theme, self.face.banners, self.file, self)
        self.clauses = TakingClauses(self.face, self.session, jobs, library)
        self.template = OwnTemplate(self.session, jobs, self.face.question)
        self.versions = KeptVersions(self.session, jobs, library, self.saving, self.face.question)
        self.beside = DraftWindows(
            self, self, inserting=self.clauses.inserting, library=library, type_name=type_name
        )
        self.choosing = TemplateChoices(
            self.session, jobs, lambda: self.face.page.place_of_caret, self.face.inspector
        )
        self._decided = Memory(decisions, lambda: self.saving.key, jobs, self)
        self.compare = CompareFace(
            theme,
            jobs,
            self.session,
            library=library,
            author=author,
            earlier=self.versions.sources,
            memory=self._decided,
        )
        self._undo.addStack(self.compare.decisions.stack)
        self._merge: MergeFace | None = None
        self._library = library
        self.faces = QStackedWidget()
        self.faces.addWidget(self.face)
        self.faces.addWidget(self.compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.faces, 1)
        # Counting the open brackets of a long text takes longer than a key press may.
        self._head_later = QTimer(self)
        self._head_later.setSingleShot(True)
        self._head_later.setInterval(_HEAD)
        self._head_later.timeout.connect(self._show_head)
        self._connect()
        self._show_head()

    # -- for the window ----------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file of the draft."""
        return self.session.path

    @property
    def title(self) -> str:
        """What the draft is called."""
        name = self.session.path.name if self.session.path else ""
        return said_title(self.session.agreement) or name or self.tr("Untitled draft")

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.session.unsaved

    @property
    def undo_stack(self) -> QUndoStack:
        """What undo takes back here: while changes are decided on, the decisions, else the edits."""
        return self._undo.activeStack()

    @property
    def writing(self) -> bool:
        """Whether the draft face is in front."""
        return self.isVisible() and self.faces.currentIndex() == DRAFT

    @property
    def comparing(self) -> bool:
        """Whether changes are walked: the compare face or the merge face is in front."""
        return self.isVisible() and self.faces.currentIndex() in (COMPARE, MERGE)

    @property
    def deciding(self) -> bool:
        """Whether the compare face is in front."""
        return self.isVisible() and self.faces.currentIndex() == COMPARE

    @property
    def merge(self) -> MergeFace:
        """The merge face, made when it is first gone to."""
        if self._merge is None:
            from workbench.desktop.redline.merge_face import MergeFace

            self._merge = MergeFace(
                self.theme, self.jobs, self.session, library=self._library, earlier=self.versions.sources
            )
            self._merge.kept.connect(self._kept)
            self._merge.decisions.begun.connect(self._choose_undo)
            self._undo.addStack(self._merge.decisions.stack)
            self.faces.addWidget(self._merge)
        return self._merge

    def walk_changes(self, by: int) -> None:
        """The next or previous change on the face in front."""
        (self.merge if self.faces.currentIndex() == MERGE else self.compare).step(by)

    def ask_compare(self) -> None:
        """Ask for a file and compare the draft with it."""
        self.show_face(COMPARE)
        self.compare.ask_file()

    def ask_merge(self) -> None:
        """Ask for a text that came back and bring it together with the draft."""
        self.show_face(MERGE)
        self.merge.texts.theirs.ask_file()

    def merge_with(self, path: Path | None) -> None:
        """Bring a text that came back together with the draft."""
        self.show_face(MERGE)
        self.merge.merge_with(path)

    def status(self) -> Status:
        """What the status bar shows."""
        agreement = self.session.agreement
        registers = {
            Register.TREATY: self.tr("Treaty register"),
            Register.POLITICAL: self.tr("Political register"),
            Register.MOU: self.tr("Memorandum register"),
        }
        return Status(
            words=(_language_name(agreement.language), registers[agreement.register], self.face.label),
            findings=self.findings.counts(),
            saved=self.file.state,
            saving=self.session.unsaved or self.saving.writing,
            zoom=f"{round(self.face.page.zoom * 100)} %",
        )

    def entered(self) -> None:
        """The page has come to the front."""
        if self.faces.currentIndex() == DRAFT:
            self.face.page.setFocus()
        self.file.look_at_disk()

    def walk_findings(self, severity: Severity) -> None:
        """The next finding of a severity, asked for in the status bar."""
        self.show_face(DRAFT)
        self.face.walking.finding(severity)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, for menus, palette and keys."""
        return draft_commands(self)

    def may_leave(self) -> bool:
        """Ask what is to become of unsaved changes; False when the user wants to stay."""
        return self.file.may_leave()

    def close_draft(self) -> None:
        """End everything that runs for this draft."""
        self.findings.stop()
        self.saving.stop()
        self.clauses.inserting.stop()
        self.compare.comparison.stop()
        self._decided.finish()
        if self._merge is not None:
            self._merge.merging.stop()

    # -- clauses -----------------------------------------------------------------------------------------

    def drawer_opened(self, width: int) -> None:
        """The clause search covers so much of the right side."""
        self.show_face(DRAFT)
        self.face.open_drawer(width, self.clauses.words)
        self.header.set_primary(False)  # the drawer has the filled button

    def drawer_shut(self) -> None:
        """The clause search is closed."""
        self.face.shut_drawer()
        self.header.set_primary(True)
        self.face.page.setFocus()

    # -- the file ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the draft to its file; ask for one where there is none."""
        self.file.save()

    def save_as(self) -> None:
        """Ask for a file and write the draft to it."""
        self.file.save_as()

    # -- faces -------------------------------------------------------------------------------------------

    def show_face(self, index: int) -> None:
        """Show a face, keeping the place in the text."""
        if index == self.faces.currentIndex():
            return
        place = self.face.page.place_of_caret
        left = self.faces.currentIndex()
        self.faces.setCurrentWidget((self.face, self.compare)[index] if index != MERGE else self.merge)
        self.header.faces.choose(index)
        self._choose_undo()
        self.header.set_primary(index == DRAFT)
        if index == COMPARE:
            self.compare.entered(place.provision if place is not None else None)
        elif index == MERGE:
            self.merge.entered()
        else:
            provision = (self.merge if left == MERGE else self.compare).provision
            if provision is not None and self.session.agreement.find(provision) is not None:
                self.face.show_provision(provision)
            self.face.page.setFocus()
        self._tell()

    def show_provision(self, provision: ProvisionId) -> None:
        """Go to a provision in the draft face."""
        self.show_face(DRAFT)
        self.face.show_provision(provision)

    # -- within ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.face_chosen.connect(self.show_face)
        self.header.export_asked.connect(self.beside.export)
        self.session.changed.connect(self._changed)
        self.session.saved_changed.connect(lambda _clean: self._tell())
        self.session.caret_wanted.connect(lambda _place: self._tell())
        self.findings.changed.connect(self._tell)
        self.findings.failed.connect(self.news.failed)
        self.face.place_changed.connect(lambda _place: self._tell())
        self.face.refused.connect(self.news.refused)
        self.face.clause_search_asked.connect(self.clause_search_asked)
        self.face.outline.gaps_asked.connect(self.beside.show_gaps)
        self.face.page.zoomed.connect(lambda _zoom: self._tell())
        self.face.inspector.source_asked.connect(self.source_asked)
        self.compare.taken.connect(self._taken)
        self.compare.merge_asked.connect(self.merge_with)
        self.compare.decisions.begun.connect(self._choose_undo)
        self.file.saved.connect(self._saved)
        self.file.failed.connect(self.news.failed)
        self.file.told.connect(self._tell)
        self.file.banner_shown.connect(lambda: self.show_face(DRAFT))
        self.clauses.inserting.inserted.connect(self._inserted)
        self.clauses.inserting.failed.connect(self.news.failed)
        self.template.kept.connect(self._template_kept)
        self.template.failed.connect(self.news.failed)
        self.versions.kept.connect(self.news.version_kept)
        self.versions.failed.connect(self.news.failed)
        self.beside.provision_chosen.connect(self.show_provision)
        self.beside.finding_chosen.connect(self._show_finding)
        self.beside.search_asked.connect(self.clause_search_asked)
        self.beside.failed.connect(self.news.failed)
        self.choosing.failed.connect(self.news.failed)
        self.face.inspector.decided.connect(self.choosing.decide)
        self.face.inspector.alternatives_asked.connect(self.choosing.ask_alternative)
        self.face.inspector.put_back_asked.connect(self.choosing.put_back)

    def _changed(self, _old: object, _new: object) -> None:
        self._head_later.start()
        self._tell()

    def _show_head(self) -> None:
        name = self.session.path.name if self.session.path else ""
        agreement = self.session.agreement
        self.header.show_agreement(agreement, self.face.outline.open_brackets(agreement), name)
        self.titled.emit(self.title)

    def _choose_undo(self) -> None:
        front = {COMPARE: self.compare, MERGE: self._merge}.get(self.faces.currentIndex())
        deciding = front is not None and front.decisions.stack.count() > 0
        own = self.session.undo_stack
        self._undo.setActiveStack(front.decisions.stack if front is not None and deciding else own)

    def _tell(self) -> None:
        self.status_changed.emit(self.status())

    def _saved(self, path: object) -> None:
        self._show_head()
        self._tell()
        self.saved.emit(path)

    def _inserted(self, made: Inserted) -> None:
        if made.findings:
            self.news.look_at(made.findings)

    def _template_kept(self, path: Path) -> None:
        self.news.template_kept(path)
        self.template_kept.emit()

    def _taken(self, agreement: Agreement, label: str) -> None:
        place = self.face.page.place_of_caret
        self.session.apply(label, agreement, before=place, after=place)

    def _kept(self, draft: Draft, label: str) -> None:
        place = self.face.page.place_of_caret
        self.session.apply_draft(label, draft, before=place, after=place)
        self.show_face(DRAFT)
        self.news.merged(self.face.outline.open_brackets(draft.agreement))

    def _show_finding(self, finding: Finding) -> None:
        self.show_face(DRAFT)
        self.face.walking.to_finding(finding)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps of the scale; 0 is 100 %."""
        merged = (self._merge.views,) if self._merge is not None else ()
        for page in (self.face.page, self.compare.views, *merged):
            if steps:
                page.zoom_by(steps)
            else:
                page.set_zoom(1.0)


def _language_name(code: str) -> str:
    return language(code).endonym
