"""The schema of a library on disk: made when new, brought up to date when older, refused when newer.

Whether a library is up to date is asked with one line of SQL; Alembic is loaded only when there is work for
it. The known revisions are read off the names of the migration files. A migration is preceded by a backup
that stays beside the library, and when it fails the library is put back as it was.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import URL, Connection

from workbench.agreement.progress import SILENT, Progress, step
from workbench.library.connection import (
    WAIT,
    check_file,
    engine_for,
    file_of,
    reading,
    shown,
    translated,
    writing,
)
from workbench.library.errors import LibraryError, MigrationError, NewerLibraryError, NotALibraryError
from workbench.settings import data

_REVISION_FILE = re.compile(r"v(\d+)_\w+\.py")


def scripts() -> Path:
    """The folder of the migrations that travel with the program."""
    return data("db", "migrations")


def revisions(folder: Path) -> list[str]:
    """The revisions of a folder of migrations, oldest first."""
    names = (_REVISION_FILE.fullmatch(path.name) for path in (folder / "versions").iterdir())
    return sorted(found.group(1) for found in names if found)


def open_engine(url: URL, *, migrations: Path | None = None, progress: Progress = SILENT) -> Engine:
    """An engine on a library whose schema is the present one. Raises a `LibraryError` otherwise."""
    folder = migrations or scripts()
    known = revisions(folder)
    path = file_of(url)
    location = shown(url)
    if path:
        check_file(path)
    engine = engine_for(url)
    try:
        with translated(location):
            present = _peek(path) if path else _revision(engine, location)
            if present == known[-1]:
                return engine
            if present is not None and present not in known:
                raise NewerLibraryError(file=location, schema=present)
            step(progress, 0, 1, "Preparing the library")
            _bring_up(engine, url, folder, present)
            step(progress, 1, 1, "Preparing the library")
            return engine
    except BaseException:
        engine.dispose()
        raise


def revision(engine: Engine, location: str) -> str:
    """The schema revision of an open library."""
    return _revision(engine, location) or ""


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy a live SQLite database into a file, whole, through SQLite's own backup."""
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _peek(path: Path) -> str | None:
    """The revision of an SQLite file, asked without the power to change it: it may be another program's."""
    if not path.exists() or not path.stat().st_size:
        return None
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=WAIT)) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        _check_tables(tables, str(path))
        found = tables and connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else None


def _check_tables(tables: set[str], location: str) -> None:
    if tables and not tables >= {"alembic_version", "snapshot"}:
        raise NotALibraryError(file=location, reason="it belongs to another program")


def _revision(engine: Engine, location: str) -> str | None:
    """The revision a database says it has; None when it is empty. Anything else is no library."""
    with reading(engine, location) as connection:
        tables = _tables(connection)
        _check_tables(tables, location)
        if not tables:
            return None
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found) if found is not None else None


def _tables(connection: Connection) -> set[str]:
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    else:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    return {str(name) for (name,) in connection.exec_driver_sql(query)}


def _bring_up(engine: Engine, url: URL, folder: Path, present: str | None) -> None:
    path = file_of(url)
    backup = _back_up(engine, path, present) if path and present is not None else None
    try:
        with writing(engine, shown(url)) as connection:
            if _tables(connection) and present is None:
                return  # another program made the library while we waited for our turn
            _upgrade(connection, folder)
    except Exception as error:
        engine.dispose()
        if path and backup:
            _put_back(backup, path)
        elif path and present is None and _is_empty(path):
            path.unlink(missing_ok=True)
        if isinstance(error, LibraryError):
            raise
        raise MigrationError(
            file=shown(url), reason=str(error).splitlines()[0], backup=backup or "the database itself"
        ) from error


def _upgrade(connection: Connection, folder: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _back_up(engine: Engine, path: Path, present: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}.schema-{present}.{moment}{path.suffix}")
    raw = engine.raw_connection()
    try:
        source = raw.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError(source)
        copy_database(source, target)
    finally:
        raw.close()
    return target


def _put_back(backup: Path, path: Path) -> None:
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)


def _is_empty(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
