"""The list of changes at the left: grouped by article, each with its words and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import BASIC, Agreement, Kind, ProvisionId
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Revision, RevisionKind
from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.saying import counted
from workbench.desktop.kit import focus_ring
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.voices import ONE_VOICE, Voices
from workbench.desktop.theme import SERIF, Theme

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_GROUP, _CHANGE = 36, 56


class Decision(StrEnum):
    """What the user has decided on a change."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Said(NamedTuple):
    """Words of a change, what became of them, and in a merge whose they are."""

    words: str
    deco: Deco
    slot: str = ""


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
        self._items = self._made(redline, shown, set_apart) if redline is not None else []
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

    def _made(self, redline: Redline, shown: Filter, set_apart: Collection[int]) -> list[Group | Change]:
        homes = {**_articles(redline.old), **_articles(redline.new)}
        titles = self._titles(redline)
        made: list[Group | Change] = []
        groups: list[tuple[ProvisionId | None, list[Change]]] = []
        for revision in redline.revisions:
            if not shown.passes(revision, set_apart):
                continue
            home = homes.get(revision.new_id) if revision.new_id else None
            home = home or (homes.get(revision.old_id) if revision.old_id else None)
            if not groups or groups[-1][0] != home:
                groups.append((home, []))
            groups[-1][1].append(self._change(revision, revision.number in set_apart))
        for home, changes in groups:
            title = titles.get(home, "") if home is not None else self.tr("Outside the articles")
            made.append(Group(title, counted(self.tr("%n change(s)", "", len(changes)), len(changes))))
            made.extend(replace(change, place=below(change.place, title)) for change in changes)
        return made

    def _titles(self, redline: Redline) -> dict[ProvisionId, str]:
        found: dict[ProvisionId, str] = {}
        for row in redline.rows:
            for unit, number in ((row.old, row.old_number), (row.new, row.new_number)):
                if unit is not None and number is not None and unit.id not in found:
                    found[unit.id] = number.label
        return found

    def _change(self, revision: Revision, set_apart: bool) -> Change:
        pieces: list[Said] = []
        name, place = self.title_of(revision), short_place(revision.label)
        slot = self._voices.slot(revision.number)
        if revision.number in self._voices.disputed:
            sides = ((revision.old, "a"), (revision.new, "b"))
            said = tuple(Said(words or self.tr("taken out"), Deco.INSERTION, side) for words, side in sides)
            return Change(revision, self.tr("Conflict"), place, said, set_apart, disputed=True)
        match revision.kind:
            case RevisionKind.MOVED:
                words = revision.new or revision.old or ""
                pieces.append(Said(words, Deco.MOVED_HERE, slot))
                there, here = short_place(revision.old_label), short_place(revision.new_label)
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
            return self.tr("Inserted")
        if revision.kind is RevisionKind.REPLACED and not revision.new:
            return self.tr("Deleted")
        return self.name_of(revision.kind)

    def name_of(self, kind: RevisionKind) -> str:
        """What a kind of change is called."""
        return {
            RevisionKind.INSERTED: self.tr("Inserted"),
            RevisionKind.DELETED: self.tr("Deleted"),
            RevisionKind.REPLACED: self.tr("Replaced"),
            RevisionKind.MOVED: self.tr("Moved"),
            RevisionKind.SPLIT: self.tr("Split"),
            RevisionKind.MERGED: self.tr("Merged"),
            RevisionKind.RENUMBERED: self.tr("Renumbered"),
        }[kind]


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


def short_place(label: str) -> str:
    """ "5(2)" of "Article 5(2)": the list says the article above."""
    words = label.split(" ", 1)
    return words[1] if len(words) == 2 and words[1][:1].isdigit() else label


def below(place: str, title: str) -> str:
    """ "3. punkts" of "11. pants 3. punkts" where "11. pants" stands above."""
    return place[len(title) + 1 :] if title and place.startswith(f"{title} ") else place


