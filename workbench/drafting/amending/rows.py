"""Rows: units whose numbers follow each other are named together, *Articles 5 to 8*, *points (a) to (c)*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from workbench.agreement.tree import Provision, Zone
from workbench.comparison import Fate, Redline
from workbench.comparison.revision import Node
from workbench.drafting.amending.addresses import Addresses
from workbench.drafting.amending.counting import following
from workbench.drafting.amending.instruction import Deed, Instruction, Step

ZONES_OF_UNITS = (Zone.BODY, Zone.ANNEXES)
"""Where units are cited by their numbers."""


def renumbered(
    redline: Redline, old: Addresses, new: Addresses, anew: Collection[Zone | None]
) -> list[Instruction]:
    """Units that stayed under another number, those of a row together; not where a zone is given `anew`."""
    found: list[Instruction] = []
    code = redline.old.language
    heirs = {
        node.olds[0].id: node.news[0]
        for zone in ZONES_OF_UNITS
        if zone not in anew
        for node in _all(redline.nodes.get(zone, ()))
        if node.fate in (Fate.KEPT, Fate.MOVED_HERE)
    }
    for unit in redline.old.walk():
        heir = heirs.get(unit.id)
        place = old.of(unit) if heir is not None else None
        if heir is None or place is None or place.steps[-1].ordinal:
            continue
        before, after = old.numbers[unit.id].number, new.numbers[heir.id].number
        if not before or not after or before == after:
            continue
        one = Instruction(Deed.RENUMBER, place, numbers=(after, after))
        last = next((told for told in reversed(found) if _same_row(told, one)), None)
        if last is not None and follows(last, one, code) and after in following(last.numbers[1], code):
            found[found.index(last)] = replace(last, last=before, numbers=(last.numbers[0], after))
        else:
            found.append(one)
    return found


def follows(before: Instruction, one: Instruction, code: str) -> bool:
    """Whether the unit of one instruction is the next after the last of another, so that a row names both."""
    last, number = before.last or before.place.steps[-1].number, one.place.steps[-1].number
    return _same_row(before, one) and not one.place.steps[-1].ordinal and number in following(last, code)


def in_rows(units: Sequence[Provision], steps: Sequence[Step]) -> Iterator[list[tuple[Provision, Step]]]:
    """New units, those whose numbers follow each other together."""
    run: list[tuple[Provision, Step]] = []
    for unit, step in zip(units, steps, strict=True):
        if run and step.number and not _next(run[-1][1].number, step.number):
            yield run
            run = []
        run.append((unit, step))
    if run:
        yield run


def _same_row(one: Instruction, other: Instruction) -> bool:
    *above, last = one.place.steps
    *over, final = other.place.steps
    return above == over and last.kind is final.kind


def _next(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
