"""Window or command line: what the arguments ask for, told before anything of either is loaded.

The window shall be there at once, so this file imports nothing but what Qt for Python has loaded anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Opening(NamedTuple):
    """What the window is to open with."""

    library: str | None = None
    starter: bool = False
    files: tuple[Path, ...] = ()


VERBS = (
    "outline",
    "import",
    "search",
    "similar",
    "show",
    "templates",
    "new",
    "insert",
    "amend",
    "consolidate",
    "check",
    "compare",
    "accept",
    "reject",
    "merge",
    "concordance",
    "export",
    "library",
    "tour",
)


def parse_opening(arguments: Sequence[str]) -> Opening | None:
    """What the window should open when no verb is given; None when the command line is meant.

    Anything that is neither a known option nor a file is left to the command line, which explains usage.
    """
    library: str | None = None
    starter = False
    files: list[Path] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in VERBS:
            return None
        if word == "--library" and rest:
            library = rest.pop(0)
        elif word.startswith("--library="):
            library = word.partition("=")[2]
        elif word == "--starter":
            starter = True
        elif not word.startswith("-") and Path(word).exists():
            files.append(Path(word))
        else:
            return None
    return Opening(library, starter, tuple(files))
