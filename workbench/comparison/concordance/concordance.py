"""`concord`: two language versions of one agreement side by side, and where they say different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.comparison.concordance.facts import Fact, FactKind, unmatched
from workbench.comparison.concordance.items import WHOLE, Item, Passage, items
from workbench.comparison.concordance.pairing import ELSEWHERE, apart, length_ratio, pair_items, pair_passages
from workbench.comparison.concordance.sentences import missing_sentences
from workbench.comparison.options import ComparisonError

Languages = tuple[str, str]

_STEPS = 3
_UNCOMPARED = (Kind.SIGNATURE_BLOCK, Kind.SIGNATORY)
"""Signatures name each side's own people; what they differ in is no difference of the texts."""


class SameLanguageError(ComparisonError):
    """Two texts in one language were to be laid side by side as versions."""

    code = "comparison.same-language"
    message = "both texts are in the same language ({language}); use `workbench compare`"


class DifferenceKind(StrEnum):
    """What two versions can differ in. The values are those of the command line's JSON."""

    PROVISION = "provision"
    SENTENCE = "sentence"
    ORDER = "order"
    LABEL = "label"
    NUMBER = FactKind.NUMBER.value
    DATE = FactKind.DATE.value
    AMOUNT = FactKind.AMOUNT.value
    REFERENCE = FactKind.REFERENCE.value
    PLACEHOLDER = FactKind.PLACEHOLDER.value
    BRACKET = FactKind.BRACKET.value


class Difference(Struct, frozen=True):
    """One difference: the words of the first text and those of the second, "" where it has none."""

    kind: DifferenceKind
    a: str
    b: str


class Match(Struct, frozen=True):
    """Provisions that answer each other; an empty side has no such provision.

    `level` is 0 for articles and what stands beside them, 1 for what is in them. `a` and `b` are labels.
    """

    level: int
    a: str | None
    b: str | None
    a_text: tuple[Text, ...] = ()
    b_text: tuple[Text, ...] = ()
    a_ids: tuple[ProvisionId, ...] = ()
    b_ids: tuple[ProvisionId, ...] = ()
    differences: tuple[Difference, ...] = ()


class Concordance(Struct, frozen=True):
    """Two language versions side by side, in the order of the text."""

    languages: tuple[str, str]
    titles: tuple[str, str]
    matches: tuple[Match, ...]

    @property
    def differences(self) -> tuple[tuple[Match, Difference], ...]:
        """Every difference with the place it stands in."""
        return tuple((match, found) for match in self.matches for found in match.differences)


def concord(first: Agreement, second: Agreement, progress: Progress = SILENT) -> Concordance:
    """Lay two language versions side by side. Raises `SameLanguageError`.

    Provisions are matched by their order, structure, numbers, clause types, lengths and by the numbers,
    dates and names they share; the words themselves are not translated.
    """
    if first.language == second.language:
        raise SameLanguageError(language=first.language)
    languages = (first.language, second.language)
    step(progress, 0, _STEPS, "reading both texts")
    mine, yours = items(first), items(second)
    step(progress, 1, _STEPS, "matching provisions")
    ratio = length_ratio(mine, yours)
    groups = pair_items(mine, yours)
    step(progress, 2, _STEPS, "comparing what they say")
    matches: list[Match] = []
    late = _out_of_order(groups, mine, yours, ratio)
    for left, right in groups:
        if not left or not right:
            here, there = [mine[i] for i in left], [yours[j] for j in right]
            partner = late.get((tuple(left), tuple(right)))
            if partner is None:
                matches.extend(_alone(here, there))
            elif here:
                matches.extend(_pair(here[0], yours[partner], ratio, languages, moved=True))
            continue
        matches.extend(_pair(mine[left[0]], yours[right[0]], ratio, languages, moved=False))
    step(progress, _STEPS, _STEPS)
    return Concordance(languages, (first.title_text, second.title_text), tuple(matches))


def _out_of_order(
    groups: list[tuple[list[int], list[int]]], mine: list[Item], yours: list[Item], ratio: float
) -> dict[tuple[tuple[int, ...], tuple[int, ...]], int]:
    """Articles that stand elsewhere in the other text: found again by what they hold."""
    left = [i for a, b in groups if not b for i in a]
    right = [j for a, b in groups if not a for j in b]
    far = sorted((apart(mine[i], yours[j], ratio), i, j) for i in left for j in right)
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
    taken: set[tuple[str, int]] = set()
    for cost, i, j in far:
        if cost > ELSEWHERE or ("a", i) in taken or ("b", j) in taken:
            continue
        taken.update((("a", i), ("b", j)))
        found[(i,), ()] = j
        found[(), (j,)] = i
    return found


