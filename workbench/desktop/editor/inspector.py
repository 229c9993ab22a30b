"""The inspector: of the provision at the caret, what it is, where it comes from, and what to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.agreement.findings import Finding, Severity
from workbench.agreement.text import Comment, Footnote, Mark
from workbench.agreement.tree import BASIC, Draft, Kind, Provenance, Provision, ProvisionId
from workbench.desktop.editor.fill_in import FillIn
from workbench.desktop.editor.live_findings import dismissal_key
from workbench.desktop.editor.saying import said_finding, said_fix
from workbench.desktop.editor.settling import lacking, lacks_clause
from workbench.desktop.editor.snippet import Snippet, changes_runs
from workbench.desktop.kit import (
    Button,
    Frame,
    Icon,
    Label,
    Tag,
    ToolButton,
    clear,
    column,
    holder,
    row,
    rule,
    section_head,
)
from workbench.desktop.theme import SERIF, Theme

_DELAY = 120
_LOOKS = {
    Severity.ERROR: ("x-circle", "red"),
    Severity.WARNING: ("warning", "brass_line"),
    Severity.INFO: ("info", "accent"),
}
_MOST = 8
_TYPED = (*BASIC, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT, Kind.RECITAL)
"""Kinds of provision that are clauses and so can be given a type."""


class Inspector(Frame):
    """The right pane. It is filled a moment after the caret has come to rest."""

    folded = Signal()
    source_asked = Signal(object)
    dismissed = Signal(object)
    """A finding that is to be set aside."""
    taken_back = Signal(object)
    fix_asked = Signal(object)
    clause_asked = Signal(str)
    comment_removed = Signal(object)
    decided = Signal(object, bool)
    """(the `ProvisionId` of an optional provision, whether it stays)."""
    alternatives_asked = Signal(str)
    put_back_asked = Signal(str)
    """A clause type that another clause rests on."""
    footnote_asked = Signal(object, bool)
    """(the `Mark` of a footnote, whether it is to be taken away; else other words are wanted)."""
    types_asked = Signal()

    def __init__(self, theme: Theme, type_name: Callable[[str], str]) -> None:
        super().__init__("pane-right", width=320)
        self._theme, self._type_name = theme, type_name
        self._title = Label(theme, "", 14, 600, elide=True)
        head = Frame("bar", height=45)
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(16, 0, 8, 0)
        head_row.addWidget(self._title, 1)
        fold = ToolButton(theme, "sidebar-simple", self.tr("Fold the inspector away"), run=self.folded.emit)
        head_row.addWidget(fold)
        self.fill_in = FillIn(theme)
        self._above = QVBoxLayout()
        self._above.setSpacing(0)
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self._above)
        inner.addWidget(self.fill_in)
        inner.addLayout(self._below)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(scroll, 1)
        self._draft: Callable[[], Draft] | None = None
        self._provision: ProvisionId | None = None
        self._label = ""
        self._findings: Sequence[Finding] = ()
        self._shown: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY)
        self._later.timeout.connect(self.refresh)

    def show_provision(
        self,
        draft: Callable[[], Draft],
        provision: ProvisionId | None,
        label: str,
        findings: Sequence[Finding],
    ) -> None:
        """Show a provision soon."""
        self._draft, self._provision, self._label, self._findings = draft, provision, label, findings
        self._title.set(label)
        self._later.start()

    def refresh(self) -> None:
        """Show it now."""
        self._later.stop()
        if self._draft is None or not self.isVisible():
            return
        draft = self._draft()
        unit = draft.agreement.find(self._provision) if self._provision is not None else None
        here = [f for f in self._findings if f.provision == self._provision]
        own = tuple(f for f in here if dismissal_key(f) not in draft.dismissed)
        aside = tuple(
            (f, draft.dismissed[dismissal_key(f)]) for f in here if dismissal_key(f) in draft.dismissed
        )
        self.fill_in.show_draft(self._draft, self._provision)
        shown = (
            unit.id if unit else None,
            unit.types if unit else (),
            unit.provenance if unit else None,
            unit.note if unit else "",
            (unit.optional, unit.choice) if unit else (),
            _comments(unit),
            _footnotes(unit),
            own,
            aside,
        )
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._above)
        clear(self._below)
        if unit is None:
            return
        if unit.types or unit.kind in _TYPED:
            self._add(self._above, self._types(unit))
        if unit.optional or unit.choice:
            self._add(self._above, self._open_choices(unit))
        if unit.provenance is not None:
            self._add(self._above, self._provenance(unit.provenance))
        self._below.addWidget(rule())
        self._add(self._below, self._checks(own, aside))
        if _comments(unit):
            self._add(self._below, self._comments(unit))
        if _footnotes(unit):
            self._add(self._below, self._notes(unit))
        if unit.note:
            self._add(self._below, self._note(unit.note))

    def _add(self, layout: QVBoxLayout, section: QWidget) -> None:
        layout.addWidget(section)
        layout.addWidget(rule())

    def _types(self, unit: Provision) -> QWidget:
        theme = self._theme
        tags = [
            row(Tag(theme, self._type_name(key), "accent", icon="tree-structure", height=24, px=13), None)
            for key in unit.types[:3]
        ]
        change = Button(
            theme,
            self.tr("Change") if unit.types else self.tr("Choose"),
            "link",
            tip=self.tr("Say what kind of clause this is"),
            run=self.types_asked.emit,
        )
        if tags:
            tags[0].addWidget(change)
        else:
            tags = [row(Label(theme, self.tr("None yet"), 13, tone="ink3"), None, change)]
        return holder(
            column(section_head(theme, self.tr("Clause type")), *tags, gap=8, margins=(16, 12, 16, 12))
        )

    def _open_choices(self, unit: Provision) -> QWidget:
        """What the template leaves to the drafter here."""
        theme = self._theme
        parts: list[QWidget] = [section_head(theme, self.tr("From the template"))]
        if unit.optional:
            words = Label(theme, self.tr("This provision is optional."), 13, tone="ink2", wrap=True)
            keep = Button(theme, self.tr("Keep it"), "link", run=partial(self.decided.emit, unit.id, True))
            leave = Button(
                theme, self.tr("Leave it out"), "link", run=partial(self.decided.emit, unit.id, False)
            )
            parts.append(holder(column(words, row(keep, leave, None, gap=8), gap=2)))
        if unit.choice:
            words = Label(theme, self.tr("The template has other wordings."), 13, tone="ink2", wrap=True)
            other = Button(
                theme,
                self.tr("Choose another…"),
                "link",
                run=partial(self.alternatives_asked.emit, unit.choice),
            )
            parts.append(holder(column(words, row(other, None), gap=2)))
        return holder(column(*parts, gap=8, margins=(16, 12, 16, 12)))

    def _provenance(self, where: Provenance) -> QWidget:
        theme = self._theme
        parts: list[QWidget] = [
            section_head(theme, self.tr("Provenance")),
            holder(
                column(
                    Label(theme, where.agreement, 14, 600, family=SERIF, wrap=True),
                    Label(theme, f"{where.locator} · {where.file}", 13, tone="ink2", wrap=True),
                    gap=2,
                )
            ),
        ]
        if where.changes:
            shown = Snippet(theme, changes_runs(where.changes[:_MOST]))
            words = Label(theme, self.tr("Adapted when inserted"), 13, 600, "ink2")
            parts.append(Frame("well", column(words, shown, gap=4, margins=(12, 8, 12, 10))))
        else:
            parts.append(Label(theme, self.tr("As printed; nothing was adapted."), 13, tone="ink3"))
        source = Button(
            theme,
            self.tr("Open source"),
            "link",
            icon="folder-open",
            run=lambda: self.source_asked.emit(where),
        )
        parts.append(holder(row(source, None)))
        return holder(column(*parts, gap=8, margins=(16, 12, 16, 12)))

    def _checks(self, found: Sequence[Finding], aside: Sequence[tuple[Finding, str]]) -> QWidget:
        theme = self._theme
        parts: list[QWidget] = [
            section_head(theme, self.tr("Checks"), count=str(len(found)) if found else "")
        ]
        for finding in found[:_MOST]:
            icon, tone = _LOOKS[finding.severity]
            words = Label(theme, said_finding(finding), 13, tone="ink", wrap=True)
            away = Button(theme, self.tr("Not an issue…"), "link", run=partial(self.dismissed.emit, finding))
            deeds = [
                holder(row(Button(theme, said_fix(fix), "link", run=partial(self.fix_asked.emit, fix)), None))
                for fix in finding.fixes
            ]
            if lacks_clause(finding):
                look = Button(theme, self.tr("Look for a clause"), "link")
                look.clicked.connect(partial(self._look, lacking(finding)))
                deeds.append(holder(row(look, None)))
            if finding.code == "template.needs-another":
                wanted = lacking(finding)
                back = Button(
                    theme, self.tr("Put it back"), "link", run=partial(self.put_back_asked.emit, wanted)
                )
                deeds.append(holder(row(back, None)))
            body = column(words, *deeds, row(away, None), gap=2)
            line = row(holder(column(2, Icon(theme, icon, tone, 18, "fill"), None, gap=0)), gap=10)
            line.addLayout(body, 1)
            parts.append(holder(line))
        for finding, reason in aside[:_MOST]:
            said = Label(theme, said_finding(finding), 13, tone="ink3", wrap=True)
            why = Label(theme, self.tr("Set aside: %1").replace("%1", reason), 13, tone="ink2", wrap=True)
            back = Button(theme, self.tr("Take back"), "link", run=partial(self.taken_back.emit, finding))
            parts.append(holder(column(said, why, row(back, None), gap=2, margins=(28, 0, 0, 0))))
        if not found:
            parts.append(
                holder(
                    row(
                        Icon(theme, "check-circle", "green", 16, "fill"),
                        Label(theme, self.tr("Nothing to query here."), 13, tone="ink2"),
                        None,
                        gap=8,
                    )
                )
            )
        return holder(column(*parts, gap=8, margins=(16, 12, 16, 12)))

    def _look(self, wanted: str, _checked: bool = False) -> None:
        self.clause_asked.emit(wanted)

    def _comments(self, unit: Provision) -> QWidget:
        theme = self._theme
        remarks = _comments(unit)
        parts: list[QWidget] = [
            section_head(theme, self.tr("Comments"), count=self.tr("internal, never exported"))
        ]
        for remark in remarks:
            day = remark.day.isoformat() if remark.day else ""
            meta = " · ".join(part for part in (remark.author, day) if part)
            done = Button(theme, self.tr("Remove"), "link", run=partial(self.comment_removed.emit, remark))
            words = column(
                Label(theme, remark.text, 14, wrap=True),
                row(Label(theme, meta, 13, tone="ink3"), None, done),
                gap=2,
            )
            parts.append(holder(words))
        return holder(column(*parts, gap=8, margins=(16, 12, 16, 12)))

    def _notes(self, unit: Provision) -> QWidget:
        theme = self._theme
        parts: list[QWidget] = [section_head(theme, self.tr("Footnotes"))]
        for mark in _footnotes(unit):
            assert isinstance(mark.value, Footnote)
            change = Button(
                theme, self.tr("Change"), "link", run=partial(self.footnote_asked.emit, mark, False)
            )
            away = Button(theme, self.tr("Remove"), "link", run=partial(self.footnote_asked.emit, mark, True))
            words = Label(theme, mark.value.text, 14, family=SERIF, wrap=True)
            parts.append(holder(column(words, row(change, away, None, gap=8), gap=2)))
        return holder(column(*parts, gap=8, margins=(16, 12, 16, 12)))

    def _note(self, note: str) -> QWidget:
        theme = self._theme
        return holder(
            column(
                section_head(theme, self.tr("Note"), count=self.tr("internal, never exported")),
                Label(theme, note, 14, wrap=True),
                gap=8,
                margins=(16, 12, 16, 12),
            )
        )


def _footnotes(unit: Provision | None) -> tuple[Mark, ...]:
    if unit is None:
        return ()
    texts = (unit.heading, unit.text, unit.wrap_up)
    return tuple(mark for text in texts for mark in text.marks if isinstance(mark.value, Footnote))


def _comments(unit: Provision | None) -> tuple[Comment, ...]:
    if unit is None:
        return ()
    texts = (unit.heading, unit.text, unit.wrap_up)
    return tuple(mark.value for text in texts for mark in text.marks if isinstance(mark.value, Comment))
