"""Working on a whole Word file without Python looking for waste in between.

Comparing makes hundreds of thousands of small things that stay to its end. Looking through all of them for
cycles again and again takes a third of the time and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put the search for waste off; of several at once the first to end lets it begin again."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
