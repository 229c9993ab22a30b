"""Where two sides changed one text: the stretches of the base that one side or both wrote anew.

Edits meet when they touch the same words or words side by side: *three months* made *six months* by one
delegation and *three weeks* by the other is no *six weeks*. What two sides dispute is never cut through a
pair of brackets: a stretch grows until each side's words hold both brackets or neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.agreement.text import Text
from workbench.comparison.blocks import Block, blocks_between
from workbench.comparison.options import PLAIN
from workbench.comparison.tokens import Token, part, tokens

JOINT = "\ufdd0"
"""Stands between the paragraphs of one text; a non-character, so that no text holds it."""
REACH = 600
"""Tokens within which a bracket's counterpart is looked for."""
_OPENING, _CLOSING = "([{«", ")]}»"


class Region(NamedTuple):
    """Words [a, b) of the base that one side or both changed, with what either side has there."""

    a: int
    b: int
    ours: tuple[int, int]
    theirs: tuple[int, int]
    by_ours: int
    by_theirs: int


class Comparison:
    """One side against the base."""

    def __init__(self, base: Text, side: Text) -> None:
        self.base_text, self.side_text = base, side
        self.before, self.after = tokens(base, PLAIN), tokens(side, PLAIN)
        keys = [t.key for t in self.before]
        found = blocks_between(keys, [t.key for t in self.after])
        self.changes = [block for block in found if not block.equal]

    def base(self, first: int, last: int) -> Text:
        """Words of the base, by their places."""
        return span(self.base_text, self.before, first, last)

    def words(self, first: int, last: int) -> Text:
        """Words of this side, by their places."""
        return span(self.side_text, self.after, first, last)

    def keys(self, first: int, last: int) -> list[str]:
        """What words of this side are compared by."""
        return [token.key for token in self.after[first:last]]


def regions(mine: Comparison, yours: Comparison) -> list[Region]:
    """The changes of both sides in order; those that meet are one region."""
    both = (mine, yours)
    clusters: list[list[tuple[int, Block]]] = []
    for who, change in sorted(
        [(who, change) for who, side in enumerate(both) for change in side.changes],
        key=lambda item: (item[1].a, item[1].b, item[0]),
    ):
        if clusters and _meet(clusters[-1], who, change, both):
            clusters[-1].append((who, change))
        else:
            clusters.append([(who, change)])
    found = []
    shift = [0, 0]
    for cluster in clusters:
        a, b = min(c.a for _, c in cluster), max(c.b for _, c in cluster)
        starts = (a + shift[0], a + shift[1])
        for who, change in cluster:
            shift[who] += (change.d - change.c) - (change.b - change.a)
        sides = [who for who, _ in cluster]
        ours, theirs = (starts[0], b + shift[0]), (starts[1], b + shift[1])
        found.append(Region(a, b, ours, theirs, sides.count(0), sides.count(1)))
    return _balanced(found, mine, yours)


def _meet(
    cluster: list[tuple[int, Block]], who: int, change: Block, both: tuple[Comparison, Comparison]
) -> bool:
    """Whether a change of one side meets those before it: at the same words, or with no word between."""
    end = max(c.b for _, c in cluster)
    others = [c for side, c in cluster if side != who]
    if not others:
        return change.a < end
    if change.a < end or any(change.a == c.a and change.b == c.b for c in others):
        return True
    if any(token.key[:1].isalnum() for token in both[0].before[end : change.a]):
        return False
    # A paragraph that one side divided is no change of the words on either side of the division.
    return not (_only_space(change, both[who]) or any(_only_space(c, both[1 - who]) for c in others))


def _only_space(change: Block, found: Comparison) -> bool:
    keys = [t.key for t in (*found.before[change.a : change.b], *found.after[change.c : change.d])]
    return all(not key.strip(f" \t\n\u00a0{JOINT}") for key in keys)


def _balanced(found: list[Region], mine: Comparison, yours: Comparison) -> list[Region]:
    """The same regions, those in dispute large enough to hold each bracket with its counterpart."""
    index = 0
    while index < len(found):
        region = found[index]
        if region.by_ours and region.by_theirs:
            first, last, grown = _grown(found, index, mine, yours)
            if grown != region:
                found[first : last + 1] = [grown]
                index = first
        index += 1
    return found


def _grown(found: list[Region], index: int, mine: Comparison, yours: Comparison) -> tuple[int, int, Region]:
    """A region grown to the counterparts of its brackets, and which regions it has swallowed.

    Where a bracket has no counterpart, the region stays as it was.
    """
    first = last = index
    region = found[index]
    for _ in range(REACH):
        lacking = _lacking(region, mine, yours)
        if lacking is None:
            return first, last, region
        if lacking:  # an opening bracket wants its closing one
            if last + 1 < len(found) and found[last + 1].a == region.b:
                last += 1
                region = _joined(region, found[last])
            elif region.b < len(mine.before):
                region = region._replace(
                    b=region.b + 1,
                    ours=(region.ours[0], region.ours[1] + 1),
                    theirs=(region.theirs[0], region.theirs[1] + 1),
                )
            else:
                break
        elif first > 0 and found[first - 1].b == region.a:
            first -= 1
            region = _joined(found[first], region)
        elif region.a > 0:
            region = region._replace(
                a=region.a - 1,
                ours=(region.ours[0] - 1, region.ours[1]),
                theirs=(region.theirs[0] - 1, region.theirs[1]),
            )
        else:
            break
    return index, index, found[index]


def _joined(one: Region, other: Region) -> Region:
    return Region(
        one.a,
        other.b,
        (one.ours[0], other.ours[1]),
        (one.theirs[0], other.theirs[1]),
        one.by_ours + other.by_ours,
        one.by_theirs + other.by_theirs,
    )


def _lacking(region: Region, mine: Comparison, yours: Comparison) -> bool | None:
    """Whether a closing bracket is wanted behind a region (True) or an opening one before it (False)."""
    unmatched = [
        side
        for keys in (mine.keys(*region.ours), yours.keys(*region.theirs))
        for side in unmatched_brackets("".join(keys))
    ]
    return any(unmatched) if unmatched else None


def unmatched_brackets(words: str) -> list[bool]:
    """Of every bracket without counterpart whether it opens."""
    waiting: list[str] = []
    alone: list[bool] = []
    for sign in words:
        if sign in _OPENING:
            waiting.append(sign)
        elif sign in _CLOSING:
            if waiting and waiting[-1] == _OPENING[_CLOSING.index(sign)]:
                waiting.pop()
            else:
                alone.append(False)
    return [*alone, *(True for _ in waiting)]


def span(text: Text, found: Sequence[Token], first: int, last: int) -> Text:
    """The words of some tokens with their marks."""
    return part(text, found[first].start, found[last - 1].end) if first < last else Text()
