"""What can be written of a comparison: the redline, their file with the changes tracked, or as decided.

Every file carries the name of the delegation and the present time on what is written as a change of ours.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.actions.comparing import RedlineForm, are_word_files
from workbench.desktop.editor.session import Session
from workbench.desktop.redline.asking import Asking
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.comparison import Comparison
from workbench.desktop.redline.deciding import Deciding


class Writing(QObject):
    """Asks what to write, and writes it."""

    def __init__(
        self, comparison: Comparison, deciding: Deciding, session: Session, author: str, over: QWidget
    ) -> None:
        super().__init__(over)
        self._comparison, self._deciding, self._author = comparison, deciding, author
        self._asking = Asking(over, lambda: session.path, self.redline, self.answer, self.whole_file)

    def ask(self, button: QWidget) -> None:
        """Ask above a button."""
        found, pair = self._deciding.found, self._comparison.compared_pair
        if found is None or pair is None:
            return
        old, new = pair.old.path, pair.new.path
        whole = new if old and new and old != new and are_word_files(old, new) else None
        returned = new if found.tracked else None
        self._asking.at(button, whole, returned, decided=bool(self._deciding.decided))

    def redline(self, path: Path, form: RedlineForm = RedlineForm.REVISIONS, summary: bool = False) -> None:
        """Write the redline."""
        if self._deciding.redline is not None:
            self._comparison.write(self._deciding.redline, path, self._author, form=form, summary=summary)

    def whole_file(self, path: Path) -> None:
        """Of two Word files, write the new one as it is, with what differs as tracked changes."""
        self._comparison.write_whole_file(path, self._author)

    def answer(self, path: Path) -> None:
        """Write the file that came back, with its tracked changes accepted and rejected as decided here."""
        found, pair = self._deciding.found, self._comparison.compared_pair
        if found is None or pair is None or pair.new.path is None:
            return
        accepted, rejected = (
            [
                change
                for number, made in self._deciding.decided.items()
                if made is decision
                for change in found.tracked.get(number, ())
            ]
            for decision in (Decision.ACCEPTED, Decision.REJECTED)
        )
        self._comparison.write_answer(pair.new.path, path, accepted=accepted, rejected=rejected)
