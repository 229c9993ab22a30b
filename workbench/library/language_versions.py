"""Language versions: agreements that were read from one file, and their clauses that say the same.

Nothing of it is stored. One file is one hash; the clause of a version that corresponds to one of the main
text has an identity that follows from that one's (`agreement.identity`).
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.engine import Connection

from workbench.agreement.identity import version_provision_id
from workbench.library.answers import LanguageVersion
from workbench.library.models import Clause, Snapshot


def of_agreements(connection: Connection) -> dict[int, tuple[LanguageVersion, ...]]:
    """By snapshot, the other versions of the same file or of the same agreement."""
    rows = connection.execute(
        select(Snapshot.key, Snapshot.sha256, Snapshot.agreement_id, Snapshot.language)
        .where(Snapshot.current, Snapshot.is_agreement)
        .order_by(Snapshot.key)
    ).all()
    groups: dict[str, list[tuple[int, LanguageVersion]]] = {}
    for row in rows:
        version = LanguageVersion(row.language, row.agreement_id)
        for group in (f"file {row.sha256}", f"agreement {row.agreement_id}"):
            groups.setdefault(group, []).append((row.key, version))
    found: dict[int, dict[LanguageVersion, None]] = {}
    for versions in groups.values():
        for key, own in versions:
            others = found.setdefault(key, {})
            others.update(dict.fromkeys(one for _, one in versions if one.language != own.language))
    return {key: tuple(others) for key, others in found.items() if others}


def of_clause(connection: Connection, clause_id: str, snapshot_key: int) -> tuple[LanguageVersion, ...]:
    """The clauses of the other versions that say the same as a clause."""
    own = connection.execute(
        select(Snapshot.sha256, Snapshot.language).where(Snapshot.key == snapshot_key)
    ).first()
    if own is None:
        return ()
    others = connection.execute(
        select(Snapshot.key, Snapshot.language, Snapshot.agreement_id)
        .where(Snapshot.sha256 == own.sha256, Snapshot.language != own.language, Snapshot.current)
        .order_by(Snapshot.key)
    ).all()
    held = {other.key: _clauses(connection, other.key) for other in others}
    if not held:
        return ()
    origin = _origin(clause_id, own.language, held.values())
    found = []
    for other in others:
        same = (
            origin if origin in held[other.key] else str(version_provision_id(UUID(origin), other.language))
        )
        if same in held[other.key]:
            found.append(LanguageVersion(other.language, other.agreement_id, same))
    return tuple(found)


def _clauses(connection: Connection, snapshot_key: int) -> frozenset[str]:
    ids = connection.execute(select(Clause.provision_id).where(Clause.snapshot_key == snapshot_key))
    return frozenset(ids.scalars())


def _origin(clause_id: str, language: str, held: Iterable[frozenset[str]]) -> str:
    """The clause of the main text that this one follows from; itself where it is of the main text."""
    for ids in held:
        for one in ids:
            if str(version_provision_id(UUID(one), language)) == clause_id:
                return one
    return clause_id
