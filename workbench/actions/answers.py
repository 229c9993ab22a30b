"""A counterpart's answer: the Word file that came back, read with and without its tracked changes.

What was sent is compared with what the file says now, never with what its marks claim. The marks then tell
whose each difference is; a difference between what was sent and what the file says *without* its tracked
changes was made without a mark.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.actions.comparing import Ignored, are_word_files, content_of, options_of, untold
from workbench.actions.reading import read_file
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.comparison import Options, Redline, Revision, RevisionKind, compare
from workbench.comparison.weighing import Weighty, weighty
from workbench.formats.docx.revisions import Kind, PlacedChange

if TYPE_CHECKING:
    from workbench.formats.docx.comparing import Change


class Answer(msgspec.Struct, frozen=True):
    """A Word file that came back: what it says with all its tracked changes and with none of them."""

    agreement: Agreement
    unchanged: Agreement
    changes: tuple[PlacedChange, ...]


class Answered(msgspec.Struct, frozen=True):
    """What an answer changes. Revisions carry the author and date of the tracked changes behind them.

    `tracked` gives for every revision, by number, the numbers of those tracked changes; `unmarked` are the
    revisions that no mark owns up to, `weighty` those to look at first.
    """

    redline: Redline
    tracked: dict[int, tuple[int, ...]] = {}
    unmarked: frozenset[int] = frozenset()
    weighty: tuple[Weighty, ...] = ()


def read_answer(path: Path, *, progress: Progress = SILENT) -> Answer | None:
    """The answer in a Word file; None where the file is of another format or holds no tracked changes.

    Raises a `FormatError` that names the file when it cannot be read.
    """
    from workbench.formats.docx import reader
    from workbench.formats.docx.revisions import decide, placed_changes
    from workbench.recognition import recognise

    if not are_word_files(path):
        return None
    data = content_of(path)
    changes = placed_changes(data, name=path.name)
    if not changes:
        return None
    without = decide(data, accept=False, name=path.name).data
    source = reader.from_bytes(without, name=path.name)
    return Answer(
        read_file(path, progress=progress).agreement, recognise(source, progress).agreement, changes
    )


def compare_answer(
    sent: Agreement | None, answer: Answer, options: Options, progress: Progress = SILENT
) -> Answered:
    """What an answer changes in what was sent, whose each change is, and what carries no mark.

    Where `sent` is None, the answer without its tracked changes counts as sent. Raises what `compare` raises.
    """
    base = answer.unchanged if sent is None else sent
    redline = compare(base, answer.agreement, options, progress)
    silent = () if sent is None else compare(sent, answer.unchanged, options, progress).revisions
    unmarked = frozenset(
        r.number
        for r in redline.revisions
        if r.kind is not RevisionKind.RENUMBERED and any(_shows(r, s) for s in silent)
    )
    tracked = _hands(redline, answer.changes)
    signed = []
    for revision in redline.revisions:
        first = next((answer.changes[n] for n in tracked.get(revision.number, ())), None)
        signed.append(
            msgspec.structs.replace(revision, author=first.author, date=first.date) if first else revision
        )
    redline = msgspec.structs.replace(redline, revisions=tuple(signed))
    return Answered(redline, tracked, unmarked, weighty(redline))


def compare_texts(
    old: Agreement | Path,
    new: Agreement | Path,
    *,
    ignored: frozenset[Ignored] = frozenset(),
    by_character: bool = False,
    progress: Progress = SILENT,
) -> Answered:
    """Compare any two texts, each a tree or a file; a new text that is an answer is compared as one.

    A file compared with itself shows its own tracked changes. Italics and the like count only where both
    texts can hold them. Raises the errors of reading, with the file's name, and those of `compare`.
    """
    answer = read_answer(new, progress=progress) if isinstance(new, Path) else None
    ignored |= untold(*(text for text in (old, new) if isinstance(text, Path)))
    options = options_of(ignored, by_character=by_character)
    if answer is not None and old == new:
        return compare_answer(None, answer, options, progress)
    before = read_file(old, progress=progress).agreement if isinstance(old, Path) else old
    if answer is not None:
        return compare_answer(before, answer, options, progress)
    after = read_file(new, progress=progress).agreement if isinstance(new, Path) else new
    redline = compare(before, after, options, progress)
    return Answered(redline, weighty=weighty(redline))


def changed_silently(
    sent: Path, returned: Path, *, progress: Progress = SILENT
) -> tuple[Change | Revision, ...]:
    """What differs between what was sent and what came back and is not marked as a change.

    Two Word files are compared as Word files, with their looks; a draft or a PDF that was sent with what the
    returned file says without its tracked changes. Only Word files hold such marks: in any other file that
    came back all differences are unmarked.
    """
    if are_word_files(sent, returned):
        from workbench.formats.docx.comparing import silent_changes

        return silent_changes(
            content_of(sent), content_of(returned), sent_name=str(sent), returned_name=str(returned)
        )
    answer = read_answer(returned, progress=progress)
    if answer is None:
        return compare_texts(sent, returned, progress=progress).redline.revisions
    before = read_file(sent, progress=progress).agreement
    return compare(before, answer.unchanged, options_of(untold(sent)), progress).revisions


def decide_answer(path: Path, target: Path, *, accepted: Collection[int], rejected: Collection[int]) -> int:
    """Write the Word file with some of its tracked changes decided, by number; returns how many were.

    Those decided neither way stay tracked, and so does everything else in the file.
    """
    from workbench.formats.docx.revisions import decide_each
    from workbench.formats.files import write_atomically

    decided = decide_each(content_of(path), accepted=accepted, rejected=rejected, name=path.name)
    write_atomically(target, decided.data)
    return decided.count


def _shows(revision: Revision, silent: Revision) -> bool:
    """Whether a revision of the whole shows (also) what a silent one did."""
    if silent.old_id is not None and revision.old_id is not None and silent.old_id != revision.old_id:
        return False
    pairs = ((revision.old, silent.old), (revision.new, silent.new))
    return any(_one_in_other(a, b) for a, b in pairs)


def _hands(redline: Redline, changes: tuple[PlacedChange, ...]) -> dict[int, tuple[int, ...]]:
    """Of every revision the tracked changes behind it: same provision, same words, in the same order."""
    before = _Places(redline.old, {change.before for change in changes})
    after = _Places(redline.new, {change.after for change in changes})
    near: dict[ProvisionId, list[PlacedChange]] = {}
    for change in changes:
        for home in {*before.homes(change.before), *after.homes(change.after)}:
            near.setdefault(home, []).append(change)
    found: dict[int, tuple[int, ...]] = {}
    for revision in redline.revisions:
        whole = revision.kind is not RevisionKind.REPLACED
        units = {*before.concerned(revision.old_id, whole), *after.concerned(revision.new_id, whole)}
        candidates = {change.number: change for unit in units for change in near.get(unit, ())}
        behind = sorted(number for number, change in candidates.items() if _is_behind(change, revision))
        if behind:
            found[revision.number] = tuple(behind)
    return found


def _is_behind(change: PlacedChange, revision: Revision) -> bool:
    if not change.text.strip():  # the mark of a paragraph or of a row: it goes with the whole
        return revision.kind is not RevisionKind.REPLACED
    match change.kind:
        case Kind.FORMATTED:
            return False
        case Kind.INSERTED:
            return _one_in_other(change.text, revision.new)
        case Kind.DELETED:
            return _one_in_other(change.text, revision.old)
        case Kind.MOVED:
            return _one_in_other(change.text, revision.new) or _one_in_other(change.text, revision.old)


class _Places:
    """Where the paragraphs of a Word file went when it was recognised."""

    def __init__(self, agreement: Agreement, paragraphs: Collection[str]) -> None:
        self._units = {unit.id: unit for unit in agreement.walk()}
        said: dict[str, list[ProvisionId]] = {}
        for unit in self._units.values():
            for wording in (unit.heading, unit.text, unit.wrap_up):
                if wording:
                    said.setdefault(_squeezed(wording.plain), []).append(unit.id)
        self._homes = {paragraph: _found(_squeezed(paragraph), said) for paragraph in paragraphs}

    def homes(self, paragraph: str) -> Collection[ProvisionId]:
        """The provisions that hold the words of a paragraph."""
        return self._homes[paragraph]

    def concerned(self, unit: ProvisionId | None, whole: bool) -> Collection[ProvisionId]:
        """The provision, and where the whole of it is meant those below it."""
        if unit is None or unit not in self._units:
            return ()
        return [inner.id for inner in self._units[unit].walk()] if whole else [unit]


def _found(paragraph: str, said: Mapping[str, list[ProvisionId]]) -> Collection[ProvisionId]:
    """Exactly these words, or else those a number or a sentence of the same paragraph stands beside."""
    if not paragraph:
        return ()
    if paragraph in said:
        return said[paragraph]
    near = (ids for words, ids in said.items() if words in paragraph or paragraph in words)
    return {unit for ids in near for unit in ids}


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _one_in_other(one: str | None, other: str | None) -> bool:
    """Whether two wordings share a place, whatever the spaces; an empty one is nowhere."""
    here, there = _squeezed(one or ""), _squeezed(other or "")
    return bool(here and there) and (here in there or there in here)
