"""Numbers in words, as agreements write them: *ten (10)*, *10 (desmit)*, *десяти (10)*.

`words` writes a cardinal number in a language, case and gender; `read` finds the number behind words in any
form, thousands and millions too. We write numbers up to 999 in words; beyond that an agreement has figures.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from workbench.agreement.declension import Case
from workbench.agreement.quoting import on_one_line

LARGEST = 999

CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """How a number word is inflected; English has one form only."""

    case: Case = Case.NOM
    feminine: bool = False


def words(value: int, language: str, form: Form = Form()) -> str:
    """The number in words ("ten", "desmit", "десяти"); figures where we have no words for it."""
    if not 0 <= value <= LARGEST:
        return str(value)
    match language:
        case "lv":
            return _latvian(value, form)
        case "uk":
            return _ukrainian(value, form)
        case "en":
            return _english(value)
        case _:
            return str(value)


def read(phrase: str, language: str) -> int | None:
    """The number these words stand for in whatever form, or None when they are no number."""
    plain = _plain(phrase)
    known = _known(language).get(plain)
    return known[0] if known else _large(plain, language)


def form_of(phrase: str, language: str) -> Form | None:
    """The form these number words stand in; the plainest one where several look alike."""
    known = _known(language).get(_plain(phrase))
    return known[1] if known else None


@cache
def _known(language: str) -> dict[str, tuple[int, Form]]:
    """Every form of every number word, with the number and its plainest form."""
    forms = [Form(case, feminine) for case in CASES for feminine in (False, True)]
    if language not in ("lv", "uk"):
        forms = forms[:1] if language == "en" else []
    found: dict[str, tuple[int, Form]] = {}
    for form in forms:
        for value in range(LARGEST + 1):
            found.setdefault(_plain(words(value, language, form)), (value, form))
    return found


_SCALES = {
    "en": {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000},
    "lv": {"tūksto": 1000, "miljon": 1_000_000, "miljard": 1_000_000_000},
    "uk": {"тисяч": 1000, "мільйон": 1_000_000, "мільярд": 1_000_000_000},
}
"""Beginnings of the words for thousand, million and thousand million, which decline."""


def _large(plain: str, language: str) -> int | None:
    """A number with thousands or millions in it ("two hundred thousand"), None when it is none."""
    scales = _SCALES.get(language, {})
    total, before = 0, math.inf
    rest: list[str] = []
    for word in plain.split():
        scale = next((value for stem, value in scales.items() if word.startswith(stem)), None)
        if scale is None:
            rest.append(word)
            continue
        count = _known(language).get(" ".join(rest).removeprefix("and ")) if rest else (1, Form())
        if count is None or scale >= before:
            return None
        total, before, rest = total + count[0] * scale, scale, []
    if not total or not rest:
        return total or None
    count = _known(language).get(" ".join(rest).removeprefix("and "))
    return total + count[0] if count else None


def _plain(phrase: str) -> str:
    return on_one_line(phrase.lower().replace("’", "'").replace("-", " "))


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _english(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(value, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {_english(rest)}" if rest else "")


# Latvian: 1 and 4 to 9 decline as adjectives, 2 and 3 in their own way, the rest does not decline.
_LV_STEMS = {4: "četr", 5: "piec", 6: "seš", 7: "septiņ", 8: "astoņ", 9: "deviņ"}
_LV_PLURAL = {
    False: dict(zip(CASES, ("i", "u", "iem", "us", "iem", "os"), strict=True)),
    True: dict(zip(CASES, ("as", "u", "ām", "as", "ām", "ās"), strict=True)),
}
_LV_ONE = {
    False: dict(zip(CASES, ("s", "a", "am", "u", "u", "ā"), strict=True)),
    True: dict(zip(CASES, ("a", "as", "ai", "u", "u", "ā"), strict=True)),
}
_LV_THREE = {
    False: dict(zip(CASES, ("trīs", "trīs", "trim", "trīs", "trim", "trijos"), strict=True)),
    True: dict(zip(CASES, ("trīs", "triju", "trim", "trīs", "trim", "trijās"), strict=True)),
}
_LV_COUNT = ("", "vien", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")


def _latvian(value: int, form: Form) -> str:
    if value == 0:
        return "nulle"
    hundreds, rest = divmod(value, 100)
    parts = []
    if hundreds:
        if hundreds > 1:
            parts.append(f"{_LV_COUNT[hundreds]}simt")
        else:
            parts.append("simt" if rest else "simts")
    if 10 <= rest < 20:
        parts.append("desmit" if rest == 10 else f"{_LV_COUNT[rest - 10]}padsmit")
    elif rest:
        tens, ones = divmod(rest, 10)
        if tens:
            parts.append(f"{_LV_COUNT[tens]}desmit")
        if ones:
            parts.append(_latvian_digit(ones, form))
    return " ".join(parts)


def _latvian_digit(value: int, form: Form) -> str:
    if value == 1:
        return "vien" + _LV_ONE[form.feminine][form.case]
    if value == 3:
        return _LV_THREE[form.feminine][form.case]
    stem = "div" if value == 2 else _LV_STEMS[value]
    return stem + _LV_PLURAL[form.feminine][form.case]


_STRAIGHT = (Case.NOM, Case.ACC)
# Ukrainian: forms in the order of CASES; the accusative is the inanimate one, which agreements count with.
_UK_ONE = {
    False: ("один", "одного", "одному", "один", "одним", "одному"),
    True: ("одна", "однієї", "одній", "одну", "однією", "одній"),
}
_UK_TWO = {False: "два", True: "дві"}
_UK_DIGITS = {
    3: ("три", "трьох", "трьом", "три", "трьома", "трьох"),
    4: ("чотири", "чотирьох", "чотирьом", "чотири", "чотирма", "чотирьох"),
    6: ("шість", "шести", "шести", "шість", "шістьма", "шести"),
    7: ("сім", "семи", "семи", "сім", "сьома", "семи"),
    8: ("вісім", "восьми", "восьми", "вісім", "вісьма", "восьми"),
}
_UK_SOFT = {5: "п'ят", 9: "дев'ят", 10: "десят"}
_UK_TEENS = (
    "одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят"
).split()
_UK_TENS = {2: "двадцят", 3: "тридцят"}
_UK_ROUND = {5: "п'ятдесят", 6: "шістдесят", 7: "сімдесят", 8: "вісімдесят"}
_UK_HUNDREDS = {
    1: ("сто", "ста"),
    2: ("двісті", "двохсот"),
    3: ("триста", "трьохсот"),
    4: ("чотириста", "чотирьохсот"),
    5: ("п'ятсот", "п'ятисот"),
    6: ("шістсот", "шестисот"),
    7: ("сімсот", "семисот"),
    8: ("вісімсот", "восьмисот"),
    9: ("дев'ятсот", "дев'ятисот"),
}


def _ukrainian(value: int, form: Form) -> str:
    if value == 0:
        return "нуль"
    hundreds, rest = divmod(value, 100)
    straight = form.case in _STRAIGHT
    parts = []
    if hundreds:
        parts.append(_UK_HUNDREDS[hundreds][0 if straight else 1])
    if 10 < rest < 20:
        parts.append(_soft(_UK_TEENS[rest - 11], form.case))
    elif rest == 10:
        parts.append(_soft(_UK_SOFT[10], form.case))
    elif rest:
        tens, ones = divmod(rest, 10)
        if tens:
            parts.append(_ukrainian_tens(tens, form.case))
        if ones:
            parts.append(_ukrainian_digit(ones, form))
    return " ".join(parts).replace("'", "’")


def _ukrainian_tens(tens: int, case: Case) -> str:
    straight = case in _STRAIGHT
    if tens in _UK_TENS:
        return _soft(_UK_TENS[tens], case)
    if tens == 4:
        return "сорок" if straight else "сорока"
    if tens == 9:
        return "дев'яносто" if straight else "дев'яноста"
    return _UK_ROUND[tens] if straight else _soft(_UK_ROUND[tens], case)


def _ukrainian_digit(value: int, form: Form) -> str:
    index = CASES.index(form.case)
    if value == 1:
        return _UK_ONE[form.feminine][index]
    if value == 2:
        if form.case in _STRAIGHT:
            return _UK_TWO[form.feminine]
        return {Case.DAT: "двом", Case.INS: "двома"}.get(form.case, "двох")
    if value in _UK_DIGITS:
        return _UK_DIGITS[value][index]
    return _soft(_UK_SOFT[value], form.case)


def _soft(stem: str, case: Case) -> str:
    """п'ят- : п'ять, п'яти, п'ятьма."""
    if case in _STRAIGHT:
        return stem + "ь"
    return stem + ("ьма" if case is Case.INS else "и")
