"""Tables on printed pages: by the rules round their cells, or by three columns and more that stand in line.

A table stands among the lines of a page as one `Line` that carries its cells. What looks like a table and is
the text itself, in two languages side by side or in a frame, stays lines: `columns` puts those in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from statistics import median

from workbench.formats.pdf.page import SOFT_HYPHEN, Cell, Line, Sheet, Table, grouped, rows
from workbench.formats.pdf.rules import Grid, banded, grids
from workbench.recognition.language import detect

_MOST_OF_TEXT = 0.5  # a frame round more than this is no table
_FEWEST_FILLED = 4  # cells
_FILLED_SHARE = 0.4
_WORDS_TO_TELL = 25  # in a column, to tell its language
_FEWEST_ROWS = 3  # of a table without rules
_FEWEST_COLUMNS = 3
_IN_LINE = 3.0  # points by which the cells of a column may be out of line
_PROSE = 0.4  # of the cells begin with a small letter where columns are columns of text
_PARAGRAPH = 1.5  # times the line distance: a new paragraph within a cell
_LEADER = re.compile(r"(?:\. ?){4,}|…|_{3,}")
_PAGE = re.compile(r"\d{1,3}$")


def with_ruled_tables(sheets: list[Sheet]) -> list[Sheet]:
    """The pages with each table that has rules as one line among the others.

    Line numbers may still be there: those of a draft stand outside its tables, those of a table inside it.
    """
    whole = sum(len(piece.text) for sheet in sheets for piece in sheet.pieces)
    return [_ruled(sheet, whole) for sheet in sheets]


def with_aligned_tables(sheets: list[Sheet]) -> list[Sheet]:
    """The pages with each table that has no rules as one line; line numbers must be gone already."""
    whole = sum(len(piece.text) for sheet in sheets for piece in sheet.pieces)
    return [_aligned_rows(sheet, whole) for sheet in sheets]


def _ruled(sheet: Sheet, whole: int) -> Sheet:
    pieces = list(sheet.pieces)
    for grid in grids(sheet.rules):
        inside = [piece for piece in pieces if _lies_in(piece, grid)]
        table = _of_grid(grid, inside)
        if table is not None and _is_table(table, inside, whole):
            pieces = [piece for piece in pieces if piece not in inside]
            pieces.append(_as_line(table, inside))
    return replace(sheet, pieces=pieces)


def _lies_in(piece: Line, grid: Grid) -> bool:
    middle, height = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
    return grid.across[0] < middle < grid.across[-1] and grid.down[0] < height < grid.down[-1]


def _of_grid(grid: Grid, pieces: list[Line]) -> Table | None:
    """The cells of a grid: squares that no rule parts are one cell."""
    columns, height = len(grid.across) - 1, len(grid.down) - 1
    joined = {(row, column): (row, column) for row in range(height) for column in range(columns)}

    def first_of(square: tuple[int, int]) -> tuple[int, int]:
        while joined[square] != square:
            square = joined[square]
        return square

    for row, column in list(joined):
        across = (grid.across[column] + grid.across[column + 1]) / 2
        down = (grid.down[row] + grid.down[row + 1]) / 2
        if column + 1 < columns and not grid.parts(level=False, at=grid.across[column + 1], middle=down):
            joined[first_of((row, column + 1))] = first_of((row, column))
        if row + 1 < height and not grid.parts(level=True, at=grid.down[row + 1], middle=across):
            joined[first_of((row + 1, column))] = first_of((row, column))
    held: dict[tuple[int, int], list[Line]] = {}
    for piece in pieces:
        column = _between(grid.across, (piece.left + piece.right) / 2)
        row = _between(grid.down, (piece.top + piece.bottom) / 2)
        held.setdefault(first_of((row, column)), []).append(piece)
    cells = [Cell(row, column, _words(inside)) for (row, column), inside in sorted(held.items())]
    filled = {first_of(square) for square in joined}
    if len(cells) < _FEWEST_FILLED or len(cells) < _FILLED_SHARE * len(filled):
        return None
    return Table(tuple(cells), grid.across)


def _between(places: tuple[float, ...], value: float) -> int:
    return max(0, sum(place < value for place in places) - 1)


def _is_table(table: Table, pieces: list[Line], whole: int) -> bool:
    """Whether cells hold a table, and not the whole text in a frame or in two languages."""
    columns: dict[int, list[str]] = {}
    for cell in table.cells:
        columns.setdefault(cell.column, []).append(cell.text)
    if len(columns) < 2:
        return False
    texts = [" ".join(words) for words in columns.values()]
    if len(columns) == 2 and sum(len(piece.text) for piece in pieces) > _MOST_OF_TEXT * whole:
        return False
    told = [text for text in texts if len(text.split()) >= _WORDS_TO_TELL]
    return len(told) < 2 or len({detect(text)[0] for text in told}) == 1


def _as_line(table: Table, pieces: list[Line]) -> Line:
    """The line that stands for a table; its words are those of all cells."""
    return Line(
        text=" ".join(cell.text for cell in table.cells),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        top=min(piece.top for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        size=median(piece.size for piece in pieces),
        bold=False,
        italic=False,
        table=table,
    )


def _words(pieces: Iterable[Line]) -> str:
    """The words of a cell; a line break stands between its paragraphs."""
    lines = rows(pieces)
    steps = [below.foot - above.foot for above, below in pairwise(lines)]
    usual = min(steps, default=0.0)
    text = lines[0].text
    for step, line in zip(steps, lines[1:], strict=True):
        if text.endswith(SOFT_HYPHEN):
            text = text[:-1] + line.text
        else:
            text += ("\n" if step > _PARAGRAPH * usual else " ") + line.text
    return text.removesuffix(SOFT_HYPHEN).replace("\t", " ")


def _aligned_rows(sheet: Sheet, whole: int) -> Sheet:
    """Rows of three cells and more that stand in line, one row below the other; two will do between rules."""
    bands = banded(sheet.rules)
    lines = grouped(piece for piece in sheet.pieces if piece.table is None)
    pieces = list(sheet.pieces)
    run: list[list[Line]] = []
    for line in [*lines, []]:
        if run and not _goes_on(run, line):
            table = _of_rows(run)
            inside = [piece for row in run for piece in row]
            if table is not None and _is_table(table, inside, whole):
                pieces = [piece for piece in pieces if piece not in inside]
                pieces.append(_as_line(table, inside))
            run = []
        between = len(line) > 1 and any(top < line[0].foot < bottom for top, bottom in bands)
        if run or between or len(line) >= _FEWEST_COLUMNS:
            run.append(line)
    return replace(sheet, pieces=pieces)


def _goes_on(run: list[list[Line]], line: list[Line]) -> bool:
    """Whether a row stands in line with the first: all its cells, or those that take a second line."""
    first = run[0]
    if not line or line[0].top - max(piece.bottom for piece in run[-1]) > 3 * first[0].size:
        return False
    if len(line) == len(first):
        return all(_aligned(piece, head) for piece, head in zip(line, first, strict=True))
    return len(line) < len(first) and all(
        any(_aligned(piece, head) for head in first[1:] if abs(piece.left - head.left) < 60) for piece in line
    )


def _aligned(piece: Line, head: Line) -> bool:
    middle = abs(piece.left + piece.right - head.left - head.right) / 2
    return min(abs(piece.left - head.left), abs(piece.right - head.right), middle) < _IN_LINE


def _of_rows(run: list[list[Line]]) -> Table | None:
    first = run[0]
    whole = [row for row in run if len(row) == len(first)]
    pieces = [piece for row in run for piece in row]
    small = sum(piece.text[:1].islower() for row in whole for piece in row)
    if len(whole) < _FEWEST_ROWS or small > _PROSE * len(whole) * len(first):
        return None
    if any(_LEADER.search(piece.text) for piece in pieces) or _is_contents(whole):
        return None
    held: dict[tuple[int, int], list[Line]] = {}
    number = -1
    for row in run:
        number += len(row) == len(first)
        for place, piece in enumerate(row):
            near = min(range(len(first)), key=lambda column: abs(piece.left - first[column].left))
            held.setdefault((number, place if len(row) == len(first) else near), []).append(piece)
    cells = (Cell(row, column, _words(inside)) for (row, column), inside in sorted(held.items()))
    return Table(tuple(cells), tuple(head.left for head in first))


def _is_contents(whole: list[list[Line]]) -> bool:
    """Whether the last column holds the numbers of pages, which never fall."""
    last = [row[-1].text.strip() for row in whole]
    figures = [int(text) for text in last if _PAGE.match(text)]
    return len(figures) >= len(last) - 1 and all(a <= b for a, b in pairwise(figures))
