"""Correcting what was recognised in one file, every step with a way back.

A step holds two states, before and after: the agreement, where its parts came from, and the doubtful places
a person has settled. Nothing here touches the library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.actions.reading import ReadFile
from workbench.agreement import edits
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import Agreement, Kind, Party, Provision, ProvisionId
from workbench.desktop.review.record import Cues, Unpacked

_TELLING = 24
"""So many characters tell a place in a wording from every other."""


@dataclass(frozen=True, slots=True)
class State:
    """The agreement as corrected so far; `origins` are blocks (first, last) of the source.

    `versions` are its other languages, where the source prints several side by side; `is_agreement` False
    makes it a background document. `anew` is the file as it was recognised once more, as an agreement, None
    where the first reading stands.
    """

    agreement: Agreement
    origins: dict[ProvisionId, tuple[int, int]]
    settled: frozenset[str] = frozenset()
    versions: tuple[Agreement, ...] = ()
    is_agreement: bool = True
    anew: Unpacked | None = None

    @property
    def trees(self) -> tuple[Agreement, ...]:
        """Every language of it."""
        return (self.agreement, *self.versions)

    def with_tree(self, index: int, tree: Agreement) -> State:
        """The state with one language replaced."""
        trees = (*self.trees[:index], tree, *self.trees[index + 1 :])
        return replace(self, agreement=trees[0], versions=trees[1:])


class Correction(QObject):
    """The review of one file; what is corrected is the language that is looked at.

    Its steps stand on `stack`, which may hold those of other files too. `touched` says whether there ever was
    one; `revisited` that undo or redo has changed it.
    """

    changed = Signal()
    revisited = Signal()

    def __init__(
        self, unpacked: Unpacked, parent: QObject | None = None, *, stack: QUndoStack | None = None
    ) -> None:
        super().__init__(parent)
        self._first = unpacked
        self.undo_stack = stack if stack is not None else QUndoStack(self)
        self.touched = False
        self.over = False
        self._state = _state(unpacked)
        self._face = 0
        self._numbers = unpacked.numbers

    @property
    def state(self) -> State:
        """The state as it stands."""
        return self._state

    @property
    def read(self) -> ReadFile:
        """The file as it was recognised, the last time."""
        return (self._state.anew or self._first).read

    @property
    def joined(self) -> frozenset[int]:
        """The blocks of the source that are shown as one paragraph with the block before, as first read."""
        return self._first.joined

    @property
    def cues(self) -> Cues:
        """What spoke for the clause types found."""
        return (self._state.anew or self._first).cues

    @property
    def agreement(self) -> Agreement:
        """The agreement as it stands, in the language looked at."""
        return self._state.trees[self._face]

    @property
    def face(self) -> int:
        """Which language is looked at: 0 the main one."""
        return self._face

    def look_at(self, face: int) -> None:
        """Look at another language of it."""
        self._face = max(0, min(face, len(self._state.versions)))
        self._numbers = numbers(self.agreement)
        self.changed.emit()

    @property
    def numbers(self) -> dict[ProvisionId, Number]:
        """The number of every provision as it stands."""
        return self._numbers

    def result(self) -> ReadFile:
        """The file with everything corrected, as the library shall keep it."""
        state = self._state
        recognised = msgspec.structs.replace(
            self.read.recognised,
            agreement=state.agreement,
            origins=dict(state.origins),
            versions=state.versions,
            is_agreement=state.is_agreement,
        )
        return msgspec.structs.replace(self.read, recognised=recognised)

    def set_kind(self, label: str, unit: ProvisionId, kind: Kind) -> None:
        """Say what a unit is."""
        self._edit(label, lambda tree: edits.set_kind(tree, unit, kind), sure=unit)

    def set_types(self, label: str, unit: ProvisionId, types: tuple[str, ...]) -> None:
        """Say what a clause is about."""

        def change(found: Provision) -> tuple[Provision, ...]:
            return (msgspec.structs.replace(found, types=types),)

        self._edit(label, lambda tree: edits.update(tree, unit, change))

    def set_words(self, label: str, unit: ProvisionId, heading: str, words: str) -> None:
        """Put the wording of a unit right where the file was read wrongly."""

        def change(tree: Agreement) -> Agreement:
            found = tree.find(unit)
            if found is not None and found.heading.plain != heading:
                tree = edits.set_heading(tree, unit, heading)
            if found is not None and found.text.plain != words:
                tree = edits.set_text(tree, unit, words)
            return tree

        self._edit(label, change, sure=unit)

    def set_about(
        self,
        label: str,
        *,
        language: str,
        parties: tuple[Party, ...],
        is_agreement: bool,
        anew: Unpacked | None = None,
    ) -> None:
        """Say in which language it is, between whom, and whether it is an agreement at all.

        `anew` is the file recognised once more, as an agreement: it takes the place of what there was.
        Parties named by hand come before those found in it.
        """
        state, face = (replace(_state(anew), anew=anew), 0) if anew is not None else (self._state, self._face)
        tree = state.trees[face]
        if anew is None or parties:
            tree = msgspec.structs.replace(tree, parties=parties)
        if anew is None or language != self.agreement.language:
            tree = msgspec.structs.replace(tree, language=language)
        state = replace(state.with_tree(face, tree), is_agreement=is_agreement)
        if state != self._state:
            self._push(label, state)

    def demote(self, label: str, unit: ProvisionId) -> None:
        """One level down."""
        self._edit(label, lambda tree: edits.demote(tree, unit), sure=unit)

    def promote(self, label: str, unit: ProvisionId) -> None:
        """One level up."""
        self._edit(label, lambda tree: edits.promote(tree, unit), sure=unit)

    def merge(self, label: str, unit: ProvisionId) -> ProvisionId:
        """Join a unit to the sibling before it and say which one that is."""
        siblings, index = edits.siblings_of(self.agreement, unit)
        changed = edits.merge_with_previous(self.agreement, unit)
        before = siblings[index - 1].id
        origins = dict(self._state.origins)
        own, other = origins.pop(unit, None), origins.get(before)
        if own is not None:
            origins[before] = (min(own[0], other[0]), max(own[1], other[1])) if other else own
        self._put(label, _sure(changed, before), origins)
        return before

    def split(self, label: str, unit: ProvisionId, offset: int) -> ProvisionId:
        """Divide a unit's wording at a character and say what the second half is called."""
        changed, born = edits.split(self.agreement, unit, offset)
        origins = dict(self._state.origins)
        if unit in origins:
            first, last = origins[unit]
            at = self._block_of(unit, offset)
            origins[unit] = (first, max(first, at - 1))
            origins[born] = (min(at, last), last)
        self._put(label, _sure(changed, unit, born), origins)
        return born

    def leave_out(self, label: str, unit: ProvisionId) -> None:
        """Take a unit out of the agreement."""
        self._edit(label, lambda tree: edits.delete(tree, unit))

    def place_of(self, unit: ProvisionId, block: int, character: int) -> int | None:
        """The character of a unit's wording that stands at a place of the source.

        What follows the place is looked for in the wording, because the printed number and the heading are
        not in it; None where the wording does not hold it, or where nothing would be divided.
        """
        found, source = self.agreement.find(unit), self.read.source
        if found is None or source is None or not 0 <= block < len(source.blocks):
            return None
        line = source.blocks[block].text.plain[character:]
        following = [char for char in line if not char.isspace()][:_TELLING]
        plain = found.text.plain
        places = [index for index, char in enumerate(plain) if not char.isspace()]
        packed = "".join(plain[index] for index in places)
        first = self._state.origins.get(unit, (block, block))[0]
        before = "".join(source.blocks[index].text.plain for index in range(first, block))
        expected = sum(not char.isspace() for char in before + source.blocks[block].text.plain[:character])
        wanted, best = "".join(following), None
        at = packed.find(wanted) if wanted else -1
        while at >= 0:
            if at and (best is None or abs(at - expected) < abs(best - expected)):
                best = at
            at = packed.find(wanted, at + 1)
        return places[best] if best is not None else None

    def settle(self, label: str, doubt: str, unit: ProvisionId | None = None) -> None:
        """Say that a doubtful place is right as it is."""
        agreement = self.agreement if unit is None else _sure(self.agreement, unit)
        settled = self._state.settled | {doubt}
        self._push(label, replace(self._state.with_tree(self._face, agreement), settled=settled))

    def settle_with(self, label: str, doubt: str, change: Callable[[], object]) -> None:
        """Correct a doubtful place and count it as settled, as one step."""
        self.undo_stack.beginMacro(label)
        try:
            change()
            self.settle(label, doubt)
        finally:
            self.undo_stack.endMacro()

    def show(self, state: State, face: int = 0) -> None:
        """Put a state in place and look at the language that was corrected; only the steps call it."""
        before = self.agreement
        self._state, self._face = state, face
        if self.agreement is not before:
            self._numbers = numbers(self.agreement)
        self.changed.emit()

    def _edit(
        self, label: str, change: Callable[[Agreement], Agreement], *, sure: ProvisionId | None = None
    ) -> None:
        changed = change(self.agreement)
        if sure is not None:
            changed = _sure(changed, sure)
        self._put(label, changed, self._state.origins)

    def _put(self, label: str, tree: Agreement, origins: dict[ProvisionId, tuple[int, int]]) -> None:
        self._push(label, replace(self._state.with_tree(self._face, tree), origins=origins))

    def end(self) -> None:
        """Nobody will look at it again: steps that are still on the stack lead nowhere."""
        self.over = True
        self.deleteLater()

    def _push(self, label: str, state: State) -> None:
        self.touched = True
        self.undo_stack.push(_Step(self, label, self._state, state))

    def _block_of(self, unit: ProvisionId, offset: int) -> int:
        """The block of the source in which a character of a unit's wording stands, by counting words."""
        found, source = self.agreement.find(unit), self.read.source
        first, last = self._state.origins[unit]
        if found is None or source is None:
            return last
        before = sum(not char.isspace() for char in found.text.plain[:offset])
        counted = 0
        for index in range(first, last + 1):
            counted += sum(not char.isspace() for char in source.blocks[index].text.plain)
            if counted > before:
                return index
        return last


class _Step(QUndoCommand):
    def __init__(self, correction: Correction, label: str, before: State, after: State) -> None:
        super().__init__(label)
        self._correction, self._before, self._after = correction, before, after
        self._face = correction.face
        self._done = False

    def redo(self) -> None:
        self._show(self._after, again=self._done)
        self._done = True

    def undo(self) -> None:
        self._show(self._before, again=True)

    def _show(self, state: State, *, again: bool) -> None:
        if self._correction.over:  # its file was read once more
            self.setObsolete(True)
            return
        self._correction.show(state, self._face)
        if again:
            self._correction.revisited.emit()


def _state(unpacked: Unpacked) -> State:
    """A file as it was recognised, with nothing corrected."""
    recognised = unpacked.read.recognised
    return State(
        recognised.agreement,
        dict(recognised.origins),
        versions=recognised.versions,
        is_agreement=recognised.is_agreement,
    )


def _sure(agreement: Agreement, *units: ProvisionId) -> Agreement:
    """A person has looked: the units are certain now."""
    for unit in units:
        if agreement.find(unit) is not None:
            agreement = edits.update(
                agreement, unit, lambda found: (msgspec.structs.replace(found, confidence=1.0),)
            )
    return agreement
