"""A draft into Akoma Ntoso: the tree becomes AKN's own elements, unit by unit.

Every kind may stand anywhere, so each of AKN's two places has a general form beside the proper ones:
`hcontainer` in the hierarchy, `blockContainer` among blocks. A unit carries its GUID (the ProvisionId), its
eId, and in our namespace the few things AKN has no attribute for.
"""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from lxml import etree

from workbench.agreement.numbering import numbers
from workbench.agreement.text import Text
from workbench.agreement.tree import Draft, Kind, Provision
from workbench.formats.akn import desk, identification
from workbench.formats.akn.characters import refuse_forbidden
from workbench.formats.akn.eids import eids, is_citing, is_leaf, is_one_list, is_regular_table, lists
from workbench.formats.akn.identification import SOURCE, Profile
from workbench.formats.akn.inline import Apparatus, InlineWriter
from workbench.formats.akn.vocabulary import AKN, FORMULAS, GUID_PREFIX, HIERARCHY, OWN, akn, own

_NUMBERED = frozenset(
    {*HIERARCHY.values(), "hcontainer", "attachment", "recital", "citation", "item", "blockContainer"}
)


def build(draft: Draft, profile: Profile) -> etree._Element:
    """The document of a draft."""
    refuse_forbidden(draft)
    return DocumentWriter(draft, profile).document()


