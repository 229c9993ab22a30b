"""Ctrl+C in the middle of an import: what was finished is kept, nothing is kept by half, one line says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.actions.test_importing import ENGLISH, plain
from workbench.library import Library


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as a terminal does")
def test_stopping_an_import_keeps_what_was_finished(tmp_path: Path) -> None:
    paths = [
        plain(tmp_path / f"{number:02}.txt", ENGLISH.replace("lamps", f"{number + 2} lamps"))
        for number in range(30)
    ]
    command = [sys.executable, "-m", "workbench", "--library", str(tmp_path / "library.sqlite"), "import"]
    with subprocess.Popen(
        [*command, *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"{paths[0]}: kept")
        process.send_signal(signal.SIGINT)
        out, complaint = process.communicate(timeout=180)
    assert process.returncode == 1
    assert complaint.splitlines() == ["workbench: stopped, as you asked; what was finished is kept"]
    told = 1 + out.count(": kept, ")
    with Library.open(tmp_path / "library.sqlite") as library:
        assert told <= library.info().agreements <= told + 1 < len(paths)
        assert library.verify().sound
