"""The command line: the same use cases as the window, for scripts and for checks.

`run` is the whole of it; `parse_opening` tells whether the arguments ask for the window instead. Exit codes:
0 done, 1 failed or error findings, 2 wrong use. An error is one line on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.cli.opening import VERBS, Opening, parse_opening

if TYPE_CHECKING:
    from argparse import ArgumentParser

__all__ = ["VERBS", "Opening", "build", "parse_opening", "run"]


def build() -> ArgumentParser:
    """The parser of the whole command line; loaded only where there is a command line."""
    from workbench.cli import parser

    return parser.build()


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    from workbench.agreement.errors import WorkbenchError

    options = build().parse_args(_library_first(list(arguments)))
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except WorkbenchError as error:
        print(f"workbench: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("workbench: stopped, as you asked; what was finished is kept", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of a pipe had enough; Python would complain once more at exit
        sys.stderr.close()
        return 0
    except OSError as error:  # a disk that is full, a folder taken away: what no room can foresee
        place = f"{error.filename}: " if error.filename else ""
        reason = error.strerror or error
        print(f"workbench: {place}{reason}; check the place and your access to it", file=sys.stderr)
        return 1


def _library_first(arguments: list[str]) -> list[str]:
    """Put `--json` and `--library` behind the verb, so that they may stand on either side of it."""
    early: list[str] = []
    while arguments and arguments[0] not in VERBS:
        if arguments[0] == "--library" and len(arguments) > 1:
            early += [arguments.pop(0), arguments.pop(0)]
        elif arguments[0] == "--json" or arguments[0].startswith("--library="):
            early.append(arguments.pop(0))
        else:
            return early + arguments
    return arguments[:1] + early + arguments[1:]
