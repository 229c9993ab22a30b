"""What is tracked in a Word file: every revision with its kind, author, date and words.

Revisions stand in the main document, in notes, headers, footers and comments. Real files leave dates out,
repeat ids (Google Docs) and nest revisions in each other: all of it is taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum

import msgspec
from lxml import etree

from workbench.formats.docx.package import Package, W

_DAY = len("2026-05-01")
_WORDS = (f"{W}t", f"{W}delText")


class Kind(StrEnum):
    """The kinds of tracked change a user can choose by."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    FORMATTED = "formatted"


KINDS: dict[str, Kind] = {
    f"{W}ins": Kind.INSERTED,
    f"{W}cellIns": Kind.INSERTED,
    f"{W}del": Kind.DELETED,
    f"{W}cellDel": Kind.DELETED,
    f"{W}moveFrom": Kind.MOVED,
    f"{W}moveTo": Kind.MOVED,
    f"{W}cellMerge": Kind.FORMATTED,
    **{
        f"{W}{name}Change": Kind.FORMATTED
        for name in (
            "rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering",
        )
    },
}  # fmt: skip
"""Every element that is a revision (ISO 29500-1, 17.13.5)."""


class TrackedChange(msgspec.Struct, frozen=True):
    """One revision of a file. `date` is as written ("" where it is missing), `part` the part it stands in."""

    kind: Kind
    author: str
    date: str
    text: str
    part: str


class Selection(msgspec.Struct, frozen=True):
    """Which revisions are meant: None leaves a property open.

    `since` is ISO 8601, in universal time unless it names a zone, and so is the date of a revision; one
    without date is older than any, one with a day alone counts on the whole of that day.
    """

    author: str | None = None
    kind: Kind | None = None
    since: str | None = None

    def takes(self, element: etree._Element) -> bool:
        """Whether a revision element is among those meant."""
        if self.kind is not None and KINDS[str(element.tag)] is not self.kind:
            return False
        if self.author is not None and element.get(f"{W}author", "") != self.author:
            return False
        return self.since is None or _is_since(element.get(f"{W}date", ""), self.since)


def _is_since(date: str, since: str) -> bool:
    """Whether a revision of this date was made at a time or later."""
    begin, made = _moment(since), _moment(date)
    if begin is None or made is None:
        return False
    return made.date() >= begin.date() if len(date) <= _DAY else made >= begin


def _moment(date: str) -> datetime | None:
    """A date as a moment; None for what is none: Google Docs leaves dates out, others write nonsense."""
    try:
        moment = datetime.fromisoformat(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def text_parts(names: Iterable[str]) -> list[str]:
    """The parts that hold text of the document, the main one first."""
    kinds = ("footnotes", "endnotes", "comments", "header", "footer")
    found = [
        name
        for name in names
        if name.startswith("word/")
        and name.endswith(".xml")
        and name.removeprefix("word/").rstrip(".xml0123456789") in kinds
    ]
    return ["word/document.xml", *sorted(found)]


def tracked_changes(package: Package) -> tuple[TrackedChange, ...]:
    """All revisions of a file in the order in which they are met."""
    return tuple(change for name in text_parts(package.names) for change in _changes(package, name))


def _changes(package: Package, name: str) -> Iterator[TrackedChange]:
    root = package.part(name)
    if root is None:
        return
    for element in root.iter(*KINDS):
        yield described(element, name)


def described(element: etree._Element, part: str) -> TrackedChange:
    """What a revision element of a part says of itself."""
    return TrackedChange(
        KINDS[str(element.tag)],
        element.get(f"{W}author", ""),
        element.get(f"{W}date", ""),
        "".join(words.text or "" for words in element.iter(*_WORDS)),
        part,
    )
