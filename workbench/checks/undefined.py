"""Terms used as if they were defined: a common noun with a capital inside a sentence that nothing introduces.

A name of its own (*the Security Council*, *Eiropas Savienība*) is no term; neither is what the text calls
itself or its parties. A term counts as introduced where a definition, a heading, brackets, quotation marks,
or an indefinite article and a verb of founding (*shall establish a Joint Committee*) bring it in. Latvian
and Ukrainian words match by their family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CitedInstrument, Date, DefinedTerm, PartyName, Placeholder
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages
from workbench.checks.terms import mentions

UNDEFINED = FindingKind(
    "checks.term-not-defined",
    Severity.WARNING,
    "“{term}” is written as a defined term {count} times, but nothing says what it means",
)
_BODIES = ("Committee", "Board", "Bureau", "Panel")
_PAIR = 2
"""Words of a role with what sets it apart; longer ones are names."""
_LEAST = 2
"""Uses below which a capital is rather a slip or a name."""
_CAPITAL = "A-ZĀČĒĢĪĶĻŅŠŪŽА-ЩЬЮЯІЇЄҐ"
_LARGE = rf"[{_CAPITAL}][^\W\d_]*[^\W\d_{_CAPITAL}]"
_PHRASE = re.compile(
    rf"(?P<before>(?<!\w)[^\W\d_{_CAPITAL}][^\W\d_]*|,|\b(?:The|Each|Any|Such|This|Every)|^|[.;:])\s*"
    rf"(?P<term>{_LARGE}(?:[ -]{_LARGE}){{0,3}})(?!\w|[-–’]\w|\s+[IVX\d])"
)
_NO_TERMS = {
    # Words of names, of divisions of a text, and of what stands with a capital by custom.
    "en": re.compile(
        r"\b(?:Nations?|Union|Organi[sz]ations?|Council|Charter|Conventions?|Treat(?:y|ies)|Protocols?|Covenant|"
        r"Constitution|Ministr(?:y|ies)|Ministers?|Governments?|Embass(?:y|ies)|Ambassadors?|Presidents?|Parliament|"
        r"Courts?|Republic|Kingdom|Federation|Commonwealth|Acts?|Laws?|Code|Regulations?|Directive|Agenc(?:y|ies)|"
        r"Departments?|Secretar(?:y|ies)|General|Commissions?|Commissioner|Chiefs?|Office|Institutes?|"
        r"Universit(?:y|ies)|Bank|Fund|Alliance|Articles?|Sections?|Chapters?|Annex(?:es)?|Appendi(?:x|ces)|Parts?|"
        r"Paragraphs?|Preamble|Schedules?|Memorand(?:um|a)|Agreements?|Arrangements?|Declarations?|Statement|"
        r"Summit|Bod(?:y|ies)|Mechanisms?|Forums?|Platforms?|Partnership|Initiative|Framework|Group|Assembly|Statute|Mission|Congress|Senate|Cabinet|Crown|"
        r"Majesty|Excellenc\w+|Contracting|Signator\w+|States?|Parties|Party|Participants?|Sides?|English|French|Sea|Ocean|Island|"
        r"Islands|Channel|Gulf|Strait|River|Region|North\w*|South\w*|East\w*|West\w*|European?|Atlantic|Baltic|"
        r"International|World|Central|January|February|March|April|May|June|July|August|September|October|November|"
        r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Her|His|Your|Head|Euro|Internet|Web|Air|Army|Navy|Forces|Armed|Police|Guard|God|Member|Members)\b"
    ),
    "lv": re.compile(
        r"\b(?:Līgum|Vienošan|Konvencij|Protokol|Memorand|Nolīgum|Pus|Dalībniek|Savienīb|Republik|Nācij|Organizācij|"
        r"Minist|Valdīb|Eirop|Padom|Komisij|Parlament|Saeim|Prezident|Statūt|Likum|Deklarācij|Alian|Valst|"
        r"Ziemeļ|Dienvid|Austrum|Rietum|Baltij|Pant|Pielikum)\w*"
    ),
    "uk": re.compile(
        r"\b(?:Угод|Догов|Конвенці|Протокол|Меморандум|Домовлен|Сторін|Сторон|Учасник|Союз|Республі|Націй|Націям|"
        r"Організаці|Міністер|Міністр|Уряд|Європ|Рад|Комісі|Парламент|Верховн|Президент|Статут|Закон|Декларац|Альянс|"
        r"Держав|Північ|Південн|Східн|Західн|Балт|Статт|Додат|Кабінет|Збройн|Конституці|Указ|Посольств)\w*"
    ),
}
_QUALIFIED_PARTY = {
    "en": re.compile(r"(?P<role>[A-Z][a-z]{3,}) (?P<head>Party|Participant|Side|State|Nation|Country)$"),
    "lv": re.compile(
        r"(?P<role>[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w{3,}) (?P<head>Pus(?:e|es|ei|i|ē)|Dalībniek(?:s|a|am|u|ā))$"
    ),
    "uk": re.compile(
        r"(?P<role>[А-ЯІЇЄҐ]\w*(?:а|ої|ій|у|ою|і|их|им|ими|ий|ого|ому)) "
        r"(?P<head>Сторон(?:а|и|і|у|ою|ам)|Сторін|Учасник(?:а|у|ом|ові)?)$"
    ),
}
"""A role of one party: *the Receiving Party*, *Uzņēmēja Puse*, *Приймаюча Сторона*."""
_NO_ROLE = re.compile(
    r"^(?:Contracting|State|States|Third|Other|Both|Each|Either|High|One|Another|Any|Member|Līgumslēdzēj\w+|Abas|Abu|Abām|Otr\w+|Kat\w+|"
    r"Договірн\w+|Обид\w+|Обох|Друг\w+|Інш\w+|Кожн\w+)$"
)
_ROLE = {
    "en": re.compile(
        r"^(?:Contractors?|Subcontractors?|Recipients?|Originators?|Providers?|Coordinators?|Suppliers?|Purchasers?|"
        r"Licensees?|Licensors?|Visitors?|Personnel|Materiel|Projects?|Programmes?|Equipment|Facilit(?:y|ies)|Services|"
        r"Dependants|Commanders?|Custodians?|Consignees?|Consignors?|Beneficiar(?:y|ies)|Deliverables?|Data|"
        r"Information|Results?|Property|Activit(?:y|ies)|Exercises?|Force|Carriers?|Agents?|Managers?|Officers?|"
        r"Plans?|Points? of Contact|Packages?|Assets?|Materials?|Units?|Teams?)$"
    ),
    "lv": re.compile(
        r"^(?:Saņēmēj|Nosūtītāj|Koordinator|Piegādātāj|Uzņēmēj|Personāl|Projekt|Programm|Pakalpojum|Izpildītāj|"
        r"Apmeklētāj|Pārvadātāj|Pasūtītāj|Aprīkojum|Iekārt|Darbīb|Mācīb)\w{1,4}$"
    ),
    "uk": re.compile(
        r"^(?:Отримувач|Постачальник|Координатор|Підрядник|Виконав|Персонал|Про[єе]кт|Програм|Послуг|Відвідувач|"
        r"Перевізник|Замовник|Обладнан|Надавач|Користувач|Захо)\w{0,4}$"
    ),
}
"""Single words that are terms when written large; any other may be the name of one thing."""
_TITLE_BEHIND = re.compile(r"\s+(?:of|on|for|and|to|in|un|та|і|з|про)\s+(?:the\s+)?[A-ZĀ-ŽА-ЯІЇЄҐ]")
_TITLE_AHEAD = re.compile(r"[A-ZĀ-ŽА-ЯІЇЄҐ]\w+\s+(?:of|on|for|and|to|in|un|та|і|з|про)\s+(?:the\s+)?$")
"""A title goes on: *the Convention on the Rights of the Child*."""
_ARTICLES = frozenset("the each any such that this these those either every no".split())
_FOUNDING = re.compile(
    r"\b(?:establish\w*|set up|creat\w+|appoint\w*|designat\w*|"
    r"izveid\w+|nodibin\w+|ieceļ|ieceltu|nozīmē|norīko|створю\w+|створ\w+|утвор\w+|засн\w+|признач\w+)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\b(?:a|an)\s+$", re.IGNORECASE)
_NAMED_HERE = re.compile(r"[“„\"«(][^”“\"»()]{0,40}$")


@dataclass(frozen=True, slots=True)
class _Use:
    """A phrase in capitals inside a sentence; `introduced` where the sentence itself brings it in."""

    passage: Passage
    start: int
    end: int
    term: str
    key: tuple[str, ...]
    introduced: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """Word families of something the text defines or heads a provision with."""

    key: tuple[str, ...]
    definition: bool


@dataclass(frozen=True, slots=True)
class _Small:
    """Word families that a provision writes small."""

    families: frozenset[str]


def _note(unit: Provision, setting: Setting) -> Iterator[_Use | _Known | _Small]:
    if setting.language not in _NO_TERMS or unit.kind in (
        Kind.TITLE_LINE,
        Kind.SIGNATORY,
        Kind.SIGNATURE_BLOCK,
    ):
        return
    stemmer = setting.stemmer
    yield from (_Known(tuple(stemmer.stems(one.term)), True) for one in mentions(unit))
    for passage in passages(unit):
        if passage.text is unit.heading:
            yield _Known(tuple(stemmer.stems(passage.plain)), False)
            continue
        yield from _uses(passage, setting)
        small = {word for word in re.findall(r"[^\W\d_]{4,}", passage.plain) if word.islower()}
        if small:
            yield _Small(frozenset(map(stemmer.stem, small)))


def _uses(passage: Passage, setting: Setting) -> Iterator[_Use]:
    plain, language = passage.plain, setting.language
    taken = [
        (mark.start, mark.end)
        for mark in passage.text.marks
        if isinstance(mark.value, CitedInstrument | PartyName | Placeholder | Date)
    ]
    defined = [(start, end) for start, end, _ in passage.text.of(DefinedTerm)]
    found = list(_PHRASE.finditer(plain))
    if not found:
        return
    names: list[tuple[int, int]] | None = None
    for match in found:
        start, end = match.span("term")
        if any(s < end and start < e for s, e in taken):
            continue
        if any(s <= start and end <= e for s, e in defined):
            continue  # the whole phrase is a term; "Party" alone, in "Receiving Party", leaves the role open
        term = match["term"]
        role = _QUALIFIED_PARTY[language].search(term)
        opens = not match["before"] or match["before"] in ".;:"
        if role is not None:
            if _NO_ROLE.match(role["role"]):
                continue
        elif (
            opens
            or _NO_TERMS[language].search(term)
            or (language == "en" and match["before"].lower() not in _ARTICLES)
        ):
            continue
        ahead = plain[:start]
        if role is None and (_TITLE_BEHIND.match(plain, end) or _TITLE_AHEAD.search(ahead)):
            continue
        if names is None:  # only now: of most phrases the words alone tell that they are no term
            names = [(name.start, name.end) for name in setting.states.find_names(plain, language)]
        if any(s < end and start < e for s, e in names):
            continue
        introduced = bool(
            _NAMED_HERE.search(ahead[-60:]) or _FOUNDING.search(ahead[-60:]) or _INDEFINITE.search(ahead)
        )
        yield _Use(passage, start, end, term, tuple(setting.stemmer.stems(term)), introduced)


def _judge(notes: Sequence[_Use | _Known | _Small], matter: Matter) -> Iterator[Finding]:
    uses: dict[tuple[str, ...], list[_Use]] = {}
    small: set[str] = set()
    known: set[tuple[str, ...]] = set()
    defines = False
    for note in notes:
        if isinstance(note, _Use):
            uses.setdefault(note.key, []).append(note)
        elif isinstance(note, _Known):
            known.add(note.key)
            defines = defines or note.definition
    if not uses:
        return
    for name in (matter.setting.own_name, matter.setting.collective_name):
        known.add(tuple(matter.setting.stemmer.stems(name)))
    parts = {part for key in known for part in _parts(key)}
    for key, found in uses.items():
        if len(found) < _LEAST or key in parts or any(use.introduced for use in found):
            continue
        use = found[0]
        if not _is_role(use.term, matter.language, bilateral=len(matter.setting.parties) == _PAIR):
            small = small or {one for note in notes if isinstance(note, _Small) for one in note.families}
            if len(key) < 2 or not small.issuperset(key):
                continue  # never written small: a name
        yield use.passage.finding(
            UNDEFINED,
            use.start,
            use.end,
            severity=None if defines else Severity.INFO,
            term=use.term,
            count=len(found),
        )


UNDEFINED_TERMS = OfAgreement(_note, _judge)
"""Terms used and never defined."""


def _is_role(term: str, language: str, *, bilateral: bool) -> bool:
    if _QUALIFIED_PARTY[language].search(term) or _ROLE[language].match(term):
        return True
    words = term.split()
    # "the Executive Agent": in English the last word tells what a thing is.
    if language != "en" or len(words) != _PAIR:
        return False
    # Two States set up the bodies they speak of; a treaty of many may mean those of another one.
    return bool(_ROLE[language].match(words[-1])) or (bilateral and words[-1] in _BODIES)


def _parts(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A phrase and every run of words in it: a heading *Joint Committee and its tasks* introduces one."""
    for first in range(len(key)):
        for last in range(first + 1, min(len(key), first + 5) + 1):
            yield key[first:last]
