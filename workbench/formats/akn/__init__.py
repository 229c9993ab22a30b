"""Akoma Ntoso 3.0: the form in which a draft lies on disk, and in which agreements are exchanged.

    to_bytes(draft) -> bytes          a valid document that keeps everything the draft holds
    from_bytes(data, name=...)        our own files without loss, those of others with findings
    write(draft, path)                validated before the old file is replaced
    redline_bytes(redline, ...)       both texts in one file, what differs as `ins`, `del` and removed units
    eids(agreement)                   the eId of every provision
    validate(data)                    what the strict schema and our own linter say against a file

How the tree and AKN correspond: `vocabulary` (names), `eids` (ids), `inline` and `inline_reader` (wording),
`writer`, `zones` and `units` (structure), `identification` (FRBR), `desk` (what AKN has no element for),
`schema` and `linter` (what may be written).
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from workbench.agreement.clean import clean as cleaned
from workbench.agreement.tree import Draft
from workbench.comparison.redline import Redline
from workbench.formats.akn import linter, schema, writer
from workbench.formats.akn.eids import eids
from workbench.formats.akn.identification import UNITED_NATIONS, Profile
from workbench.formats.akn.reader import ReadAkn, from_bytes, looks_like_akn, parse
from workbench.formats.akn.vocabulary import GUID_PREFIX, akn
from workbench.formats.errors import FormatError
from workbench.formats.files import write_atomically

__all__ = [
    "InvalidAknError",
    "Profile",
    "ReadAkn",
    "eids",
    "from_bytes",
    "looks_like_akn",
    "redline_bytes",
    "to_bytes",
    "validate",
    "write",
]


_WORDING = frozenset(
    akn(name) for name in ("p", "num", "heading", "crossHeading", "caption", "listIntroduction", "listWrapUp")
)


class InvalidAknError(FormatError):
    """What was to be written would not be valid; the old file is untouched."""

    code = "akn.invalid"
    message = "would not be valid Akoma Ntoso ({reason}); the old file was kept, please report this"


def to_bytes(draft: Draft, *, clean: bool = False, profile: Profile = UNITED_NATIONS) -> bytes:
    """The document of a draft as UTF-8. The same draft gives the same bytes.

    `clean` leaves out what is internal (see `workbench.agreement.clean`), and the values and dismissals of
    the desk. Raises `ForbiddenCharacterError` for a control character that XML cannot hold, and
    `InvalidAknError` rather than hand out bytes that the strict schema or our linter would refuse.
    """
    if clean:
        draft = Draft(cleaned(draft.agreement), first_ids=draft.first_ids)
    data = _serialised(writer.build(draft, profile))
    wrong = validate(data)
    if wrong:
        raise InvalidAknError(reason=wrong[0])
    return data


def redline_bytes(redline: Redline, *, author: str, date: str, profile: Profile = UNITED_NATIONS) -> bytes:
    """A redline as UTF-8, valid as `to_bytes` is; without anything internal. `date` is ISO 8601."""
    from workbench.formats.akn.redline import build

    data = _serialised(build(redline, author=author, date=date, profile=profile))
    wrong = validate(data)
    if wrong:
        raise InvalidAknError(reason=wrong[0])
    return data


def write(draft: Draft, path: Path, *, clean: bool = False, profile: Profile = UNITED_NATIONS) -> None:
    """Write a draft; the old file is replaced only by a valid one.

    Units that the old file knew by another eId keep their first one as wId. Raises `InvalidAknError`,
    `ForbiddenCharacterError`, `NotWrittenError`.
    """
    now = {str(unit): eid for unit, eid in eids(draft.agreement).items()}
    earlier = {unit: eid for unit, eid in _first_ids(path).items() if now.get(unit, eid) != eid}
    first_ids = earlier | draft.first_ids
    try:
        data = to_bytes(replace(draft, first_ids=first_ids), clean=clean, profile=profile)
    except FormatError as refusal:
        refusal.file = str(path)
        raise
    write_atomically(path, data)


def validate(data: bytes) -> list[str]:
    """What is wrong with a file, one sentence each: by the strict schema, then by the linter.

    Raises `FormatError` as `from_bytes` does when it is no Akoma Ntoso at all.
    """
    root = parse(data, name="")
    return [*schema.errors(root), *linter.lint(root)]


def _serialised(root: etree._Element) -> bytes:
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: etree._Element, margin: str) -> None:
    """One line for each unit, for people and for version control; never inside wording."""
    if not len(element) or element.tag in _WORDING:
        return
    inner = margin + "  "
    element.text = inner
    for child in element:
        _indent(child, inner)
        child.tail = inner
    element[-1].tail = margin


def _first_ids(path: Path) -> dict[str, str]:
    """The first eId of every unit in the file that is about to be replaced, if that is one of ours."""
    try:
        root = parse(path.read_bytes(), name=path.name)
    except (OSError, FormatError):
        return {}  # nothing there, or no Akoma Ntoso: then there is nothing to keep
    return {
        guid.removeprefix(GUID_PREFIX): element.get("wId") or element.get("eId") or ""
        for element in root.iter("{*}*")
        if (guid := element.get("GUID")) and element.get("eId")
    }
