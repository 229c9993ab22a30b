"""Deeds for the process beside the window: it finds them by the name of this module."""

from __future__ import annotations

import os
import time

from workbench.agreement.errors import RecordError
from workbench.agreement.progress import Progress, step


def count_up(*, to: int, pause: float = 0.0, progress: Progress) -> int:
    for done in range(to):
        step(progress, done, to, str(done))
        time.sleep(pause)
    return os.getpid()


def fail_on_purpose(*, progress: Progress) -> None:
    raise RecordError(file="a.xml", reason="torn")


def fail_unforeseen(*, progress: Progress) -> None:
    raise ZeroDivisionError("no")


def die(*, progress: Progress) -> None:
    os._exit(3)


def sleep_deaf(*, progress: Progress) -> None:
    time.sleep(60)
