"""What the screens ask of the library, in the words of the screen; every function here runs in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from workbench.agreement.numbering import Number
from workbench.agreement.numbering import numbers as computed
from workbench.agreement.tree import AgreementId, Provision, ProvisionId
from workbench.desktop.clause_type_names import named
from workbench.desktop.language_names import language_name
from workbench.desktop.library.reading import AgreementLine, Reading
from workbench.desktop.start.pieces import LibraryNumbers

if TYPE_CHECKING:
    from workbench.actions.reading import ReadFile
    from workbench.library import Library, Recovery
    from workbench.library.answers import RecentDraft


def as_version(read: ReadFile, agreement: str) -> ReadFile:
    """A file that becomes the present text of an agreement in the library."""
    from workbench.actions.reading import as_precedent

    precedent = as_precedent(read)
    tree = replace(precedent.agreement, id=AgreementId(UUID(agreement)))
    recognised = replace(precedent.recognised, agreement=tree)
    # Without its draft: identities are settled, and keeping must not derive them from the file again.
    return replace(precedent, recognised=recognised, draft=None)


def numbers(library: Library) -> LibraryNumbers:
    """The library at a glance."""
    from workbench.library import Query

    info = library.info()
    types = library.search(Query(limit=1)).facets.types if info.clauses else {}
    languages = tuple(
        (language_name(code), count)
        for code, count in sorted(info.languages.items(), key=lambda item: -item[1])
    )
    return LibraryNumbers(
        info.agreements, info.clauses, len(types), languages[:5], background=info.background
    )


def agreements(library: Library) -> tuple[AgreementLine, ...]:
    """What the library holds, one line each."""
    return tuple(
        AgreementLine(
            info.id,
            info.title or info.file,
            " – ".join(info.parties),
            str(info.year or ""),
            language_name(info.language),
            _clauses(info.clauses),
            info.file,
            info.kind == "background",
        )
        for info in library.agreements()
    )


def _clauses(count: int) -> str:
    if not count:
        return QCoreApplication.translate("Library", "background")
    return QCoreApplication.translate("Library", "%n clause(s)", None, count)


def recent(library: Library) -> tuple[tuple[RecentDraft, ...], tuple[Recovery, ...]]:
    """The drafts and recoveries of this library."""
    return library.drafts.recent(), library.drafts.recoveries()


def first_clause(library: Library, agreement: str) -> str:
    """The id of the first clause of an agreement, "" when it has none."""
    from workbench.library import Query

    hits = library.search(Query(agreement_id=agreement, limit=1, facets=False)).hits
    return hits[0].id if hits else ""


def reading(library: Library, clause: str) -> Reading:
    """One clause whole, with where it comes from."""
    found = library.clause(clause)
    hit = found.hit
    title = hit.heading or hit.label or hit.agreement
    if found.provision is None:
        lines: tuple[tuple[str, str, int], ...] = (("", hit.text, 0),)
    else:
        known = computed(library.agreement(hit.agreement_id, language=hit.language))
        lines = tuple(_lines(found.provision, known, 0))
    return Reading(
        hit.id,
        title,
        lines,
        hit.agreement,
        hit.agreement_id,
        hit.provenance.locator or hit.label,
        hit.provenance.file,
        hit.provenance.sha256,
        tuple(named(key) for key in hit.types),
        hit.curation,
        hit.same_in,
        tuple((language_name(version.language), version.clause_id) for version in found.versions),
    )


def _lines(unit: Provision, known: dict[ProvisionId, Number], depth: int) -> list[tuple[str, str, int]]:
    number = known.get(unit.id)
    printed = number.printed if number is not None and number.number else ""
    made: list[tuple[str, str, int]] = []
    words = unit.text.plain
    if words or (printed and not depth):
        made.append((printed, words, max(0, depth - 1)))
    for child in unit.children:
        made.extend(_lines(child, known, depth + 1))
    if unit.wrap_up:
        made.append(("", unit.wrap_up.plain, depth))
    return made
