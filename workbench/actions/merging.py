"""Bringing two delegations' work on one text together; the window and the command line both call this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions.drafting import NotADraftNameError, save_draft
from workbench.actions.reading import ReadFile, read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.numbering import numbers
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import Agreement, Draft, ProvisionId

if TYPE_CHECKING:
    from workbench.comparison.merging import Delegations, Merged


class SameNameError(WorkbenchError):
    """Both sides of a merge bear one name: nobody could tell whose wording is whose."""

    code = "actions.same-delegation"
    message = "both delegations are called “{name}”; give each a name of its own"


def merge_files(
    base: Path,
    ours: Path,
    theirs: Path,
    target: Path,
    *,
    delegations: Delegations,
    progress: Progress = SILENT,
) -> Merged:
    """Merge three files, in any format that can be read, into a draft at `target` (.xml).

    What the desk knows of the drafts (values of placeholders, queries dismissed) is merged likewise.
    Nothing is written when any file cannot be read or the user stops it.
    """
    from workbench.comparison.merging import merge

    if target.suffix.casefold() != ".xml":  # before minutes are spent on reading
        raise NotADraftNameError(file=str(target))
    if delegations.ours.strip() == delegations.theirs.strip():
        raise SameNameError(name=delegations.ours)
    read = [read_file(path, progress=progress) for path in (base, ours, theirs)]
    for path, file in zip((ours, theirs), read[1:], strict=True):
        if file.agreement.language != read[0].agreement.language:
            from workbench.comparison import LanguagesDifferError

            raise LanguagesDifferError(
                file=str(path), old=read[0].agreement.language, new=file.agreement.language
            )
    first, mine, yours = (file.agreement for file in read)
    merged = _referring(merge(first, mine, yours, delegations, progress), (mine, yours))
    save_draft(_draft(merged.agreement, read), target)
    return merged


def _referring(merged: Merged, sides: tuple[Agreement, Agreement]) -> Merged:
    """With the words of cross-references brought up to date, where merging renumbered what they point to."""
    from msgspec.structs import replace

    from workbench.drafting.references import refresh

    now = numbers(merged.agreement)
    pointed = {
        ProvisionId(value.target)
        for unit in merged.agreement.walk()
        for _, _, value in unit.text.of(CrossReference)
        if value.target is not None
    }
    for side in sides:
        was = numbers(side)
        if any(one in now and one in was and now[one].label != was[one].label for one in pointed):
            return replace(merged, agreement=refresh(merged.agreement))
    return merged


def _draft(agreement: Agreement, read: list[ReadFile]) -> Draft:
    base, ours, theirs = (file.draft or Draft(file.agreement) for file in read)
    return Draft(
        agreement,
        values=_both(base.values, ours.values, theirs.values),
        dismissed=_both(base.dismissed, ours.dismissed, theirs.dismissed),
        first_ids={**theirs.first_ids, **ours.first_ids},
    )


def _both(base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    """What either side entered or took out; ours where both did."""
    merged = {}
    for key in {**base, **ours, **theirs}:
        value = theirs.get(key) if ours.get(key) == base.get(key) else ours.get(key)
        if value is not None:
            merged[key] = value
    return merged
