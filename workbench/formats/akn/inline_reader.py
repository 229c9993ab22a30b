"""AKN mixed content into wording: the reverse of `inline`, for our own files and anybody else's.

White space is collapsed as other programs may have re-indented it, unless the block says
`xml:space="preserve"`. Elements without meaning for the model leave their words; those nobody knows leave
their words and a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from lxml import etree

from workbench.agreement import text as marks
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import AnyValue, Mark, Text
from workbench.formats.akn.inline import slug
from workbench.formats.akn.values import day_of, id_of
from workbench.formats.akn.vocabulary import EMPHASIS, SPACE, own

UNKNOWN = FindingKind(
    "akn.unknown-markup", Severity.INFO, "the markup <{element}> says nothing to us; its words are kept"
)
DANGLING = FindingKind(
    "akn.dangling-reference", Severity.WARNING, "the reference {href} leads nowhere in this file"
)
DELETED = FindingKind("akn.tracked-change", Severity.WARNING, "marked as deleted and left out: “{quote}”")
RANGE = FindingKind(
    "akn.range-reference",
    Severity.INFO,
    "“{quote}” refers to several units; it is kept as a reference to the first",
)

# Elements that say what their words are; the model has no mark for it or finds it out by itself.
_PLAIN = frozenset(
    "p block inline span a abbr docTitle docType docNumber docDate docStatus docPurpose docStage"
    " docJurisdiction docAuthority docCommittee docIntroducer docketNumber shortTitle legislature session"
    " signature person role concept object event location process quantity entity time recordedTime ins"
    " remark heading subheading num crossHeading caption listIntroduction listWrapUp li th td mod mmod rmod"
    " opinion vote outcome judge lawyer argument affectedDocument relatedDocument change"
    " decoration courtType neutralCitation embeddedText"
    " tocItem from omissis docProponent party organization term def date ref".split()
)  # fmt: skip
_SILENT = frozenset({"eop", "marker"})
_STYLES = {tag: marks.Style(style) for style, tag in EMPHASIS.items()}
_DAY = re.compile(r"/(\d{4}-\d{2}-\d{2})(?:/|$)")


@dataclass
class Directory:
    """What the ids of a file stand for. `ours` when the workbench wrote the file."""

    ours: bool = False
    provisions: Mapping[str, UUID] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, marks.Comment | marks.Footnote] = field(default_factory=dict)


class InlineReader:
    """Reads block elements into wording; what it notices goes to `report`."""

    def __init__(self, directory: Directory, report: Callable[[Finding], None]) -> None:
        self.directory = directory
        self.report = report
        self.unknown: set[str] = set()

    def read(self, *blocks: etree._Element) -> Text:
        """The wording of one block, or of several as lines of one."""
        lines = [_Reading(self, block).run() for block in blocks]
        return marks.join(lines, "\n")

    def value(self, element: etree._Element, words: str) -> AnyValue | None:
        """What an inline element says of its words, if anything the model holds."""
        tag = name_of(element)
        match tag:
            case "i" | "b" | "u" | "sup" | "sub":
                return marks.Emphasis(_STYLES[tag])
            case "span" if element.get("class") == marks.Style.SMALL_CAPS.value:
                return marks.Emphasis(marks.Style.SMALL_CAPS)
            case "placeholder" | "fillIn":
                return _placeholder(element, words)
            case "ref" | "rref" | "mref":
                return self._reference(element, words)
            case "def" | "term":
                name = self._referred(element, self.directory.terms)
                return marks.DefinedTerm(words if name is None else name, defines=tag == "def")
            case "party" | "docProponent" | "organization":
                party = self._referred(element, self.directory.parties)
                return None if party is None else marks.PartyName(party)
            case "date":
                day = day_of(element.get("date"))
                return None if day is None else marks.Date(day)
            case "inline" if element.get("name") == "bracket":
                return marks.Bracket(element.get(own("by"), ""))
            case "inline" if element.get("name") == "alternative":
                group = element.get(own("group"), element.get("alternativeTo") or element.get("eId") or "")
                return marks.Alternative(group, element.get(own("by"), ""))
            case "inline" if element.get("name") == "footnote":
                return next((self._footnote(child) for child in element if _is_sign(child)), None)
            case "inline" if element.get("name") == "comment":
                return next((self._note(child) for child in element if _is_sign(child)), None)
            case "inline" if element.get("name") == "quoted":
                return _quoted(element)
            case "authorialNote":
                return self._footnote(element)
            case "noteRef":
                return self._note(element)
            case _:
                return None

    def notice(self, element: etree._Element) -> None:
        """Say once for each name that markup was not understood."""
        tag = name_of(element)
        if tag not in self.unknown:
            self.unknown.add(tag)
            self.report(UNKNOWN.at(_place(element), quote=words_of(element)[:80], element=tag))

    def _footnote(self, element: etree._Element) -> marks.Footnote:
        paragraphs = list(element.iter("{*}p"))
        return marks.Footnote(self.read(*paragraphs).plain if paragraphs else words_of(element))

    def _note(self, element: etree._Element) -> AnyValue | None:
        note = self.directory.notes.get((element.get("href") or "").removeprefix("#"))
        if note is None:
            self.report(DANGLING.at(_place(element), href=element.get("href") or ""))
        return note

    def _reference(self, element: etree._Element, words: str) -> AnyValue | None:
        href = element.get("href") or element.get("from") or ""
        if name_of(element) == "rref":
            self.report(RANGE.at(_place(element), quote=words))
        if name_of(element) == "mref":  # the references inside speak for themselves
            return None
        if not href.startswith("#"):
            stored = element.get(own("target"))
            if not href:
                return marks.CrossReference(id_of(stored))
            found = _DAY.search(href)
            return marks.CitedInstrument(
                element.get(own("title"), words),
                day_of(found.group(1)) if found else None,
                element.get(own("place"), ""),
                element.get(own("form"), ""),
                tuple(element.get(own("parties"), "").split()),
            )
        target = self.directory.provisions.get(href[1:])
        if target is None:
            self.report(DANGLING.at(_place(element), quote=words, href=href))
        return marks.CrossReference(target)

    def _referred(self, element: etree._Element, known: Mapping[str, str]) -> str | None:
        for name in (element.get("refersTo") or "").split():
            if name.removeprefix("#") in known:
                return known[name.removeprefix("#")]
        return None


class _Reading:
    """One block on its way into a text: raw words with the places of marks, then white space."""

    def __init__(self, reader: InlineReader, block: etree._Element) -> None:
        self.reader = reader
        self.block = block
        self.preserve = block.get(SPACE) == "preserve"
        self.raw: list[str] = []
        self.length = 0
        self.found: list[tuple[int, int, etree._Element]] = []
        self.spans: dict[str, int] = {}

    def run(self) -> Text:
        self._inside(self.block)
        plain = "".join(self.raw)
        where: list[int] | None = None
        if not self.preserve:
            plain, where = collapse(plain)
        result: list[Mark] = []
        for start, end, element in self.found:
            first, last = (start, end) if where is None else (where[start], where[end])
            value = self.reader.value(element, plain[first:last])
            if value is not None:
                result.append(Mark(first, last, value))
        return Text(plain, tuple(result))

    def _inside(self, element: etree._Element) -> None:
        self._words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child)
            self._words(child.tail)

    def _child(self, child: etree._Element) -> None:
        tag = name_of(child)
        if tag in ("eol", "br"):
            self._put("\n")
            return
        if tag in _SILENT:
            return
        if tag == "del":
            self.reader.report(DELETED.at(_place(child), quote=words_of(child)))
            return
        if tag in ("authorialNote", "noteRef"):
            if not _is_sign(child):
                self.found.append((self.length, self.length, child))
            return
        if tag == "term" and not self.reader.directory.ours and _is_same_term(child):
            self._inside(child)
            return
        index = self._open(child)
        self._inside(child)
        start, _, element = self.found[index]
        if (
            child.get(own("span"))
            and name_of(child) == "inline"
            and child.get("name") in ("comment", "footnote")
        ):
            element = child  # the last piece of a remark carries the sign of it
        self.found[index] = (start, self.length, element)
        if tag not in _PLAIN and tag not in _STYLES and tag not in ("placeholder", "fillIn", "rref", "mref"):
            self.reader.notice(child)

    def _open(self, child: etree._Element) -> int:
        """The index of the mark this element begins, or goes on with."""
        span = child.get(own("span"))
        if span is not None and span in self.spans:
            return self.spans[span]
        self.found.append((self.length, self.length, child))
        if span is not None:
            self.spans[span] = len(self.found) - 1
        return len(self.found) - 1

    def _words(self, words: str | None) -> None:
        if words:
            self._put(words if self.preserve else re.sub(r"[ \t\r\n]", " ", words))

    def _put(self, words: str) -> None:
        self.raw.append(words)
        self.length += len(words)


def collapse(raw: str) -> tuple[str, list[int]]:
    """Wording without superfluous blanks, and for each old offset the new one."""
    kept: list[str] = []
    where: list[int] = []
    pending = False
    for sign in raw:
        where.append(len(kept))
        if sign == " ":
            pending = bool(kept) and kept[-1] != "\n"
            if pending:
                where[-1] = len(kept)
            continue
        if pending and sign != "\n":
            kept.append(" ")
            where[-1] = len(kept)
        pending = False
        kept.append(sign)
    where.append(len(kept))
    return "".join(kept), where


def name_of(element: etree._Element) -> str:
    """The local name; "" for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_of(element: etree._Element) -> str:
    """All words inside, on one line."""
    return on_one_line("".join(str(part) for part in element.itertext()))


