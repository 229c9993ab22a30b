"""Opening: new, up to date, older, newer; and files that are no library, damaged, locked or protected."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from tests.library.conftest import english, keep
from workbench.library import Library, LibraryError, schema
from workbench.library import connection as connections
from workbench.library.connection import url_of
from workbench.library.errors import (
    BusyLibraryError,
    DamagedLibraryError,
    MigrationError,
    MissingDriverError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    UnreachableLibraryError,
)
from workbench.library.models import Table


def test_a_new_library_is_made_with_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "library.sqlite"
    with Library.open(place) as library:
        assert library.info().schema == schema.revisions(schema.scripts())[-1]
        assert library.search("anything").total == 0
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_file_names_of_the_migrations_are_their_revisions() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.scripts()))
    directory = ScriptDirectory.from_config(config)
    known = [script.revision for script in directory.walk_revisions()]
    assert list(reversed(known)) == schema.revisions(schema.scripts())


def test_the_migrations_make_the_tables_of_the_models(place: Path) -> None:
    Library.open(place).close()
    engine = create_engine(url_of(place))

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith(("clause_search", "clause_words"))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_an_up_to_date_library_opens_without_alembic(place: Path) -> None:
    Library.open(place).close()
    code = (
        "import sys; from workbench.library import Library; "
        f"Library.open({str(place)!r}).close(); print('alembic' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_newer_library_is_refused_and_untouched(place: Path) -> None:
    Library.open(place).close()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = place.read_bytes()
    with pytest.raises(NewerLibraryError, match="9999"):
        Library.open(place)
    assert place.read_bytes() == before


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The migrations of the program and one more, still to be written."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.scripts(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def _next(folder: Path, deed: str) -> None:
    (folder / "versions" / "v0002_next.py").write_text(
        "from alembic import op\nrevision = '0002'\ndown_revision = '0001'\n\n\n"
        f"def upgrade():\n    op.execute('CREATE TABLE next (key INTEGER)')\n    {deed}\n",
        encoding="utf-8",
    )


def test_an_older_library_is_backed_up_and_brought_up_to_date(place: Path, migrations: Path) -> None:
    with Library.open(place) as library:
        keep(library, english())
    _next(migrations, "op.execute(\"INSERT INTO meta VALUES ('next', 'done')\")")
    schema.open_engine(url_of(place), migrations=migrations).dispose()
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
        assert connection.execute("SELECT value FROM meta WHERE name = 'next'").fetchone() == ("done",)
    (backup,) = place.parent.glob("library.schema-0001.*.sqlite")
    with Library.open(backup) as library:
        assert library.agreement(str(english().id)) == english()


def test_a_migration_that_fails_leaves_the_library_as_it_was(place: Path, migrations: Path) -> None:
    with Library.open(place) as library:
        keep(library, english())
    _next(migrations, "raise RuntimeError('no room')")
    with pytest.raises(MigrationError, match="no room") as failed:
        schema.open_engine(url_of(place), migrations=migrations)
    assert "schema-0001" in str(failed.value)
    with Library.open(place) as library:
        assert library.verify().sound
        assert library.agreement(str(english().id)) == english()
    with closing(sqlite3.connect(place)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'next'").fetchone()


def test_making_a_library_that_fails_leaves_no_file(place: Path, migrations: Path) -> None:
    _next(migrations, "raise RuntimeError('no room')")
    with pytest.raises(MigrationError):
        schema.open_engine(url_of(place), migrations=migrations)
    assert not place.exists()


def test_what_is_no_database_is_said_and_untouched(place: Path) -> None:
    place.write_bytes(b"PK\x03\x04 certainly not a database" * 50)
    before = place.read_bytes()
    with pytest.raises(NotALibraryError, match=r"library\.sqlite: this is no library"):
        Library.open(place)
    assert place.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = place.read_bytes()
    with pytest.raises(NotALibraryError, match="another program"):
        Library.open(place)
    assert place.read_bytes() == before


def test_an_empty_file_becomes_a_library(place: Path) -> None:
    place.touch()
    with Library.open(place) as library:
        assert library.info().agreements == 0


@pytest.mark.parametrize("kept", [100, 5000, 40_000])
def test_a_truncated_library_is_damaged_and_untouched(place: Path, kept: int) -> None:
    with Library.open(place) as library:
        keep(library, english())
    damaged = place.read_bytes()[:kept]
    place.write_bytes(damaged)
    with pytest.raises(LibraryError) as failed:
        _use(place)
    assert isinstance(failed.value, DamagedLibraryError | NotALibraryError)
    assert place.read_bytes()[:kept] == damaged


def _use(place: Path) -> None:
    """Open a library and look at it; what only its own check finds is an error here too."""
    with Library.open(place) as library:
        problems = library.verify().problems
        library.agreement(str(english().id))
    if problems:
        raise DamagedLibraryError(reason=problems[0])


def test_verify_names_what_is_damaged(place: Path) -> None:
    with Library.open(place) as library:
        keep(library, english())
        with closing(sqlite3.connect(place)) as connection, connection:
            connection.execute(
                "UPDATE snapshot SET record = CAST(replace(record, 'border guards', 'boarding guides') AS BLOB)"
            )
            connection.execute("UPDATE clause_type SET type = 'duration' WHERE type = 'termination'")
        assert any("not what was kept" in problem for problem in library.verify().problems)
        with closing(sqlite3.connect(place)) as connection, connection:
            connection.execute(
                "UPDATE snapshot SET record = CAST(replace(record, 'boarding guides', 'border guards') AS BLOB)"
            )
        assert any("rebuild" in problem for problem in library.verify().problems)
        library.rebuild()
        assert library.verify().sound


def test_rows_of_older_rules_are_made_anew_on_opening(place: Path) -> None:
    with Library.open(place) as library:
        keep(library, english())
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'old' WHERE name = 'stems'")
        connection.execute("UPDATE clause_stems SET body = 'other'")
    with Library.open(place) as library:
        assert library.search("terminate").total == 2
        assert library.verify().sound


def test_a_protected_file_is_not_written_to(place: Path) -> None:
    Library.open(place).close()
    place.chmod(0o444)
    with pytest.raises(ReadOnlyLibraryError):
        Library.open(place)
    place.chmod(0o644)
    Library.open(place).close()


def test_places_where_no_library_can_be(tmp_path: Path) -> None:
    with pytest.raises(UnreachableLibraryError, match="folder"):
        Library.open(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnreachableLibraryError):
        Library.open(tmp_path / "file" / "library.sqlite")
    with pytest.raises(UnreachableLibraryError, match="postgresql"):
        Library.open("mysql://somewhere/library")
    with pytest.raises(UnreachableLibraryError, match="well formed"):
        Library.open("://")


def test_a_library_held_by_another_program_is_busy_not_lost(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "WAIT", 0.2)
    with Library.open(place) as library, closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLibraryError):
            keep(library, english())
        assert library.search("guards").total == 0
        other.execute("ROLLBACK")
        assert keep(library, english()).status == "kept"


def test_a_missing_server_or_driver_is_said() -> None:
    with pytest.raises((UnreachableLibraryError, MissingDriverError)) as failed:
        Library.open("postgresql://nobody:secret@localhost:1/library?connect_timeout=2")
    assert "secret" not in str(failed.value)
