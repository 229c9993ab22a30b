"""The habits of a text: how its lines are filled, parted and indented, measured over all of them.

Against these habits `breaks` judges each single line end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.agreement.source import SourceBlock
from workbench.recognition import labels
from workbench.recognition.lines import ends
from workbench.recognition.openings import is_agreeing_formula

_WINDOW = 12
_WIDE = 110  # signs in a line; few programs wrap beyond
UNWRAPPED = float("inf")
_FEWEST_OPENINGS = 4
_FEWEST_INSIDE = 8  # lines that surely go on in the next, to tell how lines are filled
_NEARLY_ALL = 0.95
NEAR = 3.0  # points by which indents of one kind differ
LOOSE = 1.2  # signs; justified lines end nearer to the margin


def gap_inside_sentences(texts: list[str], gaps: list[float]) -> float:
    """The blank lines between lines of one sentence: 0, but 1 in a text printed with double spacing."""
    inside = sorted(
        gaps[turn]
        for turn in range(1, len(texts))
        if texts[turn][0].islower() and texts[turn - 1][-1].isalpha()
    )
    return inside[len(inside) // 2] if len(inside) >= 5 else 0.0


def usual(values: list[float]) -> float:
    """The value most lines have."""
    if not values:
        return 0.0
    values = sorted(values)
    return values[int(len(values) * 0.4)]


def widths(lengths: list[int]) -> list[float]:
    """How long a full line is around each line; infinite where lines are not wrapped at all."""
    result: list[float] = []
    for index in range(len(lengths)):
        near = sorted(lengths[max(0, index - _WINDOW) : index + _WINDOW + 1])
        width = near[-3] if len(near) > 4 else near[-1]
        full = sum(1 for length in near if 0.78 * width <= length <= 1.2 * width)
        longer = sum(1 for length in near if length > 1.5 * width)
        # Unwrapped paragraphs of like length look wrapped at a great width; then no line may go beyond it.
        strict = width <= _WIDE or near[-1] <= 1.08 * width
        wrapped = 28 <= width <= 160 and full >= 0.3 * len(near) and longer < 2 and strict
        result.append(float(width) if wrapped else UNWRAPPED)
    return result


def front(texts: list[str]) -> int:
    """Behind which line the preamble cannot reach: the head of the first article, or the agreeing formula."""
    formula = 0
    for turn, text in enumerate(texts):
        if len(text) < 20 and labels.is_lone(text):
            return turn
        if not formula and is_agreeing_formula(text):
            formula = turn + 1
    return formula


def opening_indent(texts: Sequence[str], blocks: Sequence[SourceBlock]) -> float:
    """By how much the first line of a paragraph is indented on a printed page; 0 where it is not.

    Such a line stands further in than the one after it, and mostly follows the end of a sentence.
    """
    deeper: Counter[int] = Counter()
    begun: Counter[int] = Counter()
    for turn in range(1, len(blocks) - 1):
        line, below = blocks[turn], blocks[turn + 1]
        indent = line.indent or 0.0
        if line.room is None or line.alignment is not None or below.alignment is not None:
            continue
        if 6 <= indent <= 60 and (below.indent or 0.0) < NEAR and below.page == line.page:
            deeper[round(indent / 2)] += 1
            begun[round(indent / 2)] += ends(texts[turn - 1]) or texts[turn - 1][-1] == ","
    if not deeper:
        return 0.0
    usual, count = deeper.most_common(1)[0]
    return 2.0 * usual if count >= _FEWEST_OPENINGS and begun[usual] >= 0.4 * count else 0.0


def hangs_too(texts: Sequence[str], blocks: Sequence[SourceBlock], opening: float) -> bool:
    """Whether words behind a number hang at the very indent that first lines have."""
    hanging = 0
    for turn in range(1, len(blocks)):
        inside = texts[turn][0].islower() and texts[turn - 1][-1].isalpha()
        deep = all(abs((block.indent or 0.0) - opening) < NEAR for block in blocks[turn - 1 : turn + 1])
        hanging += bool(opening) and inside and deep
    return hanging >= _FEWEST_OPENINGS


def first_word(text: str) -> int:
    """The length of the word a line begins with."""
    return len(text.split(None, 1)[0])


def how_filled(texts: list[str], blocks: Sequence[SourceBlock]) -> tuple[bool, bool]:
    """Whether the lines of a print end at the margin, and whether each takes all words it has room for.

    Lines inside sentences tell: those that go on with a small letter.
    """
    rooms = [
        (blocks[turn - 1].room or 0.0, first_word(texts[turn]))
        for turn in range(1, len(blocks))
        if texts[turn][0].islower()
        and blocks[turn - 1].room is not None
        and blocks[turn - 1].alignment is None
        and not ends(texts[turn - 1])
        and texts[turn - 1][-1] != ","
    ]
    if len(rooms) < _FEWEST_INSIDE:
        known = [block.room for block in blocks if block.room is not None]
        return len(known) > 10 and sum(abs(room) < 0.6 for room in known) > 0.4 * len(known), False
    justified = sum(room < LOOSE for room, _ in rooms) >= _NEARLY_ALL * len(rooms)
    filled = sum(room < LOOSE + word for room, word in rooms) >= _NEARLY_ALL * len(rooms)
    return justified, filled


def parts_by_gaps(texts: list[str], gaps: list[float], rooms: list[float | None]) -> bool:
    """Whether a printed page sets paragraphs apart: most short lines that end a sentence have space below."""
    below = [
        gaps[turn] >= 0.2
        for turn in range(1, len(texts))
        if (rooms[turn - 1] or 0.0) > 12 and ends(texts[turn - 1]) and not texts[turn][0].islower()
    ]
    return len(below) >= 4 and sum(below) > 0.7 * len(below)
