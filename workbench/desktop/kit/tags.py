"""Small things with words: tags, keys of the keyboard, initials of delegations, counts, bars.

The painting is in functions that delegates call as well, so that a tag in a list is the tag in a card.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.desktop.theme import Theme

_TONES: dict[str, tuple[str, str, str]] = {
    "plain": ("sunken", "ink2", "line"),
    "outline": ("raised", "ink2", "line2"),
    "accent": ("accent_tint", "accent", ""),
    "brass": ("brass_tint", "brass", ""),
    "red": ("red_tint", "red", ""),
    "green": ("green_tint", "green", ""),
}
_SMALL_ICON = 14


def tag_size(theme: Theme, text: str, *, icon: bool = False, height: int = 20, px: int = 12) -> QSize:
    """How large a tag is."""
    words = QFontMetricsF(theme.font(px, 600)).horizontalAdvance(text)
    return QSize(ceil(words) + (13 if text else 4) + (18 if icon else 0), height)


def paint_tag(
    painter: QPainter,
    theme: Theme,
    where: QRectF,
    text: str,
    *,
    tone: str = "plain",
    icon: str = "",
    px: int = 12,
) -> None:
    """Draw a tag; `tone` is "plain", "outline", "accent", "brass", "red" or "green"."""
    back, front, border = _TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(back))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    left = where.left() + 6
    if icon == "x":
        mark = QPointF(where.right() - 18, where.center().y() - 6)
        painter.drawPixmap(mark, theme.pixmap("x", front, 12, "bold"))
    elif icon:
        mark = QPointF(left, where.center().y() - _SMALL_ICON / 2)
        painter.drawPixmap(mark, theme.pixmap(icon, front, _SMALL_ICON))
        left += 18
    painter.setFont(theme.font(px, 600))
    painter.setPen(theme.colour(front))
    words = QRectF(left, where.top() - 0.5, where.right() - left, where.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def paint_badge(
    painter: QPainter, theme: Theme, where: QRectF, initials: str, slot: str, *, px: int = 11
) -> None:
    """Draw a delegation's initials: "a" filled, "b" outlined, "c" dotted, so that colour is not needed."""
    name = f"delegation_{slot}"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if slot == "a":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(name))
        painter.drawRoundedRect(where, 3, 3)
        painter.setPen(theme.colour(f"{name}_on"))
    else:
        stroke = Qt.PenStyle.SolidLine if slot == "b" else Qt.PenStyle.DotLine
        painter.setPen(QPen(theme.colour(name), 1.25, stroke))
        painter.setBrush(theme.colour(f"{name}_tint"))
        painter.drawRoundedRect(where.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
        painter.setPen(theme.colour(name))
    painter.setFont(theme.font(px, 700))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


class Tag(QWidget):
    """A tag beside other words."""

    def __init__(
        self, theme: Theme, text: str, tone: str = "plain", *, icon: str = "", height: int = 20, px: int = 12
    ) -> None:
        super().__init__()
        self._theme = theme
        self._size = (height, px)
        self._what = ("", "plain", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone, icon)
        theme.changed.connect(self.update)

    def set(self, text: str, tone: str, icon: str = "") -> None:
        """Show something else."""
        height, px = self._size
        self._what = (text, tone, icon)
        self.setFixedSize(tag_size(self._theme, text, icon=bool(icon), height=height, px=px))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        text, tone, icon = self._what
        paint_tag(painter, self._theme, QRectF(self.rect()), text, tone=tone, icon=icon, px=self._size[1])
        painter.end()


class Pill(QAbstractButton):
    """A filter that is on; pressing it takes the filter off."""

    removed = Signal()

    def __init__(self, theme: Theme, text: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(tag_size(theme, text, icon=True, height=24, px=13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.removed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag with its cross, and the ring when it has the focus."""
        painter = QPainter(self)
        where = QRectF(self.rect())
        paint_tag(painter, self._theme, where, self.text(), tone="accent", icon="x", px=13)
        if self.hasFocus():
            focus_ring(painter, self._theme, where, 4)
        painter.end()


class Key(QWidget):
    """A key of the keyboard."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        words = QFontMetricsF(theme.font(12, 600)).horizontalAdvance(text)
        self.setFixedSize(max(20, ceil(words) + 11), 18)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class Bar(QWidget):
    """How much of something is done or there: `share` from 0 to 1."""

    def __init__(
        self, theme: Theme, share: float = 0.0, *, width: int = 96, height: int = 4, tone: str = "accent"
    ) -> None:
        super().__init__()
        self._theme, self._share, self._tone = theme, share, tone
        self.setFixedHeight(height)
        if width:
            self.setFixedWidth(width)
        theme.changed.connect(self.update)

    def set(self, share: float) -> None:
        """Change how much."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough and the part."""
        painter = QPainter(self)
        paint_bar(painter, self._theme, QRectF(self.rect()), self._share, tone=self._tone)
        painter.end()


def paint_bar(
    painter: QPainter,
    theme: Theme,
    where: QRectF,
    share: float,
    *,
    tone: str = "accent",
    trough: str = "line",
) -> None:
    """Draw a bar filled to `share`; `trough` "" leaves out what is not filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = min(where.height() / 2, 3)
    if trough:
        painter.setBrush(theme.colour(trough))
        painter.drawRoundedRect(where, radius, radius)
    if share > 0:
        painter.setBrush(theme.colour(tone))
        filled = QRectF(where.left(), where.top(), max(where.height(), where.width() * share), where.height())
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, theme: Theme, where: QRectF, radius: float = 6) -> None:
    """Draw the 2 px ring of whatever has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
