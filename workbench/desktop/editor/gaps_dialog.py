"""Gaps of a draft beside it: what a precedent, a template or the usual set has and the draft has not.

Missing clauses are inserted on the spot, extra and different ones are gone to. The analysis runs beside the
window and follows the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workbench.actions import gaps
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import Progress
from workbench.agreement.quoting import in_short
from workbench.agreement.tree import Draft, Provision
from workbench.desktop.editor.inserting import Inserting
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import (
    Button,
    ComboBox,
    Icon,
    Label,
    Segmented,
    clear,
    column,
    holder,
    row,
    rule,
)
from workbench.desktop.theme import SERIF, Theme

if TYPE_CHECKING:
    from workbench.drafting.gaps import Analysis, Difference, Gap
    from workbench.drafting.insertion import Inserted, Origin
    from workbench.library import Library

_DELAY = 400  # milliseconds after the last key
_MOST = 60
_WORDS = 160


@dataclass(frozen=True, slots=True)
class Measure:
    """What a draft is held against: the usual set, or the template or the agreement of the library named."""

    words: str
    template: str = ""
    agreement: str = ""
    file: str = ""
    sha256: str = ""


class GapsDialog(QDialog):
    """Stands beside the draft and follows it."""

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
        super().__init__(parent)
        self._theme, self._jobs, self._session = theme, jobs, session
        self._inserting, self._library, self._type_name, self._caret = inserting, library, type_name, caret
        self.setWindowTitle(self.tr("Gaps of this draft"))
        self.resize(620, 640)
        self._measures: tuple[Measure, ...] = (Measure(self.tr("The usual clauses of such a text")),)
        self.analysis: Analysis | None = None
        self.against = ComboBox(theme, name=self.tr("Held against"))
        self.against.addItem(self._measures[0].words)
        self.against.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.against.setMinimumContentsLength(24)
        self.against.activated.connect(lambda _index: self.analyse())
        self.views = Segmented(theme, self._names(0, 0, 0), self.tr("What is shown"))
        self._pages = QStackedWidget()
        self._missing, self._extra, self._different = (self._page() for _ in range(3))
        self.views.chosen.connect(self._pages.setCurrentIndex)
        head = column(
            Label(theme, self.tr("Gaps of this draft"), 20, 600, family=SERIF),
            row(Label(theme, self.tr("Held against"), 13, tone="ink2"), (self.against, 1)),
            row(self.views, None),
            gap=12,
            margins=(24, 20, 24, 12),
        )
        self.setLayout(column(head, rule(), (self._pages, 1), gap=0))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY)
        self._later.timeout.connect(self.analyse)
        session.changed.connect(lambda _old, _new: self._later.start())

    @property
    def measure(self) -> Measure:
        """What the draft is held against at present."""
        return self._measures[max(0, self.against.currentIndex())]

    def showEvent(self, event: QShowEvent) -> None:
        """Stand at the right, where it hides least of the text, and find out what there is."""
        draft = self.parentWidget()
        if draft is not None and not event.spontaneous():
            over = draft.mapToGlobal(draft.rect().topRight())
            self.move(over.x() - self.width() - 12, over.y() + 60)
        super().showEvent(event)
        self._ask_measures()
        self.analyse()

    def analyse(self) -> None:
        """Hold the draft against the measure; the lists follow."""
        if not self.isVisible():
            return
        draft, measure, library = self._session.draft, self.measure, self._library

        def work(_progress: Progress) -> tuple[Draft, Measure, Analysis]:
            precedent = None
            if measure.agreement and library is not None:
                precedent = library.agreement(measure.agreement, language=draft.agreement.language)
            template = measure.template or None
            found = gaps.analyse_gaps(draft.agreement, precedent=precedent, template=template)
            return draft, measure, found

        job = self._jobs.run(self.tr("Looking for gaps"), work, shown=False)
        job.succeeded.connect(self._analysed)
        job.failed.connect(self._failed)

    def insert(self, gap: Gap) -> None:
        """Put the clause of a gap in where it fits."""
        analysis, draft, measure = self.analysis, self._session.draft, self.measure
        if analysis is None:
            return

        def work(_progress: Progress) -> tuple[Draft, Inserted]:
            return draft, gaps.close_gap(draft, gap, analysis, origin=_origin(measure))

        job = self._jobs.run(self.tr("Inserting a clause"), work)
        job.succeeded.connect(self._made)
        job.failed.connect(self.failed)

    def _analysed(self, result: tuple[Draft, Measure, Analysis]) -> None:
        draft, measure, found = result
        if self._session.draft is draft and measure == self.measure:
            self._show(found)

    def _made(self, result: tuple[Draft, Inserted]) -> None:
        draft, made = result
        if self._session.draft is draft:
            self._inserting.put(made, self._caret())
        else:  # typed on meanwhile: the gap is looked for again in the newer text
            self.analyse()

    def _ask_measures(self) -> None:
        """The templates and precedents in the draft's language."""
        language, library = self._session.agreement.language, self._library
        usual = self._measures[0]

        def work(_progress: Progress) -> tuple[Measure, ...]:
            from workbench.drafting.templates import available

            templates = [
                Measure(info.title, template=info.slug)
                for info in available()
                if language in info.languages and not info.problem
            ]
            kept = [
                Measure(
                    " – ".join(part for part in (one.title, str(one.year or "")) if part),
                    agreement=one.id,
                    file=one.file,
                    sha256=one.sha256,
                )
                for one in (library.agreements() if library is not None else ())
                if one.language == language and one.kind != "background"
            ]
            return (usual, *templates, *kept)

        job = self._jobs.run(self.tr("Looking for precedents"), work, shown=False)
        job.succeeded.connect(self._show_measures)
        job.failed.connect(self.failed)

    def _show_measures(self, measures: tuple[Measure, ...]) -> None:
        present = self.measure
        self._measures = measures
        self.against.clear()
        self.against.addItems([measure.words for measure in measures])
        self.against.setCurrentIndex(measures.index(present) if present in measures else 0)

    def _show(self, found: Analysis) -> None:
        self.analysis = found
        counts = (len(found.missing), len(found.extra), len(found.different))
        current = max(0, self.views.current)
        self.views.offer(self._names(*counts))
        self.views.choose(current)
        self._pages.setCurrentIndex(current)
        self._fill(self._missing, [self._gap(gap) for gap in found.missing[:_MOST]], self._all_there())
        self._fill(
            self._extra,
            [self._own(self._type_name(key), unit) for key, unit in found.extra[:_MOST]],
            self.tr("Nothing stands in the draft that the other has not."),
        )
        self._fill(
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
        return self._one(name, gap.label, gap.clause, put_in, look)

    def _own(self, name: str, unit: Provision, *more: str) -> QWidget:
        number = self._session.numbers.get(unit.id)
        where = " · ".join((number.label if number is not None else "", *more)).strip(" ·")
        show = Button(self._theme, self.tr("Show"), "link", run=partial(self.place_chosen.emit, unit.id))
        show.setAccessibleName(self.tr("Show {clause}").format(clause=name))
        return self._one(name, where, unit, show)

    def _other(self, difference: Difference) -> QWidget:
        alike = self.tr("%1 % of the words alike").replace("%1", str(round(difference.alike * 100)))
        return self._own(self._type_name(difference.type), difference.own, alike)

    def _one(self, name: str, where: str, unit: Provision, *deeds: QWidget) -> QWidget:
        theme = self._theme
        return holder(
            column(
                row(Label(theme, name, 14, 600), Label(theme, where, 13, tone="ink3"), None, gap=8),
                Label(theme, in_short(unit.words, _WORDS), 14, family=SERIF, wrap=True),
                row(*deeds, None, gap=8),
                gap=4,
            )
        )

    def _page(self) -> QVBoxLayout:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 12, 24, 20)
        inner.setSpacing(10)
        inner.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self._pages.addWidget(scroll)
        return inner

    def _fill(self, page: QVBoxLayout, rows: Sequence[QWidget], none: str) -> None:
        clear(page)
        for one in rows:
            page.addWidget(one)
            page.addWidget(rule())
        if not rows:
            calm = Icon(self._theme, "check-circle", "green", 16, "fill")
            page.addWidget(holder(row(calm, Label(self._theme, none, 13, tone="ink2"), None)))

    def _failed(self, error: object) -> None:
        for page in (self._missing, self._extra, self._different):
            clear(page)
        words = error.sentence if isinstance(error, WorkbenchError) else str(error)
        self._missing.addWidget(Label(self._theme, words, 14, tone="red", wrap=True))


def _origin(measure: Measure) -> Origin | None:
    from workbench.drafting.insertion import Origin

    return Origin(file=measure.file, sha256=measure.sha256) if measure.agreement else None
