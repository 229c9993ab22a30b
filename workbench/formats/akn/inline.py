"""Wording into AKN: a string with stand-off marks becomes mixed content.

Marks may overlap and elements may not, so a mark that crosses another is written in pieces that share a
`tw:span`; the reader joins them. A soft line break is an `eol`. White space that XML would lose (double,
leading, trailing, tabs) makes the block `xml:space="preserve"`; ordinary wording needs no such thing, and
can be re-indented by another editor without harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from workbench.agreement import text as marks
from workbench.agreement.text import AnyValue, Mark, Text
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.formats.akn.vocabulary import EMPHASIS, SPACE, akn, own


def slug(words: str) -> str:
    """Words as one part of an IRI or an id: letters and digits of any script, joined by hyphens."""
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-")


class Names:
    """Ids for things that are named by words, each id once: "Contracting Party" -> "contracting-party"."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.ids: dict[str, str] = {}

    def of(self, words: str) -> str:
        """The id of these words, made on first asking."""
        if words not in self.ids:
            wanted = f"{self.prefix}{slug(words) or 'unnamed'}"
            name, extra, taken = wanted, 2, set(self.ids.values())
            while name in taken:
                name, extra = f"{wanted}-{extra}", extra + 1
            self.ids[words] = name
        return self.ids[words]


@dataclass
class Apparatus:
    """What the wording refers to and the metadata must list: parties, terms, notes."""

    parties: Names = field(default_factory=lambda: Names("party-"))
    terms: Names = field(default_factory=lambda: Names("term-"))
    comments: list[marks.Comment] = field(default_factory=list)
    footnotes: int = 0

    @classmethod
    def of(cls, agreement: Agreement) -> Apparatus:
        """An apparatus that knows the parties of an agreement, in their order."""
        made = cls()
        for party in agreement.parties:
            made.parties.of(party.key)
        return made


class InlineWriter:
    """Fills block elements with wording."""

    def __init__(self, apparatus: Apparatus, eids: Mapping[ProvisionId, str]) -> None:
        self.apparatus = apparatus
        self.eids = eids
        self.groups: dict[str, str] = {}

    def fill(self, block: etree._Element, text: Text, *, within: etree._Element | None = None) -> None:
        """Write `text` into `block` (into its descendant `within`, where words stand deeper)."""
        if not _is_ordinary(text.plain):
            block.set(SPACE, "preserve")
        self.put(block if within is None else within, text, title=_is_title(block))

    def put(self, place: etree._Element, text: Text, *, title: bool = False) -> None:
        """Write `text` behind what stands in an element already."""
        _Filling(self, place, text, title=title).run()

    def element(self, parent: etree._Element, value: AnyValue, words: str, *, title: bool) -> etree._Element:
        """The element of one mark."""
        match value:
            case marks.Emphasis(style=style):
                if style.value in EMPHASIS:
                    return etree.SubElement(parent, akn(EMPHASIS[style.value]))
                return etree.SubElement(parent, akn("span"), {"class": style.value})
            case marks.Placeholder():
                made = etree.SubElement(parent, akn("placeholder"), originalText=f"[{value.label}]")
                made.set(own("key"), value.key)
                _attributes(made, label=value.label, type=value.type.value, help=value.help)
                if value.default is not None:
                    made.set(own("default"), value.default)
                if value.filled:
                    made.set(own("filled"), "true")
                return made
            case marks.CrossReference(target=target):
                eid = self.eids.get(ProvisionId(target)) if target else None
                made = etree.SubElement(parent, akn("ref"), href=f"#{eid}" if eid else "")
                if target and not eid:
                    made.set(own("target"), str(target))
                return made
            case marks.DefinedTerm(term=term, defines=defines):
                name = self.apparatus.terms.of(term)
                return etree.SubElement(parent, akn("def" if defines else "term"), refersTo=f"#{name}")
            case marks.PartyName(party=party):
                name = self.apparatus.parties.of(party)
                tag = "docProponent" if title else "party"
                return etree.SubElement(parent, akn(tag), refersTo=f"#{name}")
            case marks.Date(day=day):
                return etree.SubElement(parent, akn("date"), date=day.isoformat())
            case marks.CitedInstrument(title=name, day=day, place=place, form=form, parties=parties):
                when = day.isoformat() if day else "undated"
                iri = f"/akn/un/act/agreement/{when}/{slug(name) or 'untitled'}"
                made = etree.SubElement(parent, akn("ref"), href=iri)
                if name != words:
                    made.set(own("title"), name)
                _attributes(made, place=place, form=form, parties=" ".join(parties))
                return made
            case marks.Bracket(delegation=delegation):
                made = etree.SubElement(parent, akn("inline"), name="bracket")
                _attributes(made, by=delegation)
                return made
            case marks.Alternative(group=group, delegation=delegation):
                made = etree.SubElement(parent, akn("inline"), name="alternative")
                made.set(own("group"), group)
                _attributes(made, by=delegation)
                self._alternative(made, group)
                return made
            case marks.Footnote():
                return etree.SubElement(parent, akn("inline"), name="footnote")
            case marks.Comment():
                return etree.SubElement(parent, akn("inline"), name="comment")
            case marks.Quoted(unit=unit, depth=depth, part=part, begins=begins):
                made = etree.SubElement(parent, akn("inline"), name="quoted")
                _attributes(made, unit=unit, depth=str(depth), part=part, begins="true" if begins else "")
                return made

    def close(self, made: etree._Element, value: AnyValue) -> etree._Element:
        """What stands at the end of a mark: the note itself for a footnote, the sign of a comment."""
        if isinstance(value, marks.Footnote):
            return self.footnote(made, value)
        if isinstance(value, marks.Comment):
            self.apparatus.comments.append(value)
            number = len(self.apparatus.comments)
            etree.SubElement(made, akn("noteRef"), href=f"#note_{number}", marker="*")
        return made

    def footnote(self, parent: etree._Element, value: marks.Footnote) -> etree._Element:
        """A note at the foot of the page, where its number stands."""
        self.apparatus.footnotes += 1
        note = etree.SubElement(
            parent, akn("authorialNote"), marker=str(self.apparatus.footnotes), placement="bottom"
        )
        self.fill(etree.SubElement(note, akn("p")), Text(value.text))
        return note

    def _alternative(self, made: etree._Element, group: str) -> None:
        """The first wording of a group is named, the others say what they are alternatives to."""
        if group in self.groups:
            made.set("alternativeTo", self.groups[group])
        else:
            self.groups[group] = f"inline_{len(self.groups) + 1}"
            made.set("eId", self.groups[group])


