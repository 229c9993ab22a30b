"""Words set with space between their letters, as old printers set headings: closed up again.

PDFium takes the space between such letters for the space between words: "A R T I C L E 1". What parts the
words is the wider gap.
"""

from __future__ import annotations

import re
from statistics import median

from workbench.formats.pdf.letters import Letters

_SPACED = re.compile(r"(?<!\S)\w[.,:;]?(?: +(?:[^\W_][.,:;]?|[.,:;–-])){3,}(?!\S)")
_FEWEST_LETTERS = 3  # a row of figures is a row of figures
_WIDER = 1.6  # times the usual gap, and it parts words


def closed_up(letters: Letters, words: str, first: int) -> str:
    """The words of a run that begins at letter `first`, those set letter by letter as words."""
    for found in reversed(list(_SPACED.finditer(words))):
        if sum(sign.isalpha() for sign in found.group()) >= _FEWEST_LETTERS:
            start = first + found.start()
            words = words[: found.start()] + _closed(letters, found.group(), start) + words[found.end() :]
    return words


def _closed(letters: Letters, run: str, start: int) -> str:
    gaps = {
        gap.span(): letters.box(start + gap.end()).left - letters.box(start + gap.start() - 1).right
        for gap in re.finditer(r" +", run)
    }
    usual = median(gaps.values())
    for (begin, end), wide in reversed(gaps.items()):
        run = run[:begin] + (" " if wide > _WIDER * max(usual, 0.5) else "") + run[end:]
    return run
