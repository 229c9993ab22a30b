"""Keeping agreements: snapshots in, rows derived, all in one transaction of the caller.

These functions are given an open connection that writes; `Library` opens it. Whatever fails rolls everything
back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, RowMapping

from workbench.agreement import record
from workbench.agreement.findings import Finding
from workbench.agreement.tree import Agreement
from workbench.library.answers import Kept, KeptSnapshot, Removed, SourceFile
from workbench.library.derive import STEMS_EDITION, Row, Rows, derive, storable
from workbench.library.errors import NoSuchAgreementError
from workbench.library.models import (
    Clause,
    ClauseStems,
    ClauseType,
    Decision,
    Meta,
    PartyRow,
    Precedent,
    Snapshot,
)
from workbench.library.succession import decided_clauses, hand_on


def now() -> str:
    """The present moment as the library writes it: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def add(
    connection: Connection,
    agreement: Agreement,
    *,
    file: SourceFile,
    is_agreement: bool,
    findings: tuple[Finding, ...],
) -> Kept:
    """Keep an agreement; "known" when the same file in the same language is kept already."""
    known = connection.execute(
        select(Snapshot.key, Snapshot.agreement_id).where(
            Snapshot.sha256 == file.sha256, Snapshot.language == agreement.language
        )
    ).first()
    if known:
        return Kept("known", known.agreement_id, _clause_ids(connection, known.key))
    former = decided_clauses(connection, str(agreement.id), agreement.language)
    superseded = _supersede(connection, str(agreement.id), agreement.language)
    encoded = record.encode(agreement)
    snapshot: Row = {
        "agreement_id": str(agreement.id),
        "language": agreement.language,
        "current": True,
        "is_agreement": is_agreement,
        "file": storable(file.name),
        "sha256": file.sha256,
        "reader": file.reader,
        "format": file.format,
        "record": encoded,
        "record_sha256": hashed(encoded),
        "findings": msgspec.json.encode(findings),
        "added_at": now(),
    }
    key = connection.execute(insert(Snapshot).values(snapshot).returning(Snapshot.key)).scalar_one()
    rows = derive(
        agreement,
        key=key,
        is_agreement=is_agreement,
        file=snapshot["file"],
        decided=decided_types(connection),
    )
    if former and hand_on(connection, former, rows):
        rows = _derived({**snapshot, "key": key}, decided_types(connection))
    store(connection, rows)
    return Kept("kept", str(agreement.id), tuple(row["provision_id"] for row in rows.clauses), superseded)


def store(connection: Connection, rows: Rows) -> None:
    """Write the derived rows of one snapshot."""
    connection.execute(insert(Precedent), [rows.precedent])
    for table, batch in (
        (PartyRow, rows.parties),
        (Clause, rows.clauses),
        (ClauseType, rows.types),
        (ClauseStems, rows.stems),
    ):
        if batch:
            connection.execute(insert(table), batch)


def remove(connection: Connection, agreement_id: str) -> Removed:
    """Take every snapshot of an agreement out, with its rows. What people decided of it stays.

    Raises `NoSuchAgreementError`.
    """
    found = _snapshots(connection, agreement_id)
    if not found:
        raise NoSuchAgreementError(agreement=agreement_id)
    title = connection.execute(
        select(Precedent.title).where(Precedent.agreement_id == agreement_id).limit(1)
    ).scalar()
    connection.execute(delete(Snapshot).where(Snapshot.agreement_id == agreement_id))
    return Removed(agreement_id, title or found[0].file, found)


def put_back(connection: Connection, removed: Removed) -> None:
    """Undo `remove`: the same snapshots with the same keys, their rows derived anew."""
    decided = decided_types(connection)
    for snapshot in removed.snapshots:
        if connection.execute(
            select(Snapshot.key).where(
                Snapshot.sha256 == snapshot.sha256, Snapshot.language == snapshot.language
            )
        ).first():
            continue  # kept again in the meantime
        values = msgspec.structs.asdict(snapshot)
        if snapshot.current:
            _supersede(connection, snapshot.agreement_id, snapshot.language)
        connection.execute(insert(Snapshot).values(values))
        if snapshot.current:
            store(connection, _derived(values, decided))


