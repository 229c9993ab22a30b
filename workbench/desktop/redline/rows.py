"""A redline as entries of a sheet: one for every heading and wording, with every change marked in place.

In line, one column holds both texts; side by side, the left column shows the old text with its deletions and
the right one the new text with its insertions, row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from workbench.agreement.numbering import Number
from workbench.agreement.text import Alternative, Bracket, Comment, Footnote
from workbench.agreement.tree import BASIC, Kind, Provision, ProvisionId
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Pieces, Row
from workbench.desktop.editor.lines import INDENTED, Line, Part
from workbench.desktop.editor.runs import REDLINE, Deco, Rendered, Run, Shape, render, utf16
from workbench.desktop.editor.sheet import Entry, Flag
from workbench.desktop.editor.styles import style_of
from workbench.desktop.redline.places import compact
from workbench.desktop.redline.voices import ONE_VOICE, Voices


class Column(StrEnum):
    """Which text a column shows."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RedlineEntry:
    """An entry with where it comes from: the row, the revisions it shows and where each stands in it."""

    entry: Entry
    row: int
    revisions: tuple[int, ...] = ()
    spans: tuple[tuple[int, int, int], ...] = ()
    """(revision, start, end) in document positions of the block."""
    marks: tuple[tuple[Deco, str], ...] = ()
    """What the map shows for it: what happened there, and in a merge whose it is."""


_DECOS = {Op.INSERT: Deco.INSERTION, Op.DELETE: Deco.DELETION}
_MARKED = REDLINE | {Deco.BRACKET}
_TONES = {
    Deco.INSERTION: "insertion",
    Deco.DELETION: "deletion",
    Deco.MOVED_HERE: "move",
    Deco.MOVED_AWAY: "move",
}


def entries(redline: Redline, column: Column = Column.BOTH, voices: Voices = ONE_VOICE) -> list[RedlineEntry]:
    """All rows of a redline as entries. Side by side, both columns have the same number of entries."""
    depths = depths_of(redline)
    made: list[RedlineEntry] = []
    for index, row in enumerate(redline.rows):
        made.extend(entries_of_row(depths, index, row, column, voices))
    return made


def depths_of(redline: Redline) -> dict[ProvisionId, int]:
    """How deep the provisions of either text are set in."""
    found: dict[ProvisionId, int] = {}

    def below(units: Iterable[Provision], depth: int) -> None:
        for unit in units:
            own = depth + (unit.kind in INDENTED)
            found[unit.id] = own
            below(unit.children, own)

    for side in (redline.old, redline.new):
        below(side.units(), 0)
    return found


def shown_provision(row: Row) -> Provision | None:
    """The provision a row shows, the new one where there is one."""
    return row.new if row.new is not None else row.old


def entries_of_row(
    depths: Mapping[ProvisionId, int], index: int, row: Row, column: Column, voices: Voices = ONE_VOICE
) -> list[RedlineEntry]:
    """The entries that one row of a redline makes: one for its heading, one for its wording."""
    unit = shown_provision(row)
    if unit is None or unit.kind in (Kind.ROW, Kind.CELL):
        return []
    hidden = (column is Column.OLD and row.fate in (Fate.INSERTED, Fate.MOVED_HERE)) or (
        column is Column.NEW and row.fate in (Fate.DELETED, Fate.MOVED_AWAY)
    )
    number = _number(row, column)
    parts: list[tuple[Part, Pieces]] = []
    if unit.kind is Kind.TABLE:
        parts.append((Part.TABLE, ()))
    if row.heading_pieces:
        parts.append((Part.HEADING, row.heading_pieces))
    if row.text_pieces:
        parts.append((Part.WRAP_UP if row.wrap_up else Part.TEXT, row.text_pieces))
    if not parts and number and unit.kind in (*BASIC, Kind.CHAPTER, Kind.PART, Kind.ANNEX):
        parts.append((Part.HEADING, ()))
    elif not parts and number and not unit.children:
        parts.append((Part.TEXT, ()))
    made: list[RedlineEntry] = []
    for position, (part, pieces) in enumerate(parts):
        line = Line(unit, part, row.zone, depths.get(unit.id, 0), number if position == 0 else "")
        style = style_of(line)
        rendered, spans = _rendered(pieces, row, column, voices)
        if hidden:
            rendered, spans = Rendered((), ()), ()
        flags = _flags(row) if position == 0 and not hidden else ()
        entry = Entry(
            rendered,
            style,
            line.number if not hidden else "",
            str(unit.id),
            part.value,
            "",
            flags,
            unit if part is Part.TABLE and not hidden else None,
        )
        revisions = tuple(dict.fromkeys((*row.revisions, *(r for r, _, _ in spans))))
        marks = {(shape.deco, shape.slot) for shape in rendered.shapes if shape.deco in _MARKED}
        made.append(RedlineEntry(entry, index, revisions, spans, tuple(sorted(marks))))
    return made


