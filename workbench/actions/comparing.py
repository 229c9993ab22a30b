"""Comparing any two of draft, version, precedent and file; writing a redline."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import SILENT, Progress, step

if TYPE_CHECKING:
    from workbench.comparison import Options
    from workbench.comparison.redline import Redline
    from workbench.formats.docx.comparing import Compared


class RedlineForm(StrEnum):
    """How a Word redline shows changes: as native revisions, as formatting only, or as a table."""

    REVISIONS = "revisions"
    STATIC = "static"
    TABLE = "table"


class Ignored(StrEnum):
    """What a comparison can be told to take for no difference."""

    FORMATTING = "formatting"
    CASE = "case"
    SIGNS = "signs"
    SPACES = "spaces"


UNTOLD = {
    "txt": frozenset({Ignored.FORMATTING}),
    "pdf": frozenset({Ignored.FORMATTING, Ignored.SPACES}),
    "html": frozenset({Ignored.SPACES}),
    "htm": frozenset({Ignored.SPACES}),
}
"""What a format cannot tell, so that a file in it differs in nothing by it: no line of a PDF says how many
spaces there were between two words, nor a web page, and neither a PDF nor plain text says what is italic."""


class UnknownTargetError(WorkbenchError):
    """A file name whose ending names no format that can be written."""

    code = "actions.unknown-target"
    message = "the ending {suffix} names no format this can be written in; use {known}"


class NoSummaryError(WorkbenchError):
    """A page of changes was asked for in a file that is kept as the other side has it."""

    code = "actions.no-summary"
    message = (
        "two Word files are compared as they are, without a page of changes in front; "
        "leave out --summary, or write the redline as .pdf"
    )


class NotAsTableError(WorkbenchError):
    """A table of changes was asked for in a format that has none."""

    code = "actions.not-as-table"
    message = "a table of changes is written as .docx; name the file so, or ask for another form"


class ListedWithinError(WorkbenchError):
    """A page of changes was asked for in Akoma Ntoso, which lists them in its own way."""

    code = "actions.listed-within"
    message = "an Akoma Ntoso redline lists its changes by itself; leave the page of changes out"


class CommentsInWordError(WorkbenchError):
    """Comments were asked for in a redline that cannot hold them."""

    code = "actions.comments-in-word"
    message = (
        "comments are written in a .docx redline, and not in a table; leave them out, or name the file so"
    )


TARGETS = (".docx", ".html", ".xml", ".pdf")
"""The endings of the formats a redline can be written in."""


def refuse_target(path: Path, form: RedlineForm, *, summary: bool, comments: bool = False) -> None:
    """Raise the error of a redline that cannot be written to this file, before any work is done for it."""
    suffix = path.suffix.casefold()
    if suffix not in TARGETS:
        known = f"{', '.join(TARGETS[:-1])} or {TARGETS[-1]}"
        raise UnknownTargetError(suffix=suffix or "(none)", known=known, file=str(path))
    if form is RedlineForm.TABLE and suffix != ".docx":
        raise NotAsTableError(file=str(path))
    if summary and suffix == ".xml":
        raise ListedWithinError(file=str(path))
    if comments and (suffix != ".docx" or form is RedlineForm.TABLE):
        raise CommentsInWordError(file=str(path))


def compare_files(
    old: Path,
    new: Path,
    *,
    ignored: frozenset[Ignored] = frozenset(),
    by_character: bool = False,
    progress: Progress = SILENT,
) -> Redline:
    """Compare the agreements of two files.

    Italics, and how many spaces stand between two words, count only where both files can tell.
    """
    from workbench.comparison import compare

    before = read_file(old, progress=progress)
    after = read_file(new, progress=progress)
    ignored |= untold(old, new)
    options = options_of(ignored, by_character=by_character)
    try:
        return compare(before.agreement, after.agreement, options, progress=progress)
    except WorkbenchError as error:
        error.file = error.file or str(new)
        raise


def options_of(ignored: frozenset[Ignored], *, by_character: bool = False) -> Options:
    """How to compare, as the comparison room has it."""
    from workbench.comparison import Granularity, Options

    return Options(
        granularity=Granularity.CHARACTER if by_character else Granularity.WORD,
        ignore_formatting=Ignored.FORMATTING in ignored,
        ignore_case=Ignored.CASE in ignored,
        fold_signs=Ignored.SIGNS in ignored,
        fold_spaces=Ignored.SPACES in ignored,
    )


def untold(*paths: Path) -> frozenset[Ignored]:
    """What one of these files cannot tell, by their names."""
    found: frozenset[Ignored] = frozenset()
    return found.union(*(UNTOLD.get(p.suffix.casefold().removeprefix("."), found) for p in paths))


def are_word_files(*paths: Path) -> bool:
    """Whether all are Word files, by their names: such files are compared as they are."""
    return all(path.suffix.casefold() == ".docx" for path in paths)


def compare_word_files(
    old: Path,
    new: Path,
    target: Path | None,
    *,
    author: str,
    date: str,
    ignored: frozenset[Ignored] = frozenset(),
    by_character: bool = False,
    progress: Progress = SILENT,
) -> Compared:
    """Compare two Word files as they are.

    Writes the new one to `target`, unless that is None, with what differs as revisions of `author` at `date`.
    """
    from workbench.formats.docx.comparing import compare
    from workbench.formats.files import write_atomically

    step(progress, 0, 2)
    found = compare(
        content_of(old),
        content_of(new),
        author=author,
        date=date,
        old_name=str(old),
        new_name=str(new),
        options=options_of(ignored, by_character=by_character),
    )
    step(progress, 1, 2)
    if target is not None:
        write_atomically(target, found.data)
    return found


def write_redline(
    redline: Redline,
    path: Path,
    *,
    author: str,
    date: str,
    form: RedlineForm = RedlineForm.REVISIONS,
    summary: bool = False,
    comments: bool = False,
) -> None:
    """Write a redline; the ending of `path` decides the format. `date` is ISO 8601.

    `comments` tells to write those of the new text, which are internal and left out otherwise.
    """
    from workbench.formats.files import write_atomically

    refuse_target(path, form, summary=summary, comments=comments)
    try:
        data = redline_bytes(
            redline,
            path.suffix,
            author=author,
            date=date,
            form=form,
            summary=summary,
            comments=comments,
        )
    except WorkbenchError as refusal:
        refusal.file = str(path)
        raise
    write_atomically(path, data)


def redline_bytes(
    redline: Redline,
    suffix: str,
    *,
    author: str,
    date: str,
    form: RedlineForm = RedlineForm.REVISIONS,
    summary: bool = False,
    comments: bool = False,
) -> bytes:
    """A redline in the format that one of `TARGETS` names. The same input gives the same bytes.

    `summary` puts a table of the changes by article in front, in Word, HTML and PDF; `comments` writes those
    of the new text, in Word.
    """
    signed = redline.signed(author, date)
    match suffix.casefold():
        case ".docx":
            from workbench.formats.docx import redline as word

            return word.to_bytes(
                signed, author=author, date=date, form=form.value, summary=summary, comments=comments
            )
        case ".html":
            from workbench.formats.html import redline as html

            return html.to_bytes(signed, summary=summary)
        case ".xml":
            from workbench.formats import akn

            return akn.redline_bytes(signed, author=author, date=date)
        case _:
            from workbench.formats.pdf import redline as pdf

            return pdf.to_bytes(signed, summary=summary)


def content_of(path: Path) -> bytes:
    """The bytes of a file; errors name it as it was typed."""
    from workbench.formats.files import read_bytes

    try:
        return read_bytes(path)
    except WorkbenchError as error:
        error.file = str(path)
        raise
