"""One defined term: where it stands, and, under another name, what every place would become.

Without a new name the window lists the places; with one it shows a redline of each, switched on where the
form is certain; a form that is wrong or not known can be written by hand. Nothing is written before
*Rename*, and all of it is one step to undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import Progress
from workbench.agreement.tree import Agreement
from workbench.desktop.editor.beside import BesideDialog
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.term_forms import TermForms
from workbench.desktop.editor.term_places import TermPlaces
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import VALUE, Button, Field, Frame, Label, LineEdit, column, holder, row, rule
from workbench.desktop.theme import SERIF, Theme
from workbench.drafting.defined_terms.places import Place

if TYPE_CHECKING:
    from workbench.drafting.defined_terms.phrases import Slot
    from workbench.drafting.defined_terms.renaming import Renaming

_DELAY = 120  # milliseconds


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for; an answer to another question comes too late."""

    agreement: Agreement
    term: str
    new: str
    forms: Mapping[Slot, str]

    def same(self, other: _Asked) -> bool:
        return self.agreement is other.agreement and (self.term, self.new, self.forms) == (
            other.term,
            other.new,
            other.forms,
        )


class TermDialog(BesideDialog):
    """Stands beside the draft and follows it."""

    place_chosen = Signal(object)
    """A `Place` to go to."""
    renamed = Signal(str, object)
    """(the term, the agreement with its places renamed)."""

    def __init__(self, theme: Theme, jobs: Jobs, session: Session, parent: QWidget) -> None:
        super().__init__(theme, session, title=self.tr("Defined term"), delay=_DELAY, parent=parent)
        self._jobs = jobs
        self._term = ""
        self._asked: _Asked | None = None
        self._renaming: Renaming | None = None
        self._left: set[tuple[object, ...]] = set()
        self._taken: set[tuple[object, ...]] = set()
        self._term_shown = Label(theme, "", 20, 600, family=SERIF, wrap=True)
        self._count = Label(theme, "", 13, tone="ink2", wrap=True)
        self.field = Field(
            theme, self.tr("New name"), LineEdit(theme, self.tr("as it would be defined, in the nominative"))
        )
        self.forms = TermForms(theme)
        self.forms.hide()
        self.forms.changed.connect(self._later.start)
        self._shows_forms = Button(theme, self.tr("Correct its forms…"), "link", run=self._show_forms)
        self.list = TermPlaces(theme)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        self.list.doubleClicked.connect(lambda _index: self._go())
        head = column(
            self._term_shown,
            self._count,
            self.field,
            row(self._shows_forms, None),
            self.forms,
            gap=10,
            margins=(24, 20, 24, 12),
        )
        self._rename = Button(theme, self.tr("Rename"), "primary", run=self.apply)
        close = Button(theme, self.tr("Close"), run=self.reject)
        self._hint = Label(theme, "", 13, tone="ink3")
        foot = Frame(
            "foot", row(self._hint, None, close, self._rename, gap=8, margins=(24, 0, 24, 0)), height=57
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (holder(head), rule()):
            layout.addWidget(part)
        self._pages.addWidget(self.list)
        layout.addWidget(self._pages, 1)
        layout.addWidget(foot)
        line = self.field.field
        assert isinstance(line, LineEdit)
        self._line = line
        self.due.connect(self.refresh)
        line.textChanged.connect(lambda _words: self._later.start())
        line.returnPressed.connect(self.apply)

    def show_term(self, term: str, new: str = "", *, rename: bool) -> None:
        """Show a term; `new` is its new name where there is one already, `rename` asks for one."""
        self._term, self._renaming = term, None
        self._left, self._taken = set(), set()
        self.list.show_places((), (), renaming=False)
        self._term_shown.set(f"“{term}”")
        self._line.setText(new or (term if rename else ""))
        self.forms.hide()
        self.show()
        self.raise_()
        self.activateWindow()
        self.refresh()
        if rename:
            self._line.setFocus()
            self._line.selectAll()
        else:
            self.list.setFocus()

    @property
    def renaming(self) -> Renaming | None:
        """What is shown, None until it has been made."""
        return self._renaming

    def refresh(self) -> None:
        """Look for the places in the draft as it stands, beside the window."""
        self._later.stop()
        if not self.isVisible() or not self._term:
            return
        new = " ".join(self.field.text.split())
        renames = bool(new) and new != self._term
        self._shows_forms.setVisible(renames and not self.forms.isVisibleTo(self))
        if not renames:
            self.forms.hide()
        self.forms.show_forms(new if renames else "", self._session.agreement.language)
        asked = _Asked(self._session.agreement, self._term, new, self.forms.corrections())
        if self._asked is not None and asked.same(self._asked):
            return
        self._asked = asked
        self._rename.setEnabled(False)

        def work(_progress: Progress) -> tuple[_Asked, Renaming | WorkbenchError]:
            from workbench.actions.drafting import rename_term

            try:
                return asked, rename_term(asked.agreement, asked.term, asked.new or asked.term, asked.forms)
            except WorkbenchError as error:
                return asked, error

        self._jobs.run(self.tr("Looking for a term"), work, shown=False).succeeded.connect(self._found)

    def apply(self) -> None:
        """Rename the chosen places."""
        if self._renaming is None or not self.list.renaming or self._asked is None:
            return
        if (
            self._asked.agreement is not self._session.agreement
            or self._line.text().strip() != self._renaming.new
            or self._asked.forms != self.forms.corrections()
        ):
            self.refresh()  # not what is shown: let it be seen first
            return
        changed = self._renaming.applied(self.list.chosen)
        term = self._term
        self.accept()
        self.renamed.emit(term, changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space chooses or leaves the place looked at, Enter goes there."""
        if watched is self.list and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                self._toggle()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _found(self, made: tuple[_Asked, Renaming | WorkbenchError]) -> None:
        asked, found = made
        if asked is not self._asked:
            return
        if isinstance(found, WorkbenchError):
            self._renaming = None
            self.field.set_error(found.sentence)
            self.list.show_places((), (), renaming=False)
            self._tell()
            return
        self.field.set_error("")
        self._renaming = found
        usual = set(found.usual)
        chosen = {
            place
            for place in found.places
            if place.possible
            and ((place in usual and _key(place) not in self._left) or _key(place) in self._taken)
        }
        self.list.show_places(found.places, chosen, renaming=found.new != found.old)
        self._tell()

    def _show_forms(self) -> None:
        """Open the table of forms, at the first one that no rule settles."""
        self._shows_forms.hide()
        self.forms.show()
        fields = list(self.forms.fields.values())
        unsure = next((field for field in fields if not field.text()), None)
        first = unsure or (fields[0] if fields else None)
        if first is not None:
            first.setFocus()

    def _toggle(self) -> None:
        index = self.list.currentIndex()
        if not self.list.toggle(index):
            return
        place = index.data(VALUE)
        usual = place.doubt is None
        (self._left if usual else self._taken).symmetric_difference_update({_key(place)})
        self._tell()

    def _clicked(self) -> None:
        """A click on the box chooses or leaves; elsewhere the row is only looked at."""
        at = self.list.viewport().mapFromGlobal(self.cursor().pos())
        if at.x() < 36:
            self._toggle()

    def _go(self) -> None:
        place = self.list.value()
        if isinstance(place, Place):
            self.place_chosen.emit(place)

    def _tell(self) -> None:
        found = self._renaming
        places = len(found.places) if found is not None else 0
        chosen = len(self.list.chosen)
        kept = places - chosen
        words = counted(self.tr("Stands in %n place(s).", "", places), places)
        if found is not None and self.list.renaming:
            words += " " + counted(self.tr("%n place(s) would change.", "", chosen), chosen)
            if kept:
                words += " " + counted(self.tr("%n place(s) would be left as before.", "", kept), kept)
        self._count.set(words)
        self._rename.setEnabled(bool(found is not None and self.list.renaming and chosen))
        renaming = self.tr("Space chooses, Enter goes there")
        self._hint.set((renaming if self.list.renaming else self.tr("Enter goes there")) if places else "")


def _key(place: Place) -> tuple[object, ...]:
    """What a place is remembered by while the new name is being written."""
    return place.provision, place.part, place.note, place.start
