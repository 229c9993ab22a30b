"""What changed silently: the differences between what was sent and what came back that no mark owns up to.

The revisions that came with the answer are rejected; what then still differs was changed without one. Those
that were in the file already when it was sent count as accepted on both sides.
"""

from __future__ import annotations

from lxml import etree

from workbench.formats.docx.comparing.changes import Change
from workbench.formats.docx.comparing.comparing import compare
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions.deciding import decide
from workbench.formats.docx.revisions.listing import KINDS, Selection, text_parts

_Hand = tuple[str, str, str, str]


class _Theirs(Selection, frozen=True):
    """The revisions that were not there before."""

    known: frozenset[_Hand] = frozenset()

    def takes(self, element: etree._Element) -> bool:
        return _hand(element) not in self.known


def silent_changes(
    sent: bytes, returned: bytes, *, sent_name: str = "", returned_name: str = ""
) -> tuple[Change, ...]:
    """The unmarked differences. Raises the errors of `Package` for what is no sound Word file."""
    package = Package(sent, name=sent_name)
    roots = [root for part in text_parts(package.names) if (root := package.part(part)) is not None]
    known = frozenset(_hand(element) for root in roots for element in root.iter(*KINDS))
    original = decide(returned, accept=False, name=returned_name, selection=_Theirs(known=known)).data
    plain = decide(original, accept=True, name=returned_name).data
    found = compare(sent, plain, author="", date="", old_name=sent_name, new_name=returned_name)
    return found.changes


def _hand(element: etree._Element) -> _Hand:
    words = "".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))
    return str(element.tag), element.get(f"{W}author", ""), element.get(f"{W}date", ""), words
