"""References written out by hand that no mark keeps with their target: to a number the text does not have.

In a draft, a reference typed as words (*Article 19*) does not follow its article. Where its number is
higher than any the text has, and nothing says that it speaks of another text, it points nowhere. What an
amending protocol quotes or renumbers are articles of the agreement it amends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CitedInstrument, CrossReference
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, in_quotes, passages
from workbench.checks.reference_words import parse

NO_SUCH_NUMBER = FindingKind(
    "checks.reference-beyond-the-last",
    Severity.WARNING,
    "{quote} is cited, but this text has only {count}; correct the number or say which text is meant",
)
_WRITTEN = {
    "en": re.compile(r"\b(?:Article|Section)s?\s+\d{1,3}\b"),
    "lv": re.compile(r"\b\d{1,3}\.\s?(?:pant|sadaļ)\w+", re.IGNORECASE),
    "uk": re.compile(r"\b(?:статт\w+|розділ\w*)\s+\d{1,3}\b", re.IGNORECASE),
}
_NUMBER = re.compile(r"\d+")
# What says that another text is meant: behind the number, in Latvian before it.
_ELSEWHERE = {
    "en": re.compile(
        r"(?:\s*\(\w{1,4}\))*(?:,?\s+paragraphs?\s+[\w()]+)?,?\s+"
        r"(?:of|to|in|under)\s+(?!this\b|the present\b)",
        re.IGNORECASE,
    ),
    "lv": re.compile(
        r"(?:\w+(?:statūt|konvencij|līgum|nolīgum|protokol|satversm|likum|regul|vienošan|hart)\w*|"
        r"\b(?:statūt|konvencij|līgum|nolīgum|protokol|satversm|likum|regul|hart)\w*)(?:[^.;]|(?<=\d)\.){0,60}$",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"(?:\s?[–-]\s?\d+|\s+[ійта]{1,2}\s+\d+)?\s+(?:Статуту|Конвенці\w+|Договору|Угоди|Протоколу|Конституції|Закону|Хартії|[А-ЯІЇЄҐ]\w+)"
    ),
}
# An instruction on another text, before the numbers that its provisions will bear.
_RENUMBERED = re.compile(
    r"\b[Oo]f the \w+ shall be renumbered as|\bPamatlīgum\w+[^;]*\buzskatīt\b|Основної угоди вважати\b"
)


@dataclass(frozen=True, slots=True)
class _Written:
    """A number cited in plain words."""

    passage: Passage
    start: int
    end: int
    number: int


def _note(unit: Provision, setting: Setting) -> Iterator[_Written]:
    pattern = _WRITTEN.get(setting.language)
    if pattern is None or not setting.drafted:
        return
    for passage in passages(unit):
        for found in pattern.finditer(passage.plain):
            span = found.span()
            if not _kept(passage, *span) and not _elsewhere(passage.plain, *span, setting.language):
                number = _NUMBER.search(found.group())
                if number is not None and parse(found.group(), setting.language):
                    yield _Written(passage, *span, int(number.group()))


def _judge(notes: Sequence[_Written], matter: Matter) -> Iterator[Finding]:
    if not notes:
        return
    articles = matter.of_kind(Kind.ARTICLE)
    count, named = (len(articles), "article") if articles else (len(matter.of_kind(Kind.SECTION)), "section")
    for note in notes:
        if count and note.number > count:
            said = f"{count} {named}{'s' if count > 1 else ''}"
            yield note.passage.finding(NO_SUCH_NUMBER, note.start, note.end, count=said)


WRITTEN_REFERENCES = OfAgreement(_note, _judge)
"""References in plain words to a number beyond the last article or section."""


def _kept(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark holds the words: a live reference, or a citation of another text."""
    return any(
        mark.start < end and start < mark.end
        for mark in passage.text.marks
        if isinstance(mark.value, CrossReference | CitedInstrument)
    )


def _elsewhere(plain: str, start: int, end: int, language: str) -> bool:
    if in_quotes(plain, start) or _RENUMBERED.search(plain[:start]):
        return True
    pattern = _ELSEWHERE[language]
    return bool(pattern.search(plain[:start]) if language == "lv" else pattern.match(plain, end))
