"""The import review: queue, source, recognised tree. Nothing enters the library until it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.languages import LANGUAGES
from workbench.agreement.tree import Kind, ProvisionId, Register
from workbench.desktop.kit import (
    Banner,
    Banners,
    Button,
    EmptyState,
    Frame,
    Label,
    ToolButton,
    column,
    holder,
    row,
)
from workbench.desktop.language_names import language_name
from workbench.desktop.review.bands import Bands, Columns, Origins
from workbench.desktop.review.choices import Choices
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.doubts import Doubt, doubts
from workbench.desktop.review.file_notices import instead, notice
from workbench.desktop.review.panes import RecognisedPane, SourcePane
from workbench.desktop.review.queue import AGAIN, ImportQueue, QueuedFile, Stage
from workbench.desktop.review.queue_view import QueueView, sentence
from workbench.desktop.review.record import Unpacked
from workbench.desktop.review.tree_view import letter_of, verb_of
from workbench.desktop.review.type_chooser import TypeChooser
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room

_QUEUE, _NARROW, _ROOMY = 257, 184, 1060


class ReviewPage(Room):
    """The page. It corrects through the queue's corrections and keeps through the queue."""

    import_asked = Signal()
    library_asked = Signal()

    def __init__(self, theme: Theme, queue: ImportQueue, type_names: Mapping[str, str]) -> None:
        super().__init__()
        self._theme, self._queue, self._type_names = theme, queue, type_names
        self._file: QueuedFile | None = None
        self._shown: Correction | None = None
        self._stands_instead: tuple[object, ...] = ()
        self._pages = 1
        self._origins: Origins = {}
        self._tree_next = False
        self.banners = Banners(theme)
        self.files = QueueView(theme, queue)
        self.source_pane = SourcePane(theme)
        self.recognised = RecognisedPane(theme)
        self.source, self.tree = self.source_pane.view, self.recognised.tree
        self.doubt_list = self.recognised.doubts
        self._choices = Choices(self.tree, self._try)
        self._types = TypeChooser(theme, type_names, self)
        self._build()
        queue.added.connect(self._queue_grown)
        queue.changed.connect(self._file_changed)
        queue.ready.connect(self._file_ready)
        queue.opened.connect(self._file_opened)
        queue.corrected.connect(self._file_corrected)
        self.files.current_changed.connect(self._show_file)
        self.files.activated.connect(lambda _index: self._to_tree())
        self.source.chosen.connect(self._line_chosen)
        self.source.verticalScrollBar().valueChanged.connect(lambda _value: self._say_place())
        self.source_pane.step.connect(self.doubt_list.step)
        self.doubt_list.chosen.connect(self._doubt_chosen)
        self.tree.current_changed.connect(self._unit_chosen)
        self.tree.verb.connect(self.do)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.recognised.about_asked.connect(self.ask_about)
        self.recognised.languages.chosen.connect(self._language_chosen)
        self.recognised.arrangement.chosen.connect(lambda _index: self._arrange())
        self.recognised.skip.clicked.connect(lambda _checked: self.skip())
        self.recognised.keep.clicked.connect(lambda _checked: self.keep())
        self._queue_grown()
        self._show_file(None)
        self._queue_grown()

    def status(self) -> Status:
        """Queue, language recognised, hash of the file."""
        correction = self._correction
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
        """Correct the unit looked at by one of the verbs of the tree; "about" asks what the whole is."""
        unit, correction = self.tree.current(), self._correction
        if unit is None or correction is None or not self.can_edit():
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
                "type": lambda: self._types.ask(correction, unit),
                "split": lambda: self._choices.place(correction, unit, self._cursor_in(correction, unit)),
                "words": lambda: self._ask_words(correction, unit),
                "about": self.ask_about,
            }
            asks[verb]()

    @property
    def undo_stack(self) -> QUndoStack | None:
        """The corrections of the file looked at."""
        return self._correction.undo_stack if self._correction is not None and self.can_edit() else None

    def can_edit(self) -> bool:
        """Whether the file looked at is under review."""
        return self._correction is not None and self._file is not None and self._file.stage is Stage.REVIEW

    def keep(self) -> None:
        """Keep the file looked at and go to the next."""
        if self._file is not None and self.can_edit():
            self._queue.keep(self._file)
            self._next_file()

    def skip(self) -> None:
        """Leave the file out and go to the next; one that was left out or could not be read is read again."""
        if self._file is None:
            return
        if self._file.stage in AGAIN:
            self._queue.again(self._file)
            return
        self._queue.skip(self._file)
        self._next_file()

    def keep_all(self) -> None:
        """Keep every file in which nothing is doubtful."""
        for file in self._queue.without_doubts():
            self._queue.keep(file)
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

    # -- building ------------------------------------------------------------------------------------------

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
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(holder(column(self._banner_place(), (self.source_pane, 1), gap=0), "surface"))
        panes.addWidget(self.recognised)
        panes.setStretchFactor(0, 6)
        panes.setStretchFactor(1, 5)
        panes.setSizes([593, 502])
        self._nothing = EmptyState(
            theme,
            "tray-arrow-down",
            self.tr("No files to review"),
            self.tr("Drop old agreements anywhere on the window, or choose files."),
            [(self.tr("Import agreements"), self.import_asked.emit)],
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(holder(row(self._queue_pane(), (panes, 1), gap=0)))
        self._whole.addWidget(self._nothing)
        self.setLayout(column(header, (self._whole, 1), gap=0))

    def _banner_place(self) -> QWidget:
        self._above = holder(column(self.banners, margins=(16, 8, 16, 8)))
        self._above.hide()
        return self._above

    def _queue_pane(self) -> QWidget:
        theme = self._theme
        self._queue_count = Label(theme, "", 13, tone="ink3")
        adding = ToolButton(theme, "plus", self.tr("Add files"), run=self.import_asked.emit)
        title = Label(theme, self.tr("Import queue"), 14, 600)
        head = Frame(
            "bar", row(title, self._queue_count, None, adding, gap=6, margins=(16, 0, 8, 0)), height=45
        )
        self._summary = Label(theme, "", 13, tone="ink2", elide=True)
        self._stop = Button(theme, self.tr("Stop"), "link", run=self._queue.stop)
        self._stop.setToolTip(self.tr("Read no more files; those that are read stay"))
        self._resume = Button(theme, self.tr("Read the rest"), "link", run=self._queue.resume)
        foot = Frame(
            "foot",
            row((self._summary, 1), self._stop, self._resume, gap=8, margins=(16, 0, 12, 0)),
            height=57,
        )
        self._left = Frame("pane-left", column(head, 6, (self.files, 1), foot, gap=0), width=_QUEUE)
        return self._left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the queue gives way: text and tree need the room."""
        super().resizeEvent(event)
        self._left.setFixedWidth(_QUEUE if self.width() >= _ROOMY else _NARROW)

    # -- the queue -----------------------------------------------------------------------------------------

    def _queue_grown(self) -> None:
        files = self._queue.files
        focused = self.focusWidget()
        waiting = files and focused is not None and self._nothing.isAncestorOf(focused)
        self._whole.setCurrentIndex(0 if files else 1)
        if waiting:
            self._to_tree()
        self._queue_count.set(self.tr("%n file(s)", None, len(files)))
        if files and self.files.current() is None:
            self.files.look_at(files[0])
        self._say_summary()

    def _file_changed(self, file: QueuedFile) -> None:
        self._say_summary()
        if file is self._file:
            self._show_file(file)

    def _file_ready(self, file: QueuedFile) -> None:
        now = self._file
        if now is None or now.stage not in (Stage.REVIEW, Stage.READING, Stage.KEEPING):
            self.files.look_at(file)

    def _file_opened(self, file: QueuedFile) -> None:
        if file is self._file:
            self._show_file(file)
            if self._tree_next:
                self._to_tree()

    def _file_corrected(self, file: QueuedFile) -> None:
        if file is self._file and self._correction is not None:
            self._refresh_text(self._correction)

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

    def _say_summary(self) -> None:
        stages = [file.stage for file in self._queue.files]
        kept = sum(stage in (Stage.KEPT, Stage.KNOWN) for stage in stages)
        unread, stopped = self._queue.unread(), self._queue.stopped()
        parts = [self.tr("%n kept", None, kept), self.tr("%n to review", None, self._queue.waiting())]
        if unread:
            parts.insert(0, self.tr("%n to read", None, unread))
        failed = sum(stage is Stage.FAILED for stage in stages)
        if failed:
            parts.append(self.tr("%n failed", None, failed))
        self._summary.set(", ".join(parts))
        for button, shown in ((self._stop, unread > 0), (self._resume, stopped > 0 and not unread)):
            if button.hasFocus() and not shown:
                self.files.setFocus(Qt.FocusReason.OtherFocusReason)  # before it is hidden
            button.setVisible(shown)
        self._all.setEnabled(bool(self._queue.without_doubts()))

    # -- one file ------------------------------------------------------------------------------------------

    @property
    def _correction(self) -> Correction | None:
        return self._file.correction if self._file is not None else None

    def _show_file(self, file: QueuedFile | None) -> None:
        """Show a file, or show it again: only another text is laid out anew.

        What was shown before stays until the new file is unpacked, which takes a moment.
        """
        self._file = file
        if file is not None and file.stage is Stage.REVIEW and file.correction is None:
            self._queue.open(file)
            self._enable()
            return
        correction = self._correction
        if correction is None:
            self._show_instead(file)
        elif correction is not self._shown:
            self._shown, self._stands_instead = correction, ()
            source = correction.read.source
            self._pages = max((block.page for block in source.blocks), default=1) if source is not None else 1
            self.source.show_source(source, correction.joined)
            self.tree.show_agreement(None, {}, {})
            self.recognised.show()
            self._refresh_text(correction)
            # Once the source is laid out and scrolled to its beginning.
            QTimer.singleShot(0, self, self._look_again)
        self._say_what_is_known()
        self._enable()
        self.status_changed.emit(self.status())

    def _look_again(self) -> None:
        doubt = self.doubt_list.current()
        if doubt is not None:
            self._doubt_chosen(doubt)

    def _say_what_is_known(self) -> None:
        """A banner for what a person should know before keeping: no agreement, known file, other version."""
        file, correction = self._file, self._correction
        self.banners.clear()
        if file is not None and correction is not None and self.can_edit():
            keep_as_version = self._queue.keep_as_version
            banner = notice(self._theme, file, self.skip, self._take_for_agreement, keep_as_version)
            if banner is not None:
                self.banners.show_banner(banner)
        self._above.setVisible(self.banners.count() > 0)

    def _enable(self) -> None:
        """What can be done with the file looked at."""
        file = self._file
        over = (Stage.KEPT, Stage.KNOWN, Stage.KEEPING)
        self.recognised.keep.setEnabled(self.can_edit())
        self.recognised.skip.setEnabled(file is not None and file.stage not in over)
        self.source_pane.set_walkable(self._correction is not None)

    def _show_instead(self, file: QueuedFile | None) -> None:
        """Say what has become of a file without a text to look at."""
        said = (file, file.stage, file.note) if file is not None else (None,)
        if said == self._stands_instead:
            return
        self._stands_instead, self._shown = said, None
        focused = self.focusWidget()
        if focused is not None and self.recognised.isAncestorOf(focused):
            self.files.setFocus(Qt.FocusReason.OtherFocusReason)  # before it is hidden, or it goes astray
        self.recognised.hide()
        self.source.show_source(None)
        self.tree.show_agreement(None, {}, {})
        self.doubt_list.show_doubts((), 0)
        self.recognised.show_reason("")
        self.source_pane.show_instead(instead(self._theme, file, self.library_asked.emit, self.skip))

    def _refresh_text(self, correction: Correction) -> None:
        state, source = correction.state, correction.read.source
        if source is not None:
            names = [language_name(tree.language) for tree in state.trees]
            face = correction.face
            columns = Columns(source, state.origins, names, face) if len(names) > 1 else None
            self._origins = columns.origins(state.origins) if columns is not None else state.origins
            numbers = correction.numbers
            self.source.show_bands(Bands(source, correction.agreement, state.origins, numbers, columns))
        self.source_pane.show_view()
        self.tree.show_agreement(correction.agreement, correction.numbers, self._type_names)
        self.doubt_list.show_doubts(doubts(correction), len(state.settled))
        self.recognised.show_what(self._what(correction))
        self.recognised.show_languages([tree.language for tree in state.trees], correction.face)
        self._say_place()
        unit = self.tree.current()
        self.source.mark(self._origins.get(unit) if unit is not None else None)
        self._say_reason(unit)
        self._arrange()

    def _what(self, correction: Correction) -> str:
        """Language and register of the file, and how many units of its own kind it has."""
        agreement = correction.agreement
        words = [language_name(agreement.language)]
        if not correction.state.is_agreement:
            return ", ".join([*words, self.tr("background")])
        articles, sections = agreement.of_kind(Kind.ARTICLE), agreement.of_kind(Kind.SECTION)
        if not articles and not sections:
            words.append(self.tr("%n paragraph(s)", None, len(agreement.of_kind(Kind.PARAGRAPH))))
        elif sections and not articles:
            words.append(self.tr("%n section(s)", None, len(sections)))
        else:
            words.append(self.tr("%n article(s)", None, len(articles)))
        if agreement.register is not Register.TREATY:
            words.append(self.tr("political") if agreement.register is Register.POLITICAL else self.tr("MoU"))
        return ", ".join(words)

    def _language_chosen(self, index: int) -> None:
        if self._correction is not None and index != self._correction.face:
            self._correction.look_at(index)

    def _arrange(self) -> None:
        first = self.recognised.arrangement.current == 0
        self.doubt_list.setVisible(first and self.doubt_list.current() is not None)
        QTimer.singleShot(0, self.recognised, self.recognised.fit_doubts)

    def _say_place(self) -> None:
        source = self._correction.read.source if self._correction is not None else None
        if source is None:
            self.source_pane.show_place("")
            return
        words = self.tr("as printed, page {page} of {pages}")
        self.source_pane.show_place(words.format(page=self.source.page_at_top(), pages=self._pages))

    def _say_reason(self, unit: ProvisionId | None) -> None:
        """Clause types of the unit looked at, each with the words that spoke for it."""
        correction = self._correction
        found = correction.agreement.find(unit) if correction is not None and unit is not None else None
        if correction is None or found is None:
            self.recognised.show_reason("")
            return
        cues = dict(correction.cues.get(found.id, ()))
        said = []
        for key in found.types:
            name, cue = self._type_names.get(key, key), cues.get(key, "")
            said.append(f"{name} (“{cue}”)" if cue else name)
        words = self.tr("Clause type: {types}").format(types=" · ".join(said))
        self.recognised.show_reason(words if said and cues else "")

    def _line_chosen(self, provision: ProvisionId | None) -> None:
        if provision is not None:
            self.tree.look_at(provision)

    def _unit_chosen(self, provision: ProvisionId | None) -> None:
        correction = self._correction
        if correction is None or provision is None:
            return
        self.source.mark(self._origins.get(provision))
        self.doubt_list.look_at_provision(provision)
        self._say_reason(provision)

    def _doubt_chosen(self, doubt: Doubt) -> None:
        if doubt.provision is not None:
            self.tree.look_at(doubt.provision)
            self._unit_chosen(doubt.provision)

    def ask_about(self) -> None:
        """Ask for language, parties, and whether it is an agreement."""
        correction = self._correction
        if correction is not None and self.can_edit():
            from workbench.desktop.review.about import AboutDialog

            file, queue = self._file, self._queue
            assert file is not None  # what has a correction is a file
            again = partial(queue.as_agreement, file)
            AboutDialog(self._theme, correction, queue.name_parties, again, self).open()

    def _take_for_agreement(self) -> None:
        """Recognise the file looked at once more, as the agreement that it did not seem to be."""
        file, correction = self._file, self._correction
        if file is None or correction is None or not self.can_edit():
            return
        words, language = self.tr("Take it for an agreement"), correction.agreement.language

        def take(anew: Unpacked) -> None:
            if file.correction is correction and file.stage is Stage.REVIEW:
                correction.set_about(words, language=language, parties=(), is_agreement=True, anew=anew)

        job = self._queue.as_agreement(file)
        job.succeeded.connect(take)
        job.failed.connect(lambda error: self._say(error.sentence))

    def _ask_words(self, correction: Correction, unit: ProvisionId) -> None:
        from workbench.desktop.review.words import WordsDialog

        found = correction.agreement.find(unit)
        if found is not None:
            WordsDialog(self._theme, correction, found, self).open()

    # -- corrections ---------------------------------------------------------------------------------------

    def _merge(self, words: str, unit: ProvisionId) -> None:
        if self._correction is not None:
            self.tree.look_at(self._correction.merge(words, unit))

    def _cursor_in(self, correction: Correction, unit: ProvisionId) -> int | None:
        """Where the cursor in the source stands in the wording of a unit."""
        blocks = self._origins.get(unit)
        place = self.source.place_in(blocks) if blocks is not None else None
        return correction.place_of(unit, *place) if place is not None else None

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except WorkbenchError as error:
            self._say(error.sentence)

    def _say(self, said: str) -> None:
        """Say what cannot be done, where the banners are."""
        self.banners.clear()
        banner = Banner(self._theme, sentence(said), severity="warning", close_name=self.tr("Close"))
        banner.closed.connect(self._say_what_is_known)
        self.banners.show_banner(banner)
        self._above.show()

    def _menu(self, place: QPoint) -> None:
        self._choices.verbs(self.do, self.tree.viewport().mapToGlobal(place), editable=self.can_edit())
