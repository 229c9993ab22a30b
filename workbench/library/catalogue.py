"""Looking things up by their id: a clause with all that is known of it, an agreement, the list of them."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from workbench.agreement import record
from workbench.agreement.edits import map_provisions
from workbench.agreement.tree import Agreement, Provision
from workbench.library import answers, language_versions
from workbench.library.answers import AgreementInfo
from workbench.library.derive import storable
from workbench.library.errors import NoSuchAgreementError, NoSuchClauseError
from workbench.library.models import Clause, Decision, PartyRow, Precedent, Snapshot, Tag
from workbench.library.searching import hits_of
from workbench.library.shelf import decided_types


def clause_key(connection: Connection, clause_id: str, language: str | None = None) -> tuple[int, int]:
    """The key of a clause and of its snapshot; of language versions the first kept.

    Raises `NoSuchClauseError`.
    """
    chosen = (
        select(Clause.key, Clause.snapshot_key)
        .join(Precedent, Precedent.snapshot_key == Clause.snapshot_key)
        .where(Clause.provision_id == storable(clause_id))
        .order_by(Clause.key)
        .limit(1)
    )
    if language is not None:
        chosen = chosen.where(Precedent.language == storable(language))
    found = connection.execute(chosen).first()
    if found is None:
        raise NoSuchClauseError(clause=clause_id)
    return found.key, found.snapshot_key


def clause(connection: Connection, clause_id: str, language: str | None) -> answers.Clause:
    """One clause whole."""
    key, snapshot_key = clause_key(connection, clause_id, language)
    below = connection.execute(
        select(Clause.key).where(Clause.parent_key == key).order_by(Clause.position)
    ).scalars()
    (hit,) = hits_of(connection, [(key, 0.0)], ())
    decision = connection.execute(
        select(Decision.types, Decision.note).where(Decision.provision_id == clause_id)
    ).first()
    tags = connection.execute(select(Tag.tag).where(Tag.provision_id == clause_id).order_by(Tag.tag))
    tree = with_decided_types(connection, recorded(connection, snapshot_key))
    return answers.Clause(
        hit,
        provision=next((unit for unit in tree.walk() if str(unit.id) == clause_id), None),
        children=hits_of(connection, [(child, 0.0) for child in below], ()),
        tags=tuple(tags.scalars()),
        note=decision.note if decision else "",
        types_decided=bool(decision and decision.types is not None),
        versions=language_versions.of_clause(connection, clause_id, snapshot_key)
        if hit.kind == "clause"
        else (),
    )


def agreement(connection: Connection, agreement_id: str, language: str | None) -> Agreement:
    """The tree of an agreement with the types people decided. Raises `NoSuchAgreementError`."""
    chosen = (
        select(Snapshot.key)
        .where(Snapshot.agreement_id == storable(agreement_id), Snapshot.current)
        .order_by(Snapshot.key)
        .limit(1)
    )
    if language is not None:
        chosen = chosen.where(Snapshot.language == storable(language))
    key = connection.execute(chosen).scalar()
    if key is None:
        raise NoSuchAgreementError(agreement=agreement_id)
    return with_decided_types(connection, recorded(connection, key))


def agreements(connection: Connection) -> tuple[AgreementInfo, ...]:
    """Every agreement and background document, the latest kept first."""
    parties: dict[int, list[tuple[str, str | None]]] = {}
    for key, short, name, state in connection.execute(
        select(PartyRow.snapshot_key, PartyRow.short, PartyRow.name, PartyRow.state).order_by(
            PartyRow.snapshot_key, PartyRow.position
        )
    ):
        parties.setdefault(key, []).append((short or name, state))
    versions = language_versions.of_agreements(connection)
    rows = connection.execute(
        select(Precedent, Snapshot.file, Snapshot.sha256, Snapshot.added_at)
        .join(Snapshot, Snapshot.key == Precedent.snapshot_key)
        .order_by(Precedent.snapshot_key.desc())
    )
    return tuple(
        AgreementInfo(
            id=row.agreement_id,
            title=row.title,
            language=row.language,
            register=row.register,
            kind="agreement" if row.is_agreement else "other",
            parties=tuple(name for name, _ in parties.get(row.snapshot_key, [])),
            states=tuple(state for _, state in parties.get(row.snapshot_key, []) if state),
            signed_on=row.signed_on,
            year=row.year,
            clauses=row.clauses,
            file=row.file,
            sha256=row.sha256,
            added_at=row.added_at,
            versions=versions.get(row.snapshot_key, ()),
        )
        for row in rows
    )


def counts(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """How many agreements in each language, and how many clause rows of each kind."""
    languages = connection.execute(
        select(Precedent.language, func.count())
        .where(Precedent.is_agreement)
        .group_by(Precedent.language)
        .order_by(func.count().desc(), Precedent.language)
    )
    kinds = connection.execute(select(Clause.kind, func.count()).group_by(Clause.kind))
    return {name: int(n) for name, n in languages}, {name: int(n) for name, n in kinds}


def recorded(connection: Connection, key: int) -> Agreement:
    """The tree of a snapshot as it was kept. Raises `RecordError` when the record is damaged."""
    return record.decode(connection.execute(select(Snapshot.record).where(Snapshot.key == key)).scalar_one())


def with_decided_types(connection: Connection, tree: Agreement) -> Agreement:
    """A tree whose provisions have the clause types people set."""
    decided = decided_types(connection)
    if not decided:
        return tree

    def typed(unit: Provision) -> Provision:
        types = decided.get(str(unit.id))
        return unit if types is None else replace(unit, types=types)

    return map_provisions(tree, typed)
