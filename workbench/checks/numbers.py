"""Numbers written twice: *ten (10)*, *10 (desmit)* must say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_FIGURES = r"\d{1,3}(?:[ \u00a0.,]\d{3})+|\d+"
_WORDS = r"[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,7}"
_BRACKETED = re.compile(rf"\((?:(?P<figures>{_FIGURES})|(?P<words>{_WORDS}))\)")
_WORDS_AHEAD = re.compile(rf"(?P<words>{_WORDS})\s*$")
_FIGURES_AHEAD = re.compile(rf"(?<![\d.,])(?P<figures>{_FIGURES})\s*$")
_REACH = 120
"""Signs before a bracket in which the words of a number stand."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words and figures side by side, each with where it begins."""

    words: str
    words_at: int
    figures: str
    figures_at: int


def _mismatches(unit: Provision, setting: Setting) -> Iterator[Finding]:
    for passage in passages(unit):
        for pair in _pairs(passage.plain):
            spelt = _spelt(pair.words, setting.language)
            if spelt is not None and spelt[0] != _value(pair.figures):
                yield _mismatch(passage, pair, spelt, setting.language)


def _pairs(plain: str) -> Iterator[_Pair]:
    """Figures in brackets behind words, and words in brackets behind figures."""
    for found in _BRACKETED.finditer(plain) if "(" in plain else ():
        place = max(0, found.start() - _REACH), found.start()
        if found["figures"]:
            ahead = _WORDS_AHEAD.search(plain, *place)
            if ahead is not None:
                yield _Pair(ahead["words"], ahead.start("words"), found["figures"], found.start("figures"))
        else:
            ahead = _FIGURES_AHEAD.search(plain, *place)
            if ahead is not None:
                yield _Pair(found["words"], found.start("words"), ahead["figures"], ahead.start("figures"))


NUMBERS = OfProvision(_mismatches)
"""Number words and figures side by side that differ."""


def _value(figures: str) -> int:
    return int(re.sub(r"\D", "", figures))


def _mismatch(passage: Passage, pair: _Pair, spelt: tuple[int, str], language: str) -> Finding:
    at = pair.words_at + pair.words.rindex(spelt[1])
    end = at + len(spelt[1])
    first, last = min(at, pair.figures_at), max(end, pair.figures_at + len(pair.figures))
    return passage.finding(
        MISMATCH,
        first,
        last,
        quote=on_one_line(f"{spelt[1]} ({pair.figures})"),
        spelt=spelt[0],
        figures=pair.figures,
        fixes=_either_way(passage, pair, (at, end), spelt, language),
    )


def _either_way(
    passage: Passage, pair: _Pair, at: tuple[int, int], spelt: tuple[int, str], language: str
) -> tuple[Fix, ...]:
    """The words after the figures, or the figures after the words: only the drafter knows which is right."""
    place = pair.figures_at, pair.figures_at + len(pair.figures)
    fixes = [passage.write(*place, _in_figures(spelt[0], pair.figures))]
    form = form_of(spelt[1], language)
    figures = _value(pair.figures)
    if form is not None and figures <= LARGEST:
        fixes.insert(0, passage.write(*at, words(figures, language, form)))
    return tuple(fixes)


def _in_figures(value: int, like: str) -> str:
    """The number parted into thousands as the text parts them."""
    parted = re.search(r"\D", like)
    return f"{value:,}".replace(",", parted.group()) if parted else str(value)


def _spelt(phrase: str, language: str) -> tuple[int, str] | None:
    """The number in a phrase ("period of ten", "five thousand euros") and its words; the longest is meant."""
    words = [word.span() for word in re.finditer(r"\S+", phrase)]
    for last in (len(words), *range(len(words) - 1, max(0, len(words) - 3), -1)):
        for first in range(last):
            candidate = phrase[words[first][0] : words[last - 1][1]]
            number = read(candidate, language)
            if number is not None:
                return number, candidate
    return None
