"""HTML file -> SourceDocument: what a browser shows of a gazette's page, without menus, scripts and forms."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Emphasis, Mark, Style, Text
from workbench.formats.docx.numbering import formatted
from workbench.formats.errors import DamagedFileError, NoTextError
from workbench.formats.files import read_bytes

READER = "html/1"
_LEFT_OUT = frozenset(
    "script style noscript template nav header footer aside form button select iframe svg head menu dialog "
    "object video audio".split()
)
_BLOCKS = frozenset(
    "p div section article main li h1 h2 h3 h4 h5 h6 td th blockquote pre dt dd address center figcaption "
    "caption body html ul ol dl table tbody thead tfoot tr hr fieldset details summary".split()
)
_EMPHASIS = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "u": Style.UNDERLINE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_MENU_ROLES = {"navigation", "banner", "contentinfo", "search", "menu", "complementary", "dialog"}
_MENU_NAMES = re.compile(
    r"\b(nav|navbar|menu|breadcrumb|cookie|footer|sidebar|share|social|skip)", re.IGNORECASE
)
_LIST_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 300  # elements inside each other; pages nested deeper are read flat from there
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read an HTML page. Raises a `FormatError` that names the file when it cannot be read."""
    step(progress, 0, 1, path.name)
    return from_bytes(read_bytes(path), name=path.name)


def from_bytes(data: bytes, *, name: str) -> SourceDocument:
    """Read an HTML page from memory; in the encoding it declares, else UTF-8, else as lxml guesses."""
    try:
        root = html.document_fromstring(
            data, parser=html.HTMLParser(encoding=_encoding(data), no_network=True, huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError) as damage:
        raise DamagedFileError(file=name, reason="it holds no HTML page") from damage
    title = root.findtext(".//title") or ""
    body = root.find("body")
    walk = _Walk()
    walk.element(body if body is not None else root)
    walk.flush()
    if not walk.blocks:
        raise NoTextError(file=name)
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="html",
        layout=Layout.PARAGRAPHS,
        blocks=tuple(walk.blocks),
        reader=READER,
        title=_SPACES.sub(" ", title).strip(),
    )


def _encoding(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if declared:
        return declared.group(1).decode("ascii", "ignore")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


@dataclass(slots=True)
class _Walk:
    """Collects blocks in document order; one open block at a time."""

    blocks: list[SourceBlock] = field(default_factory=list)
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    alignment: Alignment | None = None
    cell: tuple[int, int, int] | None = None
    tables: int = 0

    def element(self, element: html.HtmlElement, depth: int = 0) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or _is_menu(element):
            return
        if depth > _DEEPEST:
            self._add(element.text_content())
            return
        if tag == "br":
            self.text = self.text.rstrip(" ") + "\n"
            return
        if tag not in _BLOCKS:
            self._inline(element, depth)
            return
        self.flush()
        before = (self.outline, self.level, self.alignment, self.cell)
        self._open(element)
        if tag == "table":
            self._table(element, depth)
        else:
            self._content(element, depth)
        self.flush()
        self.outline, self.level, self.alignment, self.cell = before

    def flush(self) -> None:
        """Close the open block; an empty one is dropped."""
        text = Text(self.text, tuple(self.marks)).stripped()
        if text.plain:
            letters = len(text)
            bold = sum(m.end - m.start for m in text.marks if m.value == Emphasis(Style.BOLD))
            italic = sum(m.end - m.start for m in text.marks if m.value == Emphasis(Style.ITALIC))
            self.blocks.append(
                SourceBlock(
                    text=text,
                    style=f"h{self.outline}" if self.outline else "",
                    outline=self.outline,
                    number=self.number,
                    list_level=self.level,
                    alignment=self.alignment,
                    bold=bold > 0.6 * letters or self.outline is not None,
                    italic=italic > 0.6 * letters,
                    line=len(self.blocks) + 1,
                    cell=self.cell,
                )
            )
            self.number = None
        self.text, self.marks = "", []

    def _content(self, element: html.HtmlElement, depth: int) -> None:
        self._add(element.text)
        for child in element:
            self.element(child, depth + 1)
            self._add(child.tail)

    def _inline(self, element: html.HtmlElement, depth: int) -> None:
        start = len(self.text)
        blocks = len(self.blocks)
        self._content(element, depth)
        style = _EMPHASIS.get(element.tag)
        if style and len(self.blocks) == blocks and len(self.text) > start:
            self.marks.append(Mark(start, len(self.text), Emphasis(style)))

    def _add(self, words: str | None) -> None:
        if not words:
            return
        words = _SPACES.sub(" ", words)
        if not self.text or self.text[-1] in " \n":
            words = words.lstrip(" ")
        self.text += words

    def _open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if re.fullmatch(r"h[1-6]", tag):
            self.outline = int(tag[1])
        if tag == "li":
            self.number, self.level = _list_number(element)
        style = (element.get("style") or "").replace(" ", "").casefold()
        align = (element.get("align") or "").casefold()
        if tag == "center" or align == "center" or "text-align:center" in style:
            self.alignment = Alignment.CENTRE
        elif align == "right" or "text-align:right" in style:
            self.alignment = Alignment.RIGHT

    def _table(self, table: html.HtmlElement, depth: int) -> None:
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        laid_out = all(len(row) <= 1 for row in rows)  # a one-column table is page layout, not a table
        number = self.tables
        self.tables += not laid_out
        for position, row in enumerate(rows):
            for column, cell in enumerate(c for c in row if c.tag in ("td", "th")):
                self.cell = None if laid_out else (number, position, column)
                self.element(cell, depth + 1)
        self.cell = None


def _is_menu(element: html.HtmlElement) -> bool:
    if element.get("hidden") is not None or (element.get("role") or "") in _MENU_ROLES:
        return True
    if element.tag in ("div", "ul", "section"):
        return any(_MENU_NAMES.match(name) for name in _names(element))
    return False


def _names(element: html.HtmlElement) -> Iterator[str]:
    yield from (element.get("class") or "").split()
    if element.get("id"):
        yield element.get("id")


def _list_number(item: html.HtmlElement) -> tuple[str | None, int]:
    """The number a browser prints before a list item, and its level from 0."""
    above = item.getparent()
    level = sum(1 for _ in item.iterancestors("ol", "ul")) - 1
    if above is None or above.tag != "ol":
        return "•", max(level, 0)
    position = [c for c in above if c.tag == "li"].index(item)
    start = above.get("start") or "1"
    first = int(start) if start.lstrip("-").isdigit() else 1
    shown = formatted(first + position, _LIST_STYLES.get(above.get("type") or "1", "decimal"))
    return f"{shown}.", max(level, 0)
