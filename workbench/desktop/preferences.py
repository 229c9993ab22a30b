"""The settings page: look, language of the interface, one's own delegation, where the library lies.

Choices hold at once; nothing has to be confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.desktop.kit import (
    Banners,
    Button,
    ComboBox,
    Field,
    Frame,
    Label,
    LineEdit,
    Segmented,
    column,
    holder,
    row,
)
from workbench.desktop.kit.layout import Part
from workbench.desktop.theme import SERIF, Mode, Theme
from workbench.desktop.window import Room
from workbench.settings import Settings

_MODES = (Mode.SYSTEM, Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST)
_MOST_INITIALS = 4


class SettingsPage(Room):
    """`chosen` carries the changed settings; `library_asked` asks to open another library."""

    chosen = Signal(object)
    library_asked = Signal()
    backup_asked = Signal()
    verify_asked = Signal()

    def __init__(self, theme: Theme, settings: Settings, interfaces: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self.banners = Banners(theme)
        self.look = Segmented(
            theme,
            [self.tr("System"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")],
            self.tr("Look"),
            current=_MODES.index(Mode(settings.theme)),
        )
        self.look.chosen.connect(lambda index: self._change(theme=_MODES[index].value))
        self.interface = ComboBox(theme, name=self.tr("Language of the interface"))
        for code, name in interfaces:
            self.interface.addItem(name, code)
        self.interface.setCurrentIndex(max(0, self.interface.findData(settings.interface)))
        self.interface.currentIndexChanged.connect(lambda _index: self._interface_chosen())
        self.delegation = LineEdit(theme, self.tr("for example: Latvian delegation"))
        self.delegation.setText(settings.delegation)
        self.delegation.editingFinished.connect(
            lambda: self._change(delegation=self.delegation.text().strip())
        )
        self.initials = LineEdit(theme, "LV", name=self.tr("Initials"))
        self.initials.setMaxLength(_MOST_INITIALS)
        self.initials.setText(settings.initials)
        self.initials.setMaximumWidth(120)
        self.initials.editingFinished.connect(
            lambda: self._change(initials=self.initials.text().strip().upper())
        )
        self._library = Label(theme, "", 14, elide=True)
        self._build(one_language=len(interfaces) < 2)

    def show_library(self, location: str) -> None:
        """Show where the library lies."""
        self._library.set(location)

    def _change(self, **changed: Any) -> None:
        settings = replace(self._settings, **changed)
        if settings != self._settings:
            self._settings = settings
            self.chosen.emit(settings)

    def _interface_chosen(self) -> None:
        code = self.interface.currentData()
        if isinstance(code, str):
            self._change(interface=code)

    def _build(self, *, one_language: bool) -> None:
        theme = self._theme
        interface = Field(
            theme,
            self.tr("Language of the interface"),
            self.interface,
            help_text=self.tr("Holds when the window is opened again. Agreements keep their own language."),
        )
        interface.setVisible(not one_language)
        look = self._card(
            self.tr("Look"),
            row(self.look, None),
            interface,
        )
        own = self._card(
            self.tr("Your delegation"),
            Label(
                theme,
                self.tr("Signs your proposals and redlines. Brackets carry the initials."),
                13,
                tone="ink2",
                wrap=True,
            ),
            Field(theme, self.tr("Name"), self.delegation),
            Field(theme, self.tr("Initials"), self.initials),
        )
        library = self._card(
            self.tr("Library"),
            Label(theme, self.tr("Where your precedents and clauses are kept."), 13, tone="ink2", wrap=True),
            self._library,
            row(
                Button(theme, self.tr("Open another library…"), run=self.library_asked.emit),
                Button(theme, self.tr("Back up…"), run=self.backup_asked.emit),
                Button(theme, self.tr("Check"), run=self.verify_asked.emit),
                None,
            ),
        )
        title = Label(theme, self.tr("Settings"), 28, 600, family=SERIF)
        inside = column(title, self.banners, look, own, library, None, gap=16, margins=(40, 28, 40, 32))
        body = holder(inside)
        body.setMaximumWidth(760)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder(row((body, 1), None)))
        self.setLayout(column(scroll))

    def _card(self, title: str, *parts: Part) -> QWidget:
        inside = column(Label(self._theme, title, 16, 600), *parts, gap=12, margins=(20, 16, 20, 20))
        return Frame("card", inside)
