"""The same theme, jobs and draft as for the page, and how a face is shown until it has compared."""

from collections.abc import Callable, Iterator

from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import agreement, jobs, session, theme
from workbench.desktop.redline.compare_face import CompareFace

__all__ = ["agreement", "compared", "jobs", "session", "theme"]


def compared(face: CompareFace, qtbot: QtBot, begin: Callable[[], object]) -> Iterator[CompareFace]:
    """The face, shown, when what `begin` asks for has been compared; closed afterwards."""
    face.resize(1300, 800)
    face.show()
    with qtbot.waitSignal(face.compared, timeout=30_000):
        begin()
    yield face
    face.close()
