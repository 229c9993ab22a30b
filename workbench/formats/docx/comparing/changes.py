"""What a comparison of two Word files found."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ChangeKind(StrEnum):
    """What became of words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    SPLIT = "split"
    MERGED = "merged"


class Change(msgspec.Struct, frozen=True):
    """One difference: the old words (None if new), the new ones (None if gone), and where."""

    kind: ChangeKind
    old: str | None
    new: str | None
    label: str


class Compared(msgspec.Struct, frozen=True):
    """The redline as a Word file and what it marks; `unchanged` counts paragraphs, tables and rows."""

    data: bytes
    changes: tuple[Change, ...]
    unchanged: int
