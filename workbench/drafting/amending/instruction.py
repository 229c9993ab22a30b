"""What an amending protocol says: one instruction after another, each with its place and its words.

An `Instruction` is the same thing whether it was derived from a comparison or read in somebody's protocol.
The rooms beside this one put it into words (`english`, `latvian`, `ukrainian`), read it (`reading`) and
carry it out (`applying`). Places are cited by the numbers of the agreement before the amendment.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, GROUPING, Kind, Provision, Zone


class Deed(StrEnum):
    """What an instruction does."""

    REPLACE_WORDS = "replace-words"
    INSERT_WORDS = "insert-words"
    DELETE_WORDS = "delete-words"
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    RENUMBER = "renumber"
    MOVE = "move"


class Relation(StrEnum):
    """Where new units or words go, seen from the place or the words an instruction names."""

    AFTER = "after"
    BEFORE = "before"
    WITHIN = "within"


class Step(msgspec.Struct, frozen=True):
    """One level of a place: the kind of unit and its number; `ordinal` counts units that bear none."""

    kind: Kind
    number: str = ""
    ordinal: bool = False


class Address(msgspec.Struct, frozen=True):
    """A place of an agreement: a zone as a whole, or units from the outermost to the innermost.

    `heading` is set where only the heading of the innermost unit is meant. `sentences` are the first and the
    last of the sentences meant, from 1; counted from the end below 0; (0, 0) for the unit as a whole.
    """

    steps: tuple[Step, ...] = ()
    zone: Zone | None = None
    heading: bool = False
    sentences: tuple[int, int] = (0, 0)

    @property
    def top(self) -> tuple[Step, ...]:
        """The steps down to the article or section: what a protocol gathers its instructions by."""
        for index, step in enumerate(self.steps):
            if step.kind in (*BASIC, *GROUPING):
                return self.steps[: index + 1]
        return self.steps[:1]

    def inside(self, base: tuple[Step, ...]) -> Address:
        """The same place seen from a unit that holds it."""
        return msgspec.structs.replace(self, steps=self.steps[len(base) :])

    def within(self, above: Address) -> Address:
        """A place seen from `above`, as one of the agreement."""
        if self.zone is not None or not above.steps or self.steps[: len(above.steps)] == above.steps:
            return self
        if self.steps[:1] and self.steps[0].kind is Kind.SECTION is above.steps[-1].kind:
            return msgspec.structs.replace(self, steps=(*above.steps, *self.steps))  # a section of a section
        outer = [step for step in above.steps if not any(step.kind is own.kind for own in self.steps)]
        if self.steps and self.steps[0].kind in (*BASIC, Kind.ANNEX):
            outer = [step for step in outer if step.kind is Kind.ANNEX and self.steps[0].kind in BASIC]
        return msgspec.structs.replace(self, steps=(*outer, *self.steps))


class Instruction(msgspec.Struct, frozen=True):
    """One instruction.

    `old` are the words replaced or deleted, or those beside which words are inserted (none: the end or the
    beginning of the place); `new` the words that come. `everywhere` is set where the words are meant wherever
    they stand. `content` holds new units, one block of text a unit (see `blocks`); `added` names them. `last`
    is the number of the last unit of a row that is deleted or renumbered, `numbers` the new numbers (first
    and last; none where they are to follow those before). `beside` is the unit that a moved one comes to
        stand next to. `units` are new units that are not quoted but annexed to the protocol. `said` is
    the instruction as it stands in the protocol and `label` where.
    """

    deed: Deed
    place: Address = Address()
    relation: Relation = Relation.AFTER
    old: Text = Text()
    new: Text = Text()
    content: tuple[Text, ...] = ()
    added: tuple[Step, ...] = ()
    last: str = ""
    numbers: tuple[str, str] = ("", "")
    everywhere: bool = False
    beside: Address = Address()
    units: tuple[Provision, ...] = ()
    said: str = ""
    label: str = ""
