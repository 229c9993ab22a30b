"""A process of its own for what keeps a processor busy: recognising, comparing, indexing.

Pure Python work in a thread shares the interpreter with the window and makes typing stutter; in another
process it does not. One `Worker` is one such process, kept warm between calls. It is spoken to over a pipe:
the call goes in, reports come out while it runs, then the result or the error. A worker that does not heed
a cancellation is ended and replaced.
"""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.agreement.errors import Cancelled, WorkbenchError
from workbench.agreement.progress import Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE = 2.0
_GIVE_WAY = 10
_BETWEEN_REPORTS = 0.03  # seconds; more often than the screen is drawn helps nobody


class UnexpectedError(WorkbenchError):
    """Work failed in a way nobody foresaw; `details` holds the traceback for a report."""

    code = "desktop.unexpected"
    message = "an unexpected error occurred ({reason}); your draft is safe, please report it"

    def __init__(self, *, reason: str, details: str = "") -> None:
        super().__init__(reason=reason)
        self.details = details


class LostProcessError(WorkbenchError):
    """The process that did the work is gone: killed from outside, or out of memory."""

    code = "desktop.process-lost"
    message = "the work stopped half-way, because its process was ended; try again, or with a smaller file"


class Worker:
    """One process. `call` blocks, so it is called from a thread of the pool, one call at a time.

    `patience` is how many seconds a cancelled call may go on before its process is ended.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._process: SpawnProcess | None = None
        self._line: Connection[Any, Any] | None = None
        self._calls = 0

    def call(
        self, function: Callable[..., object], arguments: Mapping[str, object], progress: Progress
    ) -> object:
        """Run `function(**arguments, progress=...)` in the process and return what it returns.

        The function is found by its name, so it stands at the top of a module. Raises what it raises.
        """
        self._calls += 1
        line = self._sent(("call", self._calls, function, dict(arguments)))
        asked_at: float | None = None
        while True:
            try:
                message = line.recv() if line.poll(0.02) else None
            except (EOFError, ConnectionError) as lost:
                self.end()
                raise LostProcessError from lost
            if message is None:
                if progress.cancelled():
                    if asked_at is None:
                        asked_at = time.monotonic()
                        line.send(("stop", self._calls))
                    if time.monotonic() - asked_at > self._patience:
                        self.end()
                        raise Cancelled
                continue
            kind, content = message
            if kind == "step":
                progress.advance(*content)
            elif kind == "result":
                return content
            else:
                raise _revived(content)

    @property
    def process(self) -> int | None:
        """The id of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def end(self) -> None:
        """End the process; the next call starts another."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(_PATIENCE)
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _sent(self, call: tuple[object, ...]) -> Connection[Any, Any]:
        """Send a call; a process that ended while it had nothing to do is replaced first."""
        line = self._connected()
        try:
            line.send(call)
        except ConnectionError:
            self.end()
            line = self._connected()
            line.send(call)
        return line

    def _connected(self) -> Connection[Any, Any]:
        if self._process is None or self._line is None:
            import multiprocessing  # in the thread that first has work, not before the first paint

            context = multiprocessing.get_context("spawn")
            here, there = context.Pipe()
            process = context.Process(target=serve, args=(there,), daemon=True, name="workbench-worker")
            process.start()
            self._process = process
            there.close()
            self._line = here
        return self._line


class _Reports:
    """The `Progress` inside the process."""

    def __init__(self, line: Connection[Any, Any], call: int) -> None:
        self._line, self._call = line, call
        self._last, self._stopped = 0.0, False

    def advance(self, done: int, total: int, what: str = "") -> None:
        now = time.monotonic()
        if now - self._last >= _BETWEEN_REPORTS or done >= total:
            self._last = now
            self._line.send(("step", (done, total, what)))

    def cancelled(self) -> bool:
        while self._line.poll():
            kind, call, *_ = self._line.recv()
            self._stopped = self._stopped or (kind == "stop" and call == self._call)
        return self._stopped


def serve(line: Connection[Any, Any]) -> None:
    """The whole life of the process: take a call, do it, answer, until the window is gone."""
    if hasattr(os, "nice"):
        os.nice(_GIVE_WAY)  # on a small machine the window comes first
    while True:
        try:
            kind, call, *asked = line.recv()
        except (EOFError, ConnectionError, KeyboardInterrupt):
            return
        if kind != "call":
            continue  # a wish to stop that came when the work was done
        function, arguments = asked
        try:
            answer = ("result", function(**arguments, progress=_Reports(line, call)))
        except WorkbenchError as error:
            answer = ("error", (type(error), error.file, error.values))
        except Exception as error:
            answer = ("error", (UnexpectedError, None, _described(error)))
        try:
            line.send(answer)
        except (BrokenPipeError, ConnectionError):
            return


def _described(error: Exception) -> dict[str, str]:
    return {"reason": f"{type(error).__name__}: {error}", "details": traceback.format_exc()}


def _revived(content: tuple[type[WorkbenchError], str | None, dict[str, str]]) -> WorkbenchError:
    kind, file, values = content
    if kind is UnexpectedError:
        return UnexpectedError(reason=values.get("reason", ""), details=values.get("details", ""))
    return kind(file=file, **values)
