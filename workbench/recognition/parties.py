"""Who concludes the agreement: the parties in the order of the parties clause, and what they call themselves.

The parties clause names them; where it does not (a treaty of many, a narrative text), the title and the
signatures do. Known States come from the table of States in whatever case the clause puts them.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.agreement.state_names import FormKind, NameOccurrence
from workbench.agreement.states import LANGUAGES, States
from workbench.agreement.tree import Kind, Party, PartyKind
from workbench.recognition.evidence import finite
from workbench.recognition.nodes import Node
from workbench.recognition.structure import Skeleton

_HEREINAFTER = re.compile(
    r"[(,]?\s*(?:(?:both )?(?:here(?:in)?after|henceforth)|turpmāk|(?:далі|надалі)\b|toliau|edaspidi|"
    r"zwan[ey]\w* dalej|im folgenden|ci-après|hierna|en lo sucesivo|далее)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:together|jointly|collectively|kopā|разом|"
    r"спільно)[^“„\"«]{0,40}[“„\"«](?:the )?(?P<name>[^”“»\"]{4,40})"
)
_CALLED = re.compile(
    r"(?:jointly|collectively|together|kopā|разом|спільно|совместно|each|"
    r"both)?\s*(?:referred to\s*(?:jointly|collectively|together|individually)?\s*as|called|dēvēt\w+|"
    r"sauktas?|saukti|іменован\w+(?: як)?|именуем\w+|"
    r"назва\w+)?\s*[-–—:,]?\s*(?:as )?(?:the )?[“„\"«‘']?(?:the "
    r")?(?P<name>[A-ZĀ-ŽА-ЯІЇЄҐ][\w’'-]+(?:\s[A-ZĀ-Ž][\w’'-]+){0,3})",
)
_COLLECTIVE = {
    "en": "Parties|Participants|Contracting Parties|States Parties|Contracting States|Signatories|Sides|"
    "High Contracting Parties|Governments",
    "lv": "Puses|Dalībnieki|Līgumslēdzējas Puses|Līgumslēdzējas puses|Dalībvalstis|Līdzēji",
    "uk": "Сторони|Учасники|Договірні Сторони|Сторони-учасниці",
    "ru": "Стороны|Участники|Договаривающиеся Стороны",
    "lt": "Šalys|Susitariančiosios Šalys|Dalyviai",
    "et": "Pooled|Lepingupooled|Osalised",
    "pl": "Strony|Umawiające się Strony|Uczestnicy",
    "de": "Vertragsparteien|Parteien|Seiten|Teilnehmer",
    "fr": "Parties|Parties contractantes|Participants",
    "nl": "Partijen|Verdragsluitende Partijen",
    "es": "Partes|Partes Contratantes",
}
_AND = {
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
_BETWEEN = re.compile(
    r"\b(?:between|starp|між|между|tarp|vahel|między|zwischen|entre|tussen)\b", re.IGNORECASE
)
_MULTILATERAL = re.compile(
    r"\b(?:states? parties|contracting (?:states|parties)|high contracting|member states|"
    r"parties to|states (?:parties|members|concluding)|governments? (?:signatory|parties))\b"
    r"|^(?:the )?(?:contracting )?parties\b|lid-?staten|держави-учасниці",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:governments?|cabinets?|council of ministers|ministr\w+|departments?|agency|commission|"
    r"valdīb\w+|ministru kabinet\w+|ministrij\w+|aģentūr\w+|уряд\w*|кабінет\w*|міністерств\w*|"
    r"правительств\w*|министерств\w*|служб\w*)\b",
    re.IGNORECASE,
)
_STRIP = ' ,.;:()“”"«»„–—-\n\t'


@cache
def known_states() -> States:
    """The table of States, read once."""
    return States.load()


def of_many(skeleton: Skeleton) -> bool:
    """Whether the parties clause speaks of whoever joins ("The States Parties to this Convention")."""
    return bool(_MULTILATERAL.search(_clause(skeleton)[:200]))


def find(skeleton: Skeleton, language: str) -> tuple[Party, ...]:
    """The parties in the order in which the parties clause names them."""
    clause = _clause(skeleton)
    parties = _in_clause(clause, language)
    if len(parties) >= 2 and (any(party.state for party in parties) or not of_many(skeleton)):
        return tuple(parties)
    title = " ".join(unit.plain for unit in skeleton.title)
    titled = [p for p in _in_text(_after_between(title), language) if p.state or _BETWEEN.search(title)]
    if len(titled) >= 2:
        return tuple(titled)
    if of_many(skeleton):
        return ()
    signed = _signed(skeleton, language)
    best = max((parties, titled, signed), key=len)
    return tuple(best)


def _clause(skeleton: Skeleton) -> str:
    """The words of the parties clause, or the first recital of a narrative preamble."""
    units = [unit for unit in skeleton.preamble if unit.kind is Kind.PARTIES_CLAUSE]
    narrative = [unit for unit in skeleton.preamble if unit.kind is Kind.RECITAL][:1]
    return " ".join(unit.plain for unit in units or narrative)


def _in_clause(clause: str, language: str) -> list[Party]:
    """The parties named before the words that give them their common name ("hereinafter …")."""
    parties: list[Party] = []
    for cut in _HEREINAFTER.finditer(clause):
        parties = _in_text(clause[: cut.start()], language)
        if len(parties) >= 2:
            return parties
    opening = clause[:600]
    names = [
        name
        for name in known_states().find_names(opening, language)
        if name.form in (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)
    ]
    # Without those words the parties are the names that stand in one row at the beginning.
    end = 0
    for name in names:
        if finite(opening[end : name.start]) or name.start - end > 120:
            break
        end = name.end
    return _in_text(opening[: end + (40 if language == "lv" else 0)], language) if end else parties


def _after_between(title: str) -> str:
    found = _BETWEEN.search(title)
    text = title[found.end() :] if found else title
    return _from_capitals(text) if text.isupper() else text


def _from_capitals(text: str) -> str:
    """A title in capitals in ordinary letters, so that names can be found in it."""
    small = {"OF", "THE", "AND", "ON", "UN", "PAR", "ТА", "ПРО", "І"}
    return " ".join(
        word.lower() if word in small else word.capitalize() if "-" not in word else word.title()
        for word in text.split()
    )


def _in_text(text: str, language: str) -> list[Party]:
    states = known_states()
    if language not in LANGUAGES:
        return [_as_known(party) for party in _unknown(text, language)]
    names = [
        name
        for name in states.find_names(text, language)
        if name.form in (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)
    ]
    parties: list[Party] = []
    for turn, name in enumerate(names):
        before = names[turn - 1].end if turn else 0
        after = names[turn + 1].start if turn + 1 < len(names) else len(text)
        party = _party(states, text, name, language, before=before, after=after)
        if all(party.key != other.key for other in parties):
            parties.append(party)
    if not names:
        parties = _unknown(text, language)
    return parties


def _party(
    states: States, text: str, name: NameOccurrence, language: str, *, before: int, after: int
) -> Party:
    """The party behind one name: the State itself, or the body of it that the words around name."""
    names = states.forms(name.code, language)
    around = text[name.end : after] if language == "lv" else text[before : name.start]
    if language == "lv":
        around = re.split(r"\bun\b", around)[0] if len(around) < 90 else around[:0]
    else:
        around = re.split(rf"\b(?:{_AND.get(language, 'and')})\b(?=\s+(?:the\s+)?[A-ZА-Я])", around)[-1]
    body = _BODY.search(around)
    if name.form is FormKind.INSTITUTION:
        known = states.by_name(text[name.start : name.end], language)
        kind = known.kind if known else PartyKind.GOVERNMENT
        own = next(
            (n.nom for k, n in names.institutions.items() if k == name.key), text[name.start : name.end]
        )
        return Party(key=name.code, name=own, short=names.short.nom, kind=kind, state=name.code)
    if body and len(around) < 90:
        kind = (
            PartyKind.MINISTRY
            if re.match(r"(?i)minis\w*r[iy]|міністер|министер|depart", body.group())
            else PartyKind.GOVERNMENT
        )
        if re.match(r"(?i)ministru kab", body.group() + around[body.end() : body.end() + 8]):
            kind = PartyKind.GOVERNMENT
        if language == "lv":
            printed = text[name.start : name.end] + around
        else:
            printed = around[body.start() :] + text[name.start : name.end]
        return Party(
            key=name.code, name=printed.strip(_STRIP), short=names.short.nom, kind=kind, state=name.code
        )
    own = names.formal.nom if name.form is FormKind.FORMAL else names.short.nom
    return Party(key=name.code, name=own, short=names.short.nom, kind=_kind(name.code), state=name.code)


def _kind(code: str) -> PartyKind:
    return PartyKind.ORGANISATION if code == "EU" else PartyKind.STATE


def _as_known(party: Party) -> Party:
    """A party named in a language the table of States lacks, with its code where a name is the same."""
    known = known_states().by_name(party.name)
    if known is None:
        return party
    return Party(key=known.state.code, name=party.name, kind=known.kind, state=known.state.code)


def _unknown(text: str, language: str) -> list[Party]:
    """Parties no table knows: what stands on either side of "and" in a short clause."""
    conjunction = _AND.get(language, "and")
    parts = re.split(rf"\s+(?:{conjunction})\s+|,\s+", text.strip(_STRIP))
    found: list[Party] = []
    for part in parts:
        name = re.sub(
            r"^(?:the|die|der|das|le|la|les|de|het|el|los|on the one hand|of the other part)\s+",
            "",
            part.strip(_STRIP),
            flags=re.IGNORECASE,
        )
        if not name or len(name) > 120 or not name[0].isupper():
            continue
        slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
        found.append(Party(key=slug[:40], name=name, kind=PartyKind.OTHER))
    return found if 2 <= len(found) <= 6 else []


def _signed(skeleton: Skeleton, language: str) -> list[Party]:
    parties: list[Party] = []
    for unit in _signatories(skeleton):
        for party in _in_text(unit.plain.split("\n")[0], language)[:1]:
            if party.state and all(party.key != other.key for other in parties):
                parties.append(party)
    return parties


def _signatories(skeleton: Skeleton) -> list[Node]:
    return [node for unit in skeleton.closing for node in unit.walk() if node.kind is Kind.SIGNATORY]


def collective_name(skeleton: Skeleton, language: str) -> str:
    """What the parties call themselves together ("Parties", "Dalībnieki"), "" where they do not."""
    known = _COLLECTIVE.get(language, _COLLECTIVE["en"]).split("|")
    for unit in skeleton.preamble[:6]:
        for found in _HEREINAFTER.finditer(unit.plain):
            called = _CALLED.match(unit.plain[found.end() :].lstrip().removeprefix("tekstā "))
            called = called or _CALLED.search(unit.plain[found.end() : found.end() + 90])
            if called:
                name = called["name"]
                for collective in sorted(known, key=len, reverse=True):
                    if name.casefold().startswith(collective.casefold()[:-1]):
                        return collective
        together = _TOGETHER.search(unit.plain)
        if together:
            for collective in sorted(known, key=len, reverse=True):
                if together["name"].casefold().startswith(collective.casefold()[:-1]):
                    return collective
    text = "\n".join(unit.plain for top in (*skeleton.preamble, *skeleton.body) for unit in top.walk())
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in known}
    best = max(counts, key=lambda name: (counts[name], len(name)))
    return best if counts[best] >= 3 else ""


_OWN = {
    "en": "Memorandum of Understanding|Agreement|Treaty|Convention|Protocol|Arrangement|Memorandum|"
    "Declaration|Charter|Covenant|Statute|Accord",
    "lv": "Saprašanās memorand|Vienošanās|Līgum|Nolīgum|Memorand|Protokol|Deklarācij|Konvencij",
    "uk": "Угод|Догов|Меморандум|Протокол|Конвенці|Деклараці|Домовленіст",
    "ru": "Соглашени|Договор|Меморандум|Протокол|Конвенци",
    "lt": "Susitarim|Sutart|Memorandum|Protokol|Konvencij",
    "et": "Kokkulep|Leping|Memorandum|Protokoll|Konventsioon",
    "pl": "Umow|Porozumieni|Traktat|Memorandum|Protok|Konwencj",
    "de": "Abkommen|Vertrag|Übereinkommen|Vereinbarung|Protokoll",
    "fr": "Accord|Traité|Convention|Protocole|Mémorandum|Arrangement",
    "nl": "Overeenkomst|Verdrag|Protocol|Memorandum",
    "es": "Acuerdo|Tratado|Convenio|Protocolo|Memorando",
}
_NOMINATIVE = {
    "Saprašanās memorand": "Saprašanās memorands",
    "Līgum": "Līgums",
    "Nolīgum": "Nolīgums",
    "Memorand": "Memorands",
    "Protokol": "Protokols",
    "Deklarācij": "Deklarācija",
    "Konvencij": "Konvencija",
    "Угод": "Угода",
    "Догов": "Договір",
    "Конвенці": "Конвенція",
    "Деклараці": "Декларація",
    "Домовленіст": "Домовленість",
    "Соглашени": "Соглашение",
    "Конвенци": "Конвенция",
    "Susitarim": "Susitarimas",
    "Sutart": "Sutartis",
    "Kokkulep": "Kokkulepe",
    "Umow": "Umowa",
    "Porozumieni": "Porozumienie",
    "Protok": "Protokół",
    "Konwencj": "Konwencja",
    "Memorandum": "Memorandum",
}
_THIS = {
    "en": r"\bth(?:is|e present)\s+",
    "lv": r"\b(?:[Šš](?:ī|īs|is|o|ajā|im|ai|ā)\s+)?",
    "uk": r"\b(?:[Цц](?:[яю]|ієї|ій|ього|ьому|ей|им|ією)\s+)",
    "ru": r"\b[Нн]астоящ\w+\s+",
    "lt": r"\b[Šš](?:is|io|iuo|ioje|i|ios|ia|iai|į)\s+",
    "et": r"\b(?:[Kk]äesoleva\w*\s+)",
    "pl": r"\b[Nn]iniejsz\w+\s+",
    "de": r"\b(?:[Dd]iese\w*\s+)",
    "fr": r"\b(?:[Pp]résente?\s+|[Cc]et?t?e?\s+)",
    "nl": r"\b(?:[Dd]it|[Dd]eze)\s+",
    "es": r"\b(?:[Pp]resente\s+|[Ee]ste\s+)",
}


def own_name(skeleton: Skeleton, language: str) -> str:
    """What the agreement calls itself ("Agreement", "Vienošanās"): the noun it most often says "this" to."""
    words = _OWN.get(language, _OWN["en"]).split("|")
    this = _THIS.get(language, _THIS["en"])
    text = "\n".join(unit.plain for zone in skeleton.zones[1:4] for top in zone for unit in top.walk())
    title = " ".join(unit.plain for unit in skeleton.title).casefold()
    counts = {
        word: len(re.findall(this + re.escape(word), text)) + (1.5 if word.casefold() in title else 0.0)
        for word in words
    }
    if "Memorandum" in counts and "Memorandum of Understanding" in counts:
        counts["Memorandum"] -= int(counts["Memorandum of Understanding"])
    best = max(words, key=lambda word: counts[word])
    return _NOMINATIVE.get(best, best) if counts[best] else ""
