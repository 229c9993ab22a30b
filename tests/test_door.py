"""The door of the program: one clear line where no window can open."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from workbench.__main__ import has_display, main


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_without_a_display_the_window_says_so() -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "workbench"], env=bare, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.startswith("workbench: there is no display")
    assert done.stderr.count("\n") == 1


def test_a_screen_or_a_platform_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_display()


def test_a_verb_needs_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates"]) == 0
    assert "defence-cooperation" in capsys.readouterr().out


def test_the_window_is_there_before_what_it_will_need_later_is_loaded() -> None:
    late = ("msgspec", "multiprocessing", "sqlalchemy", "alembic", "lxml", "docx")
    program = (
        "import sys; import workbench.cli; import workbench.desktop.application;"
        f"print([name for name in {late!r} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert told.stdout.strip() == "[]"
