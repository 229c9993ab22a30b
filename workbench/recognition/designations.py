"""What the parties and the agreement call themselves: "Parties", "this Agreement", "hereinafter the Seller".

The common name of the parties and the own name of the agreement are what drafting adapts and checks; the role
of one party ("Seller", "Saņēmēja Puse") is what the text calls it from then on.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from workbench.agreement.tree import Party
from workbench.recognition.openings import HEREINAFTER
from workbench.recognition.structure import Skeleton

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
_ALL_TOGETHER = re.compile(
    r"\b(?:collectively|jointly|together|both|kopā|разом|спільно|совместно|kartu|ühiselt|łącznie|gemeinsam|"
    r"ensemble|conjointement|gezamenlijk|conjuntamente)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[\s:,–—-]*(?:tekstā\s+)?(?:referred to\s+(?:individually\s+)?as|called|designated(?: as)?|"
    r"dēvēt\w+(?: par)?|"
    r"saukt\w+(?: par)?|kā|іменован\w+(?: як)?|іменується|именуем\w+|назва\w+|vadinam\w+|nimetatud|"
    r"zwan\w+|als|genannt|bezeichnet(?: als)?|dénommée?s?|désignée?s?(?: comme)?|(?:te )?noemen|"
    r"denominad\w+|as)?"
    r"[\s:,–—-]*(?:the |die |der |das |la |le |el |de |het |“|„|\"|«|‘|')*"
    r"(?P<name>[A-ZĀ-ŽА-ЯІЇЄҐÀ-Þ][\w’'-]+(?:\s[A-ZĀ-ŽА-ЯІЇЄҐÀ-Þ][\w’'-]+){0,3})"
)


def with_roles(clause: str, parties: list[tuple[Party, int]], language: str) -> tuple[Party, ...]:
    """The parties with what the clause calls each of them; `parties` come with the end of their names."""
    known = tuple(name.casefold()[:5] for name in _COLLECTIVE.get(language, _COLLECTIVE["en"]).split("|"))
    result: list[Party] = []
    for turn, (party, end) in enumerate(parties):
        until = parties[turn + 1][1] if turn + 1 < len(parties) else len(clause)
        result.append(_called(party, clause[end:until], known))
    return tuple(result)


def _called(party: Party, words: str, collective: tuple[str, ...]) -> Party:
    """A party with its role or its own short name, when the words behind its name give it one."""
    start = HEREINAFTER.search(words[:120])
    named = _ROLE.match(words, start.end()) if start is not None else None
    if start is None or named is None or named["name"].casefold().startswith(collective):
        return party
    if _ALL_TOGETHER.search(words[start.start() : named.end()]):
        return party
    name = named["name"]
    if name.casefold() in party.name.casefold() or name == party.short:
        return replace(party, short=name)
    return replace(party, role=name)


def _in_any_form(name: str) -> re.Pattern[str]:
    """A pattern for a name whose words may have other endings: "Umawiającymi się Stronami"."""
    words = [re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,4}" for word in name.split()]
    return re.compile(r"[“„\"«'’\s]" + r"\s+".join(words) + r"[”“\"»'’,;.)\s]")


def collective_name(skeleton: Skeleton, language: str) -> str:
    """What the parties call themselves together ("Parties", "Dalībnieki"), "" where they do not."""
    known = _COLLECTIVE.get(language, _COLLECTIVE["en"]).split("|")
    for unit in skeleton.preamble[:6]:
        for found in HEREINAFTER.finditer(unit.plain):
            after = re.split(r"[);]| and the ", unit.plain[found.end() : found.end() + 120])[0] + " "
            for collective in sorted(known, key=len, reverse=True):
                if _in_any_form(collective).search(after):
                    return collective
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
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) if name in text else 0 for name in known}
    best = max(counts, key=lambda name: (counts[name], len(name)))
    return best if counts[best] >= 3 else ""


def own_name(skeleton: Skeleton, language: str) -> str:
    """What the agreement calls itself ("Agreement", "Vienošanās"): the noun it most often says "this" to."""
    words = _OWN.get(language, _OWN["en"]).split("|")
    this = _THIS.get(language, _THIS["en"])
    text = "\n".join(unit.plain for zone in skeleton.zones[1:4] for top in zone for unit in top.walk())
    title = " ".join(unit.plain for unit in skeleton.title).casefold()
    longest = sorted(words, key=len, reverse=True)
    # "Līgumslēdzēja Puse" is a party, and says nothing of the text.
    said = Counter(re.findall(this + "(" + "|".join(map(re.escape, longest)) + ")(?!slēdzēj)", text))
    # At the beginning of a word, or "nolīgums" would be a "līgums" too.
    named = {word for word in words if re.search(rf"\b{re.escape(word.casefold())}", title)}
    counts = {word: said[word] + (1.5 if word in named else 0.0) for word in words}
    if "Memorandum" in counts and "memorandum of understanding" in title:
        counts["Memorandum"] -= 1.5
    best = max(words, key=lambda word: counts[word])
    return _NOMINATIVE.get(best, best) if counts[best] else ""
