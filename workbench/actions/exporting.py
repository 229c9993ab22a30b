"""Exporting: the clean text in the format a file ending names, never anything internal."""

from __future__ import annotations

from pathlib import Path

from workbench.actions.comparing import UnknownTargetError
from workbench.agreement.clean import clean
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import Agreement, Draft

FORMATS = (".docx", ".xml", ".pdf", ".html", ".txt")


class OverItselfError(WorkbenchError):
    """A draft is to be exported to the very file it is kept in."""

    code = "actions.over-itself"
    message = "this is the draft itself, and its notes and provenance would be lost; name another file"


def export(agreement: Agreement, path: Path) -> None:
    """Write the agreement for others to read. The old file stays until the new one is whole."""
    from workbench.formats.files import write_atomically

    try:
        data = export_bytes(agreement, path.suffix)
    except WorkbenchError as refusal:
        refusal.file = str(path)
        raise
    write_atomically(path, data)


def export_bytes(agreement: Agreement, suffix: str) -> bytes:
    """The clean agreement in the format that a file ending names."""
    agreement = clean(agreement)
    match suffix.casefold():
        case ".docx":
            from workbench.formats.docx import writer as word

            return word.to_bytes(agreement)
        case ".xml":
            from workbench.formats import akn

            return akn.to_bytes(Draft(agreement))
        case ".pdf":
            from workbench.formats.pdf import writer as pdf

            return pdf.to_bytes(agreement)
        case ".html":
            from workbench.formats.html import writer as html

            return html.to_bytes(agreement)
        case ".txt":
            from workbench.formats.text import writer as text

            return text.to_bytes(agreement)
        case _:
            raise UnknownTargetError(suffix=suffix or "(none)", known=", ".join(FORMATS))
