"""Permanent identities of what was imported: the same file gives the same ids in every library.

Ids are UUIDv5 of the file's SHA-256 and the position of the unit in document order, so importing again is
noticed and two offices speak of the same clause by the same id. Inserting into a draft mints new ones.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Agreement, AgreementId, Provision, ProvisionId

NAMESPACE = UUID("5e0c7b0a-6d0f-5d7e-9f53-2f1a4f2b8c11")


def source_agreement_id(sha256: str) -> AgreementId:
    """The identity of the agreement a file holds."""
    return AgreementId(uuid5(NAMESPACE, sha256))


def source_provision_id(sha256: str, position: int) -> ProvisionId:
    """The identity of the unit at a position (from 0, in document order) of the agreement in a file."""
    return ProvisionId(uuid5(NAMESPACE, f"{sha256}/{position}"))


def with_source_ids(agreement: Agreement, sha256: str) -> Agreement:
    """The agreement as imported from a file: every identity follows from the file, references kept."""
    ids: dict[UUID, ProvisionId] = {}
    for position, unit in enumerate(agreement.walk()):
        ids[unit.id] = source_provision_id(sha256, position)

    def renamed(mark: Mark) -> Mark:
        if isinstance(mark.value, CrossReference) and mark.value.target in ids:
            return Mark(mark.start, mark.end, CrossReference(ids[mark.value.target]))
        return mark

    def text(value: Text) -> Text:
        return value.map_marks(renamed) if value.marks else value

    def change(unit: Provision) -> Provision:
        return replace(
            unit,
            id=ids[unit.id],
            text=text(unit.text),
            heading=text(unit.heading),
            wrap_up=text(unit.wrap_up),
        )

    return replace(map_provisions(agreement, change), id=source_agreement_id(sha256))
