"""What a draft defines, and where a text uses it, whether somebody marked the use or not.

`Finder` finds the terms of a glossary in a text by the forms of their phrases: it goes over the words of the
text and stops only at words that some form begins with. Where terms lie inside each other (*Party*, *Third
Party*) the longest one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.agreement.lemmas import Stemmer
from workbench.agreement.text import DefinedTerm, Text
from workbench.agreement.tree import Agreement, Provision
from workbench.checks.terms import Mention, mentions
from workbench.drafting.defined_terms.phrases import Phrase, phrase_of

_TOKEN = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’ʼ]")
_WORD = re.compile(r"[^\W_](?:[\w'’ʼ-]*[^\W_])?")
_JOINED = re.compile(r"[-\u2011](?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Found:
    """Words [start, end) of a text in which a term stands; `words` are those of its parts.

    `known` says that each is a form of its part; otherwise they only belong to the same word families.
    `joined` says that a hyphen makes them part of a longer word.
    """

    start: int
    end: int
    term: str
    words: tuple[str, ...]
    known: bool
    joined: bool


class Finder:
    """The terms of one language; `loose` finds words of the same families too."""

    def __init__(self, terms: Iterable[str], language: str, *, loose: bool = False) -> None:
        self._language, self._loose = language, loose
        self._own = [_Own(phrase_of(term, language), term) for term in sorted(set(terms), key=len)]
        self._first: dict[str, list[_Own]] = {}
        for own in reversed(self._own):
            for token in own.first_tokens:
                self._first.setdefault(token, []).append(own)
        self._stemmer = Stemmer(language)
        self._families: dict[str, list[_Own]] = {}
        for own in reversed(self._own) if loose else ():
            if len(own.phrase.parts) > 1:
                self._families.setdefault(self._stemmer.stem(own.phrase.parts[0].word), []).append(own)

    def find(self, plain: str) -> Iterator[Found]:
        """Every place, in order; where several terms fit, the longest."""
        behind = 0
        for token in _TOKEN.finditer(plain):
            if token.start() < behind:
                continue
            found = self._at(plain, token)
            if found is not None:
                behind = found.end
                yield found

    def read(self, term: str, words: str) -> Found | None:
        """Words that are marked as a use of a term, as such."""
        own = next((one for one in self._own if one.term.casefold() == term.casefold()), None)
        if own is None:
            return None
        match = own.pattern.fullmatch(words)
        if match is not None:
            return Found(0, len(words), own.term, match.groups(), known=True, joined=False)
        loose = self._akin(own, words, 0)
        return loose if loose is not None and loose.end == len(words) else None

    def _at(self, plain: str, token: re.Match[str]) -> Found | None:
        best: Found | None = None
        rank = (0, False)
        for own in self._first.get(token.group().casefold(), ()):
            match = own.pattern.match(plain, token.start())
            if match is None:
                continue
            # *Party* and *Parties* may both be defined: each is meant where its number stands
            number = any(slot[1] is own.phrase.number for slot in own.phrase.readings(match.groups()))
            if (match.end(), number) > rank:
                rank = match.end(), number
                joined = _is_joined(plain, *match.span())
                best = Found(*match.span(), own.term, match.groups(), known=True, joined=joined)
        if best is None and self._loose:
            for own in self._families.get(self._stemmer.stem(token.group()), ()):
                akin = self._akin(own, plain, token.start())
                if akin is not None:
                    return akin
        return best

    def _akin(self, own: _Own, plain: str, start: int) -> Found | None:
        """The words at a place, if they are of the families of a term's words."""
        parts, at, words = own.phrase.parts, start, []
        for index, part in enumerate(parts):
            if index:
                gap = re.compile(r"\s+" if own.phrase.gaps[index - 1] == " " else r"[-\u2011]").match(
                    plain, at
                )
                if gap is None:
                    return None
                at = gap.end()
            word = _WORD.match(plain, at)
            if word is None or self._stemmer.stem(word.group()) != self._stemmer.stem(part.word):
                return None
            words.append(word.group())
            at = word.end()
        joined = _is_joined(plain, start, at)
        return Found(start, at, own.term, tuple(words), known=False, joined=joined)


class _Own:
    """One term: its phrase, and the pattern of its forms with one group for each part."""

    def __init__(self, phrase: Phrase, term: str) -> None:
        self.phrase, self.term = phrase, term

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        made = ""
        for index, part in enumerate(self.phrase.parts):
            if index:
                made += r"\s+" if self.phrase.gaps[index - 1] == " " else r"[-\u2011]"
            forms = sorted({part.word, *part.forms.values()}, key=len, reverse=True)
            made += "(" + "|".join(_APOSTROPHE.sub("[’ʼ']", re.escape(form)) for form in forms) + ")"
        return re.compile(rf"(?<!\w){made}(?!\w)", re.IGNORECASE)

    @property
    def first_tokens(self) -> set[str]:
        part = self.phrase.parts[0]
        tokens = (_TOKEN.search(form) for form in {part.word, *part.forms.values()})
        return {token.group().casefold() for token in tokens if token is not None}


def _is_joined(plain: str, start: int, end: int) -> bool:
    before = start > 1 and plain[start - 1] in "-\u2011" and plain[start - 2].isalnum()
    return before or bool(_JOINED.match(plain, end))


def definitions(agreement: Agreement) -> tuple[Mention, ...]:
    """Every place that defines a term, in document order."""
    return tuple(one for unit in agreement.walk() for one in mentions(unit) if one.defines)


def texts(unit: Provision) -> tuple[Text, ...]:
    """The wordings of one provision."""
    return unit.heading, unit.text, unit.wrap_up


def marked_terms(agreement: Agreement) -> set[str]:
    """Every term that some mark names, at its definition or at a use."""
    return {
        mark.value.term
        for unit in agreement.walk()
        for text in texts(unit)
        for mark in text.marks
        if isinstance(mark.value, DefinedTerm)
    }
