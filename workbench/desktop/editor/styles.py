"""How each kind of line is set on the page: measures in pixels at 100 %, as the treaty page wants them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.agreement.tree import BASIC, GROUPING, Kind
from workbench.desktop.editor.lines import Line, Part

COLUMN = 544
LEFT_MARGIN = 96
RIGHT_MARGIN = 72
SIZE = 17
LINE_HEIGHT = 27
STEP = 36
"""One step of indentation."""


class NumberAt(StrEnum):
    """Where the computed number is painted."""

    NOWHERE = "nowhere"
    ABOVE = "above"
    MARGIN = "margin"
    INDENT = "indent"


@dataclass(frozen=True, slots=True)
class Style:
    """The setting of one line. `top` and `bottom` are the space around it, `left` its indentation."""

    centred: bool = False
    top: float = 10
    bottom: float = 0
    left: float = 0
    size: float = SIZE
    height: float = LINE_HEIGHT
    bold: bool = False
    italic: bool = False
    number: NumberAt = NumberAt.NOWHERE
    signed: bool = False


_TITLE = Style(centred=True, top=4, size=20, height=30, bold=True)
_ARTICLE = Style(centred=True, top=56, bottom=6, bold=True, number=NumberAt.ABOVE)
_GROUP = Style(centred=True, top=64, bottom=6, bold=True, number=NumberAt.ABOVE)
_ANNEX = Style(centred=True, top=84, bottom=6, bold=True, number=NumberAt.ABOVE)
_SECTION = Style(top=36, bottom=2, bold=True, number=NumberAt.MARGIN)
_PARAGRAPH = Style(number=NumberAt.MARGIN)
_CROSSHEADING = Style(top=24, bottom=2, italic=True)


def style_of(line: Line) -> Style:
    """The style of a line."""
    kind = line.provision.kind
    if line.part is Part.HEADING:
        if kind in BASIC:
            return _SECTION if kind is Kind.SECTION else _ARTICLE
        if kind in GROUPING:
            return _GROUP
        if kind is Kind.ANNEX:
            return _ANNEX
        return Style(left=STEP * line.depth, bold=True, number=NumberAt.MARGIN)
    if line.part is Part.WRAP_UP:
        return Style(top=4, left=STEP * line.depth)
    if line.depth:
        return Style(top=4, left=STEP * line.depth, number=NumberAt.INDENT)
    match kind:
        case Kind.TITLE_LINE:
            return _TITLE
        case Kind.CROSSHEADING:
            return _CROSSHEADING
        case Kind.TESTIMONIUM:
            return Style(top=40)
        case Kind.PARTIES_CLAUSE:
            return Style(top=28)
        case Kind.AGREEING_FORMULA:
            return Style(top=16)
        case Kind.SIGNATORY:
            return Style(top=56, signed=True)
        case Kind.SIGNATURE_BLOCK:
            return Style(top=24)
        case _:
            return _PARAGRAPH
