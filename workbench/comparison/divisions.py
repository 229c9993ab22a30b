"""Paragraphs divided in two and paragraphs put together.

A divided provision keeps its partner in the first part; the parts that follow stand beside it as siblings
without a partner, and together they hold the words of the whole. A provision put together is the same
seen from the other side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from workbench.agreement.tree import Kind
from workbench.comparison.pairs import Pairs
from workbench.comparison.units import Unit, in_order, words_of

DIVISIBLE = (
    Kind.PARTIES_CLAUSE, Kind.RECITAL, Kind.CITATION, Kind.AGREEING_FORMULA, Kind.PARAGRAPH,
    Kind.SUBPARAGRAPH, Kind.POINT, Kind.TESTIMONIUM, Kind.DONE_AT,
)  # fmt: skip
PARTS = 6
FROM_REST = 0.6
"""Share of a part's words that must come from what its first part left of the whole."""
COVERED = 0.6
"""Share of the whole's words that the parts must hold between them."""
IN_ORDER = 0.6
"""Share of the whole's words that the parts must hold in the same order."""


@dataclass(slots=True)
class Divisions:
    """`split`: old index -> new indices of its parts; `merged`: new index -> old indices."""

    split: dict[int, list[int]] = field(default_factory=dict)
    merged: dict[int, list[int]] = field(default_factory=dict)
    first_new: dict[int, int] = field(default_factory=dict)
    first_old: dict[int, int] = field(default_factory=dict)

    def drop(self, old: int, new: int) -> None:
        """Forget the division of a pair."""
        for part in self.split.pop(old, [])[1:]:
            del self.first_new[part]
        for part in self.merged.pop(new, [])[1:]:
            del self.first_old[part]


def divisions(pairs: Pairs) -> Divisions:
    """Find what was divided and what was put together; a whole is paired with its first part."""
    found = Divisions()
    for unit in pairs.old:
        other = pairs.to_new[unit.index]
        if other < 0 or unit.kind not in DIVISIBLE or unit.own == pairs.new[other].own:
            continue
        partner = pairs.new[other]
        parts = _parts(unit, partner, pairs.new, pairs.to_old)
        if parts:
            pairs.part(unit.index)
            pairs.join(unit.index, parts[0])
            found.split[unit.index] = parts
            found.first_new.update(dict.fromkeys(parts[1:], parts[0]))
            continue
        parts = _parts(partner, unit, pairs.old, pairs.to_new)
        if parts:
            pairs.part(unit.index)
            pairs.join(parts[0], partner.index)
            found.merged[partner.index] = parts
            found.first_old.update(dict.fromkeys(parts[1:], parts[0]))
    return found


def _parts(whole: Unit, part: Unit, units: list[Unit], partner: list[int]) -> list[int]:
    """Indices of the parts of `whole`, `part` among them, or nothing when it was not divided."""
    if part.kind not in DIVISIBLE or whole.size < 4:
        return []
    row = units[part.parent].children if part.parent >= 0 else None
    siblings = row if row is not None else [u.index for u in units if u.parent < 0 and u.zone is part.zone]
    here = siblings.index(part.index)
    if all(partner[index] >= 0 for index in siblings[max(0, here - 1) : here + 2]):
        return []
    rest = whole.words - part.words
    chosen = [part.index]
    for step in (1, -1):
        position = here + step
        while 0 <= position < len(siblings) and len(chosen) < PARTS:
            unit = units[siblings[position]]
            if partner[unit.index] >= 0 or unit.kind not in DIVISIBLE or unit.provision.heading:
                break
            if not _from(rest, unit.words):
                break
            rest -= unit.words
            chosen.append(unit.index)
            position += step
    chosen.sort()
    if len(chosen) < 2 or rest.total() > (1 - COVERED) * whole.words.total():
        return []
    if any(units[index].children for index in chosen[:-1]):
        return []
    if any(unit.heading or unit.wrap_up for unit in (whole.provision, *(units[i].provision for i in chosen))):
        return []
    said = [word for index in chosen for word in words_of(units[index].key)]
    return chosen if in_order(words_of(whole.key), said) >= IN_ORDER else []


def _from(rest: Counter[str], words: Counter[str]) -> bool:
    shared = (rest & words).total()
    return shared > 0 and shared >= FROM_REST * words.total()
