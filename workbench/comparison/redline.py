"""The redline: two agreements and everything that differs between them, to be accepted or rejected.

Laws, held by property tests: accepting all gives the new agreement and rejecting all the old one, exactly;
any mixture is a well-formed agreement; an agreement compared with itself has no revisions.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from workbench.agreement.tree import Agreement, Zone
from workbench.comparison import decisions
from workbench.comparison.revision import (
    Fate,
    Node,
    Op,
    Piece,
    Pieces,
    Revision,
    RevisionKind,
    Row,
    Side,
    Summary,
)

__all__ = [
    "Fate",
    "Node",
    "Op",
    "Piece",
    "Pieces",
    "Redline",
    "Revision",
    "RevisionKind",
    "Row",
    "Side",
    "Summary",
]


class Redline(msgspec.Struct, frozen=True):
    """What `compare` found. `rows` are for showing, `nodes` (by zone) for deciding."""

    old: Agreement
    new: Agreement
    revisions: tuple[Revision, ...]
    rows: tuple[Row, ...]
    nodes: dict[Zone, tuple[Node, ...]]
    summary: Summary = Summary()

    def accept_all(self) -> Agreement:
        """The new agreement."""
        return decisions.decide(self.old, self.new, self.nodes, self._numbers(), Side.NEW)

    def reject_all(self) -> Agreement:
        """The old agreement."""
        return decisions.decide(self.old, self.new, self.nodes, frozenset(), Side.OLD)

    def decide(self, accepted: Collection[int], silent: Side = Side.NEW) -> Agreement:
        """The agreement with these revisions accepted (by number) and all others rejected.

        What no revision shows (identities, notes, provenance, folded characters, marks that say nothing new
        to the reader) is as in the new agreement, or in the old one where `silent` says so. A unit cannot be
        moved into one that is not there, and a unit is not deleted while something is to stay in it: of
        revisions that rest on each other the rejected one prevails.
        """
        return decisions.decide(self.old, self.new, self.nodes, frozenset(accepted), silent)

    def revision(self, number: int) -> Revision:
        """The revision with this number, counted from 1."""
        return self.revisions[number - 1]

    def signed(self, author: str, date: str) -> Redline:
        """The same redline with every revision ascribed to `author` at `date` (ISO 8601)."""
        stamped = tuple(msgspec.structs.replace(r, author=author, date=date) for r in self.revisions)
        return msgspec.structs.replace(self, revisions=stamped)

    def _numbers(self) -> frozenset[int]:
        return frozenset(revision.number for revision in self.revisions)
