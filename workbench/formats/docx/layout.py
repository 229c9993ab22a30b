"""An agreement laid out as Word paragraphs and tables, before any of it is XML.

Articles, sections, chapters and annexes print their number as text, as a treaty does. Paragraphs and points
use Word's automatic numbering wherever Word counts as the tree does, so that a paragraph inserted in a
redline renumbers what follows without a mark; where it does not (labels as printed in a source, Ukrainian
letters, alternatives that share a number) the number is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import Text, join
from workbench.agreement.tree import (
    Agreement,
    Kind,
    NumberStyle,
    Provision,
    ProvisionId,
    Zone,
)
from workbench.formats.docx.numbering import formatted

INDENT = 567  # twentieths of a point: one centimetre for each level of a list

_AUTOMATIC = {
    NumberStyle.DECIMAL: ("decimal", "%1."),
    NumberStyle.PARENTHESES: ("decimal", "(%1)"),
    NumberStyle.HALF_PARENTHESIS: ("decimal", "%1)"),
    NumberStyle.LETTERS: ("lowerLetter", "(%1)"),
    NumberStyle.LETTERS_HALF: ("lowerLetter", "%1)"),
    NumberStyle.ROMAN: ("lowerRoman", "(%1)"),
}
_LISTED = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_STYLES = {
    Kind.TITLE_LINE: "Treaty title",
    Kind.PARTIES_CLAUSE: "Preamble",
    Kind.RECITAL: "Preamble",
    Kind.AGREEING_FORMULA: "Preamble",
    Kind.CITATION: "Citation",
    Kind.PARAGRAPH: "Paragraph",
    Kind.SUBPARAGRAPH: "Subparagraph",
    Kind.POINT: "Point",
    Kind.CROSSHEADING: "Crossheading",
    Kind.ROW: "Table text",
    Kind.CELL: "Table text",
    Kind.TESTIMONIUM: "Testimonium",
    Kind.DONE_AT: "Done at",
    Kind.SIGNATURE_BLOCK: "Signature",
    Kind.SIGNATORY: "Signature",
}


@dataclass(frozen=True, slots=True)
class List:
    """One automatically numbered row of siblings: those of one kind below `parent` (None at the top).

    In a redline the row of a unit that moved is another list where it `left` than where it stands now.
    """

    parent: ProvisionId | None
    kind: Kind
    format: str
    pattern: str
    level: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `role` tells the paragraphs of one unit apart: number, heading, text, wrap-up."""

    unit: ProvisionId | None
    role: str
    style: str
    text: Text
    number: str = ""
    list: List | None = None
    level: int = 0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the borderless table of a signature block. Rows hold the words of their cells."""

    unit: ProvisionId | None
    role: str
    rows: tuple[tuple[Text, ...], ...]
    signatures: bool = False


Block = Para | Grid


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of each unit as it opens and behind its children, and the units that stand inside a grid."""

    opening: dict[ProvisionId, tuple[Block, ...]] = field(default_factory=dict)
    closing: dict[ProvisionId, tuple[Block, ...]] = field(default_factory=dict)
    swallowed: set[ProvisionId] = field(default_factory=set)
    order: list[tuple[ProvisionId, bool]] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """All blocks in the order in which they are printed."""
        for unit, closes in self.order:
            yield from (self.closing if closes else self.opening)[unit]


def lay_out(agreement: Agreement, *, automatic: bool = True) -> Layout:
    """Lay out a whole agreement; without `automatic` every number is text."""
    laid = Layout()
    layer = _Layer(agreement, numbers(agreement), laid, automatic)
    for zone in Zone:
        layer.siblings(agreement.zone(zone), None, 0, zone)
    return laid


