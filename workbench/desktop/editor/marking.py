"""What the tools of the page put on words: brackets, alternatives, placeholders, comments.

Square brackets stand in the wording itself, so that they are there in every export; the mark around them
says whose they are. Each function gives the new text for the words selected, and what to select next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from workbench.agreement.text import Alternative, Bracket, Comment, Mark, Text
from workbench.drafting.placeholders import placeholder

OPEN = "…"
"""What stands in an alternative until somebody has written it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The text to put in, and the part of it to be selected: (from, length)."""

    text: Text
    select: tuple[int, int]


def bracketed(words: Text, delegation: str) -> Marked:
    """Words in square brackets of a delegation; nothing selected makes room for new words."""
    inner = words or Text(OPEN)
    whole = Text("[") + inner + Text("]")
    return Marked(whole.marked(0, len(whole), Bracket(delegation)), (1, len(inner)))


def alternatives(words: Text, ours: str, theirs: str) -> Marked:
    """The words as one delegation's alternative, and room for the other's beside it."""
    group = uuid4().hex[:8]
    first = Text("[") + (words or Text(OPEN)) + Text("]")
    second = Text(f"[{OPEN}]")
    whole = first.marked(0, len(first), Alternative(group, ours)) + second.marked(
        0, len(second), Alternative(group, theirs)
    )
    return Marked(whole, (len(first) + 1, len(OPEN)) if words else (1, len(OPEN)))


def blank(label: str, known: set[str]) -> Marked:
    """A new open placeholder; one of the same label is the same placeholder."""
    key = key_of(label)
    while key in known and key_of(label) != key:
        key += "_"
    text = placeholder(key, label)
    return Marked(text, (len(text), 0))


def commented(words: Text, remark: str, author: str, day: date) -> Marked:
    """The words with an internal remark, which no export carries."""
    return Marked(words.marked(0, len(words), Comment(author, remark, day)), (len(words), 0))


def resolved(text: Text, mark: Mark) -> Text:
    """A bracket agreed upon: its brackets go, its words stay, and so do the other alternatives' not."""
    inner = text.slice(mark.start, mark.end)
    kept = inner.map_marks(lambda m: None if m == mark.shifted(-mark.start) else m)
    if kept.plain.startswith("[") and kept.plain.endswith("]"):
        kept = kept.slice(1, len(kept) - 1)
    result = text
    group = mark.value.group if isinstance(mark.value, Alternative) else None
    others = [
        (start, end)
        for start, end, value in text.of(Alternative)
        if group is not None and value.group == group and (start, end) != (mark.start, mark.end)
    ]
    for start, end in sorted([*others, (mark.start, mark.end)], reverse=True):
        result = _replaced(result, start, end, kept if (start, end) == (mark.start, mark.end) else Text())
    return result


def key_of(label: str) -> str:
    """The key of a placeholder from its label: "date of signature" -> "date-of-signature"."""
    return re.sub(r"[^\w]+", "-", label.strip().casefold()).strip("-") or "blank"


def _replaced(text: Text, start: int, end: int, new: Text) -> Text:
    """Replace a stretch together with the marks that are exactly as long as it."""
    bare = text.map_marks(lambda m: None if (m.start, m.end) == (start, end) else m)
    return bare.replace(start, end, new)
