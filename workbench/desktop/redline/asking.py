"""What is to be written, and where to: the redline in one of its forms, or their file as it was decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from workbench.actions.comparing import RedlineForm

WriteRedline = Callable[[Path, RedlineForm, bool], object]
"""(where to, how changes are shown, whether a page of changes stands in front)."""


class Asking(QObject):
    """Asks, and hands the answer on; `draft` tells where the draft lies, if it lies anywhere yet."""

    def __init__(
        self,
        parent: QWidget,
        draft: Callable[[], Path | None],
        redline: WriteRedline,
        answer: Callable[[Path], object],
        whole: Callable[[Path], object],
    ) -> None:
        super().__init__(parent)
        self._parent, self._draft = parent, draft
        self._redline, self._answer, self._whole = redline, answer, whole
        self._summary = False

    def at(self, button: QWidget, whole: Path | None, returned: Path | None, *, decided: bool) -> None:
        """Ask above a button what to write.

        `whole` is the new one of two Word files, `returned` one that came back with tracked changes.
        """
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if whole is not None:
            words = self.tr("%1 with the changes tracked…").replace("%1", whole.name)
            menu.addAction(words).triggered.connect(lambda _c=False: self._ask_whole(whole))
            menu.addSeparator()
        word, shown = self.tr("Word (*.docx)"), RedlineForm
        for words, kinds, form in (
            (self.tr("Word, tracked changes…"), word, shown.REVISIONS),
            (self.tr("Word, changes as formatting…"), word, shown.STATIC),
            (self.tr("Word, table of old and new…"), word, shown.TABLE),
            (self.tr("PDF…"), self.tr("PDF (*.pdf)"), shown.REVISIONS),
            (self.tr("Web page…"), self.tr("Web page (*.html)"), shown.REVISIONS),
            (self.tr("Akoma Ntoso…"), self.tr("Akoma Ntoso (*.xml)"), shown.REVISIONS),
        ):
            menu.addAction(words).triggered.connect(lambda _c=False, k=kinds, f=form: self._ask_redline(k, f))
        menu.addSeparator()
        summary = menu.addAction(self.tr("Page of changes in front (Word, PDF)"))
        summary.setCheckable(True)
        summary.setChecked(self._summary)
        summary.toggled.connect(self._set_summary)
        if returned is not None:
            menu.addSeparator()
            theirs = menu.addAction(self.tr("%1 with these decisions…").replace("%1", returned.name))
            theirs.setEnabled(decided)
            theirs.triggered.connect(lambda _c=False: self._ask_answer(returned))
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _set_summary(self, on: bool) -> None:
        self._summary = on

    def _ask_redline(self, kinds: str, form: RedlineForm) -> None:
        path = self._draft()
        known = path.with_suffix("") if path else Path.home() / "draft"
        chosen = self._chosen(self.tr("Export the redline"), f"{known}-redline", kinds)
        if chosen is not None:
            self._redline(chosen, form, self._summary)

    def _ask_whole(self, whole: Path) -> None:
        chosen = self._chosen(
            self.tr("Save the new file with the changes tracked"),
            str(whole.with_name(f"{whole.stem}-redline")),
            self.tr("Word (*.docx)"),
        )
        if chosen is not None:
            self._whole(chosen)

    def _ask_answer(self, returned: Path) -> None:
        chosen = self._chosen(
            self.tr("Save their file with these decisions"),
            str(returned.with_name(f"{returned.stem}-decided")),
            self.tr("Word (*.docx)"),
        )
        if chosen is not None:
            self._answer(chosen)

    def _chosen(self, title: str, suggested: str, kinds: str) -> Path | None:
        suffix = kinds[kinds.index("*") + 1 : -1]
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, suggested + suffix, kinds)
        if not chosen:
            return None
        return Path(chosen if Path(chosen).suffix else chosen + suffix)
