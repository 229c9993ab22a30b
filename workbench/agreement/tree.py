"""The tree of an agreement: immutable, each edit a new root that shares every untouched subtree.

The structs are msgspec Structs, so that the tree *is* its canonical record: one definition gives frozen
values, strict decoding and JSON. One tree is one language; language versions share ProvisionIds.
What is frozen holds no cycles, so the collector of garbage need not walk the tree (`gc=False`).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NewType
from uuid import UUID, uuid4

import msgspec

from workbench.agreement.text import Text

ProvisionId = NewType("ProvisionId", UUID)
AgreementId = NewType("AgreementId", UUID)

EMPTY = Text()


def new_id() -> ProvisionId:
    """A fresh permanent identity for a provision that did not exist before."""
    return ProvisionId(uuid4())


class Kind(StrEnum):
    """What a provision is. The values are those of the command line's JSON."""

    TITLE_LINE = "title_line"
    PARTIES_CLAUSE = "parties_clause"
    RECITAL = "recital"
    CITATION = "citation"
    AGREEING_FORMULA = "agreeing_formula"
    PART = "part"
    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    CROSSHEADING = "crossheading"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    TESTIMONIUM = "testimonium"
    DONE_AT = "done_at"
    SIGNATURE_BLOCK = "signature_block"
    SIGNATORY = "signatory"
    ANNEX = "annex"


GROUPING = (Kind.PART, Kind.TITLE, Kind.CHAPTER)
"""Units that only group articles."""

BASIC = (Kind.ARTICLE, Kind.SECTION)
"""The basic units of a body: articles, or the numbered sections of a political text."""

PREAMBLE_KINDS = (Kind.PARTIES_CLAUSE, Kind.RECITAL, Kind.CITATION, Kind.AGREEING_FORMULA)
CLOSING_KINDS = (Kind.TESTIMONIUM, Kind.DONE_AT, Kind.SIGNATURE_BLOCK, Kind.SIGNATORY)


class Register(StrEnum):
    """The profile of wording an agreement is written in."""

    TREATY = "treaty"
    POLITICAL = "political"
    MOU = "mou"


class Zone(StrEnum):
    """The five regions of an agreement, in document order; each is a field of `Agreement`."""

    TITLE = "title"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"
    ANNEXES = "annexes"


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing adaptation changed: the words before and after, and why ("party", "title", …)."""

    reason: str
    old: str
    new: str


class Provenance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a provision came from. `locator` is the place as printed in the source ("6. pants 2. punkts")."""

    file: str
    sha256: str
    agreement: str
    agreement_id: AgreementId
    provision: ProvisionId
    locator: str
    reader: str
    changes: tuple[Change, ...] = ()


class Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One unit of an agreement and all below it.

    `printed` is the number as a source printed it ("Article 6", "2.", "(a)"), kept so that a precedent can
    be cited as printed; in a draft it is None and the number is computed. `wrap_up` is wording after the
    children (the end of a sentence that a list interrupts). `types` are clause types, `confidence` how
    sure recognition was of kind and extent (1.0 for anything a person wrote or confirmed).
    `optional` provisions of a template may be left out; provisions with the same `choice` exclude each
    other; `needs` are clause types without which the provision cannot stand. `note` is an internal
    instruction or rationale and never leaves.
    """

    id: ProvisionId
    kind: Kind
    text: Text = EMPTY
    heading: Text = EMPTY
    children: tuple[Provision, ...] = ()
    wrap_up: Text = EMPTY
    printed: str | None = None
    types: tuple[str, ...] = ()
    confidence: float = 1.0
    provenance: Provenance | None = None
    optional: bool = False
    choice: str = ""
    needs: tuple[str, ...] = ()
    note: str = ""

    def walk(self) -> Iterator[Provision]:
        """This provision and everything below it, in document order."""
        waiting = [self]  # a stack, because generators within generators cost at every level
        while waiting:
            unit = waiting.pop()
            yield unit
            if unit.children:
                waiting.extend(reversed(unit.children))

    @property
    def words(self) -> str:
        """All wording of this provision and below, one unit a line, without numbers."""
        own = [self.heading.plain, self.text.plain]
        lines = [line for line in own if line]
        lines.extend(child.words for child in self.children)
        if self.wrap_up:
            lines.append(self.wrap_up.plain)
        return "\n".join(line for line in lines if line)


class PartyKind(StrEnum):
    """What kind of subject concludes the agreement."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    ORGANISATION = "organisation"
    OTHER = "other"


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A party, named in the language of the tree.

    `key` identifies it in marks and across language versions: the ISO 3166 code of the State ("LV"; "EU" for
    the European Union), or a slug. `name` is the formal name without article ("Republic of Latvia"), `short`
    the short one ("Latvia"), `forms` corrections of case forms (case -> form) for names that no table holds,
    `role` what the text calls it instead ("the Seller", "Saņēmēja Puse").
    """

    key: str
    name: str
    short: str = ""
    kind: PartyKind = PartyKind.STATE
    state: str | None = None
    forms: dict[str, str] = {}
    role: str = ""


class Authenticity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The done-at clause: place, day (ISO 8601), originals, languages (ISO 639-1), which prevails."""

    place: str = ""
    day: str = ""
    originals: int | None = None
    languages: tuple[str, ...] = ()
    prevailing: str | None = None


