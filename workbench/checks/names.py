"""What the agreement calls itself and its parties: one name each, written the same way throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from workbench.agreement.declension import Case, GrammaticalNumber, latvian, ukrainian
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.text import CitedInstrument, DefinedTerm
from workbench.agreement.tree import Provision
from workbench.checks.matter import OfProvision, Passage, Setting, in_quotes, passages

OWN_NAME_SMALL = FindingKind(
    "checks.own-name-small",
    Severity.WARNING,
    "“{quote}”: elsewhere the text calls itself “{name}”, with a capital",
)
OTHER_OWN_NAME = FindingKind(
    "checks.other-own-name",
    Severity.WARNING,
    "“{quote}”: the text calls itself “{name}”, here it goes by another name",
)
COLLECTIVE_SMALL = FindingKind(
    "checks.collective-name-small",
    Severity.WARNING,
    "“{quote}”: the parties are called “{name}”, with a capital",
)
OTHER_COLLECTIVE = FindingKind(
    "checks.other-collective-name",
    Severity.WARNING,
    "“{quote}”: the parties are called “{name}”, here they go by another name",
)
_PAIR = 2
_COLLECTIVES = {
    "en": ("Parties", "Participants", "Sides"),
    "lv": ("Puses", "Dalībnieki"),
    "uk": ("Сторони", "Учасники"),
}
_INSTRUMENTS = {
    "en": ("agreement", "treaty", "memorandum", "arrangement", "protocol", "convention"),
    "lv": ("vienošanās", "līgums", "memorands", "protokols", "konvencija", "nolīgums"),
    "uk": ("угода", "договір", "меморандум", "протокол", "конвенція", "домовленість"),
}
_THIS = {
    "en": r"\b(?:this|the present)\s+",
    "lv": r"\b(?:šis|šī|šā|šīs|šim|šai|šo|šajā|šinī)\s+",
    "uk": r"\b(?:цей|ця|цього|цієї|цьому|цій|цю|цим|цією)\s+",
}
# What happens only to the text itself, so that its name needs no "this" before it.
_BEFORE_LIFE_LV = (
    r"(?:^|(?<=[.;:,] )|(?<=\bno )|(?<=\bja )|(?<=\bun )|(?<=\bpēc )|(?<=\bpirms )|(?<=\blīdz ))"
)
_LIFE_LV = r"(?=\s+(?:darbīb\w+|izbeigšan\w+|spēkā\s+stāšan\w+|termiņ\w+|noteikum\w+|īstenošan\w+))"
_ON_BEHALF_LV = re.compile(r"\bno\s+(?:[\w’-]+\s+){1,6}$")
"""Behind this, *puses* means "on the part of", as in *no Latvijas Republikas valdības puses*."""
_QUALIFIED = re.compile(r"[\w’-]+$")


def _own_name(unit: Provision, setting: Setting) -> Iterator[Finding]:
    own = setting.own_name.strip()
    if not own or setting.language not in _INSTRUMENTS:
        return
    parts = own.casefold().split()
    for passage in passages(unit):
        for word, found in _instruments_in(passage, setting.language):
            same = any(part.endswith(word) for part in parts)
            name = found["name"]
            if same and name[0].islower() and own[0].isupper():
                fixes = (passage.write(*found.span("name"), name[0].upper() + name[1:]),)
                yield passage.finding(OWN_NAME_SMALL, *found.span(), margin=12, fixes=fixes, name=own)
            elif not same and not in_quotes(passage.plain, found.start()):
                other = (passage.write(*found.span("name"), own),) if setting.language == "en" else ()
                yield passage.finding(OTHER_OWN_NAME, *found.span(), margin=12, fixes=other, name=own)


OWN_NAME = OfProvision(_own_name)
"""The agreement's own name written small, or the name of another kind of instrument in its place."""


def _collective_name(unit: Provision, setting: Setting) -> Iterator[Finding]:
    own = setting.collective_name.strip()
    if not own or not own[0].isupper() or len(own.split()) > 1:
        return
    pattern = _small_forms(own, setting.language)
    for passage in passages(unit):
        for found in pattern.finditer(passage.plain):
            ahead = passage.plain[: found.start()]
            if setting.language == "lv" and found.group() == "puses" and _ON_BEHALF_LV.search(ahead):
                continue
            before = _QUALIFIED.search(ahead.rstrip())
            after = passage.plain[found.end() :]
            if _in_dispute(passage.plain, after, setting):
                continue
            if not _qualifies(before.group() if before else "", after, setting.language):
                fixes = (passage.write(*found.span(), found.group().capitalize()),)
                yield passage.finding(COLLECTIVE_SMALL, *found.span(), margin=20, fixes=fixes, name=own)


COLLECTIVE_NAME = OfProvision(_collective_name)
"""The collective name of the parties written small, unless the word has its general sense.

*nevalstisko dalībnieku*, *third parties*, *інших учасників* speak of others: an adjective stands before.
"""


