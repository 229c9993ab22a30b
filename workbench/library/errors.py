"""What can go wrong with a library, one sentence each, with the remedy.

None of these leaves a library changed: every write is one transaction, and a migration is backed up first.
"""

from __future__ import annotations

from workbench.agreement.errors import WorkbenchError


class LibraryError(WorkbenchError):
    """Base of everything the library raises on purpose; `file` is the location of the library."""

    code = "library.error"
    message = "the library cannot be used ({reason}); run `workbench library verify` or restore a backup"


class NotALibraryError(LibraryError):
    """The file is something else: not a database, or another program's."""

    code = "library.not-a-library"
    message = "this is no library of the workbench ({reason}); choose another file with --library"


class DamagedLibraryError(LibraryError):
    """The database says that its file is damaged."""

    code = "library.damaged"
    message = (
        "the library file is damaged ({reason}); keep it, and restore the latest backup with "
        "`workbench library restore FILE`"
    )


class BusyLibraryError(LibraryError):
    """Another program holds the library for writing."""

    code = "library.busy"
    message = "another program is writing to the library; wait until it has finished and try again"


class ReadOnlyLibraryError(LibraryError):
    """The library may not be written to."""

    code = "library.read-only"
    message = "the library may not be written to; ask for access, or choose another with --library"


class UnreachableLibraryError(LibraryError):
    """The place cannot be opened at all."""

    code = "library.unreachable"
    message = "the library cannot be opened ({reason}); check the place and your access to it"


class NewerLibraryError(LibraryError):
    """The library was written by a later version of the workbench."""

    code = "library.newer"
    message = "this library was last opened by a newer workbench (schema {schema}); update the workbench"


class MigrationError(LibraryError):
    """Bringing the library up to date failed; it is as it was."""

    code = "library.migration-failed"
    message = (
        "the library could not be brought up to date ({reason}); it is as it was, with a copy in {backup}"
    )


class BackupError(LibraryError):
    """A backup cannot be written, or is not one."""

    code = "library.backup"
    message = "the backup cannot be used ({reason}); choose another file"


class MissingDriverError(LibraryError):
    """PostgreSQL is asked for and its driver is not installed."""

    code = "library.driver-missing"
    message = "the driver for this database is missing ({driver}); install it: `pip install psycopg[binary]`"


class NoSuchClauseError(LibraryError):
    """An id names no clause of the library."""

    code = "library.no-such-clause"
    message = "there is no clause {clause} in the library; search again for its id"


class NoSuchAgreementError(LibraryError):
    """An id names no agreement of the library."""

    code = "library.no-such-agreement"
    message = "there is no agreement {agreement} in the library; list the agreements for their ids"


class NoSuchVersionError(LibraryError):
    """A number names no kept version of a draft."""

    code = "library.no-such-version"
    message = "there is no version {number} of this draft; list its versions"


class WrongCurationError(LibraryError):
    """A state of curation that does not exist."""

    code = "library.wrong-curation"
    message = "there is no curation state {state}; it is one of as_imported, reviewed, approved"


class NotEmptyError(LibraryError):
    """A library is to be copied over one that holds something."""

    code = "library.not-empty"
    message = "the library to copy to already holds agreements; name an empty one"
