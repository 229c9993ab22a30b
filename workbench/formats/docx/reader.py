"""Word file -> SourceDocument: the text a reader of the printed page sees, with its typography.

Tracked changes are read as accepted, and a finding says so. Headers, footers, field codes, deleted and hidden
text stay out; footnotes, endnotes and comments become marks; text boxes follow the paragraph they hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.formats.docx.fields import Fields
from workbench.formats.docx.numbering import Numbering
from workbench.formats.docx.package import MC, RELATIONSHIPS, Package, W
from workbench.formats.docx.styles import Look, Styles
from workbench.formats.docx.words import DELETED, REVISIONS, Notes, Paragraph, Words, chosen
from workbench.formats.errors import FormatError, NoTextError
from workbench.formats.files import read_bytes

READER = "docx/2"
TRACKED = FindingKind(
    "docx.tracked-changes-accepted",
    Severity.INFO,
    "The file holds {count} tracked changes; the text was read as if all of them were accepted.",
)
HIDDEN = FindingKind("docx.hidden-text", Severity.WARNING, "Hidden text was left out: “{quote}”.")
EMBEDDED = FindingKind(
    "docx.embedded-left-out", Severity.WARNING, "What is embedded here was left out: {what}."
)

_PARAGRAPH, _TABLE, _CONTROL, _PROPERTIES, _MARK = (f"{W}{name}" for name in "p tbl sdt pPr rPr".split())
_WRAPPERS = frozenset(
    (
        *(f"{W}{name}" for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent")),
        f"{MC}AlternateContent",
    )
)
Place = tuple[int, int, int]


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read a Word file. Raises a `FormatError` that names the file when it cannot be read."""
    return from_bytes(read_bytes(path), name=path.name, progress=progress)


def from_bytes(data: bytes, *, name: str, progress: Progress = SILENT) -> SourceDocument:
    """Read a Word file from memory."""
    return read_package(Package(data, name=name), progress)


