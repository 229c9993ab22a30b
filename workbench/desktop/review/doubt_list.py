"""The cards of doubtful places: what is odd, where, and the answers by number key.

Only the selected card shows its answers; the others give way to it. Real widgets, so that every answer has
a name and is reached with Tab; those out of sight are made a few at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.agreement.findings import Severity
from workbench.agreement.quoting import in_short
from workbench.desktop.kit import (
    Bar,
    Button,
    Flow,
    Frame,
    Icon,
    Key,
    Label,
    clear,
    column,
    holder,
    row,
    set_property,
)
from workbench.desktop.review.doubts import Answer, Doubt, doubtful
from workbench.desktop.theme import Theme

_MOST = 320  # characters of a body: a card that quotes two long paragraphs hides the others
_AT_ONCE = 5  # cards made in one go, some 15 ms
_LOOKS = {
    Severity.ERROR: ("x-circle", "red"),
    Severity.WARNING: ("warning", "brass_line"),
    Severity.INFO: ("info", "accent"),
}


class DoubtList(QWidget):
    """The doubtful places of one file. `chosen` carries the doubt looked at."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._doubts: tuple[Doubt, ...] = ()
        self._cards: list[_Card] = []
        self._now = -1
        self._answering = False
        self._title = Label(theme, "", 14, 600)
        self._settled = Label(theme, "", 13, tone="ink3")
        self._bar = Bar(theme, tone="green", height=6)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(15)
        self._later.timeout.connect(self._make_more)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 0, 8, 12)
        self._column.setSpacing(8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._scroll = scroll
        self._content = content
        self._keep_width(0, 0)
        head = row(self._title, self._settled, None, self._bar, gap=8, margins=(16, 12, 16, 8))
        self.setLayout(column(head, (scroll, 1), gap=0))
        self.setAccessibleName(self.tr("Doubtful places"))

    def show_doubts(self, doubts: Sequence[Doubt], settled: int) -> None:
        """Show what is not settled yet; the place looked at stays where it can."""
        key = self._doubts[self._now].key if 0 <= self._now < len(self._doubts) else ""
        self._doubts = tuple(doubts)
        clear(self._column)
        self._column.addStretch(1)
        self._cards = []
        self._make_more()
        asking = doubtful(self._doubts)
        words = self.tr("%n doubtful place(s)", None, asking) if asking else self.tr("Nothing doubtful")
        remarks = len(self._doubts) - asking
        said = self.tr("%n remark(s)", None, remarks)
        self._title.set(f"{words}, {said}" if remarks else words)
        self._settled.set(self.tr("%n settled", None, settled) if settled else "")
        total = len(doubts) + settled
        self._bar.set(settled / total if total else 1.0)
        self._bar.setVisible(total > 0)
        same = next((i for i, doubt in enumerate(self._doubts) if doubt.key == key), None)
        before, self._now = self._now, -1
        if self._doubts and self._answering:
            self.look_at(before)  # the next one has come into the place of the one answered
        elif self._doubts:
            self.look_at(same if same is not None else 0, tell=False)
            QTimer.singleShot(0, self, self._bring_into_sight)

    def height_wanted(self) -> int:
        """What head and cards would take."""
        if len(self._cards) < len(self._doubts):
            return 10_000  # more cards than anybody has room for
        layout, width = self._column, self._scroll.viewport().width()
        return (
            layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        ) + 48

    def current(self) -> Doubt | None:
        """The place looked at."""
        return self._doubts[self._now] if 0 <= self._now < len(self._doubts) else None

    def look_at(self, index: int, *, tell: bool = True) -> None:
        """Open one card."""
        index = max(0, min(len(self._doubts) - 1, index))
        if not self._doubts:
            return
        while len(self._cards) <= index:
            self._make_more()
        if 0 <= self._now < len(self._cards):
            self._cards[self._now].fold()
        self._now = index
        self._cards[index].unfold()
        if tell:
            # Once the card has its answers and its height.
            QTimer.singleShot(0, self, self._bring_into_sight)
            self.chosen.emit(self._doubts[index])

    def _bring_into_sight(self) -> None:
        if 0 <= self._now < len(self._cards):
            self._scroll.ensureWidgetVisible(self._cards[self._now], 0, 12)

    def _make_more(self) -> None:
        """Make the next cards, and go on with the rest when the window has time."""
        made = len(self._cards)
        for index, doubt in enumerate(self._doubts[made : made + _AT_ONCE], start=made):
            card = _Card(self._theme, doubt, self._give)
            card.pressed.connect(lambda i=index: self.look_at(i))
            self._cards.append(card)
            self._column.insertWidget(index, card)
        if len(self._cards) < len(self._doubts):
            self._later.start()

    def _keep_width(self, first: int, last: int) -> None:
        """Cards end at the same place with a scroll bar and without."""
        bar = 0 if last > first else self._scroll.verticalScrollBar().sizeHint().width()
        self._column.setContentsMargins(16, 0, 8 + bar, 12)

    def step(self, by: int) -> None:
        """The next or the previous place."""
        self.look_at(self._now + by)

    def look_at_provision(self, provision: object) -> None:
        """Open the card that concerns a provision, if there is one."""
        for index, doubt in enumerate(self._doubts):
            if provision is not None and doubt.provision == provision:
                self.look_at(index, tell=False)
                return

    def answer(self, number: int) -> bool:
        """Give the answer with this number, from 1; says whether there was one."""
        doubt = self.current()
        if doubt is None or not 1 <= number <= len(doubt.answers):
            return False
        self._give(doubt.answers[number - 1])
        return True

    def _give(self, answer: Answer) -> None:
        """Answer, and go on to the next place."""
        self._answering = True
        try:
            answer.give()
        finally:
            self._answering = False


class _Card(Frame):
    pressed = Signal()

    def __init__(self, theme: Theme, doubt: Doubt, give: Callable[[Answer], None]) -> None:
        super().__init__("card")
        self._theme, self._doubt, self._give = theme, doubt, give
        icon, tone = _LOOKS[doubt.severity]
        self.setAccessibleName(f"{doubt.title}. {doubt.body} {doubt.locator}")
        self._body = Label(theme, in_short(doubt.body, _MOST), 13, tone="ink2", wrap=True)
        if len(doubt.body) > _MOST:
            self.setToolTip(doubt.body)
        self._answers = QWidget()
        self._answers.hide()
        title = Label(theme, doubt.title, 14, 600, elide=True)
        where = Label(theme, doubt.locator, 13, tone="ink2")
        head = row(Icon(theme, icon, tone, 16, "fill"), (title, 1), where, gap=8)
        self.setLayout(column(head, self._body, self._answers, gap=4, margins=(16, 10, 16, 10)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def unfold(self) -> None:
        set_property(self, "selected", True)
        if self._answers.layout() is None:
            pairs = []
            for number, answer in enumerate(self._doubt.answers, start=1):
                button = Button(self._theme, answer.words, small=True, run=partial(self._give, answer))
                pairs.append(holder(row(Key(self._theme, str(number)), button, gap=6, margins=(0, 2, 6, 0))))
            self._answers.setLayout(Flow(*pairs))
        self._answers.show()

    def fold(self) -> None:
        set_property(self, "selected", False)
        self._answers.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
