"""Sentences of a provision: where each stands, so that an instruction on *the second sentence* finds it.

A full stop ends a sentence where a capital follows, unless it belongs to an abbreviation, an initial or an
ordinal number (*Art. 5*, *2024. gada*, *п. 3*).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.agreement.text import Text
from workbench.agreement.tree import Provision, ProvisionId

_END = re.compile(r"[.!?…]+[”»“\"')\]]*(?=\s+[“„«\"'(\[]*[^\W_]|\s*$)|\n+")
_ABBREVIATED = re.compile(
    r"(?i)(?:^|[\s(«“„\"])(?:art|arts|no|nos|para|paras|cf|e\.g|i\.e|etc|vol|p|pp|mr|mrs|dr|st|sec"
    r"|nr|lpp|plkst|utt|t\.i|piem|sk|ст|п|пп|ч|р|рр|м|см|т\.д|т\.п|ін|напр|[^\W\d_])\.$"
)


class Sentence(NamedTuple):
    """One sentence: the unit and the part of it ("text" or "wrap_up") it stands in, and its extent."""

    unit: ProvisionId
    part: str
    start: int
    end: int


def sentences(unit: Provision) -> tuple[Sentence, ...]:
    """The sentences of a unit and of all below it, in the order of the text, headings left out."""
    found = [Sentence(unit.id, "text", *extent) for extent in extents(unit.text.plain)]
    for child in unit.children:
        found.extend(sentences(child))
    found += [Sentence(unit.id, "wrap_up", *extent) for extent in extents(unit.wrap_up.plain)]
    return tuple(found)


def extents(plain: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each sentence of a wording, without the space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(plain):
        if not _ends(plain, stop):
            continue
        if plain[start : stop.end()].strip():
            found.append(_trimmed(plain, start, stop.end()))
        start = stop.end()
    if plain[start:].strip():
        found.append(_trimmed(plain, start, len(plain)))
    return tuple(found)


def without(text: Text, start: int, end: int) -> Text:
    """The wording without one of its sentences and the space that parted it from its neighbour."""
    before = text.plain[:start].rstrip()
    if before:
        return text.replace(len(before), end, "")
    after = len(text.plain) - len(text.plain[end:].lstrip())
    return text.replace(start, after, "")


def _ends(plain: str, stop: re.Match[str]) -> bool:
    if "\n" in stop[0]:
        return True
    behind = plain[stop.end() :].lstrip().lstrip("“„«\"'([")
    if not behind:
        return True
    if not (behind[0].isupper() or behind[0].isdigit()):
        return False
    said = plain[: stop.start() + 1]
    if _ABBREVIATED.search(said):
        return False
    # “5. Each Party” begins with a number; “Article 5. 2” goes on with one.
    return not (re.fullmatch(r"\s*\d{1,4}\.", said) or (said[-2:-1].isdigit() and behind[0].isdigit()))


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    part = plain[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
