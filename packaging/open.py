"""What `make run` opens: the window on a copy of the starter library, or the tour where no screen is."""

from __future__ import annotations

import sys

from workbench.__main__ import has_display, main

if __name__ == "__main__":
    if not has_display():
        print("There is no display here, so the window cannot open. Running the tour instead:", flush=True)
        sys.exit(main(["tour", "tour"]))
    sys.exit(main(["--starter"]))
