"""Terms by the way they are written: a defined term written small, an abbreviation nothing spells out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CitedInstrument, DefinedTerm, PartyName, Placeholder
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages
from workbench.checks.terms import mentions

SMALL = FindingKind(
    "checks.term-written-small",
    Severity.INFO,
    "“{quote}” is written small here; “{term}” is a defined term, with capitals",
)
UNEXPLAINED = FindingKind(
    "checks.abbreviation-not-explained",
    Severity.INFO,
    "the abbreviation “{term}” (used {count}×) is nowhere explained; spell it out where it first stands",
)
_CAPITALS = re.compile(r"(?<![\w.&/-])[A-ZĀ-ŽА-ЯІЇЄҐ]{3,7}(?![\w&/]|[-–’']\w)")
_KNOWN = frozenset(
    # International organisations, currencies, and what every reader of agreements knows by its letters.
    "NATO OTAN НАТО OSCE ОБСЄ EDSO UNESCO IAEA МАГАТЕ OECD ОЕСР OHCHR UNHCR UNDP UNICEF ICAO IMO ITU WTO "
    "СОТ WHO ILO IMF EBRD EIB USA USSR СРСР PSRS ANO ООН ASV США EEC EEZ EUR USD GBP UAH "
    "NOK SEK DKK ISK CZK HUF RON CHF PLN MDL GEL TRY CAD JPY "
    "SOFA CBRN TEU TFEU PESCO CFSP CSDP GDPR NDPP DCFTA PDF ISBN TIR ADR COTIF SDR МВФ ЄБРР ЄІБ OPCW GDP "
    "ВВП IKP LNG ЗМІ DONE ANNEX ARTICLE SECTION PART NOTE EDA EEAS EBTA STANAG STANAGS AND THE FOR NOT "
    "ALL UN EU".split()
)
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_LEAST = 2
_LONG_WORD = 5
_SHOUTING = re.compile(r"[A-ZĀ-ŽА-ЯІЇЄҐ]{2,}\s+$|\d\s*$")
_SHOUTED = 0.5
"""The share of capitals from which a line is printed large throughout."""
_HEADS = (Kind.TITLE_LINE, Kind.SIGNATORY, Kind.SIGNATURE_BLOCK, Kind.TESTIMONIUM)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of several words, each with a capital, where it is defined."""

    term: str
    unit: Provision


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage with its word families, for finding terms written small in it."""

    passage: Passage
    small: str
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Letters:
    """A word of capitals, and whether it is spelt out or introduced where it stands."""

    passage: Passage
    start: int
    end: int
    introduced: bool


def _small(unit: Provision, setting: Setting) -> Iterator[_Term | _Words]:
    if unit.kind in _HEADS:
        return
    for mention in mentions(unit):
        words = mention.term.split()
        if mention.defines and len(words) > 1 and all(word[0].isupper() for word in words):
            yield _Term(mention.term, unit)
    for passage in passages(unit):
        if passage.text is not unit.heading:
            families = frozenset(setting.stemmer.stems(passage.plain))
            yield _Words(passage, passage.plain, families)


def _judge_small(notes: Sequence[_Term | _Words], matter: Matter) -> Iterator[Finding]:
    terms = {note.term: note.unit for note in notes if isinstance(note, _Term)}
    if not terms:
        return
    words = [note for note in notes if isinstance(note, _Words)]
    for term, home in terms.items():
        stems = frozenset(matter.setting.stemmer.stems(term))
        pattern = _written_small(term, matter.language)
        for note in words:
            if note.passage.unit is home or not stems <= note.families:
                continue
            found = pattern.search(note.small)
            if found is not None and _as_term(note.passage.plain, found, matter.language):
                passage = note.passage
                yield passage.finding(SMALL, *found.span(), margin=20, term=term)
                break


SMALL_TERMS = OfAgreement(_small, _judge_small)
"""A defined term of several words written small, told once for each term."""


def _written_small(term: str, language: str) -> re.Pattern[str]:
    words = [word.lower() for word in term.split()]
    if language == "en":
        loose = r"\s+".join(map(re.escape, words))
        return re.compile(rf"\b{loose}s?\b")
    loose = r"\s+".join(re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,4}" for word in words)
    return re.compile(rf"\b{loose}\b")


def _as_term(plain: str, found: re.Match[str], language: str) -> bool:
    """Whether the words speak of the thing defined: in English behind an article, elsewhere anywhere."""
    if language != "en":
        return True
    return bool(
        re.search(r"\b(?:[Tt]he|[Ee]ach|[Ee]ither|[Tt]his|[Ss]uch|of|by|all)\s+$", plain[: found.start()])
    )


def _letters(unit: Provision, setting: Setting) -> Iterator[_Letters]:
    if unit.kind in _HEADS or setting.language not in ("en", "lv", "uk"):
        return
    for passage in passages(unit):
        plain = passage.plain
        if passage.text is unit.heading or sum(map(str.isupper, plain)) > _SHOUTED * len(plain):
            continue
        taken = [
            (mark.start, mark.end)
            for mark in passage.text.marks
            if isinstance(mark.value, CitedInstrument | PartyName | Placeholder)
        ]
        defined = [(start, end) for start, end, term in passage.text.of(DefinedTerm) if term.defines]
        for found in _CAPITALS.finditer(plain):
            start, end = found.span()
            inside = any(s <= start and end <= e for s, e in taken)
            brought = (
                inside
                or _opens(plain, found)
                or _SHOUTING.search(plain, max(0, start - 12), start) is not None
                or re.match(r"\s+(?:[A-ZĀ-ŽА-ЯІЇЄҐ]{2,}\b|\d)", plain[end:]) is not None
                or any(s <= start and end <= e for s, e in defined)
                or re.search(r"[(“„\"«–—-]\s*(?:the\s+)?$", plain[:start]) is not None
                or re.match(r"\s*\(", plain[end:]) is not None
            )
            yield _Letters(passage, start, end, brought)


def _judge_letters(notes: Sequence[_Letters], matter: Matter) -> Iterator[Finding]:
    uses: dict[str, list[_Letters]] = defaultdict(list)
    known: set[str] = set()
    for note in notes:
        word = note.passage.plain[note.start : note.end]
        if note.introduced:
            known.add(word)
        uses[word].append(note)
    counts = Counter({word: len(found) for word, found in uses.items()})
    for word, found in uses.items():
        if word in known or word in _KNOWN or _ROMAN.match(word):
            continue
        if counts[word] < _LEAST and not _shortens_something(word, matter):
            continue
        first = found[0]
        yield first.passage.finding(UNEXPLAINED, first.start, first.end, term=word, count=counts[word])


UNEXPLAINED_LETTERS = OfAgreement(_letters, _judge_letters)
"""Abbreviations used and nowhere spelt out."""


def _opens(plain: str, found: re.Match[str]) -> bool:
    """Whether a long word of capitals opens the passage or a point of it: URGES, RECALLING."""
    return len(found.group()) >= _LONG_WORD and not plain[: found.start()].strip(" ().0123456789;")


def _shortens_something(word: str, matter: Matter) -> bool:
    """Whether the text has words, one behind the other and the first with a capital, of these initials."""
    first, others = word[0], word[1:]
    behind = r"\s+".join(rf"[{letter}{letter.lower()}][^\W\d_]{{2,}}" for letter in others)
    spelt = re.compile(rf"(?<!\w){first}[^\W\d_]{{2,}}\s+{behind}(?!\w)")
    return any(spelt.search(unit.text.plain) for unit in matter.units)
