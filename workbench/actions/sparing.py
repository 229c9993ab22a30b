"""Sparing what was read: no result is written over one of the files it was made from."""

from __future__ import annotations

from pathlib import Path

from workbench.agreement.errors import WorkbenchError


class OverSourceError(WorkbenchError):
    """A result is to be written over a file it is made from."""

    code = "actions.over-source"
    message = "this file is read here, and would be lost; name another file to write to"


def spare(output: Path, *sources: Path) -> None:
    """Raise `OverSourceError` where `output` is one of `sources`, by whatever path it is named."""
    if any(_same(output, source) for source in sources):
        raise OverSourceError(file=str(output))


def _same(first: Path, second: Path) -> bool:
    return first.resolve() == second.resolve() or (
        first.exists() and second.exists() and first.samefile(second)
    )
