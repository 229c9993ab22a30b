"""Ukrainian terms: the head is the first noun, adjectives before it agree, what follows stays as it is.

An apposition with a hyphen declines on both sides (*Сторони-одержувача*). What no rule can know (the genitive
in *-а* or *-у*, a genitive plural without ending, a vowel that comes and goes) is listed for the nouns that
agreements use; a form that neither rule nor list settles is left out.
"""

from __future__ import annotations

import re

from workbench.agreement.declension import Case, Forms, Gender, GrammaticalNumber, ukrainian
from workbench.drafting.defined_terms.phrases import PL, SG, Part, Phrase, Slot, acronym, table

_M, _F, _N = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER
_AND = ("і", "й", "та", "або", "чи")
_VOWELS = "аеєиіїоуюя"
_PERSON = re.compile(r"(ник|ач|яч|ець|тор|тель|ист|іст|ент|ант|лог|граф|нер|лер|дер|тер|цер)$")
_NO_PERSONS = frozenset(
    (
        "документ інцидент контингент компонент елемент інструмент фрагмент сегмент департамент "
        "регламент грант варіант фактор сектор центр параметр критерій термін координатор-сервер "
        "сервер агрегат"
    ).split()
)
# Masculines by their genitive.
_IN_A = (
    "документ інструмент компонент об’єкт об'єкт суб’єкт суб'єкт фрагмент гриф експерт агент елемент "
    "параметр сервер носій прилад автомобіль трактор літак корабель апарат"
).split()
_IN_U = (
    "орган контракт субконтракт матеріал персонал комітет проєкт проект доступ допуск режим запит "
    "візит підрозділ штаб фонд пункт інцидент ризик продукт товар вантаж кордон район контингент "
    "департамент регламент секретаріат грант варіант сектор центр протокол меморандум додаток "
    "механізм процес зразок план звіт склад обсяг транспорт експорт імпорт ресурс засіб захід договір "
    "виріб підпис статус термін строк порядок закон акт уряд союз механізм захист контроль обмін "
    "облік огляд перелік перегляд пристрій формат зв’язок рух простір"
).split()
_STEMS = {
    "засіб": "засоб", "захід": "заход", "договір": "договор", "виріб": "вироб", "додаток": "додатк",
    "зразок": "зразк", "строк": "строк", "порядок": "порядк", "зв’язок": "зв’язк", "простір": "простор",
    "корабель": "корабл", "пристрій": "пристро", "носій": "носі", "кут": "кут",
}  # fmt: skip
_GENITIVE_PLURAL = {
    "сторона": "сторін", "особа": "осіб", "установа": "установ", "умова": "умов", "основа": "основ",
    "мова": "мов", "служба": "служб", "справа": "справ", "мережа": "мереж", "рада": "рад", "школа": "шкіл",
    "поставка": "поставок", "перевірка": "перевірок", "розробка": "розробок", "помилка": "помилок",
    "довідка": "довідок", "оцінка": "оцінок", "спілка": "спілок", "перевезення": "перевезень",
}  # fmt: skip
_UNCOUNTED = frozenset(
    ("інформація персонал обладнання озброєння майно техніка устаткування розвідка").split()
)
_FOREIGN = frozenset(("бюро досьє депо ноу-хау резюме табло євро").split())


def phrase(words: str) -> Phrase:
    """A term with all forms that are certain."""
    given = words.split(" ")
    joint = next((i for i, word in enumerate(given[1:-1], 1) if word in _AND), None)
    if joint is not None and ukrainian.head_of(given) == joint - 1:
        left, right = phrase(" ".join(given[:joint])), phrase(" ".join(given[joint + 1 :]))
        parts = (*left.parts, Part(given[joint]), *right.parts)
        return Phrase("uk", parts, (*left.gaps, " ", " ", *right.gaps), left.gender, left.number, left.head)
    at = ukrainian.head_of(given)
    if "-" in given[at] and not acronym(given[at]):
        return _apposition(given, at)
    gender, number, animate, forms = _noun(given[at], at > 0 and given[at - 1].endswith("і"))
    if given[at].casefold() in _UNCOUNTED:
        forms = {slot: form for slot, form in forms.items() if slot[1] is SG}
    before = [Part(word, _adjective(word, gender, number, animate) if forms else {}) for word in given[:at]]
    parts = (*before, Part(given[at], forms), *(Part(word) for word in given[at + 1 :]))
    return Phrase("uk", parts, (" ",) * (len(given) - 1), gender, number, at)


