"""Bringing two delegations' work on one text together; the window and the command line both call this."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from workbench.actions.drafting import NotADraftNameError, save_draft
from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.numbering import numbers
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import Agreement, Draft, ProvisionId

if TYPE_CHECKING:
    from workbench.comparison.merging import Delegations, Merged, Settlement, Shown


class SameNameError(WorkbenchError):
    """Both sides of a merge bear one name: nobody could tell whose wording is whose."""

    code = "actions.same-delegation"
    message = "both delegations are called “{name}”; give each a name of its own"


class MergedTexts(Struct, frozen=True):
    """What came of three texts: the draft that holds both sides' work, the merge behind it, and the base."""

    draft: Draft
    merged: Merged
    base: Agreement


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

    Nothing is written when any file cannot be read or the user stops it.
    """
    if target.suffix.casefold() != ".xml":  # before minutes are spent on reading
        raise NotADraftNameError(file=str(target))
    found = merge_texts(base, ours, theirs, delegations=delegations, progress=progress)
    save_draft(found.draft, target)
    return found.merged


def merge_texts(
    base: Draft | Path,
    ours: Draft | Path,
    theirs: Draft | Path,
    *,
    delegations: Delegations,
    progress: Progress = SILENT,
) -> MergedTexts:
    """Merge three texts, each a draft on the desk or a file in any format that can be read.

    What the desk knows of the drafts (values of placeholders, queries dismissed) is merged likewise. Raises
    the errors of reading, with the file's name, `SameNameError` and `LanguagesDifferError`.
    """
    from workbench.comparison.merging import merge

    if delegations.ours.strip() == delegations.theirs.strip():
        raise SameNameError(name=delegations.ours)
    texts = (base, ours, theirs)
    read = [_draft_of(text, progress) for text in texts]
    for text, side in zip(texts[1:], read[1:], strict=True):
        if side.agreement.language != read[0].agreement.language:
            from workbench.comparison import LanguagesDifferError

            raise LanguagesDifferError(
                file=str(text) if isinstance(text, Path) else None,
                old=read[0].agreement.language,
                new=side.agreement.language,
            )
    first, mine, yours = (side.agreement for side in read)
    merged = _referring(merge(first, mine, yours, delegations, progress), (mine, yours))
    return MergedTexts(_draft(merged.agreement, read), merged, first)


class MergeShown(Struct, frozen=True):
    """What came of three texts, and the merge as a redline against what was sent."""

    texts: MergedTexts
    shown: Shown


def merge_and_show(
    base: Draft | Path,
    ours: Draft | Path,
    theirs: Draft | Path,
    *,
    delegations: Delegations,
    progress: Progress = SILENT,
) -> MergeShown:
    """The same for the window, which shows whose each change is. Raises what `merge_texts` raises."""
    from workbench.comparison.merging import shown

    found = merge_texts(base, ours, theirs, delegations=delegations, progress=progress)
    return MergeShown(found, shown(found.base, found.merged, delegations))


def settle(found: MergedTexts, delegations: Delegations, settlements: Mapping[str, Settlement]) -> Draft:
    """The merged draft with some conflicts settled, by the group of their alternatives."""
    from workbench.comparison.merging import settled
    from workbench.drafting.references import refresh

    agreement = settled(found.draft.agreement, delegations, settlements)
    return replace(found.draft, agreement=refresh(agreement) if settlements else agreement)


def _draft_of(text: Draft | Path, progress: Progress) -> Draft:
    if not isinstance(text, Path):
        return text
    read = read_file(text, progress=progress)
    return read.draft or Draft(read.agreement)


def _referring(merged: Merged, sides: tuple[Agreement, Agreement]) -> Merged:
    """With the words of cross-references brought up to date, where merging renumbered what they point to."""
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


def _draft(agreement: Agreement, read: list[Draft]) -> Draft:
    base, ours, theirs = read
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
