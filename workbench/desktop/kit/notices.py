"""Notices: the banner that says what happened where a dialog would interrupt, and the empty state.

A banner is inserted above the content it concerns; it stays until it is answered or closed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbench.desktop.kit.buttons import Button, ToolButton
from workbench.desktop.kit.layout import Frame, clear, column, row
from workbench.desktop.kit.text import Icon, Label
from workbench.desktop.theme import SERIF, Theme

_LOOKS = {
    "info": ("info", "accent"),
    "warning": ("warning", "brass_line"),
    "error": ("x-circle", "red"),
    "success": ("check-circle", "green"),
}
Action = tuple[str, Callable[[], object]]
"""What a button says and does."""


class Banner(Frame):
    """One fact in bold, what follows from it, what can be done; "info", "warning", "error" or "success".

    Actions stand from left to right; with `quiet_first` the first of them is a ghost ("Discard").
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        fact: str,
        rest: str = "",
        *,
        severity: str = "info",
        actions: Sequence[Action] = (),
        quiet_first: bool = False,
        close_name: str = "",
        icon: str = "",
    ) -> None:
        super().__init__("banner")
        self.setProperty("severity", severity)
        self.setAccessibleName(f"{fact} {rest}".strip())
        drawn, tone = _LOOKS[severity]
        head = Label(theme, fact, 14, 600, wrap=True)
        words = [head, Label(theme, rest, 13, tone="ink2", wrap=True)] if rest else [head]
        buttons: list[QWidget] = [
            Button(theme, text, "ghost" if quiet_first and not index else "secondary", small=True, run=run)
            for index, (text, run) in enumerate(actions)
        ]
        if close_name:
            buttons.append(ToolButton(theme, "x", close_name, size=16, run=self._close))
        text = column(*words, gap=0)
        picture = Icon(theme, icon or drawn, tone, 18, "regular" if icon else "fill")
        layout = row(picture, gap=10, margins=(14, 7, 10, 7))
        layout.addLayout(text, 1)
        for button in buttons:
            layout.addWidget(button)
        self.setLayout(layout)
        self.setMinimumHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class Banners(QWidget):
    """The place above a page's content where banners come and go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_banner(self, banner: Banner) -> None:
        """Add a banner below those that stand there."""
        self._layout.addWidget(banner)
        banner.closed.connect(lambda: self.take_away(banner))
        self.show()

    def take_away(self, banner: Banner) -> None:
        """Remove one banner."""
        self._layout.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(self._layout.count() > 0)

    def clear(self) -> None:
        """Remove all banners."""
        clear(self._layout)
        self.hide()

    def count(self) -> int:
        """How many banners stand there."""
        return self._layout.count()


class EmptyState(QWidget):
    """What a place says when there is nothing yet: icon, title, one sentence, up to two buttons.

    `primary` False where the screen has its filled button elsewhere.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        actions: Sequence[Action] = (),
        *,
        primary: bool = True,
    ) -> None:
        super().__init__()
        self.setAccessibleName(f"{title}. {sentence}")
        head = Label(theme, title, 20, 600, family=SERIF, wrap=True)
        body = Label(theme, sentence, 14, tone="ink2", wrap=True)
        for label in (head, body):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.setMaximumWidth(420)
        body.setMinimumWidth(260)
        buttons = [
            Button(theme, text, "primary" if primary and not index else "secondary", run=run)
            for index, (text, run) in enumerate(actions)
        ]
        if buttons:
            self.setFocusProxy(buttons[0])
        content = column(
            None,
            row(None, Icon(theme, icon, "accent", 40), None),
            4,
            head,
            row(None, (body, 1), None),
            8,
            row(None, *buttons, None),
            None,
            gap=8,
            margins=(24, 24, 24, 24),
        )
        self.setLayout(content)
