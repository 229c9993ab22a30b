"""The table of clause types: headings and cues of each in English, Latvian and Ukrainian.

`resources/clause_types.json` holds it, `resources/clause_headings.toml` the single words that name a type
in a heading the table does not hold. Cues are patterns; most texts need no matching, because every match of
a cue holds one of a few plain words, and those are looked for first.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache

from workbench.settings import data

_GROUP = re.compile(r"\([^()]*\)")
_SPECIAL = re.compile(r"\\\w[+*?]?|\[[^\]]*\][+*?]?|\0[?*+]?|\{[^}]*\}|.[?*]|[.^$+\\]")
_ESCAPED = re.compile(r"\\[A-Z]|[A-ZĀ-ŽА-ЯІЇЄҐ]")


Row = tuple[int, int, re.Pattern[str]]
"""A cue ready for matching: the place of its type in the table, its rank there, its pattern."""
Cues = tuple[tuple[str, tuple[Row, ...]], ...]
"""Cues by the words that announce them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of wording; every match holds one of `literals`, so that most texts need no matching."""

    pattern: re.Pattern[str]
    literals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseType:
    """One type as the table describes it; patterns are matched on small letters."""

    key: str
    group: str
    headings: tuple[str, ...]
    cues: tuple[Cue, ...]


@cache
def table(language: str) -> tuple[ClauseType, ...]:
    """The clause types with the headings and cues of one language (English where it has none)."""
    rows = json.loads(data("resources", "clause_types.json").read_text(encoding="utf-8"))
    spoken = language if language in ("en", "lv", "uk") else "en"
    return tuple(
        ClauseType(
            row["key"],
            row["group"],
            tuple(heading.casefold() for heading in row["headings"].get(spoken, ())),
            tuple(_cue(_small(cue)) for cue in row["cues"].get(spoken, ())),
        )
        for row in rows
    )


def _small(pattern: str) -> str:
    """A pattern in small letters; what is escaped (\\W, \\S) keeps its meaning."""
    return _ESCAPED.sub(lambda m: m.group() if m.group().startswith("\\") else m.group().lower(), pattern)


def _cue(pattern: str) -> Cue:
    return Cue(re.compile(pattern, re.MULTILINE), _literals(pattern))


def _literals(pattern: str) -> tuple[str, ...]:
    """Plain words of which every match holds one: the surest way to pass over a text without matching."""
    branches = _split(pattern)
    if len(branches) > 1:
        found = [_literals(branch) for branch in branches]
        return tuple(dict.fromkeys(literal for literals in found for literal in literals))
    choices = [(_literal(pattern),), *(_literals(group) for group in _required_groups(pattern))]
    return max(choices, key=lambda literals: min(len(literal) for literal in literals))


def _required_groups(pattern: str) -> list[str]:
    """What stands in the outermost groups of a pattern that are not optional."""
    groups, depth, start = [], 0, 0
    for at, sign in enumerate(pattern):
        if sign not in "()" or pattern[at - 1 : at] == "\\":
            continue
        if sign == "(":
            start = at + 1 if not depth else start
            depth += 1
        else:
            depth -= 1
            if not depth and pattern[at + 1 : at + 2] not in ("?", "*", "{") and pattern[start] != "?":
                groups.append(pattern[start:at])
    return groups


def _split(pattern: str) -> list[str]:
    """The branches of a pattern that are parted by | outside any group."""
    branches, depth, start = [], 0, 0
    for at, sign in enumerate(pattern):
        if sign in "()" and pattern[at - 1 : at] != "\\":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            branches.append(pattern[start:at])
            start = at + 1
    return [*branches, pattern[start:]]


def _literal(pattern: str) -> str:
    """The longest run of plain letters that stands outside any group and is not optional."""
    flat = pattern
    while _GROUP.search(flat):
        flat = _GROUP.sub("\0", flat)
    flat = _SPECIAL.sub("\0", flat)
    return max(flat.split("\0"), key=len, default="")


@cache
def announced(language: str) -> tuple[tuple[ClauseType, ...], Cues]:
    """The types of clauses (not of structure), and all their cues by the literals that announce them."""
    kinds = tuple(kind for kind in table(language) if kind.group != "structure")
    found: dict[str, list[Row]] = {}
    for turn, kind in enumerate(kinds):
        for rank, cue in enumerate(kind.cues):
            for literal in cue.literals:
                found.setdefault(literal, []).append((turn, rank, cue.pattern))
    return kinds, tuple((literal, tuple(rows)) for literal, rows in found.items())


@cache
def headings(language: str) -> tuple[tuple[str, int], ...]:
    """The headings of all types of clauses, each with the place of its type."""
    return tuple(
        (heading, turn) for turn, kind in enumerate(announced(language)[0]) for heading in kind.headings
    )


def occurring(language: str, text: str) -> Cues:
    """The cues of a language that can occur in a whole text (small letters)."""
    return tuple((literal, rows) for literal, rows in announced(language)[1] if literal in text)


@cache
def _heading_words(language: str) -> tuple[tuple[str, str], ...]:
    rows = tomllib.loads(data("resources", "clause_headings.toml").read_text(encoding="utf-8"))
    return tuple(
        (word, kind) for kind, spoken in rows.items() for word in spoken.get(language, "").split("|") if word
    )


def named_by(heading: str, language: str) -> dict[str, tuple[str, int]]:
    """The types a heading (small letters) names, each with the word that does and where it stands."""
    found = ((word, kind, heading.find(word)) for word, kind in reversed(_heading_words(language)))
    return {kind: (word, start) for word, kind, start in found if start >= 0}
