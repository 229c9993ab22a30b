"""The checks run beside the typing, in a process of their own that follows the draft key press by key press.

The process holds the last tree it was given and what the checks made of it. It is sent only what has changed
since (`agreement.patches`), reads only that, and answers with the findings: neither the window nor the pipe
is ever busy with the whole of a long draft. No Qt here.
"""

from __future__ import annotations

import gc
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from workbench.agreement.patches import Patch, patched
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.tree import Agreement, Register

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.checks import Checker


class Wanted(msgspec.Struct, frozen=True):
    """What is to be checked: a whole tree, or the patch that leads to it from the tree numbered `base`.

    `turn` numbers the tree that is meant; `profile` and `unasked` are those of the draft.
    """

    turn: int
    base: int
    change: Agreement | Patch
    profile: Register | None = None
    unasked: tuple[str, ...] = ()


class Answer(Enum):
    """What is said instead of findings."""

    SAME = "same"
    """The findings are those of the last answer: most key presses change none."""
    WHOLE = "whole"
    """The tree a patch starts from is not at hand; the whole tree is needed."""


class Desk:
    """What the process remembers of the draft it follows."""

    def __init__(self) -> None:
        self._turn = 0
        self._agreement: Agreement | None = None
        self._checker: Checker | None = None
        self._told: tuple[Finding, ...] | None = None

    def check(self, wanted: Wanted, progress: Progress = SILENT) -> tuple[Finding, ...] | Answer:
        """The findings, or what is said instead."""
        if isinstance(wanted.change, Patch):
            if self._agreement is None or self._turn != wanted.base:
                return Answer.WHOLE
            self._agreement = patched(self._agreement, wanted.change)
        else:
            self._agreement, self._told = wanted.change, None
        self._turn = wanted.turn
        if self._checker is None:
            from workbench.checks import checker

            self._checker = checker()
        found = self._checker.check(
            self._agreement, profile=wanted.profile, without=wanted.unasked, progress=progress
        )
        if any(unit.needs or unit.choice for unit in self._agreement.walk()):
            from workbench.drafting.template_rules import broken_rules

            found += broken_rules(self._agreement)
        if found == self._told:
            return Answer.SAME
        self._told = found
        return found


@cache
def _desk() -> Desk:
    """The memory of this process; one process follows one draft."""
    return Desk()


def recheck(wanted: Wanted, progress: Progress = SILENT) -> tuple[Finding, ...] | Answer:
    """What the process runs for every change."""
    step(progress, 0, 1)
    answer = _desk().check(wanted, progress)
    if not isinstance(wanted.change, Patch):
        # What was made of the whole draft stays: going through it for waste at every collection would make
        # one key press in fifty slow.
        gc.collect()
        gc.freeze()
    return answer
