"""Words inside a pair: which words of one text became which of the other, as pieces in reading order.

`tokens` cuts both texts, `blocks` compares the tokens; here the blocks become pieces with their wording and
marks, deletion before insertion.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.text import Text
from workbench.comparison.blocks import Block, blocks_between
from workbench.comparison.options import Options
from workbench.comparison.revision import Op, Piece, Pieces
from workbench.comparison.tokens import Token, part, tokens, tokens_of_both


def compare_words(old: Text, new: Text, options: Options) -> Pieces:
    """The pieces of a pair of texts, without revision numbers; EQUAL throughout when nothing differs.

    The old text is the concatenation of `piece.old`, the new one of `piece.new`.
    """
    if old == new:
        return (Piece(Op.EQUAL, new),) if new else ()
    ours, theirs = tokens_of_both(old, new, options)
    blocks = blocks_between([t.key for t in ours], [t.key for t in theirs])
    return _pieces(old, new, ours, theirs, blocks)


def compare_parts(old: Sequence[Text], new: Sequence[Text], options: Options) -> list[Pieces]:
    """The pieces of a text that was divided (one old, several new) or put together (the reverse).

    One row of pieces for each part. The space at which the text was divided is deleted, and one at which
    it was joined inserted.
    """
    divided = len(old) == 1
    whole, parts = (old[0], new) if divided else (new[0], old)
    ours = tokens(whole, options, parts)
    theirs: list[Token] = []
    joints: set[int] = set()
    for index, text in enumerate(parts):
        if index:
            joints.add(len(theirs))
            theirs.append(Token(0, 0, " "))
        theirs.extend(tokens(text, options, (whole,)))
    rows: list[list[Piece]] = [[] for _ in parts]
    lost, added = (Op.DELETE, Op.INSERT) if divided else (Op.INSERT, Op.DELETE)
    row = 0
    for block in blocks_between([t.key for t in ours], [t.key for t in theirs]):
        if not block.equal and block.a < block.b:
            rows[row].append(Piece(lost, _span(whole, ours, block.a, block.b)))
        for first, last, joint in _runs(block.c, block.d, joints):
            if joint:
                if block.equal:
                    at = block.a + first - block.c
                    rows[row].append(Piece(lost, _span(whole, ours, at, at + 1)))
                row += 1
                continue
            there = _span(parts[row], theirs, first, last)
            if not block.equal:
                rows[row].append(Piece(added, there))
                continue
            here = _span(whole, ours, block.a + first - block.c, block.a + last - block.c)
            before, after = (here, there) if divided else (there, here)
            rows[row].append(Piece(Op.EQUAL, after, before=None if before == after else before))
    return [tuple(_deletion_first(pieces)) for pieces in rows]


def _runs(start: int, end: int, joints: set[int]) -> list[tuple[int, int, bool]]:
    """[start, end) cut at joints; each joint is a run of its own."""
    runs: list[tuple[int, int, bool]] = []
    first = start
    for i in range(start, end):
        if i in joints:
            if i > first:
                runs.append((first, i, False))
            runs.append((i, i + 1, True))
            first = i + 1
    if end > first:
        runs.append((first, end, False))
    return runs


def _deletion_first(pieces: list[Piece]) -> list[Piece]:
    """The same pieces with a deletion in front of the insertion beside it."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.op is Op.DELETE and result and result[-1].op is Op.INSERT:
            result.insert(len(result) - 1, piece)
        else:
            result.append(piece)
    return result


def _pieces(old: Text, new: Text, ours: list[Token], theirs: list[Token], blocks: list[Block]) -> Pieces:
    result: list[Piece] = []
    for block in blocks:
        before = _span(old, ours, block.a, block.b)
        after = _span(new, theirs, block.c, block.d)
        if block.equal:
            result.append(Piece(Op.EQUAL, after, before=None if before == after else before))
            continue
        if block.a < block.b:
            result.append(Piece(Op.DELETE, before))
        if block.c < block.d:
            result.append(Piece(Op.INSERT, after))
    return tuple(result)


def _span(text: Text, found: list[Token], first: int, last: int) -> Text:
    return part(text, found[first].start, found[last - 1].end) if first < last else Text()
