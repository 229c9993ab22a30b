"""Which paragraph break is marked where whole paragraphs come or go.

Text typed at the end of a paragraph and paragraphs typed behind it are one insertion: Word marks the break
of the paragraph *before* and lets the last new one end with the old break. Written otherwise, LibreOffice
runs the insertions together when it rejects them and takes the break between with them. The same holds
before a table: no paragraph can run on into it, so an empty one would be left. And all of it holds for
deletions. Where the break moves so, the paragraph that ends with the old break says how it was set.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from workbench.formats.docx.markup import Body
from workbench.formats.docx.package import W
from workbench.formats.docx.references import LINK

_RUN = (f"{W}rPr", f"{W}pPrChange")
_BESIDE = tuple(
    f"{W}{name}" for name in ("pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)


def settle_breaks(body: Body) -> None:
    """Mark breaks as Word does where whole paragraphs join an edited one, or stand before a table."""
    element = next(iter(body.root), None)
    while element is not None:
        state = _whole(element)
        last = element
        while state and (following := last.getnext()) is not None and _whole(following) == state:
            last = following
        anchor = element.getprevious()
        if state and anchor is not None and _mark(anchor) == "":
            beyond = last.getnext()
            before_table = beyond is not None and beyond.tag == f"{W}tbl"
            if before_table or _ends_in(anchor, state):
                _shift(body, anchor, last, state)
        element = last.getnext()


def _whole(element: etree._Element) -> str | None:
    """ "ins" or "del" for a paragraph that comes or goes with all its words and its break."""
    state = _mark(element)
    if state not in ("ins", "del"):
        return None
    return state if all(child.tag in _BESIDE or _has(child, state) for child in element) else None


def _ends_in(paragraph: etree._Element, state: str) -> bool:
    """Whether the last words of a paragraph have this state."""
    last = paragraph[-1]
    return (last[-1] if last.tag == LINK else last).tag == f"{W}{state}"


def _has(content: etree._Element, state: str) -> bool:
    """Whether words have this state, be it in a link."""
    return all(child.tag == f"{W}{state}" for child in (content if content.tag == LINK else [content]))


def _shift(body: Body, anchor: etree._Element, last: etree._Element, state: str) -> None:
    mine, upper = _properties(last), _properties(anchor)
    run = mine.find(f"{W}rPr")
    assert run is not None  # it carries the mark
    mine.remove(run)
    plain_last, plain_anchor = _plain(mine), _plain(upper)
    earlier = upper.find(f"{W}pPrChange/{W}pPr")
    if state == "ins":
        kept, was = plain_last, deepcopy(earlier) if earlier is not None else plain_anchor
    else:
        kept, was = plain_anchor, plain_last
    for child in list(mine):
        mine.remove(child)
    mine.extend(list(deepcopy(kept)))
    if etree.tostring(kept) != etree.tostring(was):
        body.revision(mine, "pPrChange").append(was)
    change = upper.find(f"{W}pPrChange")
    upper.append(run)
    if change is not None:
        upper.append(change)


def _plain(properties: etree._Element) -> etree._Element:
    """The properties without marks and history."""
    copy = deepcopy(properties)
    for child in list(copy):
        if child.tag in _RUN:
            copy.remove(child)
    return copy


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(f"{W}pPr")
    assert found is not None  # every paragraph of ours has a style
    return found


def _mark(element: etree._Element) -> str | None:
    """The mark on a paragraph's break, "" for none; None for what is no paragraph."""
    if element.tag != f"{W}p":
        return None
    run = element.find(f"{W}pPr/{W}rPr")
    return etree.QName(run[0]).localname if run is not None and len(run) else ""
