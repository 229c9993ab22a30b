"""AKN structure into provisions: hierarchy and blocks, as we write them and as other publishers do.

A unit's element says its kind where AKN has a name for it; otherwise the `name` of an hcontainer or the
`class` of a block does. A block without any of these is wording of the unit it stands in: words before the
first child are its text, words after the last one wrap it up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from lxml import etree

from workbench.agreement.findings import Finding
from workbench.agreement.text import Text, join
from workbench.agreement.tree import BASIC, EMPTY, Kind, Provision, ProvisionId
from workbench.formats.akn.desk import Desk, unpack
from workbench.formats.akn.inline_reader import InlineReader, children, name_of, words_of
from workbench.formats.akn.values import kind_of
from workbench.formats.akn.vocabulary import AKN, HIERARCHY, own

# Elements of other publishers and what they are in an agreement; a clause or rule is a basic unit unless
# it stands inside one.
_KINDS: dict[str, Kind] = {element: kind for kind, element in HIERARCHY.items()} | {
    "tome": Kind.PART, "book": Kind.PART, "subpart": Kind.CHAPTER, "subtitle": Kind.CHAPTER,
    "division": Kind.CHAPTER, "subchapter": Kind.CHAPTER, "subdivision": Kind.CHAPTER,
    "clause": Kind.ARTICLE, "rule": Kind.ARTICLE,
    "subsection": Kind.PARAGRAPH, "subrule": Kind.PARAGRAPH, "subclause": Kind.PARAGRAPH,
    "level": Kind.PARAGRAPH,
    "alinea": Kind.SUBPARAGRAPH, "proviso": Kind.SUBPARAGRAPH, "transitional": Kind.SUBPARAGRAPH,
    "indent": Kind.POINT, "recital": Kind.RECITAL, "citation": Kind.CITATION, "tr": Kind.ROW,
    "td": Kind.CELL, "th": Kind.CELL, "attachment": Kind.ANNEX, "crossHeading": Kind.CROSSHEADING,
    "table": Kind.TABLE,
}  # fmt: skip
_HIERARCHICAL = frozenset(_KINDS) - {"table", "tr", "td", "th", "crossHeading"}


class Gathered:
    """What stands inside a unit, in the order of the file."""

    def __init__(self) -> None:
        self.heading = EMPTY
        self.num: str | None = None
        self.before: list[Text] = []
        self.children: list[Provision] = []
        self.after: list[Text] = []

    def words(self, text: Text) -> None:
        """Wording of the unit itself: before its first child or after its last."""
        if text:
            (self.after if self.children else self.before).append(text)


class UnitReader:
    """Reads the zones of one document; what it notices goes to `report`."""

    def __init__(
        self,
        inline: InlineReader,
        ids: Mapping[etree._Element, UUID],
        desk: Desk,
        report: Callable[[Finding], None],
    ) -> None:
        self.inline = inline
        self.ids = ids
        self.desk = desk
        self.report = report
        self.first_ids: dict[str, str] = {}
        self.as_printed = desk.numbering().as_printed

    def unit(self, element: etree._Element, kind: Kind, *, basic: bool = False) -> Provision:
        """A unit of the hierarchy, a recital or a formula, with all below it."""
        gathered = Gathered()
        self._gather(element, gathered, kind, basic=basic or kind in BASIC)
        return self.made(element, kind, gathered)

    def _gather(self, element: etree._Element, into: Gathered, kind: Kind, *, basic: bool) -> None:
        for part in children(element):
            name = name_of(part)
            match name:
                case "num":
                    into.num = None if part.get(own("computed")) else self.inline.read(part).plain
                case "heading":
                    into.heading = self.inline.read(part)
                case "subheading":
                    into.heading = join([t for t in (into.heading, self.inline.read(part)) if t], "\n")
                case "intro" | "content":
                    self._gather(part, into, kind, basic=basic)
                case "wrapUp":
                    end = Gathered()
                    self._gather(part, end, kind, basic=basic)
                    into.children.extend(end.children)
                    into.after.extend((*end.before, *end.after))
                case "list" | "sublist":
                    self._list(part, into, kind, basic=basic)
                case "blockList":
                    self._block_list(part, into, kind)
                case "blockContainer" if self.is_bare(part):
                    self._gather(part, into, kind, basic=basic)
                case "table" if kind is Kind.TABLE and self.is_bare(part):
                    self._rows(part, into)
                case "p" if kind is Kind.SIGNATURE_BLOCK and is_signed(part):
                    self.flush(into)
                    into.children.append(self.block(part, Kind.SIGNATORY))
                case "p" | "block" | "listIntroduction" | "listWrapUp" if self.is_bare(part):
                    into.words(self.inline.read(part))
                case _ if self.is_hierarchical(part):
                    self.flush(into)
                    into.children.append(self.unit(part, self.kind(part, basic=basic), basic=basic))
                case _:
                    self.flush(into)
                    into.children.append(self.block(part, _below(kind)))

    def _list(self, element: etree._Element, into: Gathered, kind: Kind, *, basic: bool) -> None:
        """Points belong to the unit their list stands in, unless both have an introduction."""
        introduced = next(
            (part for part in children(element) if name_of(part) in ("intro", "heading", "num")), None
        )
        if introduced is not None and (into.before or into.children):
            self.flush(into)
            into.children.append(self.unit(element, Kind.SUBPARAGRAPH, basic=basic))
        else:
            self._gather(element, into, kind, basic=basic)

    def _block_list(self, element: etree._Element, into: Gathered, kind: Kind) -> None:
        for part in children(element):
            if name_of(part) == "listIntroduction":
                into.words(self.inline.read(part))
            elif name_of(part) == "listWrapUp":
                into.after.append(self.inline.read(part))
            else:
                self.flush(into)
                below = Kind.CITATION if kind in (Kind.RECITAL, Kind.CITATION) else Kind.POINT
                into.children.append(self.block(part, below))

    def block(self, element: etree._Element, usual: Kind) -> Provision:
        """A block as a unit of its own."""
        kind = self.kind_by_class(element) or (
            Kind.CROSSHEADING if name_of(element) == "crossHeading" else usual
        )
        gathered = Gathered()
        match name_of(element):
            case "table":
                kind = Kind.TABLE
                self._rows(element, gathered)
            case "blockContainer" | "item" | "tblock" | "formula" | "container" | "div" | "foreign":
                self._gather(element, gathered, kind, basic=True)
            case "blockList":
                self._block_list(element, gathered, kind)
            case "ul" | "ol":
                for item in children(element):
                    gathered.children.append(self.block(item, Kind.POINT))
            case "toc" | "componentRef" | "documentRef":
                self.inline.notice(element)
                gathered.words(Text(words_of(element)))
            case "heading" | "subheading" | "num" | "p" | "block" | "li" | "crossHeading":
                gathered.words(self.inline.read(element))
            case _:
                self.inline.notice(element)
                if any(name_of(part) in ("p", "table", "blockList") for part in children(element)):
                    self._gather(element, gathered, kind, basic=True)
                else:
                    gathered.words(self.inline.read(element))
        return self.made(element, kind, gathered)

    def _rows(self, table: etree._Element, into: Gathered) -> None:
        for part in children(table):
            if name_of(part) == "caption":
                into.words(self.inline.read(part))
                continue
            row = Gathered()
            for cell in children(part):
                made = Gathered()
                self._gather(cell, made, Kind.CELL, basic=True)
                row.children.append(self.made(cell, Kind.CELL, made))
            into.children.append(self.made(part, Kind.ROW, row))

    def flush(self, into: Gathered) -> None:
        """Words between children become a unit: neither the text nor the wrap-up can hold them."""
        if into.after and not into.children:
            into.before, into.after = [*into.before, *into.after], []
        elif into.after:
            words = join(into.after, "\n")
            into.after = []
            last = into.children[-1]
            made = UUID(int=last.id.int ^ 1)
            into.children.append(Provision(id=ProvisionId(made), kind=Kind.SUBPARAGRAPH, text=words))

    def made(self, element: etree._Element, kind: Kind, gathered: Gathered) -> Provision:
        """The provision of an element and what stands inside it."""
        made = ProvisionId(self.ids[element])
        text, below = join(gathered.before, "\n"), gathered.children
        if kind in BASIC and len(gathered.before) > 1 and not below:
            below = [
                Provision(id=ProvisionId(UUID(int=made.int ^ number)), kind=Kind.PARAGRAPH, text=words)
                for number, words in enumerate(gathered.before, start=1)
            ]
            text = EMPTY
        first = element.get("wId")
        if first and not first.split()[1:]:
            self.first_ids[str(made)] = first
        return Provision(
            id=made,
            kind=kind,
            text=text,
            heading=gathered.heading,
            children=tuple(below),
            wrap_up=join(gathered.after, "\n"),
            printed=self._printed(element, gathered.num),
            types=unpack(element.get(own("types"), "")),
            confidence=self._confidence(element),
            provenance=self.desk.provenance.get(made),
            optional=element.get(own("optional")) == "true",
            choice=element.get(own("choice"), ""),
            needs=unpack(element.get(own("needs"), "")),
            note=self.desk.notes.get(made, ""),
        )

    def _printed(self, element: etree._Element, num: str | None) -> str | None:
        """The number as printed: of our own drafts only what the tree held, of others what stands there."""
        if self.as_printed and num:
            return num
        return element.get(own("printed"))

    def _confidence(self, element: etree._Element) -> float:
        value = element.get(own("confidence"))
        if value is None:
            return 1.0
        try:
            return float(value)
        except ValueError:
            self.desk.damage.append(f"confidence “{value}”")
            return 1.0

    # what an element is

    def is_hierarchical(self, element: etree._Element) -> bool:
        """Whether an element is a unit of the hierarchy."""
        return name_of(element) == "hcontainer" or name_of(element) in _HIERARCHICAL

    def kind(self, element: etree._Element, *, basic: bool) -> Kind:
        """The kind of a hierarchical element; `basic` inside an article or the like."""
        name = name_of(element)
        if name == "hcontainer":
            return kind_of(element.get("name")) or (Kind.PARAGRAPH if basic else Kind.SECTION)
        kind = _KINDS[name]
        if basic and name in ("clause", "rule"):
            return Kind.PARAGRAPH
        return kind

    def kind_by_class(self, element: etree._Element) -> Kind | None:
        """The kind that the class of a block names."""
        named = (kind_of(name) for name in (element.get("class") or "").split())
        return next((kind for kind in named if kind is not None), None)

    def is_bare(self, element: etree._Element) -> bool:
        """Whether a block is mere wording of the unit around it, not a unit itself."""
        return element.get("GUID") is None and self.kind_by_class(element) is None


def _below(kind: Kind) -> Kind:
    """What an unmarked block inside a unit of this kind is."""
    if kind is Kind.SIGNATURE_BLOCK:
        return Kind.SIGNATORY
    if kind in (Kind.RECITAL, Kind.CITATION):
        return Kind.CITATION
    return Kind.SUBPARAGRAPH if kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH) else Kind.PARAGRAPH


def is_signed(block: etree._Element) -> bool:
    """Whether a block holds a signature."""
    return next(block.iter(f"{{{AKN}}}signature"), None) is not None
