"""A dialog that stands beside the draft and follows it: a head, and pages of things listed under one another.

The checks, the gaps and the uses of a defined term are such lists. It stands at the right, where it hides
least of the text, and is drawn anew a moment after the draft has changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workbench.desktop.editor.session import Session
from workbench.desktop.kit import Icon, Label, Segmented, clear, column, holder, row, rule
from workbench.desktop.theme import SERIF, Theme


class BesideDialog(QDialog):
    """`due` tells when to draw: the dialog is shown, or `delay` milliseconds ago the draft has changed."""

    due = Signal()

    def __init__(self, theme: Theme, session: Session, *, title: str, delay: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session, self._title = theme, session, title
        self.setWindowTitle(title)
        self.resize(620, 640)
        self._pages = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(delay)
        self._later.timeout.connect(self.due)
        session.changed.connect(self._soon)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand at the right of the draft, and show what there is now."""
        draft = self.parentWidget()
        if draft is not None and not event.spontaneous():
            over = draft.mapToGlobal(draft.rect().topRight())
            self.move(over.x() - self.width() - 12, over.y() + 60)
        super().showEvent(event)
        self.due.emit()

    def arrange(self, views: Segmented, *above: QLayout) -> None:
        """The title, what is to be chosen above the lists, the names of the pages and the pages."""
        views.chosen.connect(self._pages.setCurrentIndex)
        title = Label(self._theme, self._title, 20, 600, family=SERIF)
        head = column(title, *above, row(views, None), gap=12, margins=(24, 20, 24, 12))
        self.setLayout(column(head, rule(), (self._pages, 1), gap=0))

    def page(self) -> QVBoxLayout:
        """One more page, to be filled from above."""
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

    def fill(
        self, page: QVBoxLayout, rows: Sequence[QWidget], none: str, more: QWidget | None = None
    ) -> None:
        """Put rows on a page, a hairline under each and `more` below; `none` is said where there are none."""
        clear(page)
        for one in rows:
            page.addWidget(one)
            page.addWidget(rule())
        if not rows:
            calm = Icon(self._theme, "check-circle", "green", 16, "fill")
            page.addWidget(holder(row(calm, Label(self._theme, none, 13, tone="ink2"), None)))
        elif more is not None:
            page.addWidget(holder(row(more, None)))

    def _soon(self, _old: object, _new: object) -> None:
        self._later.start()
