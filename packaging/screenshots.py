"""Make the pictures of the README and the guide anew: the real window, on the starter library and a template.

Run as `python packaging/screenshots.py [FOLDER]`; without a screen it draws off screen, with the same pixels.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.actions.drafting import insert_clause, new_draft, save_draft
from workbench.actions.exporting import export
from workbench.actions.importing import install_starter
from workbench.actions.tour import PARTIES, PRECEDENT
from workbench.actions.workbench import Workbench
from workbench.agreement.edits import set_text
from workbench.agreement.tree import Draft
from workbench.comparison.merging import Choice
from workbench.desktop.desk import LIBRARY, Desk
from workbench.desktop.editor.draft_commands import MERGE
from workbench.desktop.redline.sources import of_file
from workbench.desktop.theme import Mode, Theme
from workbench.desktop.translations import speak
from workbench.settings import SettingsFile

SIZE = QSize(1440, 900)
PATIENCE = 30.0  # seconds for any one thing to happen


class Photographer:
    """Drives one window and keeps what it looks like."""

    def __init__(self, application: QApplication, desk: Desk, folder: Path) -> None:
        self.application, self.desk, self.folder = application, desk, folder

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(until)
            self.application.processEvents()
            time.sleep(0.01)

    def rest(self, seconds: float = 0.8) -> None:
        """Let what is still being painted or checked come to an end."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def take(self, name: str) -> None:
        """Keep a picture of the window."""
        self.rest()
        path = self.folder / f"{name}.png"
        self.desk.window.grab().save(str(path))
        print(path)


def main(folder: Path) -> None:
    """Take every picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        workbench = Workbench(
            str(Path(scratch) / "library.sqlite"), file=SettingsFile(Path(scratch) / "settings.json")
        )
        install_starter(workbench.library)
        draft = new_draft("defence-cooperation", parties=PARTIES)
        sent = Path(scratch) / "as-sent.xml"
        save_draft(draft, sent)
        clause = workbench.library.search(PRECEDENT).hits[0]
        draft = insert_clause(draft, workbench.library, clause.id, as_final_provisions=True).draft
        saved = Path(scratch) / "defence-cooperation.xml"
        save_draft(draft, saved)
        ours, theirs = Path(scratch) / "our-draft.xml", Path(scratch) / "their-answer.xml"
        save_draft(_reworded(draft, "shall", "undertakes to", leaves=1), ours)
        answer = new_draft("defence-cooperation", parties=PARTIES)
        save_draft(_reworded(answer, "shall", "will", leaves=2), theirs)
        treaty = Path(scratch) / "old-agreement.txt"
        export(workbench.library.agreement(clause.agreement_id), treaty)
        workbench.close()
        translators = speak(application, "en")
        for mode, suffix in ((Mode.LIGHT, ""), (Mode.DARK, "-dark")):
            theme = Theme(mode)
            theme.apply(application)
            desk = Desk(workbench, theme, state=None)
            try:
                desk.window.resize(SIZE)
                desk.window.show()
                photographer = Photographer(application, desk, folder)
                if mode is Mode.LIGHT:
                    _rooms(photographer, treaty)
                _draft(photographer, saved, theirs, suffix)
                if mode is Mode.LIGHT:
                    _merge(photographer, sent, ours, theirs)
            finally:
                desk.close()
        for translator in translators:
            application.removeTranslator(translator)


def _rooms(photographer: Photographer, treaty: Path) -> None:
    """The start page, the library, the import review."""
    desk = photographer.desk
    desk.start([])
    photographer.wait(lambda: desk.keeper.library is not None)
    photographer.take("start")
    desk.window.go(LIBRARY)
    photographer.take("library")
    desk.import_files([treaty])
    photographer.wait(desk.review.can_edit)
    photographer.take("import-review")


def _draft(photographer: Photographer, saved: Path, answer: Path, suffix: str) -> None:
    """The faces of a draft, and the clause search beside it."""
    desk = photographer.desk
    desk.start([])
    photographer.wait(lambda: desk.keeper.library is not None)
    desk.open_draft(saved)
    photographer.wait(lambda: desk.drafts.page is not None and desk.drafts.in_front())
    page = desk.drafts.page
    assert page is not None
    page.show_provision(page.session.agreement.body[2].children[0].id)
    photographer.take(f"draft{suffix}")
    if not suffix:
        desk.drawer.open_search()
        search = next(field for field in desk.drawer.findChildren(QLineEdit) if field.isVisible())
        QTest.keyClicks(search, "termination notification")
        photographer.rest(2)
        photographer.take("clause-search")
        desk.drawer.close_it()
    page.show_face(1)
    page.compare.compare_with(answer)
    photographer.wait(lambda: page.compare.redline is not None)
    photographer.rest(2)
    photographer.take(f"compare{suffix}")


def _reworded(draft: Draft, old: str, new: str, *, leaves: int) -> Draft:
    """The draft as one side would have it: other words in some places; every third it leaves alone."""
    agreement = draft.agreement
    held = [unit for unit in agreement.walk() if old in unit.text.plain and not unit.text.marks]
    for index, unit in enumerate(held[:9]):
        if index % 3 != leaves:
            agreement = set_text(agreement, unit.id, unit.text.plain.replace(old, new, 1))
    return replace(draft, agreement=agreement)


def _merge(photographer: Photographer, sent: Path, ours: Path, theirs: Path) -> None:
    """Both sides' changes brought together, at a conflict."""
    page = photographer.desk.drafts.page
    assert page is not None
    page.show_face(MERGE)
    texts = page.merge.texts
    for picker, path in zip(texts.pickers, (sent, ours, theirs), strict=True):
        picker.show_source(of_file(path, "File"))
    page.merge.run()
    photographer.wait(lambda: page.merge.settlements is not None)
    photographer.rest(2)
    page.merge.choose(Choice.OURS)
    photographer.take("merge")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/images"))
