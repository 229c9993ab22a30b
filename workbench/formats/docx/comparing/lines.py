"""A paragraph of a Word file as its words and things, and where in the XML each of them stands.

Fields from begin to end, drawings, text boxes, formulas and note references are things: they are compared and
marked whole. Bookmarks, comments, proof marks and language tags are no text. Content controls, hyperlinks
and earlier revisions are looked through. A field that runs over several paragraphs (a table of contents) is
not seen: its entries are text, its frame stays as it is.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from workbench.agreement.text import Text
from workbench.comparison.options import PLAIN
from workbench.comparison.words import Token, tokens
from workbench.formats.docx.package import MC, W

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RUN = f"{W}r"
NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
HERE, GONE = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
TRACKED = (*HERE, *GONE)
_WORDS = (f"{W}t", f"{W}delText")
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_THINGS = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym", f"{MC}AlternateContent", *NOTES)
_WHOLE = (f"{MATH}oMath", f"{MATH}oMathPara", f"{W}fldSimple", f"{MC}AlternateContent")
_SEEN_THROUGH = (
    *TRACKED, f"{W}hyperlink", f"{W}sdt", f"{W}sdtContent", f"{W}smartTag", f"{W}customXml", f"{W}bdo",
    f"{W}dir",
)  # fmt: skip
_COMPUTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
THING = "\ufffc"
"""Stands for a thing among words."""
_LAYOUT = re.compile(r"[\t\r\n]")
_BOOKMARK = re.compile(r"\b_(?:Ref|Toc|Hlk)\d+")
_VOLATILE = re.compile(r"(?:rsid\w*|paraId|textId|anchorId|editId|spid|gfxdata|id|name|descr|title)")


@dataclass(slots=True)
class Leaf:
    """Some words, or one thing: the children of runs it consists of, or the element beside the runs."""

    parts: list[etree._Element]
    words: str
    key: str = ""
    state: str | None = None

    @property
    def nodes(self) -> list[etree._Element]:
        """The runs, or the element beside runs, that hold it."""
        if len(self.parts) == 1 and self.parts[0].tag in _WHOLE and not _in_run(self.parts[0]):
            return [self.parts[0]]
        found: list[etree._Element] = []
        for part in self.parts:
            run = part.getparent()
            if run is not None and (not found or found[-1] is not run):
                found.append(run)
        return found

    def as_runs(self) -> list[etree._Element]:
        """The same, a simple field written out as a complex one: revisions hold no simple fields."""
        if self.parts[0].tag == f"{W}fldSimple":
            self.parts = _written_out(self.parts[0])
        return self.nodes


@dataclass(slots=True)
class Line:
    """One paragraph. `key` is what it is compared by, `words` what is read."""

    element: etree._Element
    leaves: list[Leaf]
    key: str
    words: str
    _starts: list[int] = field(default_factory=list)

    @property
    def notes(self) -> list[etree._Element]:
        """The note references in it."""
        return [leaf.parts[0] for leaf in self.leaves if leaf.key and leaf.parts[0].tag in NOTES]

    def tokens(self) -> list[Token]:
        """Words and things, each with its place; a thing is one character long."""
        found: list[Token] = []
        at = 0
        waiting: list[str] = []

        def flush() -> None:
            nonlocal at
            text = "".join(waiting)
            waiting.clear()
            found.extend(Token(at + t.start, at + t.end, t.key) for t in tokens(Text(text), PLAIN))
            at += len(text)

        state: str | None = None
        for leaf in self.leaves:
            if (
                leaf.state != state
            ):  # words of different hands are different words, even with no space between
                flush()
                state = leaf.state
            if leaf.key:
                flush()
                found.append(Token(at, at + 1, leaf.key))
                at += 1
            else:
                waiting.append(leaf.words)
        flush()
        return found

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
        elif index and _in_run(leaf.parts[0]):
            before = self.leaves[index - 1].parts[-1]
            if before.getparent() is leaf.parts[0].getparent():
                _split(leaf.parts[0])

    def between(self, start: int, end: int) -> list[Leaf]:
        """The leaves in [start, end), both of which have been cut."""
        starts = self._starts or self._measured()
        return self.leaves[bisect_left(starts, start) : bisect_left(starts, end)]

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
        """The words in [start, end), without things."""
        return "".join(leaf.words for leaf in self.between(start, end))

    def _measured(self) -> list[int]:
        at = 0
        self._starts.clear()
        for leaf in self.leaves:
            self._starts.append(at)
            at += 1 if leaf.key else len(leaf.words)
        return self._starts


def read_line(paragraph: etree._Element, digest: Callable[[etree._Element], str]) -> Line:
    """Read a paragraph; `digest` tells the content of a drawing or object that stands in another part."""
    fields = _fields(paragraph)
    leaves: list[Leaf] = []
    open_: list[etree._Element] = []
    for part, state in _parts(paragraph, None):
        tag = part.tag
        if open_:
            open_.append(part)
            if part is fields.get(open_[0]):
                leaves.append(Leaf(open_, "", _field_key(open_), state))
                open_ = []
        elif tag in _WORDS:
            if spoken(part):
                leaves.append(Leaf([part], spoken(part), "", state))
        elif tag in _SIGNS:
            leaves.append(Leaf([part], _SIGNS[str(tag)], "", state))
        elif part in fields:
            open_ = [part]
        elif tag in _WHOLE or tag in _THINGS:
            leaves.append(Leaf([part], "", _thing_key(part, digest), state))
    words = "".join(THING if leaf.key else leaf.words for leaf in leaves)
    key = "".join(leaf.key or leaf.words for leaf in leaves)
    return Line(paragraph, leaves, key, words)


def spoken(part: etree._Element) -> str:
    """The words of a w:t as Word takes them: without `xml:space` none at the edges, line breaks as spaces."""
    words = part.text or ""
    if part.get(SPACE) != "preserve":
        words = words.strip(" \t\r\n")
    return _LAYOUT.sub(" ", words)


def _parts(element: etree._Element, state: str | None) -> Iterator[tuple[etree._Element, str | None]]:
    for child in element:
        tag = child.tag
        if tag == RUN:
            for part in child:
                yield part, state
        elif tag in _WHOLE:
            yield child, state
        elif tag in _SEEN_THROUGH:
            inner = "gone" if tag in GONE else "here" if tag in HERE and state is None else state
            yield from _parts(child, inner)


def _fields(paragraph: etree._Element) -> dict[etree._Element, etree._Element]:
    """The outermost fields that begin and end in the paragraph: their first and last sign."""
    signs = [
        sign for sign in paragraph.iter(f"{W}fldChar") if next(sign.iterancestors(f"{W}p"), None) is paragraph
    ]
    if not signs:
        return {}
    stack: list[int] = []
    spans: list[tuple[int, int]] = []
    for index, sign in enumerate(signs):
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(index)
        elif kind == "end" and stack:
            spans.append((stack.pop(), index))
    outer = [(a, b) for a, b in spans if not any(c < a and b < d for c, d in spans)]
    return {signs[a]: signs[b] for a, b in outer}


def _field_key(parts: list[etree._Element]) -> str:
    code = " ".join(
        "".join(p.text or "" for p in parts if p.tag in (f"{W}instrText", f"{W}delInstrText")).split()
    )
    shown = "".join(p.text or "" for p in parts if p.tag in _WORDS)
    return _key_of_field(code, shown)


def _key_of_field(code: str, shown: str) -> str:
    name = code.partition(" ")[0].upper()
    if name in _COMPUTED:
        shown = ""
    return _hashed("field", _BOOKMARK.sub("_", code), shown)


def _thing_key(part: etree._Element, digest: Callable[[etree._Element], str]) -> str:
    if part.tag in NOTES:
        return f"note{etree.QName(part).localname}"
    if part.tag == f"{W}fldSimple":
        shown = "".join(t.text or "" for t in part.iter(*_WORDS))
        return _key_of_field(" ".join(part.get(f"{W}instr", "").split()), shown)
    said: list[str] = []
    for element in part.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd"):
            continue
        said.append(name)
        for key, value in sorted(element.attrib.items()):
            plain = etree.QName(str(key))
            if f"{{{plain.namespace}}}" == RELATION:
                continue
            if not _VOLATILE.fullmatch(plain.localname):
                said.append(f"{plain.localname}={value!s}")
        said.append((element.text or "").strip("\n"))
    return _hashed("thing", *said, digest(part))


def _hashed(kind: str, *said: str) -> str:
    return kind + hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:10]


def _in_run(part: etree._Element) -> bool:
    parent = part.getparent()
    return parent is not None and parent.tag == RUN


def copied_tag(element: etree._Element) -> etree._Element:
    """An element of the same name and attributes that holds nothing."""
    made = etree.Element(element.tag)
    for key, value in element.attrib.items():
        made.set(key, value)
    return made


def _divided(leaf: Leaf, offset: int) -> Leaf:
    """Cut the words of a leaf in two; the second half follows in the same run."""
    first = leaf.parts[0]
    second = copied_tag(first)
    first.text, second.text = leaf.words[:offset], leaf.words[offset:]
    for half in (first, second):
        half.set(SPACE, "preserve")
    first.addnext(second)
    result = Leaf([second], leaf.words[offset:], "", leaf.state)
    leaf.words = leaf.words[:offset]
    return result


def _split(part: etree._Element) -> None:
    """Begin a new run of the same properties with this part."""
    run = part.getparent()
    assert run is not None  # a part stands in a run
    second = copied_tag(run)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    moving = [part, *part.itersiblings()]
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
    for shown in list(simple.iter(RUN)):
        simple.addprevious(shown)
        parts.extend(part for part in shown if part.tag != f"{W}rPr")
    run(f"{W}fldChar", fldCharType="end")
    parent = simple.getparent()
    assert parent is not None  # a field stands in a paragraph
    parent.remove(simple)
    return parts
