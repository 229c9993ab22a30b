"""OpenDocument text (.odt) -> SourceDocument: OASIS OpenDocument 1.3, part 3.

Numbered lists and headings are counted as LibreOffice displays them; tracked changes are read as accepted,
for what was deleted stands apart from the text. Text boxes follow the paragraph they hang on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from workbench.agreement.findings import Finding
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.quoting import on_one_line
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.formats.container import Container
from workbench.formats.docx.reader import EMBEDDED, HIDDEN, TRACKED
from workbench.formats.errors import DamagedFileError, EncryptedFileError, NoTextError
from workbench.formats.files import read_bytes
from workbench.formats.odt.lists import Chain, Lists
from workbench.formats.odt.names import DC, FO, OFFICE, STYLE, TABLE, TEXT, points, whole
from workbench.formats.odt.styles import Styles
from workbench.formats.odt.words import Words

READER = "odt/2"
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "end": Alignment.RIGHT,
    "right": Alignment.RIGHT,
    "justify": Alignment.JUSTIFIED,
    "start": Alignment.LEFT,
    "left": Alignment.LEFT,
}
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_NOT_TEXT = frozenset(
    (f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms", f"{TEXT}variable-decls")
)
_ROWS = frozenset(TABLE + name for name in "table-header-rows table-rows table-row-group".split())
Place = tuple[int, int, int]


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read an OpenDocument text. Raises a `FormatError` that names the file."""
    return from_bytes(read_bytes(path), name=path.name, progress=progress)


def from_bytes(data: bytes, *, name: str, progress: Progress = SILENT) -> SourceDocument:
    """Read an OpenDocument text from memory."""
    step(progress, 0, 1, name)
    package = Container(data, name=name, kind="OpenDocument text")
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.bytes_of(manifest):
        raise EncryptedFileError(file=name)
    content = package.parse("content.xml")
    roots = [content, *([package.parse("styles.xml")] if "styles.xml" in package.names else [])]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DamagedFileError(file=name, reason="it is an OpenDocument file, but no text")
    reading = _Reading(name, Styles(roots), Lists(roots))
    for done, child in enumerate(body):
        if done % 200 == 0:
            step(progress, done, len(body), name)
        reading.child(child)
    if not any(block.text.plain.strip() for block in reading.blocks):
        raise NoTextError(file=name)
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="odt",
        layout=Layout.PARAGRAPHS,
        blocks=tuple(reading.blocks),
        reader=READER,
        title=_title(package),
        findings=tuple(reading.findings(sum(1 for _ in content.iter(f"{TEXT}changed-region")))),
    )


