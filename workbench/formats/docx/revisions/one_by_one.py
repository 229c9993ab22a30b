"""Tracked changes with their places, so that each can be shown to a user and decided by itself.

A change is known by its number: the order in which it is met over all parts of the file. The paragraph it
stands in, with and without all changes, says to which provision of the agreement it belongs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions.deciding import Decided, decide_parts, decide_tree
from workbench.formats.docx.revisions.listing import KINDS, Selection, TrackedChange, described, text_parts

_HERE, _GONE = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_HOLDERS = (f"{W}p", f"{W}tr")
_SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}


class PlacedChange(TrackedChange, frozen=True):
    """A tracked change with its number and the words around it.

    `before` and `after` are the paragraph (of a row: the row) it stands in, without any change of the file
    and with all of them; both are "" for what stands in neither, like a changed section.
    """

    number: int
    before: str
    after: str


class _These(Selection, frozen=True):
    elements: frozenset[etree._Element] = frozenset()

    def takes(self, element: etree._Element) -> bool:
        return element in self.elements


def placed_changes(data: bytes, *, name: str) -> tuple[PlacedChange, ...]:
    """Every tracked change of a .docx, numbered from 0. Raises the errors of `Package`."""
    package = Package(data, name=name)
    made: list[PlacedChange] = []
    around: dict[etree._Element, tuple[str, str]] = {}
    for part, element in _elements(package):
        holder = next(element.iterancestors(*_HOLDERS), None)
        if holder is not None and holder not in around:
            around[holder] = (_words(holder, _HERE), _words(holder, _GONE))
        before, after = around[holder] if holder is not None else ("", "")
        found = described(element, part)
        made.append(
            PlacedChange(found.kind, found.author, found.date, found.text, part, len(made), before, after)
        )
    return tuple(made)


def decide_each(data: bytes, *, accepted: Collection[int], rejected: Collection[int], name: str) -> Decided:
    """Accept and reject tracked changes by number; all others stay as they are.

    Raises the errors of `Package` for what is no sound Word file.
    """
    package = Package(data, name=name)
    numbered = list(enumerate(_elements(package)))
    taken = frozenset(element for number, (_, element) in numbered if number in accepted)
    refused = frozenset(element for number, (_, element) in numbered if number in rejected)

    def decide(root: etree._Element) -> int:
        first = decide_tree(root, accept=True, selection=_These(elements=taken))
        return first + decide_tree(root, accept=False, selection=_These(elements=refused))

    return decide_parts(data, package, decide)


def _elements(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for part in text_parts(package.names):
        root = package.part(part)
        if root is not None:
            for element in root.iter(*KINDS):
                yield part, element


def _words(holder: etree._Element, without: tuple[str, str]) -> str:
    said = []
    for element in holder.iter(f"{W}t", f"{W}delText", *_SPACES):
        if any(ancestor.tag in without for ancestor in element.iterancestors()):
            continue
        said.append(_SPACES.get(str(element.tag)) or element.text or "")
    return "".join(said)
