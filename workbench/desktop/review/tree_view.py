"""The recognised tree: one line per unit with its band, number, first words, clause type and certainty.

Keys correct it: K kind, left and right level, M merge with the one before, S split, T clause type, E words,
Delete leaves out; A says what the whole is. The view only asks; the page does it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle

from workbench.agreement.numbering import Number
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView, elided, paint_tag, tag_size
from workbench.desktop.review.bands import band_token, kind_name
from workbench.desktop.review.record import DOUBTFUL
from workbench.desktop.theme import Theme

_ROW, _STEP = 30, 20
_KEYS = {Qt.Key.Key_Left: "promote", Qt.Key.Key_Right: "demote", Qt.Key.Key_Delete: "leave-out"}
_LETTERS = {"k": "kind", "m": "merge", "s": "split", "t": "type", "e": "words", "a": "about"}
_CYRILLIC = str.maketrans("льіыеуфтз", "kmssteanp")
"""The letters of a Ukrainian or Russian keyboard by the Latin ones printed on the same keys."""


class Unit(NamedTuple):
    """One line of the tree; a long text has thousands, so what a line says is made when it is painted."""

    provision: Provision
    depth: int
    number: str
    type_names: Mapping[str, str]

    @property
    def id(self) -> ProvisionId:
        """The provision's."""
        return self.provision.id

    @property
    def kind(self) -> Kind:
        """The provision's."""
        return self.provision.kind

    @property
    def confidence(self) -> float:
        """The provision's."""
        return self.provision.confidence

    @property
    def words(self) -> str:
        """Its heading, else the beginning of its text, of a row its cells, else what it is."""
        unit = self.provision
        cells = " │ ".join(cell.text.plain for cell in unit.children) if unit.kind is Kind.ROW else ""
        words = (
            unit.heading.plain or unit.text.plain or cells or ("" if self.number else kind_name(unit.kind))
        )
        return on_one_line(words[:300])

    @property
    def types(self) -> str:
        """What it is about, the first clause type only; a type that only repeats the kind says nothing."""
        types = self.provision.types
        if not types or self.kind.value.startswith(types[0]):
            return ""
        return self.type_names.get(types[0], types[0])


class RecognisedView(RowView):
    """The tree as lines. `verb` names what a key asks for, `current_changed` the unit looked at."""

    verb = Signal(str)
    current_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._units = _Units(self)
        self.setModel(self._units)
        self.setItemDelegate(_UnitPainter(theme, self, _ROW))
        self.setAccessibleName(self.tr("Recognised agreement"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_agreement(
        self,
        agreement: Agreement | None,
        numbers: Mapping[ProvisionId, Number],
        type_names: Mapping[str, str],
    ) -> None:
        """Show a tree and stay at the unit that was looked at."""
        now = self.current()
        row = self.currentIndex().row()
        units = _units(agreement, numbers, type_names) if agreement is not None else []
        at = self.verticalScrollBar().value() if self._units.rows() else 0
        self._units.change(units)
        if not units:
            return
        found = next((i for i, unit in enumerate(units) if now is not None and unit.id == now), None)
        if found is None:
            found = max(0, min(row, len(units) - 1))
        self.setCurrentIndex(self._units.index(found, 0))
        self.verticalScrollBar().setValue(at)

    def current(self) -> ProvisionId | None:
        """The unit looked at."""
        unit = self.value()
        return unit.id if isinstance(unit, Unit) else None

    def look_at(self, provision: ProvisionId | None) -> None:
        """Go to a unit."""
        for row, unit in enumerate(self._units.rows()):
            if unit.id == provision or (
                unit.kind is Kind.ROW and any(cell.id == provision for cell in unit.provision.children)
            ):
                index = self._units.index(row, 0)
                in_sight = self.viewport().rect().contains(self.visualRect(index))
                self.setCurrentIndex(index)
                if not in_sight:  # from elsewhere: with what stands around it
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit looked at in sight where the pane gives way to what stands above or below."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

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


def letter_of(event: QKeyEvent) -> str:
    """The small Latin letter of a key, whatever the keyboard is set to; "" for any other key."""
    letter = event.text().lower().translate(_CYRILLIC)
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return letter if len(letter) == 1 and letter.isalpha() and not held else ""


def verb_of(event: QKeyEvent) -> str | None:
    """The correction a key asks for."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return _LETTERS.get(letter_of(event)) or (_KEYS.get(Qt.Key(event.key())) if plain else None)


class _Units(Rows[Unit]):
    def spoken(self, value: Unit) -> Iterable[str]:
        sure = f"{round(value.confidence * 100)} %"
        return kind_name(value.kind), value.number, value.words, value.types, sure

    def tip(self, value: Unit) -> str:
        return f"{kind_name(value.kind)} {value.number}\n{value.words[:400]}"


class _UnitPainter(RowPainter):
    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        unit: Unit = index.data(VALUE)
        theme, plate = self.theme, where.adjusted(8, 0, -8, 0)
        doubtful = unit.confidence < DOUBTFUL
        if doubtful and not state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brass_tint"))
            painter.drawRoundedRect(plate, 6, 6)
        else:
            self.plate(painter, plate, state)
        left = where.left() + 20 + unit.depth * _STEP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("brass_line" if doubtful else band_token(unit.kind)))
        painter.drawRoundedRect(QRectF(left, where.top() + 7, 4, _ROW - 14), 2, 2)
        left += 14
        right = self._right(painter, where, unit, doubtful)
        self._text(painter, QRectF(left, where.top(), right - left, _ROW), unit)
        self.ring(painter, plate, state)

    def _right(self, painter: QPainter, where: QRectF, unit: Unit, doubtful: bool) -> float:
        theme = self.theme
        share = QRectF(where.right() - 76, where.top(), 60, _ROW)
        weight, tone = (600, "brass") if doubtful else (400, "ink3")
        words = f"{round(unit.confidence * 100)} %"
        self.words(painter, share, words, weight=weight, tone=tone, right=True)
        right = where.right() - 72
        if unit.types and where.width() > 340:
            words = elided(QFontMetricsF(theme.font(12, 600)), unit.types, where.width() * 0.34)
            size = tag_size(theme, words)
            box = QRectF(right - size.width(), where.top() + 5, size.width(), 20)
            paint_tag(painter, theme, box, words, tone="plain")
            right = box.left() - 8
        return right

    def _text(self, painter: QPainter, where: QRectF, unit: Unit) -> None:
        left = where.left()
        heads = unit.kind in BASIC or unit.kind in (Kind.TITLE_LINE, Kind.CROSSHEADING, Kind.ANNEX)
        if unit.number:
            half = QRectF(left, where.top(), where.width() * 0.5, _ROW)
            left += self.words(painter, half, unit.number, px=14, weight=600) + 10
        line = QRectF(left, where.top() - 0.5, where.right() - left, _ROW)
        self.words(painter, line, unit.words, px=15, weight=600 if heads else 400, tone="ink", serif=True)


def _units(
    agreement: Agreement, numbers: Mapping[ProvisionId, Number], type_names: Mapping[str, str]
) -> list[Unit]:
    made: list[Unit] = []

    def add(provision: Provision, depth: int) -> None:
        number = numbers.get(provision.id)
        shown = number.printed if number is not None and number.number else ""
        made.append(Unit(provision, depth, shown, type_names))
        for child in provision.children if provision.kind is not Kind.ROW else ():
            add(child, depth + 1)

    for unit in agreement.units():
        add(unit, 0)
    return made
