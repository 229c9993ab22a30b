"""Writing revisions: insertions, deletions and moves around runs, on breaks and on rows, each signed.

After ISO 29500-1, 17.13.5. The mark of a paragraph stands first in its run properties; what is moved away
keeps `w:t`, and the ranges of a move share a name that no other move has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from lxml import etree

from workbench.formats.docx.comparing.lines import FRAME, Leaf
from workbench.formats.docx.comparing.things import RUN, copied_tag
from workbench.formats.docx.comparing.views import EVERYTHING, GONE, HERE, TRACKED, View
from workbench.formats.docx.nodes import child_of, shorter_side
from workbench.formats.docx.package import W

INSERTED, DELETED = f"{W}ins", f"{W}del"
CELL_INSERTED, CELL_DELETED = f"{W}cellIns", f"{W}cellDel"
MOVED_HERE, MOVED_AWAY = f"{W}moveTo", f"{W}moveFrom"
_UNSEEN = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_MARKS = (INSERTED, DELETED, MOVED_AWAY, MOVED_HERE)
"""In the order in which the schema wants them."""
_GUIDE = f"{W}ruby"
_ID = f"{W}id"
_PARAGRAPH, _MARKS_OF = f"{W}pPr", f"{W}rPr"
_AFTER_MARKS = (f"{W}sectPr", f"{W}pPrChange")


class Pen:
    """Signs revisions with one author and date and ids that rise from `first`; `view` tells those known."""

    def __init__(self, author: str, date: str, first: int, view: View = EVERYTHING) -> None:
        self._author, self._date, self._next = author, date, first
        self._first = first
        self._known = view.known
        self._moves = 0
        self._patterns: dict[str, etree._Element] = {}
        self.count = 0

    def revision(self, tag: str) -> etree._Element:
        """An empty revision of our own."""
        self.count += 1
        pattern = self._patterns.get(tag)
        if pattern is None:
            signed = {f"{W}id": "0", f"{W}author": self._author, f"{W}date": self._date}
            pattern = self._patterns[tag] = etree.Element(tag, signed)
        made = copy(pattern)  # thrice as quick as signing anew, and there may be very many
        made.set(_ID, self.fresh_id())
        return made

    def unsigned(self, tag: str) -> etree._Element:
        """An empty revision of a kind that names no author: that of a table's grid."""
        return etree.Element(tag, {f"{W}id": self.fresh_id()})

    def move_name(self, taken: frozenset[str]) -> str:
        """A name for the next move that none of those has."""
        self._moves += 1
        while f"move{self._moves}" in taken:
            self._moves += 1
        return f"move{self._moves}"

    def move_range(self, tag: str, name: str) -> tuple[etree._Element, etree._Element]:
        """Start and end of one side of a move; `tag` is that of its runs."""
        start = self.revision(f"{tag}RangeStart")
        start.set(f"{W}name", name)
        return start, etree.Element(f"{tag}RangeEnd", {f"{W}id": start.get(f"{W}id", "")})

    def insert(self, leaves: Iterable[Leaf], tag: str = INSERTED) -> list[etree._Element]:
        """Mark what stands in the new file as inserted or moved here; returns the revisions."""
        made: list[etree._Element] = []
        last: etree._Element | None = None
        for leaf in leaves:
            for run in leaf.as_runs():
                parent = run.getparent()
                if last is not None and parent is last:
                    continue
                marked = parent is not None and parent.tag in GONE
                node = self._alone(run) if marked else run
                if last is not None and node.getprevious() is last:
                    last.append(node)
                    continue
                last = self.revision(tag)
                node.addprevious(last)
                last.append(node)
                made.append(last)
        return made

    def insert_frame(self, parts: Iterable[etree._Element]) -> None:
        """Mark signs of fields as inserted, unless the words in their run are so already."""
        for part in parts:
            run = part.getparent()
            around = None if run is None else run.getparent()
            if around is None or around.tag != INSERTED or not self._is_own(around):
                self.insert([Leaf([part], "")])

    def _is_own(self, revision: etree._Element) -> bool:
        identity = revision.get(f"{W}id", "")
        return identity.isdecimal() and int(identity) >= self._first

    def insert_rest(self, paragraph: etree._Element) -> None:
        """Mark the runs without words as inserted with their paragraph: anchors of comments, empty ones.

        Something of it would stay otherwise. Signs of fields are not among them.
        """
        for run in list(paragraph.iter(RUN)):
            around = next(run.iterancestors(*TRACKED, f"{W}p"))
            gone = around.tag in GONE and next(run.iterancestors(f"{W}p")) is paragraph
            if any(part.tag in FRAME for part in run) or not (around is paragraph or gone):
                continue
            if any(map(self._is_own, run.iterancestors(*TRACKED))):
                continue
            node = self._alone(run) if gone else run
            made = self.revision(INSERTED)
            node.addprevious(made)
            made.append(node)

    def remove(self, nodes: Sequence[etree._Element], tag: str = DELETED) -> etree._Element:
        """A deletion, or the old place of a move, that holds these runs."""
        made = self.revision(tag)
        for node in nodes:
            for part in _said_in(node) if tag == DELETED and node.tag == RUN else ():
                part.tag = _UNSEEN[str(part.tag)]
            made.append(node)
        return made

    def mark_break(self, paragraph: etree._Element, tag: str) -> None:
        """Mark the end of a paragraph, unless it is marked so already."""
        marks = marks_of(paragraph)
        same = [child for child in marks if child.tag in (HERE if tag in HERE else GONE)]
        if any(child not in self._known for child in same):
            return
        for child in same:  # there cannot be two, and rejecting all but the known ones has to take it away
            marks.remove(child)
        before = [child for child in marks if child.tag in _MARKS[: _MARKS.index(tag)]]
        marks.insert(len(before), self.revision(tag))

    def mark_row(self, row: etree._Element, tag: str) -> None:
        """Mark a row as inserted or deleted, unless it is marked so already."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            exceptions = row.find(f"{W}tblPrEx")
            row.insert(0 if exceptions is None else 1, properties)
        same = [child for child in properties if child.tag == tag]
        if any(child not in self._known for child in same):
            return
        for child in same:
            properties.remove(child)
        made = self.revision(tag)
        following = next(
            (c for c in properties if c.tag == f"{W}trPrChange" or (tag == INSERTED and c.tag == DELETED)),
            None,
        )
        if following is None:
            properties.append(made)
        else:
            following.addprevious(made)

    def mark_cell(self, cell: etree._Element, tag: str) -> None:
        """Mark a cell, which is not marked yet, as inserted or deleted."""
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        change = properties.find(f"{W}tcPrChange")
        made = self.revision(tag)
        properties.append(made) if change is None else change.addprevious(made)

    def mark_control(self, control: etree._Element) -> None:
        """Mark a content control as inserted: one range around its beginning and one around its end."""
        content = control.find(f"{W}sdtContent")
        assert content is not None  # what was inserted stands in it
        for outer, inner, before in ((control, content, True), (content, control, False)):
            start = self.revision(f"{W}customXmlInsRangeStart")
            end = etree.Element(f"{W}customXmlInsRangeEnd", {f"{W}id": start.get(f"{W}id", "")})
            if before:
                outer.addprevious(start)
                inner.insert(0, end)
            else:
                outer.append(start)
                inner.addnext(end)

    def outside(self, node: etree._Element) -> etree._Element:
        """Divide an earlier revision so that something can stand beside `node` that is not inside it.

        Returns the element after which to write.
        """
        parent = node.getparent()
        while parent is not None and parent.tag in TRACKED:
            rest = node.getnext()
            if rest is not None:
                parent = self._divided(parent, rest)
            node, parent = parent, parent.getparent()
        return node

    def _divided(self, revision: etree._Element, rest: etree._Element) -> etree._Element:
        """Give `rest` and what follows it in an earlier revision one of its own; returns that before it."""
        moving, first = shorter_side(rest)
        second = copied_tag(revision)
        second.extend(moving)
        if first:
            revision.addprevious(second)
            revision.set(_ID, self.fresh_id())
            return second
        revision.addnext(second)
        second.set(_ID, self.fresh_id())
        return revision

    def _alone(self, node: etree._Element) -> etree._Element:
        """The part of an earlier deletion that holds only this run."""
        before = node.getprevious()
        if before is not None:
            self.outside(before)
        return self.outside(node)

    def fresh_id(self) -> str:
        """An id that no revision has."""
        self._next += 1
        return str(self._next - 1)


def _said_in(run: etree._Element) -> list[etree._Element]:
    """What a run says, over and under a phonetic guide too; what its text boxes say is theirs."""
    said: list[etree._Element] = []
    for part in run:
        if part.tag in _UNSEEN:
            said.append(part)
        elif part.tag == _GUIDE:
            said.extend(part.iter(*_UNSEEN))
    return said


def properties_of(paragraph: etree._Element) -> etree._Element:
    """The properties of a paragraph, made where it has none."""
    properties = child_of(paragraph, _PARAGRAPH)
    if properties is None:
        properties = etree.Element(_PARAGRAPH)
        paragraph.insert(0, properties)
    return properties


def marks_of(paragraph: etree._Element) -> etree._Element:
    """The run properties of a paragraph's mark, made where it has none."""
    properties = properties_of(paragraph)
    marks = child_of(properties, _MARKS_OF)
    if marks is None:
        marks = etree.Element(_MARKS_OF)
        following = next((c for c in properties if c.tag in _AFTER_MARKS), None)
        if following is None:
            properties.append(marks)
        else:
            following.addprevious(marks)
    return marks
