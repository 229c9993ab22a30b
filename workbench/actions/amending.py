"""Amending: the protocol between two versions of an agreement, and the text a protocol leads to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.drafting import save_draft
from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.tree import Draft

if TYPE_CHECKING:
    from workbench.agreement.tree import Agreement
    from workbench.drafting.amending import Amended, Consolidated


def amend_agreements(
    old: Agreement,
    new: Agreement,
    *,
    values: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> Amended:
    """The amending protocol that makes `new` of `old`, as a draft; `values` fill its placeholders."""
    from workbench.drafting.amending import amend

    return amend(old, new, values=values, progress=progress)


def amend_files(
    old: Path,
    new: Path,
    target: Path,
    *,
    values: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> Amended:
    """Write the amending protocol between the agreements of two files as a draft."""
    before = read_file(old, progress=progress).agreement
    after = read_file(new, progress=progress).agreement
    try:
        amended = amend_agreements(before, after, values=values, progress=progress)
    except WorkbenchError as error:
        error.file = error.file or str(new)
        raise
    save_draft(amended.draft, target)
    return amended


def consolidate_agreements(agreement: Agreement, protocol: Agreement) -> Consolidated:
    """The agreement with a protocol's instructions carried out; what could not be is a finding."""
    from workbench.drafting.amending import consolidate

    return consolidate(agreement, protocol)


def consolidate_files(
    agreement: Path, protocol: Path, target: Path, *, progress: Progress = SILENT
) -> Consolidated:
    """Write the agreement of one file as the protocol of another amends it, as a draft."""
    read = read_file(agreement, progress=progress)
    amending = read_file(protocol, progress=progress).agreement
    try:
        consolidated = consolidate_agreements(read.agreement, amending)
    except WorkbenchError as error:
        error.file = error.file or str(protocol)
        raise
    draft = read.draft or Draft(read.agreement)
    save_draft(Draft(consolidated.agreement, values=draft.values), target)
    return consolidated
