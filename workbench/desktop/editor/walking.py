"""Walking through a draft from one place that wants somebody to the next: findings, brackets, blanks.

Each walk goes round and round, begins at the caret, and selects what it comes to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.agreement.findings import Severity
from workbench.agreement.text import Alternative, Bracket, Placeholder
from workbench.agreement.tree import ProvisionId
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.live_findings import LiveFindings
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.queries import place_of

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding

Spot = tuple[int, int, int]
"""The index of a line, and from where to where in it."""


class Walking(QObject):
    """Takes the caret of one page along."""

    refused = Signal(str)

    def __init__(self, page: Page, findings: LiveFindings) -> None:
        super().__init__(page)
        self._page, self._findings = page, findings

    def finding(self, severity: Severity | None = None, *, back: bool = False) -> None:
        """To the next finding (of a severity) after the caret, or the one before it."""
        self._step(self._found(severity), back=back)

    def to_finding(self, found: Finding) -> None:
        """To a finding and the words it is about."""
        own = [
            (index, place_of(found, line))
            for index, line in enumerate(self._page.draft_sheet.lines)
            if line.provision.id == found.provision
        ]
        if own:
            index, place = next((row for row in own if row[1] is not None), own[0])
            self._select(index, *(place[1:] if place is not None else (0, 0)))

    def bracket(self) -> None:
        """To the next bracket or alternative."""
        self._step(
            [
                (index, mark.start, mark.end)
                for index, line in enumerate(self._page.draft_sheet.lines)
                for mark in line.text.marks
                if isinstance(mark.value, Bracket | Alternative)
            ]
        )

    def blank(self, *, back: bool = False) -> None:
        """To the next placeholder to fill in, or the one before."""
        spots = [
            (index, start, end)
            for index, line in enumerate(self._page.draft_sheet.lines)
            for start, end, blank in line.text.of(Placeholder)
            if not blank.filled
        ]
        if not spots:
            self.refused.emit(self.tr("nothing is left to fill in"))
        self._step(spots, back=back)

    def _found(self, severity: Severity | None) -> list[Spot]:
        """Where findings stand; of several at one place the longest counts."""
        lines = self._page.draft_sheet.lines
        rows: dict[ProvisionId, list[int]] = {}
        for index, line in enumerate(lines):
            rows.setdefault(line.provision.id, []).append(index)
        places: dict[tuple[int, int], int] = {}
        for found in self._findings.shown:
            if found.provision not in rows or severity not in (None, found.severity):
                continue
            own = [(index, place_of(found, lines[index])) for index in rows[found.provision]]
            index, place = next((row for row in own if row[1] is not None), (own[0][0], None))
            start, end = place[1:] if place is not None else (0, 0)
            places[index, start] = max(end, places.get((index, start), 0))
        return [(*spot, end) for spot, end in sorted(places.items())]

    def _step(self, spots: list[Spot], *, back: bool = False) -> None:
        """To the spot behind the caret, or before it; from the last to the first and the other way round."""
        if not spots:
            return
        span = self._page.span()
        here = (span.first, span.start)
        if back:
            spot = next((spot for spot in reversed(spots) if spot[:2] < here), spots[-1])
        else:
            spot = next((spot for spot in spots if spot[:2] > here), spots[0])
        self._select(*spot)

    def _select(self, index: int, start: int, end: int) -> None:
        line = self._page.draft_sheet.lines[index]
        self._page.show_provision(line.provision.id)
        self._page.go(Place(line.provision.id, line.part, start), select=end - start)
        self._page.setFocus()
