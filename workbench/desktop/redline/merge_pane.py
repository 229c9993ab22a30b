"""The right pane of a merge: what came of it, how far it is settled, and the present conflict in full."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.comparison.merging import Choice, Conflict, Delegations, Origin, Settlement
from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.snippet import Snippet
from workbench.desktop.kit import (
    Bar,
    Button,
    Frame,
    Icon,
    Label,
    clear,
    column,
    holder,
    paint_badge,
    row,
    rule,
    section_head,
)
from workbench.desktop.redline.pane import Share, pane
from workbench.desktop.theme import SERIF, Theme

_PAD = (16, 12, 16, 14)


class MergePane(Frame):
    """Says how the merge stands; its foot leads on."""

    save_asked = Signal()
    keep_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane-right", width=320)
        self._theme = theme
        self._names = Delegations()
        self._title = Label(theme, "", 14, 600, elide=True)
        self._shares = {
            Origin.OURS: Share(theme, "", "delegation_a", Deco.INSERTION),
            Origin.THEIRS: Share(theme, "", "delegation_b", Deco.INSERTION),
            Origin.BOTH: Share(theme, self.tr("Both alike"), "ink2", None),
            Origin.DISPUTED: Share(theme, self.tr("Conflicts"), "brass", None),
        }
        self._present: tuple[Conflict | None, Settlement | None] = (None, None)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_present)
        self._settled = Label(theme, "", 13, tone="ink3")
        self._bar = Bar(theme, 0.0, width=0, height=6, tone="green")
        self._conflict = QVBoxLayout()
        self._conflict.setSpacing(12)
        self._key = QVBoxLayout()
        self._key.setSpacing(8)
        counts = column(section_head(theme, self.tr("Summary")), *self._shares.values(), gap=2, margins=_PAD)
        key_head = section_head(theme, self.tr("How changes are marked"))
        head = holder(row(Label(theme, self.tr("Settled"), 13, 600, "ink2"), None, self._settled))
        self.save = Button(
            theme,
            self.tr("Save as file"),
            icon="floppy-disk",
            tip=self.tr("Write the merged text to a draft file of its own"),
            run=self.save_asked.emit,
        )
        self.keep = Button(
            theme,
            self.tr("Keep as draft"),
            "primary",
            tip=self.tr("Put the merged text in the place of the draft; one step that can be undone"),
            run=self.keep_asked.emit,
        )
        self.setLayout(
            pane(
                self._title,
                (
                    holder(counts),
                    rule(),
                    holder(column(head, self._bar, gap=8, margins=_PAD)),
                    rule(),
                    holder(column(self._conflict, margins=_PAD)),
                    rule(),
                    holder(column(key_head, self._key, gap=8, margins=_PAD)),
                ),
                (self.save, self.keep),
            )
        )
        self.show_conflict(None, None)

    def show_merge(self, title: str, counts: Mapping[Origin, int], delegations: Delegations) -> None:
        """Count what either side changed."""
        self._names = delegations
        self._title.set(title)
        self._shares[Origin.OURS].name(delegations.ours)
        self._shares[Origin.THEIRS].name(delegations.theirs)
        most = max(counts.values(), default=1)
        for origin, share in self._shares.items():
            share.set(counts.get(origin, 0), most)
        self._show_key()

    def show_settled(self, settled: int, total: int) -> None:
        """Show how far the conflicts are settled."""
        self._settled.set(self.tr("%1 of %2").replace("%1", str(settled)).replace("%2", str(total)))
        self._bar.set(settled / total if total else 1.0)

    def show_conflict(self, conflict: Conflict | None, settlement: Settlement | None) -> None:
        """Show what was sent and what either side says there, and whose wording stands."""
        self._present = conflict, settlement
        self._later.start()  # to settle one and go to the next is one change of the pane

    def _show_present(self) -> None:
        conflict, settlement = self._present
        clear(self._conflict)
        if conflict is None:
            self._conflict.addWidget(section_head(self._theme, self.tr("Conflict")))
            self._conflict.addWidget(
                Label(self._theme, self.tr("Go to one with F7."), 13, tone="ink3", wrap=True)
            )
            return
        self._conflict.addWidget(section_head(self._theme, self.tr("Conflict")))
        choice = settlement.choice if settlement is not None else None
        both = choice is Choice.BOTH
        names = self._names
        self._say(self.tr("As sent"), "", conflict.before, stands=False)
        self._say(names.ours, "a", conflict.ours, stands=both or choice is Choice.OURS)
        self._say(names.theirs, "b", conflict.theirs, stands=both or choice is Choice.THEIRS)
        if settlement is not None and choice is Choice.OTHER:
            self._say(self.tr("Your words"), "", settlement.words, stands=True)

    def _say(self, who: str, slot: str, words: str, *, stands: bool) -> None:
        theme = self._theme
        name = Label(theme, who, 13, 600, "ink2")
        head = row(Badge(theme, who, slot) if slot else name, None, gap=6)
        if stands:
            head.addWidget(Icon(theme, "check-circle", "green", 16, "fill"))
            head.addWidget(Label(theme, self.tr("stands"), 13, tone="green"))
        shown = words or (self.tr("taken out") if slot else self.tr("nothing"))
        said = Label(theme, shown, 15, tone="ink" if words else "ink3", family=SERIF, wrap=True)
        self._conflict.addWidget(holder(column(head, said, gap=4)))

    def _show_key(self) -> None:
        clear(self._key)
        names = self._names
        lines: tuple[tuple[str, Deco, str, str], ...] = (
            (names.ours, Deco.INSERTION, "a", self.tr(" put in, whole underline.")),
            (names.theirs, Deco.INSERTION, "b", self.tr(" put in, dashed underline.")),
            (self.tr("Words"), Deco.DELETION, "a", self.tr(" taken out, in that side's colour.")),
            (self.tr("Words"), Deco.INSERTION, "", self.tr(" put in by both alike.")),
        )
        for words, deco, slot, rest in lines:
            self._key.addWidget(Snippet(self._theme, [(words, deco), (rest, None)], px=15, slot=slot))


class Badge(QWidget):
    """A delegation's initials beside other words."""

    def __init__(self, theme: Theme, initials: str, slot: str) -> None:
        super().__init__()
        self._theme, self._initials, self._slot = theme, initials[:3].upper(), slot
        self.setFixedSize(QSize(26, 18))
        self.setAccessibleName(initials)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        paint_badge(painter, self._theme, QRectF(self.rect()), self._initials, self._slot)
        painter.end()
