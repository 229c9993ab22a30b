"""Tables of a source: which are tables, which are only layout, and the nodes of those that are.

Word files use tables for three things: figures, signatures side by side, and the whole text in a frame or in
two languages. Only the first stays a table; signatures are read by `closing`, a frame is dropped, and of a
text in two languages each column is a language version, read by itself (`versions`).
"""

from __future__ import annotations

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import Text, join
from workbench.agreement.tree import Kind
from workbench.recognition.language import detect
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node

TWO_LANGUAGES = FindingKind(
    "recognition.two-languages",
    Severity.INFO,
    "the text stands in two columns ({first} and {second}); each was read as a language version",
)
_LAYOUT_SHARE = 0.5


def settle(passages: list[Passage]) -> tuple[list[Passage], list[Finding], dict[str, list[Passage]]]:
    """The passages with `cell` kept only where there is a real table, what was noticed, and the columns of
    other languages (by language) that stand beside the text."""
    findings: list[Finding] = []
    beside: dict[str, list[Passage]] = {}
    kept = passages
    for table in sorted({passage.cell[0] for passage in passages if passage.cell}):
        inside = [passage for passage in passages if passage.cell and passage.cell[0] == table]
        columns = sorted({passage.cell[2] for passage in inside if passage.cell})
        large = sum(len(p.plain) for p in inside) > _LAYOUT_SHARE * sum(len(p.plain) for p in passages)
        if len(columns) == 2 and large:
            texts = [_column(inside, column) for column in columns]
            spoken = [detect(text)[0] for text in texts]
            if spoken[0] != spoken[1]:
                dropped = {id(p) for p in inside if p.cell and p.cell[2] == columns[1]}
                beside.setdefault(spoken[1], []).extend(p for p in kept if id(p) in dropped)
                kept = [passage for passage in kept if id(passage) not in dropped]
                findings.append(TWO_LANGUAGES.at(inside[0].locator, first=spoken[0], second=spoken[1]))
        if large or len(columns) < 2:
            for passage in inside:
                passage.cell = None
    return kept, findings, beside


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
    """The table with its rows and cells; a cell of several paragraphs keeps them as lines."""
    table = node(Kind.TABLE, inside[0], Text())
    rows: dict[int, list[Passage]] = {}
    for passage in inside:
        if passage.cell:
            rows.setdefault(passage.cell[1], []).append(passage)
    for row in rows.values():
        line = table.add(node(Kind.ROW, row[0], Text()))
        for column in sorted({passage.cell[2] for passage in row if passage.cell}):
            cells = [passage for passage in row if passage.cell and passage.cell[2] == column]
            cell = line.add(node(Kind.CELL, cells[0], join([c.text for c in cells], "\n")))
            cell.last = cells[-1].last
    return table


def columns(inside: list[Passage]) -> list[list[Passage]]:
    """The passages of a table column by column, as signatures side by side are read."""
    numbers = sorted({passage.cell[2] for passage in inside if passage.cell})
    return [[p for p in inside if p.cell and p.cell[2] == number] for number in numbers]
