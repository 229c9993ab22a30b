"""Accepting and rejecting the tracked changes of a Word file: all, or those of an author, a kind, a time."""

from __future__ import annotations

from pathlib import Path

from workbench.actions.comparing import UnknownTargetError, are_word_files, content_of
from workbench.actions.sparing import spare
from workbench.agreement.errors import WorkbenchError


class NotTrackedError(WorkbenchError):
    """Tracked changes were looked for in a file of another format."""

    code = "actions.not-tracked"
    message = "only Word files hold tracked changes to decide; save this as .docx first"


class UnknownAuthorError(WorkbenchError):
    """Nobody of this name made a change."""

    code = "actions.unknown-author"
    message = "no tracked change in this file is by {author}; the authors here are: {known}"


class NobodyTrackedError(WorkbenchError):
    """The changes of one author are asked for in a file that holds none at all."""

    code = "actions.nobody-tracked"
    message = "this file holds no tracked changes, by {author} or anybody else"


def decide_file(
    path: Path,
    target: Path,
    *,
    accept: bool,
    author: str | None = None,
    kind: str | None = None,
    since: str | None = None,
) -> int:
    """Accept or reject the tracked changes of a Word file that match; returns how many did.

    `author` is the name as the file has it, `kind` one of inserted, deleted, moved, formatted; `since` is
    ISO 8601. Nothing is written where the author is unknown.
    """
    from workbench.formats.docx.package import Package
    from workbench.formats.docx.revisions import Kind, Selection, decide, tracked_changes
    from workbench.formats.files import write_atomically

    if not are_word_files(target):
        raise UnknownTargetError(suffix=target.suffix or "(none)", known=".docx", file=str(target))
    spare(target, path)
    data = content_of(path)
    if not are_word_files(path):
        raise NotTrackedError(file=str(path))
    if author is not None:
        known = {change.author for change in tracked_changes(Package(data, name=str(path)))}
        if not known:
            raise NobodyTrackedError(author=author, file=str(path))
        if author not in known:
            names = ", ".join(sorted(name or "(nobody)" for name in known))
            raise UnknownAuthorError(author=author, known=names, file=str(path))
    selection = Selection(author=author, kind=Kind(kind) if kind else None, since=since)
    decided = decide(data, accept=accept, name=str(path), selection=selection)
    write_atomically(target, decided.data)
    return decided.count
