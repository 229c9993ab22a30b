"""Which paragraph, table or row of one file became which of the other: equal ones first, then alike ones.

Order is kept among what stayed; what stands elsewhere is left over for `moves`. Nothing depends on time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from workbench.comparison.blocks import blocks_between, increasing
from workbench.formats.docx.comparing.blocks import Block

ALIKE = 0.38
"""Share of common words from which two paragraphs, tables or rows are one that was changed."""
SHORT = 8
COMMON = 24
NEAR, NEAR_IN_LONG = 12, 3
"""Places on either side of the same one that are looked at; fewer where more than `LONG` blocks differ."""
LONG = 10_000
CANDIDATES = 6
Pair = tuple[int, int]


def equal_pairs(old: list[Block], new: list[Block]) -> tuple[list[Pair], list[tuple[list[int], list[int]]]]:
    """Blocks that say the same in the same order, and what is left on either side between them."""
    mine = [i for i, block in enumerate(old) if block.key]
    yours = [j for j, block in enumerate(new) if block.key]
    found: list[Pair] = []
    gaps: list[tuple[list[int], list[int]]] = []
    for block in blocks_between([old[i].key for i in mine], [new[j].key for j in yours], tidy=False):
        if block.equal:
            found.extend(zip(mine[block.a : block.b], yours[block.c : block.d], strict=True))
        else:
            gaps.append((mine[block.a : block.b], yours[block.c : block.d]))
    return found, gaps


def alike_pairs(old: list[Block], new: list[Block], mine: list[int], yours: list[int]) -> list[Pair]:
    """Partners within a gap, rising on both sides."""
    if not mine or not yours:
        return []
    if len(mine) == len(yours) == 1 and _short(old[mine[0]]) and _short(new[yours[0]]):
        return [(mine[0], yours[0])]
    finder = Finder(new, yours)
    pairs: list[tuple[int, int, int]] = []
    reach = NEAR if len(mine) + len(yours) <= LONG else NEAR_IN_LONG
    for place, i in enumerate(mine):
        near = range(max(0, place - reach), min(len(yours), place + reach + 1))
        for other in sorted({*finder.candidates(old[i], place), *near}, reverse=True):
            likeness = alike(old[i], new[yours[other]])
            if likeness >= ALIKE:
                pairs.append((i, yours[other], round(1000 * likeness)))
    chosen = increasing([j for _, j, _ in pairs], [weight for _, _, weight in pairs])
    return [pairs[index][:2] for index in chosen]


class Finder:
    """Finds among some blocks those that share the rarer words of another."""

    def __init__(self, blocks: list[Block], indices: Iterable[int]) -> None:
        self._where: dict[str, list[int]] = defaultdict(list)
        for place, index in enumerate(indices):
            for word in blocks[index].bag:
                self._where[word].append(place)

    def candidates(self, block: Block, place: int) -> list[int]:
        """Places of the best candidates, the nearest to `place` first among equals."""
        shared: Counter[int] = Counter()
        for word in block.bag:
            places = self._where.get(word, ())
            if len(places) <= COMMON:
                shared.update(places)
        best = sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - place), item[0]))
        return [found for found, _ in best[:CANDIDATES]]


def _short(block: Block) -> bool:
    """Whether it is a paragraph of a few words: alone between two that stayed, it took the other's place."""
    return block.shape == "p" and block.size <= SHORT


def alike(old: Block, new: Block, least: float = ALIKE) -> float:
    """Share of common words, 0 to 1; things of different shape have nothing in common.

    0 also where the sizes alone tell that it is less than `least`.
    """
    if old.shape != new.shape:
        return 0.0
    total = old.size + new.size
    if not total or 2 * min(old.size, new.size) < least * total:
        return 0.0
    mine, yours = old.bag, new.bag
    common = mine.keys() & yours.keys()
    if len(mine) == old.size or len(yours) == new.size:  # no word stands in it twice
        return 2 * len(common) / total
    return 2 * sum([min(mine[word], yours[word]) for word in common]) / total


def with_empty(old: list[Block], new: list[Block], found: list[Pair], taken: frozenset[Block]) -> list[Pair]:
    """Pair the empty paragraphs between two pairs; those of moves are `taken`.

    From the outside inwards, so that what came or went between them stays together: a paragraph usually comes
    with the empty line after it.
    """
    result: list[Pair] = []
    before = (-1, -1)
    for i, j in [*found, (len(old), len(new))]:
        mine = [k for k in range(before[0] + 1, i) if old[k] not in taken]
        yours = [k for k in range(before[1] + 1, j) if new[k] not in taken]
        start, end = 0, min(len(mine), len(yours))
        while start < end and not old[mine[start]].key and not new[yours[start]].key:
            start += 1
        last = 0
        while last < end - start and not old[mine[-1 - last]].key and not new[yours[-1 - last]].key:
            last += 1
        rest = [k for k in mine[start : len(mine) - last] if not old[k].key]
        others = [k for k in yours[start : len(yours) - last] if not new[k].key]
        result.extend(zip(mine[:start], yours[:start], strict=True))
        result.extend(zip(rest, others, strict=False))
        result.extend(zip(mine[len(mine) - last :], yours[len(yours) - last :], strict=True))
        result.append((i, j))
        before = (i, j)
    return _without_lone(old, new, result[:-1])


def _without_lone(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[Pair]:
    """Leave no empty paragraph alone between two that came or two that went.

    LibreOffice loses it when it takes those two back; and one change is read more easily than two.
    """
    mine, yours = dict(pairs), {j: i for i, j in pairs}
    waiting = [pair for pair in pairs if not old[pair[0]].key and not new[pair[1]].key]
    while waiting:
        i, j = waiting.pop()
        if mine.get(i) != j:
            continue
        alone_new = 0 < j < len(new) - 1 and j - 1 not in yours and j + 1 not in yours
        alone_old = 0 < i < len(old) - 1 and i - 1 not in mine and i + 1 not in mine
        if alone_new or alone_old:
            del mine[i], yours[j]
            for k in (i - 1, i + 1):
                if k in mine and not old[k].key and not new[mine[k]].key:
                    waiting.append((k, mine[k]))
            for k in (j - 1, j + 1):
                if k in yours and not new[k].key and not old[yours[k]].key:
                    waiting.append((yours[k], k))
    return sorted(mine.items())


def left_over(blocks: list[Block], paired: Iterable[int]) -> Iterator[int]:
    """Indices of those that say something and have no partner."""
    known = set(paired)
    return (index for index, block in enumerate(blocks) if index not in known and block.key)
