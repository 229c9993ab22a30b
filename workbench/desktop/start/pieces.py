"""The large pieces of the start screen: the two ways to begin, the drop zone, the library in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.desktop.kit import (
    Button,
    Frame,
    Icon,
    Label,
    clear,
    column,
    focus_ring,
    holder,
    paint_bar,
    row,
    rule,
)
from workbench.desktop.theme import SERIF, Theme


class Beginning(QAbstractButton):
    """A large button: icon, what it does, and from what."""

    def __init__(self, theme: Theme, icon: str, title: str, detail: str, *, primary: bool = False) -> None:
        super().__init__()
        self._theme, self._icon, self._detail, self._primary = theme, icon, detail, primary
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(80)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme, over = self._theme, self.underMouse()
        back = ("accent_hover" if over else "accent") if self._primary else ("sunken" if over else "raised")
        front = "onaccent" if self._primary else "ink"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        border = QPen(theme.colour("line2"), 1)
        painter.setPen(Qt.PenStyle.NoPen if self._primary else border)
        painter.setBrush(theme.colour(back))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        picture = theme.pixmap(self._icon, "onaccent" if self._primary else "accent", 26)
        painter.drawPixmap(QPointF(21, 27), picture)
        painter.setFont(theme.font(16, 600))
        painter.setPen(theme.colour(front))
        room = where.width() - 80
        middle = Qt.AlignmentFlag.AlignVCenter
        title = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(64, 17, room, 24), middle, title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("onaccent" if self._primary else "ink2"))
        detail = QFontMetricsF(painter.font()).elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(64, 41, room, 20), middle, detail)
        if self.hasFocus():
            focus_ring(painter, theme, where, 8)
            if self._primary:
                painter.setPen(QPen(theme.colour("onaccent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(where.adjusted(3, 3, -3, -3), 6, 6)
        painter.end()


class DropZone(QAbstractButton):
    """Where old agreements are let go, or pressed to choose them. The window takes the drop itself."""

    def __init__(self, theme: Theme, title: str, detail: str) -> None:
        super().__init__()
        self._theme, self._detail, self._over = theme, detail, False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that it would be taken."""
        if event.mimeData().hasUrls():
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was carried on."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Leave the files to the window."""
        self._over = False
        self.update()
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed field, the tray and the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        pen = QPen(theme.colour("accent" if self._over else "edge"), 1.5)
        pen.setDashPattern([5, 3.5])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_tint" if self._over else "surface"))
        painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 8, 8)
        painter.drawPixmap(
            QPointF(where.center().x() - 14, 26), theme.pixmap("tray-arrow-down", "accent", 28)
        )
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(8, 67, where.width() - 16, 22), Qt.AlignmentFlag.AlignHCenter, self.text())
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(28, 91, where.width() - 56, 60), int(flags), self._detail)
        if self.hasFocus():
            focus_ring(painter, theme, where, 8)
        painter.end()


@dataclass(frozen=True, slots=True)
class LibraryNumbers:
    """The library at a glance; `languages` are (name, agreements), `waiting` files not yet reviewed.

    `background` are the documents kept beside the agreements.
    """

    agreements: int = 0
    clauses: int = 0
    types: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    waiting: int = 0
    background: int = 0


class LibraryCard(Frame):
    """The library in numbers. An empty one says what to do first."""

    open_asked = Signal()
    review_asked = Signal()
    starter_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(20, 16, 20, 16)
        self._inside.setSpacing(12)
        self.show_numbers(LibraryNumbers())

    def show_numbers(self, numbers: LibraryNumbers) -> None:
        """Show how the library stands."""
        clear(self._inside)
        theme = self._theme
        opening = Button(theme, self.tr("Open"), "link", run=self.open_asked.emit)
        self._inside.addLayout(row(Label(theme, self.tr("Library"), 16, 600), None, opening))
        if not numbers.agreements and not numbers.background:
            self._show_empty()
        else:
            self._show_filled(numbers)
        if numbers.waiting:
            self._inside.addWidget(rule())
            words = self.tr("%n imported file(s) to review", None, numbers.waiting)
            review = Button(theme, self.tr("Review"), "link", run=self.review_asked.emit)
            picture = Icon(theme, "warning", "brass_line", 18, "fill")
            self._inside.addLayout(row(picture, Label(theme, words, 14, elide=True), review))

    def _show_empty(self) -> None:
        theme = self._theme
        first = self.tr("Your library is empty")
        then = self.tr(
            "Clauses come from what it holds. Drop old agreements above, or begin with the starter library."
        )
        self._inside.addWidget(Label(theme, first, 16, 600, family=SERIF, wrap=True))
        self._inside.addWidget(Label(theme, then, 13, tone="ink2", wrap=True))
        begin = Button(theme, self.tr("Open the starter library"), run=self.starter_asked.emit)
        self._inside.addLayout(row(begin, None))

    def _show_filled(self, numbers: LibraryNumbers) -> None:
        theme = self._theme
        figures = (
            (numbers.agreements, self.tr("agreements")),
            (numbers.clauses, self.tr("clauses")),
            (numbers.types, self.tr("clause types")),
        )
        cells = [
            holder(
                column(
                    Label(theme, thousands(figure), 20, 600, family=SERIF),
                    Label(theme, words, 13, tone="ink2"),
                    gap=0,
                )
            )
            for figure, words in figures
        ]
        self._inside.addLayout(row(*((cell, 1) for cell in cells), gap=8))
        if numbers.languages:
            self._inside.addWidget(rule())
            self._inside.addWidget(_LanguageBars(theme, numbers.languages))


class _LanguageBars(QWidget):
    """One bar per language, the longest filling the room."""

    def __init__(self, theme: Theme, languages: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._theme, self._languages = theme, languages
        self.setFixedHeight(26 * len(languages))
        self.setAccessibleName(", ".join(f"{name}: {count}" for name, count in languages))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setFont(theme.font(14))
        names = QFontMetricsF(painter.font())
        widest = max(names.horizontalAdvance(name) for name, _ in self._languages)
        left = max(88.0, min(widest + 16, self.width() * 0.45))
        room = self.width() - left - 40
        most = max(count for _, count in self._languages)
        middle = Qt.AlignmentFlag.AlignVCenter
        for index, (name, count) in enumerate(self._languages):
            top = 26 * index
            painter.setFont(theme.font(14))
            painter.setPen(theme.colour("ink2"))
            shown = names.elidedText(name, Qt.TextElideMode.ElideRight, left - 8)
            painter.drawText(QRectF(0, top, left - 8, 26), middle, shown)
            bar = QRectF(left, top + 9, room, 8)
            paint_bar(painter, theme, bar, count / most if most else 0, tone="accent_line", trough="")
            painter.setFont(theme.font(14, 600))
            painter.setPen(theme.colour("ink"))
            right = middle | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, top, self.width(), 26), right, thousands(count))
        painter.end()


def thousands(number: int) -> str:
    """3480 as "3 480", with a narrow space that does not break."""
    return f"{number:,}".replace(",", "\u202f")
