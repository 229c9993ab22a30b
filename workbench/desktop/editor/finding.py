"""Find and replace over the lines of the page: where words stand, and the tree with others in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.tree import Agreement
from workbench.desktop.editor.keystrokes import put
from workbench.desktop.editor.lines import Line, Part, Place


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the words stand: line index and [start, end) in its wording."""

    line: int
    start: int
    end: int

    def place(self, lines: Sequence[Line]) -> Place:
        """The place of its first character."""
        line = lines[self.line]
        return Place(line.provision.id, line.part, self.start)


def matches(lines: Sequence[Line], words: str) -> list[Match]:
    """Every place, whatever its case; a space finds any space, a dash or quote its like."""
    if not words.strip():
        return []
    pattern = re.compile(_loose(words), re.IGNORECASE)
    return [
        Match(index, found.start(), found.end())
        for index, line in enumerate(lines)
        if line.part is not Part.TABLE
        for found in pattern.finditer(line.text.plain)
    ]


def replaced(agreement: Agreement, lines: Sequence[Line], found: Sequence[Match], words: str) -> Agreement:
    """The agreement with `words` in each of these places."""
    texts = {index: lines[index].text for index in {match.line for match in found}}
    for match in sorted(found, key=lambda m: (m.line, m.start), reverse=True):
        texts[match.line] = texts[match.line].replace(match.start, match.end, words)
    for index, text in texts.items():
        agreement = put(agreement, lines[index].provision.id, lines[index].part, text)
    return agreement


_ALIKE = {"-": "[-\u2010\u2011\u2013\u2014]", '"': '["“”„«»]', "'": "['‘’ʼ]", " ": r"\s+"}


def _loose(words: str) -> str:
    return "".join(_ALIKE.get(char, re.escape(char)) for char in re.sub(r"\s+", " ", words))
