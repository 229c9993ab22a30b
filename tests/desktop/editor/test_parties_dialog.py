"""The parties' names in every case: shown, corrected, written wherever they stand, and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workbench.actions.drafting import new_draft
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.parties_dialog import PartiesDialog
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Theme


@pytest.fixture
def page(theme: Theme, jobs: Jobs) -> Iterator[DraftPage]:
    draft = new_draft("memorandum", parties=["Latvijas Republika", "Igaunijas Republika"], language="lv")
    made = DraftPage(theme, jobs, draft)
    made.resize(1350, 820)
    made.show()
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


def opened(page: DraftPage) -> PartiesDialog:
    next(one for one in page.commands() if one.id == "draft.parties").run()
    return page.findChildren(PartiesDialog)[-1]


def words(page: DraftPage) -> str:
    return " ".join(f"{unit.heading.plain} {unit.text.plain}" for unit in page.session.agreement.walk())


def test_a_corrected_form_is_written_wherever_the_party_is_named(page: DraftPage) -> None:
    before = words(page)
    assert "Latvijas Republikas" in before
    dialog = opened(page)
    field = dialog.fields["LV"]["gen"]
    assert field.text() == "Latvijas Republikas"
    field.selectAll()
    QTest.keyClicks(field, "Latvju Republikas")
    QTest.keyClick(field, Qt.Key.Key_Return)
    after = words(page)
    assert "Latvju Republikas" in after
    assert "Latvijas Republikas" not in after
    assert "Igaunijas Republik" in after
    page.session.undo_stack.undo()
    assert words(page) == before


def test_nothing_changed_or_emptied_corrects_nothing(page: DraftPage) -> None:
    draft = page.session.draft
    dialog = opened(page)
    dialog.fields["EE"]["dat"].clear()
    QTest.keyClick(dialog.fields["EE"]["dat"], Qt.Key.Key_Return)
    assert page.session.draft is draft
