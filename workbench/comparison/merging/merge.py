"""`merge`: three agreements in, one out, and the list of what could not be settled."""

from __future__ import annotations

from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from workbench.agreement.numbering import numbers
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.text import Alternative
from workbench.agreement.tree import Agreement, Party, ProvisionId, Zone
from workbench.comparison.decisions import without_repeated_ids
from workbench.comparison.merging.building import Builder, picked
from workbench.comparison.merging.places import Places
from workbench.comparison.merging.pointing import as_written, following
from workbench.comparison.merging.printed import counted_on
from workbench.comparison.merging.sides import Node, Side, Three, Who
from workbench.comparison.merging.standing import settle_standing
from workbench.comparison.merging.strands import Hands, Origin
from workbench.comparison.merging.wording import Table
from workbench.comparison.options import PLAIN, LanguagesDifferError
from workbench.comparison.units import Shapes, laid_out

_STEPS = 5
_ABOUT = tuple(name for name in Agreement.__struct_fields__ if name not in (*Zone, "parties", "language"))
"""What an agreement says of itself besides its text: taken whole from the side that changed it."""


class Delegations(Struct, frozen=True):
    """How the two sides are named in the alternatives."""

    ours: str = "ours"
    theirs: str = "theirs"


UNNAMED = Delegations()


class Conflict(Struct, frozen=True):
    """A place where both sides changed the same thing: its label in the merged text, and either wording.

    An empty wording says that the side took the words out. `before` is what the base has there; all
    alternatives of `group` in the merged text belong to this conflict, the first of them in `unit`. Where the
    place is disputed, `places` are the labels that it has as ours and as theirs have it.
    """

    label: str
    ours: str
    theirs: str
    before: str = ""
    group: str = ""
    unit: ProvisionId | None = None
    places: tuple[str, ...] = ()


class Merged(Struct, frozen=True):
    """The merged agreement, how many changes went in without dispute, and the conflicts that stand in it.

    `hands` tells which side each change comes from.
    """

    agreement: Agreement
    clean: int
    conflicts: tuple[Conflict, ...] = ()
    hands: Hands = Hands()


def merge(
    base: Agreement,
    ours: Agreement,
    theirs: Agreement,
    delegations: Delegations = UNNAMED,
    progress: Progress = SILENT,
) -> Merged:
    """Bring the changes that two sides made to one text together.

    What one side changed is changed; where both changed the same words, or one took out what the other
    edited, both wordings stand side by side in brackets. A side that changed nothing leaves the other's
    text exactly as it is. Raises `LanguagesDifferError`.
    """
    for side in (ours, theirs):
        if side.language != base.language:
            raise LanguagesDifferError(old=base.language, new=side.language)
    step(progress, 0, _STEPS, "reading the three texts")
    shapes = Shapes()
    units = laid_out(base, PLAIN, shapes)
    step(progress, 1, _STEPS, "comparing ours with the base")
    mine = Side(units, ours, shapes)
    step(progress, 2, _STEPS, "comparing theirs with the base")
    sides = (mine, Side(units, theirs, shapes))
    step(progress, 3, _STEPS, "bringing both together")
    three = Three(units, sides)
    settle_standing(three)
    places = Places(three)
    table = Table(delegations.ours, delegations.theirs, _space(base, ours, theirs))
    builder = Builder(three, places.tears, table)
    zones = {zone.value: builder.row(places.roots[zone]) for zone in Zone}
    step(progress, 4, _STEPS, "numbering")
    clean = builder.edits + sum(_is_clean_change(node) for node in three.nodes)
    if theirs == base or ours in (theirs, base):
        agreement = theirs if ours == base else ours
    else:
        about = {name: picked(*(getattr(side, name) for side in (base, ours, theirs))) for name in _ABOUT}
        built = replace(base, **zones, **about, parties=_parties(base, ours, theirs))
        same = {unit: _in_all(three.of_id[before], three) for unit, before in builder.bases.items()}
        built = following(without_repeated_ids(built), builder.heirs)
        built = counted_on(built, base, (ours, theirs), same)
        agreement = as_written(built, base, builder.bases, builder.heirs)
    labels = {unit: number.label for unit, number in numbers(agreement).items()}
    conflicts = tuple(
        Conflict(
            labels.get(found.unit, ""),
            found.ours,
            found.theirs,
            found.before,
            found.group,
            found.unit,
            tuple(labels.get(unit, "") for _, unit in sorted(builder.places.get(found.group, {}).items())),
        )
        for found in builder.found
    )
    step(progress, _STEPS, _STEPS)
    gone = {
        units[index].provision.id: _who_took_out(node)
        for node in three.nodes
        if node.gone
        for index in node.base
    }
    hands = Hands(builder.strands, builder.born, builder.moved, gone, builder.bases)
    return Merged(agreement, clean, conflicts, hands)


def _space(base: Agreement, *sides: Agreement) -> UUID:
    """From what the groups of alternatives are named: none that an earlier merge left comes again."""
    left = sorted(
        {
            value.group
            for text in (base, *sides)
            for unit in text.walk()
            for _, _, value in (*unit.heading.of(Alternative), *unit.text.of(Alternative))
        }
    )
    return uuid5(base.id, " ".join(left)) if left else base.id


def _in_all(node: Node, three: Three) -> tuple[ProvisionId | None, ...]:
    """What a provision of the base is in the base, in ours and in theirs."""
    sides = (three.unit(node, who).provision.id if node.sides[who] else None for who in Who)
    return three.base[node.base[0]].provision.id, *sides


def _who_took_out(node: Node) -> Origin:
    if not any(node.sides):
        return Origin.BOTH
    return Origin.THEIRS if node.sides[0] else Origin.OURS


def _is_clean_change(node: Node) -> bool:
    """Whether a provision was inserted, taken out or moved, and nobody objects; words count by themselves."""
    if node.contested_by is not None or node.rival is not None or node.torn:
        return False
    if not node.base:
        above = node.above
        return not node.gone and (above is None or (bool(above.base) and above.contested_by is None))
    return node.gone or any(node.moved)


def _parties(base: Agreement, ours: Agreement, theirs: Agreement) -> tuple[Party, ...]:
    """The parties in our order, each as the side that changed it has it; theirs new ones last."""
    if ours.parties == base.parties:
        return theirs.parties
    before, other = ({party.key: party for party in side.parties} for side in (base, theirs))
    merged: list[Party] = []
    for party in ours.parties:
        if party.key in before and party.key not in other and party == before[party.key]:
            continue
        was, theirs_has = before.get(party.key, party), other.get(party.key, party)
        merged.append(picked(was, party, theirs_has))
    known = {party.key for party in ours.parties} | set(before)
    return (*merged, *(party for party in theirs.parties if party.key not in known))
