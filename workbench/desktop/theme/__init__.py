"""The theme: fonts, colours and icons that are handed down to everything drawn.

`from workbench.desktop.theme import Theme, Mode, SERIF, SANS`.
"""

from workbench.desktop.theme.theme import SANS, SERIF, Mode, Theme

__all__ = ["SANS", "SERIF", "Mode", "Theme"]
