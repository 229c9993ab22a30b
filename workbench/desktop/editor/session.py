"""A draft on the desk: the tree that is current, the way back to earlier ones, and the file it lies in.

Every face of a draft changes it through `apply`; one step on the undo stack holds two roots. Typing is
gathered into words. The session numbers the tree, keeps cross-references with their targets, and says
`changed` with both roots, so that a face re-renders only what came out different.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import Agreement, Draft, ProvisionId
from workbench.desktop.editor.lines import Place, retouched
from workbench.drafting.references import refresh

Numbers = Mapping[ProvisionId, Number]


class Session(QObject):
    """One open draft."""

    changed = Signal(object, object)
    """(old draft, new draft), whatever changed it."""
    caret_wanted = Signal(object)
    """A `Place` to put the caret at, after an edit, an undo or a redo."""
    saved_changed = Signal(bool)

    def __init__(self, draft: Draft, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.undo_stack = QUndoStack(self)
        self._draft = draft
        self._saved = draft
        self._numbers: Numbers = numbers(draft.agreement)
        self.undo_stack.cleanChanged.connect(self.saved_changed)

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self._draft

    @property
    def agreement(self) -> Agreement:
        """Its agreement."""
        return self._draft.agreement

    @property
    def numbers(self) -> Numbers:
        """The number of every provision, computed once for each shape of the tree."""
        return self._numbers

    @property
    def saved_draft(self) -> Draft:
        """The draft as it was last read from or written to its file."""
        return self._saved

    @property
    def unsaved(self) -> bool:
        """Whether the file does not hold what is on the desk."""
        return not self.undo_stack.isClean()

    def apply(
        self,
        label: str,
        agreement: Agreement,
        *,
        before: Place | None = None,
        after: Place | None = None,
        gather: str = "",
    ) -> None:
        """Make `agreement` the current one, as one step that can be undone.

        Where provisions came, went or moved, cross-references follow. `gather` names a run of typing:
        steps in a row with the same name are one step to undo.
        """
        draft = msgspec.structs.replace(self._draft, agreement=agreement)
        self.apply_draft(label, draft, before=before, after=after, gather=gather)

    def apply_draft(
        self,
        label: str,
        draft: Draft,
        *,
        before: Place | None = None,
        after: Place | None = None,
        gather: str = "",
    ) -> None:
        """The same for a whole draft, as a filled placeholder changes it: wording and values."""
        agreement = draft.agreement
        reshaped = retouched(self.agreement, agreement) is None
        if reshaped:
            draft = msgspec.structs.replace(draft, agreement=refresh(agreement))
        if draft is not self._draft:
            self.undo_stack.push(
                _Step(self, label, (self._draft, draft), (before, after), reshaped=reshaped, gather=gather)
            )

    def mark_saved(self, path: Path, draft: Draft, index: int) -> None:
        """The file now holds `draft`, which was current when the undo stack stood at `index`.

        Edits made while the file was written stay unsaved.
        """
        self.path = path
        self._saved = draft
        if draft is self._draft:
            self.undo_stack.setClean()
        elif index != self.undo_stack.index():
            self.undo_stack.resetClean()

    def show(self, draft: Draft, caret: Place | None, *, reshaped: bool) -> None:
        """Put another root in place without a step; only the undo stack's steps call it."""
        old = self._draft
        self._draft = draft
        if reshaped:
            self._numbers = numbers(draft.agreement)
        self.changed.emit(old, draft)
        if caret is not None:
            self.caret_wanted.emit(caret)


class _Step(QUndoCommand):
    def __init__(
        self,
        session: Session,
        label: str,
        drafts: tuple[Draft, Draft],
        carets: tuple[Place | None, Place | None],
        *,
        reshaped: bool,
        gather: str,
    ) -> None:
        super().__init__(label)
        self.session = session
        self.drafts = drafts
        self.carets = carets
        self.reshaped = reshaped
        self.gather = gather

    def undo(self) -> None:
        self.session.show(self.drafts[0], self.carets[0], reshaped=self.reshaped)

    def redo(self) -> None:
        self.session.show(self.drafts[1], self.carets[1], reshaped=self.reshaped)

    def id(self) -> int:
        return 1 if self.gather else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.gather != self.gather or not self.gather:
            return False
        self.drafts = (self.drafts[0], other.drafts[1])
        self.carets = (self.carets[0], other.carets[1])
        return True
