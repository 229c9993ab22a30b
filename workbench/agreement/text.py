"""The wording of a provision: one plain string and the marks that stand beside it.

Comparing, searching and exporting all work on the same string, so no file format is ever the truth.
Marks never overlap by accident of editing: `Text.replace` moves, clips or drops them, and a mark whose
words are all gone is gone too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

import msgspec


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """What a mark says of its words."""


class Style(StrEnum):
    """The emphasis an agreement uses."""

    ITALIC = "italic"
    BOLD = "bold"
    UNDERLINE = "underline"
    SMALL_CAPS = "small-caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class Emphasis(Value, frozen=True, tag="emphasis"):
    """Words set off by their look."""

    style: Style


class PlaceholderType(StrEnum):
    """What may fill a placeholder."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PLACE = "place"
    PERSON = "person"
    CHOICE = "choice"


class Placeholder(Value, frozen=True, tag="placeholder"):
    """Words to be supplied; the same `key` has the same value everywhere in a draft.

    The text under the mark is what is shown: the label in brackets while unfilled, then the value.
    """

    key: str
    label: str
    type: PlaceholderType = PlaceholderType.TEXT
    help: str = ""
    default: str | None = None
    filled: bool = False


class CrossReference(Value, frozen=True, tag="cross-reference"):
    """A reference to a provision of the same agreement; its words follow the target's number.

    `target` is the ProvisionId; None where the reference could not be resolved (a finding).
    """

    target: UUID | None


class DefinedTerm(Value, frozen=True, tag="defined-term"):
    """A defined term, at the place that defines it or at a use of it."""

    term: str
    defines: bool = False


class PartyName(Value, frozen=True, tag="party-name"):
    """The name of a party in whatever case form; `party` is the `Party.key`."""

    party: str


class Date(Value, frozen=True, tag="date"):
    """A calendar day written out in the text."""

    day: date


class CitedInstrument(Value, frozen=True, tag="cited-instrument"):
    """Another agreement named in the text, with what the text says of it.

    `form` is what it calls itself, in English whatever the language ("agreement", "protocol"; "" where that
    is not known); `parties` are the codes of the States named in its title, in that order.
    """

    title: str
    day: date | None = None
    place: str = ""
    form: str = ""
    parties: tuple[str, ...] = ()


class Bracket(Value, frozen=True, tag="bracket"):
    """Text not agreed, with the delegation that proposed it ("" when unknown)."""

    delegation: str = ""


class Alternative(Value, frozen=True, tag="alternative"):
    """One of several wordings on the table; alternatives with the same `group` exclude each other."""

    group: str
    delegation: str = ""


class Footnote(Value, frozen=True, tag="footnote"):
    """A note printed at the foot of the page; the mark is empty and stands where the number goes."""

    text: str


class Comment(Value, frozen=True, tag="comment"):
    """An internal remark. Never exported."""

    author: str
    text: str
    day: date | None = None


class Quoted(Value, frozen=True, tag="quoted"):
    """Words of a unit that an amending protocol quotes, so that its structure is kept and not only its words.

    `unit` is the kind of the unit (a `Kind`), or "" where mere words are quoted; `depth` is how deep it
    stands in the quotation, `part` what these words are of it: "number", "heading", "text" or "wrap_up"; ""
    for a unit without words, whose mark is empty. `begins` is set on the first mark of a unit.
    """

    unit: str
    depth: int = 0
    part: str = ""
    begins: bool = False


