"""Sentences that are particular to a party: true of it alone, so that no other name may stand there.

*Ukraine's accession to NATO*, damage a war did to it, a sum it pays, a day on which it did something, an
instrument it concluded, a body or plan named after it: such a sentence is kept as printed and flagged. To
whom a word like *membership* belongs is told by the party named next to it.
"""

from __future__ import annotations

import re

import msgspec

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.states import FormKind
from workbench.drafting.adaptation.names import Mention

PARTICULAR = FindingKind(
    "adaptation.particular-to-party",
    Severity.ERROR,
    "this sentence is particular to {party} ({why}) and was kept as printed; reword or delete it: “{quote}”",
)
ONE_PARTY = FindingKind(
    "adaptation.one-party-only",
    Severity.WARNING,
    "what this sentence says of {party} ({why}) was agreed with another party; check that it still fits",
)
CIRCUMSTANCES = FindingKind(
    "adaptation.circumstances",
    Severity.WARNING,
    "this sentence speaks of circumstances of the precedent ({why}); check that it fits the new parties",
)


class Rule(msgspec.Struct, frozen=True):
    """A reason and the words that show it; `attributed` ones count for the party they belong to."""

    why: str
    words: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    attributed: bool = False


def _any(*words: str) -> str:
    """A pattern for any of several words or word stems (`\\w*` marks the open end of a stem)."""
    return rf"\b(?:{'|'.join(words)})\b"


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
}
_NUMBER = r"\b\d[\d.,  ]*\s?"
_ACCESSION, _WAR, _SUM, _DATE = "accession or membership", "war or its damage", "a sum", "a date or year"
_RULES: dict[str, tuple[Rule, ...]] = {
    "en": (
        Rule(
            _ACCESSION,
            _words(
                _any(
                    "accession",
                    r"acced\w+",
                    "candidate",
                    "membership",
                    "member state",
                    r"join(?:s|ed|ing)?",
                    r"integrat\w+",
                    r"aspiration\w*",
                )
            ),
            _words(
                _any(
                    "NATO",
                    "EU",
                    "UN",
                    "OECD",
                    "WTO",
                    "OSCE",
                    "European Union",
                    r"Euro-?Atlantic",
                    "North Atlantic",
                    "Alliance",
                    "Council of Europe",
                    "United Nations",
                    "International Criminal Court",
                    r"organi[sz]ation",
                    "community",
                    "union",
                    "council",
                    "league",
                    "court",
                    "convention",
                    "treaty",
                    "pact",
                    "Schengen",
                    r"euro\s?(?:zone|area)",
                )
            ),
            attributed=True,
        ),
        Rule(
            _WAR,
            _words(
                _any(
                    "war",
                    "wartime",
                    "aggression",
                    r"hostilit\w+",
                    "invasion",
                    "invaded",
                    "occupied",
                    "occupation",
                    r"reconstruct\w+",
                    r"reparation\w*",
                    "post-conflict",
                    "demining",
                    "prisoners of war",
                    r"deport\w+",
                    "martial law",
                )
            ),
        ),
        Rule(
            _SUM,
            _words(
                r"[€$£]\s?\d",
                rf"{_NUMBER}(?:%|per cent|percent|million|billion|thousand)",
                _any("EUR", "USD", "GBP", "euros?", "dollars?"),
            ),
        ),
        Rule(
            _DATE,
            _words(
                rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS['en']})\s+\d{{4}}\b",
                rf"\b(?:{_MONTHS['en']})\s+\d{{1,2}},\s+\d{{4}}\b",
                r"\b(?:since|in|from|by|until|for|during|of)\s+(?:the year\s+)?(?:19|20)\d\d\b",
            ),
        ),
    ),
    "lv": (
        Rule(
            _ACCESSION,
            _words(
                _any(
                    r"(?:ne)?pievieno\w+",
                    r"iestāj\w+",
                    r"iestāšan\w+",
                    "dalīb(?:a|as|ai|u|ā)",
                    r"integrāc\w+",
                    r"kandidāt\w*",
                    r"centien\w+",
                    r"dalībvalst\w+",
                )
            ),
            _words(
                _any(
                    "NATO",
                    "ES",
                    "ANO",
                    "ESAO",
                    "EDSO",
                    r"Eiropas Savienīb\w+",
                    r"Eiropas Padom\w+",
                    r"eiroatlantisk\w+",
                    "Ziemeļatlantijas",
                    r"alians\w+",
                    r"organizācij\w+",
                    r"kopien\w+",
                    r"savienīb\w+",
                    r"padom\w+",
                    r"konvencij\w+",
                    r"Šengen\w+",
                    r"eirozon\w+",
                    "Apvienoto Nāciju",
                )
            ),
            attributed=True,
        ),
        Rule(
            _WAR,
            _words(
                _any(
                    "kar(?:š|a|am|u|ā)",
                    r"karadarbīb\w+",
                    r"agresij\w+",
                    r"agresor\w*",
                    r"iebruk\w+",
                    r"okup\w+",
                    r"atjaunošan\w+",
                    r"rekonstrukc\w+",
                    r"atmīnēšan\w+",
                    r"mīnēt\w+",
                    r"reparācij\w+",
                    r"deportē\w+",
                    r"uzbruk\w+",
                )
            ),
        ),
        Rule(
            _SUM,
            _words(
                r"[€$£]\s?\d",
                rf"{_NUMBER}(?:%|procent|miljon|miljard|tūkstoš)",
                _any("EUR", "USD", "eiro", r"dolār\w+"),
            ),
        ),
        Rule(_DATE, _words(r"\b(?:19|20)\d\d\.\s*(?:gad\w+|un\b|,|–|-)")),
    ),
    "uk": (
        Rule(
            _ACCESSION,
            _words(
                _any(
                    r"приєднан\w+",
                    r"приєдна\w+",
                    "вступ(?:у|ом|і|ить|ає)?",
                    r"членств\w+",
                    r"інтеграці\w+",
                    r"кандидат\w*",
                    r"прагнен\w+",
                )
            ),
            _words(
                _any(
                    "НАТО",
                    "ЄС",
                    "ООН",
                    "ОЕСР",
                    "ОБСЄ",
                    "СОТ",
                    r"Європейськ\w+ Союз\w*",
                    r"Рад\w+ Європи",
                    r"євроатлантичн\w+",
                    r"Північноатлантичн\w+",
                    r"альянс\w*",
                    r"організаці\w+",
                    r"спільнот\w+",
                    r"союз\w*",
                    r"конвенці\w+",
                    r"Шенген\w+",
                    r"єврозон\w+",
                )
            ),
            attributed=True,
        ),
        Rule(
            _WAR,
            _words(
                _any(
                    r"війн\w+",
                    r"воєнн\w+ стан\w*",
                    r"агресі\w+",
                    r"агресор\w*",
                    r"вторгнен\w+",
                    r"окуп\w+",
                    r"відбудов\w+",
                    r"розмінуван\w+",
                    r"репараці\w+",
                    r"депорт\w+",
                    r"збройн\w+ напад\w*",
                    r"бойов\w+ ді\w+",
                )
            ),
        ),
        Rule(
            _SUM,
            _words(
                r"[€$£]\s?\d",
                rf"{_NUMBER}(?:%|відсотк|мільйон|мільярд|тисяч|млн|млрд)",
                _any("євро", r"долар\w*", r"грив\w+", "EUR", "USD"),
            ),
        ),
        Rule(
            _DATE,
            _words(rf"\b\d{{1,2}}\s+(?:{_MONTHS['uk']})\s+\d{{4}}", r"\b(?:19|20)\d\d\s*(?:рок\w*|р\.)"),
        ),
    ),
}
_GENERIC_BODIES = {
    "en": (
        "and",
        "or",
        "Party",
        "Parties",
        "Government",
        "Ministry",
        "Armed",
        "National",
        "Parliament",
        "Side",
    ),
    "lv": (
        "un",
        "vai",
        "Republik",
        "Aizsardzības ministrij",
        "Ārlietu ministrij",
        "Iekšlietu ministrij",
        "Ministru",
        "Saeim",
        "Satversm",
        "Puse",
        "Konstitūcij",
        "Nacionāl",
        "Bruņot",
        "Valst",
        "Puš",
        "Dalībniek",
        "Prezident",
        "Parlament",
        "Augstāk",
    ),
}
_NAMED = "something named after it"
_ACRONYM_BEHIND = re.compile(r"(?:\s+[^\W\d]+){1,5}\s+\([A-ZĀČĒĢĪĶĻŅŠŪŽ]{3,}\)")
_NAMED_AFTER = {
    "en": re.compile(rf"\s+(?!(?:{'|'.join(_GENERIC_BODIES['en'])})\b)[A-Z][a-z]+"),
    "lv": re.compile(rf"\s+(?!(?:{'|'.join(_GENERIC_BODIES['lv'])}))[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+"),
}


