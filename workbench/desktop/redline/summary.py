"""The right pane of the compare face: how much changed, how much is decided, how changes are marked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

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
    paint_bar,
    row,
    rule,
    section_head,
)
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.first_looks import FirstLooks
from workbench.desktop.theme import Theme

_TONES = {"inserted": "insertion", "deleted": "deletion", "moved": "move", "replaced": "ink2"}


class _Share(QWidget):
    """One kind of change: name marked as in the text, a bar, the count."""

    def __init__(self, theme: Theme, name: str, kind: str) -> None:
        super().__init__()
        self._theme, self._name, self._kind = theme, name, kind
        self._count, self._most = 0, 1
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set(self, count: int, most: int) -> None:
        self._count, self._most = count, max(1, most)
        self.setAccessibleName(f"{self._name}: {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tone = self._theme, _TONES[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(14)
        if self._kind == "inserted":
            font.setUnderline(True)
        elif self._kind == "deleted":
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, 96)
        wide = painter.fontMetrics().horizontalAdvance(name)
        painter.drawText(QRectF(0, 0, 100, 30), Qt.AlignmentFlag.AlignVCenter, name)
        if self._kind == "moved":
            for y in (23.0, 25.5):
                painter.drawLine(0, round(y), wide, round(y))
        where = QRectF(104, 12, max(20, self.width() - 104 - 40), 8)
        paint_bar(painter, theme, where, self._count / self._most, tone=tone, trough="sunken")
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.colour("ink"))
        right = QRectF(self.width() - 36, 0, 36, 30)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))
        painter.end()


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
        head = Frame("bar", row((self._title, 1), margins=(16, 0, 16, 0)), height=45)
        self._shares = {
            "inserted": _Share(theme, self.tr("Inserted"), "inserted"),
            "deleted": _Share(theme, self.tr("Deleted"), "deleted"),
            "moved": _Share(theme, self.tr("Moved"), "moved"),
            "replaced": _Share(theme, self.tr("Replaced"), "replaced"),
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
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        pad = (16, 12, 16, 14)
        inner.addWidget(
            holder(
                column(
                    section_head(theme, self.tr("Summary")),
                    *self._shares.values(),
                    self._more,
                    gap=2,
                    margins=pad,
                )
            )
        )
        self._first = FirstLooks(theme, pad)
        self._first.chosen.connect(self.change_asked)
        inner.addWidget(rule())
        inner.addWidget(self._first)
        self._first_rule = rule()
        inner.addWidget(self._first_rule)
        inner.addWidget(holder(column(decided_head, self._bar, counts, gap=8, margins=pad)))
        inner.addWidget(rule())
        inner.addWidget(self._key(theme, pad))
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self.export = Button(
            theme,
            self.tr("Export redline"),
            icon="export",
            tip=self.tr("Write the redline as Word, PDF, web page or Akoma Ntoso"),
            run=self.export_asked.emit,
        )
        self.take = Button(theme, self.tr("Take into draft"), "primary", run=self.take_asked.emit)
        foot = Frame("foot", height=57)
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(16, 0, 16, 0)
        foot_row.addWidget(self.export)
        foot_row.addStretch(1)
        foot_row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(scroll, 1)
        layout.addWidget(foot)

    def show_found(self, found: Answered, title: str) -> None:
        """Count the changes that were found, and say which weigh."""
        redline = found.redline
        self._first.show_weighty(redline, found.weighty)
        self._first_rule.setVisible(bool(found.weighty))
        self._title.set(title)
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
