"""The table negotiators work from: provision, old text, new text, note. Changes are shown by formatting."""

from __future__ import annotations

from workbench.agreement.text import Emphasis, Style, Text
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Piece, RevisionKind, Row
from workbench.formats.docx.layout import Grid
from workbench.formats.docx.markup import Bit, Body, Hand, State
from workbench.formats.docx.packaging import About, packed
from workbench.formats.docx.writer import end

_HEADS = {
    "en": ("Provision", "Old text", "New text", "Note"),
    "lv": ("Norma", "Iepriekšējais teksts", "Jaunais teksts", "Piezīme"),
    "uk": ("Положення", "Попередній текст", "Новий текст", "Примітка"),
}
_WIDTHS = (1900, 5000, 5000, 2100)  # twentieths of a point, on A4 laid across
_NOTES = {
    "en": {
        RevisionKind.INSERTED: "inserted",
        RevisionKind.DELETED: "deleted",
        RevisionKind.REPLACED: "changed",
        RevisionKind.MOVED: "moved from {place}",
        RevisionKind.SPLIT: "divided",
        RevisionKind.MERGED: "joined",
        RevisionKind.RENUMBERED: "was {place}",
    },
    "lv": {
        RevisionKind.INSERTED: "iekļauts",
        RevisionKind.DELETED: "svītrots",
        RevisionKind.REPLACED: "grozīts",
        RevisionKind.MOVED: "pārvietots no: {place}",
        RevisionKind.SPLIT: "sadalīts",
        RevisionKind.MERGED: "apvienots",
        RevisionKind.RENUMBERED: "iepriekš: {place}",
    },
    "uk": {
        RevisionKind.INSERTED: "додано",
        RevisionKind.DELETED: "вилучено",
        RevisionKind.REPLACED: "змінено",
        RevisionKind.MOVED: "перенесено: {place}",
        RevisionKind.SPLIT: "поділено",
        RevisionKind.MERGED: "об’єднано",
        RevisionKind.RENUMBERED: "раніше: {place}",
    },
}


def to_bytes(redline: Redline) -> bytes:
    """The comparison table of a redline as .docx, one row for each unit that changed."""
    language = redline.new.language
    heads = _HEADS.get(language, _HEADS["en"])
    rows = [[[Bit(_bold(head))] for head in heads]]
    for row in redline.rows:
        if row.revisions and row.fate is not Fate.MOVED_AWAY:
            place, note = [Bit(Text(_place(row)))], [Bit(_note(redline, row))]
            rows.append([place, _side(row, old=True), _side(row, old=False), note])
    body = Body(Hand("", "", static=True))
    body.table(Grid(None, "grid", ()), [(State.KEPT, cells) for cells in rows], _WIDTHS)
    end(body)
    return packed(body, About(language, redline.new.title_text, redline.new.marking, landscape=True))


def _place(row: Row) -> str:
    number = row.new_number or row.old_number
    return number.label if number else ""


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


def _note(redline: Redline, row: Row) -> Text:
    words = _NOTES.get(redline.new.language, _NOTES["en"])
    kinds: dict[RevisionKind, str] = {}
    for number in row.revisions:
        revision = redline.revision(number)
        kinds.setdefault(revision.kind, words[revision.kind].format(place=revision.old_label))
    return Text("; ".join(kinds.values()))


def _bold(words: str) -> Text:
    return Text(words).marked(0, len(words), Emphasis(Style.BOLD))
