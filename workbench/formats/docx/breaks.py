"""Paragraph breaks in front of a table that a revision brings or takes away.

A paragraph cannot run on into a table. Where the paragraphs before an inserted table are inserted as well,
LibreOffice would leave the last of them empty when all is rejected; Word, when someone types such
paragraphs, marks the break of the paragraph *before* them and lets the last one keep the old break. We write
it as Word does: the break moves up, and the paragraph that now ends with the old one says how it was set.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from workbench.formats.docx.markup import Body
from workbench.formats.docx.package import W

_RUN = (f"{W}rPr", f"{W}pPrChange")


def shift_breaks_before_tables(body: Body) -> None:
    """Move the marked breaks in front of every table that is inserted or deleted whole."""
    for table in list(body.root.iterchildren(f"{W}tbl")):
        state = _state(table)
        if state is None:
            continue
        last = table.getprevious()
        if last is None or _mark(last) != state:
            continue
        first = last
        while (before := first.getprevious()) is not None and _mark(before) == state:
            first = before
        anchor = first.getprevious()
        if anchor is not None and anchor.tag == f"{W}p" and _mark(anchor) == "":
            _shift(body, anchor, last, state)


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


def _state(table: etree._Element) -> str | None:
    """ "ins" or "del" when every row of the table has that mark."""
    states = {
        next((kind for kind in ("ins", "del") if row.find(f"{W}trPr/{W}{kind}") is not None), "")
        for row in table.iterchildren(f"{W}tr")
    }
    return states.pop() if len(states) == 1 and states != {""} else None


def _mark(element: etree._Element) -> str | None:
    """The mark on a paragraph's break, "" for none; None for what is no paragraph."""
    if element.tag != f"{W}p":
        return None
    run = element.find(f"{W}pPr/{W}rPr")
    return etree.QName(run[0]).localname if run is not None and len(run) else ""
