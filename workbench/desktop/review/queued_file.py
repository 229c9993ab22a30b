"""A file on its way through the import queue: where it is, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.acquaintance import Acquaintance

if TYPE_CHECKING:
    from workbench.desktop.jobs import Job
    from workbench.desktop.review.correction import Correction


class Stage(Enum):
    """Where a file is on its way."""

    WAITING = "waiting"
    READING = "reading"
    REVIEW = "review"
    KEEPING = "keeping"
    KEPT = "kept"
    KNOWN = "known"
    RETURNING = "returning"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    FAILED = "failed"


OVER = (Stage.KEPT, Stage.KNOWN, Stage.SKIPPED, Stage.STOPPED, Stage.FAILED)
UNREAD = (Stage.WAITING, Stage.READING)
AGAIN = (Stage.SKIPPED, Stage.STOPPED, Stage.FAILED)
"""Where a file can be read once more."""
SHELVED = (Stage.KEEPING, Stage.KEPT, Stage.KNOWN, Stage.RETURNING)
"""Where a file is in the library, or on its way in or out."""


@dataclass(eq=False)
class QueuedFile:
    """One file. `note` is the sentence shown under its name where the stage alone does not say enough.

    `version_of` is the id of the agreement in the library that it is kept as a new version of. `agreement`
    says whether it is one (else a background document). `record` is the file as it was read; its `correction`
    is made when somebody looks at it. Both have gone once the file is over.
    """

    path: Path
    stage: Stage = Stage.WAITING
    note: str = ""
    progress: tuple[int, int] = (0, 0)
    record: bytes = b""
    correction: Correction | None = None
    job: Job | None = None
    clauses: int = 0
    doubt_count: int = 0
    known: Acquaintance = field(default_factory=Acquaintance)
    version_of: str = ""
    is_agreement: bool = True
    languages: tuple[str, ...] = ()

    def let_go(self) -> None:
        """Give back the memory of what was read; nothing can be corrected from here on."""
        self.record = b""
        if self.correction is not None:
            self.correction.end()
            self.correction = None
