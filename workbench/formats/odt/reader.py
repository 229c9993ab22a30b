"""OpenDocument text (.odt) -> SourceDocument: OASIS OpenDocument 1.3, part 3.

Numbered lists and headings are counted as LibreOffice displays them; tracked changes are read as accepted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Emphasis, Footnote, Mark, Style, Text
from workbench.formats.container import Container
from workbench.formats.docx.numbering import formatted
from workbench.formats.docx.reader import TRACKED
from workbench.formats.errors import DamagedFileError, EncryptedFileError, NoTextError
from workbench.formats.files import read_bytes

READER = "odt/1"
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, FO = f"{{{_NS}text:1.0}}", f"{{{_NS}style:1.0}}", f"{{{_NS}xsl-fo-compatible:1.0}}"
TABLE, OFFICE = f"{{{_NS}table:1.0}}", f"{{{_NS}office:1.0}}"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ALIGNMENTS = {"center": Alignment.CENTRE, "end": Alignment.RIGHT, "right": Alignment.RIGHT,
               "justify": Alignment.JUSTIFIED}  # fmt: skip
_SILENT = frozenset(
    TEXT + name
    for name in "tracked-changes sequence-decls table-of-content illustration-index bookmark-start "
    "bookmark-end soft-page-break".split()
)


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read an OpenDocument text. Raises a `FormatError` that names the file."""
    step(progress, 0, 1, path.name)
    return from_bytes(read_bytes(path), name=path.name)


def from_bytes(data: bytes, *, name: str) -> SourceDocument:
    """Read an OpenDocument text from memory."""
    package = Container(data, name=name, kind="OpenDocument text")
    if b"encryption-data" in package.bytes_of("META-INF/manifest.xml"):
        raise EncryptedFileError(file=name)
    content, styles = package.parse("content.xml"), package.parse("styles.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DamagedFileError(file=name, reason="it is an OpenDocument file, but no text")
    reading = _Reading([content, styles])
    reading.container(body)
    if not any(block.text.plain.strip() for block in reading.blocks):
        raise NoTextError(file=name)
    changes = len(content.findall(f".//{TEXT}changed-region"))
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="odt",
        layout=Layout.PARAGRAPHS,
        blocks=tuple(reading.blocks),
        reader=READER,
        findings=(TRACKED.at(name, count=changes),) if changes else (),
    )


