"""Recitals: parted by one sign, so that the preamble stays a single sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at, passages

PUNCTUATION = FindingKind(
    "checks.recital-punctuation",
    Severity.WARNING,
    "this recital ends in “{sign}” where the others end in “{usual}”",
)
_SIGNS = ".;,:"


def _recital(unit: Provision, _setting: Setting) -> Iterator[tuple[Provision, str]]:
    if unit.kind is Kind.RECITAL:
        yield unit, "" if unit.children else _end(unit.words)


def _otherwise(notes: Sequence[tuple[Provision, str]], _matter: Matter) -> Iterator[Finding]:
    ends = [sign for unit, sign in notes if not unit.children]
    counts = Counter(sign for sign in ends if sign)
    if len(ends) < 3 or not counts:
        return
    usual, most = counts.most_common(1)[0]
    if most < 2 or 2 * most <= len(ends) or usual == ".":
        return  # no usage to depart from; a narrative preamble is made of sentences
    last = notes[-1][0]
    for unit, sign in notes:
        if sign in (usual, "") or (unit is last and sign in ",;"):
            continue
        passage = passages(unit)[-1]
        end = len(passage.plain.rstrip())
        fixes = (_end_in(passage, end, usual),)
        quote = passage.plain[-60:]
        if passage.plain[end - 1 : end] == sign:
            yield passage.finding(PUNCTUATION, end - 1, end, quote=quote, fixes=fixes, sign=sign, usual=usual)
        else:
            yield at(PUNCTUATION, unit, quote=quote, sign=sign, usual=usual)


RECITALS = OfAgreement(_recital, _otherwise)
"""A recital that ends otherwise than the others. The last one may lead over to the agreeing formula."""


def _end_in(passage: Passage, end: int, usual: str) -> Fix:
    return Fix("end it in “{new}”", {"new": usual}, (passage.rewording(end - 1, end, usual),))


def _end(words: str) -> str:
    last = words.rstrip()[-1:]
    return last if last in _SIGNS else ""
