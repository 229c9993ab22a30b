"""Setting a long redline on its papers portion by portion: what is in sight at once, the rest in spare time.

A portion is as much as fits into a few milliseconds, whatever the machine. Side by side, both papers are set
row by row together, and each portion is levelled as it comes. Another zoom or width has everything set anew;
until the place that was in sight is set again, the papers show what they showed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Row
from workbench.desktop.redline.redline_paper import Place, RedlinePaper
from workbench.desktop.redline.rows import Column, depths_of, entries_of_row
from workbench.desktop.redline.voices import ONE_VOICE, Voices

_FIRST = 40
"""Rows set before the window is drawn again: more than fit in it."""
_NEAR = 20
"""Rows that are set at once for something that is asked for; for what is farther there is a short wait."""
_PORTION = 10
_BUDGET = 10  # milliseconds
_TELL = 300  # milliseconds; the map is drawn anew that often
_SHORT = 30_000
"""Characters; a redline no longer than this is laid out anew at once."""


class Setting(QObject):
    """Sets one redline on one paper, or on two side by side."""

    grown = Signal()
    """More of the text is set, perhaps all of it."""

    def __init__(self, papers: Sequence[tuple[RedlinePaper, Column]], parent: QObject) -> None:
        super().__init__(parent)
        self.papers = tuple(paper for paper, _ in papers)
        self._columns = tuple(column for _, column in papers)
        self._rows: list[Row] = []
        self._weights = [0]
        self._next = 0
        self._level = 0
        self._back_to: Place | None = None
        self._changed: list[int] = []
        self._make: Callable[[int], Row] = self._rows.__getitem__
        self._depths: dict[ProvisionId, int] = {}
        self._voices = ONE_VOICE
        self._told = QElapsedTimer()
        self._told.start()
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._more)
        for paper in self.papers:
            paper.is_long = self._is_long
            paper.outdated.connect(self.anew)

    @property
    def complete(self) -> bool:
        """Whether every row is set."""
        return self._next >= len(self._rows)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is left to be done."""
        return not self._later.isActive()

    @property
    def returning(self) -> bool:
        """Whether the place that was in sight is still to be set again."""
        return self._back_to is not None

    @property
    def share(self) -> float:
        """How much of the text is set, by its words."""
        return self._weights[self._next] / self._weights[-1] if self._next else 1.0

    def begin(self, redline: Redline, voices: Voices = ONE_VOICE) -> None:
        """Set another redline, its beginning at once."""
        self._rows, self._voices = list(redline.rows), voices
        self._depths = depths_of(redline)
        self._weights = [0, *accumulate(map(_weight, self._rows))]
        self._changed = []
        self._clear()
        self._stay()
        self._set(_FIRST)
        self._go_on()

    def anew(self) -> None:
        """Set everything again: the zoom, the width or the theme is another one."""
        if not self._next and self._back_to is None:
            return
        if self._back_to is None:
            self._back_to = self.papers[0].place_in_view()
            for paper in self.papers:
                paper.hold()
        self._clear()
        self._later.start()

    def stop(self) -> None:
        """Nothing more is to be set."""
        self._later.stop()

    def reach(self, number: int) -> bool:
        """Whether the first row of a revision is set, or near enough to be set at once."""
        at = next((index for index, row in enumerate(self._rows) if number in row.revisions), 0)
        if at >= self._next + _NEAR:
            return False
        if at + _FIRST // 2 >= self._next:
            self._set(at + _FIRST // 2 - self._next)
            self.level()
        self._stay()
        return True

    def reach_share(self, share: float) -> None:
        """Have the text set up to a share of it, and something behind it."""
        at = bisect_left(self._weights, share * self._weights[-1])
        if at + _FIRST >= self._next:
            self._set(at + _FIRST - self._next)
            self.level()
        self._stay()

    def level_anew(self) -> None:
        """The papers have another width: level everything that is set, portion by portion."""
        self._level = 0
        self._go_on()

    def level(self) -> None:
        """Give both sides of every row that is set the same height."""
        if len(self.papers) < 2:
            return
        end = len(self.papers[0].shown)
        self._level_rows(self._level, end)
        self._level = end

    def change(self, places: Collection[int], make: Callable[[int], Row], voices: Voices) -> None:
        """Show other words in some rows, by their place: those near what is in sight first.

        `make` gives such a row as it now reads.
        """
        self._voices, self._make = voices, make
        here = self.papers[0].row_in_view()
        waiting = {*self._changed, *places}
        # In the order of the text, because Qt lays out everything between two changes made together.
        self._changed = sorted(waiting, key=lambda place: (abs(place - here) > _FIRST, place), reverse=True)
        clock = QElapsedTimer()
        clock.start()
        self._change_some()
        while self._changed and clock.elapsed() < _BUDGET:
            self._change_some()
        self._go_on()

    def _is_long(self) -> bool:
        return self._weights[-1] > _SHORT

    def _clear(self) -> None:
        self._next = self._level = 0
        for paper in self.papers:
            paper.show_entries(())

    def _stay(self) -> None:
        """Show what is set now; whatever was in sight before is not gone back to."""
        self._back_to = None
        for paper in self.papers:
            paper.let_go()

    def _go_on(self) -> None:
        if not self.complete or self._changed or self._level < len(self.papers[0].shown):
            self._later.start()
        else:
            self.grown.emit()

    def _more(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _BUDGET:
            behind = len(self.papers) > 1 and self._level < len(self.papers[0].shown)
            if behind:
                end = min(len(self.papers[0].shown), self._level + 2 * _PORTION)
                self._level_rows(self._level, end)
                self._level = end
            elif self._changed:
                self._change_some()
            elif not self.complete:
                self._set(_PORTION)
            else:
                self._later.stop()
                self._return()
                self.grown.emit()
                return
        if len(self.papers) < 2:
            self._level = len(self.papers[0].shown)
        if self._back_to is not None and self._back_to.entry + _FIRST < len(self.papers[0].shown):
            self._return()
        if self._told.hasExpired(_TELL) and self._back_to is None:
            self._told.start()
            self.grown.emit()

    def _return(self) -> None:
        """Everything up to what was in sight is set again: go back there."""
        if self._back_to is not None:
            self.level()
            for paper in self.papers:
                paper.return_to(self._back_to)
            self._stay()

    def _change_some(self) -> None:
        places = [self._changed.pop() for _ in range(min(_PORTION, len(self._changed)))]
        for place in places:
            self._rows[place] = self._make(place)
        set_already = [place for place in places if place < self._next]
        for paper, column in zip(self.papers, self._columns, strict=True):
            paper.replace_rows(
                {
                    place: entries_of_row(self._depths, place, self._rows[place], column, self._voices)
                    for place in set_already
                }
            )

    def _set(self, count: int) -> None:
        stop = min(len(self._rows), self._next + count)
        for paper, column in zip(self.papers, self._columns, strict=True):
            made = [
                entry
                for index in range(self._next, stop)
                for entry in entries_of_row(self._depths, index, self._rows[index], column, self._voices)
            ]
            paper.extend_entries(made)
        self._next = max(self._next, stop)

    def _level_rows(self, start: int, end: int) -> None:
        if start >= end:
            return
        heights = [paper.heights(start, end) for paper in self.papers]
        wanted = [max(pair) for pair in zip(*heights, strict=True)]
        for paper, own in zip(self.papers, heights, strict=True):
            paper.pad(start, wanted, own)


def _weight(row: Row) -> int:
    """How much room a row takes, in characters; one that is empty takes some too."""
    return 60 + sum(len(piece.text.plain) for piece in (*row.heading_pieces, *row.text_pieces))
