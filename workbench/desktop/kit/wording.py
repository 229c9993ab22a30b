"""Wording in a list or a card: a few lines with words set off as found, inserted, deleted or moved.

A delegate paints hundreds of these while scrolling, so a `Wording` is laid out once for a width and kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from workbench.desktop.theme import SERIF, Theme

Span = tuple[int, int, str]
"""A half-open range of characters and its look: "hit", "insertion", "deletion", "move", "strong"."""


class Wording:
    """One text laid out at `width` pixels, at most `most` lines (0: all), the last one elided."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        spans: Sequence[Span] = (),
        *,
        width: float,
        px: int = 15,
        line: float = 22,
        most: int = 0,
        family: str = SERIF,
        tone: str = "ink",
        weight: int = 400,
    ) -> None:
        self._theme, self._line, self._tone = theme, line, tone
        font = theme.font(px, weight, family)
        self._ascent = QFontMetricsF(font).ascent()
        self._descent = QFontMetricsF(font).descent()
        self._layout = QTextLayout(" ".join(text.split("\n")), font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(wrap)
        lines, end = self._lay_out(width, most)
        if end < len(self._layout.text()):
            shortened = _cut(self._layout.text(), end)
            self._layout.setText(shortened)
            lines, _ = self._lay_out(width, most)
            text = shortened
        self._layout.setFormats([_range(theme, text, span) for span in spans if span[0] < len(text)])
        if spans:
            lines, _ = self._lay_out(width, most)
        self.height = lines * line

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        painter.save()
        painter.setPen(self._theme.colour(self._tone))
        self._layout.draw(painter, QPointF(x, y))
        painter.restore()

    def _lay_out(self, width: float, most: int) -> tuple[int, int]:
        lead = (self._line - self._ascent - self._descent) / 2
        count, end = 0, 0
        self._layout.beginLayout()
        while not most or count < most:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, count * self._line + lead))
            end = line.textStart() + line.textLength()
            count += 1
        self._layout.endLayout()
        return count, end


def _cut(text: str, end: int) -> str:
    """The words that fit, less enough for the ellipsis, which then stands on the last line."""
    kept = text[: max(0, end - 3)].rstrip()
    space = kept.rfind(" ")
    words = kept[:space] if space > len(kept) - 16 and space > 0 else kept
    return f"{words.rstrip(' .,;:…')}…"


def _range(theme: Theme, text: str, span: Span) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # a large type, not needed before the first paint

    start, end, look = span
    look_of = QTextCharFormat()
    end = min(end, len(text))
    if look == "hit":
        look_of.setBackground(theme.colour("hit"))
        look_of.setForeground(theme.colour("ink"))
    elif look == "strong":
        look_of.setFontWeight(600)
    else:
        look_of.setForeground(theme.colour(look))
        look_of.setBackground(theme.colour(f"{look}_tint"))
        # The stroke stops before the gap that follows, so that it does not seem to cross the next word.
        while end > start + 1 and text[end - 1] == " ":
            end -= 1
        if look == "deletion":
            look_of.setFontStrikeOut(True)
        else:
            look_of.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look_of.setUnderlineColor(theme.colour(look))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, max(0, end - start), look_of
    return made


def elided(metrics: QFontMetricsF, text: str, room: float) -> str:
    """A text shortened at its end to a width in pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
