"""The words of one Word paragraph as they are shown: runs, fields, notes, comments, symbols, revisions.

Deleted and hidden text and the codes of fields stay out. A text box is noted and read after its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from workbench.agreement.text import Comment, Emphasis, Footnote, Mark, Style
from workbench.formats.docx.fields import Fields
from workbench.formats.docx.package import MC, Package, W
from workbench.formats.docx.styles import Look, Styles
from workbench.formats.docx.symbols import as_read, is_symbol_font, sign

REVISIONS = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
DELETED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_LEFT_OUT = DELETED | frozenset(
    f"{W}{name}"
    for name in (
        "delText",
        "delInstrText",
        "instrText",
        "rPr",
        "pPr",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "fldData",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
    )
)
_VERTICAL = {"superscript": Style.SUPERSCRIPT, "subscript": Style.SUBSCRIPT}
_RUN, _TEXT, _RUN_LOOK, _COMMENT_START, _COMMENT_END = (
    f"{W}{name}" for name in "r t rPr commentRangeStart commentRangeEnd".split()
)
_MATHS = "/math}t"  # the ending of the tag in transitional and in strict files
_BREAKS = frozenset(("page", "column"))


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph while its runs are being collected."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    letters: int = 0
    size: float | None = None
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    contents: bool = False  # it belongs to a table of contents
    turned: bool = False  # a page or column ended since the last words
    emphasis: dict[Style, int] = field(default_factory=dict)  # the last mark of each style

    def add(self, text: str) -> None:
        """Add words as they are shown."""
        if self.turned:
            self.turned = False
            if self.length:
                text = "\n" + text
        self.parts.append(text)
        self.length += len(text)

    def emphasise(self, style: Style, start: int) -> None:
        """Mark the words from `start`; next to words of the same style it is one mark."""
        last = self.emphasis.get(style)
        if last is not None and self.marks[last].end == start:
            self.marks[last] = Mark(self.marks[last].start, self.length, self.marks[last].value)
        else:
            self.emphasis[style] = len(self.marks)
            self.marks.append(Mark(start, self.length, Emphasis(style)))


class Notes:
    """The footnotes, endnotes and comments of a file, read when first met."""

    def __init__(self, package: Package) -> None:
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            part = package.related(f"{kind}s")
            for note in part.iterfind(f"{W}{kind}") if part is not None else ():
                self._notes[kind, note.get(f"{W}id", "")] = note
        comments = package.related("comments")
        self.comments = dict(_comments(comments)) if comments is not None else {}

    def text(self, kind: str, key: str) -> str | None:
        """The words of a footnote or endnote; None where the file does not hold it."""
        note = self._notes.get((kind, key))
        return plain(note) if note is not None else None


@dataclass(slots=True)
class Words:
    """Reads paragraphs one after the other; remembers what runs on from one to the next."""

    styles: Styles
    notes: Notes
    fields: Fields
    revisions: int = 0
    page: int = 1
    embedded: list[str] = field(default_factory=list)
    _begun: dict[str, int] = field(default_factory=dict)  # comments, and where they began
    _said: set[str] = field(default_factory=set)
    _turned: bool = False  # the page was turned by a break, which the renderer notes once more

    def read(self, parent: etree._Element, into: Paragraph, look: Look) -> None:
        """Add the words of a `w:p` of this look."""
        self.fields.numbers.level = look.outline or 1
        # An explicit stack, because hostile files nest revisions thousands deep.
        stack: list[Iterator[etree._Element]] = [iter(parent)]
        while stack:
            for child in stack[-1]:
                tag = child.tag
                if tag == _RUN:
                    self._run(child, into, look)
                    continue
                if tag in REVISIONS:
                    self.revisions += 1
                if tag in _LEFT_OUT:
                    continue
                if tag == _COMMENT_START:
                    self._begun[child.get(f"{W}id", "")] = into.length
                elif tag == _COMMENT_END:
                    self._comment(child.get(f"{W}id", ""), into)
                elif tag.endswith(_MATHS):
                    into.add(child.text or "")
                else:
                    stack.append(iter(chosen(child)))
                    break
            else:
                stack.pop()

    def _comment(self, key: str, into: Paragraph) -> None:
        start = self._begun.pop(key, None)
        comment = self.notes.comments.get(key)
        if comment is not None and key not in self._said:
            self._said.add(key)
            # A range that began in an earlier paragraph is kept on this one's part of it.
            begin = start if start is not None and start <= into.length else 0
            into.marks.append(Mark(begin, into.length, comment))

    def _run(self, run: etree._Element, into: Paragraph, paragraph: Look) -> None:
        own = _PLAIN
        look = paragraph
        start = into.length
        fields = self.fields
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                words = child.text
                if words and "\n" in words:  # a line end inside the markup is shown as a space
                    words = " ".join(words.split("\n"))
            elif tag == _RUN_LOOK:
                own = self.styles.run(child)
                look = own.over(paragraph)
                continue
            else:
                words = self._piece(child, into)
            if not words:
                continue
            if look.hidden:
                into.hidden.append(words)
            elif not fields.in_code:
                if is_symbol_font(look.font) or not words.isascii():
                    words = as_read(words, look.font)
                if fields.stack:
                    fields.filled()
                into.contents = bool(fields.stack) and fields.in_contents
                into.add(words)
                self._turned = False
        letters = into.length - start
        if not letters:
            return
        into.letters += letters
        into.size = into.size or own.size
        if look.bold:
            into.bold += letters
        if look.italic:
            into.italic += letters
        if own is not _PLAIN:
            for style in _emphasis(own):
                into.emphasise(style, start)

    def _piece(self, child: etree._Element, into: Paragraph) -> str:
        """The text of one child of a run; notes, text boxes, fields and page breaks are noted on the way."""
        match etree.QName(child).localname:
            case "tab" | "ptab":
                return "\t"
            case "noBreakHyphen":
                return "\u2011"
            case "softHyphen":
                return "\u00ad"
            case "br" | "cr":
                kind = child.get(f"{W}type")
                if kind not in _BREAKS:
                    return "\n"
                into.turned = True
                if kind == "page":
                    self.page += 1
                    self._turned = True
            case "lastRenderedPageBreak":
                self.page += not self._turned
                self._turned = False
            case "sym":
                return _symbol(child)
            case "fldChar":
                return self.fields.mark(child)
            case "instrText":
                self.fields.code(child.text or "")
            case "footnoteReference" | "endnoteReference" as name:
                note = self.notes.text(name.removesuffix("Reference"), child.get(f"{W}id", ""))
                if note is not None and not self.fields.in_code:
                    into.marks.append(Mark(into.length, into.length, Footnote(note)))
            case "commentReference":
                self._comment(child.get(f"{W}id", ""), into)
            case "AlternateContent":
                into.boxes.extend(_boxes(chosen(child)))
            case "object":
                into.boxes.extend(_boxes(child))
                self.embedded.extend(_object(child))
            case "drawing" | "pict":
                into.boxes.extend(_boxes(child))
            case "ruby":
                return "".join(t.text or "" for t in child.iterfind(f"{W}rubyBase/{_RUN}/{_TEXT}"))
            case _:
                pass
        return ""


def chosen(element: etree._Element) -> etree._Element:
    """Of the alternatives of a `mc:AlternateContent` the first, else the fallback; anything else itself.

    Read together, the same words would be there twice.
    """
    if element.tag != f"{MC}AlternateContent":
        return element
    first = element.find(f"{MC}Choice")
    if first is None:
        first = element.find(f"{MC}Fallback")
    return first if first is not None else element


def plain(element: etree._Element) -> str:
    """The text of a note or comment, paragraphs joined by line breaks."""
    lines = ("".join(_shown(paragraph)).strip() for paragraph in element.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)


def _shown(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(_TEXT, f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}sym"):
        above = element.getparent()
        if above is None or above.tag != _RUN:  # a tab stop among the properties
            continue
        if any(next(element.iterancestors(tag), None) is not None for tag in DELETED):
            continue
        match etree.QName(element).localname:
            case "t":
                yield element.text or ""
            case "tab":
                yield "\t"
            case "br":
                yield "\n"
            case "noBreakHyphen":
                yield "\u2011"
            case _:
                yield _symbol(element)


def _emphasis(own: Look) -> Iterator[Style]:
    if own.bold:
        yield Style.BOLD
    if own.italic:
        yield Style.ITALIC
    if own.underline:
        yield Style.UNDERLINE
    if own.small_caps:
        yield Style.SMALL_CAPS
    if own.vertical in _VERTICAL:
        yield _VERTICAL[own.vertical]


def _symbol(element: etree._Element) -> str:
    try:
        return sign(int(element.get(f"{W}char", ""), 16), element.get(f"{W}font"))
    except (ValueError, OverflowError):
        return ""


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes below an element; an alternative of the same drawing is no box of its own."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _boxes(chosen(child))


def _object(element: etree._Element) -> Iterator[str]:
    """What program made an embedded object."""
    for embedded in element.iter("{urn:schemas-microsoft-com:office:office}OLEObject"):
        yield embedded.get("ProgID", "")


def _comments(part: etree._Element) -> Iterator[tuple[str, Comment]]:
    for element in part.iterfind(f"{W}comment"):
        try:
            day: date | None = date.fromisoformat(element.get(f"{W}date", "")[:10])
        except ValueError:  # Google Docs leaves dates out
            day = None
        yield element.get(f"{W}id", ""), Comment(element.get(f"{W}author", ""), plain(element), day)


_PLAIN = Look()
