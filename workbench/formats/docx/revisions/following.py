"""Which paragraph a paragraph runs on into once its break is gone: marks that say nothing stand between."""

from __future__ import annotations

from lxml import etree

from workbench.formats.docx.package import W

MARKERS = tuple(
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
)
"""Marks beside words that hold none."""
RANGES = tuple(f"{W}{side}Range{end}" for side in ("moveFrom", "moveTo") for end in ("Start", "End"))
CONTROLS = tuple(
    f"{W}customXml{kind}Range{end}"
    for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    for end in ("Start", "End")
)
_BETWEEN = (*MARKERS, *RANGES, *CONTROLS)


def following_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph beside this one, or None where something else follows."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None
