"""HTML file -> SourceDocument: what a browser shows of a gazette's page, without menus, scripts and forms."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html
from msgspec.structs import replace

from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Emphasis, Mark, Style, Text
from workbench.formats.docx.numbering import formatted
from workbench.formats.errors import DamagedFileError, EmptyFileError, NoTextError
from workbench.formats.files import read_bytes
from workbench.formats.html.archive import page_of
from workbench.formats.html.page import Page
from workbench.formats.html.tables import Cell, plan

READER = "html/2"
_BLOCKS = frozenset(
    "p div section article main li h1 h2 h3 h4 h5 h6 td th blockquote pre dt dd address center figcaption "
    "caption body html ul ol dl table tbody thead tfoot tr hr fieldset details summary form header footer "
    "aside nav figure title legend".split()
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
_LIST_STYLES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_ALIGNED = {
    "center": Alignment.CENTRE,
    "middle": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "justify": Alignment.JUSTIFIED,
}
_TEXT_ALIGN = re.compile(r"text-align\s*:\s*(\w+)")
_HEADING = re.compile(r"h[1-6]")
# Tags of mere looks that sloppy pages open and never close.
_INLINE = re.compile(r"</?(?:font|span|small|big|b|i|u|em|strong|a|tt|s)\b[^<>]*>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LINES = 4  # in one block, and its breaks part paragraphs
_PRINTED = 0.6  # of the words in one `pre`: the page is a text file in a frame


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """Read an HTML page. Raises a `FormatError` that names the file when it cannot be read."""
    step(progress, 0, 1, path.name)
    return from_bytes(read_bytes(path), name=path.name)


def from_bytes(data: bytes, *, name: str) -> SourceDocument:
    """Read an HTML page, or the page in a web archive, from memory."""
    markup = page_of(data, name=name)
    try:
        root, whole = _tree(markup)
        if not whole:
            root, _ = _tree(_INLINE.sub("", markup))
        title = root.findtext(".//title") or ""
        page = Page(root)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as damage:
        raise DamagedFileError(file=name, reason="it holds no HTML page") from damage
    source = _as_printed(page, name) or _walked(page, name)
    return replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        format="html",
        reader=READER,
        title=_SPACES.sub(" ", title).strip(),
    )


def _tree(markup: str) -> tuple[html.HtmlElement, bool]:
    """The tree of a page, and whether it is whole: the parser gives up on tags nested thousands deep."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    return root, not any("depth" in error.message for error in parser.error_log)


def _walked(page: Page, name: str) -> SourceDocument:
    walk = _Walk(page)
    walk.through(page.start)
    if not walk.blocks:
        raise NoTextError(file=name)
    return SourceDocument(
        name=name,
        sha256="",
        format="html",
        layout=Layout.PARAGRAPHS,
        blocks=tuple(walk.blocks),
        reader=READER,
    )


def _as_printed(page: Page, name: str) -> SourceDocument | None:
    """The lines of a page that is a text file in a frame (`pre`); None for any other."""
    printed = max(
        page.body.iter("pre", "xmp", "listing"), key=lambda one: len(one.text_content()), default=None
    )
    words = str(printed.text_content()) if printed is not None else ""
    if len(words) < _PRINTED * len(page.body.text_content()) or not words.strip():
        return None
    from workbench.formats.text import reader as text

    try:
        source = text.from_bytes(words.encode("utf-8", "replace"), name)
    except EmptyFileError as empty:
        raise NoTextError(file=name) from empty
    return replace(source, findings=())


@dataclass(slots=True)
class _Setting:
    """How the present block is set; what is inside an element inherits it."""

    outline: int | None = None
    level: int | None = None
    alignment: Alignment | None = None
    cell: tuple[int, int, int] | None = None
    printed: bool = False