@dataclass(slots=True)
class _Reading:
    roots: list[etree._Element]
    blocks: list[SourceBlock] = field(default_factory=list)
    counters: dict[str, list[int]] = field(default_factory=dict)
    cell: tuple[int, int, int] | None = None
    tables: int = 0
    styles: dict[str, etree._Element] = field(default_factory=dict)
    lists: dict[str, dict[int, etree._Element]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for root in reversed(self.roots):  # automatic styles of the content win over common ones
            for style in root.iter(f"{STYLE}style"):
                self.styles[style.get(f"{STYLE}name", "")] = style
            for listed in (*root.iter(f"{TEXT}list-style"), *root.iter(f"{TEXT}outline-style")):
                levels = {int(level.get(f"{TEXT}level", "1")): level for level in listed}
                self.lists[listed.get(f"{STYLE}name", "Outline")] = levels

    def container(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag in _SILENT:
                continue
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self.paragraph(child, None, None)
            elif child.tag == f"{TEXT}list":
                self.list(child, child.get(f"{TEXT}style-name", ""), 1)
            elif child.tag == f"{TABLE}table":
                self.table(child)
            else:
                self.container(child)

    def table(self, table: etree._Element) -> None:
        number = self.tables
        self.tables += 1
        for position, row in enumerate(table.iter(f"{TABLE}table-row")):
            for column, cell in enumerate(row.findall(f"{TABLE}table-cell")):
                self.cell = (number, position, column)
                self.container(cell)
        self.cell = None

    def list(self, element: etree._Element, style: str, level: int) -> None:
        style = element.get(f"{TEXT}style-name", style)
        continued = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if level == 1 and not continued:
            self.counters[style] = []
        for item in element.findall(f"{TEXT}list-item"):
            first = True
            for child in item:
                if child.tag == f"{TEXT}list":
                    self.list(child, style, level + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    number = self.count(style, level, item.get(f"{TEXT}start-value")) if first else None
                    self.paragraph(child, number, level - 1)
                    first = False

    def count(self, style: str, level: int, start: str | None) -> str | None:
        """Count one item; its number as displayed."""
        definition = self.lists.get(style, {}).get(level)
        counters = self.counters.setdefault(style, [])
        del counters[level:]
        while len(counters) < level:
            counters.append(0)
        counters[level - 1] = int(start) if start and start.isdigit() else counters[level - 1] + 1
        if definition is None or definition.tag.endswith("bullet"):
            return "•"
        shown = int(definition.get(f"{TEXT}display-levels", "1"))
        parts = []
        for upper in range(max(1, level - shown + 1), level + 1):
            above = self.lists[style].get(upper, definition)
            form = _FORMATS.get(above.get(f"{STYLE}num-format", "1"), "decimal")
            parts.append(formatted(max(counters[upper - 1], 1), form))
        prefix, suffix = definition.get(f"{STYLE}num-prefix", ""), definition.get(f"{STYLE}num-suffix", "")
        return f"{prefix}{'.'.join(parts)}{suffix}".strip() or None

    def paragraph(self, element: etree._Element, number: str | None, level: int | None) -> None:
        words = _Words()
        words.read(element, self)
        text = Text("".join(words.parts), tuple(words.marks)).stripped()
        heading = element.tag == f"{TEXT}h"
        outline = int(element.get(f"{TEXT}outline-level", "1")) if heading else None
        if heading and number is None and "Outline" in self.lists and outline:
            definition = self.lists["Outline"].get(outline)
            if definition is not None and definition.get(f"{STYLE}num-format"):
                number = self.count("Outline", outline, None)
        name = element.get(f"{TEXT}style-name", "")
        letters = max(len(text), 1)
        self.blocks.append(
            SourceBlock(
                text=text,
                style=self._display_name(name),
                outline=outline,
                number=number,
                list_level=level,
                alignment=_ALIGNMENTS.get(self.value(name, "paragraph-properties", f"{FO}text-align") or ""),
                size=_points(self.value(name, "text-properties", f"{FO}font-size")),
                bold=self.value(name, "text-properties", f"{FO}font-weight") == "bold"
                or words.bold / letters > 0.6,
                italic=self.value(name, "text-properties", f"{FO}font-style") == "italic",
                line=len(self.blocks) + 1,
                cell=self.cell,
            )
        )

    def value(self, style: str, group: str, attribute: str, depth: int = 0) -> str | None:
        """One property of a style or of the nearest ancestor that sets it."""
        element = self.styles.get(style)
        if element is None or depth > 20:
            return None
        properties = element.find(f"{STYLE}{group}")
        if properties is not None and properties.get(attribute):
            return properties.get(attribute)
        return self.value(element.get(f"{STYLE}parent-style-name", ""), group, attribute, depth + 1)

    def _display_name(self, style: str) -> str:
        element = self.styles.get(style)
        if element is None:
            return style
        # An automatic style ("P12") says nothing; the named style it stands on does.
        return element.get(f"{STYLE}display-name") or element.get(f"{STYLE}parent-style-name") or style


@dataclass(slots=True)
class _Words:
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    bold: int = 0

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def read(self, element: etree._Element, reading: _Reading) -> None:
        self.add(element.text)
        for child in element:
            self._child(child, reading)
            self.add(child.tail)

    def _child(self, child: etree._Element, reading: _Reading) -> None:
        match child.tag:
            case tag if tag == f"{TEXT}s":
                self.add(" " * int(child.get(f"{TEXT}c", "1")))
            case tag if tag == f"{TEXT}tab":
                self.add("\t")
            case tag if tag == f"{TEXT}line-break":
                self.add("\n")
            case tag if tag == f"{TEXT}note":
                note = child.find(f"{TEXT}note-body")
                words = " ".join("".join(map(str, note.itertext())).split()) if note is not None else ""
                self.marks.append(Mark(self.length, self.length, Footnote(words)))
            case tag if tag == f"{OFFICE}annotation" or tag in _SILENT:
                return
            case _:
                start = self.length
                self.read(child, reading)
                self._emphasis(start, child.get(f"{TEXT}style-name", ""), reading)

    def _emphasis(self, start: int, style: str, reading: _Reading) -> None:
        if self.length == start or not style:
            return
        if reading.value(style, "text-properties", f"{FO}font-weight") == "bold":
            self.bold += self.length - start
            self.marks.append(Mark(start, self.length, Emphasis(Style.BOLD)))
        if reading.value(style, "text-properties", f"{FO}font-style") == "italic":
            self.marks.append(Mark(start, self.length, Emphasis(Style.ITALIC)))


def _points(value: str | None) -> float | None:
    return (
        float(value[:-2])
        if value and value.endswith("pt") and value[:-2].replace(".", "", 1).isdigit()
        else None
    )
