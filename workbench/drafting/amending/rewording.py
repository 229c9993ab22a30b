"""Rewording: instructions on mere words and sentences, carried out where the words stand.

A place is a unit with all below it. Words must stand there once, unless they are meant wherever they
stand; sentences are counted through the place, headings left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from workbench.agreement.edits import update
from workbench.agreement.lemmas import Stemmer
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.drafting.amending.addresses import INNER
from workbench.drafting.amending.instruction import Deed, Instruction, Relation
from workbench.drafting.amending.sentences import Sentence, sentences, without
from workbench.drafting.amending.words import changed, occurrences

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")


class Spot(NamedTuple):
    """Where words begin: a unit, a part of it ("text", "wrap_up", "heading") and an offset."""

    unit: ProvisionId
    part: str
    at: int


def spots(units: Sequence[Provision], instruction: Instruction) -> tuple[Spot, ...]:
    """Where the words of an instruction stand in its place.

    Of several spots one in the words of the unit named itself is meant, unless all of them are.
    """
    words = instruction.old.plain
    if instruction.place.sentences != (0, 0):
        within = meant(units[0], instruction.place.sentences) if units else ()
        return tuple(
            Spot(one.unit, one.part, at)
            for one in within
            for at in occurrences(_part(units[0], one), words)
            if one.start <= at < one.end
        )
    heading = instruction.place.heading
    found = [
        Spot(inner.id, part, at)
        for unit in units
        for inner in ((unit,) if heading else unit.walk())
        for part in (("heading",) if heading else ("text", "wrap_up", "heading"))
        for at in occurrences(getattr(inner, part).plain, words)
    ]
    own = [spot for spot in found if spot.unit == units[0].id and spot.part != "heading"]
    if len(found) > 1 and len(own) == 1 and not instruction.everywhere:
        return tuple(own)
    return tuple(found)


def meant(unit: Provision, which: tuple[int, int]) -> tuple[Sentence, ...]:
    """The sentences of a unit from the first to the last meant; none where there are not so many."""
    row = sentences(unit)
    first, last = (number - 1 if number > 0 else len(row) + number for number in which)
    return row[first : last + 1] if 0 <= first <= last < len(row) else ()


def other_forms(units: Sequence[Provision], words: str, stemmer: Stemmer) -> tuple[str, ...]:
    """The same words in other case forms, as they stand in the units, each form once."""
    wanted = [stemmer.stem(word) for word in _WORD.findall(words)]
    found: dict[str, None] = {}
    for unit in units:
        for inner in unit.walk():
            for part in (inner.heading.plain, inner.text.plain, inner.wrap_up.plain):
                row = list(_WORD.finditer(part))
                stems = [stemmer.stem(word[0]) for word in row]
                for at in range(len(row) - len(wanted) + 1):
                    if wanted and stems[at : at + len(wanted)] == wanted:
                        found[part[row[at].start() : row[at + len(wanted) - 1].end()]] = None
    return tuple(found)


def reworded(agreement: Agreement, where: Sequence[Spot], instruction: Instruction) -> Agreement:
    """The agreement with the words changed at every spot."""
    for spot in reversed(where):
        unit = agreement.find(spot.unit)
        assert unit is not None  # the spots were found in this agreement
        own: Text = getattr(unit, spot.part)
        agreement = _with(agreement, unit, spot.part, changed(own, instruction, spot.at))
    return agreement


def with_sentences(
    agreement: Agreement, unit: Provision, row: Sequence[Sentence], instruction: Instruction
) -> Agreement:
    """The agreement with sentences deleted, exchanged for others or followed by new ones."""
    new = instruction.new.stripped()
    if instruction.deed is Deed.INSERT_WORDS:
        before = instruction.relation is Relation.BEFORE
        beside = row[0] if before else row[-1]
        at = beside.start if before else beside.end
        added = new + " " if before else Text(" ") + new
        return _changed(agreement, beside._replace(start=at, end=at), added)
    for gone in reversed(row[1:] if instruction.deed is Deed.REPLACE else row):
        agreement = _removed(agreement, gone)
    return _changed(agreement, row[0], new) if instruction.deed is Deed.REPLACE else agreement


def _removed(agreement: Agreement, gone: Sentence) -> Agreement:
    """Without one sentence; a paragraph or point of which nothing is left goes with it."""
    unit = agreement.find(gone.unit)
    assert unit is not None  # the sentence was found in this agreement
    rest = without(getattr(unit, gone.part), gone.start, gone.end)
    left = replace(unit, **{gone.part: rest})
    if unit.kind in INNER and not (left.text or left.wrap_up or left.heading or left.children):
        return update(agreement, unit.id, lambda _: ())
    return _with(agreement, unit, gone.part, rest)


def _changed(agreement: Agreement, sentence: Sentence, new: Text) -> Agreement:
    unit = agreement.find(sentence.unit)
    assert unit is not None  # the sentence was found in this agreement
    own: Text = getattr(unit, sentence.part)
    return _with(agreement, unit, sentence.part, own.replace(sentence.start, sentence.end, new))


def _with(agreement: Agreement, unit: Provision, part: str, words: Text) -> Agreement:
    return update(agreement, unit.id, lambda old: (replace(old, **{part: words}),))


def _part(unit: Provision, sentence: Sentence) -> str:
    inner = next(inner for inner in unit.walk() if inner.id == sentence.unit)
    plain: str = getattr(inner, sentence.part).plain
    return plain
