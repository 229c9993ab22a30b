"""The merge face: what was sent, our text and theirs brought together, and every conflict settled in place.

It lays out the parts and keeps them in step; what was settled is kept in `decisions` and can be undone. "Keep
as draft" makes of it one step on the draft's own undo stack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.actions.merging import MergeShown
from workbench.agreement.tree import Draft, ProvisionId
from workbench.comparison.merging import Choice, Origin, Settlement
from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Segmented
from workbench.desktop.redline.changes_pane import ChangesPane
from workbench.desktop.redline.decisions import Decisions
from workbench.desktop.redline.empty_states import MergeInvitation, NothingToMerge
from workbench.desktop.redline.face_layout import laid_out
from workbench.desktop.redline.letters import on_letters
from workbench.desktop.redline.merge_pane import MergePane
from workbench.desktop.redline.merging import Merging
from workbench.desktop.redline.pane import Fold
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.redline.settlements import Settlements
from workbench.desktop.redline.settling_bar import LETTERS, SettlingBar
from workbench.desktop.redline.sources import Source
from workbench.desktop.redline.telling import Telling
from workbench.desktop.redline.three_texts import ThreeTexts
from workbench.desktop.redline.walking import Walk
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library

_CONFLICTS, _ALL = range(2)


class MergeFace(QWidget):
    """Merges any three texts."""

    kept = Signal(object, str)
    """(the merged draft, the name of that step)."""
    merged = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        session: Session,
        *,
        library: Library | None,
        earlier: Callable[[], list[Source]] = list,
    ) -> None:
        """`earlier` gives the kept versions of the draft."""
        super().__init__()
        self.theme, self._session = theme, session
        self.settlements: Settlements | None = None
        self._stale = False
        self._counts: Counter[Origin] = Counter()
        self.merging = Merging(jobs, self)
        self.decisions: Decisions[Settlement] = Decisions(self)
        self.texts = ThreeTexts(theme, session, library, earlier, self)
        kinds = [self.tr("Conflicts"), self.tr("All changes")]
        self.listed = Segmented(theme, kinds, self.tr("Changes listed"))
        self.changes = ChangesPane(theme, self._name_conflicts)
        self.model, self.list = self.changes.model, self.changes.list
        self.bar = SettlingBar(theme)
        self.question = Question(theme)
        self.banners = Telling(theme)
        self._invited = MergeInvitation(theme, ask_file=self.texts.theirs.ask_file)
        self.views = RedlineViews(theme, nothing=NothingToMerge(theme), waiting=self._invited)
        self.walk = Walk(self.model, self.list, self.views)
        self.pane = MergePane(theme)
        self.fold = Fold(theme, self.tr("Show how the merge stands"), self.changes, self.pane)
        self.setLayout(
            laid_out(
                (*self.texts.pickers, None, self.listed, self.fold),
                self.changes,
                (self.bar, self.question, self.banners, self.views),
                self.pane,
            )
        )
        self._connect()
        self._tell()

    @property
    def provision(self) -> ProvisionId | None:
        """The provision of the present change, for going back to the draft at the same place."""
        return self.views.provision

    @property
    def settled(self) -> dict[int, Settlement]:
        """How conflicts were settled, by the number of the change."""
        return self.decisions.made

    def entered(self) -> None:
        """The face has come to the front."""
        if self.settlements is None and not self.merging.running:
            self.run()
        elif self._stale:
            self._tell_stale()
        (self.list if self.settlements is not None else self.texts.theirs).setFocus()

    def merge_with(self, path: Path | None) -> None:
        """Bring a file that came back together with the draft."""
        if path is not None:
            self.texts.take_file(path)
            self.run()

    def run(self) -> None:
        """Load the three texts and merge them, once all are chosen and they are not all one."""
        if not self.texts.complete:
            return
        self.banners.clear()
        if self.texts.one:
            self.banners.say(
                self.tr("The same text is chosen three times."),
                self.tr("Choose what was sent, your text, and the text that came back."),
                severity="warning",
            )
            return
        self.merging.run(self.texts.loading(), self.texts.delegations())
        self.settlements = None
        self._stale = False
        self.views.show_waiting()
        self.views.map.show_marks(())
        self._wait(True)
        self._tell()

    def step(self, by: int) -> None:
        """The next (or previous) change listed, round and round."""
        self.walk.step(by)

    def choose(self, choice: Choice) -> None:
        """Settle the present conflict and go to the next one that is open; for other words ask first."""
        found, present = self.settlements, self.walk.present
        if found is None or not found.is_conflict(present):
            return
        if choice is not Choice.OTHER:
            self._settle(present, Settlement(choice))
        elif found.takes_other_words(present):
            self.question.ask(
                self.tr("Words that stand instead"),
                self.tr("Neither side's wording is lost: undo brings both back"),
                lambda words: self._settle(present, Settlement(Choice.OTHER, words)),
                verb=self.tr("Put in"),
                words=self.settled[present].words if present in self.settled else found.proposal(present),
            )

    def choose_for_all(self, choice: Choice) -> None:
        """Settle every conflict that is open for one side, in one step."""
        found = self.settlements
        open_ = [number for number in found.conflicts if number not in self.settled] if found else []
        if open_:
            count = len(open_)
            label = counted(self.tr("Settle %n conflict(s)", "", count), count)
            self.decisions.decide_all(open_, Settlement(choice), label)

    def draft(self) -> Draft | None:
        """The merged draft as it is settled here; what is open stays in it as alternatives."""
        return self.settlements.draft(self.settled) if self.settlements is not None else None

    def keep(self) -> None:
        """Put what came of it in the place of the draft, as one step that can be undone there.

        Where the draft has been edited since it was merged, those edits would be lost: merge again first.
        """
        if self._stale:
            self._tell_stale()
        elif self.settlements is not None:
            self.merging.settle(self.settlements, dict(self.settled))

    def _keep(self, draft: Draft) -> None:
        if self._stale:
            self._tell_stale()
        else:
            self.kept.emit(draft, self.tr("Merge the changes of both sides"))

    def save_to(self, path: Path) -> None:
        """Write what came of it to a draft file of its own."""
        draft = self.draft()
        if draft is not None:
            self.merging.write(draft, path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 walks, Ctrl+Z takes back, Escape leaves the question."""
        if self.walk.take_key(event, self.decisions.stack):
            return
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self.question.leave()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Small windows fold the pane, they do not grow."""
        return QSize(640, 300)

    def resizeEvent(self, event: object) -> None:
        """The pane gives way first."""
        self._arrange()

    # -- within ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._session.changed.connect(self._draft_changed)
        self.texts.picked.connect(self.run)
        self.listed.chosen.connect(self._list)
        self.changes.filtered.connect(self._filtered)
        self.walk.moved.connect(self._tell_present)
        self.bar.stepped.connect(self.step)
        self.bar.chosen.connect(self.choose)
        on_letters(self, {letter: partial(self.choose, choice) for letter, choice in LETTERS.items()})
        self.bar.all_chosen.connect(self.choose_for_all)
        self.bar.undo_asked.connect(self.decisions.stack.undo)
        self.question.left.connect(self.list.setFocus)
        self.pane.keep_asked.connect(self.keep)
        self.pane.save_asked.connect(self._ask_path)
        self.decisions.stack.canUndoChanged.connect(self.bar.undo.setEnabled)
        self.decisions.changed.connect(self._decided)
        self.decisions.went_back.connect(self.walk.go)
        self.merging.merged.connect(self.show_found)
        self.merging.settled.connect(self._keep)
        self.merging.written.connect(self.banners.written)
        self.merging.failed.connect(self._failed)
        self.merging.cancelled.connect(self._cancelled)

    def show_found(self, found: MergeShown) -> None:
        """Show what came of three texts."""
        made = self.settlements = Settlements(found, self.texts.delegations())
        self._wait(False)
        self.decisions.forget()
        self.walk.begin()
        self.bar.name(made.delegations)
        self._counts = Counter(found.shown.origins.values())
        self.listed.choose(_CONFLICTS if made.conflicts else _ALL)
        self._arrange()
        self.views.show_redline(made.redline, made.voices({}))
        QTimer.singleShot(0, self, self._list_found)  # the window is drawn in between

    def _list_found(self) -> None:
        if self.settlements is not None:
            self._list()
            QTimer.singleShot(0, self, self._sum_up_found)

    def _sum_up_found(self) -> None:
        found, theirs = self.settlements, self.texts.theirs.source
        if found is None:
            return
        self.pane.show_merge(theirs.title if theirs is not None else "", self._counts, found.delegations)
        self._decided()
        self.walk.step(1)
        self._tell_present()
        if self.isVisible():
            self.list.setFocus()
        self.merged.emit()

    def _arrange(self) -> None:
        """Before there is anything to show, only what is to be chosen is in sight."""
        found = self.settlements is not None
        for part in (self.bar, self.listed, self.views.map):
            part.setVisible(found)
        self.fold.arrange(self.width(), anything=found)

    def _draft_changed(self, _old: object, _new: object) -> None:
        """What is merged is the draft as it was."""
        self._stale = self._stale or (
            self.texts.live and (self.settlements is not None or self.merging.running)
        )

    def _tell_stale(self) -> None:
        self.banners.say(
            self.tr("The draft has changed since it was merged."),
            self.tr("Merge again, so that nothing of it is lost."),
            severity="warning",
            actions=[(self.tr("Merge again"), self.run)],
        )

    def _settle(self, number: int, settlement: Settlement) -> None:
        self.decisions.decide(number, settlement, self.tr("Settle a conflict"))
        found = self.settlements
        if found is not None:
            self.walk.go_on(lambda other: found.is_conflict(other) and other not in self.settled)

    def _decided(self) -> None:
        found = self.settlements
        if found is None:
            return
        places = found.changed(self.settled)
        if places:
            self.views.change_rows(places, found.row, found.voices(self.settled))
        self.model.show_decisions(dict(self.settled))
        self.pane.show_settled(len(self.settled), len(found.conflicts))
        self._tell()
        self._tell_present()

    def _tell(self) -> None:
        found = self.settlements
        self._arrange()
        if found is None:
            self.changes.show_count("")
            self.bar.show_conflict("", "", one=False, other=False, still_open=0)
            return
        conflicts, settled = len(found.conflicts), len(self.settled)
        words = counted(self.tr("%n conflict(s)", "", conflicts), conflicts)
        self.changes.show_count(f"{words}, {self.tr('%1 settled').replace('%1', str(settled))}")

    def _tell_present(self) -> None:
        found, present = self.settlements, self.walk.present
        if found is None:
            return
        here, count = self.walk.position()
        still_open = len(found.conflicts) - len(self.settled)
        conflict = found.conflict(present)
        self.pane.show_conflict(conflict, self.settled.get(present))
        if not here:
            self.bar.show_conflict("", "", one=False, other=False, still_open=still_open)
            return
        revision = found.redline.revision(present)
        only = self.listed.current == _CONFLICTS
        said = self.tr("Conflict %1 of %2") if only else self.tr("Change %1 of %2")
        where = revision.label if conflict is not None else f"{revision.label} · {revision.author}"
        self.bar.show_conflict(
            said.replace("%1", str(here)).replace("%2", str(count)),
            where,
            one=conflict is not None,
            other=found.takes_other_words(present),
            still_open=still_open,
        )

    def _list(self, _index: int = 0) -> None:
        found = self.settlements
        if found is not None:
            self.changes.show_redline(
                found.redline,
                frozenset(found.conflicts),
                voices=found.voices({}),
                only_set_apart=self.listed.current == _CONFLICTS,
            )

    def _filtered(self) -> None:
        self.model.show_decisions(dict(self.settled))
        self.walk.relist()
        self._tell_present()

    def _name_conflicts(self, count: int) -> str:
        return self.tr("Only conflicts (%1)").replace("%1", str(count))

    def _ask_path(self) -> None:
        known = self._session.path
        suggested = known.with_name(f"{known.stem}-merged.xml") if known else Path.home() / "merged.xml"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the merged text"), str(suggested), self.tr("Drafts (*.xml)")
        )
        if chosen:
            self.save_to(Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.xml"))

    def _wait(self, on: bool) -> None:
        """While texts are merged the invitation gives way to a banner that can stop it."""
        self._invited.setVisible(not on)
        if on:
            self.banners.say(
                self.tr("Merging the three texts."),
                self.tr("The draft stays as it is until you keep the result."),
                severity="info",
                actions=[(self.tr("Cancel"), self.merging.cancel)],
            )
        else:
            self.banners.clear()

    def _failed(self, error: object) -> None:
        self._wait(False)
        self.banners.failed(error)

    def _cancelled(self) -> None:
        self._wait(False)
        self.banners.say(self.tr("The merge was stopped."), self.tr("Nothing was changed."), severity="info")
