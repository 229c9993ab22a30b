"""Units as an amending protocol quotes them: one block of text a unit, with its number.

    Article 12          3. pants           1. The Parties …      (a) …
    Transport           Transports

`blocks` writes a unit out, a heading on a line of its own. Each stretch of words bears a mark that says
what it is of which unit (`Quoted`), so that `marked_units` makes the very same units of them again, however
odd their numbers and kinds. Where the marks are gone, because the protocol has been through Word or was
drafted elsewhere, `manner` reads the words as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.agreement.numbering import Number
from workbench.agreement.text import Emphasis, Footnote, Mark, PartyName, Placeholder, Quoted, Text, join
from workbench.agreement.tree import BASIC, EMPTY, GROUPING, Kind, Provision, ProvisionId, new_id

HEADS = (*GROUPING, *BASIC, Kind.ANNEX)
_KEPT = (Emphasis, Footnote, PartyName, Placeholder)


def blocks(unit: Provision, labels: dict[ProvisionId, Number], depth: int = 0) -> tuple[Text, ...]:
    """A unit and all below it, one block each, numbered as `labels` has it."""
    writer = _Writer(unit, labels[unit.id].printed, depth)
    if unit.kind is Kind.TABLE and _is_plain_table(unit):
        rows = (_table_row(row, depth + 1) for row in unit.children)
        above = writer.part("text", unit.text) + "\n" if unit.text else writer.part("", EMPTY)
        return (above + join(list(rows), "\n"),)
    number, heading = writer.part("number", Text(writer.printed)), writer.part("heading", unit.heading)
    text = writer.part("text", unit.text)
    if unit.kind in HEADS:
        between = " " if writer.printed[:1].isdigit() and writer.printed.endswith(".") else "\n"
        own = [join([part for part in (number, heading) if part], between), text]
    else:
        own = [join([part for part in (number, heading, text) if part], " ")]
    own = [part for part in own if part]
    if not writer.begun:
        own = [writer.part("", EMPTY)]
    for child in unit.children:
        own.extend(blocks(child, labels, depth + 1))
    if unit.wrap_up:
        own.append(writer.part("wrap_up", unit.wrap_up))
    return tuple(own)


def quoted_words(words: Text) -> Text:
    """Mere words as an instruction quotes them: told from the sentence whatever signs stand in them."""
    plainer = _plainer(words)
    return Text(plainer.plain, (Mark(0, len(plainer), Quoted("")), *plainer.marks))


def quotation(said: str, content: Sequence[Text], signs: str) -> Text:
    """An instruction with the blocks it brings, between an opening and a closing sign, behind its words."""
    return Text(f"{said}\n\n{signs[0]}") + join(list(content), "\n\n") + signs[1]


def begun(said: Text, sentence: bool) -> Text:
    """The instruction as a sentence of its own, or as a member of a list."""
    return said.replace(0, 1, said.plain[0].upper()) if sentence else said


def _plainer(words: Text) -> Text:
    """The wording with the marks that may travel: a reference would point into another agreement."""
    return words.map_marks(lambda mark: mark if isinstance(mark.value, _KEPT) else None)


def _is_plain_table(unit: Provision) -> bool:
    """Rows of cells of one line each: what can be written with a tab between the cells."""
    for row in unit.children:
        if row.kind is not Kind.ROW or row.text or row.heading or row.wrap_up:
            return False
        for cell in row.children:
            if cell.kind is not Kind.CELL or cell.children or cell.heading or cell.wrap_up:
                return False
            if "\n" in cell.text.plain or "\t" in cell.text.plain:
                return False
    return bool(unit.children) and not unit.heading and not unit.wrap_up


def _table_row(row: Provision, depth: int) -> Text:
    cells = [_Writer(cell, "", depth + 1).part("text", cell.text, always=True) for cell in row.children]
    return _Writer(row, "", depth).part("", EMPTY) + join(cells, "\t")


class _Writer:
    """The parts of one unit, the first of them marked as its beginning."""

    def __init__(self, unit: Provision, printed: str, depth: int) -> None:
        self.kind, self.printed, self.depth = unit.kind, printed, depth
        self.begun = False

    def part(self, name: str, words: Text, *, always: bool = False) -> Text:
        """Words of the unit under a mark that says of which part; nothing where there are none."""
        if not words and name and not always:
            return words
        plainer = _plainer(words)
        value = Quoted(self.kind.value, self.depth, name, not self.begun)
        self.begun = True
        return Text(plainer.plain, (Mark(0, len(plainer), value), *plainer.marks))


@dataclass
class Node:
    """A unit in the making."""

    kind: Kind
    printed: str = ""
    heading: Text = EMPTY
    text: Text = EMPTY
    wrap_up: Text = EMPTY
    children: list[Node] = field(default_factory=list)

    def made(self) -> Provision:
        """The unit, under an identity of its own."""
        return Provision(
            id=new_id(),
            kind=self.kind,
            printed=self.printed,
            heading=self.heading,
            text=self.text,
            wrap_up=self.wrap_up,
            children=tuple(child.made() for child in self.children),
        )


def marked_units(content: Sequence[Text]) -> tuple[Provision, ...]:
    """The units that marked blocks hold, to the letter; none where a word stands outside the marks."""
    roots: list[Node] = []
    open_units: list[Node] = []
    for block in content:
        marks = sorted(block.of(Quoted), key=lambda found: (found[0], found[2].depth, found[1]))
        if not _cover(block.plain, [(start, end) for start, end, _ in marks]):
            return ()
        for start, end, value in marks:
            del open_units[value.depth + (not value.begins) :]
            if len(open_units) != value.depth + (not value.begins) or value.unit not in set(Kind):
                return ()
            if value.begins:
                node = Node(Kind(value.unit))
                (open_units[-1].children if open_units else roots).append(node)
                open_units.append(node)
            words = block.slice(start, end).unmarked(Quoted)
            if value.part == "number":
                open_units[-1].printed = words.plain
            elif value.part:
                setattr(open_units[-1], value.part, words)
    return tuple(node.made() for node in roots)


def _cover(plain: str, extents: Sequence[tuple[int, int]]) -> bool:
    """Whether every word stands inside one of the extents, and there is one."""
    done = 0
    for start, end in extents:
        if plain[done:start].strip():
            return False
        done = max(done, end)
    return bool(extents) and not plain[done:].strip()
