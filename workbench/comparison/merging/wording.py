"""Three wordings of one text: edits that stand apart are made, edits that meet become alternatives.

Edits meet when they touch the same words or words side by side: *three months* made *six months* by one
delegation and *three weeks* by the other is no *six weeks*. Both wordings then stand in the text, each in
square brackets and marked as the alternative of its delegation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID, uuid5

from workbench.agreement.text import Alternative, Text
from workbench.comparison.blocks import Block, blocks_between
from workbench.comparison.decisions import rejoined
from workbench.comparison.options import PLAIN
from workbench.comparison.tokens import Token, part, tokens

JOINT = "\ufdd0"
"""Stands between the paragraphs of one text; a non-character, so that no text holds it."""


@dataclass(slots=True)
class Table:
    """The two delegations, and the groups of alternatives given so far, the same in each run."""

    ours: str
    theirs: str
    space: UUID
    given: int = 0

    def group(self) -> str:
        """A group of alternatives that no other place has."""
        self.given += 1
        return uuid5(self.space, f"alternatives {self.given}").hex[:8]

    def alternatives(self, ours: Text, theirs: Text) -> Text:
        """Both wordings side by side; empty brackets say that a delegation wants no words."""
        group = self.group()
        return bracketed(ours, group, self.ours) + bracketed(theirs, group, self.theirs)


@dataclass(slots=True)
class MergedWords:
    """The wording, how many edits were made in it, and the wordings that met."""

    text: Text
    edits: int = 0
    conflicts: list[tuple[str, str]] = field(default_factory=list)


class _Region(NamedTuple):
    """Words [a, b) of the base that one side or both changed, with what either side has there."""

    a: int
    b: int
    ours: tuple[int, int]
    theirs: tuple[int, int]
    by_ours: int
    by_theirs: int


def bracketed(words: Text, group: str, delegation: str) -> Text:
    """Words in square brackets, marked as one delegation's alternative."""
    whole = Text("[") + words + Text("]")
    return whole.marked(0, len(whole), Alternative(group, delegation))


def merge_words(base: Text, ours: Text, theirs: Text, table: Table) -> MergedWords:
    """One text in three states as one.

    Where only one side changed the text, the result is that side's, exactly. Marks that no reader sees
    (terms, references, names) come from the side that changed them.
    """
    if theirs in (ours, base):
        return MergedWords(ours, _edits(base, ours))
    if ours == base:
        return MergedWords(theirs, _edits(base, theirs))
    mine = _Comparison(base, ours)
    yours = _Comparison(base, theirs)
    merged = MergedWords(Text())
    parts: list[Text] = []
    at, in_ours, in_theirs = 0, 0, 0
    for region in [*_regions(mine, yours), None]:
        end = region.a if region else len(mine.before)
        parts.append(
            _silent(
                mine.base(at, end),
                mine.words(in_ours, in_ours + end - at),
                yours.words(in_theirs, in_theirs + end - at),
            )
        )
        if region is None:
            break
        parts.extend(_resolved(region, mine, yours, table, merged))
        at, in_ours, in_theirs = region.b, region.ours[1], region.theirs[1]
    merged.text = rejoined(parts)
    return merged


class _Comparison:
    """One side against the base."""

    def __init__(self, base: Text, side: Text) -> None:
        self.base_text, self.side_text = base, side
        self.before, self.after = tokens(base, PLAIN), tokens(side, PLAIN)
        keys = [t.key for t in self.before]
        found = blocks_between(keys, [t.key for t in self.after])
        self.changes = [block for block in found if not block.equal]

    def base(self, first: int, last: int) -> Text:
        return _span(self.base_text, self.before, first, last)

    def words(self, first: int, last: int) -> Text:
        return _span(self.side_text, self.after, first, last)


def _edits(base: Text, side: Text) -> int:
    return len(_Comparison(base, side).changes) if base != side else 0


def _regions(mine: _Comparison, yours: _Comparison) -> list[_Region]:
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
    regions = []
    shift = [0, 0]
    for cluster in clusters:
        a, b = min(c.a for _, c in cluster), max(c.b for _, c in cluster)
        starts = (a + shift[0], a + shift[1])
        for who, change in cluster:
            shift[who] += (change.d - change.c) - (change.b - change.a)
        sides = [who for who, _ in cluster]
        ours, theirs = (starts[0], b + shift[0]), (starts[1], b + shift[1])
        regions.append(_Region(a, b, ours, theirs, sides.count(0), sides.count(1)))
    return regions


def _meet(
    cluster: list[tuple[int, Block]], who: int, change: Block, both: tuple[_Comparison, _Comparison]
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


def _only_space(change: Block, found: _Comparison) -> bool:
    keys = [t.key for t in (*found.before[change.a : change.b], *found.after[change.c : change.d])]
    return all(not key.strip(f" \t\n\u00a0{JOINT}") for key in keys)


def _resolved(
    region: _Region, mine: _Comparison, yours: _Comparison, table: Table, merged: MergedWords
) -> list[Text]:
    ours, theirs = mine.words(*region.ours), yours.words(*region.theirs)
    if not region.by_theirs or ours == theirs:
        merged.edits += region.by_ours
        return [ours]
    if not region.by_ours:
        merged.edits += region.by_theirs
        return [theirs]
    before, ours, theirs, after = _without_shared_space(ours, theirs)
    ours, theirs = _on_one_line(ours), _on_one_line(theirs)
    merged.conflicts.append((ours.plain, theirs.plain))
    return [before, table.alternatives(ours, theirs), after]


def _without_shared_space(ours: Text, theirs: Text) -> tuple[Text, Text, Text, Text]:
    """Space that both have at an edge stays outside of the brackets."""
    start = 0
    shortest = min(len(ours), len(theirs))
    while start < shortest and ours.plain[start] == theirs.plain[start] and ours.plain[start].isspace():
        start += 1
    end = 0
    while (
        end < shortest - start
        and ours.plain[len(ours) - 1 - end] == theirs.plain[len(theirs) - 1 - end]
        and ours.plain[len(ours) - 1 - end].isspace()
    ):
        end += 1
    return (
        part(ours, 0, start),
        part(ours, start, len(ours) - end),
        part(theirs, start, len(theirs) - end),
        part(ours, len(ours) - end, len(ours)),
    )


def _on_one_line(words: Text) -> Text:
    """An alternative cannot run over two paragraphs: their border becomes a line break in it."""
    while (at := words.plain.find(JOINT)) >= 0:
        words = words.replace(at, at + 1, "\n")
    return words


def _silent(base: Text, ours: Text, theirs: Text) -> Text:
    """The same words three times; what is marked in them comes from the side that changed it."""
    return theirs if ours == base else ours


def _span(text: Text, found: Sequence[Token], first: int, last: int) -> Text:
    return part(text, found[first].start, found[last - 1].end) if first < last else Text()
