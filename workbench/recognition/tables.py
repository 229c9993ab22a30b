"""Tables of a source: which are tables, which are only layout, and the nodes of those that are.

Word files use tables for three things: figures, signatures side by side, and the whole text in a frame or in
two languages. Only the first stays a table; signatures are read by `closing`, a frame is dropped, and of a
text in two languages each column is a language version, read by itself (`versions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.source import SourceBlock
from workbench.agreement.text import Text, join
from workbench.agreement.tree import Kind
from workbench.recognition.language import detect
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node
from workbench.recognition.openings import opens_signature

TWO_LANGUAGES = FindingKind(
    "recognition.two-languages",
    Severity.INFO,
    "the text stands in two columns ({first} and {second}); each was read as a language version",
)
_LAYOUT_SHARE = 0.5
_LONG_CELL = 150  # signs on an average: a frame round text, not figures
_MOST_LANGUAGES = 4


def settle(
    passages: list[Passage], blocks: Sequence[SourceBlock] = ()
) -> tuple[list[Passage], list[Finding], dict[str, list[Passage]]]:
    """The passages with `cell` kept only where there is a real table, what was noticed, and the columns of
    other languages (by language) that stand beside the text; `blocks` tell of the empty cells."""
    _tell_rows(passages, blocks)
    findings: list[Finding] = []
    beside: dict[str, list[Passage]] = {}
    tables: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.cell:
            tables.setdefault(passage.cell[0], []).append(passage)
    enough = _LAYOUT_SHARE * sum(len(passage.plain) for passage in passages)
    spoken, parallel = _in_languages(tables, enough)
    if parallel:
        first = tables[parallel[0]][0]
        other = ", ".join(spoken[1:])
        findings.append(TWO_LANGUAGES.at(first.locator, first=spoken[0], second=other))
    dropped: set[int] = set()
    for number, inside in tables.items():
        columns = _columns(inside)
        if number in parallel:
            for column, language in zip(columns[1:], spoken[1:], strict=True):
                taken = [p for p in inside if p.cell and p.cell[2] == column]
                beside.setdefault(language, []).extend(taken)
                dropped.update(map(id, taken))
        lone = len(columns) < 2 and not _is_form(inside)
        if number in parallel or lone or _frames(inside, enough):
            for passage in inside:
                passage.cell = None
    return [passage for passage in passages if id(passage) not in dropped], findings, beside


def _tell_rows(passages: list[Passage], blocks: Sequence[SourceBlock]) -> None:
    """Tell each passage in a table of which columns its row consists."""
    rows: dict[tuple[int, int], set[int]] = {}
    for block in blocks:
        if block.cell:
            rows.setdefault(block.cell[:2], set()).add(block.cell[2])
    for passage in passages:
        if passage.cell:
            passage.row = tuple(sorted(rows.get(passage.cell[:2], ())))


def _is_form(inside: list[Passage]) -> bool:
    """Whether a table has but one column of words, with room to write beside it in each of several rows."""
    if opens_signature(inside[0].plain):
        return False
    rows = {passage.cell[1] for passage in inside if passage.cell}
    beside = all(passage.cell and passage.row[-1:] > passage.cell[2:] for passage in inside)
    return beside and len(rows) > 1 and not any(len(passage.plain) > _LONG_CELL for passage in inside)


def _frames(inside: list[Passage], enough: float) -> bool:
    """Whether a table is a frame round most of the text: its cells hold paragraphs, not figures and names."""
    signs = sum(len(passage.plain) for passage in inside)
    cells = {passage.cell for passage in inside}
    return signs > enough and signs > _LONG_CELL * len(cells)


def _in_languages(tables: dict[int, list[Passage]], enough: float) -> tuple[tuple[str, ...], list[int]]:
    """The languages of the columns, and the tables that hold most of the text in them.

    Programs that convert files begin a new table on every page: tables of the same languages count together.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for number, inside in tables.items():
        columns = _columns(inside)
        if 2 <= len(columns) <= _MOST_LANGUAGES:
            spoken = tuple(detect(_column(inside, column))[0] for column in columns)
            if len(set(spoken)) == len(spoken):
                alike.setdefault(spoken, []).append(number)
    for spoken, numbers in alike.items():
        if sum(len(p.plain) for number in numbers for p in tables[number]) > enough:
            return spoken, numbers
    return (), []


def _columns(inside: list[Passage]) -> list[int]:
    return sorted({passage.cell[2] for passage in inside if passage.cell})


def _column(inside: list[Passage], column: int) -> str:
    return "\n".join(p.plain for p in inside if p.cell and p.cell[2] == column)


def take(passages: list[Passage], index: int) -> list[Passage]:
    """The passages of the table that begins at `index`."""
    first = passages[index].cell
    if first is None:
        return []
    taken = []
    for passage in passages[index:]:
        if passage.cell is None or passage.cell[0] != first[0]:
            break
        taken.append(passage)
    return taken


def build(inside: list[Passage]) -> Node:
    """The table with its rows and cells; a cell of several paragraphs keeps them as lines.

    Empty cells are not among the passages; they are put back where cells of other columns stand beside them,
    for else these would slip to the left.
    """
    table = node(Kind.TABLE, inside[0], Text())
    width = _columns(inside)
    rows: dict[int, list[Passage]] = {}
    for passage in inside:
        if passage.cell:
            rows.setdefault(passage.cell[1], []).append(passage)
    for row in rows.values():
        line = table.add(node(Kind.ROW, row[0], Text()))
        filled = _columns(row)
        for column in sorted({*width, *row[0].row}):
            if column > filled[-1] and len(filled) == 1 and column not in row[0].row:
                break  # one cell may well reach over all columns
            cells = [passage for passage in row if passage.cell and passage.cell[2] == column]
            cell = line.add(node(Kind.CELL, (cells or row)[0], join([c.text for c in cells], "\n")))
            cell.last = (cells or row[:1])[-1].last
    return table


def columns(inside: list[Passage]) -> list[list[Passage]]:
    """The passages of a table column by column, as signatures side by side are read."""
    numbers = sorted({passage.cell[2] for passage in inside if passage.cell})
    return [[p for p in inside if p.cell and p.cell[2] == number] for number in numbers]
