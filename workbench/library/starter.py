"""The starter library: agreements in our own wording that travel with the program, as Akoma Ntoso files.

How a file becomes a precedent is for whoever calls `install` to say, because reading files is not the
library's business; it is the very use case by which a user imports a file of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from workbench.agreement.progress import SILENT, Progress, step
from workbench.library.collection import Library
from workbench.settings import data

Kept = TypeVar("Kept")


def files() -> tuple[Path, ...]:
    """The agreements of the starter library, in order of their names."""
    return tuple(sorted(data("db", "starter").glob("*.xml")))


def install(
    library: Library, keep: Callable[[Library, Path], Kept], progress: Progress = SILENT
) -> tuple[Kept, ...]:
    """Keep every agreement of the starter library with `keep`; one that is there already is known.

    Returns what `keep` said of each file.
    """
    kept: list[Kept] = []
    chosen = files()
    for done, path in enumerate(chosen):
        step(progress, done, len(chosen), path.name)
        kept.append(keep(library, path))
    progress.advance(len(chosen), len(chosen))
    return tuple(kept)
