"""What goes into a library and what comes out of it, as plain values.

Every answer is a frozen struct that `msgspec.to_builtins` turns into the JSON of the command line. Ids are
strings: the ProvisionId of a clause, the AgreementId of an agreement or background document.
"""

from __future__ import annotations

import msgspec

from workbench.agreement.tree import Draft, Provision

CURATION = ("as_imported", "reviewed", "approved")
"""The states of curation, in the order a clause goes through them."""


class SourceFile(msgspec.Struct, frozen=True):
    """The file an agreement was read from: its name without folder, the SHA-256 of its bytes."""

    name: str
    sha256: str
    reader: str = ""
    format: str = ""


class Kept(msgspec.Struct, frozen=True):
    """What became of an agreement that was added.

    `status` is "kept", or "known" when a file of the same bytes was there already. `superseded` says that it
    took the place of an earlier reading of the same agreement, whose snapshot stays.
    """

    status: str
    agreement_id: str
    clause_ids: tuple[str, ...]
    superseded: bool = False


class Provenance(msgspec.Struct, frozen=True):
    """Where a clause stands: file, its hash, and the place as printed there."""

    file: str
    sha256: str
    locator: str
    reader: str = ""


class Query(msgspec.Struct, frozen=True):
    """What to search for.

    `text` holds words and "quoted phrases"; when it is empty the filters alone choose, in document order.
    `type` is a key of clause types, `party` any part of a party's name, `state` an ISO 3166 code, `kind`
    "clause" or "background". `type_ahead` takes the last word for the beginning of a word.
    """

    text: str = ""
    type: str | None = None
    language: str | None = None
    party: str | None = None
    state: str | None = None
    year: int | None = None
    curation: str | None = None
    tag: str | None = None
    kind: str | None = None
    agreement_id: str | None = None
    limit: int = 20
    offset: int = 0
    type_ahead: bool = False
    facets: bool = True


class Hit(msgspec.Struct, frozen=True):
    """One clause found.

    `kind` is "clause" or "background", `unit` the kind of provision. `text` is the wording without the
    heading; `matches` are (start, end) in `text`, `heading_matches` in `heading`; `snippet` is `text` from
    `snippet_start`. `same_in` counts the agreements with this very wording. `similarity` is set by `similar`
    only.
    """

    id: str
    kind: str
    unit: str
    agreement: str
    agreement_id: str
    label: str
    heading: str | None
    types: tuple[str, ...]
    language: str
    text: str
    snippet: str
    snippet_start: int
    matches: tuple[tuple[int, int], ...]
    heading_matches: tuple[tuple[int, int], ...]
    score: float
    provenance: Provenance
    parties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    year: int | None = None
    curation: str = "as_imported"
    same_in: int = 1
    parent_id: str | None = None
    similarity: float | None = None
    wording: str = ""


class Facets(msgspec.Struct, frozen=True):
    """How many of all matches fall under each value, most frequent first."""

    types: dict[str, int] = {}
    languages: dict[str, int] = {}
    parties: dict[str, int] = {}
    states: dict[str, int] = {}
    years: dict[str, int] = {}
    curation: dict[str, int] = {}
    kinds: dict[str, int] = {}
    agreements: dict[str, int] = {}


class SearchResult(msgspec.Struct, frozen=True):
    """What a search found; `total` counts all matches.

    `relaxed`: nothing held all the words, so what holds any of them is shown.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Facets = Facets()
    relaxed: bool = False


class LanguageVersion(msgspec.Struct, frozen=True):
    """Another language version of an agreement, or with `clause_id` of one of its clauses."""

    language: str
    agreement_id: str
    clause_id: str = ""


class Clause(msgspec.Struct, frozen=True):
    """One clause whole: as a hit, as a tree, the clauses right below it, and what people decided of it.

    `versions` are the clauses that say the same in the other languages of the same file.
    """

    hit: Hit
    provision: Provision | None
    children: tuple[Hit, ...]
    tags: tuple[str, ...] = ()
    note: str = ""
    types_decided: bool = False
    versions: tuple[LanguageVersion, ...] = ()


class AgreementInfo(msgspec.Struct, frozen=True):
    """One line of the list of agreements; `versions` are those in other languages from the same file."""

    id: str
    title: str
    language: str
    register: str
    kind: str
    parties: tuple[str, ...]
    states: tuple[str, ...]
    signed_on: str
    year: int | None
    clauses: int
    file: str
    sha256: str
    added_at: str
    versions: tuple[LanguageVersion, ...] = ()


class Info(msgspec.Struct, frozen=True):
    """The library at a glance; `schema` is the revision of its tables."""

    location: str
    schema: str
    agreements: int
    clauses: int
    background: int
    languages: dict[str, int]
    size: int = 0


class Verified(msgspec.Struct, frozen=True):
    """The result of a check of the whole library: problems in words, none when it is sound."""

    checked: int
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class KeptSnapshot(msgspec.Struct, frozen=True):
    """A snapshot taken out of the library, with all that is needed to put it back."""

    key: int
    agreement_id: str
    language: str
    current: bool
    is_agreement: bool
    file: str
    sha256: str
    reader: str
    format: str
    record: bytes
    record_sha256: str
    findings: bytes
    added_at: str


class Removed(msgspec.Struct, frozen=True):
    """What `remove` took out; hand it to `put_back` to undo."""

    agreement_id: str
    title: str
    snapshots: tuple[KeptSnapshot, ...]


class RecentDraft(msgspec.Struct, frozen=True):
    """A draft that was open lately."""

    path: str
    title: str
    parties: tuple[str, ...]
    state: str
    opened_at: str


class Recovery(msgspec.Struct, frozen=True):
    """An autosaved state that is newer than the draft's file, or whose draft has no file."""

    draft: str
    path: str
    title: str
    saved_at: str


class VersionInfo(msgspec.Struct, frozen=True):
    """A kept version of a draft; the first has number 1."""

    draft: str
    number: int
    label: str
    kept_at: str


class Version(msgspec.Struct, frozen=True):
    """A kept version with its content."""

    info: VersionInfo
    content: Draft
