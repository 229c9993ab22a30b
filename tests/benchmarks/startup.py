"""How long the window takes to its first paint, beside a bare PySide6 window: `python tests/benchmarks/startup.py [--json]`.

Both are started as processes of their own, turn by turn, and timed from the start of the process to the end
of the first paint event, with warm disk caches. Where there is no display they run offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
AIM = 1.5
HERE = Path(__file__).resolve().parents[2]

_PAINTED = """
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            # After the whole first frame: queued behind the paint events that are waiting now.
            QTimer.singleShot(0, lambda: (sys.stdout.write("painted\\n"), sys.stdout.flush(), os._exit(0)))
            window.removeEventFilter(self)
        return False
"""

BARE = f"""
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{_PAINTED}
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("A bare window"))
window.resize(1440, 900)
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""

WORKBENCH = f"""
import os, sys
from workbench.__main__ import main
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow
{_PAINTED}
shown = QMainWindow.showEvent
def show(self, event):
    global window, watch
    window, watch = self, Watch()
    window.installEventFilter(watch)
    shown(self, event)
QMainWindow.showEvent = show
main(sys.argv[1:])
"""


def first_paint(program: str, *arguments: str, folder: str) -> float:
    """Milliseconds from the start of a process to its first paint."""
    environment = {**os.environ, "PYTHONPATH": str(HERE), "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    # An installed program is compiled once; a test machine may be told not to write what it compiles.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = time.perf_counter() - start
    if line.strip() != "painted":
        raise SystemExit("the window was not painted")
    return spent * 1000


def main() -> None:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    as_json = options.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "library.sqlite")
        bare, own = [], []
        for turn in range(RUNS + 1):
            times = (
                first_paint(BARE, folder=folder),
                first_paint(WORKBENCH, "--library", library, folder=folder),
            )
            if turn:  # the first only warms the caches
                bare.append(times[0])
                own.append(times[1])
    figures = {
        "bare_ms": round(statistics.median(bare)),
        "workbench_ms": round(statistics.median(own)),
        "ratio": round(statistics.median(own) / statistics.median(bare), 2),
        "aim": AIM,
    }
    if as_json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:14}{value:>8}")


if __name__ == "__main__":
    main()
