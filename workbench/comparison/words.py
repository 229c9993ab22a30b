"""Words inside a pair: which words of one text became which of the other.

A text is cut into tokens (words, numbers, dates, amounts, marks of atomic kinds, punctuation, space); the
tokens are compared by diff-match-patch as if each were one letter, and the result is tidied for the eye:
deletion before insertion, no island of a short unchanged word between two changes, no confetti.
The result never depends on time: long texts are first divided at rare words both hold, and what is still
too long to compare counts as replaced whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import fast_diff_match_patch

from workbench.agreement.text import (
    Alternative,
    Bracket,
    CrossReference,
    Date,
    Emphasis,
    Footnote,
    Mark,
    Placeholder,
    Text,
)
from workbench.comparison.options import PLAIN, Granularity, Options
from workbench.comparison.revision import Op, Piece, Pieces

ATOMIC = (Placeholder, CrossReference, Date)
BRACKETED = (Bracket, Alternative)
ATOM_LENGTH = 40
"""Brackets up to this many characters are replaced whole; longer ones are compared inside."""
ALIKE = 1 / 3
"""Texts less alike than this are replaced whole."""
TOKENS = 4000
"""Longest stretch (tokens of both sides) that is compared as it stands."""
ISLAND = 4
"""An unchanged word of so few letters between two changes goes with them."""

_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|\d{4}\.\sgada\s\d{1,2}\.\s\w+"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s)?[^\W\d_]{3,}\s\d{4}"
    r"|[^\W\d_]{3,}\s\d{1,2},\s\d{4}"
    r"|(?:[€$£]\s?)?\d+(?:[.,'’\u00a0\u202f]\d+)*(?:\(\w{1,4}\))*(?:\s?%|[^\W\d_]+)?(?:-[^\W\d_]+)*"
    r"|[^\W\d_]+(?:['’\-\u2010\u2011][^\W_]+)*"
    r"|\s+"
    r"|.",
    re.DOTALL,
)
MARGIN = 8
"""Spaces by which an equal beginning or end stays away from a change: no date or amount holds so many."""
_FIRST = 0x100
_SURROGATES = range(0xD800, 0xE000)


class Token(NamedTuple):
    """A stretch of a text that changes as one, and what it is compared by."""

    start: int
    end: int
    key: str


class Block(NamedTuple):
    """Tokens [a, b) of the old text against [c, d) of the new one."""

    equal: bool
    a: int
    b: int
    c: int
    d: int


def compare_words(old: Text, new: Text, options: Options) -> Pieces:
    """The pieces of a pair of texts, without revision numbers; EQUAL throughout when nothing differs.

    The old text is the concatenation of `piece.old`, the new one of `piece.new`.
    """
    if old == new:
        return (Piece(Op.EQUAL, new),) if new else ()
    ours, theirs = _tokens_of_both(old, new, options)
    blocks = blocks_between([t.key for t in ours], [t.key for t in theirs])
    return _pieces(old, new, ours, theirs, blocks)


def compare_parts(old: Sequence[Text], new: Sequence[Text], options: Options) -> list[Pieces]:
    """The pieces of a text that was divided (one old, several new) or put together (the reverse).

    One row of pieces for each part. The space at which the text was divided is deleted, and one at which
    it was joined inserted.
    """
    divided = len(old) == 1
    whole, parts = (old[0], new) if divided else (new[0], old)
    ours = tokens(whole, options)
    theirs: list[Token] = []
    owner: list[int] = []
    for index, text in enumerate(parts):
        cut = [Token(0, 0, " "), *tokens(text, options)] if index else tokens(text, options)
        theirs.extend(cut)
        owner.extend([index] * len(cut))
    joints = {i for i in range(1, len(owner)) if owner[i] != owner[i - 1]}
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


def blocks_between(ours: Sequence[str], theirs: Sequence[str], *, tidy: bool = True) -> list[Block]:
    """Blocks of two sequences, changed and equal in turn; `tidy` makes changes of words fit for the eye."""
    found = _changes(ours, theirs)
    if not tidy:
        return _with_equals(found, len(ours), len(theirs))
    found = _without_islands(found, ours)
    found = _joined([_at_word_boundary(block, ours, theirs) for block in found])
    if found and too_different(found, ours, theirs):
        found = [Block(False, 0, len(ours), 0, len(theirs))]
    return _with_equals(found, len(ours), len(theirs))


def too_different(changes: list[Block], ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the two have so little in common that marking single words would be confetti."""
    a, b = _letters(ours), _letters(theirs)
    gone = sum(_letters(ours[x.a : x.b]) for x in changes)
    equal = a - gone
    if not min(a, b) or _words(ours) < 4 or _words(theirs) < 4:
        return False
    contained = equal >= 0.8 * min(a, b) and len(changes) <= 4
    return 2 * equal < ALIKE * (a + b) and not contained


