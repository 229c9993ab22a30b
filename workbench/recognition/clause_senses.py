"""What the words of a clause mean, whatever words they are: the senses of treaty words, what they speak for.

    resources/treaty_words.toml      senses: "denounce", "withdraw" and "bring to an end" are one
    resources/clause_weights.json    how much each sense, and each two in a row, speak for each type

Cues (`clause_table`) are phrases, and an old treaty phrases the same thing otherwise. So the words of a
clause are read as a row of senses, and the senses are weighed together, those that speak against a type
with those that speak for it. `packaging/weigh_clause_words.py` learns the weights from wordings of our own;
they hold for all languages whose words are in the table.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache

from workbench.settings import data

OTHER = "other"
"""What a clause is that is none of the types weighed."""
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_SENTENCE = re.compile(r"(?<=[.;:])(?<!\d\.)\s+|\n")
_SENTENCES = 4  # what a clause is about it says in its first sentences
_WORDS = 60  # of each sentence
_FIRST = 5  # the words with a sense that open a clause speak loudest
_LATER = 0.6  # weight of a later sentence
_UNKNOWN = (0.7, 0.5)  # weight of a word without a sense in the first and in later sentences
_SHORTEST, _LONGEST = 4, 6  # letters of a word without a sense that count, and that are looked at
_LENGTH = 4.0  # to which the weights of a clause are brought, however long it is
_LIKELY = 0.12
_SHOWN = 3  # words shown for a type
_YEAR = re.compile(r"(?:19|20)\d\d")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})

Features = dict[str, float]
"""What can be weighed of a text, each with its own weight.

`u:` a sense anywhere, `l:` among those that open the text, `b:` two in a row, `w:` a word without a sense.
"""


@dataclass(frozen=True, slots=True)
class Likely:
    """A type a clause probably is of, and how probably (0 to 1)."""

    type: str
    probability: float


@cache
def _senses() -> dict[str, dict[str, str]]:
    return tomllib.loads(data("resources", "treaty_words.toml").read_text(encoding="utf-8"))


@cache
def languages() -> frozenset[str]:
    """The languages whose treaty words are in the table."""
    return frozenset(language for spoken in _senses().values() for language in spoken)


@dataclass(frozen=True, slots=True)
class _Keys:
    """The names of the features of every sense and every two: they are made once, not for every word."""

    anywhere: tuple[str, ...]
    opening: tuple[str, ...]
    following: tuple[tuple[str, ...], ...]


@cache
def _keys() -> _Keys:
    names = tuple(_senses())
    return _Keys(
        tuple(f"u:{name}" for name in names),
        tuple(f"l:{name}" for name in names),
        tuple(tuple(f"b:{name}>{other}" for other in names) for name in names),
    )


class Senses:
    """The treaty words of one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._known: dict[str, tuple[tuple[int, ...], str]] = {}
        names = list(_senses())
        self._number, self._dated = names.index("number"), names.index("dated")
        for sense, spoken in enumerate(_senses().values()):
            for word in spoken.get(language, "").split("|"):
                if word.startswith("="):
                    self._whole.setdefault(word[1:], []).append(sense)
                elif word:
                    self._stems.setdefault(word, []).append(sense)
        self._longest = max(map(len, self._stems), default=0)

    def _of(self, word: str) -> tuple[tuple[int, ...], str]:
        """The senses of one word (small letters), or the feature of a longer word that has none."""
        known = self._known.get(word)
        if known is None:
            plain = word.translate(_APOSTROPHES)
            found = list(self._whole.get(plain, ()))
            for length in range(2, min(len(plain), self._longest) + 1):
                found.extend(self._stems.get(plain[:length], ()))
            if plain.isdigit():
                found.append(self._dated if _YEAR.fullmatch(plain) else self._number)
            own = f"w:{self._language}{word[:_LONGEST]}" if not found and len(word) >= _SHORTEST else ""
            known = self._known[word] = (tuple(dict.fromkeys(found)), own)
        return known

    def keys_of(self, word: str) -> tuple[str, ...]:
        """The features one word (small letters) has by itself."""
        found, own = self._of(word)
        return tuple(_keys().anywhere[sense] for sense in found) or ((own,) if own else ())

    def features(self, text: str) -> Features:
        """The features of a text (small letters), brought to one length."""
        found: Features = {}
        keys = _keys()
        words: Features = {}
        for turn, sentence in enumerate(_SENTENCE.split(text, _SENTENCES)[:_SENTENCES]):
            scale = _LATER if turn else 1.0
            row: list[tuple[int, ...]] = []
            for word in _WORD.findall(sentence)[:_WORDS]:
                senses, own = self._of(word)
                if senses:
                    row.append(senses)
                elif own:
                    words.setdefault(own, _UNKNOWN[1] if turn else _UNKNOWN[0])
            for at, senses in enumerate(row):
                following = [other for others in row[at + 1 : at + 3] for other in others]
                for sense in senses:
                    if turn == 0 and at < _FIRST:
                        found[keys.opening[sense]] = 1.0
                    found.setdefault(keys.anywhere[sense], scale)
                    names = keys.following[sense]
                    for other in following:
                        found.setdefault(names[other], scale)
        size = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        return {key: weight * _LENGTH / size for key, weight in (*found.items(), *words.items())}


class Weights:
    """What each feature speaks for, as it was learnt."""

    def __init__(self, types: list[str], features: dict[str, list[int]]) -> None:
        self.types = types
        self._rows = {
            key: tuple(zip(row[::2], (weight / 100 for weight in row[1::2]), strict=True))
            for key, row in features.items()
        }

    def likely(self, text: str, senses: Senses) -> tuple[Likely, ...]:
        """The types a text (small letters) probably is of, the likeliest first; `OTHER` among them."""
        sums = [0.0] * len(self.types)
        rows = self._rows
        for key, value in senses.features(text).items():
            for turn, weight in rows.get(key, ()):
                sums[turn] += value * weight
        highest = max(sums)
        powers = [math.exp(each - highest) for each in sums]
        total = sum(powers)
        found = [(power / total, turn) for turn, power in enumerate(powers) if power > _LIKELY * total]
        return tuple(Likely(self.types[turn], share) for share, turn in sorted(found, reverse=True))

    def spoke(self, kind: str, text: str, senses: Senses) -> str:
        """The words of a text (small letters) that by themselves spoke most for a type, in their order."""
        wanted = self.types.index(kind)
        words = _WORD.findall(_SENTENCE.split(text, 1)[0])[:_WORDS]
        alone = [
            (
                max(
                    (dict(self._rows.get(key, ())).get(wanted, 0.0) for key in senses.keys_of(word)),
                    default=0.0,
                ),
                -at,
            )
            for at, word in enumerate(words)
        ]
        best = sorted(-at for _, at in sorted(alone, reverse=True)[:_SHOWN])
        return " … ".join(words[at] for at in best)


@cache
def senses(language: str) -> Senses:
    """The treaty words of a language."""
    return Senses(language)


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    held = json.loads(data("resources", "clause_weights.json").read_text(encoding="utf-8"))
    return Weights(held["types"], held["features"])
