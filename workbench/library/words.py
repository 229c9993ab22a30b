"""What a person types, as terms to search for: words and phrases, each in the stems of every language kept.

Nobody need say in which language a query is: a word stands for all the stems it has in the languages of the
library that are written in its script. Any text at all is a query; what holds no word finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from workbench.agreement.lemmas import FUNCTION_WORDS, Stemmer, fold, words

MOST_TERMS = 64
"""A query is its first 64 different words; a pasted page is a case for `similar`."""

_SHORTEST = 4
_QUOTED = re.compile(r"[\"“”„«»‟](.*?)[\"“”„«»‟]", re.DOTALL)
_CYRILLIC = ("uk", "ru", "bg", "sr", "mk", "be")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")


class Term(msgspec.Struct, frozen=True):
    """A word or phrase: for every language the row of its stems; `beginning` is a word just being typed."""

    readings: tuple[tuple[str, ...], ...]
    beginning: str = ""

    @property
    def is_phrase(self) -> bool:
        """Whether it is more than one word in a row."""
        return any(len(reading) > 1 for reading in self.readings)

    def shortened(self) -> Term:
        """The term widened to stems that an unfinished word has outgrown (*terminatio*, stem *termin*)."""
        word = self.beginning
        stems = ((word[:length],) for length in range(len(word) - 1, _SHORTEST - 1, -1))
        return Term((*self.readings, *stems), word) if word else self


def terms(text: str, languages: Iterable[str], *, type_ahead: bool = False) -> tuple[Term, ...]:
    """The terms of a query; function words outside quotes count only when there is nothing else."""
    stemmers = [Stemmer(language) for language in sorted(set(languages) | {"en"})]
    found: list[Term] = []
    rest = text
    for quoted in _QUOTED.finditer(text):
        phrase = [word for _, _, word in words(quoted.group(1))]
        if phrase:
            found.append(Term(_readings(phrase, stemmers)))
            rest = rest.replace(quoted.group(0), " ", 1)
    loose = [word for _, _, word in words(rest)]
    open_end = type_ahead and bool(loose) and rest[-1:].isalnum() and text.endswith(loose[-1])
    last = loose.pop() if open_end else None
    telling = [word for word in loose if not _is_function_word(word)]
    for word in telling or (loose if not found and last is None else []):
        found.append(Term(_readings([word], stemmers)))
    unique = list(dict.fromkeys(term for term in found if term.readings))[:MOST_TERMS]
    if last is not None:
        unique.append(Term(_readings([last], stemmers), beginning=fold(last)))
    return tuple(unique)


def _readings(phrase: list[str], stemmers: list[Stemmer]) -> tuple[tuple[str, ...], ...]:
    cyrillic = bool(_CYRILLIC_LETTER.search("".join(phrase)))
    rows = [
        tuple(stem for word in phrase if (stem := stemmer.stem(word)))
        for stemmer in stemmers
        if (stemmer.language in _CYRILLIC) == cyrillic
    ]
    rows.append(tuple(plain for word in phrase if (plain := fold(word))))
    return tuple(dict.fromkeys(row for row in rows if row))


def _is_function_word(word: str) -> bool:
    return any(word.casefold() in known for known in FUNCTION_WORDS.values())
