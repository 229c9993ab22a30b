"""Amending and templates from the window: real files, the real dialog, the draft that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.agreements import WATER, written
from workbench.actions.drafting import new_draft
from workbench.desktop.beginning.amending import VersionsDialog
from workbench.desktop.desk import Desk
from workbench.desktop.kit import Field, LineEdit
from workbench.drafting import templates

LONG = 60_000


def type_path(field: Field, path: Path) -> None:
    assert isinstance(field.field, LineEdit)
    field.field.setText(str(path))


def dialog_of(desk: Desk) -> VersionsDialog:
    return desk.window.findChildren(VersionsDialog)[-1]


def put_away(desk: Desk) -> None:
    assert desk.drafts.page is not None
    desk.drafts.page.session.undo_stack.clear()
    desk.drafts.page.saving.give_up()


def test_two_versions_give_a_protocol_and_the_protocol_gives_the_newer_version(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    old = written(tmp_path, "old.txt", WATER)
    new = written(tmp_path, "new.txt", WATER.replace("six months' written", "twelve months' written"))
    assert desk.commands.run("draft.amend")
    dialog = dialog_of(desk)
    assert not dialog.draft.isVisible(), "no draft lies on the desk"
    type_path(dialog.first, tmp_path / "nowhere.txt")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.first.error
    type_path(dialog.first, old)
    type_path(dialog.second, new)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.drafts.page is not None, timeout=LONG)
    page = desk.drafts.page
    assert page is not None
    words = "\n".join(unit.words for unit in page.session.agreement.units())
    assert "twelve" in words
    assert "rotocol" in page.session.agreement.title_text or "PROTOCOL" in page.session.agreement.title_text
    put_away(desk)


def test_what_cannot_be_amended_is_said_in_the_dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    old = written(tmp_path, "old.txt", WATER)
    desk.amending.ask_amend()
    dialog = dialog_of(desk)
    type_path(dialog.first, old)
    type_path(dialog.second, old)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog._error.whole), timeout=LONG)
    assert dialog.isVisible()
    assert dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.drafts.page is None


def test_a_draft_is_kept_as_a_template_and_listed_as_ones_own(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(templates, "user_data", lambda: own)
    assert desk.drafts.put(new_draft("memorandum", parties=("Latvia", "Estonia")))
    page = desk.drafts.page
    assert page is not None
    assert desk.commands.run("draft.template")
    question = page.face.question
    question.field.setText("lake-memo")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    qtbot.waitUntil((own / "templates" / "lake-memo" / "en.xml").is_file, timeout=LONG)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)
    desk.window.go("templates")
    listed = desk.beginning.templates.list
    qtbot.waitUntil(lambda: listed.current() is not None, timeout=LONG)
    listed.look_at("lake-memo")
    info = listed.current()
    assert info is not None
    assert (info.slug, info.own) == ("lake-memo", True)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)
    put_away(desk)
