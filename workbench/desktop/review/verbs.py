"""The verbs of the import review: what a key or the menu does to the unit looked at, or to the whole file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import ProvisionId
from workbench.desktop.review.choices import Choices
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.file_pane import FilePane
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queued_file import Stage
from workbench.desktop.review.record import Unpacked
from workbench.desktop.review.type_chooser import TypeChooser
from workbench.desktop.theme import Theme


class Verbs(QObject):
    """Corrects the file in a pane. What cannot be done is said there and leaves no step."""

    def __init__(
        self, theme: Theme, pane: FilePane, queue: ImportQueue, type_names: Mapping[str, str]
    ) -> None:
        super().__init__(pane)
        self._theme, self._pane, self._queue = theme, pane, queue
        self._choices = Choices(pane.tree, self._try)
        self.types = TypeChooser(theme, type_names, pane)

    def do(self, verb: str) -> None:
        """Correct the unit looked at by one of the verbs of the tree; "about" asks what the whole is."""
        unit, correction = self._pane.tree.current(), self._pane.correction
        if unit is None or correction is None or not self._pane.can_edit():
            return
        deeds: dict[str, tuple[str, Callable[[str], object]]] = {
            "promote": (self.tr("Raise one level"), lambda words: correction.promote(words, unit)),
            "demote": (self.tr("Lower one level"), lambda words: correction.demote(words, unit)),
            "merge": (self.tr("Merge with the one before"), lambda words: self._merge(words, unit)),
            "leave-out": (self.tr("Leave out"), lambda words: correction.leave_out(words, unit)),
        }
        if verb in deeds:
            words, deed = deeds[verb]
            self._try(lambda: deed(words))
        else:
            asks: dict[str, Callable[[], None]] = {
                "kind": lambda: self._choices.kind(correction, unit),
                "type": lambda: self.types.ask(correction, unit),
                "split": lambda: self._choices.place(correction, unit, self._pane.cursor_in(unit)),
                "words": lambda: self._ask_words(correction, unit),
                "about": self.ask_about,
            }
            asks[verb]()

    def menu(self, place: QPoint) -> None:
        """The menu of the right button, at a place in the tree."""
        where = self._pane.tree.viewport().mapToGlobal(place)
        self._choices.verbs(self.do, where, editable=self._pane.can_edit())

    def ask_about(self) -> None:
        """Ask for language, parties, and whether it is an agreement."""
        file, correction = self._pane.file, self._pane.correction
        if file is not None and correction is not None and self._pane.can_edit():
            from workbench.desktop.review.about import AboutDialog

            again = partial(self._queue.as_agreement, file)
            AboutDialog(self._theme, correction, self._queue.name_parties, again, self._pane).open()

    def take_for_agreement(self) -> None:
        """Recognise the file looked at once more, as the agreement that it did not seem to be."""
        file, correction = self._pane.file, self._pane.correction
        if file is None or correction is None or not self._pane.can_edit():
            return
        words, language = self.tr("Take it for an agreement"), correction.agreement.language

        def take(anew: Unpacked) -> None:
            if file.correction is correction and file.stage is Stage.REVIEW:
                correction.set_about(words, language=language, parties=(), is_agreement=True, anew=anew)

        job = self._queue.as_agreement(file)
        job.succeeded.connect(take)
        job.failed.connect(lambda error: self._pane.say(error.sentence))

    def _ask_words(self, correction: Correction, unit: ProvisionId) -> None:
        from workbench.desktop.review.words import WordsDialog

        found = correction.agreement.find(unit)
        if found is not None:
            WordsDialog(self._theme, correction, found, self._pane).open()

    def _merge(self, words: str, unit: ProvisionId) -> None:
        if self._pane.correction is not None:
            self._pane.tree.look_at(self._pane.correction.merge(words, unit))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except WorkbenchError as error:
            self._pane.say(error.sentence)
