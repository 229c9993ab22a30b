"""What the OASIS schema does not check: references that lead nowhere, ids given twice, badly named eIds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from workbench.formats.akn.vocabulary import ABBREVIATIONS

_REFERRING = (
    "href",
    "refersTo",
    "source",
    "by",
    "as",
    "from",
    "upTo",
    "period",
    "start",
    "end",
    "outcome",
    "target",
)
_SEGMENT = re.compile(r"[A-Za-z]+(?:_[^\s_]+)?")


def lint(root: etree._Element) -> Iterator[str]:
    """One sentence for everything wrong with ids and references."""
    ids: set[str] = set()
    permanent: set[str] = set()
    for element in root.iter("{*}*"):
        for attribute, seen in (("eId", ids), ("GUID", permanent)):
            value = element.get(attribute)
            if value is not None and value in seen:
                yield f"line {element.sourceline}: {attribute} {value} is given twice"
            if value is not None:
                seen.add(value)
    for element in root.iter("{*}*"):
        yield from _references(element, ids)
        yield from _name(element)


def _references(element: etree._Element, ids: set[str]) -> Iterator[str]:
    for attribute in _REFERRING:
        for reference in (element.get(attribute) or "").split():
            if reference.startswith("#") and reference[1:] not in ids:
                yield f"line {element.sourceline}: {attribute}={reference} leads nowhere"
    alternative = element.get("alternativeTo")
    if alternative is not None and alternative.removeprefix("#") not in ids:
        yield f"line {element.sourceline}: alternativeTo={alternative} leads nowhere"


def _name(element: etree._Element) -> Iterator[str]:
    """Whether an eId says what the element is and where it stands; ids of metadata are free."""
    eid = element.get("eId")
    if eid is None or any(etree.QName(above).localname == "meta" for above in element.iterancestors()):
        return
    tag = etree.QName(element).localname
    segments = eid.split("__")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        yield f"line {element.sourceline}: eId {eid} is not made as the naming convention says"
    elif segments[-1].split("_")[0] != ABBREVIATIONS.get(tag, tag):
        yield f"line {element.sourceline}: eId {eid} does not name a {tag}"
