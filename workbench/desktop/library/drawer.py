"""The clause search as a drawer over the draft: the page and the place of insertion stay visible.

Enter inserts the adapted clause at the cursor, Ctrl+Enter the wording as it was; Escape closes. The draft
on the desk supplies the preview; without a draft nothing can be inserted and the drawer says so.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.desktop.drawer import Drawer
from workbench.desktop.kit import Button, Frame, Label, Legend, ToolButton, column, row, shown_shortcut
from workbench.desktop.library.browser import ClauseBrowser
from workbench.desktop.library.clauses import Previewer
from workbench.desktop.theme import Theme


class ClauseDrawer(Drawer):
    """`insert_requested` carries the clause id and whether it is to be adapted."""

    insert_requested = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._previewer: Previewer | None = None
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
        self.setLayout(column((self.browser, 1), foot, gap=0))
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
        self._preview()

    def open_search(self) -> None:
        """Open, with the cursor in the field and the last words selected."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
            self.open_drawer()
        self.browser.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.browser.field.selectAll()
        self.browser.ask(self.browser.query)

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
            self.insert_requested.emit(clause, adapted)

    def _chosen(self, clause: str) -> None:
        self._later.start()

    def _preview(self) -> None:
        card = self.browser.list.card()
        if card is not None:
            preview = self._previewer(card.id) if self._previewer is not None else None
            self.browser.list.set_preview(card.id, preview)
