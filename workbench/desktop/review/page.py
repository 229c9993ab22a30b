"""The import review: queue, source, recognised tree. Nothing enters the library until it is kept.

The page leads from file to file and gives the keys their meaning; the file looked at is `FilePane`'s, what is
done to it `Verbs`'.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QStackedWidget

from workbench.agreement.languages import LANGUAGES
from workbench.desktop.kit import Button, EmptyState, Frame, Label, column, holder, row
from workbench.desktop.language_names import language_name
from workbench.desktop.review.file_notices import FileDeeds
from workbench.desktop.review.file_pane import FilePane
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queue_pane import QueuePane
from workbench.desktop.review.queued_file import AGAIN, SHELVED, QueuedFile, Stage
from workbench.desktop.review.tree_view import letter_of, verb_of
from workbench.desktop.review.verbs import Verbs
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room

_ROOMY = 1060


class ReviewPage(Room):
    """The page. It corrects through the queue's corrections and keeps through the queue."""

    import_asked = Signal()
    library_asked = Signal()

    def __init__(self, theme: Theme, queue: ImportQueue, type_names: Mapping[str, str]) -> None:
        super().__init__()
        self._theme, self._queue = theme, queue
        self._tree_next = False
        deeds = FileDeeds(
            skip=self.skip,
            take_back=self.take_back,
            keep_as_version=queue.keep_as_version,
            take_for_agreement=self._take_for_agreement,
            show_library=self.library_asked.emit,
        )
        self._left = QueuePane(theme, queue)
        self.files = self._left.files
        self.pane = FilePane(theme, type_names, deeds)
        self.banners, self.recognised = self.pane.banners, self.pane.recognised
        self.source, self.tree = self.pane.source, self.pane.tree
        self.doubt_list = self.pane.doubt_list
        self.verbs = Verbs(theme, self.pane, queue, type_names)
        self._build()
        queue.added.connect(self._queue_grown)
        queue.changed.connect(self._file_changed)
        queue.ready.connect(self._file_ready)
        queue.opened.connect(self._file_opened)
        queue.corrected.connect(self._file_corrected)
        queue.revisited.connect(self._file_revisited)
        self.files.current_changed.connect(self._show_file)
        self.files.activated.connect(self._file_activated)
        self.pane.hiding.connect(self._to_files)
        self.pane.filled.connect(self._file_filled)
        self.tree.verb.connect(self.do)
        self.tree.customContextMenuRequested.connect(self.verbs.menu)
        self.recognised.about_asked.connect(self.verbs.ask_about)
        self.recognised.skip.clicked.connect(self._skip_clicked)
        self.recognised.keep.clicked.connect(self._keep_clicked)
        self._queue_grown()
        self._show_file(None)
        self._queue_grown()

    def status(self) -> Status:
        """Queue, language recognised, hash of the file."""
        correction = self.pane.correction
        if correction is None:
            return Status((self.tr("Import queue"),))
        known = LANGUAGES.get(correction.agreement.language)
        name = self.tr("Recognised: {language}").format(
            language=language_name(known.code) if known is not None else "?"
        )
        digest = correction.read.sha256
        return Status((self.tr("Import queue"), name, f"SHA-256 {digest[:4]}…{digest[-4:]}"))

    def entered(self) -> None:
        """Put the keyboard where the work is."""
        if self.files.current() is None and self._queue.files:
            self.files.look_at(
                next((f for f in self._queue.files if f.stage is Stage.REVIEW), self._queue.files[0])
            )
        self._to_tree()

    def do(self, verb: str) -> None:
        """Correct the unit looked at by one of the verbs of the tree."""
        self.verbs.do(verb)

    @property
    def undo_stack(self) -> QUndoStack:
        """Every correction, and every file kept or skipped, in the order it was done."""
        return self._queue.undo_stack

    def can_edit(self) -> bool:
        """Whether the file looked at is under review."""
        return self.pane.can_edit()

    def keep(self) -> None:
        """Keep the file looked at and go to the next."""
        if self.pane.file is not None and self.can_edit():
            self._queue.keep(self.pane.file)
            self._next_file()

    def skip(self) -> None:
        """Leave the file out and go to the next; one that was left out or could not be read is read again."""
        file = self.pane.file
        if file is None or file.stage in SHELVED:
            return
        if file.stage in AGAIN:
            self._queue.again(file)
            return
        self._queue.skip(file)
        self._next_file()

    def take_back(self) -> None:
        """Take the file looked at out of the library again; it is under review as it was."""
        if self.pane.file is not None:
            self._queue.take_back(self.pane.file)

    def keep_all(self) -> None:
        """Keep every file in which nothing is doubtful."""
        self._queue.keep(*self._queue.without_doubts())
        self._next_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers answer, N and P walk the doubtful places, Ctrl+Enter keeps, letters correct."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.keep()
        elif not control and event.text().isdigit() and self.can_edit():
            self.doubt_list.answer(int(event.text()))
        elif letter_of(event) in ("n", "p"):
            self.doubt_list.step(1 if letter_of(event) == "n" else -1)
        elif (self.source.hasFocus() or letter_of(event)) and (verb := verb_of(event)) is not None:
            self.do(verb)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the queue gives way: text and tree need the room."""
        super().resizeEvent(event)
        self._left.set_roomy(self.width() >= _ROOMY)

    def _build(self) -> None:
        theme = self._theme
        self._all = Button(theme, self.tr("Keep all without doubtful places"), run=self.keep_all)
        words = column(
            None,
            Label(theme, self.tr("Import review"), 16, 600, family=SERIF),
            Label(theme, self.tr("Nothing enters the library until you keep it."), 13, tone="ink2"),
            None,
            gap=0,
        )
        header = Frame("header", row(words, None, self._all, margins=(20, 0, 16, 0)), height=57)
        self._nothing = EmptyState(
            theme,
            "tray-arrow-down",
            self.tr("No files to review"),
            self.tr("Drop old agreements anywhere on the window, or choose files."),
            [(self.tr("Import agreements"), self.import_asked.emit)],
        )
        self._left.add_asked.connect(self.import_asked)
        self._whole = QStackedWidget()
        self._whole.addWidget(holder(row(self._left, (self.pane, 1), gap=0)))
        self._whole.addWidget(self._nothing)
        self.setLayout(column(header, (self._whole, 1), gap=0))

    # -- from file to file ---------------------------------------------------------------------------------

    def _queue_grown(self) -> None:
        files = self._queue.files
        focused = self.focusWidget()
        waiting = files and focused is not None and self._nothing.isAncestorOf(focused)
        self._whole.setCurrentIndex(0 if files else 1)
        if waiting:
            self._to_tree()
        if files and self.files.current() is None:
            self.files.look_at(files[0])
        self._say_summary()

    def _file_changed(self, file: QueuedFile) -> None:
        self._say_summary()
        if file is self.pane.file:
            self._show_file(file)

    def _file_ready(self, file: QueuedFile) -> None:
        now = self.pane.file
        if now is None or now.stage not in (Stage.REVIEW, Stage.READING, Stage.KEEPING):
            self.files.look_at(file)

    def _file_opened(self, file: QueuedFile) -> None:
        if file is self.pane.file:
            self._show_file(file)

    def _file_filled(self) -> None:
        self._enable()
        if self._tree_next:
            self._to_tree()

    def _file_corrected(self, file: QueuedFile) -> None:
        if file is self.pane.file:
            self.pane.refresh()

    def _file_revisited(self, file: QueuedFile) -> None:
        """Show what undo or redo has touched."""
        if file.stage is Stage.REVIEW and file is not self.pane.file:
            self.files.look_at(file)
            self._to_tree()

    def _file_activated(self, _index: object) -> None:
        self._to_tree()

    def _show_file(self, file: QueuedFile | None) -> None:
        if file is not None and file.stage is Stage.REVIEW and file.correction is None:
            self._queue.open(file)
        self.pane.show_file(file)
        self._enable()

    def _enable(self) -> None:
        """What can be done with the file looked at."""
        file = self.pane.file
        self.recognised.keep.setEnabled(self.can_edit())
        self.recognised.skip.setEnabled(file is not None and file.stage not in SHELVED)
        self.pane.source_pane.set_walkable(self.pane.correction is not None)
        self.status_changed.emit(self.status())

    def _next_file(self) -> None:
        waiting = [file for file in self._queue.files if file.stage is Stage.REVIEW]
        if waiting:
            self.files.look_at(waiting[0])
        self._to_tree()

    def _to_tree(self) -> None:
        """Bring the keyboard to the tree, at once or as soon as a tree is there; till then to the queue."""
        self._tree_next = not self.can_edit()
        if not self._queue.files:
            self._nothing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (self.files if self._tree_next else self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_files(self) -> None:
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_summary(self) -> None:
        self._left.say()
        self._all.setEnabled(bool(self._queue.without_doubts()))

    def _skip_clicked(self, _checked: bool) -> None:
        self.skip()

    def _keep_clicked(self, _checked: bool) -> None:
        self.keep()

    def _take_for_agreement(self) -> None:
        self.verbs.take_for_agreement()
