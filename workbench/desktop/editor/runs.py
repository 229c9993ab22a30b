"""The wording of a line as runs: stretches of characters that look alike, and the shapes drawn around them.

A run may stand for no character of the wording at all (the number of a footnote), so a run carries how
many it stands for, and `Rendered` turns places of the wording into places of the document and back. Qt
counts in UTF-16 code units, Python in code points; the difference is settled here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.agreement.text import (
    Alternative,
    Bracket,
    Comment,
    CrossReference,
    DefinedTerm,
    Emphasis,
    Footnote,
    Mark,
    Placeholder,
    Style,
    Text,
)


class Deco(StrEnum):
    """A shape drawn behind or under words."""

    PLACEHOLDER = "placeholder"
    FILLED = "filled"
    REFERENCE = "reference"
    BRACKET = "bracket"
    COMMENT = "comment"
    FOUND = "found"
    QUERY = "query"
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"


REDLINE = frozenset((Deco.INSERTION, Deco.DELETION, Deco.MOVED_HERE, Deco.MOVED_AWAY))
"""The shapes that tell a change."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set. `colour` is a role of the theme, `chip` the initials behind its last character."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    small_caps: bool = False
    raised: int = 0
    colour: str = "ink"
    hidden: bool = False
    chip: str = ""
    slot: str = ""
    gap: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """`text` as the document holds it, standing for `size` characters of the wording."""

    text: str
    look: Look
    size: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A decoration of [start, end) in positions of the block.

    `slot` is a delegation's (a, b or c), of a query its severity.
    """

    start: int
    end: int
    deco: Deco
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A line ready for the page."""

    runs: tuple[Run, ...]
    shapes: tuple[Shape, ...]

    @property
    def text(self) -> str:
        """What the document's block holds."""
        return "".join(run.text for run in self.runs)

    def to_document(self, offset: int) -> int:
        """The position in the block that shows the character at `offset` of the wording."""
        position = 0
        for run in self.runs:
            if offset < run.size or (offset == run.size and run.size):
                return position + utf16(run.text[:offset])
            offset -= run.size
            position += utf16(run.text)
        return position

    def to_wording(self, position: int) -> int:
        """The offset in the wording of a position in the block, or the nearest one."""
        offset = 0
        for run in self.runs:
            width = utf16(run.text)
            if position < width:
                return offset + (code_points(run.text, position) if run.size else 0)
            position -= width
            offset += run.size
        return offset


def utf16(text: str) -> int:
    """How long Qt finds a string."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, position: int) -> int:
    """How many characters of a string end at or before a UTF-16 position."""
    if text.isascii():
        return min(position, len(text))
    taken = 0
    for count, char in enumerate(text):
        if taken >= position:
            return count
        taken += 2 if char > "\uffff" else 1
    return len(text)


def render(
    text: Text,
    slots: Callable[[str], str],
    *,
    notes_before: int = 0,
    bold: bool = False,
    italic: bool = False,
) -> Rendered:
    """Set a text. `slots` gives a delegation's slot; `notes_before` how many footnotes precede the line."""
    plain = text.plain
    edges = {0, len(plain)}
    for mark in text.marks:
        edges.update((mark.start, mark.end))
        if _hides(mark, plain) or _written(mark, plain):
            edges.update((mark.start + 1, mark.end - 1))
    cuts = sorted(edges)
    runs: list[Run] = []
    at: dict[int, int] = {}
    position = 0
    note = notes_before
    base = Look(bold=bold, italic=italic)
    for index, cut in enumerate(cuts):
        closing = [mark for mark in text.marks if mark.end == cut and _unwritten(mark, plain)]
        runs.extend(Run("]", _bracket_look(mark, slots, opens=False), 0) for mark in closing)
        position += len(closing)
        at[cut] = position
        for mark in text.marks:
            if mark.start != cut:
                continue
            if isinstance(mark.value, Footnote):
                note += 1
                runs.append(Run(str(note), Look(raised=1, colour="accent"), 0))
                position += len(str(note))
            elif _unwritten(mark, plain):
                runs.append(Run("[", _bracket_look(mark, slots, opens=True), 0))
                position += 1
        if index + 1 < len(cuts):
            end = cuts[index + 1]
            words = plain[cut:end].replace("\n", "\u2028")
            runs.append(Run(words, _look(text, cut, end, base, slots), end - cut))
            position += utf16(words)
    shapes = [_shape(mark, at, plain, slots) for mark in text.marks]
    return Rendered(tuple(runs), tuple(shape for shape in shapes if shape is not None))


