"""English: the plural of a noun and back, and which indefinite article stands before a word.

Rules after the usual spelling; nouns that have no plural, and those that make it otherwise, are listed as far
as agreements use them.
"""

from __future__ import annotations

import re

MASS = frozenset(
    (
        "information equipment personnel materiel material data intelligence assistance property "
        "knowledge software hardware ammunition staff research training support funding access "
        "security cooperation technology documentation infrastructure expertise evidence aid damage"
    ).split()
)
"""Nouns that are not counted; some (*material*, *technology*) can be, so a plural met in a text is one."""

_BOTH = frozenset(("material data technology property").split())
_IRREGULAR = {
    "person": "persons", "child": "children", "man": "men", "woman": "women", "crisis": "crises",
    "basis": "bases", "analysis": "analyses", "criterion": "criteria", "memorandum": "memoranda",
    "annex": "annexes", "appendix": "appendices", "index": "indices", "aircraft": "aircraft",
    "vessel": "vessels", "series": "series", "means": "means", "staff": "staff", "half": "halves",
    "life": "lives", "corps": "corps", "forces": "forces", "works": "works", "premises": "premises",
}  # fmt: skip
_SINGULAR = {many: one for one, many in _IRREGULAR.items()}
_VOWEL_LETTERS = "aefhilmnorsx"
"""Letters whose names begin with a vowel, for abbreviations that are spelled out."""
_CONSONANT_SOUND = re.compile(
    r"(eu|ewe|uni(?!n|m)|u[bkrst][aeiou]|ubi|use|usu|usa|uti|ukr|one(?!r)|once)", re.IGNORECASE
)
_SILENT_H = re.compile(r"(hour|honest|honou?r|heir)", re.IGNORECASE)


def plural(noun: str) -> str | None:
    """The plural of a noun in its own capitals; None for one that has none."""
    lower = noun.casefold()
    if lower in _IRREGULAR:
        return _in_capitals_of(noun, _IRREGULAR[lower])
    if lower in MASS and lower not in _BOTH:
        return None
    if noun.isupper() and len(noun) > 1:
        return noun + "s"
    if re.search(r"[^aeiou]y$", lower):
        return noun[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def singular(noun: str) -> str | None:
    """The singular of a noun given in the plural; None where it is not one."""
    lower = noun.casefold()
    if lower in _SINGULAR:
        return _in_capitals_of(noun, _SINGULAR[lower])
    if lower in _IRREGULAR or lower in MASS or not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return None
    if lower.endswith("ies") and len(lower) > 4:
        return noun[:-3] + "y"
    if lower.endswith(("xes", "ches", "shes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1]


def article(word: str) -> str:
    """*a* or *an* before a word, by its sound."""
    letters = re.sub(r"\W", "", word)
    if len(letters) > 1 and letters.isupper():
        spoken = len(letters) > 3 and letters[1] in "AEIOU"  # NATO, SOFA are read as words
        sounds = letters[0].lower() in ("aeiou" if spoken else _VOWEL_LETTERS)
        return "an" if sounds else "a"
    if _SILENT_H.match(letters):
        return "an"
    vowel = letters[:1].lower() in ("a", "e", "i", "o", "u") and not _CONSONANT_SOUND.match(letters)
    return "an" if vowel or letters.lower().startswith("uzb") else "a"


def _in_capitals_of(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
