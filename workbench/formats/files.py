"""Bytes in and out: a whole file read with clear errors, written so that a crash never costs the old one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from workbench.formats.errors import (
    EmptyFileError,
    FormatError,
    MissingFileError,
    TooLargeFileError,
    UnreachableFileError,
)

LARGEST_FILE = 500_000_000  # bytes; the largest scanned treaty collections stay far below


class WriteError(FormatError):
    """The target could not be written; what stood there before is untouched."""

    code = "file.unwritable"
    message = "it could not be written ({reason}); choose another folder or close the program that holds it"


def read_bytes(path: Path) -> bytes:
    """The content of a file; a `FormatError` that names it when it is missing, empty or out of reach."""
    try:
        if path.is_dir():
            raise UnreachableFileError(file=str(path), reason="it is a folder")
        if path.stat().st_size > LARGEST_FILE:
            raise TooLargeFileError(file=str(path), size=f"{LARGEST_FILE // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(file=str(path)) from error
    except OSError as error:
        raise UnreachableFileError(file=str(path), reason=error.strerror or "unknown reason") from error
    if not data:
        raise EmptyFileError(file=str(path))
    return data


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the target, flush to the disk, then put it in the target's place in one step."""
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise WriteError(file=str(path), reason=error.strerror or "unknown reason") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes the file private; the target keeps the mode it had, or gets the usual one.
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise WriteError(file=str(path), reason=error.strerror or "unknown reason") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
