"""What the faces of a redline say in banners above the text: what was written, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.agreement.errors import WorkbenchError
from workbench.desktop.kit import Action, Banner, Banners
from workbench.desktop.theme import Theme


class Telling(Banners):
    """One banner at a time, which can be closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.setContentsMargins(16, 8, 16, 8)

    def say(self, fact: str, rest: str = "", *, severity: str, actions: Sequence[Action] = ()) -> None:
        """Say something instead of what was said before."""
        self.clear()
        self.show_banner(
            Banner(self._theme, fact, rest, severity=severity, actions=actions, close_name=self.tr("Close"))
        )

    def written(self, path: Path) -> None:
        """A file was written."""
        self.say(self.tr("Written: %1").replace("%1", path.name), severity="success")

    def failed(self, error: object) -> None:
        """Something could not be done; the sentence says what to do."""
        file = Path(error.file).name if isinstance(error, WorkbenchError) and error.file else ""
        said = error.sentence if isinstance(error, WorkbenchError) else str(error)
        said = said[:1].upper() + said[1:] + ("" if said.endswith(".") else ".")
        self.say(self.tr("That did not work."), f"{file}: {said}" if file else said, severity="error")
