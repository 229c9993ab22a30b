"""From nodes to provisions: the wording of each, conflicts in brackets, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid5

from msgspec.structs import replace

from workbench.agreement.text import Alternative, Text
from workbench.agreement.tree import Provision, ProvisionId
from workbench.comparison.merging.regions import JOINT
from workbench.comparison.merging.sides import Entry, Node, Three, Who
from workbench.comparison.merging.strands import FIELDS, Origin, Strand, cut_strands
from workbench.comparison.merging.wording import Table, bracketed, merge_words
from workbench.comparison.units import Unit

T = TypeVar("T")
Tears = dict[int, tuple[list[Node], list[Node]]]
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

    `edits` counts the changes of words, `found` holds the conflicts, the rest says whose what is. What is
    torn is built twice, as either side has it (`places`, by the group of the conflict): `_as` is the side
    whose wording and places count then.
    """

    def __init__(self, three: Three, tears: Tears, table: Table) -> None:
        self.three = three
        self.tears = tears
        self.table = table
        self.edits = 0
        self.found: list[Found] = []
        self.heirs: dict[ProvisionId, ProvisionId] = {}
        self.strands: dict[ProvisionId, dict[str, tuple[Strand, ...]]] = {}
        self.bases: dict[ProvisionId, ProvisionId] = {}
        self.born: dict[ProvisionId, Origin] = {}
        self.moved: dict[ProvisionId, Origin] = {}
        self._as: Who | None = None
        self._fought: dict[int, str] = {}
        self.places: dict[str, dict[Who, ProvisionId]] = {}

    def row(self, entries: Iterable[Entry]) -> tuple[Provision, ...]:
        """A row of siblings with all below them."""
        return tuple(unit for entry in entries for unit in self._entry(entry))

    def _entry(self, entry: Entry) -> tuple[Provision, ...]:
        node = entry.node
        if entry.whose is not None and self._as is None:
            return self._torn_as(entry.whose, node)
        if entry.whose is not self._as and entry.whose is not None:
            return ()
        units = self._units(node)
        if any(node.moved) and node.contested_by is None:
            origin = Origin.BOTH if all(node.moved) else Origin.OURS if node.moved[0] else Origin.THEIRS
            self.moved.update((unit.id, origin) for unit in units)
        return units

    def _units(self, node: Node) -> tuple[Provision, ...]:
        host = _disputed(node)
        if host is not None and self._as is not None and not host.sides[self._as]:
            return self.row(node.children)
        if host is not None and self._as is None:
            if node.rival is not None:
                return (self._rival(node),)
            if host.contested_by is not None:
                return self._fought_over(node, host)
        if node.base and not all(node.sides):
            return self._kept_by_one(node)
        if len(node.base) > 1 or any(len(members) > 1 for members in node.sides):
            return self._divided(node)
        base, ours, theirs = self._three(node)
        if base is None:
            return (self._born(node, ours, theirs),)
        assert ours is not None  # else one kept it
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
        base = self.three.base[node.base[0]].provision if node.base else None
        ours, theirs = (self.three.unit(node, who).provision if node.sides[who] else None for who in Who)
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
        merged = merge_words(base, ours, theirs, self.table, self._as)
        self.edits += merged.edits
        self.found.extend(
            Found(unit, found.group, found.before, found.ours, found.theirs) for found in merged.disputes
        )
        self.strands.setdefault(unit, {})[name] = tuple(merged.strands)
        return merged.text

    # Conflicts that are a whole provision ---------------------------------------------------------------

    def _kept_by_one(self, node: Node) -> tuple[Provision, ...]:
        """What one side took out, as the other has it."""
        keeper = Who.OURS if node.sides[0] else Who.THEIRS
        units = [self.three.sides[keeper].units[index].provision for index in node.sides[keeper]]
        for index in node.base:
            self._inherit(self.three.base[index].provision, identity=units[0].id)
            self.bases[units[0].id] = self.three.base[node.base[0]].provision.id
        last = replace(units[-1], children=self.row(node.children))
        return (*(replace(unit, children=()) for unit in units[:-1]), last)

    def _fought_over(self, node: Node, host: Node) -> tuple[Provision, ...]:
        """What one side took out and the other edited, with all it put in there: bracketed, as it has it."""
        assert host.contested_by is not None  # as `_disputed` says
        keeper = host.contested_by.other
        above = _disputed(node.above)
        if above is not None and above.contested_by is host.contested_by:
            group = self._fought[id(node.above)]
        else:
            group = self.table.group()
            before = "\n".join(self.three.base[index].provision.words for index in node.base)
            units = self.three.sides[keeper].units
            words = "\n".join(units[index].provision.words for index in node.sides[keeper])
            kept = (words, "") if keeper is Who.OURS else ("", words)
            self.found.append(Found(self.three.unit(node, keeper).provision.id, group, before, *kept))
        self._fought[id(node)] = group
        name = self.table.theirs if keeper else self.table.ours
        made = self._kept_by_one(node)
        return tuple(_in_dispute(unit, group, name) for unit in made)

    def _rival(self, node: Node) -> Provision:
        """One of two wordings of an inserted provision."""
        who = Who.OURS if node.sides[0] else Who.THEIRS
        assert node.rival is not None  # as the caller saw
        unit, other = self.three.unit(node, who), self.three.unit(node.rival, who.other)
        pair = (unit, other) if who is Who.OURS else (other, unit)
        group = uuid5(self.table.space, f"rivals {pair[0].index} {pair[1].index}").hex[:8]
        if who is Who.OURS:
            words = (one.provision.words for one in pair)
            self.found.append(Found(unit.provision.id, group, "", *words))
        made = replace(unit.provision, children=self.row(node.children))
        return _contested(made, group, self.table.theirs if who else self.table.ours)

    def _torn_as(self, who: Who, node: Node) -> tuple[Provision, ...]:
        """What both moved, each elsewhere, or into one another, as one side has it."""
        group = uuid5(self.table.space, f"places {node.tear}").hex[:8]
        edits, self._as = self.edits, who
        units = self._units(node)
        self._as = None
        if who is Who.THEIRS:
            self.edits = edits  # made in ours already
            units = tuple(_renamed(unit, group) for unit in units)
        if group not in self.places:
            before, *words = (
                "\n".join(unit.provision.words for unit in row) for row in self._stand(self.tears[node.tear])
            )
            self.found.append(Found(units[0].id, group, before, *words))
        self.places.setdefault(group, {}).setdefault(who, units[0].id)
        name = self.table.theirs if who else self.table.ours
        return tuple(_contested(unit, group, name) for unit in units)

    def _stand(self, tear: tuple[list[Node], list[Node]]) -> Iterator[list[Unit]]:
        """What stands at two places: in the base, and as either side has it there."""
        torn = dict.fromkeys(index for nodes in tear for node in nodes for index in node.base)
        yield [self.three.base[index] for index in sorted(torn)]
        for who in Who:
            yield [self.three.unit(node, who) for node in tear[who]]

    # Paragraphs divided and joined -----------------------------------------------------------------------

    def _divided(self, node: Node) -> tuple[Provision, ...]:
        base = [self.three.base[i].provision for i in node.base]
        ours, theirs = (
            [side.units[i].provision for i in members]
            for side, members in zip(self.three.sides, node.sides, strict=True)
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


def _contested(unit: Provision, group: str, who: str) -> Provision:
    """A provision and all below it as one side's alternative; the other of its choice stands elsewhere."""
    return replace(_in_dispute(_below(unit, group, who), group, who), choice=group)


def _below(unit: Provision, group: str, who: str) -> Provision:
    children = tuple(_below(child, group, who) for child in unit.children)
    return replace(_bracketed(unit, group, who), children=children)


def _in_dispute(unit: Provision, group: str, who: str) -> Provision:
    """The words of one provision in brackets; what has none tells otherwise that it is in dispute."""
    if any(getattr(unit, name).plain.strip() for name in FIELDS):
        return unit if _is_of(unit, group) else _bracketed(unit, group, who)
    if any(_is_of(child, group) for child in unit.children):
        return replace(unit, choice=group)
    return replace(unit, text=bracketed(Text(), group, who))


def _is_of(unit: Provision, group: str) -> bool:
    texts = (getattr(unit, name) for name in FIELDS)
    return unit.choice == group or any(v.group == group for text in texts for _, _, v in text.of(Alternative))


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


def _disputed(node: Node | None) -> Node | None:
    """The provision in dispute as a whole that this one is, or was put into."""
    while node is not None and node.contested_by is None and node.rival is None:
        node = None if node.base else node.above
    return node
