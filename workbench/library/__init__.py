"""The library: agreements kept as precedents, their clauses found again.

The way in: `Library.add` keeps the canonical record (`models.Snapshot`) and derives the rows search works on
(`derive`), in one transaction. The way out: `search` and `similar` give hits, `clause` and `agreement` the
tree. What people decide (`curation`) stands apart from what is derived and survives a rebuild.

Rooms: `collection` (the `Library`), `answers` (what goes in and comes out), `models`, `schema` (migrations),
`connection`, `shelf` (keeping), `derive`, `words`, `fulltext`, `searching`, `snippets`, `similarity`,
`catalogue`, `language_versions`, `curation`, `succession`, `drafts`, `copying`, `verifying`, `starter`.
Importing it loads SQLAlchemy; whoever wants to start quickly imports it late.
"""

from workbench.library.answers import (
    CURATION,
    AgreementInfo,
    Clause,
    Facets,
    Hit,
    Info,
    Kept,
    LanguageVersion,
    Provenance,
    Query,
    RecentDraft,
    Recovery,
    Removed,
    SearchResult,
    SourceFile,
    Verified,
    Version,
    VersionInfo,
)
from workbench.library.collection import Library
from workbench.library.errors import LibraryError

__all__ = [
    "CURATION",
    "AgreementInfo",
    "Clause",
    "Facets",
    "Hit",
    "Info",
    "Kept",
    "LanguageVersion",
    "Library",
    "LibraryError",
    "Provenance",
    "Query",
    "RecentDraft",
    "Recovery",
    "Removed",
    "SearchResult",
    "SourceFile",
    "Verified",
    "Version",
    "VersionInfo",
]
