"""Going through two stories (a body, a cell, a note, a header) side by side and marking what differs.

The new story keeps its XML; what only the old one holds is copied in as deleted. The last paragraph of a
story cannot lose its break: what was deleted or added after it shares that break.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from workbench.comparison.words import Block as Stretch
from workbench.comparison.words import Token, blocks_between
from workbench.formats.docx.comparing.blocks import Block, pair
from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.changes import Change, ChangeKind
from workbench.formats.docx.comparing.lines import NOTES, THING, TRACKED, Leaf, Line, read_line
from workbench.formats.docx.comparing.pen import DELETED, INSERTED, Pen
from workbench.formats.docx.package import Package, W

P, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")
Digest = Callable[[etree._Element], str]
_BREAK = "paragraphbreak"
_FROM_REST = 0.6
"""Share of a paragraph's words that must come from what a changed neighbour lost, to be a part of it."""


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
        for paragraph in _paragraphs(story):
            self.pen.insert(read_line(paragraph, self._digest_new).leaves)

    def delete_all(self, story: etree._Element, part: str) -> None:
        """Mark the words of a whole note, copied from the old file, as deleted."""
        self._digest_old = self.carrier.digest_of(self.old, part)
        for paragraph in _paragraphs(story):
            self._delete_words(paragraph)

    # Stories

    def _story(self, old: etree._Element, new: etree._Element, *, top: bool = False) -> None:
        mine = [self._block(element, self._digest_old) for element in _blocks(old)]
        yours = [self._block(element, self._digest_new) for element in _blocks(new)]
        pairs = _ends_together(mine, yours, pair(mine, yours))
        groups = _divisions(mine, yours, pairs)
        cursor: etree._Element | None = None
        i = j = 0
        for olds, news in [*groups, ([len(mine)], [len(yours)])]:
            tail = olds == [len(mine)]
            for block in mine[i : olds[0]]:
                self._stand_at(j, top=top)
                following = yours[j].element if j < len(yours) else None
                cursor = _put(self._deleted(block), cursor, following, new)
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
        lines = [read_line(paragraph, digest) for paragraph in _paragraphs(element)]
        words = "\n".join(line.words for line in lines)
        shape = "tbl" if element.tag == TABLE else f"tr{len(_cells(element))}"
        grid = "".join(f"\x1d{len(_cells(row))}" for row in _rows(element)) if element.tag == TABLE else shape
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
        for paragraph in _paragraphs(made):
            self._delete_words(paragraph)
            self.pen.mark_break(paragraph, DELETED)
        self._note(ChangeKind.DELETED, block.words, None)
        return made

    def _inserted(self, block: Block) -> None:
        element = block.element
        for row in element.iter(ROW) if element.tag == TABLE else [element] if element.tag == ROW else []:
            self.pen.mark_row(row, INSERTED)
        for paragraph in _paragraphs(element):
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
        mine = [self._block(row, self._digest_old) for row in _rows(old)]
        yours = [self._block(row, self._digest_new) for row in _rows(new)]
        pairs = _with_lone_rows(mine, yours, pair(mine, yours))
        cursor: etree._Element | None = None
        i = j = 0
        for a, c in [*pairs, (len(mine), len(yours))]:
            for block in mine[i:a]:
                following = yours[j].element if j < len(yours) else None
                cursor = _put(self._deleted(block), cursor, following, new)
            for block in yours[j:c]:
                self._inserted(block)
                cursor = block.element
            if a < len(mine):
                cursor = yours[c].element
                if mine[a].key == yours[c].key:
                    self._kept([mine[a]], [yours[c]])
                else:
                    for cell, other in zip(_cells(mine[a].element), _cells(yours[c].element), strict=True):
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


