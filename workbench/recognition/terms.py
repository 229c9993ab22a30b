"""Defined terms: where a text gives something a name, and where it uses the name.

Names are given by "means", in quotation marks behind "hereinafter" (*turpmāk*, *далі*), or in brackets.
Latvian and Ukrainian uses are inflected; a word written small is a generic use and no defined term.
"""

from __future__ import annotations

import re

from workbench.recognition.spans import Spans

# A single mark between letters is an apostrophe (*офіцер зв’язку*), not the end of what is quoted.
_QUOTED = r"[“„\"«‘'](?P<term>(?:[^“”„\"«»‘’\n]|(?<=\w)’(?=\w)){2,70})[”“\"»’']"
_AFTER = re.compile(
    r"(?:here(?:in)?after|henceforth|turpmāk|(?:далі|надалі)\b|toliau|edaspidi|zwan[ey]\w* dalej|"
    r"im folgenden|ci-après|далее)"
    r"[^“„\"«‘'().;]{0,60}?" + _QUOTED,
    re.IGNORECASE,
)
_AFTER_BARE = re.compile(
    r"\(\s*(?:here(?:in)?after|turpmāk(?: tekstā)?(?: kopā)?|(?:далі|надалі)(?: разом)?|toliau|"
    r"edaspidi)\s*(?:referred to as|called|"
    r"as)?\s*[-–—:,]?\s*(?:the )?(?P<term>[A-ZĀ-ŽА-ЯІЇЄҐ][\w’'-]*(?:\s[\w’'-]+){0,4}?)(?:\s(?:vai|or|"
    r"або)\s[^)]*)?\)",
    re.IGNORECASE,
)
_MEANS = re.compile(
    _QUOTED
    + (
        r"[^.;:“”\"]{0,80}?(?:\bmeans?\b|\bshall mean\b|\brefers? to\b|\bincludes?\b|"
        r"\bis defined as\b|\bnozīmē\b|\bapzīmē\b|\bozna[cč]a\w*\b|\bозначає\b|[–—-]\s)"
    ),
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?:the |collectively,? |each,? )?[“„\"«](?P<term>[^“”„\"«»\n]{2,60})[”“\"»]\)")


_ALSO = re.compile(r"\s*(?:,|or|and|vai|un|або|та|чи)\s+(?:the\s+)?" + _QUOTED)
_IS = re.compile(r"\W{0,6}(?:[a-zа-я\d]{1,3}[).]\s*)?" + _QUOTED + r"\s+(?:is|are|ir|є)\b")
_UNQUOTED = re.compile(
    r"\W{0,6}(?:the term )?(?P<term>[^\W\d_][\w’' -]{1,60}?)\s*(?:\([^()]{1,40}\)\s*)?(?:\s[–—-]\s|"
    r"\b(?:means?|shall mean|is defined as|nozīmē|apzīmē|ir|означає|є)\b)",
    re.IGNORECASE,
)
_LISTS_TERMS = re.compile(
    r"definitions?\b|terms\b|terminology|interpretation|definīcij|termin|jēdzien|визначенн|термін|определени",
    re.IGNORECASE,
)


def lists_terms(heading: str) -> bool:
    """Whether a heading says that what follows are definitions."""
    return bool(_LISTS_TERMS.search(heading))


def definitions(text: str, *, listed: bool = False) -> list[tuple[int, int, str]]:
    """The places of a text that define a term, as (start, end, term).

    `listed` says that the text stands in an article of definitions, where terms need no quotation marks.
    """
    found: dict[tuple[int, int], str] = {}
    taken = Spans()
    signs = any(sign in text for sign in "“„\"«‘('")
    for pattern in (_AFTER, _MEANS, _IN_BRACKETS, _AFTER_BARE) if signs else ():
        for match in pattern.finditer(text):
            _take(match, found, taken, small=pattern is _MEANS)
            if pattern in (_AFTER, _IN_BRACKETS):
                also = _ALSO.match(text, match.end() - (pattern is _IN_BRACKETS))
                while also is not None:
                    _take(also, found, taken, small=False)
                    also = _ALSO.match(text, also.end())
    for pattern in (_IS, *((_UNQUOTED,) if listed and not found else ())):
        opening = pattern.match(text)
        if opening is not None:
            _take(opening, found, taken, small=True)
    return sorted((start, end, term) for (start, end), term in found.items())


def _take(match: re.Match[str], found: dict[tuple[int, int], str], taken: Spans, *, small: bool) -> None:
    """Note the term of a match; one written `small` is a term only where the pattern is sure of it."""
    start, end = match.span("term")
    term = match["term"].strip(" ,;")
    shift = 4 if not small and term[:4].lower() == "the " else 0
    term = term[shift:]
    named = bool(term) and (term[0].isupper() or small) and len(term.split()) <= 8
    if named and taken.add(start, end):
        found[start + shift, start + shift + len(term)] = term


class Uses:
    """Finds the uses of a set of terms, in every form the language gives them."""

    def __init__(self, terms: set[str], language: str) -> None:
        self.by_stem: dict[str, str] = {}
        inflected = language not in ("en", "fr", "es", "nl", "it", "pt")
        for term in sorted(terms):
            for form in _forms(term, inflected):
                self.by_stem.setdefault(form, term)
        parts = sorted(self.by_stem, key=len, reverse=True)
        ending = r"\w{0,5}" if inflected else ""
        self.pattern = (
            re.compile(rf"\b(?P<stem>{'|'.join(_loose(part, ending) for part in parts)}){ending}\b")
            if parts
            else None
        )
        self.parts = [(re.compile(_loose(part, ending) + ending + "$"), self.by_stem[part]) for part in parts]
        self.met: dict[str, str | None] = {}

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Every use as (start, end, term)."""
        if self.pattern is None:
            return []
        found = []
        for match in self.pattern.finditer(text):
            word = match.group()
            if word not in self.met:
                self.met[word] = next((term for pattern, term in self.parts if pattern.match(word)), None)
            term = self.met[word]
            if term is not None:
                found.append((match.start(), match.end(), term))
        return found


def _loose(part: str, ending: str) -> str:
    return (ending + r"\s+").join(re.escape(word) for word in part.split())


def _forms(term: str, inflected: bool) -> list[str]:
    if inflected:
        stem = " ".join(_stem(word) for word in term.split())
        return [stem] if len(stem) >= 3 or term.isupper() else []
    forms = [term]
    if term.endswith("ies"):
        forms.append(term[:-3] + "y")
    elif term.endswith("s") and not term.endswith("ss"):
        forms.append(term[:-1])
    elif term.endswith("y"):
        forms.append(term[:-1] + "ies")
    else:
        forms.append(term + "s")
    return forms


_ENDING = re.compile(r"(?:[aāeēiīuūo]+s?|s|š|[аеєиіїоуюяьйы]+|ів|ов)$")


def _stem(word: str) -> str:
    """A word without its case ending: its last vowels, which is all that changes in most forms."""
    if word.isupper() or len(word) < 4:
        return word
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= 3 else word
