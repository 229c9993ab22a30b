"""Bytes in and out: a file read whole with clear errors, and written so that a crash never leaves half of it.

Every reader begins here. Every writer of the house ends here: the bytes go to a temporary file beside the
target, are forced to the disk, and only then take the target's name.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from workbench.formats.errors import (
    EmptyFileError,
    FolderError,
    FormatError,
    MissingFileError,
    TooLargeFileError,
    UnreachableFileError,
)

LARGEST_FILE = 500_000_000  # bytes; the largest scanned treaty collections stay far below


class NotWrittenError(FormatError):
    """The file system refused."""

    code = "files.not-written"
    message = "cannot be written ({reason}); choose a folder that exists and where you may save"


def read_bytes(path: Path) -> bytes:
    """The content of a file; a `FormatError` that names it when it is missing, empty or out of reach."""
    try:
        if path.is_dir():
            raise FolderError(file=path.name)
        if path.stat().st_size > LARGEST_FILE:
            raise TooLargeFileError(file=path.name, size=f"{LARGEST_FILE // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(file=path.name) from error
    except OSError as error:
        raise UnreachableFileError(file=path.name, reason=error.strerror or "unknown reason") from error
    if not data:
        raise EmptyFileError(file=path.name)
    return data


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into `path`, wholly or not at all; the old file stays until the new one is on the disk.

    A link is followed, so that the file it points to is replaced and not the link. The permissions of an
    existing file are kept. Raises `NotWrittenError`.
    """
    target = path.resolve()
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else _usual_mode())
        temporary.replace(target)
    except OSError as refusal:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise NotWrittenError(file=str(path), reason=refusal.strerror or refusal) from refusal
    _force_folder(target.parent)


def _usual_mode() -> int:
    """What a newly made file would get; `mkstemp` makes files that only their owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _force_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows and some network drives cannot open a folder for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