class DocumentWriter:
    """Writes one draft; a redline is written by a writer of its own that knows both texts."""

    def __init__(self, draft: Draft, profile: Profile) -> None:
        self.draft = draft
        self.agreement = draft.agreement
        self.profile = profile
        self.numbers = numbers(self.agreement)
        self.eids = eids(self.agreement)
        self.apparatus = Apparatus.of(self.agreement)
        self.inline = InlineWriter(self.apparatus, self.eids)
        self.written: set[UUID] = set()
        self.chosen: dict[str, str] = {}

    def document(self) -> etree._Element:
        """The root of the document."""
        root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "tw": OWN})  # type: ignore[dict-item]  # lxml allows None
        act = etree.SubElement(
            root, akn("act"), name=identification.subtype(self.agreement), contains="singleVersion"
        )
        meta = etree.SubElement(act, akn("meta"))
        self._preface(act)
        self._preamble(act)
        self._body(act)
        self._conclusions(act)
        self._attachments(act)
        self._meta(meta)
        return root

    def _meta(self, meta: etree._Element) -> None:
        """Written last, when it is known what the text refers to."""
        parties = self.apparatus.parties
        identification.write(meta, self.agreement, self.profile, parties, component="main")
        identification.references(meta, self.agreement, parties, self.apparatus.terms)
        if self.apparatus.comments:
            notes = etree.SubElement(meta, akn("notes"), source=SOURCE)
            for number, comment in enumerate(self.apparatus.comments, start=1):
                note = etree.SubElement(notes, akn("note"), {"class": "comment"}, eId=f"note_{number}")
                note.set(own("author"), comment.author)
                if comment.day:
                    note.set(own("day"), comment.day.isoformat())
                self._p(note, Text(comment.text))
        desk.write(etree.SubElement(meta, akn("proprietary"), source=SOURCE), self.draft)

    # the five zones

    def _preface(self, act: etree._Element) -> None:
        if not self.agreement.title and not self.agreement.marking:
            return
        preface = etree.SubElement(act, akn("preface"))
        groups = groupby(
            self.agreement.title, key=lambda unit: unit.kind is Kind.TITLE_LINE and is_leaf(unit)
        )
        long_titles = 0
        for is_title, run in groups:
            if not is_title:
                for unit in run:
                    self._block(preface, unit)
                continue
            long_titles += 1
            name = "longTitle" if long_titles == 1 else f"longTitle_{long_titles}"
            title = etree.SubElement(preface, akn("longTitle"), eId=name)
            for unit in run:
                line = self._unit(title, "p", unit)
                words = etree.SubElement(line, akn("docTitle"))
                if identification.is_subtype(unit.text.plain):
                    words = etree.SubElement(words, akn("docType"))
                self.inline.fill(line, unit.text, within=words)
        if self.agreement.marking:
            line = etree.SubElement(preface, akn("p"), {"class": "marking"})
            self.inline.fill(
                line, Text(self.agreement.marking), within=etree.SubElement(line, akn("docStatus"))
            )

    def _preamble(self, act: etree._Element) -> None:
        if not self.agreement.preamble:
            return
        preamble = etree.SubElement(act, akn("preamble"))
        grouped = {Kind.RECITAL: ("recitals", "recs"), Kind.CITATION: ("citations", "cits")}
        counts = dict.fromkeys(grouped, 0)
        for kind, run in groupby(self.agreement.preamble, key=lambda unit: unit.kind):
            if kind not in grouped:
                for unit in run:
                    self._block(preamble, unit)
                continue
            counts[kind] += 1
            name, short = grouped[kind]
            group = etree.SubElement(preamble, akn(name), eId=f"{short}_{counts[kind]}")
            for unit in run:
                self._recital(group, unit)

    def _body(self, act: etree._Element) -> None:
        body = etree.SubElement(act, akn("body"))
        for unit in self.agreement.body:
            self._hierarchy(body, unit, top=True)
        if not len(body):  # the schema wants something in a body
            etree.SubElement(body, akn("hcontainer"), name="empty")

    def _conclusions(self, act: etree._Element) -> None:
        if self.agreement.closing:
            conclusions = etree.SubElement(act, akn("conclusions"))
            for unit in self.agreement.closing:
                self._block(conclusions, unit)

    def _attachments(self, act: etree._Element) -> None:
        if not self.agreement.annexes:
            return
        attachments = etree.SubElement(act, akn("attachments"))
        for ordinal, unit in enumerate(self.agreement.annexes, start=1):
            attachment = self._unit(attachments, "attachment", unit, implied=unit.kind is Kind.ANNEX)
            self._num(attachment, unit)
            self._heading(attachment, unit)
            document = etree.SubElement(
                attachment, akn("doc"), name=unit.kind.value, contains="singleVersion"
            )
            identification.write(
                etree.SubElement(document, akn("meta")),
                self.agreement,
                self.profile,
                self.apparatus.parties,
                component=f"annex_{ordinal}",
            )
            body = etree.SubElement(document, akn("mainBody"))
            if unit.text or not (unit.children or unit.wrap_up):
                self._p(body, unit.text)
            for child in unit.children:
                self._hierarchy(body, child, top=True)
            if unit.wrap_up:
                self._p(body, unit.wrap_up).set("class", "wrap_up")

    # the two places

    def _hierarchy(self, parent: etree._Element, unit: Provision, *, top: bool = False) -> None:
        """A unit of the body: article, paragraph, point…"""
        if unit.kind is Kind.CROSSHEADING and is_leaf(unit) and not top:
            self.inline.fill(self._unit(parent, "crossHeading", unit), unit.text)
            return
        made = self._unit(parent, HIERARCHY.get(unit.kind, "hcontainer"), unit)
        if unit.kind not in HIERARCHY:
            made.set("name", unit.kind.value)
        self._num(made, unit)
        self._heading(made, unit)
        if is_regular_table(unit):
            table = self._table(etree.SubElement(made, akn("content")), unit)
            table.set("eId", f"{made.get('eId')}__table_1")
            return
        if not unit.children and not unit.wrap_up:
            if unit.text:
                self._p(etree.SubElement(made, akn("content")), unit.text)
            return
        inner = made
        if is_one_list(unit):
            inner = etree.SubElement(made, akn("list"), eId=f"{made.get('eId')}__list_1")
        if unit.text:
            self._p(etree.SubElement(inner, akn("intro")), unit.text)
        run_number = 0
        for is_list, run in lists(unit):
            place = inner
            if is_list and not is_one_list(unit):
                run_number += 1
                place = etree.SubElement(made, akn("list"), eId=f"{made.get('eId')}__list_{run_number}")
            for child in run:
                self._hierarchy(place, child)
        if unit.wrap_up:
            self._p(etree.SubElement(inner, akn("wrapUp")), unit.wrap_up)

    def _block(self, parent: etree._Element, unit: Provision) -> None:
        """A unit of the preface, the preamble or the conclusions."""
        if is_regular_table(unit) and not unit.heading:
            self._table(parent, unit, carries_unit=True)
        elif unit.kind in FORMULAS and parent.tag in (akn("preamble"), akn("conclusions")):
            formula = self._unit(parent, "formula", unit)
            formula.set("name", FORMULAS[unit.kind])
            if is_leaf(unit):
                self._p(formula, unit.text)
            else:
                self._inside(etree.SubElement(formula, akn("blockContainer")), unit)
        elif unit.kind is Kind.SIGNATORY and is_leaf(unit):
            line = self._unit(parent, "p", unit, implied=False)
            self.inline.fill(line, unit.text, within=etree.SubElement(line, akn("signature")))
        elif is_leaf(unit) and unit.kind is not Kind.SIGNATURE_BLOCK:
            self.inline.fill(self._unit(parent, "p", unit, implied=False), unit.text)
        else:
            self._inside(self._unit(parent, "blockContainer", unit, implied=False), unit)

    def _inside(self, made: etree._Element, unit: Provision, *, heading: bool = True) -> None:
        """The content of a blockContainer; it must hold at least one block."""
        if heading:
            self._num(made, unit)
            self._heading(made, unit)
        if is_regular_table(unit):
            table = self._table(made, unit)
            table.set("eId", f"{self.eids[unit.id]}__table_1")
            return
        if not unit.children and not unit.wrap_up:
            self._p(made, unit.text)
            return
        if unit.text:
            self._p(etree.SubElement(made, akn("intro")), unit.text)
        for child in unit.children:
            self._block(made, child)
        if not unit.children:
            etree.SubElement(made, akn("p"))
        if unit.wrap_up:
            self._p(etree.SubElement(made, akn("wrapUp")), unit.wrap_up)

    def _recital(self, group: etree._Element, unit: Provision) -> None:
        made = self._unit(group, "recital" if unit.kind is Kind.RECITAL else "citation", unit)
        self._num(made, unit)
        self._heading(made, unit)
        if not unit.children and not unit.wrap_up:
            self._p(made, unit.text)
        elif is_citing(unit):
            listed = etree.SubElement(made, akn("blockList"), eId=f"{self.eids[unit.id]}__list_1")
            if unit.text:
                self.inline.fill(etree.SubElement(listed, akn("listIntroduction")), unit.text)
            for child in unit.children:
                item = self._unit(listed, "item", child, implied=False)
                self._num(item, child)
                self._p(item, child.text)
            if unit.wrap_up:
                self.inline.fill(etree.SubElement(listed, akn("listWrapUp")), unit.wrap_up)
        else:
            self._inside(etree.SubElement(made, akn("blockContainer")), unit, heading=False)

    def _table(
        self, parent: etree._Element, unit: Provision, *, carries_unit: bool = False
    ) -> etree._Element:
        table = self._unit(parent, "table", unit) if carries_unit else etree.SubElement(parent, akn("table"))
        if unit.text:
            self.inline.fill(etree.SubElement(table, akn("caption")), unit.text)
        for row in unit.children:
            line = self._unit(table, "tr", row)
            for cell in row.children:
                self._p(self._unit(line, "td", cell), cell.text)
        return table

    # parts of a unit

    def _unit(
        self, parent: etree._Element, tag: str, unit: Provision, *, implied: bool = True
    ) -> etree._Element:
        """An element that is a provision; `implied` when the element itself says which kind."""
        made = etree.SubElement(parent, akn(tag))
        if unit.id not in self.written:
            made.set("eId", self.eids[unit.id])
            made.set("GUID", f"{GUID_PREFIX}{unit.id}")
            self.written.add(unit.id)
            first = self.draft.first_ids.get(str(unit.id))
            if first is not None:
                made.set("wId", first)
        if not implied:
            made.set("class", unit.kind.value)
        if unit.printed is not None and not (self._shows_printed(unit) and tag in _NUMBERED):
            made.set(own("printed"), unit.printed)
        if unit.types:
            made.set(own("types"), desk.pack(unit.types))
        if unit.confidence != 1.0:
            made.set(own("confidence"), repr(unit.confidence))
        if unit.optional:
            made.set(own("optional"), "true")
        if unit.needs:
            made.set(own("needs"), desk.pack(unit.needs))
        if unit.choice:
            made.set(own("choice"), unit.choice)
            first_choice = self.chosen.setdefault(unit.choice, self.eids[unit.id])
            if first_choice != self.eids[unit.id]:
                made.set("alternativeTo", first_choice)
        return made

    def _num(self, made: etree._Element, unit: Provision) -> None:
        printed = self.numbers[unit.id].printed
        if printed:
            num = etree.SubElement(made, akn("num"))
            self.inline.fill(num, Text(printed))
            if self.agreement.numbering.as_printed and not self._shows_printed(unit):
                num.set(own("computed"), "true")

    def _shows_printed(self, unit: Provision) -> bool:
        """Whether `num` is the number a source printed, so that a correction of it by hand counts."""
        return (
            self.agreement.numbering.as_printed
            and bool(unit.printed)
            and (self.numbers[unit.id].printed == unit.printed)
        )

    def _heading(self, made: etree._Element, unit: Provision) -> None:
        if unit.heading:
            self.inline.fill(etree.SubElement(made, akn("heading")), unit.heading)

    def _p(self, parent: etree._Element, text: Text) -> etree._Element:
        made = etree.SubElement(parent, akn("p"))
        self.inline.fill(made, text)
        return made
