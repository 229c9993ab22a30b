"""How a library is reached: one engine per location, with the pragmas and transactions SQLite needs.

Transactions are ours: a reader begins with BEGIN (a stable view in WAL mode, writers do not disturb it), a
writer with BEGIN IMMEDIATE, so that two programs queue up before they read what they are about to change
instead of failing afterwards. Every database error leaves here as a `LibraryError` that names the location.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from workbench.library.errors import (
    BusyLibraryError,
    DamagedLibraryError,
    LibraryError,
    MissingDriverError,
    NotALibraryError,
    ReadOnlyLibraryError,
    UnreachableLibraryError,
)

WAIT = 20.0
"""Seconds to wait while another program writes."""

_MAGIC = b"SQLite format 3\x00"
_WRITERS = 0x74726561
"""The advisory lock for which writers to a server queue up, as BEGIN IMMEDIATE makes them do on SQLite."""
_WRITES = {"library_writes": True}


def url_of(location: Path | str) -> URL:
    """The database URL of a location: a path means an SQLite file. Raises `UnreachableLibraryError`."""
    if isinstance(location, str) and "://" in location:
        try:
            url = make_url(location)
        except ArgumentError as error:
            raise UnreachableLibraryError(file=location, reason="its address is not well formed") from error
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() not in ("sqlite", "postgresql"):
            raise UnreachableLibraryError(
                file=shown(url), reason="only SQLite files and postgresql:// addresses are libraries"
            )
        return url
    return URL.create("sqlite", database=str(Path(location).expanduser().absolute()))


def file_of(url: URL) -> Path | None:
    """The SQLite file of a URL, or None for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def shown(url: URL) -> str:
    """The location as printed: a path, or a URL without its password."""
    path = file_of(url)
    return str(path) if path else url.render_as_string(hide_password=True)


def check_file(path: Path) -> None:
    """Look at an SQLite file before a database does. Raises a `LibraryError` when it cannot be a library."""
    name = str(path)
    try:
        if path.is_dir():
            raise UnreachableLibraryError(file=name, reason="it is a folder")
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
        # A file without any write permission was protected on purpose, whoever asks.
        if not os.access(path, os.W_OK) or not path.stat().st_mode & (
            stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
        ):
            raise ReadOnlyLibraryError(file=name)
    except OSError as error:
        raise UnreachableLibraryError(file=name, reason=error.strerror or error) from error
    if head and head != _MAGIC:
        raise NotALibraryError(file=name, reason="it is not a database")


def engine_for(url: URL) -> Engine:
    """An engine for a library. Raises `MissingDriverError` when PostgreSQL's driver is missing."""
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, pool_pre_ping=True)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise MissingDriverError(file=shown(url), driver=url.drivername) from error
    engine = create_engine(url, connect_args={"timeout": WAIT, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine, location: str) -> Iterator[Connection]:
    """A connection with one stable view of the library."""
    with translated(location), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, location: str) -> Iterator[Connection]:
    """One transaction: all of it or nothing. Waits its turn behind another writer."""
    with translated(location), engine.connect() as plain:
        connection = plain.execution_options(**_WRITES)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
            yield connection


@contextmanager
def translated(location: str) -> Iterator[None]:
    """Turn errors of the database into errors of the library."""
    try:
        yield
    except DBAPIError as error:
        raise _as_library_error(str(error.orig or error), location) from error
    except sqlite3.Error as error:
        raise _as_library_error(str(error), location) from error
    except SQLAlchemyError as error:
        raise LibraryError(file=location, reason=str(error).splitlines()[0]) from error


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late and forgets DDL
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("library_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_CAUSES: tuple[tuple[tuple[str, ...], type[LibraryError]], ...] = (
    (("not a database",), NotALibraryError),
    (("malformed", "disk i/o", "corrupt"), DamagedLibraryError),
    (("locked", "busy", "lock timeout"), BusyLibraryError),
    (("readonly", "read-only"), ReadOnlyLibraryError),
    (("unable to open", "connection failed", "could not connect"), UnreachableLibraryError),
)


def _as_library_error(reason: str, location: str) -> LibraryError:
    first = reason.strip().splitlines()[0] if reason.strip() else "no reason given"
    kind = next(
        (kind for signs, kind in _CAUSES if any(sign in reason.lower() for sign in signs)), LibraryError
    )
    values: dict[str, Any] = {"reason": first.rstrip(".")}
    return kind(file=location, **values)
