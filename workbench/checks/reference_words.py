"""How a text cites its own units: *Article 6(2)*, *6. panta 2. punktā*, *пункту 2 статті 6*.

`parse` takes the words of a cross-reference apart into units and numbers, `written` puts the present
numbers in their place and keeps the grammar, and `unit_kind` tells which kind of unit a noun names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workbench.agreement.declension import Case
from workbench.agreement.tree import Kind

CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)

_MASCULINE_LV = ("s", "a", "am", "u", "u", "ā")
_FEMININE_LV = ("a", "as", "ai", "u", "u", "ā")


def _lv(stem: str, endings: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


def _same(word: str) -> tuple[str, ...]:
    return (word,) * len(CASES)


# Nouns in the order of CASES. Where a unit has several names, the first is the one we write.
NOUNS: dict[str, tuple[tuple[Kind, tuple[str, ...]], ...]] = {
    "en": (
        (Kind.ARTICLE, _same("Article")),
        (Kind.SECTION, _same("Section")),
        (Kind.PARAGRAPH, _same("paragraph")),
        (Kind.SUBPARAGRAPH, _same("subparagraph")),
        (Kind.POINT, _same("point")),
        (Kind.CHAPTER, _same("Chapter")),
        (Kind.PART, _same("Part")),
        (Kind.ANNEX, _same("Annex")),
    ),
    "lv": (
        (Kind.ARTICLE, _lv("pant", _MASCULINE_LV)),
        (Kind.SECTION, _lv("sadaļ", _FEMININE_LV)),
        (Kind.PARAGRAPH, _lv("punkt", _MASCULINE_LV)),
        (Kind.SUBPARAGRAPH, _lv("apakšpunkt", _MASCULINE_LV)),
        (Kind.POINT, _lv("apakšpunkt", _MASCULINE_LV)),
        (Kind.CHAPTER, _lv("nodaļ", _FEMININE_LV)),
        (Kind.PART, _lv("daļ", _FEMININE_LV)),
        (Kind.ANNEX, _lv("pielikum", _MASCULINE_LV)),
        (Kind.PARAGRAPH, _lv("daļ", _FEMININE_LV)),
    ),
    "uk": (
        (Kind.ARTICLE, ("стаття", "статті", "статті", "статтю", "статтею", "статті")),
        (Kind.SECTION, ("розділ", "розділу", "розділу", "розділ", "розділом", "розділі")),
        (Kind.PARAGRAPH, ("пункт", "пункту", "пункту", "пункт", "пунктом", "пункті")),
        (Kind.SUBPARAGRAPH, ("підпункт", "підпункту", "підпункту", "підпункт", "підпунктом", "підпункті")),
        (Kind.POINT, ("підпункт", "підпункту", "підпункту", "підпункт", "підпунктом", "підпункті")),
        (Kind.CHAPTER, ("глава", "глави", "главі", "главу", "главою", "главі")),
        (Kind.PART, ("частина", "частини", "частині", "частину", "частиною", "частині")),
        (Kind.ANNEX, ("додаток", "додатка", "додатку", "додаток", "додатком", "додатку")),
        (Kind.PARAGRAPH, ("частина", "частини", "частині", "частину", "частиною", "частині")),
    ),
}
_NUMBER = r"\d+|[IVXLC]+\b|[a-zа-яіїєґ]\b"


@dataclass(frozen=True, slots=True)
class Step:
    """One unit named in a reference: where its noun and its number stand, its kind, number and case.

    The noun's extent is empty for the bracketed levels of "Article 6(2)(a)".
    """

    kind: Kind
    number: str
    number_at: tuple[int, int]
    noun_at: tuple[int, int] = (0, 0)
    case: Case = Case.NOM


def unit_kind(noun: str, language: str) -> tuple[Kind, Case] | None:
    """The kind of unit and the case a noun stands for ("pantam": an article, dative)."""
    return _forms(language).get(noun.casefold())


def noun(kind: Kind, language: str, case: Case) -> str:
    """The noun for a kind of unit in a case; "" where a language has none for it."""
    for own, forms in NOUNS.get(language, NOUNS["en"]):
        if own is kind:
            return forms[CASES.index(case)]
    return ""


def parse(words: str, language: str) -> tuple[Step, ...]:
    """The units a reference names, in the order written."""
    if language == "en":
        return _parse_english(words)
    steps = []
    for found in _pattern(language).finditer(words):
        named = unit_kind(found["noun"], language)
        if named is not None:
            steps.append(Step(named[0], found["number"], found.span("number"), found.span("noun"), named[1]))
    return tuple(steps)


def full(path: Sequence[tuple[Kind, str]], language: str, case: Case = Case.NOM) -> str:
    """A reference that names every level from the article down, in the case the sentence wants."""
    if language == "lv":
        words = []
        for index, (kind, number) in enumerate(path):
            own = case if index == len(path) - 1 else Case.GEN
            mark = ")" if kind is Kind.POINT and not number.isdigit() else "."
            words.append(f"{number}{mark} {noun(kind, language, own)}")
        return " ".join(words)
    if language == "uk":
        words = []
        for index, (kind, number) in enumerate(reversed(path)):
            own = case if index == 0 else Case.GEN
            mark = ")" if kind is Kind.POINT and not number.isdigit() else ""
            words.append(f"{noun(kind, language, own)} {number}{mark}")
        return " ".join(words)
    (kind, number), *inner = path
    return f"{noun(kind, 'en', Case.NOM)} {number}" + "".join(f"({n})" for _, n in inner)


@cache
def _forms(language: str) -> dict[str, tuple[Kind, Case]]:
    found: dict[str, tuple[Kind, Case]] = {}
    for kind, forms in NOUNS.get(language, NOUNS["en"]):
        for case, form in zip(CASES, forms, strict=True):
            found.setdefault(form.casefold(), (kind, case))
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _forms(language)), key=len, reverse=True))
    if language == "lv":
        return re.compile(rf"(?P<number>{_NUMBER})[.)]*\s+(?P<noun>{nouns})\b", re.IGNORECASE)
    plural = "s?" if language == "en" else ""
    return re.compile(rf"\b(?P<noun>{nouns}){plural}\s+\(?(?P<number>{_NUMBER})", re.IGNORECASE)


_BRACKETED = re.compile(r"\((\w{1,4})\)")
_BRACKETED_LEVELS = (Kind.PARAGRAPH, Kind.POINT, Kind.POINT)


def _parse_english(words: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    for found in _pattern("en").finditer(words):
        kind = _forms("en")[found["noun"].casefold()][0]
        steps.append(Step(kind, found["number"], found.span("number"), found.span("noun")))
        position = found.end()
        for level in _BRACKETED_LEVELS:
            inner = _BRACKETED.match(words, position)
            if inner is None or kind not in (Kind.ARTICLE, Kind.SECTION):
                break
            steps.append(Step(level, inner[1], inner.span(1)))
            position = inner.end()
    return tuple(steps)