def take_back(connection: Connection, agreement_id: str, language: str, sha256: str) -> bool:
    """Undo `add` of one text: it goes, and the one it took the place of is the present text again.

    What people decided meanwhile stays, as with `remove`. Says whether there was anything to take back.
    """
    same = (Snapshot.agreement_id == agreement_id, Snapshot.language == language)
    added = connection.execute(
        select(Snapshot.key, Snapshot.current).where(*same, Snapshot.sha256 == sha256)
    ).first()
    if added is None:
        return False
    connection.execute(delete(Snapshot).where(Snapshot.key == added.key))
    newest = _whole_snapshot().where(*same).order_by(Snapshot.key.desc()).limit(1)
    former = connection.execute(newest).mappings().first()
    if added.current and former is not None:  # else a later text stands in its place
        connection.execute(update(Snapshot).where(Snapshot.key == former["key"]).values(current=True))
        store(connection, _derived(former, decided_types(connection)))
    return True


def rebuild(connection: Connection) -> Iterator[tuple[int, int, str]]:
    """Make every derived row anew from the snapshots; yields (done, total, file) after each."""
    decided = decided_types(connection)
    keys = (
        connection.execute(select(Snapshot.key).where(Snapshot.current).order_by(Snapshot.key))
        .scalars()
        .all()
    )
    connection.execute(delete(Precedent))
    for done, key in enumerate(keys, start=1):
        row = connection.execute(_whole_snapshot().where(Snapshot.key == key)).mappings().one()
        store(connection, _derived(row, decided))
        yield done, len(keys), row["file"]
    mark_edition(connection)


def edition(connection: Connection) -> str | None:
    """The edition of the rules the derived rows were made with; None in a new library."""
    return connection.execute(select(Meta.value).where(Meta.name == "stems")).scalar()


def mark_edition(connection: Connection) -> None:
    """Note that the derived rows are of the present edition."""
    connection.execute(delete(Meta).where(Meta.name == "stems"))
    connection.execute(insert(Meta).values(name="stems", value=STEMS_EDITION))


def expected_rows(connection: Connection, key: int) -> Rows:
    """What the derived rows of a snapshot should be. Raises `RecordError` when its record is damaged."""
    row = connection.execute(_whole_snapshot().where(Snapshot.key == key)).mappings().one()
    return _derived(row, decided_types(connection))


def decided_types(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The clause types that people set, by ProvisionId."""
    found = connection.execute(
        select(Decision.provision_id, Decision.types).where(Decision.types.is_not(None))
    )
    return {row.provision_id: tuple(json.loads(row.types)) for row in found if row.types is not None}


def _derived(row: RowMapping | dict[str, Any], decided: dict[str, tuple[str, ...]]) -> Rows:
    return derive(
        record.decode(row["record"]),
        key=row["key"],
        is_agreement=row["is_agreement"],
        file=row["file"],
        decided=decided,
    )


def _supersede(connection: Connection, agreement_id: str, language: str) -> bool:
    former = connection.execute(
        select(Snapshot.key).where(
            Snapshot.agreement_id == agreement_id, Snapshot.language == language, Snapshot.current
        )
    ).scalar()
    if former is None:
        return False
    connection.execute(update(Snapshot).where(Snapshot.key == former).values(current=False))
    connection.execute(delete(Precedent).where(Precedent.snapshot_key == former))
    return True


def _snapshots(connection: Connection, agreement_id: str) -> tuple[KeptSnapshot, ...]:
    rows = connection.execute(
        _whole_snapshot().where(Snapshot.agreement_id == agreement_id).order_by(Snapshot.key)
    ).mappings()
    return tuple(KeptSnapshot(**row) for row in rows)


def _whole_snapshot() -> Any:
    return select(*Snapshot.__table__.columns)


def _clause_ids(connection: Connection, key: int) -> tuple[str, ...]:
    found = connection.execute(
        select(Clause.provision_id).where(Clause.snapshot_key == key).order_by(Clause.position)
    )
    return tuple(found.scalars())


def hashed(encoded: bytes) -> str:
    """The hash a record is kept with: SHA-256 in hexadecimal."""
    return hashlib.sha256(encoded).hexdigest()
