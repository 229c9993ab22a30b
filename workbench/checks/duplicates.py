"""Wording that stands in the text twice: the same promise in two places will one day differ.

Which sentences are alike does not hang on where they stand, so it is found once for each pair of different
sentences and kept (`Likenesses`); judging puts what is alike in the order of the text. Where two articles run
side by side for several sentences that is told once; what two annexes have in common, each as a text of its
own, and how the paragraphs of one article are built alike, is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages
from workbench.checks.wording import likeness, sentences, stems_of

DUPLICATE = FindingKind(
    "checks.duplicated-wording",
    Severity.WARNING,
    "“{quote}” says much the same as {other}: “{otherwise}”{more}",
)
_SHORTEST = 4
"""Word families below which two sentences are alike by nature (*This Agreement shall enter into force …*)."""
_SHORT = 9
"""Below this one of two sentences must hold all word families of the other, and hardly any besides."""
_SPARE = {4: 1, 5: 1, 6: 2, 7: 2, 8: 2}
"""How many word families more the longer of two short sentences may have, by those of the shorter."""
_LONG = 14
_ALIKE = 0.5
"""The share of word families two long sentences must have in common; shorter ones need `_NEARLY_ALL`."""
_ALIKE_EN = 0.6
"""The same in English, where derived words are of one family that Latvian and Ukrainian part."""
_NEARLY_ALL = 0.75
_OF_ONE = 3
"""Repetitions of one sentence that are told: by then a reader has understood, or it is a formula."""
_KINDS = (Kind.RECITAL, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)

_FIGURES = re.compile(r"\d+")
_NOT = re.compile(r"\b(?:not|no|nor|neither|without|nav|bez|не|ні|без)\b", re.IGNORECASE)

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: where it stands, its word families, its figures in order, and how often it says *not*."""

    passage: Passage
    start: int
    words: str
    stems: Stems
    figures: tuple[str, ...]
    nots: int

    @property
    def unit(self) -> Provision:
        return self.passage.unit


class Likenesses:
    """Which of a set of sentences, by their word families, are alike, as sentences come and go."""

    def __init__(self) -> None:
        self._alike: dict[Stems, dict[Stems, float]] = {}
        self._by_stem: dict[str, set[Stems]] = {}
        self._rank: dict[str, int] = {}
        self._bits: dict[str, int] = {}
        self._masks: dict[Stems, int] = {}

    def of(self, wanted: Iterable[Stems]) -> dict[Stems, dict[Stems, float]]:
        """For each of these, those alike among them (not itself) and how much they are."""
        present = set(wanted)
        if not self._rank:
            frequency = Counter(stem for stems in present for stem in stems)
            ordered = sorted(frequency, key=lambda stem: (frequency[stem], stem))
            self._rank = {stem: place for place, stem in enumerate(ordered, start=1)}
        for gone in self._alike.keys() - present:
            self._forget(gone)
        for new in present - self._alike.keys():
            self._meet(new)
        return self._alike

    def _meet(self, stems: Stems) -> None:
        found: dict[Stems, float] = {}
        masks, size = self._masks, len(stems)
        mask = masks[stems] = self._mask(stems)
        telling = _telling(stems, self._rank)
        for other in {other for stem in telling for other in self._by_stem.get(stem, ())}:
            common = (mask & masks[other]).bit_count()
            if common * (1 + 1 / _ALIKE) < size + len(other):
                continue  # below `_ALIKE` by a count: over a long text nearly all pairs end here
            close = likeness(stems, other)
            if _are_alike(stems, other, close):
                found[other] = close
                self._alike[other][stems] = close
        self._alike[stems] = found
        for stem in telling:
            self._by_stem.setdefault(stem, set()).add(stems)

    def _mask(self, stems: Stems) -> int:
        """The word families as bits of a number: what two sentences share is counted in one step."""
        mask = 0
        for stem in stems:
            mask |= 1 << self._bits.setdefault(stem, len(self._bits))
        return mask

    def _forget(self, stems: Stems) -> None:
        del self._masks[stems]
        for other in self._alike.pop(stems):
            del self._alike[other][stems]
        for stem in _telling(stems, self._rank):
            self._by_stem[stem].discard(stems)


def _sentences(unit: Provision, setting: Setting) -> Iterator[_Sentence]:
    if unit.kind not in _KINDS:
        return
    for passage in passages(unit):
        if passage.text is not unit.text:
            continue
        start = 0
        for words in sentences(passage.plain):
            start = passage.plain.index(words, start)
            stems = stems_of(words, setting.language, setting.stemmer)
            if len(stems) >= _SHORTEST:
                figures = tuple(_FIGURES.findall(words))
                yield _Sentence(passage, start, words, stems, figures, len(_NOT.findall(words)))
            start += len(words)


