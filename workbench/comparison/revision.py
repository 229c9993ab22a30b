"""What a comparison is made of: pieces of wording, revisions, rows for display and nodes for deciding.

`compare` makes them, `Redline` holds them, the window and the writers of redlines show them. A `Row` is
one unit as the eye meets it, in document order; a `Node` is one place of the tree that holds both texts
at once, from which any mixture of accepted and rejected revisions can be built. All are frozen and hold no
cycles, so the collector of garbage need not walk the thousands of a long redline (`gc=False`).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from workbench.agreement.numbering import Number
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision, ProvisionId, Zone


class Op(StrEnum):
    """What happened to a stretch of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of words with one fate, and the number of the revision it belongs to.

    `text` of an EQUAL piece is as the new text has it. `before` is how the old text has it where the two
    differ in something that is no revision: a folded quote, a mark that says nothing new to the reader.
    """

    op: Op
    text: Text
    revision: int | None = None
    before: Text | None = None

    @property
    def old(self) -> Text:
        """These words as the old text has them; empty for an insertion."""
        if self.op is Op.INSERT:
            return Text()
        return self.text if self.before is None else self.before

    @property
    def new(self) -> Text:
        """These words as the new text has them; empty for a deletion."""
        return Text() if self.op is Op.DELETE else self.text


Pieces = tuple[Piece, ...]


class RevisionKind(StrEnum):
    """The kinds of change a negotiator speaks of. The values are those of the command line's JSON."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RENUMBERED = "renumbered"


class Revision(msgspec.Struct, frozen=True, gc=False):
    """One change that can be accepted or rejected.

    `number` counts from 1 in document order. `label` is the computed label of the provision ("Article
    6(2)") in the new text, or in the old one for what was deleted. REPLACED is a change of words inside
    a provision: `old` and `new` are the words concerned, None where words were only added or only taken
    out. INSERTED, DELETED and MOVED concern a whole provision with all below it. RENUMBERED reports a
    computed number (`old` and `new` are labels); accepting or rejecting it changes nothing. `old_label`
    and `new_label` cite the place in either text ("" where it has none). `date` is ISO 8601.
    """

    number: int
    kind: RevisionKind
    label: str
    old: str | None = None
    new: str | None = None
    old_id: ProvisionId | None = None
    new_id: ProvisionId | None = None
    old_label: str = ""
    new_label: str = ""
    author: str = ""
    date: str = ""


class Fate(StrEnum):
    """What became of a unit as a whole; words inside a kept or moved unit may have changed as well."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"
    SPLIT = "split"
    MERGED = "merged"


class Row(msgspec.Struct, frozen=True, gc=False):
    """One aligned unit for display, in document order.

    A unit with a wrap-up has a second row behind its children, with `wrap_up` set and the words in
    `text_pieces`. A moved unit has a row at either place: MOVED_AWAY (with `moved_to`) and MOVED_HERE
    (with `moved_from`). SPLIT and MERGED units have one row for each part; `joined` is set on every
    part but the first: the break before it is new (SPLIT) or taken out (MERGED).
    """

    kind: Kind
    zone: Zone
    fate: Fate
    old: Provision | None
    new: Provision | None
    old_number: Number | None
    new_number: Number | None
    heading_pieces: Pieces = ()
    text_pieces: Pieces = ()
    wrap_up: bool = False
    joined: bool = False
    moved_from: str = ""
    moved_to: str = ""
    depth: int = 0
    revisions: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything but a computed number differs here."""
        if self.fate is not Fate.KEPT:
            return True
        return any(piece.op is not Op.EQUAL for piece in (*self.heading_pieces, *self.text_pieces))


class Node(msgspec.Struct, frozen=True, gc=False):
    """One place of the tree that holds the old and the new unit at once.

    KEPT and MOVED_HERE hold one of each, SPLIT one old and several new, MERGED the reverse. MOVED_AWAY
    only marks where the unit stood; its MOVED_HERE node has the same `move`. `revision` decides over
    the unit as a whole, `move` over its place. `carriers` are the indices of the old and of the new
    unit that carry the children.
    """

    fate: Fate
    olds: tuple[Provision, ...]
    news: tuple[Provision, ...]
    revision: int | None = None
    move: int | None = None
    heading: Pieces = ()
    text: Pieces = ()
    wrap_up: Pieces = ()
    children: tuple[Node, ...] = ()
    carriers: tuple[int, int] = (0, 0)


class Side(StrEnum):
    """One of the two texts compared."""

    OLD = "old"
    NEW = "new"


class Summary(msgspec.Struct, frozen=True):
    """How many provisions were inserted, deleted, … ; `unchanged` are those without any change of their own.

    An inserted, deleted or moved provision counts once, with everything below it.
    """

    inserted: int = 0
    deleted: int = 0
    replaced: int = 0
    moved: int = 0
    split: int = 0
    merged: int = 0
    renumbered: int = 0
    unchanged: int = 0
