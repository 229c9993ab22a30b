"""Signs of what a clause speaks of: words that stand together in one sentence, in whatever order.

Cues (`clause_table`) are phrases; an old treaty phrases the same thing otherwise.
`resources/clause_signs.toml` says for each type which beginnings of words must meet in a sentence. Each word
of a text is looked up once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.settings import data

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE = re.compile(r"(?<=[.;:])(?<!\d\.)\s+")
_SENTENCES = 5  # what a clause is about it says in its first sentences
_LATER = 0.8
_SHORTEST = 3
_MACROS = {
    "en": {
        "@act": "agreement|treaty|convention|protocol|arrangement|memorandum|instrument|pact|charter|accord",
        "@number": "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty",
    },
    "lv": {
        "@act": "līgum|nolīgum|vienoš|konvencij|protokol|memorand|deklarācij|statūt",
        "@number": "vien|div|trīs|trim|četr|piec|seš|septiņ|astoņ|deviņ|desmit|divpadsmit|piecpadsmit",
    },
    "uk": {
        "@act": "угод|догов|конвенц|протокол|домовлен|меморандум|декларац|статут",
        "@number": "один|два|двох|три|трьох|чотир|п'ят|шіст|шест|сім|вісім|дев'ят|десят|дванадцят",
    },
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: what it speaks for, how much, and the groups of which one word each must occur."""

    type: str
    weight: float
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A sign met in a text: its weight there, the words that made it, and where the first of them stands."""

    weight: float
    words: str
    start: int


class Signs:
    """The signs of one language, ready to be looked for."""

    def __init__(self, language: str, rows: dict[str, Any]) -> None:
        self._groups: dict[str, int] = {}
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._by_first: dict[int, list[Sign]] = {}
        self._headings: list[tuple[str, str]] = []
        for kind, spoken in rows.items():
            words = spoken.get("heading", {}).get(language, "")
            self._headings.extend((word, kind) for word in words.split("|") if word)
            for row in spoken.get(language, ()):
                weight, *groups = row.split()
                ids = tuple(self._group(group, _MACROS[language]) for group in groups)
                self._by_first.setdefault(ids[0], []).append(Sign(kind, float(weight), ids))
        self._longest = max(map(len, self._stems), default=0)

    def _group(self, words: str, macros: dict[str, str]) -> int:
        if words in self._groups:
            return self._groups[words]
        number = self._groups[words] = len(self._groups)
        for word in macros.get(words, words).split("|"):
            if word.startswith("="):
                self._whole.setdefault(word[1:], []).append(number)
            else:
                self._stems.setdefault(word, []).append(number)
        return number

    def find(self, text: str) -> dict[str, Met]:
        """The best sign of each type that has one in a text (small letters)."""
        best: dict[str, Met] = {}
        at = 0
        for turn, sentence in enumerate(_SENTENCE.split(text, _SENTENCES)[:_SENTENCES]):
            met: dict[int, re.Match[str]] = {}
            for word in _WORD.finditer(sentence):
                for group in self._of(word.group()):
                    met.setdefault(group, word)
            for group in tuple(met):
                for sign in self._by_first.get(group, ()):
                    if not all(other in met for other in sign.groups):
                        continue
                    weight = sign.weight * (_LATER if turn else 1.0)
                    if sign.type not in best or weight > best[sign.type].weight:
                        words = [met[other] for other in sign.groups]
                        shown = " … ".join(word.group() for word in words)
                        best[sign.type] = Met(weight, shown, at + min(word.start() for word in words))
            at += len(sentence) + 1
        return best

    def named_by(self, heading: str) -> dict[str, tuple[str, int]]:
        """The types a heading (small letters) names, each with the word that does and where it stands."""
        found = ((word, kind, heading.find(word)) for word, kind in reversed(self._headings))
        return {kind: (word, start) for word, kind, start in found if start >= 0}

    def _of(self, word: str) -> tuple[int, ...]:
        """The groups one word belongs to."""
        known = self._known.get(word)
        if known is None:
            plain = word.replace("’", "'")
            found = list(self._whole.get(plain, ()))
            for length in range(_SHORTEST - 1, min(len(plain), self._longest) + 1):
                found.extend(self._stems.get(plain[:length], ()))
            if plain.isdigit() and "@number" in self._groups:
                found.append(self._groups["@number"])
            known = self._known[word] = tuple(dict.fromkeys(found))
        return known


@cache
def signs(language: str) -> Signs:
    """The signs of a language; English ones where the table has none."""
    rows = tomllib.loads(data("resources", "clause_signs.toml").read_text(encoding="utf-8"))
    return Signs(language if language in _MACROS else "en", rows)
