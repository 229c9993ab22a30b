"""A text laid out for the concordance: basic units and what stands beside them, and the passages inside each.

Languages are recognised each by its own signs, so that the levels of two versions need not agree: a list of
points here may be a row of paragraphs there. Passages are therefore compared as a flat row, in document
order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import PartyName, Text, join
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone
from workbench.comparison.concordance.facts import Fact, FactKind, facts

_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё",
        ("a b v h g d e je zh z y i ji j k l m n o p r s t u f h c ch sh sh  ju ja y e  e").split(" "),
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
WHOLE = (Zone.TITLE, Zone.PREAMBLE, Zone.CLOSING)
"""Zones laid out as one item: what stands in them has no number to be known by."""


@dataclass(slots=True)
class Passage:
    """One wording: of a paragraph, a heading, a row of a table. `size` is its length in characters."""

    unit: Provision
    text: Text
    label: str
    number: str | None
    kind: Kind
    size: int
    facts: list[Fact] = field(default_factory=list)
    figures: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()


@dataclass(slots=True)
class Item:
    """An article with all its passages, or whatever else stands at that level; a zone in `WHOLE` is one."""

    unit: Provision
    label: str
    number: str | None
    kind: Kind
    zone: Zone
    types: frozenset[str]
    passages: list[Passage]

    @property
    def size(self) -> int:
        """Length of the wording in characters."""
        return sum(passage.size for passage in self.passages)

    @property
    def figures(self) -> frozenset[str]:
        """Every figure in it."""
        return frozenset().union(*(passage.figures for passage in self.passages))

    @property
    def stems(self) -> frozenset[str]:
        """The beginnings of its words, in Latin letters."""
        return frozenset().union(*(passage.stems for passage in self.passages))


def items(agreement: Agreement) -> list[Item]:
    """The whole text as items, in document order."""
    return list(_Layer(agreement).items())


class _Layer:
    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.language = agreement.language
        self.numbers: dict[ProvisionId, Number] = numbers(agreement)
        self.places: dict[UUID, tuple[str, ...]] = {}
        for zone in Zone:
            self._place(agreement.zone(zone), ())

    def _place(self, units: tuple[Provision, ...], above: tuple[str, ...]) -> None:
        counts: dict[Kind, int] = {}
        for unit in units:
            counts[unit.kind] = counts.get(unit.kind, 0) + 1
            own = self.numbers[unit.id].number or str(counts[unit.kind])
            # Chapters count apart: an article is cited without the chapter it stands in.
            path = (own,) if unit.kind in (*BASIC, *GROUPING) else (*above, own)
            self.places[unit.id] = path
            self._place(unit.children, () if unit.kind in GROUPING else path)

    def items(self) -> Iterator[Item]:
        for zone in Zone:
            units = self.agreement.zone(zone)
            if zone in WHOLE and units:
                passages = [passage for unit in units for passage in self._passages(unit)]
                if zone is Zone.TITLE and passages:  # languages break their titles into lines as they please
                    passages = [self._passage(units[0], join([p.text for p in passages]))]
                yield Item(units[0], "", None, units[0].kind, zone, frozenset(), passages)
                continue
            for unit in units:
                yield from self._of(unit, zone)

    def _of(self, unit: Provision, zone: Zone) -> Iterator[Item]:
        opened = unit.kind in GROUPING or (
            unit.kind is Kind.ANNEX and any(c.kind in BASIC for c in unit.children)
        )
        if not opened:
            yield self._item(unit, zone, list(self._passages(unit)))
            return
        yield self._item(unit, zone, list(self._own(unit)))
        for child in unit.children:
            yield from self._of(child, zone)
        if unit.wrap_up.plain.strip():
            yield self._item(unit, zone, [self._passage(unit, unit.wrap_up)])

    def _item(self, unit: Provision, zone: Zone, passages: list[Passage]) -> Item:
        number = self.numbers[unit.id]
        types = frozenset(t for one in unit.walk() for t in one.types)
        return Item(unit, number.label, number.number, unit.kind, zone, types, passages)

    def _passages(self, unit: Provision) -> Iterator[Passage]:
        yield from self._own(unit)
        if unit.kind in (Kind.ROW, Kind.SIGNATURE_BLOCK):
            return
        for child in unit.children:
            yield from self._passages(child)
        if unit.wrap_up.plain.strip():
            yield self._passage(unit, unit.wrap_up)

    def _own(self, unit: Provision) -> Iterator[Passage]:
        if unit.kind in (Kind.ROW, Kind.SIGNATURE_BLOCK):
            words = [text for one in unit.walk() for text in (one.heading, one.text) if text.plain.strip()]
            if words:
                yield self._passage(unit, join(words, "\n"))
            return
        if unit.heading.plain.strip():
            yield self._passage(unit, unit.heading)
        if unit.text.plain.strip():
            yield self._passage(unit, unit.text)

    def _passage(self, unit: Provision, text: Text) -> Passage:
        number = self.numbers[unit.id]
        found = facts(text, self.language, self.places)
        figures = frozenset(
            f"{'' if fact.kind is not FactKind.PLACEHOLDER else 'blank '}{figure}"
            for fact in found
            for figure in fact.figures
        ) | frozenset(f"party {value.party}" for _, _, value in text.of(PartyName))
        return Passage(
            unit,
            text,
            number.label,
            number.number,
            unit.kind,
            len(text.plain),
            found,
            figures,
            stems(text.plain),
        )


def stems(plain: str) -> frozenset[str]:
    """The beginnings of the longer words, in plain Latin letters: what languages share of names and loans."""
    return frozenset(_latin(word)[:_STEM] for word in _WORD.findall(plain))


def _latin(word: str) -> str:
    spelt = "".join(_CYRILLIC.get(sign, sign) for sign in word.lower())
    return "".join(s for s in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(s))
