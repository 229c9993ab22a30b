"""References in words to units this text does not have: an annex, a chapter, a further article of a list.

Recognition marks a reference where its target is certain. What it leaves unmarked is either another text's
(*Annex II to the Regulation*) or points nowhere; what is said around the words tells which. An annex that no
provision speaks of is the same slip seen from the other end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.quoting import in_short
from workbench.agreement.text import CitedInstrument, CrossReference, Placeholder
from workbench.agreement.tree import BASIC, GROUPING, Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at, in_quotes, passages
from workbench.checks.other_texts import names_another_text

ABSENT = FindingKind(
    "checks.unit-not-in-text",
    Severity.WARNING,
    "“{quote}” is cited, but this text has {has}; correct the reference, or say which text is meant",
)
UNMENTIONED = FindingKind(
    "checks.annex-not-mentioned",
    Severity.WARNING,
    "no provision speaks of “{quote}”: an annex is part of the agreement where the text says so",
)


class _Cited(StrEnum):
    """What kind of unit is cited."""

    ANNEX = "annex"
    GROUP = "group"
    LISTED = "listed"
    PARAGRAPH = "paragraph"
    POINT = "point"


_PATTERNS: dict[str, tuple[tuple[_Cited, re.Pattern[str]], ...]] = {
    "en": (
        (_Cited.ANNEX, re.compile(r"\b(?:Annex|Appendix|Schedule)\s+(?P<n>[IVXLC]+|\d{1,2}|[A-H])\b")),
        (_Cited.ANNEX, re.compile(r"\b(?:[Tt]he|its)\s+(?:Annex|Appendix)\b(?!\s+(?:[IVX\d]|[A-H]\b))")),
        (_Cited.GROUP, re.compile(r"\b(?:Chapter|Part)\s+(?P<n>[IVXLC]+|\d{1,2})\b")),
        (
            _Cited.LISTED,
            re.compile(
                r"\b(?:Articles|Sections)\s+\d{1,3}(?P<more>(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|to|through)\s+"
                r"|\s*[–-]\s*)\d{1,3}\b(?!\())+)"
            ),
        ),
        (
            _Cited.PARAGRAPH,
            re.compile(r"\b[Pp]aragraph\s+\(?(?P<n>\d{1,2})\)?(?![.\d])(?!\s*\(|,?\s*(?:of|to|in|under)\b)"),
        ),
        (_Cited.POINT, re.compile(r"\b(?:point|sub-?paragraph|item)\s+\((?P<n>[a-z])\)")),
    ),
    "lv": (
        (_Cited.ANNEX, re.compile(r"\b(?P<n>\d{1,2})\.\s?pielikum\w+")),
        (_Cited.ANNEX, re.compile(r"\b(?:[Šš]\w{1,2}\s+\w+|Vienošanās|Līguma)\s+pielikum(?:s|a|am|u|ā)\b")),
        (_Cited.GROUP, re.compile(r"\b(?P<n>\d{1,2})\.\s?nodaļ\w+|\b(?P<roman>[IVX]+)\.?\s+nodaļ\w+")),
        (
            _Cited.LISTED,
            re.compile(
                r"\b(?P<more>\d{1,3}\.(?:\s?(?:,|un|vai|līdz|[–-])\s?\d{1,3}\.)+)\s?(?:pant|sadaļ)\w+"
            ),
        ),
        (_Cited.POINT, re.compile(r"(?<!\w)[“\"„«]?(?P<n>[a-z])[”\"“»)]*\s+apakšpunkt\w*")),
    ),
    "uk": (
        (_Cited.ANNEX, re.compile(r"\b[Дд]одат(?:ок|к\w+)\s+(?:№\s*)?(?P<n>\d{1,2}|[IVX]+|[А-Г]\b)")),
        (_Cited.ANNEX, re.compile(r"\b[Дд]одат(?:ок|ка|ку|ком)\s+до\s+ц\w+\s+\w+")),
        (_Cited.GROUP, re.compile(r"\b[Гг]лав(?:а|и|і|у|ою)\s+(?P<n>\d{1,2}|[IVX]+)\b")),
        (
            _Cited.LISTED,
            re.compile(
                r"\b(?:статей|статтями|статтях|статтям)\s+\d{1,3}(?P<more>(?:\s*(?:,|та|і|й|або|до|[–-])\s*\d{1,3}\b)+)"
            ),
        ),
        (
            _Cited.PARAGRAPH,
            re.compile(r"\bпункт(?:у|ом|і|ам)?\s+(?P<n>\d{1,2})(?![.\d])(?!\s+(?:ст|ціє|розд|Ст|Розд))"),
        ),
        (_Cited.POINT, re.compile(r"\bпідпункт\w*\s+[«\"“]?(?P<n>[а-яіїєґ])[»\"”)]")),
    ),
}
_ANNEX_WORD = {
    "en": re.compile(
        r"\b(?:Annex(?:es)?|Appendi(?:x|ces)|Schedules?|Attachments?|Enclosures?)\b", re.IGNORECASE
    ),
    "lv": re.compile(r"\bpielikum", re.IGNORECASE),
    "uk": re.compile(r"\bдодат(?:ок|к)", re.IGNORECASE),
}
_POSSIBLE = re.compile(
    r"nnex|NNEX|ppendi|PPENDI|chedule|CHEDULE|ttachment|nclosure|hapter |Part |rticles |ections |aragraph |"
    r"point |item |"
    r"ielikum|IELIKUM|nodaļ|pant|sadaļ|apakšpunkt|одат|ОДАТ|лав|татей|татт|пункт"
)
"""Letters without which no unit is cited; looked for first, for most passages cite none."""
_AMENDS = re.compile(r"\bamend|\bsupplement|\bgrozī|\bзмін|\bвнесення|\bmodif", re.IGNORECASE)
"""A title that tells of a protocol: its references are to the agreement it changes."""
_FIGURES = re.compile(r"\d{1,3}")
_SIGNS = "0123456789IVXLC"


@dataclass(frozen=True, slots=True)
class _Note:
    """Words that cite a unit, and the number they give it ("" for the only annex)."""

    passage: Passage
    start: int
    end: int
    cited: _Cited
    number: str


@dataclass(frozen=True, slots=True)
class _Annexed:
    """A provision outside the annexes that speaks of one."""

    unit: Provision


def _note(unit: Provision, setting: Setting) -> Iterator[_Note | _Annexed]:
    patterns = _PATTERNS.get(setting.language)
    if patterns is None or unit.kind in (Kind.TITLE_LINE, Kind.ANNEX):
        return
    for passage in passages(unit):
        plain = passage.plain
        if not _POSSIBLE.search(plain):
            continue
        if _ANNEX_WORD[setting.language].search(plain):
            yield _Annexed(unit)
        for cited, pattern in patterns:
            for found in pattern.finditer(plain):
                if _spoken_for(passage, *found.span(), listed=cited is _Cited.LISTED):
                    continue
                if in_quotes(plain, found.start()) or names_another_text(
                    plain, found.start(), found.end(), setting.language, setting.own_name
                ):
                    continue
                yield from _numbers(passage, found, cited)


def _numbers(passage: Passage, found: re.Match[str], cited: _Cited) -> Iterator[_Note]:
    parts = found.groupdict()
    if cited is not _Cited.LISTED:
        number = parts.get("n") or parts.get("roman") or ""
        yield _Note(passage, *found.span(), cited, number)
        return
    for figures in _FIGURES.finditer(passage.plain, *found.span("more")):
        yield _Note(passage, *figures.span(), cited, figures.group())


def _spoken_for(passage: Passage, start: int, end: int, *, listed: bool) -> bool:
    """Whether a mark holds the words: a live reference, another text's title, a place to be filled.

    Of a list only the first number need be marked.
    """
    return any(
        mark.start < end and start < mark.end
        for mark in passage.text.marks
        if isinstance(mark.value, CitedInstrument | Placeholder)
        or (isinstance(mark.value, CrossReference) and not listed)
    )


def _judge(notes: Sequence[_Note | _Annexed], matter: Matter) -> Iterator[Finding]:
    if not notes and not matter.agreement.annexes:
        return
    if _AMENDS.search(matter.agreement.title_text):
        return
    own = {unit.id for top in matter.agreement.annexes for unit in top.walk()}
    told: set[tuple[_Cited, str]] = set()
    for note in notes:
        if isinstance(note, _Annexed) or note.passage.unit.id in own:
            continue  # an annex has numbers of its own
        key = note.cited, note.number
        within = note.cited in (_Cited.PARAGRAPH, _Cited.POINT)
        has = _lacking(note, matter)
        if has and (within or key not in told):
            told.add(key)
            severity = Severity.INFO if note.cited is _Cited.ANNEX and not own else None
            yield note.passage.finding(ABSENT, note.start, note.end, severity=severity, has=has)
    yield from _unmentioned([note.unit.id for note in notes if isinstance(note, _Annexed)], matter)


UNITS = OfAgreement(_note, _judge)
"""Annexes, chapters, articles of a list, paragraphs and points that are cited and are not there."""


def _lacking(note: _Note, matter: Matter) -> str:
    """What this text has instead of the unit cited; "" where it has the unit, or that cannot be told."""
    match note.cited:
        case _Cited.ANNEX:
            annexes = matter.agreement.annexes
            if not annexes:
                return "no annex"
            numbers = _values(annexes)
            if not note.number or len(numbers) < len(annexes) or _value(note.number) in numbers:
                return ""
            return f"only {len(annexes)} annexes" if len(annexes) > 1 else "only one annex"
        case _Cited.GROUP:
            groups = [unit for kind in GROUPING for unit in matter.of_kind(kind)]
            basic = [unit for kind in BASIC for unit in matter.of_kind(kind)]
            words = note.passage.plain[note.start : note.end]
            noun = next(word for word in words.split() if len(word) > 1 and word.isalpha())
            called = any(noun in (one.printed or "") for one in basic)
            if not basic or called or words in matter.agreement.title_text:
                return ""  # the basic units are printed as parts, or another text's part is the subject
            if groups and _value(note.number) in _values(groups):
                return ""
            return "no such chapter or part" if groups else "no chapters or parts"
        case _Cited.LISTED:
            basic = [unit for kind in BASIC for unit in matter.of_kind(kind)]
            printed = {matter.places.numbers[unit.id].number or "" for unit in basic}
            if not basic or note.number in printed or not all(one.isdigit() for one in printed):
                return ""
            return f"only {len(basic)} of them"
        case _:
            return _lacking_within(note, matter)


def _lacking_within(note: _Note, matter: Matter) -> str:
    """The same for a paragraph or point, which is looked for in the article the words stand in."""
    basic = matter.places.basic(note.passage.unit.id)
    if basic is None:
        return ""
    named = "paragraph" if note.cited is _Cited.PARAGRAPH else "point"
    numbers = {matter.places.numbers[unit.id].number or "" for unit in basic.walk() if unit is not basic}
    numbers |= {str(turn) for turn in range(1, sum(row.kind is Kind.PARAGRAPH for row in basic.children) + 1)}
    if note.number in numbers or any("." in number for number in numbers):
        return ""
    return f"no such {named} in {matter.label(basic.id)}"


def _values(units: Sequence[Provision]) -> set[int]:
    """The numbers printed at units, or their places in the row where none is printed."""
    return {
        _value(
            unit.printed.split()[-1] if unit.printed[-1:] in _SIGNS or " " in unit.printed else unit.printed
        )
        if unit.printed
        else turn
        for turn, unit in enumerate(units, start=1)
    }


def _value(printed: str) -> int:
    # Here, because recognition takes a while to load and the window lists the rules without reading anything.
    from workbench.recognition.labels import number

    figures = _FIGURES.search(printed)
    return int(figures.group()) if figures else number(printed.strip(" .:"))[0]


def _unmentioned(speaking: Sequence[object], matter: Matter) -> Iterator[Finding]:
    """The first annex, where nothing before the annexes speaks of any."""
    annexes = matter.agreement.annexes
    if not annexes or matter.language not in _PATTERNS or len(matter.of_kind(Kind.ARTICLE)) < 2:
        return
    own = {unit.id for top in annexes for unit in top.walk()}
    if not any(unit not in own for unit in speaking):
        first = annexes[0]
        yield at(UNMENTIONED, first, quote=in_short(first.printed or first.heading.plain or first.words, 60))