def _look(text: Text, start: int, end: int, base: Look, slots: Callable[[str], str]) -> Look:
    plain = text.plain
    chosen: dict[str, object] = {"bold": base.bold, "italic": base.italic}
    for mark in text.marks:
        if mark.start > start:
            break
        if mark.end < end or mark.start == mark.end:
            continue
        match mark.value:
            case Emphasis(style=style):
                chosen.update(_STYLES[style])
            case DefinedTerm(defines=True):
                chosen["bold"] = True
            case Placeholder(filled=False):
                chosen["colour"] = "brass"
                if _hides(mark, plain) and (start == mark.start or end == mark.end):
                    chosen["hidden"] = True
            case CrossReference():
                chosen["colour"] = "accent"
            case Bracket() | Alternative():
                opens, closes = start == mark.start, end == mark.end
                if _written(mark, plain) and (opens or closes):
                    return _bracket_look(mark, slots, opens=opens)
            case _:
                pass
    return Look(**chosen)  # type: ignore[arg-type]  # keys are its fields, set just above


def _bracket_look(mark: Mark, slots: Callable[[str], str], *, opens: bool) -> Look:
    who = mark.value.delegation if isinstance(mark.value, Bracket | Alternative) else ""
    slot = slots(who)
    return Look(bold=True, colour=f"delegation_{slot}", slot=slot, chip=who[:3].upper() if opens else "")


_STYLES: Mapping[Style, dict[str, object]] = {
    Style.BOLD: {"bold": True},
    Style.ITALIC: {"italic": True},
    Style.UNDERLINE: {"underline": True},
    Style.SMALL_CAPS: {"small_caps": True},
    Style.SUPERSCRIPT: {"raised": 1},
    Style.SUBSCRIPT: {"raised": -1},
}


def _hides(mark: Mark, plain: str) -> bool:
    """An open placeholder wears a dashed frame; the brackets round its label would say the same again."""
    if not isinstance(mark.value, Placeholder) or mark.value.filled or mark.end - mark.start < 3:
        return False
    return plain[mark.start] == "[" and plain[mark.end - 1] == "]"


def _written(mark: Mark, plain: str) -> bool:
    """Whether the square brackets of a bracket or an alternative stand in the wording itself."""
    if not isinstance(mark.value, Bracket | Alternative) or mark.end - mark.start < 2:
        return False
    return plain[mark.start] == "[" and plain[mark.end - 1] == "]"


def _unwritten(mark: Mark, plain: str) -> bool:
    if not isinstance(mark.value, Bracket | Alternative) or mark.start == mark.end:
        return False
    return not _written(mark, plain)


def _shape(mark: Mark, at: Mapping[int, int], plain: str, slots: Callable[[str], str]) -> Shape | None:
    start, end = at[mark.start], at[mark.end]
    if end <= start:
        return None
    match mark.value:
        case Placeholder(filled=filled):
            inset = _hides(mark, plain)
            deco = Deco.FILLED if filled else Deco.PLACEHOLDER
            return Shape(start + inset, end - inset, deco)
        case CrossReference():
            return Shape(start, end, Deco.REFERENCE)
        case Bracket(delegation=who) | Alternative(delegation=who):
            return Shape(start, end, Deco.BRACKET, slots(who))
        case Comment():
            return Shape(start, end, Deco.COMMENT)
        case _:
            return None


def delegation_slots(parties: tuple[str, ...]) -> Callable[[str], str]:
    """The slot of each delegation: "a" the first party's (our own), "b" the second's, "c" anyone else's."""

    def slot(who: str) -> str:
        if parties and who.upper() == parties[0].upper():
            return "a"
        if len(parties) > 1 and who.upper() == parties[1].upper():
            return "b"
        return "c"

    return slot
