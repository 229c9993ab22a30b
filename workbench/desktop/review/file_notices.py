"""What the import review says of a file: why its text is not there, what to know before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.actions.acquaintance import Known
from workbench.desktop.kit import Action, Banner, EmptyState
from workbench.desktop.review.queue_view import sentence, stage_words
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.desktop.theme import Theme

_ICONS = {
    Stage.KEPT: "check-circle",
    Stage.KNOWN: "check-circle",
    Stage.SKIPPED: "arrow-right",
    Stage.STOPPED: "arrow-right",
}


@dataclass(frozen=True, slots=True)
class FileDeeds:
    """What can be done with the file looked at from where its state is told."""

    skip: Callable[[], object]
    take_back: Callable[[], object]
    keep_as_version: Callable[[QueuedFile, str], object]
    take_for_agreement: Callable[[], object]
    show_library: Callable[[], object]


def instead(theme: Theme, file: QueuedFile | None, deeds: FileDeeds) -> EmptyState:
    """The state of a file in words, with the remedy where it could not be read."""
    translate = QCoreApplication.translate
    if file is None:
        return EmptyState(theme, "file", translate("Review", "Nothing to show yet"), "")
    if file.stage is Stage.FAILED:
        title = translate("Review", "{file} could not be read").format(file=file.path.name)
        remedy = sentence(file.note)
        remedy = f"{remedy}." if remedy[-1:].isalnum() else remedy
        again = (translate("Review", "Read again"), deeds.skip)
        return EmptyState(theme, "warning", title, remedy, [again], primary=False)
    actions: list[Action] = []
    if file.stage in (Stage.SKIPPED, Stage.STOPPED):
        actions.append((translate("Review", "Read again"), deeds.skip))
    if file.stage in (Stage.KEPT, Stage.KNOWN):
        actions.append((translate("Review", "Show in the library"), deeds.show_library))
        actions.append((translate("Review", "Put back under review"), deeds.take_back))
    icon = _ICONS.get(file.stage, "file")
    return EmptyState(theme, icon, file.path.name, stage_words(file), actions, primary=False)


def notice(theme: Theme, file: QueuedFile, deeds: FileDeeds) -> Banner | None:
    """What a person should know before keeping: the file is known, another text is, it is no agreement."""
    translate = QCoreApplication.translate
    known = file.known
    if known.known is Known.SAME_FILE:
        fact = translate("Review", "This very file is in the library.")
        rest = translate("Review", "It was kept as {file}; keeping it again changes nothing.")
        actions = [(translate("Review", "Skip"), deeds.skip)]
        return Banner(theme, fact, rest.format(file=known.file), actions=actions)
    if known.known is Known.OTHER_TEXT:
        fact = translate("Review", "Another text of this agreement is in the library ({file}).")
        fact = fact.format(file=known.file)
        if file.version_of:
            rest = translate("Review", "Kept, it becomes the present text; the earlier one stays on record.")
            apart = (translate("Review", "Keep apart"), lambda: deeds.keep_as_version(file, ""))
            return Banner(theme, fact, rest, severity="success", actions=[apart])
        rest = translate("Review", "Keep this as a new version of it, or as an agreement of its own.")
        version = (translate("Review", "New version"), lambda: deeds.keep_as_version(file, known.agreement))
        return Banner(theme, fact, rest, severity="warning", actions=[version])
    if not file.is_agreement:
        fact = translate("Review", "This does not look like an agreement.")
        rest = translate(
            "Review", "Kept, it becomes a background document: found by search, without clauses."
        )
        otherwise = (translate("Review", "It is an agreement"), deeds.take_for_agreement)
        return Banner(theme, fact, rest, actions=[otherwise])
    return None
