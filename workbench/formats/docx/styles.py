"""What a paragraph looks like in Word: its own properties over those of its style and its ancestors."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from lxml import etree

from workbench.agreement.source import Alignment
from workbench.formats.docx.package import W

_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
}


class Look(msgspec.Struct, frozen=True, gc=False):
    """Resolved properties of a paragraph or run; None where nothing says. Sizes and indents in points.

    `list_style` is the style that named the list, when the paragraph itself did not. `underline`, `vertical`
    and `small_caps` are what the run itself says, never a style.
    """

    name: str = ""
    outline: int | None = None
    list_instance: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    alignment: Alignment | None = None
    indent: float | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    underline: bool = False
    small_caps: bool = False
    vertical: str | None = None

    def over(self, base: Look) -> Look:
        """This look where it says something, else that of `base`."""
        if self is _NOTHING:
            return base
        if base is _NOTHING:
            return self
        # Written out, because every paragraph and most runs of a file pass through here.
        return Look(
            self.name or base.name,
            base.outline if self.outline is None else self.outline,
            base.list_instance if self.list_instance is None else self.list_instance,
            base.list_level if self.list_level is None else self.list_level,
            base.list_style if self.list_instance is None else self.list_style,
            base.alignment if self.alignment is None else self.alignment,
            base.indent if self.indent is None else self.indent,
            base.size if self.size is None else self.size,
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.hidden if self.hidden is None else self.hidden,
            base.font if self.font is None else self.font,
            self.underline,
            self.small_caps,
            self.vertical,
        )


@dataclass(slots=True)
class Styles:
    """The style part of one file, resolved on demand."""

    part: etree._Element | None
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)
    _default: str = ""
    _base: Look = field(default_factory=Look)

    def __post_init__(self) -> None:
        if self.part is None:
            return
        for style in self.part.iterfind(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._elements[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default = key
        defaults = self.part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = run_look(defaults)

    def paragraph(self, properties: etree._Element | None) -> Look:
        """The look of a paragraph with these own properties (`w:pPr`, or None)."""
        if properties is None:
            return self.style(self._default)
        key, own = paragraph_look(properties)
        return own.over(self.style(self._default if key is None else key))

    def run(self, properties: etree._Element) -> Look:
        """What the run's own properties (`w:rPr`) and character style say; nothing where they are silent."""
        look = run_look(properties)
        style = look.name
        return look.over(self._resolve(style)) if style else look

    def style(self, key: str) -> Look:
        """The resolved look of a paragraph style, document defaults included."""
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._resolve(key).over(self._base)
        return found

    def list_of_numbering_style(self, key: str) -> str | None:
        """The list instance that a style of type numbering names."""
        element = self._elements.get(key)
        number = element.find(f"{W}pPr/{W}numPr/{W}numId") if element is not None else None
        return number.get(f"{W}val") if number is not None else None

    def _resolve(self, key: str) -> Look:
        """What a style says with all that it is based on, which may be very many."""
        looks: list[Look] = []
        seen: set[str] = set()
        while key in self._elements and key not in seen:  # a style based on itself is damage, not a loop
            seen.add(key)
            element = self._elements[key]
            looks.append(_own_look(element, key))
            parent = element.find(f"{W}basedOn")
            if parent is None:
                break
            key = parent.get(f"{W}val", "")
        else:
            looks.append(_NOTHING)
        look = looks.pop()
        while looks:
            look = looks.pop().over(look)
        return look


def _own_look(style: etree._Element, key: str) -> Look:
    own = run_look(style.find(f"{W}rPr"))
    properties = style.find(f"{W}pPr")
    if properties is not None:
        own = paragraph_look(properties)[1].over(own)
    name = style.find(f"{W}name")
    return msgspec.structs.replace(
        own,
        name=name.get(f"{W}val", "") if name is not None else key,
        list_style=key if own.list_instance is not None else None,
    )


def paragraph_look(properties: etree._Element) -> tuple[str | None, Look]:
    """The style a `w:pPr` names, and what it says itself."""
    style = alignment = instance = None
    outline = level = None
    indent: float | None = None
    for child in properties:
        tag = child.tag
        if tag == _STYLE:
            style = child.get(_VAL, "")
        elif tag == _JUSTIFY:
            alignment = _ALIGNMENTS.get(child.get(_VAL, ""))
        elif tag == _INDENT:
            indent = _indent(child)
        elif tag == _NUMBERING:
            for part in child:
                if part.tag == _INSTANCE:
                    instance = part.get(_VAL)
                elif part.tag == _LEVEL:
                    level = _list_level(part.get(_VAL))
        elif tag == _OUTLINE:
            value = child.get(_VAL, "")
            outline = int(value) + 1 if value in _OUTLINES else None
    if outline is None and alignment is None and instance is None and level is None and indent is None:
        return style, _NOTHING
    return style, Look("", outline, instance, level, alignment=alignment, indent=indent)


def run_look(properties: etree._Element | None) -> Look:
    """What a `w:rPr` itself says; `name` is the id of its character style."""
    if properties is None:
        return _NOTHING
    found: dict[str, object] = {}
    for child in properties:
        name = _RUN.get(child.tag)
        if name is None:
            continue
        if name in _TOGGLES:
            found[name] = child.get(_VAL, "1") not in _OFF
        elif name == "size":
            size = child.get(_VAL, "")
            if size.replace(".", "", 1).isdigit():
                found[name] = float(size) / 2
        elif name == "font":
            font = child.get(_ASCII)
            if font:
                found[name] = font
        elif name == "underline":
            found[name] = child.get(_VAL, "single") not in ("none", "0")
        else:  # vertical position, character style
            found[name] = child.get(_VAL, "")
    return Look(**found) if found else _NOTHING  # type: ignore[arg-type]  # each value fits its slot


def _indent(element: etree._Element) -> float | None:
    left = element.get(_LEFT) or element.get(_START)
    first = element.get(_FIRST)
    return (_twips(left) or 0.0) + (_twips(first) or 0.0) if left or first else None


def _list_level(value: str | None) -> int | None:
    return min(int(value), 8) if value is not None and value.isdecimal() else None


def _twips(value: str | None) -> float | None:
    try:
        return float(value) / 20 if value else None
    except ValueError:
        return None


_NOTHING = Look()
_VAL, _STYLE, _JUSTIFY, _INDENT, _NUMBERING, _OUTLINE, _INSTANCE, _LEVEL, _LEFT, _START, _FIRST, _ASCII = (
    f"{W}{name}"
    for name in "val pStyle jc ind numPr outlineLvl numId ilvl left start firstLine ascii".split()
)
_OUTLINES = frozenset("012345678")
_OFF = frozenset(("0", "false", "off", "none"))
_RUN = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}vanish": "hidden",
    f"{W}smallCaps": "small_caps",
    f"{W}sz": "size",
    f"{W}u": "underline",
    f"{W}vertAlign": "vertical",
    f"{W}rStyle": "name",
    f"{W}rFonts": "font",
}
_TOGGLES = frozenset(("bold", "italic", "hidden", "small_caps"))
