"""Wording that stands in the text twice: the same promise in two places will one day differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

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
    told = list(_sentences(matter))
    frequency = Counter(stem for sentence in told for stem in sentence.stems)
    by_stem: dict[str, list[int]] = defaultdict(list)
    reported: set[tuple[Provision, Provision]] = set()
    for index, sentence in enumerate(told):
        telling = _telling(sentence.stems, frequency)
        candidates = {earlier for stem in telling for earlier in by_stem[stem]}
        twin = _twin(sentence, [told[earlier] for earlier in sorted(candidates)])
        if twin is not None and (twin.unit, sentence.unit) not in reported:
            reported.add((twin.unit, sentence.unit))
            close = likeness(sentence.stems, twin.stems) >= _NEARLY_ALL
            yield matter.at(
                DUPLICATE,
                sentence.unit,
                severity=None if close else Severity.INFO,
                quote=sentence.words,
                other=matter.places.label(twin.unit.id),
                otherwise=twin.words,
            )
        for stem in telling:
            by_stem[stem].append(index)


def _sentences(matter: Matter) -> Iterator[_Sentence]:
    for unit in matter.of_kind(*_KINDS):
        for words in sentences(unit.text.plain):
            stems = stems_of(words, matter.language, matter.stemmer)
            if len(stems) >= _SHORTEST:
                yield _Sentence(unit, words, stems)


def _telling(stems: frozenset[str], frequency: Counter[str]) -> list[str]:
    """So many of the rarest words of a sentence that any sentence alike has one of its own among them.

    Two sentences that share the share `_ALIKE` of their words cannot miss each other there, as long as both
    are put in one order: comparing only those that meet keeps a long text quick.
    """
    rarest = sorted(stems, key=lambda stem: (frequency[stem], stem))
    return rarest[: len(stems) - ceil(_ALIKE * len(stems)) + 1]


def _twin(sentence: _Sentence, candidates: Iterable[_Sentence]) -> _Sentence | None:
    """The most similar earlier sentence, if it is similar enough; of equals the later one."""
    best: _Sentence | None = None
    highest = 0.0
    unit, stems = sentence.unit, sentence.stems
    for other in candidates:
        if other.unit.id == unit.id or (unit.choice and unit.choice == other.unit.choice):
            continue
        alike = likeness(stems, other.stems)
        enough = _ALIKE if min(len(stems), len(other.stems)) >= _LONG else _NEARLY_ALL
        if alike >= max(enough, highest):
            best, highest = other, alike
    return best
