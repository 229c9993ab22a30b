"""Whose the changes of a merge are, and which are in dispute: what sets a merge apart from a redline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from workbench.agreement.text import Alternative, Mark


def _nobody(_who: str) -> str:
    return "c"


@dataclass(frozen=True, slots=True)
class Voices:
    """Slots are those of the delegations: "a" ours, "b" theirs, "" both or nobody's."""

    slots: Mapping[int, str] = field(default_factory=dict)
    """The slot of each revision, by its number."""
    disputed: frozenset[int] = frozenset()
    """The revisions that are conflicts."""
    settled: Mapping[int, str] = field(default_factory=dict)
    """The slot of the wording chosen, for each conflict that is settled."""
    slot_of: Callable[[str], str] = _nobody
    """The slot of a delegation, by its name."""

    @property
    def open(self) -> frozenset[int]:
        """The conflicts that are not settled."""
        return self.disputed - self.settled.keys()

    def of_delegations(self, mark: Mark) -> Mark | None:
        """A mark, unless it is an alternative that neither of the two sides stands for."""
        value = mark.value
        other = isinstance(value, Alternative) and self.slot_of(value.delegation) == "c"
        return None if other else mark

    def slot(self, revision: int | None) -> str:
        """Whose a revision is."""
        if revision is None:
            return ""
        return self.settled.get(revision, self.slots.get(revision, ""))

    def settling(self, settled: Mapping[int, str]) -> Voices:
        """The same with these conflicts settled."""
        return replace(self, settled=settled)


ONE_VOICE = Voices()
"""A redline of two texts: insertions and deletions have colours of their own."""
