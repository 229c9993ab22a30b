"""The door: the window when called alone, the command line when given a verb.

This module decides between the two so that neither imports the other: the command line never loads Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the workbench; returns the exit code (0 done, 1 failed, 2 wrong use)."""
    from workbench import cli

    given = list(sys.argv[1:] if arguments is None else arguments)
    opening = cli.parse_opening(given)
    if opening is None:
        return cli.run(given)
    if not has_display():
        print("workbench: there is no display for the window; name a verb, see --help", file=sys.stderr)
        return 1
    # What is made before the first paint stays to the end: looking through it for waste costs 10 ms.
    gc.disable()
    from workbench.desktop import application

    return application.run(library=opening.library, starter=opening.starter, files=opening.files)


def has_display() -> bool:
    """Whether a window can open here. Qt would abort the process instead of saying so."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
