"""The right pane of the compare face: how much changed, how much is decided, how changes are marked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.actions.answers import Answered
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.runs import Deco
from workbench.desktop.editor.snippet import Snippet
from workbench.desktop.kit import (
    Bar,
    Button,
    Frame,
    Icon,
    Label,
    column,
    holder,
    row,
    rule,
    section_head,
)
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.first_looks import FirstLooks
from workbench.desktop.redline.pane import Share, pane
from workbench.desktop.theme import Theme


class SummaryPane(Frame):
    """Says what was found; its foot leads on."""

    export_asked = Signal()
    take_asked = Signal()
    change_asked = Signal(int)
    """The number of a change to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane-right", width=320)
        self._theme = theme
        self._title = Label(theme, "", 14, 600, elide=True)
        self._shares = {
            "inserted": Share(theme, self.tr("Inserted"), "insertion", Deco.INSERTION),
            "deleted": Share(theme, self.tr("Deleted"), "deletion", Deco.DELETION),
            "moved": Share(theme, self.tr("Moved"), "move", Deco.MOVED_HERE),
            "replaced": Share(theme, self.tr("Replaced"), "ink2", None),
        }
        self._more = Label(theme, "", 13, tone="ink3", wrap=True)
        self._decided = Label(theme, "", 13, tone="ink3")
        self._bar = Bar(theme, 0.0, width=0, height=6, tone="green")
        self._accepted = Label(theme, "", 13, tone="ink2")
        self._rejected = Label(theme, "", 13, tone="ink2")
        decided_head = holder(row(Label(theme, self.tr("Decided"), 13, 600, "ink2"), None, self._decided))
        counts = holder(
            row(
                Icon(theme, "check-circle", "green", 16, "fill"),
                self._accepted,
                8,
                Icon(theme, "x-circle", "ink2", 16, "fill"),
                self._rejected,
                None,
                gap=6,
            )
        )
        pad = (16, 12, 16, 14)
        shares = column(
            section_head(theme, self.tr("Summary")),
            *self._shares.values(),
            self._more,
            gap=2,
            margins=pad,
        )
        self._first = FirstLooks(theme, pad)
        self._first.chosen.connect(self.change_asked)
        self._first_rule = rule()
        decided = column(decided_head, self._bar, counts, gap=8, margins=pad)
        self.export = Button(
            theme,
            self.tr("Export redline"),
            icon="export",
            tip=self.tr("Write the redline as Word, PDF, web page or Akoma Ntoso"),
            run=self.export_asked.emit,
        )
        self.take = Button(
            theme,
            self.tr("Take into draft"),
            "primary",
            tip=self.tr("Make the decisions part of the draft, where it is one of the two texts"),
            run=self.take_asked.emit,
        )
        key = self._key(theme, pad)
        sections = (holder(shares), rule(), self._first, self._first_rule, holder(decided), rule(), key)
        self.setLayout(pane(self._title, sections, (self.export, self.take)))

    def name(self, title: str) -> None:
        """Say which text this is about."""
        self._title.set(title)

    def show_found(self, found: Answered) -> None:
        """Count the changes that were found, and say which weigh."""
        redline = found.redline
        self._first.show_weighty(redline, found.weighty)
        self._first_rule.setVisible(bool(found.weighty))
        counts = dict.fromkeys(self._shares, 0)
        others: dict[RevisionKind, int] = {}
        for revision in redline.revisions:
            kind = revision.kind
            if kind is RevisionKind.REPLACED and not revision.old:
                counts["inserted"] += 1
            elif kind is RevisionKind.REPLACED and not revision.new:
                counts["deleted"] += 1
            elif kind.value in counts:
                counts[kind.value] += 1
            else:
                others[kind] = others.get(kind, 0) + 1
        most = max(counts.values(), default=1)
        for name, share in self._shares.items():
            share.set(counts[name], most)
        names = {
            RevisionKind.SPLIT: self.tr("split"),
            RevisionKind.MERGED: self.tr("merged"),
            RevisionKind.RENUMBERED: self.tr("renumbered"),
        }
        more = [f"{count} {names[kind]}" for kind, count in others.items()]
        more.append(self.tr("%n unchanged", "", redline.summary.unchanged))
        self._more.set(" · ".join(more))
        self.export.setEnabled(bool(redline.revisions))

    def show_decisions(self, decided: Mapping[int, Decision], total: int, *, can_take: bool) -> None:
        """Show how far the decisions are."""
        accepted = sum(d is Decision.ACCEPTED for d in decided.values())
        rejected = len(decided) - accepted
        of = self.tr("%1 of %2").replace("%1", str(len(decided))).replace("%2", str(total))
        self._decided.set(of)
        self._bar.set(len(decided) / total if total else 0.0)
        self._accepted.set(self.tr("%n accepted", "", accepted))
        self._rejected.set(self.tr("%n rejected", "", rejected))
        self.take.setEnabled(can_take and bool(decided))
        self.export.setEnabled(total > 0)

    def _key(self, theme: Theme, pad: tuple[int, int, int, int]) -> QWidget:
        lines = (
            (self.tr("Inserted text"), Deco.INSERTION, self.tr(" is underlined.")),
            (self.tr("Deleted text"), Deco.DELETION, self.tr(" is struck through.")),
            (self.tr("Moved text"), Deco.MOVED_HERE, self.tr(" is double-underlined.")),
        )
        shown = [Snippet(theme, [(words, deco), (rest, None)], px=15) for words, deco, rest in lines]
        return holder(
            column(section_head(theme, self.tr("How changes are marked")), *shown, gap=8, margins=pad)
        )
