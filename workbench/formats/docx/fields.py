"""Fields of a Word file: what they show, and whether the present place is their code.

A complex field is a row of runs: begin, code, separate, result, end (ISO 29500-1, 17.16.18). It may run over
several paragraphs, as a table of contents does, and fields stand inside the code and the result of others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from workbench.formats.docx.field_numbers import FieldNumbers
from workbench.formats.docx.package import W

_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list)
    result: bool = False
    filled: bool = False
    contents: bool = False
    shown: str = ""


@dataclass(slots=True)
class Fields:
    """The fields open at the present place of the reading.

    `heeded` is False when a file is read a second time, because its fields never end.
    """

    heeded: bool = True
    stack: list[_Open] = field(default_factory=list)
    numbers: FieldNumbers = field(default_factory=FieldNumbers)
    _codes: int = 0
    _contents: int = 0

    @property
    def in_code(self) -> bool:
        """Whether what stands here is the code of a field and not shown."""
        return self._codes > 0

    @property
    def in_contents(self) -> bool:
        """Whether what stands here is a table of contents."""
        return self._contents > 0

    def code(self, words: str) -> None:
        """A piece of the code of the innermost field."""
        if self.stack and not self.stack[-1].result:
            self.stack[-1].code.append(words)

    def filled(self) -> None:
        """Words are shown as the result of the innermost field."""
        self.stack[-1].filled = True

    def mark(self, element: etree._Element) -> str:
        """A `w:fldChar`; returns what a field without result shows at its end."""
        if not self.heeded:
            return ""
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.stack.append(_Open(shown=_form_field(element)))
                self._codes += 1
            case "separate" if self.stack and not self.stack[-1].result:
                parted = self.stack[-1]
                parted.result = True
                parted.contents = bool(_CONTENTS.match("".join(parted.code)))
                self._codes -= 1
                self._contents += parted.contents
            case "end" if self.stack:
                ended = self.stack.pop()
                self._contents -= ended.contents
                button = None
                if not ended.result:
                    self._codes -= 1
                    button = _BUTTON.match("".join(ended.code))
                if not ended.filled and not self.in_code:
                    counted = self.numbers.shown("".join(ended.code))
                    return button.group(1).strip() if button else counted or ended.shown
            case _:
                pass
        return ""


def _form_field(element: etree._Element) -> str:
    """What a form field shows by itself: the box of a check box, the chosen entry of a list."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        state = checked if checked is not None else box.find(f"{W}default")
        return "☒" if state is not None and state.get(f"{W}val", "1") not in ("0", "false", "off") else "☐"
    choice = element.find(f"{W}ffData/{W}ddList")
    if choice is not None:
        entries = [entry.get(f"{W}val", "") for entry in choice.iterfind(f"{W}listEntry")]
        chosen = choice.find(f"{W}result")
        index = chosen.get(f"{W}val", "0") if chosen is not None else "0"
        if index.isdecimal() and int(index) < len(entries):
            return entries[int(index)]
    return ""
