"""What stands among words and is compared whole: fields, drawings, formulas, references to notes.

Each gets a key of what a reader sees of it. Identities that programs make up anew at every saving (ids, names
of bookmarks) are left out; the content of pictures and objects comes in through a digest of its part. What a
text box holds is no part of its key: it is a story of its own, compared where the box stayed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy

from lxml import etree

from workbench.agreement.quoting import on_one_line
from workbench.formats.docx.comparing.views import TRACKED, View
from workbench.formats.docx.package import MC, RELATIONSHIPS, W

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RUN = f"{W}r"
NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
WORDS = (f"{W}t", f"{W}delText")
THINGS = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym", f"{W}ruby", f"{MC}AlternateContent", *NOTES)
BOX = f"{W}txbxContent"
WHOLE = (f"{MATH}oMath", f"{MATH}oMathPara", f"{W}fldSimple", f"{MC}AlternateContent")
Digest = Callable[[etree._Element], str]

_COMPUTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
_BOOKMARK = re.compile(r"\b_(?:Ref|Toc|Hlk)\d+")
_VOLATILE = re.compile(r"(?:rsid\w*|paraId|textId|anchorId|editId|spid|gfxdata|id|name|descr|title)")
_UNSEEN = ("proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "ctrlPr")
_SAME_NAME = {"delText": "t", "delInstrText": "instrText"}
EDGES = " \t\r\n"
_LAYOUT = re.compile(r"[\t\r\n]")


def spoken(part: etree._Element) -> str:
    """The words of a w:t as Word takes them: without `xml:space` none at the edges, line breaks as spaces."""
    words = part.text or ""
    if part.get(SPACE) != "preserve":
        words = words.strip(EDGES)
    return words if words.isprintable() else _LAYOUT.sub(" ", words)


def in_run(part: etree._Element) -> bool:
    """Whether it stands in a run, not beside runs."""
    parent = part.getparent()
    return parent is not None and parent.tag == RUN


def copied_tag(element: etree._Element) -> etree._Element:
    """An element of the same name and attributes that holds nothing."""
    if not len(element):  # to copy it without its words is several times as quick as to name all anew
        words, element.text = element.text, None
        made = copy(element)
        element.text, made.tail = words, None
        return made
    made = etree.Element(element.tag)
    for key, value in element.attrib.items():
        made.set(key, value)
    return made


def highest_id(elements: Iterable[etree._Element]) -> int:
    """The highest id of some elements, 0 for none; what is no number is passed over."""
    ids = (element.get(f"{W}id", "") for element in elements)
    return max((int(number) for number in ids if number.isdecimal()), default=0)


def fields(parts: Sequence[etree._Element]) -> dict[etree._Element, etree._Element]:
    """The outermost fields that begin and end among these parts of runs: their first and last sign."""
    signs = [part for part in parts if part.tag == f"{W}fldChar"]
    stack: list[int] = []
    spans: list[tuple[int, int]] = []
    for index, sign in enumerate(signs):
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(index)
        elif kind == "end" and stack:
            spans.append((stack.pop(), index))
    outer: dict[etree._Element, etree._Element] = {}
    reach = -1
    for first, last in sorted(spans):
        if first > reach:
            outer[signs[first]] = signs[last]
            reach = last
    return outer


def field_key(parts: Sequence[etree._Element]) -> str:
    """What a complex field is compared by: its instruction and what it shows."""
    code = "".join(p.text or "" for p in parts if p.tag in (f"{W}instrText", f"{W}delInstrText"))
    return _key_of_field(on_one_line(code), "".join(p.text or "" for p in parts if p.tag in WORDS))


def shown(thing: etree._Element) -> str:
    """The words in a text box or formula; of a picture that it is one."""
    choice = thing.find(f"{MC}Choice")
    inside = thing if choice is None else choice
    said = "".join(part.text or "" for part in inside.iter(f"{W}t", f"{W}delText", f"{MATH}t"))
    return said or "[picture]"


def boxes_in(thing: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a thing, those inside of other boxes aside.

    A box is usually there twice, a second time for programs that do not know the first way of writing it.
    """
    for child in thing:
        if child.tag == BOX:
            yield child
        else:
            yield from boxes_in(child)


def box_key(thing: etree._Element, view: View) -> str:
    """What the text boxes in a thing say; "" where it has none."""
    said: list[str] = []
    for box in boxes_in(thing):
        for child in box.iterchildren(etree.Element):
            _describe(child, view, said, boxes=True)
    return _hashed("box", *said) if said else ""


def words_in(parts: Sequence[etree._Element]) -> str:
    """The words in some elements: what a field shows."""
    return "".join(p.text or "" for part in parts for p in part.iter(*WORDS))


def thing_key(part: etree._Element, digest: Digest, view: View) -> str:
    """What a drawing, formula, simple field or note reference is compared by."""
    if part.tag in NOTES:
        return f"note{etree.QName(part).localname}"
    if part.tag == f"{W}fldSimple":
        return _key_of_field(on_one_line(part.get(f"{W}instr", "")), words_in([part]))
    said: list[str] = []
    _describe(part, view, said)
    return _hashed("thing", *said, digest(part))


def _describe(element: etree._Element, view: View, said: list[str], *, boxes: bool = False) -> None:
    """What is seen of an element and all below it; revisions in it count as the view has it."""
    name = etree.QName(element).localname
    if name in _UNSEEN:
        return
    if element.tag in TRACKED:
        if len(element) and not view.passes_over(element):
            for child in element.iterchildren(etree.Element):
                _describe(child, view, said, boxes=boxes)
        return
    said.append(_SAME_NAME.get(name, name))
    for key, value in sorted(element.attrib.items()):
        plain = etree.QName(str(key))
        if f"{{{plain.namespace}}}" not in RELATIONSHIPS and not _VOLATILE.fullmatch(plain.localname):
            said.append(f"{plain.localname}={value!s}")
    said.append((element.text or "").strip("\n"))
    if element.tag == BOX and not boxes:
        return
    for child in element.iterchildren(etree.Element):
        _describe(child, view, said, boxes=boxes)


def _key_of_field(code: str, shown: str) -> str:
    name = code.partition(" ")[0].upper()
    if name in _COMPUTED:
        shown = ""
    return _hashed("field", _BOOKMARK.sub("_", code), shown)


def _hashed(kind: str, *said: str) -> str:
    return kind + hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:10]
