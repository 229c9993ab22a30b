"""Building an agreement from a redline and a choice of revisions.

Every node of the redline holds the old and the new unit at once; deciding walks the nodes and takes from
each what was accepted. Revisions can rest on each other (a paragraph moved into an article that is itself
inserted): the rejected one prevails, so that nothing of the old text is lost unless everything its loss
rests on was accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import uuid5

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.text import (
    Alternative,
    Bracket,
    CitedInstrument,
    Comment,
    CrossReference,
    DefinedTerm,
    Emphasis,
    Mark,
    PartyName,
    Text,
)
from workbench.agreement.tree import Agreement, Provision, ProvisionId, Zone
from workbench.comparison.revision import Fate, Node, Op, Pieces, Side

SPANNING = (Emphasis, Bracket, Alternative, DefinedTerm, PartyName, CitedInstrument, Comment)
"""Marks that may run on over several pieces; all others are atoms and never cut."""

Nodes = Mapping[Zone, tuple[Node, ...]]


def decide(old: Agreement, new: Agreement, nodes: Nodes, accepted: frozenset[int], silent: Side) -> Agreement:
    """The agreement in which the `accepted` revisions are made and the others are not.

    `silent` says whose identities and other things without a revision are kept.
    """
    builder = _Builder(nodes, _supported(nodes, accepted), silent)
    base = new if silent is Side.NEW else old
    built = replace(base, **{zone.value: builder.row(nodes.get(zone, ())) for zone in Zone})
    return without_repeated_ids(built)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, parents before children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _supported(nodes: Nodes, accepted: frozenset[int]) -> frozenset[int]:
    """The accepted revisions without those that rest on a rejected one."""
    rests: set[tuple[int, int]] = set()

    for zone in Zone:
        _dependencies(nodes.get(zone, ()), (), rests)
    kept = set(accepted)
    changed = True
    while changed:
        fallen = {one for one, support in rests if one in kept and support not in kept}
        kept -= fallen
        changed = bool(fallen)
    return frozenset(kept)


def _dependencies(
    nodes: tuple[Node, ...],
    above: tuple[int, ...],
    rests: set[tuple[int, int]],
) -> None:
    """Collect pairs (revision, revision it rests on); `above` are the insertions or deletions around."""
    for node in nodes:
        if node.fate is Fate.MOVED_HERE and node.move is not None:
            rests.update((node.move, insertion) for insertion in above if insertion != node.move)
        elif node.fate is Fate.MOVED_AWAY and node.move is not None:
            rests.update((deletion, node.move) for deletion in above if deletion != node.move)
        around = above
        if node.fate in (Fate.INSERTED, Fate.DELETED) and node.revision is not None:
            around = (*above, node.revision)
        elif node.fate not in (Fate.INSERTED, Fate.DELETED):
            around = ()
        _dependencies(node.children, around, rests)


class _Builder:
    """Walks nodes and builds provisions."""

    def __init__(self, nodes: Nodes, accepted: frozenset[int], silent: Side) -> None:
        self.accepted = accepted
        self.silent = silent
        every = [node for zone in Zone for node in walk(nodes.get(zone, ()))]
        self.moved = {node.olds[0].id: node for node in every if node.fate is Fate.MOVED_HERE}
        # Old references follow their target when it goes on under the identity of the new tree.
        self.heirs: dict[ProvisionId, ProvisionId] = {
            node.olds[0].id: node.news[0].id
            for node in every
            if node.olds and node.news and node.olds[0].id != node.news[0].id
        }

    def row(self, nodes: tuple[Node, ...]) -> tuple[Provision, ...]:
        return tuple(unit for node in nodes for unit in self.units(node))

    def units(self, node: Node) -> tuple[Provision, ...]:
        match node.fate:
            case Fate.KEPT:
                return (self.unit(node),)
            case Fate.MOVED_HERE:
                return (self.unit(node),) if node.move in self.accepted else ()
            case Fate.MOVED_AWAY:
                here = self.moved[node.olds[0].id]
                return () if here.move in self.accepted else (self.unit(here),)
            case Fate.INSERTED:
                if node.revision not in self.accepted:
                    return ()
                return (replace(node.news[0], children=self.row(node.children)),)
            case Fate.DELETED:
                if node.revision in self.accepted:
                    return ()
                return (replace(self.earlier(node.olds[0]), children=self.row(node.children)),)
            case Fate.SPLIT | Fate.MERGED:
                taken = node.revision in self.accepted
                units = node.news if taken else tuple(self.earlier(unit) for unit in node.olds)
                carrier = node.carriers[1 if taken else 0]
                children = self.row(node.children)
                return tuple(
                    replace(unit, children=children if index == carrier else ())
                    for index, unit in enumerate(units)
                )

    def unit(self, node: Node) -> Provision:
        """The one unit of a node that keeps or moves it."""
        old, new = node.olds[0], node.news[0]
        children = self.row(node.children)
        base = new if self.silent is Side.NEW else old
        if node.revision is not None:
            words = new if node.revision in self.accepted else self.earlier(old)
            return replace(
                base,
                kind=words.kind,
                heading=words.heading,
                text=words.text,
                wrap_up=words.wrap_up,
                children=children,
            )
        kind = base.kind
        if node.move is not None:
            kind = new.kind if node.move in self.accepted else old.kind
        return replace(
            base,
            kind=kind,
            heading=self.words(node.heading, old.heading, new.heading),
            text=self.words(node.text, old.text, new.text),
            wrap_up=self.words(node.wrap_up, old.wrap_up, new.wrap_up),
            children=children,
        )

    def words(self, pieces: Pieces, old: Text, new: Text) -> Text:
        """One text with its accepted changes made."""
        changes = {piece.revision for piece in pieces if piece.op is not Op.EQUAL}
        if self.silent is Side.NEW and changes <= self.accepted:
            return new
        if not changes & self.accepted:
            return old if self.silent is Side.OLD else self.following(old)
        parts: list[Text] = []
        for piece in pieces:
            if piece.op is Op.EQUAL:
                parts.append(piece.old if self.silent is Side.OLD else piece.new)
            elif piece.op is Op.INSERT and piece.revision in self.accepted:
                parts.append(piece.new)
            elif piece.op is Op.DELETE and piece.revision not in self.accepted:
                parts.append(self.following(piece.old))
        return rejoined(parts)

    def earlier(self, unit: Provision) -> Provision:
        """An old unit as it can stand in the result."""
        if self.silent is Side.OLD:
            return unit
        return replace(
            unit,
            heading=self.following(unit.heading),
            text=self.following(unit.text),
            wrap_up=self.following(unit.wrap_up),
        )

    def following(self, text: Text) -> Text:
        """The same words with references that follow their targets."""

        def follow(mark: Mark) -> Mark:
            value = mark.value
            if not isinstance(value, CrossReference) or value.target is None:
                return mark
            heir = self.heirs.get(ProvisionId(value.target))
            return mark if heir is None else Mark(mark.start, mark.end, replace(value, target=heir))

        return text.map_marks(follow) if text.marks else text


def rejoined(parts: Iterable[Text]) -> Text:
    """Pieces of one text put together; a mark that was cut at a joint is whole again."""
    plain = ""
    marks: list[Mark] = []
    for part in parts:
        joint = len(plain)
        open_ends = {
            i: mark for i, mark in enumerate(marks) if mark.end == joint and isinstance(mark.value, SPANNING)
        }
        for mark in part.marks:
            shifted = mark.shifted(joint)
            before = next(
                (i for i, m in open_ends.items() if mark.start == 0 and m.value == mark.value), None
            )
            if before is not None and isinstance(mark.value, SPANNING):
                del open_ends[before]
                marks[before] = Mark(marks[before].start, shifted.end, mark.value)
            else:
                marks.append(shifted)
        plain += part.plain
    return Text(plain, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


def without_repeated_ids(agreement: Agreement) -> Agreement:
    """Give a second unit of the same identity a new one, always the same.

    The old and the new text of one unit stand side by side when its insertion was accepted and its
    deletion was not.
    """
    ids = [unit.id for unit in agreement.walk()]
    if len(set(ids)) == len(ids):
        return agreement
    seen: dict[ProvisionId, int] = {}

    def distinct(unit: Provision) -> Provision:
        count = seen.get(unit.id, 0)
        seen[unit.id] = count + 1
        return replace(unit, id=ProvisionId(uuid5(unit.id, str(count)))) if count else unit

    return map_provisions(agreement, distinct)