def _apposition(given: list[str], at: int) -> Phrase:
    """*Сторона-одержувач*: two nouns, each with its own declension."""
    members = given[at].split("-")
    nouns = [_noun(member, plural=False) for member in members]
    gender, number = nouns[0][:2]
    before = [Part(word, _adjective(word, gender, number, nouns[0][2])) for word in given[:at]]
    own = [Part(member, noun[3]) for member, noun in zip(members, nouns, strict=True)]
    after = [Part(word) for word in given[at + 1 :]]
    gaps = (" ",) * at + ("-",) * (len(members) - 1) + (" ",) * len(after)
    return Phrase("uk", (*before, *own, *after), gaps, gender, number, at)


def _adjective(word: str, gender: Gender, number: GrammaticalNumber, animate: bool) -> dict[Slot, str]:
    soft = re.search(r"(ній|н[яє]|трет(?:ій|[яєі]))$", word.casefold())
    base = word[:-2] if word.endswith(("ий", "ій")) else word[:-1]
    forms = ukrainian.adjective(base + ("ій" if soft else "ий")) if not soft else _soft(base)
    one, many = forms[gender, SG], forms[None, PL]
    if animate:
        many = many.corrected({Case.ACC: many.gen})
        one = one.corrected({Case.ACC: one.gen}) if gender is _M else one
    return {**table(one, many), (Case.NOM, number): word}


def _soft(base: str) -> dict[tuple[Gender | None, GrammaticalNumber], Forms]:
    """Soft adjectives, *третій* among them."""
    made = ukrainian.adjective("верхній")
    return {key: Forms(*(base + form[5:] for _, form in forms.items())) for key, forms in made.items()}


def _noun(word: str, plural: bool) -> tuple[Gender, GrammaticalNumber, bool, dict[Slot, str]]:
    """Gender, number, whether a person, and the forms; none for a word that does not change."""
    lower = word.casefold()
    if acronym(word) or lower in _FOREIGN:
        return _M, SG, False, {}
    if (plural or lower.endswith(("и", "і", "ї"))) and not ukrainian.is_neuter(lower):
        return _given_in_plural(word)
    gender = ukrainian.gender_of(word)[0]
    if gender is _M:
        return _masculine(word)
    if gender is _F:
        return _F, SG, False, _feminine(word)
    return _N, SG, False, _neuter(word)


def _masculine(word: str) -> tuple[Gender, GrammaticalNumber, bool, dict[Slot, str]]:
    lower = word.casefold()
    person = bool(_PERSON.search(lower)) and lower not in (*_NO_PERSONS, *_IN_A, *_IN_U)
    stem = _STEMS.get(lower)
    base = word[: len(stem)] if stem and lower.startswith(stem) else word[:1] + stem[1:] if stem else None
    if lower.endswith("ець"):
        base = word[:-3] + "ц"
        one = Forms(word, base + "я", base + "ю", base + "я", base + "ем", base + "ю", base + "ю")
        many = _plural(base + "і", base + "ів", person=True)
        return _M, SG, True, table(one, many, ((Case.LOC, SG),))
    soft = lower.endswith(("ь", "й"))
    own = base or (word[:-1] if soft else word)
    known = person or lower in _IN_A or lower in _IN_U
    genitive = own + (("я" if soft else "а") if person or lower in _IN_A else ("ю" if soft else "у"))
    found = ukrainian.noun(word, stem=base, genitive=genitive)
    assert found is not None
    if person:
        found = found.corrected({Case.ACC: found.gen})
    ending = ("ї" if lower.endswith("й") else "і") if soft or own[-1].casefold() in "жчшщ" else "и"
    many = _plural(own + ending, own + ("їв" if lower.endswith("й") else "ів"), person=person)
    syllable = [sign for sign in lower if sign in _VOWELS][-1:]
    # a vowel may come and go (*рівень*, *ринок*), or change in an open syllable (*поріг*)
    settled = base is not None or known or not (syllable == ["і"] or lower.endswith(("ок", "ень", "ель")))
    if not settled:
        return _M, SG, False, {(Case.NOM, SG): word}
    unsure = () if known else ((Case.GEN, SG), (Case.ACC, SG), (Case.ACC, PL))
    return _M, SG, person, table(found, many, unsure)