@dataclass(slots=True)
class _Walk:
    """Collects blocks in document order; one open block at a time."""

    page: Page
    blocks: list[SourceBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    last: str = ""
    marks: list[Mark] = field(default_factory=list)
    number: str | None = None
    setting: _Setting = field(default_factory=_Setting)
    tables: int = 0
    cells: dict[html.HtmlElement, tuple[int, Cell]] = field(default_factory=dict)
    items: Counter[html.HtmlElement] = field(default_factory=Counter)

    def through(self, start: html.HtmlElement) -> None:
        """Walk without recursion: pages with unclosed tags nest thousands deep."""
        leaving: list[tuple[_Setting, int, int]] = []
        walk = etree.iterwalk(start, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                leaving.append((self.setting, self.length, len(self.blocks)))
                if not isinstance(element.tag, str) or (element is not start and self._skipped(element)):
                    walk.skip_subtree()
                    continue
                self._open(element)
                self._add(element.text)
            else:
                before, begun, blocks = leaving.pop()
                self._close(element, begun, blocks)
                self.setting = before
                if element is not start:
                    self._add(element.tail)
        self.flush()

    def flush(self) -> None:
        """Close the open block; an empty one is dropped, one of several lines is parted."""
        text = Text("".join(self.parts), tuple(self.marks)).stripped()
        self.parts, self.length, self.last, self.marks = [], 0, "", []
        if not text.plain:
            return
        for piece in _pieces(text):
            self._block(piece)

    def _block(self, text: Text) -> None:
        letters = len(text)
        bold = sum(m.end - m.start for m in text.marks if m.value == Emphasis(Style.BOLD))
        italic = sum(m.end - m.start for m in text.marks if m.value == Emphasis(Style.ITALIC))
        setting = self.setting
        self.blocks.append(
            SourceBlock(
                text=text,
                style=f"h{setting.outline}" if setting.outline else "",
                outline=setting.outline,
                number=self.number,
                list_level=setting.level,
                alignment=setting.alignment,
                bold=bold > 0.6 * letters or setting.outline is not None,
                italic=italic > 0.6 * letters,
                line=len(self.blocks) + 1,
                cell=setting.cell,
            )
        )
        self.number = None

    def _skipped(self, element: html.HtmlElement) -> bool:
        planned = self.cells.get(element)
        return (planned is not None and planned[1].is_label) or self.page.left_out(element)

    def _open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            if self.last == " ":
                self.parts[-1] = self.parts[-1].removesuffix(" ")
                self.length -= 1
            self.parts.append("\n")
            self.length, self.last = self.length + 1, "\n"
        if tag not in _BLOCKS:
            return
        self.flush()
        before = self.setting
        setting = _Setting(before.outline, before.level, before.alignment, before.cell, before.printed)
        self.setting = setting
        if _HEADING.fullmatch(tag):
            setting.outline = int(tag[1])
        elif tag == "li":
            self._item(element)
        elif tag == "pre":
            setting.printed = True
        elif tag == "table":
            self._table(element)
        elif tag in ("td", "th"):
            self._cell(element)
        aligned = _TEXT_ALIGN.search((element.get("style") or "").casefold())
        named = aligned.group(1) if aligned else (element.get("align") or "").casefold()
        setting.alignment = Alignment.CENTRE if tag == "center" else _ALIGNED.get(named, setting.alignment)

    def _close(self, element: html.HtmlElement, begun: int, blocks: int) -> None:
        if element.tag in _BLOCKS:
            self.flush()
            if element.tag in ("li", "td"):
                self.number = None
            return
        style = _EMPHASIS.get(element.tag) if isinstance(element.tag, str) else None
        if style and len(self.blocks) == blocks and self.length > begun:
            self.marks.append(Mark(begun, self.length, Emphasis(style)))

    def _add(self, words: str | None) -> None:
        if not words:
            return
        if self.setting.printed:
            words = words.replace("\r\n", "\n").replace("\r", "\n")
        else:
            words = _SPACES.sub(" ", words)
            if self.last in ("", " ", "\n"):
                words = words.lstrip(" ")
        if words:
            self.parts.append(words)
            self.length += len(words)
            self.last = words[-1]

    def _item(self, item: html.HtmlElement) -> None:
        """The number a browser prints before a list item, and its level from 0."""
        above = item.getparent()
        self.setting.level = (-1 if self.setting.level is None else self.setting.level) + 1
        if above is None or above.tag != "ol":
            self.number = "•"
            return
        value = _whole(item.get("value"))
        if value is None:
            value = self.items[above] + 1 if above in self.items else _whole(above.get("start")) or 1
        self.items[above] = value
        styled = _LIST_STYLE.search(above.get("style") or "") or _LIST_STYLE.search(item.get("style") or "")
        shown = formatted(
            value, _LIST_STYLES.get(styled.group(1) if styled else above.get("type") or "1", "decimal")
        )
        self.number = f"{shown}." if shown else None

    def _table(self, table: html.HtmlElement) -> None:
        planned = plan(table)
        number = self.tables
        self.tables += any(cell.place for cell in planned.values())
        self.cells.update({element: (number, cell) for element, cell in planned.items()})
        if any(cell.is_label for cell in planned.values()):
            self.setting.level = (-1 if self.setting.level is None else self.setting.level) + 1

    def _cell(self, element: html.HtmlElement) -> None:
        number, cell = self.cells.pop(element, (0, Cell()))
        if cell.place is not None:
            # What stands in a table inside a cell is part of what the cell says.
            self.setting.cell = self.setting.cell or (number, *cell.place)
        elif cell.label:
            self.number = cell.label


def _pieces(text: Text) -> list[Text]:
    """The paragraphs of a block: an empty line parts them, and so do the breaks where there are many."""
    plain = text.plain
    if "\n" not in plain:
        return [text]
    many = plain.count("\n") >= _LINES - 1
    pieces, start = [], 0
    for found in re.finditer(r"\n[\s\xa0]*", plain):
        following = plain[found.end() : found.end() + 1]
        if found.group().count("\n") > 1 or (many and not following.islower()):
            pieces.append(text.slice(start, found.start()).stripped())
            start = found.end()
    pieces.append(text.slice(start, len(text)).stripped())
    return [piece for piece in pieces if piece.plain]


def _whole(value: str | None) -> int | None:
    digits = (value or "").strip()
    return int(digits) if re.fullmatch(r"-?[0-9]{1,6}", digits) else None