def _blocks(story: etree._Element) -> Iterator[etree._Element]:
    for child in story:
        if child.tag in (P, TABLE):
            yield child
        elif child.tag in _AROUND:
            yield from _blocks(child)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs in it, those of text boxes aside."""
    if element.tag == P:
        yield element
        return
    for child in element:
        if child.tag in (P, TABLE, ROW, CELL, *_AROUND):
            yield from _paragraphs(child)


def _rows(table: etree._Element) -> list[etree._Element]:
    return list(_children(table, ROW))


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(_children(row, CELL))


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, tag)


def _put(
    made: etree._Element,
    cursor: etree._Element | None,
    following: etree._Element | None,
    story: etree._Element,
) -> etree._Element:
    """Put a block after the last one, or before the next where that stands further out."""
    if cursor is not None and (
        following is None or cursor.getparent() is story or following.getparent() is not story
    ):
        cursor.addnext(made)
    elif following is not None:
        following.addprevious(made)
    else:
        story.append(made)
    return made


def _ends_together(old: list[Block], new: list[Block], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Let the last paragraphs share their break: neither can be deleted nor inserted."""
    if not old or not new or old[-1].shape != "p" or new[-1].shape != "p":
        return pairs
    i, j = pairs[-1] if pairs else (-1, -1)
    lost, added = len(old) - 1 - i, len(new) - 1 - j
    if lost and added:
        return [*pairs, (len(old) - 1, len(new) - 1)]
    if not lost and not added:
        return pairs
    only_paragraphs = all(b.shape == "p" for b in (*old[i:], *new[j:]))
    if only_paragraphs:
        old[i].tail = True
        return pairs
    return _ends_together(old, new, pairs[:-1])


def _divisions(
    old: list[Block], new: list[Block], pairs: list[tuple[int, int]]
) -> list[tuple[list[int], list[int]]]:
    """Pairs with the unpaired neighbours that were divided from them or put together with them."""
    groups: list[tuple[list[int], list[int]]] = []
    for n, (i, j) in enumerate(pairs):
        if old[i].tail:
            groups.append((list(range(i, len(old))), list(range(j, len(new)))))
            break
        olds, news = [i], [j]
        if old[i].shape == "p" and old[i].key != new[j].key:
            next_i, next_j = pairs[n + 1] if n + 1 < len(pairs) else (len(old), len(new))
            first_i, first_j = (groups[-1][0][-1] + 1, groups[-1][1][-1] + 1) if groups else (0, 0)
            news = _parts(old[i], new, j, first_j, next_j)
            if len(news) == 1:
                olds = _parts(new[j], old, i, first_i, next_i)
        if any(_is_stiff(new[k]) for k in news):
            olds, news = [i], [j]
        groups.append((olds, news))
    return groups


def _parts(whole: Block, blocks: list[Block], at: int, first: int, last: int) -> list[int]:
    """Indices of the paragraphs around `at` that together hold the words of the whole."""
    rest = whole.bag - blocks[at].bag
    low, high = at, at
    for step, end in ((1, last), (-1, first - 1)):
        k = at + step
        while k != end and blocks[k].shape == "p" and blocks[k].size:
            taken = sum((blocks[k].bag & rest).values())
            if taken < _FROM_REST * blocks[k].size or blocks[k].size < 2:
                break
            rest = rest - blocks[k].bag
            low, high = min(low, k), max(high, k)
            k += step
    return list(range(low, high + 1))


def _is_stiff(block: Block) -> bool:
    """Whether a paragraph holds what cannot be divided."""
    marks = block.element.find(f"{W}pPr/{W}rPr")
    marked = marks is not None and any(child.tag in TRACKED for child in marks)
    return marked or block.element.find(f".//{W}sdt") is not None


def _with_lone_rows(
    old: list[Block], new: list[Block], pairs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair rows between pairs one by one where as many stand on either side, all built alike."""
    result: list[tuple[int, int]] = []
    before = (-1, -1)
    for i, j in [*pairs, (len(old), len(new))]:
        mine, yours = range(before[0] + 1, i), range(before[1] + 1, j)
        if len(mine) == len(yours) and all(
            old[a].shape == new[b].shape for a, b in zip(mine, yours, strict=True)
        ):
            result.extend(zip(mine, yours, strict=True))
        result.append((i, j))
        before = (i, j)
    return result[:-1]


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
