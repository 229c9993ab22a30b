"""A paragraph of a Word file as its words and things, and where in the XML each of them stands.

Fields from begin to end, drawings, formulas and note references are things: they are compared and marked
whole; the words of a text box that stayed are compared as a story of their own. Bookmarks, comments, proof
marks and language tags are no text. Content controls and hyperlinks are looked through; of earlier revisions
a `View` tells what is text. A field that runs over several paragraphs (a table of contents) is not seen: its
entries are text, and its frame is no part of any of them (see `frames`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from workbench.agreement.text import Text
from workbench.comparison.options import PLAIN, Options
from workbench.comparison.tokens import Token, tokens, tokens_of_both
from workbench.formats.docx.comparing.things import (
    EDGES,
    NOTES,
    RUN,
    SPACE,
    THINGS,
    WHOLE,
    WORDS,
    Digest,
    box_key,
    copied_tag,
    field_key,
    fields,
    in_run,
    shown,
    spoken,
    thing_key,
    words_in,
)
from workbench.formats.docx.comparing.views import EVERYTHING, GONE, TRACKED, View
from workbench.formats.docx.nodes import child_of, shorter_side
from workbench.formats.docx.package import W

_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_SEEN_THROUGH = (
    *TRACKED, f"{W}hyperlink", f"{W}sdt", f"{W}sdtContent", f"{W}smartTag", f"{W}customXml", f"{W}bdo",
    f"{W}dir",
)  # fmt: skip
_SIMPLE_FIELD = f"{W}fldSimple"
_PROPERTIES = f"{W}rPr"
FRAME = (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")
THING = "\ufffc"
"""Stands for a thing among words."""


@dataclass(slots=True)
class Leaf:
    """Some words, or one thing: the children of runs it consists of, or the element beside the runs.

    `gone` says that an earlier author marked it as deleted; `boxes` is what the text boxes in it say.
    """

    parts: list[etree._Element]
    words: str
    key: str = ""
    gone: bool = False
    boxes: str = ""

    @property
    def shown(self) -> str:
        """What a reader sees of it: words, what a field shows or a box says."""
        if self.key.startswith("field"):
            return words_in(self.parts)
        return shown(self.parts[0]) if self.key.startswith("thing") else self.words

    @property
    def nodes(self) -> list[etree._Element]:
        """The runs, or the element beside runs, that hold it."""
        if len(self.parts) == 1 and self.parts[0].tag in WHOLE and not in_run(self.parts[0]):
            return [self.parts[0]]
        found: list[etree._Element] = []
        for part in self.parts:
            run = part.getparent()
            if run is not None and (not found or found[-1] is not run):
                found.append(run)
        return found

    def as_runs(self) -> list[etree._Element]:
        """The same, a simple field written out as a complex one: revisions hold no simple fields."""
        if self.parts[0].tag == _SIMPLE_FIELD:
            self.parts = _written_out(self.parts[0])
        return self.nodes


@dataclass(slots=True)
class Line:
    """One paragraph, or several that read as one. `key` is what it is compared by, `words` what is read."""

    paragraphs: list[etree._Element]
    leaves: list[Leaf]
    key: str
    words: str
    options: Options = PLAIN
    frame: list[etree._Element] = field(default_factory=list)
    """Signs and instructions of fields that begin or end in other paragraphs."""
    _starts: list[int] = field(default_factory=list)

    @property
    def element(self) -> etree._Element:
        """The paragraph whose break ends the line."""
        return self.paragraphs[-1]

    @property
    def stories(self) -> list[Leaf]:
        """The note references and things with text boxes in it, whose words are stories of their own."""
        return [leaf for leaf in self.leaves if leaf.boxes or (leaf.key and leaf.parts[0].tag in NOTES)]

    def tokens(self) -> list[Token]:
        """Words and things, each with its place; a thing is one character long."""
        found: list[Token] = []
        at = 0
        waiting: list[str] = []

        def flush() -> None:
            nonlocal at
            if not waiting:
                return
            text = "".join(waiting)
            waiting.clear()
            cut = tokens(Text(text), self.options)
            found.extend([Token(at + t.start, at + t.end, t.key) for t in cut] if at else cut)
            at += len(text)

        gone = False
        for leaf in self.leaves:
            # Words of different hands are different words, even with no space between.
            if leaf.gone is not gone:
                flush()
                gone = leaf.gone
            if leaf.key:
                flush()
                found.append(Token(at, at + 1, leaf.key))
                at += 1
            else:
                waiting.append(leaf.words)
        flush()
        return found

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but words of one hand."""
        return not any(leaf.key or leaf.gone for leaf in self.leaves)

    def cut(self, at: int) -> None:
        """Let a run end at this place."""
        starts = self._starts or self._measured()
        index = bisect_right(starts, at) - 1
        if index < 0 or index >= len(self.leaves):
            return
        leaf = self.leaves[index]
        offset = at - starts[index]
        if offset >= len(leaf.words if not leaf.key else "x"):
            return
        if offset:
            second = _divided(leaf, offset)
            self.leaves.insert(index + 1, second)
            starts.insert(index + 1, at)
            _split(second.parts[0])
        elif index and in_run(leaf.parts[0]):
            before = self.leaves[index - 1].parts[-1]
            if before.getparent() is leaf.parts[0].getparent():
                _split(leaf.parts[0])

    def between(self, start: int, end: int) -> list[Leaf]:
        """The leaves in [start, end), both of which have been cut."""
        starts = self._starts or self._measured()
        return self.leaves[bisect_left(starts, start) : bisect_left(starts, end)]

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int, Leaf]]:
        """The leaves that reach into [start, end), each with its part of it."""
        starts = self._starts or self._measured()
        index = max(0, bisect_right(starts, start) - 1)
        while index < len(self.leaves) and starts[index] < end:
            leaf = self.leaves[index]
            stop = starts[index] + (1 if leaf.key else len(leaf.words))
            if stop > start:
                yield max(start, starts[index]), min(end, stop), leaf
            index += 1

    @property
    def length(self) -> int:
        """In characters; a thing is one."""
        return sum(1 if leaf.key else len(leaf.words) for leaf in self.leaves)

    def at(self, place: int) -> Leaf:
        """The leaf at a character."""
        starts = self._starts or self._measured()
        return self.leaves[bisect_right(starts, place) - 1]

    def around(self, place: int) -> tuple[Leaf | None, Leaf | None]:
        """The leaves before and after a place that has been cut."""
        starts = self._starts or self._measured()
        index = bisect_left(starts, place)
        before = self.leaves[index - 1] if index else None
        return before, self.leaves[index] if index < len(self.leaves) else None

    def said(self, start: int, end: int) -> str:
        """What a reader sees of [start, end): words and what fields show."""
        return "".join(
            leaf.shown if leaf.key else self.words[first:last] for first, last, leaf in self.spans(start, end)
        )

    def _measured(self) -> list[int]:
        at = 0
        self._starts.clear()
        for leaf in self.leaves:
            self._starts.append(at)
            at += 1 if leaf.key else len(leaf.words)
        return self._starts