_DISPUTE = re.compile(r"\bdisput|\barbitra|\btribunal|\bcontract\b|\blitig", re.IGNORECASE)
_SOME_EN = re.compile(r"\s+(?:concerned|involved|in question|at issue)\b")


def _in_dispute(plain: str, after: str, setting: Setting) -> bool:
    """Whether some of many parties are meant: those of a dispute, those concerned."""
    if setting.language != "en":
        return False
    some = bool(_SOME_EN.match(after))
    return some or (len(setting.parties) != _PAIR and bool(_DISPUTE.search(plain)))


def _other_collective_name(unit: Provision, setting: Setting) -> Iterator[Finding]:
    own = setting.collective_name.strip()
    if not own:
        return
    others = [
        name
        for name in _COLLECTIVES.get(setting.language, ())
        if name.casefold() not in own.casefold().split()
    ]
    for passage in passages(unit):
        if len(setting.parties) == _PAIR:  # a treaty of many knows Parties and Contracting Parties
            yield from _contracting(passage, own, setting.language)
        yield from _states(passage, own, setting.language)
        for name in others:
            beginning = _singular_en(name) if setting.language == "en" else name[:4]
            if beginning not in passage.plain:
                continue
            for found in _capital_forms(name, setting.language).finditer(passage.plain):
                after = passage.plain[found.end() :]
                if setting.language == "en" and re.match(r"\s+(?:to|of|in)\b", after):
                    continue
                fixes: tuple[Fix, ...] = ()
                if setting.language == "en" and own in _COLLECTIVES["en"]:
                    right = own if found.group() == name else _singular_en(own)
                    fixes = (passage.write(*found.span(), right),)
                yield passage.finding(OTHER_COLLECTIVE, *found.span(), margin=20, fixes=fixes, name=own)


OTHER_COLLECTIVE_NAME = OfProvision(_other_collective_name)
"""Another collective name than the text's own, with a capital inside a sentence."""


_CONTRACTING = {
    "en": ("Parties", re.compile(r"(?P<more>(?:High )?Contracting )Part(?:y|ies)\b")),
    "lv": ("Puses", re.compile(r"(?P<more>Līgumslēdzēj\w+ )Pus\w+")),
    "uk": ("Сторони", re.compile(r"(?P<more>Договірн\w+ )Стор[іо]н\w*")),
}


def _contracting(passage: Passage, own: str, language: str) -> Iterator[Finding]:
    """*Contracting Parties* in a text that has agreed to call them *Parties*."""
    plain_name, pattern = _CONTRACTING.get(language, ("", None))
    if pattern is None or own != plain_name:
        return
    for found in pattern.finditer(passage.plain):
        if passage.text.of(CitedInstrument) or in_quotes(passage.plain, found.start()):
            continue
        fixes = (
            Fix(
                "take out “{old}”",
                {"old": found["more"].strip()},
                (passage.rewording(*found.span("more"), ""),),
            ),
        )
        yield passage.finding(OTHER_COLLECTIVE, *found.span(), margin=20, fixes=fixes, name=own)


_STATES = {
    "en": re.compile(
        r"\b(?:(?:Participating|Signatory|Contracting) (?:State|Nation|Government|Side)s?"
        r"|Participating Part(?:y|ies)|States? Part(?:y|ies))\b(?! (?:to|of|in)\b)"
    ),
    "lv": re.compile(r"\bLīgumslēdzēj\w+ [Vv]alst\w+|(?<=[a-zāčēģīķļņšūž,] )Dalībvalst\w+"),
    "uk": re.compile(r"\b(?:Держав\w*[-–](?:[Уу]часниц\w+|[Сс]торон\w*)|Договірн\w+ Держав\w*)"),
}
"""The parties as States, in treaties of many; in a text that calls them otherwise a word from elsewhere."""
_MANY_EN = re.compile(r"(?:States?|Nations|Governments|Sides) ?Parties$|(?:s|ies)$")


def _states(passage: Passage, own: str, language: str) -> Iterator[Finding]:
    """*Participating States* in a text that calls its parties *Parties*, unless it defines them besides."""
    pattern = _STATES.get(language)
    if pattern is None or passage.text.of(CitedInstrument):
        return
    for found in pattern.finditer(passage.plain):
        same = _as_one(found.group()) == _as_one(own) or (language != "en" and found.group()[:4] == own[:4])
        defined = any(
            start < found.end() and found.start() < end for start, end, _ in passage.text.of(DefinedTerm)
        )
        if same or defined or in_quotes(passage.plain, found.start()):
            continue
        fixes: tuple[Fix, ...] = ()
        if own in _COLLECTIVES["en"]:
            right = own if _MANY_EN.search(found.group()) else _singular_en(own)
            fixes = (passage.write(*found.span(), right),)
        yield passage.finding(OTHER_COLLECTIVE, *found.span(), margin=20, fixes=fixes, name=own)


def _as_one(name: str) -> str:
    """A collective name as of one party, whatever it was."""
    return " ".join(_singular_en(word) for word in name.casefold().split())


