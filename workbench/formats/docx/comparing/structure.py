"""What a story is made of: blocks, rows and cells, looked up through content controls."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from workbench.formats.docx.comparing.views import EVERYTHING, TRACKED, View
from workbench.formats.docx.package import W

P, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")


def blocks(story: etree._Element, view: View = EVERYTHING) -> Iterator[etree._Element]:
    """The paragraphs and tables of a story, in order.

    Some programs put revisions around whole paragraphs, which the schema does not know.
    """
    for child in story:
        if child.tag in (P, TABLE):
            yield child
        elif child.tag in AROUND or (child.tag in TRACKED and not view.passes_over(child)):
            yield from blocks(child, view)


def paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs in it, those of text boxes aside."""
    if element.tag == P:
        yield element
        return
    for child in element:
        if child.tag in (P, TABLE, ROW, CELL, *AROUND):
            yield from paragraphs(child)


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table."""
    return list(_children(table, ROW))


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(_children(row, CELL))


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from _children(child, tag)


def controls_around(elements: Collection[etree._Element]) -> list[etree._Element]:
    """The content controls that hold some of these blocks and no others."""
    found: dict[etree._Element, bool] = {}
    for element in elements:
        for control in element.iterancestors(f"{W}sdt"):
            if control not in found:
                found[control] = all(block in elements for block in blocks(control))
            if not found[control]:
                break
    return [control for control, alone in found.items() if alone]


def controls_in(paragraph: etree._Element) -> list[etree._Element]:
    """The content controls around words of a paragraph, those in its text boxes aside."""
    return [
        control
        for control in paragraph.iter(f"{W}sdt")
        if next(control.iterancestors(P)) is paragraph and control.find(f"{W}sdtContent") is not None
    ]


def put(
    made: etree._Element,
    cursor: etree._Element | None,
    following: etree._Element | None,
    story: etree._Element,
) -> etree._Element:
    """Put a block after the last one, or before the next where that stands further out."""
    if cursor is not None and (
        following is None or cursor.getparent() is story or following.getparent() is not story
    ):
        cursor.addnext(made)
    elif following is not None:
        following.addprevious(made)
    else:
        sections = story.find(f"{W}sectPr")
        story.append(made) if sections is None else sections.addprevious(made)
    return made
