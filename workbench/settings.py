"""Where things lie on this machine, and what the user has chosen.

The lowest layer: it imports nothing of the house. `data()` finds the files that travel with the program,
both in a checkout and in an installed wheel.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

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
    """The user's data folder: library, own templates, choices. Whoever writes there makes it."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def default_library() -> Path:
    """The SQLite file of the user's own library."""
    return user_data() / "library.sqlite"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen. `theme`: "system", "light", "dark" or "contrast"; `interface`: a language.

    `delegation` and `initials` are how her own side signs proposals and redlines; `library` is the path or
    address of her library, None for the one in the data folder.
    """

    theme: str = "system"
    interface: str = "en"
    delegation: str = ""
    initials: str = ""
    library: str | None = None
    zoom: int = 100


class SettingsFile:
    """Where the choices are kept between sessions. A file damaged or out of reach is never an obstacle."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """The choices made so far; the usual ones where nothing was chosen yet."""
        try:
            written = self.path.read_bytes()
        except OSError:
            return Settings()
        try:
            return _decoded(written)
        except ValueError:
            # The window must open whatever happened to this file; the old one stays for inspection.
            with suppress(OSError):
                self.path.replace(self.path.with_suffix(".damaged"))
            return Settings()

    def save(self, settings: Settings) -> None:
        """Keep the choices."""
        import json

        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
        part.replace(self.path)


def _decoded(written: bytes) -> Settings:
    """The choices in a file; ValueError where it is damaged. What a later version added is passed over.

    By hand, because the window reads this before its first paint and msgspec takes longer to load than that.
    """
    import json

    found = json.loads(written)
    if not isinstance(found, dict):
        raise ValueError(found)
    chosen = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
    usual = asdict(Settings())
    for name, value in chosen.items():
        kind = str if usual[name] is None else type(usual[name])
        if type(value) is not kind and not (value is None and usual[name] is None):
            raise ValueError(name)
    return Settings(**chosen)


def settings_file() -> SettingsFile:
    """The choices of this user on this machine."""
    return SettingsFile(user_data() / "settings.json")