def _judge(notes: Sequence[_Sentence], matter: Matter) -> Iterator[Finding]:
    alike = matter.kept(Likenesses).of(note.stems for note in notes)
    times = Counter(note.stems for note in notes)
    # Likeness is mutual, so a sentence that is like none and stands once is nobody's twin.
    notes = [note for note in notes if alike[note.stems] or times[note.stems] > 1]
    earlier: dict[Stems, list[int]] = {}
    pairs: dict[tuple[object, object], list[tuple[_Sentence, _Sentence]]] = {}
    told: Counter[Stems] = Counter()
    for index, sentence in enumerate(notes):
        twin = _twin(sentence, alike[sentence.stems], earlier, notes)
        if twin is not None and told[twin.stems] < _OF_ONE and not _meant(twin, sentence, matter):
            told.update((twin.stems, sentence.stems) if twin.stems != sentence.stems else (twin.stems,))
            pair = _within(twin.unit, matter), _within(sentence.unit, matter)
            pairs.setdefault(pair, []).append((twin, sentence))
        earlier.setdefault(sentence.stems, []).append(index)
    for found in pairs.values():
        yield _told(found, matter)


DUPLICATES = OfAgreement(_sentences, _judge)
"""Sentences of different provisions that share most of their words."""


def _told(found: Sequence[tuple[_Sentence, _Sentence]], matter: Matter) -> Finding:
    """The first sentence that two articles share, and how many more there are."""
    twin, sentence = found[0]
    close = any(
        likeness(own.stems, other.stems) >= _NEARLY_ALL and not _one_word_apart(own.stems, other.stems)
        for other, own in found
    )
    more = len(found) - 1
    return sentence.passage.finding(
        DUPLICATE,
        sentence.start,
        sentence.start + len(sentence.words),
        severity=None if close else Severity.INFO,
        quote=sentence.words,
        other=matter.label(twin.unit.id),
        otherwise=twin.words,
        more=f", and {more} more sentence{'s' if more > 1 else ''} of both" if more else "",
    )


def _within(unit: Provision, matter: Matter) -> object:
    """The article or section a provision stands in, or itself where it stands in none."""
    basic = matter.places.basic(unit.id)
    return (basic or unit).id


def _meant(twin: _Sentence, sentence: _Sentence, matter: Matter) -> bool:
    """Whether two sentences are alike on purpose: in two annexes, as opposites, in a row of one article."""
    one, other = matter.annex_of(twin.unit.id), matter.annex_of(sentence.unit.id)
    if one is not None and other is not None and one is not other:
        return True
    if twin.nots != sentence.nots:
        return True
    same_figures = twin.figures == sentence.figures
    if min(len(twin.stems), len(sentence.stems)) < _SHORT and (
        not same_figures or sentence.words.endswith(":")
    ):
        return True
    close, english = likeness(twin.stems, sentence.stems), matter.language == "en"
    if _within(twin.unit, matter) != _within(sentence.unit, matter):
        return english and close < _ALIKE_EN
    listed = twin.unit.kind is Kind.POINT and sentence.unit.kind is Kind.POINT
    apart = english and close < _NEARLY_ALL
    return listed or apart or not same_figures or _one_word_apart(twin.stems, sentence.stems)


def _one_word_apart(first: Stems, second: Stems) -> bool:
    """Whether each has one word family that the other has not: the same said of another thing."""
    return len(first - second) == 1 == len(second - first)


def _are_alike(first: Stems, second: Stems, close: float) -> bool:
    """Whether two sentences say much the same, by their word families and the share that both have."""
    families = min(len(first), len(second))
    if families < _SHORT:
        spare = abs(len(first) - len(second))
        return spare <= _SPARE[families] and (first <= second or second <= first)
    return close >= (_ALIKE if families >= _LONG else _NEARLY_ALL)


def _telling(stems: Stems, rank: dict[str, int]) -> list[str]:
    """So many of the rarest words of a sentence that any sentence alike has one of its own among them.

    Two sentences that share the share `_ALIKE` of their words cannot miss each other there, as long as both
    are put in one order: comparing only those that meet keeps a long text quick. `rank` is that order; words
    it does not know stand first.
    """
    rarest = sorted(stems, key=lambda stem: (rank.get(stem, 0), stem))
    return rarest[: len(stems) - ceil(_ALIKE * len(stems)) + 1]


def _twin(
    sentence: _Sentence,
    alike: dict[Stems, float],
    earlier: dict[Stems, list[int]],
    notes: Sequence[_Sentence],
) -> _Sentence | None:
    """The most similar earlier sentence that is not an alternative to this one; of equals the later one."""
    best, found = (0.0, -1), None
    rivals = [(1.0, sentence.stems), *((close, stems) for stems, close in alike.items())]
    for close, stems in rivals:
        for index in reversed(earlier.get(stems, ())):
            if (close, index) <= best:
                break
            other, unit = notes[index].unit, sentence.unit
            if other.id != unit.id and not (unit.choice and unit.choice == other.choice):
                best, found = (close, index), notes[index]
                break
    return found
