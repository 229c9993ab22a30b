"""Three wordings of one text: edits that stand apart are made, edits that meet become alternatives.

`regions` finds where edits meet. What both sides wrote alike there is agreed; where they differ both wordings
stand in the text, each in square brackets and marked as the alternative of its delegation. A change of
quotation marks, dashes or spaces alone disputes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from workbench.agreement.text import Alternative, Bracket, Mark, Text
from workbench.comparison.blocks import blocks_between
from workbench.comparison.decisions import rejoined
from workbench.comparison.merging.regions import JOINT, Comparison, Region, regions, span, unmatched_brackets
from workbench.comparison.merging.sides import Who
from workbench.comparison.merging.strands import Origin, Strand
from workbench.comparison.options import FOLDED, PLAIN
from workbench.comparison.tokens import Token, part, tokens

SHARED = 3
"""Words in a row that two disputed wordings must share for the dispute to be parted there."""
PARTS = 4
"""More disputes than this in one stretch are read more easily as one."""


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

    def alternatives(self, ours: Text, theirs: Text, group: str) -> Text:
        """Both wordings side by side; empty brackets say that a delegation wants no words."""
        return bracketed(ours, group, self.ours) + bracketed(theirs, group, self.theirs)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two wordings of one place, what stood there before, and the group of their alternatives."""

    group: str
    before: str
    ours: str
    theirs: str


@dataclass(slots=True)
class MergedWords:
    """The wording strand by strand, how many edits were made in it, and the wordings that met."""

    strands: list[Strand] = field(default_factory=list)
    edits: int = 0
    disputes: list[Dispute] = field(default_factory=list)
    whole: Text | None = None
    """The text as a whole, mark by mark, where the strands do not say it all."""

    @property
    def text(self) -> Text:
        """The wording."""
        return self.whole if self.whole is not None else rejoined(strand.text for strand in self.strands)


def bracketed(words: Text, group: str, delegation: str) -> Text:
    """Words in square brackets, marked as one delegation's alternative."""
    whole = Text("[") + words + Text("]")
    return whole.marked(0, len(whole), Alternative(group, delegation))


def merge_words(
    base: Text, ours: Text, theirs: Text, table: Table, preferred: Who | None = None
) -> MergedWords:
    """One text in three states as one.

    Where only one side changed the text, the result is that side's, exactly. Marks that no reader sees
    (terms, references, names) come from the side that changed them. With a side `preferred`, its wording
    stands where two meet, and nothing is in dispute.
    """
    if theirs in (ours, base) or ours == base:
        origin = Origin.THEIRS if ours == base else Origin.OURS if theirs == base else Origin.BOTH
        return _of_one(base, theirs if ours == base else ours, origin)
    mine = Comparison(base, ours)
    yours = Comparison(base, theirs)
    merged = MergedWords()
    at, in_ours, in_theirs = 0, 0, 0
    for region in [*regions(mine, yours), None]:
        end = region.a if region else len(mine.before)
        kept = _silent(
            mine.base(at, end),
            mine.words(in_ours, in_ours + end - at),
            yours.words(in_theirs, in_theirs + end - at),
        )
        if kept:
            merged.strands.append(Strand(Origin.KEPT, kept, kept))
        if region is None:
            break
        _resolve(region, (mine, yours), table, merged, preferred)
        at, in_ours, in_theirs = region.b, region.ours[1], region.theirs[1]
    merged.whole = _without_halves(merged.text, (base, ours, theirs))
    return merged


def _without_halves(text: Text, sources: tuple[Text, ...]) -> Text:
    """The text without brackets of disagreement that a dispute has cut in two: their signs stay as words."""

    def unwritten(words: Text) -> set[Mark]:
        return {
            mark
            for mark in words.marks
            if isinstance(mark.value, Bracket | Alternative)
            and (words.plain[mark.start : mark.start + 1], words.plain[mark.end - 1 : mark.end]) != ("[", "]")
        }

    known = {(m.value, source.plain[m.start : m.end]) for source in sources for m in unwritten(source)}
    halves = {
        mark for mark in unwritten(text) if (mark.value, text.plain[mark.start : mark.end]) not in known
    }
    return text.map_marks(lambda mark: None if mark in halves else mark) if halves else text


def _of_one(base: Text, side: Text, origin: Origin) -> MergedWords:
    """The text of the only side that changed it, or of both where they say the same."""
    merged = MergedWords(whole=side)
    found = Comparison(base, side)
    at, there = 0, 0
    for change in [*found.changes, None]:
        end = change.a if change else len(found.before)
        kept = found.words(there, there + end - at)
        if kept:
            merged.strands.append(Strand(Origin.KEPT, kept, kept))
        if change is None:
            break
        merged.strands.append(Strand(origin, found.base(change.a, change.b), found.words(change.c, change.d)))
        merged.edits += 1
        at, there = change.b, change.d
    return merged


