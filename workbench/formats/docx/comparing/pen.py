"""Writing revisions: w:ins and w:del around runs, on paragraph marks and on rows, each signed and numbered.

After ISO 29500-1, 17.13.5. The mark of a paragraph stands first in its run properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from workbench.formats.docx.comparing.lines import GONE, HERE, RUN, SPACE, TRACKED, Leaf, copied_tag, spoken
from workbench.formats.docx.package import W

INSERTED, DELETED = f"{W}ins", f"{W}del"
_UNSEEN = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_AFTER_MARKS = (f"{W}sectPr", f"{W}pPrChange")


class Pen:
    """Signs revisions with one author and date and ids that rise from `first`."""

    def __init__(self, author: str, date: str, first: int) -> None:
        self._author, self._date, self._next = author, date, first
        self.count = 0

    def revision(self, tag: str) -> etree._Element:
        """An empty revision of our own."""
        self.count += 1
        return etree.Element(
            tag, {f"{W}id": self._number(), f"{W}author": self._author, f"{W}date": self._date}
        )

    def insert(self, leaves: Iterable[Leaf]) -> None:
        """Mark what stands in the new file as inserted; what its authors marked so already stays theirs."""
        last: etree._Element | None = None
        for leaf in leaves:
            if leaf.state == "here":
                last = None
                continue
            for run in leaf.as_runs():
                if last is not None and run.getparent() is last:
                    continue
                node = self._alone(run) if leaf.state == "gone" else run
                if last is not None and node.getprevious() is last:
                    last.append(node)
                    continue
                last = self.revision(INSERTED)
                node.addprevious(last)
                last.append(node)

    def delete(self, nodes: Sequence[etree._Element]) -> etree._Element:
        """A deletion that holds these runs."""
        made = self.revision(DELETED)
        for node in nodes:
            for part in list(node) if node.tag == RUN else ():
                if part.tag in _UNSEEN:
                    part.tag = _UNSEEN[str(part.tag)]
                    part.text = spoken(part)
                    if part.text != part.text.strip():
                        part.set(SPACE, "preserve")
            made.append(node)
        return made

    def mark_break(self, paragraph: etree._Element, tag: str) -> None:
        """Mark the end of a paragraph as inserted or deleted, unless it is marked so already."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        marks = properties.find(f"{W}rPr")
        if marks is None:
            marks = etree.Element(f"{W}rPr")
            following = next((c for c in properties if c.tag in _AFTER_MARKS), None)
            if following is None:
                properties.append(marks)
            else:
                following.addprevious(marks)
        same = HERE if tag == INSERTED else GONE
        if any(child.tag in same for child in marks):
            return
        marks.insert(0, self.revision(tag))

    def mark_row(self, row: etree._Element, tag: str) -> None:
        """Mark a row as inserted or deleted, unless it is marked so already."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            exceptions = row.find(f"{W}tblPrEx")
            row.insert(0 if exceptions is None else 1, properties)
        if any(child.tag == tag for child in properties):
            return
        made = self.revision(tag)
        following = next(
            (c for c in properties if c.tag == f"{W}trPrChange" or (tag == INSERTED and c.tag == DELETED)),
            None,
        )
        if following is None:
            properties.append(made)
        else:
            following.addprevious(made)

    def outside(self, node: etree._Element) -> etree._Element:
        """Divide an earlier revision so that something can stand beside `node` that is not inside it.

        Returns the element after which to write.
        """
        parent = node.getparent()
        while parent is not None and parent.tag in TRACKED:
            rest = list(node.itersiblings())
            if rest:
                second = copied_tag(parent)
                second.set(f"{W}id", self._number())
                second.extend(rest)
                parent.addnext(second)
            node, parent = parent, parent.getparent()
        return node

    def _alone(self, node: etree._Element) -> etree._Element:
        """The part of an earlier deletion that holds only this run."""
        before = node.getprevious()
        if before is not None:
            self.outside(before)
        return self.outside(node)

    def _number(self) -> str:
        self._next += 1
        return str(self._next - 1)
