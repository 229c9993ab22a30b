"""Importing: files become precedents in the library; a bad file is named and the others are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.actions.reading import ReadFile, as_precedent, read_file
from workbench.agreement.errors import Cancelled, WorkbenchError
from workbench.agreement.findings import Finding
from workbench.agreement.identity import with_source_ids
from workbench.agreement.progress import SILENT, Progress, step

if TYPE_CHECKING:
    from workbench.library import Library


class Outcome(StrEnum):
    """What became of one file."""

    KEPT = "kept"
    KNOWN = "known"
    FAILED = "failed"


class ImportedFile(msgspec.Struct, frozen=True):
    """One file of an import. `error` is the sentence to show when it failed."""

    file: str
    outcome: Outcome
    is_agreement: bool | None = None
    agreement_id: str | None = None
    clause_ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str | None = None


def import_files(
    library: Library,
    paths: Sequence[Path],
    *,
    progress: Progress = SILENT,
    each: Callable[[ImportedFile], None] = lambda _: None,
) -> tuple[ImportedFile, ...]:
    """Read, recognise and keep files one after the other; `each` hears of every file as it is done.

    Every file is a transaction of its own, so stopping half-way keeps what was done and nothing half.
    """
    done: list[ImportedFile] = []
    for index, path in enumerate(paths):
        step(progress, index, len(paths), path.name)
        imported = import_file(library, path, progress=_Within(progress, index, len(paths)))
        done.append(imported)
        each(imported)
    progress.advance(len(paths), len(paths))
    return tuple(done)


def import_file(library: Library, path: Path, *, progress: Progress = SILENT) -> ImportedFile:
    """Read, recognise and keep one file; what is wrong with it is in the result, not raised."""
    try:
        return keep(library, read_file(path, progress=progress), file=str(path))
    except Cancelled:
        raise
    except WorkbenchError as error:
        return ImportedFile(file=str(path), outcome=Outcome.FAILED, error=error.sentence)


def keep(library: Library, read: ReadFile, *, file: str | None = None) -> ImportedFile:
    """Keep a file that was read (and perhaps corrected in the review) as a precedent.

    Each agreement is one transaction. A language version printed beside the text is kept as an agreement
    of its own, under a hash that follows from the file and its language.
    """
    from workbench.library import SourceFile
    from workbench.recognition.versions import digest

    precedent = as_precedent(read)
    kept = library.add(
        precedent.agreement,
        file=SourceFile(precedent.name, precedent.sha256, precedent.reader, precedent.format),
        is_agreement=precedent.recognised.is_agreement,
        findings=precedent.findings,
    )
    # A background document stands in the library as one row for search, which is no clause.
    clauses = [*kept.clause_ids] if precedent.recognised.is_agreement else []
    for version in precedent.recognised.versions:
        sha256 = digest(precedent.sha256, version.language)
        beside = library.add(
            with_source_ids(version, sha256),
            file=SourceFile(precedent.name, sha256, precedent.reader, precedent.format),
            is_agreement=precedent.recognised.is_agreement,
            findings=(),
        )
        clauses.extend(beside.clause_ids)
    return ImportedFile(
        file=file or read.name,
        outcome=Outcome(kept.status),
        is_agreement=precedent.recognised.is_agreement,
        agreement_id=str(kept.agreement_id),
        clause_ids=tuple(map(str, clauses)),
        findings=precedent.findings,
    )


def install_starter(library: Library, *, progress: Progress = SILENT) -> tuple[ImportedFile, ...]:
    """Import the agreements of the starter library, as a user would import files of her own."""
    from workbench.library import starter

    def keep_file(into: Library, path: Path) -> ImportedFile:
        return keep(into, read_file(path))

    return starter.install(library, keep_file, progress)


class _Within:
    """The progress of one file as a share of the whole import."""

    def __init__(self, whole: Progress, index: int, count: int) -> None:
        self.whole, self.index, self.count = whole, index, count

    def advance(self, done: int, total: int, what: str = "") -> None:
        steps = 100
        share = steps * done // total if total else 0
        self.whole.advance(self.index * steps + share, self.count * steps, what)

    def cancelled(self) -> bool:
        return self.whole.cancelled()
