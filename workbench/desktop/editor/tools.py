"""The tools that put marks on words: brackets, alternatives, placeholders, references, comments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from workbench.agreement import edits
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Alternative, Bracket, Comment, Mark, Placeholder, Text
from workbench.agreement.tree import Draft
from workbench.desktop.clause_type_names import clause_type_names
from workbench.desktop.editor import marking
from workbench.desktop.editor.bars import Question
from workbench.desktop.editor.keystrokes import Span, put
from workbench.desktop.editor.lines import Line, Part, Place, wording
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Session
from workbench.drafting.placeholders import fill, placeholders
from workbench.drafting.references import cite


class Tools(QObject):
    """Works on what is selected on a page; what needs words asks for them above it."""

    refused = Signal(str)
    asked = Signal(str)
    """A verb of the toolbar, chosen in the right-click menu."""

    def __init__(self, page: Page, question: Question, session: Session, author: str) -> None:
        super().__init__(page)
        self._page, self._question, self._session, self._author = page, question, session, author

    def bracket(self) -> None:
        """Put the selected words in brackets of our delegation."""
        self._mark(self.tr("Bracket"), lambda words: marking.bracketed(words, self._delegation(0)))

    def alternative(self) -> None:
        """Make the selected words our alternative, and open one for the other delegation."""
        self._mark(
            self.tr("Alternatives"),
            lambda words: marking.alternatives(words, self._delegation(0), self._delegation(1)),
        )

    def ask_placeholder(self) -> None:
        """Ask what a new placeholder is for."""
        known = {blank.key for blank in placeholders(self._session.draft)}

        def insert(label: str) -> None:
            self._mark(self.tr("Placeholder"), lambda _words: marking.blank(label, known))

        self._question.ask(
            self.tr("Placeholder"), self.tr("What is to be filled in: date of signature"), insert
        )

    def ask_value(self, key: str, words: str = "") -> None:
        """Ask for the value of a placeholder, which is written wherever it stands."""
        blank = next((b for b in placeholders(self._session.draft) if b.key == key), None)
        if blank is None:
            return
        count = len(blank.occurrences)
        places = counted(self.tr("Stands in %n place(s).", "", count), count)
        self._question.ask(
            blank.label[:1].upper() + blank.label[1:],
            f"{blank.help} {places}".strip(),
            lambda value: self._fill(key, value),
            verb=self.tr("Fill in"),
            words=words,
        )

    def _fill(self, key: str, value: str) -> None:
        place = self._page.place_of_caret
        try:
            filled = fill(self._session.draft, key, value)
        except WorkbenchError as error:
            self.refused.emit(error.sentence)
            self.ask_value(key, value)
            return
        label = self.tr("Fill in %1").replace("%1", key)
        self._session.apply_draft(label, filled, before=place, after=self._behind(filled, key, place))

    def _behind(self, draft: Draft, key: str, place: Place | None) -> Place | None:
        """Where one goes on writing: behind the value in the line of the caret."""
        unit = draft.agreement.find(place.provision) if place is not None else None
        if unit is None or place is None:
            return place
        ends = [end for _, end, blank in wording(unit, place.part).of(Placeholder) if blank.key == key]
        behind = next((end for end in ends if end > place.offset), max(ends, default=place.offset))
        return Place(place.provision, place.part, behind)

    def ask_types(self, name: Callable[[str], str]) -> None:
        """Ask what kind of clause the provision at the caret is; the answer becomes its first type."""
        place = self._page.place_of_caret
        unit = self._session.agreement.find(place.provision) if place is not None else None
        if unit is None:
            return
        keys = {name(key): key for key in clause_type_names()}
        none = self.tr("No clause type")

        def insert(answer: str) -> None:
            known = {said.casefold(): key for said, key in keys.items()}
            key = known.get(answer.casefold())
            if key is None and answer.casefold() != none.casefold():
                self.refused.emit(self.tr("there is no clause type of that name; choose one from the list"))
                return
            rest = tuple(other for other in unit.types[1:] if other != key)
            types = (key, *rest) if key is not None else ()
            agreement = edits.update(
                self._session.agreement, unit.id, lambda now: (replace(now, types=types),)
            )
            self._session.apply(self.tr("Change the clause type"), agreement, before=place, after=place)

        self._question.ask(
            self.tr("Clause type"),
            name(unit.types[0]) if unit.types else self.tr("Exchange of information"),
            insert,
            offers=[*sorted(keys, key=str.casefold), none],
            verb=self.tr("Change"),
        )

    def ask_reference(self) -> None:
        """Ask which provision to refer to."""
        labels = {
            number.label: key
            for key, number in self._session.numbers.items()
            if number.number is not None or number.label
        }

        def insert(label: str) -> None:
            target = labels.get(label) or next(
                (key for known, key in labels.items() if known.casefold() == label.casefold()), None
            )
            if target is None:
                self.refused.emit(self.tr("there is no provision of that name; choose one from the list"))
                return
            text = cite(self._session.agreement, target)
            self._mark(self.tr("Cross-reference"), lambda _w: marking.Marked(text, (len(text), 0)))

        offers = [label for label in labels if label]
        self._question.ask(self.tr("Refer to"), self.tr("Article 4"), insert, offers=offers)

    def ask_comment(self) -> None:
        """Ask for a remark on the selected words, or on the whole line."""
        span = self._words_or_line()
        if span is None:
            return

        def insert(remark: str) -> None:
            line = self._page.draft_sheet.lines[span.first]
            words = line.text.slice(span.start, span.end)
            made = marking.commented(words, remark, self._author, date.today())
            self._put(self.tr("Comment"), span, made)

        self._question.ask(
            self.tr("Comment"), self.tr("Internal, never exported"), insert, verb=self.tr("Add")
        )

    def remove_comment(self, comment: Comment) -> None:
        """Take a remark off the provision at the caret."""
        self._without_mark(self.tr("Remove a comment"), lambda mark: mark.value == comment)

    def _without_mark(self, label: str, which: Callable[[Mark], bool]) -> None:
        place = self._page.place_of_caret
        unit = self._session.agreement.find(place.provision) if place is not None else None
        if unit is None:
            return
        agreement = self._session.agreement
        for part, text in (
            (Part.HEADING, unit.heading),
            (Part.TEXT, unit.text),
            (Part.WRAP_UP, unit.wrap_up),
        ):
            if any(which(mark) for mark in text.marks):
                agreement = put(agreement, unit.id, part, text.map_marks(lambda m: None if which(m) else m))
        self._session.apply(label, agreement, before=place, after=place)

    def fill_menu(self, menu: QMenu) -> None:
        """What the page's right-click menu offers beyond cut, copy and paste."""
        place, line = self._page.place_of_caret, self._page.line
        if place is not None and line is not None:
            for mark in line.text.marks:
                if mark.start <= place.offset <= mark.end and isinstance(mark.value, Bracket | Alternative):
                    action = menu.addAction(self.tr("Agreed: keep these words"))
                    action.triggered.connect(lambda _c=False, m=mark, at=line: self._agree(at, m))
                    menu.addSeparator()
        for name, verb in (
            (self.tr("Bracket"), "bracket"),
            (self.tr("Alternatives"), "alternative"),
            (self.tr("Placeholder…"), "placeholder"),
            (self.tr("Cross-reference…"), "reference"),
            (self.tr("Comment…"), "comment"),
            (self.tr("Clause type…"), "types"),
            (self.tr("Insert clause…"), "clause"),
        ):
            menu.addAction(name).triggered.connect(lambda _c=False, v=verb: self.asked.emit(v))

    def _agree(self, line: Line, mark: Mark) -> None:
        text = marking.resolved(line.text, mark)
        place = Place(line.provision.id, line.part, mark.start)
        agreement = put(self._session.agreement, line.provision.id, line.part, text)
        self._session.apply(self.tr("Agree on a bracket"), agreement, before=place, after=place)

    def _delegation(self, index: int) -> str:
        parties = self._session.agreement.parties
        return parties[index].key if index < len(parties) else ""

    def _mark(self, label: str, made: Callable[[Text], marking.Marked]) -> None:
        span = self._page.span()
        lines = self._page.draft_sheet.lines
        if not lines:
            return
        if span.first != span.last:
            self.refused.emit(self.tr("select words of one provision"))
            return
        words = lines[span.first].text.slice(span.start, span.end) if span.end > span.start else Text()
        self._put(label, span, made(words))

    def _put(self, label: str, span: Span, made: marking.Marked) -> None:
        self._page.put_text(label, span, made.text, select=made.select)
        self._page.setFocus()

    def _words_or_line(self) -> Span | None:
        span = self._page.span()
        lines = self._page.draft_sheet.lines
        if not lines or span.first != span.last or not lines[span.first].text.plain:
            self.refused.emit(self.tr("select words of one provision"))
            return None
        if span.start == span.end:
            return Span(span.first, 0, span.first, len(lines[span.first].text))
        return span
