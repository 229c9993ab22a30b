"""Live cross-references: the words under a `CrossReference` follow the present number of its target.

`refresh` rewrites them after any edit, in the grammar they stand in: *6. pantam* becomes *7. pantam*, a
section that became an article is cited as one, and a reference from another article names that article.
Words that cite no unit we know stay as they are. A reference whose target is gone is a finding of the
checks room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from msgspec.structs import replace

from workbench.agreement.declension import Case
from workbench.agreement.edits import map_provisions
from workbench.agreement.identity import retargeted
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.checks.places import Places
from workbench.checks.reference_words import Step, full, noun, parse

_INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)


def refresh(agreement: Agreement) -> Agreement:
    """The agreement with the words of every cross-reference brought up to date."""
    holders = [unit for unit in agreement.walk() if _refers(unit)]
    if not holders:
        return agreement
    places = Places(agreement, {unit.id for unit in holders} | set(_targets(holders)))

    def change(unit: Provision) -> Provision:
        text, wrap_up = _refreshed(unit.text, unit, places, agreement), unit.wrap_up
        if wrap_up:
            wrap_up = _refreshed(wrap_up, unit, places, agreement)
        if text is unit.text and wrap_up is unit.wrap_up:
            return unit
        return replace(unit, text=text, wrap_up=wrap_up)

    return map_provisions(agreement, change, within=places.with_all_above([unit.id for unit in holders]))


def _refers(unit: Provision) -> bool:
    marks = (*unit.text.marks, *unit.wrap_up.marks)
    return any(isinstance(mark.value, CrossReference) for mark in marks)


def _targets(holders: Iterable[Provision]) -> Iterator[ProvisionId]:
    for unit in holders:
        for text in (unit.text, unit.wrap_up):
            for _, _, reference in text.of(CrossReference):
                if reference.target is not None:
                    yield ProvisionId(reference.target)


def retarget(unit: Provision, targets: Mapping[UUID, UUID]) -> Provision:
    """The provision and its children with references pointed anew; one to no key of `targets` gets None."""
    own = retargeted(unit, targets)
    return replace(own, children=tuple(retarget(child, targets) for child in unit.children))


def cite(agreement: Agreement, target: ProvisionId, *, case: Case = Case.NOM) -> Text:
    """A new reference to a provision, in full and in the case wanted, with its mark."""
    words = full(Places(agreement).path(target), agreement.language, case)
    return Text(words, (Mark(0, len(words), CrossReference(target)),))


def _refreshed(text: Text, holder: Provision, places: Places, agreement: Agreement) -> Text:
    result = text
    for start, end, reference in reversed(text.of(CrossReference)):
        if reference.target is None or ProvisionId(reference.target) not in places:
            continue
        words = text.plain[start:end]
        present = _present(words, holder, ProvisionId(reference.target), places, agreement.language)
        if present != words:
            own = Mark(start, end, reference)
            others = tuple(mark for mark in result.marks if mark != own)
            result = Text(result.plain, others).replace(start, end, present)
            result = result.marked(start, start + len(present), reference)
    return result


def _present(words: str, holder: Provision, target: ProvisionId, places: Places, language: str) -> str:
    """What the words of a reference should now read."""
    path = places.path(target)
    if not path:
        return words
    bare = words.strip(" ().")
    if bare.isalnum() and (bare.isdigit() or len(bare) <= 2):
        return words.replace(bare, path[-1][1])
    steps = parse(words, language)
    if not steps:
        return words
    named = {_level(step.kind) for step in steps}
    depth = {_level(kind) for kind, _ in path}
    near = places.basic(holder.id) is places.basic(target)
    if max(named) != max(depth) or (0 not in named and not near) or not named <= depth:
        final = steps[0] if language == "uk" else steps[-1]
        return _as_written(full(path, language, final.case), words)
    return _renumbered(words, steps, {_level(kind): (kind, number) for kind, number in path}, language)


def _level(kind: Kind) -> int:
    """0 for articles, sections and annexes, then one for each level below."""
    return _INNER.index(kind) + 1 if kind in _INNER else 0


def _renumbered(words: str, steps: tuple[Step, ...], path: dict[int, tuple[Kind, str]], language: str) -> str:
    edits: list[tuple[int, int, str]] = []
    for step in steps:
        kind, number = path[_level(step.kind)]
        edits.append((*step.number_at, number))
        if kind is not step.kind and step.noun_at[1] and kind in BASIC and step.kind in BASIC:
            old = words[slice(*step.noun_at)]
            edits.append((*step.noun_at, _as_written(noun(kind, language, step.case), old)))
    for start, end, new in sorted(edits, reverse=True):
        words = words[:start] + new + words[end:]
    return words


def _as_written(new: str, old: str) -> str:
    """The new words with the capital or small first letter of the old ones."""
    if old[:1].islower() and not new.startswith(("Article", "Section")):  # English always capitalises these
        return new[:1].lower() + new[1:]
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
