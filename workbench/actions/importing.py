"""Importing: files become precedents in the library; a bad file is named and the others are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.actions.acquaintance import ask
from workbench.actions.checking import noticed
from workbench.actions.reading import ReadFile, as_precedent, read_file
from workbench.agreement.errors import Cancelled, WorkbenchError
from workbench.agreement.findings import Finding
from workbench.agreement.identity import as_language_version
from workbench.agreement.progress import SILENT, Progress, step

if TYPE_CHECKING:
    from workbench.library import Library


class Outcome(StrEnum):
    """What became of one file."""

    KEPT = "kept"
    KNOWN = "known"
    FAILED = "failed"


class KeptVersion(msgspec.Struct, frozen=True):
    """A language version kept beside the main text of a file."""

    language: str
    agreement_id: str


class ImportedFile(msgspec.Struct, frozen=True):
    """One file of an import. `error` is the sentence to show when it failed.

    `clause_ids` are those of all language versions, the main text first. `new_version_of` is the agreement in
    the library that it seems to be a new text of. `added` are the texts that the library did not have, of the
    file with the hash `sha256`: what `take_back` takes out again.
    """

    file: str
    outcome: Outcome
    is_agreement: bool | None = None
    agreement_id: str | None = None
    clause_ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    language: str | None = None
    versions: tuple[KeptVersion, ...] = ()
    new_version_of: str | None = None
    added: tuple[KeptVersion, ...] = ()
    sha256: str = ""


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
        return keep(library, noticed(read_file(path, progress=progress)), file=str(path))
    except Cancelled:
        raise
    except WorkbenchError as error:
        return ImportedFile(file=str(path), outcome=Outcome.FAILED, error=error.sentence)


def keep(library: Library, read: ReadFile, *, file: str | None = None) -> ImportedFile:
    """Keep a file that was read (and perhaps corrected in the review) as a precedent.

    Each agreement is one transaction. A language version printed beside the text is an agreement of its own
    from the same file; the library knows by their identities which of its clauses say the same.
    """
    from workbench.library import SourceFile

    precedent = as_precedent(read)
    like = ask(precedent, library)
    source = SourceFile(precedent.name, precedent.sha256, precedent.reader, precedent.format)
    is_agreement = precedent.recognised.is_agreement
    findings = (*precedent.findings, *precedent.noticed)
    kept = library.add(precedent.agreement, file=source, is_agreement=is_agreement, findings=findings)
    outcome = Outcome(kept.status)
    # A background document stands in the library as one row for search, which is no clause.
    clauses = [*kept.clause_ids] if is_agreement else []
    versions = []
    added = [KeptVersion(precedent.agreement.language, str(kept.agreement_id))]
    added = added if outcome is Outcome.KEPT else []
    for version in precedent.recognised.versions:
        beside = library.add(
            as_language_version(version, precedent.agreement),
            file=source,
            is_agreement=is_agreement,
            findings=(),
        )
        clauses.extend(beside.clause_ids)
        versions.append(KeptVersion(version.language, str(beside.agreement_id)))
        if beside.status == Outcome.KEPT:  # it may have been taken out by itself
            outcome = Outcome.KEPT
            added.append(versions[-1])
    # Kept as the present text of that very agreement, it is no second one.
    asked = outcome is Outcome.KEPT and like.agreement != str(kept.agreement_id)
    question = like.finding() if asked else None
    return ImportedFile(
        file=file or read.name,
        outcome=outcome,
        is_agreement=is_agreement,
        agreement_id=str(kept.agreement_id),
        clause_ids=tuple(map(str, clauses)),
        findings=(*findings, question) if question is not None else findings,
        language=precedent.agreement.language,
        versions=tuple(versions),
        new_version_of=like.agreement if question is not None else None,
        added=tuple(added),
        sha256=precedent.sha256,
    )


def take_back(library: Library, imported: ImportedFile) -> None:
    """Undo `keep`: what the file added goes, and what it took the place of is the present text again."""
    for text in imported.added:
        library.take_back(text.agreement_id, language=text.language, sha256=imported.sha256)


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
