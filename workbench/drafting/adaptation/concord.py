"""Concord: what must follow a designation into another gender.

*Vienošanās tiek noslēgta* becomes *Līgums tiek noslēgts*, *tās termiņš* becomes *tā termiņš*, *Dalībnieki
informē viens otru* becomes *Puses informē viena otru*. English knows nothing of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.declension import Gender, GrammaticalNumber
from workbench.drafting.adaptation.terms import COLLECTIVE, OWN, PL, SG, F, M
from workbench.drafting.adaptation.wording import Edit

_IS_LV = r"(?:tiek|tikt|tiks|tika|netiek|ir|nav|būs|būtu)"
_IS_UK = r"(?:є|була|був|бути|буде|були)"
# In the predicate: the word before, then the endings (masculine, feminine) of what agrees with the subject.
_PREDICATES: dict[tuple[str, GrammaticalNumber], tuple[tuple[str, tuple[str, str]], ...]] = {
    ("lv", SG): ((_IS_LV, ("ts", "ta")), (_IS_LV, ("jis", "jusi")), (_IS_LV, ("jies", "jusies"))),
    ("lv", PL): ((_IS_LV, ("ti", "tas")), (_IS_LV, ("uši", "ušas")), (_IS_LV, ("ušies", "ušās"))),
    ("uk", SG): ((_IS_UK, ("ний", "на")), (_IS_UK, ("тий", "та"))),
}
_GERUND = re.compile(r"\b(\w{3,})(damies|damās|dami|damas)\b")
_GERUNDS = {M: {"damās": "damies", "damas": "dami"}, F: {"damies": "damās", "dami": "damas"}}
_CLAUSE = re.compile(r"[,;:.]\s|$")
_AND = r"\s+(?:un|vai|та|і|й|або)\s+"


def predicate(
    plain: str, subject_end: int, becomes: tuple[Gender, GrammaticalNumber], language: str, reason: str
) -> Iterator[Edit]:
    """The participles of the clause whose subject ends at `subject_end`, in its new gender."""
    gender, number = becomes
    at = 0 if gender is M else 1
    found = _CLAUSE.search(plain, subject_end)
    clause = plain[subject_end : found.start() if found else len(plain)]
    for auxiliary, endings in _PREDICATES.get((language, number), ()):
        old, new = endings[1 - at], endings[at]
        word = rf"(\w{{2,}}){old}\b"
        for match in re.finditer(rf"\b{auxiliary}\s+(?:\w+\s+)?{word}(?:{_AND}{word})?", clause):
            for stem, start in ((match.group(g), match.start(g)) for g in (1, 2) if match.group(g)):
                begin = subject_end + start
                yield Edit(begin, begin + len(stem) + len(old), stem + new, reason)
    if language == "lv" and number is PL:
        for match in _GERUND.finditer(plain, subject_end):
            ending = _GERUNDS[gender].get(match.group(2))
            if ending:
                yield Edit(*match.span(), match.group(1) + ending, reason)
    if language == "uk" and number is SG:
        yield from _ukrainian_past(clause, subject_end, at, reason)


_PAST = (
    re.compile(r"\s+(?:не\s+|вже\s+|також\s+)?(\w{2,})(?P<f>лася|ла)\b"),
    re.compile(
        r"\s+(?:не\s+|вже\s+|також\s+)?(набу|набра|втрати|припини|залиши|залиша|бу|ста|діа)(?P<m>вся|в)\b"
    ),
)
_BEHIND_VERB = re.compile(r"\b(?:залиша\w+|залиши\w+|є|бути|буде|стає|стати|лишається)\s+(\w+)(ою|им)\b")


def _ukrainian_past(clause: str, offset: int, at: int, reason: str) -> Iterator[Edit]:
    """*Угода залишалася чинною* -> *Меморандум залишався чинним*: past tense and predicate instrumental."""
    past = _PAST[at].match(clause)
    if past:
        ending = {"лася": "вся", "ла": "в", "вся": "лася", "в": "ла"}[past.group(2)]
        yield Edit(offset + past.start(2), offset + past.end(2), ending, reason)
    for match in _BEHIND_VERB.finditer(clause):
        if match.group(2) != ("им", "ою")[at]:
            yield Edit(offset + match.start(2), offset + match.end(2), ("им", "ою")[at], reason)


def _either(before: str, pair: tuple[str, str]) -> re.Pattern[str]:
    first, second = before.split("/")
    either = f"(?:{pair[0]}|{pair[1]})"
    return re.compile(rf"(?<=\b{first} ){either}\b|(?<=\b{second} ){either}\b", re.IGNORECASE)


# What only an agreement has, and what a party or another thing may have too.
_AFFAIRS = {
    "lv": (
        r"(?:parakst|pagarin|groz|izbeig|stāš|pieņem|noslēg|apstiprin|ratific|denons|piemēro|interpret)\w+|termiņ\w*",
        r"\w+\s+status\w*|\w+šan\w*|darbīb\w*|noteikum\w*|mērķ\w*|pielikum\w*|spēk\w*|tekst\w*|\d",
    ),
    "uk": (
        r"(?:підпис|уклад|продовж|припин|застосув|тлумач|ратифік|денонс)\w+нн[яюі]м?|чинност\w*|додатк\w*",
        r"\w+\s+статус\w*|дії|строк\w*|положен\w*|термін\w*",
    ),
}
_SURE = {language: re.compile(rf"\s+(?:{sure})", re.IGNORECASE) for language, (sure, _) in _AFFAIRS.items()}


def _its(language: str, words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?=\s+(?:{'|'.join(_AFFAIRS[language])}))", re.IGNORECASE)


# Which designation a pronoun speaks of, its pattern, its two genders.
_PRONOUNS: dict[str, tuple[tuple[str, re.Pattern[str], tuple[str, str]], ...]] = {
    "lv": (
        (OWN, _its("lv", "tās|tā"), ("tā", "tās")),
        (COLLECTIVE, re.compile(r"\b(?:viens|viena)(?=\s+otr\w+)", re.IGNORECASE), ("viens", "viena")),
        (COLLECTIVE, re.compile(r"\b(?:vienam|vienai)(?=\s+otr\w+)", re.IGNORECASE), ("vienam", "vienai")),
        *(
            (COLLECTIVE, _either("viens/viena", pair), pair)
            for pair in (("otram", "otrai"), ("otra", "otras"))
        ),
    ),
    "uk": (
        (OWN, _its("uk", "її|його"), ("його", "її")),
        (COLLECTIVE, re.compile(r"\b(?:один|одна)(?=\s+(?:з\s+)?одн\w+)", re.IGNORECASE), ("один", "одна")),
        *(
            (COLLECTIVE, _either("один/одна", pair), pair)
            for pair in (("одного", "одну"), ("одному", "одній"))
        ),
        (COLLECTIVE, _either("один з/одна з", ("одним", "одною")), ("одним", "одною")),
    ),
}


def pronouns(
    plain: str, becomes: tuple[Gender, str], reason: str, named: list[int], others: list[tuple[int, int]]
) -> Iterator[Edit]:
    """The pronouns of a text that speak of a designation whose gender has changed.

    `becomes` is the new gender and the language, `named` are the places where the designation stands,
    `others` the extents of other names. A pronoun of the agreement follows its name, and what only an
    agreement has behind it, or no other name stands between.
    """
    gender, language = becomes
    at = 0 if gender is M else 1
    for of, pattern, words in _PRONOUNS.get(language, ()):
        for match in pattern.finditer(plain):
            if of != reason or match.group().casefold() == words[at]:
                continue
            sure = reason != OWN or _SURE[language].match(plain, match.end())
            if reason == OWN and not _refers(match.start(), named, [] if sure else others):
                continue
            new = words[at].capitalize() if match.group()[0].isupper() else words[at]
            yield Edit(match.start(), match.end(), new, reason)


def _refers(place: int, named: list[int], others: list[tuple[int, int]]) -> bool:
    last = max((start for start in named if start < place), default=None)
    return last is not None and not any(last < start < place for start, _ in others)
