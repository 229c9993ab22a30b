"""Nouns that follow a number: *1 day, 21 days*; *21 diena, 30 dienas*; *21 день, 22 дні, 25 днів*.

English takes the singular after one. Latvian and Ukrainian take it after every number that ends in 1 but 11;
Ukrainian counts 2 to 4 in the nominative plural and the rest in the genitive plural, where the noun stands
in the nominative or accusative. The case is read from the form that stands there and the word before it.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.agreement.declension import Case, Forms, GrammaticalNumber, latvian

N, G, D, A, I, L = Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC  # noqa: E741 - the cases

_ENGLISH = {
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "hour": "hours",
    "original": "originals",
    "copy": "copies",
    "euro": "euros",
    "dollar": "dollars",
    "hryvnia": "hryvnias",
}
_LATVIAN = (
    ("diena", "dienas"),
    ("nedēļa", "nedēļas"),
    ("mēnesis", "mēneši"),
    ("gads", "gadi"),
    ("stunda", "stundas"),
    ("eksemplārs", "eksemplāri"),
    ("oriģināleksemplārs", "oriģināleksemplāri"),
    ("dolārs", "dolāri"),
    ("grivna", "grivnas"),
)
_UKRAINIAN = (
    "день дня дню день днем дні/дні днів дням дні днями днях",
    "тиждень тижня тижню тиждень тижнем тижні/тижні тижнів тижням тижні тижнями тижнях",
    "місяць місяця місяцю місяць місяцем місяці/місяці місяців місяцям місяці місяцями місяцях",
    "рік року року рік роком році/роки років рокам роки роками роках",
    "година години годині годину годиною годині/години годин годинам години годинами годинах",
    "примірник примірника примірнику примірник примірником примірнику"
    "/примірники примірників примірникам примірники примірниками примірниках",
    "долар долара долару долар доларом доларі/долари доларів доларам долари доларами доларах",
    "гривня гривні гривні гривню гривнею гривні/гривні гривень гривням гривні гривнями гривнях",
)
_GENITIVE_BEFORE = {
    "протягом", "до", "після", "від", "з", "із", "понад", "менше", "більше", "пізніше", "раніше", "строком",
}  # fmt: skip
_SINGULAR_GENITIVE_LV = {"pirms", "pēc", "no", "virs"}
_NOUN = re.compile(r"^(?P<space>[\s\u00a0]+)(?P<noun>[^\W\d_]+)")


def agreeing(
    count: int, around: tuple[str, str], language: str, now: int | None = None
) -> tuple[int, int, str] | None:
    """The noun behind a number in the form the number wants, as (start, end, form) in the text behind it.

    None where no noun we know stands there, or where it agrees already. `around` is the text before and
    behind the number, `now` the number with which the noun agrees at present.
    """
    before, after = around
    found = _NOUN.match(after)
    if found is None:
        return None
    noun = found["noun"]
    wanted = {"en": _english, "lv": _latvian, "uk": _ukrainian}.get(language, _none)(noun, count, before, now)
    if wanted is None or wanted == noun.lower():
        return None
    if noun[0].isupper():
        wanted = wanted[0].upper() + wanted[1:]
    return found.start("noun"), found.end("noun"), wanted


def counted(count: int, noun: str, language: str) -> str:
    """A noun, given in its basic form, as it stands behind a number on its own (*21 долар, 5 доларів*)."""
    if language == "uk":
        forms = next((own for own in _tables() if own[0][N] == noun), None)
        return _counted_ukrainian(count, forms, N) if forms else noun
    if language == "lv":
        pair = next((own for own in _LATVIAN if own[0] == noun), None)
        if pair is None:
            return noun
        if _ends_in_one(count):
            return pair[0]
        return latvian.decline(pair[1], number=GrammaticalNumber.PLURAL)[G if count % 10 == 0 else N]
    return noun if count == 1 else _ENGLISH.get(noun, noun)


def _none(noun: str, count: int, before: str, now: int | None) -> str | None:
    return None


def _ends_in_one(count: int) -> bool:
    return count % 10 == 1 and count % 100 != 11


def _english(noun: str, count: int, before: str, now: int | None) -> str | None:
    for one, many in _ENGLISH.items():
        if noun.lower() in (one, many):
            return one if count == 1 else many
    return None


def _latvian(noun: str, count: int, before: str, now: int | None) -> str | None:
    read = _read_latvian(noun.lower(), before, now)
    if read is None:
        return None
    singular, plural, for_one, for_many = read
    return singular[for_one] if _ends_in_one(count) else plural[for_many]


def _read_latvian(word: str, before: str, now: int | None) -> tuple[Forms, Forms, Case, Case] | None:
    """A noun in both numbers, and the case it takes in the singular and in the plural.

    They differ behind *pirms* and its like, which govern the genitive, in the plural the dative.
    """
    last = (before.lower().split() or [""])[-1]
    for one, many in _LATVIAN:
        singular = latvian.decline(one)
        plural = latvian.decline(many, number=GrammaticalNumber.PLURAL)
        order = (singular, plural) if now is not None and _ends_in_one(now) else (plural, singular)
        for forms in order:
            for case in (L, D, G, A, N):
                if forms[case] != word:
                    continue
                governed = last in _SINGULAR_GENITIVE_LV and (forms is singular or case is D)
                return (singular, plural, G, D) if governed else (singular, plural, case, case)
    return None


def latvian_form(count: int, around: tuple[str, str], now: int | None) -> tuple[Case, bool] | None:
    """The case and gender (True for feminine) of a number word before a Latvian noun we know."""
    before, after = around
    found = _NOUN.match(after)
    read = _read_latvian(found["noun"].lower(), before, now) if found else None
    if read is None:
        return None
    singular, _, for_one, for_many = read
    return (for_one if _ends_in_one(count) else for_many), singular.nom.endswith(("a", "e"))


def _ukrainian(noun: str, count: int, before: str, now: int | None) -> str | None:
    word = noun.lower()
    for forms in _tables():
        singular, plural = forms
        if word not in {*singular.values(), *plural.values()}:
            continue
        for case in (I, D, L):
            if word == plural[case] or (word == singular[case] and word not in (singular[G], singular[A])):
                return (singular if _ends_in_one(count) else plural)[case]
        last = (before.lower().split() or [""])[-1]
        if last in _GENITIVE_BEFORE:
            return (singular if _ends_in_one(count) else plural)[G]
        return _counted_ukrainian(count, forms, A)
    return None


def _counted_ukrainian(count: int, forms: tuple[dict[Case, str], dict[Case, str]], case: Case) -> str:
    singular, plural = forms
    if _ends_in_one(count):
        return singular[case]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return plural[N if few else G]


@cache
def _tables() -> tuple[tuple[dict[Case, str], dict[Case, str]], ...]:
    order = (N, G, D, A, I, L)
    made = []
    for line in _UKRAINIAN:
        one, many = line.split("/")
        made.append((dict(zip(order, one.split(), strict=True)), dict(zip(order, many.split(), strict=True))))
    return tuple(made)
