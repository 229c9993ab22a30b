"""A text document that shows entries, one block each, and lets a stretch of them be replaced by others.

Both the draft page and the redline are sheets. Block number and entry index are always the same number;
each block also carries the identity of what it shows as block properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from workbench.agreement.tree import Provision
from workbench.desktop.editor.runs import Look, Rendered, Run, utf16
from workbench.desktop.editor.styles import Style
from workbench.desktop.editor.tables import GRID, GRID_OBJECT, GridObject
from workbench.desktop.theme import SERIF, Theme

PROVISION_ID = QTextFormat.Property.UserProperty.value + 1
PART = PROVISION_ID + 1
CHIP_WIDTH = 27


@dataclass(frozen=True, slots=True)
class Flag:
    """A sign in the right margin: an icon of a tone and, for a move, the other number."""

    icon: str
    tone: str
    words: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block: its wording, setting, printed number, and what it belongs to."""

    rendered: Rendered
    style: Style
    number: str = ""
    provision: str = ""
    part: str = ""
    hint: str = ""
    flags: tuple[Flag, ...] = ()
    grid: Provision | None = None


class Sheet:
    """A `QTextDocument` made of entries."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.zoom = 1.0
        self.entries: list[Entry] = []
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self._grid = GridObject(theme)
        self.document.documentLayout().registerHandler(GRID_OBJECT, self._grid)
        self._formats: dict[tuple[Look, Style], QTextCharFormat] = {}

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these and nothing else."""
        self._formats.clear()
        self._grid.zoom = self.zoom
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for index, entry in enumerate(entries):
            self._write(cursor, entry, first=index == 0)
        if not entries:
            cursor.setBlockFormat(QTextBlockFormat())
        cursor.endEditBlock()
        self.entries = list(entries)

    def extend(self, entries: Sequence[Entry]) -> None:
        """Show these below what is shown already."""
        if not self.entries:
            self.fill(entries)
            return
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for entry in entries:
            self._write(cursor, entry, first=False)
        self.entries.extend(entries)  # before the document tells that it has changed
        cursor.endEditBlock()

    def replace(self, start: int, end: int, entries: Sequence[Entry]) -> None:
        """Put entries in the place of those from `start` up to `end`."""
        if not self.entries or (start == 0 and end == len(self.entries)):
            self.fill([*self.entries[:start], *entries, *self.entries[end:]])
            return
        common = min(end - start, len(entries))
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for offset in range(common):
            self._rewrite(cursor, start + offset, entries[offset])
        if end - start > common:
            self._remove(cursor, start + common, end)
            if start + common:
                # Qt gives an empty block the format of the one that was taken out behind it.
                self._dress(
                    cursor, start + common - 1, entries[common - 1] if common else self.entries[start - 1]
                )
        elif len(entries) > common:
            self._insert(cursor, start + common, entries[common:])
        cursor.endEditBlock()
        self.entries[start:end] = entries

    def renumber(self, index: int, number: str, flags: tuple[Flag, ...]) -> None:
        """Change what is painted beside a block, not the block."""
        old = self.entries[index]
        if old.number != number or old.flags != flags:
            self.entries[index] = Entry(
                old.rendered, old.style, number, old.provision, old.part, old.hint, flags, old.grid
            )

    def block_length(self, index: int) -> int:
        """Characters in a block, in Qt's units."""
        return self.document.findBlockByNumber(index).length() - 1

    def _write(self, cursor: QTextCursor, entry: Entry, *, first: bool) -> None:
        base = self._format(Look(), entry.style)
        if first:
            cursor.setBlockFormat(self._block_format(entry))
            cursor.setBlockCharFormat(base)
        else:
            cursor.insertBlock(self._block_format(entry), base)
        self._insert_runs(cursor, entry, entry.rendered.runs)

    def _insert_runs(self, cursor: QTextCursor, entry: Entry, runs: Sequence[Run]) -> None:
        if entry.grid is not None:
            cursor.insertText("\ufffc", self._grid_format(entry.grid))
        for run in runs:
            cursor.insertText(run.text, self._format(run.look, entry.style))

    def _rewrite(self, cursor: QTextCursor, index: int, entry: Entry) -> None:
        """Change one block by as few characters as possible: what stays keeps cursors and layout quiet."""
        old = self.entries[index]
        block = self.document.findBlockByNumber(index)
        if old.provision != entry.provision or old.part != entry.part or old.style != entry.style:
            self._dress(cursor, index, entry)
        if old.style != entry.style or old.grid is not None or entry.grid is not None:
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._insert_runs(cursor, entry, entry.rendered.runs)
            return
        start, stop, runs = _middle(old.rendered.runs, entry.rendered.runs)
        if start == stop and not runs:
            return
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + stop, QTextCursor.MoveMode.KeepAnchor)
        if stop > start:
            cursor.removeSelectedText()
        for run in runs:
            cursor.insertText(run.text, self._format(run.look, entry.style))

    def _dress(self, cursor: QTextCursor, index: int, entry: Entry) -> None:
        cursor.setPosition(self.document.findBlockByNumber(index).position())
        cursor.setBlockFormat(self._block_format(entry))
        cursor.setBlockCharFormat(self._format(Look(), entry.style))

    def _remove(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Take blocks out whole, with the paragraph end before them (or after, at the very start)."""
        first, last = self.document.findBlockByNumber(start), self.document.findBlockByNumber(end - 1)
        if start:
            cursor.setPosition(first.position() - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            return
        after = last.next()
        kept, kept_format = after.blockFormat(), after.charFormat()
        cursor.setPosition(0)
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(kept_format)

    def _insert(self, cursor: QTextCursor, at: int, entries: Sequence[Entry]) -> None:
        if at:
            before = self.document.findBlockByNumber(at - 1)
            cursor.setPosition(before.position() + before.length() - 1)
            for entry in entries:
                self._write(cursor, entry, first=False)
            return
        # Before the first block: divide it, and dress the new first one.
        first = self.document.begin()
        kept, kept_format = first.blockFormat(), first.charFormat()
        cursor.setPosition(0)
        cursor.insertBlock(kept, kept_format)
        cursor.setPosition(0)
        for index, entry in enumerate(entries):
            self._write(cursor, entry, first=index == 0)

    def _block_format(self, entry: Entry) -> QTextBlockFormat:
        style, z = entry.style, self.zoom
        made = QTextBlockFormat()
        if entry.grid is None:
            made.setLineHeight(style.height * z, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(style.top * z)
        made.setBottomMargin(style.bottom * z)
        made.setLeftMargin(style.left * z)
        if style.centred:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setProperty(PROVISION_ID, entry.provision)
        made.setProperty(PART, entry.part)
        return made

    def _format(self, look: Look, style: Style) -> QTextCharFormat:
        key = (look, style)
        made = self._formats.get(key)
        if made is None:
            made = self._formats[key] = self._make_format(look, style)
        return made

    def _make_format(self, look: Look, style: Style) -> QTextCharFormat:
        theme, z = self.theme, self.zoom
        weight = 600 if look.bold or style.bold else 400
        size = style.size * z * (0.7 if look.raised else 1)
        font = theme.font(1 if look.hidden else size, weight, SERIF, look.italic or style.italic)
        if look.small_caps:
            font.setCapitalization(QFont.Capitalization.SmallCaps)
        made = QTextCharFormat()
        made.setFont(font)
        made.setForeground(Qt.GlobalColor.transparent if look.hidden else theme.colour(look.colour))
        made.setFontUnderline(look.underline)
        if look.raised:
            above = look.raised > 0
            alignment = QTextCharFormat.VerticalAlignment
            made.setVerticalAlignment(alignment.AlignSuperScript if above else alignment.AlignSubScript)
        if look.chip or look.gap or look.hidden:
            # The initials are painted into the space behind the bracket, which no line break can open.
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing((CHIP_WIDTH if look.chip else 4) * z)
        return made

    def _grid_format(self, table: Provision) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setObjectType(GRID_OBJECT)
        made.setProperty(GRID, table)
        return made


def _middle(old: tuple[Run, ...], new: tuple[Run, ...]) -> tuple[int, int, list[Run]]:
    """The least to change: positions [start, stop) of the old block, and the runs to put there."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    back = 0
    while back < min(len(old), len(new)) - first and old[-1 - back] == new[-1 - back]:
        back += 1
    left, right = old[first : len(old) - back], list(new[first : len(new) - back])
    start = sum(utf16(run.text) for run in old[:first])
    stop = start + sum(utf16(run.text) for run in left)
    if len(left) == 1 and len(right) == 1 and left[0].look == right[0].look:
        one, two = left[0].text, right[0].text
        head = 0
        while head < min(len(one), len(two)) and one[head] == two[head]:
            head += 1
        tail = 0
        while tail < min(len(one), len(two)) - head and one[-1 - tail] == two[-1 - tail]:
            tail += 1
        start += utf16(one[:head])
        stop -= utf16(one[len(one) - tail :])
        words = two[head : len(two) - tail]
        return start, stop, [Run(words, right[0].look, len(words))] if words else []
    return start, stop, right
