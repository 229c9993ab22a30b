"""Cross-references of the Word files we write: links to where the provision stands, their words our own.

A reference is a HYPERLINK field to a bookmark on its provision. No program computes what such a field
shows, so updating the fields (F9, printing, a mere loading by LibreOffice) leaves the wording as it was
agreed. A REF field would write its own number over it, without a tracked change: an error message where the
provision was deleted or its number typed anew, and never the case and order of *6. panta 2. punkts*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from workbench.agreement.text import CrossReference, Text
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.comparison.tokens import part
from workbench.formats.docx.layout import Layout
from workbench.formats.docx.package import W

_DIGITS = 10**18  # with "_Ref" well within the 40 characters of a bookmark's name
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def bookmarks(agreement: Agreement, laid: Layout) -> dict[ProvisionId, str]:
    """The provisions that are referred to and print a paragraph, each with the name of its bookmark.

    A reference to anything else, such as the row of a table, stays plain text. Names are as Word makes them
    up, so that it hides them, and the same in every version of a text.
    """
    printed = {block.unit for block in laid.blocks()}
    return {target: _name(target) for target in _targets(agreement) if target in printed}


def bookmarks_of_both(
    old: dict[ProvisionId, str], new: Agreement, laid: Layout, heirs: Mapping[ProvisionId, ProvisionId]
) -> dict[ProvisionId, str]:
    """The same in a redline: the bookmarks of the new text, and those of the `old` one that it still needs.

    A reference to what stands in both texts leads to where it stands in the new one; `heirs` says what it is
    called there.
    """
    known = bookmarks(new, laid)
    printed = {block.unit for block in laid.blocks()}
    for target, name in old.items():
        heir = heirs.get(target)
        if heir is None:
            known.setdefault(target, name)
        elif heir in printed:
            known[heir] = known[target] = _name(heir)
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


def open_link(target: etree._Element, name: str, *, deleted: bool) -> None:
    """Begin a link: what is written next is its words."""
    _sign(target, "begin")
    run = etree.SubElement(target, f"{W}r")
    code = etree.SubElement(run, f"{W}{'delInstrText' if deleted else 'instrText'}")
    code.text = f' HYPERLINK \\l "{name}" '
    code.set(SPACE, "preserve")
    _sign(target, "separate")


def close_link(target: etree._Element) -> None:
    """End the words of a link."""
    _sign(target, "end")


def _name(target: ProvisionId) -> str:
    return f"_Ref{target.int % _DIGITS:018}"


def _sign(target: etree._Element, kind: str) -> None:
    run = etree.SubElement(target, f"{W}r")
    etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)


def _targets(agreement: Agreement) -> Iterator[ProvisionId]:
    for unit in agreement.walk():
        for text in (unit.heading, unit.text, unit.wrap_up):
            for _, _, reference in text.of(CrossReference):
                if reference.target is not None:
                    yield ProvisionId(reference.target)
