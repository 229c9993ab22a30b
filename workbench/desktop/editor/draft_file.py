"""The draft and its file as the user meets them: saving, leaving, and another program's change on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTime, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from workbench.actions import drafting
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import Progress
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Draft
from workbench.desktop.editor.saving import Saving
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, Banners
from workbench.desktop.theme import Theme

_LONGEST_NAME = 60


class DraftFile(QObject):
    """Asks for what saving needs, and tells how it went."""

    saved = Signal(object)
    failed = Signal(object)
    told = Signal()
    """What `state` says has changed."""
    banner_shown = Signal()
    """There is something to answer above the text."""

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        session: Session,
        *,
        saving: Saving,
        banners: Banners,
        over: QWidget,
        title: Callable[[], str],
    ) -> None:
        super().__init__(over)
        self._theme, self._jobs, self._session = theme, jobs, session
        self._saving, self._banners, self._over, self._title = saving, banners, over, title
        self._banner: Banner | None = None
        self._words = ""
        session.changed.connect(self._changed)
        saving.saved.connect(self._saved)
        saving.failed.connect(self.failed)
        saving.changed_on_disk.connect(self.look_at_disk)
        saving.autosaved.connect(self._autosaved)
        saving.state_changed.connect(self.told)

    @property
    def state(self) -> str:
        """Whether the file holds the draft, in words."""
        if self._saving.writing:
            return self.tr("Saving")
        if self._session.unsaved:
            return self._words or self.tr("Not saved")
        return self._words or (self.tr("Saved") if self._session.path else "")

    @property
    def name(self) -> str:
        """A name for a file of this draft, without folder and suffix."""
        return file_name(self._title())

    def save(self) -> None:
        """Write the draft to its file; ask for one where there is none."""
        if self._session.path is None:
            self.save_as()
        elif self._saving.overwrites:
            self.look_at_disk()
        else:
            self._saving.save(self._session.path)

    def save_as(self) -> None:
        """Ask for a file and write the draft to it."""
        path = self._ask_path()
        if path is not None:
            self._saving.save(path)

    def may_leave(self) -> bool:
        """Ask what is to become of unsaved changes; False when the user wants to stay."""
        if not self._session.unsaved:
            return True
        box = QMessageBox(self._over)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("%1 has changes that are not saved.").replace("%1", f"“{self._title()}”"))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is discard:
            self._saving.give_up()
            return True
        if box.clickedButton() is save:
            return self._save_now()
        return False

    def look_at_disk(self) -> None:
        """Ask what to do where the file holds something else than what was read or written here."""
        path = self._session.path
        if self._banner is not None or path is None or not self._saving.overwrites:
            return
        self.banner_shown.emit()
        self._banner = Banner(
            self._theme,
            self.tr("Another program has changed %1.").replace("%1", path.name),
            self.tr("Keeping yours overwrites that change at the next save."),
            severity="warning",
            actions=((self.tr("Keep mine"), self._keep_mine), (self.tr("Take theirs"), self._take_theirs)),
        )
        self._banners.show_banner(self._banner)

    def forget_banner(self) -> None:
        """Somebody else has cleared the banners."""
        self._banner = None

    # -- within ------------------------------------------------------------------------------------------

    def _ask_path(self) -> Path | None:
        known = self._session.path or Path.home() / f"{self.name}.xml"
        chosen, _ = QFileDialog.getSaveFileName(
            self._over, self.tr("Save the draft"), str(known), self.tr("Drafts (*.xml)")
        )
        if not chosen:
            return None
        return Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.xml")

    def _save_now(self) -> bool:
        """Save before leaving: here the user waits for the file."""
        path = self._session.path or self._ask_path()
        if path is None:
            return False
        try:
            drafting.save_draft(self._session.draft, path)
        except WorkbenchError as error:
            self.failed.emit(error)
            return False
        self._saving.give_up()
        return True

    def _changed(self, _old: object, _new: object) -> None:
        self._words = ""

    def _saved(self, path: object) -> None:
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._words = "" if self._session.unsaved else self.tr("Saved %1").replace("%1", now)
        self._away()
        self.told.emit()
        self.saved.emit(path)

    def _autosaved(self) -> None:
        if self._session.unsaved:
            self._words = self.tr("Not saved, kept in safety")
            self.told.emit()

    def _keep_mine(self) -> None:
        self._saving.accept_disk()
        self._away()

    def _take_theirs(self) -> None:
        path = self._session.path
        if path is None:
            return

        def work(_progress: Progress) -> Draft:
            return drafting.open_draft(path)

        job = self._jobs.run(self.tr("Opening %1").replace("%1", path.name), work)
        job.succeeded.connect(self._put_theirs)
        job.failed.connect(self.failed)

    def _put_theirs(self, draft: Draft) -> None:
        self._saving.accept_disk()
        self._away()
        self._session.apply_draft(self.tr("Take the file"), draft)

    def _away(self) -> None:
        if self._banner is not None:
            self._banners.take_away(self._banner)
            self._banner = None


def file_name(title: str) -> str:
    """A title as a file name: letters, digits and spaces, cut at a word."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    words = on_one_line(kept)
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rsplit(" ", 1)[0]
    return words or "draft"
