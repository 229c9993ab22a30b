"""Where the findings stand on the page: which words each is about, while the draft goes on changing.

Findings speak of the tree they were made from. Until the next answer comes, a place holds as long as its
words still stand there, or close by; one whose words are gone shows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.agreement.text import Alternative, Bracket, Placeholder, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.desktop.editor.lines import Line, Part

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.agreement.fixes import Extent

_LONGEST = 80
"""Of a whole sentence only the beginning is marked: a page of strokes is no help."""
_NEAR = 60
"""Signs by which words may have been pushed along."""


@dataclass(frozen=True, slots=True)
class Query:
    """A finding and the characters [start, end) of a line's wording that it is about."""

    start: int
    end: int
    finding: Finding


class Queries:
    """The findings of a draft by the lines they stand in."""

    def __init__(self) -> None:
        self._rows: dict[tuple[ProvisionId, str], list[tuple[int, str, Finding]]] = {}

    def set(self, findings: Sequence[Finding], checked: Agreement | None) -> None:
        """Take the findings made of the tree `checked`."""
        self._rows = {}
        if checked is None:
            return
        wanted = {finding.provision for finding in findings if finding.extent is not None}
        units = {unit.id: unit for unit in checked.walk() if unit.id in wanted} if wanted else {}
        for finding in findings:
            unit = units.get(finding.provision) if finding.provision is not None else None
            if unit is not None and finding.extent is not None:
                self._keep(unit, finding, finding.extent)

    def of(self, line: Line) -> tuple[Query, ...]:
        """The places in a line, as its wording stands now."""
        rows = self._rows.get((line.provision.id, line.part.value))
        if not rows:
            return ()
        text = line.text
        found = []
        for start, words, finding in rows:
            at = _now(text.plain, start, words)
            if at >= 0 and not _shown_anyway(text, at, at + len(words)):
                found.append(Query(at, at + len(words), finding))
        return tuple(found)

    def at(self, line: Line, offset: int) -> tuple[Query, ...]:
        """The places in a line that hold a character."""
        return tuple(query for query in self.of(line) if query.start <= offset < query.end)

    def _keep(self, unit: Provision, finding: Finding, extent: Extent) -> None:
        plain = extent.part.of(unit).plain
        end = min(extent.end, extent.start + _LONGEST)
        words = plain[extent.start : end]
        if words:
            self._rows.setdefault((unit.id, extent.part.value), []).append((extent.start, words, finding))


def place_of(finding: Finding, line: Line) -> tuple[Part, int, int] | None:
    """Part and characters of a finding in its line, for putting the caret there."""
    extent = finding.extent
    if extent is None or extent.part.value != line.part.value:
        return None
    end = min(extent.end, extent.start + _LONGEST, len(line.text.plain))
    return (line.part, extent.start, end) if extent.start <= end else None


def _now(plain: str, start: int, words: str) -> int:
    if plain.startswith(words, start):
        return start
    return plain.find(words, max(0, start - _NEAR), start + len(words) + _NEAR)


def _shown_anyway(text: Text, start: int, end: int) -> bool:
    """Whether the page frames these words already: places to fill in and brackets speak for themselves."""
    return any(
        mark.start <= start and end <= mark.end
        for mark in text.marks
        if isinstance(mark.value, Placeholder | Bracket | Alternative)
    )
