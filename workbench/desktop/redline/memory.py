"""What was decided on the changes of a draft, kept from one day to the next, and what it was compared with.

A file for each draft, in the user's own folder. Where it cannot be read or written, nothing but the decisions
is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer

from workbench.comparison.revision import Revision
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.carrying import Remembered, carried, remembered
from workbench.desktop.redline.changes import Decision

_SOON = 500  # milliseconds
_FILES = 6


class Kept(msgspec.Struct):
    """What is kept of one draft: decisions by the two texts they were made on, and the files it was compared
    with, the last one first.
    """

    decided: dict[str, tuple[Remembered, ...]] = {}
    files: list[str] = []


class Memory(QObject):
    """The decisions of one draft. `draft` tells its key; without a folder nothing outlives the window."""

    def __init__(self, folder: Path | None, draft: Callable[[], str], jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._draft, self._jobs = folder, draft, jobs
        self._kept: Kept | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._write_beside)

    def of(self, texts: str, revisions: Sequence[Revision]) -> dict[int, Decision]:
        """What was decided on the changes between two texts, by the numbers they have now."""
        return carried(self._all().decided.get(texts, ()), revisions)

    def keep(self, texts: str, decided: Mapping[int, Decision], revisions: Sequence[Revision]) -> None:
        """Keep what is decided now, and what was decided on changes that are not there at present.

        These come back when what took them away is undone.
        """
        everything = self._all().decided
        here = {msgspec.structs.replace(r, decision=Decision.ACCEPTED) for r in _all_of(revisions)}
        gone = tuple(
            one
            for one in everything.get(texts, ())
            if msgspec.structs.replace(one, decision=Decision.ACCEPTED) not in here
        )
        kept = (*gone, *remembered(decided, revisions))
        if kept != everything.get(texts, ()):
            everything[texts] = kept
            self._soon.start()

    def files(self) -> list[Path]:
        """The files this draft was compared with, as far as they are still there, the last one first."""
        return [path for path in map(Path, self._all().files) if path.is_file()]

    def note_file(self, path: Path) -> None:
        """The draft is compared with this file."""
        kept, name = self._all(), str(path.absolute())
        if kept.files[:1] != [name]:
            kept.files = [name, *(known for known in kept.files if known != name)][:_FILES]
            self._soon.start()

    def finish(self) -> None:
        """The draft is closed: what waits to be written is written now."""
        if self._soon.isActive():
            self._soon.stop()
            _write(self._path(), self._content())

    def _all(self) -> Kept:
        if self._kept is None:
            self._kept = Kept()
            path = self._path()
            if path is not None:
                with suppress(OSError, msgspec.MsgspecError):
                    self._kept = msgspec.json.decode(path.read_bytes(), type=Kept)
        return self._kept

    def _path(self) -> Path | None:
        if self._folder is None:
            return None
        return self._folder / f"{sha256(self._draft().encode()).hexdigest()[:32]}.json"

    def _content(self) -> bytes:
        return msgspec.json.encode(self._all())

    def _write_beside(self) -> None:
        path, content = self._path(), self._content()
        self._jobs.run(self.tr("Keeping the decisions"), lambda _p: _write(path, content), shown=False)


def _all_of(revisions: Sequence[Revision]) -> tuple[Remembered, ...]:
    return remembered(dict.fromkeys((r.number for r in revisions), Decision.ACCEPTED), revisions)


def _write(path: Path | None, content: bytes) -> None:
    if path is None:
        return
    from workbench.formats.files import write_atomically

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
