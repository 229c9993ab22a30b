"""What is drawn round words: frames of placeholders, brackets of delegations, redline strokes, margin signs.

Meaning never rests on colour alone: delegations differ by the stroke of their underline and of their badge,
insertions are underlined, deletions struck, moves doubled.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workbench.desktop.editor.runs import Deco, Shape
from workbench.desktop.editor.sheet import Flag
from workbench.desktop.kit import paint_badge
from workbench.desktop.theme import Theme

_TINTS = {
    Deco.INSERTION: "insertion_tint",
    Deco.DELETION: "deletion_tint",
    Deco.MOVED_HERE: "move_tint",
    Deco.MOVED_AWAY: "move_tint",
    Deco.FOUND: "hit",
    Deco.COMMENT: "accent_tint",
}
_DASHES = {"b": [3, 2.2], "c": [0.8, 1.8]}
"""The strokes of the delegations that are not our own."""
_QUERIES: dict[str, tuple[str, list[float]]] = {
    "error": ("red", []),
    "warning": ("brass_line", [4, 2]),
    "info": ("accent", [1, 2]),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a shape on one line, over a baseline; `opens` and `closes` tell its ends."""

    left: float
    right: float
    baseline: float
    opens: bool = True
    closes: bool = True


class Ornaments:
    """Draws with the theme in force."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def paper(self, painter: QPainter, where: QRectF) -> None:
        """The sheet of paper and its shadow."""
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 5 if self.theme.dark else 1
        for spread, alpha in ((14, 5), (10, 6), (6, 8), (3, 10)):
            painter.setBrush(self.theme.colour("shadow", alpha * strength))
            painter.drawRoundedRect(
                where.adjusted(-spread * 0.5, -spread * 0.2, spread * 0.5, spread * 0.8), 3, 3
            )
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(self.theme.colour("paper"))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def highlight(self, painter: QPainter, where: QRectF) -> None:
        """The provision the caret stands in."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent_tint", 120 if self.theme.dark else 110))
        painter.drawRoundedRect(where, 4, 4)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawRoundedRect(QRectF(where.left(), where.top(), 3, where.height()), 1.5, 1.5)

    def behind(self, painter: QPainter, shape: Shape, at: Stretch, size: float) -> None:
        """Tints and frames, under the words."""
        box = QRectF(at.left, at.baseline - size * 0.9, at.right - at.left, size * 1.2)
        if box.width() < 2:
            return
        match shape.deco:
            case Deco.PLACEHOLDER:
                painter.setPen(QPen(self.theme.colour("brass_line"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(self.theme.colour("brass_tint"))
                painter.drawRoundedRect(
                    box.adjusted(-3 if at.opens else 0, 0.5, 3 if at.closes else 0, 1.5), 4, 4
                )
            case Deco.FILLED:
                painter.setPen(QPen(self.theme.colour("brass_line"), 1, Qt.PenStyle.DotLine))
                y = at.baseline + size * 0.2
                painter.drawLine(QPointF(at.left, y), QPointF(at.right, y))
            case Deco.BRACKET:
                self._bracket(painter, shape.slot, box.adjusted(-1, -1, 1, 2))
            case Deco.QUERY:
                self._query(painter, shape.slot, at, size)
            case Deco.REFERENCE:
                painter.setPen(QPen(self.theme.colour("accent_line"), 1))
                y = at.baseline + size * 0.2
                painter.drawLine(QPointF(at.left, y), QPointF(at.right, y))
            case _:
                painter.setPen(Qt.PenStyle.NoPen)
                tint = f"delegation_{shape.slot}_tint" if shape.slot else _TINTS[shape.deco]
                painter.setBrush(self.theme.colour(tint))
                painter.drawRoundedRect(box.adjusted(-0.5, 0, 0.5, 2), 2, 2)

    def over(self, painter: QPainter, shape: Shape, at: Stretch, size: float) -> None:
        """Redline strokes, over the words; in a merge in the colour and stroke of whose change it is."""
        offsets: tuple[float, ...]
        match shape.deco:
            case Deco.INSERTION:
                tone, width, offsets = "insertion", 1.3, (size * 0.19,)
            case Deco.DELETION:
                tone, width, offsets = "deletion", 1.3, (-size * 0.26,)
            case Deco.MOVED_HERE:
                tone, width, offsets = "move", 1.0, (size * 0.14, size * 0.28)
            case Deco.MOVED_AWAY:
                tone, width, offsets = "move", 1.0, (-size * 0.34, -size * 0.19)
            case _:
                return
        pen = QPen(self.theme.colour(f"delegation_{shape.slot}" if shape.slot else tone), width)
        if shape.slot in _DASHES:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASHES[shape.slot])
        painter.setPen(pen)
        for offset in offsets:
            y = at.baseline + offset
            painter.drawLine(QPointF(at.left, y), QPointF(at.right, y))

    def chip(self, painter: QPainter, initials: str, slot: str, at: Stretch, zoom: float) -> None:
        """A delegation's initials, in the space behind its opening bracket."""
        width, height = 22 * zoom, 15.5 * zoom
        where = QRectF(at.right - width - 2.5 * zoom, at.baseline - 13 * zoom, width, height)
        paint_badge(painter, self.theme, where, initials, slot, px=round(11 * zoom))

    def flag(self, painter: QPainter, flag: Flag, x: float, baseline: float, zoom: float) -> float:
        """A sign in the margin; returns how far it reaches."""
        if flag.words:
            size = round(14 * zoom)
            painter.drawPixmap(
                QPointF(x - 8 * zoom, baseline - 12 * zoom),
                self.theme.pixmap(flag.icon, flag.tone, size, "bold"),
            )
            painter.setFont(self.theme.font(12 * zoom, 600))
            painter.setPen(self.theme.colour(flag.tone))
            painter.drawText(QPointF(x + 9 * zoom, baseline - 1), flag.words)
            return 40 * zoom
        weight = "regular" if flag.icon == "chat-text" else "fill"
        pixmap = self.theme.pixmap(flag.icon, flag.tone, round(18 * zoom), weight)
        painter.drawPixmap(QPointF(x - 2 * zoom, baseline - 14 * zoom), pixmap)
        return 22 * zoom

    def insertion_line(self, painter: QPainter, left: float, right: float, y: float, words: str) -> None:
        """Where a clause would go, and as what."""
        theme = self.theme
        font = theme.font(12, 600)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(words) + 16
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(left, y), 4, 4)
        tag = QRectF(right - width, y - 10, width, 20)
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(theme.colour("onaccent"))
        painter.drawText(tag.adjusted(0, -0.5, 0, 0), Qt.AlignmentFlag.AlignCenter, words)

    def _query(self, painter: QPainter, severity: str, at: Stretch, size: float) -> None:
        """A calm stroke below the words: whole for an error, dashed for a warning, dotted for a remark."""
        tone, dashes = _QUERIES[severity]
        pen = QPen(self.theme.colour(tone), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        y = at.baseline + size * 0.27
        right = max(at.right, at.left + size * 0.4)  # a doubled space or a lost bracket is narrow
        painter.drawLine(QPointF(at.left, y), QPointF(right, y))

    def _bracket(self, painter: QPainter, slot: str, box: QRectF) -> None:
        name = f"delegation_{slot}"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(f"{name}_tint"))
        painter.drawRoundedRect(box, 3, 3)
        pen = QPen(self.theme.colour(name), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if slot in _DASHES:
            pen.setDashPattern(_DASHES[slot])
        painter.setPen(pen)
        painter.drawLine(
            QPointF(box.left() + 2, box.bottom() - 0.2), QPointF(box.right() - 2, box.bottom() - 0.2)
        )
