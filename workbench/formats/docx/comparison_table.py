"""The table negotiators work from: provision, old text, new text, note. Changes are shown by formatting."""

from __future__ import annotations

from workbench.agreement.text import Text
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Piece, Row
from workbench.formats import changes
from workbench.formats.docx import change_summary
from workbench.formats.docx.markup import Bit, Body, Hand, State
from workbench.formats.docx.packaging import About, packed
from workbench.formats.docx.reports import bold, heading, line, table
from workbench.formats.docx.writer import end

_WIDTHS = (1900, 4900, 4900, 2300)  # twentieths of a point, on A4 laid across


def to_bytes(redline: Redline, *, author: str, date: str, summary: bool = False) -> bytes:
    """The comparison table of a redline as .docx, one row for each unit that changed.

    With `summary` a page with the changes by article stands in front, signed by `author` at `date`.
    """
    language = redline.new.language
    said = changes.words(language)
    rows = [[[Bit(bold(said[head]))] for head in ("provision", "old", "new", "note")]]
    for row, place in changes.placed(redline):
        if row.revisions and row.fate is not Fate.MOVED_AWAY:
            note = [Bit(Text(changes.kinds(redline, row)))]
            rows.append([[Bit(Text(place))], _side(row, old=True), _side(row, old=False), note])
    body = Body(Hand("", "", static=True))
    if summary:
        change_summary.write(body, redline, author=author, date=date)
    heading(body, f"{said['title']}: {redline.new.title_text}".rstrip(": "))
    if len(rows) == 1:
        line(body, said["none"])
    else:
        table(body, rows, _WIDTHS)
    end(body)
    return packed(body, About(language, redline.new.title_text, redline.new.marking, landscape=True))


def _side(row: Row, *, old: bool) -> list[Bit]:
    absent = Op.INSERT if old else Op.DELETE
    changed = State.DELETED if old else State.INSERTED
    bits: list[Bit] = []
    for pieces in (row.heading_pieces, row.text_pieces):
        shown = [piece for piece in pieces if piece.op is not absent]
        if shown and bits:
            bits.append(Bit(Text("\n")))
        bits.extend(_bits(shown, changed, old=old))
    return bits


def _bits(pieces: list[Piece], changed: State, *, old: bool) -> list[Bit]:
    return [
        Bit(piece.old if old else piece.new, State.KEPT if piece.op is Op.EQUAL else changed)
        for piece in pieces
    ]
