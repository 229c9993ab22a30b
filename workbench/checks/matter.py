"""What rules look at: one provision at a time, or the whole agreement from what was noted of each.

A rule is one of two kinds.

- `OfProvision` reads one provision by itself and says what is wrong with it.
- `OfAgreement` notes of each provision what matters to it, then judges all notes together.

Either reads a provision by its own wording and the `Setting` alone, never by its neighbours or its number.
So what was read once holds until that provision changes, and `Checker` reads anew only what did change.
Judging runs every time: it goes over notes, not over wording, and is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Extent, Fix, Rewording, Wording
from workbench.agreement.lemmas import Stemmer
from workbench.agreement.quoting import on_one_line
from workbench.agreement.states import States
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Party, Provision, ProvisionId, Register
from workbench.checks.places import Places

N = TypeVar("N")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know of an agreement beside the provision before it.

    `profile` is the register asked for, None to take the agreement as it presents itself; `imported` whether
    it shows printed numbers, as a source does; `drafted` whether it was made here, from a template or from
    precedents; `precedents` the States that those precedents were concluded with.
    """

    language: str
    parties: tuple[Party, ...]
    own_name: str
    collective_name: str
    profile: Register | None
    imported: bool
    drafted: bool
    precedents: frozenset[str]
    states: States = field(compare=False)
    stemmer: Stemmer = field(compare=False)

    @property
    def own_states(self) -> frozenset[str]:
        """The codes of the States that are parties."""
        return frozenset(party.state for party in self.parties if party.state)


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of wording: a provision's heading, text or wrap-up."""

    unit: Provision
    part: Wording
    text: Text

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain

    def finding(
        self,
        kind: FindingKind,
        start: int,
        end: int,
        *,
        margin: int = 0,
        quote: str | None = None,
        severity: Severity | None = None,
        fixes: tuple[Fix, ...] = (),
        **values: object,
    ) -> Finding:
        """A finding about the words [start, end); quoted with up to `margin` signs of what is around."""
        said = around(self.plain, start, end, margin) if quote is None else quote
        extent = Extent(self.part, start, end)
        return at(kind, self.unit, quote=said, severity=severity, extent=extent, fixes=fixes, **values)

    def rewording(self, start: int, end: int, new: str) -> Rewording:
        """Other words in the place of [start, end)."""
        return Rewording(self.unit.id, Extent(self.part, start, end), self.plain[start:end], new)

    def write(self, start: int, end: int, new: str) -> Fix:
        """The usual fix: other words in one place."""
        return Fix("write “{new}”", {"new": new.strip() or new}, (self.rewording(start, end, new),))


def passages(unit: Provision) -> tuple[Passage, ...]:
    """The wording of one provision, without that of its children."""
    # Written out, because every rule asks this of every provision.
    found = []
    if unit.heading.plain:
        found.append(Passage(unit, Wording.HEADING, unit.heading))
    if unit.text.plain:
        found.append(Passage(unit, Wording.TEXT, unit.text))
    if unit.wrap_up.plain:
        found.append(Passage(unit, Wording.WRAP_UP, unit.wrap_up))
    return tuple(found)


def at(
    kind: FindingKind,
    unit: Provision,
    *,
    quote: str = "",
    severity: Severity | None = None,
    extent: Extent | None = None,
    fixes: tuple[Fix, ...] = (),
    **values: object,
) -> Finding:
    """A finding in a provision; the `Checker` adds the locator, which may change while the finding holds."""
    return kind.at(
        "", quote=quote, provision=unit.id, severity=severity, extent=extent, fixes=fixes, **values
    )


class Matter:
    """An agreement as a whole, for judging: its provisions by kind, their numbers, what was kept of it."""

    def __init__(
        self,
        agreement: Agreement,
        units: Sequence[Provision],
        setting: Setting,
        *,
        against: Agreement | None = None,
        places: Callable[[], Places] | None = None,
        kept: dict[type, Any] | None = None,
    ) -> None:
        self.agreement = agreement
        self.units = units
        self.setting = setting
        self.language = setting.language
        self.against = against
        self._places = places
        self._kept = {} if kept is None else kept

    @cached_property
    def places(self) -> Places:
        """Numbers and ancestors of the provisions."""
        return self._places() if self._places else Places(self.agreement)

    @cached_property
    def _by_kind(self) -> dict[Kind, list[Provision]]:
        found: dict[Kind, list[Provision]] = {}
        for unit in self.units:
            found.setdefault(unit.kind, []).append(unit)
        return found

    @cached_property
    def _annexed(self) -> dict[ProvisionId, Provision]:
        return {unit.id: annex for annex in self.agreement.annexes for unit in annex.walk()}

    def annex_of(self, provision: ProvisionId) -> Provision | None:
        """The annex a provision is or stands in, None in the agreement itself."""
        return self._annexed.get(provision)

    def of_kind(self, kind: Kind) -> Sequence[Provision]:
        """Every provision of a kind, in document order."""
        return self._by_kind.get(kind, ())

    def label(self, provision: ProvisionId) -> str:
        """How the text cites a provision."""
        return self.places.label(provision)

    def kept(self, kind: type[K]) -> K:
        """Something a rule keeps from one check to the next; made when first asked for."""
        if kind not in self._kept:
            self._kept[kind] = kind()
        kept: K = self._kept[kind]
        return kept


@dataclass(frozen=True, slots=True)
class OfProvision:
    """A rule that reads one provision by itself."""

    read: Callable[[Provision, Setting], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class OfAgreement(Generic[N]):
    """A rule that judges the agreement from notes on its provisions, which come in document order."""

    note: Callable[[Provision, Setting], Iterable[N]]
    judge: Callable[[Sequence[N], Matter], Iterable[Finding]]


Rule = OfProvision | OfAgreement[Any]


def in_quotes(plain: str, place: int) -> bool:
    """Whether a place stands between quotation marks: what is quoted there is another text's wording."""
    before = plain[:place]
    return max(map(before.rfind, "“«„")) > max(map(before.rfind, "”»"))


def around(text: str, start: int, end: int, margin: int = 30) -> str:
    """The words at [start, end) with some of their neighbours, cut at word boundaries, for a quote."""
    left = max(0, start - margin)
    right = min(len(text), end + margin)
    while left > 0 and left < start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > end and not text[right].isspace():
        right -= 1
    return on_one_line(text[left:right])
