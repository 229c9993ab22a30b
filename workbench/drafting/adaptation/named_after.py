"""What bears the name of a party or is its alone: a bank, a service, a contact group, a marking, a king.

*Ukraine Facility*, *the National Bank of Ukraine*, *Ukrainas Drošības dienests*, *Рада Україна – НАТО*:
another State has no such body, or it goes by another name. Ministries, the Government, the armed forces and
the like every State has, and those are renamed. What is joint belongs to both.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from workbench.agreement.declension import Case
from workbench.agreement.states import FormKind
from workbench.drafting.adaptation.mention import Mention

BODY, HEAD_OF_STATE, MARKING = "something named after it", "its head of State", "its marking"

# What follows the name of any State; another capital word makes it the name of one thing.
_GENERIC = {
    "en": "and|or|Party|Parties|Governments?|Ministr(?:y|ies)|Ministers?|Armed|National|Parliament|Side|"
    "Embass(?:y|ies)|"
    "Prime|President|Ambassadors?|Joint",
    "lv": r"un|vai|Republik|(?:\w+\s+(?:un\s+)?){1,4}ministrij|Ministru|Saeim|Puse|"
    "Puš|Satversm|Konstitūcij|Nacionāl|Bruņot|Valst|Dalībniek|Prezident|Parlament|Augstāk",
}
_NAMED_AFTER = {
    "en": re.compile(rf"\s+(?!(?:{_GENERIC['en']})\b)[A-Z][a-z]+"),
    "lv": re.compile(rf"\s+(?!{_GENERIC['lv']})[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+"),
}
# Bodies and plans that have a name of their own wherever they are.
_BODIES = {
    "en": re.compile(
        r"\b(?:Service|Bank|Agency|Bureau|Fund|Cent(?:re|er)|Institute|Academy|University|Guards?|Corps|"
        r"Inspectorate|"
        r"Facility|Contact Group|Conference|Platform|Plan|Programme|Initiative|Coalition|Association|Chamber|"
        r"Foundation|Company|Treasury|Network|Trust|Strategy|Commission|Committee|Police|Gendarmerie|"
        r"Archives?|Library|Museum|Directorate|(?:Customs|Border) Board|Audit Office|Prosecut(?:or|ion))\b"
    ),
    "lv": re.compile(
        r"\b(?:dienest|bank|aģentūr|biroj|fond|centr|institūt|akadēmij|universitāt|gvard|kontaktgrup|"
        r"konferenc|"
        r"platform|inspekcij|koalīcij|stratēģij|asociācij)\w*"
    ),
    "uk": re.compile(
        r"\b(?:служб|банк|агентств|бюро|фонд|центр|інститут|академі|університет|гварді|груп|конференці|"
        r"управлінн|"
        r"комітет|казначейств|поліці|жандармері|архів|музе[йюєї]|бібліотек|адміністраці|дирекці|"
        r"інспекці|палат|офіс|прокуратур|платформ|коаліці|стратегі|асоціаці|рад(?:а|и|"
        r"і|у|ою)\b)\w*",
        re.IGNORECASE,
    ),
}  # fmt: skip
# Latvian writes the first word of a body large and the noun small: *Valsts policija*, *Nacionālais arhīvs*.
_LATVIAN_BODY = re.compile(
    r"\s+(?:(?:Valsts|Nacionāl\w+|Galven\w+|Centrāl\w+|Drošības|Militār\w+|Muitas|Pilsonības)\s+"
    r"(?:(?:un|[a-zāčēģīķļņšūž]+)\s+){0,4}?"
    r"(?:policij|robežsardz|sardz|kontrol|kancelej|kas(?:e|es|ei|i|ē)\b|pārvald|prokuratūr|ugunsdzēs|arhīv|"
    r"bibliotēk|muzej|dienest|inspekcij|aģentūr|departament|akadēmij|centr|institūt|bank)"
    r"|Zemessardz|Robežsardz|Ģenerālprokuratūr|Satversmes\s+aizsardzības\s+biroj|Konkurences\s+padom)\w*"
)
_OF_THE_STATE = re.compile(r"^(?:Державн|Національн|Головн|Центральн|Генеральн)\w+\s")
_JOINT = re.compile(
    r"(?i)\b(?:joint|steering|mixed|kopēj|jauktā|спільн|змішан|верховн|міністр|council of ministers)"
)
_OF_NAME = re.compile(
    r"((?:[A-Z][\w’'-]*)(?:\s+(?:of|for|on|and|the|[A-Z][\w’'-]*))*)\s+(?:of|for)\s+(?:the\s+)?$"
)
_CAPITAL_WORDS = re.compile(r"(?:\s+[A-Z][\w’'-]*){1,5}")
_LATVIAN_WORDS = re.compile(r"\s+[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]*(?:\s+[a-zāčēģīķļņšūž][\w-]*){0,4}")
_UKRAINIAN_WORDS = re.compile(r"([А-ЯІЇЄҐ][\w’ʼ'-]*(?:\s+[а-яіїєґ][\w’ʼ'-]*){0,5})\s+$")
_PART_OF_THE_WORLD = re.compile(
    r"\b(?:Northern|Southern|Eastern|Western|Inner|Outer|Upper|Lower|New|Gulf of|Lake|River|Sea of|"
    r"Straits? of)\s+$"
)
_SIDE_BEHIND = re.compile(r"[-–\w]*\s+(?:Сторон|Учасник|Республік|Королівств|Уряд|Держав)")
_ACRONYM_BEHIND = re.compile(r"(?:\s+[^\W\d]+){0,5}\s+\(([^\W\d_]{3,6})\)")
_CAPITALS = r"[^\W\da-zа-яіїєґāčēģīķļņšūž_]"
_DASHED_BEFORE = re.compile(rf"\b({_CAPITALS}{{2,}})\s?[‑–-]\s?$")
_DASHED_AFTER = re.compile(rf"\s?[‑–-]\s?({_CAPITALS}{{2,}})\b")
_MARKED = re.compile(r"\s*[:–—|]\s*[“«\"]?([^\W\d_]{4,}(?:\s+[^\W\d_]+)*)")
_HEADS_BEFORE = {
    "en": re.compile(
        r"\b(?:President|King|Queen|Emperor|Sultan|Emir|Grand Duke|Prince|Monarch|"
        r"Majesty)\s+of\s+(?:the\s+)?$"
    ),
    "uk": re.compile(r"\b(?:Президент|Корол(?:ь|я|ю|ев)|Імператор|Султан|Емір|Князь)\w*\s+$", re.IGNORECASE),
}
_HEADS_AFTER = {
    "en": re.compile(r"(?:[’'ʼ]s)?\s+(?:President|King|Queen|Emperor|Monarch)\b"),
    "lv": re.compile(
        r"\s+(?:Valsts\s+)?(?:prezident|karali|karalien|imperator|sultān|emīr)\w*", re.IGNORECASE
    ),
    "uk": re.compile(r"\s+(?:Президент|Корол|Імператор)\w*", re.IGNORECASE),
}


def bears_its_name(plain: str, mention: Mention, mentions: tuple[Mention, ...], language: str) -> str | None:
    """Why what a foreign party's name stands with is its alone; None where every State has it."""
    words = plain[mention.start : mention.end]
    if mention.form in (FormKind.CAPITAL, FormKind.INSTITUTION) or mention.of_language:
        return None
    marked = _MARKED.match(plain, mention.end)
    if marked and marked.group(1).isupper() and not words.isupper():
        return MARKING
    if _dashed(plain, mention, mentions):
        return BODY
    if language == "uk" and _proper(plain, mention):
        return BODY
    if words.isupper() and mention.form is not FormKind.ADJECTIVE and len(words) > 1:
        return None
    if mention.form is FormKind.DEMONYM:
        return None
    acronym = _ACRONYM_BEHIND.match(plain, mention.end)
    if acronym and acronym.group(1).isupper():
        return BODY
    return BODY if _BEARING[language](plain, mention) else None


