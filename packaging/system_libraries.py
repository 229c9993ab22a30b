"""Name the Debian packages whose shared libraries Qt needs and this machine lacks.

Run as `python packaging/system_libraries.py run|test`; prints the packages on one line, nothing when all
is there. Only the standard library, because it runs before anything is known to work.
"""

from __future__ import annotations

import ctypes
import shutil
import sys

# What PySide6's xcb platform plug-in, its OpenGL start-up and its fonts load at run time.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# The tests open real windows on a screen of their own.
PROGRAMS_FOR_TESTS = {"Xvfb": "xvfb"}


def missing_packages(purpose: str) -> list[str]:
    """The Debian packages to install before the window can open (and, for `test`, be tested)."""
    packages = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    if purpose == "test":
        packages += [package for program, package in PROGRAMS_FOR_TESTS.items() if not shutil.which(program)]
    return packages


if __name__ == "__main__":
    print(" ".join(missing_packages(sys.argv[1] if len(sys.argv) > 1 else "run")))
