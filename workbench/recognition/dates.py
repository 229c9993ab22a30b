"""Calendar days written out in a text, in the ways agreements write them in each language."""

from __future__ import annotations

import re
from datetime import date

from workbench.recognition.spans import Spans

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "lv": "janvār februār mart aprīl maij jūnij jūlij august septembr oktobr novembr decembr",
    "uk": "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
    "ru": "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    "lt": "saus vasar kov baland geguž biržel liep rugpjū rugsėj spal lapkrič gruod",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "pl": "styczni lut marca kwietni maja czerwca lipca sierpni wrześni październik listopada grudni",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_ALL_MONTHS = {
    stem: number for stems in _MONTHS.values() for number, stem in enumerate(stems.split(), start=1)
}
_STEMS = "|".join(sorted(map(re.escape, _ALL_MONTHS), key=len, reverse=True))
_MONTH = rf"(?P<month>(?:{_STEMS})\w{{0,6}})"
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_PATTERNS = (
    # 9 June 2026; 9th day of June 2026; 11. aprill 2024; 9 червня 2026 року; «9» червня 2026
    re.compile(
        rf"[«“\"]?(?<![\d.]){_DAY}(?:st|nd|rd|th|er|º)?\.?[»”\"]?\s+(?:day of |"
        rf"de )?{_MONTH},?\s+(?:of |de |in the year )?{_YEAR}(?:\s*(?:року|р\.|года|г\.|roku|r\.))?",
        re.IGNORECASE,
    ),
    # June 9, 2026
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,\s+{_YEAR}", re.IGNORECASE),
    # 2024. gada 11. aprīlī; 2024 m. balandžio 11 d.
    re.compile(
        rf"\b{_YEAR}\.?\s+(?:gada\s+{_DAY}\.\s+{_MONTH}|"
        rf"m\.\s+(?P<lt>{_STEMS})\w{{0,5}}\s+(?P<ltday>[0-3]?\d)(?:\s+d\.)?)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<num>[01]?\d)\.(?P<year>1[6-9]\d\d|20\d\d)(?![\d.]\d)"),
)
_YEAR_SOMEWHERE = re.compile(r"\d{4}|thousand|hundred")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
_CARDINALS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        start=1,
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_IN_WORDS = re.compile(
    rf"(?:this\s+|on the\s+)?(?P<day>(?:twenty|thirty)?[- ]?(?:{'|'.join(_ORDINALS)})|[0-3]?\d(?:st|nd|"
    rf"rd|th))\s+day\s+of\s+(?P<month>{'|'.join(_MONTHS['en'].split())}),?\s+"
    r"(?:(?:in the year\s+)?(?:of\s+)?(?P<year>(?:one|"
    r"two)\s+thousand(?:[\s,-]+(?:and\s+)?[a-z]+){0,6}|"
    r"nineteen hundred(?:[\s-]+(?:and\s+)?[a-z]+){1,3}|[12]\d{3}))",
    re.IGNORECASE,
)


def find(text: str) -> list[tuple[int, int, date]]:
    """Every day named in a text as (start, end, day), in order, none overlapping."""
    if not _YEAR_SOMEWHERE.search(text):
        return []
    found: list[tuple[int, int, date]] = []
    taken = Spans()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None and taken.add(match.start(), match.end()):
                found.append((match.start(), match.end(), day))
    if " day " in text:
        for match in _IN_WORDS.finditer(text):
            day = _in_words(match)
            if day is not None and taken.add(match.start(), match.end()):
                found.append((match.start(), match.start() + len(match.group().rstrip()), day))
    return sorted(found)


def impossible(text: str) -> list[tuple[int, int]]:
    """The places where a text names a day that no calendar has, such as 31 June."""
    if not _YEAR_SOMEWHERE.search(text):
        return []
    found = {
        match.span()
        for pattern in _PATTERNS[:-1]  # "31.2.2020" may be the number of a clause
        for match in pattern.finditer(text)
        if _day(match) is None
    }
    right = Spans((start, end) for start, end, _ in find(text)) if found else Spans()
    return sorted(span for span in found if not right.overlap(*span))


def month_of(name: str) -> int | None:
    """The number of a month from its name in whatever form and language."""
    low = name.lower()
    best = max((stem for stem in _ALL_MONTHS if low.startswith(stem)), key=len, default=None)
    return _ALL_MONTHS[best] if best else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["num"]) if parts.get("num") else month_of(parts.get("month") or parts.get("lt") or "")
    day = parts.get("day") or parts.get("ltday")
    if not month or not day:
        return None
    return _valid(int(parts["year"]), month, int(day))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # "31 June": a slip of the text, which stays as it is


def _in_words(match: re.Match[str]) -> date | None:
    day_words = re.split(r"[\s-]+", match["day"].lower())
    digits = re.match(r"\d+", day_words[0])
    if digits:
        day = int(digits.group())
    else:
        day = sum(_ORDINALS.get(word, _CARDINALS.get(word, 0)) for word in day_words)
    year = _year(match["year"].lower())
    month = month_of(match["month"])
    return _valid(year, month, day) if month and 1600 < year < 2200 else None


def _year(words: str) -> int:
    if words.isdigit():
        return int(words)
    total = part = 0
    for word in re.split(r"[\s,-]+", words):
        if word == "thousand":
            total, part = total + part * 1000, 0
        elif word == "hundred":
            part *= 100
        elif word in _CARDINALS:
            part += _CARDINALS[word]
        elif word != "and":
            break
    return total + part
