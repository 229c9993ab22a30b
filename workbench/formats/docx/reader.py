"""Word file -> SourceDocument: the text a reader of the printed page sees, with its typography.

Tracked changes are read as accepted, and a finding says so. Headers, footers, field codes, deleted and hidden
text stay out; footnotes, endnotes and comments become marks; text boxes follow the paragraph they hang on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lxml import etree

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Comment, Emphasis, Footnote, Mark, Style, Text
from workbench.formats.docx.numbering import Numbering
from workbench.formats.docx.package import MC, Package, W
from workbench.formats.docx.styles import Look, Styles
from workbench.formats.errors import NoTextError

READER = "docx/1"
TRACKED = FindingKind(
    "docx.tracked-changes-accepted",
    Severity.INFO,
    "The file holds {count} tracked changes; the text was read as if all of them were accepted.",
)
HIDDEN = FindingKind("docx.hidden-text", Severity.WARNING, "Hidden text was left out: “{quote}”.")

# Glyphs of the Symbol and Wingdings fonts that agreements use, by code point in the private area.
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF02D: "–",
    0xF0B0: "°",
    0xF0A8: "□",
    0xF0FC: "✓",
    0xF0D8: "➢",
    0xF0E0: "→",
}
_DELETED = {f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}delInstrText", f"{W}instrText"}
_SKIPPED = {
    f"{W}{name}"
    for name in (
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
        "tblPr",
        "tblGrid",
    )
}
_REVISIONS = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
_VERTICAL = {"superscript": Style.SUPERSCRIPT, "subscript": Style.SUBSCRIPT}


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read a Word file. Raises a `FormatError` that names the file when it cannot be read."""
    return read_package(Package.open(path), progress)


def read_package(package: Package, progress: Progress = SILENT) -> SourceDocument:
    """Read an opened package."""
    reading = _Reading(package)
    body = package.document().find(f"{W}body")
    assert body is not None  # Package.document raises otherwise
    reading.blocks_of(body, progress)
    if not any(block.text.plain.strip() for block in reading.blocks):
        raise NoTextError(file=package.name)
    return SourceDocument(
        name=package.name,
        sha256=package.sha256,
        format="docx",
        layout=Layout.PARAGRAPHS,
        blocks=tuple(reading.blocks),
        reader=READER,
        title=_core_title(package),
        findings=tuple(reading.findings()),
    )


