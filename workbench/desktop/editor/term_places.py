"""The places of a term as rows: where, how the words stand there, what they would become, why one is kept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.snippet import Marked, marked_document
from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView
from workbench.desktop.theme import Theme
from workbench.drafting.defined_terms.places import Place, Sort

_BEFORE, _BEHIND = 46, 70
"""Signs of the wording shown on either side of a place."""
_LEFT, _TOP, _HEAD, _FOOT = 40, 9, 20, 18


def sentence(place: Place) -> str:
    """Why a place is kept, in the language of the interface; "" where it is not."""
    if place.doubt is None:
        return ""
    said = QCoreApplication.translate("Findings", place.doubt.template)
    words = said.format(quote=place.old, new=place.new)
    return words[:1].upper() + words[1:]


def runs(place: Place, *, changed: bool) -> list[Marked]:
    """The wording around a place, with what changes struck and underlined."""
    edits = sorted(place.edits, key=lambda edit: edit.start) if changed else []
    first = min([place.start, *(edit.start for edit in edits)])
    last = max([place.end, *(edit.end for edit in edits)])
    left, right = max(0, first - _BEFORE), min(len(place.plain), last + _BEHIND)
    while left and not place.plain[left - 1].isspace():
        left += 1
        if left >= first:
            left = first
            break
    while right < len(place.plain) and right > last and not place.plain[right].isspace():
        right -= 1
    made: list[Marked] = [("… " if left else "", None)]
    at = left
    for edit in edits:
        made.append((place.plain[at : edit.start], None))
        made.append((place.plain[edit.start : edit.end], Deco.DELETION))
        made.append((edit.new, Deco.INSERTION))
        at = edit.end
    if not edits:
        made.append((place.plain[at : place.start], None))
        made.append((place.old, Deco.MOVED_HERE))
        at = place.end
    made.append((place.plain[at:right], None))
    made.append((" …" if right < len(place.plain) else "", None))
    return [(words.replace("\n", " "), deco) for words, deco in made if words]


class PlaceRows(Rows[Place]):
    """The places; `chosen` are those that would change."""

    def __init__(self, parent: TermPlaces) -> None:
        super().__init__(parent)
        self._list = parent

    def spoken(self, value: Place) -> Iterable[str]:
        """The place, before and after, whether it is chosen, and why not."""
        yield value.label
        changing = value in self._list.chosen
        yield f"{value.old} → {value.new}" if self._list.renaming and value.new else value.old
        if self._list.renaming:
            yield self.tr("changes") if changing else self.tr("stays as it is")
        yield sentence(value) if self._list.renaming else ""


class TermPlaces(RowView):
    """The list. Space chooses or leaves a place, Enter goes there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, alike=False)
        self.renaming = False
        self.chosen: set[Place] = set()
        self.setAccessibleName(self.tr("Places of the term"))
        self.places = PlaceRows(self)
        self.setModel(self.places)
        self.setItemDelegate(_PlacePainter(theme, self))

    def show_places(self, places: Iterable[Place], chosen: Iterable[Place], *, renaming: bool) -> None:
        """Show other places."""
        self.renaming, self.chosen = renaming, set(chosen)
        self.places.replace(places)
        if self.places.rows():
            self.setCurrentIndex(self.places.index(0, 0))

    def toggle(self, index: Index) -> bool:
        """Choose a place or leave it; False where there is nothing to write."""
        place = index.data(VALUE)
        if not self.renaming or not isinstance(place, Place) or not place.possible:
            return False
        self.chosen ^= {place}
        self.viewport().update()
        return True


class _PlacePainter(RowPainter):
    def __init__(self, theme: Theme, view: TermPlaces) -> None:
        super().__init__(theme, view, 64)
        self._view = view

    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        place = index.data(VALUE)
        plate = where.adjusted(4, 2, -4, -2)
        self.plate(painter, plate, state)
        self.ring(painter, plate, state)
        inner = plate.adjusted(12 if not self._view.renaming else _LEFT, _TOP - 2, -12, -4)
        if self._view.renaming:
            self._box(painter, QPointF(plate.left() + 12, inner.top() + 1), place)
        head = QRectF(inner.left(), inner.top(), inner.width(), _HEAD)
        width = self.words(painter, head, place.label, weight=600, tone="ink")
        sort = self._sort(place)
        if sort:
            self.words(painter, head.adjusted(width + 8, 0, 0, 0), sort, tone="ink3")
        document = self._document(place, inner.width())
        painter.save()
        painter.translate(inner.left(), head.bottom() + 2)
        document.drawContents(painter)
        painter.restore()
        why = sentence(place) if self._view.renaming else ""
        if why:
            below = QRectF(inner.left(), head.bottom() + 4 + document.size().height(), inner.width(), _FOOT)
            icon = self.theme.pixmap("warning", "brass_line", 14, "fill")
            painter.drawPixmap(below.topLeft() + QPointF(0, 2), icon)
            self.words(painter, below.adjusted(20, 0, 0, 0), why, tone="ink2")

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """As high as its wording needs."""
        place = index.data(VALUE)
        width = self._view.viewport().width() - 20 - (_LEFT if self._view.renaming else 12)
        height = _TOP + _HEAD + 2 + self._document(place, width).size().height() + 10
        if self._view.renaming and place.doubt is not None:
            height += _FOOT + 4
        return QSize(200, round(height))

    def _document(self, place: Place, width: float) -> QTextDocument:
        document = marked_document(self.theme, runs(place, changed=self._view.renaming and place.possible))
        document.setTextWidth(max(80, width))
        return document

    def _box(self, painter: QPainter, at: QPointF, place: Place) -> None:
        """A box with a tick where the place changes; none where there is nothing to write."""
        if not place.possible:
            return
        box = QRectF(at.x(), at.y(), 16, 16)
        chosen = place in self._view.chosen
        painter.setPen(self.theme.colour("accent" if chosen else "edge"))
        painter.setBrush(self.theme.colour("accent") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if chosen:
            painter.drawPixmap(
                box.topLeft() + QPointF(2, 2), self.theme.pixmap("check", "onaccent", 12, "bold")
            )

    def _sort(self, place: Place) -> str:
        names = {
            Sort.DEFINITION: QCoreApplication.translate("TermPlaces", "definition"),
            Sort.SHORT_FORM: QCoreApplication.translate("TermPlaces", "short form"),
        }
        said = names.get(place.sort, "")
        if place.note is not None:
            said = QCoreApplication.translate("TermPlaces", "footnote")
        return said
