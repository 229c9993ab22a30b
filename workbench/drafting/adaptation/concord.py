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

Grammar = tuple[Gender, GrammaticalNumber]

_IS = {"lv": r"(?:tiek|tikt|tiks|tika|netiek|ir|nav|būs|būtu)", "uk": r"(?:є|була|був|бути|буде|були|будуть)"}
_N = Gender.NEUTER


def _endings(masculine: str, feminine: str, neuter: str, plural: tuple[str, str]) -> dict[Grammar, str]:
    forms = {(M, SG): masculine, (F, SG): feminine, (_N, SG): neuter}
    return {**forms, (M, PL): plural[0], (F, PL): plural[1], (_N, PL): plural[0]}


# Participles behind an auxiliary, by gender and number of the subject.
_PARTICIPLES = {
    "lv": (
        _endings("ts", "ta", "ts", ("ti", "tas")),
        _endings("is", "usi", "is", ("uši", "ušas")),
        _endings("ies", "usies", "ies", ("ušies", "ušās")),
    ),
    "uk": (_endings("ний", "на", "не", ("ні", "ні")), _endings("тий", "та", "те", ("ті", "ті"))),
}
_GERUND = re.compile(r"\b(\w{3,})(damies|damās|dami|damas)\b")
_GERUNDS = {M: {"damās": "damies", "damas": "dami"}, F: {"damies": "damās", "dami": "damas"}}
_CLAUSE = re.compile(r"[,;:.]\s|$")
_AND = r"\s+(?:un|vai|та|і|й|або)\s+"


def predicate(
    plain: str, subject_end: int, becomes: tuple[Grammar, Grammar], language: str, reason: str
) -> Iterator[Edit]:
    """What agrees with the subject in its clause: participles, in Ukrainian the verb, where it now differs.

    `subject_end` is where the subject ends, `becomes` its gender and number before and after.
    """
    old, new = becomes
    found = _CLAUSE.search(plain, subject_end)
    clause = plain[subject_end : found.start() if found else len(plain)]
    for endings in _PARTICIPLES.get(language, ()):
        if endings[old] == endings[new]:
            continue
        word = rf"(\w{{2,}}){endings[old]}\b"
        for match in re.finditer(rf"\b{_IS[language]}\s+(?:\w+\s+)?{word}(?:{_AND}{word})?", clause):
            for group in (1, 2):
                if match.group(group):
                    begin = subject_end + match.start(group)
                    end = subject_end + match.end(group) + len(endings[old])
                    yield Edit(begin, end, match.group(group) + endings[new], reason)
    if language == "lv" and new[1] is PL and old[1] is PL:
        for match in _GERUND.finditer(plain, subject_end):
            ending = _GERUNDS[new[0]].get(match.group(2))
            if ending:
                yield Edit(*match.span(), match.group(1) + ending, reason)
    if language == "uk" and old[1] is SG and new[1] is SG:
        yield from _ukrainian_past(clause, subject_end, 0 if new[0] is M else 1, reason)
    if language == "uk" and old[1] is not new[1]:
        yield from _ukrainian_number(clause, subject_end, new[1], reason)


# Third person of Ukrainian verbs: singular and plural endings, longest first.
_PERSONS = (
    ("тиметься", "тимуться"), ("тиме", "тимуть"), ("ється", "ються"), ("може", "можуть"), ("буде", "будуть"),
    ("надасть", "нададуть"), ("ить", "ять"), ("иться", "яться"), ("лася", "лися"), ("ла", "ли"), ("є", "ють"),
    ("ана", "ані"), ("ена", "ені"), ("ова", "ові"),
)  # fmt: skip
_ADVERBS = r"(?:(?:не|також|й|і|надалі|вже|далі|[а-яіїєґ’]{3,}(?:но|че|ко|во|то))\s+)*"
_VERBS = re.compile(rf"\s+{_ADVERBS}([\w’]+)(?:\s+(?:та|і|й|або)\s+([\w’]+))?")


def _ukrainian_number(clause: str, offset: int, number: GrammaticalNumber, reason: str) -> Iterator[Edit]:
    """The verb or adjective behind the subject: *Італія надає* -> *Сполучені Штати надають*."""
    found = _VERBS.match(clause)
    if found is None:
        return
    for group in (1, 2):
        word = found.group(group)
        agreeing = _in_number(word, number) if word and word != "є" else None
        if agreeing is None:
            return
        yield Edit(offset + found.start(group), offset + found.end(group), agreeing, reason)


def _in_number(word: str, number: GrammaticalNumber) -> str | None:
    for singular, plural in _PERSONS:
        old, new = (singular, plural) if number is PL else (plural, singular)
        stem = word.removesuffix(old)
        if stem == word or (new == "є" and stem[-1:] in "бвпмф"):
            continue
        hushing = new.startswith("я") and stem[-1:] in ("ж", "ч", "ш", "щ")
        return stem + ("а" + new[1:] if hushing else new)
    return None


_PAST = (
    re.compile(r"\s+(?:не\s+|вже\s+|також\s+)?(\w{2,})(?P<f>лася|ла)\b"),
    re.compile(
        r"\s+(?:не\s+|вже\s+|також\s+)?(набу|набра|втрати|припини|залиши|залиша|бу|ста|діа)(?P<m>вся|в)\b"
    ),
)
_BEHIND_VERB = re.compile(
    r"\b(?:залиша\w+|залиши\w+|є|бути|буде|стає|стати|лишається)\s+"
    r"(чинн|дійсн|обов[’']язков|відкрит|укладен|підписан)(ою|им)\b"
)


def _ukrainian_past(clause: str, offset: int, at: int, reason: str) -> Iterator[Edit]:
    """*Угода залишалася чинною* -> *Меморандум залишався чинним*: past tense and predicate instrumental."""
    past = _PAST[at].match(clause)
    if past:
        ending = {"лася": "вся", "ла": "в", "вся": "лася", "в": "ла"}[past.group(2)]
        yield Edit(offset + past.start(1), offset + past.end(2), past.group(1) + ending, reason)
    for match in _BEHIND_VERB.finditer(clause):
        ending = ("им", "ою")[at]
        if match.group(2) != ending:
            yield Edit(offset + match.start(1), offset + match.end(2), match.group(1) + ending, reason)


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
