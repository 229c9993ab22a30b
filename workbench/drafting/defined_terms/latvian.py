"""Latvian terms: the head stands last, or before a preposition; adjectives before it agree, genitives stay.

Definite adjectives show themselves. An indefinite one ends like a genitive, so it counts as an adjective only
where its stem says so, and where neither stem is known the other forms of the term are not certain.
"""

from __future__ import annotations

import re

from workbench.agreement.declension import Case, Gender, GrammaticalNumber, latvian
from workbench.drafting.defined_terms.phrases import PL, SG, Part, Phrase, Slot, acronym, table

_AND = ("un", "vai")
_BEHIND_HEAD = frozenset(
    (
        "ar no par uz pie pēc pirms pret līdz starp bez dēļ kas kura kurš kuru kurai kuram pār zem virs ārpus"
    ).split()
)
_M, _F = Gender.MASCULINE, Gender.FEMININE
_SOFT = ("ļ", "ņ", "š", "ž", "č", "bj", "pj", "mj", "vj", "fj")
_STEM = re.compile(
    r"(?:ēt|īt|(?<!mand)(?<!form)(?<!sertifik)āt|(?<!pil)ot|isk|īg|ošs?|ām|am|āl|īv|īn|ējād|"
    r"kompetent|konkrēt|slepen|kopēj|jaukt|slēgt|atvērt|saistīt|cit|jaun|īpaš|drauš|svešs?|trešs?|vien)$"
)
_NOUN_STEM = re.compile(
    r"(?:um|ment|ekt|akt|ukt|ikt|ort|or|tāj|ēj|niek|ism|ien|ot[āe]j|valst|ģenerāl|tirg|spēk|laik|darb|budžet|"
    r"sert|formāt|mandāt|pilot|līm|grāf|pil|tēl|grif|ceļ|kar|krīt|standart|resurs|centr|fond|tīkl|punkt|test)$"
)
_UNCOUNTED = frozenset(
    ("informācija personāls aprīkojums ekipējums tehnika bruņojums izlūkošana drošība").split()
)
_GENITIVE_PLURAL = ("u", "as", "es", "šanas")


def phrase(words: str) -> Phrase:
    """A term with all forms that the grammar gives it."""
    given = words.split(" ")
    joint = next((i for i, word in enumerate(given[1:-1], 1) if word in _AND), None)
    if joint is not None:
        left, right = phrase(" ".join(given[:joint])), phrase(" ".join(given[joint + 1 :]))
        if left.number is right.number:
            parts = (*left.parts, Part(given[joint]), *right.parts)
            gaps = (*left.gaps, " ", " ", *right.gaps)
            return Phrase("lv", parts, gaps, right.gender, right.number, len(left.parts) + 1 + right.head)
    head = next((i - 1 for i, word in enumerate(given) if i and _behind(word)), len(given) - 1)
    gender, number, forms = _noun(given[head], _plural_before(given, head))
    parts_made = [Part(word) for word in given]
    parts_made[head] = Part(given[head], forms)
    behind = ""  # the genitive nearest behind the word looked at
    for at in range(head - 1, -1, -1) if forms else ():
        agreeing = _adjective(given[at], gender, number)
        if agreeing is not None and behind:
            agreeing = _beyond(given[at], behind, agreeing, (Case.NOM, number))
        if agreeing is None:
            behind = given[at]
        else:
            parts_made[at] = Part(given[at], agreeing)
    return Phrase("lv", tuple(parts_made), (" ",) * (len(given) - 1), gender, number, head)


def _behind(word: str) -> bool:
    """A preposition, a relative pronoun or an infinitive (*vajadzība zināt*): nothing behind it declines."""
    return word.casefold() in _BEHIND_HEAD or bool(re.search(r"(?:[āēīoiu]t|ties)$", word))


def _plural_before(given: list[str], head: int) -> bool:
    before = given[head - 1] if head else ""
    return before.endswith(("ie", "ās")) and not before.endswith("šanās")


