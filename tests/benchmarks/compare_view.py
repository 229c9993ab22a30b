"""How long the window stands still while long texts are compared, walked, decided on and merged.

    python -m tests.benchmarks.compare_view [--pages 105 200] [--json]

A draft is compared with a file on the real compare face, and three texts are merged on the merge face, all with
some hundreds of changes. A clock that should tick every 4 ms measures how long nothing could be drawn or typed:
the longest gap of each deed is printed with the most processor time of the window's own thread in one gap (on a
loaded machine a gap is longer than the work in it). Without a display it runs offscreen. The exit code is 1 where
the window's own work in one gap is over 50 ms.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.benchmarks.comparison import recorded, text
from tests.benchmarks.import_review import AIM, Clock, pause, wait
from workbench.actions.drafting import save_draft
from workbench.agreement import edits
from workbench.agreement.tree import Agreement, Draft, Party
from workbench.comparison.merging import Choice
from workbench.comparison.revision import RevisionKind
from workbench.desktop.application import TURN
from workbench.desktop.editor.draft_commands import COMPARE, DRAFT, MERGE
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Segmented
from workbench.desktop.redline.changes import Decision
from workbench.desktop.redline.filter import Filter
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.redline.sources import of_file
from workbench.desktop.theme import Mode, Theme

Figures = dict[str, dict[str, float]]
CONFLICTS = 206
EDITS = {"words": 300, "insert": 30, "delete": 30, "move": 12, "split": 6, "join": 6}
INLINE, SIDES = 0, 1


def draft_of(pages: int) -> Draft:
    """A draft of so many pages between two parties."""
    parties = (Party("LV", "Republic of Latvia"), Party("EE", "Republic of Estonia"))
    return Draft(replace(text(pages, 1), parties=parties))


def disputed(agreement: Agreement, word: str) -> Agreement:
    """One side of a merge: the third word of many paragraphs is another one."""
    for unit in [unit for article in agreement.body for unit in article.children][: 2 * CONFLICTS : 2]:
        words = unit.text.plain.split(" ")
        words[2] = word
        agreement = edits.set_text(agreement, unit.id, " ".join(words))
    return agreement


class Watch:
    """Does one thing after the other and keeps how long the window stood still for each."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.figures: Figures = {}

    def deed(self, name: str, do: Callable[[], object], over: Callable[[], bool] = lambda: True) -> None:
        """Do something, and wait until all that comes of it is done."""
        gc.collect()
        pause(40)
        self._clock.taken()
        do()
        wait(over)
        pause(80)
        found = self._clock.taken()
        before = self.figures.setdefault(name, found)
        self.figures[name] = {key: max(value, before[key]) for key, value in found.items()}


