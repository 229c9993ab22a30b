"""Two language versions of one agreement side by side; the window and the command line both call this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.comparing import UnknownTargetError
from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import SILENT, Progress

if TYPE_CHECKING:
    from workbench.comparison.concordance import Concordance

TARGETS = (".docx", ".html")


def concord_files(first: Path, second: Path, *, progress: Progress = SILENT) -> Concordance:
    """Lay the agreements of two files side by side. Raises `SameLanguageError` and what reading raises."""
    from workbench.comparison.concordance import concord

    one = read_file(first, progress=progress)
    other = read_file(second, progress=progress)
    try:
        return concord(one.agreement, other.agreement, progress)
    except WorkbenchError as error:
        error.file = error.file or str(second)
        raise


def can_be_written(path: Path) -> None:
    """Raise `UnknownTargetError` for a file name under which no concordance can be written."""
    if path.suffix.casefold() not in TARGETS:
        raise UnknownTargetError(suffix=path.suffix or "(none)", known=" or ".join(TARGETS), file=str(path))


def write_concordance(found: Concordance, path: Path) -> None:
    """Write a concordance; the ending of `path` decides the format."""
    from workbench.formats.files import write_atomically

    can_be_written(path)
    if path.suffix.casefold() == ".docx":
        from workbench.formats.docx import concordance as word

        write_atomically(path, word.to_bytes(found))
        return
    from workbench.formats.html import concordance as page

    write_atomically(path, page.to_bytes(found))
