"""The colours of the look, by role: one table for light, one for dark, one for high contrast.

Every colour on the screen comes from here: the style sheet, the palette and everything painted. A role is
named for what it says ("insertion", "brass" for doubt), never for where it happens to be used.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LIGHT = {
    "desk": "#ECE9E3",
    "frame": "#F4F2ED",
    "surface": "#FAF9F6",
    "raised": "#FFFFFF",
    "paper": "#FFFFFF",
    "sunken": "#F1EFEA",
    "line": "#DEDAD2",
    "line2": "#C9C3B8",
    "edge": "#8C8578",
    "ink": "#1D1B17",
    "ink2": "#4F4A42",
    "ink3": "#6A645A",
    "inkoff": "#A39C90",
    "accent": "#1C4266",
    "onaccent": "#FFFFFF",
    "accent_hover": "#2A5782",
    "accent_tint": "#E1E9F1",
    "accent_line": "#B7C8DA",
    "focus": "#2F74C0",
    "brass": "#765200",
    "brass_tint": "#FBF2D9",
    "brass_line": "#A8790D",
    "red": "#A3211B",
    "red_tint": "#FAE8E5",
    "red_line": "#D9958F",
    "green": "#1D6840",
    "green_tint": "#E3F1E8",
    "green_line": "#86BB9B",
    "delegation_a": "#69307F",
    "delegation_a_tint": "#F3EAF7",
    "delegation_a_on": "#FFFFFF",
    "delegation_b": "#994200",
    "delegation_b_tint": "#FCEDE0",
    "delegation_b_on": "#FFFFFF",
    "delegation_c": "#0B6468",
    "delegation_c_tint": "#E0F1F1",
    "delegation_c_on": "#FFFFFF",
    "insertion": "#0A4FAE",
    "insertion_tint": "#E5EEFB",
    "deletion": "#A3211B",
    "deletion_tint": "#FAE8E5",
    "move": "#0A6650",
    "move_tint": "#DFF2EC",
    "band_heading": "#1C4266",
    "band_preamble": "#3E7C86",
    "band_paragraph": "#86A3C0",
    "band_point": "#C3D1DF",
    "hit": "#FFE9A3",
    "shadow": "#2A2418",
}

_DARK = {
    "desk": "#151412",
    "frame": "#1B1A18",
    "surface": "#201F1C",
    "raised": "#292724",
    "paper": "#262421",
    "sunken": "#1A1917",
    "line": "#36332E",
    "line2": "#4A463F",
    "edge": "#847D71",
    "ink": "#EDE9E1",
    "ink2": "#C2BCB0",
    "ink3": "#ABA497",
    "inkoff": "#6B655B",
    "accent": "#A8C7E6",
    "onaccent": "#10202F",
    "accent_hover": "#C3D9EF",
    "accent_tint": "#2A3947",
    "accent_line": "#45607A",
    "focus": "#6FA8E0",
    "brass": "#E3BE62",
    "brass_tint": "#3A311B",
    "brass_line": "#C9A24A",
    "red": "#F2938B",
    "red_tint": "#44231F",
    "red_line": "#A3524B",
    "green": "#86CBA1",
    "green_tint": "#1F3527",
    "green_line": "#4C8A65",
    "delegation_a": "#D3A9E6",
    "delegation_a_tint": "#392840",
    "delegation_a_on": "#26102F",
    "delegation_b": "#F2AE78",
    "delegation_b_tint": "#41291A",
    "delegation_b_on": "#2E1400",
    "delegation_c": "#82CCCF",
    "delegation_c_tint": "#1C3536",
    "delegation_c_on": "#07292B",
    "insertion": "#92BFFA",
    "insertion_tint": "#1F3149",
    "deletion": "#F2938B",
    "deletion_tint": "#44231F",
    "move": "#7BD0B6",
    "move_tint": "#1B3A32",
    "band_heading": "#A8C7E6",
    "band_preamble": "#6FB3BD",
    "band_paragraph": "#5E7C99",
    "band_point": "#3E5265",
    "hit": "#5E4B12",
    "shadow": "#000000",
}

# Black on white, every separator a full line, no tint that carries meaning alone.
_HIGH_CONTRAST = {
    "desk": "#FFFFFF",
    "frame": "#FFFFFF",
    "surface": "#FFFFFF",
    "raised": "#FFFFFF",
    "paper": "#FFFFFF",
    "sunken": "#EDEDED",
    "line": "#5C5C5C",
    "line2": "#000000",
    "edge": "#000000",
    "ink": "#000000",
    "ink2": "#000000",
    "ink3": "#1F1F1F",
    "inkoff": "#5F5F5F",
    "accent": "#00306B",
    "onaccent": "#FFFFFF",
    "accent_hover": "#00214A",
    "accent_tint": "#D3E4FA",
    "accent_line": "#00306B",
    "focus": "#B00068",
    "brass": "#533900",
    "brass_tint": "#FFF3C4",
    "brass_line": "#533900",
    "red": "#8A0000",
    "red_tint": "#FFE4E1",
    "red_line": "#8A0000",
    "green": "#004D22",
    "green_tint": "#DDF5E5",
    "green_line": "#004D22",
    "delegation_a": "#4B0E63",
    "delegation_a_tint": "#F4E6FA",
    "delegation_a_on": "#FFFFFF",
    "delegation_b": "#6E2C00",
    "delegation_b_tint": "#FFEBDB",
    "delegation_b_on": "#FFFFFF",
    "delegation_c": "#00474B",
    "delegation_c_tint": "#DDF4F5",
    "delegation_c_on": "#FFFFFF",
    "insertion": "#00378A",
    "insertion_tint": "#E0ECFF",
    "deletion": "#8A0000",
    "deletion_tint": "#FFE4E1",
    "move": "#004A38",
    "move_tint": "#DAF5EC",
    "band_heading": "#00306B",
    "band_preamble": "#005862",
    "band_paragraph": "#3C5F86",
    "band_point": "#7C92AB",
    "hit": "#FFE37A",
    "shadow": "#000000",
}

LIGHT: Mapping[str, str] = MappingProxyType(_LIGHT)
DARK: Mapping[str, str] = MappingProxyType(_DARK)
HIGH_CONTRAST: Mapping[str, str] = MappingProxyType(_HIGH_CONTRAST)


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two colours "#RRGGBB", from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