def read_line(
    paragraphs: Sequence[etree._Element],
    digest: Digest,
    view: View = EVERYTHING,
    options: Options = PLAIN,
    *,
    framed: Collection[etree._Element] = (),
) -> Line:
    """Read a paragraph, or several that read as one.

    `digest` tells the content of a drawing or object that stands in another part. Of the frames of fields
    those parts that are `framed` count as things in the line.
    """
    seen = [found for paragraph in paragraphs for found in _parts(paragraph, view, gone=False)]
    ends = fields([part for part, _ in seen if part.tag == f"{W}fldChar"])
    leaves: list[Leaf] = []
    frame: list[etree._Element] = []
    open_: list[etree._Element] = []
    for part, gone in seen:
        tag = part.tag
        if open_:
            open_.append(part)
            if part is ends.get(open_[0]):
                leaves.append(Leaf(open_, "", field_key(open_), gone))
                open_ = []
        elif tag in WORDS:
            if said := spoken(part):
                leaves.append(Leaf([part], said, "", gone))
        elif tag in _SIGNS:
            leaves.append(Leaf([part], _SIGNS[str(tag)], _break_key(part), gone))
        elif part in ends:
            open_ = [part]
        elif tag in FRAME:
            frame.append(part)
            if part in framed:
                leaves.append(Leaf([part], "", "frame", gone))
        elif tag in WHOLE or tag in THINGS:
            leaves.append(Leaf([part], "", thing_key(part, digest, view), gone, box_key(part, view)))
    words = "".join(THING if leaf.key else leaf.words for leaf in leaves)
    fold = options.folded if options.folds else str
    key = "".join(leaf.key + leaf.boxes if leaf.key else fold(leaf.words) for leaf in leaves)
    return Line(list(paragraphs), leaves, key, words, options, frame)


