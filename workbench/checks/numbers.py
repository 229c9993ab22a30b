"""Numbers written twice: *ten (10)*, *10 (desmit)* must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numerals import LARGEST, form_of, read, words
from workbench.checks.matter import Matter

MISMATCH = FindingKind(
    "checks.number-and-word",
    Severity.ERROR,
    "{quote}: the words say {spelt}, the figures {figures}",
)
_WORDS_FIRST = re.compile(r"(?P<words>[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,3})\s*\((?P<figures>\d{1,3})\)")
_FIGURES_FIRST = re.compile(r"\b(?P<figures>\d{1,3})\s*\((?P<words>[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,3})\)")


def numbers(matter: Matter) -> Iterator[Finding]:
    """Number words and figures side by side that differ."""
    for passage in matter.passages:
        if "(" not in passage.plain:
            continue
        for pattern in (_WORDS_FIRST, _FIGURES_FIRST):
            for found in pattern.finditer(passage.plain):
                spelt = _spelt(found["words"], matter.language)
                figures = int(found["figures"])
                if spelt is not None and spelt[0] != figures:
                    yield matter.at(
                        MISMATCH,
                        passage.unit,
                        quote=" ".join(f"{spelt[1]} ({figures})".split()),
                        spelt=spelt[0],
                        figures=figures,
                        suggestion=_in_words(figures, spelt[1], matter.language),
                    )


def _spelt(phrase: str, language: str) -> tuple[int, str] | None:
    """The number at the end of a phrase ("period of ten"), and its words."""
    parts = phrase.split()
    for first in range(len(parts)):
        candidate = " ".join(parts[first:])
        number = read(candidate, language)
        if number is not None:
            return number, candidate
    return None


def _in_words(number: int, like: str, language: str) -> str:
    form = form_of(like, language)
    return words(number, language, form) if form is not None and number <= LARGEST else str(number)