class _Filling:
    """One text on its way into one element: which marks are open, innermost last."""

    def __init__(self, writer: InlineWriter, root: etree._Element, text: Text, *, title: bool) -> None:
        self.writer = writer
        self.root = root
        self.plain = text.plain
        self.title = title
        length = len(text.plain)
        clamped = (Mark(min(m.start, length), min(m.end, length), m.value) for m in text.marks)
        self.marks = sorted(clamped, key=lambda m: m.start)
        self.open: list[tuple[int, etree._Element]] = []
        self.spans: dict[int, int] = {}

    def run(self) -> None:
        places = sorted({m.start for m in self.marks} | {m.end for m in self.marks})
        upcoming = 0
        done = 0
        for place in places:
            self._words(self.plain[done:place])
            done = place
            self._end_at(place)
            while upcoming < len(self.marks) and self.marks[upcoming].start == place:
                self._begin(upcoming)
                upcoming += 1
        self._words(self.plain[done:])

    @property
    def inner(self) -> etree._Element:
        return self.open[-1][1] if self.open else self.root

    def _words(self, words: str) -> None:
        for index, line in enumerate(words.split("\n")):
            if index:
                etree.SubElement(self.inner, akn("eol"))
            if line:
                _append(self.inner, line)

    def _begin(self, index: int) -> None:
        mark = self.marks[index]
        if mark.start == mark.end and isinstance(mark.value, marks.Footnote):
            self.writer.footnote(self.inner, mark.value)
            return
        element = self._element(index)
        if mark.start == mark.end:
            self.writer.close(element, mark.value)
        else:
            self.open.append((index, element))

    def _end_at(self, place: int) -> None:
        """Close what ends here, and whatever stands inside it, which goes on in a new piece."""
        ending = {index for index, _ in self.open if self.marks[index].end <= place}
        going_on: list[int] = []
        while ending:
            index, element = self.open.pop()
            if index in ending:
                ending.discard(index)
                self.writer.close(element, self.marks[index].value)
            else:
                going_on.append(index)
                element.set(own("span"), str(self.spans.setdefault(index, len(self.spans) + 1)))
        for index in reversed(going_on):
            element = self._element(index)
            element.set(own("span"), str(self.spans[index]))
            self.open.append((index, element))

    def _element(self, index: int) -> etree._Element:
        mark = self.marks[index]
        words = self.plain[mark.start : mark.end]
        return self.writer.element(self.inner, mark.value, words, title=self.title)


def _append(parent: etree._Element, words: str) -> None:
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _attributes(element: etree._Element, **values: str) -> None:
    """Attributes of our own namespace, for what is not empty."""
    for name, value in values.items():
        if value:
            element.set(own(name), value)


def _is_title(block: etree._Element) -> bool:
    parent = block.getparent()
    return parent is not None and parent.tag == akn("longTitle")


def _is_ordinary(plain: str) -> bool:
    """Whether wording survives the collapsing of white space that any XML editor may do."""
    return not (
        "\t" in plain
        or "\r" in plain
        or "  " in plain
        or " \n" in plain
        or "\n " in plain
        or plain != plain.strip(" ")
    )
