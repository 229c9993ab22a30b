"""Clauses of the library taken into the draft: where one would go, how it would read there, how it is put in.

The insertion line on the page shows the place and says what the clause would become; both follow the caret
and what was chosen in the clause search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.agreement.tree import Kind, ProvisionId
from workbench.desktop.editor.draft_face import DraftFace
from workbench.desktop.editor.inserting import Inserting
from workbench.desktop.editor.insertion import target_after
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.library.clauses import Choices, Preview
from workbench.drafting.final_provisions import basic_units, final_block

if TYPE_CHECKING:
    from workbench.drafting.insertion import Inserted
    from workbench.library import Library


class TakingClauses(QObject):
    """Takes clauses over at the caret of one draft."""

    def __init__(self, face: DraftFace, session: Session, jobs: Jobs, library: Library | None) -> None:
        super().__init__(face)
        self._face, self._session = face, session
        self._choices = Choices()
        self.inserting = Inserting(session, jobs, library, self)
        self.inserting.inserted.connect(self._show)
        face.clause_dropped.connect(self.insert)
        face.page.insertion.after = self._line_after
        face.place_changed.connect(lambda _place: self._follow())

    @property
    def words(self) -> str:
        """What an inserted clause would become: the next number behind the provision at the caret."""
        if self._choices.final:
            there = bool(final_block(self._session.agreement))
            return self.tr("In place of these final provisions") if there else self.tr("Final provisions")
        after = self._after()
        unit = self._session.agreement.find(after) if after is not None else None
        if unit is None:
            return self.tr("New article")
        number = self._session.numbers[unit.id].number
        following = str(int(number) + 1) if number is not None and number.isdigit() else ""
        if unit.kind is Kind.PARAGRAPH:
            return self.tr("New paragraph %1").replace("%1", following).strip()
        return self.tr("New article %1").replace("%1", following).strip()

    def insert(self, clause_id: str, choices: Choices | None = None) -> bool:
        """Begin to put a clause of the library in at the caret; False where there is no library."""
        before = self._face.page.place_of_caret
        return self.inserting.insert(
            clause_id, after=self._after(), before=before, choices=choices or Choices()
        )

    def preview(self, clause: str, choices: Choices) -> Preview | None:
        """What adaptation would change in a clause, or None until `inserting.previewed` says it."""
        return self.inserting.preview(clause, self._after(), choices)

    def choose(self, choices: Choices) -> None:
        """The clause search says how a clause would be taken over: the insertion line follows."""
        self._choices = choices
        if self._face.searching:
            self._face.page.insertion.show(self.words)
            self._face.page.insertion.reveal()

    def _after(self) -> ProvisionId | None:
        return target_after(self._session.agreement, self._face.page.place_of_caret)

    def _line_after(self) -> ProvisionId | None:
        """Where the insertion line stands: behind the provision at the caret, or the final provisions."""
        if not self._choices.final:
            return self._after()
        agreement = self._session.agreement
        units = final_block(agreement) or tuple(unit.id for unit in basic_units(agreement))
        return units[-1] if units else None

    def _follow(self) -> None:
        if self._face.searching:
            self._face.page.insertion.show(self.words)

    def _show(self, made: Inserted) -> None:
        if made.provisions:
            self._face.page.show_provision(made.provisions[0])
