"""What a person types, as terms to search for: words and phrases, each in the stems of every language kept.

Nobody need say in which language a query is: a word stands for all the stems it has in the languages of the
library that are written in its script. Any text at all is a query; what holds no word finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from workbench.agreement.lemmas import FUNCTION_WORDS, Stemmer, fold, words
from workbench.library.derive import LONGEST_WORD, TYPE, tokens

MOST_TERMS = 64
"""A query is its first 64 different words; a pasted page is a case for `similar`."""

_SHORTEST = 4
_QUOTED = re.compile(r"[\"“”„«»‟](.*?)[\"“”„«»‟]", re.DOTALL)
_CYRILLIC = ("uk", "ru", "bg", "sr", "mk", "be")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")


class Reading(msgspec.Struct, frozen=True):
    """A word or phrase as stems of one language; `TYPE` for the names of clause types, "" for forms."""

    language: str
    stems: tuple[str, ...]

    @property
    def tokens(self) -> list[str]:
        """As the full text holds them."""
        return tokens(self.language, self.stems)


class Term(msgspec.Struct, frozen=True):
    """A word or phrase in all its readings; `beginning` is a word just being typed."""

    readings: tuple[Reading, ...]
    beginning: str = ""

    @property
    def is_phrase(self) -> bool:
        """Whether it is more than one word in a row."""
        return any(len(reading.stems) > 1 for reading in self.readings)

    def shortened(self) -> Term:
        """The term widened to stems that an unfinished word has outgrown (*terminatio*, stem *termin*)."""
        word = self.beginning
        languages = {reading.language for reading in self.readings if reading.language}
        stems = (word[:length] for length in range(len(word) - 1, _SHORTEST - 1, -1))
        wider = (Reading(language, (stem,)) for stem in stems for language in sorted(languages))
        return Term((*self.readings, *wider), word) if word else self


def terms(text: str, languages: Iterable[str], *, type_ahead: bool = False) -> tuple[Term, ...]:
    """The terms of a query; function words outside quotes count only when there is nothing else."""
    stemmers = [Stemmer(language) for language in sorted(set(languages))]
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
        unique.append(Term(_readings([last], stemmers), beginning=fold(last)[:LONGEST_WORD]))
    return tuple(unique)


def _readings(phrase: list[str], stemmers: list[Stemmer]) -> tuple[Reading, ...]:
    cyrillic = bool(_CYRILLIC_LETTER.search("".join(phrase)))
    found = [
        Reading(stemmer.language, tuple(stem for word in phrase if (stem := stemmer.stem(word))))
        for stemmer in stemmers
        if (stemmer.language in _CYRILLIC) == cyrillic
    ]
    if len(phrase) == 1:
        if not cyrillic:
            found.append(Reading(TYPE, (Stemmer("en").stem(phrase[0]),)))
        found.append(Reading("", (fold(phrase[0])[:LONGEST_WORD],)))
    return tuple(reading for reading in dict.fromkeys(found) if all(reading.stems) and reading.stems)


def _is_function_word(word: str) -> bool:
    """*UN* in capitals is the United Nations and not the Latvian *un*."""
    return not (word.isupper() and len(word) > 1) and any(
        word.casefold() in known for known in FUNCTION_WORDS.values()
    )
