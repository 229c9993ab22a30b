"""What can be done with the defined term at the caret: rename it, go to its definition, see its uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from workbench.agreement.text import DefinedTerm
from workbench.agreement.tree import Agreement
from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.lines import Part, Place, wording
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.desktop.editor.term_dialog import TermDialog
    from workbench.drafting.defined_terms.places import Place as TermPlace


class DefinedTerms(QObject):
    """Works at the caret of one page."""

    refused = Signal(str)

    def __init__(self, theme: Theme, page: Page, question: Question, session: Session) -> None:
        super().__init__(page)
        self._theme, self._page, self._question, self._session = theme, page, question, session
        self._jobs: Jobs | None = None
        self.dialog: TermDialog | None = None
        page.rename_asked.connect(self._follow)

    def prepare(self, jobs: Jobs) -> None:
        """Have the terms of the draft read beside the window."""
        self._jobs = jobs
        self._page.terms.prepare(jobs)

    @property
    def here(self) -> str:
        """The term at the caret or under the selection, "" for none."""
        line, span = self._page.line, self._page.span()
        if line is None or span.first != span.last or line.part is Part.TABLE:
            return ""
        return self._page.terms.at(line, span.start, span.end)

    def rename(self) -> None:
        """Ask for another name of the term at the caret, and show what would change."""
        self._with_term(self.tr("Rename the term"), lambda term: self._show(term, rename=True))

    def show_uses(self) -> None:
        """List the places of the term at the caret."""
        self._with_term(self.tr("Uses of the term"), lambda term: self._show(term, rename=False))

    def go_to_definition(self) -> None:
        """Select the words that define the term at the caret."""
        self._with_term(self.tr("Definition of the term"), self._go_to_definition)

    def fill_menu(self, menu: QMenu) -> None:
        """What the right-click menu offers on a term."""
        term = self.here
        if not term:
            return
        for name, deed in (
            (self.tr("Rename “{term}”…"), self.rename),
            (self.tr("Go to definition"), self.go_to_definition),
            (self.tr("Uses of “{term}”…"), self.show_uses),
        ):
            menu.addAction(name.format(term=term)).triggered.connect(deed)
        menu.addSeparator()

    def _go_to_definition(self, term: str) -> None:
        from workbench.checks.terms import mentions

        wanted = term.casefold()
        found = next(
            (
                mention
                for unit in self._session.agreement.walk()
                for mention in mentions(unit)
                if mention.defines and mention.term.casefold() == wanted
            ),
            None,
        )
        if found is None:
            self.refused.emit(self.tr("no provision defines “{term}”").format(term=term))
            return
        place = Place(found.passage.unit.id, Part(found.passage.part.value), found.start)
        self._page.go(place, select=found.end - found.start)
        self._page.setFocus()

    def _with_term(self, question: str, then: Callable[[str], None]) -> None:
        """Go on with the term at the caret; where there is none, ask which."""
        term = self.here
        if term:
            then(term)
            return
        terms = sorted({one.term for one in _marks(self._session.agreement)}, key=str.casefold)
        if not terms:
            self.refused.emit(self.tr("this text defines no terms"))
            return
        known = {one.casefold(): one for one in terms}
        self._question.ask(
            question,
            terms[0],
            lambda words: then(known.get(words.casefold(), words)),
            offers=terms,
            verb=self.tr("Show"),
        )

    def _follow(self, old: str, new: str) -> None:
        self._show(old, new, rename=True)

    def _show(self, term: str, new: str = "", *, rename: bool) -> None:
        from workbench.desktop.editor.term_dialog import TermDialog

        if self._jobs is None:
            return
        if self.dialog is None:
            self.dialog = TermDialog(self._theme, self._jobs, self._session, self._page)
            self.dialog.place_chosen.connect(self._go)
            self.dialog.renamed.connect(self._renamed)
        self.dialog.show_term(term, new, rename=rename)

    def _go(self, place: TermPlace) -> None:
        part = Part(place.part.value)
        at = place.start if place.note is None else place.note
        select = place.end - place.start if place.note is None else 0
        self._page.go(Place(place.provision, part, at), select=select)
        self._page.activateWindow()

    def _renamed(self, term: str, agreement: Agreement) -> None:
        place = self._page.place_of_caret
        label = self.tr("Rename “{term}”").format(term=term)
        self._session.apply(label, agreement, before=place, after=_kept(place, agreement))
        if place is not None:
            self._page.terms.settle(place.provision)
        self._page.setFocus()


def _kept(place: Place | None, agreement: Agreement) -> Place | None:
    """The place of the caret, no farther than its wording goes now."""
    unit = agreement.find(place.provision) if place is not None else None
    if unit is None or place is None or place.part is Part.TABLE:
        return place
    return Place(place.provision, place.part, min(place.offset, len(wording(unit, place.part))))


def _marks(agreement: Agreement) -> tuple[DefinedTerm, ...]:
    return tuple(
        mark.value
        for unit in agreement.walk()
        for text in (unit.heading, unit.text, unit.wrap_up)
        for mark in text.marks
        if isinstance(mark.value, DefinedTerm)
    )
