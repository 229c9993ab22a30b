"""The clause search as a drawer over the draft: the page and the place of insertion stay visible.

Enter inserts the adapted clause as the pane below the cards says, Ctrl+Enter the wording as it was,
Ctrl+Shift+Enter as final provisions; Escape closes. The draft on the desk supplies the preview; without a
draft nothing can be inserted and the drawer says so.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workbench.desktop.drawer import Drawer
from workbench.desktop.kit import Button, Frame, Label, Legend, ToolButton, column, row, shown_shortcut
from workbench.desktop.library.adapting import AdaptationPane
from workbench.desktop.library.browser import ClauseBrowser
from workbench.desktop.library.clauses import Choices, ClauseQuery, Preview, Previewer
from workbench.desktop.theme import Theme


class ClauseDrawer(Drawer):
    """`insert_requested` carries the clause id and the `Choices` of how it is to be taken over."""

    insert_requested = Signal(str, object)
    choices_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._previewer: Previewer | None = None
        self._shown = ""
        self._before: QWidget | None = None
        closing = ToolButton(
            theme, "x", self.tr("Close the clause search"), shortcut="Esc", run=self.close_it
        )
        self.browser = ClauseBrowser(theme, beside=closing)
        self.browser.insert_requested.connect(self._insert)
        self.browser.current_changed.connect(self._chosen)
        self._unchanged = Button(theme, self.tr("Insert unchanged"), run=lambda: self._press(adapted=False))
        self._adapted = Button(
            theme,
            self.tr("Insert adapted clause"),
            "primary",
            icon="arrow-bend-down-right",
            run=lambda: self._press(adapted=True),
        )
        self._hint = Label(theme, "", 13, tone="ink3", elide=True)
        self._keys = Legend(
            theme,
            (
                (self.tr("Enter"), self.tr("insert")),
                (shown_shortcut("Ctrl+Return"), self.tr("unchanged")),
            ),
        )
        foot = Frame(
            "foot",
            row(
                (self._keys, 1),
                (self._hint, 1),
                self._unchanged,
                self._adapted,
                gap=6,
                margins=(20, 0, 20, 0),
            ),
            height=57,
        )
        self.adapting = AdaptationPane(theme)
        self.adapting.changed.connect(self._choices_changed)
        self.setLayout(column((self.browser, 1), self.adapting, foot, gap=0))
        as_final = QShortcut(QKeySequence("Ctrl+Shift+Return"), self)
        as_final.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        as_final.activated.connect(self._insert_as_final)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._preview)
        self.set_previewer(None)

    def set_previewer(self, previewer: Previewer | None) -> None:
        """Tell which draft would take a clause; None when there is none."""
        self._previewer = previewer
        can = previewer is not None
        self._adapted.setEnabled(can)
        self._unchanged.setEnabled(can)
        self._keys.setVisible(can)
        self._hint.setVisible(not can)
        self._hint.set("" if can else self.tr("Open a draft to insert a clause into it."))
        self.adapting.setVisible(can)
        self._shown = ""
        self._preview()

    @property
    def choices(self) -> Choices:
        """How a clause would be taken over."""
        return self.adapting.choices

    def open_search(self, query: ClauseQuery | None = None) -> None:
        """Open, with the cursor in the field and the last words selected, or asking something else."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
            self.open_drawer()
        self.browser.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.browser.field.selectAll()
        self.browser.ask(query if query is not None else self.browser.query)

    def show_preview(self, clause: str, preview: Preview) -> None:
        """How the clause would read, now that it is known."""
        card = self.browser.list.card()
        if card is not None and card.id == clause:
            self.browser.list.set_preview(clause, preview)
            self.adapting.show_preview(preview)

    def close_it(self) -> None:
        """Close and give the focus back."""
        self.shut_drawer()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)

    def _press(self, *, adapted: bool) -> None:
        card = self.browser.list.card()
        if card is not None:
            self._insert(card.id, adapted)

    def _insert(self, clause: str, adapted: bool) -> None:
        if self._previewer is not None:
            self.insert_requested.emit(clause, replace(self.choices, adapted=adapted))

    def _insert_as_final(self) -> None:
        card = self.browser.list.card()
        if card is not None and self._previewer is not None:
            self.insert_requested.emit(card.id, replace(self.choices, final=True))

    def _chosen(self, clause: str) -> None:
        self._later.start()

    def _choices_changed(self) -> None:
        self.choices_changed.emit(self.choices)
        self._preview()

    def _preview(self) -> None:
        card = self.browser.list.card()
        if card is None or self._previewer is None:
            return
        if card.id != self._shown:
            self._shown = card.id
            self.adapting.begin()
        # While a switch is being carried out, what is shown stays: the card does not jump.
        preview = self._previewer(card.id, self.choices)
        if preview is not None:
            self.show_preview(card.id, preview)
