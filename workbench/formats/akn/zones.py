"""The parts of an AKN document (preface, preamble, body, conclusions, attachments) as zones of an agreement.

What stands in a zone is read by `units`; here is decided what an unmarked block of each zone is: a line of
the title, a recital, a paragraph, the place and date, a signature.
"""

from __future__ import annotations

from typing import TypedDict

from lxml import etree

from workbench.agreement.languages import language as conventions
from workbench.agreement.tree import EMPTY, Kind, Provision
from workbench.formats.akn.inline_reader import children, name_of, words_of
from workbench.formats.akn.units import Gathered, UnitReader, is_signed
from workbench.formats.akn.vocabulary import AKN, FORMULAS, own

_FORMULA_KINDS = {name: kind for kind, name in FORMULAS.items()}
_ROOT_PARTS = frozenset(
    {"meta", "coverPage", "preface", "preamble", "body", "mainBody", "conclusions", "attachments"}
)


class Zones(TypedDict):
    """The zones of an agreement as keyword arguments."""

    title: tuple[Provision, ...]
    preamble: tuple[Provision, ...]
    body: tuple[Provision, ...]
    closing: tuple[Provision, ...]
    annexes: tuple[Provision, ...]


class ZoneReader:
    """Reads all zones of one document; `marking` is its docStatus afterwards."""

    def __init__(self, units: UnitReader, language: str) -> None:
        self.units = units
        self.language = language
        self.marking = ""

    def zones(self, document: etree._Element) -> Zones:
        """All zones of a document."""
        parts = {name_of(part): part for part in children(document)}
        made = Zones(title=(), preamble=(), body=(), closing=(), annexes=())
        title: list[Provision] = []
        for name in ("coverPage", "preface"):
            if name in parts:
                title.extend(self._preface(parts[name]))
        made["title"] = tuple(title)
        if "preamble" in parts:
            made["preamble"] = self._zone(parts["preamble"], Kind.RECITAL)
        body: list[Provision] = []
        for name in ("body", "mainBody"):
            if name in parts:
                body.extend(self._body(parts[name]))
        for name, part in parts.items():
            if name not in _ROOT_PARTS:
                body.extend(self._body(part))
        made["body"] = tuple(body)
        if "conclusions" in parts:
            made["closing"] = self._conclusions(parts["conclusions"])
        if "attachments" in parts:
            made["annexes"] = tuple(self._annex(a) for a in children(parts["attachments"]))
        return made

    def _preface(self, preface: etree._Element) -> list[Provision]:
        units: list[Provision] = []
        for block in children(preface):
            if name_of(block) == "p" and next(block.iter(f"{{{AKN}}}docStatus"), None) is not None:
                self.marking = self.units.inline.read(block).plain
            elif name_of(block) in ("longTitle", "formula", "container"):
                units.extend(self.units.block(line, Kind.TITLE_LINE) for line in children(block))
            else:
                units.append(self.units.block(block, Kind.TITLE_LINE))
        return units

    def _zone(self, zone: etree._Element, usual: Kind) -> tuple[Provision, ...]:
        units: list[Provision] = []
        for block in children(zone):
            name = name_of(block)
            if name in ("recitals", "citations"):
                kind = Kind.RECITAL if name == "recitals" else Kind.CITATION
                for item in children(block):
                    if name_of(item) in ("heading", "subheading", "num"):
                        units.append(self.units.block(item, Kind.CROSSHEADING))
                    elif name_of(item) in ("intro", "wrapUp"):
                        units.append(self.units.unit(item, kind))
                    else:
                        units.append(self.units.unit(item, kind))
            elif name in ("container", "longTitle"):
                units.extend(self._zone(block, usual))
            elif name == "formula":
                units.append(self.units.unit(block, _FORMULA_KINDS.get(block.get("name") or "", usual)))
            else:
                units.append(self.units.block(block, usual))
        return tuple(units)

    def _conclusions(self, conclusions: etree._Element) -> tuple[Provision, ...]:
        units: list[Provision] = []
        for block in children(conclusions):
            signed = is_signed(block)
            if name_of(block) == "formula":
                units.append(
                    self.units.unit(block, _FORMULA_KINDS.get(block.get("name") or "", Kind.TESTIMONIUM))
                )
            elif name_of(block) in ("container", "longTitle"):
                units.extend(self._conclusions(block))
            elif signed and name_of(block) == "p":
                units.append(self.units.block(block, Kind.SIGNATORY))
            else:
                units.append(self.units.block(block, Kind.SIGNATURE_BLOCK if signed else Kind.DONE_AT))
        return tuple(units)

    def _body(self, body: etree._Element) -> list[Provision]:
        units: list[Provision] = []
        for part in children(body):
            if name_of(part) == "hcontainer" and part.get("name") == "empty" and not len(part):
                continue
            if name_of(part) in ("heading", "subheading", "num"):
                units.append(self.units.block(part, Kind.CROSSHEADING))
            elif name_of(part) == "p" and not words_of(part):
                continue
            elif self.units.is_hierarchical(part):
                units.append(self.units.unit(part, self.units.kind(part, basic=False), basic=False))
            elif name_of(part) in ("container", "div", "list"):
                units.extend(self._body(part))
            else:
                units.append(self.units.block(part, Kind.PARAGRAPH))
        return units

    def _annex(self, attachment: etree._Element) -> Provision:
        gathered = Gathered()
        for part in children(attachment):
            name = name_of(part)
            if name == "heading":
                gathered.heading = self.units.inline.read(part)
            elif name == "subheading":
                gathered.words(self.units.inline.read(part))
            elif name == "num":
                gathered.num = None if part.get(own("computed")) else self.units.inline.read(part).plain
            else:
                self._annex_document(part, gathered)
        if self._is_only_a_number(gathered):
            gathered.num, gathered.heading = gathered.heading.plain, EMPTY
        return self.units.made(attachment, self.units.kind_by_class(attachment) or Kind.ANNEX, gathered)

    def _is_only_a_number(self, gathered: Gathered) -> bool:
        """Whether other publishers wrote "Annex II" where the heading of the annex goes."""
        heading = gathered.heading.plain
        word = conventions(self.language).cite[Kind.ANNEX].format(n="").strip(" .").casefold()
        foreign = not self.units.desk.present and gathered.num is None
        return foreign and heading.casefold().startswith(word) and len(heading) < len(word) + 6

    def _annex_document(self, document: etree._Element, gathered: Gathered) -> None:
        for part in children(document):
            name = name_of(part)
            if name == "meta":
                continue
            if name in ("mainBody", "body"):
                for block in children(part):
                    if name_of(block) == "p" and block.get("class") == "wrap_up":
                        gathered.after.append(self.units.inline.read(block))
                    elif name_of(block) == "p" and self.units.is_bare(block):
                        gathered.words(self.units.inline.read(block))
                    else:
                        self.units.flush(gathered)
                        gathered.children.extend(self._body_part(block))
            elif name in ("preface", "coverPage"):
                gathered.children.extend(self._preface(part))
            elif name == "preamble":
                gathered.children.extend(self._zone(part, Kind.RECITAL))
            elif name == "conclusions":
                gathered.children.extend(self._conclusions(part))
            elif name == "attachments":
                gathered.children.extend(self._annex(inner) for inner in children(part))

    def _body_part(self, part: etree._Element) -> list[Provision]:
        if self.units.is_hierarchical(part):
            return [self.units.unit(part, self.units.kind(part, basic=False), basic=False)]
        if name_of(part) in ("container", "div", "list"):
            return self._body(part)
        return [self.units.block(part, Kind.PARAGRAPH)]
