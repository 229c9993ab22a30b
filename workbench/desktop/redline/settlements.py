"""A merge and how its conflicts are settled: the rows as they then read, and the draft that comes of it."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.actions.merging import MergeShown, settle
from workbench.agreement.tree import Draft
from workbench.comparison.merging import Choice, Conflict, Delegations, Origin, Settlement, as_settled
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Row
from workbench.desktop.redline.voices import Voices

_SLOTS = {Origin.OURS: "a", Origin.THEIRS: "b"}
_CHOSEN = {Choice.OURS: "a", Choice.THEIRS: "b"}


class Settlements:
    """Of one merge. Conflicts are known by the numbers of the revisions that show them."""

    def __init__(self, found: MergeShown, delegations: Delegations) -> None:
        self.delegations = delegations
        self.conflicts = tuple(found.shown.disputed)
        self._found = found
        self._shown: dict[int, Settlement] = {}
        self._slots = {n: _SLOTS.get(origin, "") for n, origin in found.shown.origins.items()}
        self._rows: dict[int, list[int]] = {}
        for index, row in enumerate(found.shown.redline.rows):
            for number in row.revisions:
                if number in found.shown.disputed:
                    self._rows.setdefault(number, []).append(index)

    @property
    def redline(self) -> Redline:
        """The merge against what was sent."""
        return self._found.shown.redline

    def is_conflict(self, number: int) -> bool:
        """Whether a revision is a conflict."""
        return number in self._found.shown.disputed

    def conflict(self, number: int) -> Conflict | None:
        """The conflict a revision shows."""
        index = self._found.shown.disputed.get(number)
        return self._found.texts.merged.conflicts[index] if index is not None else None

    def takes_other_words(self, number: int) -> bool:
        """Whether one line of other words can stand there: not for provisions with others below them."""
        conflict = self.conflict(number)
        return conflict is not None and not any("\n" in words for words in (conflict.ours, conflict.theirs))

    def proposal(self, number: int) -> str:
        """What other words begin with: ours, or theirs where we want none."""
        conflict = self.conflict(number)
        return (conflict.ours or conflict.theirs) if conflict is not None else ""

    def voices(self, settled: Mapping[int, Settlement]) -> Voices:
        """Whose each change is, conflicts as they are settled."""
        names = {self.delegations.ours: "a", self.delegations.theirs: "b"}
        chosen = {number: _CHOSEN.get(made.choice, "") for number, made in settled.items()}
        return Voices(self._slots, frozenset(self.conflicts), chosen, lambda who: names.get(who, "c"))

    def changed(self, settled: Mapping[int, Settlement]) -> list[int]:
        """The places of the rows that read otherwise than when this was last asked."""
        touched = {
            number for number in {*settled, *self._shown} if settled.get(number) != self._shown.get(number)
        }
        self._shown = dict(settled)
        return sorted({index for number in touched for index in self._rows.get(number, ())})

    def row(self, index: int) -> Row:
        """A row as it reads when this was last asked."""
        row = self.redline.rows[index]
        for number in row.revisions:
            conflict = self.conflict(number)
            if conflict is not None and number in self._shown:
                row = as_settled(row, number, conflict.group, self._shown[number], self.delegations)
        return row

    def draft(self, settled: Mapping[int, Settlement]) -> Draft:
        """The merged draft; what is not settled stays in it as alternatives of both sides."""
        groups = {
            conflict.group: made
            for number, made in settled.items()
            if (conflict := self.conflict(number)) is not None
        }
        return settle(self._found.texts, self.delegations, groups)
