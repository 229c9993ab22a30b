"""Ukrainian declension of names: nouns, adjectives, names of several words.

In a Ukrainian name the head is the first noun: adjectives before it agree with it (*Латвійська
Республіка*), what follows never changes, be it a genitive (*Кабінет Міністрів України*) or, in the usage of
Ukrainian treaties, a name in apposition (*Республіки Польща*). Parts joined by *і*, *й*, *та* that are
both names decline both (*Боснія і Герцеговина*).
"""

from __future__ import annotations

import re

from workbench.agreement.declension import (
    Forms,
    Gender,
    GrammaticalNumber,
    joined,
    unchanging,
)

SINGULAR, PLURAL = GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL
MASCULINE, FEMININE, NEUTER = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER

_AND = ("і", "й", "та")
# Feminines of the third declension end like soft masculines; abstract nouns in -ість and these.
_THIRD = ("ість", "область", "русь")
# Loan words in -о, -е, -у, -і do not change; native neuters do.
_NEUTER_O = ("ство", "військо", "єво")
_HARD_ADJECTIVE = {
    MASCULINE: ("ий", "ого", "ому", "ий", "им", "ому", "ий"),
    FEMININE: ("а", "ої", "ій", "у", "ою", "ій", "а"),
    NEUTER: ("е", "ого", "ому", "е", "им", "ому", "е"),
}
_HARD_PLURAL = ("і", "их", "им", "і", "ими", "их", "і")
_SOFT_ADJECTIVE = {
    MASCULINE: ("ій", "ього", "ьому", "ій", "ім", "ьому", "ій"),
    FEMININE: ("я", "ьої", "ій", "ю", "ьою", "ій", "я"),
    NEUTER: ("є", "ього", "ьому", "є", "ім", "ьому", "є"),
}
_SOFT_PLURAL = ("і", "іх", "ім", "і", "іми", "іх", "і")
_ADJECTIVAL = re.compile(
    r"(ий|ній|[сцз]ьк[аеі]|н[аеі]|в[аеі]|ен[аеі]|т[аеі]|лик[аеі]|хідн[аеі]|[жчшщ][аеі]|трет[яєі]|ня|нє)$"
)
# Nouns that end like adjectives.
_NO_ADJECTIVES = (
    "держава", "справа", "сторона", "країна", "установа", "умова", "основа", "підстава", "частина", "людина",
    "мова", "заява", "зміна", "зона", "війна", "охорона", "оборона", "причина", "група", "робота", "мета",
    "рота", "площа", "задача", "втрата", "видача", "передача", "шкода", "дата", "квота", "нота", "оплата",
)  # fmt: skip
# Neuters of the second declension in -я; *стаття* and *суддя* are not among them.
_NEUTER_YA = ("ння", "ття", "лля", "ззя", "осуддя")
_SECOND_PALATAL = {"г": "з", "к": "ц", "х": "с"}
_FIRST_PALATAL = {"г": "ж", "к": "ч", "х": "ш"}


def decline(
    name: str,
    *,
    number: GrammaticalNumber | None = None,
    stem: str | None = None,
    genitive: str | None = None,
) -> Forms:
    """All cases of a name given in the nominative.

    `number` makes a name in *-и*, *-і* plural. `genitive` is the genitive of the head noun where its ending
    does not tell it (masculine *-а* or *-у*, plurals without ending); `stem` the stem before endings where
    a vowel alternates (*Київ*, *Києв-*).
    """
    words = name.split(" ")
    at = head_of(words)
    conjunction = next((i for i, word in enumerate(words) if word in _AND and i > at), None)
    if conjunction == at + 1 and len(words) == at + 3:
        left = decline(" ".join(words[:conjunction]))
        return joined([left, words[conjunction], decline(words[-1], number=number, genitive=genitive)])
    head = noun(words[at], number=number, stem=stem, genitive=genitive)
    if head is None:
        return unchanging(name)
    gender, plural = _gender_of_noun(words[at], number)
    before: list[Forms | str] = [adjective_in(word, gender, plural) for word in words[:at]]
    return joined([*before, head, *words[at + 1 :]])


