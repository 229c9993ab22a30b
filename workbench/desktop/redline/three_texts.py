"""The three texts of a merge: what was sent, ours and theirs, each with its picker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.comparison.merging import Delegations
from workbench.desktop.editor.session import Session
from workbench.desktop.redline.merging import Text
from workbench.desktop.redline.sources import Source, SourcePicker, of_file, of_session
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library


class ThreeTexts(QObject):
    """What was sent is at first the draft as saved, ours the draft as it is; theirs is to be chosen."""

    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        session: Session,
        library: Library | None,
        earlier: Callable[[], list[Source]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._earlier = session, earlier
        choose = self.tr("choose a text")
        self.base, self.ours, self.theirs = self.pickers = tuple(
            SourcePicker(theme, name, self._offers, library, hint=choose)
            for name in (self.tr("As sent"), self.tr("Ours"), self.tr("Theirs"))
        )
        for picker in self.pickers:
            picker.picked.connect(self._picked)
        now, saved = of_session(session)
        self.base.show_source(saved)
        self.ours.show_source(now)

    @property
    def complete(self) -> bool:
        """Whether all three are chosen."""
        return all(picker.source is not None for picker in self.pickers)

    @property
    def one(self) -> bool:
        """Whether all three are the same text."""
        return len({source.identity for source in self._sources()}) == 1

    @property
    def live(self) -> bool:
        """Whether the draft on the desk is one of them."""
        return any(source.live for source in self._sources())

    def take_file(self, path: Path) -> None:
        """Theirs is a file."""
        self.theirs.show_source(of_file(path, self.tr("File")))

    def loading(self) -> list[Text]:
        """How they are fetched. The draft on the desk comes with its values and what was set aside in it."""
        draft = self._session.draft
        return [(lambda: draft) if source.live else source.load for source in self._sources()]

    def delegations(self) -> Delegations:
        """The sides are called by the parties' codes, ours first; by letters where there are no two."""
        keys = [party.key.upper() for party in self._session.agreement.parties]
        return Delegations(*keys[:2]) if len(set(keys[:2])) == 2 else Delegations("A", "B")

    def _offers(self) -> list[Source]:
        return [*of_session(self._session), *self._earlier()]

    def _sources(self) -> list[Source]:
        return [picker.source for picker in self.pickers if picker.source is not None]

    def _picked(self, _source: object) -> None:
        self.picked.emit()
