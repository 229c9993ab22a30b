"""How long the window stands still while many files are imported, looked through and kept.

    python tests/benchmarks/import_review.py [--corpus DIR] [--files 30] [--json]

Thirty agreements of up to 300 pages go through the real import review: read, looked at one after the other,
corrected, kept. A clock that should tick every 4 ms measures how long nothing could be drawn or typed; the
longest gap of each part is printed, and the most processor time of the window's own thread in one gap (on a
loaded machine a gap is longer than the work in it). Without a display it runs offscreen. With `--corpus` the files
are real ones from a folder.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from workbench.actions.workbench import Workbench
from workbench.agreement.tree import Kind
from workbench.desktop.application import TURN
from workbench.desktop.desk import Desk
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queued_file import OVER, QueuedFile, Stage
from workbench.desktop.theme import Mode, Theme
from workbench.settings import SettingsFile

TICK = 4
AIM = 50
SUBJECTS = ("lakes", "rivers", "forests", "harbours", "railways", "archives", "museums", "orchards")


def invented(turn: int) -> str:
    """An agreement of our own wording; every tenth is a long one (some 40 000 words), the first the longest."""
    subject = f"{SUBJECTS[turn % len(SUBJECTS)]} of the {turn + 1}th district"
    articles = 900 if turn == 0 else 120 if turn % 10 == 5 else 14
    body = "\n".join(
        f"""Article {number}
Care of {subject}, part {number}

1. The Parties shall care for the {subject} in the manner which each of them finds best, and shall tell the
other Party of what was done, of what it cost and of who did it, not later than the end of the year.

2. Each Party shall:

(a) name an authority for the purposes of paragraph {number};

(b) send a report in the English language;

3. Paragraph 1 of Article {max(1, number - 1)} applies to what was begun before this Agreement.
"""
        for number in range(1, articles + 1)
    )
    return f"""AGREEMENT
BETWEEN
THE REPUBLIC OF LATVIA AND THE REPUBLIC OF MOLDOVA
ON THE CARE OF {subject.upper()}

The Republic of Latvia and the Republic of Moldova, hereinafter referred to as the “Parties”,

RECOGNISING that the {subject} are of use to their peoples;

Have agreed as follows:

{body}
Article {articles + 1}
Entry into force

This Agreement shall enter into force on the date of the last notification.

Done at Riga on 4 May 2021 in two originals, each in the English language.

For the Republic of Latvia                       For the Republic of Moldova
"""


class Clock:
    """Ticks in the window's thread and keeps the longest gap and the most work in one, in milliseconds."""

    def __init__(self) -> None:
        self.longest, self.own, self.over = 0.0, 0.0, 0
        self._wall, self._work = time.perf_counter(), time.thread_time()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(TICK)
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def tick(self) -> None:
        """Measure the gap since the tick before."""
        wall, work = time.perf_counter(), time.thread_time()
        gap, own = (wall - self._wall) * 1000 - TICK, (work - self._work) * 1000
        self.longest, self.own = max(self.longest, gap), max(self.own, own)
        self.over += own > AIM
        self._wall, self._work = wall, work

    def taken(self) -> dict[str, float]:
        """The figures since the last time; `over` counts the gaps with more work of ours than the aim."""
        found: dict[str, float] = {
            "longest_ms": round(self.longest),
            "own_ms": round(self.own),
            "over": self.over,
        }
        self.longest, self.own, self.over = 0.0, 0.0, 0
        return found


def wait(until: Callable[[], bool], seconds: float = 240) -> None:
    """Let the window work until something is so."""
    loop, end = QEventLoop(), time.monotonic() + seconds
    look = QTimer()
    look.setInterval(20)
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > end else None)
    look.start()
    loop.exec()
    if not until():
        raise SystemExit("the import did not come to its end")


def measure(desk: Desk, paths: list[Path], clock: Clock) -> dict[str, dict[str, float]]:
    """Import, look through, correct and keep; the longest gap of each part."""
    queue, page = desk.queue, None
    figures: dict[str, dict[str, float]] = {}
    clock.taken()
    desk.import_files([])
    wait(lambda: desk.window.room == "review")
    pause(100)
    page = desk.review
    figures["first visit"] = clock.taken()
    desk.import_files(paths)
    wait(lambda: all(file.stage is Stage.REVIEW or file.stage in OVER for file in queue.files))
    wait(lambda: not desk.jobs.running())
    figures["reading"] = clock.taken()
    for file in queue.files:
        page.files.look_at(file)
        pause(60)
    figures["looking"] = clock.taken()
    for file in queue.files:
        correction = looked_at(desk, file)
        if correction is None:
            continue
        units = correction.agreement.of_kind(Kind.ARTICLE)
        if units:
            page.tree.look_at(units[-1].id)
            page.do("demote")
            pause(20)
            desk.undoing.undo()
            pause(20)
    figures["correcting"] = clock.taken()
    kept(desk, queue)
    figures["keeping"] = clock.taken()
    return figures


def looked_at(desk: Desk, file: QueuedFile) -> Correction | None:
    """Go to a file of the queue; its correction once it is there, None for one that is over."""
    desk.review.files.look_at(file)
    wait(lambda: file.stage in OVER or (file.stage is Stage.REVIEW and file.correction is not None))
    pause(40)
    return file.correction


def kept(desk: Desk, queue: ImportQueue) -> None:
    """Keep every file, as somebody does who presses Ctrl+Enter again and again."""
    for file in queue.files:
        if looked_at(desk, file) is not None:
            desk.review.keep()
            pause(30)
    wait(lambda: all(file.stage in OVER for file in queue.files))
    wait(lambda: not desk.jobs.running())


def pause(milliseconds: int) -> None:
    """Let the window rest."""
    end = time.monotonic() + milliseconds / 1000
    wait(lambda: time.monotonic() > end)


def files(folder: Path, corpus: Path | None, count: int) -> list[Path]:
    """The files to import, each different from the others."""
    made = []
    if corpus is None:
        for turn in range(count):
            made.append(folder / f"{turn:03}.txt")
            made[-1].write_text(invented(turn), encoding="utf-8")
        return made
    real = sorted(path for path in corpus.rglob("*") if path.suffix in (".txt", ".docx", ".pdf"))
    for turn, path in enumerate(islice(cycle(real), count)):
        made.append(folder / f"{turn:03}-{path.name}")
        data = path.read_bytes()
        made[-1].write_bytes(data + f"\n{turn}\n".encode() if path.suffix == ".txt" else data)
    return made


def main() -> None:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path)
    options.add_argument("--files", type=int, default=30)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        workbench = Workbench(str(folder / "library.sqlite"), file=SettingsFile(folder / "settings.json"))
        theme = Theme(Mode.LIGHT)
        theme.apply(application)
        desk = Desk(workbench, theme, state=None)
        desk.window.show()
        sys.setswitchinterval(TURN)  # as the program does
        desk.start()
        desk.warm_up()
        wait(lambda: desk.keeper.library is not None and not desk.jobs.running())
        clock = Clock()
        try:
            figures = measure(desk, files(folder, chosen.corpus, chosen.files), clock)
        finally:
            desk.close()
    if chosen.json:
        print(json.dumps(figures))
        return
    for part, found in figures.items():
        longest, own, over = found["longest_ms"], found["own_ms"], found["over"]
        print(f"{part:12}  longest {longest:5} ms (own work {own:4}), over {AIM} ms: {over}")


if __name__ == "__main__":
    main()
