"""The middle of the compare face: the redline in line or side by side, and the map of its changes.

Only the layout in front is set. What is asked for by number is set first, the rest in the background.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Row
from workbench.desktop.redline.change_map import ChangeMap, Mark
from workbench.desktop.redline.redline_paper import RedlinePaper
from workbench.desktop.redline.rows import Column, entry_of_revision, provision_of
from workbench.desktop.redline.setting import Setting
from workbench.desktop.redline.voices import ONE_VOICE, Voices
from workbench.desktop.theme import Theme

_INLINE, _SIDES, _NOTHING, _WAITING, _FAILED = range(5)


class RedlineViews(QWidget):
    """Shows one redline in either layout; scrolling, map and both sides keep in step."""

    revision_clicked = Signal(int)
    moved_shown = Signal(int)
    """The revision of moved text whose other place was gone to."""
    menu_asked = Signal(QPoint)
    """A menu is asked for at this point of the screen, on the present change."""

    def __init__(
        self,
        theme: Theme,
        *,
        nothing: QWidget,
        waiting: QWidget,
        failed: QWidget | None = None,
    ) -> None:
        """What is said where texts are the same, where there is no redline yet, and where there is none."""
        super().__init__()
        self._redline: Redline | None = None
        self._voices = ONE_VOICE
        self._side_by_side = False
        self._asked = 0
        self.inline = RedlinePaper(theme)
        self.left = RedlinePaper(theme, narrow=True)
        self.right = RedlinePaper(theme, narrow=True)
        self.papers = (self.inline, self.left, self.right)
        self._in_line = Setting([(self.inline, Column.BOTH)], self)
        self._sides = Setting([(self.left, Column.OLD), (self.right, Column.NEW)], self)
        self._set_of: dict[bool, Redline] = {}
        self.map = ChangeMap(theme)
        self.inline.setAccessibleName(self.tr("Redline"))
        self.left.setAccessibleName(self.tr("Old text"))
        self.right.setAccessibleName(self.tr("New text"))
        sides = _Halves(self.left, self.right)
        self._stack = QStackedWidget()
        for face in (self.inline, sides, nothing, waiting, failed or waiting):
            self._stack.addWidget(face)
        self._stack.setCurrentIndex(_WAITING)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.map)
        self._connect()
        theme.changed.connect(self.align)

    @property
    def provision(self) -> ProvisionId | None:
        """The provision of the change highlighted."""
        paper = self._front()
        return provision_of(paper.shown, paper.highlighted)

    def show_redline(self, redline: Redline, voices: Voices = ONE_VOICE) -> None:
        """Show another redline, from its beginning."""
        self._redline, self._voices = redline, voices
        self._set_of.clear()
        for setting in (self._in_line, self._sides):
            setting.stop()
        self.show_layout(side_by_side=self._side_by_side)

    def change_rows(self, places: Collection[int], make: Callable[[int], Row], voices: Voices) -> None:
        """Show other words in some rows of the redline in line, by their place; `make` gives such a row."""
        self._voices = voices
        self._in_line.change(places, make, voices)

    def show_layout(self, *, side_by_side: bool) -> None:
        """Show it in line or side by side."""
        self._side_by_side = side_by_side
        if self._redline is None:
            self._stack.setCurrentIndex(_WAITING)
        elif not self._redline.revisions:
            self._stack.setCurrentIndex(_NOTHING)
        else:
            self._stack.setCurrentIndex(_SIDES if side_by_side else _INLINE)
            if self._set_of.get(side_by_side) is not self._redline:
                self._set_of[side_by_side] = self._redline
                self._setting().begin(self._redline, self._voices)
            self.align()
        self._draw_map()

    def show_waiting(self) -> None:
        """There is no redline any more, or none yet."""
        self._forget()
        self._stack.setCurrentIndex(_WAITING)

    def show_failed(self) -> None:
        """There is no redline, because it could not be made."""
        self._forget()
        self._stack.setCurrentIndex(_FAILED)

    def show_change(self, number: int) -> None:
        """Highlight a change and bring it into view."""
        self._asked = 0
        if self._redline is None:
            return
        if not self._setting().reach(number):
            self._asked = number  # as soon as it is set
            return
        for paper in self._setting().papers:
            index = entry_of_revision(paper.shown, number)
            if index is not None:
                paper.show_revision(number, index)

    @property
    def at_rest(self) -> bool:
        """Whether everything is set that is to be shown."""
        return self._setting().at_rest

    def align(self) -> None:
        """Side by side, give both sides of a row the same height."""
        waits = self._setting().returning  # levelled as it is set
        if self._side_by_side and self._redline is not None and self.isVisible() and not waits:
            self._sides.level_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Align what was laid out while hidden."""
        super().showEvent(event)
        self.align()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the text."""
        return any(paper.hasFocus() for paper in self.papers)

    @property
    def can_copy(self) -> bool:
        """Whether words are selected."""
        return any(paper.textCursor().hasSelection() for paper in self._setting().papers)

    def copy(self) -> None:
        """Copy the words selected."""
        for paper in self._setting().papers:
            if paper.textCursor().hasSelection():
                paper.copy()

    @property
    def can_follow_move(self) -> bool:
        """Whether the present change is moved text with another place."""
        paper = self._front()
        return 0 <= paper.highlighted < len(paper.shown) and bool(paper.shown[paper.highlighted].entry.flags)

    def follow_move(self) -> None:
        """From where moved text stood to where it stands, and back."""
        if self.can_follow_move:
            self._follow_move(self._front().highlighted)

    def _forget(self) -> None:
        self._redline = None
        for setting in (self._in_line, self._sides):
            setting.stop()
        self.map.show_nothing()

    def _connect(self) -> None:
        self.map.asked.connect(self._scroll_to_share)
        for paper in self.papers:
            paper.revision_clicked.connect(self.revision_clicked)
            paper.moved_clicked.connect(self._follow_move)
            paper.menu_asked.connect(self.menu_asked)
            paper.zoomed.connect(self.set_zoom)
            paper.verticalScrollBar().valueChanged.connect(self._scrolled)
            paper.verticalScrollBar().rangeChanged.connect(self._scrolled)
        for setting in (self._in_line, self._sides):
            setting.grown.connect(self._grown)
        self.left.verticalScrollBar().valueChanged.connect(self.right.verticalScrollBar().setValue)
        self.right.verticalScrollBar().valueChanged.connect(self.left.verticalScrollBar().setValue)
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.right.resized.connect(self.align)

    def set_zoom(self, zoom: float) -> None:
        """Larger or smaller in either layout."""
        for paper in self.papers:
            paper.set_zoom(zoom)
        self.align()

    def zoom_by(self, steps: int) -> None:
        """The next larger or smaller zoom."""
        self.inline.zoom_by(steps)  # the others follow

    def _grown(self) -> None:
        if self._asked:
            self.show_change(self._asked)
        self._draw_map()

    def _setting(self) -> Setting:
        return self._sides if self._side_by_side else self._in_line

    def _draw_map(self) -> None:
        if self._setting().returning:
            return
        paper = self._front()
        if self._redline is None or not paper.shown or not self._redline.revisions:
            self.map.show_nothing()
            return
        share = self._setting().share
        marks: list[Mark] = [
            (top * share, height * share * 0.6, deco, slot)
            for side in self._setting().papers
            for top, height, made in side.marks()
            for deco, slot in made.marks
        ]
        self.map.show_marks(marks)
        self._scrolled()

    def _scrolled(self, _first: int = 0, _last: int = 0) -> None:
        if self._redline is None or not self._redline.revisions or self._setting().returning:
            return
        bar = self._front().verticalScrollBar()
        total = max(1, bar.maximum() + bar.pageStep()) / self._setting().share
        self.map.show_view(bar.value() / total, min(1.0, (bar.value() + bar.pageStep()) / total))

    def _scroll_to_share(self, share: float) -> None:
        self._setting().reach_share(share)
        bar = self._front().verticalScrollBar()
        total = (bar.maximum() + bar.pageStep()) / self._setting().share
        bar.setValue(round(share * total - bar.pageStep() / 2))

    def _follow_move(self, index: int) -> None:
        """From where moved text stood to where it stands, and back."""
        paper = self._front()
        numbers = set(paper.shown[index].revisions)
        for other, made in enumerate(paper.shown):
            common = numbers & set(made.revisions)
            if other != index and made.entry.flags and common:
                number = min(common)
                paper.show_revision(number, other)
                self.moved_shown.emit(number)
                return

    def _front(self) -> RedlinePaper:
        return self.right if self._side_by_side else self.inline


class _Halves(QWidget):
    """Two papers of which only the right one has a scroll bar, with columns equally wide."""

    def __init__(self, left: RedlinePaper, right: RedlinePaper) -> None:
        super().__init__()
        self._left, self._right = left, right
        for paper in (left, right):
            paper.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its half of the room beside the scroll bar."""
        half = (self.width() - self._right.verticalScrollBar().sizeHint().width()) // 2
        self._left.setGeometry(0, 0, half, self.height())
        self._right.setGeometry(half, 0, self.width() - half, self.height())
