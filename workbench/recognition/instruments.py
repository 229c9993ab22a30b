"""Cited instruments: other agreements a text names, with the day and place it gives them.

The name begins at the noun ("Agreement between …") and ends at the date, or at the comma or semicolon behind
the title. Latvian texts put the date first (*2024. gada 11. janvārī Rīgā noslēgto … līgumu par …*).
"""

from __future__ import annotations

import re
from datetime import date

from workbench.agreement.state_names import FormKind
from workbench.agreement.states import LANGUAGES
from workbench.agreement.text import CitedInstrument, Mark
from workbench.recognition import dates
from workbench.recognition.parties import known_states
from workbench.recognition.spans import Spans

_KIND = (
    r"(?:[A-Z][\w’-]+ ){0,6}?(?:Agreement|Treaty|Convention|Protocol|Memorandum of Understanding|"
    r"Memorandum|Charter|Declaration|Covenant|Arrangement|Compact|Statute|Act|Communiqué|Resolution)"
)
_ENGLISH = re.compile(
    rf"\b(?P<name>{_KIND}\s+(?:between|among|on|concerning|for|relating to|regarding|of|"
    rf"with respect to|against|to)\b[^;:()]{{0,400}}?)(?=,?\s+(?:done|signed|concluded|adopted|made|"
    rf"opened for signature|dated)\b|;|\)|\(|\.(?:\s|$)|$|,\s+(?:and|or|as|to|in|which|with)\b|"
    rf"\s+(?:and|or)\s+(?:Articles?|[Pp]aragraphs?|Sections?|this|the present)\b)",
)
_DONE = re.compile(
    r",?\s+(?:(?:done|signed|concluded|adopted|made|opened for signature|"
    r"dated)(?: and \w+)?\s*)(?P<where>(?:at|"
    r"in)\s+(?P<place>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+){0,2}))?,?\s*(?:(?:on|of|dated)\s+)?",
)
_KNOWN = re.compile(
    r"(?:Charter of the United Nations|United Nations Charter|UN Charter|"
    r"(?:NATO|PfP) SOFA|Rome Statute|Geneva Conventions?|"
    r"Treaty on (?:the Functioning of the )?European Union|"
    r"(?:(?:Council|Commission|Framework|Implementing|Delegated) )*(?:Directive|Regulation|Decision)s? "
    r"(?:\((?:EU|EC|EEC|Euratom|EU, Euratom)\) )?(?:No\.? ?)?\d{1,4}/\d{1,4}"
    r"(?:/(?:EU|EC|EEC|JHA|CFSP|Euratom))?|"
    r"(?:Regul|Direktīv|Lēmum)\w*\s(?:\((?:ES|EK|EEK)\)\s)?(?:Nr\.\s?)?\d{1,4}/\d{1,4}(?:/(?:ES|EK|EEK|KĀDP))?|"
    r"(?:Регламент|Директив|Рішенн)\w*\s(?:\((?:ЄС|ЄЕС|ЄК)\)\s)?(?:№\s?)?\d{1,4}/\d{1,4}(?:/(?:ЄС|ЄЕС|ЄК|СЗБП))?|"
    r"Vienna Convention on [A-Z][\w ]+?(?= of \d| \(|[,.;]|$)|North Atlantic Treaty|Washington Treaty|"
    r"Helsinki Final Act"
    r"|ANO Statūt\w+|Apvienoto Nāciju Organizācijas Statūt\w+|Ziemeļatlantijas līgum\w+|"
    r"Статут\w* (?:ООН|Організації Об['’]єднаних Націй)|Північноатлантичн\w+ догов\w+)"
)
_LATVIAN = re.compile(
    r"(?P<when>\d{4}\.\s+gada\s+\d{1,2}\.\s+\w+)\s+(?:(?P<place>[A-ZĀ-Ž]\w+ā)\s+)?(?P<rest>(?:noslēgt\w+\s+|"
    r"parakstīt\w+\s+|pieņemt\w+\s+)?[^.;:]{0,220}?\b(?:līgum|vienošan|nolīgum|memorand|protokol|"
    r"konvencij|deklarācij)\w*(?:\s+par\s+[^.;:,]{3,140})?)",
    re.IGNORECASE,
)
_LATVIAN_BEHIND = re.compile(
    r"(?P<rest>(?<!\w)[A-ZĀ-Ž][^.;:,]{0,160}?\b(?:līgum|vienošan|nolīgum|memorand|protokol|konvencij|deklarācij)\w*"
    r"(?:\s+par\s+[^.;:,]{3,140}?)?),?\s+(?:kas|kurš|kura|kuru)?\s*(?:ir\s+)?(?:noslēgt|parakstīt|pieņemt)\w*\s+"
    r"(?:(?P<place>[A-ZĀ-Ž]\w+)\s+)?(?P<when>\d{4}\.\s+gada\s+\d{1,2}\.\s+\w+)(?:\s+(?P<later>[A-ZĀ-Ž]\w+ā)\b)?"
)
_SIGNS = (
    *(
        "Charter",
        "Convention",
        "Treaty",
        "Helsinki",
        "SOFA",
        "Statute",
        "Statūt",
        "Статут",
        "iemeļatlantijas",
    ),
    *("івнічноатлантичн", "/"),
)
_UKRAINIAN = re.compile(
    r"(?P<name>\b(?:Угод|Догов|Меморандум|Протокол|Конвенці|Деклараці|Статут)\w*\s+(?:між|про|"
    r"щодо)\s[^;:]{0,400}?)(?:,?\s+(?:від|підписан\w+|вчинен\w+|укладен\w+)\s+(?:(?:у|"
    r"в)\s+(?:м\.\s*|місті\s+)?(?P<place>[А-ЯІЇЄ]\w+)\s+)?(?P<when>\d{1,2}\s+\w+\s+\d{4}(?:\s+року)?))"
    r"(?:,?\s+(?:вчинен|підписан|укладен)\w*\s+(?:у|в)\s+(?:м\.\s*|місті\s+)?(?P<later>[А-ЯІЇЄ][\w’'-]+))?",
)


