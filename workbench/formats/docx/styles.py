"""What a paragraph looks like in Word: its own properties over those of its style and its ancestors."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Look:
    """Resolved properties of a paragraph or run; None where nothing says. Sizes and indents in points."""

    name: str = ""
    outline: int | None = None
    list_instance: str | None = None
    list_level: int | None = None
    alignment: Alignment | None = None
    indent: float | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None

    def over(self, base: Look) -> Look:
        """This look where it says something, else that of `base`."""
        if self is _NOTHING:
            return base
        if base is _NOTHING:
            return self
        return Look(
            self.name or base.name,
            *(
                getattr(self, slot) if getattr(self, slot) is not None else getattr(base, slot)
                for slot in Look.__slots__[1:]
            ),
        )


@dataclass(slots=True)
class Styles:
    """The style part of one file, resolved on demand."""

    part: etree._Element | None
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)
    _default: str = ""
    _base: Look = Look()

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
        own = properties.find(f"{W}pStyle") if properties is not None else None
        base = self.style(own.get(f"{W}val", "") if own is not None else self._default)
        return paragraph_look(properties).over(base)

    def run(self, properties: etree._Element | None) -> Look:
        """What the run's own properties and character style say; nothing where they are silent."""
        if properties is None:
            return _NOTHING
        own = properties.find(f"{W}rStyle")
        look = run_look(properties)
        return look.over(self._resolve(own.get(f"{W}val", ""), ())) if own is not None else look

    def style(self, key: str) -> Look:
        """The resolved look of a paragraph style, document defaults included."""
        if key not in self._looks:
            self._looks[key] = self._resolve(key, ()).over(self._base)
        return self._looks[key]

    def _resolve(self, key: str, seen: tuple[str, ...]) -> Look:
        element = self._elements.get(key)
        if element is None or key in seen:  # a style based on itself is a damaged file, not a loop
            return _NOTHING
        name = element.find(f"{W}name")
        own = paragraph_look(element.find(f"{W}pPr")).over(run_look(element.find(f"{W}rPr")))
        own = Look(name.get(f"{W}val", "") if name is not None else key).over(own)
        parent = element.find(f"{W}basedOn")
        if parent is None:
            return own
        return own.over(self._resolve(parent.get(f"{W}val", ""), (*seen, key)))


def paragraph_look(properties: etree._Element | None) -> Look:
    """What a `w:pPr` itself says."""
    if properties is None:
        return _NOTHING
    outline = _value(properties, "outlineLvl")
    alignment = _value(properties, "jc")
    numbering = properties.find(f"{W}numPr")
    indent = properties.find(f"{W}ind")
    left = indent.get(f"{W}left") or indent.get(f"{W}start") if indent is not None else None
    first = indent.get(f"{W}firstLine") if indent is not None else None
    return Look(
        outline=int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else None,
        list_instance=_value(numbering, "numId") if numbering is not None else None,
        list_level=_level(numbering),
        alignment=_ALIGNMENTS.get(alignment) if alignment else None,
        indent=(_twips(left) or 0.0) + (_twips(first) or 0.0) if left or first else None,
    )


def run_look(properties: etree._Element | None) -> Look:
    """What a `w:rPr` itself says."""
    if properties is None:
        return _NOTHING
    size = _value(properties, "sz")
    return Look(
        size=float(size) / 2 if size and size.replace(".", "", 1).isdigit() else None,
        bold=_toggle(properties, "b"),
        italic=_toggle(properties, "i"),
        hidden=_toggle(properties, "vanish"),
    )


def _level(numbering: etree._Element | None) -> int | None:
    value = _value(numbering, "ilvl") if numbering is not None else None
    if value is not None and value.isdigit():
        return min(int(value), 8)
    return None


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _toggle(properties: etree._Element, name: str) -> bool | None:
    child = properties.find(f"{W}{name}")
    if child is None:
        return None
    return child.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _twips(value: str | None) -> float | None:
    try:
        return float(value) / 20 if value else None
    except ValueError:
        return None


_NOTHING = Look()
