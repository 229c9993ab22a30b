"""Parties no table of States holds: organisations, companies, States in languages without a table.

They are what stands on either side of "and" in the parties clause. What kind each is, its own words say.
"""

from __future__ import annotations

import re

from workbench.agreement.tree import Party, PartyKind
from workbench.recognition.openings import HEREINAFTER

AND = {
    "en": "and",
    "lv": "un",
    "uk": "та|і|й",
    "ru": "и",
    "lt": "ir",
    "et": "ja",
    "pl": "i|oraz",
    "de": "und",
    "fr": "et",
    "nl": "en",
    "es": "y|e",
}
_STRIP = ' ,.;:()“”"«»„–—-\n\t'
_ARTICLE = re.compile(
    r"(?:the|die|der|das|dem|den|le|la|les|l['’]|de|het|el|los|las|on the one (?:hand|part),?|"
    r"of the (?:one|other) part,?|zwischen|between|entre|tussen|między|між|между)\s+|l['’]",
    re.IGNORECASE,
)
_WORDS = (
    (
        PartyKind.MINISTRY,
        r"minist|міністер|министер|départ|depart|ministeeri",
    ),
    (
        PartyKind.GOVERNMENT,
        r"government|gouvernement|regierung|rząd|valitsus|vyriausyb|gobierno|regering|правительств|уряд|valdīb|"
        r"cabinet|council of ministers|rada minist|ministru kabinet|bundesrat|conseil fédéral|"
        r"кабінет|кабинет|kabinet",
    ),
    (
        PartyKind.ORGANISATION,
        r"organi[sz]a|organizā|organizac|організац|организац|union|agency|agence|agentur|commission|fund\b|bank\b|"
        r"communit|gemeinschaft|sąjung|liit\b|unia\b|council|institut|aģentūr|агентств|союз",
    ),
    (
        PartyKind.STATE,
        r"r[eé]p[uú]bli|республ|республик|respublik|vabarii|rzeczpospolit|königreich|kingdom|royaume|koninkrijk|reino|"
        r"karalyst|kuningrii|królestw|королівств|королевств|федерац|federa|confédérat|eidgenossen|sultanat|"
        r"principa|fürstentum|großherzogtum|grand-duché|groothertogdom|empire|reich\b|\bstates?\b|état|estado|"
        r"karalist|commonwealth|duchy|emirate",
    ),
)
_HEAD_WORD = re.compile("|".join(words for _, words in _WORDS), re.IGNORECASE)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
_REPRESENTED = re.compile(
    r"\s*(?:,|\()?\s*(?:represented by|acting through|hereby represented|duly represented|kuru pārstāv|"
    r"kuras vārdā|"
    r"в особі|від імені яко|в лице|vertreten durch|représentée? par|vertegenwoordigd door|representad\w+ por|"
    r"reprezentowan\w+ przez|atstovaujam|mida esindab)\b[^,;]*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_NAMED_HEREAFTER = re.compile(HEREINAFTER.pattern + r"[^,;]{0,80}", re.IGNORECASE)
_LONGEST = 120


def find(text: str, language: str) -> list[tuple[Party, int]]:
    """The parties named in words, each with the end of its name; none where they cannot be told apart."""
    plain = text
    for aside in (_ASIDE, _NAMED_HEREAFTER, _REPRESENTED):
        plain = aside.sub(lambda found: " " * len(found.group()), plain)
    parts = _parts(plain, language)
    if len(parts) > 2 and sum(bool(_HEAD_WORD.search(plain[a:b])) for a, b in parts) >= 2:
        parts = _rejoined(plain, parts)
    found = [(party, end) for start, end in parts for party in [_party(plain[start:end])] if party]
    return found if 2 <= len(found) <= 12 else []


def _parts(text: str, language: str) -> list[tuple[int, int]]:
    conjunction = AND.get(language, "and")
    parts: list[tuple[int, int]] = []
    at = 0
    for cut in re.finditer(rf"[,;]?\s+(?:{conjunction}|a)\s+(?=\W*[^\W\d_])|[,;]\s+", text):
        if cut.group().strip(" ,;") == "a" and language != "pl":
            continue
        parts.append((at, cut.start()))
        at = cut.end()
    return [*parts, (at, len(text))]


def _rejoined(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts joined again where "and" stood inside a name: every name has a word that says what it is."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and not _HEAD_WORD.search(text[start:end]) and text[start:end].strip(_STRIP)[:1].isupper():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _party(words: str) -> Party | None:
    name = words.strip(_STRIP)
    while (article := _ARTICLE.match(name)) is not None:
        name = name[article.end() :].strip(_STRIP)
    if not name or len(name) > _LONGEST or not name[0].isupper():
        return None
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
    return Party(key=slug[:40], name=name, kind=kind_of(name))


def kind_of(name: str) -> PartyKind:
    """What a name says its bearer is."""
    found = [(match.start(), kind) for kind, words in _KINDS for match in [words.search(name)] if match]
    return min(found, key=lambda item: item[0])[1] if found else PartyKind.OTHER
