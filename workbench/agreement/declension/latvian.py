"""Latvian declension of names: nouns of the six declensions, definite adjectives, names of several words.

In a Latvian name the head stands last: genitives before it never change (*Latvijas Republikas
Aizsardzības ministrija*), definite adjectives directly before it agree with it (*Apvienotā Karaliste*).
Rules after the school grammar: six noun declensions by ending, consonants softened in the second (and in
genitives plural of the fifth and sixth), defective reflexive nouns in *-šanās*.
"""

from __future__ import annotations

from workbench.agreement.declension import (
    Case,
    Forms,
    Gender,
    GrammaticalNumber,
    forms_from,
    joined,
    unchanging,
)

SINGULAR, PLURAL = GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL
MASCULINE, FEMININE = Gender.MASCULINE, Gender.FEMININE

# Feminines of the sixth declension end like masculines of the first, so they are listed.
_SIXTH = ("valsts", "pils", "nakts", "uguns", "sirds", "zivs", "krāsns")
# The softening of consonants before the endings of the second declension; longest first.
_SOFTENED = (
    ("ll", "ļļ"), ("nn", "ņņ"), ("sn", "šņ"), ("zn", "žņ"), ("sl", "šļ"), ("zl", "žļ"), ("ln", "ļņ"),
    ("dz", "dž"), ("b", "bj"), ("p", "pj"), ("m", "mj"), ("v", "vj"), ("f", "fj"), ("t", "š"), ("d", "ž"),
    ("c", "č"), ("s", "š"), ("z", "ž"), ("l", "ļ"), ("n", "ņ"),
)  # fmt: skip

_NOUN_ENDINGS: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "1": ("{s}", "a", "am", "u", "u", "ā", ""),
    "2": ("is", "a", "im", "i", "i", "ī", "i"),
    "3": ("us", "us", "um", "u", "u", "ū", "u"),
    "4": ("a", "as", "ai", "u", "u", "ā", "a"),
    "5": ("e", "es", "ei", "i", "i", "ē", "e"),
    "6": ("s", "s", "ij", "i", "i", "ī", "s"),
    "reflexive": ("ās", "ās", "ās", "os", "os", "ās", "ās"),
    "1pl": ("i", "u", "iem", "us", "iem", "os", "i"),
    "4pl": ("as", "u", "ām", "as", "ām", "ās", "as"),
    "5pl": ("es", "u", "ēm", "es", "ēm", "ēs", "es"),
    "6pl": ("is", "u", "īm", "is", "īm", "īs", "is"),
}
_DEFINITE: dict[tuple[Gender, GrammaticalNumber], tuple[str, str, str, str, str, str, str]] = {
    (MASCULINE, SINGULAR): ("ais", "ā", "ajam", "o", "o", "ajā", "ais"),
    (FEMININE, SINGULAR): ("ā", "ās", "ajai", "o", "o", "ajā", "ā"),
    (MASCULINE, PLURAL): ("ie", "o", "ajiem", "os", "ajiem", "ajos", "ie"),
    (FEMININE, PLURAL): ("ās", "o", "ajām", "ās", "ajām", "ajās", "ās"),
}
_INDEFINITE: dict[tuple[Gender, GrammaticalNumber], tuple[str, str, str, str, str, str, str]] = {
    (MASCULINE, SINGULAR): ("s", "a", "am", "u", "u", "ā", "s"),
    (FEMININE, SINGULAR): ("a", "as", "ai", "u", "u", "ā", "a"),
    (MASCULINE, PLURAL): ("i", "u", "iem", "us", "iem", "os", "i"),
    (FEMININE, PLURAL): ("as", "u", "ām", "as", "ām", "ās", "as"),
}
_GENDER = {
    **dict.fromkeys(("1", "2", "3", "1pl"), MASCULINE),
    **dict.fromkeys(("4", "5", "6", "reflexive", "4pl", "5pl", "6pl"), FEMININE),
}
_SOFTENS = ("2", "5pl", "6pl")  # in the genitive


