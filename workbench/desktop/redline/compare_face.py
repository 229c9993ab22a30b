"""The compare face: two texts chosen, compared in a process of its own, and every difference between them.

It lays out the parts and keeps them in step; `walking` goes through the changes, `deciding` makes something
of them, `writing` writes what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.actions.answers import Answered
from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Button, Segmented, ToolButton
from workbench.desktop.redline.change_menu import Deed, show_change_menu
from workbench.desktop.redline.changes import Decision, signature
from workbench.desktop.redline.changes_pane import ChangesPane
from workbench.desktop.redline.comparison import Comparison
from workbench.desktop.redline.deciding import Deciding
from workbench.desktop.redline.deciding_bar import DecidingBar
from workbench.desktop.redline.empty_states import Comparing, NotCompared, SameTexts
from workbench.desktop.redline.face_layout import laid_out
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.letters import on_letters
from workbench.desktop.redline.manner import MannerButton
from workbench.desktop.redline.memory import Memory
from workbench.desktop.redline.pane import Fold
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.redline.sources import Pair, Source
from workbench.desktop.redline.summary import SummaryPane
from workbench.desktop.redline.telling import Telling
from workbench.desktop.redline.two_texts import TwoTexts
from workbench.desktop.redline.walking import Walk
from workbench.desktop.redline.writing import Writing
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library

SIDE_BY_SIDE = 1


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
        memory: Memory | None = None,
    ) -> None:
        """`earlier` gives the kept versions of the draft, `memory` what was decided another day."""
        super().__init__()
        self.theme = theme
        self.comparison = Comparison(jobs, self)
        memory = memory or Memory(None, lambda: "", jobs, self)
        self.deciding = Deciding(memory, self)
        self.decisions = self.deciding.decisions
        self._stale = True
        self._focus_lost = False
        self._coming: Answered | None = None
        self._wanted: ProvisionId | None = None
        self.texts = TwoTexts(theme, session, self, library=library, earlier=earlier, memory=memory)
        self.old, self.new = self.texts.old, self.texts.new
        self.manner = MannerButton(theme)
        self.layouts = Segmented(theme, [self.tr("Inline"), self.tr("Side by side")], self.tr("Layout"))
        self.changes = ChangesPane(theme, self._name_unmarked)
        self.model, self.list = self.changes.model, self.changes.list
        self.bar = DecidingBar(theme)
        self.views = RedlineViews(
            theme,
            nothing=SameTexts(theme, ask_file=self.ask_file),
            waiting=Comparing(theme, cancel=self.comparison.cancel),
            failed=NotCompared(theme, again=self.run, ask_file=self.ask_file),
        )
        self.walk = Walk(self.model, self.list, self.views)
        self.summary = SummaryPane(theme)
        self.banners = Telling(theme)
        self.writing = Writing(self.comparison, self.deciding, session, author, self)
        self._build()
        self._connect(session)
        self._tell_decided()
        self._tell_present()

    @property
    def redline(self) -> Redline | None:
        """What is shown."""
        return self.deciding.redline

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
        self.texts.take_file(path)
        self.run()

    def run(self) -> None:
        """Load both texts and compare them. What is shown of other texts goes at once."""
        pair = self.texts.pair
        if pair is None:
            return
        self._stale = False
        self.banners.clear()
        self.texts.note()
        shown = self.comparison.compared_pair
        if shown is None or shown.identity != pair.identity or self.redline is None:
            self._show_none()
            self._focus_lost = True
            self.views.show_waiting()
        self.comparison.run(pair, self.manner.manner)

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

    def leave_open(self) -> None:
        """Take the decision on the present change back, whenever it was made."""
        if self.walk.present in self.decided:
            self.deciding.decide(self.walk.present, None)

    def decide_listed(self, decision: Decision) -> None:
        """Accept or reject every change that is listed, in one step."""
        if self.redline is not None:
            self.deciding.decide_all(self.walk.numbers, decision)

    def take(self) -> None:
        """Make the decisions part of the draft, as one step that can be undone there."""
        taken = self.deciding.taken()
        if taken is not None:
            self.taken.emit(*taken)  # the draft changes, and is compared again

    def turn_layout(self) -> None:
        """Inline where it is side by side, and the other way round."""
        self.layouts.choose(1 - self.layouts.current)
        self._show_layout()

    def ask_file(self) -> None:
        """Ask for the file that is the new text."""
        self.new.ask_file()

    def ask_export(self) -> None:
        """Ask what to write."""
        self.writing.ask(self.summary.export)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 walks; Ctrl+Z takes back the last decision here."""
        if not self.walk.take_key(event, self.decisions.stack):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Small windows fold the summary, they do not grow."""
        return QSize(640, 300)

    def resizeEvent(self, event: object) -> None:
        """The summary gives way first."""
        self._arrange()

    # -- within ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        swap = ToolButton(self.theme, "arrows-left-right", self.tr("Swap the two texts"), run=self.texts.swap)
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
                (self.old, swap, self.new, self.manner, None, self.merge, self.layouts, self.fold),
                self.changes,
                (self.bar, self.banners, self.views),
                self.summary,
            )
        )

    def _connect(self, session: Session) -> None:
        session.changed.connect(self._draft_changed)
        self.texts.picked.connect(self.run)
        self.manner.chosen.connect(self.run)
        self.layouts.chosen.connect(self._show_layout)
        self.changes.filtered.connect(self._filtered)
        self.list.menu_asked.connect(self._ask_menu)
        self.views.menu_asked.connect(self._ask_menu)
        self.walk.moved.connect(self._tell_present)
        accept, reject = partial(self.decide, Decision.ACCEPTED), partial(self.decide, Decision.REJECTED)
        on_letters(self, {"A": accept, "R": reject, "U": self.leave_open})
        self.bar.stepped.connect(self.step)
        self.bar.accept_asked.connect(accept)
        self.bar.reject_asked.connect(reject)
        self.bar.undo_asked.connect(self.decisions.stack.undo)
        self.bar.accept_listed_asked.connect(partial(self.decide_listed, Decision.ACCEPTED))
        self.bar.reject_listed_asked.connect(partial(self.decide_listed, Decision.REJECTED))
        self.summary.export_asked.connect(self.ask_export)
        self.summary.take_asked.connect(self.take)
        self.summary.change_asked.connect(self.show_change)
        self.decisions.stack.canUndoChanged.connect(self.bar.undo.setEnabled)
        self.decisions.changed.connect(self._tell_decided)
        self.decisions.went_back.connect(self.show_change)
        self.comparison.compared.connect(self.show_found)
        self.comparison.written.connect(self.banners.written)
        self.comparison.write_failed.connect(self.banners.failed)
        self.comparison.failed.connect(self._failed)
        self.comparison.cancelled.connect(self._cancelled)

    def _ask_merge(self) -> None:
        self.merge_asked.emit(self.new.source.path if self.new.source is not None else None)

    def _ask_menu(self, at: QPoint) -> None:
        present = self.walk.present
        if self.redline is None or not present:
            return
        can = self.deciding.can_decide(present)
        show_change_menu(
            self,
            at,
            [
                Deed(self.tr("Accept"), partial(self.decide, Decision.ACCEPTED), "A", can),
                Deed(self.tr("Reject"), partial(self.decide, Decision.REJECTED), "R", can),
                Deed(self.tr("Leave open"), self.leave_open, "U", present in self.decided),
            ],
            [
                Deed(self.tr("Next change"), partial(self.step, 1), "F7"),
                Deed(self.tr("Previous change"), partial(self.step, -1), self.tr("Shift+F7")),
                Deed(
                    self.tr("To the other place of moved text"),
                    self.views.follow_move,
                    enabled=self.views.can_follow_move,
                ),
            ],
            [Deed(self.tr("Copy"), self.views.copy, enabled=self.views.can_copy)],
        )

    def show_found(self, found: Answered, texts: Pair) -> None:
        """Show what a comparison found."""
        self.walk.begin()
        self.deciding.begin(found, texts)
        self._arrange()
        self.views.show_redline(found.redline)
        # The list of a long redline takes as long as its text: the window is drawn in between.
        self._coming = found
        self.summary.name(texts.new.title)
        QTimer.singleShot(0, self, self._list_found)

    def _list_found(self) -> None:
        found = self._coming
        if found is not None:
            self.changes.show_redline(found.redline, found.unmarked)
            QTimer.singleShot(0, self, self._sum_up_found)

    def _sum_up_found(self) -> None:
        found, self._coming = self._coming, None
        if found is None:
            return
        self.summary.show_found(found)
        self._tell_decided()
        shown = self._wanted is not None and self.walk.go_to_place(self._wanted, found.redline)
        if not shown:
            self.step(1)
        self._tell_present()
        self._tell_unmarked(len(found.unmarked))
        if self.isVisible() and (self._focus_lost or not self.views.has_focus):
            self.list.setFocus()  # while it was hidden, the keyboard had to go elsewhere
        self._focus_lost = False
        self.compared.emit()

    def _show_none(self) -> None:
        """There is nothing to decide on, until something is found."""
        self._coming = None
        self.deciding.end()
        self.walk.begin()
        self._arrange()

    def _arrange(self) -> None:
        """Where there is nothing to walk through, only what is to be chosen is in sight."""
        redline = self.redline
        anything = redline is not None and bool(redline.revisions)
        for part in (self.bar, self.layouts, self.views.map):
            part.setVisible(anything)
        self.fold.arrange(self.width(), anything=anything)

    def _show_layout(self) -> None:
        self.views.show_layout(side_by_side=self.layouts.current == SIDE_BY_SIDE)
        if self.walk.present:
            self.show_change(self.walk.present)

    def _draft_changed(self, _old: object, _new: object) -> None:
        if self.texts.live:
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
        unmarked = self.deciding.found is not None and revision.number in self.deciding.found.unmarked
        by = self.tr("without a mark") if unmarked else signature(revision)
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
        total, decided = self.deciding.total, len(self.decided)
        self.model.show_decisions(dict(self.decided))
        words = self.tr("%1, of which %2 decided") if self.redline is not None else ""
        self.changes.show_count(words.replace("%1", str(total)).replace("%2", str(decided)))
        self.summary.show_decisions(self.decided, total, can_take=self.deciding.pending > 0)

    def _filtered(self) -> None:
        self.model.show_decisions(dict(self.decided))
        self.walk.relist()
        self._tell_present()

    def _failed(self, error: object) -> None:
        self._show_none()
        self.views.show_failed()
        self.banners.failed(error)

    def _cancelled(self) -> None:
        self._stale = True
        self._show_none()
        self.views.show_failed()
        self.banners.say(self.tr("The comparison was stopped."), severity="info")
