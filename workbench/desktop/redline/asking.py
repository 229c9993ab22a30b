"""What is to be written, and where to: the redline, or the file that came back as it was decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

Write = Callable[[Path], object]


class Asking(QObject):
    """Asks, and hands the path on; `draft` tells where the draft lies, if it lies anywhere yet."""

    def __init__(
        self, parent: QWidget, draft: Callable[[], Path | None], redline: Write, answer: Write
    ) -> None:
        super().__init__(parent)
        self._parent, self._draft = parent, draft
        self._redline, self._answer = redline, answer

    def at(self, button: QWidget, returned: Path | None, *, decided: bool) -> None:
        """Ask where to write; where a Word file came back with tracked changes, first what."""
        if returned is None:
            self._ask_redline()
            return
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("The redline…")).triggered.connect(lambda _c=False: self._ask_redline())
        theirs = menu.addAction(self.tr("%1 with these decisions…").replace("%1", returned.name))
        theirs.setEnabled(decided)
        theirs.triggered.connect(lambda _c=False: self._ask_answer(returned))
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _ask_redline(self) -> None:
        path = self._draft()
        known = path.with_suffix("") if path else Path.home() / "draft"
        self._ask(
            self.tr("Export the redline"),
            f"{known}-redline.docx",
            self.tr("Word (*.docx);;Web page (*.html)"),
            self._redline,
        )

    def _ask_answer(self, returned: Path) -> None:
        self._ask(
            self.tr("Save their file with these decisions"),
            str(returned.with_name(f"{returned.stem}-decided.docx")),
            self.tr("Word (*.docx)"),
            self._answer,
        )

    def _ask(self, title: str, suggested: str, kinds: str, write: Write) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, suggested, kinds)
        if chosen:
            write(Path(chosen if Path(chosen).suffix else f"{chosen}.docx"))
