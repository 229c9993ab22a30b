"""What people see: a progress bar on a terminal, one finding or clause a line."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable

from workbench.agreement.findings import Finding, Severity

_SIGNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PATIENCE = 0.3  # seconds before a bar appears
_WIDTH = 30


class Bar:
    """A `Progress` that draws on standard error, where that is a terminal, once work takes a while."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()
        self._since = time.monotonic()
        self._drawn = ""

    def advance(self, done: int, total: int, what: str = "") -> None:
        """Redraw when the picture changes."""
        if not self._visible or time.monotonic() - self._since < _PATIENCE:
            return
        filled = _WIDTH * done // total if total else 0
        columns = shutil.get_terminal_size().columns
        line = f"[{'█' * filled}{'·' * (_WIDTH - filled)}] {what}"[: columns - 1]
        if line != self._drawn:
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
            self._drawn = line

    def cancelled(self) -> bool:
        """Ctrl+C raises by itself."""
        return False

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed in its place."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = ""

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


def counted(number: int, what: str) -> str:
    """A number with its noun: 1 clause, 2 clauses."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def print_findings(findings: Iterable[Finding], *, indent: str = "") -> None:
    """One finding a line: severity, place, sentence."""
    for finding in findings:
        place = f"{finding.locator}: " if finding.locator else ""
        print(f"{indent}{_SIGNS[finding.severity]}: {place}{finding.message} [{finding.code}]")


def complain(sentence: str) -> None:
    """One line on standard error."""
    print(f"workbench: {sentence}", file=sys.stderr)


def exit_code(findings: tuple[Finding, ...]) -> int:
    """1 where a finding is an error, else 0."""
    return 1 if any(found.severity is Severity.ERROR for found in findings) else 0
