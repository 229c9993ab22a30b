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
        _endings("īgs", "īga", "īgs", ("īgi", "īgas")),
        _endings("avs", "ava", "avs", ("avi", "avas")),
        _endings("ošs", "oša", "ošs", ("oši", "ošas")),
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
        yield from _ukrainian_past(clause, subject_end, old[0], new[0], reason)
        yield from _ukrainian_short_adjective(clause, subject_end, new, reason)
    if language == "uk" and old[1] is not new[1]:
        verbs = list(_ukrainian_number(clause, subject_end, new, reason))
        yield from verbs
        if verbs:
            yield from _further_verbs(plain, verbs[-1].end, new, reason)


# Third person of Ukrainian verbs: singular and plural endings, longest first.
_PERSONS = (
    ("тиметься", "тимуться"), ("тиме", "тимуть"), ("ється", "ються"), ("може", "можуть"), ("буде", "будуть"),
    ("дасть", "дадуть"), ("есе", "есуть"), ("ере", "еруть"), ("еде", "едуть"), ("йме", "ймуть"),
    ("ьме", "ьмуть"), ("очне", "очнуть"), ("тане", "тануть"), ("иться", "яться"), ("ить", "ять"),
    ("є", "ють"),
)  # fmt: skip
_LABIALS = ("б", "п", "в", "м", "ф")
_ADVERBS = r"(?:(?:не|також|й|і|надалі|вже|далі|[а-яіїєґ’]{3,}(?:но|че|ко|во|то))\s+)*"
_VERBS = re.compile(rf"\s+{_ADVERBS}([\w’']+)(?:\s+(?:та|і|й|або)\s+([\w’']+))?")
# Adjectives that say something of a subject: *готова*, *зобов’язане*, *повинні*.
_SHORT = re.compile(
    r"(готов|повинн?|зобов[’']язан|уповноважен|зацікавлен|поінформован|переконан|пов[’']язан|відповідальн|"
    r"здатн|вільн|прихильн)(ий|ен|а|е|і|)"
)


def verb_before(
    plain: str, subject_start: int, becomes: tuple[Grammar, Grammar], language: str, reason: str
) -> Iterator[Edit]:
    """The verb that stands right before its subject: *сплачує Італія* -> *сплачують Сполучені Штати*."""
    old, new = becomes
    found = re.search(r"(?<![\w’'])([\w’']+)\s+$", plain[:subject_start])
    if found is None:
        return
    word = found.group(1)
    if language == "lv":
        agreeing = _latvian_participle(word, becomes)
    elif old[1] is not new[1]:
        agreeing = _in_number(word, new) if word != "є" and not _NOT_VERBS.fullmatch(word) else None
    else:
        past = _PAST.fullmatch(" " + word) if old[0] is not M else _MASCULINE_PAST.fullmatch(" " + word)
        usual = past is not None and _FINITE_STEM.search(past.group(1))
        ending = next((e[new[0]] for e in _PAST_ENDINGS if past and past["ending"] in e.values()), "")
        agreeing = past.group(1) + ending if past and usual else None
    if agreeing and agreeing != word:
        yield Edit(found.start(1), found.end(1), agreeing, reason)


# Latvian participles that stand alone before their subject: *kad to parakstījusi Ukraina*.
_PERFECT = (
    _endings("ies", "usies", "ies", ("ušies", "ušās")),
    _endings("is", "usi", "is", ("uši", "ušas")),
)


def _latvian_participle(word: str, becomes: tuple[Grammar, Grammar]) -> str | None:
    old, new = becomes
    for endings in _PERFECT:
        stem = word.removesuffix(endings[old])
        if stem != word and len(stem) > 2:
            return stem + endings[new]
    return None


# Nouns and conjunctions that end like verbs, and what the stem of a verb in the past ends in.
_NOT_VERBS = re.compile(r"(?i)коли|якщо|або|але|сили|мета|школ[аи]|сила|рівень|пам[’']ять|область|стать")
_FINITE_STEM = re.compile(r"(?:ва|ува|юва|и|да|ня|ла|ка|га|та|ра|ча)$")


def _short_adjective(word: str, new: Grammar) -> str | None:
    """An adjective behind its subject in another gender or number; None for any other word."""
    found = _SHORT.fullmatch(word)
    if found is None or not (found.group(2) or word == "повинен"):
        return None
    stem = found.group(1)
    if stem.startswith("повин"):
        return "повинен" if new == (M, SG) else "повинн" + _SHORT_ENDINGS[new]
    return stem + _SHORT_ENDINGS[new]


_SHORT_ENDINGS = _endings("ий", "а", "е", ("і", "і"))


def _ukrainian_short_adjective(clause: str, offset: int, new: Grammar, reason: str) -> Iterator[Edit]:
    found = _VERBS.match(clause)
    agreeing = _short_adjective(found.group(1), new) if found else None
    if found and agreeing and agreeing != found.group(1):
        yield Edit(offset + found.start(1), offset + found.end(1), agreeing, reason)


