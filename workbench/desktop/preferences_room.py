"""What the settings page asks: choices are kept at once, the library is looked after."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.desktop.kit import Banner
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.theme import Mode, Theme
from workbench.desktop.translations import interfaces
from workbench.desktop.window import Window
from workbench.settings import Settings

if TYPE_CHECKING:
    from workbench.actions.workbench import Workbench
    from workbench.desktop.preferences import SettingsPage


class SettingsRoom(QObject):
    """The page is made when it is first gone to."""

    def __init__(self, window: Window, theme: Theme, workbench: Workbench, keeper: Keeper) -> None:
        super().__init__(window)
        self._window, self._theme, self._workbench, self._keeper = window, theme, workbench, keeper
        keeper.opened.connect(self._library_open)

    @cached_property
    def page(self) -> SettingsPage:
        """The settings page."""
        from workbench.desktop.preferences import SettingsPage

        page = SettingsPage(self._theme, self._workbench.settings, interfaces())
        page.show_library(self._workbench.location)
        page.chosen.connect(self._choose)
        page.library_asked.connect(self._ask_library)
        page.backup_asked.connect(self._ask_backup)
        page.verify_asked.connect(self._verify)
        return page

    def _choose(self, settings: Settings) -> None:
        self._workbench.choose(settings)
        self._theme.set_mode(Mode(settings.theme))

    def _library_open(self) -> None:
        if "page" in self.__dict__:
            self.page.show_library(self._workbench.location)

    def _ask_library(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Open or make a library"),
            self._workbench.location,
            self.tr("Libraries (*.sqlite)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._keeper.use(chosen)

    def _ask_backup(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = "library-backup.sqlite"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Back up the library"), name, self.tr("Libraries (*.sqlite)")
        )
        job = self._keeper.backup(Path(chosen)) if chosen else None
        if job is not None:
            job.succeeded.connect(lambda _result: self._well(self.tr("The library is backed up."), chosen))

    def _verify(self) -> None:
        job = self._keeper.verify()
        if job is not None:
            job.succeeded.connect(self._verified)

    def _verified(self, verified: object) -> None:
        problems: tuple[str, ...] = getattr(verified, "problems", ())
        if not problems:
            self._well(self.tr("The library is sound."), "")
            return
        count = len(problems)
        fact = self.tr("The library has %n problem(s).", None, count)
        banner = Banner(
            self._theme, fact, "\n".join(problems[:5]), severity="error", close_name=self.tr("Close")
        )
        self._show(banner)

    def _well(self, fact: str, rest: str) -> None:
        self._show(Banner(self._theme, fact, rest, severity="success", close_name=self.tr("Close")))

    def _show(self, banner: Banner) -> None:
        self.page.banners.clear()
        self.page.banners.show_banner(banner)
