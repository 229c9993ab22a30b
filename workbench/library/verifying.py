"""Is the library sound? The database's own check, each record and its hash, each row and its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from workbench.agreement.errors import RecordError
from workbench.agreement.progress import Progress, step
from workbench.library import shelf
from workbench.library.answers import Verified
from workbench.library.derive import Rows
from workbench.library.models import (
    Clause,
    ClauseStems,
    ClauseType,
    DraftVersion,
    PartyRow,
    Precedent,
    Snapshot,
)


def verify(connection: Connection, progress: Progress) -> Verified:
    """Check everything; problems are sentences that name the file concerned."""
    problems = list(_database(connection))
    snapshots = connection.execute(
        select(Snapshot.key, Snapshot.file, Snapshot.current).order_by(Snapshot.key)
    ).all()
    for done, row in enumerate(snapshots, start=1):
        step(progress, done, len(snapshots), row.file)
        problems.extend(_snapshot(connection, row.key, row.file, current=row.current))
    for row in connection.execute(select(*DraftVersion.__table__.columns)):
        if shelf.hashed(row.record) != row.record_sha256:
            problems.append(f"version {row.number} of the draft {row.draft} is not what was kept")
    return Verified(len(snapshots), tuple(problems))


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return  # a server checks its own pages
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the database file: {line}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} belongs to nothing"
    indexed = connection.exec_driver_sql("SELECT count(*) FROM clause_search_docsize").scalar_one()
    rows = connection.exec_driver_sql("SELECT count(*) FROM clause_stems").scalar_one()
    if indexed != rows:
        yield f"the full text knows {indexed} clauses, the library {rows}; rebuild it"


def _snapshot(connection: Connection, key: int, file: str, *, current: bool) -> Iterator[str]:
    encoded, digest = connection.execute(
        select(Snapshot.record, Snapshot.record_sha256).where(Snapshot.key == key)
    ).one()
    if shelf.hashed(encoded) != digest:
        yield f"{file}: its record is not what was kept"
        return
    try:
        expected = shelf.expected_rows(connection, key)
    except RecordError as error:
        yield f"{file}: {error.sentence}"
        return
    if current and derived_rows(connection, key) != as_sets(expected):
        yield f"{file}: its clauses are not those of its record; rebuild the library"


def derived_rows(connection: Connection, key: int) -> dict[str, list[tuple[Any, ...]]]:
    """The derived rows of a snapshot as they stand, by table."""
    of_clause = select(Clause.key).where(Clause.snapshot_key == key)
    chosen = {
        Precedent: Precedent.snapshot_key == key,
        PartyRow: PartyRow.snapshot_key == key,
        Clause: Clause.snapshot_key == key,
        ClauseType: ClauseType.clause_key.in_(of_clause),
        ClauseStems: ClauseStems.key.in_(of_clause),
    }
    result: dict[str, list[tuple[Any, ...]]] = {}
    for model, condition in chosen.items():
        columns = sorted(model.__table__.columns, key=lambda column: column.name)
        rows = connection.execute(select(*columns).where(condition))
        result[model.__tablename__] = sorted((tuple(row) for row in rows), key=repr)
    return result


def as_sets(rows: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """Derived rows in the shape of `derived_rows`."""
    tables = {
        "precedent": [rows.precedent],
        "party": rows.parties,
        "clause": rows.clauses,
        "clause_type": rows.types,
        "clause_stems": rows.stems,
    }
    return {
        name: sorted((tuple(row[column] for column in sorted(row)) for row in batch), key=repr)
        for name, batch in tables.items()
    }