def press(widget: QWidget, key: Qt.Key) -> None:
    """A key, as the window system sends it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def click(choice: Segmented, index: int) -> None:
    """One of the choices, as with the mouse."""
    choice.findChildren(QAbstractButton)[index].click()


def at_rest(views: RedlineViews) -> bool:
    """Whether nothing is left to be set."""
    return views.at_rest


def compare(watch: Watch, page: DraftPage, path: Path) -> None:
    """Everything that is done on the compare face."""
    face = page.compare
    done: list[int] = []
    face.compared.connect(lambda: done.append(1))
    views, model = face.views, face.model

    def rest() -> bool:
        return bool(done) and at_rest(views)

    watch.deed("open", lambda: face.compare_with(path), rest)
    bar = views.inline.verticalScrollBar()
    for share in range(0, 20):
        watch.deed("scroll", partial(bar.setValue, bar.maximum() * share // 20))
    for _ in range(12):
        watch.deed("next", lambda: press(face, Qt.Key.Key_F7))
    face.show_change(model.revisions()[-2])
    for _ in range(4):
        watch.deed("round the end", lambda: press(face, Qt.Key.Key_F7))
    for key in (Qt.Key.Key_A, Qt.Key.Key_R) * 3:
        watch.deed("accept, reject one", partial(press, face, key))
    moved = Filter().with_kind(RevisionKind.REPLACED, False)
    watch.deed("filter", lambda: face.changes.use(moved))
    watch.deed("filter off", lambda: face.changes.use(Filter()))
    stack = face.decisions.stack
    watch.deed("accept all", lambda: face.decide_listed(Decision.ACCEPTED))
    watch.deed("undo all", stack.undo)
    watch.deed("redo all", stack.redo)
    watch.deed("side by side", lambda: click(face.layouts, SIDES), lambda: at_rest(views))
    bar = views.right.verticalScrollBar()
    for share in range(0, 20):
        watch.deed("scroll sides", partial(bar.setValue, bar.maximum() * share // 20))
    for _ in range(6):
        watch.deed("next, sides", lambda: press(face, Qt.Key.Key_F7))
    watch.deed("inline again", lambda: click(face.layouts, INLINE), lambda: at_rest(views))
    for place in (0.9, 0.1, 0.5):
        watch.deed("map", partial(views.map.asked.emit, place))
    for zoom in (1.25, 1.0):
        watch.deed("zoom", partial(views.set_zoom, zoom), lambda: at_rest(views))
    window = face.window()
    for width in (1100, 1350):
        watch.deed("resize", partial(window.resize, width, 830), lambda: at_rest(views))
    done.clear()
    watch.deed("take into draft", face.take, rest)
    watch.deed(
        "back to the draft", partial(page.show_face, DRAFT), lambda: page.face.page.draft_sheet.complete
    )


def merge(watch: Watch, page: DraftPage, base: Path, theirs: Path) -> None:
    """Everything that is done on the merge face."""
    face = page.merge
    face.texts.base.show_source(of_file(base, "File"))
    watch.deed(
        "merge", lambda: face.merge_with(theirs), lambda: face.settlements is not None and at_rest(face.views)
    )
    for key in (Qt.Key.Key_O, Qt.Key.Key_T, Qt.Key.Key_B):
        watch.deed("settle one", partial(press, face, key))
    stack = face.decisions.stack
    watch.deed("settle all", lambda: face.choose_for_all(Choice.OURS), lambda: at_rest(face.views))
    watch.deed("undo settling", stack.undo, lambda: at_rest(face.views))
    watch.deed("redo settling", stack.redo, lambda: at_rest(face.views))
    watch.deed("all changes", lambda: click(face.listed, 1))
    kept: list[object] = []
    face.kept.connect(lambda draft, _label: kept.append(draft))
    watch.deed("keep as draft", face.keep, lambda: bool(kept) and page.face.page.draft_sheet.complete)


def measured(theme: Theme, pages: int, folder: Path) -> Figures:
    """The figures of one length."""
    draft = draft_of(pages)
    jobs = Jobs()
    new, base, theirs = (folder / f"{name}-{pages}.xml" for name in ("new", "base", "theirs"))
    save_draft(replace(draft, agreement=recorded(draft.agreement, 2, EDITS)[0]), new)
    save_draft(draft, base)
    save_draft(replace(draft, agreement=disputed(draft.agreement, "theirs")), theirs)
    page = DraftPage(theme, jobs, draft)
    page.resize(1350, 830)
    page.show()
    wait(lambda: page.face.page.draft_sheet.complete and not jobs.running())
    clock = Clock()
    watch = Watch(clock)
    try:
        page.show_face(COMPARE)
        wait(lambda: page.compare.redline is not None and not jobs.running())
        pause(200)
        compare(watch, page, new)
        page.session.apply_draft("Disputed", replace(draft, agreement=disputed(draft.agreement, "ours")))
        wait(lambda: not jobs.running())
        page.show_face(MERGE)
        merge(watch, page, base, theirs)
    finally:
        page.close_draft()
        page.close()
        jobs.close()
    return watch.figures


def main() -> int:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, nargs="+", default=[105, 200])
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(Mode.LIGHT)
    theme.apply(application)
    sys.setswitchinterval(TURN)  # as the program does
    with tempfile.TemporaryDirectory() as scratch:
        found = {pages: measured(theme, pages, Path(scratch)) for pages in chosen.pages}
    if chosen.json:
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        for pages, figures in found.items():
            sys.stdout.write(f"{pages} pages\n")
            for name, of in figures.items():
                longest, own, over = of["longest_ms"], of["own_ms"], of["over"]
                sys.stdout.write(
                    f"  {name:20} longest {longest:5} ms (own work {own:4}), over {AIM} ms: {over}\n"
                )
    return int(any(of["over"] for figures in found.values() for of in figures.values()))


if __name__ == "__main__":
    raise SystemExit(main())
