"""Euphony: Ukrainian prepositions and conjunctions that sound otherwise beside another name.

*У Латвії* but *в Естонії*, *з Україною* but *зі Швецією*, *Латвія й Україна* but *Кіпр і Японія*: which form
stands is told by the sounds on either side (Ukrainian orthography of 2019, §§ 23-24). In island States one is
*на* and not *у*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.drafting.adaptation.wording import Edit, in_the_manner_of

_VOWELS = "аеєиіїоуюя"
_SIBILANTS = "сзшжчщц"
_IOTATED = "йяюєї"
_ISLANDS = (
    "кіпрі", "мальті", "кубі", "філіппінах", "мальдівах", "мадагаскарі", "ямайці", "барбадосі", "маврикії",
    "гренаді", "шрі-ланці", "багамських островах", "сейшельських островах", "коморських островах",
    "соломонових островах", "маршаллових островах",
)  # fmt: skip
_BOTH = re.compile(r"(?<!\w)[ій](?!\w)")
_ON = re.compile(r"(?<!\w)(на|На)[\s\u00a0]+$")
_IN = re.compile(r"(?<!\w)(у|в|У|В)[\s\u00a0]+$")
_WITH = re.compile(r"(?<!\w)(з|із|зі|З|Із|Зі)[\s\u00a0]+$")


def preposition(plain: str, start: int, word: str, language: str, *, reason: str, old: str) -> Iterator[Edit]:
    """The preposition before a place in the form that `word`, which will stand there for `old`, wants."""
    if language != "uk" or not word:
        return
    for pattern, wanted in ((_IN, _in), (_WITH, lambda _, word: _with(word)), (_ON, _on)):
        found = pattern.search(plain[:start])
        if found is None:
            continue
        if pattern is _ON and not of_island(old):
            continue
        new = in_the_manner_of(found.group(1), wanted(plain[: found.start()], word.casefold()))
        if new != found.group(1) and len(found.group(1)) <= 2:
            yield Edit(found.start(1), found.end(1), new, reason)


def conjunctions(plain: str, edits: list[Edit], language: str) -> Iterator[Edit]:
    """*і* or *й* on either side of the new words of `edits`.

    A name that itself holds *і* (*Боснія і Герцеговина*) is joined to others by *та*.
    """
    if language != "uk":
        return
    for found in _BOTH.finditer(plain):
        left = next(
            (e for e in edits if plain[e.end : found.start()].isspace() and e.end < found.start()), None
        )
        right = next(
            (e for e in edits if plain[found.end() : e.start].isspace() and e.start > found.end()), None
        )
        if (left is None and right is None) or any(e.start <= found.start() < e.end for e in edits):
            continue
        names = [edit for edit in (left, right) if edit is not None]
        before = left.new if left else plain[: found.start()].rstrip()
        behind = right.new if right else plain[found.end() :].lstrip()
        wanted = found.group()
        joins = right is not None or behind[:1].isupper()  # not: Барбуди і має честь
        if joins and any(re.search(r"\s[ій]\s", edit.new, re.IGNORECASE) for edit in names):
            wanted = "та"
        elif before[-1:].casefold() not in _VOWELS or behind[:1].casefold() in _IOTATED:
            wanted = "і"
        if wanted != found.group():
            yield Edit(found.start(), found.end(), wanted, names[0].reason)


def of_island(words: str) -> bool:
    """Whether a name in the locative is that of an island State (*на Кіпрі*)."""
    return words.casefold() in _ISLANDS


def _on(before: str, word: str) -> str:
    return "на" if of_island(word) else _in(before, word)


def _in(before: str, word: str) -> str:
    if of_island(word):
        return "на"
    if word[0] in _VOWELS and word[0] not in "єїюя":
        return "в"
    if word[0] in "вф" or word.startswith("льв") or (word[1:2] == "в" and word[0] not in _VOWELS):
        return "у"
    last = before.rstrip()[-1:].casefold()
    return "в" if last in _VOWELS and last else "у"


def _with(word: str) -> str:
    if word[0] in _SIBILANTS and word[1:2] not in _VOWELS:
        return "зі"
    return "із" if word[0] in _SIBILANTS else "з"
