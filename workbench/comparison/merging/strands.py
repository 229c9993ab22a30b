"""Whose every stretch of the merged words is: what the window paints in the colours of the delegations."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from workbench.agreement.text import Text
from workbench.agreement.tree import ProvisionId
from workbench.comparison.merging.regions import JOINT

FIELDS = ("heading", "text", "wrap_up")
"""The wordings of a provision, by the names of its fields."""


class Origin(StrEnum):
    """Who a stretch of words, or what was done to a provision, comes from."""

    KEPT = "kept"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    DISPUTED = "disputed"


class Strand(Struct, frozen=True):
    """A stretch of merged words, what stood there in the base ("" for nothing), and whose it is."""

    origin: Origin
    before: Text
    text: Text


class Hands(Struct, frozen=True):
    """Who did what to the text, apart from what the strands of its words say.

    `words` are the strands of every wording that changed, by provision and field; `born` and `moved` name
    provisions of the merged text, `gone` those of the base. `bases` gives the base's provision for each of
    the merged text that has one.
    """

    words: dict[ProvisionId, dict[str, tuple[Strand, ...]]] = {}
    born: dict[ProvisionId, Origin] = {}
    moved: dict[ProvisionId, Origin] = {}
    gone: dict[ProvisionId, Origin] = {}
    bases: dict[ProvisionId, ProvisionId] = {}


def cut_strands(strands: Iterable[Strand]) -> list[tuple[Strand, ...]]:
    """Strands of several paragraphs in one, paragraph by paragraph."""
    rows: list[list[Strand]] = [[]]
    for strand in strands:
        before, text = strand.before, strand.text
        while (at := text.plain.find(JOINT)) >= 0:
            head = text.slice(0, at)
            mine = head if strand.origin is Origin.KEPT else _paragraph(before)
            rows[-1].append(Strand(strand.origin, mine, head))
            before, text = before.slice(len(mine) + 1, len(before)), text.slice(at + 1, len(text))
            rows.append([])
        rest = text if strand.origin is Origin.KEPT else before
        if text or rest:
            rows[-1].append(Strand(strand.origin, _spaced(rest), text))
    return [tuple(row) for row in rows]


def _paragraph(text: Text) -> Text:
    at = text.plain.find(JOINT)
    return text if at < 0 else text.slice(0, at)


def _spaced(text: Text) -> Text:
    """A paragraph end that was taken out, as the space it became."""
    while (at := text.plain.find(JOINT)) >= 0:
        text = text.replace(at, at + 1, " ")
    return text
