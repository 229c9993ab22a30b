"""Recitals: parted by one sign, so that the preamble stays a single sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at, passages
from workbench.checks.wording import sentences

PUNCTUATION = FindingKind(
    "checks.recital-punctuation",
    Severity.WARNING,
    "this recital ends in “{sign}” where the others end in “{usual}”",
)
NO_SIGN = FindingKind(
    "checks.recital-without-sign",
    Severity.INFO,
    "this recital ends without a sign; the others are parted by one",
)
_SIGNS = ".;,:"
_JOINING = re.compile(r"\s+(?:and|un|та|і|й)$")
_FEWEST = 3
"""Recitals below which there is no usage to depart from."""


def _recital(unit: Provision, _setting: Setting) -> Iterator[tuple[Provision, str]]:
    if unit.kind is Kind.RECITAL:
        yield unit, "" if unit.children else _end(unit.words)


def _otherwise(notes: Sequence[tuple[Provision, str]], matter: Matter) -> Iterator[Finding]:
    last = notes[-1][0] if notes else None
    ends = [sign for unit, sign in notes if not unit.children]
    # The last one leads over to the agreeing formula, so it tells nothing of what parts the others.
    parting = [sign for unit, sign in notes if not unit.children and unit is not last]
    counts = Counter(sign for sign in parting if sign)
    of_two = ends[:1] == ["."] and ends[1:] in ([","], [";"])  # a full stop, and the sentence goes on
    if (len(ends) < _FEWEST and not of_two) or not counts:
        return
    usual, most = counts.most_common(1)[0]
    others = len(parting) - most
    if usual == "." or (most < _FEWEST - 1 and others) or most <= others:
        usual = ";" if of_two or _one_departs(parting) else ""
    if not usual:
        return  # no usage to depart from; a narrative preamble is made of sentences
    if sum(sign == "." and len(sentences(unit.words)) > 1 for unit, sign in notes) >= _FEWEST:
        return  # a narrative stands among the recitals, or before them
    for unit, sign in notes:
        leads_over = matter.of_kind(Kind.AGREEING_FORMULA)
        if sign == usual or unit.children or (unit is last and (sign in (",", ";", ":") or not leads_over)):
            continue
        if not sign:
            yield from _without_sign(unit, "," if unit is last else usual)
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


def _one_departs(parting: Sequence[str]) -> bool:
    """Whether of two or three recitals with a semicolon one alone ends in a full stop."""
    return len(parting) <= _FEWEST and parting.count(";") >= 1 and parting.count(".") == 1


def _without_sign(unit: Provision, sign: str) -> Iterator[Finding]:
    passage = passages(unit)[-1]
    end = len(passage.plain.rstrip())
    fix = Fix("end it in “{new}”", {"new": sign}, (passage.rewording(end, end, sign),))
    yield passage.finding(NO_SIGN, max(0, end - 1), end, quote=passage.plain[-60:], fixes=(fix,))


def _end_in(passage: Passage, end: int, usual: str) -> Fix:
    return Fix("end it in “{new}”", {"new": usual}, (passage.rewording(end - 1, end, usual),))


def _end(words: str) -> str:
    body = _JOINING.sub("", words.rstrip()).rstrip('])”»"0123456789')
    last = body[-1:]
    return last if last in _SIGNS else ""
