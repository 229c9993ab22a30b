"""A passage is one paragraph of the source, whatever lines it was broken into: what all the room works on.

`joining` makes passages from the lines of a file; a line break inside one is never seen again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from workbench.agreement.source import Alignment, SourceBlock
from workbench.agreement.text import Text
from workbench.recognition import labels

ENDS = ".;:!?"
_HEADING_STYLES = frozenset({"crossheading", "subheading"})
_TEXT_STYLES = frozenset({"paragraph", "subparagraph", "point", "recital", "preamble"})
_TRAILING = re.compile(r"[\"”»“'’)\]\s]+$")
_RESIDUE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b\x0e-\x1f]")


class Unread(Enum):
    """Says that nobody has looked for a label yet."""

    UNREAD = "unread"


UNREAD = Unread.UNREAD


@dataclass(slots=True)
class Passage:
    """One paragraph: its text, the blocks it was made from, and how it is set.

    `row` are the columns of its row in a table, those of empty cells too. `gap` is the space before it;
    `lines` how many physical lines it took; `joined` the doubt in joining them (the least certain break
    inside, 1.0 when there was none).
    """

    text: Text
    first: int
    last: int
    page: int
    line: int
    gap: float = 0.0
    lines: int = 1
    joined: float = 1.0
    block: SourceBlock | None = None
    label: labels.Label | Unread | None = Unread.UNREAD
    cell: tuple[int, int, int] | None = None
    row: tuple[int, ...] = ()

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain

    @property
    def number(self) -> str | None:
        """The automatic number of a Word paragraph."""
        return self.block.number if self.block else None

    @property
    def bold(self) -> bool:
        """Whether all of it is set in bold."""
        return bool(self.block and self.block.bold)

    @property
    def centred(self) -> bool:
        """Whether it is centred."""
        return bool(self.block and self.block.alignment is Alignment.CENTRE)

    @property
    def outline(self) -> int | None:
        """The heading level its style declares."""
        return self.block.outline if self.block else None

    @property
    def styled(self) -> bool | None:
        """What its style says by its name: a heading, or words of the text; None where it says neither."""
        name = self.block.style.casefold() if self.block else ""
        return True if name in _HEADING_STYLES else False if name in _TEXT_STYLES else None

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals."""
        return self.plain.isupper()

    @property
    def ends_sentence(self) -> bool:
        """Whether its last sign ends a sentence or a member of a list."""
        return ends(self.plain)

    @property
    def locator(self) -> str:
        """Where a person finds it."""
        return f"page {self.page}, line {self.line}"


def ends(text: str) -> bool:
    """Whether the words end a sentence or a member of a list, quotes and brackets aside."""
    if text[-1:].isalnum() or text[-1:] in ENDS:
        return text[-1:] in ENDS and bool(text)
    stripped = _TRAILING.sub("", text)
    return stripped[-1:] in ENDS and bool(stripped)


def clean(text: Text) -> Text:
    """Without invisible signs and outer white space."""
    for found in reversed(list(_RESIDUE.finditer(text.plain))):
        text = text.replace(found.start(), found.end(), "")
    return text.stripped() if text.plain != text.plain.strip() else text