def read_package(package: Package, progress: Progress = SILENT) -> SourceDocument:
    """Read an opened package."""
    body = package.document().find(f"{W}body")
    assert body is not None  # Package.document raises otherwise
    reading = _Reading(package, Fields())
    reading.blocks_of(body, progress)
    if reading.words.fields.in_code:
        # A field that never ends would hide the rest of the file: then its marks are no marks.
        reading = _Reading(package, Fields(heeded=False))
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
class _Reading:
    package: Package
    fields: Fields
    blocks: list[SourceBlock] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    tables: int = 0
    frames: set[int] = field(default_factory=set)  # tables of one column: layout, not tables
    pending: tuple[Paragraph, Look] | None = None  # a paragraph whose mark is deleted runs on into the next
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.related("styles"))
        self.numbering = Numbering(self.package.related("numbering"), self.styles.list_of_numbering_style)
        self.words = Words(self.styles, Notes(self.package), self.fields)

    def findings(self) -> Iterator[Finding]:
        if self.words.revisions:
            yield TRACKED.at(self.package.name, count=self.words.revisions)
        for words in self.hidden:
            yield HIDDEN.at(self.package.name, quote=words[:120])
        for what in (*self.left_out, *dict.fromkeys(self.words.embedded)):
            yield EMBEDDED.at(self.package.name, what=what or "an object")

    def blocks_of(self, container: etree._Element, progress: Progress, cell: Place | None = None) -> None:
        """Read the paragraphs and tables of the body, of a cell or of a text box, in order."""
        self._inside(container, progress, cell)
        self._end_pending(cell)

    def _inside(self, container: etree._Element, progress: Progress, cell: Place | None) -> None:
        total = len(container)
        for index, child in enumerate(container):
            if cell is None and index % 200 == 0:
                step(progress, index, total, self.package.name)
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child, cell)
            elif tag == _TABLE:
                self._end_pending(cell)
                self._table(child, progress, cell)
            elif tag == _CONTROL:
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._inside(content, progress, cell)
            elif tag in _WRAPPERS:
                self.words.revisions += tag in REVISIONS
                self._inside(chosen(child), progress, cell)
            elif tag in DELETED:
                self.words.revisions += 1
            elif tag == f"{W}altChunk":
                self._end_pending(cell)
                self._chunk(child, cell)

    def _table(self, table: etree._Element, progress: Progress, outer: Place | None) -> None:
        number = self.tables
        self.tables += 1
        rows = [
            (row, [cell for cell in _below(row, f"{W}tc") if not _gone(cell)])
            for row in _below(table, f"{W}tr")
        ]
        if all(len(cells) <= 1 for _, cells in rows):
            self.frames.add(number)
        regular = len({len(cells) for _, cells in rows if len(cells) > 1}) <= 1
        shown = 0
        for row, cells in rows:
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self.words.revisions += 1
                continue
            if properties is not None and properties.find(f"{W}ins") is not None:
                self.words.revisions += 1
            if properties is not None and properties.find(f"{W}hidden") is not None:
                self.hidden.append(" ".join(t.text or "" for t in row.iter(f"{W}t")))
                continue
            at = 0 if properties is None else _count(properties, "gridBefore", 0)
            for ordinal, element in enumerate(cells):
                settings = element.find(f"{W}tcPr")
                column = ordinal if regular else at
                at += 1 if settings is None else _count(settings, "gridSpan", 1)
                if settings is not None and _goes_on(settings):
                    continue  # merged with the cell above, whose text is the one that is shown
                # A table inside a cell is part of what the cell says, unless the cell is but a frame.
                inner = outer is not None and outer[0] not in self.frames
                self.blocks_of(element, progress, outer if inner else (number, shown, column))
            shown += 1

    def _paragraph(self, paragraph: etree._Element, cell: Place | None) -> None:
        first = paragraph[0] if len(paragraph) else None
        properties = first if first is not None and first.tag == _PROPERTIES else None
        look = self.styles.paragraph(properties)
        reading = self.pending[0] if self.pending else Paragraph()
        self.pending = None
        self.words.read(paragraph, reading, look)
        if properties is not None and _mark_deleted(properties):
            self.words.revisions += 1
            self.pending = reading, look
        else:
            self._block(reading, look, cell)

    def _end_pending(self, cell: Place | None) -> None:
        """A paragraph whose mark is deleted, with nothing behind it to run on into."""
        if self.pending is not None:
            reading, look = self.pending
            self.pending = None
            self._block(reading, look, cell)

    def _block(self, reading: Paragraph, look: Look, cell: Place | None) -> None:
        marks = reading.marks
        text = Text(
            "".join(reading.parts), tuple(sorted(marks, key=lambda m: (m.start, -m.end)) if marks else ())
        )
        number, level, indent = self._number(look) if look.list_instance else (None, None, None)
        if not text.plain.strip():
            number = None  # Word counts an empty paragraph and shows its number, but there is nothing to cite
        if reading.hidden:
            self.hidden.append("".join(reading.hidden))
        letters = max(reading.letters, 1)
        self.blocks.append(
            SourceBlock(
                text=text,
                style="toc" if reading.contents and not look.name.casefold().startswith("toc") else look.name,
                outline=look.outline,
                number=number,
                list_level=level,
                alignment=look.alignment,
                indent=look.indent if look.indent is not None else indent,
                size=reading.size or look.size,
                bold=reading.bold / letters > 0.6,
                italic=reading.italic / letters > 0.6,
                page=self.words.page,
                line=len(self.blocks) + 1,
                cell=cell,
            )
        )
        for box in reading.boxes:
            self.blocks_of(box, SILENT, cell)

    def _number(self, look: Look) -> tuple[str | None, int | None, float | None]:
        """The number as displayed, its level from 0, and how far the list indents; `numId` 0 is no list."""
        instance = look.list_instance
        if instance is None or instance == "0":
            return None, None, None
        level = look.list_level
        if level is None and look.list_style:
            level = self.numbering.level_of_style(instance, look.list_style)
        level = level or 0
        definition = self.numbering.level(instance, level)
        number = self.numbering.next(instance, level) or None
        return number, level, definition.indent if definition is not None else None

    def _chunk(self, element: etree._Element, cell: Place | None) -> None:
        """A whole file of another format that Word shows in place (`w:altChunk`)."""
        keys = (element.get(f"{namespace}id") for namespace in RELATIONSHIPS)
        key = next((key for key in keys if key), "")
        target = self.package.relationships(self.package.main).get(key)
        name = target.target if target is not None else ""
        if name not in self.package.names:
            self.left_out.append("a file that the package does not hold")
            return
        try:
            blocks = _foreign(self.package.bytes_of(name), name.rpartition("/")[2])
        except FormatError as error:
            self.left_out.append(error.sentence)
            return
        tables = 0
        for block in blocks:
            place = block.cell
            if place is not None:
                tables = max(tables, place[0] + 1)
                place = (self.tables + place[0], place[1], place[2])
            self.blocks.append(
                replace(block, cell=cell or place, page=self.words.page, line=len(self.blocks) + 1)
            )
        self.tables += tables


def _foreign(data: bytes, name: str) -> tuple[SourceBlock, ...]:
    """The blocks of an embedded file. Raises a `FormatError` for what is no Word file, page or text."""
    if data.startswith(b"PK"):
        return from_bytes(data, name=name).blocks
    if name.casefold().endswith((".htm", ".html", ".xhtml", ".mht", ".mhtml")) or b"<" in data[:5]:
        from workbench.formats.html import reader as html

        return html.from_bytes(data, name=name).blocks
    if data.startswith(b"{\\rtf"):
        raise NotReadInsideError(file=name)
    from workbench.formats.text import reader as text

    return text.from_bytes(data, name).blocks


class NotReadInsideError(FormatError):
    """An old file inside a Word file."""

    code = "docx.not-read-inside"
    message = "a rich text file stands in the Word file; open it in Word, save it anew and read that"


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, whatever controls and tags stand between."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _CONTROL or child.tag in _WRAPPERS:
            yield from _below(chosen(child), tag)


def _count(properties: etree._Element, name: str, default: int) -> int:
    element = properties.find(f"{W}{name}")
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), 1000) if value.isdecimal() else default


def _goes_on(properties: etree._Element) -> bool:
    """Whether a cell is merged with the one above."""
    merged = properties.find(f"{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _gone(cell: etree._Element) -> bool:
    return cell.find(f"{W}tcPr/{W}cellDel") is not None


def _mark_deleted(properties: etree._Element) -> bool:
    marks: Iterable[etree._Element] = properties.iterchildren(_MARK)
    return any(child.tag in DELETED for mark in marks for child in mark)


def _core_title(package: Package) -> str:
    part = package.part("docProps/core.xml")
    title = part.find("{http://purl.org/dc/elements/1.1/}title") if part is not None else None
    return (title.text or "").strip() if title is not None else ""
