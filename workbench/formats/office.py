"""Old .doc and .rtf files through LibreOffice, where installed: converted to .docx, then read as that.

Each conversion is a process group of its own, with a profile of its own: a LibreOffice the user has open
would otherwise swallow the request, and one that hangs must not outlive the reading.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path, PurePath

from msgspec.structs import replace

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import SourceDocument
from workbench.formats.docx.reader import from_bytes as read_word
from workbench.formats.errors import DamagedFileError, EmptyFileError, FormatError, NoTextError
from workbench.formats.files import read_bytes

SECONDS = 60.0
_PROGRAMS = ("soffice", "libreoffice")
_WAIT = 0.1  # seconds between two looks whether it is done or the user has stopped


class NoLibreOfficeError(FormatError):
    """An old file, and nothing installed that reads it."""

    code = "file.needs-libreoffice"
    message = "old .doc and .rtf files are read through LibreOffice, which is not installed; save it as .docx"


class LateLibreOfficeError(FormatError):
    """LibreOffice was stopped after a minute."""

    code = "file.libreoffice-late"
    message = (
        "LibreOffice had not opened it after {seconds} seconds; open it there yourself and save it as .docx"
    )


def read(path: Path, progress: Progress = SILENT, *, seconds: float = SECONDS) -> SourceDocument:
    """Read a .doc or .rtf file. The hash is that of the file itself, not of the conversion."""
    return from_bytes(read_bytes(path), name=path.name, progress=progress, seconds=seconds)


def from_bytes(
    data: bytes, *, name: str, progress: Progress = SILENT, seconds: float = SECONDS
) -> SourceDocument:
    """Read an old file from memory; LibreOffice is stopped after so many seconds, or when the user stops."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NoLibreOfficeError(file=name)
    step(progress, 0, 2, name)
    suffix = ".rtf" if data.startswith(b"{\\rtf") else ".doc"
    with tempfile.TemporaryDirectory(prefix="workbench-", ignore_cleanup_errors=True) as folder:
        # A copy under a plain name: no lock file beside the user's, no name that reads as an option.
        old, new = Path(folder) / f"old{suffix}", Path(folder) / "new" / "old.docx"
        old.write_bytes(data)
        command = [program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless",
                   "--norestore", "--convert-to", "docx", "--outdir", str(new.parent), str(old)]  # fmt: skip
        _run(command, name, progress, seconds)
        if not new.exists():
            raise DamagedFileError(file=name, reason="LibreOffice could not open it")
        step(progress, 1, 2, name)
        converted = new.read_bytes()
    try:
        source = read_word(converted, name=name, progress=progress)
    except (NoTextError, EmptyFileError) as empty:
        raise NoTextError(file=name) from empty
    kind = PurePath(name).suffix.casefold()
    return replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind.lstrip(".") if kind in (".doc", ".dot", ".rtf") else suffix.lstrip("."),
    )


def _run(command: list[str], name: str, progress: Progress, seconds: float) -> None:
    """Run to the end, or kill the whole group: the program that is started starts the one that works."""
    until = time.monotonic() + seconds
    # No pipes: whoever of the group is left would keep them open and us waiting.
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            while process.poll() is None:
                if time.monotonic() > until:
                    raise LateLibreOfficeError(file=name, seconds=round(seconds))
                step(progress, 0, 2, name)
                time.sleep(_WAIT)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name != "posix":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # all of the group have ended already
        os.killpg(process.pid, signal.SIGKILL)
