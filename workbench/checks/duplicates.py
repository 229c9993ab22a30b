"""Wording that stands in the text twice: the same promise in two places will one day differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter
from workbench.checks.wording import likeness, sentences, stems_of

DUPLICATE = FindingKind(
    "checks.duplicated-wording",
    Severity.WARNING,
    "“{quote}” says much the same as {other}: “{otherwise}”",
)
_SHORTEST = 9
"""Word families below which two sentences are alike by nature (*This Agreement shall enter into force …*)."""
_LONG = 14
_ALIKE = 0.5
"""The share of word families two long sentences must have in common; short ones need `_NEARLY_ALL`."""
_NEARLY_ALL = 0.75
_KINDS = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)


@dataclass(frozen=True, slots=True)
class _Sentence:
    unit: Provision
    words: str
    stems: frozenset[str]


def duplicates(matter: Matter) -> Iterator[Finding]:
    """Sentences of different provisions that share most of their words."""
    seen: list[_Sentence] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    reported: set[tuple[Provision, Provision]] = set()
    for unit in matter.of_kind(*_KINDS):
        for words in sentences(unit.text.plain):
            stems = stems_of(words, matter.language, matter.stemmer)
            if len(stems) < _SHORTEST:
                continue
            twin = _twin(stems, unit, seen, by_stem)
            if twin is not None and (twin.unit, unit) not in reported:
                reported.add((twin.unit, unit))
                close = likeness(stems, twin.stems) >= _NEARLY_ALL
                yield matter.at(
                    DUPLICATE,
                    unit,
                    severity=None if close else Severity.INFO,
                    quote=words,
                    other=matter.places.label(twin.unit.id),
                    otherwise=twin.words,
                )
            for stem in stems:
                by_stem[stem].append(len(seen))
            seen.append(_Sentence(unit, words, stems))


def _twin(
    stems: frozenset[str], unit: Provision, seen: list[_Sentence], by_stem: dict[str, list[int]]
) -> _Sentence | None:
    """The most similar earlier sentence, if it is similar enough.

    Only sentences that share one of the rarest words can be; looking at those alone keeps this linear.
    """
    rare = sorted(stems, key=lambda stem: len(by_stem.get(stem, ())))
    needed = len(stems) - int(_ALIKE * len(stems)) + 1
    candidates = {index for stem in rare[:needed] for index in by_stem.get(stem, ())}
    best: _Sentence | None = None
    highest = 0.0
    for index in sorted(candidates):
        other = seen[index]
        if other.unit.id == unit.id or (unit.choice and unit.choice == other.unit.choice):
            continue
        alike = likeness(stems, other.stems)
        enough = _ALIKE if min(len(stems), len(other.stems)) >= _LONG else _NEARLY_ALL
        if alike >= max(enough, highest):
            best, highest = other, alike
    return best
