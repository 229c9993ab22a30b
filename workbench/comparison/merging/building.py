"""From nodes to provisions: the wording of each, conflicts in brackets, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid5

from msgspec.structs import replace

from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Provision, ProvisionId
from workbench.comparison.merging.regions import JOINT
from workbench.comparison.merging.sides import Entry, Node, Side, Who
from workbench.comparison.merging.strands import FIELDS, Origin, Strand, cut_strands
from workbench.comparison.merging.wording import Table, bracketed, merge_words
from workbench.comparison.units import Unit

T = TypeVar("T")
_SILENT = tuple(name for name in Provision.__struct_fields__ if name not in (*FIELDS, "kind", "children"))
"""What a provision says of itself besides its words: taken whole from the side that changed it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict: its provision and group, what stood there, what either side wants ("" for nothing)."""

    unit: ProvisionId
    group: str
    before: str
    ours: str
    theirs: str


def picked(base: T, ours: T, theirs: T) -> T:
    """What the side that changed it says; ours where both did."""
    return theirs if ours == base else ours


class Builder:
    """Makes the provisions of settled nodes.

    `edits` counts the changes of words, `found` holds the conflicts, `strands` whose the words are.
    """

    def __init__(self, base: list[Unit], sides: tuple[Side, Side], table: Table) -> None:
        self.base = base
        self.sides = sides
        self.table = table
        self.edits = 0
        self.found: list[Found] = []
        self.heirs: dict[ProvisionId, ProvisionId] = {}
        self.strands: dict[ProvisionId, dict[str, tuple[Strand, ...]]] = {}
        self.bases: dict[ProvisionId, ProvisionId] = {}
        self.born: dict[ProvisionId, Origin] = {}
        self.moved: dict[ProvisionId, Origin] = {}
        self._fought: dict[int, str] = {}
        self._torn: Who | None = None

    def row(self, entries: Iterable[Entry]) -> tuple[Provision, ...]:
        """A row of siblings with all below them."""
        return tuple(unit for entry in entries for unit in self._entry(entry))

    def _entry(self, entry: Entry) -> tuple[Provision, ...]:
        node = entry.node
        if entry.copied:
            return self._copy(node)
        if node.elsewhere is not None and self._is_copied(node):
            group = self._torn_group(node)
            units = self._as_of(Who.OURS, node)
            return tuple(_contested(unit, group, self.table.ours, chosen=group) for unit in units)
        units = self._units(node)
        if any(node.moved) and node.contested_by is None:
            origin = Origin.BOTH if all(node.moved) else Origin.OURS if node.moved[0] else Origin.THEIRS
            self.moved.update((unit.id, origin) for unit in units)
        return units

    def _as_of(self, who: Who, node: Node) -> tuple[Provision, ...]:
        """What both moved, at one side's place: in its words where the two dispute them."""
        before, self._torn = self._torn, who
        units = self._units(node)
        self._torn = before
        return units

    def _units(self, node: Node) -> tuple[Provision, ...]:
        if len(node.base) > 1 or any(len(members) > 1 for members in node.sides):
            return self._divided(node)
        if self._torn is not None and (node.contested_by is not None or node.rival is not None):
            return self._of_torn(node, self._torn)
        if node.contested_by is not None:
            return (self._fought_over(node),)
        if node.rival is not None:
            return (self._rival(node),)
        base, ours, theirs = self._three(node)
        if base is None:
            return (self._born(node, ours, theirs),)
        assert ours is not None  # else it would be contested or gone
        assert theirs is not None
        known = {name: _pick(name, base, ours, theirs) for name in _SILENT}
        texts = {
            name: self._words(
                known["id"], name, (getattr(base, name), getattr(ours, name), getattr(theirs, name))
            )
            for name in FIELDS
        }
        self._inherit(base, ours, theirs, identity=known["id"])
        self.bases[known["id"]] = base.id
        kind = picked(base.kind, ours.kind, theirs.kind)
        return (replace(base, **known, **texts, kind=kind, children=self.row(node.children)),)

    def _of_torn(self, node: Node, who: Who) -> tuple[Provision, ...]:
        """What is in dispute inside of something that stands at two places: each place has its side's."""
        children = self.row(node.children)
        if not node.sides[who] or node.contested_by is who:
            return children
        unit = self.sides[who].units[node.sides[who][0]].provision
        return (replace(unit, children=children),)

    def _born(self, node: Node, ours: Provision | None, theirs: Provision | None) -> Provision:
        """What was put in: by one side, or by both in much the same words."""
        one = ours or theirs
        assert one is not None  # every node holds something
        self._inherit(one, ours, theirs, identity=one.id)
        self.born[one.id] = Origin.OURS if theirs is None else Origin.BOTH if ours else Origin.THEIRS
        texts = {}
        if ours is not None and theirs is not None:
            edits = self.edits
            for name in FIELDS:
                texts[name] = self._words(one.id, name, (Text(), getattr(ours, name), getattr(theirs, name)))
            self.edits = edits  # putting it in is the edit
        return replace(one, **texts, children=self.row(node.children))

    def _three(self, node: Node) -> tuple[Provision | None, Provision | None, Provision | None]:
        base = self.base[node.base[0]].provision if node.base else None
        ours, theirs = (
            side.units[members[0]].provision if members else None
            for side, members in zip(self.sides, node.sides, strict=True)
        )
        return base, ours, theirs

    def _inherit(self, *units: Provision | None, identity: ProvisionId) -> None:
        """References to any of these units follow the one that stands for them."""
        for unit in units:
            if unit is not None and unit.id != identity:
                self.heirs[unit.id] = identity

    def _words(self, unit: ProvisionId, name: str, texts: tuple[Text, Text, Text]) -> Text:
        base, ours, theirs = texts
        if ours == theirs == base:
            return base
        merged = merge_words(base, ours, theirs, self.table)
        if merged.disputes and self._torn is not None:
            return texts[1 + self._torn]
        self.edits += merged.edits
        self.found.extend(
            Found(unit, found.group, found.before, found.ours, found.theirs) for found in merged.disputes
        )
        self.strands.setdefault(unit, {})[name] = tuple(merged.strands)
        return merged.text

    # Conflicts that are a whole provision ---------------------------------------------------------------

    def _fought_over(self, node: Node) -> Provision:
        """One side took it out, the other edited it: in brackets, as the other has it."""
        assert node.contested_by is not None  # as the caller saw
        keeper = node.contested_by.other
        unit = self.sides[keeper].units[node.sides[keeper][0]].provision
        base = self.base[node.base[0]].provision
        self._inherit(base, identity=unit.id)
        self.bases[unit.id] = base.id
        above = node.above
        if above is not None and above.contested_by is node.contested_by and id(above) in self._fought:
            group = self._fought[id(above)]
        else:
            group = self.table.group()
            kept = (unit.words, "") if keeper is Who.OURS else ("", unit.words)
            self.found.append(Found(unit.id, group, base.words, *kept))
        self._fought[id(node)] = group
        name = self.table.theirs if keeper else self.table.ours
        made = _bracketed(replace(unit, children=()), group, name)
        if not any(getattr(unit, field).plain.strip() for field in FIELDS):
            made = replace(made, choice=group)  # without words, nothing else tells that it is in dispute
        return replace(made, children=self.row(node.children))

    def _rival(self, node: Node) -> Provision:
        """One of two wordings of an inserted provision."""
        who = Who.OURS if node.sides[0] else Who.THEIRS
        rival = node.rival
        assert rival is not None  # as the caller saw
        unit = self.sides[who].units[node.sides[who][0]].provision
        mine, other = node.sides[who][0], rival.sides[who.other][0]
        pair = (mine, other) if who is Who.OURS else (other, mine)
        group = uuid5(self.table.space, f"rivals {pair[0]} {pair[1]}").hex[:8]
        if who is Who.OURS:
            theirs = self.sides[1].units[other].provision
            self.found.append(Found(unit.id, group, "", unit.words, theirs.words))
        made = replace(unit, children=self.row(node.children))
        return _contested(made, group, self.table.theirs if who else self.table.ours, chosen=group)

    def _copy(self, node: Node) -> tuple[Provision, ...]:
        """What both moved, at the place where theirs has it."""
        group = self._torn_group(node)
        edits, found = self.edits, len(self.found)
        units = self._as_of(Who.THEIRS, _without_copies(node))
        self.edits = edits
        del self.found[found:]
        here, there = (
            side.units[members[0]].provision for side, members in zip(self.sides, node.sides, strict=True)
        )
        before = self.base[node.base[0]].provision.words
        self.found.append(Found(units[0].id, group, before, here.words, there.words))
        renamed = (_renamed(unit, group) for unit in units)
        return tuple(_contested(unit, group, self.table.theirs, chosen=group) for unit in renamed)

    def _torn_group(self, node: Node) -> str:
        return uuid5(self.table.space, f"places {node.base[0]}").hex[:8]

    def _is_copied(self, node: Node) -> bool:
        assert node.elsewhere is not None  # as the caller saw
        above, _ = node.elsewhere
        while above is not None:
            if above is node:
                return False
            above = above.above
        return True

    # Paragraphs divided and joined -----------------------------------------------------------------------

    def _divided(self, node: Node) -> tuple[Provision, ...]:
        base = [self.base[i].provision for i in node.base]
        ours, theirs = (
            [side.units[i].provision for i in members]
            for side, members in zip(self.sides, node.sides, strict=True)
        )
        identity = picked(base[0].id, ours[0].id, theirs[0].id)
        text = self._words(identity, "text", (_in_one(base), _in_one(ours), _in_one(theirs)))
        parts = _cut(text)
        strands = cut_strands(self.strands.get(identity, {}).pop("text", ()))
        models = theirs if len(ours) == len(base) else ours
        made: list[Provision] = []
        for index, words in enumerate(parts):
            model = models[min(index, len(models) - 1)]
            unit = replace(model, text=words, children=())
            if index == 0:
                unit = replace(unit, **{name: _pick(name, base[0], ours[0], theirs[0]) for name in _SILENT})
            elif index >= len(models):
                unit = replace(unit, id=ProvisionId(uuid5(model.id, f"part {index}")))
            made.append(unit)
            self.bases[unit.id] = base[min(index, len(base) - 1)].id
            if index < len(strands):
                self.strands.setdefault(unit.id, {})["text"] = strands[index]
        self._inherit(base[0], ours[0], theirs[0], identity=identity)
        for unit in (*base[1:], *ours[1:], *theirs[1:]):
            if unit.id not in {one.id for one in made}:
                self.heirs[unit.id] = made[-1].id
        made[-1] = replace(made[-1], children=self.row(node.children))
        return tuple(made)