class Verdict(msgspec.Struct, frozen=True):
    """What is to be said of a sentence."""

    kind: FindingKind
    why: str
    party: str | None


def judge(
    plain: str, start: int, end: int, mentions: tuple[Mention, ...], language: str, *, title: bool = False
) -> Verdict | None:
    """Whether the sentence [start, end) is particular to a party that does not come along."""
    here = tuple(m for m in mentions if start <= m.start < end)
    foreign = [m for m in here if m.foreign]
    sentence = plain[start:end]
    if foreign:
        why = _why(sentence, start, here, foreign, language)
        if why is None and not title:
            why = _named_after(plain, sentence, foreign, language)
        if why is not None:
            return Verdict(PARTICULAR, why, foreign[0].party)
    for rule in _RULES.get(language, ()):
        found = rule.words.search(sentence)
        if found is None or (rule.needs and not rule.needs.search(sentence)):
            continue
        own = [m for m in here if m.party and not m.foreign and m.form in (FormKind.FORMAL, FormKind.SHORT)]
        parties = {m.party for m in own}
        if len(parties) == 1 and rule.why in (_ACCESSION, _SUM):
            return Verdict(ONE_PARTY, rule.why, own[0].party)
        if rule.why == _WAR:
            return Verdict(CIRCUMSTANCES, rule.why, None)
    return None


