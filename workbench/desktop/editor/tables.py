"""A table of an agreement on the page: drawn as one object, read-only."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat

from workbench.agreement.tree import Provision
from workbench.desktop.editor.styles import COLUMN
from workbench.desktop.theme import SERIF, Theme

GRID_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
GRID = QTextFormat.Property.UserProperty.value + 9


class GridObject(QPyTextObject):
    """Draws the table that a character's format carries."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.zoom = 1.0
        self._made: dict[tuple[str, float, str], QTextDocument] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, fmt: QTextFormat) -> QSizeF:
        """The room the table takes."""
        return self._drawn(fmt).size()

    def drawObject(
        self,
        painter: QPainter,
        where: QRectF | QRect,
        document: QTextDocument,
        position: int,
        fmt: QTextFormat,
    ) -> None:
        """Draw the table."""
        painter.save()
        painter.translate(QRectF(where).topLeft())
        self._drawn(fmt).drawContents(painter)
        painter.restore()

    def _drawn(self, fmt: QTextFormat) -> QTextDocument:
        table = fmt.property(GRID)
        if not isinstance(table, Provision):
            raise TypeError("a table's format carries its provision")
        ink = self.theme.colour("ink").name()
        key = (str(table.id) + str(hash(table.words)), self.zoom, ink)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(table, ink)
        return made

    def _make(self, table: Provision, ink: str) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setUseDesignMetrics(True)
        made.setDefaultFont(self.theme.font(15 * self.zoom, 400, SERIF))
        line = self.theme.colour("line2").name()
        # Said of every cell: of the table alone, Qt takes its default palette for the lines between cells.
        edge = f"border:1px solid {line}"
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td style="{edge}">{escape(cell.words).replace(chr(10), "<br>")}</td>'
                for cell in row.children
            )
            + "</tr>"
            for row in table.children
        )
        width = round((COLUMN - 2) * self.zoom)
        made.setHtml(
            f'<table width="{width}" border="1" cellspacing="0" cellpadding="6" '
            f'style="color:{ink}; border-collapse:collapse; border-color:{line}">{rows}</table>'
        )
        made.setTextWidth(width)
        return made
