"""Whether two texts are the same to the letter and the unit, and which places of them are not.

`amend` holds its protocol to this: what does not come out as it should is given anew, at first the unit, then
the zone it stands in.
"""

from __future__ import annotations

from workbench.agreement.numbering import numbers
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Agreement, Provision, ProvisionId, Zone

_Line = tuple[str, str, str, str, str, int]


def _lines(agreement: Agreement) -> dict[Zone, list[list[_Line]]]:
    """Kind, number, wording and depth of every unit, by zone and top-level unit."""
    labels = numbers(agreement)

    def below(unit: Provision, depth: int) -> list[_Line]:
        number = (labels[unit.id].number or "").casefold()
        texts = (unit.heading.plain, unit.text.plain, unit.wrap_up.plain)
        heading, text, wrap_up = (on_one_line(part) for part in texts)
        own = (unit.kind.value, number, heading, text, wrap_up, depth)
        return [own, *(line for child in unit.children for line in below(child, depth + 1))]

    return {zone: [below(unit, 0) for unit in agreement.zone(zone)] for zone in Zone}


def same_text(one: Agreement, other: Agreement) -> bool:
    """Whether two agreements are the same in wording, structure and numbers."""
    return _lines(one) == _lines(other)


def wrong_places(made: Agreement, wanted: Agreement) -> list[tuple[Zone, int]]:
    """The top-level units of the wanted text that were not come by: zone and index."""
    mine, theirs = _lines(made), _lines(wanted)
    found: list[tuple[Zone, int]] = []
    for zone in Zone:
        row = mine[zone]
        for index, unit in enumerate(theirs[zone]):
            if index >= len(row) or row[index] != unit:
                found.append((zone, index))
        if len(row) > len(theirs[zone]):
            found.append((zone, max(0, len(theirs[zone]) - 1)))
    return found


def widened(
    wrong: list[tuple[Zone, int]],
    old: Agreement,
    new: Agreement,
    coarse: set[ProvisionId],
    zones: set[Zone],
) -> bool:
    """Mark what is to be given anew; False where nothing more can be done."""
    before = len(coarse) + len(zones)
    labels = numbers(old)
    wanted = numbers(new)
    for zone, index in wrong:
        units = new.zone(zone)
        unit = units[index] if index < len(units) else None
        pool = [inner for top in old.zone(zone) for inner in top.walk()]
        same = [
            one.id
            for one in pool
            if unit is not None
            and one.kind is unit.kind
            and (one.id == unit.id or labels[one.id].label == wanted[unit.id].label)
        ]
        if same and same[0] not in coarse and zone in (Zone.BODY, Zone.ANNEXES):
            coarse.add(same[0])
        else:
            zones.add(zone)
    return len(coarse) + len(zones) > before


def told_places(wrong: list[tuple[Zone, int]], new: Agreement) -> list[tuple[str, str]]:
    """Places that were not come by, as a reader knows them: the label and the first words."""
    labels = numbers(new)
    told = []
    for zone, index in wrong:
        units = new.zone(zone)
        unit = units[index] if index < len(units) else None
        words = on_one_line(unit.words)[:80] if unit is not None else ""
        told.append((labels[unit.id].label if unit is not None else zone.value, words))
    return told