def _number(row: Row, column: Column) -> str:
    old, new = row.old_number, row.new_number
    gone = row.fate in (Fate.DELETED, Fate.MOVED_AWAY)
    chosen: Number | None = (
        (old or new) if column is Column.OLD or (gone and column is Column.BOTH) else new or old
    )
    if row.wrap_up or row.joined or chosen is None:
        return ""
    return chosen.printed


def _flags(row: Row) -> tuple[Flag, ...]:
    """Moved text says where it went or came from."""
    if row.fate is Fate.MOVED_AWAY and row.moved_to:
        return (Flag("arrow-bend-right-down", "move", compact(row.moved_to), row.moved_to),)
    if row.fate is Fate.MOVED_HERE and row.moved_from:
        return (Flag("arrow-bend-right-up", "move", compact(row.moved_from), row.moved_from),)
    return ()


def _rendered(
    pieces: Pieces, row: Row, column: Column, voices: Voices
) -> tuple[Rendered, tuple[tuple[int, int, int], ...]]:
    runs: list[Run] = []
    shapes: list[Shape] = []
    spans: list[tuple[int, int, int]] = []
    position = 0
    whole = _whole(row.fate)
    for piece in pieces:
        text = piece.text
        if column is Column.OLD:
            if piece.op is Op.INSERT:
                continue
            text = piece.old
        elif column is Column.NEW and piece.op is Op.DELETE:
            continue
        disputed = piece.revision in voices.open
        if disputed and piece.op is Op.DELETE:
            continue  # what stood there before is told beside the text, where both wordings stand in full
        # A piece may hold half a bracket, which could not be shown as one; its signs stand in the words.
        text = text.unmarked(Bracket, Footnote, Comment)
        text = text.map_marks(voices.of_delegations) if disputed else text.unmarked(Alternative)
        shown = render(text, voices.slot_of)
        words = shown.text
        if not words:
            continue
        moved = whole is not None and (piece.op is Op.EQUAL or row.fate is Fate.MOVED_AWAY)
        deco = None if disputed else whole if moved else _DECOS.get(piece.op)
        revision = piece.revision
        if revision is None and whole is not None and row.revisions:
            revision = row.revisions[0]
        slot = voices.slot(revision)
        if deco is None:
            runs.extend(shown.runs)
            shapes.extend(replace(s, start=s.start + position, end=s.end + position) for s in shown.shapes)
        else:
            runs.extend(_marked_runs(shown.runs, deco, f"delegation_{slot}" if slot else _TONES[deco]))
            shapes.append(Shape(position, position + utf16(words.rstrip()), deco, slot))
        if revision is not None:
            spans.append((revision, position, position + utf16(words)))
        position += utf16(words)
    return Rendered(tuple(runs), tuple(shapes)), tuple(spans)


def _marked_runs(runs: Sequence[Run], deco: Deco, tone: str) -> list[Run]:
    marked = [Run(r.text, replace(r.look, colour=tone, hidden=False), r.size) for r in runs if r.text]
    last = marked[-1]
    if deco is Deco.DELETION and not last.text[-1:].isspace() and len(last.text) > 1:
        # Room behind a deletion, so that the insertion after it does not touch the strike.
        end = Run(last.text[-1], replace(last.look, gap=True), 1)
        return [*marked[:-1], Run(last.text[:-1], last.look, last.size - 1), end]
    return marked


def _whole(fate: Fate) -> Deco | None:
    return {
        Fate.INSERTED: Deco.INSERTION,
        Fate.DELETED: Deco.DELETION,
        Fate.MOVED_HERE: Deco.MOVED_HERE,
        Fate.MOVED_AWAY: Deco.MOVED_AWAY,
    }.get(fate)


def entry_of_revision(shown: Sequence[RedlineEntry], revision: int) -> int | None:
    """The first entry that shows a revision."""
    for index, made in enumerate(shown):
        if any(number == revision for number, _, _ in made.spans):
            return index
    return next((index for index, made in enumerate(shown) if revision in made.revisions), None)


def provision_of(shown: Sequence[RedlineEntry], index: int) -> ProvisionId | None:
    """The provision of an entry, as the new text knows it if it does."""
    if not 0 <= index < len(shown):
        return None
    return ProvisionId(UUID(shown[index].entry.provision))
