"""What is put into an agreement besides provisions: footnotes, tables, annexes, subheadings.

Each is one step to undo. A footnote stands at a point of the wording; tables and subheadings stand among the
paragraphs of an article or an annex.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.agreement import edits
from workbench.agreement.text import Footnote, Mark, Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone, new_id
from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.keystrokes import put
from workbench.desktop.editor.lines import HEADED, Line, Part, Place
from workbench.desktop.editor.outline_items import zone_of
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.table_dialog import TableDialog, empty_table
from workbench.desktop.theme import Theme

_AMONG = (Kind.PARAGRAPH, Kind.CROSSHEADING, Kind.TABLE)


class Pieces(QObject):
    """Works at the caret of one page."""

    refused = Signal(str)

    def __init__(self, theme: Theme, page: Page, question: Question, session: Session) -> None:
        super().__init__(page)
        self._theme, self._page, self._question, self._session = theme, page, question, session

    # -- footnotes ---------------------------------------------------------------------------------------

    def ask_footnote(self) -> None:
        """Ask for the words of a footnote at the caret; at one that is there, for other words."""
        line, place = self._page.line, self._page.place_of_caret
        if line is None or place is None or line.part is Part.TABLE:
            self.refused.emit(self.tr("a footnote stands in the wording; put the cursor there"))
            return
        at = self._page.span().end
        here = next((m for m in _notes(line) if m.start == at), None)
        if here is not None:
            self.change_footnote(line, here)
            return
        self._question.ask(
            self.tr("Footnote"),
            self.tr("The words at the foot of the page"),
            lambda words: self._put(
                self.tr("Insert a footnote"), line, line.text.marked(at, at, Footnote(words))
            ),
        )

    def change_footnote(self, line: Line, note: Mark) -> None:
        """Ask for other words of a footnote."""
        assert isinstance(note.value, Footnote)
        self._question.ask(
            self.tr("Footnote"),
            self.tr("The words at the foot of the page"),
            lambda words: self._put(
                self.tr("Change a footnote"),
                line,
                line.text.map_marks(lambda m: Mark(m.start, m.end, Footnote(words)) if m == note else m),
            ),
            verb=self.tr("Change"),
            words=note.value.text,
        )

    def remove_footnote(self, line: Line, note: Mark) -> None:
        """Take a footnote away."""
        text = line.text.map_marks(lambda m: None if m == note else m)
        self._put(self.tr("Remove a footnote"), line, text)

    def notes_here(self) -> tuple[Line | None, tuple[Mark, ...]]:
        """The line of the caret and its footnotes."""
        line = self._page.line
        return line, _notes(line) if line is not None else ()

    def _put(self, label: str, line: Line, text: Text) -> None:
        place = self._page.place_of_caret
        changed = put(self._session.agreement, line.provision.id, line.part, text)
        self._session.apply(label, changed, before=place, after=place)
        self._page.setFocus()

    # -- tables ------------------------------------------------------------------------------------------

    @property
    def table(self) -> Provision | None:
        """The table the caret stands at."""
        line = self._page.line
        return line.provision if line is not None and line.part is Part.TABLE else None

    def open_table(self, parent: QWidget) -> None:
        """Edit the table at the caret, or write a new one that goes behind the paragraph of the caret."""
        table = self.table
        if table is None and self._anchor() is None:
            return
        dialog = TableDialog(self._theme, table or empty_table(), new=table is None, parent=parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.written.connect(self._table_written)
        dialog.open()

    def _table_written(self, table: Provision) -> None:
        agreement, place = self._session.agreement, self._page.place_of_caret
        if agreement.find(table.id) is not None:
            changed = edits.update(agreement, table.id, lambda _: (table,))
            label = self.tr("Change a table")
        else:
            anchor = self._anchor()
            if anchor is None:
                return
            changed, label = _behind(agreement, anchor, table), self.tr("Insert a table")
        self._session.apply(label, changed, before=place, after=Place(table.id, Part.TABLE, 0))
        self._page.setFocus()

    # -- subheadings and annexes -------------------------------------------------------------------------

    def add_crossheading(self) -> None:
        """A subheading before the paragraph of the caret."""
        anchor = self._anchor()
        if anchor is None:
            return
        born = Provision(new_id(), Kind.CROSSHEADING)
        agreement = self._session.agreement
        if anchor.kind in HEADED:
            changed = edits.insert_child(agreement, anchor.id, 0, born)
        else:
            changed = edits.insert_before(agreement, anchor.id, born)
        self._born(self.tr("Insert a subheading"), changed, Place(born.id, Part.TEXT, 0))

    def add_annex(self) -> None:
        """An annex behind the one the caret stands in, else behind all."""
        agreement, place = self._session.agreement, self._page.place_of_caret
        born = Provision(new_id(), Kind.ANNEX)
        host = next(
            (
                annex
                for annex in agreement.annexes
                if place is not None and any(unit.id == place.provision for unit in annex.walk())
            ),
            None,
        )
        if host is not None:
            changed = edits.insert_after(agreement, host.id, born)
        else:
            changed = edits.append_to_zone(agreement, Zone.ANNEXES, born)
        self._born(self.tr("Add an annex"), changed, Place(born.id, Part.HEADING, 0))

    def _born(self, label: str, changed: Agreement, after: Place) -> None:
        self._session.apply(label, changed, before=self._page.place_of_caret, after=after)
        self._page.setFocus()

    def _anchor(self) -> Provision | None:
        """The paragraph of the caret, or what it stands in; None (said aloud) outside body and annexes."""
        agreement, place = self._session.agreement, self._page.place_of_caret
        if place is None or zone_of(agreement, place.provision) not in (Zone.BODY, Zone.ANNEXES):
            self.refused.emit(self.tr("this goes into an article or an annex; put the cursor there"))
            return None
        return _among(agreement, place.provision)


def _among(agreement: Agreement, provision: ProvisionId) -> Provision | None:
    unit = agreement.find(provision)
    while unit is not None and unit.kind not in (*_AMONG, *HEADED):
        unit = edits.parent_of(agreement, unit.id)
    return unit


def _behind(agreement: Agreement, anchor: Provision, born: Provision) -> Agreement:
    if anchor.kind in HEADED:
        return edits.insert_child(agreement, anchor.id, 0, born)
    return edits.insert_after(agreement, anchor.id, born)


def _notes(line: Line) -> tuple[Mark, ...]:
    return tuple(mark for mark in line.text.marks if isinstance(mark.value, Footnote))