def _feminine(word: str) -> dict[Slot, str]:
    lower = word.casefold()
    one = ukrainian.noun(word)
    base = word[:-1]
    if lower.endswith("ість"):
        stem = re.sub("ість$", "ост", word)
        return table(one, _plural(stem + "і", stem + "ей", soft=True))
    if lower.endswith("ія"):
        return table(one, _plural(base + "ї", base + "й"))
    if lower.endswith("я"):
        genitive = base + "ь" if lower.endswith("иця") else None
        return table(one, _plural(base + "і", genitive or base, soft=True), _without(genitive))
    if not lower.endswith("а"):
        return table(one, None)
    known = _GENITIVE_PLURAL.get(lower)
    genitive = word[:1] + known[1:] if known else None
    if genitive is None and base[-1].casefold() not in _VOWELS and base[-2:-1].casefold() in tuple("аиуюяі"):
        genitive = base
    hushing = base[-1].casefold() in "жчшщ"
    return table(one, _plural(base + ("і" if hushing else "и"), genitive or base), _without(genitive))


def _neuter(word: str) -> dict[Slot, str]:
    lower, base = word.casefold(), word[:-1]
    if ukrainian.is_neuter(lower):
        many = Forms(word, base[:-1] + "ь", base + "ям", word, base + "ями", base + "ях", word)
        sure = lower.endswith(("ння", "осуддя"))
        return table(ukrainian.noun(word), many, () if sure else ((Case.GEN, PL),))
    one = ukrainian.noun(word)
    if one is None and lower.endswith(("но", "во", "ло")):
        one = Forms(word, base + "а", base + "у", word, base + "ом", base + "і", word)
    if one is None:
        return {(Case.NOM, SG): word}
    many = Forms(base + "а", base, base + "ам", base + "а", base + "ами", base + "ах", base + "а")
    return table(one, many, () if lower.endswith(("ство", "ще")) else ((Case.GEN, PL),))


def _given_in_plural(word: str) -> tuple[Gender, GrammaticalNumber, bool, dict[Slot, str]]:
    """A noun in the plural: back to the singular where only one noun makes such a plural."""
    lower, base = word.casefold(), word[:-1]
    feminine = next((one for one in _GENITIVE_PLURAL if one[:-1] == lower[:-1]), None)
    stem = next((one for one, own in _STEMS.items() if own == lower[:-1]), None)
    if lower.endswith("ії"):
        one = base + "я"
    elif lower.endswith("ості"):
        one = re.sub("ості$", "ість", word)
    elif lower.endswith("иці") or feminine:
        one = base + ("а" if feminine else "я")
    elif lower.endswith("ці"):
        one = base[:-1] + "ець"
    else:
        one = word[:1] + stem[1:] if stem else base
    gender, _, person, forms = _noun(one, plural=False) if one[-1] not in "иії" else (_M, SG, False, {})
    listed = person or one.casefold() in (*_IN_A, *_IN_U, *_GENITIVE_PLURAL)
    sure = listed or one.endswith(("ія", "ість", "иця"))
    if sure and forms.get((Case.NOM, PL), "").casefold() == lower:
        return gender, PL, person, forms
    return _M, PL, False, {(Case.NOM, PL): word}


def _plural(nominative: str, genitive: str, *, person: bool = False, soft: bool = False) -> Forms:
    base = nominative[:-1]
    softer = soft or nominative[-1] == "ї" or base.endswith("ц")
    a = "я" if softer else "а"
    accusative = genitive if person else nominative
    return Forms(
        nominative, genitive, base + a + "м", accusative, base + a + "ми", base + a + "х", nominative
    )


def _without(genitive: str | None) -> tuple[Slot, ...]:
    return () if genitive else ((Case.GEN, PL),)
