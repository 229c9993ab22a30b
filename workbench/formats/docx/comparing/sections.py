"""What a reader sees of the settings of a section: paper, margins, columns, page numbers, where it begins.

After ISO 29500-1, 17.6. What a setting says when it is left out counts as said; measures that differ by no
more than a point come of another program's reckoning.
"""

from __future__ import annotations

from lxml import etree

from workbench.formats.docx.package import W

_SAID: dict[str, dict[str, str]] = {
    "type": {"val": "nextPage"},
    "pgSz": {"orient": "portrait"},
    "cols": {"num": "1"},
    "pgNumType": {"fmt": "decimal", "start": ""},
    "vAlign": {"val": "top"},
    "textDirection": {"val": "lrTb"},
}
_MEASURED = {"pgSz": ("w", "h"), "pgMar": ("top", "right", "bottom", "left")}
_POINT = 20
"""Twentieths of a point, the unit of all measures here."""


def laid_out_alike(old: etree._Element, new: etree._Element) -> bool:
    """Whether two sections look the same, apart from what stands in them."""
    for name, usual in _SAID.items():
        for key, value in usual.items():
            if _setting(old, name, key, value) != _setting(new, name, key, value):
                return False
    for name, keys in _MEASURED.items():
        for key in keys:
            measures = [_measure(_setting(settings, name, key, "")) for settings in (old, new)]
            if None not in measures and abs((measures[0] or 0) - (measures[1] or 0)) > _POINT:
                return False
    return True


def _setting(settings: etree._Element, name: str, key: str, usual: str) -> str:
    found = settings.find(f"{W}{name}")
    return usual if found is None else found.get(f"{W}{key}", usual)


def _measure(said: str) -> int | None:
    return int(said) if said.removeprefix("-").isdecimal() else None