def following(unit: Provision, heirs: dict[ProvisionId, ProvisionId]) -> Provision:
    """The same provision with references that follow their targets."""

    def follow(mark: Mark) -> Mark:
        value = mark.value
        if not isinstance(value, CrossReference) or value.target is None:
            return mark
        heir = heirs.get(ProvisionId(value.target))
        return mark if heir is None else Mark(mark.start, mark.end, replace(value, target=heir))

    changed = {
        name: getattr(unit, name).map_marks(follow)
        for name in FIELDS
        if getattr(unit, name).of(CrossReference)
    }
    return replace(unit, **changed) if changed else unit


def _pick(name: str, base: Provision, ours: Provision, theirs: Provision) -> Any:
    return picked(getattr(base, name), getattr(ours, name), getattr(theirs, name))


def _in_one(units: list[Provision]) -> Text:
    whole = units[0].text
    for unit in units[1:]:
        whole = whole + JOINT + unit.text
    return whole


def _cut(text: Text) -> list[Text]:
    parts: list[Text] = []
    while (at := text.plain.find(JOINT)) >= 0:
        parts.append(text.slice(0, at))
        text = text.slice(at + 1, len(text))
    return [*parts, text]


def _contested(unit: Provision, group: str, who: str, *, chosen: str) -> Provision:
    """A provision and all below it as one side's alternative; the others of its choice stand beside it."""
    made = _bracketed(unit, group, who)
    children = tuple(_below(child, group, who) for child in unit.children)
    return replace(made, children=children, choice=chosen)


def _below(unit: Provision, group: str, who: str) -> Provision:
    children = tuple(_below(child, group, who) for child in unit.children)
    return replace(_bracketed(unit, group, who), children=children)


def _bracketed(unit: Provision, group: str, who: str) -> Provision:
    """The words of one provision in brackets."""
    words = {
        name: bracketed(getattr(unit, name), group, who)
        for name in FIELDS
        if getattr(unit, name).plain.strip()
    }
    return replace(unit, **words)


def _renamed(unit: Provision, salt: str) -> Provision:
    children = tuple(_renamed(child, salt) for child in unit.children)
    return replace(unit, id=ProvisionId(uuid5(unit.id, salt)), children=children)


def _without_copies(node: Node) -> Node:
    return Node(
        node.base,
        node.sides,
        contested_by=node.contested_by,
        moved=node.moved,
        above=node.above,
        zone=node.zone,
        children=[Entry(_without_copies(entry.node)) for entry in node.children if not entry.copied],
    )