def gender_of(name: str, *, number: GrammaticalNumber | None = None) -> tuple[Gender, GrammaticalNumber]:
    """The gender and number of a name."""
    words = name.split(" ")
    return _gender_of_noun(words[head_of(words)], number)


def noun(
    nominative: str,
    *,
    number: GrammaticalNumber | None = None,
    stem: str | None = None,
    genitive: str | None = None,
) -> Forms | None:
    """All cases of one noun; None for one that does not change."""
    lower = nominative.lower()
    if "-" in nominative:  # only the last member changes: Шрі-Ланка, Гвінея-Бісау
        first, last = nominative.rsplit("-", 1)
        own = genitive.removeprefix(f"{first}-") if genitive else None
        forms = noun(last, number=number, stem=stem, genitive=own)
        return joined([first, forms], "-") if forms else None
    if _is_plural(lower, number):
        return _plural(nominative, genitive)
    if is_neuter(lower):
        base = nominative[:-1]
        return Forms(nominative, nominative, base + "ю", nominative, base + "ям", base + "і", nominative)
    if lower.endswith(("ія", "ея", "ая", "уя", "оя")):
        base = nominative[:-1]
        return Forms(nominative, base + "ї", base + "ї", base + "ю", base + "єю", base + "ї", base + "є")
    if lower.endswith("я"):
        base = nominative[:-1]
        return Forms(nominative, base + "і", base + "і", base + "ю", base + "ею", base + "і", base + "е")
    if lower.endswith("а"):
        return _feminine(nominative)
    if lower.endswith(_THIRD):
        base = nominative.removesuffix("ь")
        oblique = re.sub("і(?=ст$)", "о", base)
        doubled = base if base[-2].lower() not in "аеєиіїоуюя" else base + base[-1]
        return Forms(
            nominative, oblique + "і", oblique + "і", nominative, doubled + "ю", oblique + "і", oblique + "е"
        )
    if lower.endswith(_NEUTER_O):
        base = nominative[:-1]
        return Forms(nominative, base + "а", base + "у", nominative, base + "ом", base + "і", nominative)
    if lower.endswith("ще"):
        base = nominative[:-1]
        return Forms(nominative, base + "а", base + "у", nominative, base + "ем", base + "і", nominative)
    if lower[-1] in "оеєуюиіїая":
        return None
    return _masculine(nominative, stem, genitive)


def adjective(nominative: str) -> dict[tuple[Gender | None, GrammaticalNumber], Forms]:
    """Every form of an adjective given in the masculine: gender and number -> cases; plural has no gender."""
    soft = nominative.endswith("ній")
    base = nominative[:-2]
    table = _SOFT_ADJECTIVE if soft else _HARD_ADJECTIVE
    forms: dict[tuple[Gender | None, GrammaticalNumber], Forms] = {
        (gender, SINGULAR): Forms(*(base + ending for ending in endings)) for gender, endings in table.items()
    }
    forms[None, PLURAL] = Forms(*(base + ending for ending in (_SOFT_PLURAL if soft else _HARD_PLURAL)))
    return forms


def adjective_in(nominative: str, gender: Gender, number: GrammaticalNumber) -> Forms:
    """An adjective given in the nominative of its gender and number, in all cases."""
    key = (None if number is PLURAL else gender, number)
    hard_ending = _HARD_PLURAL[0] if number is PLURAL else _HARD_ADJECTIVE[gender][0]
    soft_ending = _SOFT_PLURAL[0] if number is PLURAL else _SOFT_ADJECTIVE[gender][0]
    soft = not nominative.endswith(hard_ending)
    ending = soft_ending if soft else hard_ending
    base = nominative[: -len(ending)]
    return adjective(base + ("ій" if soft else "ий"))[key]


