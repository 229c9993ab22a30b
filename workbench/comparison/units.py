"""The two trees laid out in document order, ready to be aligned.

A `Unit` is one provision with its place: index, parent, zone, depth. Its `key` is its own wording as it is
compared (folded if the options say so), its `shape` a number that equal subtrees of both trees share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.tree import Agreement, Kind, Provision, Zone
from workbench.comparison.blocks import blocks_between
from workbench.comparison.options import Options, composed

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Unit:
    """One provision in its place. `children` are indices; `size` counts its own words."""

    index: int
    provision: Provision
    kind: Kind
    zone: Zone
    parent: int
    depth: int
    in_table: bool
    key: str = ""
    size: int = 0
    own: int = 0
    shape: int = 0
    children: Sequence[int] = ()
    _words: Counter[str] | None = None

    @property
    def words(self) -> Counter[str]:
        """Its own words, counted without regard to case."""
        if self._words is None:
            self._words = Counter(words_of(self.key))
        return self._words


class Shapes:
    """Numbers for wording and for subtrees, the same number for the same thing in both trees."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}

    def of(self, *what: object) -> int:
        """The number of this thing."""
        return self._known.setdefault(what, len(self._known) + 1)


def laid_out(agreement: Agreement, options: Options, shapes: Shapes) -> list[Unit]:
    """Every provision in document order, parents before children."""
    units: list[Unit] = []

    def add(provision: Provision, zone: Zone, parent: int, depth: int, in_table: bool) -> int:
        unit = Unit(len(units), provision, provision.kind, zone, parent, depth, in_table)
        units.append(unit)
        inside = in_table or provision.kind is Kind.TABLE
        if provision.children:
            unit.children = [add(child, zone, unit.index, depth + 1, inside) for child in provision.children]
        _describe(unit, units, options, shapes)
        return unit.index

    for zone in Zone:
        for provision in agreement.zone(zone):
            add(provision, zone, -1, 0, False)
    return units


def _describe(unit: Unit, units: list[Unit], options: Options, shapes: Shapes) -> None:
    provision = unit.provision
    heading, text, wrap_up = provision.heading.plain, provision.text.plain, provision.wrap_up.plain
    if unit.kind is Kind.TABLE:
        words = provision.words
    elif heading or wrap_up:
        words = "\x1f".join((heading, text, wrap_up)).strip("\x1f")
    else:
        words = text
    words = composed(words)
    unit.key = options.folded(words) if options.folds else words
    unit.size = unit.key.count(" ") + 1 if unit.key else 0
    unit.own = shapes.of(unit.kind, unit.key)
    # A unit without children is the shape of its wording: minus sets it apart from what has some.
    unit.shape = shapes.of(unit.own, *[units[c].shape for c in unit.children]) if unit.children else -unit.own


def words_of(key: str) -> list[str]:
    """The words of a wording, without regard to case."""
    return _WORD.findall(key.lower())


def in_order(one: list[str], other: list[str]) -> float:
    """How alike two rows of words are: the share of common words in the same order, 0 to 1."""
    equal = sum(block.b - block.a for block in blocks_between(one, other, tidy=False) if block.equal)
    return 2 * equal / (len(one) + len(other)) if one or other else 0.0


def alike(one: Unit, other: Unit) -> float:
    """How alike two wordings are: the share of common words, 0 to 1."""
    if one.key == other.key:
        return 1.0
    first, second = one.words, other.words
    if len(first) > len(second):
        first, second = second, first
    total = first.total() + second.total()
    if not total:
        return 0.0
    shared = sum(min(count, second[word]) for word, count in first.items() if word in second)
    return 2 * shared / total
