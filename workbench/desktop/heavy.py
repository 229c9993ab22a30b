"""What runs in the process beside the window. No Qt here: the process starts faster without it.

Every function takes `progress` by name, as `Jobs.run_heavy` calls it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.progress import Progress, step

if TYPE_CHECKING:
    from workbench.actions.gaps import Precedent
    from workbench.actions.reading import ReadFile
    from workbench.agreement.findings import Finding
    from workbench.agreement.tree import Agreement, Draft
    from workbench.desktop.review.record import Reviewed


def open_draft(path: Path, *, progress: Progress) -> Draft:
    """The draft in a file."""
    from workbench.actions import drafting

    step(progress, 0, 1, path.name)
    return drafting.open_draft(path)


def read_for_review(path: Path, *, progress: Progress) -> Reviewed:
    """A file, read and recognised, with the reasons for its clause types."""
    from workbench.actions import reading

    return _packed(reading.read_file(path, progress=progress))


def _packed(read: ReadFile) -> Reviewed:
    from workbench.actions import checking
    from workbench.desktop.review.record import packed
    from workbench.recognition import clause_types

    read = checking.noticed(read)
    if not read.recognised.is_agreement:
        return packed(read, {})
    found = clause_types.evidence(read.agreement)
    return packed(
        read, {unit: tuple((item.type, item.words) for item in items) for unit, items in found.items()}
    )


def as_agreement(record: bytes, *, progress: Progress) -> bytes:
    """The record of a file judged background, recognised once more as the agreement it is said to be."""
    from msgspec.structs import replace

    from workbench.desktop.review.record import file_of
    from workbench.recognition import recognise

    read = file_of(record)
    if read.source is None:
        return record
    return _packed(replace(read, recognised=recognise(read.source, progress, as_agreement=True))).record


def precedent(path: Path, language: str, *, progress: Progress) -> Precedent:
    """The agreement in a file, to hold a draft in this language against."""
    from workbench.actions.gaps import read_precedent

    return read_precedent(path, wanted=language, progress=progress)


def new_draft(
    *,
    template: str,
    parties: tuple[str, ...],
    language: str,
    values: dict[str, str],
    progress: Progress,
) -> Draft:
    """A draft from a template."""
    from workbench.actions import drafting

    step(progress, 0, 1, template)
    return drafting.new_draft(template, parties=parties, language=language, values=values)


def amended(
    *, old: Path | Agreement, new: Path | Agreement, progress: Progress
) -> tuple[Draft, tuple[Finding, ...]]:
    """The amending protocol between two versions, and what could not be said to the letter."""
    from workbench.actions import amending

    made = amending.amend_agreements(_text(old, progress), _text(new, progress), progress=progress)
    return made.draft, made.findings


def consolidated(
    *, old: Path | Agreement, new: Path | Agreement, progress: Progress
) -> tuple[Draft, tuple[Finding, ...]]:
    """The agreement `old` as the protocol `new` amends it, and what could not be carried out."""
    from workbench.actions import amending
    from workbench.agreement.tree import Draft

    made = amending.consolidate_agreements(_text(old, progress), _text(new, progress))
    return Draft(made.agreement), made.findings


def _text(source: Path | Agreement, progress: Progress) -> Agreement:
    from workbench.actions import reading

    return reading.read_file(source, progress=progress).agreement if isinstance(source, Path) else source


def warm_up(*, progress: Progress) -> None:
    """Load what reading and recognising need, so that the first file does not wait for it."""
    from workbench import formats, recognition
    from workbench.desktop.review import record

    step(progress, 1, 1, f"{formats.__name__}, {recognition.__name__}, {record.__name__}")
