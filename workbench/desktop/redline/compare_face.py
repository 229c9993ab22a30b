"""The compare face: two texts, every difference between them, and what the drafter decides on each.

The comparison runs in a process of its own. Decisions can be undone one by one; "Take into draft" makes of
them one step on the draft's own undo stack.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions.answers import Answered
from workbench.actions.comparing import RedlineForm
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import ProvisionId
from workbench.comparison.redline import Redline
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner, Banners, Frame, Segmented, ToolButton
from workbench.desktop.redline.asking import Asking
from workbench.desktop.redline.changes import Decision, signature
from workbench.desktop.redline.changes_pane import ChangesPane
from workbench.desktop.redline.comparison import Comparison
from workbench.desktop.redline.deciding_bar import DecidingBar
from workbench.desktop.redline.decisions import Decisions
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.redline.sources import Source, SourcePicker, of_file
from workbench.desktop.redline.summary import SummaryPane
from workbench.desktop.redline.taking import taken
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library

_NARROW = 1180


class CompareFace(QWidget):
    """Compares any two texts."""

    taken = Signal(object, str)
    """(the draft after the decisions, the name of that step)."""
    compared = Signal()

    def __init__(
        self, theme: Theme, jobs: Jobs, session: Session, *, library: Library | None, author: str
    ) -> None:
        super().__init__()
        self.theme, self._session, self._author = theme, session, author
        self.found: Answered | None = None
        self.comparison = Comparison(jobs, self)
        self.decisions = Decisions(self)
        self._present = 0
        self._stale = True
        self._live_of_redline: tuple[bool, bool] = (False, True)
        self._wanted: ProvisionId | None = None
        self.old = SourcePicker(theme, self.tr("Old text"), self._offers, library)
        self.new = SourcePicker(theme, self.tr("New text"), self._offers, library)
        self.layouts = Segmented(theme, [self.tr("Inline"), self.tr("Side by side")], self.tr("Layout"))
        self.changes = ChangesPane(theme)
        self.model, self.list = self.changes.model, self.changes.list
        self.bar = DecidingBar(theme)
        self.views = RedlineViews(theme)
        self.summary = SummaryPane(theme)
        self.banners = Banners(theme)
        self.banners.setContentsMargins(16, 8, 16, 8)
        self._asking = Asking(self, lambda: session.path, self.export_to, self.export_answer_to)
        self._build()
        self._connect()
        now, saved = self._offers()
        self.old.show_source(saved)
        self.new.show_source(now)

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
        elif provision is not None:
            self._show_place(provision)
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
        numbers = self.model.revisions()
        if not numbers:
            return
        if self._present in numbers:
            self.show_change(numbers[(numbers.index(self._present) + by) % len(numbers)])
        else:
            self.show_change(numbers[0 if by > 0 else -1])

    def show_change(self, number: int) -> None:
        """Make a change the present one."""
        if self.redline is None:
            return
        self._present = number
        self.list.show_revision(number)
        self.views.show_change(number)
        self._tell_present()

    def decide(self, decision: Decision) -> None:
        """Accept or reject the present change, and go to the next undecided one."""
        if self.redline is None or not self._present:
            return
        revision = self.redline.revision(self._present)
        if revision.kind is RevisionKind.RENUMBERED:
            self.step(1)
            return
        self.decisions.decide(self._present, decision)
        numbers = self.model.revisions()
        here = numbers.index(self._present) if self._present in numbers else -1
        order = [*numbers[here + 1 :], *numbers[: here + 1]]
        following = next((n for n in order if n not in self.decided), None)
        if following is not None:
            self.show_change(following)

    def take(self) -> None:
        """Make the decisions part of the draft, as one step that can be undone there."""
        if self.redline is None or not self.decided or not any(self._live_of_redline):
            return
        agreement = taken(self.redline, self.decided, draft_is_old=self._live_of_redline[0])
        count = len(self.decided)
        self._stale = True
        self.taken.emit(agreement, counted(self.tr("Take %n change(s) into the draft", "", count), count))
        self.run()

    def decide_listed(self, decision: Decision) -> None:
        """Accept or reject every change that is listed, in one step."""
        redline = self.redline
        if redline is None:
            return
        listed = [
            number
            for number in self.model.revisions()
            if redline.revision(number).kind is not RevisionKind.RENUMBERED
        ]
        if listed:
            self.decisions.decide_all(listed, decision)

    def export_to(self, path: Path, form: RedlineForm = RedlineForm.REVISIONS, summary: bool = False) -> None:
        """Write the redline, with the author's name and the present time on every change."""
        if self.redline is not None:
            self.comparison.write(self.redline, path, self._author, form=form, summary=summary)

    def export_answer_to(self, path: Path) -> None:
        """Write the file that came back, with its tracked changes accepted and rejected as decided here."""
        answer = self.new.source.path if self.new.source else None
        if answer is None or self.found is None:
            return
        accepted, rejected = (
            [
                change
                for number, made in self.decided.items()
                if made is decision
                for change in self.found.tracked.get(number, ())
            ]
            for decision in (Decision.ACCEPTED, Decision.REJECTED)
        )
        self.comparison.write_answer(answer, path, accepted=accepted, rejected=rejected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes back the last decision here."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.decisions.stack.undo()
        elif event.key() == Qt.Key.Key_F7:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_A and not event.modifiers():
            self.decide(Decision.ACCEPTED)
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.decide(Decision.REJECTED)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Small windows fold the summary, they do not grow."""
        return QSize(640, 300)

    def resizeEvent(self, event: object) -> None:
        """The summary gives way first."""
        self.summary.setVisible(self.width() >= _NARROW - 100)

    # -- within ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        swap = ToolButton(self.theme, "arrows-left-right", self.tr("Swap the two texts"), run=self._swap)
        top = Frame("bar", height=61)
        top_row = QHBoxLayout(top)
        top_row.setContentsMargins(16, 8, 16, 8)
        top_row.setSpacing(8)
        for part in (self.old, swap, self.new):
            top_row.addWidget(part)
        top_row.addStretch(1)
        top_row.addWidget(self.layouts)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.banners)
        middle.addWidget(self.views, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.changes)
        below.addLayout(middle, 1)
        below.addWidget(self.summary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self._session.changed.connect(self._draft_changed)
        self.old.picked.connect(lambda _source: self.run())
        self.new.picked.connect(lambda _source: self.run())
        self.layouts.chosen.connect(lambda _index: self._show_layout())
        self.list.chosen.connect(self.show_change)
        self.changes.filtered.connect(self._filtered)
        self.bar.stepped.connect(self.step)
        self.bar.accept_asked.connect(lambda: self.decide(Decision.ACCEPTED))
        self.bar.reject_asked.connect(lambda: self.decide(Decision.REJECTED))
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
        self.comparison.written.connect(self._exported)
        self.comparison.failed.connect(self._failed)
        self.views.revision_clicked.connect(self.show_change)
        self.views.moved_shown.connect(self._moved_shown)

    def _offers(self) -> list[Source]:
        session = self._session
        name = session.path.name if session.path else self.tr("not saved yet")
        return [
            Source(self.tr("The draft now"), self.tr("on the desk"), lambda: session.agreement, live=True),
            Source(self.tr("As last saved"), name, lambda: session.saved_draft.agreement),
        ]

    def show_found(self, found: Answered, live: tuple[bool, bool]) -> None:
        """Show what a comparison found; `live` tells which of the texts is the draft on the desk."""
        self.found = found
        self._live_of_redline = live
        self.decisions.forget()
        self._present = 0
        self.changes.show_found(found)
        title = self.new.source.title if self.new.source else ""
        self.summary.show_found(found, title)
        self.views.show_redline(found.redline)
        self._tell_decided()
        shown = self._wanted is not None and self._show_place(self._wanted)
        if not shown and self.model.revisions():
            self.step(1)
        self._tell_present()
        self._tell_unmarked(len(found.unmarked))
        self.compared.emit()

    def _show_layout(self) -> None:
        self.views.show_layout(side_by_side=self.layouts.current == 1)
        if self._present:
            self.show_change(self._present)

    def _moved_shown(self, number: int) -> None:
        self._present = number
        self.list.show_revision(number)
        self._tell_present()

    def _show_place(self, provision: ProvisionId) -> bool:
        """Go to the first change in or after a provision."""
        if self.redline is None:
            return False
        numbers = set(self.model.revisions())
        passed = False
        for line in self.redline.rows:
            here = provision in (line.old.id if line.old else None, line.new.id if line.new else None)
            passed = passed or here
            if passed:
                found = next((n for n in line.revisions if n in numbers), None)
                if found is not None:
                    self.show_change(found)
                    return True
        return False

    def _draft_changed(self, _old: object, _new: object) -> None:
        live = [picker.source is not None and picker.source.live for picker in (self.old, self.new)]
        if any(live):
            self._stale = True
            if self.isVisible():
                self.run()

    def _tell_present(self) -> None:
        numbers = self.model.revisions()
        if self.redline is None or self._present not in numbers:
            listed = counted(self.tr("%n change(s)", "", len(numbers)), len(numbers))
            self.bar.show_change(listed, "", one=False, listed=len(numbers))
            return
        position = self.tr("Change %1 of %2").replace("%1", str(numbers.index(self._present) + 1))
        revision = self.redline.revision(self._present)
        where = f"{self.model.title_of(revision)}, {revision.label}"
        by = signature(revision)
        self.bar.show_change(
            position.replace("%2", str(len(numbers))),
            f"{where} · {by}" if by else where,
            one=revision.kind is not RevisionKind.RENUMBERED,
            listed=len(numbers),
        )

    def _tell_unmarked(self, count: int) -> None:
        if not count:
            return
        fact = counted(self.tr("%n change(s) made without a mark in their file.", "", count), count)
        rest = self.tr("They show only because the text was compared with what was sent.")
        self.banners.show_banner(
            Banner(
                self.theme,
                fact,
                rest,
                severity="warning",
                actions=[(self.tr("Show only these"), self._show_unmarked)],
                close_name=self.tr("Close"),
            )
        )

    def _show_unmarked(self) -> None:
        self.changes.use(Filter(unmarked_only=not self.changes.filter.unmarked_only))
        if self._present not in self.model.revisions():
            self.step(1)

    def _tell_decided(self) -> None:
        total = sum(
            revision.kind is not RevisionKind.RENUMBERED
            for revision in (self.redline.revisions if self.redline else ())
        )
        self.model.show_decisions(dict(self.decided))
        self.changes.show_count(total, len(self.decided))
        self.summary.show_decisions(self.decided, total, can_take=any(self._live_of_redline))

    def _swap(self) -> None:
        old, new = self.old.source, self.new.source
        if old is not None and new is not None:
            self.old.show_source(new)
            self.new.show_source(old)
            self.run()

    def _filtered(self) -> None:
        self.model.show_decisions(dict(self.decided))
        if self._present:
            self.list.show_revision(self._present)
        self._tell_present()

    def _export(self) -> None:
        returned = self.new.source.path if self.new.source and self.found and self.found.tracked else None
        self._asking.at(self.summary.export, returned, decided=bool(self.decided))

    def _exported(self, path: object) -> None:
        if isinstance(path, Path):
            self.banners.clear()
            self.banners.show_banner(
                Banner(
                    self.theme,
                    self.tr("Written: %1").replace("%1", path.name),
                    severity="success",
                    close_name=self.tr("Close"),
                )
            )

    def _failed(self, error: object) -> None:
        said = error.sentence if isinstance(error, WorkbenchError) else str(error)
        self.banners.clear()
        self.banners.show_banner(
            Banner(
                self.theme,
                self.tr("That did not work."),
                said[:1].upper() + said[1:] + ("" if said.endswith(".") else "."),
                severity="error",
                close_name=self.tr("Close"),
            )
        )
        self.views.show_nothing()