def _why(
    sentence: str, start: int, here: tuple[Mention, ...], foreign: list[Mention], language: str
) -> str | None:
    third = [
        m for m in here
        if m.party is None and m.code != "EU" and m.form in (FormKind.FORMAL, FormKind.SHORT)
    ]  # fmt: skip
    for rule in _RULES.get(language, ()):
        if rule.needs and not rule.needs.search(sentence):
            continue
        for found in rule.words.finditer(sentence):
            if not rule.attributed:
                return rule.why
            holder = _holder(start + found.start(), start + found.end(), sentence, start, here)
            if holder is not None and holder.foreign:
                return rule.why
    return "a third State" if third else None


def _holder(at: int, after: int, sentence: str, start: int, here: tuple[Mention, ...]) -> Mention | None:
    """The party a word belongs to: named right behind it, else the nearest before it, else the next one."""
    parties = [m for m in here if m.party]
    behind = next((m for m in parties if m.start >= after), None)
    before = [m for m in parties if m.end <= at]
    if behind is not None:
        between = sentence[after - start : behind.start - start]
        if re.fullmatch(r"\s+(?:of|by|for)?\s*(?:the\s+)?|\s+", between):
            return behind
    if before:
        near = before[-1]
        pair = [m for m in before if m.foreign and _joined(sentence[m.end - start : near.start - start])]
        return pair[0] if pair and not near.foreign else near
    return behind


def _joined(between: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:and|or|un|vai|та|і|й)\s+(?:the\s+)?", between))


def _named_after(plain: str, sentence: str, foreign: list[Mention], language: str) -> str | None:
    """A body, plan or fund whose own name begins with the party's (*Ukraine Facility*)."""
    pattern = _NAMED_AFTER.get(language)
    if pattern is None or sentence.isupper():
        return None
    for mention in foreign:
        if mention.form not in (FormKind.FORMAL, FormKind.SHORT):
            continue
        if plain[mention.start : mention.end].isupper():
            continue
        if any(p.match(plain, mention.end) for p in (pattern, _ACRONYM_BEHIND)):
            return _NAMED
        if re.search(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,}[‑–-]$", plain[: mention.start]):  # NATO-Ukraine Council
            return _NAMED
    return None
