"""How long a key press takes in a long draft: `python -m tests.benchmarks.editor [--json]`.

A draft of about 200 pages (some 95 000 words, 2 100 provisions) is opened with outline and inspector beside it and typed into; each
time is from the key press until the page is painted. Where there is no display it runs offscreen.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from uuid import UUID

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import told
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Party, Provision, new_id
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Mode, Theme

ARTICLES = 100
SENTENCE = (
    "The competent authorities of the Parties keep each other informed of risks that may affect the territory "
    "of the other State, in particular of floods, forest fires and storms expected in the border area. "
)


def long_draft() -> Draft:
    """A draft of `ARTICLES` articles with eight paragraphs each, every other one with three points."""

    def paragraph(index: int) -> Provision:
        points = tuple(Provision(new_id(), Kind.POINT, Text(SENTENCE)) for _ in range(3))
        return Provision(new_id(), Kind.PARAGRAPH, Text(SENTENCE * 2), children=points if index % 2 else ())

    body = tuple(
        Provision(
            new_id(),
            Kind.ARTICLE,
            heading=Text("Information"),
            children=tuple(paragraph(i) for i in range(8)),
        )
        for _ in range(ARTICLES)
    )
    parties = (Party("LV", "Republic of Latvia"), Party("EE", "Republic of Estonia"))
    return Draft(Agreement(id=AgreementId(UUID(int=1)), language="en", parties=parties, body=body))


def measured(deed: Callable[[], object], application: QApplication) -> float:
    """Milliseconds until the deed is done and painted."""
    start = time.perf_counter()
    deed()
    application.processEvents()
    return (time.perf_counter() - start) * 1000


def run() -> dict[str, float]:
    """All numbers, in milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(Mode.LIGHT)
    theme.apply(application)
    draft = long_draft()
    words = sum(len(unit.words.split()) for unit in draft.agreement.body)
    jobs = Jobs()
    opened = time.perf_counter()
    whole = DraftPage(theme, jobs, draft)
    opened = (time.perf_counter() - opened) * 1000
    page = whole.face.page
    whole.resize(1350, 830)
    whole.show()
    application.processEvents()
    pauses = []
    while not page.draft_sheet.complete:
        pauses.append(measured(lambda: None, application))
    page.go(Place(draft.agreement.body[ARTICLES - 10].children[4].id, Part.TEXT, 40))
    application.processEvents()
    keys = [
        measured(partial(QTest.keyClicks, page, char), application)
        for char in "without delay and through diplomatic channels " * 4
    ]
    enters = [
        measured(partial(QTest.keyClick, page, key), application)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace) * 5
    ]
    bar = page.verticalScrollBar()
    scrolls = [
        measured(partial(bar.setValue, y), application)
        for y in range(0, bar.maximum(), max(1, bar.maximum() // 40))
    ]
    whole.close_draft()
    whole.close()
    jobs.close()
    return {
        "words": float(words),
        "open": round(opened, 1),
        "setting_worst": round(max(pauses, default=0.0), 1),
        "setting_all": round(sum(pauses), 1),
        "key_median": round(statistics.median(keys), 2),
        "key_worst": round(max(keys), 2),
        "enter_median": round(statistics.median(enters), 2),
        "scroll_median": round(statistics.median(scrolls), 2),
        "scroll_worst": round(max(scrolls), 2),
    }


def main() -> int:
    """Print the numbers; the exit code is 1 when a key press or a portion of opening is slower than promised."""
    found = told(run, __doc__)
    slow = found["key_median"] > 16 or found["key_worst"] > 50 or found["setting_worst"] > 50
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
