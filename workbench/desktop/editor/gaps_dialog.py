"""Gaps of a draft beside it: what a precedent, a template or the usual set has and the draft has not.

Missing clauses are shown as they would read in the draft, with what adaptation changes, and inserted on the
spot; extra and different ones are gone to. A file of any format can be the precedent: it is read beside the
window. The analysis runs there too and follows the draft.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.actions import gaps
from workbench.agreement.errors import Cancelled, WorkbenchError
from workbench.agreement.progress import Progress, step
from workbench.agreement.quoting import in_short
from workbench.agreement.tree import Draft, Provision, ProvisionId
from workbench.desktop import heavy
from workbench.desktop.editor.beside import BesideDialog
from workbench.desktop.editor.inserting import Inserting
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.measures import Measure, Shown, measures, shown
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.kit import Button, ComboBox, Label, Segmented, Worded, clear, column, holder, row
from workbench.desktop.theme import SERIF, Theme

if TYPE_CHECKING:
    from workbench.actions.gaps import Precedent
    from workbench.drafting.gaps import Analysis, Difference, Gap
    from workbench.drafting.insertion import Inserted
    from workbench.library import Library

_DELAY = 400  # milliseconds after the last key
_MOST = 60
_WORDS = 160
_LINES = 6
_NAME_WIDTH = 350  # pixels
_LONG = 420
"""Letters from which a clause may need more than these lines."""


class GapsDialog(BesideDialog):
    """What is missing, extra and different, held against what is chosen."""

    place_chosen = Signal(object)
    """The `ProvisionId` of a clause to be gone to."""
    search_asked = Signal(str)
    """A clause type to be looked for in the library."""
    failed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        session: Session,
        inserting: Inserting,
        *,
        library: Library | None,
        type_name: Callable[[str], str],
        caret: Callable[[], Place | None],
        parent: QWidget,
    ) -> None:
        title = QCoreApplication.translate("GapsDialog", "Gaps of this draft")
        super().__init__(theme, session, title=title, delay=_DELAY, parent=parent)
        self._jobs, self._inserting, self._library = jobs, inserting, library
        self._type_name, self._caret = type_name, caret
        self._offered: tuple[Measure, ...] = ()
        self._files: list[Measure] = []
        self._measures: tuple[Measure, ...] = (Measure(self.tr("The usual clauses of such a text")),)
        self._chosen = self._measures[0]
        self._reading: Job | None = None
        self._shown: dict[ProvisionId, Shown] = {}
        self._parties = session.agreement.parties
        self.analysis: Analysis | None = None
        self.against = ComboBox(theme, name=self.tr("Held against"))
        self.against.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.against.setMinimumContentsLength(24)
        self.against.activated.connect(self._choose)
        self.file = Button(theme, self.tr("A file…"), small=True, icon="file-text", run=self.ask_file)
        self.file.setToolTip(self.tr("Hold the draft against an agreement in a file of any format"))
        self.note = Label(theme, "", 13, tone="ink2", wrap=True)
        self.error = Label(theme, "", 13, tone="red", wrap=True)
        self.stop = Button(theme, self.tr("Stop"), "link", run=self._stop)
        self.back = Button(theme, self.tr("Take back"), "link", run=self._take_back)
        self._noted = holder(row((self.note, 1), self.stop, self.back))
        self.views = Segmented(theme, self._names(0, 0, 0), self.tr("What is shown"))
        self._missing, self._extra, self._different = (self.page() for _ in range(3))
        choice = row(Label(theme, self.tr("Held against"), 13, tone="ink2"), (self.against, 1), self.file)
        self.arrange(self.views, choice, column(self._noted, self.error, gap=4))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._take_back)
        self.due.connect(self.refresh)
        self._note("")
        self._list_measures()

    @property
    def measure(self) -> Measure:
        """What the draft is held against at present."""
        return self._chosen

    def refresh(self) -> None:
        """Ask what there is to hold the draft against, and hold it."""
        if not self._offered:
            self._ask_measures()
        self.analyse()

    def analyse(self) -> None:
        """Hold the draft against the measure; the lists follow."""
        if not self.isVisible():
            return
        draft, measure, library = self._session.draft, self._chosen, self._library
        if draft.agreement.parties != self._parties:  # then adaptation says something else
            self._shown, self._parties = {}, draft.agreement.parties
        known = self._shown

        def work(progress: Progress) -> tuple[Draft, Measure, Analysis, dict[ProvisionId, Shown]]:
            found = measure.analysis(draft.agreement, library)
            looks = {}
            for index, gap in enumerate(found.missing[:_MOST]):
                step(progress, index, len(found.missing))
                clause = gap.clause.id
                looks[clause] = known.get(clause) or shown(draft, gap, found, measure.origin)
            return draft, measure, found, looks

        job = self._jobs.run(self.tr("Looking for gaps"), work, shown=False)
        job.succeeded.connect(self._analysed)
        job.failed.connect(self._failed)

    def insert(self, gap: Gap) -> None:
        """Put the clause of a gap in where it fits."""
        analysis, draft, measure = self.analysis, self._session.draft, self._chosen
        if analysis is None:
            return

        def work(_progress: Progress) -> tuple[Draft, str, Inserted]:
            return draft, gap.type, gaps.close_gap(draft, gap, analysis, origin=measure.origin)

        job = self._jobs.run(self.tr("Inserting a clause"), work)
        job.succeeded.connect(self._made)
        job.failed.connect(self.failed)

    def ask_file(self) -> None:
        """Ask for a file to hold the draft against."""
        from workbench.formats import SUFFIXES

        kinds = f"{self.tr('Agreements')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Hold the draft against a file"), "", kinds)
        if path:
            self.hold_against(Path(path))

    def hold_against(self, path: Path) -> None:
        """Read a file beside the window and hold the draft against the agreement in it."""
        if self._reading is not None:
            self._reading.cancel()
        language = self._session.agreement.language
        job = self._jobs.run_heavy(
            self.tr("Reading {file}").format(file=path.name), heavy.precedent, path=path, language=language
        )
        self._reading = job
        self._note(job.title + "…", reading=True)
        job.progressed.connect(self._progressed)
        job.succeeded.connect(self._read)
        job.failed.connect(self._unread)
        job.cancelled.connect(self._unasked)

    def _progressed(self, done: int, total: int, _what: str) -> None:
        if self._reading is not None and total:
            self.note.set(f"{self._reading.title}… {round(100 * done / total)} %")

    def _read(self, precedent: Precedent) -> None:
        self._reading = None
        measure = Measure(precedent.file, file=precedent.file, sha256=precedent.sha256, precedent=precedent)
        self._files = [one for one in self._files if one != measure] + [measure]
        self._note("")
        self._list_measures()
        self._take(measure)

    def _unread(self, error: object) -> None:
        self._reading = None
        if isinstance(error, Cancelled):
            self._note("")
            return
        name = f"{Path(error.file).name}: " if isinstance(error, WorkbenchError) and error.file else ""
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        self._note("", wrong=name + words)

    def _unasked(self) -> None:
        self._reading = None
        self._note("")

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._note("")

    def _note(self, words: str, *, wrong: str = "", reading: bool = False, undo: bool = False) -> None:
        """A line under the choice: what is being read, what was put in; or what went wrong."""
        self.note.set(words)
        self.error.set(wrong[:1].upper() + wrong[1:])
        self.error.setVisible(bool(wrong))
        self.stop.setVisible(reading)
        self.back.setVisible(undo)
        self._noted.setVisible(bool(words))

    def _choose(self, index: int) -> None:
        self._note("")
        self._take(self._measures[index])

    def _take(self, measure: Measure) -> None:
        self._chosen, self._shown = measure, {}
        if measure in self._measures:
            self.against.setCurrentIndex(self._measures.index(measure))
        self.analyse()

    def _analysed(self, result: tuple[Draft, Measure, Analysis, dict[ProvisionId, Shown]]) -> None:
        draft, measure, found, looks = result
        if self._session.draft is draft and measure == self._chosen:
            self._shown = looks
            self._show(found)

    def _made(self, result: tuple[Draft, str, Inserted]) -> None:
        draft, kind, made = result
        if self._session.draft is draft:
            self._inserting.put(made, self._caret())
            self._note(self.tr("Inserted: {clause}").format(clause=self._type_name(kind)), undo=True)
        else:  # typed on meanwhile: the gap is looked for again in the newer text
            self.analyse()

    def _take_back(self) -> None:
        self._session.undo_stack.undo()
        self._note("")

    def _ask_measures(self) -> None:
        """The templates and precedents in the draft's language."""
        language, library = self._session.agreement.language, self._library

        def work(_progress: Progress) -> tuple[Measure, ...]:
            return measures(language, library)

        job = self._jobs.run(self.tr("Looking for precedents"), work, shown=False)
        job.succeeded.connect(self._offer)
        job.failed.connect(self.failed)

    def _offer(self, offered: tuple[Measure, ...]) -> None:
        self._offered = offered
        self._list_measures()

    def _list_measures(self) -> None:
        self._measures = (self._measures[0], *self._offered, *self._files)
        self.against.clear()
        metrics = QFontMetrics(self.against.font())
        for index, measure in enumerate(self._measures):
            self.against.addItem(metrics.elidedText(measure.words, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
            self.against.setItemData(index, measure.words, Qt.ItemDataRole.ToolTipRole)
        self.against.setCurrentIndex(max(0, _index(self._measures, self._chosen)))

    def _show(self, found: Analysis) -> None:
        self.analysis = found
        counts = (len(found.missing), len(found.extra), len(found.different))
        current = max(0, self.views.current)
        self.views.offer(self._names(*counts))
        self.views.choose(current)
        self._pages.setCurrentIndex(current)
        self.fill(self._missing, [self._gap(gap) for gap in found.missing[:_MOST]], self._all_there())
        self.fill(
            self._extra,
            [self._own(self._type_name(key), unit) for key, unit in found.extra[:_MOST]],
            self.tr("Nothing stands in the draft that the other has not."),
        )
        self.fill(
            self._different,
            [self._other(difference) for difference in found.different[:_MOST]],
            self.tr("What both have says the same."),
        )

    def _all_there(self) -> str:
        return self.tr("Nothing is missing.")

    def _names(self, missing: int, extra: int, different: int) -> list[str]:
        names = (self.tr("Missing"), self.tr("Extra"), self.tr("Different"))
        pairs = zip(names, (missing, extra, different), strict=True)
        return [f"{name} {count}" if count else name for name, count in pairs]

    def _gap(self, gap: Gap) -> QWidget:
        name = self._type_name(gap.type)
        put_in = Button(
            self._theme, self.tr("Insert"), small=True, icon="plus", run=partial(self.insert, gap)
        )
        put_in.setAccessibleName(self.tr("Insert {clause}").format(clause=name))
        look = Button(
            self._theme,
            self.tr("Look for another"),
            "link",
            tip=self.tr("Search the library for clauses of this type"),
            run=partial(self.search_asked.emit, gap.type),
        )
        as_it_would_be = self._shown.get(gap.clause.id) or Shown(gap.clause.words)
        words = Worded(self._theme, as_it_would_be.text, as_it_would_be.spans, most=_LINES)
        deeds: list[QWidget] = [put_in, look]
        if len(as_it_would_be.text) > _LONG:
            whole = Button(self._theme, self.tr("Show all"), "link", run=words.show_all)
            deeds.append(whole)
        doubts = [
            Label(self._theme, doubt, 13, tone="brass_line", wrap=True) for doubt in as_it_would_be.warnings
        ]
        return self._one(name, gap.label, words, *doubts, deeds=deeds)

    def _own(self, name: str, unit: Provision, *more: str) -> QWidget:
        number = self._session.numbers.get(unit.id)
        where = " · ".join((number.label if number is not None else "", *more)).strip(" ·")
        show = Button(self._theme, self.tr("Show"), "link", run=partial(self.place_chosen.emit, unit.id))
        show.setAccessibleName(self.tr("Show {clause}").format(clause=name))
        words = Label(self._theme, in_short(unit.words, _WORDS), 14, family=SERIF, wrap=True)
        return self._one(name, where, words, deeds=[show])

    def _other(self, difference: Difference) -> QWidget:
        alike = self.tr("%1 % of the words alike").replace("%1", str(round(difference.alike * 100)))
        return self._own(self._type_name(difference.type), difference.own, alike)

    def _one(self, name: str, where: str, *parts: QWidget, deeds: list[QWidget]) -> QWidget:
        theme = self._theme
        heading = row(Label(theme, name, 14, 600), Label(theme, where, 13, tone="ink3"), None, gap=8)
        return holder(column(heading, *parts, row(*deeds, None, gap=8), gap=4))

    def _failed(self, error: object) -> None:
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        for page in (self._missing, self._extra, self._different):
            clear(page)
        self._missing.addWidget(Label(self._theme, words, 14, tone="red", wrap=True))


def _index(measures: tuple[Measure, ...], measure: Measure) -> int:
    return measures.index(measure) if measure in measures else 0
