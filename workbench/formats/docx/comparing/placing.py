"""The tokens of one paragraph, or of several in a row, each with the line it stands in.

What `wording` marks is found here: which stretches of the old tokens answer which of the new ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.comparison.blocks import Block as Stretch
from workbench.comparison.blocks import blocks_between
from workbench.comparison.tokens import Token
from workbench.formats.docx.comparing.blocks import Block
from workbench.formats.docx.comparing.lines import Line, tokens_of_pair
from workbench.formats.docx.comparing.looks import Segment

BREAK = "paragraphbreak"
Placed = tuple[int, Token]
"""A token with the index of its line; a break between two lines is one of the first."""


def placed_tokens(olds: list[Line], news: list[Line]) -> tuple[list[Placed], list[Placed]]:
    """The tokens of both sides, each with the index of its line; breaks between lines."""
    if len(olds) == len(news) == 1:
        mine, yours = tokens_of_pair(olds[0], news[0])
        return [(0, token) for token in mine], [(0, token) for token in yours]
    return _joined(olds), _joined(news)


def _joined(lines: list[Line]) -> list[Placed]:
    """The tokens of consecutive paragraphs, each with the index of its line; breaks between them."""
    found: list[Placed] = []
    for at, line in enumerate(lines):
        if at:
            end = found[-1][1].end if found and found[-1][0] == at - 1 else 0
            found.append((at - 1, Token(end, end, BREAK)))
        found.extend((at, token) for token in line.tokens())
    return found


def stretches(olds: list[Block], news: list[Block], mine: list[Placed], yours: list[Placed]) -> list[Stretch]:
    """Which tokens of both sides are equal, in order, and what stands between them.

    Of blocks with a tail only the first lines are compared word by word; the rest goes and comes whole.
    """
    ours, theirs = [t.key for _, t in mine], [t.key for _, t in yours]
    a, c = len(mine), len(yours)
    if olds[0].tail is not None:
        a, c = len(of_first_line(mine)), len(of_first_line(yours))
        found = blocks_between(ours[:a], theirs[:c])
        if (a, c) == (len(mine), len(yours)):
            return found
        if found and not found[-1].equal:  # what is written at one place is written in one go
            a, c = found[-1].a, found[-1].c
            del found[-1]
        return [*found, Stretch(False, a, len(mine), c, len(yours))]
    if any(block.move for block in (*olds, *news)):  # it only stands where the other stood
        return [Stretch(False, 0, a, 0, c)]
    return blocks_between(ours, theirs)


def of_first_line(placed: Sequence[Placed]) -> list[Placed]:
    """The words of the first line."""
    return [(at, token) for at, token in placed if at == 0 and token.key != BREAK]


def segments(placed: Sequence[Placed]) -> list[Segment]:
    """Stretches of characters: line, start, end."""
    found: list[Segment] = []
    for at, token in placed:
        if token.key == BREAK:
            continue
        if found and found[-1][0] == at and found[-1][2] == token.start:
            found[-1] = (at, found[-1][1], token.end)
        else:
            found.append((at, token.start, token.end))
    return found


def place_of(lines: list[Line], placed: list[Placed], index: int) -> tuple[int, int]:
    """Line and character at which a token begins, or at which all end."""
    if index < len(placed):
        at, token = placed[index]
        return at, token.start
    at = len(lines) - 1
    return at, lines[at].length


def words_of(lines: list[Line], placed: Sequence[Placed]) -> str:
    """What a reader sees of some tokens: words and what fields show."""
    return "".join(lines[at].said(start, end) for at, start, end in segments(placed))
