"""Long work beside the window: told in the window's thread, cancelled when asked, never lost."""

from __future__ import annotations

import importlib
import os
import threading
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from workbench.agreement.errors import RecordError, WorkbenchError
from workbench.agreement.progress import Progress, step
from workbench.desktop.jobs import Jobs
from workbench.desktop.workers import LostProcessError, UnexpectedError


@pytest.fixture
def deeds(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The deeds as a module that another process can import too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return importlib.import_module("worker_deeds")


def test_waiting_work_reports_in_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: set[int] = set()

    def work(progress: Progress) -> str:
        step(progress, 1, 2, "half")
        return threading.current_thread().name

    job = jobs.run("Work", work)
    job.progressed.connect(lambda _d, _t, _w: threads.add(threading.get_ident()))
    with qtbot.waitSignal(job.succeeded, timeout=5000) as done:
        pass
    assert threads == {threading.get_ident()}
    assert done.args[0] != threading.current_thread().name
    qtbot.waitUntil(lambda: not jobs.running())


def test_heavy_work_runs_in_another_process_and_reports(qtbot: QtBot, jobs: Jobs, deeds: ModuleType) -> None:
    heard: list[tuple[int, int]] = []
    job = jobs.run_heavy("Count", deeds.count_up, to=20, pause=0.01)
    job.progressed.connect(lambda done, total, _what: heard.append((done, total)))
    with qtbot.waitSignal(job.succeeded, timeout=20_000) as done:
        pass
    assert done.args[0] != os.getpid()
    assert heard
    assert all(total == 20 for _, total in heard)


def test_the_process_is_kept_for_the_next_call(qtbot: QtBot, jobs: Jobs, deeds: ModuleType) -> None:
    processes = set()
    for _ in range(4):
        job = jobs.run_heavy("Count", deeds.count_up, to=1)
        with qtbot.waitSignal(job.succeeded, timeout=20_000) as done:
            pass
        processes.add(done.args[0])
    assert len(processes) <= 2


def test_an_error_arrives_as_itself(qtbot: QtBot, jobs: Jobs, deeds: ModuleType) -> None:
    job = jobs.run_heavy("Fail", deeds.fail_on_purpose)
    with qtbot.waitSignal(job.failed, timeout=20_000) as failed:
        pass
    error = failed.args[0]
    assert isinstance(error, RecordError)
    assert error.file == "a.xml"
    assert error.sentence == RecordError(reason="torn").sentence


@pytest.mark.parametrize("work", ["fail_unforeseen", "die"])
def test_what_nobody_foresaw_is_told_in_words_and_the_next_call_works(
    qtbot: QtBot, jobs: Jobs, deeds: ModuleType, work: str
) -> None:
    job = jobs.run_heavy("Fail", getattr(deeds, work))
    with qtbot.waitSignal(job.failed, timeout=20_000) as failed:
        pass
    assert isinstance(failed.args[0], LostProcessError if work == "die" else UnexpectedError)
    for _ in range(2):
        following = jobs.run_heavy("Count", deeds.count_up, to=2)
        with qtbot.waitSignal(following.succeeded, timeout=20_000):
            pass


@pytest.mark.parametrize("deaf", [False, True])
def test_cancelling_stops_work_that_listens_and_ends_work_that_does_not(
    qtbot: QtBot, jobs: Jobs, deeds: ModuleType, deaf: bool
) -> None:
    job = (
        jobs.run_heavy("Sleep", deeds.sleep_deaf)
        if deaf
        else jobs.run_heavy("Count", deeds.count_up, to=9999, pause=0.01)
    )
    qtbot.wait(600)
    with qtbot.waitSignal(job.cancelled, timeout=15_000):
        job.cancel()
    assert not jobs.running() or jobs.running()[0].over


def test_an_error_in_a_thread_arrives_too(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_progress: Progress) -> None:
        raise RecordError(reason="torn")

    job = jobs.run("Work", work)
    with qtbot.waitSignal(job.failed, timeout=5000) as failed:
        pass
    assert isinstance(failed.args[0], WorkbenchError)