def head_of(words: list[str]) -> int:
    """Where the head noun stands: behind all adjectives at the beginning, never beyond the last word."""
    at = 0
    while at < len(words) - 1 and _is_adjective(words[at], words[at + 1 :]):
        at += 1
    return at


def _is_adjective(word: str, following: list[str]) -> bool:
    """Whether a word describes a noun that follows it.

    An ending alone would take *Україна* for an adjective, so what follows must be a noun or one more
    adjective that agrees with it.
    """
    lower = word.lower()
    if not _ADJECTIVAL.search(lower) or lower in (*_AND, *_NO_ADJECTIVES):
        return False
    if lower.endswith("ий"):
        return True
    following_word = following[0].lower()
    if following_word in _AND:
        return False
    if lower.endswith(("ська", "цька", "зька", "ське", "цьке", "ські", "цькі", "зькі")):
        return True
    # -на, -ва, -та before a noun of the same gender in the nominative
    if lower.endswith(("а", "я")):
        return following_word.endswith(("а", "я", "ість")) and not is_neuter(following_word)
    if lower.endswith(("е", "є")):
        return following_word.endswith(("о", "е", "я"))
    return following_word.endswith(("и", "і", "ї"))


def _is_plural(lower: str, number: GrammaticalNumber | None) -> bool:
    return number is PLURAL and lower[-1] in "иії"


def is_neuter(lower: str) -> bool:
    """Whether a noun in small letters that ends in *-я* is a neuter (*навчання*, not *стаття*)."""
    return lower.endswith(_NEUTER_YA) and lower != "стаття"


def _gender_of_noun(noun_: str, number: GrammaticalNumber | None) -> tuple[Gender, GrammaticalNumber]:
    lower = noun_.lower()
    if _is_plural(lower, number):
        return MASCULINE, PLURAL
    if lower.endswith(("а", "я", *_THIRD)) and not is_neuter(lower):
        return FEMININE, SINGULAR
    if lower[-1] in "оеєуюиіїя":
        return NEUTER, SINGULAR
    return MASCULINE, SINGULAR


def _feminine(nominative: str) -> Forms:
    base = nominative[:-1]
    last = base[-1].lower()
    if last in "жчшщ":
        return Forms(nominative, base + "і", base + "і", base + "у", base + "ею", base + "і", base + "е")
    stem = base[:-2] if base.lower().endswith("кк") else base[:-1]  # Мекка, Мецці
    dative = stem + _SECOND_PALATAL.get(last, base[-1]) * (len(base) - len(stem)) + "і"
    return Forms(nominative, base + "и", dative, base + "у", base + "ою", dative, base + "о")


def _masculine(nominative: str, stem: str | None, genitive: str | None) -> Forms:
    soft = nominative.lower().endswith(("ь", "й"))
    base = stem or (nominative[:-1] if soft else nominative)
    after_vowel = nominative.lower().endswith("й")
    if soft:
        own = genitive or base + "ю"
        locative = base + ("ї" if after_vowel else "і")
        instrumental = base + ("єм" if after_vowel else "ем")
        return Forms(nominative, own, base + "ю", nominative, instrumental, locative, base + "ю")
    own = genitive or base + "у"
    last = base[-1].lower()
    if last in "жчшщ":
        return Forms(nominative, own, base + "у", nominative, base + "ем", base + "і", base + "е")
    locative = base + "у" if last == "к" else base[:-1] + _SECOND_PALATAL.get(last, base[-1]) + "і"
    vocative = base + "у" if last == "к" else base[:-1] + _FIRST_PALATAL.get(last, base[-1]) + "е"
    return Forms(nominative, own, base + "у", nominative, base + "ом", locative, vocative)


def _plural(nominative: str, genitive: str | None) -> Forms:
    base = nominative[:-1]
    soft = nominative[-1].lower() in "ії"
    own = genitive or base + ("їв" if nominative.endswith("ї") else "ів")
    dative, instrumental, locative = ("ям", "ями", "ях") if soft else ("ам", "ами", "ах")
    return Forms(nominative, own, base + dative, nominative, base + instrumental, base + locative, nominative)
