"""One term per concept: two words that stand for one thing in the same place of a phrase.

*Joint Committee* and *Joint Commission*, *Host State* and *Receiving State*, *klasificēta informācija* and
*slepena informācija*: a reader asks whether two things are meant. Words of one row are rivals where the word
beside them is the same. Abbreviations are rivals of each other where they shorten the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.lemmas import Stemmer
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

RIVALS = FindingKind(
    "checks.one-thing-two-terms",
    Severity.INFO,
    "“{term}” here, “{otherwise}” in {other}: if one thing is meant, keep to one term",
)
TWO_MEANINGS = FindingKind(
    "checks.abbreviation-of-two-things",
    Severity.WARNING,
    "({term}) is introduced here for “{quote}”, in {other} for “{otherwise}”",
)
# Heads of bodies: rivals behind the same adjective. Adjectives: rivals before the same noun.
_HEADS = {
    "en": (("committee", "commission", "board", "council", "panel"),),
    "lv": (("komiteja", "komisija", "padome", "grupa"),),
    "uk": (("комітет", "комісія", "рада", "група"),),
}
_MODIFIERS = {
    "en": (
        ("host", "receiving", "recipient", "hosting"),
        ("classified", "secret", "protected"),
        ("competent", "responsible"),
    ),
    "lv": (
        ("uzņēmējs", "saņēmējs"),
        ("klasificēts", "slepens", "aizsargājams"),
        ("kompetents", "atbildīgs", "pilnvarots"),
    ),
    "uk": (
        ("приймаючий", "отримуючий"),
        ("класифікований", "секретний", "таємний"),
        ("компетентний", "відповідальний", "уповноважений"),
    ),
}
_NOUNS = {
    "en": ("party", "state", "nation", "country", "side", "participant", "information", "material",
           "document", "authority", "body"),
    "lv": ("puse", "valsts", "dalībnieks", "informācija", "materiāls", "dokuments", "iestāde", "institūcija"),
    "uk": ("сторона", "держава", "країна", "учасник", "інформація", "матеріал", "документ", "орган"),
}  # fmt: skip
_JOINT = {
    "en": (
        "joint",
        "mixed",
        "steering",
        "coordination",
        "coordinating",
        "bilateral",
        "consultative",
        "intergovernmental",
    ),
    "lv": (
        "kopīgs",
        "kopējs",
        "apvienots",
        "jaukts",
        "vadības",
        "koordinācijas",
        "konsultatīvs",
        "starpvaldību",
    ),
    "uk": (
        "спільний",
        "змішаний",
        "керівний",
        "координаційний",
        "двосторонній",
        "консультативний",
        "міжурядовий",
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(r"(?<=\s)\((?P<term>[A-ZĀ-ŽА-ЯІЇЄҐ]{2,8})\)")
_BEHIND = re.compile(r"(?:[^\W\d_][\w’'-]*\s+){1,8}$")
_REACH = 120
"""Signs before an abbreviation in which the words it shortens are looked for."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Two words side by side: the rival, by its row, and what it stands beside."""

    passage: Passage
    start: int
    end: int
    frame: tuple[int, str]
    rival: str


@dataclass(frozen=True, slots=True)
class _Short:
    """An abbreviation with the words it shortens, as far as its letters reach."""

    passage: Passage
    start: int
    end: int
    term: str
    words: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Rivals by word family -> their row, and what must stand beside a head or a modifier."""

    heads: dict[str, int]
    modifiers: dict[str, int]
    joint: frozenset[str]
    nouns: frozenset[str]


def _note(unit: Provision, setting: Setting) -> Iterator[_Phrase | _Short]:
    if setting.language not in _HEADS:
        return
    table = _table(setting.language)
    for passage in passages(unit):
        cited = [(start, end) for start, end, _ in passage.text.of(CitedInstrument)]
        before: re.Match[str] | None = None
        family = ""
        for word in _WORD.finditer(passage.plain):
            own = setting.stemmer.stem(word.group())
            if before is not None and word.start() - before.end() == 1:
                at = before.start(), word.end()
                if not any(start < at[1] and at[0] < end for start, end in cited):
                    yield from _pair(passage, at, (family, own), table)
            before, family = word, own
        yield from _shortened(passage, setting)


def _pair(passage: Passage, at: tuple[int, int], stems: tuple[str, str], table: _Table) -> Iterator[_Phrase]:
    first, second = stems
    if first in table.joint and second in table.heads:
        yield _Phrase(passage, *at, (table.heads[second], first), second)
    if first in table.modifiers and second in table.nouns:
        yield _Phrase(passage, *at, (table.modifiers[first], second), first)


def _shortened(passage: Passage, setting: Setting) -> Iterator[_Short]:
    for found in _SHORT.finditer(passage.plain):
        behind = _BEHIND.search(passage.plain[max(0, found.start() - _REACH) : found.start()])
        words = behind.group().split() if behind else []
        term = found["term"]
        initials = [word[0].upper() for word in words]
        for first in reversed(range(len(words))):
            taken = words[first:]
            if initials[first] == term[0] and _initials(taken) == term:
                said = " ".join(taken)
                key = tuple(setting.stemmer.stems(said))
                yield _Short(passage, *found.span("term"), term, said, key)
                break


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0].upper() for word in words if len(word) > 3 or word[0].isupper())


def _judge(notes: Sequence[_Phrase | _Short], matter: Matter) -> Iterator[Finding]:
    first: dict[tuple[int, str], dict[str, _Phrase]] = defaultdict(dict)
    meanings: dict[str, _Short] = {}
    for note in notes:
        if isinstance(note, _Short):
            known = meanings.setdefault(note.term, note)
            if known.key != note.key:
                yield note.passage.finding(
                    TWO_MEANINGS,
                    note.start,
                    note.end,
                    quote=note.words,
                    term=note.term,
                    other=matter.label(known.passage.unit.id),
                    otherwise=known.words,
                )
            continue
        rivals = first[note.frame]
        if note.rival not in rivals:
            rivals[note.rival] = note
            if len(rivals) > 1:
                other = next(iter(rivals.values()))
                yield note.passage.finding(
                    RIVALS,
                    note.start,
                    note.end,
                    term=_words(note),
                    otherwise=_words(other),
                    other=matter.label(other.passage.unit.id),
                )


CONCEPTS = OfAgreement(_note, _judge)
"""Two terms for one thing, one abbreviation for two."""


def _words(phrase: _Phrase) -> str:
    return phrase.passage.plain[phrase.start : phrase.end]


@cache
def _table(language: str) -> _Table:
    stemmer = Stemmer(language)

    def rows(groups: tuple[tuple[str, ...], ...], base: int) -> dict[str, int]:
        return {stemmer.stem(word): base + row for row, words in enumerate(groups) for word in words}

    return _Table(
        rows(_HEADS[language], 0),
        rows(_MODIFIERS[language], 100),
        frozenset(map(stemmer.stem, _JOINT[language])),
        frozenset(map(stemmer.stem, _NOUNS[language])),
    )
