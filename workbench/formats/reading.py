"""Which reader takes a file: by what it holds first, by its name second.

A Word file named .doc, a PDF named .txt, a page saved as .xml are met every week; where the first bytes are
beyond doubt they decide. Where they are not, the name does, and its reader says what is wrong.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import SourceDocument
from workbench.formats.errors import DamagedFileError, EncryptedFileError, UnknownFormatError
from workbench.formats.files import read_bytes

if TYPE_CHECKING:
    from workbench.formats.akn import ReadAkn

SUFFIXES = (
    ".docx", ".pdf", ".txt", ".html", ".htm", ".odt", ".xml", ".akn", ".doc", ".rtf",
    ".docm", ".dotx", ".dotm", ".ott", ".xhtml", ".mht", ".mhtml", ".dot",
)  # fmt: skip
"""The file names the workbench offers to open."""

_TEXT = (".txt", ".text", ".md", "")
_OF = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "docx"),
    ".pdf": "pdf",
    **dict.fromkeys((".odt", ".ott"), "odt"),
    **dict.fromkeys((".doc", ".dot", ".rtf"), "office"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mht", ".mhtml"), "html"),
    **dict.fromkeys((".xml", ".akn"), "akn"),
    **dict.fromkeys(_TEXT, "text"),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_ARCHIVED_PAGE = re.compile(rb"(?:[\w-]+:[^\n]*\n)*?mime-version:", re.I)


def read(path: Path, progress: Progress = SILENT) -> SourceDocument | ReadAkn:
    """Read any file the workbench knows; an Akoma Ntoso file is a `ReadAkn`, all else a `SourceDocument`.

    Raises a `FormatError` that names the file and the remedy.
    """
    data = read_bytes(path)
    step(progress, 0, 1, path.name)
    suffix = path.suffix.casefold()
    named = _OF.get(suffix)
    if named is None:
        raise UnknownFormatError(file=path.name, suffix=suffix)
    match _held(data, named, path.name) or named:
        case "docx":
            from workbench.formats.docx import reader as docx

            return docx.from_bytes(data, name=path.name, progress=progress)
        case "pdf":
            from workbench.formats.pdf import reader as pdf

            return pdf.from_bytes(data, name=path.name, progress=progress)
        case "odt":
            from workbench.formats.odt import reader as odt

            return odt.from_bytes(data, name=path.name, progress=progress)
        case "office":
            from workbench.formats import office

            return office.from_bytes(data, name=path.name, progress=progress)
        case "html":
            from workbench.formats.html import reader as html

            return html.from_bytes(data, name=path.name)
        case "akn":
            from workbench.formats import akn

            if not akn.looks_like_akn(data):
                raise DamagedFileError(file=path.name, reason="it is no Akoma Ntoso document")
            return akn.from_bytes(data, name=path.name)
        case _:
            from workbench.formats.text import reader as text

            return text.from_bytes(data, name=path.name)


def _held(data: bytes, named: str, name: str) -> str | None:
    """The reader for what the first bytes show beyond doubt; None where they leave it to the name."""
    if data.startswith(b"PK\x03\x04"):
        if b"opendocument.text" in data[:200]:
            return "odt"
        # The order of the parts is free; their names stand in the directory at the end.
        return "docx" if b"[Content_Types].xml" in data and b"word/" in data else None
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedFileError(file=name)
        return "office"
    if data.startswith(b"{\\rtf"):
        return "office"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if _PAGE.match(data[:4096]) or (named == "office" and _ARCHIVED_PAGE.match(data[:4096])):
        return "html"
    return None
