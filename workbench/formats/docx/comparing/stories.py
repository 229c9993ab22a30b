"""Going through two stories (a body, a cell, a note, a header) side by side and marking what differs.

The new story keeps its XML; what only the old one holds is copied in as deleted. The last paragraph of a
story cannot lose its break: what was deleted or added after it shares that break.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from workbench.comparison.blocks import Block as Stretch
from workbench.comparison.blocks import blocks_between
from workbench.comparison.tokens import Token
from workbench.formats.docx.comparing.blocks import Block, pair
from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.changes import Change, ChangeKind
from workbench.formats.docx.comparing.groups import divisions, ends_together, with_lone_rows
from workbench.formats.docx.comparing.lines import NOTES, THING, Leaf, Line, read_line
from workbench.formats.docx.comparing.pen import DELETED, INSERTED, Pen
from workbench.formats.docx.comparing.structure import (
    ROW,
    TABLE,
    P,
    blocks,
    cells,
    paragraphs,
    put,
    rows,
)
from workbench.formats.docx.package import Package, W

Digest = Callable[[etree._Element], str]
_BREAK = "paragraphbreak"


@dataclass
class Stories:
    """One comparison: who marks, what is carried over, and what was found."""

    old: Package
    new: Package
    pen: Pen
    carrier: Carrier
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    notes: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    new_notes: list[etree._Element] = field(default_factory=list)
    _source: str = ""
    _place: str = ""
    _target: str = ""

    def compare(self, old: etree._Element, new: etree._Element, source: str, target: str) -> None:
        """Mark in `new`, a story of the part `target`, how it differs from `old` of the part `source`."""
        self._source, self._target = source, target
        self._digest_old = self.carrier.digest_of(self.old, source)
        self._digest_new = self.carrier.digest_of(self.new, target)
        self._story(old, new, top=True)

    def insert_all(self, story: etree._Element, part: str) -> None:
        """Mark the words of a whole note as inserted."""
        self._digest_new = self.carrier.digest_of(self.new, part)
        for paragraph in paragraphs(story):
            self.pen.insert(read_line(paragraph, self._digest_new).leaves)

    def delete_all(self, story: etree._Element, part: str) -> None:
        """Mark the words of a whole note, copied from the old file, as deleted."""
        self._digest_old = self.carrier.digest_of(self.old, part)
        for paragraph in paragraphs(story):
            self._delete_words(paragraph)

    # Stories

    def _story(self, old: etree._Element, new: etree._Element, *, top: bool = False) -> None:
        mine = [self._block(element, self._digest_old) for element in blocks(old)]
        yours = [self._block(element, self._digest_new) for element in blocks(new)]
        pairs = ends_together(mine, yours, pair(mine, yours))
        groups = divisions(mine, yours, pairs)
        cursor: etree._Element | None = None
        i = j = 0
        for olds, news in [*groups, ([len(mine)], [len(yours)])]:
            tail = olds == [len(mine)]
            for block in mine[i : olds[0]]:
                self._stand_at(j, top=top)
                following = yours[j].element if j < len(yours) else None
                cursor = put(self._deleted(block), cursor, following, new)
            for at, block in enumerate(yours[j : news[0]], start=j):
                self._stand_at(at, top=top)
                self._inserted(block)
                cursor = block.element
            if tail:
                break
            self._stand_at(news[0], top=top)
            self._kept([mine[k] for k in olds], [yours[k] for k in news])
            i, j = olds[-1] + 1, news[-1] + 1
            cursor = yours[j - 1].element

    def _stand_at(self, index: int, *, top: bool) -> None:
        """Remember where in the new file we are: at which block of the text, or of which other part."""
        if top:
            part = self._target.rpartition("/")[2].removesuffix(".xml")
            self._place = f"paragraph {index + 1}" if part == "document" else f"{part}, paragraph {index + 1}"

    def _block(self, element: etree._Element, digest: Digest) -> Block:
        if element.tag == P:
            line = read_line(element, digest)
            return Block(element, line.key, line.words, line)
        lines = [read_line(paragraph, digest) for paragraph in paragraphs(element)]
        words = "\n".join(line.words for line in lines)
        shape = "tbl" if element.tag == TABLE else f"tr{len(cells(element))}"
        grid = "".join(f"\x1d{len(cells(row))}" for row in rows(element)) if element.tag == TABLE else shape
        return Block(element, grid + "\x1e".join(line.key for line in lines), words, None, shape)

    def _kept(self, olds: list[Block], news: list[Block]) -> None:
        old, new = olds[0], news[0]
        if len(olds) == len(news) == 1 and old.key == new.key:
            self.unchanged += 1
            self.notes.extend(zip(old.element.iter(*NOTES), new.element.iter(*NOTES), strict=False))
        elif old.line is not None:
            self._lines([b.line for b in olds if b.line], [b.line for b in news if b.line], tail=olds[0].tail)
        else:
            self._table(old.element, new.element)

    def _deleted(self, block: Block) -> etree._Element:
        made = self.carrier.copy(block.element, self._source, self._target)
        for row in made.iter(ROW) if made.tag == TABLE else [made] if made.tag == ROW else []:
            self.pen.mark_row(row, DELETED)
        for paragraph in paragraphs(made):
            self._delete_words(paragraph)
            self.pen.mark_break(paragraph, DELETED)
        self._note(ChangeKind.DELETED, block.words, None)
        return made

    def _inserted(self, block: Block) -> None:
        element = block.element
        for row in element.iter(ROW) if element.tag == TABLE else [element] if element.tag == ROW else []:
            self.pen.mark_row(row, INSERTED)
        for paragraph in paragraphs(element):
            line = block.line or read_line(paragraph, self._digest_new)
            self._insert_leaves(line.leaves)
            self.pen.mark_break(paragraph, INSERTED)
        self._note(ChangeKind.INSERTED, None, block.words)

    def _insert_leaves(self, leaves: Sequence[Leaf]) -> None:
        self.new_notes.extend(leaf.parts[0] for leaf in leaves if leaf.parts[0].tag in NOTES)
        self.pen.insert(leaves)

    def _delete_words(self, paragraph: etree._Element) -> None:
        """Let a copied paragraph hold nothing but its words, deleted."""
        line = read_line(paragraph, self._digest_old)
        made = self._deletions(line.leaves)
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
        paragraph.extend(made)

    def _deletions(self, leaves: Sequence[Leaf], *, copied: bool = True) -> list[etree._Element]:
        """A deletion that holds these leaves, or nothing.

        Links are not kept around deleted words: an empty link would be left once the deletion is accepted.
        """
        found = dict.fromkeys(node for leaf in leaves for node in leaf.as_runs())
        nodes = [node if copied else self.carrier.copy(node, self._source, self._target) for node in found]
        return [self.pen.delete(nodes)] if nodes else []

    # Paragraphs

    def _lines(self, olds: list[Line], news: list[Line], *, tail: bool) -> None:
        mine, yours = _joined(olds), _joined(news)
        stretches = _stretches(olds, news, mine, yours, tail=tail)
        if len(olds) < len(news) and not tail:
            self._note(ChangeKind.SPLIT, " ".join(x.words for x in olds), "\n".join(x.words for x in news))
        elif len(olds) > len(news) and not tail:
            self._note(ChangeKind.MERGED, "\n".join(x.words for x in olds), " ".join(x.words for x in news))
        for stretch in stretches:
            gone, come = mine[stretch.a : stretch.b], yours[stretch.c : stretch.d]
            if stretch.equal:
                self._pair_notes(olds, news, gone, come)
                continue
            if gone:
                here = self._anchor(news, yours, stretch.c)
                self._write_deletions(olds, gone, here)
            inserted = [leaf for at, start, end in _segments(come) for leaf in _cut(news[at], start, end)]
            self._insert_leaves(inserted)
            for at, token in come:
                if token.key == _BREAK:
                    self.pen.mark_break(news[at].element, INSERTED)
            self._note_words(_said(olds, gone), _said(news, come))

    def _write_deletions(self, olds: list[Line], gone: list[_Placed], here: etree._Element) -> None:
        """Write what is gone before `here`, which is taken away; a lost break ends a paragraph there."""
        run: list[_Placed] = []
        for at, token in [*gone, (-1, Token(0, 0, _BREAK))]:
            if token.key != _BREAK:
                run.append((at, token))
                continue
            leaves = [leaf for k, start, end in _segments(run) for leaf in _cut(olds[k], start, end)]
            run = []
            for element in self._deletions(leaves, copied=False):
                here.addprevious(element)
            if at >= 0:
                self._end_paragraph(olds[at].element, here)
        _remove(here)

    def _end_paragraph(self, old: etree._Element, here: etree._Element) -> None:
        """Let a paragraph of the old file, with a deleted break, end where `here` stands."""
        paragraph = here.getparent()
        assert paragraph is not None
        made = etree.Element(P)
        properties = old.find(f"{W}pPr")
        if properties is not None:
            made.append(self.carrier.copy(properties, self._source, self._target))
        for child in list(paragraph):
            if child is here:
                break
            if child.tag != f"{W}pPr":
                made.append(child)
        self.pen.mark_break(made, DELETED)
        paragraph.addprevious(made)

    def _anchor(self, news: list[Line], yours: list[_Placed], index: int) -> etree._Element:
        """An element put in before token `index` of the new lines, outside of earlier revisions."""
        at, place = _place(news, yours, index)
        line = news[at]
        line.cut(place)
        before, after = line.around(place)
        here = etree.Element(f"{W}proofErr")
        node = _outermost(before.nodes[-1], after, line.element) if before else None
        if node is not None:
            self.pen.outside(node).addnext(here)
            return here
        first = _outermost(after.nodes[0], None, line.element) if after else None
        if first is not None:
            first.addprevious(here)
        else:
            line.element.append(here)
        return here

    def _pair_notes(
        self, olds: list[Line], news: list[Line], gone: list[_Placed], come: list[_Placed]
    ) -> None:
        for (i, mine), (j, yours) in zip(gone, come, strict=True):
            if mine.key.startswith("note") and mine.end - mine.start == 1:
                first = olds[i].at(mine.start).parts[0]
                second = news[j].at(yours.start).parts[0]
                if first.tag in NOTES and second.tag in NOTES:
                    self.notes.append((first, second))

    # Tables

    def _table(self, old: etree._Element, new: etree._Element) -> None:
        mine = [self._block(row, self._digest_old) for row in rows(old)]
        yours = [self._block(row, self._digest_new) for row in rows(new)]
        pairs = with_lone_rows(mine, yours, pair(mine, yours))
        cursor: etree._Element | None = None
        i = j = 0
        for a, c in [*pairs, (len(mine), len(yours))]:
            for block in mine[i:a]:
                following = yours[j].element if j < len(yours) else None
                cursor = put(self._deleted(block), cursor, following, new)
            for block in yours[j:c]:
                self._inserted(block)
                cursor = block.element
            if a < len(mine):
                cursor = yours[c].element
                if mine[a].key == yours[c].key:
                    self._kept([mine[a]], [yours[c]])
                else:
                    for cell, other in zip(cells(mine[a].element), cells(yours[c].element), strict=True):
                        self._story(cell, other)
            i, j = a + 1, c + 1

    # What was found

    def _note_words(self, old: str, new: str) -> None:
        kind = ChangeKind.REPLACED if old and new else ChangeKind.DELETED if old else ChangeKind.INSERTED
        self._note(kind, old or None, new or None)

    def _note(self, kind: ChangeKind, old: str | None, new: str | None) -> None:
        said = [None if words is None else words.replace(THING, "") for words in (old, new)]
        self.changes.append(Change(kind, said[0], said[1], self._place))


_Placed = tuple[int, Token]


def _joined(lines: list[Line]) -> list[_Placed]:
    """The tokens of consecutive paragraphs, each with the index of its line; breaks between them."""
    found: list[_Placed] = []
    for at, line in enumerate(lines):
        if at:
            end = found[-1][1].end if found and found[-1][0] == at - 1 else 0
            found.append((at - 1, Token(end, end, _BREAK)))
        found.extend((at, token) for token in line.tokens())
    return found


def _stretches(
    olds: list[Line], news: list[Line], mine: list[_Placed], yours: list[_Placed], *, tail: bool
) -> list[Stretch]:
    ours, theirs = [t.key for _, t in mine], [t.key for _, t in yours]
    states = [leaf.state for line in news for leaf in line.leaves]
    a, c = len(mine), len(yours)
    if tail:
        a = sum(1 for at, t in mine if at == 0 and t.key != _BREAK)
        c = sum(1 for at, t in yours if at == 0 and t.key != _BREAK)
    if any(states):
        # Earlier revisions are covered word by word: tidying would join them with what is unmarked. Their
        # insertions count as new words unless the old text holds them too.
        kinds = [None if t.key == _BREAK else news[at].at(t.start).state for at, t in yours]
        apart = [f"\x00{key}" if k == "here" else key for key, k in zip(theirs, kinds, strict=True)]
        choices = [blocks_between(ours[:a], keys[:c], tidy=False) for keys in (apart, theirs)]
        found = min(choices, key=lambda blocks: sum(x.b - x.a for x in blocks if not x.equal))
    else:
        found = blocks_between(ours[:a], theirs[:c])
    return [*found, Stretch(False, a, len(mine), c, len(yours))] if tail else found


def _segments(placed: Sequence[_Placed]) -> list[tuple[int, int, int]]:
    """Stretches of characters: line, start, end."""
    found: list[tuple[int, int, int]] = []
    for at, token in placed:
        if token.key == _BREAK:
            continue
        if found and found[-1][0] == at and found[-1][2] == token.start:
            found[-1] = (at, found[-1][1], token.end)
        else:
            found.append((at, token.start, token.end))
    return found


def _cut(line: Line, start: int, end: int) -> list[Leaf]:
    line.cut(start)
    line.cut(end)
    return line.between(start, end)


def _place(lines: list[Line], placed: list[_Placed], index: int) -> tuple[int, int]:
    """Line and character at which a token begins, or at which all end."""
    if index < len(placed):
        at, token = placed[index]
        return at, token.start
    at = len(lines) - 1
    return at, lines[at].length


def _said(lines: list[Line], placed: Sequence[_Placed]) -> str:
    return "".join(lines[at].said(start, end) for at, start, end in _segments(placed))


def _outermost(node: etree._Element, other: Leaf | None, paragraph: etree._Element) -> etree._Element:
    """The highest element around `node` in the paragraph that does not hold `other` too."""
    aims = set(other.nodes[0].iterancestors()) if other else {paragraph, *paragraph.iterancestors()}
    parent = node.getparent()
    while parent is not None and parent is not paragraph and parent not in aims:
        node, parent = parent, parent.getparent()
    return node


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
