"""The draft on its sheet: lines of the tree become blocks, places in the wording become cursor positions."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from workbench.agreement.findings import Finding, Severity
from workbench.agreement.numbering import Number
from workbench.agreement.text import Comment, Footnote
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.desktop.editor.lines import Line, Part, Place, first_difference, lines, retouched
from workbench.desktop.editor.runs import delegation_slots, render
from workbench.desktop.editor.sheet import Entry, Flag, Sheet
from workbench.desktop.editor.styles import style_of
from workbench.desktop.theme import Theme

_SEVERITY_FLAGS = {
    Severity.ERROR: ("x-circle", "red"),
    Severity.WARNING: ("warning", "brass_line"),
    Severity.INFO: ("info", "accent"),
}


_PORTION = 80
"""Lines that are set at once: some 10 ms of work, and more than fits in a window."""


class DraftSheet(Sheet):
    """A `Sheet` that shows an agreement.

    A long one is set in portions: `load` sets the first, `more` the next. Whoever asks for a provision that
    is not set yet has it set first; an edit has everything set.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.lines: list[Line] = []
        self._agreement: Agreement | None = None
        self._index: dict[tuple[ProvisionId, Part], int] = {}
        self._slots = delegation_slots(())
        self._findings: dict[ProvisionId, tuple[Finding, ...]] = {}
        self._notes_set = 0

    def load(self, agreement: Agreement, numbered: Mapping[ProvisionId, Number]) -> None:
        """Show an agreement from scratch."""
        self._agreement = agreement
        self._slots = delegation_slots(tuple(party.key for party in agreement.parties))
        self.lines = lines(agreement, numbered)
        self._reindex()
        self._notes_set = 0
        self.fill([])
        self.more()

    @property
    def complete(self) -> bool:
        """Whether every line is set."""
        return len(self.entries) >= len(self.lines)

    def more(self) -> bool:
        """Set the next portion; False when there is nothing left to set."""
        start = len(self.entries)
        portion = self.lines[start : start + _PORTION]
        self.extend(self._entries(portion, self._notes_set))
        self._notes_set += _notes(portion)
        return not self.complete

    def reach(self, index: int) -> None:
        """Have the lines up to this one set."""
        while len(self.entries) <= index and not self.complete:
            self.more()

    def update(
        self, agreement: Agreement, numbered: Mapping[ProvisionId, Number], *, unseen: bool = False
    ) -> tuple[int, int]:
        """Show the next root; returns the range of lines that were written anew.

        Where much of a sheet changes that is `unseen`, it is set anew from there, portion by portion.
        """
        known = self._agreement
        self._agreement = agreement
        touched = None if known is None else retouched(known, agreement)
        if touched is not None and not (unseen and len(touched) > _PORTION):
            self.reach(len(self.lines))
            return self._retouch(touched)
        if known is not None and known.parties != agreement.parties:
            self.load(agreement, numbered)
            return 0, len(self.lines)
        new = lines(agreement, numbered)
        start, old_end, new_end = first_difference(self.lines, new)
        if unseen and new_end - start > _PORTION:
            return self._set_from(min(start, len(self.entries)), new)
        self.reach(len(self.lines))
        notes = _notes(self.lines[start:old_end]) != _notes(new[start:new_end])
        old, self.lines = self.lines, new
        if start < old_end or start < new_end:
            before = _notes(new[:start])
            self.replace(start, old_end, self._entries(new[start:new_end], before))
        if len(old) != len(new) or any(a.provision is not b.provision for a, b in zip(old, new, strict=True)):
            self._reindex()
            self._repaint_margins()
        if notes and start < len(new):
            return self._renote(start)
        return start, new_end

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the provisions that have findings."""
        grouped: dict[ProvisionId, tuple[Finding, ...]] = {}
        for finding in findings:
            if finding.provision is not None:
                grouped[finding.provision] = (*grouped.get(finding.provision, ()), finding)
        self._findings = grouped
        self._repaint_margins()

    def index_of(self, provision: ProvisionId, part: Part | None = None) -> int | None:
        """The line that shows a part of a provision (its first line when no part is named)."""
        wanted = (part, *Part) if part is not None else Part
        found = next((self._index[provision, p] for p in wanted if (provision, p) in self._index), None)
        if found is not None:
            self.reach(found)
        return found

    def position_of(self, place: Place) -> int | None:
        """The document position of a place; of the nearest one left when its line is gone."""
        index = self.index_of(place.provision, place.part)
        if index is None:
            return None
        block = self.document.findBlockByNumber(index)
        if self.lines[index].part is not place.part:
            return block.position() + self.block_length(index)
        return block.position() + self.entries[index].rendered.to_document(place.offset)

    def place_at(self, position: int) -> Place | None:
        """The place in the wording of a document position; None in an empty document."""
        index, offset = self.line_at(position)
        if index >= len(self.lines):
            return None
        line = self.lines[index]
        return Place(line.provision.id, line.part, offset)

    def line_at(self, position: int) -> tuple[int, int]:
        """The line of a document position, and the offset in its wording."""
        block = self.document.findBlock(position)
        index = block.blockNumber()
        if index >= len(self.lines):
            return index, 0
        inside = position - block.position()
        if self.lines[index].part is Part.TABLE:
            return index, inside
        return index, self.entries[index].rendered.to_wording(inside)

    def _set_from(self, start: int, new: list[Line]) -> tuple[int, int]:
        """Set other lines from `start` on: the first portion now, the rest as it is asked for."""
        self.replace(start, len(self.entries), [])
        self.lines = new
        self._notes_set = _notes(new[:start])
        self._reindex()
        self._repaint_margins()
        self.more()
        return start, len(new)

    def _retouch(self, touched: tuple[Provision, ...]) -> tuple[int, int]:
        """Write anew the lines of provisions whose wording changed while the tree kept its shape."""
        changed: list[int] = []
        notes = False
        for unit in touched:
            for part in Part:
                index = self._index.get((unit.id, part))
                if index is None:
                    continue
                line = self.lines[index]
                new = dataclasses.replace(line, provision=unit)
                self.lines[index] = new
                if not line.same(new):
                    notes = notes or bool(_notes([line]) or _notes([new]))
                    changed.append(index)
        if notes:
            return self._renote(min(changed))
        for index in changed:
            self.replace(index, index + 1, self._entries([self.lines[index]], 0))
        return (min(changed), max(changed) + 1) if changed else (0, 0)

    def _renote(self, start: int) -> tuple[int, int]:
        """Set the lines with footnotes again from `start` on: a note more or less renumbers the rest."""
        before = _notes(self.lines[:start])
        for index in range(start, len(self.lines)):
            count = _notes([self.lines[index]])
            if count or index == start:
                self.replace(index, index + 1, self._entries([self.lines[index]], before))
                before += count
        return start, len(self.lines)

    def _entries(self, shown: list[Line], notes_before: int) -> list[Entry]:
        made: list[Entry] = []
        for line in shown:
            style = style_of(line)
            text = line.text
            rendered = render(text, self._slots, notes_before=notes_before)
            notes_before += _notes([line])
            made.append(
                Entry(
                    rendered,
                    style,
                    line.number,
                    str(line.provision.id),
                    line.part.value,
                    _hint(line),
                    self._flags(line),
                    line.provision if line.part is Part.TABLE else None,
                )
            )
        return made

    def _flags(self, line: Line) -> tuple[Flag, ...]:
        flags: list[Flag] = []
        if any(isinstance(mark.value, Comment) for mark in line.text.marks):
            flags.append(Flag("chat-text", "accent"))
        keys = ((line.provision.id, part) for part in Part)
        first = next((key for key in keys if key in self._index), None) == (line.provision.id, line.part)
        found = self._findings.get(line.provision.id, ()) if first else ()
        severities = [severity for severity in Severity if any(f.severity is severity for f in found)]
        if severities:
            icon, tone = _SEVERITY_FLAGS[severities[0]]
            flags.append(Flag(icon, tone))
        return tuple(flags)

    def _repaint_margins(self) -> None:
        for index, line in enumerate(self.lines[: len(self.entries)]):
            marks = line.part is not Part.TABLE and line.text.marks
            flags = self._flags(line) if self._findings or marks else ()
            self.renumber(index, line.number, flags)

    def _reindex(self) -> None:
        self._index = {(line.provision.id, line.part): index for index, line in enumerate(self.lines)}


def _notes(shown: list[Line]) -> int:
    return sum(isinstance(mark.value, Footnote) for line in shown for mark in line.text.marks)


def _hint(line: Line) -> str:
    """What an empty line asks for, in the language of the interface."""
    if line.part is Part.HEADING:
        return QCoreApplication.translate("DraftSheet", "Heading")
    if line.provision.kind is Kind.TITLE_LINE:
        return QCoreApplication.translate("DraftSheet", "Title")
    if line.provision.kind is Kind.SIGNATORY:
        return QCoreApplication.translate("DraftSheet", "Name and office")
    return ""
