"""How long work tells how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol

from workbench.agreement.errors import Cancelled


class Progress(Protocol):
    """What a reader, a comparison or an import reports to."""

    def advance(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` steps are finished; `what` names the present one."""

    def cancelled(self) -> bool:
        """Whether the user has asked to stop."""


class Silent:
    """A `Progress` nobody watches."""

    def advance(self, done: int, total: int, what: str = "") -> None:
        """Ignore the report."""

    def cancelled(self) -> bool:
        """Nobody is there to cancel."""
        return False


SILENT = Silent()


def step(progress: Progress, done: int, total: int, what: str = "") -> None:
    """Report one step and stop by raising `Cancelled` when the user has asked for it."""
    if progress.cancelled():
        raise Cancelled
    progress.advance(done, total, what)
