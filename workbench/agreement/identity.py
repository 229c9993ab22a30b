"""Permanent identities of what was imported: the same file gives the same ids in every library.

Ids are UUIDv5 of the file's SHA-256 and the position of the unit in document order, so importing again is
noticed and two offices speak of the same clause by the same id. Inserting into a draft mints new ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid5

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.text import CrossReference, Mark
from workbench.agreement.tree import Agreement, AgreementId, Provision, ProvisionId

NAMESPACE = UUID("5e0c7b0a-6d0f-5d7e-9f53-2f1a4f2b8c11")


def source_agreement_id(sha256: str) -> AgreementId:
    """The identity of the agreement a file holds."""
    return AgreementId(uuid5(NAMESPACE, sha256))


def source_provision_id(sha256: str, position: int) -> ProvisionId:
    """The identity of the unit at a position (from 0, in document order) of the agreement in a file."""
    return ProvisionId(uuid5(NAMESPACE, f"{sha256}/{position}"))


def version_provision_id(identity: UUID, language: str) -> ProvisionId:
    """The identity, in a library, of the unit of a language version that corresponds to one of the main text.

    Following from that one's identity it tells the library which clauses say the same in two languages.
    """
    return ProvisionId(uuid5(NAMESPACE, f"{identity}/{language}"))


def with_source_ids(agreement: Agreement, sha256: str) -> Agreement:
    """The agreement as imported from a file: every identity follows from the file, references kept."""
    ids: dict[UUID, UUID] = {
        unit.id: source_provision_id(sha256, at) for at, unit in enumerate(agreement.walk())
    }
    return replace(under_new_ids(agreement, ids), id=source_agreement_id(sha256))


def as_language_version(version: Agreement, main: Agreement) -> Agreement:
    """A version whose units share identities with the main text, with identities of its own for a library."""
    shared = {unit.id for unit in main.walk()}
    ids: dict[UUID, UUID] = {
        unit.id: version_provision_id(unit.id, version.language) if unit.id in shared else unit.id
        for unit in version.walk()
    }
    return under_new_ids(version, ids)


def under_new_ids(agreement: Agreement, ids: Mapping[UUID, UUID]) -> Agreement:
    """The agreement with every provision under the id `ids` gives it, and every reference following."""
    return map_provisions(
        agreement, lambda unit: replace(retargeted(unit, ids, keep=True), id=ProvisionId(ids[unit.id]))
    )


def retargeted(unit: Provision, targets: Mapping[UUID, UUID], *, keep: bool = False) -> Provision:
    """The provision with the references of its own wording pointed anew.

    One to no key of `targets` gets None, or stays as it is with `keep`.
    """

    def change(mark: Mark) -> Mark:
        if isinstance(mark.value, CrossReference) and mark.value.target is not None:
            other = mark.value.target if keep else None
            return Mark(mark.start, mark.end, CrossReference(targets.get(mark.value.target, other)))
        return mark

    if not any(part.of(CrossReference) for part in (unit.text, unit.heading, unit.wrap_up)):
        return unit
    return replace(
        unit,
        text=unit.text.map_marks(change),
        heading=unit.heading.map_marks(change),
        wrap_up=unit.wrap_up.map_marks(change),
    )
