"""Matching the blocks of two stories: what stayed, what changed, and what stands elsewhere now.

Paragraphs that say the same elsewhere are moves before anything is taken for a change of something else;
changed ones are moves when they are much more alike than any neighbour. Paragraphs that moved side by side
are one move. Tables are not moved: Word marks no moved rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import islice

from workbench.comparison.blocks import blocks_between
from workbench.formats.docx.comparing.blocks import Block, Move
from workbench.formats.docx.comparing.lines import tokens_of_pair
from workbench.formats.docx.comparing.pairing import (
    COMMON,
    Finder,
    Pair,
    alike,
    alike_pairs,
    equal_pairs,
    left_over,
    with_empty,
)

WORDS_TO_MOVE = 5
"""Fewer words (signs included) standing elsewhere are no move: short lines repeat themselves."""
ALIKE_ELSEWHERE = 0.6
MUCH_ALIKE = 0.8
"""From which share on a partner elsewhere is better than a weak one in place."""
HELD = 0.5
"""Share of the words of a changed paragraph that must have moved in one piece or several."""


def matched(old: list[Block], new: list[Block]) -> tuple[list[Pair], list[Move]]:
    """Pairs of what stayed, rising on both sides, and the moves; `Block.move` and `kept` are set."""
    found, gaps = equal_pairs(old, new)
    partners = _equal_elsewhere(old, new, gaps)
    taken_new = set(partners.values())
    for mine, yours in gaps:
        found.extend(
            alike_pairs(
                old, new, [i for i in mine if i not in partners], [j for j in yours if j not in taken_new]
            )
        )
    found.sort()
    _alike_elsewhere(old, new, found, partners)
    moves = _grouped(old, new, found, partners)
    taken = frozenset(block for move in moves for block in (*move.away, *move.here))
    return with_empty(old, new, found, taken), moves


def _equal_elsewhere(
    old: list[Block], new: list[Block], gaps: list[tuple[list[int], list[int]]]
) -> dict[int, int]:
    free_old = {i for mine, _ in gaps for i in mine if old[i].shape == "p"}
    where: dict[str, list[int]] = defaultdict(list)
    for i in sorted(free_old):
        where[old[i].key].append(i)
    free_new = {j for _, yours in gaps for j in yours if new[j].shape == "p"}
    partners: dict[int, int] = {}
    for j in sorted(free_new):
        if j not in free_new:
            continue
        best: list[Pair] = []
        for i in _some_of(where.get(new[j].key, []), free_old):
            run = _run(old, new, free_old, free_new, (i, j))
            if _size(old, run) > _size(old, best):
                best = run
        if _size(old, best) >= WORDS_TO_MOVE:
            partners.update(best)
            free_old.difference_update(i for i, _ in best)
            free_new.difference_update(k for _, k in best)
    return partners


def _some_of(places: list[int], free: set[int]) -> list[int]:
    """The first of those that are free: a line that stands everywhere is not sought everywhere."""
    found = [i for i in islice(places, 2 * COMMON) if i in free]
    if len(found) < COMMON < len(places):
        places[:] = [i for i in places if i in free]
        found = places[:COMMON]
    return found[:COMMON]


def _run(old: list[Block], new: list[Block], mine: set[int], yours: set[int], start: Pair) -> list[Pair]:
    """Equal paragraphs in a row, empty ones between them passed over."""
    found: list[Pair] = []
    i, j = start
    while i in mine and j in yours and old[i].key == new[j].key:
        found.append((i, j))
        i, j = _next(old, i), _next(new, j)
    return found


def _next(blocks: list[Block], index: int) -> int:
    index += 1
    while index < len(blocks) and not blocks[index].key:
        index += 1
    return index


def _size(blocks: list[Block], run: list[Pair]) -> int:
    return sum(blocks[i].size for i, _ in run)


def _alike_elsewhere(old: list[Block], new: list[Block], found: list[Pair], partners: dict[int, int]) -> None:
    """Add changed paragraphs that moved to `partners`; weak pairs in place give way to much better ones."""
    weak = {
        (i, j): likeness
        for i, j in found
        if old[i].key != new[j].key and (likeness := alike(old[i], new[j])) < ALIKE_ELSEWHERE
    }
    weak_old, weak_new = {i for i, _ in weak}, {j for _, j in weak}
    firm = [pair for pair in found if pair not in weak]
    mine = [i for i in left_over(old, [*(i for i, _ in firm), *partners]) if _can_move(old[i])]
    yours = [j for j in left_over(new, [*(j for _, j in firm), *partners.values()]) if _can_move(new[j])]
    if not mine or not yours:
        return
    finder = Finder(new, yours)
    scored: list[tuple[float, int, int]] = []
    for place, i in enumerate(mine):
        for other in finder.candidates(old[i], place):
            j = yours[other]
            least = MUCH_ALIKE if i in weak_old or j in weak_new else ALIKE_ELSEWHERE
            likeness = alike(old[i], new[j], least)
            if likeness >= least and (i, j) not in weak:
                scored.append((-likeness, i, j))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, i, j in sorted(scored):
        if i in taken_old or j in taken_new:
            continue
        taken_old.add(i)
        taken_new.add(j)
        found[:] = [pair for pair in found if pair not in weak or (pair[0] != i and pair[1] != j)]
        place = bisect_left(found, (i, j))
        fits = (place == 0 or found[place - 1][1] < j) and (place == len(found) or found[place][1] > j)
        if fits:
            found.insert(place, (i, j))
        else:
            partners[i] = j


def _can_move(block: Block) -> bool:
    return block.shape == "p" and block.size >= WORDS_TO_MOVE


def _grouped(old: list[Block], new: list[Block], found: list[Pair], partners: dict[int, int]) -> list[Move]:
    """Moves of paragraphs that stand side by side in both texts, with the empty ones between them."""
    paired_old, paired_new = {i for i, _ in found}, {j for _, j in found}
    moves: list[Move] = []
    last: Pair | None = None
    for i, j in sorted(partners.items()):
        if not _hold(old[i], new[j]):
            continue
        between_old = range(last[0] + 1, i) if last else range(0)
        between_new = range(last[1] + 1, j) if last else range(0)
        side_by_side = (
            last is not None
            and j > last[1]
            and all(not old[k].key and k not in paired_old for k in between_old)
            and all(not new[k].key and k not in paired_new for k in between_new)
        )
        if not side_by_side:
            moves.append(Move())
        else:
            moves[-1].away.extend(old[k] for k in between_old)
            moves[-1].here.extend(new[k] for k in between_new)
        moves[-1].away.append(old[i])
        moves[-1].here.append(new[j])
        moves[-1].pairs.append((old[i], new[j]))
        last = (i, j)
    for move in moves:
        for block in (*move.away, *move.here):
            block.move = move
    return moves


def _hold(old: Block, new: Block) -> bool:
    """Find what moved of a paragraph that may have been changed as well; False where it is too little."""
    if old.line is None or new.line is None:
        return False
    if old.key == new.key:
        old.kept, new.kept = [(0, old.line.length)], [(0, new.line.length)]
        return True
    mine, yours = tokens_of_pair(old.line, new.line)
    held = [x for x in blocks_between([t.key for t in mine], [t.key for t in yours]) if x.equal]
    letters = sum(mine[x.b - 1].end - mine[x.a].start for x in held)
    if letters < HELD * min(old.line.length, new.line.length):
        return False
    old.kept = [(mine[x.a].start, mine[x.b - 1].end) for x in held]
    new.kept = [(yours[x.c].start, yours[x.d - 1].end) for x in held]
    return True
