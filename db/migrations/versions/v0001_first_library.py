"""The first library: kept snapshots, rows derived from them, decisions of people, drafts, and full text.

Full text is given stems, never wording, so SQLite needs no more than its ascii tokenizer (which leaves every
letter beyond ASCII alone) and PostgreSQL its `simple` configuration.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# FTS5 with external content must be told the old values of a row that goes or changes.
SQLITE_FULL_TEXT = (
    """
    CREATE VIRTUAL TABLE clause_search USING fts5(
        heading, types, body, forms, content='clause_stems', content_rowid='key', tokenize='ascii'
    )
    """,
    "CREATE VIRTUAL TABLE clause_words USING fts5vocab(clause_search, 'row')",
    """
    CREATE TRIGGER clause_stems_added AFTER INSERT ON clause_stems BEGIN
        INSERT INTO clause_search(rowid, heading, types, body, forms)
        VALUES (new.key, new.heading, new.types, new.body, new.forms);
    END
    """,
    """
    CREATE TRIGGER clause_stems_removed AFTER DELETE ON clause_stems BEGIN
        INSERT INTO clause_search(clause_search, rowid, heading, types, body, forms)
        VALUES ('delete', old.key, old.heading, old.types, old.body, old.forms);
    END
    """,
    """
    CREATE TRIGGER clause_stems_changed AFTER UPDATE ON clause_stems BEGIN
        INSERT INTO clause_search(clause_search, rowid, heading, types, body, forms)
        VALUES ('delete', old.key, old.heading, old.types, old.body, old.forms);
        INSERT INTO clause_search(rowid, heading, types, body, forms)
        VALUES (new.key, new.heading, new.types, new.body, new.forms);
    END
    """,
)
POSTGRESQL_FULL_TEXT = (
    """
    ALTER TABLE clause_stems ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', heading), 'A') || setweight(to_tsvector('simple', types), 'B')
        || setweight(to_tsvector('simple', body), 'C') || setweight(to_tsvector('simple', forms), 'D')
    ) STORED
    """,
    "CREATE INDEX clause_search ON clause_stems USING gin (search)",
)


def upgrade() -> None:
    """Make every table and the full text."""
    op.create_table(
        "autosave",
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("draft"),
    )
    op.create_table(
        "decision",
        sa.Column("provision_id", sa.String(length=36), nullable=False),
        sa.Column("types", sa.String(), nullable=True),
        sa.Column("curation", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("provision_id"),
    )
    op.create_table(
        "draft_version",
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_sha256", sa.String(length=64), nullable=False),
        sa.Column("kept_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("draft", "number"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "recent",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("parties", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("path"),
    )
    op.create_index("ix_recent_opened_at", "recent", ["opened_at"], unique=False)
    op.create_table(
        "snapshot",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("agreement_id", sa.String(length=36), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("is_agreement", sa.Boolean(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_sha256", sa.String(length=64), nullable=False),
        sa.Column("findings", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("sha256", "language", name="snapshot_file"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_snapshot_agreement_id", "snapshot", ["agreement_id"], unique=False)
    op.create_index(
        "snapshot_current",
        "snapshot",
        ["agreement_id", "language"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "tag",
        sa.Column("provision_id", sa.String(length=36), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("provision_id", "tag"),
    )
    op.create_table(
        "precedent",
        sa.Column("snapshot_key", KEY, nullable=False),
        sa.Column("agreement_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("is_agreement", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.String(length=10), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("clauses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_key"], ["snapshot.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("snapshot_key"),
    )
    op.create_index("ix_precedent_agreement_id", "precedent", ["agreement_id"], unique=False)
    op.create_index("ix_precedent_language", "precedent", ["language"], unique=False)
    op.create_index("ix_precedent_year", "precedent", ["year"], unique=False)
    op.create_table(
        "clause",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("snapshot_key", KEY, nullable=False),
        sa.Column("provision_id", sa.String(length=36), nullable=False),
        sa.Column("parent_key", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("wording", sa.String(length=32), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_key"], ["precedent.snapshot_key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("clause_snapshot", "clause", ["snapshot_key", "position"], unique=False)
    op.create_index("ix_clause_provision_id", "clause", ["provision_id"], unique=False)
    op.create_index("ix_clause_wording", "clause", ["wording"], unique=False)
    op.create_table(
        "party",
        sa.Column("snapshot_key", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("names", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_key"], ["precedent.snapshot_key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("snapshot_key", "position"),
    )
    op.create_index("ix_party_state", "party", ["state"], unique=False)
    op.create_table(
        "clause_stems",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("types", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("forms", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["key"], ["clause.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "clause_type",
        sa.Column("clause_key", KEY, autoincrement=False, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["clause_key"], ["clause.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("clause_key", "type"),
    )
    op.create_index("clause_type_type", "clause_type", ["type", "clause_key"], unique=False)
    full_text = SQLITE_FULL_TEXT if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_FULL_TEXT
    for statement in full_text:
        op.execute(statement)
