"""All checks of a draft beside it: what was found, what was set aside and why, and which checks are asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from workbench.agreement.severity import Severity
from workbench.agreement.tree import Register
from workbench.desktop.editor.beside import BesideDialog
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
    column,
    holder,
    row,
)
from workbench.desktop.theme import Theme

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


class ChecksDialog(BesideDialog):
    """Findings, those set aside, and the checks that are asked."""

    finding_chosen = Signal(object)

    def __init__(
        self, theme: Theme, session: Session, findings: LiveFindings, settling: Settling, parent: QWidget
    ) -> None:
        title = QCoreApplication.translate("ChecksDialog", "Checks of this draft")
        super().__init__(theme, session, title=title, delay=_DELAY, parent=parent)
        self._findings, self._settling = findings, settling
        self._limit = _PORTION
        self._drawn: tuple[object, ...] = ()
        self.profile = ComboBox(theme, name=self.tr("Profile"))
        self.profile.addItems(
            [self.tr("As it presents itself"), self.tr("Treaty"), self.tr("Political"), self.tr("Memorandum")]
        )
        self.profile.activated.connect(self._choose_profile)
        self.views = Segmented(
            theme, [self.tr("Findings"), self.tr("Set aside"), self.tr("Checks")], self.tr("What is shown")
        )
        self._found, self._aside, self._rules = (self.page() for _ in range(3))
        self._boxes: dict[str, CheckBox] = {}
        for name, words in check_names().items():
            box = CheckBox(theme, words)
            box.clicked.connect(partial(self._switch, name))
            self._boxes[name] = box
            self._rules.addWidget(box)
        read_as = Label(theme, self.tr("Read the text as"), 13, tone="ink2")
        self.arrange(self.views, row(read_as, self.profile, None))
        self.due.connect(self.refresh)
        findings.changed.connect(self._later.start)

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
        nothing = self.tr("Nothing here.")
        more = Button(self._theme, self.tr("Show more"), run=self._more) if len(shown) > self._limit else None
        self.fill(self._found, [self._one(finding) for finding in shown[: self._limit]], nothing, more)
        self.fill(self._aside, [self._settled(*pair) for pair in aside], nothing)

    def _choose_profile(self, index: int) -> None:
        self._settling.choose_profile(_PROFILES[index])

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
