"""The words of one OpenDocument paragraph as they are shown, with emphasis, notes and comments as marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from workbench.agreement.text import Comment, Emphasis, Footnote, Mark, Style, Text
from workbench.formats.docx.symbols import as_read
from workbench.formats.odt.names import DC, DRAW, OFFICE, TEXT, whole
from workbench.formats.odt.styles import Styles

_SPACES = re.compile(r"[ \t\r\n]+")
_BOXES = frozenset((f"{DRAW}text-box", f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}ellipse"))
_DRAWINGS = frozenset((f"{DRAW}frame", f"{DRAW}g", f"{DRAW}a", *_BOXES))
_OBJECTS = frozenset((f"{DRAW}object", f"{DRAW}object-ole"))
_NOT_SHOWN = frozenset(
    TEXT + name for name in "tracked-changes note-citation ruby-text hidden-paragraph script".split()
)
_HIDDEN = frozenset((f"{TEXT}hidden-text",))


@dataclass(slots=True)
class Words:
    """The text of a paragraph while it is being collected."""

    styles: Styles
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    italic: int = 0
    pages: int = 0
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    objects: int = 0
    last: str = ""
    _comments: dict[str, tuple[int, Comment]] = field(default_factory=dict)

    def text(self) -> Text:
        """What was collected."""
        self.marks.extend(Mark(start, start, comment) for start, comment in self._comments.values())
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))
        return Text("".join(self.parts), marks).stripped()

    def read(self, element: etree._Element) -> None:
        """Collect the words of an element."""
        self._words(element.text)
        for child in element:
            self._child(child)
            self._words(child.tail)

    def _words(self, words: str | None) -> None:
        """Words of the file: white space of the markup is one space (part 3, 6.1.2)."""
        if not words:
            return
        words = _SPACES.sub(" ", words)
        if words[0] == " " and (self.last in ("", " ")):
            words = words[1:]
        self._add(as_read(words, None) if not words.isascii() else words)

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.last = text[-1]

    def _child(self, child: etree._Element) -> None:
        tag = child.tag
        if tag == f"{TEXT}s":
            self._add(" " * whole(child, f"{TEXT}c", 1, 200))
            self.last = "s"  # what follows keeps its own space
        elif tag == f"{TEXT}tab":
            self._add("\t")
        elif tag == f"{TEXT}line-break":
            self._add("\n")
            self.last = ""
        elif tag == f"{TEXT}soft-page-break":
            self.pages += 1
        elif tag == f"{TEXT}note":
            body = child.find(f"{TEXT}note-body")
            note = paragraphs(body, self.styles) if body is not None else ""
            self.marks.append(Mark(self.length, self.length, Footnote(note)))
        elif tag == f"{OFFICE}annotation":
            name = child.get(f"{OFFICE}name") or f"unnamed {len(self._comments)}"
            self._comments[name] = self.length, _comment(child, self.styles)
        elif tag == f"{OFFICE}annotation-end":
            begun = self._comments.pop(child.get(f"{OFFICE}name", ""), None)
            if begun is not None:
                self.marks.append(Mark(begun[0], self.length, begun[1]))
        elif tag in _DRAWINGS:
            self._drawing(child)
        elif tag in _HIDDEN or (
            tag == f"{TEXT}span" and self.styles.hidden(child.get(f"{TEXT}style-name", ""))
        ):
            self.hidden.append("".join(map(str, child.itertext())) or child.get(f"{TEXT}string-value", ""))
        elif tag not in _NOT_SHOWN:
            start = self.length
            self.read(child)
            if self.length > start:
                self._emphasise(start, child.get(f"{TEXT}style-name", ""))

    def _drawing(self, element: etree._Element) -> None:
        """The outermost boxes, read after the paragraph; titles of pictures are not shown."""
        if element.tag in _BOXES:
            self.boxes.append(element)
            return
        for child in element:
            if child.tag in _OBJECTS:
                self.objects += 1
            elif child.tag in _DRAWINGS:
                self._drawing(child)

    def _emphasise(self, start: int, style: str) -> None:
        for found in self.styles.emphasis(style) if style else ():
            self.bold += (self.length - start) * (found is Style.BOLD)
            self.italic += (self.length - start) * (found is Style.ITALIC)
            self.marks.append(Mark(start, self.length, Emphasis(found)))


def paragraphs(element: etree._Element, styles: Styles) -> str:
    """The text of a note or comment, paragraphs joined by line breaks."""
    lines = []
    for paragraph in element.iter(f"{TEXT}p", f"{TEXT}h"):
        words = Words(styles)
        words.read(paragraph)
        lines.append(words.text().plain)
    return "\n".join(line for line in lines if line)


def _comment(element: etree._Element, styles: Styles) -> Comment:
    try:
        day: date | None = date.fromisoformat((element.findtext(f"{DC}date") or "")[:10])
    except ValueError:
        day = None
    return Comment(element.findtext(f"{DC}creator") or "", paragraphs(element, styles), day)
