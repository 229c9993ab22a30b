"""Changes of looks alone: the words stay as they are, and the earlier look is remembered beside the new one.

After ISO 29500-1, 17.13.5.29-32: `w:rPrChange` and `w:pPrChange` stand last in the properties and hold what
was before. What programs rewrite at every saving (languages, proofing, revision ids) is no look; bare spaces
have none. A style or list that the new file does not know cannot be remembered there, so it does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.lines import Leaf, Line
from workbench.formats.docx.comparing.pen import Pen, properties_of
from workbench.formats.docx.comparing.things import RUN
from workbench.formats.docx.nodes import child_of
from workbench.formats.docx.package import W

Segment = tuple[int, int, int]
"""Line, start, end."""
_NO_LOOK = frozenset(
    f"{W}{name}"
    for name in (
        "lang", "noProof", "rPrChange", "pPrChange", "ins", "del", "moveFrom", "moveTo", "rPr", "sectPr",
        "bCs", "iCs", "szCs", "webHidden", "specVanish", "cs", "rtl", "snapToGrid", "fitText", "kern",
        "keepNext", "keepLines", "adjustRightInd", "autoSpaceDE", "autoSpaceDN", "textAlignment",
        "overflowPunct", "wordWrap", "kinsoku", "suppressLineNumbers", "mirrorIndents",
        "suppressAutoHyphens", "widowControl", "divId", "cnfStyle", "w",
    )
)  # fmt: skip
_PARAGRAPH, _RUN = f"{W}pPr", f"{W}rPr"
_OFF = ("0", "false", "off", "none")
_FACES = (f"{W}ascii", f"{W}asciiTheme")
_Look = tuple[object, ...]


@dataclass
class Looks:
    """Compares looks and remembers the earlier ones in the new file."""

    pen: Pen
    carrier: Carrier

    def words(
        self, olds: Sequence[Line], news: Sequence[Line], mine: list[Segment], yours: list[Segment]
    ) -> str:
        """Compare the looks of equal words; returns those whose look changed."""
        found: list[tuple[int, int, int, etree._Element | None]] = []
        known: dict[tuple[etree._Element | None, etree._Element | None], bool] = {}
        for at, start, end, before, after in _side_by_side(olds, news, mine, yours):
            if after.gone or after.key or before.key:
                continue
            first, second = before.parts[0].getparent(), after.parts[0].getparent()
            if (first, second) not in known:
                known[first, second] = self._same(first, second)
            if known[first, second] or not news[at].words[start:end].strip():
                continue
            if found and found[-1][0] == at and found[-1][2] == start and found[-1][3] is first:
                found[-1] = (at, found[-1][1], end, first)
            else:
                found.append((at, start, end, first))
        said = []
        for at, start, end, first in found:
            said.append(news[at].words[start:end])
            news[at].cut(start)
            news[at].cut(end)
            for run in {run: None for leaf in news[at].between(start, end) for run in leaf.nodes}:
                self._remember(run, first)
        return " ".join(said)

    def paragraph(self, old: etree._Element, new: etree._Element) -> bool:
        """Compare the settings of two paragraphs; tells whether they changed."""
        mine, yours = child_of(old, _PARAGRAPH), child_of(new, _PARAGRAPH)
        if mine is None and yours is None:
            return False
        if look(mine) == look(yours):
            return False
        if yours is not None and yours.find(f"{W}pPrChange") is not None:
            return False
        memory = self._memory(mine, yours, f"{W}pPr", (f"{W}pStyle", f"{W}numPr"))
        if look(memory) == look(yours):
            return False
        for child in list(memory.iterchildren(f"{W}rPr", f"{W}sectPr", f"{W}pPrChange")):
            memory.remove(child)
        change = self.pen.revision(f"{W}pPrChange")
        change.append(memory)
        properties_of(new).append(change)
        return True

    def cell(self, old: etree._Element, new: etree._Element, *, width: bool = False) -> bool:
        """Remember over which columns and rows a cell spread; its `width` where columns came or went.

        Tells whether the spread changed.
        """
        mine, yours = old.find(f"{W}tcPr"), new.find(f"{W}tcPr")
        spread = _spread(mine) != _spread(yours)
        if mine is None or yours is None or yours.find(f"{W}tcPrChange") is not None:
            return spread
        if not spread and not (width and _width(mine) != _width(yours)):
            return False
        change = self.pen.revision(f"{W}tcPrChange")
        memory = etree.SubElement(change, f"{W}tcPr")
        memory.extend(deepcopy(child) for child in mine if child.tag != f"{W}tcPrChange")
        yours.append(change)
        return spread

    def _same(self, old: etree._Element | None, new: etree._Element | None) -> bool:
        if old is None or new is None or old.tag != RUN or new.tag != RUN:
            return True
        mine, yours = child_of(old, _RUN), child_of(new, _RUN)
        if mine is None and yours is None:
            return True
        if look(mine) == look(yours):
            return True
        if yours is not None and yours.find(f"{W}rPrChange") is not None:
            return True
        return look(self._memory(mine, yours, f"{W}rPr", (f"{W}rStyle",))) == look(yours)

    def _remember(self, run: etree._Element, old: etree._Element | None) -> None:
        if run.tag != RUN or old is None:
            return
        yours = run.find(f"{W}rPr")
        memory = self._memory(old.find(f"{W}rPr"), yours, f"{W}rPr", (f"{W}rStyle",))
        for child in list(memory.iterchildren(f"{W}rPrChange", f"{W}ins", f"{W}del")):
            memory.remove(child)
        if yours is None:
            yours = etree.Element(f"{W}rPr")
            run.insert(0, yours)
        change = self.pen.revision(f"{W}rPrChange")
        change.append(memory)
        yours.append(change)

    def _memory(
        self,
        mine: etree._Element | None,
        yours: etree._Element | None,
        tag: str,
        names: tuple[str, ...],
    ) -> etree._Element:
        """The old properties as the new file can hold them: its own style and list where it lacks theirs."""
        memory = etree.Element(tag) if mine is None else deepcopy(mine)
        memory.tail = None
        for child in list(memory):
            if not str(child.tag).startswith(W):
                memory.remove(child)
                continue
            for key in list(child.attrib):
                if not str(key).startswith(W):
                    del child.attrib[key]
        for place, name in enumerate(names):
            here = memory.find(name)
            if here is None or self.carrier.holds_there(here):
                continue
            memory.remove(here)
            there = None if yours is None else yours.find(name)
            if there is not None:
                _put_in_order(memory, deepcopy(there), place)
        return memory


def _put_in_order(memory: etree._Element, child: etree._Element, place: int) -> None:
    """A style stands first, a list after what keeps lines together (CT_PPrBase)."""
    before = (f"{W}pStyle", f"{W}keepNext", f"{W}keepLines", f"{W}pageBreakBefore", f"{W}framePr",
              f"{W}widowControl")  # fmt: skip
    index = 0
    if place:
        index = sum(1 for other in memory if other.tag in before)
    memory.insert(index, child)


def look(properties: etree._Element | None) -> frozenset[_Look]:
    """What properties say of the look, in no order."""
    if properties is None:
        return frozenset()
    return frozenset(_said(child) for child in properties if child.tag not in _NO_LOOK)


def _spread(properties: etree._Element | None) -> tuple[str, str]:
    """How many columns a cell covers, and whether it begins or goes on with a cell of several rows."""
    columns = None if properties is None else properties.find(f"{W}gridSpan")
    rows = None if properties is None else properties.find(f"{W}vMerge")
    return (
        "1" if columns is None else columns.get(f"{W}val", "1"),
        "" if rows is None else rows.get(f"{W}val", "continue"),
    )


def _width(properties: etree._Element) -> str | None:
    width = properties.find(f"{W}tcW")
    return None if width is None else width.get(f"{W}w")


def _said(element: etree._Element) -> _Look:
    tag = str(element.tag)
    if tag == f"{W}rFonts":
        return (tag, *(element.get(name) for name in _FACES))
    plain = {
        str(key): str(value)
        for key, value in element.attrib.items()
        if str(key).startswith(W) and "rsid" not in str(key)
    }
    value = plain.get(f"{W}val")
    if value in ("1", "true", "on"):
        del plain[f"{W}val"]
    elif value in _OFF:
        plain[f"{W}val"] = "0"
    inside = tuple(_said(child) for child in element if child.tag not in _NO_LOOK)
    return (tag, *sorted(plain.items()), inside)


def _side_by_side(
    olds: Sequence[Line], news: Sequence[Line], mine: list[Segment], yours: list[Segment]
) -> Iterator[tuple[int, int, int, Leaf, Leaf]]:
    """Equal stretches of one run each: new line, start and end there, and the leaves of both texts."""
    first = [(end - start, leaf) for at, a, b in mine for start, end, leaf in olds[at].spans(a, b)]
    index, used = 0, 0
    for at, a, b in yours:
        for start, end, leaf in news[at].spans(a, b):
            place = start
            while place < end and index < len(first):
                length = min(end - place, first[index][0] - used)
                yield at, place, place + length, first[index][1], leaf
                place, used = place + length, used + length
                if used >= first[index][0]:
                    index, used = index + 1, 0
