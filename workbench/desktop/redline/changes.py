"""The changes of a redline as a list: grouped by article, each with its words and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.agreement.tree import BASIC, Kind, Zone
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Revision, RevisionKind
from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.saying import counted
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.places import below, compact
from workbench.desktop.redline.voices import ONE_VOICE, Voices

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class Decision(StrEnum):
    """What the user has decided on a change."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Said(NamedTuple):
    """Words of a change, what became of them, and in a merge whose they are."""

    words: str
    deco: Deco
    slot: str = ""


class Home(NamedTuple):
    """An article, section or annex that holds changes: its row in the redline, how deep it is, its name."""

    row: int
    depth: int
    title: str


_NO_ARTICLE = Home(-1, 0, "")


@dataclass(frozen=True, slots=True)
class Group:
    """The head of an article's changes."""

    title: str
    count: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: how it is called, where it is, its words."""

    revision: Revision
    name: str
    place: str
    pieces: tuple[Said, ...]
    set_apart: bool = False
    """Whether it carries no tracked change in the file that came back, or in a merge is a conflict."""
    disputed: bool = False


ICONS = {
    RevisionKind.INSERTED: ("plus", "insertion"),
    RevisionKind.DELETED: ("x", "deletion"),
    RevisionKind.REPLACED: ("swap", "ink2"),
    RevisionKind.MOVED: ("arrows-down-up", "move"),
    RevisionKind.SPLIT: ("arrows-down-up", "ink2"),
    RevisionKind.MERGED: ("minus", "ink2"),
    RevisionKind.RENUMBERED: ("swap", "ink3"),
}


class ChangesModel(QAbstractListModel):
    """Groups and changes in document order."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Group | Change] = []
        self._decided: Mapping[int, object] = {}
        self._voices = ONE_VOICE
        self._rows: dict[int, int] = {}
        self._names: dict[RevisionKind, str] = {}
        self._homes: tuple[Redline | None, dict[int, Home]] = None, {}

    def show(
        self,
        redline: Redline | None,
        shown: Filter,
        set_apart: Collection[int] = frozenset(),
        voices: Voices = ONE_VOICE,
    ) -> None:
        """Show the changes the filter lets through."""
        self.beginResetModel()
        self._voices = voices
        if redline is not self._homes[0]:
            self._homes = redline, _homes(redline) if redline is not None else {}
        homes = self._homes[1]
        self._items = self._made(redline, homes, shown, set_apart) if redline is not None else []
        self._rows = {
            item.revision.number: row for row, item in enumerate(self._items) if isinstance(item, Change)
        }
        self.endResetModel()

    def show_decisions(self, decided: Mapping[int, object]) -> None:
        """Show what was decided."""
        self._decided = decided
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def revisions(self) -> list[int]:
        """The numbers of the changes shown, in order."""
        return list(self._rows)

    def row_of(self, number: int) -> int | None:
        """The row of a change."""
        return self._rows.get(number)

    def decision(self, number: int) -> object | None:
        """What was decided on a change."""
        return self._decided.get(number)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Groups and changes."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the ear, or the item."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(item, Group):
                return f"{item.title}, {item.count}"
            words = "; ".join(said.words for said in item.pieces)
            unmarked = item.set_apart and not item.disputed
            mark = self.tr("without a mark") if unmarked else item.revision.author
            return f"{item.name}, {item.place}: {words}" + (f" ({mark})" if mark else "")
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, Change):
            if item.set_apart and not item.disputed:
                return self.tr("Changed without a mark in their file")
            return signature(item.revision)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups are not chosen."""
        item = self._items[index.row()] if index.isValid() else None
        if isinstance(item, Change):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def _made(
        self, redline: Redline, homes: Mapping[int, Home], shown: Filter, set_apart: Collection[int]
    ) -> list[Group | Change]:
        self._name()
        groups: list[tuple[Home, list[Change]]] = []
        for revision in redline.revisions:
            if not shown.passes(revision, set_apart):
                continue
            home = homes.get(revision.number, _NO_ARTICLE)
            if not groups or groups[-1][0] != home:
                groups.append((home, []))
            groups[-1][1].append(self._change(revision, home.title, revision.number in set_apart))
        made: list[Group | Change] = []
        for home, changes in groups:
            title = home.title if home is not _NO_ARTICLE else self.tr("Outside the articles")
            made.append(Group(title, counted(self.tr("%n change(s)", "", len(changes)), len(changes))))
            made.extend(changes)
        return made

    def _change(self, revision: Revision, title: str, set_apart: bool) -> Change:
        pieces: list[Said] = []
        name, place = self.title_of(revision), below(revision.label, title)
        slot = self._voices.slot(revision.number)
        if revision.number in self._voices.disputed:
            sides = ((revision.old, "a"), (revision.new, "b"))
            said = tuple(Said(words or self.tr("taken out"), Deco.INSERTION, side) for words, side in sides)
            return Change(revision, self.tr("Conflict"), place, said, set_apart, disputed=True)
        match revision.kind:
            case RevisionKind.MOVED:
                words = revision.new or revision.old or ""
                pieces.append(Said(words, Deco.MOVED_HERE, slot))
                there, here = compact(revision.old_label), compact(revision.new_label)
                place = self.tr("%1 to %2").replace("%1", there).replace("%2", here)
            case RevisionKind.INSERTED:
                pieces.append(Said(revision.new or "", Deco.INSERTION, slot))
            case RevisionKind.DELETED:
                pieces.append(Said(revision.old or "", Deco.DELETION, slot))
            case _:
                if revision.old:
                    pieces.append(Said(revision.old, Deco.DELETION, slot))
                if revision.new:
                    pieces.append(Said(revision.new, Deco.INSERTION, slot))
        return Change(revision, name, place, tuple(pieces), set_apart)

    def title_of(self, revision: Revision) -> str:
        """What a change is called; words only added or only taken out are called what they are."""
        if revision.kind is RevisionKind.REPLACED and not revision.old:
            return self.name_of(RevisionKind.INSERTED)
        if revision.kind is RevisionKind.REPLACED and not revision.new:
            return self.name_of(RevisionKind.DELETED)
        return self.name_of(revision.kind)

    def name_of(self, kind: RevisionKind) -> str:
        """What a kind of change is called."""
        if not self._names:
            self._name()
        return self._names[kind]

    def _name(self) -> None:
        """In the language of the interface, which may be another one by the next redline."""
        self._names = {
            RevisionKind.INSERTED: self.tr("Inserted"),
            RevisionKind.DELETED: self.tr("Deleted"),
            RevisionKind.REPLACED: self.tr("Replaced"),
            RevisionKind.MOVED: self.tr("Moved"),
            RevisionKind.SPLIT: self.tr("Split"),
            RevisionKind.MERGED: self.tr("Merged"),
            RevisionKind.RENUMBERED: self.tr("Renumbered"),
        }


def look_of(revision: Revision) -> tuple[str, str]:
    """Icon and tone of a change; words only added or only taken out look like what they are."""
    if revision.kind is RevisionKind.REPLACED and not revision.old:
        return ICONS[RevisionKind.INSERTED]
    if revision.kind is RevisionKind.REPLACED and not revision.new:
        return ICONS[RevisionKind.DELETED]
    return ICONS[revision.kind]


def signature(revision: Revision) -> str:
    """Who made a change and on which day, as far as its file says."""
    return ", ".join(part for part in (revision.author, revision.date[:10]) if part)


def _homes(redline: Redline) -> dict[int, Home]:
    """Of every revision, where the reader first meets it: of a move, the article of its first place."""
    found: dict[int, Home] = {}
    home, zone = _NO_ARTICLE, None
    for index, row in enumerate(redline.rows):
        if row.zone is not zone:
            home, zone = _NO_ARTICLE, row.zone
        begins = row.kind is Kind.ANNEX if zone is Zone.ANNEXES else row.kind in BASIC
        if begins and not row.wrap_up and (home is _NO_ARTICLE or row.depth <= home.depth):
            number = row.new_number or row.old_number
            home = Home(index, row.depth, number.label if number is not None else "")
        if home is not _NO_ARTICLE:
            for revision in row.revisions:
                found.setdefault(revision, home)
    return found
