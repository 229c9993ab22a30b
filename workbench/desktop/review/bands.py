"""Which lines of a source became which part of the agreement: the bands beside the printed text.

A band has a colour for its family and always a word, and is hatched where recognition was in doubt, so that
it reads in grey as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from workbench.agreement.numbering import Number
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import (
    BASIC,
    GROUPING,
    PREAMBLE_KINDS,
    Agreement,
    Kind,
    Provision,
    ProvisionId,
)
from workbench.desktop.review.record import DOUBTFUL

Origins = Mapping[ProvisionId, tuple[int, int]]

_NAMES = {
    Kind.TITLE_LINE: QT_TRANSLATE_NOOP("Kinds", "Title"),
    Kind.PARTIES_CLAUSE: QT_TRANSLATE_NOOP("Kinds", "Parties clause"),
    Kind.RECITAL: QT_TRANSLATE_NOOP("Kinds", "Recital"),
    Kind.CITATION: QT_TRANSLATE_NOOP("Kinds", "Citation"),
    Kind.AGREEING_FORMULA: QT_TRANSLATE_NOOP("Kinds", "Agreeing formula"),
    Kind.PART: QT_TRANSLATE_NOOP("Kinds", "Part"),
    Kind.TITLE: QT_TRANSLATE_NOOP("Kinds", "Title of articles"),
    Kind.CHAPTER: QT_TRANSLATE_NOOP("Kinds", "Chapter"),
    Kind.SECTION: QT_TRANSLATE_NOOP("Kinds", "Section"),
    Kind.ARTICLE: QT_TRANSLATE_NOOP("Kinds", "Article"),
    Kind.PARAGRAPH: QT_TRANSLATE_NOOP("Kinds", "Paragraph"),
    Kind.SUBPARAGRAPH: QT_TRANSLATE_NOOP("Kinds", "Subparagraph"),
    Kind.POINT: QT_TRANSLATE_NOOP("Kinds", "Point"),
    Kind.CROSSHEADING: QT_TRANSLATE_NOOP("Kinds", "Crossheading"),
    Kind.TABLE: QT_TRANSLATE_NOOP("Kinds", "Table"),
    Kind.ROW: QT_TRANSLATE_NOOP("Kinds", "Row"),
    Kind.CELL: QT_TRANSLATE_NOOP("Kinds", "Cell"),
    Kind.TESTIMONIUM: QT_TRANSLATE_NOOP("Kinds", "Testimonium"),
    Kind.DONE_AT: QT_TRANSLATE_NOOP("Kinds", "Done-at clause"),
    Kind.SIGNATURE_BLOCK: QT_TRANSLATE_NOOP("Kinds", "Signatures"),
    Kind.SIGNATORY: QT_TRANSLATE_NOOP("Kinds", "Signatory"),
    Kind.ANNEX: QT_TRANSLATE_NOOP("Kinds", "Annex"),
}

CHANGEABLE = (
    Kind.TITLE_LINE,
    *(kind for kind in PREAMBLE_KINDS if kind is not Kind.CITATION),
    *BASIC,
    *(Kind.CROSSHEADING, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT),
    *(Kind.TESTIMONIUM, Kind.DONE_AT, Kind.SIGNATORY),
)
"""The kinds a person may give a unit in the review."""


@dataclass(frozen=True, slots=True)
class Band:
    """One line's band: `token` is a colour role, "" where the line became nothing."""

    token: str
    words: str
    doubtful: bool = False
    provision: ProvisionId | None = None


def kind_name(kind: Kind) -> str:
    """What a kind is called on the screen."""
    return QCoreApplication.translate("Kinds", str(_NAMES[kind]))


def band_token(kind: Kind) -> str:
    """The colour role of a kind's band."""
    if kind in (Kind.TITLE_LINE, Kind.CROSSHEADING, Kind.ANNEX, *GROUPING, *BASIC):
        return "band_heading"
    if kind in PREAMBLE_KINDS or kind in (
        Kind.TESTIMONIUM,
        Kind.DONE_AT,
        Kind.SIGNATURE_BLOCK,
        Kind.SIGNATORY,
    ):
        return "band_preamble"
    return "band_paragraph" if kind is Kind.PARAGRAPH else "band_point"