class ChangesDelegate(QStyledItemDelegate):
    """Draws a group head or a change."""

    def __init__(self, theme: Theme, view: QListView, model: ChangesModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are 36 high, changes 56."""
        return QSize(160, _GROUP if isinstance(index.data(ITEM), Group) else _CHANGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        item = index.data(ITEM)
        where = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Group):
            self._group(painter, item, where)
        elif isinstance(item, Change):
            self._change(painter, item, where, state)
        painter.restore()

    def _group(self, painter: QPainter, item: Group, where: QRectF) -> None:
        theme = self._theme
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour("ink2"))
        inner = where.adjusted(16, 4, -16, 0)
        painter.drawText(inner, vertical | Qt.AlignmentFlag.AlignLeft, item.title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(inner, vertical | Qt.AlignmentFlag.AlignRight, item.count)

    def _change(self, painter: QPainter, item: Change, where: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        on = bool(state & QStyle.StateFlag.State_Selected)
        box = where.adjusted(8, 1, -8, -1)
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if on else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if on and self._view.hasFocus():
            focus_ring(painter, theme, box)
        icon, tone = ("swap", "brass") if item.disputed else look_of(item.revision)
        x, y = box.left() + 10, box.top()
        painter.drawPixmap(QPointF(x, y + 8), theme.pixmap(icon, tone, 12, "bold"))
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour(tone))
        vertical = Qt.AlignmentFlag.AlignVCenter
        line = QRectF(x + 20, y + 4, box.width() - 42, 20)
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignLeft, item.name)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink3"))
        named = QFontMetricsF(theme.font(13, 600)).horizontalAdvance(item.name) + 12
        place = painter.fontMetrics().elidedText(
            item.place, Qt.TextElideMode.ElideMiddle, round(max(20.0, line.width() - named))
        )
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignRight, place)
        decided = self._model.decision(item.revision.number)
        signed = decided is not None or item.set_apart
        room = box.right() - 10 - (x + 20) - (22 if signed else 0)
        self._pieces(painter, item, QPointF(x + 20, y + 43), room)
        if decided is not None:
            sign = ("x-circle", "ink2") if decided is Decision.REJECTED else ("check-circle", "green")
            painter.drawPixmap(QPointF(box.right() - 26, y + 30), theme.pixmap(*sign, 16, "fill"))
        elif item.set_apart:
            warning = theme.pixmap("warning", "brass_line", 16, "fill")
            painter.drawPixmap(QPointF(box.right() - 26, y + 30), warning)

    def _pieces(self, painter: QPainter, item: Change, at: QPointF, room: float) -> None:
        theme = self._theme
        font = theme.font(15, 400, SERIF)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x = at.x()
        count = len(item.pieces)
        for index, (wording, deco, slot) in enumerate(item.pieces):
            words = on_one_line(wording)
            left = at.x() + room - x
            limit = (
                left * 0.5
                if index == 0 and count > 1 and metrics.horizontalAdvance(words) > left * 0.5
                else left
            )
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, limit)
            if not shown:
                continue
            wide = metrics.horizontalAdvance(shown)
            tone = {Deco.INSERTION: "insertion", Deco.DELETION: "deletion"}.get(deco, "move")
            tone = f"delegation_{slot}" if slot else tone
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{tone}_tint"))
            painter.drawRoundedRect(QRectF(x - 1, at.y() - 14, wide + 2, 19), 2, 2)
            painter.setPen(theme.colour(tone))
            painter.drawText(QPointF(x, at.y()), shown)
            pen = QPen(theme.colour(tone), 1.2)
            if slot == "b":
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            offsets = {Deco.INSERTION: (2.8,), Deco.DELETION: (-4.2,)}.get(deco, (2.2, 4.4))
            for offset in offsets:
                painter.drawLine(QPointF(x, at.y() + offset), QPointF(x + wide, at.y() + offset))
            x += wide + 5


class ChangesView(QListView):
    """The list; moving in it moves the text along."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, model: ChangesModel) -> None:
        super().__init__()
        self.setModel(model)
        self._changes = model
        self.setAccessibleName(self.tr("Changes"))
        self.setItemDelegate(ChangesDelegate(theme, self, model))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current)
        self._silent = False
        theme.changed.connect(self.viewport().update)

    def show_revision(self, number: int) -> None:
        """Make a change the current one without saying `chosen`."""
        row = self._changes.row_of(number)
        if row is None:
            return
        self._silent = True
        self.setCurrentIndex(self._changes.index(row))
        self.scrollTo(self._changes.index(row))
        self._silent = False

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Change) and not self._silent:
            self.chosen.emit(item.revision.number)


def _articles(agreement: Agreement) -> dict[ProvisionId, ProvisionId]:
    """Of every provision, the article, section or annex it stands in."""
    found: dict[ProvisionId, ProvisionId] = {}
    for top in agreement.units():
        for unit in top.walk():
            if unit.kind in (*BASIC, Kind.ANNEX):
                for inner in unit.walk():
                    found.setdefault(inner.id, unit.id)
    return found
