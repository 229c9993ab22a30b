"""Redline -> Word: the two texts in one file, what differs as native revisions.

Accepting all revisions gives the text of `writer.to_bytes(new)`, rejecting all that of the old one. A unit
that only changed its number or its level is not marked beyond what Word needs to set it right again. Moved
words are marked as moved; what was edited in them is deleted where they stood and inserted where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_

from workbench.agreement.text import Text
from workbench.agreement.tree import ProvisionId
from workbench.comparison.blocks import blocks_between
from workbench.comparison.options import PLAIN
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Piece, Pieces, Row
from workbench.comparison.words import compare_words
from workbench.formats.docx import change_summary, comparison_table
from workbench.formats.docx.breaks import settle_breaks
from workbench.formats.docx.layout import Block, Grid, Layout, Para, lay_out
from workbench.formats.docx.markup import Bit, Body, Hand, State
from workbench.formats.docx.packaging import packed
from workbench.formats.docx.references import bookmarks_of_both, linked
from workbench.formats.docx.writer import about, after_table, end, number_text

FORMS = ("revisions", "static", "table")
_ROLES = ("number", "heading", "text", "grid", "wrap-up")
_DIVIDED = {Fate.SPLIT: (Fate.DELETED, Fate.MOVED_AWAY), Fate.MERGED: (Fate.INSERTED, Fate.MOVED_HERE)}
"""Of a unit in parts: what may not stand between them."""
_WHOLE = (Fate.INSERTED, Fate.DELETED, Fate.MOVED_AWAY, Fate.MOVED_HERE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_bytes(
    redline: Redline,
    *,
    author: str,
    date: str,
    form: str = "revisions",
    summary: bool = False,
    comments: bool = False,
) -> bytes:
    """The .docx of a redline.

    `date` is ISO 8601; a bare day means its midnight, a time without zone counts as UTC. `form` is
    "revisions" (native ones), "static" (formatting only) or "table" (provision, old, new, note); `summary`
    puts a page with the changes by article in front, `comments` tells to write those of the new text, which
    are internal otherwise. The same redline, author and date give the same bytes.
    """
    if form not in FORMS:
        raise ValueError(f"unknown form of redline: {form}")
    if form == "table":
        return comparison_table.to_bytes(redline, author=author, date=date, summary=summary)
    hand = Hand(author, stamp(date), static=form == "static")
    native = not hand.static
    old, new = lay_out(redline.old, automatic=native), lay_out(redline.new, automatic=native)
    heirs = {row.old.id: row.new.id for row in redline.rows if row.old and row.new}
    body = Body(hand, bookmarks_of_both(redline.old, old, redline.new, new, heirs), [] if comments else None)
    if summary:
        change_summary.write(body, redline, author=author, date=date)
    left = {row.old.id for row in redline.rows if row.old and row.fate is Fate.MOVED_AWAY}
    writing = _Writing(body, old, new, heirs, left)
    for row, goes_on in _parts_together(redline.rows):
        writing.row(row, goes_on=goes_on)
    end(body)
    if native:
        settle_breaks(body)
    return packed(body, about(redline.new, tracking=native))


def stamp(date: str) -> str:
    """A time as Word writes it: ISO 8601 with a zone, "" when none is given."""
    if not date:
        return ""
    if _DAY.fullmatch(date):
        return f"{date}T00:00:00Z"
    return date if re.search(r"(Z|[+-]\d{2}:\d{2})$", date) else f"{date}Z"


def _parts_together(rows: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether its paragraph goes on in a later part of the unit.

    Between the parts of a unit that was divided nothing may stand that comes back, or rejecting could not put
    them together again; of one that was put together nothing that came. It stands behind the last part.
    """
    at = 0
    while at < len(rows):
        first, last = rows[at], at
        if first.fate in _DIVIDED:
            end = at + 1
            while end < len(rows) and (_is_part(rows[end], first) or rows[end].fate in _WHOLE):
                last = end if _is_part(rows[end], first) else last
                end += 1
        off = _DIVIDED.get(first.fate, ())
        group = rows[at : last + 1]
        parts = [row for row in group if row.fate not in off]
        yield from ((row, row.fate is first.fate and row is not parts[-1]) for row in parts)
        yield from ((row, False) for row in group if row.fate in off)
        at = last + 1


