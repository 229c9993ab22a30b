"""When a new text takes the place of an earlier one, what people decided of its clauses goes along.

A decision is tied to the identity of a provision, which a changed file does not share. A clause of the same
words, or one in the same place under the same heading, is the same clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from workbench.library.derive import Rows
from workbench.library.models import Clause, Decision, Snapshot, Tag


@dataclass(frozen=True, slots=True)
class Decided:
    """A clause of the earlier text that people decided something of."""

    provision_id: str
    wording: str
    label: str
    heading: str


def decided_clauses(connection: Connection, agreement_id: str, language: str) -> tuple[Decided, ...]:
    """The clauses with decisions or tags of the present text of an agreement."""
    touched = select(Decision.provision_id).union(select(Tag.provision_id))
    rows = connection.execute(
        select(Clause.provision_id, Clause.wording, Clause.label, Clause.heading)
        .join(Snapshot, Snapshot.key == Clause.snapshot_key)
        .where(
            Snapshot.agreement_id == agreement_id,
            Snapshot.language == language,
            Snapshot.current,
            Clause.provision_id.in_(touched),
        )
        .order_by(Clause.position)
    )
    return tuple(Decided(row.provision_id, row.wording, row.label, row.heading) for row in rows)


def hand_on(connection: Connection, decided: tuple[Decided, ...], rows: Rows) -> bool:
    """Copy the decisions to the clauses of the new text; says whether there were any to copy."""
    held = {row["provision_id"] for row in rows.clauses}
    by_words = {row["wording"]: row["provision_id"] for row in reversed(rows.clauses)}
    by_place = {(row["label"], row["heading"]): row["provision_id"] for row in reversed(rows.clauses)}
    handed = False
    for clause in decided:
        heir = by_words.get(clause.wording) or by_place.get((clause.label, clause.heading))
        if clause.provision_id in held or heir is None or _decided(connection, heir):
            continue
        handed = True
        for table in (Decision, Tag):
            former = connection.execute(
                select(*table.__table__.columns).where(table.provision_id == clause.provision_id)
            ).mappings()
            copies = [{**row, "provision_id": heir} for row in former]
            if copies:
                connection.execute(insert(table), copies)
    return handed


def _decided(connection: Connection, provision_id: str) -> bool:
    return any(
        connection.execute(select(table.provision_id).where(table.provision_id == provision_id)).first()
        for table in (Decision, Tag)
    )