_DETERMINED = "|".join(
    rf"(?<=\b{word} )"
    for low in ("the", "both", "either", "each", "other", "all", "neither")
    for word in (low, low.capitalize())
)


@cache
def _capital_forms(name: str, language: str) -> re.Pattern[str]:
    """The name with its capital, behind a word that leaves no doubt that no sentence begins here."""
    if language == "en":
        return re.compile(rf"(?:{_DETERMINED})(?:{name}|{_singular_en(name)})\b")
    forms = _any_of(_plural(name, language))
    return re.compile(rf"(?<=[a-zāčēģīķļņšūža-яіїєґ,] )(?:{forms})\b")


def _singular_en(name: str) -> str:
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


def _instruments_in(passage: Passage, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Names of instruments by which the text means itself, as (nominative, match)."""
    words = _instrument_forms(language)
    for pattern in _own_patterns(language):
        for found in pattern.finditer(passage.plain):
            yield words[found["name"].casefold()], found


@cache
def _own_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Where a text means itself: behind "this", in Latvian also before what only it can have."""
    patterns = [re.compile(rf"(?i:{_THIS[language]})(?P<name>(?i:{_any_of(_instrument_forms(language))}))\b")]
    if language == "lv":
        genitives = [latvian.decline(word)[Case.GEN] for word in _INSTRUMENTS["lv"]]
        patterns.append(re.compile(rf"{_BEFORE_LIFE_LV}(?P<name>(?i:{_any_of(genitives)})){_LIFE_LV}"))
    return tuple(patterns)


@cache
def _instrument_forms(language: str) -> dict[str, str]:
    """Every form of a name of an instrument, in small letters, with its nominative."""
    return {form.casefold(): word for word in _INSTRUMENTS[language] for form in _inflected(word, language)}


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _inflected(word: str, language: str) -> tuple[str, ...]:
    if language == "lv":
        return tuple(dict.fromkeys(form for _, form in latvian.decline(word).items()))
    if language == "uk":
        return tuple(dict.fromkeys(form for _, form in ukrainian.decline(word).items()))
    return (word,)


def _plural(name: str, language: str) -> tuple[str, ...]:
    """Every case of a collective name, which is a plural."""
    rule = latvian.decline if language == "lv" else ukrainian.decline
    forms = [form for _, form in rule(name, number=GrammaticalNumber.PLURAL).items()]
    if name.casefold() == "сторони":
        forms.append(name[:4] + "ін")  # the stem vowel changes in the genitive: Сторін
    return tuple(dict.fromkeys(forms))


def _small_forms(name: str, language: str) -> re.Pattern[str]:
    small = name.lower()
    if language == "en":
        return re.compile(rf"\b(?:{re.escape(small)}|{re.escape(_singular_en(small))})\b")
    plural = _plural(small, language)
    stem = small[:-1]
    forms = set(plural) | {stem + ending for ending in _SINGULAR_ENDINGS.get((language, small[-1]), ())}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})\b")


# Endings of the singular beside a plural in this letter: Dalībnieki, dalībnieks; Сторони, сторона.
_SINGULAR_ENDINGS = {
    ("lv", "i"): ("s", "a", "am", "u", "ā"),
    ("lv", "s"): ("", "i", "ē"),
    ("uk", "и"): ("а", "і", "у", "ою", "", "ові", "ом"),
}
_DETERMINERS_EN = re.compile(r"^(?:the|both|either|each|these|said)$", re.IGNORECASE)
_ADJECTIVE = {
    # Definite and indefinite adjective endings; short function words end alike, so length counts.
    "lv": re.compile(
        r"^\w{3,}(?:isk|ēj|ain|īg|oš|ist|ien|īt|ot|am|ēn|[^\W\d_])?(?:ie|o|iem|ajiem|os|ajos|ām|ās|ā|ais|ajam|ajā|u|us)$"
    ),
    "uk": re.compile(r"^\w{2,}(?:і|ї|их|іх|им|ім|ими|іми|ій|ий|ої|ьої|у|ю|ою|ьою|ого|ього|ому|ьому|а|я)$"),
}
_NO_ADJECTIVE = {
    "lv": frozenset(
        "starp pēc pirms vien ja kā arī un ko uz par no abu abiem abas katra katrs šo to tās tos tajā kurā "
        "kuru ciktāl tādu vai".split()
    ),
    "uk": frozenset(
        "між та і й або для від до обидві обидва кожна кожної жодна якщо що яка при на за".split()
    ),
}


def _qualifies(before: str, after: str, language: str) -> bool:
    """Whether the word before gives the collective name its general sense."""
    if language == "en":
        if _DETERMINERS_EN.match(before):
            return bool(re.match(r"\s+(?:to|of|in)\b", after))  # "the parties to the conflict"
        return True
    if not before or before.casefold() in _NO_ADJECTIVE.get(language, frozenset()):
        return False
    if before[:1].isupper():
        return True  # "Latvijas pusei": one side, named by its State
    pattern = _ADJECTIVE.get(language)
    return pattern is None or bool(pattern.match(before.casefold()))