class _Layer:
    def __init__(
        self, agreement: Agreement, numbered: dict[ProvisionId, Number], laid: Layout, automatic: bool
    ) -> None:
        self.scheme = agreement.numbering
        self.automatic = automatic and not agreement.numbering.as_printed
        self.numbered = numbered
        self.laid = laid

    def siblings(
        self, units: tuple[Provision, ...], parent: Provision | None, level: int, zone: Zone
    ) -> None:
        lists = {kind: self.list_of(kind, units, parent, level) for kind in _LISTED}
        for unit in units:
            self.unit(unit, lists.get(unit.kind), level, zone)

    def list_of(
        self, kind: Kind, units: tuple[Provision, ...], parent: Provision | None, level: int
    ) -> List | None:
        """The automatic list of these siblings, if Word would print the very numbers of the tree."""
        printed = [self.numbered[unit.id].printed for unit in units if unit.kind is kind]
        style = {
            Kind.PARAGRAPH: self.scheme.paragraph,
            Kind.SUBPARAGRAPH: self.scheme.subparagraph,
            Kind.POINT: self.scheme.point,
        }[kind]
        if style not in _AUTOMATIC or not self.automatic or not printed:
            return None
        format_, pattern = _AUTOMATIC[style]
        counted = [pattern.replace("%1", formatted(n, format_)) for n in range(1, len(printed) + 1)]
        empty = any(unit.kind is kind and not unit.text.plain.strip() for unit in units)
        if (
            printed != counted or empty
        ):  # many programs neither show nor count the number of an empty paragraph
            return None
        return List(parent.id if parent else None, kind, format_, pattern, level)

    def unit(self, unit: Provision, list_: List | None, level: int, zone: Zone) -> None:
        laid = self.laid
        laid.order.append((unit.id, False))
        if unit.kind is Kind.TABLE or _signs(unit):
            self._grid(unit)
            return
        laid.opening[unit.id] = tuple(self._opening(unit, list_, level, zone))
        below = level + 1 if unit.kind in _LISTED else level
        self.siblings(unit.children, unit, below, zone)
        if unit.wrap_up:
            laid.order.append((unit.id, True))
            style = _STYLES.get(unit.kind, "Paragraph")
            laid.closing[unit.id] = (Para(unit.id, "wrap-up", style, unit.wrap_up, level=level),)

    def _grid(self, unit: Provision) -> None:
        for inner in unit.walk():
            if inner is not unit:
                self.laid.swallowed.add(inner.id)
        style = "Crossheading" if unit.kind is Kind.TABLE else "Signature"
        blocks: list[Block] = [
            Para(unit.id, role, style, text)
            for role, text in (("heading", unit.heading), ("text", unit.text))
            if text
        ]
        if unit.kind is Kind.TABLE:
            rows = tuple(_cells(child) for child in unit.children)
        else:
            words = [all_words(child) for child in unit.children]
            rows = tuple(
                (*words[i : i + 2], *[Text()] * (2 - len(words[i : i + 2]))) for i in range(0, len(words), 2)
            )
        if rows:
            blocks.append(Grid(unit.id, "grid", rows, signatures=unit.kind is not Kind.TABLE))
        self.laid.opening[unit.id] = tuple(blocks)
        if unit.wrap_up:
            self.laid.order.append((unit.id, True))
            self.laid.closing[unit.id] = (Para(unit.id, "wrap-up", style, unit.wrap_up),)

    def _opening(self, unit: Provision, list_: List | None, level: int, zone: Zone) -> Iterator[Para]:
        printed = self.numbered[unit.id].printed
        match unit.kind:
            case Kind.ARTICLE:
                yield from self._headed(unit, printed, "Article")
            case Kind.PART | Kind.TITLE | Kind.CHAPTER:
                yield from self._headed(unit, printed, "Chapter")
            case Kind.ANNEX:
                yield from self._headed(unit, printed, "Annex", new_page=zone is Zone.ANNEXES)
            case Kind.SECTION:
                if unit.heading or printed:
                    yield Para(unit.id, "heading", "Section heading", unit.heading, number=printed)
                if unit.text:
                    yield Para(unit.id, "text", "Paragraph", unit.text)
            case _:
                style = _STYLES[unit.kind]
                if unit.heading:
                    yield Para(unit.id, "heading", "Crossheading", unit.heading, level=level)
                if not (unit.text or printed):
                    return
                yield Para(
                    unit.id,
                    "text",
                    style,
                    unit.text,
                    number="" if list_ else printed,
                    list=list_,
                    level=level,
                )

    def _headed(self, unit: Provision, printed: str, what: str, *, new_page: bool = False) -> Iterator[Para]:
        """The number on a line of its own, then the heading, then wording that stands directly below."""
        number_style, heading_style = f"{what} number", f"{what} heading"
        if printed:
            yield Para(unit.id, "number", number_style, Text(), number=printed, new_page=new_page)
        if unit.heading:
            yield Para(unit.id, "heading", heading_style, unit.heading, new_page=new_page and not printed)
        if unit.text:
            alone = new_page and not printed and not unit.heading
            yield Para(unit.id, "text", "Paragraph", unit.text, new_page=alone)


def all_words(unit: Provision) -> Text:
    """All wording of a unit and below as one text, each part on its own line."""
    parts = [unit.heading, unit.text, *(all_words(child) for child in unit.children), unit.wrap_up]
    return join([part for part in parts if part], "\n")


def _signs(unit: Provision) -> bool:
    """Whether a signature block can be set as a table: it holds nothing but signatories."""
    return (
        unit.kind is Kind.SIGNATURE_BLOCK
        and bool(unit.children)
        and all(child.kind is Kind.SIGNATORY for child in unit.children)
    )


def _cells(row: Provision) -> tuple[Text, ...]:
    """The words of a row, cell by cell; words of the row itself stand in its first cell."""
    if row.kind is not Kind.ROW or not row.children:
        return (all_words(row),)
    cells = [all_words(cell) for cell in row.children]
    own = [part for part in (row.heading, row.text, row.wrap_up) if part]
    return (join([*own, cells[0]], "\n"), *cells[1:]) if own else tuple(cells)