@dataclass(slots=True)
class _Reading:
    name: str
    styles: Styles
    lists: Lists
    blocks: list[SourceBlock] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    objects: int = 0
    page: int = 1
    cell: Place | None = None
    framed: bool = True  # the cell we are in is but a frame, or there is none
    contents: bool = False
    tables: int = 0

    def findings(self, changes: int) -> Iterator[Finding]:
        if changes:
            yield TRACKED.at(self.name, count=changes)
        for words in self.hidden:
            yield HIDDEN.at(self.name, quote=words[:120])
        if self.objects:
            yield EMBEDDED.at(self.name, what=f"objects of other programs, {self.objects} in all")

    def container(self, parent: etree._Element) -> None:
        for child in parent:
            self.child(child)

    def child(self, child: etree._Element) -> None:
        tag = child.tag
        if tag in _PARAGRAPHS:
            self._paragraph(child, None, None)
        elif tag == f"{TEXT}list":
            self._list(child, None, child.get(f"{TEXT}style-name", ""), 1)
        elif tag == f"{TEXT}numbered-paragraph":
            self._alone(child)
        elif tag == f"{TABLE}table":
            self._table(child)
        elif tag in _INDEXES:
            self._index(child)
        elif tag == f"{TEXT}soft-page-break":
            self.page += 1
        elif tag == f"{TEXT}section" and child.get(f"{TEXT}display") == "none":
            self.hidden.append(on_one_line("".join(map(str, child.itertext()))))
        elif tag not in _NOT_TEXT:
            self.container(child)

    def _index(self, element: etree._Element) -> None:
        """A table of contents is text that recognition tells from the articles it lists."""
        body = element.find(f"{TEXT}index-body")
        if body is not None:
            before, self.contents = self.contents, True
            self.container(body)
            self.contents = before

    def _table(self, table: etree._Element) -> None:
        number, outer, framed = self.tables, self.cell, self.framed
        self.tables += 1
        rows = list(_rows(table))
        single = all(len(row.findall(f"{TABLE}table-cell")) <= 1 for row in rows)
        for position, row in enumerate(rows):
            column = 0
            for cell in row:
                if cell.tag == f"{TABLE}table-cell":
                    # A table inside a cell is part of what the cell says, unless the cell is but a frame.
                    self.cell = outer if outer is not None and not framed else (number, position, column)
                    self.framed = single
                    self.container(cell)
                column += whole(cell, f"{TABLE}number-columns-repeated", 1, 1000)
        self.cell, self.framed = outer, framed

    def _list(self, element: etree._Element, chain: Chain | None, style: str, level: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        if chain is None:
            first = element.find(f".//{TEXT}p")
            if not style and first is not None:
                named = self.styles.attribute(first.get(f"{TEXT}style-name", ""), f"{STYLE}list-style-name")
                style = named or ""
            chain = self.lists.chain(element, style)
        for item in element:
            header = item.tag == f"{TEXT}list-header"
            if not header and item.tag != f"{TEXT}list-item":
                continue
            start = whole(item, f"{TEXT}start-value", -1)
            counted = header
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, chain, style, level + 1)
                elif child.tag in _PARAGRAPHS:
                    number = None
                    if not counted and child.get(f"{TEXT}is-list-header") != "true":
                        number = self.lists.count(chain, style, level, start if start >= 0 else None) or ""
                        counted = True
                    self._paragraph(child, number, level - 1, self.lists.indent(style, level))
                else:
                    self.child(child)

    def _alone(self, element: etree._Element) -> None:
        """A paragraph that is a list item by itself."""
        style, level = element.get(f"{TEXT}style-name", ""), whole(element, f"{TEXT}level", 1, 10)
        chain = self.lists.chain(element, style)
        start = whole(element, f"{TEXT}start-value", -1)
        number = self.lists.count(chain, style, level, start if start >= 0 else None) or ""
        for child in element:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, number, level - 1)

    def _paragraph(
        self, element: etree._Element, number: str | None, level: int | None, indent: str | None = None
    ) -> None:
        style = element.get(f"{TEXT}style-name", "")
        if self.styles.hidden(style):
            self.hidden.append("".join(map(str, element.itertext())))
            return
        words = Words(self.styles)
        words.read(element)
        text = words.text()
        self.page += words.pages
        self.objects += words.objects
        if words.hidden:
            self.hidden.append("".join(words.hidden))
        outline = whole(element, f"{TEXT}outline-level", 1, 10) if element.tag == f"{TEXT}h" else None
        if outline and number is None and level is None:
            number = self._of_heading(element, style, outline)
        letters = max(len(text), 1)
        own = points(self.styles.value(style, "paragraph-properties", f"{FO}margin-left"))
        first = points(self.styles.value(style, "paragraph-properties", f"{FO}text-indent"))
        stands_in = (own or 0.0) + (first or 0.0) if own is not None or first is not None else points(indent)
        self.blocks.append(
            SourceBlock(
                text=text,
                style="toc" if self.contents else self.styles.display_name(style),
                outline=None if self.contents else outline,
                number=(number or None) if text.plain else None,
                list_level=level,
                alignment=_ALIGNMENTS.get(
                    self.styles.value(style, "paragraph-properties", f"{FO}text-align") or ""
                ),
                indent=stands_in,
                size=points(self.styles.value(style, "text-properties", f"{FO}font-size")),
                bold=self.styles.bold(style) or words.bold / letters > 0.6,
                italic=self.styles.italic(style) or words.italic / letters > 0.6,
                page=self.page,
                line=len(self.blocks) + 1,
                cell=self.cell,
            )
        )
        for box in words.boxes:
            self.container(box)

    def _of_heading(self, element: etree._Element, style: str, outline: int) -> str | None:
        if element.get(f"{TEXT}is-list-header") == "true":
            return None
        if self.styles.attribute(style, f"{STYLE}list-style-name") == "":  # taken out of the outline
            return None
        start = whole(element, f"{TEXT}start-value", -1)
        if start < 0 and element.get(f"{TEXT}restart-numbering") == "true":
            start = 1
        return self.lists.heading(outline, start if start >= 0 else None)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _ROWS:
            yield from _rows(child)


def _title(package: Container) -> str:
    if "meta.xml" not in package.names:
        return ""
    title = package.parse("meta.xml").find(f".//{DC}title")
    return (title.text or "").strip() if title is not None else ""
