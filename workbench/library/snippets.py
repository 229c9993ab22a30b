"""Where in the wording the words of a query stand, and the few lines to show.

Offsets count characters of the original text, so that a window or a terminal can mark them its own way.
"""

from __future__ import annotations

from workbench.agreement.lemmas import Stemmer, fold, words
from workbench.library.words import Term

LONGEST = 220
"""Characters of a snippet; a shorter wording is shown whole."""

Span = tuple[int, int]


class Marker:
    """Finds the terms of one query in texts; remembers stems across them."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._readings = {reading for term in terms for reading in term.readings}
        self._beginnings = tuple(term.beginning for term in terms if term.beginning)
        self._languages: dict[str, tuple[Stemmer, set[tuple[str, ...]], set[str]]] = {}

    def spans(self, text: str, language: str) -> tuple[Span, ...]:
        """Every match as (start, end), in order; the words of a phrase are one match."""
        if not self._readings:
            return ()
        stemmer, rows, initials = self._of(language)
        places: list[tuple[int, int, str, str]] = []
        for start, end, word in words(text):
            # Stemming is dear and most words begin with another letter.
            wanted = fold(word[0]) in initials
            places.append((start, end, *((stemmer.stem(word), fold(word)) if wanted else ("", ""))))
        found: list[Span] = []
        for index in range(len(places)):
            last = self._match(places, index, rows)
            if last is not None and (not found or places[index][0] >= found[-1][1]):
                found.append((places[index][0], places[last][1]))
        return tuple(found)

    def _of(self, language: str) -> tuple[Stemmer, set[tuple[str, ...]], set[str]]:
        known = self._languages.get(language)
        if known is None:
            rows = {reading.stems for reading in self._readings if reading.language in (language, "")}
            initials = {stem[0] for row in rows for stem in row} | {start[0] for start in self._beginnings}
            known = self._languages[language] = (Stemmer(language), rows, initials)
        return known

    def _match(
        self, places: list[tuple[int, int, str, str]], index: int, rows: set[tuple[str, ...]]
    ) -> int | None:
        """The index of the last word of the longest term that begins here, or None."""
        form = places[index][3]
        if not form:
            return None
        best: int | None = None
        for row in rows:
            last = index + len(row) - 1
            if last < len(places) and (best is None or last > best):
                here = places[index : last + 1]
                if all(wanted in (place[2], place[3]) for wanted, place in zip(row, here, strict=True)):
                    best = last
        if best is None and self._beginnings and form.startswith(self._beginnings):
            return index
        return best


def snippet(text: str, spans: tuple[Span, ...]) -> tuple[int, str]:
    """The part of a text that shows the most matches, cut between words: (its start, itself)."""
    if len(text) <= LONGEST:
        return 0, text
    if not spans:
        return 0, text[: _word_end(text, LONGEST)].rstrip()
    best = max(spans, key=lambda span: sum(span[0] <= other[0] < span[0] + LONGEST for other in spans))
    lead = max(0, min(best[0] - LONGEST // 4, len(text) - LONGEST))
    start = _word_start(text, lead, best[0])
    end = max(_word_end(text, start + LONGEST), best[1])
    return start, text[start:end].rstrip()


def _word_start(text: str, place: int, before: int) -> int:
    if place == 0 or text[place - 1].isspace():
        return place
    blank = next((i for i in range(place, before) if text[i].isspace()), None)
    return before if blank is None else blank + 1


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - LONGEST // 2, place + 1)
    return place if blank < 0 else blank
