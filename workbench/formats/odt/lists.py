"""The numbers of lists and headings as LibreOffice shows them (OpenDocument 1.3, part 3, 5.3 and 16.31).

A list is a chain: a `text:list` that continues another counts on where that one stopped. Headings outside of
lists are counted by the outline of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from workbench.formats.docx.numbering import formatted
from workbench.formats.odt.names import STYLE, TEXT, XML, whole

OUTLINE = "Outline"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# The Cyrillic formats are written as an example: "а, б, .., аа, бб, ... (uk)".
_CYRILLIC = re.compile(r"([аА]), [бБ], .*\((\w\w)\)")
_PLACE = re.compile(r"%(\d)%")
_DASHES = ("-", "–", "—")


@dataclass(slots=True)
class Chain:
    """A list that is being counted: its style, and how far each level has come."""

    style: str
    counters: list[int] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)


class Lists:
    """The list styles of a file and the lists counted so far."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._by_id: dict[str, Chain] = {}
        self._last: dict[str, Chain] = {}
        for root in roots:
            for listed in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
                name = OUTLINE if listed.tag == f"{TEXT}outline-style" else listed.get(f"{STYLE}name", "")
                levels = {whole(level, f"{TEXT}level", 1): level for level in listed}
                self._levels.setdefault(name, levels)
        self._outline = Chain(OUTLINE)

    def chain(self, element: etree._Element, style: str) -> Chain:
        """The chain a top-level `text:list` of this style belongs to."""
        followed = element.get(f"{TEXT}continue-list")
        if followed in self._by_id:
            found = self._by_id[followed]
        elif element.get(f"{TEXT}continue-numbering") == "true" and style in self._last:
            found = self._last[style]
        else:
            found = Chain(style)
        self._last[style] = found
        key = element.get(f"{XML}id") or element.get(f"{TEXT}id")
        if key:
            self._by_id[key] = found
        return found

    def heading(self, level: int, start: int | None) -> str | None:
        """Count a heading by the outline of the file; None where its level is not numbered."""
        definition = self._levels.get(OUTLINE, {}).get(level)
        if definition is None or not definition.get(f"{STYLE}num-format"):
            return None
        return self.count(self._outline, OUTLINE, level, start)

    def count(self, chain: Chain, style: str, level: int, start: int | None = None) -> str | None:
        """Count one paragraph of a list; its number as displayed, "•" for a bullet."""
        levels = self._levels.get(style, {})
        definition = levels.get(level)
        counters = chain.counters
        del counters[level:]
        while len(counters) < level:
            counters.append(_start(levels.get(len(counters) + 1)) - 1)
        counters[level - 1] = start if start is not None else counters[level - 1] + 1
        if definition is None or definition.tag == f"{TEXT}list-level-style-image":
            return "•"
        if definition.tag == f"{TEXT}list-level-style-bullet":
            sign = definition.get(f"{TEXT}bullet-char", "")
            return sign if sign in _DASHES else "•"

        def part(upper: int) -> str:
            above = levels.get(upper, definition)
            form = _form(above.get(f"{STYLE}num-format", "1"))
            least = _start(levels.get(upper))
            return formatted(max(counters[upper - 1], least), form) if upper <= level else ""

        pattern = next((v for k, v in definition.attrib.items() if str(k).endswith("}num-list-format")), None)
        if pattern is not None:
            return _PLACE.sub(lambda found: part(int(found.group(1)) or 1), str(pattern)).strip() or None
        shown = min(whole(definition, f"{TEXT}display-levels", 1), level)
        parts = [part(upper) for upper in range(level - shown + 1, level + 1)]
        number = ".".join(one for one in parts if one)
        prefix, suffix = definition.get(f"{STYLE}num-prefix", ""), definition.get(f"{STYLE}num-suffix", "")
        return f"{prefix}{number}{suffix}".strip() or None

    def indent(self, style: str, level: int) -> str | None:
        """How far a level stands in, as the file writes it."""
        definition = self._levels.get(style, {}).get(level)
        for element in definition.iter() if definition is not None else ():
            for key, value in element.attrib.items():
                if str(key).endswith("}margin-left"):
                    return str(value)
        return None


def _start(level: etree._Element | None) -> int:
    return whole(level, f"{TEXT}start-value", 1) if level is not None else 1


def _form(written: str) -> str:
    """The name Word has for a number format."""
    cyrillic = _CYRILLIC.match(written)
    if cyrillic:
        case = "Upper" if cyrillic.group(1).isupper() else "Lower"
        return f"{'ukrainian' if cyrillic.group(2) == 'uk' else 'russian'}{case}"
    return _FORMATS.get(written, "decimal") if written else "none"
