"""Going through two stories (a body, a cell, a note, a header) side by side and marking what differs.

The new story keeps its XML; what only the old one holds is copied in as deleted. The last paragraph of a
story cannot lose its break: what was deleted or added after it shares that break. Of a table that gained
or lost columns the cells are marked. A header that has no place in the new file is only told.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from workbench.comparison.options import PLAIN, Options
from workbench.formats.docx.comparing.blocks import Block, Move, Reading
from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.changes import Change, ChangeKind, Record
from workbench.formats.docx.comparing.columns import (
    Columns,
    columns,
    fit_grid,
    remember_grid,
    said_in,
)
from workbench.formats.docx.comparing.frames import frames_within
from workbench.formats.docx.comparing.groups import divisions, ends_together, with_lone_rows
from workbench.formats.docx.comparing.looks import Looks
from workbench.formats.docx.comparing.moves import matched
from workbench.formats.docx.comparing.pairing import alike_pairs, equal_pairs, with_empty
from workbench.formats.docx.comparing.pen import MOVED_AWAY, MOVED_HERE, Pen, properties_of
from workbench.formats.docx.comparing.places import Places
from workbench.formats.docx.comparing.structure import CELL, TABLE, P, controls_around, paragraphs, put
from workbench.formats.docx.comparing.things import boxes_in
from workbench.formats.docx.comparing.views import EVERYTHING, View
from workbench.formats.docx.comparing.wording import Wording
from workbench.formats.docx.package import Package, W


@dataclass
class Stories:
    """One comparison: who marks, what is carried over, and what was found."""

    old: Package
    new: Package
    pen: Pen
    carrier: Carrier
    view: View = EVERYTHING
    options: Options = PLAIN
    names: frozenset[str] = frozenset()
    """Of moves that the new file holds already."""
    record: Record = field(default_factory=Record)

    def compare(
        self, old: etree._Element, new: etree._Element, source: str, target: str, place: str = ""
    ) -> None:
        """Mark in `new`, a story of the part `target`, how it differs from `old` of the part `source`.

        `place` names the story; without it the body's own numbering tells where we are.
        """
        wording = self._wording(source, target)
        mine, yours = wording.before.story(old), wording.after.story(new)
        _Pass(self, wording, Places(self.old, mine), Places(self.new, yours), place).story(mine, yours, new)
        boxes, self.record.boxes = self.record.boxes, []
        for first, second, where in boxes:
            self._boxes(first, second, source, target, f"{where}, text box".removeprefix(", "))

    def _boxes(self, old: etree._Element, new: etree._Element, source: str, target: str, place: str) -> None:
        """Compare the text boxes in a thing; each that says the same as one before is told only once."""
        record = self.record
        told: list[Change] = []
        for first, second in zip(boxes_in(old), boxes_in(new), strict=False):
            before, unchanged = len(record.changes), record.unchanged
            self.compare(first, second, source, target, place)
            found = record.changes[before:]
            if found == told:
                del record.changes[before:]
                record.unchanged = unchanged
            told = found

    def insert_all(self, story: etree._Element, part: str) -> None:
        """Mark the words of a whole note as inserted."""
        wording = self._wording(part, part)
        for block in wording.after.story(story):
            wording.insert_words(block)

    def delete_all(self, story: etree._Element, part: str) -> None:
        """Mark the words of a whole note, copied from the old file, as deleted."""
        wording = self._wording(part, part)
        for paragraph in paragraphs(story):
            wording.delete_words(paragraph)

    def tell_lost(self, story: etree._Element, part: str, place: str) -> None:
        """Note the words of a header that the new file has none for: there is nowhere to mark them."""
        wording = self._wording(part, part)
        said = "\n".join(block.words for block in wording.before.story(story))
        if said.strip():
            self.record.place = place
            self.record.note(ChangeKind.DELETED, said, None)

    def _wording(self, source: str, target: str) -> Wording:
        before = Reading(self.carrier.digest_of(self.old, source), options=self.options)
        after = Reading(self.carrier.digest_of(self.new, target), self.view, self.options)
        looks = Looks(self.pen, self.carrier)
        return Wording(self.pen, self.carrier, self.record, looks, before, after, source, target)


@dataclass
class _Pass:
    """One walk through two stories and the cells in them."""

    stories: Stories
    wording: Wording
    old_places: Places
    new_places: Places
    name: str

    def story(
        self, mine: list[Block], yours: list[Block], story: etree._Element, *, inside: bool = False
    ) -> None:
        """Mark the blocks of a story; `inside` is one of a cell, which has no place of its own."""
        pairs, moves = matched(mine, yours)
        groups = divisions(mine, yours, ends_together(mine, yours, pairs))
        # What moved away is copied without its frame; where it stands now, the frame is new.
        left = [k for k, block in enumerate(mine) if block.move is not None]
        self.wording.framed |= _frames_apart(mine, [*left, *(k for olds, _ in groups for k in olds)])
        framed = [(olds, news) for olds, news in groups if any(_is_framed(mine[k]) for k in olds)]
        lasting = [news if mine[olds[0]].tail is None else news[:1] for olds, news in framed]
        self.wording.framed |= _frames_apart(yours, [k for news in lasting for k in news])
        cursor: etree._Element | None = None
        inserted: dict[etree._Element, None] = {}
        i = j = 0
        for olds, news in [*groups, ([len(mine)], [len(yours)])]:
            for block in mine[i : olds[0]]:
                self._stand_at(block, self.old_places, inside=inside)
                following = yours[j].elements[0] if j < len(yours) else None
                cursor = put(self._delete(block), cursor, following, story)
            for block in yours[j : news[0]]:
                self._stand_at(block, self.new_places, inside=inside)
                self._insert(block)
                inserted.update(dict.fromkeys(block.elements))
                cursor = block.end
            if olds == [len(mine)]:
                break
            self._stand_at(yours[news[0]], self.new_places, inside=inside)
            self._kept([mine[k] for k in olds], [yours[k] for k in news], inside=inside)
            for k in news[:-1]:  # their breaks are new, if not their words
                inserted.update(dict.fromkeys(yours[k].elements))
            i, j = olds[-1] + 1, news[-1] + 1
            cursor = yours[j - 1].end
        for move in moves:
            self._finish(move)
        for control in controls_around(inserted):
            if control.getparent() is not story or story.tag != CELL:  # a cell has to end with a paragraph
                self.stories.pen.mark_control(control)

    def _stand_at(self, block: Block, places: Places, *, inside: bool) -> None:
        if not inside:
            self.stories.record.place = self.name or places.label(block)

    def _delete(self, block: Block) -> etree._Element:
        if block.move is None:
            self.stories.record.note_block(ChangeKind.DELETED, block.words, blank=not block.key)
        return self.wording.deleted(block)

    def _insert(self, block: Block) -> None:
        if block.move is None:
            self.stories.record.note_block(ChangeKind.INSERTED, block.words, blank=not block.key)
        elif block is block.move.here[0]:
            self._note_move(block.move)
        self.wording.inserted(block)

    def _note_move(self, move: Move) -> None:
        record = self.stories.record
        said = ["\n".join(b.words for b in side if b.key) for side in (move.away, move.here)]
        record.note(ChangeKind.MOVED, *said)
        for old, new in move.pairs:
            if old.line is not None and new.line is not None:
                for first, second in zip(old.line.stories, new.line.stories, strict=False):
                    record.pair(first, second)

    def _kept(self, olds: list[Block], news: list[Block], *, inside: bool) -> None:
        old, new = olds[0], news[0]
        if not inside and not self.name:
            self._renumbered(old, new)
        if old.line is not None:
            for block in news:
                if block.move is not None and block is block.move.here[0]:
                    self._note_move(block.move)
            self.wording.compared(olds, news)
            if old.tail is not None:
                self._note_rest(olds[1:], news[1:], inside=inside)
        elif old.key == new.key:
            self._same(old, new)
        else:
            self._table(old, new)

    def _note_rest(self, olds: list[Block], news: list[Block], *, inside: bool) -> None:
        """Note what came or went after a paragraph with which it shares its break."""
        for kind, blocks, places in (
            (ChangeKind.DELETED, olds, self.old_places),
            (ChangeKind.INSERTED, news, self.new_places),
        ):
            for block in blocks:
                if block.move is None:
                    self._stand_at(block, places, inside=inside)
                    self.stories.record.note_block(kind, block.words, blank=not block.key)

    def _renumbered(self, old: Block, new: Block) -> None:
        before, after = self.old_places.number(old), self.new_places.number(new)
        if before and after and before != after and old.move is None and new.move is None:
            labels = self.old_places.label(old), self.new_places.label(new)
            said = labels if labels[0] != labels[1] else (before, after)
            self.stories.record.note(ChangeKind.RENUMBERED, *said)

    def _same(self, old: Block, new: Block) -> None:
        """Tables that say the same: only looks can differ."""
        unchanged = self.stories.record.unchanged
        for mine, yours in zip(old.rows or [old], new.rows or [new], strict=True):
            for (_, first), (_, second) in zip(mine.cells, yours.cells, strict=True):
                for a, b in zip(first, second, strict=True):
                    self._kept([a], [b], inside=True)
            self._spread(mine, yours)
        self.stories.record.unchanged = unchanged + 1

    def _table(self, old: Block, new: Block) -> None:
        found = columns(old, new)
        if found is not None:
            self._note_columns(old, new, found)
            mine, yours = [found.row(r, 0) for r in old.rows], [found.row(r, 1) for r in new.rows]
        else:
            mine, yours = old.rows, new.rows
        cursor: etree._Element | None = None
        i = j = 0
        for a, c in [*_rows(mine, yours), (len(mine), len(yours))]:
            for block in mine[i:a]:
                following = yours[j].element if j < len(yours) else None
                cursor = put(self._delete(block), cursor, following, new.element)
            for block in yours[j:c]:
                self._insert(block)
                cursor = block.element
            if a < len(mine):
                cursor = yours[c].element
                if found is not None:
                    self._cells(mine[a], yours[c], found)
                elif mine[a].key == yours[c].key:
                    self._same(mine[a], yours[c])
                else:
                    for (_, first), (cell, second) in zip(mine[a].cells, yours[c].cells, strict=True):
                        self.story(first, second, cell, inside=True)
                    self._spread(mine[a], yours[c])
            i, j = a + 1, c + 1

    def _spread(self, old: Block, new: Block) -> None:
        """Remember which cells of a row covered other columns or rows than they do now."""
        if self.stories.options.ignore_formatting:
            return
        pairs = zip(old.cells, new.cells, strict=True)
        spread = [self.wording.looks.cell(first, second) for (first, _), (second, _) in pairs]
        if any(spread):
            self.stories.record.note(ChangeKind.FORMATTED, old.words, new.words)
            before, after = (next(row.element.iterancestors(TABLE)) for row in (old, new))
            remember_grid(before, after, self.stories.pen.unsigned(f"{W}tblGridChange"))

    def _cells(self, old: Block, new: Block, found: Columns) -> None:
        """Mark the cells of two rows of which some came or went."""
        last: etree._Element | None = None
        for mine, yours in found.cells(old, new):
            if mine is not None and yours is not None:
                self.story(mine[1], yours[1], yours[0], inside=True)
                if not self.stories.options.ignore_formatting:
                    self.wording.looks.cell(mine[0], yours[0], width=True)
            elif yours is not None:
                self.wording.inserted_cell(*yours)
            elif mine is not None:
                made = self.wording.deleted_cell(mine[0])
                new.cells[0][0].addprevious(made) if last is None else last.addnext(made)
                last = made
            last = yours[0] if yours is not None else last

    def _note_columns(self, old: Block, new: Block, found: Columns) -> None:
        fit_grid(old.element, new.element, found, self.stories.pen.unsigned(f"{W}tblGridChange"))
        for index in found.gone():
            self.stories.record.note(ChangeKind.DELETED, said_in(old, index), None)
        for index in found.come():
            self.stories.record.note(ChangeKind.INSERTED, None, said_in(new, index))

    def _finish(self, move: Move) -> None:
        """Put the named ranges around both sides of a move."""
        if not (move.written_away and move.written_here):
            return
        name = self.stories.pen.move_name(self.stories.names)
        for tag, written in ((MOVED_AWAY, move.written_away), (MOVED_HERE, move.written_here)):
            start, end = self.stories.pen.move_range(tag, name)
            first, last = written[0], written[-1]
            if first.tag == P:
                properties_of(first).addnext(start)
            else:
                first.addprevious(start)
            parent = last.getparent()
            if last.tag == P and parent is not None and parent.tag == CELL and parent[-1] is last:
                last.append(end)  # a cell has to end with a paragraph
            else:
                last.addnext(end)


def _is_framed(block: Block) -> bool:
    """Whether a part of the frame of a field stands in it."""
    return block.line is not None and bool(block.line.frame)


def _frames_apart(blocks: list[Block], kept: list[int]) -> set[etree._Element]:
    """Parts of the frames that stand in none of the blocks `kept`."""
    if not any(map(_is_framed, blocks)):
        return set()
    lasting = set(kept)
    return frames_within(blocks, [block for k, block in enumerate(blocks) if k not in lasting])


def _rows(mine: list[Block], yours: list[Block]) -> list[tuple[int, int]]:
    pairs, gaps = equal_pairs(mine, yours)
    for left, right in gaps:
        pairs.extend(alike_pairs(mine, yours, left, right))
    return with_lone_rows(mine, yours, with_empty(mine, yours, sorted(pairs), frozenset()))
