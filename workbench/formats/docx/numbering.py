"""Automatic numbering as Word displays it.

A numbered paragraph holds only `w:numId` and `w:ilvl`; what the reader of a printed page sees ("Article 3",
"2.1", "б)") follows from the abstract numbering, the overrides of the instance and every numbered paragraph
before it (ISO 29500-1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from workbench.agreement.languages import UKRAINIAN_LETTERS
from workbench.agreement.numbering import lettered, roman
from workbench.agreement.numerals import words
from workbench.formats.docx.package import MC, W

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_LARGEST = 780  # Word counts with letters as far as this, and no list of a treaty goes beyond
_DASHES = ("-", "–", "—")  # bullets that are typed as a dash in other files
_PADDED = re.compile(r"0+1, 0+2")


@dataclass(slots=True)
class Level:
    """One level of a list: where it starts, how its number looks, what restarts it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart_after: int | None = None  # w:lvlRestart; None restarts after any higher level
    legal: bool = False
    indent: float | None = None
    style: str = ""  # the paragraph style that belongs to this level


@dataclass(slots=True)
class _Instance:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The numbering part of one file, counting as the document is read from top to bottom."""

    def __init__(
        self,
        part: etree._Element | None,
        list_of_style: Callable[[str], str | None] = lambda _style: None,
    ) -> None:
        """`list_of_style` tells which instance a numbering style names."""
        self._list_of_style = list_of_style
        # Word writes hundreds of levels that no paragraph uses, so each is read when first asked for.
        self._abstract: dict[str, etree._Element] = {}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._links: dict[str, str] = {}
        self._style_links: dict[str, str] = {}
        self._instances: dict[str, _Instance] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._seen: set[tuple[str, int]] = set()
        if part is not None:
            self._load(part)

    def level(self, instance: str, level: int) -> Level | None:
        """The definition of a level, or None where the file names a list it does not hold."""
        found = self._instances.get(instance)
        if found is None:
            return None
        if level in found.levels:
            return found.levels[level]
        abstract = self._resolve(found.abstract)
        if (abstract, level) not in self._levels:
            self._levels[abstract, level] = self._read(abstract, level)
        return self._levels[abstract, level]

    def next(self, instance: str, level: int) -> str | None:
        """Count one paragraph and return its number as displayed; "" for a bullet, None for no list."""
        definition = self.level(instance, level)
        found = self._instances.get(instance)
        if definition is None or found is None:
            return None
        counters = self._counters.setdefault(self._resolve(found.abstract), {})
        # An instance that overrides the start restarts the shared counter the first time it is used.
        # A level that restarts later begins at the override as well (17.9.26).
        if level in found.starts and (instance, level) not in self._seen:
            counters[level] = found.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = found.starts.get(level, definition.start)
        self._seen.add((instance, level))
        for lower in [n for n in counters if n > level]:
            below = self.level(instance, lower)
            after = below.restart_after if below else None
            if after is None or (after > 0 and level < after):
                del counters[lower]
        return self._display(instance, level, definition, counters)

    def _display(self, instance: str, level: int, definition: Level, counters: dict[int, int]) -> str:
        if definition.format == "bullet":
            return definition.text if definition.text in _DASHES else "•"
        shown = definition.text
        for upper in range(level + 1):
            sign = f"%{upper + 1}"
            if sign not in shown:
                continue
            above = self.level(instance, upper) or Level()
            value = counters.get(upper, above.start)
            # Legal numbering turns every level into figures (17.9.4); those that pad stay as they are.
            legal = definition.legal and above.format not in ("decimalZero", "none", "bullet")
            shown = shown.replace(sign, formatted(value, "decimal" if legal else above.format))
        return shown.strip()

    def level_of_style(self, instance: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style (17.9.23)."""
        found = self._instances.get(instance)
        if found is None:
            return None
        levels = ((n, self.level(instance, n)) for n in range(9))
        return next((n for n, level in levels if level is not None and level.style == style), None)

    def _read(self, abstract: str, level: int) -> Level | None:
        element = self._abstract.get(abstract)
        if element is None:
            return None
        return next(
            (_level(lvl) for lvl in element.iterfind(f"{W}lvl") if _number(lvl, "ilvl") == level), None
        )

    def _resolve(self, abstract: str) -> str:
        """Follow a numStyleLink to the abstract numbering that carries the levels."""
        link = self._links.get(abstract)
        if not link:
            return abstract
        if link in self._style_links:
            return self._style_links[link]
        named = self._instances.get(self._list_of_style(link) or "")
        return named.abstract if named is not None else abstract

    def _load(self, part: etree._Element) -> None:
        for abstract in part.iterfind(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._abstract[key] = abstract
            link = abstract.find(f"{W}numStyleLink")
            if link is not None:
                self._links[key] = link.get(f"{W}val", "")
            named = abstract.find(f"{W}styleLink")
            if named is not None:
                self._style_links[named.get(f"{W}val", "")] = key
        for num in part.iterfind(f"{W}num"):
            target = num.find(f"{W}abstractNumId")
            instance = _Instance(target.get(f"{W}val", "") if target is not None else "")
            for override in num.iterfind(f"{W}lvlOverride"):
                level = _number(override, "ilvl")
                start = override.find(f"{W}startOverride")
                if start is not None:
                    instance.starts[level] = _number(start, "val", 1)
                own = override.find(f"{W}lvl")
                if own is not None:
                    instance.levels[level] = _level(own)
            self._instances[num.get(f"{W}numId", "")] = instance


def formatted(value: int, style: str) -> str:
    """A counter in one of Word's number formats (ST_NumberFormat); decimal for those not used in treaties."""
    if (value < 1 or value > _LARGEST) and style not in ("decimal", "decimalZero", "none", "bullet"):
        return str(value)
    match style:
        case "upperRoman":
            return roman(value)
        case "lowerRoman":
            return roman(value).lower()
        case "upperLetter":
            return lettered(value, _LATIN).upper()
        case "lowerLetter":
            return lettered(value, _LATIN)
        case "russianLower":
            return lettered(value, _RUSSIAN)
        case "russianUpper":
            return lettered(value, _RUSSIAN).upper()
        case "ukrainianLower":
            return lettered(value, UKRAINIAN_LETTERS)
        case "ukrainianUpper":
            return lettered(value, UKRAINIAN_LETTERS).upper()
        case "decimalZero":
            return f"{value:02d}"
        case "none" | "bullet":
            return ""
        case "numberInDash":
            return f"- {value} -"
        case "decimalEnclosedParen":
            return f"({value})"
        case "decimalEnclosedFullstop":
            return f"{value}."
        case custom if _PADDED.match(custom):
            # "001, 002, 003, …": written out as an example, because Word knows no name for it
            return f"{value:0{len(custom.partition(',')[0])}d}"
        case "ordinal":
            return f"{value}{_ending(value)}"
        case "cardinalText":
            return words(value, "en").capitalize()
        case "ordinalText" if value <= len(_ORDINALS):
            return _ORDINALS[value - 1].capitalize()
        case _:
            return str(value)


def _ending(value: int) -> str:
    if 10 <= value % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _level(element: etree._Element) -> Level:
    level = Level()
    for child in element:
        tag, value = child.tag, child.get(_VAL)
        if tag == _START:
            level.start = _integer(value, 1)
        elif tag == _FORMAT:
            level.format = value or "decimal"
        elif tag == _TEXT:
            level.text = value or ""
        elif tag == _RESTART:
            level.restart_after = _integer(value, 0)
        elif tag == _LEGAL:
            level.legal = value not in ("0", "false", "off")
        elif tag == _STYLE:
            level.style = value or ""
        elif tag == _PROPERTIES:
            indent = child.find(_INDENT)
            left = indent.get(f"{W}left") or indent.get(f"{W}start") if indent is not None else None
            level.indent = _integer(left, 0) / 20 if left else None
        elif tag == f"{MC}AlternateContent":
            # A number format newer than the standard: the new one is an example of itself.
            custom = child.find(f"{MC}Choice/{_FORMAT}")
            if custom is not None:
                level.format = custom.get(f"{W}format") or "decimal"
    return level


def _number(element: etree._Element, name: str, default: int = 0) -> int:
    return _integer(element.get(f"{W}{name}"), default)


def _integer(value: str | None, default: int) -> int:
    try:
        return int(float(value)) if value is not None else default
    except ValueError:
        return default


_VAL, _START, _FORMAT, _TEXT, _RESTART, _LEGAL, _STYLE, _PROPERTIES, _INDENT = (
    f"{W}{name}" for name in "val start numFmt lvlText lvlRestart isLgl pStyle pPr ind".split()
)
