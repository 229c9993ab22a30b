"""`Library`: the store of precedents and clauses, one object for a program to hold.

Threads: a `Library` may be used from any thread, several at a time; each call takes its own connection.
Writers queue up, inside the program by a lock and between programs in the database. A reader sees one state
of the library from beginning to end, whatever is written meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from workbench.agreement.findings import Finding
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement
from workbench.library import catalogue, copying, curation, schema, shelf, similarity, verifying
from workbench.library.answers import (
    AgreementInfo,
    Clause,
    Info,
    Kept,
    Query,
    Removed,
    SearchResult,
    SourceFile,
    Verified,
)
from workbench.library.connection import file_of, reading, shown, url_of, writing
from workbench.library.derive import CLAUSE_KINDS, STEMS_EDITION, wording, wording_hash
from workbench.library.drafts import Drafts
from workbench.library.searching import search


class Library:
    """An open library. Make one with `Library.open`; close it, or use it as a context manager."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._location = shown(engine.url)
        self._lock = threading.RLock()
        self.drafts = Drafts(self._reading, self._writing)

    @classmethod
    def open(cls, location: Path | str, progress: Progress = SILENT) -> Self:
        """Open the library at a path or URL, made when new and migrated when older (after a backup).

        `postgresql://user@host/name` opens a shared one. Raises a `LibraryError` that names the location.
        """
        library = cls(schema.open_engine(url_of(location), progress=progress))
        try:
            library._renew_rows(progress)
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def location(self) -> str:
        """The path or URL (without password) of this library."""
        return self._location

    # Keeping.

    def add(
        self,
        agreement: Agreement,
        *,
        file: SourceFile,
        is_agreement: bool = True,
        findings: Sequence[Finding] = (),
    ) -> Kept:
        """Keep an agreement, or with `is_agreement` False a background document, in one transaction."""
        with self._writing() as connection:
            return shelf.add(
                connection, agreement, file=file, is_agreement=is_agreement, findings=tuple(findings)
            )

    def remove(self, agreement_id: str) -> Removed:
        """Take an agreement out with all its language versions; `put_back` undoes it.

        What people decided of its clauses stays and is met again when it is put back or imported again.
        Raises `NoSuchAgreementError`.
        """
        with self._writing() as connection:
            return shelf.remove(connection, agreement_id)

    def put_back(self, removed: Removed) -> None:
        """Undo `remove`."""
        with self._writing() as connection:
            shelf.put_back(connection, removed)

    def take_back(self, agreement_id: str, *, language: str, sha256: str) -> bool:
        """Undo `add` of the text from the file with this hash; says whether it was there.

        The text it took the place of is the present one again.
        """
        with self._writing() as connection:
            return shelf.take_back(connection, agreement_id, language, sha256)

    def rebuild(self, progress: Progress = SILENT) -> None:
        """Make all derived rows anew from the snapshots; nothing changes when it is cancelled."""
        with self._writing() as connection:
            for done, total, file in shelf.rebuild(connection):
                step(progress, done, total, file)

    # Finding.

    def search(self, query: Query | str) -> SearchResult:
        """The clauses and background documents a query asks for. Never fails on what a person types."""
        asked = Query(text=query) if isinstance(query, str) else query
        with self._reading() as connection:
            return search(connection, asked, lambda: self._states)

    def similar(
        self,
        text: str | None = None,
        limit: int = 20,
        *,
        clause: str | None = None,
        language: str | None = None,
    ) -> SearchResult:
        """Clauses with the same or near wording as a text or as a clause (which is left out itself)."""
        with self._reading() as connection:
            return similarity.similar(connection, text or "", limit, clause=clause, language=language)

    def same_wordings(self, agreement: Agreement) -> dict[str, float]:
        """By agreement in the library, the share of an agreement's clauses that it has word for word."""
        words = filter(None, map(wording, agreement.of_kind(*CLAUSE_KINDS)))
        hashes = [wording_hash(one) for one in words]
        with self._reading() as connection:
            return similarity.same_wordings(connection, hashes)

    def clause(self, clause_id: str, *, language: str | None = None) -> Clause:
        """One clause whole; `language` chooses among language versions. Raises `NoSuchClauseError`."""
        with self._reading() as connection:
            return catalogue.clause(connection, clause_id, language)

    def agreement(self, agreement_id: str, *, language: str | None = None) -> Agreement:
        """The tree of an agreement, with the clause types people decided. Raises `NoSuchAgreementError`."""
        with self._reading() as connection:
            return catalogue.agreement(connection, agreement_id, language)

    def agreements(self) -> tuple[AgreementInfo, ...]:
        """All agreements and background documents, the latest kept first."""
        with self._reading() as connection:
            return catalogue.agreements(connection)

    # Curating.

    def set_types(self, clause_id: str, types: Sequence[str] | None) -> tuple[str, ...] | None:
        """Set the types of a clause, best first; None gives them back to recognition.

        Returns the former decision, to undo with. Raises `NoSuchClauseError`.
        """
        with self._writing() as connection:
            return curation.set_types(connection, clause_id, types)

    def set_curation(self, clause_id: str, state: str) -> str:
        """Set how far a clause is curated: one of `answers.CURATION`; returns the former state.

        Raises `WrongCurationError`, `NoSuchClauseError`.
        """
        with self._writing() as connection:
            return curation.set_curation(connection, clause_id, state)

    def set_note(self, clause_id: str, note: str) -> str:
        """Set the internal note on a clause; returns the former one. Raises `NoSuchClauseError`."""
        with self._writing() as connection:
            return curation.set_note(connection, clause_id, note)

    def set_tags(self, clause_id: str, tags: Sequence[str]) -> tuple[str, ...]:
        """Set the tags of a clause; returns the former ones. Raises `NoSuchClauseError`."""
        with self._writing() as connection:
            return curation.set_tags(connection, clause_id, tags)

    # Upkeep.

    def info(self) -> Info:
        """The library at a glance."""
        with self._reading() as connection:
            languages, rows = catalogue.counts(connection)
        path = file_of(self._engine.url)
        return Info(
            location=self._location,
            schema=schema.revision(self._engine, self._location),
            agreements=sum(languages.values()),
            clauses=rows.get("clause", 0),
            background=rows.get("background", 0),
            languages=languages,
            size=path.stat().st_size if path and path.exists() else 0,
        )

    def verify(self, progress: Progress = SILENT) -> Verified:
        """Check the database, every record against its hash, and every derived row against its record."""
        with self._reading() as connection:
            return verifying.verify(connection, progress)

    def backup(self, path: Path) -> None:
        """Write the whole library into one SQLite file, complete or not at all. Raises `BackupError`."""
        copying.backup(self._engine, self._location, path)

    def restore(self, path: Path) -> Path | None:
        """Make this library what a backup holds; the present state is backed up beside it first.

        Returns that backup (None for a server). Raises `BackupError`; the library is then unchanged.
        """
        with self._lock:
            return copying.restore(self._engine, self._location, path)

    def copy(self, url: Path | str, progress: Progress = SILENT) -> Info:
        """Copy everything into another, empty library. Raises `NotEmptyError`."""
        with Library.open(url) as target:
            copying.pour(self._engine, self._location, target._engine, target.location, progress)
            return target.info()

    # Inside.

    @cached_property
    def _states(self) -> States:
        return States.load()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine, self._location) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock, writing(self._engine, self._location) as connection:
            yield connection

    def _renew_rows(self, progress: Progress) -> None:
        """Derive the rows anew when they were made by other rules than the present ones."""
        with self._reading() as connection:
            if shelf.edition(connection) == STEMS_EDITION:
                return
        self.rebuild(progress)
