"""Numbers that a field counts and no file stores: AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM.

They are older than lists, and texts that went from version to version still hold them (ISO 29500-1, 17.16.5).
A paragraph has one number of the AUTONUM kind at most; LISTNUM counts wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbench.formats.docx.numbering import formatted

_CODE = re.compile(r"\s*(AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b(.*)", re.IGNORECASE | re.DOTALL)
_LIST = re.compile(r"\s*\"?([^\\\"\s]+)")
_SWITCH = re.compile(r"\\([ls])\s*(\d{1,3})", re.IGNORECASE)
_OUTLINE = (
    ("upperRoman", "{}."),
    ("upperLetter", "{}."),
    ("decimal", "{}."),
    ("lowerLetter", "{})"),
    ("decimal", "({})"),
    ("lowerLetter", "({})"),
    ("lowerRoman", "({})"),
    ("lowerLetter", "({})"),
    ("lowerRoman", "({})"),
)
_PLAIN = (
    ("decimal", "{})"),
    ("lowerLetter", "{})"),
    ("lowerRoman", "{})"),
    ("decimal", "({})"),
    ("lowerLetter", "({})"),
    ("lowerRoman", "({})"),
    ("decimal", "{}."),
    ("lowerLetter", "{}."),
    ("lowerRoman", "{}."),
)


@dataclass(slots=True)
class FieldNumbers:
    """What the fields of a file have counted so far. `level` is that of the present paragraph, from 1."""

    level: int = 1
    _counters: dict[str, list[int]] = field(default_factory=dict)

    def shown(self, code: str) -> str:
        """What a field with this code shows; "" where it counts nothing."""
        found = _CODE.match(code)
        if found is None:
            return ""
        kind, rest = found.group(1).upper(), found.group(2)
        if kind == "LISTNUM":
            return self._of_list(rest)
        numbers = self._count(kind, self.level)
        if kind == "AUTONUMLGL":
            return ".".join(map(str, numbers)) + ("" if r"\e" in rest.casefold() else ".")
        form, pattern = _OUTLINE[self.level - 1] if kind == "AUTONUMOUT" else ("decimal", "{}.")
        return pattern.format(formatted(numbers[-1], form))

    def _of_list(self, rest: str) -> str:
        named = _LIST.match(rest)
        name = named.group(1).casefold() if named else "numberdefault"
        switches = {letter.casefold(): int(value) for letter, value in _SWITCH.findall(rest)}
        level = min(max(switches.get("l", 1), 1), 9)
        numbers = self._count(name, level, switches.get("s"))
        if name == "legaldefault":
            return ".".join(map(str, numbers)) + "."
        form, pattern = (_OUTLINE if name == "outlinedefault" else _PLAIN)[level - 1]
        return pattern.format(formatted(numbers[-1], form))

    def _count(self, name: str, level: int, start: int | None = None) -> list[int]:
        counters = self._counters.setdefault(name, [])
        del counters[level:]
        while len(counters) < level:
            counters.append(0 if len(counters) == level - 1 else 1)
        counters[-1] = counters[-1] + 1 if start is None else start
        return counters
