"""The clause search itself: field, filters that are on, facets, cards. The drawer and the page both hold one.

It asks by `asked` a moment after typing stops and shows what it is given by `show_found`; answers to older
questions are thrown away.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.desktop.kit import (
    Button,
    EmptyState,
    Key,
    Label,
    Pill,
    clear,
    holder,
    row,
    rule,
    search_field,
    shown_shortcut,
    upright,
)
from workbench.desktop.library.cards import ClauseList
from workbench.desktop.library.clauses import ClauseQuery, Found
from workbench.desktop.library.facets import FacetPane
from workbench.desktop.theme import Theme

_PAUSE = 120  # milliseconds without a key before the library is asked


class ClauseBrowser(QWidget):
    """Search and results. `beside` stands right of the field (the drawer's close button)."""

    asked = Signal(object)
    insert_requested = Signal(str, bool)
    current_changed = Signal(str)

    def __init__(self, theme: Theme, *, beside: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._query = ClauseQuery()
        self._found = Found()
        self.field = search_field(theme, self.tr("Search clauses"), self.tr("Search clauses"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        key = Key(theme, shown_shortcut("Ctrl+L"))
        self.field.setLayout(row(None, key, margins=(0, 0, 12, 0)))
        self._pills = QHBoxLayout()
        self._pills.setSpacing(8)
        self._count = Label(theme, "", 13, 600, "ink2")
        self.facets = FacetPane(theme)
        self.facets.toggled.connect(self._toggle)
        self.list = ClauseList(theme, name=self.tr("Clauses found"))
        self.list.insert_requested.connect(self.insert_requested)
        self.list.current_changed.connect(self.current_changed)
        self._none = EmptyState(
            theme,
            "magnifying-glass",
            self.tr("No clause found"),
            self.tr("Try fewer or other words, or take a filter off."),
        )
        self._results = QStackedWidget()
        self._results.addWidget(self.list)
        self._results.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        right = [beside] if beside is not None else []
        edge = 12 if beside is not None else 20
        layout.addLayout(row((self.field, 1), *right, gap=8, margins=(20, 16, edge, 12)))
        filters = holder(row(self._pills, None, self._count, gap=8, margins=(20, 0, 20, 12)))
        filters.setMinimumHeight(36)
        layout.addWidget(filters)
        layout.addWidget(rule())
        body = row(self.facets, upright(0), (self._results, 1), gap=0)
        layout.addLayout(body, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def query(self) -> ClauseQuery:
        """What is asked at present."""
        return self._query

    def ask(self, query: ClauseQuery) -> None:
        """Ask something: the field shows its words."""
        self._query = query
        self.field.setText(query.text)
        self._ask()

    def show_found(self, query: ClauseQuery, found: Found) -> None:
        """Show an answer, unless something else has been asked since."""
        if query != self._query:
            return
        self._found = found
        self._count.set(self.tr("%n result(s)", None, found.total))
        self.facets.show_facets(found, query)
        self._show_pills()
        self.list.show_cards(found.cards)
        self._results.setCurrentWidget(self.list if found.cards else self._none)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the cards while the cursor stays in the field."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 4, Qt.Key.Key_PageUp: -4}
            if event.key() in steps:
                self.list.move_by(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.keyPressEvent(event)
                return True
        return False

    def _typed(self, text: str) -> None:
        self._query = replace(self._query, text=text.strip(), only="")
        self._pause.start()

    def _toggle(self, facet: str, value: str | None) -> None:
        self._query = replace(self._query.with_value(facet, value), only="")
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self._query)

    def _show_pills(self) -> None:
        clear(self._pills)
        for facet, value in self._query.facets:
            words = next((v.words for v in self._found.facets.get(facet, ()) if v.value == value), value)
            pill = Pill(self._theme, words, self.tr("Remove the filter {value}").format(value=words))
            pill.removed.connect(lambda f=facet: self._toggle(f, None))
            self._pills.addWidget(pill)
        if self._query.facets:
            self._pills.addWidget(Button(self._theme, self.tr("Clear"), "link", run=self._clear))

    def _clear(self) -> None:
        self._query = replace(self._query, facets=())
        self._ask()
