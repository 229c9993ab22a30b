"""The styles of an OpenDocument text, each property found on the style itself or on those it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lxml import etree

from workbench.agreement.text import Style
from workbench.formats.odt.names import FO, OFFICE, STYLE, TEXT

_ITS_OWN = 20  # ancestors of a style; a file with more has a ring among them


class Styles:
    """The styles of a file; automatic ones of the content win over common ones of the same name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles.setdefault(style.get(f"{STYLE}name", ""), style)
        self.value = cache(self._value)
        self.emphasis = cache(self._emphasis)

    def attribute(self, style: str, name: str) -> str | None:
        """An attribute of a style or of the nearest ancestor that has it; "" stands for "none at all"."""
        for element in self._line(style):
            found = element.get(name)
            if found is not None:
                return found
        return None

    def display_name(self, style: str) -> str:
        """The name a person knows: an automatic style ("P12") says nothing, what it stands on does."""
        name = style
        for element in self._line(style):
            name = element.get(f"{STYLE}display-name") or element.get(f"{STYLE}name") or ""
            above = element.getparent()
            if above is None or above.tag != f"{OFFICE}automatic-styles":
                break
        return name

    def hidden(self, style: str) -> bool:
        """Whether text of this style is not shown."""
        return self.value(style, "text-properties", f"{TEXT}display") == "none"

    def _value(self, style: str, group: str, attribute: str) -> str | None:
        """One property of a style or of the nearest ancestor that sets it."""
        for element in self._line(style):
            properties = element.find(f"{STYLE}{group}")
            found = properties.get(attribute) if properties is not None else None
            if found:
                return found
        return None

    def _emphasis(self, style: str) -> tuple[Style, ...]:
        """The emphasis of words in a character style."""
        if style not in self._styles:
            return ()
        found = []
        if self.bold(style):
            found.append(Style.BOLD)
        if self.italic(style):
            found.append(Style.ITALIC)
        if (self.value(style, "text-properties", f"{STYLE}text-underline-style") or "none") != "none":
            found.append(Style.UNDERLINE)
        if self.value(style, "text-properties", f"{FO}font-variant") == "small-caps":
            found.append(Style.SMALL_CAPS)
        position = self.value(style, "text-properties", f"{STYLE}text-position") or ""
        if position.startswith("super"):
            found.append(Style.SUPERSCRIPT)
        elif position.startswith("sub"):
            found.append(Style.SUBSCRIPT)
        return tuple(found)

    def bold(self, style: str) -> bool:
        """Whether a style is bold."""
        return self.value(style, "text-properties", f"{FO}font-weight") in (
            "bold",
            "600",
            "700",
            "800",
            "900",
        )

    def italic(self, style: str) -> bool:
        """Whether a style is italic."""
        return self.value(style, "text-properties", f"{FO}font-style") in ("italic", "oblique")

    def _line(self, style: str) -> Iterable[etree._Element]:
        for _ in range(_ITS_OWN):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = element.get(f"{STYLE}parent-style-name", "")
