"""Cross-references of the Word files we write: links to where the provision stands, their words our own.

A reference is a `w:hyperlink` to a bookmark on its provision. No program computes what it shows, so updating
the fields (F9, printing, a mere loading by LibreOffice) leaves the wording as it was agreed. A REF field
would write its own number over it, without a tracked change: an error message where the provision was deleted
or its number typed anew, and never the case and order of *6. panta 2. punkts*. Nor is it a HYPERLINK field:
such a one is compared as one thing, and a file that lost its links on the way would seem changed at each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from workbench.agreement.text import CrossReference, Text
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.comparison.tokens import part
from workbench.formats.docx.layout import Layout
from workbench.formats.docx.package import W

LINK = f"{W}hyperlink"


def bookmarks(agreement: Agreement, laid: Layout) -> dict[ProvisionId, str]:
    """The provisions that are referred to and print a paragraph, each with the name of its bookmark.

    A reference to anything else, such as the row of a table, stays plain text. Names are of the kind that
    Word makes up and hides. They are counted, not made of ids, so that the same text gives the same file.
    """
    known: dict[ProvisionId, str] = {}
    printed = _printed(laid)
    for target in _targets(agreement):
        if target in printed:
            known.setdefault(target, _name(len(known)))
    return known


def bookmarks_of_both(
    old: Agreement,
    old_laid: Layout,
    new: Agreement,
    new_laid: Layout,
    heirs: Mapping[ProvisionId, ProvisionId],
) -> dict[ProvisionId, str]:
    """The same in a redline, where what stands in both texts is led to where it stands in the new one.

    `heirs` says what a provision of the old text is called in the new one.
    """
    known = bookmarks(new, new_laid)
    names = set(known.values())
    printed = _printed(new_laid)
    for target in bookmarks(old, old_laid):
        heir = heirs.get(target, target)
        if heir in printed or target not in heirs:
            known[target] = known.setdefault(heir, _name(len(names)))
            names.add(known[target])
    return known


def linked(text: Text, known: Mapping[ProvisionId, str]) -> Iterator[tuple[Text, str]]:
    """A text cut where a link begins or ends, each part with the name of the bookmark it leads to, or ""."""
    at = 0
    for start, end, reference in text.of(CrossReference):
        name = known.get(ProvisionId(reference.target), "") if reference.target else ""
        if not name or start < at or start == end:
            continue
        if start > at:
            yield part(text, at, start), ""
        yield part(text, start, end), name
        at = end
    if at < len(text) or not at:
        yield part(text, at, len(text)), ""


def link(paragraph: etree._Element, bookmark: str) -> etree._Element:
    """A link at the end of a paragraph; the one that ends there already goes on where it leads to the same.

    Revisions stand inside of it, as they can hold no link (CT_RunTrackChange).
    """
    last = paragraph[-1] if len(paragraph) else None
    if last is not None and last.tag == LINK and last.get(f"{W}anchor") == bookmark:
        return last
    made = etree.SubElement(paragraph, LINK)
    made.set(f"{W}anchor", bookmark)
    made.set(f"{W}history", "1")
    return made


def _name(count: int) -> str:
    return f"_Ref{count + 1:09}"


def _printed(laid: Layout) -> set[ProvisionId | None]:
    return {block.unit for block in laid.blocks()}


def _targets(agreement: Agreement) -> Iterator[ProvisionId]:
    for unit in agreement.walk():
        for text in (unit.heading, unit.text, unit.wrap_up):
            for _, _, reference in text.of(CrossReference):
                if reference.target is not None:
                    yield ProvisionId(reference.target)
