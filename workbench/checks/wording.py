"""How alike two passages are, by the families of their words."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from workbench.agreement.lemmas import FUNCTION_WORDS, Stemmer

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĀ-ŽА-ЯІЇЄҐ])")


def stems_of(text: str, language: str, stemmer: Stemmer | None = None) -> frozenset[str]:
    """The families of the words of a text that carry meaning."""
    own = stemmer or Stemmer(language)
    skip = FUNCTION_WORDS.get(language, frozenset())
    return frozenset(stem for stem in own.stems(text) if stem not in skip and len(stem) > 1)


def likeness(first: AbstractSet[str], second: AbstractSet[str]) -> float:
    """The share of word families two passages have in common: 0 for none, 1 for all."""
    if not first or not second:
        return 0.0
    common = len(first & second)
    return common / (len(first) + len(second) - common)


def sentences(text: str) -> list[str]:
    """A text by sentences, roughly: a full stop before a capital; abbreviations may part one."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]
