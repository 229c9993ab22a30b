"""The list of keys, made of the commands: what can be done, and with which keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from workbench.desktop.commands import Commands
from workbench.desktop.kit import Button, Key, Label, column, row, shown_shortcut
from workbench.desktop.theme import SERIF, Theme


class ShortcutList(QDialog):
    """Every command that has a key, grouped by menu."""

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        line = 0
        menus = list(dict.fromkeys(command.menu for command in commands.all() if command.menu))
        for menu in menus:
            keyed = [c for c in commands.all() if c.menu == menu and c.shortcut]
            if not keyed:
                continue
            grid.addWidget(Label(theme, menu, 13, 600, "ink2"), line, 0)
            grid.setRowMinimumHeight(line, 28)
            for command in keyed:
                line += 1
                grid.addWidget(Label(theme, command.title, 14), line, 0)
                key = Key(theme, shown_shortcut(command.shortcut))
                grid.addWidget(key, line, 1, Qt.AlignmentFlag.AlignRight)
            line += 1
        grid.setRowStretch(line, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        title = Label(theme, self.tr("Keyboard shortcuts"), 20, 600, family=SERIF)
        closing = Button(theme, self.tr("Close"), run=self.accept)
        self.setLayout(column(title, (scroll, 1), row(None, closing), gap=12, margins=(24, 20, 24, 20)))
        self.resize(520, 640)