def decline(name: str, *, number: GrammaticalNumber | None = None) -> Forms:
    """All cases of a name given in the nominative.

    `number` settles what the ending leaves open (*Emirāti* is plural, *Haiti* does not change); without it
    a name in *-i* is plural only behind an agreeing adjective in *-ie*.
    """
    words = name.split(" ")
    if len(words) > 2 and words[-2] == "un":  # both stand in the nominative (Bosnija un Hercegovina)
        return joined([decline(" ".join(words[:-2])), "un", decline(words[-1], number=number)])
    head = words[-1]
    if number is None and len(words) > 1 and head.endswith("i") and words[-2].endswith("ie"):
        number = PLURAL
    declension = declension_of(head, number)
    if declension is None:
        return unchanging(name)
    parts: list[Forms | str] = [noun(head, declension)]
    gender = _GENDER[declension]
    plural = PLURAL if declension.endswith("pl") else SINGULAR
    ending = _DEFINITE[gender, plural][0]
    # A genitive may stand between (Apvienotie Arābu Emirāti) where no genitive could end like the adjective.
    farther = ending in ("ais", "ie")
    adjacent = True
    for word in reversed(words[:-1]):
        adjacent = adjacent and word.endswith(ending)
        agrees = word.endswith(ending) and (adjacent or farther)
        parts.insert(0, definite_adjective(word, gender, plural) if agrees else word)
    return joined(parts)


def gender_of(name: str, *, number: GrammaticalNumber | None = None) -> tuple[Gender, GrammaticalNumber]:
    """The gender and number of a name, feminine singular for one that does not change."""
    declension = declension_of(name.rsplit(" ", maxsplit=1)[-1], number)
    if declension is None:
        return FEMININE, SINGULAR
    return _GENDER[declension], PLURAL if declension.endswith("pl") else SINGULAR


def declension_of(noun_: str, number: GrammaticalNumber | None = None) -> str | None:
    """Which declension a noun in the nominative follows; None for one that does not change."""
    lower = noun_.lower()
    if lower.endswith("šanās"):
        return "reflexive"
    if lower.endswith(("valstis", "tiesības")) or number is PLURAL:
        endings = {"as": "4pl", "es": "5pl", "is": "6pl", "i": "1pl"}
        return next((d for ending, d in endings.items() if lower.endswith(ending)), None)
    if lower.endswith(_SIXTH):
        return "6"
    endings = {"as": "4pl", "es": "5pl", "is": "2", "us": "3", "s": "1", "š": "1", "a": "4", "e": "5"}
    return next((d for ending, d in endings.items() if lower.endswith(ending)), None)


def noun(nominative: str, declension: str) -> Forms:
    """All cases of one noun of a declension."""
    endings = _NOUN_ENDINGS[declension]
    own = nominative[-1] if declension == "1" else endings[0]
    stem = nominative[: len(nominative) - len(own)]
    forms: dict[Case, str] = {}
    for case, ending in zip(Case, endings, strict=True):
        softens = declension in _SOFTENS and case is Case.GEN
        forms[case] = (softened(stem) if softens else stem) + ending
    forms[Case.NOM] = nominative
    return forms_from(forms)


def softened(stem: str) -> str:
    """A stem before an ending that softens it; *st* and *r* stay (*valstu*, *karalistu*)."""
    if stem.endswith("st"):
        return stem
    for hard, soft in _SOFTENED:
        if stem.endswith(hard):
            return stem[: -len(hard)] + soft
    return stem


def definite_adjective(nominative: str, gender: Gender, number: GrammaticalNumber) -> Forms:
    """All cases of an adjective with the definite ending, given in the nominative of its gender and number.

    Stems in *-ēj-* contract (*vidējais, vidējam*).
    """
    endings = _DEFINITE[gender, number]
    stem = nominative[: -len(endings[0])]
    if stem.endswith("ēj"):
        endings = tuple(e.removeprefix("aj") if e.startswith("aj") else e for e in endings)  # type: ignore[assignment]  # as many as before
    return Forms(nominative, *(stem + ending for ending in endings[1:]))


def indefinite_adjective(stem: str, gender: Gender, number: GrammaticalNumber) -> Forms:
    """All cases of an adjective (or a pronoun that is declined like one) with the indefinite ending."""
    return Forms(*(stem + ending for ending in _INDEFINITE[gender, number]))