def _alone(here: Sequence[Item], there: Sequence[Item]) -> Iterator[Match]:
    """A provision that only one text has."""
    for item in (*here, *there):
        mine = bool(here)
        words, texts = _words(item.passages), tuple(p.text for p in item.passages)
        if not words:
            continue
        label, ids = item.label or item.passages[0].label, (item.unit.id,)
        yield Match(
            level=0,
            a=label if mine else None,
            b=None if mine else label,
            a_text=texts if mine else (),
            b_text=() if mine else texts,
            a_ids=ids if mine else (),
            b_ids=() if mine else ids,
            differences=(Difference(DifferenceKind.PROVISION, words if mine else "", "" if mine else words),),
        )


def _pair(here: Item, there: Item, ratio: float, languages: Languages, *, moved: bool) -> Iterator[Match]:
    """An article and its partner, with what is in them; of a zone only what is in it."""
    own: list[Difference] = []
    if moved:
        own.append(Difference(DifferenceKind.ORDER, here.label, there.label))
    if _labels_differ(here, there):
        own.append(Difference(DifferenceKind.LABEL, here.label, there.label))
    heads: tuple[list[Text], list[Text]] = ([], [])
    below: list[Match] = []
    zone = here.zone is there.zone and here.zone in WHOLE
    for left, right in pair_passages(here.passages, there.passages, ratio):
        mine, yours = [here.passages[i] for i in left], [there.passages[j] for j in right]
        found = _differences(mine, yours, ratio, languages)
        if not zone and all(p.unit is here.unit for p in mine) and all(p.unit is there.unit for p in yours):
            heads[0].extend(p.text for p in mine)
            heads[1].extend(p.text for p in yours)
            own.extend(found)
            continue
        below.append(
            Match(
                level=0 if zone else 1,
                a=_labels(mine),
                b=_labels(yours),
                a_text=tuple(p.text for p in mine),
                b_text=tuple(p.text for p in yours),
                a_ids=tuple(p.unit.id for p in mine),
                b_ids=tuple(p.unit.id for p in yours),
                differences=tuple(found),
            )
        )
    if not zone:
        texts = tuple(heads[0]), tuple(heads[1])
        ids = (here.unit.id,), (there.unit.id,)
        yield Match(0, here.label, there.label, *texts, *ids, tuple(own))
    yield from below


def _differences(
    mine: list[Passage], yours: list[Passage], ratio: float, languages: Languages
) -> list[Difference]:
    if not mine or not yours:
        gap = _words([*mine, *yours])
        return [Difference(DifferenceKind.PROVISION, gap if mine else "", gap if yours else "")]
    if any(p.kind in _UNCOMPARED for p in (*mine, *yours)):
        return []
    left, right = unmatched(
        [fact for p in mine for fact in p.facts], [fact for p in yours for fact in p.facts], languages
    )
    found = _of_facts(left, right)
    here, there = " ".join(p.text.plain for p in mine), " ".join(p.text.plain for p in yours)
    for a, b in missing_sentences(here, there, ratio):
        found.append(Difference(DifferenceKind.SENTENCE, a, b))
    return found


def _of_facts(left: list[Fact], right: list[Fact]) -> list[Difference]:
    """What is said otherwise: facts of one kind against each other, then what stands for another kind."""
    found: list[Difference] = []
    alone: tuple[list[Fact], list[Fact]] = ([], [])
    for kind in FactKind:
        mine = [fact for fact in left if fact.kind is kind]
        yours = [fact for fact in right if fact.kind is kind]
        both = min(len(mine), len(yours))
        for a, b in zip(mine[:both], yours[:both], strict=True):
            found.append(Difference(DifferenceKind(kind.value), a.words, b.words))
        for rest, facts in zip(alone, (mine, yours), strict=True):
            rest.extend(facts[both:])
    for fact in alone[0]:
        other = next((one for one in alone[1] if _comparable(fact, one)), None)
        if other is not None:
            alone[1].remove(other)
        kind = fact.kind if other is None or other.kind is FactKind.NUMBER else other.kind
        found.append(Difference(DifferenceKind(kind.value), fact.words, other.words if other else ""))
    found.extend(Difference(DifferenceKind(fact.kind.value), "", fact.words) for fact in alone[1])
    return found


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether one may be the other seen as another kind of thing: a date only half written out."""
    apart = (FactKind.PLACEHOLDER, FactKind.BRACKET)
    return FactKind.NUMBER in (one.kind, other.kind) and not {one.kind, other.kind} & set(apart)


def _labels_differ(here: Item, there: Item) -> bool:
    if here.kind is not there.kind or here.number is None or there.number is None:
        return False
    return (
        here.number.casefold() != there.number.casefold() and here.number.isdigit() == there.number.isdigit()
    )


def _labels(passages: list[Passage]) -> str | None:
    return " + ".join(dict.fromkeys(p.label for p in passages)) or None


def _words(passages: Sequence[Passage]) -> str:
    return on_one_line(" ".join(p.text.plain for p in passages))