def _ukrainian_number(clause: str, offset: int, new: Grammar, reason: str) -> Iterator[Edit]:
    """The verb or adjective behind the subject: *Італія надає* -> *Сполучені Штати надають*."""
    found = _VERBS.match(clause)
    if found is None:
        return
    for group in (1, 2):
        word = found.group(group)
        agreeing = _in_number(word, new) if word and word != "є" else None
        if agreeing is None:
            return
        yield Edit(offset + found.start(group), offset + found.end(group), agreeing, reason)


# A further verb of one subject stands right behind a comma or a conjunction; a clause of its own ends them.
_FURTHER = re.compile(r"(?:,|\s(?:та|і|й|або|чи|а також))\s+(?:(?:не|також)\s+)*([\w’']{5,})")
_SUBORDINATE = re.compile(r",\s+(?:\w+\s+)?(?:як|що|щоб|коли|де|котр|доки|а\s)|[;.:]\s|$")


def _further_verbs(plain: str, start: int, new: Grammar, reason: str) -> Iterator[Edit]:
    """*Італія надає звіт, захищає дані та не передає їх*: every verb of the subject changes its number."""
    found = _SUBORDINATE.search(plain, start)
    for match in _FURTHER.finditer(plain, start, found.start() if found else len(plain)):
        word = match.group(1)
        finite = re.fullmatch(r"\w+(?:є|ить|їть|ється|иться|ють|ять|ються|яться)", word)
        agreeing = _in_number(word, new) if finite else None
        if agreeing is not None:
            yield Edit(match.start(1), match.end(1), agreeing, reason)


def _in_number(word: str, new: Grammar) -> str | None:
    adjective = _short_adjective(word, new)
    if adjective is not None:
        return adjective
    for singular, plural in _PERSONS:
        old, ending = (singular, plural) if new[1] is PL else (plural, singular)
        stem = word.removesuffix(old)
        if stem == word or (ending == "є" and stem.endswith(_LABIALS)):
            continue
        if old.startswith("и") and stem.endswith(_LABIALS):
            stem += "л"  # повідомить, повідомлять
        elif ending.startswith("и") and stem.endswith("л") and stem[:-1].endswith(_LABIALS):
            stem = stem[:-1]
        hushing = ending.startswith("я") and stem[-1:] in ("ж", "ч", "ш", "щ")
        return stem + ("а" + ending[1:] if hushing else ending)
    return _past_in_number(word, new)


def _past_in_number(word: str, new: Grammar) -> str | None:
    """*повідомила* -> *повідомили* and back, in the gender of the new subject."""
    for reflexive, plural in ((0, "лися"), (1, "ли")):
        endings = _PAST_ENDINGS[reflexive]
        if new[1] is not PL and word.endswith(plural):
            return word.removesuffix(plural) + endings[new[0]]
        masculine = _MASCULINE_PAST.fullmatch(" " + word)
        old = (endings[F], endings[_N], *([endings[M]] if masculine else []))
        ending = next((e for e in old if word.endswith(e)), None)
        if new[1] is PL and ending is not None:
            return word.removesuffix(ending) + plural
    return None


# Past tense in the singular: endings by gender, those of the reflexive verb first.
_PAST_ENDINGS = ({M: "вся", F: "лася", _N: "лося"}, {M: "в", F: "ла", _N: "ло"})
_ADVERB = r"\s+(?:не\s+|вже\s+|також\s+)?"
_PAST = re.compile(rf"{_ADVERB}(\w{{2,}})(?P<ending>лася|лося|ла|ло)\b")
_MASCULINE_PAST = re.compile(
    rf"{_ADVERB}(набу|набра|втрати|припини|залиши|залиша|бу|ста|діа|дія|нада|переда|повідоми|поінформува|"
    r"висловлюва|висловлю|взя|зобов[’']яза|викона|заявля|заяви|погоди|отрима|одержа|підтверди|"
    r"приєдна|ратифікува|підписа|прийня|ухвали|призначи|направи|запроси)(?P<ending>вся|в)\b"
)
_PREDICATE = {M: "им", _N: "им", F: "ою"}
_BEHIND_VERB = re.compile(
    r"\b(?:залиша\w+|залиши\w+|є|бути|буде|стає|стати|лишається)\s+"
    r"(чинн|дійсн|обов[’']язков|відкрит|укладен|підписан)(ою|им)\b"
)


def _ukrainian_past(clause: str, offset: int, old: Gender, new: Gender, reason: str) -> Iterator[Edit]:
    """*Угода залишалася чинною* -> *Меморандум залишався чинним*: past tense and predicate instrumental."""
    past = (_MASCULINE_PAST if old is M else _PAST).match(clause)
    if past and old is not new:
        ending = next(e[new] for e in _PAST_ENDINGS if past["ending"] in e.values())
        if ending != past["ending"]:
            yield Edit(offset + past.start(1), offset + past.end("ending"), past.group(1) + ending, reason)
    for match in _BEHIND_VERB.finditer(clause):
        ending = _PREDICATE[new]
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
