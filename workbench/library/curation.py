"""What people decide of a clause: its types, how far it is curated, tags and a note.

Decisions are keyed by ProvisionId, so they outlive a rebuild and are met again when a file is imported anew.
Every change returns what stood before, to undo with.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.engine import Connection

from workbench.agreement.lemmas import Stemmer
from workbench.library.answers import CURATION
from workbench.library.catalogue import clause_key, recorded
from workbench.library.derive import storable, type_stems
from workbench.library.errors import WrongCurationError
from workbench.library.models import Clause, ClauseStems, ClauseType, Decision, Tag
from workbench.library.shelf import now


def set_types(connection: Connection, clause_id: str, types: Sequence[str] | None) -> tuple[str, ...] | None:
    """Set the types of a clause, or with None give them back to recognition."""
    clause_key(connection, clause_id)
    before = _decision(connection, clause_id)
    chosen = None if types is None else tuple(dict.fromkeys(storable(name) for name in types))
    _decide(connection, clause_id, types=None if chosen is None else json.dumps(chosen))
    english = Stemmer("en")
    rows = connection.execute(
        select(Clause.key, Clause.snapshot_key).where(Clause.provision_id == clause_id)
    ).all()
    for key, snapshot_key in rows:
        effective = chosen if chosen is not None else _recognised(connection, snapshot_key, clause_id)
        connection.execute(delete(ClauseType).where(ClauseType.clause_key == key))
        for rank, name in enumerate(effective):
            connection.execute(insert(ClauseType).values(clause_key=key, type=name, rank=rank))
        connection.execute(
            update(ClauseStems).where(ClauseStems.key == key).values(types=type_stems(effective, english))
        )
    return tuple(json.loads(before.types)) if before and before.types is not None else None


def set_curation(connection: Connection, clause_id: str, state: str) -> str:
    """Set how far a clause is curated. Raises `WrongCurationError`."""
    if state not in CURATION:
        raise WrongCurationError(state=state)
    clause_key(connection, clause_id)
    before = _decision(connection, clause_id)
    _decide(connection, clause_id, curation=state)
    return before.curation if before else CURATION[0]


def set_note(connection: Connection, clause_id: str, note: str) -> str:
    """Set the internal note on a clause."""
    clause_key(connection, clause_id)
    before = _decision(connection, clause_id)
    _decide(connection, clause_id, note=storable(note))
    return before.note if before else ""


def set_tags(connection: Connection, clause_id: str, tags: Sequence[str]) -> tuple[str, ...]:
    """Set the tags of a clause."""
    clause_key(connection, clause_id)
    before = tags_of(connection, clause_id)
    connection.execute(delete(Tag).where(Tag.provision_id == clause_id))
    for tag in sorted({storable(tag.strip()) for tag in tags if tag.strip()}):
        connection.execute(insert(Tag).values(provision_id=clause_id, tag=tag))
    return before


def tags_of(connection: Connection, clause_id: str) -> tuple[str, ...]:
    """The tags of a clause in alphabetical order."""
    return tuple(
        connection.execute(select(Tag.tag).where(Tag.provision_id == clause_id).order_by(Tag.tag)).scalars()
    )


def _decision(connection: Connection, clause_id: str) -> Row[str | None, str, str] | None:
    return connection.execute(
        select(Decision.types, Decision.curation, Decision.note).where(Decision.provision_id == clause_id)
    ).first()


def _decide(connection: Connection, clause_id: str, **change: Any) -> None:
    change["decided_at"] = now()
    changed = connection.execute(
        update(Decision).where(Decision.provision_id == clause_id).values(change)
    ).rowcount
    if not changed:
        whole = {"types": None, "curation": CURATION[0], "note": "", **change}
        connection.execute(insert(Decision).values(provision_id=clause_id, **whole))


def _recognised(connection: Connection, snapshot_key: int, clause_id: str) -> tuple[str, ...]:
    tree = recorded(connection, snapshot_key)
    found = next((unit for unit in tree.walk() if str(unit.id) == clause_id), None)
    return tuple(dict.fromkeys(found.types)) if found else ()
