"""The section of the summary that sends the reader to the changes that weigh most; each leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.agreement.quoting import in_short
from workbench.comparison.redline import Redline
from workbench.comparison.weighing import Weight, Weighty
from workbench.desktop.editor.saying import counted
from workbench.desktop.kit import Button, Frame, Icon, Label, clear, column, row, section_head
from workbench.desktop.theme import Theme

_SHOWN = 4
_WORDS = 70


class FirstLooks(Frame):
    """Hidden where no change weighs more than others."""

    chosen = Signal(int)
    """The number of a change to go to."""

    def __init__(self, theme: Theme, pad: tuple[int, int, int, int]) -> None:
        super().__init__("")
        self._theme = theme
        self._all: Sequence[Weighty] = ()
        self._redline: Redline | None = None
        self._entries = QVBoxLayout()
        self._entries.setSpacing(10)
        head = section_head(theme, self.tr("Look at these first"))
        self.setLayout(column(head, self._entries, gap=10, margins=pad))
        self.hide()

    def show_weighty(self, redline: Redline, weighty: Sequence[Weighty]) -> None:
        """Show the first few, and a way to the others."""
        self._redline, self._all = redline, weighty
        self._fill(_SHOWN)
        self.setVisible(bool(weighty))

    def _fill(self, most: int) -> None:
        clear(self._entries)
        assert self._redline is not None  # it comes with what weighs
        for found in self._all[:most]:
            place = self._redline.revision(found.revision).label
            entry = _Entry(self._theme, self._title(found, place), self._words(found), found.revision)
            entry.chosen.connect(self.chosen)
            self._entries.addWidget(entry)
        rest = len(self._all) - most
        if rest > 0:
            words = counted(self.tr("Show %n more", "", rest), rest)
            more = Button(self._theme, words, "link", run=lambda: self._fill(len(self._all)))
            self._entries.addWidget(more)

    def _title(self, found: Weighty, place: str) -> str:
        if found.times > 1:
            words = self.tr("“%1” became “%2” %3 times").replace("%3", str(found.times))
            return words.replace("%1", found.old).replace("%2", found.new)
        return {
            Weight.TIME: self.tr("New time limit in %1"),
            Weight.FIGURE: self.tr("New figure in %1"),
            Weight.DUTY: self.tr("New word of duty in %1"),
            Weight.DENIAL: self.tr("Denied or excepted in %1"),
            Weight.TURNED: self.tr("Sides turned round in %1"),
        }[found.weight].replace("%1", place)

    def _words(self, found: Weighty) -> str:
        old, new = in_short(found.old, _WORDS), in_short(found.new, _WORDS)
        if not old:
            return self.tr("“%1” was added.").replace("%1", new)
        if not new:
            return self.tr("“%1” was taken out.").replace("%1", old)
        return self.tr("“%2” replaces “%1”.").replace("%1", old).replace("%2", new)


class _Entry(QWidget):
    """One change: a warning sign, what weighs, the words. The whole of it is clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, title: str, words: str, revision: int) -> None:
        super().__init__()
        self._revision = revision
        self.setAccessibleName(f"{title}. {words}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = column(
            Label(theme, title, 14, 600, wrap=True), Label(theme, words, 13, tone="ink2", wrap=True), gap=1
        )
        sign = Icon(theme, "warning", "brass_line", 16, "fill")
        layout = row(sign, gap=8)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(said, 1)
        self.setLayout(layout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._revision)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._revision)
            return
        super().keyPressEvent(event)
