"""How the provisions of a Word file are cited ("Article 6(2)"), from numbers, labels and headings.

A quick reading for telling where a change is, in the order of the text; recognition proper takes a file apart
far more carefully and longer. Automatic numbers are counted as Word displays them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.agreement.languages import Language, language
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Kind
from workbench.formats.docx.comparing.blocks import Block
from workbench.formats.docx.numbering import Numbering
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.styles import Look, Styles

if TYPE_CHECKING:
    from workbench.recognition.labels import Label

_HEADING = 12
"""Words after "Article 5" up to which a line is a heading and no sentence about Article 5."""
_SAMPLE = 4000
_BEFORE = "Preamble"
_STOPS = (".", ";", ":", ",", "!", "?")


class Places:
    """The places of the blocks of one text, found when the first is asked for."""

    def __init__(self, package: Package, blocks: Sequence[Block]) -> None:
        self._package, self._blocks = package, blocks
        self._found: dict[Block, tuple[str, str]] | None = None

    def label(self, block: Block) -> str:
        """How the text cites the provision a block is or belongs to."""
        return self._places().get(block, ("", ""))[0]

    def number(self, block: Block) -> str:
        """The automatic number a paragraph is shown with; "" for none."""
        return self._places().get(block, ("", ""))[1]

    def _places(self) -> dict[Block, tuple[str, str]]:
        if self._found is None:
            self._found = _Walk(self._package, self._blocks).found
        return self._found


class _Walk:
    def __init__(self, package: Package, blocks: Sequence[Block]) -> None:
        from workbench.recognition.labels import read
        from workbench.recognition.language import detect

        self._read = read
        sample = " ".join(block.words for block in blocks[:200])[:_SAMPLE]
        self._language: Language = language(detect(sample)[0])
        self._top = self._paragraph = ""
        self._style = ""
        self._count = 0
        self._headed = self._named = False
        styles = Styles(package.part("word/styles.xml"))
        numbering = Numbering(package.part("word/numbering.xml"))
        self.found: dict[Block, tuple[str, str]] = {}
        for block in blocks:
            number = ""
            look = Look()
            if block.line is not None and block.words.strip():
                look = styles.paragraph(block.element.find(f"{W}pPr"))
                if look.list_instance and look.list_instance != "0":
                    number = numbering.next(look.list_instance, look.list_level or 0) or ""
            self.found[block] = (self._label(block, number, look), number)
        if not self._top:  # a text without divisions has no preamble either
            self.found = {
                block: (label.removeprefix(_BEFORE).lstrip(", ") or _BEFORE, number)
                for block, (label, number) in self.found.items()
            }

    def _label(self, block: Block, number: str, look: Look) -> str:
        words = block.words.strip()
        if block.line is None or not words:
            return self._paragraph or self._top or _BEFORE
        head = f"{number} {words}" if number else words
        found = self._read(head)
        if found is not None and found.kind is not None and _is_heading(head, found):
            return self._headed_by(found)
        if found is not None and found.kind is None and found.value:
            return self._numbered(found, words if number else head[found.end :], look.outline)
        if self._headed and _is_short(words) and not self._count:
            self._headed = False  # the heading stands under its number
            return self._top
        if look.outline is not None and _is_short(words):
            return self._under(words)
        if self._top and (look.bold or look.italic) and _is_short(words):
            return self._top  # a subheading, which is not counted
        self._count += 1
        self._headed = False
        if not self._top:
            return f"{_BEFORE}, paragraph {self._count}"
        self._paragraph = self._language.inside[Kind.PARAGRAPH].format(parent=self._top, n=self._count)
        self._style = ""
        return self._paragraph

    def _headed_by(self, found: Label) -> str:
        printed = found.printed.strip("[] .")
        self._paragraph, self._count, self._style = "", 0, ""
        self._headed = self._named = True
        self._top = on_one_line(printed)
        if self._top.isupper() and self._top.split()[0].isalpha():
            first, _, rest = self._top.partition(" ")
            self._top = f"{first.capitalize()} {rest}".strip()
        return self._top

    def _under(self, words: str) -> str:
        self._top, self._paragraph, self._count, self._style = words, "", 0, ""
        self._headed = self._named = False
        return words

    def _numbered(self, found: Label, rest: str, outline: int | None) -> str:
        inner = found.printed.strip("()[] .")
        self._headed = False
        if len(found.path) > 1:  # "2.1" says where it is by itself
            self._count, self._style = self._count + 1, ""
            self._paragraph = inner
            return inner
        if found.style.startswith("1."):
            if not self._named or outline is not None:
                if outline is not None:
                    return self._under(self._language.cite[Kind.SECTION].format(n=inner))
                if _is_short(rest):
                    return self._under(inner)
                self._paragraph, self._style = inner, ""
                return inner
            self._count += 1
            self._style = ""
            self._paragraph = self._language.inside[Kind.PARAGRAPH].format(parent=self._top, n=inner)
            return self._paragraph
        parent = self._paragraph or self._top
        if not parent:
            return found.printed
        kind = Kind.SUBPARAGRAPH if not found.style.startswith("(i") else Kind.POINT
        return self._language.inside[kind].format(parent=parent, n=inner)


def _is_heading(head: str, found: Label) -> bool:
    rest = head[found.end :].strip()
    if not rest:
        return True
    if found.sep.strip() or "\n" in found.sep or "\t" in found.sep:
        return len(rest.split()) <= _HEADING or found.sep.strip() in (".", ":", "–", "—", "-")
    return _is_short(rest)


def _is_short(words: str) -> bool:
    return len(words.split()) <= _HEADING and not words.rstrip().endswith(_STOPS)
