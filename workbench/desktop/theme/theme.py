"""One `Theme` is made at the start and handed down; whoever paints asks it for colours, fonts and icons.

It follows the system's light or dark setting unless the user has chosen, and says `changed` when what it
would answer is different from before.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.desktop.theme import sheet, tokens
from workbench.settings import data

SERIF = "Source Serif 4"
SANS = "Source Sans 3"
_LOADED = "workbench-fonts"


class Mode(StrEnum):
    """What the user has chosen in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"

    @classmethod
    def _missing_(cls, value: object) -> Mode:
        return cls.SYSTEM  # a choice of a later version


class Theme(QObject):
    """Colours by role, fonts in pixels, icons by name. Make one after the QApplication."""

    changed = Signal()

    def __init__(self, mode: Mode = Mode.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._icons: dict[tuple[str, str, int, str, float], QPixmap] = {}
        self._fonts: dict[tuple[float, int, str, bool], QFont] = {}
        self._drawings = data("resources", "icons")
        self._tokens = self._table()
        _load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """What the user has chosen."""
        return self._mode

    @property
    def tokens(self) -> Mapping[str, str]:
        """The token table in force: role -> "#RRGGBB"."""
        return self._tokens

    @property
    def dark(self) -> bool:
        """Whether the paper is dark."""
        return self._tokens is tokens.DARK

    def set_mode(self, mode: Mode) -> None:
        """Choose a theme, or SYSTEM to follow the computer."""
        self._mode = mode
        self._refresh()

    def apply(self, application: QApplication) -> None:
        """Dress the application; done again by itself whenever the theme changes."""
        application.setStyle("Fusion")
        self._dress(application)
        self.changed.connect(lambda: self._dress(application))

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """The colour of a role; KeyError for a role that does not exist."""
        made = QColor(self._tokens[name])
        made.setAlpha(alpha)
        return made

    def font(self, px: float = 14, weight: int = 400, family: str = SANS, italic: bool = False) -> QFont:
        """A font of the type scale, `px` high. Hinting is off, so that zooming keeps its measures."""
        key = (px, weight, family, italic)
        made = self._fonts.get(key)
        if made is None:
            made = QFont(family)
            made.setPixelSize(max(1, round(px)))
            made.setWeight(QFont.Weight(weight))
            made.setItalic(italic)
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = made
        return QFont(made)

    def pixmap(
        self, name: str, colour: str = "ink2", size: int = 18, weight: str = "regular", ratio: float = 0.0
    ) -> QPixmap:
        """An icon as a pixmap, `size` logical pixels square, sharp at the screen's pixel ratio."""
        ratio = ratio or _highest_ratio()
        key = (name, self._tokens[colour], size, weight, ratio)
        made = self._icons.get(key)
        if made is None:
            file = self._drawings / weight / f"{name}.svg"
            made = _render(file, self._tokens[colour], size, ratio)
            self._icons[key] = made
        return made

    def icon(self, name: str, colour: str = "ink2", size: int = 18, weight: str = "regular") -> QIcon:
        """An icon for a button or an action, with its disabled look."""
        made = QIcon(self.pixmap(name, colour, size, weight))
        made.addPixmap(self.pixmap(name, "inkoff", size, weight), QIcon.Mode.Disabled)
        return made

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        table = self._table()
        if table is not self._tokens:
            self._tokens = table
            self._icons.clear()
            self.changed.emit()

    def _table(self) -> Mapping[str, str]:
        if self._mode is Mode.HIGH_CONTRAST:
            return tokens.HIGH_CONTRAST
        if self._mode is Mode.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._mode is Mode.DARK
        return tokens.DARK if dark else tokens.LIGHT

    def _dress(self, application: QApplication) -> None:
        application.setFont(self.font(14))
        application.setPalette(sheet.palette(self._tokens))
        application.setStyleSheet(sheet.style_sheet(self._tokens))


def _load_fonts() -> None:
    # Remembered on the application; to ask Qt for its families would make it look at every font there is.
    application = QGuiApplication.instance()
    if application is None or application.property(_LOADED):
        return
    application.setProperty(_LOADED, True)
    for file in sorted(data("resources", "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _highest_ratio() -> float:
    # A window may be dragged to a sharper screen; drawing for the sharpest one is never blurred.
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _render(file: Path, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = file.read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixels = QSize(round(size * ratio), round(size * ratio))
    made = QPixmap(pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, pixels.width(), pixels.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