def tokens(text: Text, options: Options) -> list[Token]:
    """Cut a text into the stretches that change as one; each character is in exactly one of them."""
    plain = text.plain
    found: list[Token] = []
    position = 0
    pattern = _TOKEN if options.granularity is Granularity.WORD else re.compile(".", re.DOTALL)
    for start, end in _atoms(text):
        found.extend(_cut(pattern, plain, position, start))
        found.append(Token(start, end, plain[start:end]))
        position = end
    found.extend(_cut(pattern, plain, position, len(plain)))
    if not found and text.marks:
        found.append(Token(0, 0, ""))
    folded = options.folded if options.folds else None
    if folded is not None:
        found = [Token(t.start, t.end, folded(t.key)) for t in found]
    return _signed(found, text, options) if text.marks else found


def _tokens_of_both(old: Text, new: Text, options: Options) -> tuple[list[Token], list[Token]]:
    """The tokens of either text; of long equal beginnings and ends each is one token."""
    if old.marks or new.marks or options != PLAIN:
        return tokens(old, options), tokens(new, options)
    a, b = old.plain, new.plain
    head = _shared(min(len(a), len(b)), lambda length: a.startswith(b[:length]))
    for _ in range(MARGIN):
        head = max(0, a.rfind(" ", 0, head))
    rest = min(len(a), len(b)) - head
    tail = _shared(rest, lambda length: a.endswith(b[len(b) - length :]))
    for _ in range(MARGIN):
        place = a.find(" ", len(a) - tail + 1)
        tail = len(a) - place if place >= 0 else 0
    result = []
    for plain in (a, b):
        start, end = head, len(plain) - tail
        edges = [Token(0, start, plain[:start])] if start else []
        ends = [Token(end, len(plain), plain[end:])] if tail else []
        result.append([*edges, *_cut(_TOKEN, plain, start, end), *ends])
    return result[0], result[1]


def _shared(most: int, same: Callable[[int], bool]) -> int:
    """The greatest length up to `most` for which the texts are the same."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low


def part(text: Text, start: int, end: int) -> Text:
    """The words [start, end); an empty mark belongs to the words that end where it stands."""
    if not text.marks:
        return Text(text.plain[start:end])
    marks = []
    for mark in text.marks:
        if mark.start == mark.end:
            if start < mark.start <= end or mark.start == start == 0:
                marks.append(mark.shifted(-start))
        elif mark.start < end and mark.end > start:
            marks.append(Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.value))
    return Text(text.plain[start:end], tuple(marks))


def _cut(pattern: re.Pattern[str], plain: str, start: int, end: int) -> list[Token]:
    return [Token(m.start(), m.end(), m.group()) for m in pattern.finditer(plain, start, end)]


def _atoms(text: Text) -> list[tuple[int, int]]:
    """Ranges that are replaced whole, in order, overlapping ones joined."""
    spans = sorted(
        (m.start, m.end)
        for m in text.marks
        if m.end > m.start
        and (
            isinstance(m.value, ATOMIC) or (isinstance(m.value, BRACKETED) and m.end - m.start <= ATOM_LENGTH)
        )
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _signed(found: list[Token], text: Text, options: Options) -> list[Token]:
    """Add to each token what of its marks the reader sees: footnotes and, unless ignored, emphasis."""
    notes = [(m.start, m.value.text) for m in text.marks if isinstance(m.value, Footnote)]
    looks = [
        (m.start, m.end, m.value.style.value)
        for m in text.marks
        if isinstance(m.value, Emphasis) and not options.ignore_formatting
    ]
    if not notes and not looks:
        return found
    signed = []
    for token in found:
        extra = [
            f"\x00{note}" for at, note in notes if token.start < at <= token.end or at == token.start == 0
        ]
        if not token.key.isspace():
            extra.extend(
                sorted(f"\x01{look}" for start, end, look in looks if start < token.end and end > token.start)
            )
        signed.append(Token(token.start, token.end, token.key + "".join(extra)))
    return signed


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


def _without_islands(changes: list[Block], ours: Sequence[str]) -> list[Block]:
    """Join changes that only space, punctuation or a short word stands between."""
    result: list[Block] = []
    for block in changes:
        if result and _is_island(result[-1], block, ours):
            result[-1] = Block(False, result[-1].a, block.b, result[-1].c, block.d)
        else:
            result.append(block)
    return result


def _is_island(before: Block, after: Block, ours: Sequence[str]) -> bool:
    between = ours[before.b : after.a]
    words = [key for key in between if key[:1].isalnum()]
    one_sided = (before.a == before.b and after.a == after.b) or (before.c == before.d and after.c == after.d)
    if not words:
        # Two insertions (or two deletions) around a comma are read more easily apart.
        return not one_sided or all(key.isspace() for key in between)
    if one_sided:
        return False
    return len(words) == 1 and len(words[0]) <= ISLAND and len(between) <= 3


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


def _letters(keys: Sequence[str]) -> int:
    return sum(len(key) for key in keys if key[:1].isalnum())


def _words(keys: Sequence[str]) -> int:
    # A long equal beginning or end is one token of many words; an atom of a few words counts as one.
    return sum(max(1, key.count(" ") // 2) for key in keys if key[:1].isalnum())
