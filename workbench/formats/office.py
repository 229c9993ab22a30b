"""Old .doc and .rtf files through LibreOffice, where installed: converted to .docx, then read as that."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from msgspec.structs import replace

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import SourceDocument
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package
from workbench.formats.errors import DamagedFileError, FormatError
from workbench.formats.files import read_bytes

SECONDS = 60


class NoLibreOfficeError(FormatError):
    """An old file, and nothing installed that reads it."""

    code = "file.needs-libreoffice"
    message = "old .doc and .rtf files are read through LibreOffice, which is not installed; save it as .docx"


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read a .doc or .rtf file. The hash is that of the file itself, not of the conversion."""
    data = read_bytes(path)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NoLibreOfficeError(file=path.name)
    step(progress, 0, 2, path.name)
    with tempfile.TemporaryDirectory() as folder:
        # A profile of its own: a LibreOffice the user has open would otherwise swallow the request.
        command = [program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless",
                   "--convert-to", "docx", "--outdir", folder, str(path.resolve())]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as late:
            raise DamagedFileError(file=path.name, reason="LibreOffice could not open it in time") from late
        converted = Path(folder) / f"{path.stem}.docx"
        if not converted.exists():
            raise DamagedFileError(file=path.name, reason="LibreOffice could not open it")
        step(progress, 1, 2, path.name)
        package = Package(converted.read_bytes(), name=path.name)
    source = read_package(package, progress)
    return replace(source, sha256=hashlib.sha256(data).hexdigest(), format=path.suffix.lstrip(".").casefold())
