"""What was written and not saved is there again after the program has ended without asking."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.hands import Hands
from tests.e2e.test_main_job import begin_draft
from workbench.desktop.desk import Desk


def test_unsaved_words_come_back(open_desk: Callable[[], Desk], hands: Hands) -> None:
    first = open_desk()
    draft = begin_draft(first, hands)
    draft.show_provision(draft.session.agreement.body[0].children[0].id)
    hands.keys(draft.face.page, "In good faith and without delay, ")
    written = draft.session.agreement
    hands.wait(lambda: "kept in safety" in draft.status().saved)
    first.close()  # no question, no save: as when the power goes
    first.window.hide()

    second = open_desk()
    hands.press(second.start_page, "Restore")
    hands.wait(lambda: second.drafts.page is not None and second.drafts.in_front())
    restored = second.drafts.page
    assert restored is not None
    assert restored.session.agreement == written
    assert "In good faith and without delay, " in restored.face.page.toPlainText()
