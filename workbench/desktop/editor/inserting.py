"""Putting clauses of the library into the draft, and showing beforehand what adaptation would change.

Both read the library and adapt a clause, which takes longer than a frame: they run beside the window. A
draft that was edited meanwhile is never overwritten; the clause is then adapted to the newer text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Draft, ProvisionId
from workbench.desktop.editor.insertion import adapted_preview, take_over
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.library.clauses import Choices, Preview

if TYPE_CHECKING:
    from workbench.drafting.insertion import Inserted
    from workbench.library import Library


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for: the same draft, clause, place and choices give the same preview."""

    draft: Draft
    clause: str
    after: ProvisionId | None
    choices: Choices

    def same(self, other: _Asked) -> bool:
        mine, others = ((a.clause, a.after, a.choices) for a in (self, other))
        return self.draft is other.draft and mine == others


class Inserting(QObject):
    """Inserts into one session."""

    inserted = Signal(object)
    """What came of it, an `Inserted`; the session already holds its draft."""
    previewed = Signal(str, object)
    """(clause, its `Preview`), when one that was asked for is ready."""
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, library: Library | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._library = session, jobs, library
        self._asked: _Asked | None = None
        self._ready: Preview | None = None
        self._stopped = False

    def stop(self) -> None:
        """The draft is closed: what is still under way comes to nothing."""
        self._stopped = True
        self._asked = None

    def insert(
        self, clause: str, *, after: ProvisionId | None, before: Place | None, choices: Choices
    ) -> bool:
        """Begin to put a clause in behind `after`; False where there is no library. `before` is the caret."""
        library = self._library
        if library is None:
            return False
        asked = _Asked(self._session.draft, clause, after, choices)

        def work(_progress: Progress) -> tuple[_Asked, Place | None, Inserted]:
            return asked, before, take_over(asked.draft, library, clause, after=after, choices=choices)

        job = self._jobs.run(self.tr("Inserting a clause"), work)
        job.succeeded.connect(self._made)  # a method: Qt forgets it when this object goes
        job.failed.connect(self.failed)
        return True

    def _made(self, result: tuple[_Asked, Place | None, Inserted]) -> None:
        asked, before, made = result
        if self._stopped:
            return
        if self._session.draft is asked.draft:
            self.put(made, before)
            return
        there = asked.after is None or self._session.agreement.find(asked.after) is not None
        self.insert(asked.clause, after=asked.after if there else None, before=before, choices=asked.choices)

    def preview(self, clause: str, after: ProvisionId | None, choices: Choices) -> Preview | None:
        """How a clause would read behind `after`; None until it is known, and then `previewed` says it."""
        library = self._library
        if library is None:
            return None
        asked = _Asked(self._session.draft, clause, after, choices)
        if self._asked is not None and asked.same(self._asked):
            return self._ready
        self._asked, self._ready = asked, None

        def work(_progress: Progress) -> tuple[_Asked, Preview]:
            try:
                return asked, adapted_preview(asked.draft, library, clause, after, choices)
            except WorkbenchError as error:
                return asked, Preview("", warnings=(error.sentence,))

        job: Job = self._jobs.run(self.tr("Adapting a clause"), work, shown=False)
        job.succeeded.connect(self._previewed)
        job.failed.connect(self.failed)
        return None

    def _previewed(self, made: tuple[_Asked, Preview]) -> None:
        asked, preview = made
        if asked is self._asked:  # another card may have been chosen meanwhile
            self._ready = preview
            self.previewed.emit(asked.clause, preview)

    def put(self, made: Inserted, before: Place | None) -> None:
        """Take an insertion that was made for the draft as it stands."""
        caret = Place(made.provisions[0], Part.TEXT, 0) if made.provisions else before
        self._session.apply_draft(self.tr("Insert a clause"), made.draft, before=before, after=caret)
        self.inserted.emit(made)