AnyValue = (
    Emphasis
    | Placeholder
    | CrossReference
    | DefinedTerm
    | PartyName
    | Date
    | CitedInstrument
    | Bracket
    | Alternative
    | Footnote
    | Comment
    | Quoted
)
V = TypeVar("V", bound=Value)


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A half-open range [start, end) of characters and what it means. Empty for a footnote, or a quoted
    unit without words."""

    start: int
    end: int
    value: AnyValue

    def shifted(self, by: int) -> Mark:
        """The same mark further along."""
        return Mark(self.start + by, self.end + by, self.value)


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A string and its marks, in order of start, then longest first."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.plain)

    def __bool__(self) -> bool:
        return bool(self.plain) or bool(self.marks)

    def __add__(self, other: Text | str) -> Text:
        added = as_text(other)
        return Text(self.plain + added.plain, (*self.marks, *(m.shifted(len(self)) for m in added.marks)))

    def of(self, kind: type[V]) -> tuple[tuple[int, int, V], ...]:
        """All marks of one kind as (start, end, value)."""
        return tuple((m.start, m.end, m.value) for m in self.marks if isinstance(m.value, kind))

    def slice(self, start: int, end: int) -> Text:
        """The words from `start` up to `end`; marks are clipped, and those wholly outside are dropped."""
        clipped = [
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.value)
            for m in self.marks
            if (m.start < end and m.end > start) or (m.start == m.end and start <= m.start <= end)
        ]
        return Text(self.plain[start:end], _ordered(clipped))  # clipping can change which is longer

    def replace(self, start: int, end: int, new: Text | str) -> Text:
        """Put `new` in the place of [start, end).

        A mark that surrounds the place grows or shrinks with it, one that overlaps it keeps its own
        side, one inside it goes. An insertion at the edge of a mark stays outside the mark.
        """
        added = as_text(new)
        delta = len(added) - (end - start)
        kept: list[Mark] = []
        for mark in self.marks:
            moved = _survive(mark, start, end, delta)
            if moved is not None:
                kept.append(moved)
        kept.extend(m.shifted(start) for m in added.marks)
        return Text(self.plain[:start] + added.plain + self.plain[end:], _ordered(kept))

    def marked(self, start: int, end: int, value: AnyValue) -> Text:
        """The same words with one more mark."""
        return Text(self.plain, _ordered([*self.marks, Mark(start, end, value)]))

    def unmarked(self, *kinds: type[Value]) -> Text:
        """The same words without marks of these kinds (of any kind when none is named)."""
        if not kinds:
            return Text(self.plain)
        return Text(self.plain, tuple(m for m in self.marks if not isinstance(m.value, kinds)))

    def map_marks(self, change: Callable[[Mark], Mark | None]) -> Text:
        """The same words with every mark changed or, for None, taken away."""
        changed = (change(m) for m in self.marks)
        return Text(self.plain, _ordered([m for m in changed if m is not None]))

    def stripped(self) -> Text:
        """Without white space at either end."""
        left = len(self.plain) - len(self.plain.lstrip())
        return self.slice(left, max(left, len(self.plain.rstrip())))


def as_text(value: Text | str) -> Text:
    """A `Text` from a string, or the `Text` itself."""
    return Text(value) if isinstance(value, str) else value


def join(parts: list[Text], separator: str = " ") -> Text:
    """Several texts as one."""
    whole = Text()
    for index, part in enumerate(parts):
        whole = whole + (separator if index else "") + part
    return whole


def _ordered(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end)))


def _survive(mark: Mark, start: int, end: int, delta: int) -> Mark | None:
    """Where `mark` stands after [start, end) was replaced by a text `delta` longer, or None if it is gone."""
    if mark.start == mark.end:
        if mark.start <= start:
            return mark
        return mark.shifted(delta) if mark.start >= end else None
    if mark.end <= start:
        return mark
    if mark.start >= end:
        return mark.shifted(delta)
    if start < end and mark.start <= start and mark.end >= end:
        # Words inside the mark gave way to others, at its edge too; only when all of them did, it goes.
        whole = mark.start == start and mark.end == end
        return None if whole else Mark(mark.start, mark.end + delta, mark.value)
    left, right = mark.start < start, mark.end > end
    if left and right:
        return Mark(mark.start, mark.end + delta, mark.value)
    if left:
        return Mark(mark.start, start, mark.value)
    return Mark(end + delta, mark.end + delta, mark.value) if right else None
