"""What a table of a page is for: figures, the layout of the page, or points set in two columns.

Gazettes set "(a)" in one cell and its words in the next; such a row is one paragraph with its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from workbench.agreement.quoting import on_one_line

_LABEL = re.compile(
    r"(?:\(?[0-9]{1,3}[.)]{0,2}|\(?[^\W\d_]{1,2}[.)]{1,2}|\(?[ivxlIVXL]{1,6}[.)]{1,2}|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?|[—–•‒-])"
)
_LONG = 1500  # signs in one cell; a figure of a table is never that long


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell is: a place (row, column) of a table, else the text after a label, or the label itself."""

    place: tuple[int, int] | None = None
    label: str = ""
    is_label: bool = False


def plan(table: html.HtmlElement) -> dict[html.HtmlElement, Cell]:
    """What each cell of a table is; a cell of layout has neither place nor label."""
    rows = _rows(table)
    filled = [[cell for cell in row if _plain(cell)] for row in rows]
    labels = [row for row in filled if row]
    if labels and all(len(row) == 2 and _LABEL.fullmatch(_plain(row[0])) for row in labels):
        numbers = [_plain(row[0]) for row in labels]
        if not all(number.isdigit() for number in numbers):  # a column of figures is a table
            found: dict[html.HtmlElement, Cell] = {cell: Cell() for row in rows for cell in row}
            for row in labels:
                found[row[0]] = Cell(is_label=True)
                found[row[1]] = Cell(label=_plain(row[0]))
            return found
    if _is_layout(table, filled):
        return {cell: Cell() for row in rows for cell in row}
    regular = len({len(row) for row in rows if len(row) > 1}) <= 1
    places: dict[html.HtmlElement, Cell] = {}
    for position, row in enumerate(rows):
        column = 0
        for ordinal, cell in enumerate(row):
            places[cell] = Cell(place=(position, ordinal if regular else column))
            column += _span(cell)
    return places


def _rows(table: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """The rows of this table, not of those inside its cells."""
    rows: list[list[html.HtmlElement]] = []
    for child in table:
        inside = [child] if child.tag == "tr" else child if child.tag in ("tbody", "thead", "tfoot") else []
        rows.extend([cell for cell in row if cell.tag in ("td", "th")] for row in inside if row.tag == "tr")
    return rows


def _is_layout(table: html.HtmlElement, filled: list[list[html.HtmlElement]]) -> bool:
    if table.get("role") == "presentation" or all(len(row) <= 1 for row in filled):
        return True
    cells = [cell for row in filled for cell in row]
    if any(cell.find(".//table") is not None or cell.find(".//h2") is not None for cell in cells):
        # Two languages side by side are long as well, and both cells are.
        long = sum(len(_plain(cell)) > _LONG for cell in cells)
        return long != 2
    sizes = sorted((len(_plain(cell)) for cell in cells), reverse=True)
    return sizes[0] > _LONG and (len(sizes) < 2 or sizes[1] < sizes[0] / 5)


def _plain(element: html.HtmlElement) -> str:
    return on_one_line(str(element.text_content()))


def _span(cell: html.HtmlElement) -> int:
    value = cell.get("colspan") or "1"
    return min(int(value), 1000) if value.isascii() and value.isdecimal() else 1
