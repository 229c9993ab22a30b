"""Redline -> Akoma Ntoso: the new text with `ins` and `del` in it, and what was taken out as removed units.

Words inside a provision are `ins` and `del`; a provision that came is written in `ins` throughout, one that
went stands where it stood with `status="removed"` and its words in `del`. What was moved is removed at its
old place and inserted at its new one, tied by `tw:moved`. `analysis/passiveModifications` lists every change.
Leaving out what is removed gives the new text, leaving out what is inserted the old one; reading the file
does the former.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid5

from lxml import etree
from msgspec.structs import replace

from workbench.agreement.clean import clean, clean_text
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Draft, Provision, ProvisionId, Zone
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Node, Op, Piece, Pieces, RevisionKind
from workbench.formats.akn.eids import eids
from workbench.formats.akn.identification import SOURCE, UNDATED, UNITED_NATIONS, Identity, Profile
from workbench.formats.akn.inline import InlineWriter
from workbench.formats.akn.vocabulary import SPACE, akn, own
from workbench.formats.akn.writer import DocumentWriter

_NEW, _OLD, _HAND = "newText", "oldText", "redlineAuthor"
_TAGS = {Op.INSERT: "ins", Op.DELETE: "del"}
_TYPES = {
    RevisionKind.SPLIT: "split",
    RevisionKind.MERGED: "join",
    RevisionKind.RENUMBERED: "renumbering",
}
_FIELDS = ("heading", "text", "wrap_up")


class MarkedText(Text, frozen=True):
    """Wording of both texts at once: `plain` holds all of it, `pieces` say what came and what went."""

    pieces: Pieces = ()
    unit: ProvisionId | None = None

    def __bool__(self) -> bool:
        return any(piece.text for piece in self.pieces)


def build(redline: Redline, *, author: str, date: str, profile: Profile = UNITED_NATIONS) -> etree._Element:
    """The document of a redline. `date` is ISO 8601."""
    return _RedlineWriter(redline, author, date, profile).document()


class _Both:
    """The tree that holds both texts, with the numbers and ids that each unit has in its own."""

    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        self.fates: dict[ProvisionId, Fate] = {}
        self.moves: dict[ProvisionId, int] = {}
        self.numbers: dict[ProvisionId, Number] = {}
        self.eids: dict[ProvisionId, str] = {}
        self._new = numbers(redline.new), eids(redline.new)
        self._old = numbers(redline.old), eids(redline.old)
        self._public = {unit.id: unit for unit in clean(redline.new).walk()}
        self._before = {unit.id: unit for unit in clean(redline.old).walk()}
        self._parts: dict[tuple[Fate, ProvisionId], Pieces] = {}
        for row in redline.rows:
            shown = row.new if row.fate is Fate.SPLIT else row.old
            if row.fate in (Fate.SPLIT, Fate.MERGED) and shown is not None:
                self._parts[row.fate, shown.id] = row.text_pieces

    def agreement(self) -> Agreement:
        zones = {zone.value: self._row(self.redline.nodes.get(zone, ())) for zone in Zone}
        made = replace(self.redline.new, template="", **zones)
        self._name(made)
        return made

    def _name(self, both: Agreement) -> None:
        """Every unit bears the eId it has in its own text, unless something else is called so here."""
        taken: set[str] = set()
        here = eids(both)
        kept = [unit.id for unit in both.walk() if unit.id in self._new[1]]
        gone = [unit.id for unit in both.walk() if unit.id not in self._new[1]]
        for identity in (*kept, *gone):
            wanted = self.eids[identity]
            if _names(wanted) != _names(here[identity]):  # a cell of what is no table here
                wanted = here[identity]
            while wanted in taken:
                wanted += "-removed"
            taken.add(wanted)
            self.eids[identity] = wanted

    def _row(self, nodes: Iterable[Node], *, moved: bool = False) -> tuple[Provision, ...]:
        return tuple(unit for node in nodes for unit in self._units(node, moved=moved))

    def _units(self, node: Node, *, moved: bool) -> tuple[Provision, ...]:
        if moved and node.fate in (Fate.DELETED, Fate.MOVED_AWAY):
            return ()  # the copy at the old place has it
        match node.fate:
            case Fate.DELETED:
                return (self._gone(node.olds[0], Fate.DELETED, self._row(node.children)),)
            case Fate.MOVED_AWAY:
                return (self._away(node.olds[0], node.move),)
            case Fate.INSERTED | Fate.MOVED_HERE:
                return (self._come(node, node.fate, moved=moved or node.fate is Fate.MOVED_HERE),)
            case Fate.SPLIT | Fate.MERGED if not moved:
                return self._parted(node)
            case Fate.KEPT if not moved:
                unit = self._known(node.news[0])
                words = {name: _marked(getattr(node, name), unit, name) for name in _FIELDS}
                return (replace(unit, **words, children=self._row(node.children)),)
            case _:
                units = [
                    self._come(replace(node, news=(unit,)), Fate.MOVED_HERE, moved=True) for unit in node.news
                ]
                return tuple(units)

    def _come(self, node: Node, fate: Fate, *, moved: bool) -> Provision:
        unit = self._known(node.news[0])
        self.fates[unit.id] = fate
        if node.move is not None:
            self.moves[unit.id] = node.move
        return replace(_all(unit, Op.INSERT), children=self._row(node.children, moved=moved))

    def _known(self, unit: Provision) -> Provision:
        self.numbers[unit.id] = self._new[0][unit.id]
        self.eids[unit.id] = self._new[1][unit.id]
        return self._public[unit.id]

    def _parted(self, node: Node) -> tuple[Provision, ...]:
        """A divided paragraph as its parts; a joined one as one with the words of all."""
        below = self._row(node.children)
        if node.fate is Fate.MERGED:
            unit = self._known(node.news[0])
            pieces = tuple(piece for old in node.olds for piece in self._parts[Fate.MERGED, old.id])
            return (replace(unit, text=_marked(pieces, unit, "text"), children=below),)
        made = []
        for index, part in enumerate(node.news):
            unit = self._known(part)
            if index:
                self.fates[unit.id] = Fate.SPLIT
            words = _marked(self._parts[Fate.SPLIT, unit.id], unit, "text")
            made.append(replace(unit, text=words, children=below if index == node.carriers[1] else ()))
        return tuple(made)

    def _gone(self, unit: Provision, fate: Fate, children: tuple[Provision, ...]) -> Provision:
        """A unit of the old text under an id that the new text does not have."""
        identity = ProvisionId(uuid5(unit.id, f"removed {fate}"))
        self.numbers[identity], self.eids[identity] = self._old[0][unit.id], self._old[1][unit.id]
        self.fates[identity] = fate
        public = replace(self._before[unit.id], id=identity, choice="")
        return replace(_all(public, Op.DELETE), children=children)

    def _away(self, unit: Provision, move: int | None) -> Provision:
        children = tuple(self._away(child, None) for child in unit.children)
        made = self._gone(unit, Fate.MOVED_AWAY, children)
        if move is not None:
            self.moves[made.id] = move
        return made


class _RedlineWriter(DocumentWriter):
    def __init__(self, redline: Redline, author: str, date: str, profile: Profile) -> None:
        self.redline = redline
        self.author, self.date = author, date
        both = _Both(redline)
        super().__init__(Draft(both.agreement()), profile)
        self.both = both
        self.numbers = both.numbers
        self.eids = both.eids
        self.inline = _RedlineInline(self.apparatus, self.eids)

    def _unit(
        self, parent: etree._Element, tag: str, unit: Provision, *, implied: bool = True
    ) -> etree._Element:
        made = super()._unit(parent, tag, unit, implied=implied)
        fate = self.both.fates.get(unit.id)
        if fate in (Fate.DELETED, Fate.MOVED_AWAY):
            made.set("status", "removed")
        if fate is not None:
            made.set(own("fate"), fate.value)
        move = self.both.moves.get(unit.id)
        if move is not None:
            made.set(own("moved"), f"move_{move}")
        return made

    def _meta(self, meta: etree._Element) -> None:
        super()._meta(meta)
        identification = meta[0]
        analysis = self._analysis()
        when = self.date[:10] or UNDATED
        if analysis is not None:
            identification.addnext(analysis)
            life = etree.Element(akn("lifecycle"), source=SOURCE)
            etree.SubElement(
                life, akn("eventRef"), eId="eref_1", date=when, type="amendment", source=f"#{_NEW}"
            )
            identification.addnext(life)
        references = meta.find(akn("references"))
        assert references is not None  # the writer always lists what the text refers to
        expression = Identity.of(self.agreement, self.profile).expression
        for place, (tag, name, words) in enumerate(
            (("original", _OLD, "Old text"), ("passiveRef", _NEW, "New text"))
        ):
            made = etree.Element(akn(tag), eId=name, href=f"{expression}/!{name}", showAs=words)
            references.insert(place, made)
        if self.author:
            person = {"eId": _HAND, "href": "/akn/ontology/person/author", "showAs": self.author}
            references.insert(2, etree.Element(akn("TLCPerson"), person))

    def _analysis(self) -> etree._Element | None:
        """One `textualMod` for each change, in the order of the text."""
        made = etree.Element(akn("analysis"), source=SOURCE)
        mods = etree.SubElement(made, akn("passiveModifications"))
        for eid, tags in self.inline.changed.items():
            kind = "substitution" if {"ins", "del"} <= {tag for tag, _ in tags} else None
            kind = kind or ("insertion" if tags[0][0] == "ins" else "repeal")
            self._mod(mods, kind, eid, [i for t, i in tags if t == "del"], [i for t, i in tags if t == "ins"])
        for revision in self.redline.revisions:
            unit = revision.new_id
            if revision.kind in _TYPES and unit is not None and unit in self.eids:
                self._mod(mods, _TYPES[revision.kind], self.eids[unit], [], [])
        return made if len(mods) else None

    def _mod(self, mods: etree._Element, kind: str, eid: str, old: list[str], new: list[str]) -> None:
        made = etree.SubElement(mods, akn("textualMod"), eId=f"pmod_{len(mods) + 1}", type=kind)
        etree.SubElement(made, akn("source"), href=f"#{_NEW}")
        etree.SubElement(made, akn("destination"), href=f"#{eid}")
        for tag, ids in (("old", old), ("new", new)):
            for one in ids:
                etree.SubElement(made, akn(tag), href=f"#{one}")

    inline: _RedlineInline


class _RedlineInline(InlineWriter):
    """Fills blocks with the words of both texts; `changed` lists by unit what it marked."""

    def __init__(self, *known: object) -> None:
        super().__init__(*known)  # type: ignore[arg-type]  # apparatus and ids, as the writer has them
        self.changed: dict[str, list[tuple[str, str]]] = {}

    def fill(self, block: etree._Element, text: Text, *, within: etree._Element | None = None) -> None:
        """Write wording, each piece that came or went in an element of its own."""
        if not isinstance(text, MarkedText) or all(piece.op is Op.EQUAL for piece in text.pieces):
            super().fill(block, text, within=within)
            return
        block.set(SPACE, "preserve")  # a blank at the edge of a change is part of it
        place = block if within is None else within
        eid = self.eids.get(text.unit, "") if text.unit else ""
        for piece in text.pieces:
            target = place
            if piece.op is not Op.EQUAL:
                tag = _TAGS[piece.op]
                listed = self.changed.setdefault(eid, [])
                name = f"{eid}__{tag}_{sum(t == tag for t, _ in listed) + 1}"
                target = etree.SubElement(place, akn(tag), eId=name)
                listed.append((tag, name))
            self.put(target, piece.text)


def _names(eid: str) -> str:
    """The element that an eId names."""
    return eid.rsplit("__", maxsplit=1)[-1].split("_", maxsplit=1)[0]


def _all(unit: Provision, op: Op) -> Provision:
    """A unit whose words came, or went, all of them."""
    words = {
        name: _marked((Piece(op, getattr(unit, name)),), unit, name)
        for name in _FIELDS
        if getattr(unit, name)
    }
    return replace(unit, **words)


def _marked(pieces: Pieces, unit: Provision, field: str) -> Text:
    if all(piece.op is Op.EQUAL for piece in pieces):
        text: Text = getattr(unit, field)
        return text
    public = tuple(replace(piece, text=clean_text(piece.text)) for piece in pieces)
    return MarkedText("".join(piece.text.plain for piece in public), (), public, unit.id)
