"""How the value of a placeholder is written in the text: dates, numbers, money, in three languages.

A value is entered plainly (2027-03-15, 10, EUR 5000000) and written as the place wants it: *15 March 2027*,
*2027. gada 15. martā*, *15 березня 2027 року*; *ten (10)* where the default shows words and figures.
Whatever cannot be read as a date, number or sum is written as entered.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.agreement.declension import Case
from workbench.agreement.numerals import Form, form_of, read, words
from workbench.agreement.text import Placeholder, PlaceholderType
from workbench.drafting.counting import counted, latvian_form

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "lv": "janvār februār mart aprīl maij jūnij jūlij august septembr oktobr novembr decembr".split(),
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(),
}
# janvāris, februāris, aprīlis, … are of the second declension, marts and augusts of the first.
_LV_SECOND = {Case.NOM: "is", Case.GEN: "a", Case.DAT: "im", Case.ACC: "i", Case.LOC: "ī"}
_LV_FIRST = {Case.NOM: "s", Case.GEN: "a", Case.DAT: "am", Case.ACC: "u", Case.LOC: "ā"}
_LV_FIRST_MONTHS = (3, 5, 6, 7, 8)
_LV_AFTER = {
    "no": Case.GEN,
    "pēc": Case.GEN,
    "pirms": Case.GEN,
    "kopš": Case.GEN,
    "līdz": Case.DAT,
    "ap": Case.ACC,
    "ir": Case.NOM,
}
_LV_NOUN_ENDINGS = (
    ("iem", Case.DAT, False),
    ("ām", Case.DAT, True),
    ("os", Case.LOC, False),
    ("ās", Case.LOC, True),
    ("us", Case.ACC, False),
    ("as", Case.ACC, True),
    ("u", Case.GEN, False),
    ("i", Case.NOM, False),
)
_WORDS_THEN_FIGURES = re.compile(r"^(?P<words>[^\d(]+?)\s*\((?P<figures>\d+)\)$")
_FIGURES_THEN_WORDS = re.compile(r"^(?P<figures>\d+)\s*\((?P<words>[^\d)]+)\)$")
_MONEY = re.compile(r"^(?P<before>[A-Z]{3}|[€$£])?\s*(?P<sum>\d[\d\s.,  ]*)\s*(?P<after>[A-Z]{3}|[€$£])?$")
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}


# Basic form of the noun, what stands before it and behind it.
_CURRENCIES: dict[str, dict[str, tuple[str, str, str]]] = {
    "EUR": {"en": ("euro", "", ""), "lv": ("euro", "", ""), "uk": ("євро", "", "")},
    "USD": {"en": ("dollar", "US", ""), "lv": ("dolārs", "ASV", ""), "uk": ("долар", "", "США")},
    "UAH": {"en": ("hryvnia", "", ""), "lv": ("grivna", "Ukrainas", ""), "uk": ("гривня", "", "")},
}
_NAMED_CURRENCY = re.compile(
    r"(?i)\b(?:euros?|(?:US )?dollars?|hryvnias?|eiro|dolār\w+|grivn\w+|євро|долар\w*|грив\w+)"
)


def _fraction(noun: str, language: str) -> str:
    """The noun behind a number with a fraction: plural in English, genitive in the others."""
    if language == "en":
        return counted(2, noun, "en")
    return {"dolārs": "dolāra", "grivna": "grivnas", "долар": "долара", "гривня": "гривні"}.get(noun, noun)


def written(
    value: str,
    place: Placeholder,
    *,
    language: str,
    before: str = "",
    after: str = "",
    now: int | None = None,
) -> str:
    """The words that stand in the text for a value.

    `before` and `after` are the text around the place, `now` the number with which a noun there agrees.
    """
    value = value.strip()
    match place.type:
        case PlaceholderType.DATE:
            day = day_of(value)
            return value if day is None else written_day(day, language, case=_case_of_day(before))
        case PlaceholderType.NUMBER:
            return _number(value, place.default or "", language, (before, after), now)
        case PlaceholderType.MONEY:
            return _money(value, language, place.default or "")
        case _:
            return value


def day_of(value: str) -> date | None:
    """The day an ISO 8601 date names, or None."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def count_of(value: str | None, language: str) -> int | None:
    """The number meant by "10", "ten" or "ten (10)", or None."""
    if value is None:
        return None
    figures = re.fullmatch(r"\D*?(\d+)\D*", value.strip())
    return int(figures[1]) if figures else read(value, language)


