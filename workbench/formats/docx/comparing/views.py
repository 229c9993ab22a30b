"""How a file that already holds revisions is read: as it was before those, or with them.

A redline must reject to the old text and accept to the new one, all revisions together. So the old text is
compared with what the new file says once its own revisions are *rejected*: what its authors inserted is
passed over and stays theirs, what they deleted is still there. Revisions that the old file holds too were not
made since: they count as accepted on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from workbench.formats.docx.nodes import child_of
from workbench.formats.docx.package import W
from workbench.formats.docx.revisions.following import following_paragraph
from workbench.formats.docx.revisions.listing import KINDS, Selection

HERE, GONE = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
TRACKED = (*HERE, *GONE)
_CELL_HERE, _CELL_GONE = f"{W}cellIns", f"{W}cellDel"
_WORDS = (f"{W}t", f"{W}delText")
_AUTHOR, _DATE = f"{W}author", f"{W}date"
_PROPERTIES, _MARKS = f"{W}pPr", f"{W}rPr"


class Hand(NamedTuple):
    """Who revised when, and how: the revisions of one hand are told apart by their words alone."""

    tag: str
    author: str
    date: str


class Known:
    """The revisions of a file, by which they are known again in a later one: kind, author, date, words.

    Who works inside a revision of another cuts it in pieces, so a piece counts as known too.
    """

    def __init__(self, roots: Iterable[etree._Element] = ()) -> None:
        said: dict[Hand, list[str]] = defaultdict(list)
        for root in roots:
            for element in root.iter(*KINDS):
                said[hand_of(element)].append(revised_words(element))
        self._said = {its: "".join(words) for its, words in said.items()}

    def holds(self, element: etree._Element) -> bool:
        """Whether a revision was there before."""
        said = self._said.get(hand_of(element)) if self._said else None
        return said is not None and revised_words(element) in said


def revised_words(element: etree._Element) -> str:
    """The words in a revision; none for one on a mark or on properties."""
    if not len(element):
        return ""
    return "".join(part.text or "" for part in element.iter(*_WORDS))


def hand_of(element: etree._Element) -> Hand:
    """By whose hand a revision is."""
    return Hand(str(element.tag), element.get(_AUTHOR, ""), element.get(_DATE, ""))


class View:
    """Which of a file's revisions count as made since the old text, and which as `known` from before."""

    def __init__(self, known: Iterable[etree._Element] = ()) -> None:
        self.known = frozenset(known)

    @classmethod
    def of(cls, roots: Iterable[etree._Element], known: Known) -> View:
        """The view of a file, given the revisions the old file held."""
        return cls(element for root in roots for element in root.iter(*KINDS) if known.holds(element))

    def passes_over(self, revision: etree._Element) -> bool:
        """Whether what a revision holds is no part of the text as it is read."""
        return (revision.tag in HERE) != (revision in self.known)

    def ends(self, paragraph: etree._Element) -> bool:
        """Whether the break of a paragraph is there as the text is read."""
        properties = child_of(paragraph, _PROPERTIES)
        marks = None if properties is None else child_of(properties, _MARKS)
        return marks is None or not any(self.passes_over(mark) for mark in marks if mark.tag in TRACKED)

    def runs_on(self, paragraph: etree._Element) -> etree._Element | None:
        """The paragraph it is read together with, if its break is not there and another follows."""
        return None if self.ends(paragraph) else following_paragraph(paragraph)

    def has_row(self, row: etree._Element) -> bool:
        """Whether a row of a table is there."""
        properties = row.find(f"{W}trPr")
        return properties is None or not any(
            self.passes_over(mark) for mark in properties if mark.tag in TRACKED
        )

    def has_cell(self, cell: etree._Element) -> bool:
        """Whether a cell of a row is there."""
        properties = cell.find(f"{W}tcPr")
        for mark in () if properties is None else properties:
            if mark.tag in (_CELL_HERE, _CELL_GONE) and (mark.tag == _CELL_HERE) != (mark in self.known):
                return False
        return True


class Since(Selection, frozen=True):
    """The revisions made since those known."""

    known: Known = Known()

    def takes(self, element: etree._Element) -> bool:
        """Whether it was made since."""
        return not self.known.holds(element)


EVERYTHING = View()