def _is_part(row: Row, first: Row) -> bool:
    return row.joined and row.fate is first.fate and row.revisions == first.revisions


@dataclass(slots=True)
class _Writing:
    body: Body
    old: Layout
    new: Layout
    heirs: dict[ProvisionId, ProvisionId]
    left: set[ProvisionId]
    moves: dict[tuple[ProvisionId, str], str] = field(default_factory=dict)

    def row(self, row: Row, *, goes_on: bool) -> None:
        """Write the paragraphs of one row. `goes_on` tells that the next row is a part of the same unit."""
        before = self._blocks(self.old, row.old.id if row.old else None, row.wrap_up)
        after = self._blocks(self.new, row.new.id if row.new else None, row.wrap_up)
        match row.fate:
            case Fate.INSERTED:
                self._all(after, State.INSERTED)
            case Fate.DELETED:
                self._all(before, State.DELETED)
            case Fate.MOVED_AWAY | Fate.MOVED_HERE:
                self._moved(row, before, after)
            case Fate.SPLIT | Fate.MERGED:
                self._part(row, before, after, goes_on)
            case _:
                self._kept(row, before, after)

    def _blocks(self, layout: Layout, unit: ProvisionId | None, wrap_up: bool) -> dict[str, Block]:
        if unit is None:
            return {}
        found = (layout.closing if wrap_up else layout.opening).get(unit, ())
        return {block.role: self._inherited(block) if layout is self.old else block for block in found}

    def _inherited(self, block: Block) -> Block:
        """An old paragraph counts on in the list that its siblings have in the new text.

        It bears no bookmark where the provision stands in the new text too, be it elsewhere.
        """
        if block.unit in self.heirs:
            block = with_(block, unit=None)
        if isinstance(block, Grid) or block.list is None or block.list.parent is None:
            return block
        heir = self.heirs.get(block.list.parent, block.list.parent)
        return with_(block, list=with_(block.list, parent=heir, left=block.list.parent in self.left))

    def _all(self, blocks: dict[str, Block], state: State) -> None:
        for block in blocks.values():
            self._whole(block, state)

    def _whole(self, block: Block, state: State) -> None:
        """A block of which both words and existence have one state."""
        if isinstance(block, Para):
            bits = (Bit(number_text(block), state), Bit(block.text, state))
            self.body.paragraph(block, bits, mark=state)
            return
        self.body.table(block, [(state, [[Bit(cell, state)] for cell in row]) for row in block.rows])
        self.body.paragraph(after_table(block), (), mark=state)

    def _kept(self, row: Row, before: dict[str, Block], after: dict[str, Block]) -> None:
        for role in _ROLES:
            old, new = before.get(role), after.get(role)
            if isinstance(old, Para) and isinstance(new, Para):
                bits = [*self._number(old, new), *_bits(_pieces(row, role))]
                self.body.paragraph(new, bits, before=old)
            elif isinstance(old, Grid) and isinstance(new, Grid):
                self._grid(old, new)
            else:
                self._all({role: old} if old else {}, State.DELETED)
                self._all({role: new} if new else {}, State.INSERTED)

    def _number(self, old: Para | None, new: Para | None) -> list[Bit]:
        """What changed in numbers that are text."""
        was = number_text(old) if old else Text()
        is_ = number_text(new) if new else Text()
        return _bits(_number_pieces(was, is_))

    def _grid(self, old: Grid, new: Grid) -> None:
        rows: list[tuple[State, Sequence[Sequence[Bit]]]] = []
        mine, yours = [_key(row) for row in old.rows], [_key(row) for row in new.rows]
        for block in blocks_between(mine, yours, tidy=False):
            first, second = old.rows[block.a : block.b], new.rows[block.c : block.d]
            paired = 0
            while paired < min(len(first), len(second)) and len(first[paired]) == len(second[paired]):
                cells = zip(first[paired], second[paired], strict=True)
                rows.append((State.KEPT, [_bits(compare_words(a, b, PLAIN)) for a, b in cells]))
                paired += 1
            for state, rest in ((State.DELETED, first[paired:]), (State.INSERTED, second[paired:])):
                rows.extend((state, [[Bit(cell, state)] for cell in row]) for row in rest)
        self.body.table(new, rows)
        self.body.paragraph(after_table(new), ())

    def _moved(self, row: Row, before: dict[str, Block], after: dict[str, Block]) -> None:
        away = row.fate is Fate.MOVED_AWAY
        for role, block in (before if away else after).items():
            other = (after if away else before).get(role)
            state = State.DELETED if away else State.INSERTED
            if not isinstance(block, Para) or not isinstance(other, Para) or row.old is None:
                self._whole(block, state)
                continue
            old, new = (block, other) if away else (other, block)
            words = _pieces(row, role)
            pieces = (*_number_pieces(number_text(old), number_text(new)), *words)
            same = role == "number" or any(p.op is Op.EQUAL and p.text.plain.strip() for p in words)
            if not same or (role == "number" and old.number != new.number):
                self._whole(block, state)
                continue
            name = self.moves.setdefault((row.old.id, role), f"move{len(self.moves) + 1}")
            kept = State.MOVED_AWAY if away else State.MOVED_HERE
            bits = [
                Bit(piece.old if away else piece.new, kept if piece.op is Op.EQUAL else state)
                for piece in pieces
                if piece.op is not (Op.INSERT if away else Op.DELETE)
            ]
            self.body.paragraph(block, bits, mark=self._end(bits, state), move=name)

    def _end(self, bits: Sequence[Bit], state: State) -> State:
        """How the break of a moved paragraph is marked, or LibreOffice would keep an empty paragraph.

        It does where the break has moved behind words that are deleted, or behind a link in the text.
        """
        links = (name for bit in bits for _, name in linked(bit.text, self.body.bookmarks))
        return state if any(links) else bits[-1].state

    def _part(self, row: Row, before: dict[str, Block], after: dict[str, Block], goes_on: bool) -> None:
        """A part of a divided or joined unit: the break behind it is new, or taken out."""
        old, new = before.get("text"), after.get("text")
        old_para = old if isinstance(old, Para) else None
        new_para = new if isinstance(new, Para) else None
        shown = new_para or old_para
        if shown is None:
            return
        mark = State.KEPT
        if goes_on:
            mark = State.INSERTED if row.fate is Fate.SPLIT else State.DELETED
        bits = [*self._number(old_para, new_para), *_bits(row.text_pieces)]
        self.body.paragraph(shown, bits, mark=mark, before=old_para)


def _pieces(row: Row, role: str) -> Pieces:
    if role == "number":
        return ()
    return row.heading_pieces if role == "heading" else row.text_pieces


def _number_pieces(old: Text, new: Text) -> Pieces:
    """What changed in a number: "2." becomes "3." whole, of "Article 2" only the figure."""
    before, after = re.findall(r"\s|\S+", old.plain), re.findall(r"\s|\S+", new.plain)
    pieces: list[Piece] = []
    for block in blocks_between(before, after, tidy=False):
        if block.equal:
            pieces.append(Piece(Op.EQUAL, Text("".join(after[block.c : block.d]))))
            continue
        for op, words in ((Op.DELETE, before[block.a : block.b]), (Op.INSERT, after[block.c : block.d])):
            if words:
                pieces.append(Piece(op, Text("".join(words))))
    return tuple(pieces)


def _bits(pieces: Pieces) -> list[Bit]:
    states = {Op.EQUAL: State.KEPT, Op.INSERT: State.INSERTED, Op.DELETE: State.DELETED}
    return [Bit(piece.text, states[piece.op]) for piece in pieces]


def _key(row: Sequence[Text]) -> str:
    return "\x1f".join(cell.plain for cell in row)
