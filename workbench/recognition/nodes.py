"""The tree while it is being built: nodes that can still grow, frozen into provisions at the end.

Ids of an imported source are made from the hash of the file and the place in it, so that reading the same
file again, here or in another library, gives the same ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from workbench.agreement.identity import source_provision_id
from workbench.agreement.text import Text
from workbench.agreement.tree import EMPTY, Kind, Provision, ProvisionId
from workbench.recognition.lines import Passage


@dataclass(slots=True)
class Node:
    """One unit in the making. `first` and `last` are indices of source blocks, `place` its first passage."""

    kind: Kind
    place: Passage
    text: Text = EMPTY
    heading: Text = EMPTY
    wrap_up: Text = EMPTY
    printed: str | None = None
    confidence: float = 1.0
    first: int = 0
    last: int = 0
    children: list[Node] = field(default_factory=list)
    types: tuple[str, ...] = ()
    id: ProvisionId | None = None

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def add(self, child: Node) -> Node:
        """Put a node below this one."""
        self.children.append(child)
        return child

    @property
    def plain(self) -> str:
        """The words of this node alone."""
        return self.text.plain


def node(kind: Kind, passage: Passage, text: Text | None = None, **rest: object) -> Node:
    """A node made from one passage."""
    made = Node(kind, passage, passage.text if text is None else text, first=passage.first, last=passage.last)
    made.confidence = passage.joined
    for name, value in rest.items():
        setattr(made, name, value)
    return made


def give_ids(zones: list[list[Node]], sha256: str) -> None:
    """Give every node its id: the hash of the file and the turn of the node in document order."""
    position = 0
    for zone in zones:
        for top in zone:
            for unit in top.walk():
                unit.id = source_provision_id(sha256, position)
                position += 1


def extents(unit: Node) -> tuple[int, int]:
    """The blocks of a node and all below it; set on the node on the way."""
    for child in unit.children:
        first, last = extents(child)
        unit.first, unit.last = min(unit.first, first), max(unit.last, last)
    return unit.first, unit.last


def frozen(unit: Node, mark: Callable[[Node, Text], Text]) -> Provision:
    """The provision of a finished node; `mark` puts the marks on each of its texts."""
    assert unit.id is not None
    return Provision(
        id=unit.id,
        kind=unit.kind,
        text=mark(unit, unit.text),
        heading=mark(unit, unit.heading) if unit.heading else unit.heading,
        children=tuple(frozen(child, mark) for child in unit.children),
        wrap_up=mark(unit, unit.wrap_up) if unit.wrap_up else unit.wrap_up,
        printed=unit.printed,
        types=unit.types,
        confidence=round(unit.confidence, 2),
    )
