"""Numbers written twice: *ten (10)*, *10 (desmit)* must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.numerals import LARGEST, form_of, read, words
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Provision
from workbench.checks.matter import OfProvision, Passage, Setting, passages

MISMATCH = FindingKind(
    "checks.number-and-word",
    Severity.ERROR,
    "“{quote}”: the words say {spelt}, the figures {figures}",
)
_WORDS_FIRST = re.compile(r"(?P<words>[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,3})\s*\((?P<figures>\d{1,3})\)")
_FIGURES_FIRST = re.compile(r"\b(?P<figures>\d{1,3})\s*\((?P<words>[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,3})\)")


def _mismatches(unit: Provision, setting: Setting) -> Iterator[Finding]:
    for passage in passages(unit):
        if "(" not in passage.plain:
            continue
        for pattern in (_WORDS_FIRST, _FIGURES_FIRST):
            for found in pattern.finditer(passage.plain):
                spelt = _spelt(found["words"], setting.language)
                figures = int(found["figures"])
                if spelt is not None and spelt[0] != figures:
                    yield _mismatch(passage, found, spelt, setting.language)


NUMBERS = OfProvision(_mismatches)
"""Number words and figures side by side that differ."""


def _mismatch(passage: Passage, found: re.Match[str], spelt: tuple[int, str], language: str) -> Finding:
    figures = int(found["figures"])
    starts = [word.start() for word in re.finditer(r"\S+", found["words"])]
    at = found.start("words") + starts[-len(spelt[1].split())]
    first, last = min(at, found.start("figures")), max(found.end("words"), found.end("figures"))
    return passage.finding(
        MISMATCH,
        first,
        last,
        quote=on_one_line(f"{spelt[1]} ({figures})"),
        spelt=spelt[0],
        figures=figures,
        fixes=_either_way(passage, found, (at, found.end("words")), spelt, language),
    )


def _either_way(
    passage: Passage, found: re.Match[str], at: tuple[int, int], spelt: tuple[int, str], language: str
) -> tuple[Fix, ...]:
    """The words after the figures, or the figures after the words: only the drafter knows which is right."""
    fixes = [passage.write(*found.span("figures"), str(spelt[0]))]
    form = form_of(spelt[1], language)
    figures = int(found["figures"])
    if form is not None and figures <= LARGEST:
        fixes.insert(0, passage.write(*at, words(figures, language, form)))
    return tuple(fixes)


def _spelt(phrase: str, language: str) -> tuple[int, str] | None:
    """The number at the end of a phrase ("period of ten"), and its words."""
    parts = phrase.split()
    for first in range(len(parts)):
        candidate = " ".join(parts[first:])
        number = read(candidate, language)
        if number is not None:
            return number, candidate
    return None
