"""Paragraphs that lost their line breaks on the way, parted again where the numbers prove it.

Texts pasted from web pages come with an article, or everything, on one line. A number inside a paragraph is
where a unit begins only when it follows the end of a sentence, is followed by words that begin one, and
continues the row of those before it; so a reference in running text parts nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from workbench.agreement.tree import Kind
from workbench.recognition import labels
from workbench.recognition.lines import UNREAD, Passage
from workbench.recognition.openings import is_agreeing_formula, opens_closing, opens_recital

_LONG = 240
_SHORT = 120
_WHOLE = 3000
_ANYWHERE = re.compile(r"(?<!\s)\s+(?=[^\W_a-zа-яіїєґ]|[§\[])")
_AFTER_SENTENCE = re.compile(r"(?<=[.;:!?”»\"])\s+(?=[^\W_]|[§\[(“])")
_BEGINS = re.compile(r"[\s“\"«(\[]*[A-ZĀ-ŽА-ЯІЇЄҐ0-9À-Þ]")
_LINE = re.compile(r"\n\s*")
_COMMA = re.compile(r",\s+(?=[^\W\d_])")


def parted(passages: list[Passage]) -> list[Passage]:
    """The passages, those that hold several units parted into them."""
    lines = [piece for passage in passages for piece in _at(passage, _listed(passage.plain))]
    whole = [piece for passage in lines for piece in _at(passage, _heads(passage.plain))]
    return [piece for passage in whole for piece in _at(passage, _paragraphs(passage.plain))]


def _at(passage: Passage, cuts: list[int]) -> list[Passage]:
    if not cuts:
        return [passage]
    edges = [0, *cuts, len(passage.plain)]
    return [
        replace(
            passage,
            text=passage.text.slice(start, end).stripped(),
            gap=0.0 if start else passage.gap,
            joined=min(passage.joined, 0.75),
            label=UNREAD,
        )
        for start, end in pairwise(edges)
        if passage.plain[start:end].strip()
    ]


def _listed(text: str) -> list[int]:
    """Where members of a list begin behind soft line breaks: lines whose labels run on from one another."""
    cuts: list[int] = []
    last: labels.Label | None = labels.read_bare(text) if "\n" in text else None
    for place in _LINE.finditer(text):
        label = labels.read_bare(text[place.end() :][:60])
        if label is None:
            continue
        runs_on = last is not None and label.style == last.style and label.value == last.value + 1
        if runs_on or (label.value == 1 and last is None):
            cuts.append(place.end())
            last = label
    return cuts if len(cuts) > 1 or (cuts and labels.read_bare(text) is not None) else []


def _heads(text: str) -> list[int]:
    """Where articles begin inside a paragraph, and then its closing; none unless their numbers run on."""
    if len(text) < _LONG:
        return []
    first = labels.read_word(text)
    row = [(0, first.value)] if first is not None and first.kind is Kind.ARTICLE else []
    own = len(row)
    # Where everything stands on one line, the title of a chapter may stand before the number.
    for place in (_ANYWHERE if len(text) > _WHOLE else _AFTER_SENTENCE).finditer(text):
        label = labels.read_word(text[place.end() : place.end() + 60])
        if label is None or label.kind is not Kind.ARTICLE:
            continue
        named = text[place.end()].isupper() or text[place.end()] in "§[" or text[place.end()].isdigit()
        if not named or not _BEGINS.match(text[place.end() + label.end :]):
            continue
        if row and label.value != row[-1][1] + 1 and not (label.suffix and label.value == row[-1][1]):
            continue
        row.append((place.end(), label.value))
    cuts = [at for at, _ in row[own:]]
    if len(row) < 2 or (not own and len(row) < 3):
        return []
    return sorted({*_front(text[: cuts[0]] if not own else ""), *cuts, *_closing(text, cuts[-1])})


def _front(text: str) -> list[int]:
    """Where the recitals and the formula begin in words that stand before the first article."""
    return [
        place.end()
        for place in _COMMA.finditer(text)
        if opens_recital(text[place.end() : place.end() + 60]) or is_agreeing_formula(text[place.end() :])
    ]


def _closing(text: str, last: int) -> list[int]:
    """Where the testimonium and the done-at clause begin behind the last article."""
    return [
        place.end()
        for place in _AFTER_SENTENCE.finditer(text, last)
        if text[place.end()].isupper() and opens_closing(text[place.end() : place.end() + 120])
    ]


def _paragraphs(text: str) -> list[int]:
    """Where the second and further numbered paragraphs begin in an article printed on one line."""
    if len(text) < _SHORT:
        return []
    head = labels.read_word(text)
    at = head.end if head is not None else 0
    label = labels.read_bare(text[at:])
    row = [label] if label is not None and label.value == 1 and label.style[-1] in ".)1" else []
    cuts: list[int] = []
    for place in _AFTER_SENTENCE.finditer(text, at):
        label = labels.read_bare(text[place.end() : place.end() + 40])
        if label is None or not label.path or not _BEGINS.match(text[place.end() + label.end :]):
            continue
        if not row and label.value == 1:
            row, cuts = [label], [place.end()]
        elif row and label.style == row[-1].style and label.value == row[-1].value + 1:
            row.append(label)
            cuts.append(place.end())
    return cuts if len(row) > 1 else []
