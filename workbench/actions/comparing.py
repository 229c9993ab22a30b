"""Comparing any two of draft, version, precedent and file; writing what was found as a redline."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import SILENT, Progress

if TYPE_CHECKING:
    from workbench.comparison.redline import Redline


UNSTYLED = frozenset({"txt", "pdf"})
"""Formats from which wording comes without emphasis."""


class RedlineForm(StrEnum):
    """How a Word redline shows changes: as native revisions, as formatting only, or as a table."""

    REVISIONS = "revisions"
    STATIC = "static"
    TABLE = "table"


class UnknownTargetError(WorkbenchError):
    """A file name whose ending names no format that can be written."""

    code = "actions.unknown-target"
    message = "the ending {suffix} names no format this can be written in; use {known}"


def compare_files(old: Path, new: Path, *, progress: Progress = SILENT) -> Redline:
    """Compare the agreements of two files.

    Italics and the like count only where both files can hold them.
    """
    from workbench.comparison import Options, compare

    before = read_file(old, progress=progress)
    after = read_file(new, progress=progress)
    options = Options(ignore_formatting=bool({before.format, after.format} & UNSTYLED))
    return compare(before.agreement, after.agreement, options, progress=progress)


def write_redline(
    redline: Redline, path: Path, *, author: str, date: str, form: RedlineForm = RedlineForm.REVISIONS
) -> None:
    """Write a redline; the ending of `path` decides the format. `date` is ISO 8601."""
    from workbench.formats.files import write_atomically

    try:
        data = redline_bytes(redline, path.suffix, author=author, date=date, form=form)
    except WorkbenchError as refusal:
        refusal.file = str(path)
        raise
    write_atomically(path, data)


def redline_bytes(
    redline: Redline, suffix: str, *, author: str, date: str, form: RedlineForm = RedlineForm.REVISIONS
) -> bytes:
    """A redline in the format that a file ending names. The same input gives the same bytes."""
    signed = redline.signed(author, date)
    match suffix.casefold():
        case ".docx":
            from workbench.formats.docx import redline as word

            return word.to_bytes(signed, author=author, date=date, form=form.value)
        case ".html":
            from workbench.formats.html import redline as html

            return html.to_bytes(signed)
        case _:
            raise UnknownTargetError(suffix=suffix or "(none)", known=".docx or .html")
