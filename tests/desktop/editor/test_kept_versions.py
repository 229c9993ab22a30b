"""Versions kept under a label: what the draft said then can be compared with, wherever it is saved later."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import identity
from workbench.agreement.edits import set_text
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.jobs import Jobs
from workbench.desktop.redline.sources import Source
from workbench.desktop.theme import Theme
from workbench.library import Library


@pytest.fixture
def library(tmp_path: Path, empty_library: Path) -> Iterator[Library]:
    shutil.copy(empty_library, tmp_path / "library.sqlite")
    with Library.open(str(tmp_path / "library.sqlite")) as opened:
        yield opened


@pytest.fixture
def page(theme: Theme, jobs: Jobs, agreement: Agreement, library: Library) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, Draft(agreement), author="A. Ozola", library=library)
    made.resize(1350, 820)
    made.show()
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


def keep(page: DraftPage, qtbot: QtBot, label: str) -> None:
    next(command for command in page.commands() if command.id == "draft.version").run()
    question = page.face.question
    QTest.keyClicks(question.field, label)
    with qtbot.waitSignal(page.versions.kept, timeout=5000):
        QTest.keyClick(question.field, Qt.Key.Key_Return)


def offered(page: DraftPage, label: str) -> Source:
    return next(source for source in page.compare.texts.offers() if source.title == label)


def said(source: Source) -> str:
    tree = source.load()
    assert isinstance(tree, Agreement)
    unit = tree.find(identity(21))
    assert unit is not None
    return unit.text.plain


def test_a_kept_version_says_what_the_draft_said_then(page: DraftPage, qtbot: QtBot, tmp_path: Path) -> None:
    first = page.session.agreement.find(identity(21))
    assert first is not None
    keep(page, qtbot, "As sent")
    page.session.apply("Edit", set_text(page.session.agreement, identity(21), Text("Both sides changed.")))
    keep(page, qtbot, "Second round")
    assert [source.title for source in page.compare.texts.offers()][2:] == ["Second round", "As sent"]

    assert said(offered(page, "As sent")) == first.text.plain
    assert said(offered(page, "Second round")) == "Both sides changed."

    with qtbot.waitSignal(page.saving.saved, timeout=5000):
        page.saving.save(tmp_path / "draft.xml")
    qtbot.waitUntil(lambda: not page.jobs.running(), timeout=5000)
    assert said(offered(page, "As sent")) == first.text.plain, "its versions follow a draft to its first file"
    assert [source.title for source in page.merge.texts._offers()][2:] == ["Second round", "As sent"]


def test_without_a_library_no_version_is_offered(theme: Theme, jobs: Jobs, agreement: Agreement) -> None:
    made = DraftPage(theme, jobs, Draft(agreement), author="A. Ozola")
    made.show()
    command = next(command for command in made.commands() if command.id == "draft.version")
    assert made.writing
    assert not command.enabled()
    assert len(made.compare.texts.offers()) == 2
    made.close_draft()
    made.close()
    made.deleteLater()
