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
_FIGURES = r"\d{1,3}(?:[ \u00a0.,]\d{3})+|\d+"
_WORDS = r"[^\W\d_]+(?:[-\s’'][^\W\d_]+){0,7}"
_WORDS_FIRST = re.compile(rf"(?P<words>{_WORDS})\s*\((?P<figures>{_FIGURES})\)")
_FIGURES_FIRST = re.compile(rf"(?<![\d.,])(?P<figures>{_FIGURES})\s*\((?P<words>{_WORDS})\)")


def _mismatches(unit: Provision, setting: Setting) -> Iterator[Finding]:
    for passage in passages(unit):
        if "(" not in passage.plain:
            continue
        for pattern in (_WORDS_FIRST, _FIGURES_FIRST):
            for found in pattern.finditer(passage.plain):
                spelt = _spelt(found["words"], setting.language)
                if spelt is not None and spelt[0] != _value(found["figures"]):
                    yield _mismatch(passage, found, spelt, setting.language)


NUMBERS = OfProvision(_mismatches)
"""Number words and figures side by side that differ."""


def _value(figures: str) -> int:
    return int(re.sub(r"\D", "", figures))


def _mismatch(passage: Passage, found: re.Match[str], spelt: tuple[int, str], language: str) -> Finding:
    figures = found["figures"]
    at = found.start("words") + found["words"].rindex(spelt[1])
    end = at + len(spelt[1])
    first, last = min(at, found.start("figures")), max(end, found.end("figures"))
    return passage.finding(
        MISMATCH,
        first,
        last,
        quote=on_one_line(f"{spelt[1]} ({figures})"),
        spelt=spelt[0],
        figures=figures,
        fixes=_either_way(passage, found, (at, end), spelt, language),
    )


def _either_way(
    passage: Passage, found: re.Match[str], at: tuple[int, int], spelt: tuple[int, str], language: str
) -> tuple[Fix, ...]:
    """The words after the figures, or the figures after the words: only the drafter knows which is right."""
    fixes = [passage.write(*found.span("figures"), _in_figures(spelt[0], found["figures"]))]
    form = form_of(spelt[1], language)
    figures = _value(found["figures"])
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