class Columns:
    """Which column of a source holds which language, where it prints several side by side.

    `names` are the languages of the trees in words, the main one first; `face` is the one looked at. Origins
    name blocks of the main column; in another one the same provision stands in the same row.
    """

    def __init__(self, source: SourceDocument, origins: Origins, names: Sequence[str], face: int) -> None:
        printed = any(block.column is not None for block in source.blocks)
        self._cells = [block.column if printed else block.cell for block in source.blocks]
        inside = [self._cells[at] for at, _ in origins.values() if 0 <= at < len(self._cells)]
        main = {cell[2] for cell in inside if cell is not None}
        first = min(main, default=0)
        others = sorted({cell[2] for cell in self._cells if cell is not None} - {first})
        self._column_names = dict(zip([first, *others], names, strict=False))
        self._shown = [first, *others][face] if face <= len(others) else first
        self._beside = self._paired(first) if self._shown != first else {}

    def other(self, index: int) -> str:
        """The language of a block that belongs to another column than the one looked at."""
        cell = self._cells[index]
        if cell is None or cell[2] == self._shown:
            return ""
        return self._column_names.get(cell[2], "")

    def origins(self, origins: Origins) -> Origins:
        """The origins in the column looked at."""
        if not self._beside:
            return origins
        paired = self._beside
        return {unit: (paired.get(a, a), paired.get(b, paired.get(a, b))) for unit, (a, b) in origins.items()}

    def _paired(self, main: int) -> dict[int, int]:
        """Block of the main column -> the block beside it: in the same row, at the same place in its cell."""
        inside: dict[tuple[int, int, int], list[int]] = {}
        for index, cell in enumerate(self._cells):
            if cell is not None:
                inside.setdefault(cell, []).append(index)
        paired = {}
        for (table, row, column), here in inside.items():
            there = inside.get((table, row, self._shown), [])
            if column == main and there:
                paired.update({block: there[min(at, len(there) - 1)] for at, block in enumerate(here)})
        return paired


class Bands(Sequence[Band]):
    """One band per block of the source; the innermost provision made of a block names it.

    Only what is in sight is ever asked for, so a band is made when it is looked at.
    """

    def __init__(
        self,
        source: SourceDocument,
        agreement: Agreement,
        origins: Origins,
        numbers: Mapping[ProvisionId, Number],
        columns: Columns | None = None,
    ) -> None:
        self._source, self._numbers = source, numbers
        self._columns = columns
        origins = self._origins = columns.origins(origins) if columns is not None else origins
        self._owners: list[Provision | None] = [None] * len(source.blocks)
        last = len(source.blocks) - 1
        for provision in agreement.walk():
            origin = origins.get(provision.id)
            if origin is not None:
                begin, end = max(0, origin[0]), min(origin[1], last) + 1
                self._owners[begin:end] = [provision] * max(0, end - begin)

    def __len__(self) -> int:
        """As many as the source has blocks."""
        return len(self._owners)

    @overload
    def __getitem__(self, index: int) -> Band: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Band]: ...
    def __getitem__(self, index: int | slice) -> Band | Sequence[Band]:
        """The band of a block."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        provision = self._owners[index]
        beside = self._columns.other(index) if self._columns is not None else ""
        if beside:
            return Band("", beside)
        blank = not self._source.blocks[index].text.plain.strip()
        if provision is None or (blank and not self._source.blocks[index].number):
            return Band("", "" if blank else QCoreApplication.translate("Kinds", "left out"))
        first = self._origins[provision.id][0]
        index = index if index >= 0 else index + len(self)
        return _band(provision, self._numbers.get(provision.id), first=index == first)


def _band(provision: Provision, number: Number | None, *, first: bool) -> Band:
    doubtful = provision.confidence < DOUBTFUL
    token = band_token(provision.kind)
    words = kind_name(Kind.ROW if provision.kind is Kind.CELL else provision.kind)
    if not first and provision.kind in BASIC:
        words = QCoreApplication.translate("Kinds", "Heading")
    elif not first:
        words = ""
    elif number is not None and number.number:
        words = f"{words} {number.number}"
    elif number is not None and provision.kind is Kind.RECITAL:
        words = f"{words} {_digits(number.label)}"
    return Band(token, f"{words}?" if doubtful and words else words, doubtful, provision.id)


def _digits(label: str) -> str:
    """The number in a label that was not printed: "3" of "Recital 3"."""
    return "".join(char for char in label if char.isdigit())
