"""Changes of words: found in a text as whole words, and made in it; and the fewest that lead from old to new.

Deriving and applying share `changed`, so that what a protocol says and what is made of it cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from workbench.agreement.text import Text
from workbench.comparison import Op, Piece
from workbench.drafting.amending.instruction import Deed, Instruction, Relation

MOST_CHANGES = 3
LARGEST_SHARE = 0.5
"""Beyond these a provision is easier to read anew than to mend."""

_ALIKE = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚ʼ", "'") | {"\u00a0": " ", "\n": " ",
                       "\u2011": "-", "–": "-", "—": "-"})  # fmt: skip
_WORD = re.compile(r"\S+")
_CLINGS = (".", ",", ";", ":", ")", "]", "”", "»", "?", "!")


def occurrences(plain: str, words: str) -> list[int]:
    """Where words stand in a text as whole words, quotation marks and kinds of spaces aside."""
    wanted = words.strip().translate(_ALIKE)
    if not wanted:
        return []
    pattern = re.escape(wanted)
    pattern = (r"(?<!\w)" if wanted[0].isalnum() else "") + pattern
    pattern += r"(?!\w)" if wanted[-1].isalnum() else ""
    within = plain.translate(_ALIKE)
    return [m.start() for m in re.finditer(pattern, within)] or [
        m.start() for m in re.finditer(pattern, within, re.IGNORECASE)
    ]


def changed(text: Text, instruction: Instruction, at: int) -> Text:
    """The text with the words that stand `at` a place changed as an instruction says."""
    end = at + len(instruction.old.plain.strip())
    new = instruction.new.stripped()
    match instruction.deed:
        case Deed.REPLACE_WORDS:
            return text.replace(at, end, new)
        case Deed.INSERT_WORDS if instruction.relation is Relation.BEFORE:
            return text.replace(at, at, new + " ")
        case Deed.INSERT_WORDS:
            clings = new.plain.startswith(_CLINGS)
            return text.replace(end, end, new if clings else Text(" ") + new)
        case _:
            if text.plain[at - 1 : at].isspace():
                at -= 1
            elif not at and text.plain[end : end + 1].isspace():
                end += 1
            return text.replace(at, end, "")


def between(pieces: Iterable[Piece], like: Instruction) -> tuple[Instruction, ...] | None:
    """The instructions that turn the old words of a comparison into the new; None where there are too many.

    `like` lends its place. Each names enough words to be found once, and the last brings the new text.
    """
    row = tuple(pieces)
    old, new = _joined(row, old=True), _joined(row, old=False)
    if old.plain == new.plain:
        return ()
    spans = _spans(row)
    moved = sum(max(b - a, d - c) for a, b, c, d in spans)
    if len(spans) > MOST_CHANGES or moved > LARGEST_SHARE * max(len(old), len(new)):
        return None
    made: list[Instruction] = []
    for span in spans:
        step = _stated(old, new, span, like)
        if step is None:
            return None
        made.append(step)
    return tuple(made) if _leads(old, new, made) else None


def _leads(old: Text, new: Text, made: list[Instruction]) -> bool:
    """Whether the instructions, each carried out where its words stand, bring the new text."""
    text = old
    for instruction in made:
        places = occurrences(text.plain, instruction.old.plain)
        if len(places) != 1 or len(occurrences(old.plain, instruction.old.plain)) != 1:
            return False
        text = changed(text, instruction, places[0])
    return text.plain == new.plain


def _joined(pieces: tuple[Piece, ...], *, old: bool) -> Text:
    whole = Text()
    for piece in pieces:
        whole = whole + (piece.old if old else piece.new)
    return whole


def _spans(pieces: tuple[Piece, ...]) -> list[tuple[int, int, int, int]]:
    """The extents that differ, in the old and in the new text, those a word apart taken together."""
    spans: list[tuple[int, int, int, int]] = []
    i = j = 0
    for piece in pieces:
        a, b = len(piece.old), len(piece.new)
        if piece.op is not Op.EQUAL:
            near = spans and len(piece_between(pieces, spans[-1][1], i)) < 4
            if near:
                spans[-1] = (spans[-1][0], i + a, spans[-1][2], j + b)
            else:
                spans.append((i, i + a, j, j + b))
        i, j = i + a, j + b
    return spans


def piece_between(pieces: tuple[Piece, ...], start: int, end: int) -> str:
    """The old words between two places."""
    return _joined(pieces, old=True).plain[start:end]


def _stated(old: Text, new: Text, span: tuple[int, int, int, int], like: Instruction) -> Instruction | None:
    a, b, c, d = _whole_words(old.plain, new.plain, span)
    gone, come = old.plain[a:b].strip(), new.plain[c:d].strip()
    if gone and not come:
        found = _once(old.plain, a, b)
        if found == (a, b):
            return replace(like, deed=Deed.DELETE_WORDS, old=old.slice(a, b).stripped(), new=Text())
    if come and not gone:
        return _insertion(old, new, (a, c, d), like)
    found = _once(old.plain, a, b)
    if found is None:
        return None
    left, right = a - found[0], found[1] - b
    return replace(
        like,
        deed=Deed.REPLACE_WORDS,
        old=old.slice(*found).stripped(),
        new=new.slice(c - left, d + right).stripped(),
    )


def _insertion(old: Text, new: Text, where: tuple[int, int, int], like: Instruction) -> Instruction | None:
    a, c, d = where
    words = list(_WORD.finditer(old.plain[:a].rstrip()))
    for start in (m.start() for m in reversed(words[-8:])):
        beside = old.slice(start, len(old.plain[:a].rstrip()))
        if len(occurrences(old.plain, beside.plain)) == 1:
            come = new.slice(c, d).stripped()
            return replace(like, deed=Deed.INSERT_WORDS, old=beside, new=come, relation=Relation.AFTER)
    found = _once(old.plain, a, a)
    if found is None:
        return None
    return replace(
        like,
        deed=Deed.REPLACE_WORDS,
        old=old.slice(*found).stripped(),
        new=new.slice(c - (a - found[0]), d + (found[1] - a)).stripped(),
    )


def _whole_words(old: str, new: str, span: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The span widened to the ends of words on either side."""
    a, b, c, d = span
    while a and c and not old[a - 1].isspace() and (_inside(old, a) or _inside(new, c) or a == b or c == d):
        if a < b and c < d and not (_inside(old, a) or _inside(new, c)):
            break
        if (a == b or c == d) and not (_inside(old, a) or _inside(new, c)):
            break
        a, c = a - 1, c - 1
    while b < len(old) and d < len(new) and (_inside(old, b) or _inside(new, d)):
        b, d = b + 1, d + 1
    return a, b, c, d


def _inside(plain: str, at: int) -> bool:
    """Whether a place stands inside a word."""
    return 0 < at < len(plain) and plain[at - 1].isalnum() and plain[at].isalnum()


def _once(plain: str, a: int, b: int) -> tuple[int, int] | None:
    """The extent, with as many words on either side as it takes for its words to stand once."""
    for _ in range(8):
        if plain[a:b].strip() and len(occurrences(plain, plain[a:b])) == 1:
            return a, b
        before = list(_WORD.finditer(plain[:a].rstrip()))
        after = plain[b:]
        a = before[-1].start() if before else a
        follows = _WORD.search(after)
        b = b + follows.end() if follows else b
    return None
