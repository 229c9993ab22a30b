"""The compare face: two texts chosen, compared in a process of its own, and every difference between them.

It lays out the parts and keeps them in step; `walking` goes through the changes, `deciding` makes something
of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions.answers import Answered
from workbench.actions.comparing import RedlineForm
from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button, Frame, Segmented, ToolButton
from workbench.desktop.redline.asking import Asking
from workbench.desktop.redline.changes import Decision, signature
from workbench.desktop.redline.changes_pane import ChangesPane
from workbench.desktop.redline.comparison import Comparison
from workbench.desktop.redline.deciding import Deciding
from workbench.desktop.redline.deciding_bar import DecidingBar
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.letters import on_letters
from workbench.desktop.redline.pane import Fold
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.redline.sources import Source, SourcePicker, of_file, of_session
from workbench.desktop.redline.summary import SummaryPane
from workbench.desktop.redline.telling import Telling
from workbench.desktop.redline.walking import Walk
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library


class CompareFace(QWidget):
    """Compares any two texts."""

    taken = Signal(object, str)
    """(the draft after the decisions, the name of that step)."""
    compared = Signal()
    merge_asked = Signal(object)
    """The new text is to be merged with the draft: its path, None where it is no file."""

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        session: Session,
        *,
        library: Library | None,
        author: str,
        earlier: Callable[[], list[Source]] = list,
    ) -> None:
        """`earlier` gives the kept versions of the draft."""
        super().__init__()
        self.theme, self._session, self._earlier = theme, session, earlier
        self.comparison = Comparison(jobs, self)
        self.deciding = Deciding(self.comparison, author)
        self.decisions = self.deciding.decisions
        self._stale = True
        self._coming: tuple[Answered, tuple[bool, bool]] | None = None
        self._wanted: ProvisionId | None = None
        self.old = SourcePicker(theme, self.tr("Old text"), self._offers, library)
        self.new = SourcePicker(theme, self.tr("New text"), self._offers, library)
        self.layouts = Segmented(theme, [self.tr("Inline"), self.tr("Side by side")], self.tr("Layout"))
        self.changes = ChangesPane(theme, self._name_unmarked)
        self.model, self.list = self.changes.model, self.changes.list
        self.bar = DecidingBar(theme)
        self.views = RedlineViews(theme)
        self.walk = Walk(self.model, self.list, self.views)
        self.summary = SummaryPane(theme)
        self.banners = Telling(theme)
        self._asking = Asking(self, lambda: session.path, self.export_to, self.export_answer_to)
        self._build()
        self._connect()
        now, saved = self._offers()
        self.old.show_source(saved)
        self.new.show_source(now)
        self._tell_decided()
        self._tell_present()

    @property
    def found(self) -> Answered | None:
        """What the last comparison found."""
        return self.deciding.found

    @property
    def redline(self) -> Redline | None:
        """What is shown."""
        return self.found.redline if self.found is not None else None

    @property
    def decided(self) -> dict[int, Decision]:
        """What was decided, by the number of the change."""
        return self.decisions.made

    @property
    def provision(self) -> ProvisionId | None:
        """The provision of the present change, for going back to the draft at the same place."""
        return self.views.provision

    def entered(self, provision: ProvisionId | None) -> None:
        """The face has come to the front: compare again if the draft has changed."""
        self._wanted = provision
        if self._stale:
            self.run()
        elif provision is not None and self.redline is not None:
            self.walk.go_to_place(provision, self.redline)
        self.list.setFocus()

    def compare_with(self, path: Path) -> None:
        """Compare the draft on the desk with a file."""
        now, _saved = self._offers()
        self.old.show_source(now)
        self.new.show_source(of_file(path, self.tr("File")))
        self.run()

    def run(self) -> None:
        """Load both texts and compare them."""
        old, new = self.old.source, self.new.source
        if old is None or new is None:
            return
        self._stale = False
        self.banners.clear()
        self.comparison.run(old, new)

    def step(self, by: int) -> None:
        """The next (or previous) change, round and round."""
        self.walk.step(by)

    def show_change(self, number: int) -> None:
        """Make a change the present one."""
        if self.redline is not None:
            self.walk.go(number)

    def decide(self, decision: Decision) -> None:
        """Accept or reject the present change, and go to the next undecided one."""
        present = self.walk.present
        if self.redline is None or not present:
            return
        if not self.deciding.can_decide(present):
            self.step(1)
            return
        self.deciding.decide(present, decision)
        self.walk.go_on(lambda number: number not in self.decided)

    def decide_listed(self, decision: Decision) -> None:
        """Accept or reject every change that is listed, in one step."""
        if self.redline is not None:
            self.deciding.decide_all(self.walk.numbers, decision)

    def take(self) -> None:
        """Make the decisions part of the draft, as one step that can be undone there."""
        taken = self.deciding.taken()
        if taken is not None:
            self._stale = True
            self.taken.emit(*taken)
            self.run()

    def export_to(self, path: Path, form: RedlineForm = RedlineForm.REVISIONS, summary: bool = False) -> None:
        """Write the redline, with the author's name and the present time on every change."""
        self.deciding.export_to(path, form, summary)

    def export_answer_to(self, path: Path) -> None:
        """Write the file that came back, with its tracked changes accepted and rejected as decided here."""
        answer = self.new.source.path if self.new.source else None
        if answer is not None:
            self.deciding.export_answer_to(answer, path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 walks; Ctrl+Z takes back the last decision here."""
        if not self.walk.take_key(event, self.decisions.stack):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Small windows fold the summary, they do not grow."""
        return QSize(640, 300)

    def resizeEvent(self, event: object) -> None:
        """The summary gives way first."""
        self.fold.arrange(self.width())

    # -- within ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        swap = ToolButton(self.theme, "arrows-left-right", self.tr("Swap the two texts"), run=self._swap)
        self.merge = Button(
            self.theme,
            self.tr("Merge…"),
            icon="git-branch",
            tip=self.tr("Bring the changes of both sides together"),
            run=self._ask_merge,
        )
        self.fold = Fold(self.theme, self.tr("Show the summary"), self.changes, self.summary)
        self.setLayout(
            laid_out(
                (self.old, swap, self.new, None, self.merge, self.layouts, self.fold),
                self.changes,
                (self.bar, self.banners, self.views),
                self.summary,
            )
        )

    def _connect(self) -> None:
        self._session.changed.connect(self._draft_changed)
        self.old.picked.connect(self._picked)
        self.new.picked.connect(self._picked)
        self.layouts.chosen.connect(self._show_layout)
        self.changes.filtered.connect(self._filtered)
        self.walk.moved.connect(self._tell_present)
        self.bar.stepped.connect(self.step)
        accept, reject = partial(self.decide, Decision.ACCEPTED), partial(self.decide, Decision.REJECTED)
        on_letters(self, {"A": accept, "R": reject})
        self.bar.accept_asked.connect(accept)
        self.bar.reject_asked.connect(reject)
        self.bar.undo_asked.connect(self.decisions.stack.undo)
        self.bar.accept_listed_asked.connect(lambda: self.decide_listed(Decision.ACCEPTED))
        self.bar.reject_listed_asked.connect(lambda: self.decide_listed(Decision.REJECTED))
        self.summary.export_asked.connect(self._export)
        self.summary.take_asked.connect(self.take)
        self.summary.change_asked.connect(self.show_change)
        self.decisions.stack.canUndoChanged.connect(self.bar.undo.setEnabled)
        self.decisions.changed.connect(self._tell_decided)
        self.decisions.went_back.connect(self.show_change)
        self.comparison.compared.connect(self.show_found)
        self.comparison.written.connect(self.banners.written)
        self.comparison.failed.connect(self._failed)

    def _offers(self) -> list[Source]:
        return [*of_session(self._session), *self._earlier()]

    def _picked(self, _source: object) -> None:
        self.run()

    def _ask_merge(self) -> None:
        self.merge_asked.emit(self.new.source.path if self.new.source is not None else None)

    def show_found(self, found: Answered, live: tuple[bool, bool]) -> None:
        """Show what a comparison found; `live` tells which of the texts is the draft on the desk."""
        self.deciding.end()
        self.walk.begin()
        title = self.new.source.title if self.new.source else ""
        self.summary.show_found(found, title)
        self.views.show_redline(found.redline)
        # The list of a long redline takes as long as its text: the window is drawn in between.
        self._coming = found, live
        QTimer.singleShot(0, self, self._list_found)

    def _list_found(self) -> None:
        if self._coming is None:
            return
        (found, live), self._coming = self._coming, None
        self.deciding.begin(found, live)
        self.changes.show_redline(found.redline, found.unmarked)
        self._tell_decided()
        shown = self._wanted is not None and self.walk.go_to_place(self._wanted, found.redline)
        if not shown:
            self.step(1)
        self._tell_present()
        self._tell_unmarked(len(found.unmarked))
        self.compared.emit()

    def _show_layout(self) -> None:
        self.views.show_layout(side_by_side=self.layouts.current == 1)
        if self.walk.present:
            self.show_change(self.walk.present)

    def _draft_changed(self, _old: object, _new: object) -> None:
        live = [picker.source is not None and picker.source.live for picker in (self.old, self.new)]
        if any(live):
            self._stale = True
            if self.isVisible():
                self.run()

    def _tell_present(self) -> None:
        here, count = self.walk.position()
        if self.redline is None or not here:
            listed = counted(self.tr("%n change(s)", "", count), count) if self.redline is not None else ""
            self.bar.show_change(listed, "", one=False, listed=count)
            return
        position = self.tr("Change %1 of %2").replace("%1", str(here)).replace("%2", str(count))
        revision = self.redline.revision(self.walk.present)
        where = f"{self.model.title_of(revision)}, {revision.label}"
        by = signature(revision)
        can = self.deciding.can_decide(revision.number)
        self.bar.show_change(position, f"{where} · {by}" if by else where, one=can, listed=count)

    def _tell_unmarked(self, count: int) -> None:
        if not count:
            return
        self.banners.say(
            counted(self.tr("%n change(s) made without a mark in their file.", "", count), count),
            self.tr("They show only because the text was compared with what was sent."),
            severity="warning",
            actions=[(self.tr("Show only these"), self._show_unmarked)],
        )

    def _name_unmarked(self, count: int) -> str:
        return self.tr("Only changes without a mark (%1)").replace("%1", str(count))

    def _show_unmarked(self) -> None:
        self.changes.use(Filter(set_apart_only=not self.changes.filter.set_apart_only))
        if not self.walk.position()[0]:
            self.step(1)

    def _tell_decided(self) -> None:
        total = self.deciding.total
        self.model.show_decisions(dict(self.decided))
        words = self.tr("%1, of which %2 decided").replace("%1", str(total))
        self.changes.show_count(words.replace("%2", str(len(self.decided))) if self.found else "")
        self.summary.show_decisions(self.decided, total, can_take=any(self.deciding.live))

    def _swap(self) -> None:
        old, new = self.old.source, self.new.source
        if old is not None and new is not None:
            self.old.show_source(new)
            self.new.show_source(old)
            self.run()

    def _filtered(self) -> None:
        self.model.show_decisions(dict(self.decided))
        self.walk.relist()
        self._tell_present()

    def _export(self) -> None:
        returned = self.new.source.path if self.new.source and self.found and self.found.tracked else None
        self._asking.at(self.summary.export, returned, decided=bool(self.decided))

    def _failed(self, error: object) -> None:
        self.banners.failed(error)
        self.views.show_nothing()


def laid_out(
    top: tuple[QWidget | None, ...], left: QWidget, middle: tuple[QWidget, ...], right: QWidget
) -> QVBoxLayout:
    """The parts of a face: a bar over three columns; the last widget of the middle takes the room."""
    bar = Frame("bar", height=61)
    bar_row = QHBoxLayout(bar)
    bar_row.setContentsMargins(16, 8, 16, 8)
    bar_row.setSpacing(8)
    for part in top:
        if part is None:
            bar_row.addStretch(1)
        else:
            bar_row.addWidget(part)
    centre = QVBoxLayout()
    centre.setSpacing(0)
    for widget in middle:
        centre.addWidget(widget, 1 if widget is middle[-1] else 0)
    below = QHBoxLayout()
    below.setSpacing(0)
    below.addWidget(left)
    below.addLayout(centre, 1)
    below.addWidget(right)
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(bar)
    layout.addLayout(below, 1)
    return layout
