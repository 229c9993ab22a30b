"""Recitals: parted by one sign, so that the preamble stays a single sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind
from workbench.checks.matter import Matter

PUNCTUATION = FindingKind(
    "checks.recital-punctuation",
    Severity.WARNING,
    "this recital ends in “{sign}” where the others end in “{usual}”",
)
_SIGNS = ".;,:"


def punctuation(matter: Matter) -> Iterator[Finding]:
    """A recital that ends otherwise than the others. The last one may lead over to the agreeing formula."""
    recitals = matter.of_kind(Kind.RECITAL)
    ends = {unit.id: _end(unit.words) for unit in recitals if not unit.children}
    counts = Counter(sign for sign in ends.values() if sign)
    if len(ends) < 3 or not counts:
        return
    usual, most = counts.most_common(1)[0]
    if most < 2 or 2 * most <= len(ends) or usual == ".":
        return  # no usage to depart from; a narrative preamble is made of sentences
    for unit in recitals:
        sign = ends.get(unit.id, "")
        if sign in (usual, "") or (unit is recitals[-1] and sign in ",;"):
            continue
        yield matter.at(PUNCTUATION, unit, quote=unit.text.plain[-60:], sign=sign, usual=usual)


def _end(words: str) -> str:
    last = words.rstrip()[-1:]
    return last if last in _SIGNS else ""
