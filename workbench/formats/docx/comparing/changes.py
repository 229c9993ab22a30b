"""What a comparison of two Word files found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import msgspec
from lxml import etree

from workbench.agreement.findings import Finding
from workbench.formats.docx.comparing.lines import THING, Leaf
from workbench.formats.docx.comparing.things import NOTES

BREAK = "¶"
"""Stands for an empty paragraph."""


class ChangeKind(StrEnum):
    """What became of words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RENUMBERED = "renumbered"
    FORMATTED = "formatted"


class Change(msgspec.Struct, frozen=True):
    """One difference: the old words (None if new), the new ones (None if gone), and where."""

    kind: ChangeKind
    old: str | None
    new: str | None
    label: str


class Compared(msgspec.Struct, frozen=True):
    """The redline as a Word file and what it marks; `unchanged` counts paragraphs, tables and rows.

    `blanks` are the empty paragraphs that came or went: they are marked, but few want to be told of them.
    """

    data: bytes
    changes: tuple[Change, ...]
    unchanged: int
    findings: tuple[Finding, ...] = ()
    blanks: tuple[Change, ...] = ()


@dataclass
class Record:
    """What has been found so far, and which notes are still to be compared."""

    changes: list[Change] = field(default_factory=list)
    blanks: list[Change] = field(default_factory=list)
    unchanged: int = 0
    notes: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    """References to notes that both texts hold, old and new."""
    new_notes: list[etree._Element] = field(default_factory=list)
    boxes: list[tuple[etree._Element, etree._Element, str]] = field(default_factory=list)
    """Things with text boxes that both texts hold, old and new, and the place where they are."""
    place: str = ""
    """How the text cites the provision that is being compared."""

    def pair(self, old: Leaf, new: Leaf) -> None:
        """Remember a note or a thing with text boxes that stayed, if its words are to be compared."""
        first, second = old.parts[0], new.parts[0]
        if first.tag in NOTES and second.tag in NOTES:
            self.notes.append((first, second))
        elif old.boxes != new.boxes:
            self.boxes.append((first, second, self.place))

    def note_block(self, kind: ChangeKind, words: str, *, blank: bool) -> None:
        """A whole paragraph, table or row came or went; a `blank` one is an empty paragraph."""
        said = BREAK if blank else words
        old, new = (said, None) if kind is ChangeKind.DELETED else (None, said)
        if blank:
            self.blanks.append(Change(kind, old, new, self.place))
        else:
            self.note(kind, old, new)

    def note_words(self, old: str | None, new: str | None) -> None:
        """Words came, went or took the place of others; None where there were none."""
        kinds = {(True, False): ChangeKind.INSERTED, (False, True): ChangeKind.DELETED}
        self.note(kinds.get((old is None, new is None), ChangeKind.REPLACED), old, new)

    def note(self, kind: ChangeKind, old: str | None, new: str | None) -> None:
        """One difference where we are."""
        said = [None if words is None else words.replace(THING, "") for words in (old, new)]
        self.changes.append(Change(kind, said[0], said[1], self.place))