def _resolve(
    region: Region,
    sides: tuple[Comparison, Comparison],
    table: Table,
    merged: MergedWords,
    preferred: Who | None,
) -> None:
    mine, yours = sides
    before = mine.base(region.a, region.b)
    ours, theirs = mine.words(*region.ours), yours.words(*region.theirs)
    origin = _undisputed(region, before, ours, theirs)
    if origin is not None:
        merged.edits += region.by_theirs if origin is Origin.THEIRS else region.by_ours
        merged.strands.append(Strand(origin, before, theirs if origin is Origin.THEIRS else ours))
        return
    if preferred is not None:
        whose, words = (Origin.THEIRS, theirs) if preferred else (Origin.OURS, ours)
        merged.strands.append(Strand(whose, before, words))
        return
    # The words that stood there before belong to the first dispute: base and sides have no finer places.
    for agreed, mine_here, yours_here in _narrowed(ours, theirs):
        if agreed:
            merged.strands.append(Strand(Origin.BOTH, Text(), mine_here))
            continue
        _dispute(before, mine_here, yours_here, table, merged)
        before = Text()


def _dispute(before: Text, ours: Text, theirs: Text, table: Table, merged: MergedWords) -> None:
    lead, ours, theirs, tail = _without_shared_space(ours, theirs)
    ours, theirs = _on_one_line(ours), _on_one_line(theirs)
    group = table.group()
    merged.disputes.append(Dispute(group, _on_one_line(before).plain, ours.plain, theirs.plain))
    if lead:
        merged.strands.append(Strand(Origin.BOTH, Text(), lead))
    merged.strands.append(Strand(Origin.DISPUTED, before, table.alternatives(ours, theirs, group)))
    if tail:
        merged.strands.append(Strand(Origin.BOTH, Text(), tail))


def _undisputed(region: Region, before: Text, ours: Text, theirs: Text) -> Origin | None:
    """Whose wording stands, where nobody objects to it."""
    if not region.by_theirs:
        return Origin.OURS
    if not region.by_ours:
        return Origin.THEIRS
    if _same(ours, theirs):
        return Origin.BOTH
    if _same(before, theirs):
        return Origin.OURS
    return Origin.THEIRS if _same(before, ours) else None


def _same(one: Text, other: Text) -> bool:
    """Whether two wordings say the same to the reader, wherever spaces stand between their signs."""
    first, second = (
        [token.key for token in tokens(words, FOLDED) if not token.key.isspace()] for words in (one, other)
    )
    return first == second


def _narrowed(ours: Text, theirs: Text) -> Iterator[tuple[bool, Text, Text]]:
    """Two disputed wordings in parts: whether both say the same there, and what either says."""
    if not ours or not theirs:
        yield False, ours, theirs
        return
    mine, yours = tokens(ours, PLAIN), tokens(theirs, PLAIN)
    found = [
        (block.equal, (block.a, block.b), (block.c, block.d))
        for block in blocks_between([t.key for t in mine], [t.key for t in yours])
    ]
    joined = _joined(found, mine, yours)
    if sum(not agreed for agreed, _, _ in joined) > PARTS:
        first, last = joined[0], joined[-1]
        joined = [
            *([first] if first[0] else []),
            (
                False,
                (first[1][1] if first[0] else 0, last[1][0] if last[0] else len(mine)),
                (first[2][1] if first[0] else 0, last[2][0] if last[0] else len(yours)),
            ),
            *([last] if last[0] else []),
        ]
    for agreed, here, there in joined:
        yield agreed, span(ours, mine, *here), span(theirs, yours, *there)


_Part = tuple[bool, tuple[int, int], tuple[int, int]]


def _joined(found: list[_Part], mine: list[Token], yours: list[Token]) -> list[_Part]:
    """The parts of a dispute without islands, each holding both of a pair of brackets or neither.

    What is agreed at the very beginning or end stays outside; between two disputes it must be some words.
    """
    made: list[_Part] = []
    for index, (agreed, here, there) in enumerate(found):
        inner = 0 < index < len(found) - 1
        words = sum(token.key[:1].isalnum() for token in mine[here[0] : here[1]])
        torn = bool(_torn(mine, here)) or (inner and words < SHARED)
        if made and not made[-1][0] and (torn or not agreed):
            _, (a, _), (c, _) = made[-1]
            made[-1] = (False, (a, here[1]), (c, there[1]))
        elif torn and index == 0 and len(found) > 1:
            made.append((False, here, there))
        elif agreed and made and not made[-1][0] and _open(mine, yours, made[-1]):
            _, (a, _), (c, _) = made[-1]
            made[-1] = (False, (a, here[1]), (c, there[1]))
        else:
            made.append((agreed, here, there))
    if any(not agreed and _open(mine, yours, (agreed, here, there)) for agreed, here, there in made):
        return [(False, (0, len(mine)), (0, len(yours)))]
    return made


def _torn(found: list[Token], at: tuple[int, int]) -> list[bool]:
    return unmatched_brackets("".join(token.key for token in found[at[0] : at[1]]))


def _open(mine: list[Token], yours: list[Token], disputed: _Part) -> bool:
    return bool(_torn(mine, disputed[1]) or _torn(yours, disputed[2]))


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
