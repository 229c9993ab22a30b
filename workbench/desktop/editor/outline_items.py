"""The outline as rows: what an agreement consists of, one row for every article and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.agreement.findings import Severity
from workbench.agreement.numbering import Number
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Alternative, Bracket, Comment
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone

_WORDS = 80
_SHOWN_BELOW = (*GROUPING, *BASIC, Kind.ANNEX)
Severities = Mapping[ProvisionId, Severity]


@dataclass(eq=False, slots=True)
class Item:
    """One row. `provision` is where a click leads; `moves` whether the row can be dragged."""

    provision: ProvisionId | None
    number: str
    name: str
    label: str
    children: list[Item] = field(default_factory=list)
    parent: Item | None = None
    row: int = 0
    brackets: int = 0
    comments: int = 0
    severity: Severity | None = None
    moves: bool = False
    holds: tuple[ProvisionId, ...] = ()

    def walk(self) -> Iterable[Item]:
        """This row and those below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Words:
    """The names of the rows that stand for a zone, in the language of the interface."""

    title: str
    preamble: str
    closing: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What stands in a provision and below it: brackets, groups of alternatives, comments, identities."""

    brackets: int
    groups: frozenset[str]
    comments: int
    holds: tuple[ProvisionId, ...]


class Tallies:
    """Tallies of provisions, kept from one root to the next for subtrees that both share."""

    def __init__(self) -> None:
        self._known: dict[ProvisionId, tuple[Provision, Tally]] = {}

    def of(self, unit: Provision) -> Tally:
        """The tally of a provision with all below it."""
        known = self._known.get(unit.id)
        if known is not None and known[0] is unit:
            return known[1]
        brackets = comments = 0
        groups: set[str] = set()
        for text in (unit.heading, unit.text, unit.wrap_up):
            for mark in text.marks:
                if isinstance(mark.value, Bracket):
                    brackets += 1
                elif isinstance(mark.value, Alternative):
                    groups.add(mark.value.group)
                elif isinstance(mark.value, Comment):
                    comments += 1
        holds = [unit.id]
        for child in unit.children:
            below = self.of(child)
            brackets += below.brackets
            comments += below.comments
            groups |= below.groups
            holds.extend(below.holds)
        made = Tally(brackets, frozenset(groups), comments, tuple(holds))
        self._known[unit.id] = (unit, made)
        return made

    def together(self, units: Iterable[Provision]) -> Tally:
        """The tally of several provisions."""
        parts = [self.of(unit) for unit in units]
        return Tally(
            sum(part.brackets for part in parts),
            frozenset(group for part in parts for group in part.groups),
            sum(part.comments for part in parts),
            tuple(held for part in parts for held in part.holds),
        )


def items(
    agreement: Agreement,
    numbered: Mapping[ProvisionId, Number],
    severities: Severities,
    words: Words,
    tallies: Tallies,
) -> list[Item]:
    """The top rows with all below them."""
    made: list[Item] = []
    build = _Builder(numbered, severities, tallies)
    parties = [u for u in agreement.preamble if u.kind is Kind.PARTIES_CLAUSE]
    recitals = [u for u in agreement.preamble if u.kind is not Kind.PARTIES_CLAUSE]
    for name, units, opens in (
        (words.title, [*agreement.title, *parties], False),
        (words.preamble, recitals, True),
    ):
        if units:
            made.append(build.group(name, units, opens=opens))
    made.extend(build.item(unit) for unit in agreement.body)
    if agreement.closing:
        made.append(build.group(words.closing, list(agreement.closing), opens=False))
    made.extend(build.item(unit) for unit in agreement.annexes)
    _rows(made, None)
    return made


def name_of(unit: Provision) -> str:
    """What a row calls a provision: its heading, else its first words."""
    words = unit.heading.plain or unit.text.plain
    if not words and unit.children:
        words = unit.children[0].words
    return on_one_line(words[:_WORDS])


def open_brackets(tally: Tally) -> int:
    """How many places of the wording are not agreed; the alternatives of one group are one place."""
    return tally.brackets + len(tally.groups)


def article_count(agreement: Agreement) -> int:
    """How many articles or sections the body has."""
    return len([u for unit in agreement.body for u in unit.walk() if u.kind in BASIC])


def zone_of(agreement: Agreement, provision: ProvisionId) -> Zone | None:
    """The zone a provision stands in."""
    for zone in Zone:
        if any(inner.id == provision for unit in agreement.zone(zone) for inner in unit.walk()):
            return zone
    return None


class _Builder:
    def __init__(
        self, numbered: Mapping[ProvisionId, Number], severities: Severities, tallies: Tallies
    ) -> None:
        self.numbered, self.severities, self.tallies = numbered, severities, tallies

    def item(self, unit: Provision) -> Item:
        number = self.numbered[unit.id]
        tally = self.tallies.of(unit)
        name = name_of(unit)
        annex = unit.kind is Kind.ANNEX
        if annex:
            name = f"{number.printed}: {name}" if name else number.printed
        return Item(
            unit.id,
            "" if annex else (number.number or ""),
            name or number.label,
            number.label,
            [self.item(child) for child in unit.children] if unit.kind in _SHOWN_BELOW else [],
            brackets=open_brackets(tally),
            comments=tally.comments,
            severity=self._worst(tally.holds),
            moves=not annex,
            holds=tally.holds,
        )

    def group(self, name: str, units: list[Provision], *, opens: bool) -> Item:
        tally = self.tallies.together(units)
        return Item(
            units[0].id,
            "",
            name,
            name,
            [self.item(unit) for unit in units] if opens else [],
            brackets=open_brackets(tally),
            comments=tally.comments,
            severity=self._worst(tally.holds),
            holds=tally.holds,
        )

    def _worst(self, held: tuple[ProvisionId, ...]) -> Severity | None:
        """An error, else a warning; what only informs has no sign here."""
        if not self.severities:
            return None
        found = {self.severities[key] for key in held if key in self.severities}
        signs = (Severity.ERROR, Severity.WARNING)
        return next((severity for severity in signs if severity in found), None)


def _rows(siblings: list[Item], parent: Item | None) -> None:
    for row, item in enumerate(siblings):
        item.row, item.parent = row, parent
        _rows(item.children, item)
