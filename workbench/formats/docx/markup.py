"""WordprocessingML: paragraphs, runs, tables and the revisions on them.

One `Body` collects the content of a document and what other parts need of it: lists, notes, revision ids.
With a `Hand` it marks changes, natively or, for those who must not see revisions, by formatting alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from lxml import etree

from workbench.agreement.text import Comment, Emphasis, Footnote, Placeholder, Style, Text
from workbench.agreement.tree import ProvisionId
from workbench.comparison.tokens import part
from workbench.formats.docx.comments import edges, write_edge, write_sign
from workbench.formats.docx.layout import INDENT, Grid, List, Para
from workbench.formats.docx.package import W
from workbench.formats.docx.references import link, linked
from workbench.formats.docx.stylesheet import style_id

NAMESPACES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_WIDTH = 9070  # twentieths of a point between the margins of A4
_EMPHASIS = {
    Style.BOLD: ("b", None),
    Style.ITALIC: ("i", None),
    Style.SMALL_CAPS: ("smallCaps", None),
    Style.UNDERLINE: ("u", "single"),
    Style.SUPERSCRIPT: ("vertAlign", "superscript"),
    Style.SUBSCRIPT: ("vertAlign", "subscript"),
}
_SIGNATURE = ("Signature", "Signature name")  # the first line of a cell, those below it
_RUN_ORDER = ("rStyle", "b", "i", "smallCaps", "strike", "dstrike", "color", "u", "vertAlign")


class State(Enum):
    """What became of a run, a paragraph mark or a table row."""

    KEPT = None
    INSERTED = "ins"
    DELETED = "del"
    MOVED_AWAY = "moveFrom"
    MOVED_HERE = "moveTo"


_GONE = (State.DELETED, State.MOVED_AWAY)
_COME = (State.INSERTED, State.MOVED_HERE)
_STATIC: dict[State, dict[str, str | None]] = {
    State.KEPT: {},
    State.INSERTED: {"color": "1F4E9E", "u": "single"},
    State.DELETED: {"color": "B3261E", "strike": None},
    State.MOVED_AWAY: {"color": "2E6B3E", "dstrike": None},
    State.MOVED_HERE: {"color": "2E6B3E", "u": "double"},
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Who marks, when (ISO 8601 with time zone), and whether by formatting alone."""

    author: str
    date: str
    static: bool = False


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of text with one state."""

    text: Text
    state: State = State.KEPT


@dataclass(slots=True)
class Body:
    """The content of a document while it is written.

    `bookmarks` names the provisions that links lead to; comments are left out where `comments` is None.
    """

    hand: Hand | None = None
    bookmarks: Mapping[ProvisionId, str] = field(default_factory=dict)
    comments: list[Comment] | None = None
    root: etree._Element = field(default_factory=lambda: etree.Element(f"{W}body", nsmap=NAMESPACES))
    lists: dict[List, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    annotations: int = 0
    placed: set[str] = field(default_factory=set)

    def paragraph(
        self,
        para: Para,
        bits: Iterable[Bit],
        *,
        mark: State = State.KEPT,
        before: Para | None = None,
        move: str = "",
        into: etree._Element | None = None,
    ) -> None:
        """Write one paragraph; `mark` is the state of its end, `before` how it was, `move` names a move."""
        element = etree.SubElement(self.root if into is None else into, f"{W}p")
        properties = self._properties(para)
        if mark is not State.KEPT and self._native:
            self.revision(etree.SubElement(properties, f"{W}rPr"), mark.value)
        if before is not None and self._native:
            self._changed_properties(properties, before)
        element.append(properties)
        self._bookmark(element, para.unit)
        bits = list(bits)
        away = any(bit.state is State.MOVED_AWAY for bit in bits)
        kind = (State.MOVED_AWAY if away else State.MOVED_HERE).value if move and self._native else None
        if kind is not None:
            start = self.revision(element, f"{kind}RangeStart")
            start.set(f"{W}name", move)
        if self.comments is None:
            for bit in bits:
                self._bit(element, bit)
        else:
            self._commented(element, bits, self.comments)
        if kind is not None:
            etree.SubElement(element, f"{W}{kind}RangeEnd").set(f"{W}id", start.get(f"{W}id", ""))

    def table(
        self,
        grid: Grid,
        rows: Sequence[tuple[State, Sequence[Sequence[Bit]]]],
        widths: Sequence[int] | None = None,
        *,
        headed: bool = False,
    ) -> None:
        """Write a table; each row with its state and the bits of its cells. `widths` as `TEXT_WIDTH`.

        The first row of a `headed` table is shaded and stands on every page; its other rows may break.
        """
        table = etree.SubElement(self.root, f"{W}tbl")
        columns = max((len(cells) for _, cells in rows), default=1) or 1
        widths = widths or [TEXT_WIDTH // columns] * columns
        _table_properties(table, widths, borders=not grid.signatures)
        for place, (state, cells) in enumerate(rows):
            head = headed and not place
            row = etree.SubElement(table, f"{W}tr")
            settings = etree.SubElement(row, f"{W}trPr")
            if head or not headed:
                etree.SubElement(settings, f"{W}cantSplit")
            if head:
                etree.SubElement(settings, f"{W}tblHeader")
            if state is not State.KEPT and self._native:
                self.revision(settings, state.value)
            for index, bits in enumerate(cells):
                last = index == len(cells) - 1
                cell = etree.SubElement(row, f"{W}tc")
                _cell_properties(cell, widths[index:] if last else widths[index : index + 1], shaded=head)
                if grid.signatures:
                    self._signature(grid, state, bits, cell)
                else:
                    style = "Comparison text" if headed else "Table text"
                    if index and grid.role == "counts":
                        style = "Count heading" if head else "Count"
                    self.paragraph(Para(grid.unit, "cell", style, Text()), bits, into=cell)

    def _signature(self, grid: Grid, row: State, bits: Sequence[Bit], cell: etree._Element) -> None:
        """One signatory: for whom, room to sign on a line, then name and office.

        Each line is a paragraph of its own, and the break that ends it has the state of its words. Which
        line is the first may differ between the texts, so a line knows its style in either of them.
        """
        above_new = above_old = 0
        for line, mark in _lines(bits):
            before = None
            if row is State.KEPT and bool(above_new) != bool(above_old):
                before = Para(grid.unit, "cell", _SIGNATURE[bool(above_old)], Text())
            above = above_old if row in _GONE else above_new
            para = Para(grid.unit, "cell", _SIGNATURE[bool(above)], Text())
            self.paragraph(para, line, mark=mark, before=before, into=cell)
            above_new += mark not in _GONE
            above_old += mark not in _COME

    @property
    def _native(self) -> bool:
        return self.hand is not None and not self.hand.static

    def _properties(self, para: Para) -> etree._Element:
        """The properties of a paragraph, in the order of the schema (CT_PPr)."""
        properties = etree.Element(f"{W}pPr", nsmap=NAMESPACES)
        _values(etree.SubElement(properties, f"{W}pStyle"), val=style_id(para.style))
        if para.new_page:
            etree.SubElement(properties, f"{W}pageBreakBefore")
        if para.list is not None:
            number = self.lists.setdefault(para.list, len(self.lists) + 1)
            reference = etree.SubElement(properties, f"{W}numPr")
            _values(etree.SubElement(reference, f"{W}ilvl"), val="0")
            _values(etree.SubElement(reference, f"{W}numId"), val=str(number))
        elif para.role != "heading":
            hangs = bool(para.number) and para.role == "text"
            left = INDENT * (para.level + hangs)
            if left:
                indent = etree.SubElement(properties, f"{W}ind")
                _values(indent, left=str(left), **({"hanging": str(INDENT)} if hangs else {}))
        return properties

    def _changed_properties(self, properties: etree._Element, before: Para) -> None:
        old = self._properties(before)
        now = [child for child in properties if child.tag != f"{W}rPr"]
        if [etree.tostring(child) for child in now] != [etree.tostring(child) for child in old]:
            self.revision(properties, "pPrChange").append(old)

    def _commented(self, paragraph: etree._Element, bits: Sequence[Bit], comments: list[Comment]) -> None:
        """Write the bits of a paragraph with the comments on what stays of them."""
        found = edges([Text() if bit.state in _GONE else bit.text for bit in bits])
        numbers: dict[Comment, int] = {}
        for index, bit in enumerate(bits):
            at = 0
            for edge in found.get(index, ()):
                if edge.at > at:
                    self._bit(paragraph, Bit(part(bit.text, at, edge.at), bit.state))
                    at = edge.at
                if edge.begins:
                    numbers[edge.comment] = len(comments)
                    comments.append(edge.comment)
                write_edge(paragraph, numbers[edge.comment], begins=edge.begins)
                if not edge.begins:
                    marked = bit.state is not State.KEPT and self._native
                    holder = self.revision(paragraph, bit.state.value) if marked else paragraph
                    write_sign(holder, numbers[edge.comment])
            if at < len(bit.text) or not at:
                self._bit(paragraph, Bit(part(bit.text, at, len(bit.text)), bit.state))

    def _bit(self, paragraph: etree._Element, bit: Bit) -> None:
        if not bit.text:
            return
        marked = bit.state is not State.KEPT and self._native
        static = _STATIC[bit.state] if self.hand is not None and self.hand.static else {}
        tag = "delText" if marked and bit.state is State.DELETED else "t"
        for stretch, bookmark in linked(bit.text, self.bookmarks):
            target = link(paragraph, bookmark) if bookmark else paragraph
            if marked:
                target = self.revision(target, bit.state.value)
            for words, looks in _runs(stretch):
                self._run(target, words, {**looks, **static}, tag)

    def _run(self, target: etree._Element, words: Text, looks: dict[str, str | None], tag: str) -> None:
        """Runs of one look; tabs, line breaks and notes are elements of their own."""
        stops = {0, len(words)}
        notes = [(start, value.text) for start, _, value in words.of(Footnote)]
        stops.update(at for at, _ in notes)
        ordered = sorted(stops)
        for start, end in zip(ordered, [*ordered[1:], len(words)], strict=True):
            for at, note in notes:
                if at == start:
                    self._note(target, note)
            if words.plain[start:end]:
                run = etree.SubElement(target, f"{W}r")
                _looks(run, looks)
                _text(run, words.plain[start:end], tag)

    def _note(self, target: etree._Element, note: str) -> None:
        self.notes.append(note)
        run = etree.SubElement(target, f"{W}r")
        _looks(run, {"rStyle": style_id("Note reference")})
        _values(etree.SubElement(run, f"{W}footnoteReference"), id=str(len(self.notes)))

    def _bookmark(self, paragraph: etree._Element, unit: ProvisionId | None) -> None:
        """Mark the first paragraph of a provision that is referred to: where it begins, not what it says.

        So words typed over keep it, and it is no part of what comes or goes.
        """
        name = self.bookmarks.get(unit, "") if unit is not None else ""
        if not name or name in self.placed:
            return
        self.placed.add(name)
        number = self._number()
        _values(etree.SubElement(paragraph, f"{W}bookmarkStart"), id=number, name=name)
        _values(etree.SubElement(paragraph, f"{W}bookmarkEnd"), id=number)

    def _number(self) -> str:
        """A number that no other revision or bookmark has."""
        self.annotations += 1
        return str(self.annotations)

    def revision(self, parent: etree._Element, kind: str | None) -> etree._Element:
        """Append a revision element with a number of its own, author and date."""
        assert self.hand is not None  # only a hand marks
        element = etree.SubElement(parent, f"{W}{kind}")
        _values(element, id=self._number(), author=self.hand.author)
        if self.hand.date:
            _values(element, date=self.hand.date)
        return element


def _table_properties(table: etree._Element, widths: Sequence[int], *, borders: bool) -> None:
    properties = etree.SubElement(table, f"{W}tblPr")
    _values(etree.SubElement(properties, f"{W}tblW"), w=str(sum(widths)), type="dxa")
    if borders:
        lines = etree.SubElement(properties, f"{W}tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            _values(etree.SubElement(lines, f"{W}{side}"), val="single", sz="4", space="0", color="auto")
    _values(etree.SubElement(properties, f"{W}tblLayout"), type="fixed")
    grid = etree.SubElement(table, f"{W}tblGrid")
    for width in widths:
        _values(etree.SubElement(grid, f"{W}gridCol"), w=str(width))


def _lines(bits: Iterable[Bit]) -> Iterator[tuple[list[Bit], State]]:
    """The bits line by line, each with the state of the break that ends it; the last ends kept."""
    line: list[Bit] = []
    for bit in bits:
        rest = bit.text
        while (end := rest.plain.find("\n")) >= 0:
            yield [*line, Bit(rest.slice(0, end), bit.state)], bit.state
            line, rest = [], rest.slice(end + 1, len(rest))
        line.append(Bit(rest, bit.state))
    yield line, State.KEPT


def _cell_properties(cell: etree._Element, widths: Sequence[int], *, shaded: bool) -> None:
    """A cell over these columns: the last cell of a short row fills what is left."""
    properties = etree.SubElement(cell, f"{W}tcPr")
    _values(etree.SubElement(properties, f"{W}tcW"), w=str(sum(widths)), type="dxa")
    if len(widths) > 1:
        _values(etree.SubElement(properties, f"{W}gridSpan"), val=str(len(widths)))
    if shaded:
        _values(etree.SubElement(properties, f"{W}shd"), val="clear", color="auto", fill="EFECE5")


def _runs(text: Text) -> list[tuple[Text, dict[str, str | None]]]:
    """A text cut where its look changes."""
    edges = {0, len(text)}
    for mark in text.marks:
        if isinstance(mark.value, Emphasis | Placeholder) and mark.end > mark.start:
            edges.update((mark.start, mark.end))
    ordered = sorted(edges)
    if len(ordered) == 1:  # nothing but a note
        return [(text, {})]
    result = []
    for start, end in pairwise(ordered):
        looks: dict[str, str | None] = {}
        for mark in text.marks:
            if mark.start <= start and mark.end >= end and mark.end > mark.start:
                if isinstance(mark.value, Emphasis):
                    name, value = _EMPHASIS[mark.value.style]
                    looks[name] = value
                elif isinstance(mark.value, Placeholder) and not mark.value.filled:
                    looks["rStyle"] = style_id("Open placeholder")
        result.append((part(text, start, end), looks))
    return result


def _looks(run: etree._Element, looks: dict[str, str | None]) -> None:
    if not looks:
        return
    properties = etree.SubElement(run, f"{W}rPr")
    for name in sorted(looks, key=_RUN_ORDER.index):
        element = etree.SubElement(properties, f"{W}{name}")
        value = looks[name]
        if value is not None:
            _values(element, val=value)


def _text(run: etree._Element, words: str, tag: str) -> None:
    start = 0
    for position, sign in enumerate(words):
        if sign in "\t\n":
            _words(run, words[start:position], tag)
            etree.SubElement(run, f"{W}{'tab' if sign == chr(9) else 'br'}")
            start = position + 1
    _words(run, words[start:], tag)


def _words(run: etree._Element, words: str, tag: str) -> None:
    if words:
        element = etree.SubElement(run, f"{W}{tag}")
        element.text = words
        if words != words.strip() or "  " in words:
            element.set(_SPACE, "preserve")


def _values(element: etree._Element, **values: str) -> None:
    for name, value in values.items():
        element.set(f"{W}{name}", value)
