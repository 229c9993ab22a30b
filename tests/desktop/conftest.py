"""Real widgets on Qt's offscreen platform. A Qt warning, a leftover window or a leftover thread fails the test."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.actions.workbench import Workbench
from workbench.desktop.beginning.new_agreement import NewAgreementPage
from workbench.desktop.desk import Desk
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Mode, Theme
from workbench.library import Library
from workbench.settings import SettingsFile

_HARMLESS = ("This plugin does not support",)


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    """The light theme, put on once: a style sheet takes its time."""
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(worn_theme: Theme) -> Iterator[Theme]:
    """The theme, light again after a test that changed it."""
    yield worn_theme
    worn_theme.set_mode(Mode.LIGHT)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Jobs that are ended after the test."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library, made once: its tables take a second."""
    path = tmp_path_factory.mktemp("library") / "empty.sqlite"
    with Library.open(path):
        return path


@pytest.fixture
def workbench(tmp_path: Path, empty_library: Path) -> Workbench:
    """A workbench with an empty library and settings of its own."""
    shutil.copy(empty_library, tmp_path / "library.sqlite")
    return Workbench(str(tmp_path / "library.sqlite"), file=SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, workbench: Workbench) -> Iterator[Desk]:
    """The whole window, shown, with its library open."""
    made = Desk(workbench, theme)
    made.window.resize(1280, 800)
    made.window.show()
    with qtbot.waitSignal(made.keeper.opened, timeout=20_000):
        made.start()
    qtbot.waitUntil(lambda: not made.jobs.running(), timeout=20_000)
    yield made
    made.window.may_close = lambda: True
    made.window.close()
    made.close()
    made.window.deleteLater()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on Qt warnings, on windows still open and on threads still running."""
    request.getfixturevalue("qapp")
    log = request.getfixturevalue("qtlog")
    before = set(threading.enumerate())
    yield
    said = [
        record.message
        for record in log.records
        if record.type is not QtMsgType.QtDebugMsg and not record.message.startswith(_HARMLESS)
    ]
    assert not said, said
    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in visible:
        widget.close()
    assert not visible, visible
    # A thread of Qt's pool shows here once it has run Python; what may not stay is one of our own.
    stayed = [t for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)]
    assert not stayed, stayed


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> NewAgreementPage:
    """The form for a new agreement with the first template chosen."""
    desk.beginning.begin("defence-cooperation")
    made = desk.beginning.form
    qtbot.waitUntil(lambda: made.templates.current() is not None, timeout=20_000)
    return made
