"""What `make run` opens: the window on a copy of the starter library, or the tour where no screen is."""

from __future__ import annotations

import os
import sys

from workbench.__main__ import main

if __name__ == "__main__":
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        print("There is no display here, so the window cannot open. Running the tour instead:", flush=True)
        sys.exit(main(["tour", "tour"]))
    sys.exit(main(["--starter"]))
