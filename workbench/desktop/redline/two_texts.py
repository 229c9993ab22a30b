"""The two texts of a comparison, each with its picker: at first the draft as saved and the draft as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.desktop.editor.session import Session
from workbench.desktop.redline.memory import Memory
from workbench.desktop.redline.sources import Pair, Source, SourcePicker, of_file, of_session
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library


class TwoTexts(QObject):
    """The old text and the new one."""

    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        session: Session,
        parent: QObject,
        *,
        library: Library | None,
        earlier: Callable[[], list[Source]],
        memory: Memory,
    ) -> None:
        super().__init__(parent)
        self._session, self._earlier, self._memory = session, earlier, memory
        self._old_chosen = False
        self.old = SourcePicker(theme, self.tr("Old"), self.offers, library)
        self.new = SourcePicker(theme, self.tr("New"), self.offers, library)
        now, saved = of_session(session)
        self.old.show_source(saved)
        self.new.show_source(now)
        self.old.picked.connect(self._old_picked)
        self.new.picked.connect(self._new_picked)

    @property
    def pair(self) -> Pair | None:
        """Both, once both are chosen."""
        old, new = self.old.source, self.new.source
        return Pair(old, new) if old is not None and new is not None else None

    @property
    def live(self) -> bool:
        """Whether the draft on the desk is one of them."""
        return self.pair is not None and any(self.pair.live)

    def offers(self) -> list[Source]:
        """What can be chosen besides other files and precedents."""
        files = [of_file(path, self.tr("File")) for path in self._memory.files()]
        return [*of_session(self._session), *self._earlier(), *files]

    def take_file(self, path: Path) -> None:
        """The draft as it is, and a file."""
        self.old.show_source(of_session(self._session)[0])
        self.new.show_source(of_file(path, self.tr("File")))

    def note(self) -> None:
        """Offer the files among them another day."""
        for picker in (self.new, self.old):
            if picker.source is not None and picker.source.path is not None:
                self._memory.note_file(picker.source.path)

    def swap(self) -> None:
        """The old one is the new one."""
        pair = self.pair
        if pair is not None:
            self.old.show_source(pair.new)
            self.new.show_source(pair.old)
            self.picked.emit()

    def _old_picked(self, _source: object) -> None:
        self._old_chosen = True
        self.picked.emit()

    def _new_picked(self, source: Source) -> None:
        """Another text than the draft is compared with the draft, unless an old text was chosen."""
        if not source.live and not self._old_chosen:
            self.old.show_source(of_session(self._session)[0])
        self.picked.emit()
