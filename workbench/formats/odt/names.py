"""The namespaces of OpenDocument 1.3, and careful reading of its attributes."""

from __future__ import annotations

from lxml import etree

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, FO, TABLE, OFFICE, DRAW, META = (
    f"{{{_NS}{name}:1.0}}"
    for name in ("text", "style", "xsl-fo-compatible", "table", "office", "drawing", "meta")
)
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_POINTS = {"pt": 1.0, "cm": 28.3465, "mm": 2.83465, "in": 72.0, "pc": 12.0, "px": 0.75}


def whole(element: etree._Element, attribute: str, default: int, most: int = 10_000) -> int:
    """A whole number; the default where it is none, and never more than any real text has."""
    value = element.get(attribute) or ""
    return min(int(value[:9]), most) if value.isascii() and value.isdecimal() else default


def points(value: str | None) -> float | None:
    """A length in points; None for a share ("115%") or what is no length."""
    try:
        return float(value[:-2]) * _POINTS[value[-2:]] if value else None
    except (ValueError, KeyError):
        return None
