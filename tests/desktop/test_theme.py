"""The look keeps its promises: contrast, one table for everything, icons and fonts that are really there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from workbench.desktop.theme import SANS, SERIF, Mode, Theme, tokens
from workbench.settings import data

TABLES = [tokens.LIGHT, tokens.DARK, tokens.HIGH_CONTRAST]
GROUNDS = ("desk", "frame", "surface", "raised", "paper", "sunken")
SOURCES = Path(__file__).resolve().parents[2] / "workbench" / "desktop"


@pytest.mark.parametrize("table", TABLES, ids=["light", "dark", "contrast"])
def test_text_can_be_read_on_every_ground(table: Mapping[str, str]) -> None:
    for ink in ("ink", "ink2", "ink3"):
        for ground in (*GROUNDS, "accent_tint"):
            assert tokens.contrast(table[ink], table[ground]) >= 4.5, (ink, ground)
    for ink in ("accent", "brass", "red", "green", "insertion", "deletion", "move"):
        for ground in ("surface", "paper", "sunken"):
            assert tokens.contrast(table[ink], table[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("table", TABLES, ids=["light", "dark", "contrast"])
def test_tinted_words_can_be_read(table: Mapping[str, str]) -> None:
    tinted = ("brass", "red", "green", "insertion", "deletion", "move")
    delegations = tuple(f"delegation_{slot}" for slot in "abc")
    for ink in (*tinted, *delegations):
        assert tokens.contrast(table[ink], table[f"{ink}_tint"]) >= 4.5, ink
    assert tokens.contrast(table["onaccent"], table["accent"]) >= 4.5
    assert tokens.contrast(table["ink"], table["hit"]) >= 4.5


@pytest.mark.parametrize("table", TABLES, ids=["light", "dark", "contrast"])
def test_borders_and_focus_can_be_seen(table: Mapping[str, str]) -> None:
    for ground in ("surface", "raised", "paper", "sunken", "frame"):
        assert tokens.contrast(table["edge"], table[ground]) >= 3, ground
    for ground in ("surface", "paper"):
        assert tokens.contrast(table["focus"], table[ground]) >= 3, ground


def test_every_table_has_every_role() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK) == set(tokens.HIGH_CONTRAST)


def test_the_theme_says_when_it_changes(theme: Theme) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(theme.dark))
    theme.set_mode(Mode.DARK)
    theme.set_mode(Mode.DARK)
    assert heard == [True]
    assert theme.colour("paper").name().upper() == tokens.DARK["paper"]


def test_the_fonts_hold_the_letters_of_our_languages(theme: Theme) -> None:
    letters = "āčēģīķļņšūž ґєії ąęėįų õäöü łóśż “”„–…"
    for family in (SERIF, SANS):
        assert family in QFontDatabase.families()
        font = QRawFont.fromFont(theme.font(14, 400, family))
        assert all(font.supportsCharacter(ord(letter)) for letter in letters), family


def test_no_icon_is_shipped_in_vain(theme: Theme) -> None:
    shipped = {file.stem for file in data("resources", "icons", "regular").glob("*.svg")}
    words = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
    named = {word for file in SOURCES.rglob("*.py") for word in words.findall(file.read_text("utf-8"))}
    assert shipped - named == set(), "icons nobody uses"


def test_an_icon_is_drawn_in_the_colour_of_its_role(theme: Theme) -> None:
    image = theme.pixmap("check", "red", 32, "bold", 1.0).toImage()
    painted = {
        image.pixelColor(x, y).name().upper()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert painted == {tokens.LIGHT["red"]}
