"""How a benchmark tells its figures: a line each, or with `--json` one document."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable


def told(run: Callable[[], dict[str, float]], about: str | None) -> dict[str, float]:
    """Take the measures and print them as the command line asks; `about` is what `--help` says."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    found = run()
    if as_json:
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        for name, value in found.items():
            sys.stdout.write(f"{name:16} {value:10.1f}\n")
    return found
