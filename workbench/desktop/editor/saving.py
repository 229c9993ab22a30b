"""The file of a draft: written whole or not at all, never over somebody else's change without asking.

Between saves the draft is put in safety in the library, a moment after each change, so that a crash or a
power cut costs seconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from workbench.actions import drafting
from workbench.agreement.tree import Draft
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs

if TYPE_CHECKING:
    from workbench.agreement.progress import Progress
    from workbench.library import Library

_AUTOSAVE = 2000  # milliseconds after the last change
_SETTLE = 300  # milliseconds; a program that writes a file touches it more than once


class Saving(QObject):
    """Saves one session. All file work is done in a thread."""

    saved = Signal(object)
    failed = Signal(object)
    changed_on_disk = Signal()
    autosaved = Signal()
    state_changed = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, library: Library | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._library = session, jobs, library
        self._key = str(session.path) if session.path else f"draft-{uuid4()}"
        self._print = _print(session.path)
        self._writing = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self._settle.start())
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(_AUTOSAVE)
        self._autosave.timeout.connect(self.put_in_safety)
        session.changed.connect(lambda _old, _new: self._autosave.start())
        self._watch()

    @property
    def key(self) -> str:
        """What the library calls the draft: the path of its file, or a made-up name until it has one."""
        return self._key

    @property
    def writing(self) -> bool:
        """Whether a save is under way."""
        return self._writing

    @property
    def overwrites(self) -> bool:
        """Whether the file holds something else than what was last read or written here."""
        now = _print(self._session.path)
        return now is not None and now != self._print

    def save(self, path: Path) -> None:
        """Write the draft as it stands; edits made meanwhile stay unsaved."""
        if self._writing:
            return
        self._writing = True
        self.state_changed.emit()
        draft = self._session.draft
        was_clean_at = self._session.undo_stack.index()

        def work(_progress: Progress) -> Draft:
            drafting.save_draft(draft, path)
            return draft

        job = self._jobs.run(self.tr("Saving"), work, shown=False)
        job.succeeded.connect(lambda _result: self._written(path, draft, was_clean_at))
        job.failed.connect(self._not_written)
        job.cancelled.connect(lambda: self._not_written(None))

    def put_in_safety(self) -> None:
        """Autosave now, if there is something unsaved and a library to keep it in."""
        library, draft, key = self._library, self._session.draft, self._key
        if library is None or not self._session.unsaved:
            return
        path = str(self._session.path or "")
        job = self._jobs.run(
            self.tr("Autosave"), lambda _p: library.drafts.autosave(key, draft, path=path), shown=False
        )
        job.succeeded.connect(self._in_safety)
        job.failed.connect(self.failed)

    def _in_safety(self, _result: object) -> None:
        self.autosaved.emit()

    def give_up(self) -> None:
        """The unsaved changes are not wanted: drop what was put in safety."""
        self._autosave.stop()
        library, key = self._library, self._key
        if library is not None:
            self._jobs.run(self.tr("Autosave"), lambda _p: library.drafts.saved(key), shown=False)

    def accept_disk(self) -> None:
        """The user has seen that the file changed and keeps the draft on the desk."""
        self._print = _print(self._session.path)

    def stop(self) -> None:
        """The draft is being closed."""
        self._autosave.stop()
        self._settle.stop()
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())

    def _written(self, path: Path, draft: Draft, index: int) -> None:
        self._writing = False
        self._print = _print(path)
        moved = path != self._session.path
        self._session.mark_saved(path, draft, index)
        self._autosave.stop()
        library, old_key = self._library, self._key
        self._key = str(path)
        if library is not None:
            title = draft.agreement.title_text
            parties = [party.short or party.name for party in draft.agreement.parties]

            def remember(_progress: Progress) -> None:
                library.drafts.rename(old_key, str(path))
                library.drafts.saved(str(path))
                library.drafts.opened(str(path), title=title, parties=parties)

            self._jobs.run(self.tr("Saving"), remember, shown=False).failed.connect(self.failed)
        if moved or not self._watcher.files():
            self._watch()
        self.state_changed.emit()
        self.saved.emit(path)

    def _not_written(self, error: object) -> None:
        self._writing = False
        self.state_changed.emit()
        if error is not None:
            self.failed.emit(error)

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        path = self._session.path
        if path is not None and path.exists():
            self._watcher.addPath(str(path))

    def _look(self) -> None:
        self._watch()  # a file replaced atomically is another file to the watcher
        if self.overwrites and not self._writing:
            self.changed_on_disk.emit()


def _print(path: Path | None) -> tuple[int, int] | None:
    """What tells one state of a file from another without reading it."""
    if path is None or not path.exists():
        return None
    known = path.stat()
    return known.st_mtime_ns, known.st_size
