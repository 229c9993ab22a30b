"""The outline as rows: what an agreement consists of, one row for every article and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.agreement.findings import Severity
from workbench.agreement.numbering import Number
from workbench.agreement.text import Alternative, Bracket, Comment, Text
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


def items(
    agreement: Agreement, numbered: Mapping[ProvisionId, Number], severities: Severities, words: Words
) -> list[Item]:
    """The top rows with all below them."""
    made: list[Item] = []
    parties = [u for u in agreement.preamble if u.kind is Kind.PARTIES_CLAUSE]
    recitals = [u for u in agreement.preamble if u.kind is not Kind.PARTIES_CLAUSE]
    for name, units, opens in (
        (words.title, [*agreement.title, *parties], False),
        (words.preamble, recitals, True),
    ):
        if units:
            made.append(_group(name, units, numbered, severities, opens=opens))
    made.extend(_item(unit, numbered, severities) for unit in agreement.body)
    if agreement.closing:
        made.append(_group(words.closing, list(agreement.closing), numbered, severities, opens=False))
    made.extend(_item(unit, numbered, severities) for unit in agreement.annexes)
    _rows(made, None)
    return made


def name_of(unit: Provision) -> str:
    """What a row calls a provision: its heading, else its first words."""
    words = unit.heading.plain or unit.text.plain
    if not words and unit.children:
        words = unit.children[0].words
    return " ".join(words[:_WORDS].split())


def open_brackets(units: Iterable[Provision]) -> int:
    """How many places of the wording are not agreed; the alternatives of one group are one place."""
    count = 0
    groups: set[str] = set()
    for unit in units:
        for inner in unit.walk():
            for text in _texts(inner):
                for mark in text.marks:
                    if isinstance(mark.value, Bracket):
                        count += 1
                    elif isinstance(mark.value, Alternative):
                        groups.add(mark.value.group)
    return count + len(groups)


def article_count(agreement: Agreement) -> int:
    """How many articles or sections the body has."""
    return len([u for unit in agreement.body for u in unit.walk() if u.kind in BASIC])


def zone_of(agreement: Agreement, provision: ProvisionId) -> Zone | None:
    """The zone a provision stands in."""
    for zone in Zone:
        if any(inner.id == provision for unit in agreement.zone(zone) for inner in unit.walk()):
            return zone
    return None


def _item(unit: Provision, numbered: Mapping[ProvisionId, Number], severities: Severities) -> Item:
    number = numbered[unit.id]
    inner = list(unit.walk())
    shown = [c for c in unit.children if unit.kind in _SHOWN_BELOW]
    name = name_of(unit)
    if unit.kind is Kind.ANNEX:
        name = f"{number.printed}: {name}" if name else number.printed
    return Item(
        unit.id,
        "" if unit.kind is Kind.ANNEX else (number.number or ""),
        name or number.label,
        number.label,
        [_item(child, numbered, severities) for child in shown],
        brackets=open_brackets([unit]),
        comments=_comments(inner),
        severity=_worst(inner, severities),
        moves=unit.kind is not Kind.ANNEX,
        holds=tuple(u.id for u in inner),
    )


def _group(
    name: str,
    units: list[Provision],
    numbered: Mapping[ProvisionId, Number],
    severities: Severities,
    *,
    opens: bool,
) -> Item:
    inner = [u for unit in units for u in unit.walk()]
    return Item(
        units[0].id,
        "",
        name,
        name,
        [_item(unit, numbered, severities) for unit in units] if opens else [],
        brackets=open_brackets(units),
        comments=_comments(inner),
        severity=_worst(inner, severities),
        holds=tuple(u.id for u in inner),
    )


def _comments(inner: Iterable[Provision]) -> int:
    return sum(
        isinstance(mark.value, Comment) for unit in inner for text in _texts(unit) for mark in text.marks
    )


def _worst(inner: Iterable[Provision], severities: Severities) -> Severity | None:
    if not severities:
        return None
    found = {severities[unit.id] for unit in inner if unit.id in severities}
    return next(
        (severity for severity in Severity if severity in found and severity is not Severity.INFO), None
    )


def _texts(unit: Provision) -> tuple[Text, Text, Text]:
    return unit.heading, unit.text, unit.wrap_up


def _rows(siblings: list[Item], parent: Item | None) -> None:
    for row, item in enumerate(siblings):
        item.row, item.parent = row, parent
        _rows(item.children, item)
