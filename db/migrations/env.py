"""Run by Alembic when the workbench opens a library whose schema is older than its own.

The connection is handed over by `workbench.library.schema`, which has made a backup. SQLite takes part in
transactions with its schema when BEGIN is ours (see `workbench.library.connection`), so a migration that
fails leaves nothing.
"""

from __future__ import annotations

from alembic import context

from workbench.library.models import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
