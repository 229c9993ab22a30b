"""A title that runs into the parties clause, parted where the clause begins.

Hard-wrapped texts without blank lines give "Agreement between A and B on huts A and B, hereinafter …" as one
paragraph. The clause names again who stood in the title, so it begins at the first place from which on every
name up to the next comma has been named before; whatever the language, and whatever the case endings.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.recognition.lines import UNREAD, Passage
from workbench.recognition.openings import HEREINAFTER, is_agreeing_formula, opens_recital

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W\d_]+)*")
_SMALL = frozenset(
    "of the and on un par ta та і й про и о об ir ja i a oraz und et en y e der die das des du de la le los "
    "el het den dem l d en zu between among starp між"
    " между tarp zwischen entre tussen między with for".split()
)
_AND = frozenset("and un ta та і й и ir ja i oraz und et en y e".split())
_ENDS = re.compile(r"[,:;(]")
_STEM = 4  # letters that stay the same in every case of a name
_LOOKED_AT = 1500
_FEWEST = 3  # words of a title


def parted(passages: list[Passage]) -> list[Passage]:
    """The passages; the first long one in two where it holds title and parties clause."""
    for turn, passage in enumerate(passages[:4]):
        cut = _cut(passage.plain)
        if cut:
            head = replace(passage, text=passage.text.slice(0, cut).stripped(), label=UNREAD)
            rest = passage.text.slice(cut, len(passage.text)).stripped()
            tail = replace(passage, text=rest, label=UNREAD, gap=0.0)
            return [*passages[:turn], head, tail, *passages[turn + 1 :]]
        if opens_recital(passage.plain) or is_agreeing_formula(passage.plain):
            break
    return passages


def _cut(text: str) -> int:
    """Where the parties clause begins in a paragraph that opens with a title; 0 where it holds no title."""
    opening = text[:_LOOKED_AT]
    words = list(_WORD.finditer(opening))
    named: set[str] = set()
    best, most = 0, 1
    for turn, word in enumerate(words):
        if turn >= _FEWEST and word.group()[0].isupper() and not _follows(words, turn, opening):
            clause = _clause(opening[word.start() :])
            again = {_stem(found.group()) for found in _WORD.finditer(clause)} - {""}
            whole = len(again) >= max(2, most) and again <= named and not clause.isupper()
            whole = whole and not _within_second_name(words, turn, clause)
            if whole and (len(again) > most or not _in_one_name(opening[best : word.start()])):
                best, most = word.start(), len(again)
        named.add(_stem(word.group()))
    told = any(opens_recital(part.strip()) for part in opening[:best].split(","))
    return 0 if told else best


def _within_second_name(words: list[re.Match[str]], turn: int, clause: str) -> bool:
    """Whether a place is inside the name behind "and": "Eesti valitsus ja Läti | Vabariigi valitsus"."""
    if turn < 2 or words[turn - 2].group().casefold() not in _AND:
        return False
    return not any(word.group().casefold() in _AND for word in _WORD.finditer(clause))


def _in_one_name(between: str) -> bool:
    """Whether words between two possible beginnings are of one name ("Die Republik")."""
    return not between.isupper() and all(
        word.group()[0].isupper() or not _stem(word.group()) for word in _WORD.finditer(between)
    )


def _clause(text: str) -> str:
    ends = [found.start() for found in (_ENDS.search(text), HEREINAFTER.search(text)) if found]
    return text[: min(ends, default=0)]


def _follows(words: list[re.Match[str]], turn: int, text: str) -> bool:
    """Whether a word goes on from the one before: behind a preposition, an article or a hyphen."""
    before = words[turn - 1]
    return before.group().casefold() in _SMALL or bool(text[before.end() : words[turn].start()].strip(" ."))


def _stem(word: str) -> str:
    small = word.casefold()
    return "" if small in _SMALL else small[:_STEM]
