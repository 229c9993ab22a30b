"""The workbench as a whole: one library, one set of choices, handed down from `main`; no globals anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.settings import Settings, SettingsFile, default_library, settings_file, user_data

if TYPE_CHECKING:
    from workbench.library import Library


class Workbench:
    """What the window is built on. The library opens when first asked for, after the first paint.

    `location` is a path or an address; `starter` opens this user's own copy of the starter library instead.
    """

    def __init__(
        self, location: str | None = None, *, starter: bool = False, file: SettingsFile | None = None
    ) -> None:
        self._file = file or settings_file()
        self.settings = self._file.load()
        self.starter = starter
        if starter:
            self.location = str(user_data() / "starter-library.sqlite")
        else:
            self.location = location or self.settings.library or str(default_library())
        self._library: Library | None = None

    @property
    def library(self) -> Library:
        """The library, opened (and made or migrated) the first time. Raises a `LibraryError`."""
        if self._library is None:
            from workbench.library import Library

            library = Library.open(self.location)
            if self.starter and library.info().agreements == 0:
                from workbench.actions.importing import install_starter

                install_starter(library)
            self._library = library
        return self._library

    def choose(self, settings: Settings) -> None:
        """Keep changed choices."""
        self.settings = settings
        self._file.save(settings)

    def use_library(self, location: str) -> Library:
        """Open another library in place of this one, and remember it; the old one stays open on an error."""
        from workbench.library import Library

        library = Library.open(location)
        self.close()
        self._library, self.location, self.starter = library, location, False
        self.choose(replace(self.settings, library=location))
        return library

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()
            self._library = None
