"""Which library a command means, and opening it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workbench.settings import default_library

if TYPE_CHECKING:
    from workbench.library import Library


def open_library(options: argparse.Namespace) -> Library:
    """The library a command works on."""
    from workbench.library import Library

    return Library.open(location(options))


def location(options: argparse.Namespace) -> str:
    """Where that library is: a path, or the address of a shared one."""
    return str(options.library or default_library())