def head_of_state(plain: str, mention: Mention, language: str) -> bool:
    """Whether a name stands with the President, the King or the like whose office it names."""
    before, after = _HEADS_BEFORE.get(language), _HEADS_AFTER.get(language)
    return bool(
        (before and before.search(plain[max(0, mention.start - 40) : mention.start]))
        or (after and after.match(plain, mention.end))
    )


def _english(plain: str, mention: Mention) -> bool:
    before = plain[max(0, mention.start - 80) : mention.start]
    if _PART_OF_THE_WORLD.search(before):
        return True
    if mention.form is FormKind.ADJECTIVE:
        behind = _CAPITAL_WORDS.match(plain, mention.end)
        words = behind.group() if behind else ""
        return bool(_BODIES["en"].search(words) and not _JOINT.search(words))
    if _NAMED_AFTER["en"].match(plain, mention.end):
        return True
    phrase = _OF_NAME.search(before)
    words = phrase.group(1) if phrase else ""
    return bool(_BODIES["en"].search(words) and not _JOINT.search(words))


def _latvian(plain: str, mention: Mention) -> bool:
    if Case.GEN not in mention.cases:
        return False
    if mention.form is not FormKind.ADJECTIVE and (
        _NAMED_AFTER["lv"].match(plain, mention.end) or _LATVIAN_BODY.match(plain, mention.end)
    ):
        return True
    behind = _LATVIAN_WORDS.match(plain, mention.end)
    words = behind.group() if behind else ""
    return bool(_BODIES["lv"].search(words) and not _JOINT.search(words))


def _ukrainian(plain: str, mention: Mention) -> bool:
    if mention.form is FormKind.ADJECTIVE or Case.GEN not in mention.cases:
        return False
    phrase = _UKRAINIAN_WORDS.search(plain[: mention.start])
    if phrase is None or _JOINT.search(phrase.group(1)):
        return False
    body = _BODIES["uk"].search(phrase.group(1))
    named = body is not None and (body.group()[0].isupper() or bool(_OF_THE_STATE.match(phrase.group(1))))
    return named or (body is not None and not _opens(plain, phrase.start()))


_BEARING = {"en": _english, "lv": _latvian, "uk": _ukrainian}


def _dashed(plain: str, mention: Mention, mentions: Collection[Mention]) -> bool:
    """*NATO-Ukraine Council*: joined by a dash to an abbreviation that is no party itself."""
    before = _DASHED_BEFORE.search(plain[max(0, mention.start - 20) : mention.start])
    after = _DASHED_AFTER.match(plain, mention.end)
    if plain[mention.start : mention.end].isupper() or not (before or after):
        return False
    near = [m for m in mentions if m is not mention and m.party]
    return not any(m.end + 4 > mention.start > m.start or m.start < mention.end + 4 < m.end for m in near)


def _proper(plain: str, mention: Mention) -> bool:
    """A Ukrainian adjective with a capital in mid-sentence, other than of a Side or a State."""
    words = plain[mention.start : mention.end]
    if mention.form is not FormKind.ADJECTIVE or not words[:1].isupper() or words.isupper():
        return False
    return not _opens(plain, mention.start) and not _SIDE_BEHIND.match(plain, mention.end)


def _opens(plain: str, start: int) -> bool:
    before = plain[:start].rstrip(' «“„"(')
    return not before or before[-1] in ".!?:;\n"