@dataclass(slots=True)
class _Paragraph:
    """The text of a paragraph while its runs are being collected."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    letters: int = 0
    size: float | None = None
    boxes: list[etree._Element] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _Reading:
    package: Package
    blocks: list[SourceBlock] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    revisions: int = 0
    page: int = 1
    tables: int = 0
    field_depth: list[bool] = field(default_factory=list)  # for each open field: whether its result began
    open_comments: dict[str, int] = field(default_factory=dict)
    pending: _Paragraph | None = None  # a paragraph whose mark is deleted runs on into the next
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    notes: dict[str, etree._Element] = field(init=False)
    comments: dict[str, Comment] = field(init=False)

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.part("word/styles.xml"))
        self.numbering = Numbering(self.package.part("word/numbering.xml"))
        self.notes = {}
        for kind in ("footnote", "endnote"):
            part = self.package.part(f"word/{kind}s.xml")
            for note in part.iterfind(f"{W}{kind}") if part is not None else ():
                self.notes[f"{kind}:{note.get(f'{W}id')}"] = note
        self.comments = dict(_comments(self.package.part("word/comments.xml")))

    def findings(self) -> Iterator[Finding]:
        if self.revisions:
            yield TRACKED.at(self.package.name, count=self.revisions)
        for words in self.hidden:
            yield HIDDEN.at(self.package.name, quote=words[:120])

    def blocks_of(
        self, container: etree._Element, progress: Progress, cell: tuple[int, int, int] | None = None
    ) -> None:
        """Read the paragraphs and tables of the body, of a cell or of a text box, in order."""
        total = len(container)
        for index, child in enumerate(container):
            if cell is None and index % 200 == 0:
                step(progress, index, total, self.package.name)
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, cell)
            elif tag == f"{W}tbl":
                self._table(child, progress)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self.blocks_of(content, progress, cell)
            elif tag in (f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"):
                self.blocks_of(child, progress, cell)

    def _table(self, table: etree._Element, progress: Progress) -> None:
        number = self.tables
        self.tables += 1
        rows = [row for row in table.iter(f"{W}tr") if _owner(row) is table]
        shown = 0
        for row in rows:
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self.revisions += 1
                continue
            cells = [cell for cell in row.iter(f"{W}tc") if _owner(cell, f"{W}tr") is row]
            for column, element in enumerate(cells):
                self.blocks_of(element, progress, (number, shown, column))
            shown += 1

    def _paragraph(self, paragraph: etree._Element, cell: tuple[int, int, int] | None) -> None:
        properties = paragraph.find(f"{W}pPr")
        look = self.styles.paragraph(properties)
        reading = self.pending or _Paragraph()
        self.pending = None
        self._content(paragraph, reading, look)
        if self._mark_deleted(properties):
            self.revisions += 1
            self.pending = reading
            return
        text = Text("".join(reading.parts), tuple(sorted(reading.marks, key=lambda m: (m.start, -m.end))))
        number = None
        if look.list_instance and look.list_instance != "0" and text.plain.strip():
            # An empty numbered paragraph shows its number in Word too, but it carries nothing to cite.
            number = self.numbering.next(look.list_instance, look.list_level or 0) or None
        indent = look.indent
        if indent is None and look.list_instance:
            level = self.numbering.level(look.list_instance, look.list_level or 0)
            indent = level.indent if level else None
        letters = max(reading.letters, 1)
        self.blocks.append(
            SourceBlock(
                text=text,
                style=look.name,
                outline=look.outline,
                number=number,
                list_level=(look.list_level or 0) if look.list_instance not in (None, "0") else None,
                alignment=look.alignment,
                indent=indent,
                size=reading.size or look.size,
                bold=reading.bold / letters > 0.6,
                italic=reading.italic / letters > 0.6,
                page=self.page,
                line=len(self.blocks) + 1,
                cell=cell,
            )
        )
        for box in reading.boxes:
            self.blocks_of(box, SILENT, cell)

    def _mark_deleted(self, properties: etree._Element | None) -> bool:
        if properties is None:
            return False
        marks = properties.find(f"{W}rPr")
        return marks is not None and (
            marks.find(f"{W}del") is not None or marks.find(f"{W}moveFrom") is not None
        )

    def _content(self, parent: etree._Element, into: _Paragraph, look: Look) -> None:
        # An explicit stack, because hostile files nest revisions thousands deep.
        stack: list[Iterator[etree._Element]] = [iter(parent)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            tag = child.tag
            if tag in _REVISIONS:
                self.revisions += 1
            if tag in _SKIPPED or tag in _DELETED:
                continue
            if tag == f"{W}r":
                self._run(child, into, look)
            elif tag == f"{W}commentRangeStart":
                self.open_comments[child.get(f"{W}id", "")] = into.length
            elif tag == f"{W}commentRangeEnd":
                self._close_comment(child.get(f"{W}id", ""), into)
            else:
                stack.append(iter(child))

    def _close_comment(self, key: str, into: _Paragraph) -> None:
        start = self.open_comments.pop(key, None)
        comment = self.comments.get(key)
        if comment is not None:
            # A range that began in an earlier paragraph is kept on this one's part of it.
            begin = start if start is not None and start <= into.length else 0
            into.marks.append(Mark(begin, into.length, comment))

    def _run(self, run: etree._Element, into: _Paragraph, paragraph: Look) -> None:
        properties = run.find(f"{W}rPr")
        own = self.styles.run(properties)
        look = own.over(paragraph)
        start = into.length
        hidden: list[str] = []
        for child in run:
            words = self._piece(child, into)
            if not words:
                continue
            if look.hidden:
                hidden.append(words)
            elif all(self.field_depth):
                into.add(words)
        if hidden:
            self.hidden.append("".join(hidden))
        letters = into.length - start
        if not letters:
            return
        into.letters += letters
        into.size = into.size or own.size
        if look.bold:
            into.bold += letters
        if look.italic:
            into.italic += letters
        for style in _emphasis(properties, own):
            last = into.marks[-1] if into.marks else None
            if last and last.end == start and last.value == Emphasis(style):
                into.marks[-1] = Mark(last.start, into.length, last.value)
            else:
                into.marks.append(Mark(start, into.length, Emphasis(style)))

    def _piece(self, child: etree._Element, into: _Paragraph) -> str:
        """The text of one child of a run; notes, text boxes, fields and page breaks are noted on the way."""
        match etree.QName(child).localname:
            case "t":
                return child.text or ""
            case "tab" | "ptab":
                return "\t"
            case "noBreakHyphen":
                return "\u2011"
            case "softHyphen":
                return "\u00ad"
            case "br" | "cr":
                if child.get(f"{W}type") == "page":
                    self.page += 1
                    return ""
                return "\n"
            case "lastRenderedPageBreak":
                self.page += 1
            case "sym":
                return _symbol(child)
            case "fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            case "footnoteReference" | "endnoteReference" as name:
                kind = name.removesuffix("Reference")
                note = self.notes.get(f"{kind}:{child.get(f'{W}id')}")
                if note is not None:
                    into.marks.append(Mark(into.length, into.length, Footnote(_plain(note))))
            case "AlternateContent":
                choice = child.find(f"{MC}Choice")
                into.boxes.extend(_boxes(choice if choice is not None else child))
            case "drawing" | "pict" | "object":
                into.boxes.extend(_boxes(child))
            case _:
                pass
        return ""

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.field_depth.append(False)
        elif kind == "separate" and self.field_depth:
            self.field_depth[-1] = True
        elif kind == "end" and self.field_depth:
            self.field_depth.pop()


def _emphasis(properties: etree._Element | None, own: Look) -> Iterator[Style]:
    if own.bold:
        yield Style.BOLD
    if own.italic:
        yield Style.ITALIC
    if properties is None:
        return
    underline = properties.find(f"{W}u")
    if underline is not None and underline.get(f"{W}val", "single") not in ("none", "0"):
        yield Style.UNDERLINE
    vertical = properties.find(f"{W}vertAlign")
    if vertical is not None and vertical.get(f"{W}val", "") in _VERTICAL:
        yield _VERTICAL[vertical.get(f"{W}val", "")]


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(code & 0xFF) if 0xF020 <= code <= 0xF0FF else chr(code)


def _boxes(element: etree._Element) -> list[etree._Element]:
    return [box for box in element.iter(f"{W}txbxContent") if _owner(box, f"{W}txbxContent") is None]


def _owner(element: etree._Element, tag: str = f"{W}tbl") -> etree._Element | None:
    """The nearest ancestor of this kind."""
    return next(element.iterancestors(tag), None)


def _plain(element: etree._Element) -> str:
    """The text of a note or comment, paragraphs joined by line breaks."""
    paragraphs = (
        "".join(t.text or "" for t in p.iter(f"{W}t") if _owner(t, f"{W}del") is None)
        for p in element.iter(f"{W}p")
    )
    return "\n".join(words.strip() for words in paragraphs if words.strip())


def _comments(part: etree._Element | None) -> Iterator[tuple[str, Comment]]:
    for element in part.iterfind(f"{W}comment") if part is not None else ():
        try:
            day: date | None = date.fromisoformat(element.get(f"{W}date", "")[:10])
        except ValueError:  # Google Docs leaves dates out
            day = None
        yield element.get(f"{W}id", ""), Comment(element.get(f"{W}author", ""), _plain(element), day)


def _core_title(package: Package) -> str:
    part = package.part("docProps/core.xml")
    title = part.find("{http://purl.org/dc/elements/1.1/}title") if part is not None else None
    return (title.text or "").strip() if title is not None else ""
