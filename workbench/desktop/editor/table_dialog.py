"""A table of the agreement, written cell by cell: rows and columns come and go, and all of it is one step."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision, new_id
from workbench.desktop.kit import Button, Frame, Label, column, holder, row
from workbench.desktop.theme import SERIF, Theme

_CELL = Qt.ItemDataRole.UserRole
ROWS, COLUMNS = 3, 2
"""What a new table begins with."""


def empty_table(rows: int = ROWS, columns: int = COLUMNS) -> Provision:
    """A table without words."""
    return Provision(
        new_id(),
        Kind.TABLE,
        children=tuple(
            Provision(
                new_id(), Kind.ROW, children=tuple(Provision(new_id(), Kind.CELL) for _ in range(columns))
            )
            for _ in range(rows)
        ),
    )


class TableDialog(QDialog):
    """`written` carries the table as it is to be."""

    written = Signal(object)

    def __init__(self, theme: Theme, table: Provision, *, new: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        title = self.tr("Insert a table") if new else self.tr("Edit the table")
        self.setWindowTitle(title)
        self.resize(720, 460)
        width = max((len(line.children) for line in table.children), default=COLUMNS)
        self.grid = QTableWidget(len(table.children), width)
        self.grid.setAccessibleName(self.tr("Cells of the table"))
        self.grid.setFont(theme.font(15, 400, SERIF))
        self.grid.setWordWrap(True)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().hide()
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tokens = theme.tokens
        self.grid.setStyleSheet(
            f"QTableWidget {{ gridline-color: {tokens['line2']}; background: {tokens['raised']};"
            f" border: 1px solid {tokens['line2']}; }}"
            f"QTableWidget::item {{ padding: 6px; }}"
            f"QTableWidget::item:selected {{ background: {tokens['accent_tint']}; color: {tokens['ink']}; }}"
        )
        for y, line in enumerate(table.children):
            for x, cell in enumerate(line.children):
                self.grid.setItem(y, x, _item(cell))
        tools = row(
            Button(theme, self.tr("Add row"), small=True, run=self.add_row),
            Button(theme, self.tr("Remove row"), small=True, run=self.remove_row),
            12,
            Button(theme, self.tr("Add column"), small=True, run=self.add_column),
            Button(theme, self.tr("Remove column"), small=True, run=self.remove_column),
            None,
            gap=6,
        )
        done = Button(theme, self.tr("Insert") if new else self.tr("Change"), "primary", run=self._done)
        done.setDefault(False)
        foot = Frame(
            "foot",
            row(
                None,
                Button(theme, self.tr("Cancel"), run=self.reject),
                done,
                gap=8,
                margins=(24, 0, 24, 0),
            ),
            height=57,
        )
        head = column(Label(theme, title, 20, 600, family=SERIF), tools, (self.grid, 1), gap=12)
        head.setContentsMargins(24, 20, 24, 16)
        self.setLayout(column((holder(head), 1), foot, gap=0))
        self.grid.setCurrentCell(0, 0)
        self.grid.setFocus()

    def add_row(self) -> None:
        """An empty row below the present one."""
        self.grid.insertRow(self.grid.currentRow() + 1)
        self.grid.setCurrentCell(self.grid.currentRow() + 1, 0)

    def remove_row(self) -> None:
        """Take the present row away; one stays."""
        if self.grid.rowCount() > 1:
            self.grid.removeRow(max(0, self.grid.currentRow()))

    def add_column(self) -> None:
        """An empty column right of the present one."""
        self.grid.insertColumn(self.grid.currentColumn() + 1)
        self.grid.setCurrentCell(max(0, self.grid.currentRow()), self.grid.currentColumn() + 1)

    def remove_column(self) -> None:
        """Take the present column away; one stays."""
        if self.grid.columnCount() > 1:
            self.grid.removeColumn(max(0, self.grid.currentColumn()))

    def table(self) -> Provision:
        """The table as it stands in the dialog; cells and rows that were there keep who they are."""
        kept = {cell.id: line for line in self._table.children for cell in line.children}
        rows: list[Provision] = []
        for y in range(self.grid.rowCount()):
            cells = tuple(self._cell(y, x) for x in range(self.grid.columnCount()))
            old = next((kept[cell.id] for cell in cells if cell.id in kept), None)
            made = old if old is not None else Provision(new_id(), Kind.ROW)
            rows.append(replace(made, children=cells))
        return replace(self._table, children=tuple(rows))

    def _cell(self, y: int, x: int) -> Provision:
        item = self.grid.item(y, x)
        old = item.data(_CELL) if item is not None else None
        words = item.text() if item is not None else ""
        if not isinstance(old, Provision):
            return Provision(new_id(), Kind.CELL, Text(words))
        return old if old.children else replace(old, text=reworded(old.text, words))

    def _done(self) -> None:
        self.grid.setCurrentCell(-1, -1)  # an editor still open writes its words into the cell
        self.written.emit(self.table())
        self.accept()


def reworded(text: Text, words: str) -> Text:
    """A text with other words; marks outside what changed stay."""
    old = text.plain
    if old == words:
        return text
    start = 0
    while start < min(len(old), len(words)) and old[start] == words[start]:
        start += 1
    back = 0
    while back < min(len(old), len(words)) - start and old[-1 - back] == words[-1 - back]:
        back += 1
    return text.replace(start, len(old) - back, words[start : len(words) - back])


def _item(cell: Provision) -> QTableWidgetItem:
    made = QTableWidgetItem(cell.words)
    made.setData(_CELL, cell)
    if cell.children:  # a table inside a cell is shown, not rewritten
        made.setFlags(made.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return made
