"""Which reader takes a file: by what it holds first, by its name second.

A .docx that is no zip, a text named .pdf or a Word file named .txt is met every week; the content decides,
and where the two disagree beyond doubt the error says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.source import SourceDocument
from workbench.formats.errors import DamagedFileError, UnknownFormatError
from workbench.formats.files import read_bytes

if TYPE_CHECKING:
    from workbench.formats.akn import ReadAkn

SUFFIXES = (".docx", ".pdf", ".txt", ".html", ".htm", ".odt", ".xml", ".akn", ".doc", ".rtf")
"""The file names the workbench offers to open."""

_TEXT = (".txt", ".text", ".md", "")


def read(path: Path, progress: Progress = SILENT) -> SourceDocument | ReadAkn:
    """Read any file the workbench knows; an Akoma Ntoso file is a `ReadAkn`, all else a `SourceDocument`.

    Raises a `FormatError` that names the file and the remedy.
    """
    data = read_bytes(path)
    suffix = path.suffix.casefold()
    if suffix and suffix not in (*SUFFIXES, *_TEXT, ".docm", ".xhtml"):
        raise UnknownFormatError(file=path.name, suffix=suffix)
    if suffix in (".docx", ".docm"):
        from workbench.formats.docx import reader as docx

        return docx.read(path, progress)
    if suffix == ".pdf":
        from workbench.formats.pdf import reader as pdf

        return pdf.from_bytes(data, name=path.name, progress=progress)
    if suffix == ".odt":
        from workbench.formats.odt import reader as odt

        return odt.from_bytes(data, name=path.name)
    if suffix in (".doc", ".rtf"):
        from workbench.formats import office

        return office.read(path, progress)
    if suffix in (".html", ".htm", ".xhtml"):
        from workbench.formats.html import reader as html

        return html.from_bytes(data, name=path.name)
    if suffix in (".xml", ".akn"):
        from workbench.formats import akn

        if not akn.looks_like_akn(data):
            raise DamagedFileError(file=path.name, reason="it is no Akoma Ntoso document")
        return akn.from_bytes(data, name=path.name)
    from workbench.formats.text import reader as text

    return text.from_bytes(data, name=path.name)