def children(element: etree._Element) -> Iterable[etree._Element]:
    """The child elements, without comments and instructions to processors."""
    return (child for child in element if isinstance(child.tag, str))


def _place(element: etree._Element) -> str:
    return f"line {element.sourceline}"


def _is_sign(child: etree._Element) -> bool:
    """Whether a note belongs to the words around it: the last thing inside an `inline` that says so."""
    parent = child.getparent()
    if parent is None or name_of(parent) != "inline" or child.getnext() is not None:
        return False
    return (parent.get("name"), name_of(child)) in (("footnote", "authorialNote"), ("comment", "noteRef"))


def _is_same_term(child: etree._Element) -> bool:
    """Whether a `term` merely repeats the `def` around it, as many publishers write definitions."""
    parent = child.getparent()
    return parent is not None and name_of(parent) == "def" and child.get("refersTo") == parent.get("refersTo")


def _quoted(element: etree._Element) -> marks.Quoted | None:
    depth = element.get(own("depth"), "")
    if not depth.isdecimal():
        return None
    part, begins = element.get(own("part"), ""), element.get(own("begins")) == "true"
    return marks.Quoted(element.get(own("unit"), ""), int(depth), part, begins)


def _placeholder(element: etree._Element, words: str) -> marks.Placeholder:
    key = element.get(own("key"))
    if key is None:
        label = (element.get("originalText") or words).strip("[] ")
        return marks.Placeholder(key=slug(label) or "blank", label=label)
    kind = element.get(own("type"), "")
    return marks.Placeholder(
        key=key,
        label=element.get(own("label"), ""),
        type=marks.PlaceholderType(kind)
        if kind in set(marks.PlaceholderType)
        else marks.PlaceholderType.TEXT,
        help=element.get(own("help"), ""),
        default=element.get(own("default")),
        filled=element.get(own("filled")) == "true",
    )
