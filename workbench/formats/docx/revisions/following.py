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
_BETWEEN = frozenset((*MARKERS, *RANGES, *CONTROLS))


_AT_START = (*_BETWEEN, f"{W}customXmlPr")
CONTENT, _CUSTOM = f"{W}sdtContent", f"{W}customXml"


def following_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph after this one, or None where something else follows.

    Content controls and custom elements are no part of the text: it goes on into them and out of them.
    """
    following = _next(paragraph)
    while following is not None and following.tag in (f"{W}sdt", _CUSTOM):
        content = following if following.tag == _CUSTOM else following.find(CONTENT)
        inside = None if content is None else next((e for e in content if e.tag not in _AT_START), None)
        following = _next(following) if inside is None else inside
    return following if following is not None and following.tag == f"{W}p" else None


def is_tracked(control: etree._Element | None) -> bool:
    """Whether a content control itself was inserted, deleted or moved: its range opens just before it."""
    before = None if control is None else control.getprevious()
    while before is not None and before.tag in (*MARKERS, *RANGES):
        before = before.getprevious()
    return before is not None and before.tag in CONTROLS


def _next(element: etree._Element) -> etree._Element | None:
    following = element.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    parent = element.getparent()
    if following is None and parent is not None and parent.tag in (CONTENT, _CUSTOM):
        control = parent.getparent() if parent.tag == CONTENT else parent
        return None if control is None else _next(control)
    return following
