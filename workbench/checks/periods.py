"""Periods of time that a clause names: *ten (10) years*, *sešus (6) mēnešus*, *п’яти років*."""

from __future__ import annotations

import re

from workbench.agreement.numerals import read

_UNITS = {
    "en": {"year": r"years?", "month": r"months?", "day": r"days?"},
    "lv": {"year": r"gad\w{1,4}", "month": r"mēneš\w{1,4}|mēnesi\w{0,2}|mēness", "day": r"dien\w{1,4}"},
    "uk": {"year": r"рок\w{1,3}|рік|років", "month": r"місяц\w{1,3}", "day": r"дн(?:ів|і|я|ям|ями|ях)|день"},
}
_COUNT = r"(?:(?P<figures>\d{1,3})|(?P<words>[^\W\d_]+(?:[-’'][^\W\d_]+)?))"
_BRACKET = r"(?:\s*\(\s*[\w’'\s-]{1,20}\))?(?:[’']|s[’'])?"


def periods(text: str, language: str) -> frozenset[tuple[int, str]]:
    """Every period of a text as (number, "year" | "month" | "day")."""
    spoken = language if language in _UNITS else "en"
    found: set[tuple[int, str]] = set()
    for unit, word in _UNITS[spoken].items():
        for match in re.finditer(rf"\b{_COUNT}{_BRACKET}\s+(?:{word})\b", text, re.IGNORECASE):
            number = int(match["figures"]) if match["figures"] else read(match["words"], spoken)
            if number is not None:
                found.add((number, unit))
    return frozenset(found)
