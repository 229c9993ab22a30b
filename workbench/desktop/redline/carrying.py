"""Decisions carried over to another comparison of the same two texts.

The draft goes on being edited, some decisions are taken into it, the window is closed and opened another day:
a change that is still there keeps what was decided on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from workbench.agreement.tree import ProvisionId
from workbench.comparison.revision import Revision, RevisionKind
from workbench.desktop.redline.changes import Decision


class Remembered(Struct, frozen=True):
    """What was decided on a change, and what tells the change again.

    `turn` counts changes that are otherwise alike: "shall" became "will" twice in one paragraph.
    """

    decision: Decision
    kind: RevisionKind
    old: str | None
    new: str | None
    old_id: ProvisionId | None
    new_id: ProvisionId | None
    turn: int


_Exact = tuple[RevisionKind, str | None, str | None, ProvisionId | None, ProvisionId | None, int]


def remembered(decided: Mapping[int, Decision], revisions: Iterable[Revision]) -> tuple[Remembered, ...]:
    """Decisions, by the numbers of changes, for another comparison."""
    exact = _exact(revisions)
    return tuple(Remembered(decision, *exact[number]) for number, decision in decided.items())


def carried(kept: Sequence[Remembered], revisions: Sequence[Revision]) -> dict[int, Decision]:
    """What was decided, by the numbers that the changes have now.

    A change is the same where kind, provisions and words are. Where provisions have other identities, as in a
    file that was written anew, it is the same kind of change of the same words, if there is only one such.
    """
    if not kept:
        return {}
    exact = {(k.kind, k.old, k.new, k.old_id, k.new_id, k.turn): k.decision for k in kept}
    loose = {(k.kind, k.old, k.new): k.decision for k in kept}
    once = Counter((r.kind, r.old, r.new) for r in revisions)
    found: dict[int, Decision] = {}
    for number, key in _exact(revisions).items():
        decision = exact.get(key)
        if decision is None and once[key[:3]] == 1:
            decision = loose.get(key[:3])
        if decision is not None:
            found[number] = decision
    return found


def _exact(revisions: Iterable[Revision]) -> dict[int, _Exact]:
    turns: Counter[object] = Counter()
    found: dict[int, _Exact] = {}
    for r in revisions:
        key = (r.kind, r.old, r.new, r.old_id, r.new_id)
        found[r.number] = (*key, turns[key])
        turns[key] += 1
    return found
