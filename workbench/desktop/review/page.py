"""The import review: queue, source, recognised tree. Nothing enters the library until it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.languages import LANGUAGES
from workbench.agreement.tree import BASIC, Kind, ProvisionId
from workbench.desktop.kit import (
    Banner,
    Banners,
    Button,
    EmptyState,
    Frame,
    Icon,
    Label,
    Legend,
    Segmented,
    ToolButton,
    column,
    holder,
    row,
    rule,
)
from workbench.desktop.review.bands import CHANGEABLE, bands, kind_name
from workbench.desktop.review.doubt_list import DoubtList
from workbench.desktop.review.doubts import Doubt, doubts
from workbench.desktop.review.queue import ImportQueue, QueuedFile, Stage
from workbench.desktop.review.queue_view import QueueView, stage_words
from workbench.desktop.review.source_view import SourceView
from workbench.desktop.review.tree_view import RecognisedView
from workbench.desktop.status_bar import Status
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room

_SENTENCE_END = re.compile(r"[.;:!?]\s+(?=\S)")
_PLACES = 14


class ReviewPage(Room):
    """The page. It corrects through the queue's corrections and keeps through the queue."""

    import_asked = Signal()
    search_asked = Signal()

    def __init__(self, theme: Theme, queue: ImportQueue, type_names: Mapping[str, str]) -> None:
        super().__init__()
        self._theme, self._queue, self._type_names = theme, queue, type_names
        self._file: QueuedFile | None = None
        self.banners = Banners(theme)
        self.files = QueueView(theme, queue)
        self.source = SourceView(theme)
        self.doubt_list = DoubtList(theme)
        self.tree = RecognisedView(theme)
        self._build()
        queue.added.connect(self._queue_grown)
        queue.changed.connect(self._file_changed)
        queue.ready.connect(self._file_ready)
        self.files.current_changed.connect(self._show_file)
        self.source.chosen.connect(self._line_chosen)
        self.doubt_list.chosen.connect(self._doubt_chosen)
        self.tree.current_changed.connect(self._unit_chosen)
        self.tree.verb.connect(self.do)
        self.tree.customContextMenuRequested.connect(self._menu)
        self._queue_grown()

    def status(self) -> Status:
        """Queue, language recognised, hash of the file."""
        file = self._file
        if file is None or file.correction is None:
            return Status((self.tr("Import queue"),))
        known = LANGUAGES.get(file.correction.agreement.language)
        name = self.tr("Recognised: {language}").format(language=known.name if known else "?")
        digest = file.correction.read.sha256
        return Status((self.tr("Import queue"), name, f"SHA-256 {digest[:4]}…{digest[-4:]}"))

    def entered(self) -> None:
        """Put the keyboard where the work is."""
        if self.files.current() is None and self._queue.files:
            self.files.look_at(
                next((f for f in self._queue.files if f.stage is Stage.REVIEW), self._queue.files[0])
            )
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, verb: str) -> None:
        """Correct the unit looked at: "kind", "promote", "demote", "merge", "split", "type", "leave-out"."""
        unit, correction = self.tree.current(), self._file.correction if self._file else None
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
            {"kind": self._ask_kind, "type": self._ask_type, "split": self._ask_split}[verb](unit)

    @property
    def undo_stack(self) -> QUndoStack | None:
        """The corrections of the file looked at."""
        return self._file.correction.undo_stack if self._file and self._file.correction else None

    def undo(self) -> None:
        """Take the last correction back."""
        if self._file is not None and self._file.correction is not None and self.can_edit():
            self._file.correction.undo_stack.undo()

    def redo(self) -> None:
        """Do it again."""
        if self._file is not None and self._file.correction is not None and self.can_edit():
            self._file.correction.undo_stack.redo()

    def can_edit(self) -> bool:
        """Whether the file looked at is under review."""
        return self._file is not None and self._file.stage is Stage.REVIEW

    def keep(self) -> None:
        """Keep the file looked at and go to the next."""
        if self._file is not None and self._file.stage is Stage.REVIEW:
            self._queue.keep(self._file)
            self._next_file()

    def skip(self) -> None:
        """Leave the file out and go to the next."""
        if self._file is None:
            return
        if self._file.stage in (Stage.SKIPPED, Stage.FAILED):
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
        """Numbers answer, N and P walk the doubtful places, Ctrl+Enter keeps."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.keep()
        elif not control and event.text().isdigit() and self.can_edit():
            self.doubt_list.answer(int(event.text()))
        elif not control and event.key() in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.doubt_list.step(1 if event.key() == Qt.Key.Key_N else -1)
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
        self._panes = QStackedWidget()
        self._panes.addWidget(self._panes_of_file())
        self._nothing = EmptyState(
            theme,
            "tray-arrow-down",
            self.tr("No files to review"),
            self.tr("Drop old agreements anywhere on the window, or choose files."),
            [(self.tr("Import agreements"), self.import_asked.emit)],
        )
        whole = QStackedWidget()
        whole.addWidget(holder(column((self._queue_and_panes(), 1), gap=0)))
        whole.addWidget(self._nothing)
        self._whole = whole
        above = holder(column(self.banners, margins=(20, 8, 16, 0)))
        self._above = above
        above.hide()
        self.setLayout(column(header, above, (whole, 1), gap=0))

    def _queue_and_panes(self) -> QWidget:
        theme = self._theme
        self._queue_count = Label(theme, "", 13, tone="ink3")
        adding = ToolButton(theme, "plus", self.tr("Add files"), run=self.import_asked.emit)
        title = Label(theme, self.tr("Import queue"), 14, 600)
        head = Frame(
            "bar", row(title, self._queue_count, None, adding, gap=6, margins=(16, 0, 8, 0)), height=45
        )
        self._summary = Label(theme, "", 13, tone="ink2", elide=True)
        foot = Frame("foot", row((self._summary, 1), margins=(16, 0, 16, 0)), height=41)
        left = Frame("pane-left", column(head, 6, (self.files, 1), foot, gap=0), width=257)
        return holder(row(left, (self._panes, 1), gap=0))

    def _panes_of_file(self) -> QWidget:
        theme = self._theme
        self._source_place = Label(theme, "", 13, tone="ink3", elide=True)
        up = ToolButton(theme, "caret-up", self.tr("Previous doubtful place"), shortcut="P")
        up.clicked.connect(lambda: self.doubt_list.step(-1))
        down = ToolButton(theme, "caret-down", self.tr("Next doubtful place"), shortcut="N")
        down.clicked.connect(lambda: self.doubt_list.step(1))
        title = Label(theme, self.tr("Source"), 14, 600)
        source_head = Frame(
            "bar",
            row(
                Icon(theme, "file-text", "ink2", 18),
                title,
                (self._source_place, 1),
                up,
                down,
                gap=6,
                margins=(16, 0, 8, 0),
            ),
            height=45,
        )
        self._instead = EmptyState(theme, "file", self.tr("Nothing to show yet"), "")
        middle = holder(column(source_head, (self.source, 1), gap=0))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(middle)
        split.addWidget(self._recognised())
        split.setStretchFactor(0, 6)
        split.setStretchFactor(1, 5)
        split.setChildrenCollapsible(False)
        split.setSizes([600, 500])
        self.source.verticalScrollBar().valueChanged.connect(lambda _value: self._say_place())
        return split

    def _recognised(self) -> QWidget:
        theme = self._theme
        self._what = Label(theme, "", 13, tone="ink3", elide=True)
        self._view = Segmented(
            theme, [self.tr("Doubtful first"), self.tr("Whole text")], self.tr("What to show")
        )
        self._view.chosen.connect(lambda _index: self._arrange())
        title = Label(theme, self.tr("Recognised"), 14, 600)
        head = Frame(
            "bar",
            row(
                Icon(theme, "tree-structure", "ink2", 18),
                title,
                (self._what, 1),
                self._view,
                gap=6,
                margins=(16, 0, 16, 0),
            ),
            height=45,
        )
        self._lists = QSplitter(Qt.Orientation.Vertical)
        self._lists.setHandleWidth(1)
        self._lists.setChildrenCollapsible(False)
        self._lists.addWidget(self.doubt_list)
        self._lists.addWidget(holder(column(rule(), 6, (self.tree, 1), gap=0)))
        self._lists.setSizes([300, 400])
        self._skip = Button(theme, self.tr("Skip"), run=self.skip)
        self._keep = Button(theme, self.tr("Keep"), "primary", icon="check", run=self.keep)
        legend = Legend(
            theme,
            (
                ("K", self.tr("kind")),
                ("← →", self.tr("level")),
                ("M", self.tr("merge")),
                ("S", self.tr("split")),
                ("T", self.tr("type")),
            ),
        )
        foot = Frame(
            "foot", row((legend, 1), self._skip, self._keep, gap=6, margins=(16, 0, 16, 0)), height=57
        )
        pane = Frame("surface", column(head, (self._lists, 1), foot, gap=0))
        pane.setMinimumWidth(440)
        return pane

    # -- the queue -----------------------------------------------------------------------------------------

    def _queue_grown(self) -> None:
        files = self._queue.files
        self._whole.setCurrentIndex(0 if files else 1)
        self._queue_count.set(self.tr("%n file(s)", None, len(files)))
        if files and self.files.current() is None:
            self.files.look_at(files[0])
        self._say_summary()

    def _file_changed(self, file: QueuedFile) -> None:
        self._say_summary()
        if file is self._file:
            self._refresh()

    def _file_ready(self, file: QueuedFile) -> None:
        now = self._file
        if now is None or now.stage not in (Stage.REVIEW, Stage.READING) or now is file:
            self.files.look_at(file)
        if file is self._file or now is file:
            self._show_file(file)

    def _next_file(self) -> None:
        waiting = [file for file in self._queue.files if file.stage is Stage.REVIEW]
        if waiting:
            self.files.look_at(waiting[0])
        elif self._file is not None:
            self._refresh()

    def _say_summary(self) -> None:
        stages = [file.stage for file in self._queue.files]
        kept = sum(stage in (Stage.KEPT, Stage.KNOWN) for stage in stages)
        parts = [self.tr("%n kept", None, kept), self.tr("%n to review", None, self._queue.waiting())]
        failed = sum(stage is Stage.FAILED for stage in stages)
        if failed:
            parts.append(self.tr("%n failed", None, failed))
        self._summary.set(", ".join(parts))
        self._all.setEnabled(bool(self._queue.without_doubts()))

    # -- one file ------------------------------------------------------------------------------------------

    def _show_file(self, file: QueuedFile | None) -> None:
        self._file = file
        correction = file.correction if file is not None else None
        self.source.show_source(correction.read.source if correction is not None else None)
        if correction is not None:
            self.banners.clear()
            self._above.hide()
            if not correction.read.recognised.is_agreement:
                self._say_not_agreement()
        self._refresh()
        # Once the source is laid out and scrolled to its beginning.
        QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        doubt = self.doubt_list.current()
        if doubt is not None:
            self._doubt_chosen(doubt)

    def _say_not_agreement(self) -> None:
        fact = self.tr("This does not look like an agreement.")
        rest = self.tr("Kept, it becomes a background document: found by search, without clauses.")
        self.banners.show_banner(Banner(self._theme, fact, rest, severity="info"))
        self._above.show()

    def _refresh(self) -> None:
        file = self._file
        correction = file.correction if file is not None else None
        editable = self.can_edit()
        self._keep.setEnabled(editable)
        self._skip.setEnabled(file is not None and file.stage not in (Stage.KEPT, Stage.KNOWN, Stage.KEEPING))
        again = file is not None and file.stage in (Stage.SKIPPED, Stage.FAILED)
        self._skip.set_text(self.tr("Read again") if again else self.tr("Skip"))
        if file is None or correction is None:
            self.tree.show_agreement(None, {}, {})
            self.doubt_list.show_doubts((), 0)
            self._what.set(stage_words(file) if file is not None else "")
            self.status_changed.emit(self.status())
            return
        state = correction.state
        source = correction.read.source
        if source is not None:
            self.source.show_bands(bands(source, state.agreement, state.origins, correction.numbers))
        self.tree.show_agreement(state.agreement, correction.numbers, self._type_names)
        self.doubt_list.show_doubts(doubts(correction), len(state.settled))
        units = len(state.agreement.of_kind(*BASIC))
        known = LANGUAGES.get(state.agreement.language)
        language = known.name if known is not None else state.agreement.language
        self._what.set(
            self.tr("{language}, %n article(s)", None, units).format(language=language)
            if correction.read.recognised.is_agreement
            else self.tr("{language}, background document").format(language=language)
        )
        self._say_place()
        self._arrange()
        self.status_changed.emit(self.status())

    def _arrange(self) -> None:
        first = self._view.current == 0
        correction = self._file.correction if self._file is not None else None
        self.doubt_list.setVisible(first and correction is not None and bool(doubts(correction)))

    def _say_place(self) -> None:
        correction = self._file.correction if self._file is not None else None
        source = correction.read.source if correction is not None else None
        if source is None:
            self._source_place.set("")
            return
        pages = max((block.page for block in source.blocks), default=1)
        words = self.tr("as printed, page {page} of {pages}")
        self._source_place.set(words.format(page=self.source.page_at_top(), pages=pages))

    def _line_chosen(self, provision: ProvisionId | None) -> None:
        if provision is not None:
            self.tree.look_at(provision)

    def _unit_chosen(self, provision: ProvisionId | None) -> None:
        correction = self._file.correction if self._file is not None else None
        if correction is None or provision is None:
            return
        self.source.mark(correction.state.origins.get(provision))
        self.doubt_list.look_at_provision(provision)

    def _doubt_chosen(self, doubt: Doubt) -> None:
        if doubt.provision is not None:
            self.tree.look_at(doubt.provision)
            self._unit_chosen(doubt.provision)

    # -- corrections ---------------------------------------------------------------------------------------

    def _merge(self, words: str, unit: ProvisionId) -> None:
        correction = self._file.correction if self._file is not None else None
        if correction is not None:
            self.tree.look_at(correction.merge(words, unit))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except WorkbenchError as error:
            self.banners.clear()
            sentence = error.sentence[:1].upper() + error.sentence[1:]
            self.banners.show_banner(
                Banner(self._theme, sentence, severity="warning", close_name=self.tr("Close"))
            )
            self._above.show()

    def _ask_kind(self, unit: ProvisionId) -> None:
        correction = self._file.correction if self._file is not None else None
        if correction is None:
            return
        now = correction.agreement.find(unit)
        menu = self._new_menu()

        def choose(kind: Kind) -> None:
            self._try(lambda: correction.set_kind(kind_name(kind), unit, kind))

        for kind in CHANGEABLE:
            action = self._choice(menu, kind_name(kind), partial(choose, kind))
            action.setCheckable(True)
            action.setChecked(now is not None and now.kind is kind)
        self._pop_up(menu)

    def _ask_type(self, unit: ProvisionId) -> None:
        correction = self._file.correction if self._file is not None else None
        if correction is None:
            return
        now = correction.agreement.find(unit)
        menu = self._new_menu()
        words = self.tr("Change clause type")
        for key, name in sorted(self._type_names.items(), key=lambda item: item[1]):
            action = self._choice(menu, name, partial(correction.set_types, words, unit, (key,)))
            action.setCheckable(True)
            action.setChecked(now is not None and key in now.types)
        self._pop_up(menu)

    def _ask_split(self, unit: ProvisionId) -> None:
        correction = self._file.correction if self._file is not None else None
        found = correction.agreement.find(unit) if correction is not None else None
        if correction is None or found is None:
            return
        plain = found.text.plain
        places = [match.end() for match in _SENTENCE_END.finditer(plain)]
        places += [index + 1 for index, char in enumerate(plain) if char == "\n"]
        menu = self._new_menu()
        words = self.tr("Split")
        for place in sorted(set(places))[:_PLACES]:
            shown = f"…{plain[max(0, place - 24) : place].strip()}  |  {plain[place : place + 32].strip()}…"
            self._choice(menu, shown, partial(self._try, partial(correction.split, words, unit, place)))
        if menu.isEmpty():
            nothing = menu.addAction(self.tr("One sentence: there is no place to split"))
            nothing.setEnabled(False)
        self._pop_up(menu)

    def _menu(self, place: QPoint) -> None:
        menu = self._new_menu()
        for verb, words, key in (
            ("kind", self.tr("Change kind…"), "K"),
            ("promote", self.tr("Raise one level"), "Left"),
            ("demote", self.tr("Lower one level"), "Right"),
            ("merge", self.tr("Merge with the one before"), "M"),
            ("split", self.tr("Split…"), "S"),
            ("type", self.tr("Change clause type…"), "T"),
            ("leave-out", self.tr("Leave out"), "Del"),
        ):
            action = self._choice(menu, words, partial(self.do, verb))
            action.setShortcut(key)
            action.setEnabled(self.can_edit())
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _choice(self, menu: QMenu, words: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked: run())
        return action

    def _pop_up(self, menu: QMenu) -> None:
        where = self.tree.visualRect(self.tree.currentIndex()).bottomLeft()
        menu.popup(self.tree.viewport().mapToGlobal(where + QPoint(48, 0)))
