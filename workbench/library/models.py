"""The tables of a library, the same on SQLite and PostgreSQL.

Three kinds of tables, and what may happen to each:

- *kept*: `Snapshot`, the canonical record of an agreement as it was added. Never changed.
- *derived*: `Precedent`, `PartyRow`, `Clause`, `ClauseType`, `ClauseStems`. Made from the snapshots and can
  be made again at any time, with the same keys: that of a clause is made of its snapshot's and its place.
- *decided*: `Decision`, `Tag`, keyed by ProvisionId, which is the same in every library and on re-import; and
  what belongs to drafts: `Recent`, `Autosave`, `DraftVersion`.

Full text follows `ClauseStems` by itself: FTS5 by triggers on SQLite, a generated tsvector on PostgreSQL.
Both belong to the migration, because no model can say them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CLAUSES_PER_SNAPSHOT = 1 << 20
"""Clause key = snapshot key x this + place (1, 2, …); so the agreement of a match is known from its key."""

Key = BigInteger().with_variant(Integer(), "sqlite")
Moment = String(32)  # ISO 8601 in UTC, so that it sorts and reads the same on every database
Id = String(36)


class Table(DeclarativeBase):
    """Base of the tables."""


class Meta(Table):
    """What the library says of itself: `stems` is the edition of the rules its rows were derived by."""

    __tablename__ = "meta"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Snapshot(Table):
    """One agreement (or background document) as kept.

    One file gives one snapshot per language. An agreement kept again from a changed file supersedes its
    earlier snapshot, which stays, no longer `current`.
    """

    __tablename__ = "snapshot"
    key: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=True)
    agreement_id: Mapped[str] = mapped_column(Id, index=True)
    language: Mapped[str]
    current: Mapped[bool] = mapped_column(default=True)
    is_agreement: Mapped[bool]
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    reader: Mapped[str]
    format: Mapped[str]
    record: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    record_sha256: Mapped[str] = mapped_column(String(64))
    findings: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    added_at: Mapped[str] = mapped_column(Moment)

    __table_args__ = (
        UniqueConstraint("sha256", "language", name="snapshot_file"),
        Index(
            "snapshot_current",
            "agreement_id",
            "language",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        {"sqlite_autoincrement": True},
    )


class Precedent(Table):
    """What is listed and filtered of a current snapshot."""

    __tablename__ = "precedent"
    snapshot_key: Mapped[int] = mapped_column(
        Key, ForeignKey("snapshot.key", ondelete="CASCADE"), primary_key=True
    )
    agreement_id: Mapped[str] = mapped_column(Id, index=True)
    title: Mapped[str]
    language: Mapped[str] = mapped_column(index=True)
    register: Mapped[str]
    is_agreement: Mapped[bool]
    signed_on: Mapped[str] = mapped_column(String(10))
    year: Mapped[int | None] = mapped_column(index=True)
    clauses: Mapped[int]


class PartyRow(Table):
    """A party of a precedent; `names` holds all its names folded, for the party filter."""

    __tablename__ = "party"
    snapshot_key: Mapped[int] = mapped_column(
        Key, ForeignKey("precedent.snapshot_key", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    name: Mapped[str]
    short: Mapped[str]
    state: Mapped[str | None] = mapped_column(index=True)
    names: Mapped[str]


class Clause(Table):
    """One article, section or paragraph, or the whole of a background document.

    `label` cites it ("Article 6(2)"), `locator` is the place as printed, `wording` hashes its words so that
    the same wording is met in other agreements.
    """

    __tablename__ = "clause"
    key: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    snapshot_key: Mapped[int] = mapped_column(Key, ForeignKey("precedent.snapshot_key", ondelete="CASCADE"))
    provision_id: Mapped[str] = mapped_column(Id, index=True)
    parent_key: Mapped[int | None] = mapped_column(Key)
    position: Mapped[int]
    kind: Mapped[str]
    unit: Mapped[str]
    heading: Mapped[str]
    label: Mapped[str]
    locator: Mapped[str]
    wording: Mapped[str] = mapped_column(String(32), index=True)
    body: Mapped[str]

    __table_args__ = (Index("clause_snapshot", "snapshot_key", "position"),)


class ClauseType(Table):
    """A type of a clause; rank 0 is the best. As recognised, or as a person decided."""

    __tablename__ = "clause_type"
    clause_key: Mapped[int] = mapped_column(
        Key, ForeignKey("clause.key", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    type: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int]

    __table_args__ = (Index("clause_type_type", "type", "clause_key"),)


class ClauseStems(Table):
    """What search searches: stems of heading, types and wording, and the forms for type-ahead."""

    __tablename__ = "clause_stems"
    key: Mapped[int] = mapped_column(
        Key, ForeignKey("clause.key", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    heading: Mapped[str]
    types: Mapped[str]
    body: Mapped[str]
    forms: Mapped[str]


class Decision(Table):
    """What a person decided of a provision: clause types (JSON list, None: as recognised), curation."""

    __tablename__ = "decision"
    provision_id: Mapped[str] = mapped_column(Id, primary_key=True)
    types: Mapped[str | None]
    curation: Mapped[str] = mapped_column(default="as_imported")
    note: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[str] = mapped_column(Moment)


class Tag(Table):
    """A word a person has tied to a provision."""

    __tablename__ = "tag"
    provision_id: Mapped[str] = mapped_column(Id, primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


class Recent(Table):
    """A draft that was open lately."""

    __tablename__ = "recent"
    path: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    parties: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[str] = mapped_column(Moment, index=True)


class Autosave(Table):
    """The unsaved state of a draft; `draft` is its path, or an id while it has none."""

    __tablename__ = "autosave"
    draft: Mapped[str] = mapped_column(primary_key=True)
    path: Mapped[str]
    title: Mapped[str]
    record: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    saved_at: Mapped[str] = mapped_column(Moment)


class DraftVersion(Table):
    """A state of a draft that was kept on purpose. Never changed."""

    __tablename__ = "draft_version"
    draft: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    label: Mapped[str]
    record: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    record_sha256: Mapped[str] = mapped_column(String(64))
    kept_at: Mapped[str] = mapped_column(Moment)
