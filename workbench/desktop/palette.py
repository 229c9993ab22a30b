"""The command palette (Ctrl+K): every action, every draft and the clauses of the library in one list.

It lies over the window rather than in a dialog, closes when it loses the keyboard and gives the focus back
to where it was. What it finds comes from `sources`: functions from the words typed to entries, asked at
once for what is in memory and later, off this thread, for the library (`offer`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from workbench.desktop.kit import (
    VALUE,
    Frame,
    Icon,
    Index,
    Key,
    Label,
    LineEdit,
    RowPainter,
    Rows,
    RowView,
    column,
    row,
    rule,
    shown_shortcut,
)
from workbench.desktop.theme import Theme

_WIDTH, _ROW, _HEAD, _LINES, _MOST = 640, 36, 51, 11, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it is called, what kind of thing it is, and what choosing it does.

    `also` is what Shift+Enter does where that is something else.
    """

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    shortcut: str = ""
    enabled: bool = True
    also: Callable[[], object] | None = None


Source = Callable[[str], Sequence[Entry]]


class Palette(QWidget):
    """The overlay. `asked` is emitted a moment after typing stops, for sources that take time.

    `name` is what it is called and `placeholder` what stands in its empty field; `most` entries are shown.
    """

    asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        sources: Sequence[Source],
        parent: QWidget,
        *,
        name: str = "",
        placeholder: str = "",
        most: int = _MOST,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._theme, self._sources, self._over = theme, sources, parent
        self._before: QWidget | None = None
        self._field = LineEdit(
            theme,
            placeholder or self.tr("Search actions, drafts and clauses"),
            kind="bare",
            name=name or self.tr("Command palette"),
        )
        self._field.setFont(theme.font(16))
        self._field.setFixedHeight(28)
        self._model = _Entries(self)
        self._list = RowView(theme)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryPainter(theme, self._list, _ROW))
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._choose)
        self._nothing = Label(theme, self.tr("Nothing found."), 14, tone="ink3")
        head = row(
            Icon(theme, "magnifying-glass", "ink3", 18),
            self._field,
            Key(theme, "Esc"),
            margins=(16, 10, 12, 10),
        )
        below = column(self._list, row(self._nothing, margins=(16, 8, 16, 8)), gap=0, margins=(4, 4, 4, 4))
        inside = column(head, rule(), below, gap=0, margins=(1, 1, 1, 1))
        self._panel = Frame("panel", inside, width=_WIDTH, parent=self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(lambda: self.asked.emit(self._field.text().strip()))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette with all actions."""
        window = self.window()
        self._before = window.focusWidget()
        self.setGeometry(self._over.rect())
        self._field.clear()
        self._search("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hide it and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def offer(self, words: str, entries: Sequence[Entry]) -> None:
        """Add what a slow source found for `words`; ignored when something else has been typed since."""
        if self.isVisible() and words == self._field.text().strip():
            self._model.extend(entries)
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list from the field; follow the window's size."""
        if watched is self._field and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._steer(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._arrange()
        return False

    def mousePressEvent(self, event: object) -> None:
        """A click beside the panel closes it."""
        self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window a little."""
        painter = QPainter(self)
        veil = QColor(self._theme.colour("shadow"))
        veil.setAlpha(90 if self._theme.dark else 40)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(self._list.currentIndex(), also=held)
        elif key in steps:
            last = self._model.rowCount() - 1
            target = max(0, min(last, self._list.currentIndex().row() + steps[Qt.Key(key)]))
            self._list.setCurrentIndex(self._model.index(target, 0))
        else:
            return False
        return True

    def _search(self, words: str) -> None:
        wanted = words.strip()
        found = [entry for source in self._sources for entry in source(wanted)]
        self._model.replace(found[: self._most])
        self._arrange()
        if len(wanted) >= 2:
            self._later.start()

    def _arrange(self) -> None:
        count = self._model.rowCount()
        self._nothing.setVisible(not count)
        self._list.setVisible(bool(count))
        self._list.setFixedHeight(min(count, _LINES) * _ROW)
        if count and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._panel.setFixedHeight(_HEAD + (min(count, _LINES) * _ROW if count else _ROW) + 12)
        self._panel.move((self.width() - _WIDTH) // 2, max(24, min(96, self.height() // 8)))

    def _choose(self, index: Index, *, also: bool = False) -> None:
        entry = index.data(VALUE) if index.isValid() else None
        if isinstance(entry, Entry) and entry.enabled:
            self.close_palette()
            (entry.also if also and entry.also is not None else entry.run)()


class _Entries(Rows[Entry]):
    def spoken(self, value: Entry) -> Iterable[str]:
        return value.title, value.detail, shown_shortcut(value.shortcut)


class _EntryPainter(RowPainter):
    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        entry: Entry = index.data(VALUE)
        theme, plate = self.theme, where.adjusted(4, 1, -4, -1)
        on = bool(state & QStyle.StateFlag.State_Selected)
        self.plate(painter, plate, state)
        tone = "inkoff" if not entry.enabled else "accent" if on else "ink2"
        picture = theme.pixmap(entry.icon, tone, 18)
        painter.drawPixmap(QPointF(plate.left() + 8, plate.center().y() - 9), picture)
        aside = QRectF(
            plate.left() + plate.width() * 0.55, plate.top(), plate.width() * 0.45 - 10, plate.height()
        )
        side = shown_shortcut(entry.shortcut) or entry.detail
        width = self.words(painter, aside, side, tone="ink3", right=True)
        left = plate.left() + 36
        line = QRectF(left, plate.top(), aside.right() - width - 16 - left, plate.height())
        tone = "ink" if entry.enabled else "inkoff"
        self.words(painter, line, entry.title, px=14, weight=600 if on else 400, tone=tone)
