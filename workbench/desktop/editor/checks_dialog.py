"""All checks of a draft beside it: what was found, what was set aside and why, and which checks are asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workbench.agreement.severity import Severity
from workbench.agreement.tree import Register
from workbench.desktop.editor.check_names import check_names
from workbench.desktop.editor.live_findings import LiveFindings
from workbench.desktop.editor.saying import said_finding, said_fix
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.settling import Settling, lacking, lacks_clause
from workbench.desktop.kit import (
    Button,
    CheckBox,
    ComboBox,
    Icon,
    Label,
    Segmented,
    clear,
    column,
    holder,
    row,
    rule,
)
from workbench.desktop.theme import SERIF, Theme

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding

_LOOKS = {
    Severity.ERROR: ("x-circle", "red"),
    Severity.WARNING: ("warning", "brass_line"),
    Severity.INFO: ("info", "accent"),
}
_PROFILES = (None, Register.TREATY, Register.POLITICAL, Register.MOU)
_PORTION = 30
"""Findings shown at once; more are shown on request."""
_DELAY = 60  # milliseconds


class ChecksDialog(QDialog):
    """Stands beside the draft and follows it."""

    finding_chosen = Signal(object)

    def __init__(
        self, theme: Theme, session: Session, findings: LiveFindings, settling: Settling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._session, self._findings, self._settling = theme, session, findings, settling
        self.setWindowTitle(self.tr("Checks of this draft"))
        self.resize(620, 640)
        self._limit = _PORTION
        self._drawn: tuple[object, ...] = ()
        self.profile = ComboBox(theme, name=self.tr("Profile"))
        self.profile.addItems(
            [self.tr("As it presents itself"), self.tr("Treaty"), self.tr("Political"), self.tr("Memorandum")]
        )
        self.profile.activated.connect(lambda index: settling.choose_profile(_PROFILES[index]))
        self.views = Segmented(
            theme, [self.tr("Findings"), self.tr("Set aside"), self.tr("Checks")], self.tr("What is shown")
        )
        self._pages = QStackedWidget()
        self._found, self._aside, self._rules = (self._page() for _ in range(3))
        self.views.chosen.connect(self._pages.setCurrentIndex)
        self._boxes: dict[str, CheckBox] = {}
        for name, words in check_names().items():
            box = CheckBox(theme, words)
            box.clicked.connect(partial(self._switch, name))
            self._boxes[name] = box
            self._rules.addWidget(box)
        head = column(
            Label(theme, self.tr("Checks of this draft"), 20, 600, family=SERIF),
            row(Label(theme, self.tr("Read the text as"), 13, tone="ink2"), self.profile, None),
            row(self.views, None),
            gap=12,
            margins=(24, 20, 24, 12),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addWidget(self._pages, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY)
        self._later.timeout.connect(self.refresh)
        findings.changed.connect(self._later.start)
        session.changed.connect(lambda _old, _new: self._later.start())

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is found now, at the right where it hides least of the text."""
        draft = self.parentWidget()
        if draft is not None and not event.spontaneous():
            over = draft.mapToGlobal(draft.rect().topRight())
            self.move(over.x() - self.width() - 12, over.y() + 60)
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin small the next time."""
        super().hideEvent(event)
        self._limit = _PORTION

    def refresh(self) -> None:
        """Draw anew what has changed."""
        if not self.isVisible():
            return
        draft = self._session.draft
        shown, aside = self._findings.shown, self._findings.set_aside
        self.profile.setCurrentIndex(_PROFILES.index(draft.profile))
        for name, box in self._boxes.items():
            box.setChecked(name not in draft.unasked)
        now = (shown, aside, self._limit)
        if now == self._drawn:
            return
        self._drawn = now
        self._fill(self._found, [self._one(finding) for finding in shown[: self._limit]], len(shown))
        self._fill(self._aside, [self._settled(*pair) for pair in aside], len(aside))

    def _page(self) -> QVBoxLayout:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 12, 24, 20)
        inner.setSpacing(10)
        inner.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self._pages.addWidget(scroll)
        return inner

    def _fill(self, page: QVBoxLayout, rows: Sequence[QWidget], count: int) -> None:
        clear(page)
        for one in rows:
            page.addWidget(one)
            page.addWidget(rule())
        if not rows:
            calm = Icon(self._theme, "check-circle", "green", 16, "fill")
            words = Label(self._theme, self.tr("Nothing here."), 13, tone="ink2")
            page.addWidget(holder(row(calm, words, None)))
        elif count > len(rows):
            page.addWidget(holder(row(Button(self._theme, self.tr("Show more"), run=self._more), None)))

    def _more(self) -> None:
        self._limit += _PORTION
        self.refresh()

    def _one(self, finding: Finding) -> QWidget:
        theme = self._theme
        icon, tone = _LOOKS[finding.severity]
        place = Button(
            theme,
            finding.locator or self.tr("Show"),
            "link",
            run=partial(self.finding_chosen.emit, finding),
        )
        deeds: list[QWidget] = [
            Button(theme, said_fix(fix), small=True, run=partial(self._settling.put_right, fix))
            for fix in finding.fixes
        ]
        if lacks_clause(finding):
            look = partial(self._look, finding)
            deeds.append(Button(theme, self.tr("Look for a clause"), small=True, run=look))
        away = Button(
            theme,
            self.tr("Not an issue…"),
            "link",
            run=partial(self._ask, finding),
        )
        body = column(
            row(place, None),
            Label(theme, said_finding(finding), 14, wrap=True),
            row(*deeds, away, None, gap=8),
            gap=4,
        )
        line = row(holder(column(4, Icon(theme, icon, tone, 18, "fill"), None, gap=0)), gap=10)
        line.addLayout(body, 1)
        return holder(line)

    def _settled(self, finding: Finding, reason: str) -> QWidget:
        theme = self._theme
        back = Button(theme, self.tr("Take back"), "link", run=partial(self._settling.take_back, finding))
        return holder(
            column(
                Label(theme, finding.locator, 13, 600, "ink2"),
                Label(theme, said_finding(finding), 13, tone="ink2", wrap=True),
                Label(theme, self.tr("Set aside: %1").replace("%1", reason), 14, wrap=True),
                row(back, None),
                gap=4,
            )
        )

    def _ask(self, finding: Finding) -> None:
        """The reason is asked above the text, where the finding stands."""
        self.finding_chosen.emit(finding)
        self._settling.ask_reason(finding)
        draft = self.parentWidget()
        if draft is not None:
            draft.window().activateWindow()

    def _look(self, finding: Finding) -> None:
        """Go where the clause would stand, and search the library for one."""
        self.finding_chosen.emit(finding)
        self._settling.clause_wanted.emit(lacking(finding))

    def _switch(self, name: str) -> None:
        self._settling.switch(name, self._boxes[name].isChecked())
