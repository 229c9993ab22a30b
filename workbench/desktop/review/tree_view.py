"""The recognised tree: one line per unit with its band, number, first words, clause type and certainty.

Keys correct it: K kind, left and right level, M merge with the one before, S split, T clause type, Delete
leaves out. The view only asks; the page does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.agreement.numbering import Number
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.desktop.kit import elided, focus_ring, paint_tag, tag_size
from workbench.desktop.review.bands import DOUBTFUL, band_token, kind_name
from workbench.desktop.theme import SERIF, Theme

Index = QModelIndex | QPersistentModelIndex
_UNIT = Qt.ItemDataRole.UserRole
_ROW, _STEP = 30, 20
_LETTERS = {
    Qt.Key.Key_K: "kind",
    Qt.Key.Key_Left: "promote",
    Qt.Key.Key_Right: "demote",
    Qt.Key.Key_M: "merge",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_T: "type",
    Qt.Key.Key_Delete: "leave-out",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the tree."""

    id: ProvisionId
    kind: Kind
    depth: int
    number: str
    words: str
    types: str
    confidence: float


class RecognisedView(QListView):
    """The tree as lines. `verb` names what a key asks for, `current_changed` the unit looked at."""

    verb = Signal(str)
    current_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._units = _Units(self)
        self.setModel(self._units)
        self.setItemDelegate(_UnitDelegate(theme, self))
        self.setAccessibleName(self.tr("Recognised agreement"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.viewport().update)

    def show_agreement(
        self,
        agreement: Agreement | None,
        numbers: Mapping[ProvisionId, Number],
        type_names: Mapping[str, str],
    ) -> None:
        """Show a tree and stay at the unit that was looked at."""
        now = self.current()
        row = self.currentIndex().row()
        units = _units(agreement, numbers, type_names) if agreement is not None else ()
        at = self.verticalScrollBar().value()
        self._units.replace(units)
        if not units:
            return
        found = next((i for i, unit in enumerate(units) if now is not None and unit.id == now), None)
        if found is None:
            found = max(0, min(row, len(units) - 1))
        self.setCurrentIndex(self._units.index(found, 0))
        self.verticalScrollBar().setValue(at)

    def current(self) -> ProvisionId | None:
        """The unit looked at."""
        unit = self.currentIndex().data(_UNIT) if self.currentIndex().isValid() else None
        return unit.id if isinstance(unit, Unit) else None

    def look_at(self, provision: ProvisionId | None) -> None:
        """Go to a unit."""
        for row, unit in enumerate(self._units.rows()):
            if unit.id == provision:
                index = self._units.index(row, 0)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
                return

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is looked at."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into verbs; others move or belong to the page."""
        verb = verb_of(event)
        if verb is not None:
            self.verb.emit(verb)
            return
        if event.text() and event.text().isprintable():
            event.ignore()  # no type-ahead: digits and letters belong to the page
            return
        super().keyPressEvent(event)


def verb_of(event: QKeyEvent) -> str | None:
    """The correction a key asks for."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return _LETTERS.get(Qt.Key(event.key())) if plain else None


class _Units(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Unit, ...] = ()

    def rows(self) -> tuple[Unit, ...]:
        return self._rows

    def replace(self, units: tuple[Unit, ...]) -> None:
        self.beginResetModel()
        self._rows = units
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        unit = self._rows[index.row()]
        if role == _UNIT:
            return unit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            sure = f"{round(unit.confidence * 100)} %"
            said = (kind_name(unit.kind), unit.number, unit.words, unit.types, sure)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{kind_name(unit.kind)} {unit.number}\n{unit.words[:400]}"
        return None


class _UnitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(300, _ROW)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        unit: Unit = index.data(_UNIT)
        theme = self._theme
        state = option.state
        where = QRectF(option.rect)
        plate = where.adjusted(8, 0, -8, 0)
        doubtful = unit.confidence < DOUBTFUL
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or doubtful:
            painter.setBrush(theme.colour("accent_tint" if selected else "brass_tint"))
            painter.drawRoundedRect(plate, 6, 6)
        left = where.left() + 20 + unit.depth * _STEP
        painter.setBrush(theme.colour("brass_line" if doubtful else band_token(unit.kind)))
        painter.drawRoundedRect(QRectF(left, where.top() + 7, 4, _ROW - 14), 2, 2)
        left += 14
        right = self._right(painter, where, unit, doubtful)
        self._words(painter, QRectF(left, where.top(), right - left, _ROW), unit)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, plate, 6)
        painter.restore()

    def _right(self, painter: QPainter, where: QRectF, unit: Unit, doubtful: bool) -> float:
        theme = self._theme
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.font(13, 600 if doubtful else 400))
        painter.setPen(theme.colour("brass" if doubtful else "ink3"))
        share = f"{round(unit.confidence * 100)} %"
        painter.drawText(QRectF(where.right() - 76, where.top(), 60, _ROW), middle, share)
        right = where.right() - 72
        if unit.types and where.width() > 340:
            words = elided(QFontMetricsF(theme.font(12, 600)), unit.types, where.width() * 0.34)
            size = tag_size(theme, words)
            box = QRectF(right - size.width(), where.top() + 5, size.width(), 20)
            paint_tag(painter, theme, box, words, tone="plain")
            right = box.left() - 8
        return right

    def _words(self, painter: QPainter, where: QRectF, unit: Unit) -> None:
        theme, left = self._theme, where.left()
        middle = Qt.AlignmentFlag.AlignVCenter
        heads = unit.kind in BASIC or unit.kind in (Kind.TITLE_LINE, Kind.CROSSHEADING, Kind.ANNEX)
        if unit.number:
            painter.setFont(theme.font(14, 600))
            painter.setPen(theme.colour("ink2"))
            metrics = QFontMetricsF(painter.font())
            shown = elided(metrics, unit.number, where.width() * 0.5)
            painter.drawText(QRectF(left, where.top(), where.width(), _ROW), middle, shown)
            left += metrics.horizontalAdvance(shown) + 10
        painter.setFont(theme.font(15, 600 if heads else 400, SERIF))
        painter.setPen(theme.colour("ink"))
        room = where.right() - left
        words = elided(QFontMetricsF(painter.font()), unit.words, room)
        painter.drawText(QRectF(left, where.top() - 0.5, room, _ROW), middle, words)


def _units(
    agreement: Agreement, numbers: Mapping[ProvisionId, Number], type_names: Mapping[str, str]
) -> tuple[Unit, ...]:
    made: list[Unit] = []

    def add(provision: Provision, depth: int) -> None:
        number = numbers.get(provision.id)
        words = provision.heading.plain or provision.text.plain or kind_name(provision.kind)
        shown = number.printed if number is not None and number.number else ""
        types = type_names.get(provision.types[0], provision.types[0]) if provision.types else ""
        made.append(
            Unit(
                provision.id,
                provision.kind,
                depth,
                shown,
                " ".join(words[:300].split()),
                types,
                provision.confidence,
            )
        )
        for child in provision.children:
            add(child, depth + 1)

    for unit in agreement.units():
        add(unit, 0)
    return tuple(made)
