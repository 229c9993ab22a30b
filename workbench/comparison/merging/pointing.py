"""References after a merge: they follow what stands for their target, and keep to what their words say.

A side that was read from a file has its references by their numbers. Whoever strikes Article 3 out and counts
on, but forgets a reference to Article 4, has it point elsewhere without having touched it. Where the merged
text numbers the provision as the base did, the words nobody changed mean that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.comparison.merging.strands import FIELDS

Ids = Mapping[ProvisionId, ProvisionId]
Numbers = Mapping[ProvisionId, Number]


def following(agreement: Agreement, heirs: Ids) -> Agreement:
    """The text with references that follow their targets to the provisions that stand for them."""

    def follow(mark: Mark) -> Mark:
        value = mark.value
        if not isinstance(value, CrossReference) or value.target is None:
            return mark
        heir = heirs.get(ProvisionId(value.target))
        return mark if heir is None else Mark(mark.start, mark.end, replace(value, target=heir))

    def changed(unit: Provision) -> Provision:
        referring = _referring(unit)
        texts = {name: text.map_marks(follow) for name, text in referring.items()}
        return replace(unit, **texts) if texts else unit

    return map_provisions(agreement, changed) if heirs else agreement


def as_written(merged: Agreement, base: Agreement, bases: Ids, heirs: Ids) -> Agreement:
    """The text with references whose words nobody changed pointing to what those words say.

    `bases` gives the base's provision for each of the merged text, `heirs` what stands for a provision.
    """
    before = {unit.id: unit for unit in base.walk() if _referring(unit)}
    if not before:
        return merged
    now, was = numbers(merged), numbers(base)

    def changed(unit: Provision) -> Provision:
        old = before.get(bases.get(unit.id, unit.id))
        if old is None:
            return unit
        texts = {}
        for name, text in _referring(unit).items():
            meant = {
                words: heirs.get(target, target)
                for words, target in _targets(getattr(old, name))
                if _label(now, heirs.get(target, target)) == _label(was, target)
            }
            texts[name] = _pointing(text, meant, now)
        return replace(unit, **texts) if texts else unit

    return map_provisions(merged, changed)


def _pointing(text: Text, meant: Mapping[str, ProvisionId], now: Numbers) -> Text:
    """A text with references that point to what their words mean, where they point to another number."""

    def point(mark: Mark) -> Mark:
        target = meant.get(text.plain[mark.start : mark.end])
        if not isinstance(mark.value, CrossReference) or mark.value.target is None or target is None:
            return mark
        if _label(now, ProvisionId(mark.value.target)) == _label(now, target):
            return mark
        return Mark(mark.start, mark.end, replace(mark.value, target=target))

    return text.map_marks(point)


def _referring(unit: Provision) -> dict[str, Text]:
    """The wordings of a provision that refer to others."""
    texts = {name: getattr(unit, name) for name in FIELDS}
    return {name: text for name, text in texts.items() if text.of(CrossReference)}


def _targets(text: Text) -> Iterator[tuple[str, ProvisionId]]:
    for start, end, reference in text.of(CrossReference):
        if reference.target is not None:
            yield text.plain[start:end], ProvisionId(reference.target)


def _label(known: Numbers, unit: ProvisionId) -> str | None:
    return known[unit].label if unit in known else None
