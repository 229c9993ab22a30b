"""Two rows of tokens, lines or other keys against each other: where they are equal and where they changed.

The keys are compared by diff-match-patch as if each were one letter, and the result is tidied for the eye:
no island of a short unchanged word between two changes, no confetti. The result never depends on time: long
rows are first divided at rare keys both hold, and what is still too long to compare counts as replaced whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import fast_diff_match_patch

ALIKE = 1 / 3
"""Texts less alike than this are replaced whole."""
TOKENS = 4000
"""Longest stretch (tokens of both sides) that is compared as it stands."""
ISLAND = 4
"""Letters up to which a word is short: between two changes it goes with them."""
PHRASE = 3
"""Words from which two insertions, or two deletions, around a short word are read more easily as one."""

_FIRST = 0x100
_SURROGATES = range(0xD800, 0xE000)


class Block(NamedTuple):
    """Tokens [a, b) of the old text against [c, d) of the new one."""

    equal: bool
    a: int
    b: int
    c: int
    d: int


def blocks_between(ours: Sequence[str], theirs: Sequence[str], *, tidy: bool = True) -> list[Block]:
    """Blocks of two sequences, changed and equal in turn; `tidy` makes changes of words fit for the eye."""
    found = _changes(ours, theirs)
    if not tidy:
        return _with_equals(found, len(ours), len(theirs))
    found = [_trimmed(block, ours, theirs) for block in _without_islands(found, ours, theirs)]
    found = _joined([_at_word_boundary(block, ours, theirs) for block in found])
    if found and too_different(found, ours, theirs):
        found = [Block(False, 0, len(ours), 0, len(theirs))]
    return _with_equals(found, len(ours), len(theirs))


def too_different(changes: list[Block], ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the two have so little in common that marking single words would be confetti."""
    if _words(ours) < 4 or _words(theirs) < 4:
        return False
    a, b = _letters(ours), _letters(theirs)
    if not min(a, b):
        return False
    equal = a - sum(_letters(ours[x.a : x.b]) for x in changes)
    contained = equal >= 0.8 * min(a, b) and len(changes) <= 4
    return 2 * equal < ALIKE * (a + b) and not contained


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> list[Block]:
    """The changed blocks, in order, not touching each other."""
    low = 0
    while low < min(len(ours), len(theirs)) and ours[low] == theirs[low]:
        low += 1
    a, c = len(ours), len(theirs)
    while a > low and c > low and ours[a - 1] == theirs[c - 1]:
        a, c = a - 1, c - 1
    if a == low and c == low:
        return []
    if low in (a, c):
        return [Block(False, low, a, low, c)]
    found: list[Block] = []
    for stretch in _short_stretches(ours, theirs, Block(False, low, a, low, c)):
        found.extend(_stretch(ours, theirs, stretch))
    return _joined(found)


def _short_stretches(ours: Sequence[str], theirs: Sequence[str], whole: Block) -> list[Block]:
    """Divide a long stretch where both hold the same three tokens once, in the same order."""
    if _length(whole) <= TOKENS:
        return [whole]
    mine, yours = _once(ours, whole.a, whole.b), _once(theirs, whole.c, whole.d)
    pairs = sorted((i, yours[key]) for key, i in mine.items() if key in yours)
    result = []
    a, c = whole.a, whole.c
    for index in increasing([j for _, j in pairs], [1] * len(pairs)):
        i, j = pairs[index]
        result.append(Block(False, a, i, c, j))
        a, c = i, j
    result.append(Block(False, a, whole.b, c, whole.d))
    return result


