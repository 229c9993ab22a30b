"""How much of a printed agreement came back: its heads, its paragraphs and its notes, counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.formats.pdf.prints import Print
from workbench.agreement.text import Footnote
from workbench.agreement.tree import Agreement, Kind, Provision

_NUMBER = re.compile(r"^(?:\d{1,2}\. |\(?[a-dа-г]\) )")
_HEADS = (Kind.ARTICLE, Kind.SECTION, Kind.CHAPTER, Kind.PART, Kind.TITLE, Kind.CROSSHEADING)
_UNITS = (
    Kind.PARAGRAPH,
    Kind.SUBPARAGRAPH,
    Kind.POINT,
    Kind.RECITAL,
    Kind.CITATION,
    Kind.ARTICLE,
    Kind.SECTION,
    Kind.ANNEX,
)
Bag = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Found:
    """What was printed and what was read, as bags of things that can be told apart."""

    printed: Bag
    read: Bag

    @property
    def right(self) -> int:
        """How many of the things read were printed."""
        return (self.printed & self.read).total()

    @property
    def wrong(self) -> list[str]:
        """What is missing (-) and what was never printed (+)."""
        missing, extra = self.printed - self.read, self.read - self.printed
        return [f"- {' … '.join(one)}" for one in missing] + [f"+ {' … '.join(one)}" for one in extra]


def heads(printed: Print, read: Agreement) -> Found:
    """Articles with their headings, of the body and the annexes."""
    wanted = Counter(
        (clause.label.casefold(), clause.heading.casefold())
        for clause in (*printed.articles, *printed.annex_articles)
    )
    got: Bag = Counter()
    for unit in _walk(read.body, read.annexes):
        if unit.kind in _HEADS:
            heading = unit.heading.plain or (unit.text.plain if unit.kind is Kind.CROSSHEADING else "")
            got[(unit.printed or "").casefold(), " ".join(heading.split()).casefold()] += 1
    return Found(wanted, got)


def units(printed: Print, read: Agreement) -> Found:
    """Recitals, paragraphs and points, told by their first and last words: both ends must be right."""
    walked = _walk(read.preamble, read.body, read.annexes)
    got = Counter(_ends(unit.text.plain) for unit in walked if unit.kind in _UNITS and unit.text.plain)
    return Found(Counter(_ends(words) for words in printed.units()), got)


def notes(read: Agreement) -> list[str]:
    """The footnotes of an agreement."""
    return [
        note.text
        for unit in _walk(read.title, read.preamble, read.body, read.closing, read.annexes)
        for text in (unit.heading, unit.text, unit.wrap_up)
        for _, _, note in text.of(Footnote)
    ]


def _ends(words: str) -> tuple[str, str]:
    plain = _NUMBER.sub("", " ".join(words.split())).rstrip(" ;.,:")
    return plain[:40], plain[-25:]


def _walk(*zones: tuple[Provision, ...]) -> Iterator[Provision]:
    for zone in zones:
        for top in zone:
            yield from top.walk()