_AS_PARTY = (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)
_NAMES = {
    "memorandum of understanding": ("memorandum of understanding", "saprašanās memorand", "меморандум"),
    "agreement": ("agreement", "accord", "vienošan", "nolīgum", "угод"),
    "treaty": ("treaty", "līgum", "догов"),
    "convention": ("convention", "konvencij", "конвенц"),
    "protocol": ("protocol", "protokol", "протокол"),
    "memorandum": ("memorandum", "memorand"),
    "charter": ("charter", "statūt", "статут"),
    "declaration": ("declaration", "deklarācij", "деклараці"),
    "arrangement": ("arrangement",),
    "covenant": ("covenant",),
    "statute": ("statute",),
    "resolution": ("resolution", "rezolūcij", "резолюці"),
    "directive": ("directive", "direktīv", "директив"),
    "regulation": ("regulation", "regul", "регламент"),
    "decision": ("decision", "lēmum", "рішенн"),
    "final act": ("final act",),
    "act": ("act",),
}
"""What instruments are called in English, Latvian and Ukrainian, by the beginnings of the words."""
_NAMED = re.compile(
    r"\b(?:"
    + "|".join(sorted({re.escape(w) for ws in _NAMES.values() for w in ws}, key=len, reverse=True))
    + ")",
    re.IGNORECASE,
)
_FORMS = {beginning: form for form, beginnings in _NAMES.items() for beginning in beginnings}


def instrument(title: str, language: str, day: date | None = None, place: str = "") -> CitedInstrument:
    """An instrument by its title: its form is the first such word in it, its parties the States it names."""
    named = _NAMED.search(title)
    form = _FORMS[named[0].casefold()] if named else ""
    states = known_states().find_names(title, language) if language in LANGUAGES else ()
    parties = dict.fromkeys(found.code for found in states if found.form in _AS_PARTY)
    return CitedInstrument(title, day, place, form, tuple(parties))


def find(text: str, language: str) -> list[Mark]:
    """The marks of all instruments cited in a text."""
    if language == "lv":
        marks = [_latvian_behind(match) for match in _LATVIAN_BEHIND.finditer(text)]
        places = Spans((mark.start, mark.end) for mark in marks)
        marks.extend(
            _latvian(match)
            for match in _LATVIAN.finditer(text)
            if not places.overlap(match.start(), match.end())
        )
    elif language == "uk":
        marks = [
            Mark(
                m.start(),
                m.end(),
                instrument(m["name"].strip(" ,"), language, _date(m["when"]), m["place"] or m["later"] or ""),
            )
            for m in _UKRAINIAN.finditer(text)
        ]
    elif any(
        word in text
        for word in ("Agreement", "Treaty", "Convention", "Protocol", "Memorandum", "Declaration")
    ):
        marks = [mark for match in _ENGLISH.finditer(text) for mark in [_english(match, text)] if mark]
    else:
        marks = []
    taken = Spans((mark.start, mark.end) for mark in marks)
    for match in _KNOWN.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        if not taken.overlap(match.start(), match.end()):
            marks.append(Mark(match.start(), match.end(), instrument(match.group(), language)))
    return marks


def _english(match: re.Match[str], text: str) -> Mark | None:
    """A title with what follows it: "done in Riga on 5 October 2004"."""
    name = match["name"]
    start, end = match.span("name")
    if name.startswith("The "):
        name, start = name[4:], start + 4
    day: date | None = None
    place = ""
    done = _DONE.match(text, end)
    inside = dates.find(name)
    if done:
        after = dates.find(text[done.end() : done.end() + 60])
        place = done["place"] or ""
        if after and after[0][0] <= 5:
            day, end = after[0][2], done.end() + after[0][1]
        elif place:
            end = done.end("where")
    elif inside:
        day = inside[-1][2]
        end = start + inside[-1][1]
        name = name[: inside[-1][0]].rstrip(" ,")
        name = re.sub(r"\s+(?:of|on|dated)$", "", name)
    if (
        day is None
        and not place
        and not re.search(r"\b(?:between|among|on|concerning|regarding|relating)\b", name)
    ):
        return None
    if len(name) > 400 or re.match(r"(?:This|Such|The Parties|Any)\b", name):
        return None
    return Mark(start, end, instrument(name.strip(" ,"), "en", day, place))


def _latvian(match: re.Match[str]) -> Mark:
    title = re.sub(
        r"^(?:noslēgt\w+|parakstīt\w+|pieņemt\w+)\s+", "", match["rest"].strip(), flags=re.IGNORECASE
    )
    return Mark(
        match.start(), match.end(), instrument(title, "lv", _date(match["when"]), match["place"] or "")
    )


def _latvian_behind(match: re.Match[str]) -> Mark:
    """An instrument whose day and place stand behind its title."""
    place = match["place"] or match["later"] or ""
    return Mark(
        match.start(), match.end(), instrument(match["rest"].strip(), "lv", _date(match["when"]), place)
    )


def _date(words: str) -> date | None:
    found = dates.find(words)
    return found[0][2] if found else None
