"""Cutting a wording into the stretches that change as one: words, numbers, dates, amounts, marks, space."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

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
from workbench.comparison.options import PLAIN, Granularity, Options, composed, is_composed

ATOMIC = (Placeholder, CrossReference, Date)
BRACKETED = (Bracket, Alternative)
ATOM_LENGTH = 40
"""Brackets up to this many characters are replaced whole; longer ones are compared inside."""

_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Accents that stand behind their letter, and signs inside words that are not seen."""
_LETTERS = rf"[^\W\d_]+(?:[{_UNSEEN}][^\W\d_]*)*"
_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|\d{4}\.\sgada\s\d{1,2}\.\s\w+"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s)?[^\W\d_]{3,}\s\d{4}"
    r"|[^\W\d_]{3,}\s\d{1,2},\s\d{4}"
    r"|(?:[€$£]\s?)?(?:\d{1,3}(?: \d{3}(?!\d))+|\d+)(?:[.,'’\u00a0\u202f]\d+)*"
    r"(?:\(\w{1,4}\))*(?:\s?%|[^\W\d_]+)?(?:-[^\W\d_]+)*"
    rf"|{_LETTERS}(?:['’\-\u2010\u2011](?:\d+(?:{_LETTERS})?|{_LETTERS}\d*))*"
    r"|\s+"
    r"|.",
    re.DOTALL,
)
_CHARACTER = re.compile(rf".[{_UNSEEN}]*", re.DOTALL)
MARGIN = 8
"""Spaces by which an equal beginning or end stays away from a change: no date or amount holds so many."""


class Token(NamedTuple):
    """A stretch of a text that changes as one, and what it is compared by."""

    start: int
    end: int
    key: str


def tokens(text: Text, options: Options, beside: Sequence[Text] = ()) -> list[Token]:
    """Cut a text into the stretches that change as one; each character is in exactly one of them.

    A mark changes as one, unless a text it is compared with (`beside`) holds the same words unmarked: a
    format that knows no placeholders has them in plain words, and the reader sees no difference.
    """
    plain = text.plain
    found: list[Token] = []
    position = 0
    pattern = _TOKEN if options.granularity is Granularity.WORD else _CHARACTER
    for start, end in _atoms(text, beside):
        found.extend(_cut(pattern, plain, position, start))
        found.append(Token(start, end, plain[start:end]))
        position = end
    found.extend(_cut(pattern, plain, position, len(plain)))
    if not found and text.marks:
        found.append(Token(0, 0, ""))
    if not is_composed(plain):
        found = [Token(t.start, t.end, composed(t.key)) for t in found]
    if options.folds:
        found = [Token(t.start, t.end, options.folded(t.key)) for t in found]
    return _signed(found, text, options) if text.marks else found


def tokens_of_both(old: Text, new: Text, options: Options) -> tuple[list[Token], list[Token]]:
    """The tokens of either text; of long equal beginnings and ends each is one token."""
    if old.marks or new.marks or options != PLAIN or not (is_composed(old.plain) and is_composed(new.plain)):
        return tokens(old, options, (new,)), tokens(new, options, (old,))
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
    words: dict[str, str] = {}  # a word that comes again is kept once: a long text has millions
    return [
        Token(m.start(), m.end(), words.setdefault(key := m.group(), key))
        for m in pattern.finditer(plain, start, end)
    ]


def _atoms(text: Text, beside: Sequence[Text]) -> list[tuple[int, int]]:
    """Ranges that are replaced whole, in order, overlapping ones joined."""
    spans = _whole(text)
    if spans and beside:
        same = {other.plain[start:end] for other in beside for start, end in _whole(other)}
        spans = [
            (start, end)
            for start, end in spans
            if (words := text.plain[start:end]) in same or not any(words in other.plain for other in beside)
        ]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _whole(text: Text) -> list[tuple[int, int]]:
    """The ranges of marks that change as one."""
    return sorted(
        (m.start, m.end)
        for m in text.marks
        if m.end > m.start
        and (
            isinstance(m.value, ATOMIC) or (isinstance(m.value, BRACKETED) and m.end - m.start <= ATOM_LENGTH)
        )
    )


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