def written_day(day: date, language: str, *, case: Case = Case.LOC) -> str:
    """A day as agreements write it; `case` matters to Latvian, where a day alone is in the locative."""
    if language == "lv":
        month = MONTHS["lv"][day.month - 1]
        endings = _LV_FIRST if day.month in _LV_FIRST_MONTHS else _LV_SECOND
        return f"{day.year}. gada {day.day}. {month}{endings.get(case, endings[Case.LOC])}"
    if language == "uk":
        return f"{day.day} {MONTHS['uk'][day.month - 1]} {day.year} року"
    if language == "en":
        return f"{day.day} {MONTHS['en'][day.month - 1]} {day.year}"
    return day.isoformat()


def _case_of_day(before: str) -> Case:
    """The case a Latvian date takes after the word before it."""
    last = before.split()[-1:] or [""]
    return _LV_AFTER.get(last[0].casefold(), Case.LOC)


def _number(value: str, model: str, language: str, around: tuple[str, str], now: int | None) -> str:
    """A number in the shape of the default: words, figures, or both."""
    count = count_of(value, language)
    if count is None:
        return value
    both = _WORDS_THEN_FIGURES.match(model) or _FIGURES_THEN_WORDS.match(model)
    in_words = both["words"] if both else model
    known = latvian_form(count, around, now) if language == "lv" else None
    form = Form(*known) if known is not None else _form(in_words, language, around[1])
    if both:
        spelt = words(count, language, form)
        if spelt == str(count):
            return spelt
        return f"{spelt} ({count})" if model.startswith(both["words"]) else f"{count} ({spelt})"
    if not model or model.isdecimal():
        return str(count)
    return words(count, language, form)


def _form(model: str, language: str, after: str) -> Form:
    """The form of a number word: that of the noun behind it in Latvian, else that of the model."""
    noun = (re.findall(r"\w+", after) or [""])[0].casefold()
    if language == "lv":
        for ending, case, feminine in _LV_NOUN_ENDINGS:
            if noun.endswith(ending):
                return Form(case, feminine)
    return form_of(model, language) or Form()


def _money(value: str, language: str, model: str = "") -> str:
    """EUR 1,000,000 in English; 1 000 000 EUR (with spaces that do not break) in Latvian and Ukrainian.

    Where the model names its currency in words, so does the sum: 1,000,000 euros, 21 долар США.
    """
    found = _MONEY.match(value)
    if found is None:
        return value
    digits = re.sub(r"\D", "", found["sum"])
    cents = re.search(r"[.,](\d{2})$", found["sum"].strip())
    if cents:
        digits = digits[:-2]
    sign = found["before"] or found["after"] or ""
    currency = _SIGNS.get(sign, sign)
    grouped = f"{int(digits):,}"
    in_words = _CURRENCIES.get(currency, {}).get(language)
    if in_words and _NAMED_CURRENCY.search(model):
        noun = counted(int(digits), in_words[0], language) if not cents else _fraction(in_words[0], language)
        parts = (in_words[1], noun, in_words[2])
        decimal = "" if not cents else ("." if language == "en" else ",") + cents[1]
        figures = grouped if language == "en" else grouped.replace(",", "\N{NO-BREAK SPACE}")
        return " ".join(part for part in (figures + decimal, *parts) if part)
    if language == "en":
        return f"{currency} {grouped}{'.' + cents[1] if cents else ''}".strip()
    grouped = grouped.replace(",", "\N{NO-BREAK SPACE}")
    return f"{grouped}{',' + cents[1] if cents else ''}\N{NO-BREAK SPACE}{currency}".strip()