def _once(keys: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Triples of tokens that occur exactly once in [start, end), with their place."""
    places: dict[str, int] = {}
    for i in range(start, end - 2):
        key = "\x02".join(keys[i : i + 3])
        places[key] = -1 if key in places else i
    return {key: place for key, place in places.items() if place >= 0}


def increasing(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence; ties go to the earliest."""
    if all(before < after for before, after in pairwise(values)):
        return list(range(len(values)))
    order = {value: rank for rank, value in enumerate(sorted(set(values)), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)
    previous = [-1] * len(values)
    total = [0] * len(values)
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        rank = order[value] - 1
        heaviest = (0, -1)
        while rank > 0:
            if best[rank][0] > heaviest[0]:
                heaviest = best[rank]
            rank -= rank & -rank
        previous[index] = heaviest[1]
        total[index] = heaviest[0] + weight
        rank = order[value]
        while rank < len(best):
            if total[index] > best[rank][0]:
                best[rank] = (total[index], index)
            rank += rank & -rank
    last = max(range(len(values)), key=lambda i: (total[i], -i), default=-1)
    chain = []
    while last >= 0:
        chain.append(last)
        last = previous[last]
    return chain[::-1]


def _length(block: Block) -> int:
    return block.b - block.a + block.d - block.c


def _stretch(ours: Sequence[str], theirs: Sequence[str], whole: Block) -> list[Block]:
    """Changed blocks of a stretch; one that is too long to compare is one block."""
    _, a, b, c, d = whole
    if a == b and c == d:
        return []
    if a == b or c == d or _length(whole) > TOKENS:
        return [whole]
    if b - a == d - c == 1 and ours[a] != theirs[c]:
        return [whole]
    letters: dict[str, str] = {}
    left = "".join(_letter(letters, key) for key in ours[a:b])
    right = "".join(_letter(letters, key) for key in theirs[c:d])
    found = []
    i, j = a, c
    deleted, inserted = 0, 0
    # Without a time limit (0): with one the result would depend on how busy the machine is.
    for op, length in fast_diff_match_patch.diff(left, right, timelimit=0, checklines=False, cleanup="No"):
        if op == "=":
            if deleted or inserted:
                found.append(Block(False, i, i + deleted, j, j + inserted))
            i, j = i + deleted + length, j + inserted + length
            deleted = inserted = 0
        elif op == "-":
            deleted += length
        else:
            inserted += length
    if deleted or inserted:
        found.append(Block(False, i, i + deleted, j, j + inserted))
    return found


def _letter(letters: dict[str, str], key: str) -> str:
    known = letters.get(key)
    if known is None:
        code = _FIRST + len(letters)
        if code >= _SURROGATES.start:
            code += len(_SURROGATES)
        known = letters[key] = chr(code)
    return known


def _joined(changes: list[Block]) -> list[Block]:
    """Changes that touch each other, as one."""
    result: list[Block] = []
    for block in changes:
        if result and result[-1].b == block.a and result[-1].d == block.c:
            result[-1] = Block(False, result[-1].a, block.b, result[-1].c, block.d)
        else:
            result.append(block)
    return result


def _without_islands(changes: list[Block], ours: Sequence[str], theirs: Sequence[str]) -> list[Block]:
    """Join changes that only space, punctuation or a short word stands between."""
    result: list[Block] = []
    for block in changes:
        if result and _is_island(result[-1], block, ours, theirs):
            result[-1] = Block(False, result[-1].a, block.b, result[-1].c, block.d)
        else:
            result.append(block)
    return result


def _is_island(before: Block, after: Block, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    between = ours[before.b : after.a]
    words = [key for key in between if key[:1].isalnum()]
    one_sided = (before.a == before.b and after.a == after.b) or (before.c == before.d and after.c == after.d)
    if not words:
        # Two insertions (or two deletions) around a comma are read more easily apart.
        return not one_sided or all(key.isspace() for key in between)
    if one_sided and not all(_is_phrase(block, ours, theirs) for block in (before, after)):
        return False
    return len(words) == 1 and len(words[0]) <= ISLAND and len(between) <= 3


def _is_phrase(block: Block, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return _words(ours[block.a : block.b]) + _words(theirs[block.c : block.d]) >= PHRASE


def _trimmed(block: Block, ours: Sequence[str], theirs: Sequence[str]) -> Block:
    """Leave out what changes that were joined begin or end with on both sides: it did not change."""
    _, a, b, c, d = block
    while a < b and c < d and ours[a] == theirs[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and ours[b - 1] == theirs[d - 1]:
        b, d = b - 1, d - 1
    return Block(False, a, b, c, d)


def _at_word_boundary(block: Block, ours: Sequence[str], theirs: Sequence[str]) -> Block:
    """Slide a pure insertion or deletion so that it starts a word, not the space before one."""
    if block.a != block.b and block.c != block.d:
        return block
    keys, start, end = (theirs, block.c, block.d) if block.a == block.b else (ours, block.a, block.b)
    if not keys[start].isspace() or end == len(keys) or not keys[end].isspace() or keys[end] != keys[start]:
        return block
    return Block(False, block.a + 1, block.b + 1, block.c + 1, block.d + 1)


def _with_equals(changes: list[Block], length: int, other: int) -> list[Block]:
    """The changed blocks and the equal ones between them."""
    result: list[Block] = []
    a = c = 0
    for block in changes:
        if block.a > a:
            result.append(Block(True, a, block.a, c, block.c))
        result.append(block)
        a, c = block.b, block.d
    if a < length:
        result.append(Block(True, a, length, c, other))
    return result


def _letters(keys: Sequence[str]) -> int:
    return sum([len(key) for key in keys if key[:1].isalnum()])


def _words(keys: Sequence[str]) -> int:
    # A long equal beginning or end is one token of many words; an atom of a few words counts as one.
    return sum(max(1, key.count(" ") // 2) for key in keys if key[:1].isalnum())
