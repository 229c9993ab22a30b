"""Starting the window. What is slow (the library, Alembic, python-docx) is loaded after the first paint."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from workbench.actions.workbench import Workbench
from workbench.desktop.desk import Desk
from workbench.desktop.theme import Mode, Theme
from workbench.desktop.translations import speak
from workbench.settings import user_data

_AFTER_PAINT = 50  # milliseconds
TURN = 0.001  # seconds; a thread that computes hands over to the window five times sooner than usual
_AT_REST = 2500  # milliseconds; by then the window is usable and the library open


def run(*, library: str | None = None, starter: bool = False, files: Sequence[str | Path] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `library` is a path or an address, `starter` opens this user's copy of the starter library, `files` are
    opened (drafts) or imported.
    """
    workbench = Workbench(library, starter=starter)
    return show(workbench, [Path(file) for file in files], state=user_data() / "window.ini")


def show(workbench: Workbench, files: Sequence[Path], *, state: Path | None) -> int:
    """The same for a workbench that is made already."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Treaty Workbench")
    application.setDesktopFileName("treaty-workbench")
    translators = speak(application, workbench.settings.interface)
    theme = Theme(Mode(workbench.settings.theme))
    theme.apply(application)
    application.setWindowIcon(QIcon(theme.pixmap("note-pencil", "accent", 64)))
    desk = Desk(workbench, theme, state=state)
    desk.window.show()
    QTimer.singleShot(_AFTER_PAINT, desk, lambda: _go_on(desk, files))
    QTimer.singleShot(_AT_REST, desk, desk.warm_up)
    try:
        return application.exec()
    finally:
        desk.close()
        for translator in translators:
            application.removeTranslator(translator)


def _go_on(desk: Desk, files: Sequence[Path]) -> None:
    """After the first paint: collect waste again, but not among what was made so far; open the library."""
    sys.setswitchinterval(TURN)
    gc.freeze()
    gc.enable()
    desk.start(files)
