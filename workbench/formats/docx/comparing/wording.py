"""Marking one paragraph against another, or several that were divided or put together; and whole paragraphs.

The new file keeps its XML; what only the old one holds is copied in as deleted or moved away, in front of
what took its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from workbench.comparison.tokens import Token
from workbench.formats.docx.comparing.blocks import Block, Reading, lines_of
from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.changes import ChangeKind, Record
from workbench.formats.docx.comparing.lines import Leaf, Line, read_line
from workbench.formats.docx.comparing.looks import Looks, Segment
from workbench.formats.docx.comparing.pen import (
    CELL_DELETED,
    CELL_INSERTED,
    DELETED,
    INSERTED,
    MOVED_AWAY,
    MOVED_HERE,
    Pen,
)
from workbench.formats.docx.comparing.placing import (
    BREAK,
    Placed,
    of_first_line,
    place_of,
    placed_tokens,
    segments,
    stretches,
    words_of,
)
from workbench.formats.docx.comparing.structure import ROW, TABLE, P, controls_in, paragraphs
from workbench.formats.docx.comparing.things import NOTES, copied_tag
from workbench.formats.docx.package import W

_LINK = f"{W}hyperlink"


@dataclass
class Wording:
    """Marks the paragraphs of one story of the part `target`, of which the old one stands in `source`."""

    pen: Pen
    carrier: Carrier
    record: Record
    looks: Looks
    before: Reading
    after: Reading
    source: str
    target: str
    framed: set[etree._Element] = field(default_factory=set)
    """Parts of frames of fields that came or went."""

    # Whole blocks

    def deleted(self, block: Block) -> etree._Element:
        """A copy of a block of the old text, with all it says deleted or moved away."""
        made = self.carrier.copy(block.element, self.source, self.target)
        for row in made.iter(ROW) if made.tag == TABLE else [made] if made.tag == ROW else []:
            self.pen.mark_row(row, DELETED)
        for paragraph in paragraphs(made):
            self._delete_words(paragraph, block)
            self.pen.mark_break(paragraph, _last(block, MOVED_AWAY, DELETED))
        if block.move is not None:
            block.move.written_away.append(made)
        return made

    def inserted(self, block: Block) -> None:
        """Mark a block of the new text as inserted or moved here."""
        for row in block.rows or ([block] if block.shape.startswith("tr") else []):
            self.pen.mark_row(row.element, INSERTED)
        for line in lines_of(block):
            self._insert(line, 0, line.length, block)
            self.pen.mark_break(line.element, _last(block, MOVED_HERE, INSERTED))
            self._insert_frame(line)
            for paragraph in line.paragraphs:
                self.pen.insert_rest(paragraph)
                for control in controls_in(paragraph):
                    self.pen.mark_control(control)
        if block.move is not None:
            block.move.written_here.extend(block.elements)

    def deleted_cell(self, cell: etree._Element) -> etree._Element:
        """A copy of a cell of the old text that is marked as deleted with all it says."""
        made = self.carrier.copy(cell, self.source, self.target)
        for row in made.iter(ROW):
            self.pen.mark_row(row, DELETED)
        for paragraph in paragraphs(made):
            self._delete_words(paragraph, None)
            self.pen.mark_break(paragraph, DELETED)
        self.pen.mark_cell(made, CELL_DELETED)
        return made

    def inserted_cell(self, cell: etree._Element, held: list[Block]) -> None:
        """Mark a cell of the new text and all it holds as inserted."""
        for block in held:
            self.inserted(block)
        self.pen.mark_cell(cell, CELL_INSERTED)

    def insert_words(self, block: Block) -> None:
        """Mark what a block says as inserted, its breaks aside."""
        for line in lines_of(block):
            self._insert(line, 0, line.length, None)

    def delete_words(self, paragraph: etree._Element) -> None:
        """Let a copied paragraph hold nothing but its words, deleted."""
        self._delete_words(paragraph, None)

    def _delete_words(self, paragraph: etree._Element, block: Block | None) -> None:
        line = read_line([paragraph], self.before.digest)
        if self.framed and block is not None and block.line is not None and line.frame:
            pairs = zip(block.line.frame, line.frame, strict=True)
            framed = {copy for part, copy in pairs if part in self.framed}
            line = read_line([paragraph], self.before.digest, framed=framed)
        made: list[etree._Element] = []
        for start, end, tag in _shares(block, 0, line.length, MOVED_AWAY, DELETED):
            made.extend(self._removals(_cut(line, start, end), tag))
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
        paragraph.extend(made)

    def _insert(self, line: Line, start: int, end: int, block: Block | None) -> list[etree._Element]:
        made: list[etree._Element] = []
        for first, last, tag in _shares(block, start, end, MOVED_HERE, INSERTED):
            leaves = _cut(line, first, last)
            self.record.new_notes.extend(leaf.parts[0] for leaf in leaves if leaf.parts[0].tag in NOTES)
            found = self.pen.insert(leaves, tag)
            made.extend(found if tag == MOVED_HERE else ())
        return made

    def _removals(
        self, leaves: Sequence[Leaf], tag: str, *, copied: bool = True, linked: bool = False
    ) -> list[etree._Element]:
        """Deletions, or old places of a move, that hold these leaves; links are kept around their words."""
        found: dict[etree._Element, etree._Element | None] = {}
        for leaf in leaves:
            for node in leaf.as_runs():
                found[node] = None if linked else next(node.iterancestors(_LINK), None)
        made: list[etree._Element] = []
        for link, group in groupby(found, key=found.__getitem__):
            nodes = list(group)
            if not copied:
                nodes = [self.carrier.copy(node, self.source, self.target) for node in nodes]
            removal = self.pen.remove(nodes, tag)
            if link is not None:
                around = copied_tag(link)
                if not copied:
                    around = self.carrier.copy(around, self.source, self.target)
                around.append(removal)
                removal = around
            made.append(removal)
        return made

    # Paragraphs

    def compared(self, olds: list[Block], news: list[Block]) -> None:
        """Mark what became of one paragraph, or of several that are one now, or of one that is several."""
        before, after = [b.line for b in olds if b.line], [b.line for b in news if b.line]
        tail = olds[0].tail is not None
        if len(olds) == len(news) == 1 and olds[0].key == news[0].key:
            self._unchanged(before[0], after[0])
            return
        mine, yours = placed_tokens(before, after)
        if len(olds) < len(news) and not tail:
            self._note_division(ChangeKind.SPLIT, before, after)
        elif len(olds) > len(news) and not tail:
            self._note_division(ChangeKind.MERGED, before, after)
        equal: list[tuple[list[Segment], list[Segment]]] = []
        for stretch in stretches(olds, news, mine, yours):
            gone, come = mine[stretch.a : stretch.b], yours[stretch.c : stretch.d]
            if stretch.equal:
                if any(line.stories for line in before):
                    self._pair_stories(before, after, gone, come)
                equal.append((segments(gone), segments(come)))
                continue
            told = [of_first_line(side) for side in (gone, come)] if tail else [gone, come]
            said = [words_of(*side) if side[1] else None for side in zip((before, after), told, strict=True)]
            if gone:
                self._write_removals(olds, gone, self._anchor(after, yours, stretch.c))
            for at, start, end in segments(come):
                block = news[at]
                written = self._insert(after[at], start, end, block)
                if block.move is not None:
                    block.move.written_here.extend(written)
            for at, token in come:
                if token.key == BREAK:
                    self.pen.mark_break(after[at].element, INSERTED)
            if any(told):
                self.record.note_words(*said)
        for line in after:
            self._insert_frame(line)
        shares = tail or len(olds) != len(news)
        words = " ".join(filter(None, (self._looks_of(before, after, *segments) for segments in equal)))
        # A paragraph that is put together with the next takes over its settings.
        settings = (shares or not self._ignores_looks) and self.looks.paragraph(
            before[-1].element, after[-1].element
        )
        self._note_looks(words, not shares and settings)

    def _insert_frame(self, line: Line) -> None:
        """Mark the parts of a frame that came, be the words around them new or not."""
        self.pen.insert_frame(part for part in line.frame if part in self.framed)

    def _unchanged(self, old: Line, new: Line) -> None:
        self._insert_frame(new)
        for first, second in zip(old.stories, new.stories, strict=False):
            self.record.pair(first, second)
        changed = False
        if not self._ignores_looks:
            words = self._looks_of([old], [new], [(0, 0, old.length)], [(0, 0, new.length)])
            changed = self._note_looks(words, self.looks.paragraph(old.element, new.element), new.words)
        self.record.unchanged += not changed

    @property
    def _ignores_looks(self) -> bool:
        return self.after.options.ignore_formatting

    def _looks_of(self, olds: list[Line], news: list[Line], mine: list[Segment], yours: list[Segment]) -> str:
        """The words whose look alone changed; folded words may be of different length."""
        if self._ignores_looks or self.after.options.folds:
            return ""
        return self.looks.words(olds, news, mine, yours)

    def _note_looks(self, words: str, paragraph: bool, whole: str = "") -> bool:
        if words or paragraph:
            said = words or whole
            self.record.note(ChangeKind.FORMATTED, said, said)
        return bool(words or paragraph)

    def _note_division(self, kind: ChangeKind, olds: list[Line], news: list[Line]) -> None:
        old, new = ["\n".join(line.words for line in lines) for lines in (olds, news)]
        self.record.note(kind, old, new)

    def _write_removals(self, olds: list[Block], gone: list[Placed], here: etree._Element) -> None:
        """Write what is gone before `here`, which is taken away; a lost break ends a paragraph there."""
        linked = next(here.iterancestors(_LINK), None) is not None
        run: list[Placed] = []
        for at, token in [*gone, (-1, Token(0, 0, BREAK))]:
            if token.key != BREAK:
                run.append((at, token))
                continue
            for k, start, end in segments(run):
                self._remove_before(here, olds[k], start, end, linked=linked)
            run = []
            if at >= 0:
                self._end_paragraph(olds[at].element, here)
        _remove(here)

    def _remove_before(
        self, here: etree._Element, block: Block, start: int, end: int, *, linked: bool
    ) -> None:
        assert block.line is not None  # only paragraphs are compared by their words
        for first, last, tag in _shares(block, start, end, MOVED_AWAY, DELETED):
            for element in self._removals(_cut(block.line, first, last), tag, copied=False, linked=linked):
                here.addprevious(element)
                if block.move is not None and tag == MOVED_AWAY:
                    block.move.written_away.append(element)

    def _end_paragraph(self, old: etree._Element, here: etree._Element) -> None:
        """Let a paragraph of the old file, with a deleted break, end where `here` stands."""
        paragraph = _bring_up(here)
        made = etree.Element(P)
        properties = old.find(f"{W}pPr")
        if properties is not None:
            made.append(self.carrier.copy(properties, self.source, self.target))
        for child in list(paragraph):
            if child is here:
                break
            if child.tag != f"{W}pPr":
                made.append(child)
        self.pen.mark_break(made, DELETED)
        paragraph.addprevious(made)

    def _anchor(self, news: list[Line], yours: list[Placed], index: int) -> etree._Element:
        """An element put in before token `index` of the new lines, outside of earlier revisions."""
        at, place = place_of(news, yours, index)
        line = news[at]
        line.cut(place)
        before, after = line.around(place)
        here = etree.Element(f"{W}proofErr")
        node = _outermost(before.nodes[-1], after) if before else None
        if node is not None:
            self.pen.outside(node).addnext(here)
            return here
        first = _outermost(after.nodes[0], None) if after else None
        if first is not None:
            first.addprevious(here)
        else:
            line.element.append(here)
        return here

    def _pair_stories(
        self, olds: list[Line], news: list[Line], gone: list[Placed], come: list[Placed]
    ) -> None:
        """Remember the notes and text boxes that stayed: their words are still to be compared."""
        for (i, mine), (j, yours) in zip(gone, come, strict=True):
            if mine.key.startswith(("note", "thing")) and mine.end - mine.start == 1:
                self.record.pair(olds[i].at(mine.start), news[j].at(yours.start))


def _shares(
    block: Block | None, start: int, end: int, moved: str, other: str
) -> Iterator[tuple[int, int, str]]:
    """[start, end) cut into what moved and what did not."""
    for first, last in block.kept if block is not None and block.move is not None else ():
        if last <= start or first >= end:
            continue
        if first > start:
            yield start, first, other
        yield max(start, first), min(end, last), moved
        start = min(end, last)
    if start < end:
        yield start, end, other


def _last(block: Block, moved: str, other: str) -> str:
    """How the break of a block is marked: as what stands before it is, or LibreOffice leaves it behind.

    In a paragraph with fields or links it loses track of a move, but not of what came and what went.
    """
    if block.move is None or (block.line and any(map(_leads_elsewhere, block.line.leaves))):
        return other
    length = block.line.length if block.line is not None else 0
    tags = [tag for _, _, tag in _shares(block, 0, length, moved, other)]
    return tags[-1] if tags else other


def _leads_elsewhere(leaf: Leaf) -> bool:
    """Whether it is a field or stands in a link."""
    return leaf.key.startswith("field") or next(leaf.parts[0].iterancestors(_LINK), None) is not None


def _cut(line: Line, start: int, end: int) -> list[Leaf]:
    line.cut(start)
    line.cut(end)
    return line.between(start, end)


def _outermost(node: etree._Element, other: Leaf | None) -> etree._Element:
    """The highest element around `node` in its paragraph that does not hold `other` too."""
    paragraph = next(node.iterancestors(P))
    aims = set(other.nodes[0].iterancestors()) if other else {paragraph, *paragraph.iterancestors()}
    parent = node.getparent()
    while parent is not None and parent is not paragraph and parent not in aims:
        node, parent = parent, parent.getparent()
    return node


def _bring_up(here: etree._Element) -> etree._Element:
    """Divide what stands around `here` in its paragraph, so that it stands in the paragraph itself."""
    parent = here.getparent()
    assert parent is not None  # it was put into a paragraph
    while parent.tag != P:
        second = copied_tag(parent)
        second.extend(list(here.itersiblings()))
        parent.addnext(here)
        if len(second):
            here.addnext(second)
        parent = here.getparent()
        assert parent is not None  # all runs stand in a paragraph
    return parent


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
