"""Comments on words of which some went: the range of a comment is kept whole, or goes with its comment.

A range begins and ends beside runs, often within a revision, so a decision can take one end of it and leave
the other. Where the sign of the comment is still there, the lost end is set beside what is left; where it
went too, there is nothing to open the comment by, and the other end goes after it (ISO 29500-1, 17.13.4).
"""

from __future__ import annotations

from lxml import etree

from workbench.formats.docx.package import W

_START, _END, _SIGN = (f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))


def torn(root: etree._Element) -> frozenset[str]:
    """The comments of which a part has only one end, or ends of the same id twice."""
    starts, ends = _by_id(root, _START), _by_id(root, _END)
    twice = {number for marks in (starts, ends) for number, found in marks.items() if len(found) > 1}
    return frozenset((starts.keys() ^ ends.keys()) | twice)


def mend(root: etree._Element, before: frozenset[str]) -> None:
    """Put right the ranges that are torn now and were not `before`: what came torn stays as it came."""
    now = torn(root) - before
    if not now:
        return
    starts, ends, signs = _by_id(root, _START), _by_id(root, _END), _by_id(root, _SIGN)
    for number in sorted(now):
        left = (starts.get(number) or ends[number])[0]
        sign = signs.get(number)
        if sign is None:
            above = left.getparent()
            if above is not None:
                above.remove(left)
        elif number in ends:
            left.addprevious(etree.Element(_START, {f"{W}id": number}))
        else:
            run = sign[0].getparent()
            if run is not None:
                run.addprevious(etree.Element(_END, {f"{W}id": number}))


def _by_id(root: etree._Element, tag: str) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for element in root.iter(tag):
        found.setdefault(element.get(f"{W}id", ""), []).append(element)
    return found
