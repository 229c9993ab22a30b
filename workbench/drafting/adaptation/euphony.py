"""Euphony: Ukrainian prepositions that sound otherwise before another name.

*У Латвії* but *в Естонії*, *з Україною* but *зі Швецією*: which form stands is told by the sounds on either
side (Ukrainian orthography of 2019, §§ 23-24).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.drafting.adaptation.wording import Edit, in_the_manner_of

_VOWELS = "аеєиіїоуюя"
_SIBILANTS = "сзшжчщц"
_IN = re.compile(r"(?<!\w)(у|в|У|В)[\s\u00a0]+$")
_WITH = re.compile(r"(?<!\w)(з|із|зі|З|Із|Зі)[\s\u00a0]+$")


def preposition(plain: str, start: int, word: str, language: str, reason: str) -> Iterator[Edit]:
    """The preposition before a place in the form that `word`, which will stand there, wants."""
    if language != "uk" or not word:
        return
    for pattern, wanted in ((_IN, _in), (_WITH, _with)):
        found = pattern.search(plain[:start])
        if found is None:
            continue
        new = in_the_manner_of(found.group(1), wanted(plain[: found.start()], word.casefold()))
        if new != found.group(1) and len(found.group(1)) <= 2:
            yield Edit(found.start(1), found.end(1), new, reason)


def _in(before: str, word: str) -> str:
    if word[0] in _VOWELS and word[0] not in "єїюя":
        return "в"
    if word[0] in "вф" or word[:2] in ("св", "тв", "хв", "зв", "льв", "дв"):
        return "у"
    last = before.rstrip()[-1:].casefold()
    return "в" if last in _VOWELS and last else "у"


def _with(before: str, word: str) -> str:
    if word[0] in _SIBILANTS and word[1:2] not in _VOWELS:
        return "зі"
    return "із" if word[0] in _SIBILANTS else "з"