def _break_key(sign: etree._Element) -> str:
    """A break of pages or columns is another thing than one of lines."""
    kind = sign.get(f"{W}type", "textWrapping")
    return "" if sign.tag != f"{W}br" or kind == "textWrapping" else f"break of {kind}"


def tokens_of_pair(old: Line, new: Line) -> tuple[list[Token], list[Token]]:
    """The tokens of two lines; of plain ones long equal beginnings and ends are one token each."""
    if old.is_plain and new.is_plain:
        return tokens_of_both(Text(old.words), Text(new.words), old.options)
    return old.tokens(), new.tokens()


def _parts(element: etree._Element, view: View, *, gone: bool) -> Iterator[tuple[etree._Element, bool]]:
    for child in element:
        tag = child.tag
        if tag == RUN:
            for part in child:
                yield part, gone
        elif tag in WHOLE:
            yield child, gone
        elif tag in TRACKED:
            if not view.passes_over(child):
                yield from _parts(child, view, gone=gone or tag in GONE)
        elif tag in _SEEN_THROUGH:
            yield from _parts(child, view, gone=gone)


def _divided(leaf: Leaf, offset: int) -> Leaf:
    """Cut the words of a leaf in two; the second half follows in the same run."""
    first = leaf.parts[0]
    if first.get(SPACE) != "preserve":
        _edges_apart(first)
        first.set(SPACE, "preserve")
    second = copied_tag(first)
    first.addnext(second)
    first.text, second.text = leaf.words[:offset], leaf.words[offset:]
    result = Leaf([second], leaf.words[offset:], "", leaf.gone)
    leaf.words = leaf.words[:offset]
    return result


def _edges_apart(part: etree._Element) -> None:
    """Give the spaces around the words elements of their own: Word passes over them, others do not."""
    words = part.text or ""
    before = words[: len(words) - len(words.lstrip(EDGES))]
    after = words[len(words.rstrip(EDGES)) :]
    for spaces, add in ((before, part.addprevious), (after, part.addnext)):
        if spaces:
            beside = copied_tag(part)
            beside.text = spaces
            add(beside)


def _split(part: etree._Element) -> None:
    """Begin a new run of the same properties with this part."""
    run = part.getparent()
    assert run is not None  # a part stands in a run
    second = copied_tag(run)
    properties = child_of(run, _PROPERTIES)
    if properties is not None:
        second.append(copy(properties))
    moving, first = shorter_side(part)
    if first:
        second.extend(element for element in moving if element is not properties)
        run.addprevious(second)
    else:
        second.extend(moving)
        run.addnext(second)


def _written_out(simple: etree._Element) -> list[etree._Element]:
    """Put runs in the place of a simple field; returns what they hold."""
    parts: list[etree._Element] = []

    def run(tag: str, words: str = "", **attributes: str) -> None:
        made = etree.Element(RUN)
        part = etree.SubElement(made, tag, {f"{W}{name}": value for name, value in attributes.items()})
        if words:
            part.text = words
            part.set(SPACE, "preserve")
        simple.addprevious(made)
        parts.append(part)

    run(f"{W}fldChar", fldCharType="begin")
    run(f"{W}instrText", simple.get(f"{W}instr", ""))
    run(f"{W}fldChar", fldCharType="separate")
    for run_ in list(simple.iter(RUN)):
        simple.addprevious(run_)
        parts.extend(part for part in run_ if part.tag != f"{W}rPr")
    run(f"{W}fldChar", fldCharType="end")
    parent = simple.getparent()
    assert parent is not None  # a field stands in a paragraph
    parent.remove(simple)
    return parts
