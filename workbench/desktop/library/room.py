"""What the library page asks, and the answers it is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from workbench.desktop.clause_type_names import clause_type_names
from workbench.desktop.library.browser import ClauseBrowser
from workbench.desktop.library.clauses import ClauseQuery, Found
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.library.page import LibraryPage
from workbench.desktop.library.reading import Reading
from workbench.desktop.start.pieces import LibraryNumbers


class LibraryRoom(QObject):
    """Brings page and library together."""

    def __init__(self, page: LibraryPage, keeper: Keeper) -> None:
        super().__init__(page)
        self.page, self._keeper = page, keeper
        self._wanted = ""
        page.browser.current_changed.connect(self.read)
        page.reader.curation_chosen.connect(self._curate)
        page.reader.types_asked.connect(self._ask_types)
        page.reader.clause_asked.connect(self.read)
        page.remove_asked.connect(self._remove)
        page.agreement_asked.connect(self._show_agreement)
        self.serve(page.browser)
        keeper.changed.connect(self.refresh)

    def serve(self, browser: ClauseBrowser) -> None:
        """Answer what a browser asks."""
        browser.asked.connect(lambda query: self._search(browser, query))

    def refresh(self) -> None:
        """Show what the library holds now."""
        job = self._keeper.numbers()
        if job is not None:
            job.succeeded.connect(self._show_numbers)
        agreements = self._keeper.agreements()
        if agreements is not None:
            agreements.succeeded.connect(self.page.show_agreements)
        if self.page.isVisible():
            self.page.browser.ask(self.page.browser.query)
        if self._wanted:
            self.read(self._wanted)

    def read(self, clause: str) -> None:
        """Show a clause whole."""
        self._wanted = clause
        if not clause:
            self.page.show_reading(None)
            return
        job = self._keeper.reading(clause)
        if job is not None:
            job.succeeded.connect(self._show_reading)

    def _search(self, browser: ClauseBrowser, query: ClauseQuery) -> None:
        job = self._keeper.search(query)
        if job is None:
            browser.show_found(query, Found())
            return
        job.succeeded.connect(lambda found: browser.show_found(query, found))

    def _show_reading(self, reading: Reading) -> None:
        if reading.id == self._wanted:
            self.page.show_reading(reading)

    def _show_numbers(self, numbers: LibraryNumbers) -> None:
        self.page.show_counts(numbers.agreements, numbers.clauses, numbers.background)

    def _curate(self, clause: str, state: str) -> None:
        self._keeper.set_curation(self.page.undo_stack, self.tr("Change curation"), clause, state)

    def _ask_types(self, clause: str) -> None:
        menu = QMenu(self.page)
        words = self.tr("Change clause type")
        for key, name in sorted(clause_type_names().items(), key=lambda item: item[1]):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(self._type_setter(words, clause, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos() + QPoint(0, 8))

    def _type_setter(self, words: str, clause: str, key: str) -> Callable[[bool], None]:
        return lambda _checked: self._keeper.set_types(self.page.undo_stack, words, clause, (key,))

    def _remove(self, agreement: str) -> None:
        self._keeper.remove(self.page.undo_stack, self.tr("Take an agreement out"), agreement)

    def _show_agreement(self, agreement: str) -> None:
        job = self._keeper.first_clause(agreement)
        if job is not None:
            job.succeeded.connect(self._go_to)

    def _go_to(self, clause: str) -> None:
        if clause:
            self.page.show_clauses()
            self.read(clause)
