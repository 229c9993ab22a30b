"""Slips of the pen: a word written twice, a sign too many, letters of another alphabet, a broken field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import OfProvision, Passage, Setting, passages

DOUBLED = FindingKind("checks.word-twice", Severity.WARNING, "“{quote}”: a word stands twice")
SPACE_AHEAD = FindingKind(
    "checks.space-before-sign", Severity.INFO, "“{quote}”: a space stands before “{sign}”"
)
SIGNS = FindingKind("checks.sign-twice", Severity.INFO, "“{quote}”: two signs stand where one belongs")
ALPHABETS = FindingKind(
    "checks.mixed-alphabets",
    Severity.WARNING,
    "“{quote}” is written with letters of two alphabets, which look alike: search does not find it",
)
BROKEN_FIELD = FindingKind(
    "checks.broken-field",
    Severity.WARNING,
    "“{quote}”: a field of Word has lost what it referred to; write the reference anew",
)
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.IGNORECASE)
_RIGHTLY_TWICE = frozenset("that had is bora duran baden pago nyan бі vien".split())
_SPACE = re.compile(r"(?<=[^\W_]) +(?P<sign>[,;.])(?=\s|$)")
_SIGNS = re.compile(r"(?<![.…\s])\s*(?P<signs>\.\.|,,|;;|;,|,;|\.;|,\.|;\.)(?![.…\w])")
_ABBREVIATED = re.compile(r"\b\w{1,4}$")
_TWO_SIGNS = ("..", ",,", ";;", ";,", ",;", ".;", ",.", ";.")
_ANY_LATIN = re.compile("[A-Za-z]")
_ANY_CYRILLIC = re.compile("[а-яіїєґА-ЯІЇЄҐ]")
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][а-яіїєґА-ЯІЇЄҐ]|[а-яіїєґА-ЯІЇЄҐ][A-Za-z])[^\W\d_]*")
_LATIN, _CYRILLIC = "ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_FIELD = re.compile(
    r"Error!\s+(?:Reference source not found|Bookmark not defined)\.?|Kļūda!\s+Nav atrasts atsauces avots\.?|"
    r"Kļūda!\s+Grāmatzīme nav definēta\.?|"
    r"Помилка!\s+(?:Джерело посилання не знайдено|Закладку не визначено)\.?"
)
_NO_SENTENCES = (Kind.TITLE_LINE, Kind.SIGNATORY, Kind.SIGNATURE_BLOCK, Kind.CELL)


def _slips(unit: Provision, _setting: Setting) -> Iterator[Finding]:
    for passage in passages(unit):
        plain = passage.plain
        for found in _FIELD.finditer(plain) if "!" in plain else ():
            yield passage.finding(BROKEN_FIELD, *found.span())
        if unit.kind in _NO_SENTENCES:
            continue
        said = plain.casefold().split()
        for found in _TWICE.finditer(plain) if any(map(eq, said, said[1:])) else ():
            first, second = found.group(1), found.group()[-len(found.group(1)) :]
            if first.casefold() in _RIGHTLY_TWICE or (second[0].isupper() and second != second.upper()):
                continue
            fix = Fix("take one out", {}, (passage.rewording(found.end(1), found.end(), ""),))
            yield passage.finding(DOUBLED, *found.span(), margin=15, fixes=(fix,))
        for found in _SPACE.finditer(plain) if " ," in plain or " ;" in plain or " ." in plain else ():
            fixes = (passage.write(*found.span(), found["sign"]),)
            yield passage.finding(SPACE_AHEAD, *found.span(), margin=20, fixes=fixes, sign=found["sign"])
        for found in _SIGNS.finditer(plain) if any(pair in plain for pair in _TWO_SIGNS) else ():
            if (
                found["signs"][0] == "."
                and found["signs"] != ".."
                and _ABBREVIATED.search(plain[: found.start()])
            ):
                continue  # "etc.;", "Nr.,"
            fixes = (passage.write(*found.span(), found["signs"][-1]),)
            yield passage.finding(SIGNS, *found.span(), margin=20, fixes=fixes)
        yield from _of_two_alphabets(passage)


SLIPS = OfProvision(_slips)
"""Doubled words and signs, spaces before signs, mixed alphabets, broken fields."""


def _of_two_alphabets(passage: Passage) -> Iterator[Finding]:
    if not (_ANY_LATIN.search(passage.plain) and _ANY_CYRILLIC.search(passage.plain)):
        return
    for found in _MIXED.finditer(passage.plain):
        word = found.group()
        latin = sum(letter.isascii() for letter in word)
        written = word.translate(_TO_CYRILLIC if latin * 2 <= len(word) else _TO_LATIN)
        alike = written.isascii() or not any(letter.isascii() for letter in written)
        fixes = (passage.write(*found.span(), written),) if alike else ()
        yield passage.finding(ALPHABETS, *found.span(), fixes=fixes)
