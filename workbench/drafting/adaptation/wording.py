"""Changes of wording: found on the plain string, made on the text with its marks.

An `Edit` says what stands where and what comes in its place; `made` applies a set of them. Marks that cover
exactly the old words (emphasis, a defined term) cover the new ones afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from workbench.agreement.declension import english
from workbench.agreement.text import (
    Alternative,
    AnyValue,
    Bracket,
    Comment,
    DefinedTerm,
    Emphasis,
    PartyName,
    Text,
)
from workbench.agreement.tree import Change

_END = re.compile(r"(?<=[.!?])[»”\"’)]*\s+(?=[«“„\"(]?[^\W\d_])")
# A full stop behind these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:etc|e\.g|i\.e|No|Nos|Art|Arts|para|paras|utt|u\.c|t\.i|Nr|р|рр|ст|п|тощо)|\b\d+)\.$"
)


class Edit(msgspec.Struct, frozen=True):
    """Words [start, end) to be replaced by `new`, and why; `mark` is what the new words are marked as."""

    start: int
    end: int
    new: str
    reason: str
    mark: AnyValue | None = None


def sentences(plain: str) -> tuple[tuple[int, int], ...]:
    """The extents of the sentences of a text, in order and without gaps."""
    cuts = [0]
    for found in _END.finditer(plain):
        after = plain[found.end() :]
        head = re.sub(r"[»”\"’)]+$", "", plain[: found.start()])
        if _ABBREVIATION.search(head) and not _capital(after):
            continue
        if not _capital(after) or re.search(r"\b\d+\.$", head):
            continue
        cuts.append(found.end())
    cuts.append(len(plain))
    return tuple((start, end) for start, end in pairwise(cuts) if end > start)


def made(text: Text, edits: Iterable[Edit]) -> tuple[Text, tuple[Change, ...]]:
    """The text with the edits made, and the changes in the order of the text; what overlaps is left out."""
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    changes = tuple(
        Change(edit.reason, text.plain[edit.start : edit.end], edit.new)
        for edit in chosen
        if text.plain[edit.start : edit.end] != edit.new
    )
    for edit in reversed(chosen):
        text = _made(text, edit)
    return text, changes


def _made(text: Text, edit: Edit) -> Text:
    old = text.plain[edit.start : edit.end]
    kept = [
        mark.value
        for mark in text.marks
        if (mark.start, mark.end) == (edit.start, edit.end)
        and isinstance(mark.value, Emphasis | Bracket | Alternative | DefinedTerm | Comment)
        and not isinstance(edit.mark, type(mark.value))
    ]
    if old == edit.new:
        changed = text
    else:
        changed = text.replace(edit.start, edit.end, edit.new)
        for value in kept:
            changed = changed.marked(edit.start, edit.start + len(edit.new), value)
    if edit.mark is None:
        return changed
    end = edit.start + len(edit.new)
    if isinstance(edit.mark, PartyName):
        changed = changed.map_marks(
            lambda m: None if isinstance(m.value, PartyName) and m.start < end and m.end > edit.start else m
        )
    return changed.marked(edit.start, end, edit.mark)


def in_the_manner_of(old: str, new: str) -> str:
    """Capitals throughout where the old words have them, else a capital first letter where they have one."""
    letters = [sign for sign in old if sign.isalpha()]
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def indefinite_article(plain: str, start: int, word: str, reason: str) -> Iterator[Edit]:
    """*a Ukrainian company* -> *an Estonian company*: the article before a place where `word` will stand."""
    article = re.search(r"\b(an?)\s+$", plain[:start], re.IGNORECASE)
    if article is None:
        return
    wanted = english.article(word)
    if article.group(1).lower() != wanted:
        new = wanted.capitalize() if article.group(1)[0].isupper() else wanted
        yield Edit(article.start(1), article.end(1), new, reason)


def _capital(words: str) -> bool:
    first = next((sign for sign in words if sign.isalpha()), "")
    return first.isupper()
