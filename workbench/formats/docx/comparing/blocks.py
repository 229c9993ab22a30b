"""Which paragraph, table or row of one file became which of the other: equal ones first, then alike ones.

Order is kept: what stands elsewhere is deleted here and inserted there. Nothing depends on time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from workbench.comparison.words import blocks_between, increasing
from workbench.formats.docx.comparing.lines import Line

ALIKE = 0.38
"""Share of common words from which two paragraphs, tables or rows are one that was changed."""
SHORT = 8
COMMON = 24
NEAR = 12
CANDIDATES = 6
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass
class Block:
    """A paragraph (with its line), a table or a row."""

    element: etree._Element
    key: str
    words: str
    line: Line | None = None
    shape: str = "p"
    tail: bool = False
    """Whether all that follows on either side shares the last break with it."""

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words, each as often as it occurs."""
        return Counter(_WORD.findall(self.words.casefold()))

    @cached_property
    def size(self) -> int:
        """How many words."""
        return sum(self.bag.values())


def pair(old: list[Block], new: list[Block]) -> list[tuple[int, int]]:
    """Indices of partners, rising on both sides."""
    mine = [i for i, block in enumerate(old) if block.key]
    yours = [j for j, block in enumerate(new) if block.key]
    found: list[tuple[int, int]] = []
    for block in blocks_between([old[i].key for i in mine], [new[j].key for j in yours], tidy=False):
        if block.equal:
            found.extend(zip(mine[block.a : block.b], yours[block.c : block.d], strict=True))
        else:
            found.extend(_alike(old, new, mine[block.a : block.b], yours[block.c : block.d]))
    return _with_empty(old, new, found)


def _alike(old: list[Block], new: list[Block], mine: list[int], yours: list[int]) -> list[tuple[int, int]]:
    if not mine or not yours:
        return []
    if len(mine) == len(yours) == 1 and _short(old[mine[0]]) and _short(new[yours[0]]):
        return [(mine[0], yours[0])]
    where: dict[str, list[int]] = defaultdict(list)
    for place, j in enumerate(yours):
        for word in new[j].bag:
            where[word].append(place)
    pairs: list[tuple[int, int, int]] = []
    for place, i in enumerate(mine):
        shared: Counter[int] = Counter()
        for word in old[i].bag:
            places = where.get(word, ())
            if len(places) <= COMMON:
                shared.update(places)
        best = sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - place), item[0]))
        near = range(max(0, place - NEAR), min(len(yours), place + NEAR + 1))
        for other in sorted({*(p for p, _ in best[:CANDIDATES]), *near}, reverse=True):
            likeness = alike(old[i], new[yours[other]])
            if likeness >= ALIKE:
                pairs.append((i, yours[other], round(1000 * likeness)))
    chosen = increasing([j for _, j, _ in pairs], [weight for _, _, weight in pairs])
    return [pairs[index][:2] for index in chosen]


def _short(block: Block) -> bool:
    """Whether it is a paragraph of a few words: alone between two that stayed, it took the other's place."""
    return block.shape == "p" and block.size <= SHORT


def alike(old: Block, new: Block) -> float:
    """Share of common words, 0 to 1; things of different shape have nothing in common."""
    if old.shape != new.shape:
        return 0.0
    total = old.size + new.size
    if not total or 2 * min(old.size, new.size) < ALIKE * total:
        return 0.0
    few, many = (old.bag, new.bag) if len(old.bag) < len(new.bag) else (new.bag, old.bag)
    return 2 * sum(min(count, many[word]) for word, count in few.items() if word in many) / total


def _with_empty(old: list[Block], new: list[Block], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair the empty paragraphs between two pairs, first with first, from the end backwards too."""
    result: list[tuple[int, int]] = []
    before = (-1, -1)
    for i, j in [*found, (len(old), len(new))]:
        mine = [k for k in range(before[0] + 1, i) if not old[k].key]
        yours = [k for k in range(before[1] + 1, j) if not new[k].key]
        result.extend(zip(mine, yours, strict=False))
        result.append((i, j))
        before = (i, j)
    return result[:-1]