def _noun(word: str, plural: bool) -> tuple[Gender, GrammaticalNumber, dict[Slot, str]]:
    if acronym(word):
        return _M, SG, {}
    lower = word.casefold()
    number = PL if plural or lower.endswith("i") else None
    declension = latvian.declension_of(word, number)
    if declension is None:
        return _F, SG, {}
    gender = latvian.gender_of(word, number=number)[0]
    own = latvian.noun(word, declension)
    if declension == "reflexive":  # *vienošanās* lacks two cases, and its plural is no treaty word
        return gender, SG, table(own, None, ((Case.DAT, SG), (Case.LOC, SG)))
    if not declension.endswith("pl"):
        if lower in _UNCOUNTED:
            return gender, SG, table(own, None)
        many, kind = _plural_of(word, declension)
        return gender, SG, table(own, latvian.noun(many, kind))
    one, single = _singular_of(word, declension)
    return gender, PL, table(latvian.noun(one, single) if one else None, own)


def _plural_of(word: str, declension: str) -> tuple[str, str]:
    stem = word[: -len({"1": "s", "2": "is", "3": "us", "4": "a", "5": "e", "6": "s"}[declension])]
    if declension in ("1", "2", "3"):
        return (latvian.softened(stem) if declension == "2" else stem) + "i", "1pl"
    return stem + {"4": "as", "5": "es", "6": "is"}[declension], f"{declension}pl"


def _singular_of(word: str, declension: str) -> tuple[str, str]:
    stem = word[: -len({"1pl": "i", "4pl": "as", "5pl": "es", "6pl": "is"}[declension])]
    if declension == "1pl":
        # *brāļi* may have been *brālis*: behind a soft consonant nobody can tell
        return ("", "") if stem.endswith(_SOFT) else (stem + "s", "1")
    return stem + {"4pl": "a", "5pl": "e", "6pl": "s"}[declension], declension[0]


def _adjective(word: str, gender: Gender, number: GrammaticalNumber) -> dict[Slot, str] | None:
    """The forms of a word that agrees with the head; only the one given where it may be a genitive."""
    definite = {(_M, SG): "ais", (_F, SG): "ā", (_M, PL): "ie", (_F, PL): "ās"}[gender, number]
    if word.endswith(definite) and not word.endswith("šanās"):
        stem = word[: -len(definite)]
        endings = {_M: ("ais", "ie"), _F: ("ā", "ās")}[gender]
        return table(
            latvian.definite_adjective(stem + endings[0], gender, SG),
            latvian.definite_adjective(stem + endings[1], gender, PL),
        )
    indefinite = {(_M, SG): "s", (_F, SG): "a", (_M, PL): "i", (_F, PL): "as"}[gender, number]
    if not word.endswith(indefinite) or (indefinite == "s" and word.endswith(_GENITIVE_PLURAL)):
        return None
    stem = word[: -len(indefinite)]
    forms = table(
        latvian.indefinite_adjective(stem, gender, SG), latvian.indefinite_adjective(stem, gender, PL)
    )
    if _STEM.search(stem.casefold()) or indefinite == "i":
        return forms
    if indefinite != "a" or _NOUN_STEM.search(stem.casefold()):
        return None
    given = (Case.NOM, number)
    return {given: forms[given]}


def _beyond(word: str, behind: str, forms: dict[Slot, str], given: Slot) -> dict[Slot, str] | None:
    """An adjective that a genitive parts from the head (*Nacionālā drošības iestāde*), if it is the head's.

    It belongs to the genitive where it could agree with that as well.
    """
    if word.endswith(("ais", "ie")):
        return forms
    if not word.endswith(("ā", "ās")):
        return None
    own = behind.endswith(("a", "us")) if word.endswith("ā") else behind.endswith(("as", "es", "s"))
    return {given: forms[given]} if own else forms
