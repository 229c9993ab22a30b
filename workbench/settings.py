"""Where things lie on this machine, and what the user has chosen.

The lowest layer: it imports nothing of the house. `data()` finds the files that travel with the program,
both in a checkout and in an installed wheel.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs

APPLICATION = "treaty-workbench"


def data(*parts: str) -> Path:
    """A file or folder shipped with the program: `data("resources", "states.toml")`.

    Its first part is one of `resources`, `templates`, `db`.
    """
    here = Path(__file__).resolve().parent
    installed = here / "_data"
    root = installed if installed.is_dir() else here.parent
    return root.joinpath(*parts)


def user_data() -> Path:
    """The user's data folder, made when missing: library, own templates, autosave."""
    folder = Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def default_library() -> Path:
    """The SQLite file of the user's own library."""
    return user_data() / "library.sqlite"
