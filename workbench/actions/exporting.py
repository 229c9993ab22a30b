"""Exporting: the clean text in the format a file ending names, never anything internal.

One original, or one for each party in the order of the alternat (`drafting.alternat`); marked as a draft
where it is not yet what will be signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from workbench.actions.comparing import UnknownTargetError
from workbench.agreement.clean import clean
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding
from workbench.agreement.tree import Agreement, Draft

FORMATS = (".docx", ".xml", ".pdf", ".html", ".txt")


EVERY_PARTY = "all"
"""Asks for an original of every party."""
_DRAFT = {
    "en": "DRAFT",
    "lv": "PROJEKTS",
    "uk": "ПРОЄКТ",
    "lt": "PROJEKTAS",
    "et": "EELNÕU",
    "pl": "PROJEKT",
    "de": "ENTWURF",
    "fr": "PROJET",
}


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


@dataclass(frozen=True, slots=True)
class WrittenOriginal:
    """The file of an original, and the places in it whose order a person must settle."""

    file: Path
    findings: tuple[Finding, ...]


def export_originals(agreement: Agreement, path: Path, wanted: str) -> tuple[WrittenOriginal, ...]:
    """Write the original of one party to `path`, or one of every party beside it; returns what was written.

    With `EVERY_PARTY` the name of the party goes into that of the file: `treaty-LV.docx`, `treaty-EE.docx`.
    Raises `NoSuchPartyError`, before anything is written.
    """
    from workbench.drafting.alternat import order_left, original_of

    if wanted.casefold() != EVERY_PARTY:
        originals: Sequence[tuple[Path, Agreement]] = [(path, original_of(agreement, wanted))]
    else:
        keys = [party.key for party in agreement.parties] or [wanted]
        originals = [
            (path.with_name(f"{path.stem}-{_in_file_name(key)}{path.suffix}"), original_of(agreement, key))
            for key in keys
        ]
    for place, original in originals:
        export(original, place)
    return tuple(WrittenOriginal(place, order_left(original)) for place, original in originals)


def as_draft(agreement: Agreement) -> Agreement:
    """The agreement with a mark that says it is a draft, on every page where the format has pages."""
    word = _DRAFT.get(agreement.language, _DRAFT["en"])
    if word.casefold() in agreement.marking.casefold():
        return agreement
    return replace(agreement, marking=f"{word} – {agreement.marking}" if agreement.marking else word)


def _in_file_name(key: str) -> str:
    """What a party is called in the name of its file: the code of its State, else its key."""
    return "".join(sign for sign in key.upper() if sign.isalnum() or sign in "-_")


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
