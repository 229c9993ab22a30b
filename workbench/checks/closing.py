"""The closing: as many originals as parties, and every language in every original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Setting, at

ORIGINALS = FindingKind(
    "checks.number-of-originals",
    Severity.WARNING,
    "{originals} originals for {parties} parties: each party should keep one",
)
LANGUAGES = FindingKind(
    "checks.originals-and-languages",
    Severity.WARNING,
    "{originals} originals in {languages} languages: say whether each original is in every language",
)
AUTHENTICITY = FindingKind(
    "checks.authentic-texts",
    Severity.WARNING,
    "the text is done in {languages} languages, but does not say which texts are authentic or which prevails",
)
NO_CLOSING = FindingKind(
    "checks.no-done-at-clause", Severity.INFO, "the text has no clause on place, day and originals"
)
_EACH = re.compile(
    r"\b(?:each|both|all|every|duplicate|katr\w+|abi|visi|кож(?:ен|н\w+)|обидва|усі|всі)\b", re.IGNORECASE
)
_AUTHENTIC = re.compile(
    r"\b(?:authentic|prevail\w*|equal(?:ly)? (?:force|valid)\w*|autentisk\w*|"
    r"vienād\w+ (?:juridisk\w+ )?spēk\w*|noteicoš\w*|рівноавтентичн\w*|"
    r"автентичн\w*|однаков\w+ (?:юридичн\w+ )?сил\w*|переваж\w*)\b",
    re.IGNORECASE,
)


def says_which_texts_are_authentic(words: str) -> bool:
    """Whether a done-at clause settles which texts are authentic or which one prevails."""
    return bool(_AUTHENTIC.search(words))


def _done_at(unit: Provision, _setting: Setting) -> Iterator[Provision]:
    if unit.kind is Kind.DONE_AT:
        yield unit


def _judge(clauses: Sequence[Provision], matter: Matter) -> Iterator[Finding]:
    agreement = matter.agreement
    if not clauses:
        if agreement.closing:
            yield at(NO_CLOSING, agreement.closing[-1])
        return
    clause, said = clauses[0], agreement.authenticity
    plain = " ".join(unit.text.plain for unit in clauses)
    originals, languages, parties = said.originals, len(said.languages), len(agreement.parties)
    if originals and parties > 1 and originals != parties:
        yield at(ORIGINALS, clause, quote=plain[:160], originals=originals, parties=parties)
    counted = plain.split(";")[0].split(".  ")[0]
    if originals and languages > 1 and languages != originals and not _EACH.search(counted):
        yield at(LANGUAGES, clause, quote=plain[:160], originals=originals, languages=languages)
    if languages > 1 and not says_which_texts_are_authentic(plain):
        yield at(AUTHENTICITY, clause, quote=plain[:160], languages=languages)


CLOSING = OfAgreement(_done_at, _judge)
"""The done-at clause against the number of parties and of languages."""
