"""Whole libraries: backup into one file, restore from one, copy to another database.

A file is written beside its target and takes the target's name when it is complete. Between two kinds of
database the rows are poured table by table in one transaction.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, delete, func, insert, select, text
from sqlalchemy.engine import Connection

from workbench.agreement.progress import SILENT, Progress, step
from workbench.library import schema
from workbench.library.connection import file_of, reading, translated, url_of, writing
from workbench.library.errors import BackupError, LibraryError, NotEmptyError
from workbench.library.models import Snapshot, Table

_CHUNK = 500


def backup(engine: Engine, location: str, path: Path) -> None:
    """Write the library into one SQLite file."""
    path = path.expanduser().absolute()
    source = file_of(engine.url)
    if path.is_dir():
        raise BackupError(file=str(path), reason="it is a folder")
    if source and path.exists() and path.samefile(source):
        raise BackupError(file=str(path), reason="it is the library itself")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            if source:
                with _raw(engine, location) as connection:
                    schema.copy_database(connection, part)
            else:
                part.unlink()
                _pour_into_file(engine, location, part)
            _flush(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise BackupError(file=str(path), reason=error.strerror or error) from error


def restore(engine: Engine, location: str, path: Path) -> Path | None:
    """Make a library what a backup holds; returns the backup of its present state."""
    path = path.expanduser().absolute()
    if not path.is_file():
        raise BackupError(file=str(path), reason="there is no such file")
    with tempfile.TemporaryDirectory(prefix="workbench-restore-") as folder:
        # A copy, because opening it may migrate it, and a backup must stay what it is.
        copy = Path(folder) / "library.sqlite"
        copy.write_bytes(path.read_bytes())
        restored = _opened(copy, path)
        try:
            target = file_of(engine.url)
            if target is None:
                pour(restored, str(path), engine, location, SILENT, replace=True)
                return None
            moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            kept = target.with_name(f"{target.stem}.before-restore.{moment}{target.suffix}")
            with _raw(engine, location) as present:
                schema.copy_database(present, kept)
                with _raw(restored, str(path)) as source:
                    source.backup(present)
            return kept
        finally:
            restored.dispose()


def pour(
    source: Engine,
    source_location: str,
    target: Engine,
    target_location: str,
    progress: Progress,
    *,
    replace: bool = False,
) -> None:
    """Copy every row into another library, in one transaction. Raises `NotEmptyError` unless `replace`."""
    tables = Table.metadata.sorted_tables
    with reading(source, source_location) as old, writing(target, target_location) as new:
        if not replace and new.execute(select(func.count()).select_from(Snapshot)).scalar_one():
            raise NotEmptyError(file=target_location)
        for table in reversed(tables):
            new.execute(delete(table))
        for done, table in enumerate(tables, start=1):
            step(progress, done, len(tables), table.name)
            rows = old.execute(select(table)).mappings()
            for chunk in rows.partitions(_CHUNK):
                new.execute(insert(table), [dict(row) for row in chunk])
        _continue_keys(new)


def _continue_keys(connection: Connection) -> None:
    """Let new snapshots go on after the highest key that was poured in."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text(
                "SELECT setval(pg_get_serial_sequence('snapshot', 'key'), "
                "coalesce((SELECT max(key) FROM snapshot), 1))"
            )
        )


def _opened(copy: Path, path: Path) -> Engine:
    if copy.stat().st_size == 0:
        raise BackupError(file=str(path), reason="it is empty")
    try:
        return schema.open_engine(url_of(copy))
    except LibraryError as error:
        values = dict(error.values)
        raise BackupError(file=str(path), reason=values.get("reason") or error.sentence) from error


def _pour_into_file(engine: Engine, location: str, path: Path) -> None:
    target = schema.open_engine(url_of(path))
    try:
        pour(engine, location, target, str(path), SILENT)
        with _raw(target, str(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.dispose()


@contextmanager
def _raw(engine: Engine, location: str) -> Iterator[sqlite3.Connection]:
    with translated(location), closing(engine.raw_connection()) as proxy:
        connection = proxy.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise TypeError(connection)
        yield connection


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
