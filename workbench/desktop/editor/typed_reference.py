"""A reference typed by hand, offered as a live one: *Article 7(2)*, *7. panta 2. punkts*, *пункт 2 статті 7*.

`typed` looks at the words before the caret and at nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.edits import parent_of
from workbench.agreement.text import CitedInstrument, CrossReference, Text
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.checks.reference_words import Step, parse
from workbench.desktop.editor.session import Numbers

_TOP = (*BASIC, Kind.ANNEX)
_INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_REACH = 60
"""Characters before the caret among which a reference is looked for."""
_BETWEEN = re.compile(r"[\s().,]*(?:of[\s]+)?[\s().,]*")
_WORD_START = re.compile(r"(?<![\w.(])\w")


@dataclass(frozen=True, slots=True)
class TypedReference:
    """Words [start, end) of a line that cite a provision of the draft; `label` is how it is cited in full."""

    start: int
    end: int
    target: ProvisionId
    label: str


def typed(
    text: Text, caret: int, holder: ProvisionId, agreement: Agreement, numbers: Numbers
) -> TypedReference | None:
    """The reference whose words end at the caret, if the draft has its target and it is not live yet."""
    base = max(0, caret - _REACH)
    tail = text.plain[base:caret]
    for found in _WORD_START.finditer(tail):
        words = tail[found.start() :]
        steps = parse(words, agreement.language)
        if not steps or not _whole(words, steps):
            continue
        start = base + found.start()
        if _taken(text, start, caret):
            return None
        target = _target(steps, holder, agreement, numbers)
        return (
            TypedReference(start, caret, target.id, numbers[target.id].label) if target is not None else None
        )
    return None


def _whole(words: str, steps: Sequence[Step]) -> bool:
    """Whether the words are nothing but the reference."""
    spans = sorted(span for step in steps for span in (step.noun_at, step.number_at) if span[1] > span[0])
    at = 0
    for start, end in spans:
        if not _BETWEEN.fullmatch(words[at:start]):
            return False
        at = end
    return words[at:] in ("", ")") and bool(spans) and spans[0][0] == 0


def _taken(text: Text, start: int, end: int) -> bool:
    return any(
        a < end and start < b for kind in (CrossReference, CitedInstrument) for a, b, _ in text.of(kind)
    )


def _target(
    steps: Sequence[Step], holder: ProvisionId, agreement: Agreement, numbers: Numbers
) -> Provision | None:
    top = [step for step in steps if step.kind in _TOP]
    inner = sorted((s for s in steps if s.kind in _INNER), key=lambda step: _INNER.index(step.kind))
    if len(top) > 1 or len(top) + len(inner) != len(steps):
        return None
    unit: Provision | None
    if top:
        unit = next(
            (
                one
                for one in agreement.walk()
                if one.kind is top[0].kind and _is(one, top[0].number, 0, numbers)
            ),
            None,
        )
    else:
        unit = agreement.find(holder)
        while unit is not None and unit.kind not in _TOP:
            unit = parent_of(agreement, unit.id)
    for step in inner:
        if unit is None:
            return None
        row_of = [child for child in unit.children if child.kind in _INNER]
        unit = next(
            (one for place, one in enumerate(row_of, 1) if _is(one, step.number, place, numbers)), None
        )
    return unit


def _is(unit: Provision, number: str, ordinal: int, numbers: Numbers) -> bool:
    own = numbers[unit.id].number
    return (own if own is not None else str(ordinal)).casefold() == number.casefold()