class NumberStyle(StrEnum):
    """How a level prints its numbers."""

    NONE = "none"
    ARTICLE = "article"  # Article 1 / 1. pants / Стаття 1
    ARTICLE_ROMAN = "article-roman"  # Article I
    SECTION = "section"  # 1. Heading
    DECIMAL = "1."
    PARENTHESES = "(1)"
    LEGAL = "1.1"
    HALF_PARENTHESIS = "1)"
    LETTERS = "(a)"
    LETTERS_HALF = "a)"
    ROMAN = "(i)"
    DASH = "–"


class NumberingScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the levels of one agreement are numbered.

    `as_printed` is set on an imported source: its own printed labels are shown instead of computed ones.
    """

    article: NumberStyle = NumberStyle.ARTICLE
    section: NumberStyle = NumberStyle.SECTION
    paragraph: NumberStyle = NumberStyle.DECIMAL
    subparagraph: NumberStyle = NumberStyle.PARENTHESES
    point: NumberStyle = NumberStyle.LETTERS
    as_printed: bool = False


class Agreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One agreement in one language."""

    id: AgreementId
    language: str
    parties: tuple[Party, ...] = ()
    register: Register = Register.TREATY
    title: tuple[Provision, ...] = ()
    preamble: tuple[Provision, ...] = ()
    body: tuple[Provision, ...] = ()
    closing: tuple[Provision, ...] = ()
    annexes: tuple[Provision, ...] = ()
    numbering: NumberingScheme = NumberingScheme()
    authenticity: Authenticity = Authenticity()
    collective_name: str = ""
    own_name: str = ""
    template: str = ""
    marking: str = ""

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(line.text.plain.strip() for line in self.title)

    def units(self) -> tuple[Provision, ...]:
        """The top-level units of all zones in document order."""
        return (*self.title, *self.preamble, *self.body, *self.closing, *self.annexes)

    def zone(self, zone: Zone) -> tuple[Provision, ...]:
        """The top-level units of one zone."""
        units: tuple[Provision, ...] = getattr(self, zone.value)
        return units

    def walk(self) -> Iterator[Provision]:
        """Every provision in document order, parents before children."""
        waiting = list(reversed(self.units()))
        while waiting:
            unit = waiting.pop()
            yield unit
            if unit.children:
                waiting.extend(reversed(unit.children))

    def find(self, provision: ProvisionId) -> Provision | None:
        """The provision with this id, or None."""
        wanted = provision.int  # quicker to compare than the identities themselves
        return next((unit for unit in self.walk() if unit.id.int == wanted), None)

    def party(self, key: str) -> Party | None:
        """The party with this key, or None."""
        return next((p for p in self.parties if p.key == key), None)

    def of_kind(self, *kinds: Kind) -> tuple[Provision, ...]:
        """Every provision of these kinds in document order."""
        return tuple(p for p in self.walk() if p.kind in kinds)


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agreement being written, and what the desk knows about it besides its text.

    `values` holds what placeholders were filled with, as entered (key -> value). `first_ids` holds, for a
    provision (its id as string), the eId it had in the first file, where renumbering has changed it since.
    `dismissed` holds the checks' findings set aside (what the finding is remembered by -> reason), `profile`
    the register they ask for (None: as the text presents itself), `unasked` the rules switched off, by name.
    """

    agreement: Agreement
    values: dict[str, str] = {}
    dismissed: dict[str, str] = {}
    first_ids: dict[str, str] = {}
    profile: Register | None = None
    unasked: tuple[str, ...] = ()
