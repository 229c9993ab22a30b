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
from workbench.drafting.adaptation.mention import Mention

PARTICULAR = FindingKind(
    "adaptation.particular-to-party",
    Severity.ERROR,
    "this sentence is particular to {party} ({why}) and was kept as printed; reword or delete it: “{quote}”",
)
ONE_PARTY = FindingKind(
    "adaptation.one-party-only",
    Severity.WARNING,
    "this speaks of one party alone ({party}: {why}) and was agreed with another counterpart; "
    "check that it still fits",
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


def _words(text: str, *patterns: str) -> re.Pattern[str]:
    """A pattern for any of the words or stems of a text; an open end is written *, a space within one _."""
    stems = [re.sub(r"\*", r"\\w*", word.replace("_", " ")) for word in text.split()]
    return re.compile("|".join((rf"\b(?:{'|'.join(stems)})\b", *patterns)), re.IGNORECASE)


_ACCESSION, _WAR, _SUM, _DATE = "accession or membership", "war or its damage", "a sum", "a date or year"
_AMOUNT = r"[€$£]\s?\d"
_NUMBER = r"\b\d[\d.,  ]*\s?"
_MONTH = {
    "en": "(?:January|February|March|April|May|June|July|August|September|October|November|December)",
    "uk": "(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)",
}
_ORGANISATIONS = {
    "en": _words(
        "NATO EU UN OECD WTO OSCE European_Union Euro-?Atlantic North_Atlantic Alliance Council_of_Europe "
        "United_Nations International_Criminal_Court organi[sz]ation community union council league court "
        "convention pact Schengen euro_?(?:zone|area)"
    ),
    "lv": _words(
        "NATO ES ANO ESAO EDSO Eiropas_Savienīb* Eiropas_Padom* eiroatlantisk* Ziemeļatlantijas alians* "
        "organizācij* kopien* Apvienoto_Nāciju savienīb* padom* konvencij* Šengen* eirozon*"
    ),
    "uk": _words(
        "НАТО ЄС ООН ОЕСР ОБСЄ СОТ Європейськ*_Союз* Рад*_Європи євроатлантичн* Північноатлантичн* альянс* "
        "організаці* спільнот* союз* конвенці* Шенген* єврозон*"
    ),
}
_ACCEDING = {
    "en": _words(
        "accession acced* candidate membership member_state path enlargement join(?:s|ed|ing)? integrat* "
        "aspiration*"
    ),
    "lv": _words(
        "(?:ne)?pievieno* iestāj* iestāšan* virzīb* dalīb(?:a|as|ai|u|ā) integrāc* kandidāt* centien* "
        "dalībvalst*"
    ),
    "uk": _words("приєднан* приєдна* вступ(?:у|ом|і|ить|ає)? членств* інтеграці* кандидат* прагнен*"),
}
_WARLIKE = {
    "en": _words(
        "war wartime post-war rebuil* liberated aggression hostilit* invasion invaded occupied "
        "occupation reconstruct* reparation* "
        "post-conflict demining prisoners_of_war deport* martial_law"
    ),
    "lv": _words(
        "kar(?:š|a|am|u|ā) karadarbīb* agresij* agresor* iebruk* okup* atjaunošan* rekonstrukc* atmīnēšan* "
        "mīnēt* reparācij* deportē* uzbruk*"
    ),
    "uk": _words(
        "війн* воєнн*_стан* агресі* агресор* вторгнен* окуп* відбудов* розмінуван* репараці* депорт* "
        "збройн*_напад* бойов*_ді*"
    ),
}
_SUMS = {
    "en": _words(
        "EUR USD GBP euros? dollars?", _AMOUNT, rf"{_NUMBER}(?:%|per cent|percent|million|billion|thousand)"
    ),
    "lv": _words("EUR USD eiro dolār*", _AMOUNT, rf"{_NUMBER}(?:%|procent|miljon|miljard|tūkstoš)"),
    "uk": _words(
        "євро долар* грив* EUR USD", _AMOUNT, rf"{_NUMBER}(?:%|відсотк|мільйон|мільярд|тисяч|млн|млрд)"
    ),
}
_DATES = {
    "en": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH['en']}\s+\d{{4}}\b|\b{_MONTH['en']}\s+\d{{1,2}},\s+\d{{4}}\b|"
        r"\b(?:since|in|from|by|until|for|during|of)\s+(?:the year\s+)?(?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    "lv": re.compile(r"\b(?:19|20)\d\d\.\s*(?:gad\w+|un\b|,|–|-)", re.IGNORECASE),
    "uk": re.compile(
        rf"\b\d{{1,2}}\s+{_MONTH['uk']}\s+\d{{4}}|\b(?:19|20)\d\d\s*(?:рок\w*|р\.)", re.IGNORECASE
    ),
}
_RULES = {
    language: (
        Rule(_ACCESSION, _ACCEDING[language], _ORGANISATIONS[language], attributed=True),
        Rule(_WAR, _WARLIKE[language]),
        Rule(_SUM, _SUMS[language]),
        Rule(_DATE, _DATES[language]),
    )
    for language in ("en", "lv", "uk")
}
# What follows the name of any State; another capital word makes it the name of one thing.
_GENERIC = {
    "en": "and|or|Party|Parties|Government|Ministry|Armed|National|Parliament|Side",
    "lv": "un|vai|Republik|Aizsardzības ministrij|Ārlietu ministrij|Iekšlietu ministrij|Ministru|Saeim|Puse|"
    "Puš|Satversm|Konstitūcij|Nacionāl|Bruņot|Valst|Dalībniek|Prezident|Parlament|Augstāk",
}
_NAMED_AFTER = {
    "en": re.compile(rf"\s+(?!(?:{_GENERIC['en']})\b)[A-Z][a-z]+"),
    "lv": re.compile(rf"\s+(?!{_GENERIC['lv']})[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+"),
}
_NAMED = "something named after it"
_SIDE_BEHIND = re.compile(r"[-–\w]*\s+(?:Сторон|Учасник|Республік|Королівств|Уряд|Держав)")
_ACRONYM_BEHIND = re.compile(r"(?:\s+[^\W\d]+){1,5}\s+\([A-ZĀČĒĢĪĶĻŅŠŪŽ]{3,}\)")


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
        whose, why = _why(sentence, start, here, foreign, language)
        if why is None and not title:
            why = _named_after(plain, sentence, foreign, language)
        if why is not None:
            return Verdict(PARTICULAR, why, whose)
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
) -> tuple[str | None, str | None]:
    """The party a sentence is particular to, and why; the reason is None where it is not."""
    first = foreign[0].party
    third = [
        m for m in here
        if m.party is None and m.code != "EU" and m.form not in (FormKind.CAPITAL, FormKind.INSTITUTION)
    ]  # fmt: skip
    for rule in _RULES.get(language, ()):
        if rule.needs and not rule.needs.search(sentence):
            continue
        for found in rule.words.finditer(sentence):
            if not rule.attributed:
                return first, rule.why
            holder = _holder(start + found.start(), start + found.end(), sentence, start, here)
            if holder is not None and holder.foreign:
                return holder.party, rule.why
    return first, "a third State" if third else None


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
    if language == "uk":
        return _NAMED if any(_proper(plain, m) for m in foreign) else None
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


def _proper(plain: str, mention: Mention) -> bool:
    """A Ukrainian adjective with a capital in mid-sentence, other than of a Side or a State."""
    words = plain[mention.start : mention.end]
    if mention.form is not FormKind.ADJECTIVE or not words[:1].isupper() or words.isupper():
        return False
    before = plain[: mention.start].rstrip(' «“„"(')
    opens = not before or before[-1] in ".!?:;\n"
    return not opens and not _SIDE_BEHIND.match(plain, mention.end)
